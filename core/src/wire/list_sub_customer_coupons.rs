//! ListSubCustomerCoupons (查询优惠券列表): a customer's coupons with the customer's token, or those a partner issued with the
//! partner's.

use serde::Serialize;

use super::decimal::Number;
use super::limits::{self, UseLimit};
use super::list_issued_partner_coupons::{frozen, orders, status};
use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::coupon::{CouponItem, CouponKind, CustomerCoupons};
use crate::error::Malformed;
use crate::time::Timestamp;
use crate::view::Field;

pub(super) const OPERATION: Operation =
    Operation { name: "ListSubCustomerCoupons", method: "GET", path: "/v2/promotions/benefits/coupons", run };

#[derive(Serialize)]
struct Body<'a> {
    count: usize,
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
    valid_time: Timestamp,
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
    reserve_time: Option<Timestamp>,
    create_time: Timestamp,
    coupon_version: u8,
    /// Legacy coupons have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    balance: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lock_order_id: Option<&'a str>,
    is_frozen: &'static str,
    currency: &'static str,
    source_id: &'a str,
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
            valid_time: item.effective_time,
            expire_time: item.expire_time,
            order_id: orders(&item.order_ids),
            media_type: 1,
            fetch_method: 3,
            use_limits: limits::of_coupon(&item.terms),
            // A partner's coupon is born usable.
            active_time: item.create_time,
            reserve_time: item.last_used_time,
            create_time: item.create_time,
            coupon_version: if item.legacy { 1 } else { 2 },
            balance: (!item.legacy).then(|| item.balance.into()),
            lock_order_id: item.lock_order_id.as_ref().map(|id| id.as_str()),
            is_frozen: frozen(item.is_frozen),
            currency: item.face_value.currency().code(),
            source_id: item.source_id.as_str(),
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let mut query = CustomerCoupons {
        coupon_id: fields.text("coupon_id")?.filter(),
        order_id: fields.text("order_id")?.filter(),
        promotion_plan_id: fields.text("promotion_plan_id")?.filter(),
        source_id: fields.text("source_id")?.filter(),
        status: fields.whole("status")?.or_ignored().map(status).transpose()?,
        active_start_time: fields.text("active_start_time")?.filter(),
        active_end_time: fields.text("active_end_time")?.filter(),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
        ..CustomerCoupons::default()
    };
    match fields.whole("coupon_type")?.or_empty_refused("coupon_type")? {
        None => {}
        Some(1) => query.kind = Some(CouponKind::Voucher),
        // No partner issues discount or product coupons: as no coupon has an empty id, none is found.
        Some(2 | 3) => query.coupon_id = Field::Value("".into()),
        Some(4) => query.kind = Some(CouponKind::Cash),
        Some(other) => return Err(Malformed::new("1, 2, 3 or 4", other).at("coupon_type").into()),
    }
    let page = shown(center.customer_coupons(heard.viewer(), &query))?;
    Response::json(200, &Body { count: page.total, user_coupons: page.items.iter().map(UserCoupon::of).collect() })
}
