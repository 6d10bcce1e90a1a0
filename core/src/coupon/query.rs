//! Lists of coupons: those a partner issued, and those a customer has.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::access::{Caller, EVERY_KIND, GROUP_A, Operation, indirect_partner_owned, rate_limit};
use super::{Books, Coupon, CouponKind, CouponStatus};
use crate::decision::{Actor, Check, Review, facts};
use crate::directory::AssociationMode;
use crate::id::{CouponId, CustomerId, Given, OrderId, PartnerId, QuotaId};
use crate::money::Money;
use crate::pickup;
use crate::quota::Terms;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Means, Paging, Part, Time, View};

pub(crate) static RULES: &[&Rule] = &[
    &PAGE,
    &FILTER_REFUSED,
    &TIME_STRICT,
    &RESELLER_ID_NEEDED,
    &ISSUED_SCOPE,
    &ISSUED_RETENTION,
    &OWN_RETENTION,
    &CUSTOMER_TOKEN,
];

/// A coupon, as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CouponItem {
    /// Its id.
    pub coupon_id: CouponId,
    /// The customer who has it.
    pub customer_id: CustomerId,
    /// The partner whose it is to reclaim.
    pub source_id: PartnerId,
    /// The quota that paid for it.
    pub quota_id: QuotaId,
    /// What it is.
    pub kind: CouponKind,
    /// Its state, as the clock has it.
    pub status: CouponStatus,
    /// Its value when it was issued.
    pub face_value: Money,
    /// What is left of it.
    pub balance: Money,
    /// What orders took from it, without what refunds put back.
    pub used: Money,
    /// What went back to a quota.
    pub returned: Money,
    /// What was lost with a legacy coupon's single use.
    pub forfeited: Money,
    /// From when it can be used.
    pub effective_time: Timestamp,
    /// Until when, this instant included.
    pub expire_time: Timestamp,
    /// When it was issued.
    pub create_time: Timestamp,
    /// When it was last used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used_time: Option<Timestamp>,
    /// The orders that used it, in order.
    pub order_ids: Vec<OrderId>,
    /// The unpaid order that holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_order_id: Option<OrderId>,
    /// Whether the vendor has frozen it.
    pub is_frozen: bool,
    /// Whether it is a legacy coupon, good for one use.
    pub legacy: bool,
    /// Where and how it may be used.
    pub terms: Arc<Terms>,
}

impl CouponItem {
    fn of(coupon: &Coupon, now: Timestamp) -> Self {
        Self {
            coupon_id: coupon.id.clone(),
            customer_id: coupon.customer.clone(),
            source_id: coupon.issuer.clone(),
            quota_id: coupon.quota.clone(),
            kind: coupon.kind,
            status: coupon.status_at(now),
            face_value: coupon.face_value,
            balance: coupon.balance,
            // No sum of a coupon is above its face value, or below zero.
            used: coupon.consumed.minus(coupon.restored).unwrap_or(coupon.consumed),
            returned: coupon.returned,
            forfeited: coupon.forfeited,
            effective_time: coupon.effective_time,
            expire_time: coupon.expire_time,
            create_time: coupon.create_time,
            last_used_time: coupon.last_used_time,
            order_ids: coupon.uses.iter().map(|taken| taken.order.clone()).collect(),
            lock_order_id: coupon.lock_order_id.clone(),
            is_frozen: coupon.is_frozen,
            legacy: coupon.legacy,
            terms: coupon.terms.clone(),
        }
    }
}

/// Asks for the coupons that a partner, or a reseller of its, issued.
///
/// Vendor: ListIssuedPartnerCoupons.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct IssuedCoupons {
    /// The coupon.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub coupon_id: Field<Given<CouponId>>,
    /// An order that used it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub order_id: Field<Given<OrderId>>,
    /// The customer who has it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_id: Field<Given<CustomerId>>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<CouponKind>,
    /// Its state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<CouponStatus>,
    /// Issued later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub create_time_begin: Time,
    /// Issued earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub create_time_end: Time,
    /// Effective later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub effective_time_begin: Time,
    /// Effective earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub effective_time_end: Time,
    /// Expiring later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub expire_time_begin: Time,
    /// Expiring earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub expire_time_end: Time,
    /// The reseller whose coupons a distributor asks for, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

