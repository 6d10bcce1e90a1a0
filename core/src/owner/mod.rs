//! The sole owner of a customer (客户归属唯一责任人): the one account manager it is assigned to, or else the partner's main account.
//!
//! A partner *assigns* customers who have no account manager, *reassigns* one from the customer's own row, and *reclaims* them.

pub(crate) mod assign;
pub(crate) mod reclaim;

use crate::coupon::access::{EVERY_KIND, Operation, caller_type};
use crate::decision::{Check, Review, Row, facts};
use crate::directory::{CUSTOMER_ASSIGNMENT, Caller, Customer, Member, PresetRole};
use crate::id::{CustomerId, Given};
use crate::org::permission::any_of;
use crate::rule::{Rule, rule};

pub use assign::{AssignOwner, ReassignOwner};
pub use reclaim::ReclaimOwner;

pub(crate) static RULES: &[&Rule] = &[&MANAGER_ROLE, &OWN_CUSTOMER, &SINGLE, &RESOLVE, &PERFORMANCE_START];

const OPERATION: Operation =
    Operation { permission_items: &[CUSTOMER_ASSIGNMENT], api: EVERY_KIND, console: EVERY_KIND, changes_something: true };

/// Asks what every operation of this context asks of its callers.
fn ask_caller(review: &mut Review, caller: Caller) {
    review.ask([caller_type(caller, &OPERATION), any_of(caller, OPERATION.permission_items)]);
}

/// The customer, if it is the caller's own.
fn own<'a>(caller: Caller<'a>, id: &CustomerId) -> Option<&'a Customer> {
    let partner = caller.partner?;
    caller.directory.customer(id).filter(|customer| customer.is_of(&partner.id))
}

/// A row that stands.
fn done(given: &Given<CustomerId>) -> Row {
    Row { subject: given.text().into(), id: None, amount: None, breaches: Vec::new() }
}

rule! {
    /// A partner assigns and reclaims its own customers only, not those of its resellers.
    OWN_CUSTOMER = "owner.own-customer", row, derived "China site manual, assigning customers: the page lists the partner's own";
    zh "伙伴只能分配和收回自己的客户,不包括其云经销商的客户";
    broken "{customer} is not a customer of {partner}", "{customer} 不是 {partner} 的客户";
    comply "name a customer of your own", "请指定您自己的客户";
}

fn own_customer(caller: Caller, customer: impl Fn() -> String, found: Option<&Customer>) -> Check {
    OWN_CUSTOMER.require(found.is_some(), || {
        facts! { customer: customer(), partner: caller.partner.map_or("", |partner| partner.id.as_str()) }
    })
}

rule! {
    /// Customers are assigned to an operator account with the account manager role.
    MANAGER_ROLE = "owner.manager-role", call, derived "China site manual, assigning customers: the page lists account managers";
    zh "客户只能分配给具备客户经理角色的操作员";
    broken "{member} is no account manager", "{member} 不具备客户经理角色";
    comply "name an account manager, or give the operator the role", "请指定客户经理,或先为该操作员授予客户经理角色";
}

fn manager_role(member: &Member) -> Check {
    MANAGER_ROLE.require(member.is(PresetRole::AccountManager), || facts! { member: member.member().as_str() })
}

rule! {
    /// A customer has at most one account manager.
    SINGLE = "owner.single", effect, documented "SDK, account managers of a customer";
    zh "一个客户最多有一个客户经理";
}

rule! {
    /// The sole owner of a customer is the account manager it is assigned to, or else the partner's main account.
    RESOLVE = "owner.resolve", view, documented "international manual, customer warnings";
    zh "客户归属唯一责任人为其客户经理;未分配时为伙伴主账号";
}

rule! {
    /// What a customer spends counts to its account manager's performance from the day after the assignment on, and to the consumption of
    /// the manager's customers from the moment of the assignment on.
    PERFORMANCE_START = "owner.performance-start", view, documented "China site manual, assigning customers";
    zh "客户经理的业绩自分配次日起统计,消费自分配时起统计";
}
