//! Operation records of coupons (操作记录): every issue and every reclaim leaves one, a refused customer with its reasons.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::access::{Caller, EVERY_KIND, GROUP_A, Operation, indirect_partner_owned};
use super::reclaim::ReclaimCause;
use super::{Books, CouponBook, CouponKind};
use crate::decision::{Actor, Breach, Check, Review, facts};
use crate::event::{Change, Event};
use crate::id::{CouponId, CustomerId, Given, PartnerId, QuotaId, RequestId};
use crate::money::Money;
use crate::policy::Policy;
use crate::quota::QuotaType;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Means, Paging, Part, Time, View};

pub(crate) static RULES: &[&Rule] =
    &[&TYPES_MAX, &COUPONS_MAX, &RESULT_FILTER, &ISSUE_AND_RECLAIM_LOGGED, &CONSOLE_FILTERS, &IMMUTABLE];

/// What was done to a coupon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CouponOperation {
    /// 发放. Code 1.
    Issue,
    /// 手动回收. Code 2.
    Reclaim,
    /// 解绑自动回收. Code 3.
    Unassociate,
    /// 过期回收. Code 4.
    Expiry,
    /// 退订回收. Code 5.
    Unsubscribe,
    /// 退款充值撤销. Code 6.
    RefundReversal,
    /// 建立关联回收. Code 7.
    Associate,
    /// 切换关联模式自动回收. Code 8.
    ModeSwitch,
    /// 云经销商转移. Code 9.
    ResellerTransfer,
}

crate::named::named!(
    CouponOperation: Issue = "issue", Reclaim = "reclaim", Unassociate = "unassociate", Expiry = "expiry", Unsubscribe = "unsubscribe",
    RefundReversal = "refund-reversal", Associate = "associate", ModeSwitch = "mode-switch", ResellerTransfer = "reseller-transfer"
);
crate::named::named!(
    codes CouponOperation: Issue = 1, Reclaim = 2, Unassociate = 3, Expiry = 4, Unsubscribe = 5, RefundReversal = 6, Associate = 7,
    ModeSwitch = 8, ResellerTransfer = 9
);

impl From<ReclaimCause> for CouponOperation {
    fn from(cause: ReclaimCause) -> Self {
        match cause {
            ReclaimCause::Manual => Self::Reclaim,
            ReclaimCause::Unassociate | ReclaimCause::LeaveEnterprise => Self::Unassociate,
            ReclaimCause::Expiry => Self::Expiry,
            ReclaimCause::Unsubscribe => Self::Unsubscribe,
            ReclaimCause::RefundReversal => Self::RefundReversal,
            ReclaimCause::Associate => Self::Associate,
            ReclaimCause::ModeSwitch | ReclaimCause::ContractingPartyChange => Self::ModeSwitch,
        }
    }
}

/// Whether it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OperationResult {
    /// It was. Code 0.
    Success,
    /// It was not. Code −1.
    Failure,
}

crate::named::named!(OperationResult: Success = "success", Failure = "failure");

/// An operation record of a coupon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CouponRecord {
    /// The request it comes from.
    pub request: RequestId,
    /// The place of its event among those of the request, from 0.
    pub index: u32,
    /// The partner whose record it is.
    pub partner_id: PartnerId,
    /// Who did it.
    pub operator: Actor,
    /// What was done.
    pub operation_type: CouponOperation,
    /// The quota that paid, or that was credited.
    pub quota_id: QuotaId,
    /// The coupon; none when its issue failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coupon_id: Option<CouponId>,
    /// What the coupon is, or would have been.
    pub kind: CouponKind,
    /// The customer; of a failed issue, as the caller wrote it.
    pub customer_id: Arc<str>,
    /// The face value of an issue, the value taken by a reclaim.
    pub operation_amount: Money,
    /// When.
    pub operation_time: Timestamp,
    /// Whether it was done.
    pub result: OperationResult,
    /// Why not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Breach>,
    /// The issuer's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Arc<str>>,
}

impl CouponRecord {
    /// Its id, which is its event's.
    pub fn id(&self) -> String {
        crate::event::id(&self.request, self.index)
    }

