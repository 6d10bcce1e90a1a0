//! Orders of partners for themselves.

use crate::decision::{Check, facts};
use crate::directory::{Caller, Customer, PartnerKind};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&NONE];

rule! {
    /// Solution providers and general distributors buy nothing for their own account.
    NONE = "order.partner-own.none", call, documented "unsubscription API, note on partner accounts";
    zh "解决方案提供商和总经销商的自有账号不能购买产品";
    broken "{customer} is the own account of {partner}", "{customer} 是 {partner} 的自有账号";
    comply "order for a customer", "请为客户下单";
}

pub(super) fn none(caller: Caller, customer: &Customer) -> Check {
    NONE.require(!is_own_account(caller, customer), || {
        facts! { customer: customer.id().as_str(), partner: caller.partner.map_or("", |partner| partner.id.as_str()) }
    })
}

/// Whether a customer account is that of the solution provider or distributor who calls.
pub(super) fn is_own_account(caller: Caller, customer: &Customer) -> bool {
    caller.is(&[PartnerKind::SolutionProvider, PartnerKind::GeneralDistributor])
        && caller.partner.is_some_and(|partner| partner.account.as_ref() == Some(customer.id()))
}
