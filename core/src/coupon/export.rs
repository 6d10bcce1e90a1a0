//! Coupons, and what was done to them and with them, as rows of files.

use super::access::Caller;
use super::record::{CouponRecord, CouponRecords, operator_name};
use super::{
    Books, CouponItem, CouponKind, CouponOperation, CouponStatus, CouponUsage, CustomerCoupons, IssuedCoupons, OperationResult,
    UsageItem,
};
use crate::center::{PartnerCenter, Viewer};
use crate::decision::{Breach, Check, Review, facts};
use crate::error::Error;
use crate::export::{Export, joined, row};
use crate::id::{CouponId, CustomerId, Given, OrderId, PartnerId, QuotaId};
use crate::quota::TermsColumns;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Part, Time, View};

pub(crate) static RULES: &[&Rule] = &[&RANGE, &ORDER_OF_TIMES];

row! {
    /// A row of exported operation records of coupons.
    pub struct RecordRow {
        /// The record.
        pub record_id: String,
        /// Which of the partner's records it is, from 1.
        pub number: u64,
        /// The partner whose record it is.
        pub partner_id: PartnerId,
        /// When it was done.
        pub operation_time: Timestamp,
        /// What was done.
        pub operation_type: CouponOperation,
        /// The vendor's code for it.
        pub operation_code: u8,
        /// `success` or `failure`.
        pub result: OperationResult,
        /// The quota that paid, or that was credited.
        pub quota_id: QuotaId,
        /// The coupon; nothing when its issue failed.
        pub coupon_id: Option<CouponId>,
        /// What the coupon is, or would have been.
        pub kind: CouponKind,
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
        pub remark: Option<String>,
        /// The rules that were broken.
        pub reasons: String,
        /// What was wrong, in English.
        pub messages_en: String,
        /// What was wrong, in Chinese.
        pub messages_zh: String,
    }
}

row! {
    /// A row of exported coupons.
    pub struct CouponRow {
        /// The coupon.
        pub coupon_id: CouponId,
        /// What it is.
        pub kind: CouponKind,
        /// Its state, as the clock has it.
        pub status: CouponStatus,
        /// The customer who has it.
        pub customer_id: CustomerId,
        /// Its name.
        pub customer_name: String,
        /// The partner whose it is to reclaim.
        pub source_id: PartnerId,
        /// The quota that paid for it.
        pub quota_id: QuotaId,
        /// Its value when it was issued, in the currency's main unit.
        pub face_value: String,
        /// What is left of it.
        pub balance: String,
        /// What orders took from it, without what refunds put back.
        pub used: String,
        /// What went back to a quota.
        pub returned: String,
        /// What was lost with a legacy coupon's single use.
        pub forfeited: String,
        /// The currency.
        pub currency: &'static str,
        /// From when it can be used.
        pub effective_time: Timestamp,
        /// Until when, this instant included.
        pub expire_time: Timestamp,
        /// When it was issued.
        pub create_time: Timestamp,
        /// When it was last used.
        pub last_used_time: Option<Timestamp>,
        /// The orders that used it, in order.
        pub order_ids: String,
        /// The unpaid order that holds it.
        pub lock_order_id: Option<OrderId>,
        /// Whether the vendor has frozen it.
        pub is_frozen: bool,
        /// Whether it is a legacy coupon, good for one use.
        pub legacy: bool,
    }
    and
    /// Where and how it may be used.
    terms: TermsColumns
}

row! {
    /// A row of the exported usage of a coupon.
    pub struct UsageRow {
        /// The coupon.
        pub coupon_id: String,
        /// The order.
        pub order_id: OrderId,
        /// What it took, in the currency's main unit.
        pub amount: String,
        /// The currency.
        pub currency: &'static str,
        /// When.
        pub used_time: Timestamp,
    }
}

