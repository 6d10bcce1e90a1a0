//! Who is who: partners and their operator accounts, customers and whose they are, whitelists, and what is on sale.
//!
//! The other contexts ask the directory; it knows none of them.

pub(crate) mod access;
mod caller;
mod contact;
mod customer;
mod enterprise;
pub(crate) mod grant;
mod lookup;
mod member;
mod partner;
pub(crate) mod personal;
mod standing;
mod whitelist;

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::event::{Change, Event};
use crate::id::{CustomerId, PartnerId, ProductId, ServiceType};
use crate::table::Table;
use enterprise::Subs;
use lookup::Lookup;

pub(crate) use caller::Caller;
pub use contact::{Contact, ContactsSet};
pub use customer::{
    Account, Assignment, Associate, Association, AssociationMode, ChangeContractingParty, Customer, CustomerLevel, CustomerRef,
    CustomerState, CustomerType, EnterpriseSub, Nothing, OwnerAssigned, PastAssociation, Profile, SwitchMode, Transfer, Xaccount,
};
pub(crate) use lookup::without_country;
pub use member::{
    CUSTOMER_ASSIGNMENT, CUSTOMER_DEVELOPMENT, CUSTOMER_LIST, CUSTOMER_MANAGEMENT, CUSTOMER_WARNINGS, DEFAULT_ITEMS, Member,
    OWN_CUSTOMER_LIST, Owner, PresetRole, RESELLER_CUSTOMER_LIST, Role, Scope,
};
pub use partner::{Partner, PartnerKind, PartnerState, ResellerGrant, ResellerGrants};
pub use standing::{ContractKind, Preregistration, Standing};
pub use whitelist::{ImportWhitelist, PartnerRef, Whitelist, WhitelistRows};

/// The book of who is who.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Saved")]
pub struct Directory {
    partners: Table<Partner>,
    members: Table<Member>,
    roles: Table<Role>,
    grants: Table<ResellerGrants>,
    contacts: Table<ContactsSet>,
    customers: Table<Customer>,
    whitelists: Table<Whitelist>,
    catalog: Option<Catalog>,
    /// The numbers of a partner's customers; nobody whose last customer has left.
    #[serde(skip)]
    by_partner: HashMap<PartnerId, BTreeSet<u32>, foldhash::fast::FixedState>,
    /// The sub-accounts of enterprise masters.
    #[serde(skip)]
    subs: Subs,
    /// Customers by what they can be told by.
    #[serde(skip)]
    lookup: Lookup,
}

/// What is kept of the book; the rest is found again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    partners: Table<Partner>,
    members: Table<Member>,
    #[serde(default)]
    roles: Table<Role>,
    #[serde(default)]
    grants: Table<ResellerGrants>,
    #[serde(default)]
    contacts: Table<ContactsSet>,
    customers: Table<Customer>,
    whitelists: Table<Whitelist>,
    catalog: Option<Catalog>,
}

impl From<Saved> for Directory {
    fn from(saved: Saved) -> Self {
        let Saved { partners, members, roles, grants, contacts, customers, whitelists, catalog } = saved;
        let mut by_partner: HashMap<_, BTreeSet<u32>, _> = HashMap::default();
        for (number, customer) in (0_u32..).zip(customers.iter()) {
            if let Some(association) = &customer.association {
                by_partner.entry(association.partner.clone()).or_default().insert(number);
            }
        }
        let (subs, lookup) = (Subs::of(&customers), Lookup::of(&customers));
        Self { partners, members, roles, grants, contacts, customers, whitelists, catalog, by_partner, subs, lookup }
    }
}

/// The cloud service types and products there are. While none is imported, nobody asks whether one exists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// Codes of cloud service types.
    pub cloud_service_types: BTreeSet<ServiceType>,
    /// Ids of products.
    pub product_ids: BTreeSet<ProductId>,
}

impl Directory {
    /// The partner of this id.
    pub fn partner(&self, id: &PartnerId) -> Option<&Partner> {
        self.partners.get(id)
    }

    /// The customer of this id.
    pub fn customer(&self, id: &CustomerId) -> Option<&Customer> {
        self.customers.get(id)
    }

    /// The customer a text names, if it names one.
    pub(crate) fn customer_named(&self, text: &str) -> Option<&Customer> {
        self.customers.get(text)
    }

    /// All customers, in the order in which they were recorded.
    pub fn customers(&self) -> impl Iterator<Item = &Customer> {
        self.customers.iter()
    }

