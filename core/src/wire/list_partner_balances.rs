//! ListPartnerBalances (查询合作伙伴账户余额): the accounts of a partner, or of a reseller of its.

use serde::Serialize;

use super::decimal::{MEASURE_MAIN_UNIT, Number};
use super::{Heard, Operation, Reply, Response, shown};
use crate::account::{BalanceItem, PartnerBalances};
use crate::center::PartnerCenter;

pub(super) const OPERATION: Operation =
    Operation { name: "ListPartnerBalances", method: "GET", path: "/v2/accounts/partner-accounts/balances", run };

#[derive(Serialize)]
struct Body<'a> {
    account_balances: Vec<AccountBalance<'a>>,
}

#[derive(Serialize)]
struct AccountBalance<'a> {
    account_id: &'a str,
    account_type: u8,
    amount: Number,
    currency: &'static str,
    designated_amount: Number,
    /// Of a credit account only.
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_amount: Option<Number>,
    measure_id: u8,
}

impl<'a> AccountBalance<'a> {
    /// What the console shows and the vendor's API has no code for is none.
    fn of(item: &'a BalanceItem) -> Option<Self> {
        Some(Self {
            account_id: &item.account_id,
            account_type: item.account_type.code()?,
            amount: item.amount.into(),
            currency: item.amount.currency().code(),
            designated_amount: item.designated_amount.into(),
            credit_amount: item.credit_amount.map(Number::from),
            measure_id: MEASURE_MAIN_UNIT,
        })
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let query = PartnerBalances { indirect_partner_id: heard.fields.text("indirect_partner_id")?.filter() };
    let found = shown(center.partner_balances(heard.viewer(), &query))?;
    Response::json(200, &Body { account_balances: found.items.iter().filter_map(AccountBalance::of).collect() })
}
