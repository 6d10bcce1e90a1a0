//! What comes back to cash coupons and vouchers when an order is unsubscribed.

use crate::coupon::{Books, RefundReason};
use crate::id::CustomerId;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&FIVE_DAY];

rule! {
    /// An unsubscribe under the five-day rule, ten times a customer, gives cash coupons and vouchers what they paid. Any other one
    /// gives cash coupons a part, which the request tells, and vouchers nothing.
    FIVE_DAY = "cash.refund.five-day", effect, documented "customer manual; that the eleventh counts as another unsubscribe is assumed";
    zh "五天无理由退订(每客户 10 次)退还现金券和代金券的抵扣金额;其他退订只退还部分现金券金额,不退还代金券";
}

/// Whether an unsubscribe counts as one under the five-day rule.
pub(crate) fn is_five_day(books: Books, reason: RefundReason, customer: &CustomerId) -> bool {
    let before = books.coupons.five_day_unsubscribes(customer);
    reason == RefundReason::FiveDayUnsubscribe && before < books.policy.limits.five_day_unsubscribes_max
}
