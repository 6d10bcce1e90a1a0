//! What pick-up vouchers pay of an order.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&RATIO];

rule! {
    /// A pick-up voucher pays at most its share of the order's total, cut to whole cents; what is charged on demand is exempt.
    RATIO = "pickup.use.ratio", effect, documented "manual, pick-up vouchers; that it is cut is assumed";
    zh "提货券最多抵扣订单总额乘以使用限制比例(舍去不足一分的部分),按需消费除外";
}
