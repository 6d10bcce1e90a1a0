//! The book of authorizations.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::{Authorization, AuthorizationChanged, AuthorizationRequested, AuthorizationState};
use crate::error::{Error, Malformed};
use crate::event::{Change, Event};
use crate::id::{AuthorizationId, CustomerId, PartnerId};
use crate::order::OrderPlaced;
use crate::table::Table;
use crate::time::Timestamp;

/// The book of authorizations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Saved", into = "Saved")]
pub struct AuthorizationBook {
    authorizations: Table<Authorization>,
    /// The numbers of a customer's authorizations, oldest first. Only the last one can be open.
    by_customer: HashMap<CustomerId, Vec<u32>, foldhash::fast::FixedState>,
    /// The partners who have ever asked for one.
    askers: BTreeSet<PartnerId>,
}

/// What is kept of the book; the rest is found again.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    authorizations: Table<Authorization>,
}

impl From<AuthorizationBook> for Saved {
    fn from(book: AuthorizationBook) -> Self {
        Self { authorizations: book.authorizations }
    }
}

impl From<Saved> for AuthorizationBook {
    fn from(saved: Saved) -> Self {
        let mut book = Self::default();
        for (number, authorization) in (0_u32..).zip(saved.authorizations.iter()) {
            book.find_again(authorization, number);
        }
        Self { authorizations: saved.authorizations, ..book }
    }
}

impl AuthorizationBook {
    /// All authorizations, in the order in which they were requested.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Authorization> {
        self.authorizations.iter()
    }

    /// The authorization of this id.
    pub fn authorization(&self, id: &AuthorizationId) -> Option<&Authorization> {
        self.authorizations.get(id)
    }

    /// A customer's authorizations, oldest first.
    pub fn of_customer(&self, customer: &CustomerId) -> impl DoubleEndedIterator<Item = &Authorization> {
        let numbers = self.by_customer.get(customer).map_or(&[][..], Vec::as_slice);
        numbers.iter().filter_map(|number| self.authorizations.numbered(*number))
    }

    /// The authorization of a customer that is requested or authorized, if there is one.
    pub fn open(&self, customer: &CustomerId) -> Option<&Authorization> {
        self.of_customer(customer).next_back().filter(|newest| newest.state.is_open())
    }

    /// Whether a partner has ever asked for an authorization, for itself or for a reseller of its.
    pub fn has_asked(&self, partner: &PartnerId) -> bool {
        self.askers.contains(partner)
    }

    /// Whether the event can have happened to these authorizations.
    pub(crate) fn check(&self, event: &Event) -> Result<(), Error> {
        let wrong = match &event.change {
            Change::AuthorizationRequested(asked) => self.wrong_request(asked),
            Change::AuthorizationChanged(changed) => self.wrong_change(changed),
            Change::OrderPlaced(placed) => self.wrong_order(placed, event.at),
            _ => None,
        };
        wrong.map_or(Ok(()), |wrong| Err(Error::Fault(wrong)))
    }

    fn wrong_request(&self, asked: &AuthorizationRequested) -> Option<String> {
        if self.authorizations.get(&asked.authorization).is_some() {
            return Some(format!("an event requests the authorization `{}`, which is there already", asked.authorization));
        }
        let open = self.open(&asked.customer)?;
        Some(format!("an event requests a second authorization of `{}` beside `{}`", asked.customer, open.id))
    }

    fn wrong_change(&self, changed: &AuthorizationChanged) -> Option<String> {
        let id = &changed.authorization;
        let Some(found) = self.authorizations.get(id).filter(|found| found.customer == changed.customer) else {
            return Some(format!("an event names the authorization `{id}` of `{}`, which is not there", changed.customer));
        };
        let (from, to) = (found.state, changed.state);
        (!from.can_become(to)).then(|| format!("an event makes the authorization `{id}` {}, which is {}", to.name(), from.name()))
    }

    /// An order on behalf rests on an authorization that was live.
    fn wrong_order(&self, placed: &OrderPlaced, at: Timestamp) -> Option<String> {
        let is_it = |open: &&Authorization| {
            open.id == placed.authorization
                && open.partner == placed.partner
                && open.state == AuthorizationState::Authorized
                && open.decided_at.is_some_and(|decided| decided <= at)
        };
        let live = self.open(&placed.customer).filter(is_it);
        live.is_none()
            .then(|| format!("an event acts for `{}` by `{}`, which is not live", placed.customer, placed.authorization))
    }

    /// Whether authorizations that were read hold together.
    pub(crate) fn sound(&self) -> Result<(), Malformed> {
        for (place, found) in self.authorizations.iter().enumerate() {
            let newest = self.of_customer(&found.customer).next_back();
            let is_newest = newest.is_some_and(|newest| newest.id == found.id);
            if found.state.is_open() && !is_newest {
                let expected = "over: the customer has a newer authorization";
                return Err(Malformed::new(expected, found.state).at(&format!("authorizations[{place}].state")));
            }
            if found.state == AuthorizationState::Authorized && found.decided_at.is_none() {
                let expected = String::from("there: the authorization is authorized");
                let field = format!("authorizations[{place}].decided_at");
                return Err(Malformed { field, expected, found: None });
            }
        }
        Ok(())
    }

    /// Takes in what happened, which [`check`](Self::check) has let pass; events of other contexts change nothing here.
    pub(crate) fn evolve(&mut self, event: &Event) {
        match &event.change {
            Change::AuthorizationRequested(asked) if self.authorizations.get(&asked.authorization).is_none() => {
                let new = Authorization::new(asked, event.at);
                let number = self.authorizations.set(new.clone());
                self.find_again(&new, number);
            }
            Change::AuthorizationChanged(changed) => {
                let found = self.authorizations.get_mut(&changed.authorization);
                if let Some(found) = found.filter(|found| found.state.can_become(changed.state)) {
                    found.changed(changed, event.at);
                }
            }
            _ => {}
        }
    }

    fn find_again(&mut self, authorization: &Authorization, number: u32) {
        self.by_customer.entry(authorization.customer.clone()).or_default().push(number);
        self.askers.insert(authorization.asker().clone());
    }
}

