//! Who is who: partners and their operator accounts, customers and whose they are, whitelists, and what is on sale.
//!
//! The other contexts ask the directory; it knows none of them.

pub(crate) mod access;
mod customer;
mod partner;
mod whitelist;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::event::{Change, Event};
use crate::id::{CustomerId, MemberId, PartnerId, ProductId, ServiceType};
use crate::table::Table;

pub use customer::{
    Account, Associate, Association, AssociationMode, ChangeContractingParty, Customer, CustomerRef, CustomerState,
    EnterpriseSub, Nothing, PastAssociation, Profile, SwitchMode, Transfer,
};
pub use partner::{Member, Partner, PartnerKind};
pub use whitelist::{ImportWhitelist, PartnerRef, Whitelist, WhitelistRows};

/// The book of who is who.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Directory {
    partners: Table<Partner>,
    members: Table<Member>,
    customers: Table<Customer>,
    whitelists: Table<Whitelist>,
    catalog: Option<Catalog>,
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

    /// The operator account of a partner.
    pub fn member(&self, partner: &PartnerId, member: &MemberId) -> Option<&Member> {
        self.members.get(&(partner.clone(), member.clone()))
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
            Change::MemberSet(member) => drop(self.members.set(member.clone())),
            Change::CustomerSet(profile) => self.set_profile(profile),
            Change::CustomerAssociated(_)
            | Change::CustomerDisassociated(_)
            | Change::CustomerModeSwitched(_)
            | Change::CustomerTransferred(_)
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
