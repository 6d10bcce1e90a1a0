//! What is asked of the quota and of the issuing party: the whole call stands or falls with it.

use super::given::{given, not_already_expired, quota_id_length, time_order};
use super::{Call, Cut, IssueCoupons, Turn};
use crate::coupon::auto::ENTERPRISE_SUB_REISSUE;
use crate::coupon::reclaim::DESIGNATED_STICKY;
use crate::decision::{Check, Fact, facts};
use crate::directory::Partner;
use crate::error::Error;
use crate::id::{CustomerId, Given};
use crate::money::Money;
use crate::quota::{Earmark, Quota, QuotaStatus, QuotaType, after_issue, barred_to, bound_to_others};
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[
    &QUOTA_EXISTS,
    &QUOTA_STATUS_NORMAL,
    &QUOTA_WINDOW,
    &WINDOW_INSIDE_QUOTA,
    &FACE_MIN,
    &FACE_MAX,
    &SCOPE_WITHIN_QUOTA,
    &SUBSCRIPTION_WITHIN_QUOTA,
    &PARTNER_USES_COUPONS_MODE,
    &NOT_TO_SELF,
    &DESIGNATED_CUSTOMERS,
    &FIRST_ASSOCIATED_ONLY,
    &CASH_QUOTA_NOT_FOR_RESELLER,
    &SITE,
];

rule! {
    /// The quota must exist and belong to the issuing party: the caller, or the reseller it names.
    QUOTA_EXISTS = "coupon.issue.quota-exists", call, "CBC.99000012" 400, documented "CreatePartnerCoupons, status codes; the ownership is derived";
    zh "额度必须存在,且属于发放方(调用方或其指定的云经销商)";
    broken "{partner} has no quota {quota} to issue this from", "{partner} 没有可用于此次发放的额度 {quota}";
    comply "name a quota of the issuing party", "请指定发放方自己的额度";
}

/// Facts of a quota are asked of its own issuing party only; a foreign reseller leaves none. An id that is too short or too
/// long names no quota, and has been told.
pub(super) fn quota_exists(call: &Call) -> Check {
    let (Some(party), Ok(())) = (call.party, quota_id_length(call.issue)) else { return Ok(()) };
    QUOTA_EXISTS.require(call.quota.is_some(), || facts! { partner: party.id.as_str(), quota: call.issue.quota_id.text() })
}

rule! {
    /// The quota must be in status normal.
    QUOTA_STATUS_NORMAL = "coupon.issue.quota-status-normal", call, "CBC.99000012" 400, documented "CreatePartnerCoupons, status codes; SDK, quota_status 4";
    zh "额度状态必须为正常";
    broken "the quota {quota} is {status}", "额度 {quota} 的状态为 {status}";
    comply "wait until the vendor sets it to normal, or use another quota", "请等待华为云将其恢复为正常,或使用其他额度";
}

pub(super) fn quota_status_normal(quota: &Quota) -> Check {
    QUOTA_STATUS_NORMAL.require(quota.status == QuotaStatus::Normal, || {
        facts! { quota: quota.id.as_str(), status: quota.status.name() }
    })
}

rule! {
    /// The quota must be effective and not expired; the instant at which it expires is no longer in it.
    QUOTA_WINDOW = "coupon.issue.quota-window", call, "CBC.99000017" 400, documented "CreatePartnerCoupons, status codes; that the end is exclusive is assumed";
    zh "额度必须已生效且未过期;失效时刻不含在内";
    broken "the quota {quota} serves from {effective} until before {expire}", "额度 {quota} 的有效期为 {effective} 至 {expire}(不含)";
    comply "use a quota that is in its window", "请使用处于有效期内的额度";
}

pub(super) fn quota_window(quota: &Quota, now: Timestamp) -> Check {
    QUOTA_WINDOW.require(quota.period.contains(now), || {
        facts! { quota: quota.id.as_str(), effective: quota.period.effective_time, expire: quota.period.expire_time }
    })
}

pub(super) fn defaulted_time_order(call: &Call, quota: &Quota) -> Check {
    match (&call.issue.valid_time, &call.issue.expire_time) {
        (Some(_), None) | (None, Some(_)) => time_order(call.window(quota).effective_time, call.window(quota).expire_time),
        _ => Ok(()),
    }
}

