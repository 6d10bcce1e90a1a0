//! ReclaimCouponQuotas (回收云经销商的代金券额度): takes child quotas back, each with all that is left of it.

use serde::Serialize;

use super::decimal::Number;
use super::refusal::{ErrorDetail, Reasons};
use super::{Heard, Operation, Reply, Response};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::decision::Row;
use crate::quota::ReclaimQuota;

pub(super) const OPERATION: Operation =
    Operation { name: "ReclaimCouponQuotas", method: "POST", path: "/v2/partners/coupon-quotas/indirect-partner-reclaim", run };

#[derive(Serialize)]
struct Body<'a> {
    simple_quota_infos: Vec<QuotaInfo<'a>>,
    error_details: Vec<ErrorDetail<'a>>,
    #[serde(skip_serializing_if = "Reasons::is_empty")]
    partnerkit: Reasons<'a>,
}

#[derive(Serialize)]
struct QuotaInfo<'a> {
    quota_id: &'a str,
    /// What is left of it now.
    quota_balance: Number,
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let quota_ids = fields.texts("quota_ids")?.or_none();
    let quota_ids = quota_ids.iter().map(|id| id.as_str().into()).collect();
    let remark = fields.text("remark")?.optional().map(Into::into);
    let reclaim = ReclaimQuota { quota_ids, remark, all_or_nothing: false };
    let decision = heard.handle(center, Command::ReclaimQuota(reclaim))?;

    let book = center.quota_book();
    let balance = |row: &Row| Some(book.quota(&row.id.as_deref()?.parse().ok()?)?.balance);
    let reclaimed = decision.rows.iter().filter(|row| row.breaches.is_empty());
    let infos = reclaimed.filter_map(|row| Some(QuotaInfo { quota_id: &row.subject, quota_balance: balance(row)?.into() }));
    let refused = decision.rows.iter().filter(|row| !row.breaches.is_empty());
    let error_details = refused.map(|row| ErrorDetail::of_row(&row.subject, &row.breaches, heard.call.language));
    let partnerkit = Reasons::warnings(&decision.warnings);
    Response::json(200, &Body { simple_quota_infos: infos.collect(), error_details: error_details.collect(), partnerkit })
}
