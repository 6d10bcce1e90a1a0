//! Customers, and partners, for whom there is no resale.

use super::super::block::{DIRECT, with_contracts};
use crate::center::Books;
use crate::decision::{Check, facts};
use crate::directory::{Account, AssociationMode, ContractKind, Customer, Partner};
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] =
    &[&CONTRACT, &RESERVED_INSTANCE, &MEMBER, &MASTER, &INVOICE_ARREARS, &STORED_VALUE, &BONUS_BALANCE, &PREPAID_PARTNER];

/// All that may keep a customer from resale, whoever its partner is.
pub(crate) fn checks(books: Books, customer: &Customer, now: Timestamp) -> [Check; 7] {
    [
        contract(books, customer),
        reserved_instance(customer, now),
        member(customer),
        master(books, customer),
        left(&INVOICE_ARREARS, books, customer, customer.standing().invoice_arrears),
        left(&STORED_VALUE, books, customer, customer.standing().stored_value),
        left(&BONUS_BALANCE, books, customer, customer.standing().bonus_balance),
    ]
}

rule! {
    /// A customer with a contract for professional services cannot join by resale, on the China site nor one with a contract with the
    /// vendor itself.
    CONTRACT = "assoc.resale.block.contract", row, documented "international and China site manuals, resale";
    zh "签有专业服务合同的客户不能以代售方式关联;中国站签有直签合同的客户也不能";
    broken "the customer {customer} has {contracts}", "客户 {customer} 签有 {contracts}";
    comply "have the contract ended first, or associate by referral", "请先终止该合同,或选择顾问销售";
}

fn contract(books: Books, customer: &Customer) -> Check {
    let [offline, discount, special] = DIRECT;
    match books.policy.site {
        Site::Cn => with_contracts(&CONTRACT, customer, &[ContractKind::ProfessionalService, offline, discount, special]),
        Site::Intl | Site::Eu => with_contracts(&CONTRACT, customer, &[ContractKind::ProfessionalService]),
    }
}

rule! {
    /// A customer with a reserved instance that is not over yet cannot join by resale.
    RESERVED_INSTANCE = "assoc.resale.block.reserved-instance", row, documented "international and China site manuals, resale";
    zh "有未到期预留实例的客户不能以代售方式关联";
    broken "the customer {customer} has a reserved instance until {until}", "客户 {customer} 的预留实例 {until} 到期";
    comply "wait until it is over, or associate by referral", "请等待预留实例到期,或选择顾问销售";
}

fn reserved_instance(customer: &Customer, now: Timestamp) -> Check {
    match customer.standing().reserved_instance_until {
        Some(until) if now < until => RESERVED_INSTANCE.broken(facts! { customer: customer.id().as_str(), until: until }),
        _ => Ok(()),
    }
}

rule! {
    /// A member account of an enterprise cannot join by resale.
    MEMBER = "assoc.resale.block.member", row, documented "international and China site manuals, resale";
    zh "企业子账号不能以代售方式关联";
    broken "the customer {customer} is a member of {master}", "客户 {customer} 是 {master} 的子账号";
    comply "associate the enterprise master, or associate by referral", "请关联企业主账号,或选择顾问销售";
}

fn member(customer: &Customer) -> Check {
    match &customer.profile.account {
        Account::EnterpriseSub(sub) => MEMBER.broken(facts! { customer: customer.id().as_str(), master: sub.master.as_str() }),
        _ => Ok(()),
    }
}

rule! {
    /// An enterprise master with members that pay for themselves cannot join by resale.
    MASTER = "assoc.resale.block.master", row, documented "international and China site manuals, resale";
    zh "拥有非财务托管子账号的企业主账号不能以代售方式关联";
    broken "the customer {customer} has the members {members}, which pay for themselves", "客户 {customer} 拥有非财务托管子账号 {members}";
    comply "have these members removed first, or associate by referral", "请先移除这些子账号,或选择顾问销售";
}

fn master(books: Books, customer: &Customer) -> Check {
    let members = || books.directory.independent_subs_of(customer.id());
    MASTER.require(members().next().is_none(), || {
        let names = members().map(|member| member.id().into()).collect::<Vec<_>>();
        facts! { customer: customer.id().as_str(), members: names }
    })
}

rule! {
    /// On the China site a customer with invoices for more than it paid (欠票) cannot join by resale.
    INVOICE_ARREARS = "assoc.resale.block.invoice-arrears", row, documented "China site manual, resale";
    zh "中国站有欠票金额的客户不能以代售方式关联";
    broken "the customer {customer} has {amount} of invoices to pay for", "客户 {customer} 有欠票金额 {amount}";
    comply "have the invoices settled first, or associate by referral", "请先结清欠票,或选择顾问销售";
}

rule! {
    /// On the China site a customer with something left on a stored-value card cannot join by resale.
    STORED_VALUE = "assoc.resale.block.stored-value", row, documented "China site manual, resale";
    zh "中国站储值卡有余额的客户不能以代售方式关联";
    broken "the customer {customer} has {amount} left on stored-value cards", "客户 {customer} 的储值卡余额为 {amount}";
    comply "use the cards up first, or associate by referral", "请先用完储值卡,或选择顾问销售";
}

rule! {
    /// On the China site a customer with something left of a bonus for topping up cannot join by resale.
    BONUS_BALANCE = "assoc.resale.block.bonus-balance", row, documented "China site manual, resale";
    zh "中国站有充赠余额的客户不能以代售方式关联";
    broken "the customer {customer} has {amount} left of a bonus", "客户 {customer} 的充赠余额为 {amount}";
    comply "raise a ticket with the vendor, or associate by referral", "请提交工单处理,或选择顾问销售";
}

/// Broken on the China site when something is left.
fn left(rule: &'static Rule, books: Books, customer: &Customer, amount: Option<Money>) -> Check {
    match amount {
        Some(amount) if books.policy.site == Site::Cn && amount.is_positive() => {
            rule.broken(facts! { customer: customer.id().as_str(), amount: amount })
        }
        _ => Ok(()),
    }
}

rule! {
    /// On the international site a partner that pays in advance wins no customers by resale.
    PREPAID_PARTNER = "assoc.resale.block.prepaid-partner", call, documented "international manual, invited customers";
    zh "国际站预付费伙伴不能发展代售客户";
    broken "the partner {partner} pays in advance", "伙伴 {partner} 为预付费伙伴";
    comply "have the vendor change how the partner pays", "请联系华为云变更伙伴付费方式";
}

pub(crate) fn prepaid_partner(books: Books, partner: &Partner, mode: AssociationMode) -> Check {
    let asked = books.policy.site == Site::Intl && mode == AssociationMode::AgencyResale;
    PREPAID_PARTNER.require(!asked || !partner.is_prepaid, || facts! { partner: partner.id.as_str() })
}