pub(super) fn defaulted_not_already_expired(call: &Call, quota: &Quota) -> Check {
    match call.issue.expire_time {
        None => not_already_expired(quota.period.expire_time, call.now),
        Some(_) => Ok(()),
    }
}

rule! {
    /// The window of the coupons must lie inside the window of the quota.
    WINDOW_INSIDE_QUOTA = "coupon.issue.window-inside-quota", call, "CBC.0100" 400, assumed "the defaults are the quota's ends, so these are read as outer bounds";
    zh "券的有效期必须在额度的有效期之内";
    broken "{valid} to {expire} is not inside the quota's {effective} to {end}", "{valid} 至 {expire} 不在额度有效期 {effective} 至 {end} 之内";
    comply "keep to the quota's window, or leave the times away", "请将时间设在额度有效期之内,或不填写时间";
}

pub(super) fn window_inside_quota(call: &Call, quota: &Quota) -> Check {
    // A time that is none lies nowhere, and has been told.
    let none = |time: &Option<Given<Timestamp>>| time.is_some() && given(time).is_none();
    if none(&call.issue.valid_time) || none(&call.issue.expire_time) {
        return Ok(());
    }
    let window = call.window(quota);
    WINDOW_INSIDE_QUOTA.require(quota.period.holds(window), || {
        facts! {
            valid: window.effective_time, expire: window.expire_time,
            effective: quota.period.effective_time, end: quota.period.expire_time,
        }
    })
}

rule! {
    /// The face value must not be below the quota's minimum, if it has one.
    FACE_MIN = "coupon.issue.face-min", call, "CBC.99000018" 400, documented "CreatePartnerCoupons, status codes";
    zh "面值不得低于额度的最小面值(如有)";
    broken "the face value {face_value} is below {minimum}", "面值 {face_value} 低于最小面值 {minimum}";
    comply "raise the face value", "请提高面值";
}

pub(super) fn face_min(issue: &IssueCoupons, quota: &Quota) -> Check {
    let Some(minimum) = quota.limits.face_value_min else { return Ok(()) };
    FACE_MIN.require(issue.face_value.covers(minimum), || facts! { face_value: issue.face_value, minimum: minimum })
}

rule! {
    /// The face value must not be above the quota's maximum, if it has one.
    FACE_MAX = "coupon.issue.face-max", call, "CBC.99000019" 400, documented "CreatePartnerCoupons, status codes";
    zh "面值不得高于额度的最大面值(如有)";
    broken "the face value {face_value} is above {maximum}", "面值 {face_value} 高于最大面值 {maximum}";
    comply "lower the face value", "请降低面值";
}

pub(super) fn face_max(issue: &IssueCoupons, quota: &Quota) -> Check {
    let Some(maximum) = quota.limits.face_value_max else { return Ok(()) };
    FACE_MAX.require(maximum.covers(issue.face_value), || facts! { face_value: issue.face_value, maximum: maximum })
}

rule! {
    /// Where the quota is limited to services or products, the coupons must be limited to some of them.
    SCOPE_WITHIN_QUOTA = "coupon.issue.scope-within-quota", call, "CBC.99000023" 400, documented "CreatePartnerCoupons, status codes";
    zh "额度限定了云服务或产品时,券的限定范围必须在其中";
    broken "outside the quota: {outside}", "超出额度范围:{outside}";
    comply "give some of what the quota allows, or nothing to take it over", "请在额度允许的范围内选择,或不填以沿用";
}

pub(super) fn scope_within_quota(issue: &IssueCoupons, quota: &Quota) -> Check {
    let terms = &quota.limits.terms;
    let free_service = |code: &&Given<_>| !code.value().is_some_and(|code| terms.cloud_service_types.contains(code));
    let free_product = |id: &&Given<_>| !id.value().is_some_and(|id| terms.product_ids.contains(id));
    let services = || issue.cloud_service_types.iter().filter(|_| !terms.cloud_service_types.is_empty()).filter(free_service);
    let products = || issue.product_ids.iter().filter(|_| !terms.product_ids.is_empty()).filter(free_product);
    SCOPE_WITHIN_QUOTA.require(services().next().is_none() && products().next().is_none(), || {
        let outside = services().map(Given::text).chain(products().map(Given::text)).map(Into::into);
        facts! { outside: outside.collect::<Vec<_>>() }
    })
}

