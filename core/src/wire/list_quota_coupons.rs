//! ListQuotaCoupons (查询优惠券额度): the quotas that the caller, or a reseller of its, cuts coupons from.

use serde::Serialize;

use super::decimal::Number;
use super::limits::{self, LimitInfo};
use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::error::Malformed;
use crate::quota::{QuotaItem, QuotaStatus, QuotaType, Quotas};
use crate::time::Timestamp;

pub(super) const OPERATION: Operation =
    Operation { name: "ListQuotaCoupons", method: "POST", path: "/v2/partners/coupon-quotas/query", run };

#[derive(Serialize)]
struct Body<'a> {
    total_count: usize,
    quotas: Vec<CouponQuota<'a>>,
}

/// A quota.
#[derive(Serialize)]
pub(super) struct CouponQuota<'a> {
    quota_id: &'a str,
    quota_type: u8,
    create_time: Timestamp,
    last_update_time: Timestamp,
    quota_value: Number,
    quota_status: u8,
    balance: Number,
    /// Yuan.
    measure_id: u8,
    currency: &'static str,
    effective_time: Timestamp,
    expire_time: Timestamp,
    limit_infos: Vec<LimitInfo>,
}

impl<'a> CouponQuota<'a> {
    pub fn of(item: &'a QuotaItem) -> Self {
        Self {
            quota_id: item.quota_id.as_str(),
            quota_type: item.quota_type.code(),
            create_time: item.create_time,
            last_update_time: item.last_update_time,
            quota_value: item.quota_value.into(),
            quota_status: item.quota_status.code(),
            balance: item.balance.into(),
            measure_id: 1,
            currency: item.quota_value.currency().code(),
            effective_time: item.effective_time,
            expire_time: item.expire_time,
            limit_infos: limits::of_quota(&item.limits),
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let quota_type = fields.whole("quota_type")?.or_ignored();
    let query = Quotas {
        quota_ids: fields.texts("quota_ids")?.filter_of(|id| Ok(id.as_str().into()))?,
        quota_status_list: fields.wholes("quota_status_list")?.filter_of(status)?,
        quota_type: quota_type.map(type_of).transpose()?,
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
    let page = shown(center.quotas(heard.viewer(), &query))?;
    Response::json(200, &Body { total_count: page.total, quotas: page.items.iter().map(CouponQuota::of).collect() })
}

/// The states of own quotas that the vendor publishes; a child quota can also be reclaimed (6).
fn status(code: i64) -> Result<QuotaStatus, Malformed> {
    let status = u8::try_from(code).ok().and_then(QuotaStatus::of_code);
    status.ok_or_else(|| Malformed::new("0, 3, 4, 5 or 6", code).at("quota_status_list"))
}

fn type_of(code: i64) -> Result<QuotaType, Malformed> {
    let found = u8::try_from(code).ok().and_then(QuotaType::of_code);
    found.ok_or_else(|| Malformed::new("0 (vouchers) or 1 (cash coupons)", code).at("quota_type"))
}
