//! Operation records of coupons: each by itself, and the records of one partner among each other.

use serde::Deserialize;

use super::quota::Quotas;
use super::row::{Amounts, Ids, Last, POSSIBLE_AMOUNTS, Take, present, twice};
use super::{Audit, Cents, Finding, Names, Place};
use crate::coupon::record::ISSUE_AND_RECLAIM_LOGGED;
use crate::coupon::{CouponKind, CouponOperation, OperationResult};
use crate::money::Currency;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[&ONLY_ISSUES_FAIL, &ONE_CALL];

rule! {
    /// Only the record of an issue tells a failure, and then names no coupon; every other record names one.
    ONLY_ISSUES_FAIL = "audit.record.only-issues-fail", view, derived "a refused reclaim leaves no record";
    zh "只有发放记录可能失败,失败记录不含券;其他记录均含券";
}

rule! {
    /// The records of one call follow each other, at one time; its issues are from one quota and of one amount and kind.
    ONE_CALL = "audit.record.one-call", view, derived "a call names one quota and one face value";
    zh "同一次调用的记录相互连续、时间相同,其发放记录的额度、金额和券类型相同";
}

/// A row of exported operation records of coupons, as far as an audit reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CouponRecordRow {
    /// The record.
    pub record_id: String,
    /// Which of the partner's records it is.
    pub number: u64,
    /// The partner whose record it is.
    pub partner_id: String,
    /// When it was done.
    pub operation_time: String,
    /// What was done.
    pub operation_type: String,
    /// The vendor's code for it.
    pub operation_code: u8,
    /// Whether it was.
    pub result: String,
    /// The quota that paid, or that was credited.
    pub quota_id: String,
    /// The coupon; nothing when its issue failed.
    #[serde(deserialize_with = "present")]
    pub coupon_id: Option<String>,
    /// What the coupon is, or would have been.
    pub kind: String,
    /// The customer.
    pub customer_id: String,
    /// Its name.
    pub customer_name: String,
    /// The amount.
    pub amount: String,
    /// The currency.
    pub currency: String,
    /// The rules that were broken.
    pub reasons: String,
}

/// Partners, and the last record of each.
#[derive(Debug, Default)]
pub(crate) struct Records {
    partners: Names<Partner>,
    ids: Ids,
}

#[derive(Debug, Default)]
struct Partner {
    coupons: Last,
    quotas: Last,
    call: Option<Call>,
}

/// The call that the last record of a partner comes from.
#[derive(Debug)]
struct Call {
    request: Box<str>,
    /// The place of the record's event among those of its request.
    index: u64,
    place: Place,
    time: Option<Timestamp>,
    issued: Option<(Issue, Place)>,
}

/// What the issues of one call have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Issue {
    quota: usize,
    kind: Option<CouponKind>,
    amount: Option<Cents>,
    currency: Option<Currency>,
}

impl Issue {
    /// What another issue of the call has otherwise.
    fn unlike(self, other: Self, rows: [Place; 2], quotas: &Quotas) -> Option<Finding> {
        let told = |expected: String, found: String| Some(Finding::new(&ONE_CALL, rows, expected, found));
        match (self, other) {
            (before, other) if before.quota != other.quota => {
                told(quotas.name(before.quota).into(), quotas.name(other.quota).into())
            }
            (Self { amount: Some(expected), .. }, Self { amount: Some(found), .. }) if expected != found => {
                Some(Finding::amounts(&ONE_CALL, rows, expected, found))
            }
            (Self { kind: Some(expected), .. }, Self { kind: Some(found), .. }) if expected != found => {
                told(expected.to_string(), found.to_string())
            }
            (Self { currency: Some(expected), .. }, Self { currency: Some(found), .. }) if expected != found => {
                told(expected.code().into(), found.code().into())
            }
            _ => None,
        }
    }
}

/// A record as an audit has read it.
#[derive(Clone, Copy)]
pub(super) struct Read {
    pub place: Place,
    pub partner: usize,
    pub operation: CouponOperation,
    pub quota: usize,
    pub customer: usize,
    pub kind: Option<CouponKind>,
    pub amount: Option<Cents>,
    pub currency: Option<Currency>,
    pub time: Option<Timestamp>,
}

impl Records {
    /// The number of a partner.
    pub fn partner(&mut self, id: &str) -> usize {
        self.partners.known(id).0
    }

    pub fn partner_name(&self, number: usize) -> &str {
        self.partners.name(number)
    }

