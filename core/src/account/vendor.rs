//! Money comes in.

use serde::{Deserialize, Serialize};

use super::{Holder, MoneyMoved, Place};
use crate::center::Books;
use crate::decision::{Decided, Request};
use crate::directory::access::record;
use crate::error::Malformed;
use crate::event::Change;
use crate::id::TradeId;
use crate::money::currency::single;
use crate::money::{Money, amount};
use crate::quota::in_command;
use crate::rule::{Rule, rule};
use crate::statement::TradeDetailType;

pub(crate) static RULES: &[&Rule] = &[&TOP_UP_BY_HOLDER];

/// Somebody tops an account up: a partner its top-up account, a customer its own cash.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Recharge {
    /// Whose account.
    pub holder: Holder,
    /// How much, above zero, in whole cents.
    pub amount: Money,
    /// Whether it is a rebate of the vendor's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rebate: bool,
}

pub(crate) fn recharge(books: Books, request: &Request, recharge: &Recharge) -> Decided {
    let customer = books.holder(&recharge.holder)?;
    let to = match &recharge.holder {
        Holder::Partner(account) => Place::top_up(&account.partner),
        Holder::Customer(account) => Place::own_cash(&account.customer),
    };
    let rules = amount::checks(recharge.amount).into_iter().chain([single(books.policy.site, recharge.amount)]);
    record(books.policy, request, rules, |accepted| {
        let (trade_id, amount) = (TradeId::made(accepted.new_id()), recharge.amount);
        let (trade_detail_type, from) = if recharge.rebate {
            (TradeDetailType::RechargeRebate, Place::VENDOR)
        } else {
            (TradeDetailType::Recharge, Place::BANK)
        };
        let (less, more) = (books.money_at(&from).minus(amount)?, books.money_at(&to).plus(amount)?);
        if !less.is_an_amount() || !more.is_an_amount() {
            return Err(in_command("amount", Malformed::new("an amount that keeps every account below 10^18", amount).into()));
        }
        accepted.event(Change::MoneyMoved(MoneyMoved { trade_id, trade_detail_type, from, to, amount }));
        match customer.filter(|customer| !super::pay::is_resale(customer)) {
            Some(customer) => books.repay(accepted, customer.id(), amount),
            None => Ok(()),
        }
    })
}

rule! {
    /// A partner fills its top-up account itself, and the vendor pays rebates into it; a customer fills its own cash. What a partner allocates
    /// is kept apart from that.
    TOP_UP_BY_HOLDER = "account.vendor.top-up-by-holder", effect, documented "manual, accounts: top-up account";
    zh "充值账户由伙伴自行充值(或由返点充入),客户的自有现金由客户充值;伙伴拨款另行记账";
}
