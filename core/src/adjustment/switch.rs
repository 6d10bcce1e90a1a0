//! What becomes of a customer's own cash.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&OWN_CASH_LOCKED];

rule! {
    /// Once a customer is a resale customer its own cash pays for nothing: what its partner allocates does.
    OWN_CASH_LOCKED = "adjustment.switch.own-cash-locked", effect, documented "China site manual, switching to resale";
    zh "切换为代售后,客户此前的自有现金不能用于消费,由伙伴拨款支付";
}