impl Authorization {
    fn new(asked: &AuthorizationRequested, at: Timestamp) -> Self {
        Self {
            id: asked.authorization.clone(),
            partner: asked.partner.clone(),
            customer: asked.customer.clone(),
            distributor: asked.distributor.clone(),
            requested_by: asked.requested_by.clone(),
            commitment_letter_accepted: asked.commitment_letter_accepted,
            requested_at: at,
            state: AuthorizationState::Requested,
            decided_at: None,
            ended_at: None,
            reason: None,
        }
    }

    /// The partner whose people asked.
    fn asker(&self) -> &PartnerId {
        self.distributor.as_ref().unwrap_or(&self.partner)
    }

    fn changed(&mut self, changed: &AuthorizationChanged, at: Timestamp) {
        self.state = changed.state;
        match changed.state {
            AuthorizationState::Authorized | AuthorizationState::Rejected => self.decided_at = Some(at),
            _ => self.ended_at = Some(at),
        }
        self.reason = changed.reason.clone();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::AuthorizationBook;
    use crate::event::Event;

    fn event(at: &str, change: &Value) -> Event {
        let actor = json!({ "type": "vendor" });
        let fingerprint = "0000000000000000";
        let written = json!({ "version": 1, "request": "r", "index": 0, "at": at, "actor": actor, "fingerprint": fingerprint, "change": change });
        serde_json::from_value(written).unwrap()
    }

    fn requested(id: &str, customer: &str) -> Value {
        json!({ "type": "authorization.requested", "authorization": id, "partner": "P", "customer": customer })
    }

    fn changed(id: &str, customer: &str, state: &str) -> Value {
        json!({ "type": "authorization.changed", "authorization": id, "customer": customer, "state": state })
    }

    fn ordered(id: &str, partner: &str) -> Value {
        json!({
            "type": "order.placed", "customer": "C", "partner": partner, "authorization": id, "operation": "operate",
            "service_type": "hws.service.type.ec2", "billing_mode": "pay-per-use"
        })
    }

    const DAY: &str = "2026-03-10T00:00:00Z";

    fn book(changes: &[Value]) -> AuthorizationBook {
        let mut book = AuthorizationBook::default();
        for change in changes {
            let event = event(DAY, change);
            book.check(&event).unwrap();
            book.evolve(&event);
        }
        book
    }

    #[test]
    fn a_book_that_is_read_finds_everything_again() {
        let book = book(&[
            requested("A1", "C"),
            changed("A1", "C", "rejected"),
            requested("A2", "C"),
            requested("B1", "D"),
            changed("A2", "C", "authorized"),
        ]);
        let read: AuthorizationBook = serde_json::from_value(serde_json::to_value(&book).unwrap()).unwrap();
        assert_eq!(read, book);
        assert_eq!(read.open(&"C".parse().unwrap()).unwrap().id.as_str(), "A2");
        assert!(read.has_asked(&"P".parse().unwrap()) && !read.has_asked(&"Q".parse().unwrap()));
        assert!(read.sound().is_ok());
    }

    #[test]
    fn what_cannot_have_happened_is_told() {
        let book = book(&[requested("A1", "C"), changed("A1", "C", "authorized"), requested("B1", "D")]);
        let wrong = |at: &str, change: &Value| book.check(&event(at, change)).unwrap_err().to_string();
        assert!(wrong(DAY, &requested("A1", "E")).contains("there already"));
        assert!(wrong(DAY, &requested("A2", "C")).contains("a second authorization of `C` beside `A1`"));
        assert!(wrong(DAY, &changed("A9", "C", "ended")).contains("`A9` of `C`, which is not there"));
        assert!(wrong(DAY, &changed("A1", "D", "ended")).contains("`A1` of `D`, which is not there"));
        assert!(wrong(DAY, &changed("A1", "C", "rejected")).contains("`A1` rejected, which is authorized"));
        assert!(wrong(DAY, &changed("B1", "D", "revoked")).contains("`B1` revoked, which is requested"));
        assert!(wrong("2026-03-09T23:59:59Z", &ordered("A1", "P")).contains("acts for `C` by `A1`, which is not live"));
        assert!(wrong(DAY, &ordered("A1", "Q")).contains("not live"));
        assert!(wrong(DAY, &ordered("B1", "P")).contains("not live"));
        assert!(book.check(&event(DAY, &ordered("A1", "P"))).is_ok());
    }

    #[test]
    fn authorizations_that_contradict_each_other_are_not_read() {
        let one = |id: &str, state: &str, decided: Option<&str>| {
            json!({
                "id": id, "partner": "P", "customer": "C", "commitment_letter_accepted": true, "requested_at": DAY,
                "state": state, "decided_at": decided
            })
        };
        let wrong = |list: Value| {
            let read: AuthorizationBook = serde_json::from_value(json!({ "authorizations": list })).unwrap();
            read.sound().unwrap_err().field
        };
        assert_eq!(wrong(json!([one("A1", "requested", None), one("A2", "ended", None)])), "authorizations[0].state");
        assert_eq!(wrong(json!([one("A1", "authorized", None)])), "authorizations[0].decided_at");
    }
}
