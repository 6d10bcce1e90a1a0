//! ListPartnerAdjustRecords (查询调账记录): what a partner allocated and reclaimed.

use serde::Serialize;

use super::decimal::MEASURE_MAIN_UNIT;
use super::{Heard, Operation, Reply, Response, shown};
use crate::adjustment::{AdjustmentItem, AdjustmentRecords};
use crate::center::PartnerCenter;
use crate::time::Timestamp;

pub(super) const OPERATION: Operation =
    Operation { name: "ListPartnerAdjustRecords", method: "GET", path: "/v3/accounts/partner-accounts/adjust-records", run };

#[derive(Serialize)]
struct Body<'a> {
    total_count: usize,
    records: Vec<AdjustRecord<'a>>,
}

/// The center keeps neither where the money may be spent (`apply_scene`) nor a memo.
#[derive(Serialize)]
struct AdjustRecord<'a> {
    customer_id: &'a str,
    customer_name: &'a str,
    operation_type: &'static str,
    /// Text, as the vendor has it.
    amount: String,
    currency: &'static str,
    operation_time: Timestamp,
    measure_id: u8,
    trans_id: &'a str,
}

impl<'a> AdjustRecord<'a> {
    fn of(item: &'a AdjustmentItem) -> Self {
        Self {
            customer_id: &item.customer_id,
            customer_name: &item.customer_name,
            operation_type: item.operation_type.name(),
            amount: item.amount.amount().to_string(),
            currency: item.amount.currency().code(),
            operation_time: item.operation_time,
            measure_id: MEASURE_MAIN_UNIT,
            trans_id: item.trans_id.as_str(),
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let query = AdjustmentRecords {
        customer_id: fields.text("customer_id")?.filter(),
        operation_type: fields.text("operation_type")?.filter(),
        operation_time_begin: fields.text("operation_time_begin")?.filter(),
        operation_time_end: fields.text("operation_time_end")?.filter(),
        trans_id: fields.text("trans_id")?.filter(),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
    };
    let page = shown(center.adjustment_records(heard.viewer_in_full(center)?, &query))?;
    Response::json(200, &Body { total_count: page.total, records: page.items.iter().map(AdjustRecord::of).collect() })
}
