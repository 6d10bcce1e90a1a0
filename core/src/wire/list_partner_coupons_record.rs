//! ListPartnerCouponsRecord (查询优惠券的发放回收记录): what was done to coupons, a failed issue with its reasons.

use serde::Serialize;

use super::decimal::Number;
use super::fields::{Fields, Sent};
use super::refusal::Reasons;
use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::coupon::{CouponKind, CouponOperation, CouponRecord, CouponRecords, OperationResult};
use crate::error::Malformed;
use crate::id::Given;
use crate::quota::QuotaType;
use crate::time::Timestamp;
use crate::view::Field;

pub(super) const OPERATION: Operation = Operation {
    name: "ListPartnerCouponsRecord",
    method: "GET",
    path: "/v2/promotions/benefits/partner-coupons/records/query",
    run,
};

#[derive(Serialize)]
struct Body<'a> {
    total_count: usize,
    records: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    id: String,
    operation_type: String,
    quota_id: &'a str,
    quota_type: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    coupon_id: Option<&'a str>,
    customer_id: &'a str,
    operation_amount: Number,
    operation_time: Timestamp,
    result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<&'a str>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Reasons::is_empty")]
    partnerkit: Reasons<'a>,
}

impl<'a> Record<'a> {
    fn of(record: &'a CouponRecord) -> Self {
        let quota_type = if record.kind == CouponKind::Cash { QuotaType::Cash } else { QuotaType::Voucher };
        Self {
            id: record.id(),
            operation_type: record.operation_type.code().to_string(),
            quota_id: record.quota_id.as_str(),
            quota_type: quota_type.code(),
            coupon_id: record.coupon_id.as_ref().map(|id| id.as_str()),
            customer_id: &record.customer_id,
            operation_amount: record.operation_amount.into(),
            operation_time: record.operation_time,
            result: if record.result == OperationResult::Success { "0" } else { "-1" },
            remark: record.remark.as_deref(),
            partnerkit: Reasons::of(&record.reasons),
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let query = CouponRecords {
        operation_types: fields.wholes("operation_types")?.filter_of(operation)?,
        coupon_ids: fields.texts("coupon_ids")?.filter_of(|id| Ok(id.as_str().into()))?,
        quota_id: fields.text("quota_id")?.filter(),
        quota_type: quota_type(fields)?,
        customer_id: fields.text("customer_id")?.filter(),
        operation_time_begin: fields.text("operation_time_begin")?.filter(),
        operation_time_end: fields.text("operation_time_end")?.filter(),
        // A result that there is not is no filter.
        result: fields.text("result")?.or_ignored().and_then(|code| code.parse().ok()),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
        ..CouponRecords::default()
    };
    let page = shown(center.coupon_records(heard.viewer(), &query))?;
    let records = page.items.iter().map(|record| Record::of(record));
    Response::json(200, &Body { total_count: page.total, records: records.collect() })
}

fn operation(code: i64) -> Result<CouponOperation, Malformed> {
    let found = u8::try_from(code).ok().and_then(CouponOperation::of_code);
    found.ok_or_else(|| Malformed::new("1 to 9", code).at("operation_types"))
}

/// A type that there is not is refused by the query, as an empty one is.
fn quota_type(fields: &Fields) -> Result<Field<Given<QuotaType>>, Malformed> {
    let of_code = |text: String| text.parse().ok().and_then(QuotaType::of_code).map_or(Given::Invalid(text.into()), Given::Valid);
    Ok(match fields.text("quota_type")? {
        Sent::Absent => Field::Absent,
        Sent::Null => Field::Null,
        Sent::Empty => Field::Value("".into()),
        Sent::Value(text) => Field::Value(of_code(text)),
    })
}
