//! Of which account a statement is.

use serde::{Deserialize, Serialize};

use crate::decision::{Check, facts};
use crate::id::Given;
use crate::rule::{Rule, rule};
use crate::view::Field;

pub(crate) static RULES: &[&Rule] = &[&REQUIRED];

/// The account of a statement, in the vendor's spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BalanceType {
    /// The top-up account; of a customer, its cash and what its partner allocated.
    #[serde(rename = "BALANCE_TYPE_DEBIT")]
    Debit,
    /// The credit account.
    #[serde(rename = "BALANCE_TYPE_CREDIT")]
    Credit,
}

crate::named::named!(BalanceType: Debit = "BALANCE_TYPE_DEBIT", Credit = "BALANCE_TYPE_CREDIT");

rule! {
    /// A statement is of one account, which must be said: `BALANCE_TYPE_DEBIT` or `BALANCE_TYPE_CREDIT`.
    REQUIRED = "statement.balance-type.required", call, "CBC.0100" 400, documented "ListPartnerAccountChangeRecords, balance_type";
    zh "查询收支明细必须指定账户类型:BALANCE_TYPE_DEBIT 或 BALANCE_TYPE_CREDIT";
    broken "the account type is {given}", "账户类型为 {given}";
    comply "say which of the two accounts", "请指定两种账户之一";
}

/// The account, if one is said.
pub(super) fn said(field: &Field<Given<BalanceType>>) -> Option<BalanceType> {
    match field {
        Field::Value(given) => given.value().copied(),
        Field::Absent | Field::Null => None,
    }
}

pub(super) fn required(field: &Field<Given<BalanceType>>) -> Check {
    REQUIRED.require(said(field).is_some(), || {
        let given = match field {
            Field::Value(given) => given.text(),
            Field::Absent | Field::Null => String::new(),
        };
        facts! { given: given }
    })
}
