//! Scope: whose customers an operator account works with.

use crate::decision::{Check, facts};
use crate::directory::{Caller, Customer};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&MANAGER_OWN, &MANAGER_PLUS, &ONLY_BY_ASSIGNMENT, &DIRECTOR];

rule! {
    /// An operator account whose only role is account manager works with the customers assigned to it, and with no others.
    MANAGER_OWN = "org.scope.manager-own", call, documented "China site manual, members and roles";
    zh "仅有客户经理角色的操作员只能处理分配给自己的客户";
    broken "the customer {customer} is not assigned to the account manager {member}", "客户 {customer} 未分配给客户经理 {member}";
    comply "have the customer assigned to you, or ask its account manager", "请先将该客户分配给您,或联系其客户经理";
}

pub(crate) fn manager_own(caller: Caller, customer: &Customer) -> Check {
    MANAGER_OWN.require(caller.scope().holds(customer), || {
        let member = caller.member().map_or("", |member| member.member().as_str());
        facts! { customer: customer.id().as_str(), member: member }
    })
}

rule! {
    /// An account manager who has any further role works with all customers of the partner.
    MANAGER_PLUS = "org.scope.manager-plus", effect, documented "China site manual, members and roles";
    zh "客户经理如同时具备其他角色,可处理伙伴的全部客户";
}

rule! {
    /// Whose customers somebody works with is narrowed in one way alone: by assigning customers to account managers. No other role can be
    /// tied to customers.
    ONLY_BY_ASSIGNMENT = "org.scope.only-by-assignment", effect, documented "China site manual, members and roles; questions and answers";
    zh "只能通过分配客户经理限定可处理的客户范围,其他角色不能限定到具体客户";
}

rule! {
    /// Of the operator accounts an account director sees itself and those under it, an administrator all, and everybody else itself.
    DIRECTOR = "org.scope.director", view, documented "SDK, account managers; that the team is its own is derived";
    zh "客户经理主管可查看自己及其下属客户经理,管理员可查看全部操作员,其他操作员只能查看自己";
}
