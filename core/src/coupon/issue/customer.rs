//! What is asked of each customer when its turn comes; a customer who may not have a coupon leaves the others theirs.

use super::{Call, Cut};
use crate::cash;
use crate::coupon::CouponKind;
use crate::decision::{Check, facts};
use crate::directory::{Account, AssociationMode, Customer, CustomerState, Partner, PartnerKind};
use crate::error::Error;
use crate::id::{CustomerId, Given};
use crate::money::Money;
use crate::quota::Quota;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[
    &CUSTOMER_OPERABLE,
    &CUSTOMER_IS_SUB_CUSTOMER,
    &COOPERATION_TYPE_API,
    &COOPERATION_TYPE_CONSOLE,
    &HOSTED_ENTERPRISE_SUB,
    &COUNT_LIMIT,
    &TOTAL_FACE_LIMIT,
    &BALANCE_SUFFICIENT,
    &ACCUMULATED_CONSUMPTION,
    &REAL_NAME,
    &CUSTOMER_FROZEN,
];

/// A customer's turn.
pub(crate) struct Turn<'a, 't> {
    pub call: &'t Call<'a>,
    pub quota: &'a Quota,
    pub issuer: &'a Partner,
    pub given: &'a Given<CustomerId>,
    /// The customer, if it is known at all.
    pub customer: Option<&'a Customer>,
    /// What those before have got.
    pub cut: &'t Cut<'a>,
}

impl<'a, 't> Turn<'a, 't> {
    pub(super) fn of(
        call: &'t Call<'a>,
        quota: &'a Quota,
        issuer: &'a Partner,
        given: &'a Given<CustomerId>,
        cut: &'t Cut<'a>,
    ) -> Self {
        let customer = given.value().and_then(|id| call.books.directory.customer(id));
        Self { call, quota, issuer, given, customer, cut }
    }

    /// The customer, if it is the issuer's.
    pub fn sub_customer(&self) -> Option<&'a Customer> {
        self.customer.filter(|customer| customer.is_of(&self.issuer.id))
    }

    fn face_value(&self) -> Money {
        self.call.issue.face_value
    }
}

rule! {
    /// The caller must have rights over the customer: they can be withdrawn although the customer is associated.
    CUSTOMER_OPERABLE = "coupon.issue.customer-operable", row, "CBC.99000000" 200, documented "CreatePartnerCoupons, error_details";
    zh "调用方必须对客户有操作权限:客户虽已关联,权限也可能被收回";
    broken "{partner} has no rights over the customer {customer}", "{partner} 对客户 {customer} 没有操作权限";
    comply "ask the vendor to restore the rights", "请联系华为云恢复权限";
}

pub(super) fn customer_operable(turn: &Turn) -> Check {
    let (Some(caller), Some(customer)) = (turn.call.caller.partner, turn.customer) else { return Ok(()) };
    CUSTOMER_OPERABLE.require(!customer.profile.rights_withdrawn.contains(&caller.id), || {
        facts! { partner: caller.id.as_str(), customer: customer.id().as_str() }
    })
}

rule! {
    /// The customer must be a current sub-customer of the issuing party: of the reseller, when one is named.
    ///
    /// Cash coupons and pick-up vouchers may go to other customers in the console; a customer nobody knows is never one.
    CUSTOMER_IS_SUB_CUSTOMER = "coupon.issue.customer-is-sub-customer", row, "CBC.99000035" 200, documented "CreatePartnerCoupons, error_details";
    zh "客户必须是发放方(或所指定云经销商)当前的子客户";
    broken "{customer} is not a sub-customer of {partner}", "{customer} 不是 {partner} 的子客户";
    comply "have the customer associated first, or leave it out", "请先与客户建立关联,或不要指定该客户";
}

pub(super) fn customer_is_sub_customer(turn: &Turn) -> Check {
    let asked = turn.call.caller.is_api() || turn.call.kind == CouponKind::Voucher;
    let holds = if asked { turn.sub_customer().is_some() } else { turn.customer.is_some() };
    CUSTOMER_IS_SUB_CUSTOMER.require(holds, || facts! { customer: turn.given.text(), partner: turn.issuer.id.as_str() })
}

rule! {
    /// Through the API the customer must be in agency-resale mode (代售).
    COOPERATION_TYPE_API = "coupon.issue.cooperation-type-api", row, "CBC.99000014" 200, documented "CreatePartnerCoupons, note and error_details";
    zh "通过 API 只能发给代售模式的客户";
    broken "the customer {customer} is in mode {mode}", "客户 {customer} 的关联类型为 {mode}";
    comply "issue in the console", "请在控制台发放";
}

