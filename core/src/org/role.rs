//! An administrator makes a role of the partner's own, or changes one.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::administrator_only;
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts};
use crate::directory::{Partner, PresetRole, Role};
use crate::event::Change;
use crate::id::RoleId;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&PRESET_MANAGER_FIXED, &CUSTOM_LIMIT, &DEFAULT_PERMISSIONS];

/// Makes a role of the partner who asks, or changes it. For administrators.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveRole {
    /// Its name.
    pub role: RoleId,
    /// All it may do.
    pub permission_items: BTreeSet<String>,
}

pub(crate) fn decide(books: Books, request: &Request, save: &SaveRole) -> Decided {
    let caller = books.caller(request)?;
    let mut review = Review::new(books.policy);
    review.ask([administrator_only(caller), preset_manager_fixed(save)]);
    let Some(partner) = caller.partner else { return Ok(review.refuse()) };
    review.ask([custom_limit(books, partner, save)]);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = Accepted::new(request);
    accepted.event(Change::RoleSet(Role::new(partner.id.clone(), save.role.clone(), save.permission_items.clone())));
    Ok(accepted.decision())
}

rule! {
    /// The preset role of account managers cannot be edited. It has the consumption records of customers, but neither the management of
    /// cash coupons nor the partner's bills.
    PRESET_MANAGER_FIXED = "org.role.preset-manager-fixed", call, documented "China site manual, roles; questions and answers";
    zh "预置的客户经理角色不能修改:具备客户消费记录权限,不具备现金券管理和伙伴账单权限";
    broken "the role {role} is preset and cannot be edited", "预置角色 {role} 不能修改";
    comply "make a role of your own, and give it in addition", "请新建自定义角色并额外授予";
}

fn preset_manager_fixed(save: &SaveRole) -> Check {
    PRESET_MANAGER_FIXED.require(PresetRole::of(&save.role) != Some(PresetRole::AccountManager), || {
        facts! { role: save.role.as_str() }
    })
}

rule! {
    /// A partner has at most 10 roles of its own.
    CUSTOM_LIMIT = "org.role.custom-limit", call, documented "China site manual, roles";
    zh "每个伙伴最多有 10 个自定义角色";
    broken "there are {count} roles already, at most {limit} are allowed", "已有 {count} 个自定义角色,最多 {limit} 个";
    comply "change a role that there is, or ask the vendor for more", "请修改已有角色,或联系华为云提升上限";
}

fn custom_limit(books: Books, partner: &Partner, save: &SaveRole) -> Check {
    let is_new = PresetRole::of(&save.role).is_none() && books.directory.role(&partner.id, &save.role).is_none();
    let limit = books.policy.limits.custom_roles_max;
    let count = || books.directory.custom_roles_of(&partner.id).count();
    CUSTOM_LIMIT.require(!is_new || count() < limit, || facts! { count: count(), limit: limit })
}

rule! {
    /// Every role may do beside its own items what every role may: the home page, account basics and support.
    DEFAULT_PERMISSIONS = "org.role.default-permissions", effect, documented "questions and answers, organization";
    zh "任何角色除自身权限外还具备默认权限:首页、账号基本信息和支持等";
}
