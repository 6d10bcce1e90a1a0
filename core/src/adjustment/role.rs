//! Which partners adjust what.

use super::{PERMISSION, allocate, reclaim, reseller as resellers};
use crate::command::Command;
use crate::decision::{Check, facts};
use crate::directory::{Caller, PartnerKind};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&CUSTOMER, &RESELLER];

rule! {
    /// Money is allocated to customers and reclaimed from them by solution providers and general distributors; in the console also by a cloud
    /// reseller, for its own customers.
    CUSTOMER = "adjustment.role.customer", call, "CBC.0151" 403, documented "UpdateCustomerAccountAmount and ReclaimToPartnerAccount, caller; the console is derived";
    zh "向客户拨款和从客户回收限解决方案提供商和总经销商;云经销商只能在控制台为自己的客户操作";
    broken "the caller is {caller}", "调用方是 {caller}";
    comply "have the solution provider or the distributor call, or use the console as a reseller", "请由解决方案提供商或总经销商调用,云经销商请在控制台操作";
}

pub(super) fn customer(caller: Caller) -> Check {
    let direct = caller.is(&[PartnerKind::SolutionProvider, PartnerKind::GeneralDistributor]);
    let in_console = !caller.is_api() && caller.is(&[PartnerKind::CloudReseller]);
    CUSTOMER.require(direct || in_console, || facts! { caller: caller.what() })
}

rule! {
    /// Money is allocated to cloud resellers and reclaimed from them by general distributors only.
    RESELLER = "adjustment.role.reseller", call, "CBC.0151" 403, documented "UpdateIndirectPartnerAccount and ReclaimIndirectPartnerAccount, caller";
    zh "向云经销商拨款和从云经销商回收只限总经销商";
    broken "the caller is {caller}", "调用方是 {caller}";
    comply "have the distributor call", "请由总经销商调用";
}

pub(super) fn reseller(caller: Caller) -> Check {
    RESELLER.require(caller.is(&[PartnerKind::GeneralDistributor]), || facts! { caller: caller.what() })
}

/// Which partners adjust, as one of the rules above asks it.
type Role = fn(Caller) -> Check;

/// Who may ask for an adjustment, and with which permission item.
pub(super) fn asked_by(command: &Command) -> Option<(Role, &'static str)> {
    Some(match command {
        Command::AllocateToCustomer(_) | Command::AllocateToCustomers(_) => (customer, allocate::ITEM),
        Command::ReclaimFromCustomer(_) | Command::ReclaimFromCustomers(_) => (customer, reclaim::ITEM),
        Command::AllocateToReseller(_) => (reseller, resellers::ALLOCATE),
        Command::ReclaimFromReseller(_) => (reseller, resellers::RECLAIM),
        _ => return None,
    })
}

/// `adjustment.permission`, for this item.
pub(super) fn permission(caller: Caller, item: &'static str) -> Check {
    PERMISSION.require(caller.has_any(&[item]), || {
        facts! { member: caller.member().map_or("", |member| member.member().as_str()), item: item }
    })
}
