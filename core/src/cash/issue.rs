//! What an issue of cash coupons is asked besides.

use crate::coupon::CouponKind;
use crate::coupon::issue::{Call, Turn};
use crate::decision::{Check, facts};
use crate::directory::{AssociationMode, Customer, PartnerKind};
use crate::id::CustomerId;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] =
    &[&ISSUER, &RATIO_RANGE, &INVOICE_TO_COUPON_USER, &WHITELIST, &WHITELIST_ACTIVE, &ENTERPRISE_GOES_TO_MASTER];

rule! {
    /// Cash coupons are issued by government-subsidy partners. Off by default: who holds a cash-coupon quota may issue from it.
    ISSUER = "cash.issue.issuer", call, "CBC.0151" 403, assumed_off "manual says so; the API lets any partner hold a cash-coupon quota, so ownership decides";
    zh "现金券由政府补贴类伙伴发放(默认以额度归属为准)";
    broken "{partner} is a {kind}, not a government-subsidy partner", "{partner} 是 {kind},不是政府补贴类伙伴";
    comply "have a government-subsidy partner issue", "请由政府补贴类伙伴发放";
}

pub(crate) fn issuer(call: &Call) -> Check {
    let Some(party) = call.party else { return Ok(()) };
    ISSUER.require(call.kind != CouponKind::Cash || party.kind == PartnerKind::GovernmentSubsidy, || {
        facts! { partner: party.id.as_str(), kind: party.kind.name() }
    })
}

rule! {
    /// The largest share of an order that a cash coupon pays must be above 0 and at most 1.
    RATIO_RANGE = "cash.issue.ratio-range", call, "CBC.0100" 400, documented "limit table, maxDeductionRatio";
    zh "现金券的使用限制比例必须大于 0 且不超过 1";
    broken "the share is {ratio}", "使用限制比例为 {ratio}";
    comply "give a share such as 0.3", "请填写如 0.3 的比例";
}

pub(crate) fn ratio_range(call: &Call) -> Check {
    let Some(ratio) = call.issue.max_deduction_ratio.filter(|_| call.kind != CouponKind::PickUp) else { return Ok(()) };
    RATIO_RANGE.require(ratio.is_a_share(), || facts! { ratio: ratio })
}

rule! {
    /// Coupons of a quota whose invoice goes to the coupon user must not go to customers in agency-resale mode, nor to
    /// direct or advisory customers of another contracting party.
    INVOICE_TO_COUPON_USER = "cash.issue.invoice-to-coupon-user", row, "CBC.99000014" 200, documented "manual, cash coupons; the code is derived";
    zh "发票开给用券方的额度,不得发给代售客户,也不得发给签约主体不同的直客或顾问销售客户";
    broken "the invoice cannot go to the customer {customer} ({reason})", "发票不能开给客户 {customer}({reason})";
    comply "use a quota whose invoice goes to the partner", "请使用发票开给伙伴的额度";
}

pub(crate) fn invoice_to_coupon_user(turn: &Turn) -> Check {
    let asked = turn.call.kind == CouponKind::Cash && turn.quota.limits.invoice_to_coupon_user;
    let Some(customer) = turn.customer.filter(|_| asked) else { return Ok(()) };
    let parties = customer.profile.contracting_party.as_ref().zip(turn.issuer.contracting_party.as_ref());
    let reason = match (customer.mode(), parties) {
        (Some(AssociationMode::AgencyResale), _) => "agency-resale",
        (_, Some((its, issuers))) if its != issuers => "another contracting party",
        _ => return Ok(()),
    };
    INVOICE_TO_COUPON_USER.broken(facts! { customer: customer.id().as_str(), reason: reason })
}

/// Whether the whitelist is asked: for cash coupons, and for vouchers of a government-subsidy partner.
fn is_whitelisted_kind(turn: &Turn) -> bool {
    match turn.call.kind {
        CouponKind::Cash => true,
        CouponKind::Voucher => turn.issuer.kind == PartnerKind::GovernmentSubsidy,
        CouponKind::PickUp => false,
    }
}

rule! {
    /// The customer must be on the newest whitelist the partner imported; a newer import replaces an older one.
    WHITELIST = "cash.issue.whitelist", row, "CBC.50000020" 200, documented "manual, cash coupons; the code is assumed";
    zh "客户必须在伙伴最新导入的白名单中";
    broken "the customer {customer} is not on the whitelist of {partner}", "客户 {customer} 不在 {partner} 的白名单中";
    comply "import a whitelist with the customer on it", "请导入包含该客户的白名单";
}

pub(crate) fn whitelist(turn: &Turn) -> Check {
    if !is_whitelisted_kind(turn) {
        return Ok(());
    }
    let list = turn.call.books.directory.whitelist(&turn.issuer.id);
    let on = list.zip(turn.customer).is_some_and(|(list, customer)| list.customers.contains(customer.id()));
    WHITELIST.require(on, || facts! { customer: turn.given.text(), partner: turn.issuer.id.as_str() })
}

rule! {
    /// The newest whitelist must be in force: a deactivated one lets nobody through.
    WHITELIST_ACTIVE = "cash.issue.whitelist-active", row, "CBC.50000020" 200, derived "manual, audit events of the whitelist";
    zh "最新导入的白名单必须处于启用状态;停用后任何客户都不能获得";
    broken "the whitelist of {partner} (import {version}) is deactivated", "{partner} 的白名单(第 {version} 次导入)已停用";
    comply "import a whitelist again", "请重新导入白名单";
}

pub(crate) fn whitelist_active(turn: &Turn) -> Check {
    if !is_whitelisted_kind(turn) {
        return Ok(());
    }
    match turn.call.books.directory.whitelist(&turn.issuer.id) {
        Some(list) if list.version > 0 && !list.active => {
            WHITELIST_ACTIVE.broken(facts! { partner: turn.issuer.id.as_str(), version: list.version })
        }
        _ => Ok(()),
    }
}

rule! {
    /// A cash coupon for an enterprise master or one of its sub-accounts goes to the master. The whitelist is asked of the account that was named.
    ENTERPRISE_GOES_TO_MASTER = "cash.issue.enterprise-goes-to-master", effect, documented "manual, cash coupons";
    zh "发给企业主账号或其子账号的现金券归企业主账号所有";
}

/// Who gets a coupon that is issued to a customer.
pub(crate) fn owner(kind: CouponKind, customer: &Customer) -> &CustomerId {
    match kind {
        CouponKind::Cash => customer.enterprise_master(),
        CouponKind::Voucher | CouponKind::PickUp => customer.id(),
    }
}
