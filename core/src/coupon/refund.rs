//! What orders took from coupons comes back when the orders do.

use serde::{Deserialize, Serialize};

use super::auto::UNSUBSCRIBE;
use super::reclaim::ReclaimCause;
use super::vendor::known;
use super::{Books, Coupon, CouponKind, CouponUse, resale};
use crate::cash::refund::is_five_day;
use crate::decision::{Accepted, Check, Decided, Request, Review, Row, facts};
use crate::directory::access::vendor_only;
use crate::error::Error;
use crate::event::Change;
use crate::id::{CouponId, OrderId};
use crate::money::Money;
use crate::quota::in_command;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&BOUNDED, &RESTORES];

/// Refunds what coupons paid of an order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RefundCoupons {
    /// The order.
    pub order: OrderId,
    /// Why.
    pub reason: RefundReason,
    /// How much of each coupon.
    pub parts: Vec<RefundPart>,
}

/// How much of a coupon is refunded.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RefundPart {
    /// The coupon.
    pub coupon: CouponId,
    /// How much.
    pub amount: Money,
}

/// Why an order is refunded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RefundReason {
    /// It was not effective yet.
    NotYetEffective,
    /// It failed.
    OrderFailed,
    /// It was a renewal whose period had not begun.
    RenewalNotYetEffective,
    /// It was unsubscribed under the five-day rule, which asks for no reason.
    FiveDayUnsubscribe,
    /// It was unsubscribed otherwise.
    OtherUnsubscribe,
}

/// A refund put value back on a coupon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponRestored {
    /// The coupon.
    pub coupon: CouponId,
    /// The order.
    pub order: OrderId,
    /// How much.
    pub amount: Money,
    /// Whether it came under the five-day rule.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub five_day: bool,
    /// Whether it is the first coupon of its refund: a refund counts once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first_of_refund: bool,
}

pub(crate) fn decide(books: Books, request: &Request, refund: &RefundCoupons) -> Decided {
    let parts = refund.parts.iter().map(|part| known(books, &part.coupon).map(|coupon| (coupon, part.amount)));
    let parts = parts.collect::<Result<Vec<_>, _>>()?;
    check_amounts(refund, &parts)?;
    let mut review = Review::new(books.policy);
    review.ask([vendor_only(request)]);
    for (coupon, amount) in &parts {
        review.ask([bounded(coupon, refund, *amount)?]);
    }
    if review.is_refused() {
        return Ok(review.refuse());
    }

    let mut accepted = Accepted::new(request);
    let mut first = true;
    for (coupon, amount) in parts {
        let five_day = is_five_day(books, refund.reason, &coupon.customer);
        let comes_back = match refund.reason {
            RefundReason::NotYetEffective | RefundReason::OrderFailed | RefundReason::RenewalNotYetEffective => true,
            RefundReason::FiveDayUnsubscribe | RefundReason::OtherUnsubscribe => {
                resale::unsubscribe_gives_back(books.policy) && (five_day || coupon.kind == CouponKind::Cash)
            }
        };
        let passed_on = !can_hold_again(coupon, request);
        if !comes_back || (passed_on && !books.policy.enforces(&UNSUBSCRIBE)) {
            accepted.lone_row(Row::new(&coupon.id, &coupon.id, Money::zero(amount.currency())));
            continue;
        }
        accepted.event(Change::CouponRestored(CouponRestored {
            coupon: coupon.id.clone(),
            order: refund.order.clone(),
            amount,
            five_day,
            first_of_refund: first,
        }));
        accepted.row(Row::new(&coupon.id, &coupon.id, amount));
        first = false;
        if passed_on {
            accepted.event(Change::CouponReclaimed(books.back(coupon, ReclaimCause::Unsubscribe, amount)?));
        }
    }
    Ok(accepted.decision())
}

/// Whether the coupon can be used again when value is put back on it.
fn can_hold_again(coupon: &Coupon, request: &Request) -> bool {
    use super::CouponStatus::{Usable, Used};
    matches!(coupon.status, Usable | Used) && request.at <= coupon.expire_time
}

/// Amounts of a refund are above zero, in whole cents and in the currency of their coupon, or they are none.
fn check_amounts(refund: &RefundCoupons, parts: &[(&Coupon, Money)]) -> Result<(), Error> {
    let ids: Vec<_> = refund.parts.iter().map(|part| &part.coupon).collect();
    if let Some(coupon) = crate::decision::first_repeated(&ids) {
        return Err(crate::Malformed::new("a list in which no coupon stands twice", coupon).at("command.parts").into());
    }
    for (place, (coupon, amount)) in parts.iter().enumerate() {
        if !amount.is_positive() || !amount.is_whole_cents() {
            let field = format!("command.parts[{place}].amount");
            return Err(crate::Malformed::new("above zero, in whole cents", amount).at(&field).into());
        }
        amount.plus(coupon.balance).map_err(|error| in_command(&format!("parts[{place}].amount.currency"), error))?;
    }
    Ok(())
}

rule! {
    /// No more can be refunded to a coupon than that order took from it and refunds have not put back: its balance never
    /// exceeds its face value.
    BOUNDED = "coupon.refund.bounded", call, derived "ledger invariant 6";
    zh "退还金额不得超过该订单从券中扣减的金额,退还后余额不得超过面值";
    broken "{amount} is to go back to the coupon {coupon}, of which the order {order} can give {available}", "拟退还 {amount} 到券 {coupon},订单 {order} 可退还 {available}";
    comply "refund at most what the order took", "退还金额请不超过该订单的扣减金额";
}

fn bounded(coupon: &Coupon, refund: &RefundCoupons, amount: Money) -> Result<Check, Error> {
    let mut of_order = coupon.uses.iter().filter(|taken| taken.order == refund.order);
    let left = |sum: Money, taken: &CouponUse| sum.plus(taken.amount.minus(taken.restored)?);
    let available = of_order.try_fold(Money::zero(amount.currency()), left)?;
    Ok(BOUNDED.require(available.covers(amount), || {
        facts! { amount: amount, coupon: coupon.id.as_str(), order: refund.order.as_str(), available: available }
    }))
}

rule! {
    /// When an order was not effective yet or failed, or a renewal's period had not begun, what coupons paid goes back to
    /// them. A used coupon that is still valid becomes usable by it.
    RESTORES = "coupon.refund.restores", effect, documented "customer manual; international manual";
    zh "订单未生效、失败或续订周期未开始时退款,券抵扣的金额退还到券;仍在有效期内的已使用券恢复为可使用";
}
