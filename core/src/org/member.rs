//! An administrator adds an operator account, or changes its roles.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::administrator_only;
use super::director::removal;
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts};
use crate::directory::{Member, PresetRole};
use crate::error::Unknown;
use crate::event::Change;
use crate::id::{MemberId, RoleId};
use crate::personal::Personal;
use crate::policy::Policy;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] =
    &[&ROLE_COUNT, &ADMIN_EXCLUSIVE, &MANAGER_DIRECTOR, &NAME_IMMUTABLE, &QUALIFICATION_LOCK, &DIRECTOR_ROLE];

/// Adds an operator account of the partner who asks, or changes it. For administrators.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveMember {
    /// The account.
    pub member: MemberId,
    /// The name it signs in with; the one it has, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_name: Option<Personal>,
    /// All its roles, 1 to 3: preset ones by name, or the partner's own.
    pub roles: BTreeSet<RoleId>,
    /// The account director over it; nobody, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub director: Option<MemberId>,
}

impl SaveMember {
    fn gives(&self, role: PresetRole) -> bool {
        self.roles.contains(role.name())
    }
}

pub(crate) fn decide(books: Books, request: &Request, save: &SaveMember) -> Decided {
    let caller = books.caller(request)?;
    let mut review = Review::new(books.policy);
    review.ask([administrator_only(caller)]);
    let Some(partner) = caller.partner else { return Ok(review.refuse()) };
    let exists = |role: &RoleId| PresetRole::of(role).is_some() || books.directory.role(&partner.id, role).is_some();
    if let Some(unknown) = save.roles.iter().find(|role| !exists(role)) {
        return Err(Unknown::new("role", unknown).into());
    }
    let find = |id| books.directory.member(&partner.id, id);
    let director = save.director.as_ref().map(|id| find(id).ok_or_else(|| Unknown::new("member", id))).transpose()?;
    let before = find(&save.member);

    review.ask([role_count(books.policy, save), admin_exclusive(save), manager_director(save)]);
    if let Some(before) = before {
        review.ask([name_immutable(before, save), qualification_lock(before, save)]);
    }
    if let Some(director) = director {
        review.ask([director_role(director, save)]);
    }
    if review.is_refused() {
        return Ok(review.refuse());
    }

    let plain = || Member::new(partner.id.clone(), save.member.clone(), BTreeSet::new());
    let mut member = before.cloned().unwrap_or_else(plain);
    let mut told = Review::new(books.policy);
    if let Some(before) = before.filter(|_| !save.gives(PresetRole::AccountDirector)) {
        told.ask([removal(books.directory, before)]);
    }
    member.roles = save.roles.clone();
    member.director = save.director.clone();
    if let Some(name) = &save.account_name {
        member.account_name = name.clone();
    }
    let mut accepted = Accepted::new(request);
    accepted.event(Change::MemberSet(member));
    accepted.warn(told.breaches);
    Ok(accepted.decision())
}

rule! {
    /// An operator account must have 1 to 3 roles.
    ROLE_COUNT = "org.member.role-count", call, documented "China site manual, members";
    zh "每个操作员必须有 1 至 3 个角色";
    broken "{count} roles are given, 1 to {limit} are allowed", "指定了 {count} 个角色,允许 1 至 {limit} 个";
    comply "give at least one role, and fewer where one role of your own can hold their items together", "请至少指定一个角色,角色过多时可将权限合并到一个自定义角色";
}

fn role_count(policy: &Policy, save: &SaveMember) -> Check {
    let (count, limit) = (save.roles.len(), policy.limits.member_roles_max);
    ROLE_COUNT.require((1..=limit).contains(&count), || facts! { count: count, limit: limit })
}

rule! {
    /// Who has the administrator role must have no other: it has every permission already.
    ADMIN_EXCLUSIVE = "org.member.admin-exclusive", call, documented "China site manual, members";
    zh "系统管理员角色不能与其他角色同时授予";
    broken "the administrator role is given together with {others}", "系统管理员角色与 {others} 同时授予";
    comply "give the administrator role alone, or leave it out", "请只授予系统管理员角色,或去掉该角色";
}

fn admin_exclusive(save: &SaveMember) -> Check {
    ADMIN_EXCLUSIVE.require(!save.gives(PresetRole::Administrator) || save.roles.len() == 1, || {
        let others = save.roles.iter().filter(|role| PresetRole::of(role) != Some(PresetRole::Administrator));
        facts! { others: others.map(Into::into).collect::<Vec<_>>() }
    })
}

rule! {
    /// Nobody is account manager and account director at once.
    MANAGER_DIRECTOR = "org.member.manager-director", call, documented "China site manual, members";
    zh "客户经理与客户经理主管角色不能同时授予";
    broken "{member} would be account manager and account director", "{member} 将同时具备客户经理和客户经理主管角色";
    comply "give one of the two roles", "请只授予其中一个角色";
}

fn manager_director(save: &SaveMember) -> Check {
    let both = save.gives(PresetRole::AccountManager) && save.gives(PresetRole::AccountDirector);
    MANAGER_DIRECTOR.require(!both, || facts! { member: save.member.as_str() })
}

rule! {
    /// The name an operator account signs in with must stay what it is.
    NAME_IMMUTABLE = "org.member.name-immutable", call, documented "China site manual, members";
    zh "操作员的账号名创建后不能修改";
    broken "the account name of {member} is {name}", "{member} 的账号名为 {name}";
    comply "leave the name away, or make another account", "请不填写账号名,或新建账号";
}

fn name_immutable(before: &Member, save: &SaveMember) -> Check {
    let same = save.account_name.as_ref().is_none_or(|name| *name == before.account_name);
    NAME_IMMUTABLE.require(before.account_name.is_empty() || same, || {
        facts! { member: save.member.as_str(), name: before.account_name.clone() }
    })
}

rule! {
    /// While somebody's qualification as account manager or SA specialist is under review, the role must stay.
    QUALIFICATION_LOCK = "org.member.qualification-lock", call, documented "China site manual, members";
    zh "客户经理或 SA 专人角色在资格审核期间不能移除";
    broken "the qualification of {member} is under review, and {roles} would be taken away", "{member} 的资格正在审核,不能移除 {roles}";
    comply "wait for the review, or keep the role", "请等待审核结束,或保留该角色";
}

fn qualification_lock(before: &Member, save: &SaveMember) -> Check {
    let is_lost = |role: &PresetRole| before.is(*role) && !save.gives(*role);
    let mut lost = [PresetRole::AccountManager, PresetRole::SaSpecialist].into_iter().filter(is_lost).peekable();
    QUALIFICATION_LOCK.require(!before.qualification_in_review || lost.peek().is_none(), || {
        facts! { member: save.member.as_str(), roles: lost.map(|role| role.name().into()).collect::<Vec<_>>() }
    })
}

rule! {
    /// Who is put over an operator account as its director must be another operator account, with the account director role.
    DIRECTOR_ROLE = "org.member.director-role", call, assumed "the page offers account directors; nobody says what else would happen";
    zh "操作员的主管必须是另一个具备客户经理主管角色的操作员";
    broken "{director} cannot be the account director over {member}", "{director} 不能作为 {member} 的客户经理主管";
    comply "name another operator who is an account director", "请指定另一个客户经理主管";
}

fn director_role(director: &Member, save: &SaveMember) -> Check {
    let can = director.is(PresetRole::AccountDirector) && *director.member() != save.member;
    DIRECTOR_ROLE.require(can, || facts! { director: director.member().as_str(), member: save.member.as_str() })
}
