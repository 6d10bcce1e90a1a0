//! What the book remembers of requests to end or switch associations, and of switches.

use serde::{Deserialize, Serialize};

use super::{AssociationBook, AssociationChange, AssociationRequest, AssociationRequestState, Questions, Side};
use crate::decision::Actor;
use crate::directory::{AssociationMode, Directory};
use crate::event::{Change, Event};
use crate::id::{CustomerId, PartnerId};
use crate::time::Timestamp;

/// That customer and partner have worked together another way since then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModeSwitch {
    /// The partner.
    pub partner: PartnerId,
    /// How they worked together before; some old customers had no mode.
    pub from: Option<AssociationMode>,
    /// How since.
    pub to: AssociationMode,
    /// When.
    pub at: Timestamp,
}

impl Questions {
    pub(super) fn nothing(id: &CustomerId) -> Self {
        Self { id: id.clone(), begun: None, failed: None, requests: Vec::new(), switches: Vec::new() }
    }

    /// Gives the first request that is in question another state.
    fn settle(&mut self, state: AssociationRequestState, at: Timestamp, of: impl Fn(&AssociationRequest) -> bool) {
        if let Some(request) = self.requests.iter_mut().find(|request| of(request)) {
            request.state = state;
            request.answered_at = (!state.is_open()).then_some(at);
        }
    }

    fn void(&mut self, at: Timestamp, of: impl Fn(&AssociationChange) -> bool) {
        for request in self.requests.iter_mut().filter(|request| request.state.is_open() && of(&request.asked.change)) {
            request.state = AssociationRequestState::Void;
            request.answered_at = Some(at);
        }
    }
}

impl AssociationBook {
    /// Requests to end or switch the customer's associations, oldest first.
    pub(crate) fn requests(&self, customer: &CustomerId) -> &[AssociationRequest] {
        self.questions(customer).map_or(&[], |questions| &questions.requests)
    }

    /// Takes in what happened to requests and modes. The directory is as it was before.
    pub(crate) fn evolve_questions(&mut self, event: &Event, directory: &Directory) {
        match &event.change {
            Change::ChangeRequested(asked) => {
                let state = match asked.in_review {
                    true => AssociationRequestState::InReview,
                    false => AssociationRequestState::Pending,
                };
                let (asked, actor) = (asked.clone(), event.actor.clone());
                let customer = asked.customer.clone();
                let request = AssociationRequest { asked, at: event.at, actor, state, answered_at: None };
                let made = || Questions::nothing(&customer);
                self.questions.change(&customer, made, |questions| questions.requests.push(request));
            }
            Change::ChangeReviewed(it) => self.known(&it.customer, |questions| {
                questions.settle(AssociationRequestState::Pending, event.at, |request| {
                    request.state == AssociationRequestState::InReview
                });
            }),
            Change::ChangeAnswered(answered) => {
                let state = match answered.approved {
                    true => AssociationRequestState::Approved,
                    false => AssociationRequestState::Rejected,
                };
                let answers = answered_by(&event.actor);
                self.known(&answered.customer, |questions| questions.settle(state, event.at, answers));
            }
            Change::CustomerAssociated(it) => self.known(&it.customer, |questions| questions.void(event.at, |_| true)),
            Change::CustomerDisassociated(it) => self.known(&it.customer, |questions| questions.void(event.at, |_| true)),
            Change::CustomerTransferred(it) => self.known(&it.customer, |questions| questions.void(event.at, |_| true)),
            Change::CustomerModeSwitched(it) => {
                let association = directory.customer(&it.customer).and_then(|customer| customer.association.as_ref());
                let Some(association) = association else { return };
                let (partner, from) = (association.partner.clone(), association.mode);
                let switch = ModeSwitch { partner, from, to: it.mode, at: event.at };
                self.questions.change(
                    &it.customer,
                    || Questions::nothing(&it.customer),
                    |questions| {
                        questions.void(event.at, |change| matches!(change, AssociationChange::Switch(_)));
                        questions.switches.push(switch);
                    },
                );
            }
            _ => {}
        }
    }

    fn known(&mut self, customer: &CustomerId, change: impl FnOnce(&mut Questions)) {
        if let Some(questions) = self.questions.get_mut(customer) {
            change(questions);
        }
    }
}

/// Which request somebody's answer is about: the vendor's about what is in review, a side's about what the other side asked.
fn answered_by(actor: &Actor) -> impl Fn(&AssociationRequest) -> bool {
    let side = match actor {
        Actor::Customer(_) => Some(Side::Customer),
        actor => actor.acts_for().map(|_| Side::Partner),
    };
    move |request| match side {
        None => request.state == AssociationRequestState::InReview,
        Some(side) => request.state == AssociationRequestState::Pending && request.asked.initiator != side,
    }
}
