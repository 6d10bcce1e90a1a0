//! Cash coupons (现金券): what differs from vouchers.
//!
//! A government-subsidy partner issues them to whitelisted customers. They pay a capped share of each order, several
//! may be used on one, and a flag of the quota says whether what they pay counts to performance.

pub(crate) mod auto;
pub(crate) mod issue;
pub(crate) mod partner;
pub(crate) mod refund;
pub(crate) mod r#use;

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&PERFORMANCE_FLAG];

rule! {
    /// A flag of a cash-coupon quota says whether consumption paid with its coupons counts to the partner's performance.
    PERFORMANCE_FLAG = "cash.performance-flag", effect, documented "manual, glossary";
    zh "现金券额度上的标志决定用其支付的消费是否计入伙伴业绩";
}
