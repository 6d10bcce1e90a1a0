//! Who sees warnings.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&ALL, &MANAGER, &DISTRIBUTOR_TABS];

rule! {
    /// The main account, administrators, account directors, and members whose role has the page of customers or that of customer warnings see
    /// all warnings about the partner's customers.
    ALL = "warning.view.all", view, documented "international manual, viewing customer warnings";
    zh "伙伴主账号、管理员、客户经理主管,以及具备客户管理或客户预警权限的成员可查看本伙伴全部客户预警";
}

rule! {
    /// An account manager without a further role sees the warnings about its own customers.
    MANAGER = "warning.view.manager", view, derived "China site manual, members and roles";
    zh "仅有客户经理角色的成员只能查看分配给自己的客户的预警";
}

rule! {
    /// A distributor sees the warnings about its own customers and those about its resellers' customers on two tabs.
    DISTRIBUTOR_TABS = "warning.view.distributor-tabs", view, documented "international manual, viewing customer warnings";
    zh "总经销商分页签查看自己客户的预警和下属云经销商客户的预警";
}
