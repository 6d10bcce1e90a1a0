//! Histories of people: what is tried in their worlds, and by whom.

use std::cell::OnceCell;

use partnerkit::directory::Customer;
use partnerkit::{CustomerId, PartnerCenter, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::world::{MEMBERS, PARTNERS, customer_ids};
use crate::moves::{self, Asked, Pick, console, partner};

#[path = "asked.rs"]
mod asked;

/// What is tried. Where the world has nothing to try it on, it is tried all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Invite,
    Accept,
    Create,
    Complete,
    Code,
    RequestChange,
    Review,
    Answer,
    Associate,
    Disassociate,
    SwitchMode,
    Transfer,
    Grant,
    AskAuthorization,
    Approve,
    Reject,
    Revoke,
    Order,
    Assign,
    Reassign,
    Reclaim,
    SaveMember,
    SaveRole,
    Contacts,
    Refresh,
    Process,
    Freeze,
    Unfreeze,
    Standing,
    PartnerState,
    Enterprise,
    Advance,
}

impl moves::Kind for Kind {
    const WEIGHTS: &'static [(u32, Self)] = &[
        (9, Self::Invite),
        (16, Self::Accept),
        (8, Self::Create),
        (3, Self::Complete),
        (6, Self::Code),
        (20, Self::RequestChange),
        (2, Self::Review),
        (14, Self::Answer),
        (4, Self::Associate),
        (2, Self::Disassociate),
        (2, Self::SwitchMode),
        (3, Self::Transfer),
        (2, Self::Grant),
        (14, Self::AskAuthorization),
        (14, Self::Approve),
        (1, Self::Reject),
        (2, Self::Revoke),
        (20, Self::Order),
        (8, Self::Assign),
        (4, Self::Reassign),
        (3, Self::Reclaim),
        (6, Self::SaveMember),
        (5, Self::SaveRole),
        (1, Self::Contacts),
        (8, Self::Refresh),
        (14, Self::Process),
        (8, Self::Freeze),
        (8, Self::Unfreeze),
        (8, Self::Standing),
        (3, Self::PartnerState),
        (1, Self::Enterprise),
        (8, Self::Advance),
    ];

    fn wait() -> BoxedStrategy<i64> {
        prop_oneof![
            16 => Just(0_i64),
            10 => 1..7_200_i64,
            8 => Just(86_400),
            6 => 86_400 * 5..86_400 * 20_i64,
            2 => 86_400 * 14..86_400 * 15_i64,
            1 => Just(86_400 * 15),
            3 => 86_400 * 25..86_400 * 100_i64,
        ]
        .boxed()
    }

    fn ask(self, center: &PartnerCenter, at: Timestamp, pick: &mut Pick) -> Asked {
        Asking { center, at, snapshot: OnceCell::new() }.ask(self, pick)
    }
}

/// Customers who are tried again and again, so that what happens to them adds up.
const OFTEN: &[&str] = &["S1", "D1", "S2", "D2", "R1a", "F1", "F5"];

/// A request in the making.
struct Asking<'a> {
    center: &'a PartnerCenter,
    at: Timestamp,
    /// Where what is in question is found, whatever the books are called.
    snapshot: OnceCell<Value>,
}

/// All objects of a snapshot that are wanted.
fn found<'v>(value: &'v Value, wanted: &impl Fn(&Value) -> bool, into: &mut Vec<&'v Value>) {
    if wanted(value) {
        into.push(value);
    }
    match value {
        Value::Array(list) => list.iter().for_each(|value| found(value, wanted, into)),
        Value::Object(fields) => fields.values().for_each(|value| found(value, wanted, into)),
        _ => {}
    }
}

pub fn member(partner: &str, member: &str) -> Value {
    json!({ "type": "member", "partner": partner, "member": member })
}

fn customer(id: &str) -> Value {
    json!({ "type": "customer", "customer": id })
}

