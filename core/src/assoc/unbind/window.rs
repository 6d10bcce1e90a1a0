//! How often each side may ask.

use super::{AssociationRequest, Call, Side};
use crate::decision::{Check, facts};
use crate::policy::Policy;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[&PARTNER_QUOTA, &AFTER_CUSTOMER_REQUEST, &CUSTOMER_QUOTA, &WINDOW_CALENDAR];

/// Days of a month where calendar months do not count.
const MONTH_DAYS: u32 = 30;

rule! {
    /// The three months of a window are calendar months: a request counts until the same time of the same day, or of the last day of a shorter
    /// month, and no longer at that instant. Without it, each month has thirty days.
    WINDOW_CALENDAR = "assoc.unbind.window-calendar", effect, assumed "the manuals say three months, and not how they are counted";
    zh "三个月按自然月计算:申请计入到对应月份同日同时刻(无该日则为月末)为止,到达该时刻即不再计入;否则每月按 30 天计算";
}

/// When a request no longer counts.
fn counts_until(policy: &Policy, at: Timestamp) -> Timestamp {
    let months = policy.limits.association_request_window_months;
    if policy.enforces(&WINDOW_CALENDAR) {
        return at.months_later(months);
    }
    at.seconds_later(months.saturating_mul(MONTH_DAYS).saturating_mul(24 * 60 * 60))
}

/// What one side asked and still counts, oldest first.
fn counted<'a>(call: &'a Call, side: Side) -> impl DoubleEndedIterator<Item = &'a AssociationRequest> {
    let counts = |request: &&AssociationRequest| call.now < counts_until(call.books.policy, request.at);
    call.asked().filter(move |request| request.asked.initiator == side).filter(counts)
}

fn quota(policy: &Policy) -> usize {
    match policy.site {
        Site::Cn => policy.limits.association_requests_per_window_cn,
        Site::Eu => policy.limits.association_requests_per_window_eu,
        Site::Intl => policy.limits.association_requests_per_window_intl,
    }
}

fn within_quota(call: &Call, rule: &'static Rule, side: Side) -> Check {
    if call.side != side {
        return Ok(());
    }
    let (count, limit) = (counted(call, side).count(), quota(call.books.policy));
    rule.require(count < limit, || {
        // The one that must leave the window before another fits.
        let leaves = counted(call, side).nth(count.saturating_sub(limit));
        let until = leaves.map_or(call.now, |request| counts_until(call.books.policy, request.at));
        facts! { count: count, customer: call.customer.id().as_str(), until: until, limit: limit }
    })
}

rule! {
    /// A partner may ask about one customer once in three months; on the international site three times.
    PARTNER_QUOTA = "assoc.unbind.partner-quota", call, documented "manuals of the three sites, disassociation, newest versions";
    zh "伙伴对同一客户三个月内只能申请一次,国际站三次";
    broken "{count} requests of the partner about {customer} count, {limit} are allowed; the next is possible at {until}", "伙伴对 {customer} 的 {count} 次申请仍计入,允许 {limit} 次,{until} 起可再次申请";
    comply "wait until then, or raise a ticket on the international site", "请届时再申请;国际站可提交工单";
}

pub(super) fn partner_quota(call: &Call) -> Check {
    within_quota(call, &PARTNER_QUOTA, Side::Partner)
}

rule! {
    /// On the China and European sites a partner waits for three months after a request of the customer's own, whatever became of it.
    AFTER_CUSTOMER_REQUEST = "assoc.unbind.after-customer-request", call, documented "China and European manuals, disassociation";
    zh "中国站和欧洲站,客户自行申请后三个月内伙伴不能申请,不论结果如何";
    broken "the customer {customer} asked at {at}; the partner may ask at {until}", "客户 {customer} 已于 {at} 申请,伙伴须在 {until} 起才能申请";
    comply "wait until then", "请届时再申请";
}

pub(super) fn after_customer_request(call: &Call) -> Check {
    if call.side != Side::Partner || call.books.policy.site == Site::Intl {
        return Ok(());
    }
    match counted(call, Side::Customer).next_back() {
        Some(last) => {
            let until = counts_until(call.books.policy, last.at);
            AFTER_CUSTOMER_REQUEST.broken(facts! { customer: call.customer.id().as_str(), at: last.at, until: until })
        }
        None => Ok(()),
    }
}

rule! {
    /// A customer may ask about its partner once in three months; on the international site three times.
    CUSTOMER_QUOTA = "assoc.unbind.customer-quota", call, documented "manuals of the three sites, my partner";
    zh "客户对同一伙伴三个月内只能申请一次,国际站三次";
    broken "{count} requests of the customer {customer} count, {limit} are allowed; the next is possible at {until}", "客户 {customer} 的 {count} 次申请仍计入,允许 {limit} 次,{until} 起可再次申请";
    comply "wait until then, or raise a ticket on the international site", "请届时再申请;国际站可提交工单";
}

pub(super) fn customer_quota(call: &Call) -> Check {
    within_quota(call, &CUSTOMER_QUOTA, Side::Customer)
}
