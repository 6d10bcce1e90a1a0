//! ListIssuedCouponQuotas (查询已发放的代金券额度): the child quotas that a distributor granted.

use serde::Serialize;

use super::list_quota_coupons::CouponQuota;
use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::quota::{IssuedQuotas, QuotaItem};

pub(super) const OPERATION: Operation =
    Operation { name: "ListIssuedCouponQuotas", method: "GET", path: "/v2/partners/issued-coupon-quotas", run };

#[derive(Serialize)]
struct Body<'a> {
    total_count: usize,
    quotas: Vec<IssuedCouponQuota<'a>>,
}

#[derive(Serialize)]
struct IssuedCouponQuota<'a> {
    #[serde(flatten)]
    quota: CouponQuota<'a>,
    parent_quota_id: Option<&'a str>,
    indirect_partner_id: Option<&'a str>,
    indirect_partner_account_name: Option<&'a str>,
    indirect_partner_name: Option<&'a str>,
}

impl<'a> IssuedCouponQuota<'a> {
    fn of(item: &'a QuotaItem) -> Self {
        Self {
            quota: CouponQuota::of(item),
            parent_quota_id: item.parent_quota_id.as_ref().map(|id| id.as_str()),
            indirect_partner_id: item.indirect_partner_id.as_ref().map(|id| id.as_str()),
            indirect_partner_account_name: item.indirect_partner_account_name.as_deref(),
            indirect_partner_name: item.indirect_partner_name.as_deref(),
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let query = IssuedQuotas {
        quota_id: fields.text("quota_id")?.filter(),
        parent_quota_id: fields.text("parent_quota_id")?.filter(),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
    };
    let page = shown(center.issued_quotas(heard.viewer(), &query))?;
    Response::json(200, &Body { total_count: page.total, quotas: page.items.iter().map(IssuedCouponQuota::of).collect() })
}