impl Asking<'_> {
    fn snapshot(&self) -> &Value {
        self.snapshot.get_or_init(|| serde_json::to_value(self.center).unwrap())
    }

    /// What is in question and in this state: authorizations, requests and invitations have one.
    fn in_state(&self, about: &str, states: &[&str]) -> Vec<&Value> {
        let mut list = Vec::new();
        let is = |value: &Value| {
            value["state"].as_str().is_some_and(|state| states.contains(&state))
                && !value.pointer(about).unwrap_or(&Value::Null).is_null()
        };
        found(self.snapshot(), &is, &mut list);
        list
    }

    /// Customers in question in this state, or else any of those.
    fn customer_in(&self, about: &str, states: &[&str], pick: &mut Pick) -> String {
        let list: Vec<String> = self
            .in_state(about, states)
            .iter()
            .filter_map(|found| found["asked"]["customer"].as_str().or(found["customer"].as_str()))
            .map(str::to_owned)
            .collect();
        if list.is_empty() || pick.once_in(12) { self.a_customer(pick) } else { pick.of(&list) }
    }

    fn known(&self, id: &str) -> Option<&Customer> {
        let id: CustomerId = id.parse().ok()?;
        self.center.directory().customer(&id)
    }

    fn partner_of(&self, id: &str) -> Option<String> {
        Some(self.known(id)?.association.as_ref()?.partner.to_string())
    }

    fn ids(&self, wanted: impl Fn(&Customer) -> bool) -> Vec<String> {
        let customers = self.center.directory().customers().filter(|customer| wanted(customer));
        customers.map(|customer| customer.id().to_string()).collect()
    }

    /// One of these, rather one that is often in question.
    fn rather(ids: &[String], otherwise: &str, pick: &mut Pick) -> String {
        let often: Vec<_> = ids.iter().filter(|id| OFTEN.contains(&id.as_str())).cloned().collect();
        if often.is_empty() || pick.once_in(3) { pick.of_or(ids, otherwise.to_owned()) } else { pick.of(&often) }
    }

    fn a_customer(&self, pick: &mut Pick) -> String {
        Self::rather(&self.ids(|_| true), "S1", pick)
    }

    fn customer_of(&self, partner: &str, pick: &mut Pick) -> String {
        let of = |customer: &Customer| customer.association.as_ref().is_some_and(|it| it.partner.as_str() == partner);
        Self::rather(&self.ids(of), "F2", pick)
    }

    fn free_customer(&self, pick: &mut Pick) -> String {
        let ids = self.ids(|customer| customer.association.is_none());
        if pick.once_in(2) { pick.of_or(&ids, "D1".into()) } else { Self::rather(&ids, "D1", pick) }
    }

    /// Somebody who acts for a partner: its main account, rather, or one of its operators.
    fn staff(&self, of: &str, pick: &mut Pick) -> Value {
        let own: Vec<_> = MEMBERS.iter().filter(|(partner, ..)| *partner == of).collect();
        match pick.number(8) {
            0..4 => partner(of),
            4 if own.first().is_some_and(|(_, name, _)| *name == "adm") => member(of, "adm"),
            _ if own.is_empty() => partner(of),
            _ => member(of, pick.of(&own).1),
        }
    }

    /// Somebody of the customer's partner, or of a wrong one.
    fn its_staff(&self, id: &str, pick: &mut Pick) -> Value {
        match self.partner_of(id) {
            Some(own) if !pick.once_in(8) => self.staff(&own, pick),
            _ => {
                let other = pick.of(PARTNERS);
                self.staff(other, pick)
            }
        }
    }

    /// The customer itself, or somebody who is not.
    fn itself(&self, id: &str, pick: &mut Pick) -> Value {
        match pick.number(10) {
            8 => customer(pick.of(&customer_ids())),
            9 => self.its_staff(id, pick),
            _ => customer(id),
        }
    }

    /// The console, with a verification code that is right, rather.
    fn page(&self, pick: &mut Pick) -> Value {
        let mut access = console();
        if pick.once_in(8) {
            access["verification_code"] = pick.of(&[Value::Null, json!(false)]);
        }
        access
    }

    fn ask(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let mut asked = match kind {
            Kind::Invite | Kind::Accept | Kind::Create | Kind::Complete | Kind::Code => self.winning(kind, pick),
            Kind::RequestChange | Kind::Review | Kind::Answer => self.parting(kind, pick),
            Kind::AskAuthorization | Kind::Approve | Kind::Reject | Kind::Revoke | Kind::Order => self.acting(kind, pick),
            Kind::Assign | Kind::Reassign | Kind::Reclaim | Kind::SaveMember | Kind::SaveRole | Kind::Contacts | Kind::Grant => {
                self.organizing(kind, pick)
            }
            Kind::Refresh | Kind::Process => self.warning(kind, pick),
            Kind::Freeze | Kind::Unfreeze => self.freezing(kind, pick),
            _ => self.recording(kind, pick),
        };
        if pick.once_in(60) {
            asked.1["calls_this_second"] = json!(10);
        }
        asked
    }
}