pub(super) fn cooperation_type_api(turn: &Turn) -> Check {
    let Some(customer) = turn.sub_customer() else { return Ok(()) };
    let asked = turn.call.caller.is_api() && turn.call.kind != CouponKind::PickUp;
    let mode = customer.mode();
    COOPERATION_TYPE_API.require(!asked || mode == Some(AssociationMode::AgencyResale), || {
        facts! { customer: customer.id().as_str(), mode: mode.map_or("none", AssociationMode::name) }
    })
}

rule! {
    /// In the console customers of both modes may get coupons, unless the quota or the kind of coupon forbids the mode.
    ///
    /// Vouchers of a government-subsidy partner do not go to customers in advisory mode.
    COOPERATION_TYPE_CONSOLE = "coupon.issue.cooperation-type-console", row, "CBC.99000014" 200, documented "manual, issuing coupons; the code is derived";
    zh "在控制台可发给代售和顾问销售客户,额度或券类型禁止的除外";
    broken "not for the customer {customer} in mode {mode}", "不适用于客户 {customer} 的关联类型 {mode}";
    comply "use a quota that is for this mode", "请使用适用于该关联类型的额度";
}

pub(super) fn cooperation_type_console(turn: &Turn) -> Check {
    let call = turn.call;
    let Some(mode) = turn.sub_customer().and_then(Customer::mode) else { return Ok(()) };
    if call.caller.is_api() || call.kind == CouponKind::PickUp {
        return Ok(());
    }
    let subsidy_voucher = turn.issuer.kind == PartnerKind::GovernmentSubsidy && call.kind == CouponKind::Voucher;
    let kind_forbids = subsidy_voucher && mode == AssociationMode::Advisory;
    COOPERATION_TYPE_CONSOLE.require(!kind_forbids && !turn.quota.limits.forbidden_modes.contains(&mode), || {
        facts! { customer: turn.given.text(), mode: mode.name() }
    })
}

rule! {
    /// A financially hosted enterprise sub-account gets no coupons.
    HOSTED_ENTERPRISE_SUB = "coupon.issue.hosted-enterprise-sub", row, "CBC.50000034" 200, documented "CreatePartnerCoupons, error_details";
    zh "财务托管的企业子账号不能获得优惠券";
    broken "{customer} is a financially hosted sub-account of {master}", "{customer} 是 {master} 的财务托管企业子账号";
    comply "issue to the enterprise master", "请发放给企业主账号";
}

pub(super) fn hosted_enterprise_sub(turn: &Turn) -> Check {
    match turn.customer.map(|customer| &customer.profile.account) {
        Some(Account::EnterpriseSub(sub)) if sub.financially_hosted => {
            HOSTED_ENTERPRISE_SUB.broken(facts! { customer: turn.given.text(), master: sub.master.as_str() })
        }
        _ => Ok(()),
    }
}

rule! {
    /// The number of coupons ever cut from the quota must stay within its limits, for all customers and for each.
    COUNT_LIMIT = "coupon.issue.count-limit", row, "CBC.99000020" 200, documented "CreatePartnerCoupons, error_details; that it is per quota is assumed";
    zh "从该额度发出的券数量(总数及每个客户)不得超过限制";
    broken "this would be coupon {count}, at most {limit} are allowed", "这将是第 {count} 张,最多 {limit} 张";
    comply "use another quota", "请使用其他额度";
}

pub(super) fn count_limit(turn: &Turn) -> Check {
    let limits = &turn.quota.limits;
    let over = |before: u64, limit: Option<u64>| limit.filter(|limit| before >= *limit).map(|limit| (before, limit));
    let all = over(turn.quota.issued_count.saturating_add(turn.cut.count), limits.count_max);
    let of_customer = limits.count_max_per_customer.zip(turn.customer).and_then(|(limit, customer)| {
        let owner = cash::issue::owner(turn.call.kind, customer);
        let now = turn.cut.owners.iter().flatten().filter(|before| **before == owner).count();
        let earlier = turn.call.books.coupons.of_customer(owner).filter(|coupon| coupon.quota == turn.quota.id).count();
        over(u64::try_from(now.saturating_add(earlier)).unwrap_or(u64::MAX), Some(limit))
    });
    match all.or(of_customer) {
        Some((before, limit)) => COUNT_LIMIT.broken(facts! { count: before.saturating_add(1), limit: limit }),
        None => Ok(()),
    }
}