rule! {
    /// Where the quota is limited to kinds of order, the coupons must be limited to some of them.
    SUBSCRIPTION_WITHIN_QUOTA = "coupon.issue.subscription-within-quota", call, "CBC.99000024" 400, documented "CreatePartnerCoupons, status codes";
    zh "额度限定了订购类型时,券的订购类型必须在其中";
    broken "outside the quota: {outside}", "超出额度范围:{outside}";
    comply "give some of the kinds of order the quota allows", "请在额度允许的订购类型中选择";
}

pub(super) fn subscription_within_quota(issue: &IssueCoupons, quota: &Quota) -> Check {
    let allowed = &quota.limits.terms.subscribe_types;
    let given = issue.subscribe_types.as_deref().unwrap_or(&[]);
    let outside = || given.iter().filter(|kind| !allowed.is_empty() && !allowed.contains(kind));
    SUBSCRIPTION_WITHIN_QUOTA.require(outside().next().is_none(), || {
        facts! { outside: outside().map(|kind| kind.name().into()).collect::<Vec<_>>() }
    })
}

rule! {
    /// A partner that uses coupons itself must not issue any.
    PARTNER_USES_COUPONS_MODE = "coupon.issue.partner-uses-coupons-mode", call, "CBC.50000010" 400, documented "CreatePartnerCoupons, status codes";
    zh "处于伙伴用券模式的伙伴不能发放优惠券";
    broken "{partner} is in coupon-using mode", "{partner} 处于伙伴用券模式";
    comply "ask the vendor to end the mode", "请联系华为云退出该模式";
}

pub(super) fn partner_uses_coupons_mode(party: &Partner) -> Check {
    PARTNER_USES_COUPONS_MODE.require(!party.uses_coupons, || facts! { partner: party.id.as_str() })
}

rule! {
    /// A partner must not issue to its own account.
    ///
    /// Which kinds of partner are barred is not published; we take it to be all of them.
    NOT_TO_SELF = "coupon.issue.not-to-self", call, "CBC.99000025" 400, documented "CreatePartnerCoupons, status codes";
    zh "伙伴不能给自己的账号发券";
    broken "{customer} is the account of {partner} itself", "{customer} 是 {partner} 自己的账号";
    comply "leave the own account out", "请不要指定自己的账号";
}

pub(super) fn not_to_self(issue: &IssueCoupons, party: &Partner) -> Check {
    let Some(account) = &party.account else { return Ok(()) };
    NOT_TO_SELF.require(!issue.customer_ids.iter().any(|given| given.value() == Some(account)), || {
        facts! { customer: account.as_str(), partner: party.id.as_str() }
    })
}

rule! {
    /// Where the quota names customers, every customer of the call must be one of them.
    DESIGNATED_CUSTOMERS = "coupon.issue.designated-customers", call, "CBC.50000020" 400, documented "CreatePartnerCoupons, status codes; all or nothing is derived";
    zh "额度指定了客户时,所有客户必须在指定范围内";
    broken "the quota is not for {customers}", "该额度不适用于 {customers}";
    comply "name designated customers only", "请只指定额度所适用的客户";
}

pub(super) fn designated_customers(issue: &IssueCoupons, quota: &Quota) -> Check {
    let Some(designated) = &quota.limits.designated_customers else { return Ok(()) };
    let is_designated = |given: &Given<CustomerId>| given.value().is_some_and(|customer| designated.contains(customer));
    let others = || issue.customer_ids.iter().filter(|given| !is_designated(given));
    DESIGNATED_CUSTOMERS.require(others().next().is_none(), || facts! { customers: texts(others()) })
}

fn texts<'a>(customers: impl Iterator<Item = &'a Given<CustomerId>>) -> Fact {
    customers.map(|given| given.text().into()).collect::<Vec<_>>().into()
}

pub(super) fn designated_sticky(call: &Call, quota: &Quota) -> Result<Check, Error> {
    kept_from(call, quota, bound_to_others, |customer, left| {
        DESIGNATED_STICKY.broken(facts! { customer: customer, available: left, face_value: call.issue.face_value })
    })
}

pub(super) fn enterprise_sub_reissue(call: &Call, quota: &Quota) -> Result<Check, Error> {
    kept_from(call, quota, barred_to, |customer, left| {
        ENTERPRISE_SUB_REISSUE.broken(facts! { customer: customer, available: left, face_value: call.issue.face_value })
    })
}

