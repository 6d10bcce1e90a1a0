//! UpdateCouponQuotas (向云经销商发放代金券额度): grants each of some resellers the same amount from one quota.

use serde::Serialize;

use super::create_partner_coupons::currency;
use super::refusal::{ErrorDetail, Reasons};
use super::{Heard, Operation, Reply, Response};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::id::{Given, QuotaId};
use crate::quota::GrantQuota;

pub(super) const OPERATION: Operation =
    Operation { name: "UpdateCouponQuotas", method: "POST", path: "/v2/partners/coupon-quotas/indirect-partner-adjust", run };

#[derive(Serialize)]
struct Body<'a> {
    simple_quota_infos: Vec<QuotaInfo<'a>>,
    error_details: Vec<ErrorDetail<'a>>,
    #[serde(skip_serializing_if = "Reasons::is_empty")]
    partnerkit: Reasons<'a>,
}

#[derive(Serialize)]
struct QuotaInfo<'a> {
    /// The reseller.
    id: &'a str,
    /// Its new child quota.
    quota_id: &'a str,
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let quota_id: Given<QuotaId> = fields.needed("quota_id")?.as_str().into();
    let resellers = fields.texts("indirect_partner_ids")?.or_none();
    let quota_amount = fields.money("quota_amount", currency(center, &quota_id))?;
    let indirect_partner_ids = resellers.iter().map(|id| id.as_str().into()).collect();
    let grant = GrantQuota { quota_id, indirect_partner_ids, quota_amount, all_or_nothing: false };
    let decision = heard.handle(center, Command::GrantQuota(grant))?;

    let granted = decision.rows.iter().filter_map(|row| Some(QuotaInfo { id: &row.subject, quota_id: row.id.as_deref()? }));
    let refused = decision.rows.iter().filter(|row| !row.breaches.is_empty());
    let error_details = refused.map(|row| ErrorDetail::of_row(&row.subject, &row.breaches, heard.call.language));
    let partnerkit = Reasons::warnings(&decision.warnings);
    Response::json(200, &Body { simple_quota_infos: granted.collect(), error_details: error_details.collect(), partnerkit })
}
