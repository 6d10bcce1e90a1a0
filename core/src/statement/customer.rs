//! What is different in a customer's own statement.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&CREDIT_EMPTY];

rule! {
    /// The credit statement of a resale customer is empty: it has no credit account.
    CREDIT_EMPTY = "statement.customer.credit-empty", view, documented "ListCustomerAccountChangeRecords, balance_type";
    zh "转售客户没有信用账户,其信用账户收支明细为空";
}