/// Whether a customer, when its turn comes, would be served from all that is left, but not from what is left without the
/// part that is kept from it. Who gets nothing for another reason takes nothing from those who follow.
fn kept_from(
    call: &Call,
    quota: &Quota,
    kept: fn(&[Earmark], &CustomerId, Money) -> Result<Money, Error>,
    broken: impl Fn(String, Money) -> Check,
) -> Result<Check, Error> {
    let Some(issuer) = call.party.filter(|_| !quota.earmarks.is_empty()) else { return Ok(Ok(())) };
    let face_value = call.issue.face_value;
    let (mut earmarks, mut cut) = (quota.earmarks.clone(), Cut::none(quota));
    for given in &call.issue.customer_ids {
        let turn = Turn::of(call, quota, issuer, given, &cut);
        let (Some(customer), false) = (turn.customer, turn.ask()?.is_refused()) else { continue };
        let owner = crate::cash::issue::owner(call.kind, customer);
        let left = quota.balance.minus(cut.value)?;
        let allowed = left.minus(kept(&earmarks, owner, Money::zero(left.currency()))?)?;
        if !allowed.covers(face_value) {
            return Ok(broken(given.text(), allowed));
        }
        earmarks = after_issue(&earmarks, owner, face_value)?;
        cut.add(owner, face_value)?;
    }
    Ok(Ok(()))
}

rule! {
    /// Where the quota is for customers who are associated for the first time, none of the call may have been associated before, with anybody.
    FIRST_ASSOCIATED_ONLY = "coupon.issue.first-associated-only", call, "CBC.99000022" 400, documented "CreatePartnerCoupons, status codes; all or nothing is derived";
    zh "额度仅限首次关联的客户时,所有客户此前都不得有过关联";
    broken "associated before: {customers}", "以下客户曾经关联过:{customers}";
    comply "leave these customers out, or use another quota", "请不要指定这些客户,或使用其他额度";
}

pub(super) fn first_associated_only(call: &Call, quota: &Quota) -> Check {
    if !quota.limits.first_associated_only {
        return Ok(());
    }
    let was_before = |given: &&Given<CustomerId>| {
        let customer = given.value().and_then(|id| call.books.directory.customer(id));
        customer.is_some_and(|customer| !customer.history.is_empty())
    };
    let before = || call.issue.customer_ids.iter().filter(was_before);
    FIRST_ASSOCIATED_ONLY.require(before().next().is_none(), || facts! { customers: texts(before()) })
}

rule! {
    /// A cloud reseller must issue from a voucher quota: it can have no other.
    CASH_QUOTA_NOT_FOR_RESELLER = "coupon.issue.cash-quota-not-for-reseller", call, derived "child quotas have type 0 only";
    zh "云经销商只能使用代金券额度发放";
    broken "{quota} is a cash-coupon quota, and {partner} a cloud reseller", "{quota} 是现金券额度,而 {partner} 是云经销商";
    comply "issue from a voucher quota", "请使用代金券额度";
}

pub(super) fn cash_quota_not_for_reseller(call: &Call, quota: &Quota) -> Check {
    let Some(party) = call.party else { return Ok(()) };
    let reseller = party.kind == crate::directory::PartnerKind::CloudReseller;
    CASH_QUOTA_NOT_FOR_RESELLER.require(!reseller || quota.quota_type == QuotaType::Voucher, || {
        facts! { quota: quota.id.as_str(), partner: party.id.as_str() }
    })
}

rule! {
    /// Every customer must be of this site.
    SITE = "coupon.issue.site", call, "CBC.0156" 403, documented "general codes";
    zh "所有客户必须属于本站点";
    broken "of another site: {customers}", "以下客户属于其他站点:{customers}";
    comply "issue to these customers on their own site", "请在客户所属站点发放";
}

pub(super) fn site(call: &Call) -> Check {
    let here = call.books.policy.site;
    let elsewhere = |given: &&Given<CustomerId>| {
        let customer = given.value().and_then(|id| call.books.directory.customer(id));
        customer.and_then(|customer| customer.profile.site).is_some_and(|site| site != here)
    };
    let strangers = || call.issue.customer_ids.iter().filter(elsewhere);
    SITE.require(call.party.is_none() || strangers().next().is_none(), || facts! { customers: texts(strangers()) })
}