    /// The next record of child quotas of a partner.
    pub fn next_of_quotas(&mut self, partner: &str, place: Place, number: u64, time: Option<Timestamp>) -> [Option<Finding>; 2] {
        self.partners.known(partner).1.quotas.next(place, number, time)
    }
}

/// The request that a record comes from, and the place of its event among those of the request.
fn origin(record: &str) -> Option<(&str, u64)> {
    let (request, index) = record.rsplit_once('-')?;
    Some((request, index.parse().ok()?))
}

impl Call {
    /// The next record of the partner: what it has otherwise than those before it, if it is of this call.
    fn next(&mut self, next: Self, quotas: &Quotas) -> Option<Finding> {
        if self.request != next.request {
            *self = next;
            return None;
        }
        let finding = if next.index <= self.index {
            Some(Finding::new(&ONE_CALL, [self.place, next.place], format!("> {}", self.index), next.index))
        } else if next.time != self.time {
            let time = |time: Option<Timestamp>| time.map_or_else(|| "null".into(), |time| time.to_string());
            Some(Finding::new(&ONE_CALL, [self.place, next.place], time(self.time), time(next.time)))
        } else {
            self.issued
                .zip(next.issued)
                .and_then(|((before, above), (issue, place))| before.unlike(issue, [above, place], quotas))
        };
        *self = Self { issued: next.issued.or(self.issued), ..next };
        finding
    }
}

impl CouponRecordRow {
    /// What the record says of itself, as far as it is possible.
    fn by_itself(&self, place: Place, operation: Option<CouponOperation>, result: Option<OperationResult>, audit: &mut Audit) {
        if let Some(operation) = operation {
            audit.code_fits(place, operation.code(), self.operation_code);
        }
        let Some(result) = result else { return };
        let failed = result == OperationResult::Failure;
        if failed == self.reasons.is_empty() {
            let (expected, found) = if failed { ("reasons", "null") } else { ("null", &*self.reasons) };
            audit.find(Finding::new(&ISSUE_AND_RECLAIM_LOGGED, [place], expected, found));
        }
        if failed && operation.is_some_and(|operation| operation != CouponOperation::Issue) {
            audit.find(Finding::new(&ONLY_ISSUES_FAIL, [place], OperationResult::Success, result));
        }
        match &self.coupon_id {
            Some(id) if failed => audit.find(Finding::new(&ONLY_ISSUES_FAIL, [place], "null", id)),
            None if !failed => audit.find(Finding::new(&ONLY_ISSUES_FAIL, [place], "coupon_id", "null")),
            _ => {}
        }
    }
}

impl Take for CouponRecordRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        let operation = audit.read(place, "operation_type", &self.operation_type);
        let result = audit.read(place, "result", &self.result);
        let kind = audit.read(place, "kind", &self.kind);
        let time = audit.read(place, "operation_time", &self.operation_time);
        let currency = audit.read_currency(place, &self.currency);
        let amount = audit.read_amount(place, "amount", &self.amount, Amounts::Moved(&POSSIBLE_AMOUNTS));
        self.by_itself(place, operation, result, audit);
        if let Some(before) = audit.records.ids.repeated(&self.record_id, place) {
            audit.find(twice(&self.record_id, [before, place]));
        }

        let quota = audit.quotas.named(&self.quota_id, place);
        let (customer, renamed) = audit.customers.named(&self.customer_id, &self.customer_name, place);
        let (partner, known) = audit.records.partners.known(&self.partner_id);
        let [misnumbered, disordered] = known.coupons.next(place, self.number, time);
        let issue = Issue { quota, kind, amount, currency };
        let issued = (operation == Some(CouponOperation::Issue)).then_some((issue, place));
        let call = origin(&self.record_id).map(|(request, index)| Call { request: request.into(), index, place, time, issued });
        let miscalled = match (&mut known.call, call) {
            (Some(before), Some(call)) => before.next(call, &audit.quotas),
            (before, call) => {
                *before = call;
                None
            }
        };
        [renamed, misnumbered, disordered, miscalled].into_iter().flatten().for_each(|finding| audit.find(finding));

        let Some(operation) = operation else { return };
        if operation == CouponOperation::Issue {
            audit.quotas.cut(quota, kind, place);
            audit.quotas.issued_by(quota, partner, place);
            audit.quotas.in_currency(quota, currency, place);
        }
        if let (Some(coupon), Some(OperationResult::Success)) = (&self.coupon_id, result) {
            audit.record(coupon, Read { place, partner, operation, quota, customer, kind, amount, currency, time });
        }
    }

    fn finish(_: &mut Audit) {}
}
