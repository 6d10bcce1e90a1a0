//! The people of a partner: operator accounts, their roles, and what they may see and do.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Customer, Directory};
use crate::decision::Actor;
use crate::id::{MemberId, PartnerId, RoleId};
use crate::personal::Personal;
use crate::table::Entity;

/// The roles that every partner has. What a preset role may do is the vendor's to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PresetRole {
    /// 系统管理员: everything.
    Administrator,
    /// 客户经理: works with its own customers.
    AccountManager,
    /// 客户经理主管: supervises account managers.
    AccountDirector,
    /// SA专人: the partner's solution architect.
    SaSpecialist,
}

crate::named::named!(
    PresetRole: Administrator = "administrator", AccountManager = "account-manager", AccountDirector = "account-director",
    SaSpecialist = "sa-specialist"
);

impl PresetRole {
    /// The preset role of this name, if it is one's.
    pub fn of(role: &RoleId) -> Option<Self> {
        role.as_str().parse().ok()
    }

    /// What the role may do unless the vendor says otherwise, beside what every role may. Assumed but for the account manager's
    /// consumption records, and that it has neither cash-coupon management nor partner bills. An administrator needs no items.
    pub fn items(self) -> &'static [&'static str] {
        match self {
            Self::Administrator | Self::SaSpecialist => &[],
            Self::AccountManager | Self::AccountDirector => &[
                "BPC_ITEM_SUBCUSTSERV_010100",
                "BPC_ITEM_SUBCUSTSERV_060100",
                "BPC_ITEM_FINANCE_020100",
                "BPC_ITEM_FINANCE_020101",
                CUSTOMER_MANAGEMENT,
                CUSTOMER_WARNINGS,
            ],
        }
    }
}

/// The permission item of the page of customers. The vendor publishes no code for it; the name is ours.
pub const CUSTOMER_MANAGEMENT: &str = "console.customer-management";
/// The permission item of the page of customer warnings; the name is ours.
pub const CUSTOMER_WARNINGS: &str = "console.customer-warnings";
/// The permission item of the page on which customers are assigned to account managers; the name is ours.
pub const CUSTOMER_ASSIGNMENT: &str = "console.customer-assignment";
/// The permission item of the pages on which customers are won: invitations; the name is ours.
pub const CUSTOMER_DEVELOPMENT: &str = "console.customer-development";
/// What every role may do beside its own items (默认权限). The vendor names it in words, home and account basics first; of those the
/// home page's account is the one with a published code.
pub const DEFAULT_ITEMS: &[&str] = &["BPC_ITEM_VIEW_010100"];
/// The item of the list of the partner's own customers.
pub const OWN_CUSTOMER_LIST: &str = "BPC_ITEM_SUBCUSTSERV_010100";
/// The item of the list of resellers' customers.
pub const RESELLER_CUSTOMER_LIST: &str = "BPC_ITEM_SUBCUSTSERV_010500";
/// The items of the list of customers at the API: own customers, and those of resellers.
pub const CUSTOMER_LIST: &[&str] = &[OWN_CUSTOMER_LIST, RESELLER_CUSTOMER_LIST];

/// A role that a partner made, or what the vendor says of a preset one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Role {
    #[serde(skip)]
    key: (PartnerId, RoleId),
    /// The partner.
    partner: PartnerId,
    /// Its name; the names of preset roles are theirs.
    role: RoleId,
    /// What it may do.
    pub permission_items: BTreeSet<String>,
}

/// An operator account of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Member {
    /// The partner and the account, which together are the id.
    #[serde(skip)]
    key: (PartnerId, MemberId),
    /// The partner.
    partner: PartnerId,
    /// The account.
    member: MemberId,
    /// The name it signs in with, which never changes; empty when nobody said.
    #[serde(skip_serializing_if = "Personal::is_empty")]
    pub account_name: Personal,
    /// Its roles; none where only the items are known.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub roles: BTreeSet<RoleId>,
    /// What it may do beside what its roles may, such as `BPC_ITEM_SUBCUSTSERV_030102`.
    pub permission_items: BTreeSet<String>,
    /// The account director over it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub director: Option<MemberId>,
    /// Whether its qualification as account manager or SA specialist is under review.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub qualification_in_review: bool,
}

impl Role {
    /// A role with these permission items.
    pub fn new(partner: PartnerId, role: RoleId, permission_items: BTreeSet<String>) -> Self {
        Self { key: (partner.clone(), role.clone()), partner, role, permission_items }
    }

    /// The partner.
    pub fn partner(&self) -> &PartnerId {
        &self.partner
    }

    /// Its name.
    pub fn role(&self) -> &RoleId {
        &self.role
    }
}

