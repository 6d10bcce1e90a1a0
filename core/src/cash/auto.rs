//! What comes back of cash coupons by itself.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&EXPIRY];

rule! {
    /// What is left of an expired cash coupon goes back to its issuer's quota. Record type 4.
    EXPIRY = "cash.auto.expiry", effect, documented "manual, cash coupons; the record type is derived";
    zh "现金券过期后余额退回发放方的额度(记录类型 4)";
}
