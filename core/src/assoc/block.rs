//! Customers who cannot become anybody's (禁止关联).

use crate::center::Books;
use crate::decision::{Check, facts};
use crate::directory::{Account, ContractKind, Customer, Partner};
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[
    &IS_PARTNER,
    &INTERNAL,
    &CONSUMER_CLOUD,
    &WRONG_SITE,
    &OTHER_PARTNER_REGISTERED,
    &VENDOR_REGISTERED,
    &REWARD_PLAN,
    &SPECIAL_CONTRACT,
    &UNIFIED_MEMBER,
    &ARREARS,
    &NOT_FRESH,
];

/// All that may keep a customer from becoming this partner's.
pub(crate) fn checks(books: Books, customer: &Customer, partner: &Partner, now: Timestamp) -> [Check; 11] {
    [
        is_partner(customer),
        internal(customer),
        consumer_cloud(customer),
        wrong_site(books, customer),
        other_partner_registered(customer, partner, now),
        vendor_registered(customer, now),
        reward_plan(books, customer),
        special_contract(customer),
        unified_member(customer),
        arrears(books, customer),
        not_fresh(books, customer, partner, now),
    ]
}

rule! {
    /// A customer must not be a partner itself, nor apply to be one.
    IS_PARTNER = "assoc.block.is-partner", row, documented "international manual, invited customers";
    zh "已是合作伙伴或正在申请成为合作伙伴的客户不能关联";
    broken "the customer {customer} is a partner, or applies to be one", "客户 {customer} 是合作伙伴或正在申请";
    comply "associate an account that is no partner's", "请关联非合作伙伴账号";
}

fn is_partner(customer: &Customer) -> Check {
    IS_PARTNER.require(!customer.standing().is_partner, || facts! { customer: customer.id().as_str() })
}

rule! {
    /// An account of the vendor's own cannot become a customer.
    INTERNAL = "assoc.block.internal", row, documented "international manual, invited customers";
    zh "华为云内部账号不能关联";
    broken "the account {customer} is the vendor's own", "账号 {customer} 是华为云内部账号";
    comply "associate another account", "请关联其他账号";
}

fn internal(customer: &Customer) -> Check {
    INTERNAL.require(!customer.standing().is_internal, || facts! { customer: customer.id().as_str() })
}

rule! {
    /// A user of the vendor's consumer cloud cannot become a customer.
    CONSUMER_CLOUD = "assoc.block.consumer-cloud", row, documented "China site and European manuals, associating customers";
    zh "终端云用户不能关联";
    broken "the customer {customer} is a user of the consumer cloud", "客户 {customer} 是终端云用户";
    comply "associate an account of the cloud", "请关联华为云账号";
}

fn consumer_cloud(customer: &Customer) -> Check {
    CONSUMER_CLOUD.require(!customer.standing().is_consumer_cloud, || facts! { customer: customer.id().as_str() })
}

rule! {
    /// On the international and European sites a customer must have registered on the same site.
    WRONG_SITE = "assoc.block.wrong-site", row, "CBC.0156" 403, documented "international manual, invited customers; general codes";
    zh "国际站和欧洲站的客户必须注册在同一站点";
    broken "the customer {customer} registered on the site {site}, this is {here}", "客户 {customer} 注册在 {site} 站点,当前站点为 {here}";
    comply "associate an account of this site", "请关联本站点的账号";
}

fn wrong_site(books: Books, customer: &Customer) -> Check {
    let (here, site) = (books.policy.site, customer.profile.site.unwrap_or(books.policy.site));
    WRONG_SITE.require(here == Site::Cn || site == here, || {
        facts! { customer: customer.id().as_str(), site: site.name(), here: here.name() }
    })
}

rule! {
    /// A customer whom another partner has pre-registered cannot become this one's while that registration is in force.
    OTHER_PARTNER_REGISTERED = "assoc.block.other-partner-registered", row, documented "international manual, invited customers";
    zh "被其他伙伴报备且在有效期内的客户不能关联";
    broken "the customer {customer} is pre-registered by another partner", "客户 {customer} 已被其他伙伴报备";
    comply "wait until that registration is over", "请等待该报备失效";
}

fn other_partner_registered(customer: &Customer, partner: &Partner, now: Timestamp) -> Check {
    let registration = customer.standing().preregistration.as_ref().filter(|registration| registration.holds_at(now));
    let other = registration.and_then(|registration| registration.partner.as_ref()).is_some_and(|other| *other != partner.id);
    OTHER_PARTNER_REGISTERED.require(!other, || facts! { customer: customer.id().as_str() })
}

rule! {
    /// A customer whom the vendor has pre-registered cannot become a partner's.
    VENDOR_REGISTERED = "assoc.block.vendor-registered", row, documented "China site manual, associating customers";
    zh "已被华为云报备的客户不能关联";
    broken "the customer {customer} is pre-registered by the vendor", "客户 {customer} 已被华为云报备";
    comply "pre-register the customer, and have the vendor approve it", "请先报备该客户并由华为云审核通过";
}

