//! Customers: what they are, and whose.

use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use super::{Directory, Standing};
use crate::event::{Change, Event};
use crate::id::{ContractingPartyId, CouponId, CustomerId, MemberId, PartnerId};
use crate::money::Money;
use crate::personal::Personal;
use crate::site::Site;
use crate::table::Entity;
use crate::time::{Date, Timestamp};

/// How a customer and its partner work together (关联类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AssociationMode {
    /// 顾问销售 (referral, advisory sale): the customer trades with the vendor. Code 1.
    Advisory,
    /// 代售 (agency resale): the partner sells, and allocates the money. Code 2.
    AgencyResale,
}

crate::named::named!(AssociationMode: Advisory = "advisory", AgencyResale = "agency-resale");

/// A customer account: what the vendor records of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its id.
    pub id: CustomerId,
    /// The customer's name; empty when nobody said.
    #[serde(default, skip_serializing_if = "Personal::is_empty")]
    pub name: Personal,
    /// The name of the account; empty when nobody said.
    #[serde(default, skip_serializing_if = "Personal::is_empty")]
    pub account_name: Personal,
    /// The phone number; empty when nobody said.
    #[serde(default, skip_serializing_if = "Personal::is_empty")]
    pub phone: Personal,
    /// Whether somebody signs in with the phone number, which then stands for this account alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub phone_signs_in: bool,
    /// The e-mail address; empty when nobody said.
    #[serde(default, skip_serializing_if = "Personal::is_empty")]
    pub email: Personal,
    /// Whether it is a person or a company, once it has passed real-name authentication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_type: Option<CustomerType>,
    /// The tag that its partner keeps on it (标签).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Arc<str>>,
    /// How the vendor ranks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_level: Option<CustomerLevel>,
    /// When the account was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered_at: Option<Timestamp>,
    /// The user of the partner's own platform whom the account stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub xaccount: Option<Xaccount>,
    /// The site it is on; the center's own, when not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Site>,
    /// Whether it has passed real-name authentication (实名认证); unknown when not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub real_name: Option<bool>,
    /// Whether it can be used at all.
    #[serde(default)]
    pub state: CustomerState,
    /// Its place in an enterprise.
    #[serde(default)]
    pub account: Account,
    /// The vendor legal entity it signs with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contracting_party: Option<ContractingPartyId>,
    /// What it had spent before its first association; unknown when not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consumption_before_association: Option<Money>,
    /// Partners whose rights over the customer are withdrawn although they are associated with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights_withdrawn: Vec<PartnerId>,
    /// Whether its console operations ask for a verification code.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_verification_code: bool,
    /// What bears on its associations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Box<Standing>>,
}

impl Profile {
    /// A customer of which nothing else is said.
    pub fn new(id: CustomerId) -> Self {
        Self {
            id,
            name: Personal::default(),
            account_name: Personal::default(),
            phone: Personal::default(),
            phone_signs_in: false,
            email: Personal::default(),
            customer_type: None,
            label: None,
            customer_level: None,
            registered_at: None,
            xaccount: None,
            site: None,
            real_name: None,
            state: CustomerState::Normal,
            account: Account::Ordinary(Nothing {}),
            contracting_party: None,
            consumption_before_association: None,
            rights_withdrawn: Vec::new(),
            asks_verification_code: false,
            standing: None,
        }
    }
}

/// Whether a customer is a person or a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CustomerType {
    /// A person. Code 0.
    Individual,
    /// A company. Code 1.
    Enterprise,
}

crate::named::named!(CustomerType: Individual = "individual", Enterprise = "enterprise");
crate::named::named!(codes CustomerType: Individual = 0, Enterprise = 1);

/// How the vendor ranks a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs, reason = "the vendor gives them no names")]
pub enum CustomerLevel {
    V0,
    V1,
    V2,
    V3,
    V4,
    V5,
}

/// A user of a partner's own platform.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Xaccount {
    /// The user's id, which the partner gives.
    pub id: String,
    /// The platform's id, which the vendor gives.
    #[serde(rename = "platform")]
    pub kind: String,
}

/// Whether a customer account can be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CustomerState {
    /// It can.
    #[default]
    Normal,
    /// It is frozen for arrears.
    Frozen,
    /// It is closed for good.
    Closed,
}

crate::reading::choice! {
    /// A customer account's place in an enterprise.
    #[derive(Hash)]
    pub enum Account {
        /// It belongs to none.
        "ordinary" => Ordinary(Nothing),
        /// The enterprise master, which pays.
        "enterprise-master" => EnterpriseMaster(Nothing),
        /// A sub-account of an enterprise.
        "enterprise-sub" => EnterpriseSub(EnterpriseSub),
    }
}

impl Default for Account {
    fn default() -> Self {
        Self::Ordinary(Nothing {})
    }
}

