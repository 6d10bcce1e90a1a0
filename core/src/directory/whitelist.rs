//! Whitelists: the customers to whom a partner's cash coupons and pick-up vouchers may go.

use std::collections::BTreeSet;

use indexmap::IndexSet;
use serde::{Deserialize, Serialize};

use super::Directory;
use crate::event::Change;
use crate::id::{CustomerId, PartnerId};
use crate::table::Entity;

/// The whitelists of one partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whitelist {
    /// The partner.
    id: PartnerId,
    /// Imports of the cash-coupon whitelist so far; each replaces the one before. 0: there has been none.
    pub version: u32,
    /// Whether the newest import is in force; it can be deactivated (停用).
    pub active: bool,
    /// The customers of the newest import.
    pub customers: BTreeSet<CustomerId>,
    /// The customers of the pick-up-voucher whitelist (提货券白名单), which is kept row by row.
    pub pickup: IndexSet<CustomerId, foldhash::fast::FixedState>,
}

impl Entity for Whitelist {
    type Id = PartnerId;
    fn id(&self) -> &PartnerId {
        &self.id
    }
}

/// A cash-coupon whitelist is imported, and replaces the one before.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportWhitelist {
    /// The partner.
    pub partner: PartnerId,
    /// The customers.
    pub customers: BTreeSet<CustomerId>,
}

/// A partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartnerRef {
    /// The partner.
    pub partner: PartnerId,
}

/// Rows of the pick-up-voucher whitelist, in the order in which they are put there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WhitelistRows {
    /// The partner.
    pub partner: PartnerId,
    /// The customers.
    pub customers: Vec<CustomerId>,
}

impl Directory {
    pub(super) fn evolve_whitelist(&mut self, change: &Change) {
        match change {
            Change::WhitelistImported(import) => {
                self.change_whitelist(&import.partner, |list| {
                    list.version = list.version.saturating_add(1);
                    list.active = true;
                    list.customers = import.customers.clone();
                });
            }
            Change::WhitelistDeactivated(of) => self.change_whitelist(&of.partner, |list| list.active = false),
            Change::PickupWhitelistAdded(rows) => {
                self.change_whitelist(&rows.partner, |list| list.pickup.extend(rows.customers.iter().cloned()));
            }
            Change::PickupWhitelistRemoved(rows) => {
                let gone: BTreeSet<_> = rows.customers.iter().collect();
                self.change_whitelist(&rows.partner, |list| list.pickup.retain(|customer| !gone.contains(customer)));
            }
            _ => {}
        }
    }

    fn change_whitelist(&mut self, partner: &PartnerId, change: impl FnOnce(&mut Whitelist)) {
        let none = || Whitelist {
            id: partner.clone(),
            version: 0,
            active: false,
            customers: BTreeSet::new(),
            pickup: IndexSet::default(),
        };
        self.whitelists.change(partner, none, change);
    }
}