impl RecordRow {
    fn of(books: Books, (record, number): (&CouponRecord, u64), in_full: bool) -> Self {
        let customer = books.directory.customer_named(&record.customer_id);
        Self {
            record_id: record.id(),
            number,
            partner_id: record.partner_id.clone(),
            operation_time: record.operation_time,
            operation_type: record.operation_type,
            operation_code: record.operation_type.code(),
            result: record.result,
            quota_id: record.quota_id.clone(),
            coupon_id: record.coupon_id.clone(),
            kind: record.kind,
            customer_id: record.customer_id.to_string(),
            customer_name: customer.map_or_else(String::new, |customer| customer.profile.name.shown(in_full)),
            amount: record.operation_amount.amount().to_string(),
            currency: record.operation_amount.currency().code(),
            operator: operator_name(&record.operator),
            remark: record.remark.as_deref().map(Into::into),
            reasons: joined(record.reasons.iter().map(|breach| breach.rule.id)),
            messages_en: joined(record.reasons.iter().map(Breach::message_en)),
            messages_zh: joined(record.reasons.iter().map(Breach::message_zh)),
        }
    }
}

impl CouponRow {
    fn of(books: Books, item: CouponItem, in_full: bool) -> Self {
        let customer = books.directory.customer(&item.customer_id);
        Self {
            customer_name: customer.map_or_else(String::new, |customer| customer.profile.name.shown(in_full)),
            coupon_id: item.coupon_id,
            kind: item.kind,
            status: item.status,
            customer_id: item.customer_id,
            source_id: item.source_id,
            quota_id: item.quota_id,
            face_value: item.face_value.amount().to_string(),
            balance: item.balance.amount().to_string(),
            used: item.used.amount().to_string(),
            returned: item.returned.amount().to_string(),
            forfeited: item.forfeited.amount().to_string(),
            currency: item.face_value.currency().code(),
            effective_time: item.effective_time,
            expire_time: item.expire_time,
            create_time: item.create_time,
            last_used_time: item.last_used_time,
            order_ids: joined(item.order_ids),
            lock_order_id: item.lock_order_id,
            is_frozen: item.is_frozen,
            legacy: item.legacy,
            terms: TermsColumns::of(&item.terms),
        }
    }
}

impl UsageRow {
    fn of(coupon: &str, item: UsageItem) -> Self {
        Self {
            coupon_id: coupon.into(),
            order_id: item.order_id,
            amount: item.amount.amount().to_string(),
            currency: item.amount.currency().code(),
            used_time: item.used_time,
        }
    }
}

impl Export for IssuedCoupons {
    type Row = CouponRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<CouponRow>, Error> {
        let (books, caller) = (center.books(), center.viewer(viewer)?);
        Ok(self.answer(books, caller, viewer.at, Part::All).map(|item| CouponRow::of(books, item, caller.reveal)))
    }
}

impl Export for CustomerCoupons {
    type Row = CouponRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<CouponRow>, Error> {
        let (books, caller) = (center.books(), center.viewer(viewer)?);
        Ok(self.answer(books, caller, viewer.at, Part::All).map(|item| CouponRow::of(books, item, caller.reveal)))
    }
}

impl Export for CouponUsage {
    type Row = UsageRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<UsageRow>, Error> {
        let (books, caller) = (center.books(), center.viewer(viewer)?);
        Ok(self.answer(books, caller, Part::All).map(|item| UsageRow::of(&self.coupon_id.text(), item)))
    }
}

impl Export for CouponRecords {
    type Row = RecordRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<RecordRow>, Error> {
        let (books, caller) = (center.books(), center.viewer(viewer)?);
        Ok(self.exported(books, caller, viewer.at).map(|record| RecordRow::of(books, record, caller.reveal)))
    }
}

impl CouponRecords {
    /// All records the query finds, within the time that one export may span.
    fn exported<'a>(&self, books: Books<'a>, caller: Caller<'a>, now: Timestamp) -> View<(&'a CouponRecord, u64)> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
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
        query.all(books, caller, review, times.into_iter().flatten())
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