impl Member {
    /// An account with these permission items, and no roles.
    pub fn new(partner: PartnerId, member: MemberId, permission_items: BTreeSet<String>) -> Self {
        Self {
            key: (partner.clone(), member.clone()),
            partner,
            member,
            account_name: Personal::default(),
            roles: BTreeSet::new(),
            permission_items,
            director: None,
            qualification_in_review: false,
        }
    }

    /// The partner.
    pub fn partner(&self) -> &PartnerId {
        &self.partner
    }

    /// The account.
    pub fn member(&self) -> &MemberId {
        &self.member
    }

    /// Whether it has this preset role.
    pub fn is(&self, role: PresetRole) -> bool {
        self.roles.contains(role.name())
    }

    /// Whether it has this preset role and no other role.
    pub fn is_only(&self, role: PresetRole) -> bool {
        self.is(role) && self.roles.len() == 1
    }
}

impl<'de> Deserialize<'de> for Role {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Written {
            partner: PartnerId,
            role: RoleId,
            permission_items: BTreeSet<String>,
        }
        let written = Written::deserialize(deserializer)?;
        Ok(Self::new(written.partner, written.role, written.permission_items))
    }
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Written {
            partner: PartnerId,
            member: MemberId,
            #[serde(default)]
            account_name: Personal,
            #[serde(default)]
            roles: BTreeSet<RoleId>,
            permission_items: BTreeSet<String>,
            #[serde(default)]
            director: Option<MemberId>,
            #[serde(default)]
            qualification_in_review: bool,
        }
        let Written { partner, member, account_name, roles, permission_items, director, qualification_in_review } =
            Written::deserialize(deserializer)?;
        let plain = Self::new(partner, member, permission_items);
        Ok(Self { account_name, roles, director, qualification_in_review, ..plain })
    }
}

impl Entity for Role {
    type Id = (PartnerId, RoleId);
    fn id(&self) -> &Self::Id {
        &self.key
    }
}

impl Entity for Member {
    type Id = (PartnerId, MemberId);
    fn id(&self) -> &Self::Id {
        &self.key
    }
}

/// The one person who answers for a customer: its account manager, or else the partner's main account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner<'a> {
    /// The account manager.
    Manager(&'a MemberId),
    /// The main account of the partner.
    MainAccount(&'a PartnerId),
}

/// Permission items, as they are kept.
enum RoleItems<'a> {
    Said(&'a BTreeSet<String>),
    Preset(&'static [&'static str]),
}

impl RoleItems<'_> {
    fn has_any(&self, items: &[&str]) -> bool {
        items.iter().any(|item| match self {
            Self::Said(set) => set.contains(*item),
            Self::Preset(list) => list.contains(item),
        })
    }

    fn list(self) -> Vec<String> {
        match self {
            Self::Said(set) => set.iter().cloned().collect(),
            Self::Preset(list) => list.iter().map(|item| String::from(*item)).collect(),
        }
    }
}

/// Whose customers an operator account works with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// All of the partner's.
    All,
    /// Its own as account manager.
    Own(&'a Member),
}

impl Scope<'_> {
    /// Whether a customer is in it.
    pub fn holds(self, customer: &Customer) -> bool {
        match self {
            Self::All => true,
            // The operator accounts of two partners may have the same name.
            Self::Own(member) => customer
                .assignment()
                .is_some_and(|assignment| assignment.manager == member.member && assignment.partner == member.partner),
        }
    }
}

impl Directory {
    /// Takes an operator account in. Who is no director any more leaves its account managers without one.
    pub(super) fn set_member(&mut self, member: &Member) {
        let before = self.member(&member.partner, &member.member);
        let was_director = before.is_some_and(|before| before.is(PresetRole::AccountDirector));
        if was_director && !member.is(PresetRole::AccountDirector) {
            for other in self.members.iter_mut().filter(|other| other.partner == member.partner) {
                if other.director.as_ref() == Some(&member.member) {
                    other.director = None;
                }
            }
        }
        self.members.set(member.clone());
    }

    /// The operator account of a partner.
    pub fn member(&self, partner: &PartnerId, member: &MemberId) -> Option<&Member> {
        self.members.get(&(partner.clone(), member.clone()))
    }