    /// The record an event leaves, made before the book takes the event in.
    pub(super) fn of(event: &Event, book: &CouponBook) -> Option<Self> {
        let record = |operation_type, kind, partner_id: &PartnerId, quota_id: &QuotaId, customer_id: Arc<str>, amount| Self {
            request: event.request.clone(),
            index: event.index,
            partner_id: partner_id.clone(),
            operator: event.actor.clone(),
            operation_type,
            quota_id: quota_id.clone(),
            coupon_id: None,
            kind,
            customer_id,
            operation_amount: amount,
            operation_time: event.at,
            result: OperationResult::Success,
            reasons: Vec::new(),
            remark: None,
        };
        match &event.change {
            Change::CouponIssued(it) => Some(Self {
                coupon_id: Some(it.coupon.clone()),
                remark: it.memo.clone(),
                ..record(CouponOperation::Issue, it.kind, &it.issuer, &it.quota, (&it.customer).into(), it.face_value)
            }),
            Change::CouponIssueFailed(it) => Some(Self {
                result: OperationResult::Failure,
                reasons: it.breaches.clone(),
                remark: it.memo.clone(),
                ..record(CouponOperation::Issue, it.kind, &it.issuer, &it.quota, it.customer.clone(), it.face_value)
            }),
            Change::CouponReclaimed(it) => {
                let coupon = book.coupon(&it.coupon)?;
                let customer = (&coupon.customer).into();
                Some(Self {
                    coupon_id: Some(it.coupon.clone()),
                    ..record(it.cause.into(), coupon.kind, &coupon.issuer, &it.credited, customer, it.amount)
                })
            }
            Change::CouponIssuerChanged(it) => {
                let coupon = book.coupon(&it.coupon)?;
                let customer = (&coupon.customer).into();
                Some(Self {
                    coupon_id: Some(it.coupon.clone()),
                    ..record(CouponOperation::ResellerTransfer, coupon.kind, &it.from, &coupon.quota, customer, it.amount)
                })
            }
            _ => None,
        }
    }
}

/// Asks for operation records.
///
/// Vendor: ListPartnerCouponsRecord; in the console also by name and operator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct CouponRecords {
    /// What was done: at most 8 values; all when absent or null.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub operation_types: Field<Vec<CouponOperation>>,
    /// The coupons, at most 100.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub coupon_ids: Field<Vec<Given<CouponId>>>,
    /// The quota.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub quota_id: Field<Given<QuotaId>>,
    /// The type of the quota.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub quota_type: Field<Given<QuotaType>>,
    /// The customer.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_id: Field<Given<CustomerId>>,
    /// Later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub operation_time_begin: Time,
    /// Earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub operation_time_end: Time,
    /// 0: what was done; −1: what was not; anything else, or nothing: both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<i64>,
    /// What the coupons are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<CouponKind>,
    /// A part of the customer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_name: Option<String>,
    /// A part of the name of the customer's account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
    /// Who did it: a part of the id of the partner or operator account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// The reseller whose records a distributor asks for, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

const OPERATION: Operation =
    Operation { permission_items: &["BPC_ITEM_SUBCUSTSERV_030102"], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl CouponRecords {
    pub(crate) fn answer<'a>(&self, books: Books<'a>, caller: Caller<'a>) -> View<&'a CouponRecord> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let paging = |review: &mut Review| Paging::ask(review, Part::Page, self.offset, self.limit);
        self.found(books, caller, review, paging).map(|(record, _)| record)
    }

    /// All that is found, without paging, once these hold too; with each, which of the partner's records it is.
    pub(super) fn all<'a>(
        &self,
        books: Books<'a>,
        caller: Caller<'a>,
        review: Review,
        further: impl IntoIterator<Item = Check>,
    ) -> View<(&'a CouponRecord, u64)> {
        self.found(books, caller, review, |review| {
            review.ask(further);
            Paging::ALL
        })
    }

    fn found<'a>(
        &self,
        books: Books<'a>,
        caller: Caller<'a>,
        mut review: Review,
        paging: impl FnOnce(&mut Review) -> Paging,
    ) -> View<(&'a CouponRecord, u64)> {
        let reseller = caller.named_in(&self.indirect_partner_id);
        review.ask_caller(caller, &OPERATION).ask([
            indirect_partner_owned(caller, reseller),
            types_max(books.policy, self),
            coupons_max(books.policy, self),
        ]);
        let types = review.list_filter("operation_types", &self.operation_types, Means::Ignored, Means::Nothing);
        let coupons = review.list_filter("coupon_ids", &self.coupon_ids, Means::Nothing, Means::Nothing);
        let quota = review.filter("quota_id", &self.quota_id, Means::Nothing, Means::Nothing);
        let quota_type = review.known("quota_type", &self.quota_type, Means::Ignored);
        let customer = review.filter("customer_id", &self.customer_id, Means::Nothing, Means::Nothing);
        let names = ["operation_time_begin", "operation_time_end"];
        let (begin, end) = (&self.operation_time_begin, &self.operation_time_end);
        let in_time = review.between(names, begin, end, Means::Refused);
        let paging = paging(&mut review);
        let Some(party) = caller.party(reseller) else { return View::page(review, paging, std::iter::empty()) };

        let of_party = books.coupons.records().iter().filter(|record| record.partner_id == party.id).zip(1..);
        let found = of_party.filter(|(record, _)| {
            let is_wanted = |wanted: &Given<CouponId>| record.coupon_id.as_ref().is_some_and(|id| wanted.value() == Some(id));
            types.lets_if(|types| types.contains(&record.operation_type))
                && coupons.lets_if(|wanted| wanted.iter().any(is_wanted))
                && quota.lets(&record.quota_id)
                && quota_type.lets_if(|wanted| (*wanted == QuotaType::Cash) == (record.kind == CouponKind::Cash))
                && customer.lets_if(|wanted| wanted.as_str() == &*record.customer_id)
                && in_time(record.operation_time)
                && self.lets_result(record.result)
                && self.lets_names(books, record)
        });
        View::page(review, paging, found)
    }

    fn lets_result(&self, result: OperationResult) -> bool {
        match self.result {
            Some(0) => result == OperationResult::Success,
            Some(-1) => result == OperationResult::Failure,
            _ => true,
        }
    }

    fn lets_names(&self, books: Books, record: &CouponRecord) -> bool {
        if let Some(kind) = self.kind
            && kind != record.kind
        {
            return false;
        }
        let customer = || books.directory.customer_named(&record.customer_id);
        let has =
            |part: &Option<String>, name: &dyn Fn() -> String| part.as_ref().is_none_or(|part| name().contains(part.as_str()));
        has(&self.customer_name, &|| customer().map_or_else(String::new, |customer| customer.profile.name.in_full().to_owned()))
            && has(&self.account_name, &|| {
                customer().map_or_else(String::new, |customer| customer.profile.account_name.in_full().to_owned())
            })
            && has(&self.operator, &|| operator_name(&record.operator))
    }
}