    /// A partner's customers, in the order in which they were recorded.
    pub fn customers_of(&self, partner: &PartnerId) -> impl Iterator<Item = &Customer> + use<'_> {
        let numbers = self.by_partner.get(partner).into_iter().flatten();
        numbers.filter_map(|number| self.customers.numbered(*number))
    }

    /// The whitelists of a partner, if it has any.
    pub fn whitelist(&self, partner: &PartnerId) -> Option<&Whitelist> {
        self.whitelists.get(partner)
    }

    /// What is on sale, once it has been imported.
    pub fn catalog(&self) -> Option<&Catalog> {
        self.catalog.as_ref()
    }

    /// Takes in what happened; events of other contexts change nothing here.
    pub(crate) fn evolve(&mut self, event: &Event) {
        match &event.change {
            Change::PartnerSet(partner) => drop(self.partners.set(partner.clone())),
            Change::MemberSet(member) => self.set_member(member),
            Change::RoleSet(role) => drop(self.roles.set(role.clone())),
            Change::ResellerGranted(granted) => drop(self.grants.set(granted.clone())),
            Change::ContactsSet(set) => drop(self.contacts.set(set.clone())),
            Change::CustomerSet(profile) => self.set_profile(profile),
            Change::CustomerAssociated(_)
            | Change::CustomerDisassociated(_)
            | Change::CustomerModeSwitched(_)
            | Change::CustomerTransferred(_)
            | Change::OwnerAssigned(_)
            | Change::OwnerReclaimed(_)
            | Change::CustomerContractingPartyChanged(_)
            | Change::CustomerLeftEnterprise(_) => self.evolve_customer(event),
            Change::WhitelistImported(_)
            | Change::WhitelistDeactivated(_)
            | Change::PickupWhitelistAdded(_)
            | Change::PickupWhitelistRemoved(_) => self.evolve_whitelist(&event.change),
            Change::CatalogImported(catalog) => self.catalog = Some(catalog.clone()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Directory;
    use crate::{Change, Event};

    #[test]
    fn whose_customers_they_are_is_found_again() {
        let mut directory = Directory::default();
        let steps = [
            (r#"{"type":"customer.set","id":"C2"}"#, ["", ""]),
            (r#"{"type":"customer.set","id":"C1"}"#, ["", ""]),
            (r#"{"type":"customer.associate","customer":"C1","partner":"A"}"#, ["C1", ""]),
            (r#"{"type":"customer.associate","customer":"C2","partner":"A"}"#, ["C2 C1", ""]),
            (r#"{"type":"customer.switch-mode","customer":"C2","mode":"advisory"}"#, ["C2 C1", ""]),
            (r#"{"type":"customer.transfer","customer":"C2","to":"B"}"#, ["C1", "C2"]),
            (r#"{"type":"customer.associate","customer":"C1","partner":"B"}"#, ["", "C2 C1"]),
            (r#"{"type":"customer.disassociate","customer":"C2"}"#, ["", "C1"]),
            (r#"{"type":"customer.disassociate","customer":"C2"}"#, ["", "C1"]),
            (r#"{"type":"customer.set","id":"C1"}"#, ["", "C1"]),
        ];
        for (command, expected) in steps {
            directory.evolve(&happened(serde_json::from_str(command).unwrap()));
            let restored: Directory = serde_json::from_str(&serde_json::to_string(&directory).unwrap()).unwrap();
            assert_eq!(restored, directory, "{command}");
            for (partner, expected) in ["A", "B"].iter().zip(expected) {
                let found = directory.customers_of(&partner.parse().unwrap());
                assert_eq!(found.map(|customer| customer.id().as_str()).collect::<Vec<_>>().join(" "), expected, "{command}");
            }
        }
    }

    fn happened(command: crate::Command) -> Event {
        let change = match command {
            crate::Command::SetCustomer(it) => Change::CustomerSet(it),
            crate::Command::AssociateCustomer(it) => Change::CustomerAssociated(it),
            crate::Command::SwitchCustomerMode(it) => Change::CustomerModeSwitched(it),
            crate::Command::TransferCustomer(it) => Change::CustomerTransferred(it),
            crate::Command::DisassociateCustomer(it) => Change::CustomerDisassociated(it),
            other => panic!("{other:?}"),
        };
        let (request, at) = ("r".parse().unwrap(), "2026-01-01T00:00:00Z".parse().unwrap());
        let actor = crate::Actor::VENDOR;
        Event { version: 1, request, index: 0, at, actor, fingerprint: 0, warnings: Vec::new(), rows: Vec::new(), change }
    }
}
