//! What the vendor and orders do to a coupon without taking value: freezing it, and holding it for an unpaid order.

use serde::{Deserialize, Serialize};

use super::r#use::{own_or_vendor, status_window};
use super::{Books, Coupon};
use crate::decision::{Decided, Request, Review};
use crate::directory::access::record;
use crate::error::Unknown;
use crate::event::Change;
use crate::id::{CouponId, OrderId};

/// A coupon.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponRef {
    /// The coupon.
    pub coupon: CouponId,
}

/// A coupon, and the order that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HoldCoupon {
    /// The coupon.
    pub coupon: CouponId,
    /// The unpaid order.
    pub order: OrderId,
}

pub(crate) fn freeze(books: Books, request: &Request, of: &CouponRef, freezes: bool) -> Decided {
    let coupon = known(books, &of.coupon)?;
    record(books.policy, request, [], |accepted| {
        match (freezes, coupon.is_frozen) {
            (true, false) => accepted.event(Change::CouponFrozen(of.clone())),
            (false, true) => accepted.event(Change::CouponUnfrozen(of.clone())),
            _ => {}
        }
        Ok(())
    })
}

pub(crate) fn lock(books: Books, request: &Request, hold: &HoldCoupon) -> Decided {
    let coupon = known(books, &hold.coupon)?;
    let mut review = Review::new(books.policy);
    review.ask([own_or_vendor(request, &coupon.customer), status_window(coupon, request.at, &hold.order)]);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = crate::decision::Accepted::new(request);
    if coupon.lock_order_id.is_none() {
        accepted.event(Change::CouponLocked(hold.clone()));
    }
    Ok(accepted.decision())
}

pub(crate) fn release(books: Books, request: &Request, hold: &HoldCoupon) -> Decided {
    let coupon = known(books, &hold.coupon)?;
    let mut review = Review::new(books.policy);
    review.ask([own_or_vendor(request, &coupon.customer)]);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = crate::decision::Accepted::new(request);
    if coupon.lock_order_id.as_ref() == Some(&hold.order) {
        accepted.event(Change::CouponReleased(hold.clone()));
    }
    Ok(accepted.decision())
}

pub(super) fn known<'a>(books: Books<'a>, id: &CouponId) -> Result<&'a Coupon, Unknown> {
    books.coupons.coupon(id).ok_or_else(|| Unknown::new("coupon", id))
}
