//! What cash coupons pay of an order, and when.

use crate::coupon::{Charge, Coupon, CouponKind, Order};
use crate::error::Error;
use crate::money::Money;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&RATIO, &MANY_PER_ORDER, &AFTER_VOUCHER];

rule! {
    /// A cash coupon pays at most its share of the order's total, cut to whole cents; what is charged on demand is exempt.
    RATIO = "cash.use.ratio", effect, documented "manual, cash coupons; that it is cut is assumed";
    zh "现金券最多抵扣订单总额乘以使用限制比例(舍去不足一分的部分),按需消费除外";
}

/// The most a coupon may pay of an order.
pub(crate) fn cap(coupon: &Coupon, order: &Order) -> Result<Money, Error> {
    match (coupon.kind, coupon.terms.max_deduction_ratio, order.charge) {
        (CouponKind::Cash | CouponKind::PickUp, Some(ratio), Charge::Period) => order.amount.share_cut_to_cents(ratio.0),
        _ => Ok(order.amount),
    }
}

rule! {
    /// Several cash coupons may be used on one order, each up to its own share.
    MANY_PER_ORDER = "cash.use.many-per-order", effect, documented "manual, cash coupons";
    zh "一个订单可使用多张现金券,各自按比例限制";
}

rule! {
    /// When an order has a voucher and cash coupons, the voucher pays first.
    AFTER_VOUCHER = "cash.use.after-voucher", effect, documented "manual, cash coupons";
    zh "同时使用代金券和现金券时,先抵扣代金券";
}

/// The coupons in the order in which they pay.
pub(crate) fn vouchers_first<'a>(coupons: &[&'a Coupon]) -> impl Iterator<Item = &'a Coupon> {
    let vouchers: Vec<_> = coupons.iter().copied().filter(|coupon| coupon.kind != CouponKind::Cash).collect();
    vouchers.into_iter().chain(coupons.iter().copied().filter(|coupon| coupon.kind == CouponKind::Cash).collect::<Vec<_>>())
}