fn vendor_registered(customer: &Customer, now: Timestamp) -> Check {
    let registration = customer.standing().preregistration.as_ref().filter(|registration| registration.holds_at(now));
    let by_vendor = registration.is_some_and(|registration| registration.partner.is_none());
    VENDOR_REGISTERED.require(!by_vendor, || facts! { customer: customer.id().as_str() })
}

rule! {
    /// On the China site a customer that takes part in the vendor's reward-promotion plan cannot become a partner's.
    REWARD_PLAN = "assoc.block.reward-plan", row, documented "China site manual, associating customers";
    zh "中国站参加奖励推广计划的客户不能关联";
    broken "the customer {customer} takes part in the reward-promotion plan", "客户 {customer} 已参加奖励推广计划";
    comply "have the customer leave the plan", "请客户先退出奖励推广计划";
}

fn reward_plan(books: Books, customer: &Customer) -> Check {
    REWARD_PLAN.require(books.policy.site != Site::Cn || !customer.standing().in_reward_plan, || {
        facts! { customer: customer.id().as_str() }
    })
}

/// Contracts that a customer has with the vendor itself.
pub(super) const DIRECT: [ContractKind; 3] =
    [ContractKind::OfflineDirect, ContractKind::TelesalesDiscount, ContractKind::DirectSpecialPrice];

rule! {
    /// A customer with a contract with the vendor itself cannot become a partner's: an offline contract, a telesales discount, a
    /// special price.
    SPECIAL_CONTRACT = "assoc.block.special-contract", row, documented "international and China site manuals, associating customers";
    zh "与华为云签有直签合同(线下直签、电销折扣、直签特价)的客户不能关联";
    broken "the customer {customer} has {contracts} with the vendor", "客户 {customer} 与华为云签有 {contracts}";
    comply "have the contract ended first", "请先终止该合同";
}

fn special_contract(customer: &Customer) -> Check {
    with_contracts(&SPECIAL_CONTRACT, customer, &DIRECT)
}

/// Broken when the customer has one of these contracts.
pub(super) fn with_contracts(rule: &'static Rule, customer: &Customer, contracts: &[ContractKind]) -> Check {
    let found = || customer.standing().contracts.iter().filter(|contract| contracts.contains(contract));
    rule.require(found().next().is_none(), || {
        let names = found().map(|contract| contract.name().into()).collect::<Vec<_>>();
        facts! { customer: customer.id().as_str(), contracts: names }
    })
}

rule! {
    /// A member account for which its enterprise master pays cannot become a partner's itself.
    UNIFIED_MEMBER = "assoc.block.unified-member", row, documented "international and China site manuals, associating customers";
    zh "财务托管的企业子账号不能关联";
    broken "the customer {customer} is a member of {master}, which pays for it", "客户 {customer} 是 {master} 的财务托管子账号";
    comply "associate the enterprise master", "请关联企业主账号";
}

fn unified_member(customer: &Customer) -> Check {
    match &customer.profile.account {
        Account::EnterpriseSub(sub) if sub.financially_hosted => {
            UNIFIED_MEMBER.broken(facts! { customer: customer.id().as_str(), master: sub.master.as_str() })
        }
        _ => Ok(()),
    }
}

rule! {
    /// A customer that owes something cannot become a partner's until it has paid.
    ARREARS = "assoc.block.arrears", row, documented "international and China site manuals, associating customers";
    zh "有欠费或未付账单的客户须结清后才能关联";
    broken "the customer {customer} owes {arrears}", "客户 {customer} 欠费 {arrears}";
    comply "have the customer pay first", "请客户先结清欠费";
}

fn arrears(books: Books, customer: &Customer) -> Check {
    let arrears = books.arrears(customer);
    ARREARS.require(!arrears.is_positive(), || facts! { customer: customer.id().as_str(), arrears: arrears })
}

rule! {
    /// A customer that registered more than 7 days ago, or that has spent cash, becomes a partner's only when that partner has
    /// pre-registered it.
    NOT_FRESH = "assoc.block.not-fresh", row, documented "international and China site manuals, associating customers";
    zh "注册超过 7 天或已有现金消费的客户,须经该伙伴报备后才能关联";
    broken "the customer {customer} is no new one, and {partner} has not pre-registered it", "客户 {customer} 不是新客户,且 {partner} 未报备";
    comply "pre-register the customer first", "请先报备该客户";
}

fn not_fresh(books: Books, customer: &Customer, partner: &Partner, now: Timestamp) -> Check {
    let seconds = books.policy.limits.fresh_customer_days.saturating_mul(24 * 60 * 60);
    let old = customer.profile.registered_at.is_some_and(|registered| registered.seconds_later(seconds) < now);
    let spent = customer.standing().cash_spent.is_some_and(|spent| spent.is_positive());
    let registration = customer.standing().preregistration.as_ref().filter(|registration| registration.holds_at(now));
    let registered = registration.is_some_and(|registration| registration.partner.as_ref() == Some(&partner.id));
    NOT_FRESH.require(registered || !(old || spent), || {
        facts! { customer: customer.id().as_str(), partner: partner.id.as_str() }
    })
}
