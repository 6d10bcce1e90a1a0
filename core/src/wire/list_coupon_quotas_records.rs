//! ListCouponQuotasRecords (查询代金券额度的发放回收记录): what was done to child quotas.

use serde::Serialize;

use super::decimal::Number;
use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::coupon::record::operator_name;
use crate::directory::Directory;
use crate::quota::{QuotaOperation, QuotaRecord, QuotaRecords};
use crate::time::Timestamp;

pub(super) const OPERATION: Operation =
    Operation { name: "ListCouponQuotasRecords", method: "GET", path: "/v2/partners/coupon-quotas/records", run };

#[derive(Serialize)]
struct Body<'a> {
    total_count: usize,
    records: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    id: &'a str,
    /// The partner's id, or the operator account's: names of accounts are not kept.
    operator: String,
    operation_type: String,
    quota_id: &'a str,
    parent_quota_id: &'a str,
    amount: Number,
    operation_time: Timestamp,
    /// All of them are successes.
    result: &'static str,
    indirect_partner_id: &'a str,
    indirect_partner_account_name: Option<&'a str>,
    indirect_partner_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<&'a str>,
}

impl<'a> Record<'a> {
    fn of(directory: &'a Directory, record: &'a QuotaRecord) -> Self {
        let reseller = directory.partner(&record.indirect_partner_id);
        Self {
            id: &record.id,
            operator: operator_name(&record.operator),
            operation_type: record.operation_type.code().to_string(),
            quota_id: record.quota_id.as_str(),
            parent_quota_id: record.parent_quota_id.as_str(),
            amount: record.amount.into(),
            operation_time: record.operation_time,
            result: "0",
            indirect_partner_id: record.indirect_partner_id.as_str(),
            indirect_partner_account_name: reseller.map(|reseller| reseller.account_name.as_str()),
            indirect_partner_name: reseller.map(|reseller| reseller.name.as_str()),
            remark: record.remark.as_deref(),
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    // An operation type that there is not is no filter.
    let operation_type = fields.text("operation_type")?.or_ignored().and_then(|code| code.parse().ok());
    let query = QuotaRecords {
        quota_id: fields.text("quota_id")?.filter(),
        parent_quota_id: fields.text("parent_quota_id")?.filter(),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        operation_type: operation_type.and_then(QuotaOperation::of_code),
        operation_time_begin: fields.text("operation_time_begin")?.filter(),
        operation_time_end: fields.text("operation_time_end")?.filter(),
        // The vendor's API has no such filter.
        result: None,
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
    };
    let page = shown(center.quota_records(heard.viewer(), &query))?;
    let records = page.items.iter().map(|record| Record::of(center.directory(), record));
    Response::json(200, &Body { total_count: page.total, records: records.collect() })
}
