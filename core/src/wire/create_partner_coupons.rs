//! CreatePartnerCoupons (发放优惠券): issues one coupon to each of some customers.

use serde::Serialize;

use super::refusal::{ErrorDetail, Reasons};
use super::{Heard, Operation, Reply, Response};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::coupon::IssueCoupons;
use crate::decision::Decision;
use crate::id::{Given, QuotaId};
use crate::money::Currency;
use crate::quota::Quota;

pub(super) const OPERATION: Operation =
    Operation { name: "CreatePartnerCoupons", method: "POST", path: "/v2/promotions/benefits/partner-coupons", run };

#[derive(Serialize)]
struct Body<'a> {
    coupon_infos: Vec<CouponInfo<'a>>,
    error_details: Vec<ErrorDetail<'a>>,
    #[serde(skip_serializing_if = "Reasons::is_empty")]
    partnerkit: Reasons<'a>,
}

#[derive(Serialize)]
struct CouponInfo<'a> {
    /// The customer.
    id: &'a str,
    coupon_id: &'a str,
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    // A quota or customers that are missing break rules of their own.
    let quota_id: Given<QuotaId> = fields.text("quota_id")?.given().unwrap_or_else(|| "".into());
    let customer_ids = fields.texts("customer_ids")?.or_none();
    let customer_ids = customer_ids.iter().map(|id| id.as_str().into()).collect();
    let face_value = fields.money("face_value", currency(center, &quota_id))?;
    let services = fields.texts("cloud_service_types")?.or_none();
    let products = fields.texts("product_ids")?.or_none();
    let issue = IssueCoupons {
        valid_time: fields.text("valid_time")?.given(),
        expire_time: fields.text("expire_time")?.given(),
        cloud_service_types: services.iter().map(|code| code.as_str().into()).collect(),
        product_ids: products.iter().map(|id| id.as_str().into()).collect(),
        memo: fields.text("memo")?.optional().map(Into::into),
        indirect_partner_id: fields.text("indirect_partner_id")?.given(),
        ..IssueCoupons::new(quota_id, customer_ids, face_value)
    };
    body(heard, &heard.handle(center, Command::IssueCoupons(issue))?)
}

fn body(heard: &Heard, decision: &Decision) -> Reply {
    let coupon_infos =
        decision.rows.iter().filter_map(|row| Some(CouponInfo { id: &row.subject, coupon_id: row.id.as_deref()? }));
    let refused = decision.rows.iter().filter(|row| !row.breaches.is_empty());
    let error_details = refused.map(|row| ErrorDetail::of_row(&row.subject, &row.breaches, heard.call.language));
    Response::json(
        200,
        &Body {
            coupon_infos: coupon_infos.collect(),
            error_details: error_details.collect(),
            partnerkit: Reasons::warnings(&decision.warnings),
        },
    )
}

/// Calls name no currency: an amount is in that of the quota it is taken from.
pub(super) fn currency(center: &PartnerCenter, quota: &Given<QuotaId>) -> Currency {
    let quota: Option<&Quota> = quota.value().and_then(|id| center.quota_book().quota(id));
    quota.map_or_else(Currency::default, |quota| quota.value.currency())
}