rule! {
    /// The sum of the face values ever cut from the quota must stay within its limit.
    TOTAL_FACE_LIMIT = "coupon.issue.total-face-limit", row, "CBC.99000021" 200, documented "CreatePartnerCoupons, error_details; that it is per quota is assumed";
    zh "从该额度发出的券面值合计不得超过限制";
    broken "the face values would come to {total}, at most {limit} are allowed", "面值合计将达 {total},最多 {limit}";
    comply "issue less, or use another quota", "请减少金额,或使用其他额度";
}

pub(super) fn total_face_limit(turn: &Turn) -> Result<Check, Error> {
    let Some(limit) = turn.quota.limits.total_face_value_max else { return Ok(Ok(())) };
    let total = turn.quota.issued_total.plus(turn.cut.value)?.plus(turn.face_value())?;
    Ok(TOTAL_FACE_LIMIT.require(limit.covers(total), || facts! { total: total, limit: limit }))
}

rule! {
    /// What the customers before have left of the quota must cover the face value.
    BALANCE_SUFFICIENT = "coupon.issue.balance-sufficient", row, "CBC.99000013" 200, documented "CreatePartnerCoupons, error_details; that it is per customer is derived";
    zh "轮到该客户时,额度余额必须不低于面值";
    broken "the quota has {balance} left, the face value is {face_value}", "额度余额为 {balance},面值为 {face_value}";
    comply "lower the face value, name fewer customers, or use another quota", "请降低面值、减少客户或使用其他额度";
}

pub(super) fn balance_sufficient(turn: &Turn) -> Check {
    let balance = turn.quota.balance.minus(turn.cut.value).unwrap_or(turn.quota.balance);
    BALANCE_SUFFICIENT.require(balance.covers(turn.face_value()), || facts! { balance: balance, face_value: turn.face_value() })
}

rule! {
    /// Where the quota limits what a customer may have spent before its association, the customer must not have spent more.
    ACCUMULATED_CONSUMPTION = "coupon.issue.accumulated-consumption", row, assumed "limit table, accumulativeConsumption; read as a maximum aimed at new customers";
    zh "额度限定了关联前累计消费时,客户的累计消费不得超过该限制";
    broken "the customer {customer} had spent {consumption}, at most {limit} are allowed", "客户 {customer} 关联前累计消费 {consumption},最多 {limit}";
    comply "use another quota for this customer", "请为该客户使用其他额度";
}

pub(super) fn accumulated_consumption(turn: &Turn) -> Check {
    let spent = turn.customer.and_then(|customer| customer.profile.consumption_before_association);
    let (Some(spent), Some(limit)) = (spent, turn.quota.limits.accumulative_consumption_max) else { return Ok(()) };
    ACCUMULATED_CONSUMPTION.require(limit.covers(spent), || {
        facts! { customer: turn.given.text(), consumption: spent, limit: limit }
    })
}

rule! {
    /// The customer must have passed real-name authentication (实名认证). Off by default: buying needs it, getting a coupon does not.
    REAL_NAME = "coupon.issue.real-name", row, "CBC.99000000" 200, assumed_off "no source ties issuing to it";
    zh "客户必须已完成实名认证(默认不要求)";
    broken "the customer {customer} has not passed real-name authentication", "客户 {customer} 未完成实名认证";
    comply "have the customer authenticate", "请客户先完成实名认证";
}

pub(super) fn real_name(turn: &Turn) -> Check {
    let unknown_or_passed = turn.customer.is_none_or(|customer| customer.profile.real_name != Some(false));
    REAL_NAME.require(unknown_or_passed, || facts! { customer: turn.given.text() })
}

rule! {
    /// A closed customer account gets no coupons; one frozen for arrears does, unless the policy says otherwise.
    CUSTOMER_FROZEN = "coupon.issue.customer-frozen", row, "CBC.99000000" 200, assumed "not documented";
    zh "已注销的客户账号不能获得优惠券;因欠费冻结的账号默认可以";
    broken "the customer account {customer} is {state}", "客户账号 {customer} 的状态为 {state}";
    comply "issue when the account is in use again", "请在账号恢复正常后发放";
}

pub(super) fn customer_frozen(turn: &Turn) -> Check {
    let frozen_may = turn.call.books.policy.readings.frozen_customers_get_coupons;
    let state = match turn.customer.map(|customer| customer.profile.state) {
        Some(CustomerState::Closed) => "closed",
        Some(CustomerState::Frozen) if !frozen_may => "frozen",
        _ => return Ok(()),
    };
    CUSTOMER_FROZEN.broken(facts! { customer: turn.given.text(), state: state })
}
