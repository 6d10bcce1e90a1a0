//! A request in the making: who asks, and about whom.

use partnerkit::directory::{AssociationMode, Customer, PartnerState};
use partnerkit::{CustomerId, PartnerCenter, Site, Timestamp};
use serde_json::{Value, json};

use super::amount;
use super::world::{MEMBERS, PARTNERS, RESELLERS, customer_ids};
use crate::moves::{Pick, api, console, partner};

pub struct Asking<'a> {
    pub center: &'a PartnerCenter,
    pub at: Timestamp,
}

pub fn member(partner: &str, member: &str) -> Value {
    json!({ "type": "member", "partner": partner, "member": member })
}

pub fn customer(id: &str) -> Value {
    json!({ "type": "customer", "customer": id })
}

pub fn distributor(reseller: &str) -> Option<&'static str> {
    RESELLERS.iter().find(|(id, _)| *id == reseller).map(|(_, distributor)| *distributor)
}

/// Customers who are tried again and again, so that what happens to them adds up.
const OFTEN: &[&str] = &["S1", "D1", "S2", "R1a", "D2", "Q1a", "S5", "F1"];

impl Asking<'_> {
    pub fn site(&self) -> Site {
        self.center.policy().site
    }

    pub fn at(&self, kind: &str, of: &str) -> i128 {
        amount::at(self.center, kind, of)
    }

    /// An amount with this bound, as it is sent.
    pub fn about(&self, bound: i128, pick: &mut Pick) -> Value {
        let amount = amount::within(bound, pick);
        amount::sent(self.site(), amount, pick)
    }

    fn known(&self, id: &str) -> Option<&Customer> {
        let id: CustomerId = id.parse().ok()?;
        self.center.directory().customer(&id)
    }

    pub fn partner_of(&self, id: &str) -> Option<String> {
        Some(self.known(id)?.association.as_ref()?.partner.to_string())
    }

    pub fn is_resale(&self, id: &str) -> bool {
        self.known(id).is_some_and(|customer| customer.mode() == Some(AssociationMode::AgencyResale))
    }

    /// One of these, rather one that is often in question.
    pub fn rather(list: &[&str], pick: &mut Pick) -> String {
        let often: Vec<_> = list.iter().copied().filter(|id| OFTEN.contains(id)).collect();
        let list = if often.is_empty() || pick.once_in(3) { list } else { &often };
        if list.is_empty() { "F3".to_owned() } else { pick.of(list).to_owned() }
    }

    pub fn a_customer(&self, pick: &mut Pick) -> String {
        Self::rather(&customer_ids(), pick)
    }

    pub fn customers(&self, wanted: impl Fn(&str) -> bool) -> Vec<&'static str> {
        customer_ids().into_iter().filter(|id| wanted(id)).collect()
    }

    /// A resale customer, rather.
    pub fn resale(&self, pick: &mut Pick) -> String {
        if pick.once_in(12) {
            return self.a_customer(pick);
        }
        Self::rather(&self.customers(|id| self.is_resale(id)), pick)
    }

    /// Customers of resellers whose distributor may not allocate.
    pub fn under_a_barred_distributor(&self) -> Vec<&'static str> {
        let barred = |of: &str| {
            let above = distributor(of).and_then(|id| self.center.directory().partner(&id.parse().ok()?));
            above.is_some_and(|partner| partner.exited || partner.state == PartnerState::Frozen)
        };
        self.customers(|id| self.is_resale(id) && self.partner_of(id).is_some_and(|of| barred(&of)))
    }

    /// A customer that owes, rather.
    pub fn owes(&self, pick: &mut Pick) -> String {
        let owing = self.customers(|id| self.at("debt", id) < 0);
        if owing.is_empty() || pick.once_in(8) { self.a_customer(pick) } else { pick.of(&owing).to_owned() }
    }

    pub fn has(&self, kind: &str, pick: &mut Pick) -> String {
        let having = self.customers(|id| self.at(kind, id) > 0);
        if having.is_empty() || pick.once_in(10) { self.resale(pick) } else { Self::rather(&having, pick) }
    }

    pub fn a_partner(&self, pick: &mut Pick) -> &'static str {
        pick.of(&["S", "D", "R1", "E", "Q1", "S", "D", "R1", "R2", "Q2"])
    }

    /// Somebody who acts for a partner: its main account, rather, or one of its operators.
    pub fn staff(&self, of: &str, pick: &mut Pick) -> Value {
        let own: Vec<_> = MEMBERS.iter().filter(|(partner, ..)| *partner == of).collect();
        if own.is_empty() || pick.number(8) < 5 { partner(of) } else { member(of, pick.of(&own).1) }
    }

    /// The console, with a verification code that is right, rather.
    pub fn page(&self, pick: &mut Pick) -> Value {
        let mut access = console();
        if pick.once_in(15) {
            access["verification_code"] = pick.of(&[Value::Null, json!(false)]);
        }
        access
    }

    pub fn door(&self, pick: &mut Pick) -> Value {
        let mut access = api();
        if pick.once_in(40) {
            access["calls_this_second"] = json!(10);
        }
        access
    }

    /// Who works with a customer, how it asks, and the reseller it names: rather the right ones.
    pub fn whose(&self, id: &str, pick: &mut Pick) -> (Value, Value, Value) {
        let own = self.partner_of(id).unwrap_or_else(|| "S".to_owned());
        if pick.once_in(10) {
            let of = pick.of(PARTNERS);
            let named = pick.of(&[Value::Null, json!("R1"), json!("Q1"), json!("S"), json!(""), json!(own)]);
            let access = if pick.once_in(2) { self.page(pick) } else { self.door(pick) };
            return (self.staff(of, pick), access, named);
        }
        match distributor(&own) {
            Some(above) if pick.number(3) > 0 => (self.staff(above, pick), self.door(pick), json!(own)),
            Some(_) => (self.staff(&own, pick), self.page(pick), Value::Null),
            None if pick.once_in(2) => (self.staff(&own, pick), self.page(pick), Value::Null),
            None => (self.staff(&own, pick), self.door(pick), Value::Null),
        }
    }

    /// A key now and then: a new one, or one that may have been used.
    pub fn keyed(&self, command: &mut Value, pick: &mut Pick) {
        if pick.once_in(3) {
            let number = if pick.once_in(5) { pick.number(3) } else { 10 + pick.number(5_000) };
            command["key"] = json!(format!("k{number}"));
        }
    }
}
