//! The vendor freezes cash of a partner, unfreezes it, or clears it. That is another thing than freezing a customer.

use serde::{Deserialize, Serialize};

use super::{MoneyMoved, Place};
use crate::center::Books;
use crate::decision::{Check, Decided, Request, facts};
use crate::directory::access::record;
use crate::error::Unknown;
use crate::event::Change;
use crate::id::{PartnerId, TradeId};
use crate::money::currency::single;
use crate::money::{Money, amount};
use crate::rule::{Rule, rule};
use crate::statement::TradeDetailType;

pub(crate) static RULES: &[&Rule] =
    &[&AMOUNT_WITHIN, &STANDARD_CONTRACT, &SYSTEM_NOT_CLEARED, &MOVES_OUT_OF_AVAILABLE, &CUSTOMER_SEPARATE];

/// Why cash is frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FreezeFamily {
    /// Somebody of the vendor says so.
    Manual,
    /// It was refunded.
    Refund,
    /// A standard-sales contract says so.
    System,
}

crate::named::named!(FreezeFamily: Manual = "manual", Refund = "refund", System = "system");

/// The vendor freezes, unfreezes or clears cash of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FreezeCash {
    /// The partner.
    pub partner: PartnerId,
    /// How much, above zero, in whole cents.
    pub amount: Money,
    /// Why.
    pub family: FreezeFamily,
}

/// What is done with the cash.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    Freeze,
    Unfreeze,
    Clear,
}

pub(crate) fn decide(books: Books, request: &Request, asked: &FreezeCash, aim: Aim) -> Decided {
    books.directory.partner(&asked.partner).ok_or_else(|| Unknown::new("partner", &asked.partner))?;
    let (top_up, frozen) = (Place::top_up(&asked.partner), Place::frozen(&asked.partner));
    let (from, to) = match aim {
        Aim::Freeze => (top_up, frozen),
        Aim::Unfreeze => (frozen, top_up),
        Aim::Clear => (frozen, Place::VENDOR),
    };
    let rules = amount::checks(asked.amount).into_iter().chain([
        single(books.policy.site, asked.amount),
        amount_within(books, asked, &from),
        standard_contract(books, asked),
        system_not_cleared(asked, aim),
    ]);
    record(books.policy, request, rules, |accepted| {
        let (trade_id, trade_detail_type) = (TradeId::made(accepted.new_id()), trade_type(asked.family, aim));
        let amount = asked.amount;
        accepted.event(Change::MoneyMoved(MoneyMoved { trade_id, trade_detail_type, from, to, amount }));
        Ok(())
    })
}

fn trade_type(family: FreezeFamily, aim: Aim) -> TradeDetailType {
    match (family, aim) {
        (FreezeFamily::Manual, Aim::Freeze) => TradeDetailType::ManualFrozen,
        (FreezeFamily::Manual, Aim::Unfreeze) => TradeDetailType::ManualUnfrozen,
        (FreezeFamily::Manual, Aim::Clear) => TradeDetailType::ManualCleared,
        (FreezeFamily::Refund, Aim::Freeze) => TradeDetailType::RefundFrozen,
        (FreezeFamily::Refund, Aim::Unfreeze) => TradeDetailType::RefundUnfrozen,
        (FreezeFamily::Refund, Aim::Clear) => TradeDetailType::RefundCleared,
        (FreezeFamily::System, Aim::Freeze) => TradeDetailType::SystemFrozen,
        // A system freeze is never cleared: the rule below refuses it.
        (FreezeFamily::System, Aim::Unfreeze | Aim::Clear) => TradeDetailType::SystemUnfrozen,
    }
}

rule! {
    /// At most the cash that is available is frozen, and at most what is frozen is unfrozen or cleared.
    AMOUNT_WITHIN = "account.freeze.amount-within", call, derived "conservation of money";
    zh "冻结不得超过可用现金,解冻和清零不得超过已冻结金额";
    broken "{partner} has {balance} there, and {amount} is to be taken", "{partner} 此处余额为 {balance},操作金额 {amount}";
    comply "take at most what is there", "请不要超过该余额";
}

fn amount_within(books: Books, asked: &FreezeCash, from: &Place) -> Check {
    let balance = books.money_at(from);
    let within = asked.amount.currency() != balance.currency() || balance.covers(asked.amount);
    AMOUNT_WITHIN.require(within, || facts! { partner: asked.partner.as_str(), balance: balance, amount: asked.amount })
}

rule! {
    /// The system freezes and unfreezes cash only of partners that bought a standard-sales contract.
    STANDARD_CONTRACT = "account.freeze.standard-contract", call, documented "SDK, trade types of system freezes";
    zh "系统冻结和解冻仅适用于购买了标销合同的伙伴";
    broken "{partner} has no standard-sales contract", "{partner} 未购买标销合同";
    comply "freeze it manually, or record the contract first", "请手动冻结,或先记录合同";
}

fn standard_contract(books: Books, asked: &FreezeCash) -> Check {
    let contract = books.accounts.terms(&asked.partner).is_some_and(|terms| terms.standard_sales_contract);
    STANDARD_CONTRACT.require(asked.family != FreezeFamily::System || contract, || facts! { partner: asked.partner.as_str() })
}

rule! {
    /// Cash that the system froze is unfrozen, and never cleared.
    SYSTEM_NOT_CLEARED = "account.freeze.system-not-cleared", call, derived "the vendor lists no trade type for it";
    zh "系统冻结的资金只能解冻,不能清零";
    broken "the system's freeze of {partner} is to be cleared", "对 {partner} 的系统冻结执行清零";
    comply "unfreeze it", "请解冻";
}

fn system_not_cleared(asked: &FreezeCash, aim: Aim) -> Check {
    let clears = asked.family == FreezeFamily::System && aim == Aim::Clear;
    SYSTEM_NOT_CLEARED.require(!clears, || facts! { partner: asked.partner.as_str() })
}

rule! {
    /// Freezing lowers what is available and unfreezing raises it; clearing takes frozen cash only. Frozen cash cannot be allocated.
    MOVES_OUT_OF_AVAILABLE = "account.freeze.moves-out-of-available", effect, derived "the trade types of freezes and the balance after each";
    zh "冻结减少可用余额,解冻增加可用余额,清零只减少冻结金额;冻结资金不可拨款";
}

rule! {
    /// Freezing a customer moves no money.
    CUSTOMER_SEPARATE = "account.freeze.customer-separate", effect, documented "international SDK, freezing customers";
    zh "冻结客户账号不涉及资金变动";
}