pub(super) const ISSUED: Operation =
    Operation { permission_items: &["BPC_ITEM_SUBCUSTSERV_030200"], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl IssuedCoupons {
    pub(crate) fn answer(&self, books: Books, caller: Caller, now: Timestamp, part: Part) -> View<CouponItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        review.ask_caller(caller, &ISSUED).ask([indirect_partner_owned(caller, reseller)]);
        let coupon_id = review.filter("coupon_id", &self.coupon_id, Means::Nothing, Means::Refused);
        let order = review.filter("order_id", &self.order_id, Means::Nothing, Means::Refused);
        let customer = review.filter("customer_id", &self.customer_id, Means::Nothing, Means::Nothing);
        let names = ["create_time_begin", "create_time_end"];
        let created = review.between(names, &self.create_time_begin, &self.create_time_end, Means::Ignored);
        let names = ["effective_time_begin", "effective_time_end"];
        let effective = review.between(names, &self.effective_time_begin, &self.effective_time_end, Means::Ignored);
        let names = ["expire_time_begin", "expire_time_end"];
        let expires = review.between(names, &self.expire_time_begin, &self.expire_time_end, Means::Ignored);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let Some(party) = caller.party(reseller) else { return View::page(review, paging, std::iter::empty()) };

        let is_shown = |coupon: &&Coupon| {
            let own = coupon.issuer == party.id && (!caller.is_api() || is_agency_coupon(books, coupon));
            own || pickup::view::shows(books, party, coupon)
        };
        let is_kept = |coupon: &&Coupon| issued_retention(books, coupon, now);
        let is_wanted = |coupon: &&Coupon| {
            coupon_id.lets(&coupon.id)
                && order.lets_if(|order| coupon.uses.iter().any(|taken| taken.order == *order))
                && customer.lets(&coupon.customer)
                && self.kind.is_none_or(|kind| is_kind(caller, kind, coupon))
                && self.status.is_none_or(|status| status == coupon.status_at(now))
                && created(coupon.create_time)
                && effective(coupon.effective_time)
                && expires(coupon.expire_time)
        };
        let found = books.coupons.coupons().filter(is_wanted).filter(is_shown).filter(is_kept);
        View::page(review, paging, found.map(|coupon| CouponItem::of(coupon, now)))
    }
}

/// Through the API kinds are told by their coupon type, and a pick-up voucher is a voucher.
fn is_kind(caller: Caller, kind: CouponKind, coupon: &Coupon) -> bool {
    if caller.is_api() { kind.code() == coupon.kind.code() } else { kind == coupon.kind }
}

fn is_agency_coupon(books: Books, coupon: &Coupon) -> bool {
    let customer = books.directory.customer(&coupon.customer);
    customer.and_then(|customer| customer.mode_with(&coupon.issuer)) == Some(AssociationMode::AgencyResale)
}

fn issued_retention(books: Books, coupon: &Coupon, now: Timestamp) -> bool {
    let months = books.policy.limits.issued_retention_years.saturating_mul(12);
    coupon.ended_at(now).is_none_or(|ended| ended.utc_date() > now.months_earlier(months).utc_date())
}

/// Asks for a customer's coupons with the customer's token, or for those a partner issued with the partner's.
///
/// Vendor: ListSubCustomerCoupons.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct CustomerCoupons {
    /// The customer; who may be named by that customer alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<CustomerId>,
    /// The coupon.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub coupon_id: Field<Given<CouponId>>,
    /// An order that used it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub order_id: Field<Given<OrderId>>,
    /// The promotion it belongs to. No coupon here has one.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub promotion_plan_id: Field<Given<OrderId>>,
    /// The partner who issued it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub source_id: Field<Given<PartnerId>>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<CouponKind>,
    /// Its state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<CouponStatus>,
    /// Active later than this. A coupon is active from its issue on.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub active_start_time: Time,
    /// Active earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub active_end_time: Time,
    /// The reseller whose coupons a distributor asks for, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; counts only together with `limit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

const CUSTOMERS: Operation = Operation {
    permission_items: &["BPC_MENU_FINANCE_100100", "BPC_ITEM_SUBCUSTSERV_050101"],
    api: GROUP_A,
    console: EVERY_KIND,
    changes_something: false,
};

impl CustomerCoupons {
    pub(crate) fn answer(&self, books: Books, caller: Caller, now: Timestamp, part: Part) -> View<CouponItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        match caller.actor {
            Actor::Customer(_) => review.ask([rate_limit(caller)]),
            _ => review.ask_caller(caller, &CUSTOMERS),
        };
        review.ask([indirect_partner_owned(caller, reseller), customer_token(caller.actor, self)]);
        let coupon_id = review.filter("coupon_id", &self.coupon_id, Means::Ignored, Means::Nothing);
        let order = review.filter("order_id", &self.order_id, Means::Ignored, Means::Nothing);
        let promotion = review.filter("promotion_plan_id", &self.promotion_plan_id, Means::Ignored, Means::Nothing);
        let source = review.filter("source_id", &self.source_id, Means::Ignored, Means::Nothing);
        let names = ["active_start_time", "active_end_time"];
        let (begin, end) = (&self.active_start_time, &self.active_end_time);
        let active = review.between(names, begin, end, Means::Refused);
        let offset = self.offset.filter(|_| self.limit.is_some());
        let paging = Paging::ask(&mut review, part, offset, self.limit);