/// How an operator is shown.
pub(crate) fn operator_name(operator: &Actor) -> String {
    match operator {
        Actor::Partner(account) => account.partner.to_string(),
        Actor::Member(account) => account.member.to_string(),
        Actor::Customer(account) => account.customer.to_string(),
        Actor::Vendor(_) | Actor::System(_) => String::new(),
    }
}

rule! {
    /// A record query must name at most 8 operation types, although there are 9; for all of them the filter is left away.
    TYPES_MAX = "coupon.record.types-max", call, "CBC.0100" 400, documented "ListPartnerCouponsRecord, 2025-12-23";
    zh "记录查询最多指定 8 种操作类型(共 9 种),查询全部时不携带该条件";
    broken "{count} operation types are named, at most {limit} are allowed", "指定了 {count} 种操作类型,最多 {limit} 种";
    comply "leave the filter away to see all types", "查询全部类型请不携带该条件";
}

fn types_max(policy: &Policy, query: &CouponRecords) -> Check {
    let count = query.operation_types.len();
    let limit = policy.limits.record_types_max;
    TYPES_MAX.require(count <= limit, || facts! { count: count, limit: limit })
}

rule! {
    /// A record query must name at most 100 coupons.
    COUPONS_MAX = "coupon.record.coupons-max", call, "CBC.0100" 400, documented "ListPartnerCouponsRecord, coupon_ids";
    zh "记录查询最多指定 100 张券";
    broken "{count} coupons are named, at most {limit} are allowed", "指定了 {count} 张券,最多 {limit} 张";
    comply "split the coupons over several queries", "请分多次查询";
}

fn coupons_max(policy: &Policy, query: &CouponRecords) -> Check {
    let (count, limit) = (query.coupon_ids.len(), policy.limits.record_coupons_max);
    COUPONS_MAX.require(count <= limit, || facts! { count: count, limit: limit })
}

rule! {
    /// Result 0 shows what was done, −1 what was not; any other value shows both.
    RESULT_FILTER = "coupon.record.result-filter", view, documented "SDK, result";
    zh "结果条件 0 为成功、-1 为失败,其他值不过滤";
}

rule! {
    /// Every issue and every reclaim of a partner leaves a record that the partner can see and export; one that failed, with its reasons.
    ISSUE_AND_RECLAIM_LOGGED = "coupon.record.issue-and-reclaim-logged", view, documented "the project's founding requirements";
    zh "伙伴的每次发放和回收都有可查看、可导出的操作记录,失败的记录附原因";
}

rule! {
    /// In the console records are also found by customer name, account name and operator, each by a part of it.
    CONSOLE_FILTERS = "coupon.record.console-filters", view, documented "manual, operation records";
    zh "控制台的操作记录还可按客户名称、账号名和操作员筛选,支持部分匹配";
}

rule! {
    /// Records are only ever added.
    IMMUTABLE = "coupon.record.immutable", view, derived "what a log is";
    zh "操作记录只增不改";
}

impl<'a> Caller<'a> {
    /// The reseller a query names, if that counts.
    pub(crate) fn named_in<'g>(&self, field: &'g Field<Given<PartnerId>>) -> Option<&'g Given<PartnerId>> {
        match field {
            Field::Value(given) => self.named_reseller(Some(given)),
            Field::Absent | Field::Null => None,
        }
    }
}