/// Nothing more to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A sub-account of an enterprise.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EnterpriseSub {
    /// The enterprise master.
    pub master: CustomerId,
    /// Whether the master pays what it spends (财务托管).
    pub financially_hosted: bool,
}

/// That a customer is a partner's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Association {
    /// The partner.
    pub partner: PartnerId,
    /// How they work together; some old customers have no mode.
    pub mode: Option<AssociationMode>,
    /// Since when.
    pub since: Timestamp,
}

/// That a customer was a partner's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastAssociation {
    /// What it was.
    pub association: Association,
    /// Until when.
    pub until: Timestamp,
}

/// A customer, and whose it is and was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Customer {
    id: CustomerId,
    /// What the vendor records of it.
    pub profile: Profile,
    /// Whose it is.
    pub association: Option<Association>,
    /// Whose it was, oldest first.
    pub history: Vec<PastAssociation>,
    /// Who has answered for it at its partners, oldest first; the last one still does if it has no end.
    #[serde(default)]
    pub managers: Vec<Assignment>,
}

/// That an account manager answers, or answered, for a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The partner.
    pub partner: PartnerId,
    /// The account manager.
    pub manager: MemberId,
    /// Since when.
    pub since: Timestamp,
    /// Until when, if that has come.
    pub until: Option<Timestamp>,
}

impl Assignment {
    /// The first day on which what the customer spends counts to the manager's performance: the day after the assignment, where the
    /// site counts its days. What it spends counts as consumption of the manager's customers from the moment of the assignment on.
    pub fn performance_from(&self, site: Site) -> Date {
        let day = site.date(self.since);
        day.succ_opt().unwrap_or(day).into()
    }
}

impl Customer {
    /// Its id.
    pub fn id(&self) -> &CustomerId {
        &self.id
    }

    /// Whether it is this partner's customer now.
    pub fn is_of(&self, partner: &PartnerId) -> bool {
        self.association.as_ref().is_some_and(|association| association.partner == *partner)
    }

    /// How it works together with its partner now.
    pub fn mode(&self) -> Option<AssociationMode> {
        self.association.as_ref().and_then(|association| association.mode)
    }

    /// How it works, or last worked, together with this partner; nothing when it never did or has no mode.
    pub fn mode_with(&self, partner: &PartnerId) -> Option<AssociationMode> {
        let past = self.history.iter().rev().map(|past| &past.association);
        let mut latest_first = self.association.iter().chain(past);
        latest_first.find(|association| association.partner == *partner).and_then(|association| association.mode)
    }

    /// Whose it was at an instant.
    pub fn association_at(&self, at: Timestamp) -> Option<&Association> {
        let past = self.history.iter().filter(|past| at < past.until).map(|past| &past.association);
        past.chain(&self.association).find(|association| association.since <= at)
    }

    /// The account manager of the partner's who answered for it at an instant.
    pub fn manager_at(&self, partner: &PartnerId, at: Timestamp) -> Option<&MemberId> {
        let then = |it: &&Assignment| it.since <= at && it.until.is_none_or(|until| at < until);
        self.managers.iter().find(|it| it.partner == *partner && then(it)).map(|it| &it.manager)
    }

    /// The enterprise master that stands for the account: its own, or itself.
    pub fn enterprise_master(&self) -> &CustomerId {
        match &self.profile.account {
            Account::EnterpriseSub(sub) => &sub.master,
            _ => &self.id,
        }
    }

    /// What bears on its associations, as far as anybody said.
    pub fn standing(&self) -> &Standing {
        static NOTHING: LazyLock<Standing> = LazyLock::new(Standing::default);
        self.profile.standing.as_deref().unwrap_or(&NOTHING)
    }

    /// The assignment in force to an account manager.
    pub fn assignment(&self) -> Option<&Assignment> {
        self.managers.last().filter(|assignment| assignment.until.is_none())
    }

    /// The account manager who answers for it.
    pub fn manager(&self) -> Option<&MemberId> {
        self.assignment().map(|assignment| &assignment.manager)
    }

    fn end_assignment(&mut self, until: Timestamp) {
        if let Some(assignment) = self.managers.last_mut() {
            assignment.until.get_or_insert(until);
        }
    }

    fn end_association(&mut self, until: Timestamp) {
        self.end_assignment(until);
        if let Some(association) = self.association.take() {
            self.history.push(PastAssociation { association, until });
        }
    }
}

impl Entity for Customer {
    type Id = CustomerId;
    fn id(&self) -> &CustomerId {
        &self.id
    }
}

/// A customer becomes a partner's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Associate {
    /// The customer.
    pub customer: CustomerId,
    /// The partner.
    pub partner: PartnerId,
    /// How they work together; old customers may have no mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<AssociationMode>,
    /// Whether the account becomes a cloud reseller by it, and so loses its usable coupons.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub becomes_reseller: bool,
    /// Coupons of the customer that do not survive the association.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reclaimed_coupons: Vec<CouponId>,
}

