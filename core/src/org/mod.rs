//! The organization of a partner (组织): its people, their roles, and what they may see and do.
//!
//! The *administrator* keeps the *operator accounts* and their *roles*; a role is a bundle of *permission items*, which open operations;
//! an account manager without any further role works with its own customers alone. Customers see the partner's *contacts*.

pub(crate) mod contact;
pub(crate) mod director;
pub(crate) mod list;
pub(crate) mod member;
pub(crate) mod permission;
pub(crate) mod role;
pub(crate) mod scope;

use crate::decision::{Actor, Check, facts};
use crate::directory::Caller;
use crate::rule::{Rule, rule};

pub use contact::{ContactItem, ContactRow, CustomerContacts, SetContacts};
pub use list::{MemberItem, MemberRow, Members};
pub use member::SaveMember;
pub use role::SaveRole;

pub(crate) static RULES: &[&Rule] = &[&ADMINISTRATOR_ONLY];

rule! {
    /// Operator accounts, roles and customer contacts are kept by the partner's administrators: the main account, and operators with the
    /// administrator role.
    ADMINISTRATOR_ONLY = "org.administrator-only", call, documented "China site manual, members and roles; of customer contacts derived";
    zh "操作员、角色和客户联系人由伙伴管理员维护:伙伴主账号,以及具备系统管理员角色的操作员";
    broken "{actor} is no administrator of a partner", "{actor} 不是伙伴的管理员";
    comply "have the main account or an administrator do it", "请由主账号或管理员操作";
}

pub(crate) fn administrator_only(caller: Caller) -> Check {
    ADMINISTRATOR_ONLY.require(caller.directory.is_administrator(caller.actor), || {
        let actor = match caller.actor {
            Actor::Member(account) => account.member.as_str(),
            actor => actor.type_name(),
        };
        facts! { actor: actor }
    })
}
