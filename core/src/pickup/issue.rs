//! What an issue of pick-up vouchers is asked besides.

use crate::coupon::CouponKind;
use crate::coupon::issue::{Call, Turn};
use crate::decision::{Check, facts};
use crate::directory::PartnerKind;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] =
    &[&ISSUER_GOVERNMENT_CLOUD, &FORM, &CUSTOMER_WHITELISTED, &MONEY_TIME_RULES, &WHITELIST_REMOVAL_NOT_RETROACTIVE];

rule! {
    /// Pick-up vouchers are issued by government-cloud partners only.
    ISSUER_GOVERNMENT_CLOUD = "pickup.issue.issuer-government-cloud", call, "CBC.0151" 403, documented "manual, pick-up vouchers; the code is assumed";
    zh "提货券只能由政务云伙伴发放";
    broken "{partner} is a {kind}, not a government-cloud partner", "{partner} 是 {kind},不是政务云伙伴";
    comply "issue a voucher instead", "请改为发放代金券";
}

pub(crate) fn issuer_government_cloud(call: &Call) -> Check {
    let kind = call.party.map(|party| party.kind);
    ISSUER_GOVERNMENT_CLOUD.require(call.kind != CouponKind::PickUp || kind == Some(PartnerKind::GovernmentCloud), || {
        let partner = call.party.map_or("-", |party| party.id.as_str());
        facts! { partner: partner, kind: kind.map_or(call.caller.what(), PartnerKind::name) }
    })
}

rule! {
    /// The form of a pick-up voucher must set the share of an order it pays, above 0 and at most 1, and the kinds of order it pays for.
    ///
    /// Its validity may be left to the quota, unless the policy wants it set. Services and products are optional.
    FORM = "pickup.issue.form", call, documented "manual, pick-up vouchers";
    zh "提货券必须设置使用限制比例(大于 0 且不超过 1)和订购类型;有效期默认可取额度的有效期";
    broken "not set, or out of range: {fields}", "未设置或超出范围:{fields}";
    comply "fill these fields in", "请填写这些字段";
}

pub(crate) fn form(call: &Call) -> Check {
    if call.kind != CouponKind::PickUp {
        return Ok(());
    }
    let issue = call.issue;
    let may_default = call.books.policy.readings.pickup_validity_may_be_defaulted;
    let fields = [
        ("max_deduction_ratio", issue.max_deduction_ratio.is_some_and(crate::Ratio::is_a_share)),
        ("subscribe_types", issue.subscribe_types.as_ref().is_some_and(|kinds| !kinds.is_empty())),
        ("valid_time", may_default || issue.valid_time.is_some()),
        ("expire_time", may_default || issue.expire_time.is_some()),
    ];
    let wrong = || fields.iter().filter(|(_, right)| !right).map(|(field, _)| *field);
    FORM.require(wrong().next().is_none(), || facts! { fields: wrong().map(Into::into).collect::<Vec<_>>() })
}

rule! {
    /// The customer must be on the partner's pick-up-voucher whitelist at the moment of issue.
    CUSTOMER_WHITELISTED = "pickup.issue.customer-whitelisted", row, "CBC.50000020" 200, documented "the project's founding requirements; the code is assumed";
    zh "发放提货券时,客户必须在伙伴的提货券白名单中";
    broken "the customer {customer} is not on the pick-up-voucher whitelist of {partner}", "客户 {customer} 不在 {partner} 的提货券白名单中";
    comply "put the customer on the whitelist, then issue again", "请先将客户加入白名单再发放";
}

pub(crate) fn customer_whitelisted(turn: &Turn) -> Check {
    if turn.call.kind != CouponKind::PickUp {
        return Ok(());
    }
    let list = turn.call.books.directory.whitelist(&turn.issuer.id);
    let on = list.zip(turn.customer).is_some_and(|(list, customer)| list.pickup.contains(customer.id()));
    CUSTOMER_WHITELISTED.require(on, || facts! { customer: turn.given.text(), partner: turn.issuer.id.as_str() })
}

rule! {
    /// What is asked of face value, times, quota and scope of a voucher is asked of a pick-up voucher too.
    MONEY_TIME_RULES = "pickup.issue.money-time-rules", effect, derived "a pick-up voucher is a voucher, and nothing else is published for it";
    zh "代金券关于面值、时间、额度和范围的规则同样适用于提货券";
}

rule! {
    /// A customer who is taken off the whitelist keeps the vouchers it has.
    WHITELIST_REMOVAL_NOT_RETROACTIVE = "pickup.issue.whitelist-removal-not-retroactive", effect, derived "the whitelist is asked at the moment of issue, and nowhere else";
    zh "客户被移出白名单后,已发放的提货券不受影响";
}
