//! Records and lists as files: CSV for spreadsheets, JSON Lines for programs.

use serde::Serialize;

use super::access::Caller;
use super::record::{CouponRecord, CouponRecords, operator_name};
use super::{Books, OperationResult};
use crate::decision::{Breach, Check, Review, facts};
use crate::id::Given;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Time};

pub(crate) static RULES: &[&Rule] = &[&RANGE, &ORDER_OF_TIMES];

/// A row of the exported coupon records: the columns of the file, in order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordRow {
    /// The record's id.
    pub record_id: String,
    /// When it was done.
    pub operation_time: Timestamp,
    /// What was done.
    pub operation_type: &'static str,
    /// The vendor's code for it.
    pub operation_code: u8,
    /// `success` or `failure`.
    pub result: &'static str,
    /// The quota.
    pub quota_id: String,
    /// The coupon; empty when its issue failed.
    pub coupon_id: String,
    /// What the coupon is.
    pub kind: &'static str,
    /// The customer.
    pub customer_id: String,
    /// Its name.
    pub customer_name: String,
    /// The amount, in the currency's main unit.
    pub amount: String,
    /// The currency.
    pub currency: &'static str,
    /// Who did it.
    pub operator: String,
    /// The issuer's note.
    pub remark: String,
    /// The rules that were broken, one after the other.
    pub reasons: String,
    /// What was wrong, in English.
    pub messages_en: String,
    /// What was wrong, in Chinese.
    pub messages_zh: String,
}

impl RecordRow {
    /// The columns of the file, in order.
    pub const COLUMNS: &[&str] = &[
        "record_id",
        "operation_time",
        "operation_type",
        "operation_code",
        "result",
        "quota_id",
        "coupon_id",
        "kind",
        "customer_id",
        "customer_name",
        "amount",
        "currency",
        "operator",
        "remark",
        "reasons",
        "messages_en",
        "messages_zh",
    ];

    fn of(books: Books, record: &CouponRecord) -> Self {
        let customer = books.directory.customer_named(&record.customer_id);
        let each = |text: &dyn Fn(&Breach) -> String| record.reasons.iter().map(text).collect::<Vec<_>>().join("; ");
        Self {
            record_id: record.id(),
            operation_time: record.operation_time,
            operation_type: record.operation_type.name(),
            operation_code: record.operation_type.code(),
            result: if record.result == OperationResult::Success { "success" } else { "failure" },
            quota_id: record.quota_id.to_string(),
            coupon_id: record.coupon_id.as_ref().map_or_else(String::new, ToString::to_string),
            kind: record.kind.name(),
            customer_id: record.customer_id.to_string(),
            customer_name: customer.map_or_else(String::new, |customer| customer.profile.name.clone()),
            amount: record.operation_amount.amount().to_string(),
            currency: record.operation_amount.currency().code(),
            operator: operator_name(&record.operator),
            remark: record.remark.as_deref().unwrap_or("").into(),
            reasons: each(&|breach| breach.rule.id.into()),
            messages_en: each(&Breach::message_en),
            messages_zh: each(&Breach::message_zh),
        }
    }
}

impl CouponRecords {
    /// All records the query finds, as rows of a file.
    pub(crate) fn export(&self, books: Books, caller: Caller, now: Timestamp) -> Result<Vec<RecordRow>, Vec<Breach>> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return Err(review.breaches);
        }
        let given = |field: &Time| match field {
            Field::Value(given) => given.value().copied(),
            Field::Absent | Field::Null => None,
        };
        let months = books.policy.limits.export_months_max;
        let (begin, end) = (given(&self.operation_time_begin), given(&self.operation_time_end));
        let both = begin.zip(end);
        let times = both.map(|(begin, end)| [range(begin, end, months), order_of_times(begin, end)]);
        let mut query = self.clone();
        if self.operation_time_begin.is_absent() {
            let begin = end.unwrap_or(now).months_earlier(months);
            query.operation_time_begin = Field::Value(Given::Valid(begin));
        } else if let (Some(begin), true) = (begin, self.operation_time_end.is_absent()) {
            query.operation_time_end = Field::Value(Given::Valid(begin.months_later(months)));
        }
        let view = query.all(books, caller, review, times.into_iter().flatten());
        if !view.is_accepted() {
            return Err(view.breaches);
        }
        Ok(view.items.into_iter().map(|record| RecordRow::of(books, record)).collect())
    }
}

rule! {
    /// An export must span at most 12 calendar months. An end that is not given is 12 months from the other; without either, it is the last 12 months.
    RANGE = "coupon.export.range", call, documented "manual, exporting records";
    zh "导出的时间范围最长 12 个自然月;只填一端时取另一端起 12 个月,均不填时为最近 12 个月";
    broken "{begin} to {end} is more than {months} months", "{begin} 至 {end} 超过 {months} 个月";
    comply "export year by year", "请按年分次导出";
}

fn range(begin: Timestamp, end: Timestamp, months: u32) -> Check {
    RANGE.require(end <= begin.months_later(months), || facts! { begin: begin, end: end, months: months })
}

rule! {
    /// An export must begin no later than it ends.
    ORDER_OF_TIMES = "coupon.export.order-of-times", call, derived "nothing lies between otherwise";
    zh "导出的开始时间不得晚于结束时间";
    broken "{begin} is later than {end}", "{begin} 晚于 {end}";
    comply "exchange the times", "请交换起止时间";
}

fn order_of_times(begin: Timestamp, end: Timestamp) -> Check {
    ORDER_OF_TIMES.require(begin <= end, || facts! { begin: begin, end: end })
}
