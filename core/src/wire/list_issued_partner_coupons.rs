//! ListIssuedPartnerCoupons (查询已发放的优惠券): the coupons that the caller, or a reseller of its, issued.

use serde::Serialize;

use super::decimal::Number;
use super::limits::{self, UseLimit};
use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::coupon::{CouponItem, CouponKind, CouponStatus, IssuedCoupons};
use crate::error::Malformed;
use crate::id::OrderId;
use crate::time::Timestamp;

pub(super) const OPERATION: Operation =
    Operation { name: "ListIssuedPartnerCoupons", method: "GET", path: "/v2/promotions/benefits/partner-coupons", run };

#[derive(Serialize)]
struct Body<'a> {
    total_count: usize,
    user_coupons: Vec<UserCoupon<'a>>,
}

/// Partner's coupons belong to no promotion, so its members are left out.
#[derive(Serialize)]
struct UserCoupon<'a> {
    coupon_id: &'a str,
    status: u8,
    customer_id: &'a str,
    coupon_type: u8,
    /// Yuan.
    measure_id: u8,
    face_value: Number,
    effective_time: Timestamp,
    expire_time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    order_id: Option<String>,
    /// Electronic.
    media_type: u8,
    /// Issued online.
    fetch_method: u8,
    use_limits: Vec<UseLimit>,
    active_time: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_used_time: Option<Timestamp>,
    create_time: Timestamp,
    balance: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    lock_order_id: Option<&'a str>,
    is_frozen: &'static str,
}

impl<'a> UserCoupon<'a> {
    fn of(item: &'a CouponItem) -> Self {
        Self {
            coupon_id: item.coupon_id.as_str(),
            status: item.status.code(),
            customer_id: item.customer_id.as_str(),
            coupon_type: item.kind.code(),
            measure_id: 1,
            face_value: item.face_value.into(),
            effective_time: item.effective_time,
            expire_time: item.expire_time,
            order_id: orders(&item.order_ids),
            media_type: 1,
            fetch_method: 3,
            use_limits: limits::of_coupon(&item.terms),
            // A partner's coupon is born usable.
            active_time: item.create_time,
            last_used_time: item.last_used_time,
            create_time: item.create_time,
            balance: item.balance.into(),
            lock_order_id: item.lock_order_id.as_ref().map(|id| id.as_str()),
            is_frozen: frozen(item.is_frozen),
        }
    }
}

/// Orders paid one after the other.
pub(super) fn orders(orders: &[OrderId]) -> Option<String> {
    let ids: Vec<_> = orders.iter().map(OrderId::as_str).collect();
    (!ids.is_empty()).then(|| ids.join(";"))
}

pub(super) fn frozen(is_frozen: bool) -> &'static str {
    if is_frozen { "1" } else { "0" }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let query = IssuedCoupons {
        coupon_id: fields.text("coupon_id")?.filter(),
        order_id: fields.text("order_id")?.filter(),
        customer_id: fields.text("customer_id")?.filter(),
        kind: fields.whole("coupon_type")?.or_ignored().map(kind).transpose()?,
        status: fields.whole("status")?.or_ignored().map(status).transpose()?,
        create_time_begin: fields.text("create_time_begin")?.filter(),
        create_time_end: fields.text("create_time_end")?.filter(),
        effective_time_begin: fields.text("effective_time_begin")?.filter(),
        effective_time_end: fields.text("effective_time_end")?.filter(),
        expire_time_begin: fields.text("expire_time_begin")?.filter(),
        expire_time_end: fields.text("expire_time_end")?.filter(),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
    };
    let page = shown(center.issued_coupons(heard.viewer(), &query))?;
    Response::json(200, &Body { total_count: page.total, user_coupons: page.items.iter().map(UserCoupon::of).collect() })
}

/// Through the API a pick-up voucher is a voucher.
fn kind(code: i64) -> Result<CouponKind, Malformed> {
    match code {
        1 => Ok(CouponKind::Voucher),
        4 => Ok(CouponKind::Cash),
        _ => Err(Malformed::new("1 (voucher) or 4 (cash coupon)", code).at("coupon_type")),
    }
}

pub(super) fn status(code: i64) -> Result<CouponStatus, Malformed> {
    let found = u8::try_from(code).ok().and_then(CouponStatus::of_code);
    found.ok_or_else(|| Malformed::new("1 to 5", code).at("status"))
}