        let months = books.policy.limits.own_retention_years.saturating_mul(12);
        let oldest = now.months_earlier(months).utc_date();
        let is_shown = |coupon: &&Coupon| match (caller.actor, caller.party(reseller)) {
            (Actor::Customer(account), _) => account.customer == coupon.customer && coupon.status != CouponStatus::Reclaimed,
            (_, Some(partner)) => coupon.issuer == partner.id,
            _ => false,
        };
        let is_wanted = |coupon: &&Coupon| {
            coupon_id.lets(&coupon.id)
                && order.lets_if(|order| coupon.uses.iter().any(|taken| taken.order == *order))
                && promotion.lets_if(|_| false)
                && source.lets(&coupon.issuer)
                && self.kind.is_none_or(|kind| is_kind(caller, kind, coupon))
                && active(coupon.create_time)
                && self.status.is_none_or(|status| status == coupon.status_at(now))
                && coupon.ended_at(now).is_none_or(|ended| ended.utc_date() >= oldest)
        };
        let found = books.coupons.coupons().filter(is_wanted).filter(is_shown);
        View::page(review, paging, found.map(|coupon| CouponItem::of(coupon, now)))
    }
}

rule! {
    /// A list begins at an offset of 0 or more and has 1 to 100 entries; 0 and 10 when nothing is said.
    PAGE = "coupon.query.page", call, "CBC.0100" 400, documented "all query pages";
    zh "分页偏移量不小于 0(默认 0),每页 1 至 100 条(默认 10)";
    broken "offset {offset} and limit {limit} are no page: 0 or more, and 1 to {max}", "偏移量 {offset}、条数 {limit} 无效:应不小于 0,且为 1 至 {max}";
    comply "ask for at most 100 entries at a time", "请每次查询最多 100 条";
}

rule! {
    /// A filter that must have a value must not be sent empty or unreadable.
    FILTER_REFUSED = "coupon.query.filter-refused", call, "CBC.0100" 400, documented "SDK, the three states of each filter";
    zh "不允许为空的查询条件不能传空值或无法识别的值";
    broken "the filter {field} is sent without a readable value", "查询条件 {field} 没有可识别的值";
    comply "leave the filter away, or give it a value", "请不携带该条件,或填写有效值";
}

rule! {
    /// A time filter's beginning selects what is strictly later, its end what is strictly earlier.
    TIME_STRICT = "coupon.query.time-strict", view, documented "SDK";
    zh "时间条件的起止均不含端点";
}

rule! {
    /// A distributor that names no reseller sees its own quotas, coupons and records only.
    RESELLER_ID_NEEDED = "coupon.query.reseller-id-needed", view, documented "SDK";
    zh "总经销商不指定云经销商时只能看到自己的额度、券和记录";
}

rule! {
    /// Through the API the list of issued coupons shows those of customers in agency-resale mode only, in the console all.
    ///
    /// The mode is the one now, or the last one with that issuer after the association has ended.
    ISSUED_SCOPE = "coupon.query.issued-scope", view, documented "ListIssuedPartnerCoupons, note";
    zh "通过 API 查询已发放的券只包含代售客户的券,控制台包含全部";
}

rule! {
    /// The list of issued coupons leaves out what could no longer be used two years ago, that day included.
    ISSUED_RETENTION = "coupon.query.issued-retention", view, documented "ListIssuedPartnerCoupons; SDK; older pages say 12 months";
    zh "已发放列表不显示两年前(含当日)已不可用的券";
}

rule! {
    /// A customer's coupon list leaves out what can no longer be used since more than a year.
    OWN_RETENTION = "coupon.query.own-retention", view, documented "ListSubCustomerCoupons";
    zh "客户的券列表不显示不可用超过一年的券";
}

rule! {
    /// A customer's coupons are read with that customer's token, not with a partner's.
    CUSTOMER_TOKEN = "coupon.query.customer-token", call, documented "ListSubCustomerCoupons";
    zh "查询客户的券必须使用该客户的 token,而不是伙伴的";
    broken "{actor} asked for the coupons of the customer {customer}", "{actor} 查询了客户 {customer} 的券";
    comply "ask with the customer's token, or for the coupons you issued", "请使用该客户的 token,或查询自己已发放的券";
}

fn customer_token(actor: &Actor, query: &CustomerCoupons) -> Check {
    let Some(customer) = &query.customer_id else { return Ok(()) };
    let own = matches!(actor, Actor::Customer(account) if account.customer == *customer);
    CUSTOMER_TOKEN.require(own, || facts! { actor: actor.type_name(), customer: customer.as_str() })
}