impl Associate {
    /// A plain association in a mode.
    pub fn new(customer: CustomerId, partner: PartnerId, mode: AssociationMode) -> Self {
        Self { customer, partner, mode: Some(mode), becomes_reseller: false, reclaimed_coupons: Vec::new() }
    }
}

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CustomerRef {
    /// The customer.
    pub customer: CustomerId,
}

/// A customer and its partner work together another way from now on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SwitchMode {
    /// The customer.
    pub customer: CustomerId,
    /// The new mode.
    pub mode: AssociationMode,
}

/// A customer moves to another partner of the same distributor.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The customer.
    pub customer: CustomerId,
    /// The reseller it moves to.
    pub to: PartnerId,
}

/// A customer signs with another legal entity of the vendor from now on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeContractingParty {
    /// The customer.
    pub customer: CustomerId,
    /// The legal entity.
    pub contracting_party: ContractingPartyId,
}

/// An account manager answers for a customer from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnerAssigned {
    /// The customer.
    pub customer: CustomerId,
    /// The partner.
    pub partner: PartnerId,
    /// The account manager.
    pub manager: MemberId,
}

impl Directory {
    pub(super) fn set_profile(&mut self, profile: &Profile) {
        let number = self.customers.number(&profile.id);
        match self.customers.get_mut(&profile.id) {
            Some(customer) => {
                let before = std::mem::replace(&mut customer.profile, profile.clone());
                if let Some(number) = number {
                    self.subs.moved(number, before.account.master(), profile.account.master());
                    self.lookup.changed(number, Some(&before), profile);
                }
            }
            None => {
                let number = self.customers.set(Customer {
                    id: profile.id.clone(),
                    profile: profile.clone(),
                    association: None,
                    history: Vec::new(),
                    managers: Vec::new(),
                });
                self.subs.moved(number, None, profile.account.master());
                self.lookup.changed(number, None, profile);
            }
        }
    }

    pub(super) fn evolve_customer(&mut self, event: &Event) {
        let (Change::CustomerDisassociated(CustomerRef { customer })
        | Change::CustomerLeftEnterprise(CustomerRef { customer })
        | Change::CustomerAssociated(Associate { customer, .. })
        | Change::CustomerModeSwitched(SwitchMode { customer, .. })
        | Change::CustomerTransferred(Transfer { customer, .. })
        | Change::OwnerAssigned(OwnerAssigned { customer, .. })
        | Change::OwnerReclaimed(CustomerRef { customer })
        | Change::CustomerContractingPartyChanged(ChangeContractingParty { customer, .. })) = &event.change
        else {
            return;
        };
        let Some(number) = self.customers.number(customer) else { return };
        let Some(customer) = self.customers.get_mut(customer) else { return };
        let partner_of = |customer: &Customer| customer.association.as_ref().map(|association| association.partner.clone());
        let before = partner_of(customer);
        match &event.change {
            Change::CustomerAssociated(associate) => {
                customer.end_association(event.at);
                let (partner, mode) = (associate.partner.clone(), associate.mode);
                customer.association = Some(Association { partner, mode, since: event.at });
            }
            Change::CustomerModeSwitched(switch) => {
                if let Some(association) = &mut customer.association {
                    association.mode = Some(switch.mode);
                }
            }
            Change::CustomerTransferred(transfer) => {
                let mode = customer.mode();
                customer.end_association(event.at);
                customer.association = Some(Association { partner: transfer.to.clone(), mode, since: event.at });
            }
            Change::CustomerContractingPartyChanged(change) => {
                customer.profile.contracting_party = Some(change.contracting_party.clone());
            }
            Change::CustomerLeftEnterprise(_) => {
                let before = std::mem::take(&mut customer.profile.account);
                self.subs.moved(number, before.master(), None);
            }
            Change::OwnerAssigned(assigned) => {
                customer.end_assignment(event.at);
                let (partner, manager) = (assigned.partner.clone(), assigned.manager.clone());
                customer.managers.push(Assignment { partner, manager, since: event.at, until: None });
            }
            Change::OwnerReclaimed(_) => customer.end_assignment(event.at),
            _ => customer.end_association(event.at),
        }
        let after = partner_of(customer);
        if before != after {
            self.moved(number, before.as_ref(), after);
        }
    }

    /// A customer left one partner for another.
    fn moved(&mut self, number: u32, from: Option<&PartnerId>, to: Option<PartnerId>) {
        if let Some(from) = from
            && let Some(numbers) = self.by_partner.get_mut(from)
        {
            numbers.remove(&number);
            // As if it had been found again.
            if numbers.is_empty() {
                self.by_partner.remove(from);
            }
        }
        if let Some(to) = to {
            self.by_partner.entry(to).or_default().insert(number);
        }
    }
}