    /// The operator accounts of a partner, in the order in which they were recorded.
    pub fn members_of(&self, partner: &PartnerId) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| member.partner() == partner)
    }

    /// A role of a partner that it made, or whose items the vendor has set.
    pub fn role(&self, partner: &PartnerId, role: &RoleId) -> Option<&Role> {
        self.roles.get(&(partner.clone(), role.clone()))
    }

    /// The roles that a partner made.
    pub fn custom_roles_of(&self, partner: &PartnerId) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(move |role| role.partner() == partner && PresetRole::of(role.role()).is_none())
    }

    /// What a role of a partner may do beside what every role may: what the partner or the vendor said, or the preset.
    fn items_of_role(&self, partner: &PartnerId, role: &RoleId) -> RoleItems<'_> {
        match (self.role(partner, role), PresetRole::of(role)) {
            (Some(role), _) => RoleItems::Said(&role.permission_items),
            (None, Some(preset)) => RoleItems::Preset(preset.items()),
            (None, None) => RoleItems::Preset(&[]),
        }
    }

    /// What every role may do, to somebody who has one.
    fn default_items(member: &Member) -> &'static [&'static str] {
        if member.roles.is_empty() { &[] } else { DEFAULT_ITEMS }
    }

    /// Whether an operator account has at least one of these permission items. An administrator has all.
    pub fn has_any(&self, member: &Member, items: &[&str]) -> bool {
        let role_has = |role: &RoleId| self.items_of_role(member.partner(), role).has_any(items);
        member.is(PresetRole::Administrator)
            || RoleItems::Said(&member.permission_items).has_any(items)
            || RoleItems::Preset(Self::default_items(member)).has_any(items)
            || member.roles.iter().any(role_has)
    }

    /// All permission items that an operator account has by name: its own, those of its roles, and what every role may. An administrator
    /// needs none.
    pub fn items_of(&self, member: &Member) -> BTreeSet<String> {
        let of_roles = member.roles.iter().map(|role| self.items_of_role(member.partner(), role));
        let lists = of_roles.chain([RoleItems::Said(&member.permission_items), RoleItems::Preset(Self::default_items(member))]);
        lists.flat_map(RoleItems::list).collect()
    }

    /// Whether somebody acts for a partner with all its rights: its main account, or an administrator.
    pub fn is_administrator(&self, actor: &Actor) -> bool {
        match actor {
            Actor::Partner(_) => true,
            Actor::Member(account) => {
                self.member(&account.partner, &account.member).is_some_and(|member| member.is(PresetRole::Administrator))
            }
            _ => false,
        }
    }

    /// Whose customers somebody works with who acts for a partner: an account manager without any further role with its own.
    pub fn scope<'a>(&'a self, actor: &'a Actor) -> Scope<'a> {
        if let Actor::Member(account) = actor
            && let Some(member) = self.member(&account.partner, &account.member)
            && member.is_only(PresetRole::AccountManager)
        {
            return Scope::Own(member);
        }
        Scope::All
    }

    /// Who answers for a customer; nobody when it has no partner.
    pub fn owner<'a>(&self, customer: &'a Customer) -> Option<Owner<'a>> {
        let partner = &customer.association.as_ref()?.partner;
        Some(customer.manager().map_or(Owner::MainAccount(partner), Owner::Manager))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DEFAULT_ITEMS, Directory, Member, Role};

    #[test]
    fn what_is_listed_is_what_may_be_done() {
        let text = |items: &[&str]| items.iter().map(|item| String::from(*item)).collect::<BTreeSet<_>>();
        let ids = |names: &[&str]| names.iter().map(|name| name.parse().unwrap()).collect::<BTreeSet<_>>();
        let mut directory = Directory::default();
        let partner: crate::PartnerId = "D".parse().unwrap();
        directory.roles.set(Role::new(partner.clone(), "own".parse().unwrap(), text(&["of-own"])));
        directory.roles.set(Role::new(partner.clone(), "account-director".parse().unwrap(), text(&["of-director"])));
        let member = |roles: &[&str], items: &[&str]| Member {
            roles: ids(roles),
            ..Member::new(partner.clone(), "m".parse().unwrap(), text(items))
        };
        let of_manager = "BPC_ITEM_FINANCE_020101";
        let default = DEFAULT_ITEMS.first().copied().unwrap();
        for (member, has) in [
            (member(&[], &[]), &[][..]),
            (member(&[], &["of-account"]), &["of-account"]),
            (member(&["own"], &["of-account"]), &["of-account", "of-own", default]),
            (member(&["account-director"], &[]), &["of-director", default]),
            (member(&["account-manager"], &[]), &[of_manager, default]),
            (member(&["nobody-made-it"], &[]), &[default]),
        ] {
            for item in ["of-account", "of-own", "of-director", of_manager, default, "of-nobody"] {
                assert_eq!(directory.has_any(&member, &["other", item]), has.contains(&item), "{:?} {item}", member.roles);
                assert_eq!(directory.items_of(&member).contains(item), has.contains(&item), "{:?} {item}", member.roles);
            }
        }
        assert!(directory.has_any(&member(&["administrator"], &[]), &["anything"]));
    }
}
