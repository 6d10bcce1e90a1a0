//! A second book of people, kept from the events alone, in words of its own.

use std::collections::{BTreeMap, BTreeSet};

use partnerkit::{Event, Timestamp};
use serde_json::Value;

use crate::walk::Books;

/// A time during which somebody was a partner's.
#[derive(Clone, Debug)]
pub struct Bond {
    pub partner: String,
    /// Nothing, for some old customers.
    pub mode: Option<String>,
    pub from: Timestamp,
    pub until: Option<Timestamp>,
}

/// A customer's word to a partner that it may act.
#[derive(Clone, Debug)]
pub struct Consent {
    pub customer: String,
    pub partner: String,
    pub state: String,
    /// When it came into that state.
    pub at: Timestamp,
}

/// Somebody's wish to end or switch an association.
#[derive(Clone, Debug)]
pub struct Wish {
    pub partner: String,
    pub side: String,
    pub at: Timestamp,
    pub open: bool,
}

#[derive(Clone, Debug)]
pub struct Ice {
    pub what: String,
    pub since: Timestamp,
    pub released: bool,
}

#[derive(Clone, Debug)]
pub struct Alarm {
    pub customer: String,
    pub category: String,
    /// How often somebody saw to it.
    pub seen_to: u32,
}

#[derive(Clone, Debug, Default)]
pub struct Book {
    pub bonds: BTreeMap<String, Vec<Bond>>,
    /// Who answers for a customer at its partner: every account manager whose time has not ended.
    pub managers: BTreeMap<String, Vec<String>>,
    pub consents: BTreeMap<String, Consent>,
    pub wishes: BTreeMap<String, Vec<Wish>>,
    pub ice: BTreeMap<String, Ice>,
    pub alarms: BTreeMap<String, Alarm>,
    /// The roles of the operators of each partner.
    pub roles: BTreeMap<(String, String), BTreeSet<String>>,
    /// The roles that each partner made.
    pub own_roles: BTreeMap<String, BTreeSet<String>>,
    /// The site of customers who are on a site of their own.
    pub sites: BTreeMap<String, String>,
    /// Above resellers.
    pub distributors: BTreeMap<String, String>,
}

/// A text of an event, or the empty one.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Book {
    /// The bond that has not ended.
    pub fn bond(&self, customer: &str) -> Option<&Bond> {
        self.bonds.get(customer)?.iter().find(|bond| bond.until.is_none())
    }

    pub fn partner_of(&self, customer: &str) -> Option<&str> {
        Some(self.bond(customer)?.partner.as_str())
    }

    /// The customers of a partner.
    pub fn customers_of(&self, partner: &str) -> BTreeSet<&str> {
        self.bonds.keys().map(String::as_str).filter(|customer| self.partner_of(customer) == Some(partner)).collect()
    }

    pub fn manager(&self, customer: &str) -> Option<&str> {
        self.managers.get(customer)?.last().map(String::as_str)
    }

    /// Whether somebody is an account manager and nothing else.
    pub fn is_only_manager(&self, partner: &str, member: &str) -> bool {
        let roles = self.roles.get(&(partner.to_owned(), member.to_owned()));
        roles.is_some_and(|roles| roles.iter().eq(["account-manager"]))
    }

    /// What hung on a bond ends with it.
    fn part(&mut self, customer: &str, at: Timestamp) {
        for bond in self.bonds.entry(customer.to_owned()).or_default() {
            bond.until.get_or_insert(at);
        }
        self.managers.remove(customer);
        for wish in self.wishes.entry(customer.to_owned()).or_default() {
            wish.open = false;
        }
    }

    fn bind(&mut self, customer: &str, partner: String, mode: Option<String>, from: Timestamp) {
        self.bonds.entry(customer.to_owned()).or_default().push(Bond { partner, mode, from, until: None });
    }
}

impl Books for Book {
    fn take(&mut self, event: &Event) {
        let (change, at) = (serde_json::to_value(&event.change).unwrap(), event.at);
        let (kind, customer) = (text(&change["type"]), text(&change["customer"]));
        let mode = |change: &Value| change["mode"].as_str().map(str::to_owned);
        match kind.as_str() {
            "partner.set" => {
                if let Some(distributor) = change["distributor"].as_str() {
                    self.distributors.insert(text(&change["id"]), distributor.to_owned());
                }
            }
            "customer.set" => {
                let id = text(&change["id"]);
                match change["site"].as_str() {
                    Some(site) => drop(self.sites.insert(id, site.to_owned())),
                    None => drop(self.sites.remove(&id)),
                }
            }
            "customer.associated" => self.bind(&customer, text(&change["partner"]), mode(&change), at),
            "customer.disassociated" => self.part(&customer, at),
            "customer.transferred" => {
                let mode = self.bond(&customer).and_then(|bond| bond.mode.clone());
                self.part(&customer, at);
                self.bind(&customer, text(&change["to"]), mode, at);
            }
            "customer.mode-switched" => {
                let bonds = self.bonds.entry(customer).or_default();
                bonds.iter_mut().filter(|bond| bond.until.is_none()).for_each(|bond| bond.mode = mode(&change));
            }
            "owner.assigned" => self.managers.insert(customer, vec![text(&change["manager"])]).map_or((), drop),
            "owner.reclaimed" => drop(self.managers.remove(&customer)),
            "authorization.requested" => {
                let consent = Consent { customer, partner: text(&change["partner"]), state: "requested".into(), at };
                self.consents.insert(text(&change["authorization"]), consent);
            }
            "authorization.changed" => {
                let consent = self.consents.get_mut(&text(&change["authorization"])).expect("no such consent");
                consent.state = text(&change["state"]);
                consent.at = at;
            }
            "association.requested" => {
                let wish = Wish { partner: text(&change["partner"]), side: text(&change["initiator"]), at, open: true };
                self.wishes.entry(customer).or_default().push(wish);
            }
            "association.answered" => self.wishes.entry(customer).or_default().iter_mut().for_each(|wish| wish.open = false),
            "customer.frozen" => {
                self.ice.insert(customer, Ice { what: text(&change["freeze_type"]), since: at, released: false });
            }
            "customer.unfrozen" => drop(self.ice.remove(&customer)),
            "customer.resources-released" => {
                if let Some(ice) = self.ice.get_mut(&customer) {
                    ice.released = true;
                }
            }
            "warning.refreshed" => {
                for data in change["warnings"].as_array().unwrap() {
                    let (customer, category) = (text(&data["customer"]), text(&data["category"]));
                    let alarm = self.alarms.entry(text(&data["id"])).or_insert_with(|| Alarm { customer, category, seen_to: 0 });
                    alarm.customer = text(&data["customer"]);
                    alarm.category = text(&data["category"]);
                }
            }
            "warning.processed" => self.alarms.get_mut(&text(&change["warning"])).expect("no such alarm").seen_to += 1,
            "member.set" => {
                let roles = change["roles"].as_array().into_iter().flatten().map(text).collect();
                self.roles.insert((text(&change["partner"]), text(&change["member"])), roles);
            }
            "role.set" => {
                self.own_roles.entry(text(&change["partner"])).or_default().insert(text(&change["role"]));
            }
            _ => {}
        }
    }
}
