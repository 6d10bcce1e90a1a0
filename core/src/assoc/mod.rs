//! Association (关联): how somebody becomes a partner's customer, and stops being one.
//!
//! A partner *invites* a customer, who accepts, or *creates* an account for it; either way the same block lists are asked. Later one of
//! the two asks that the association *ends* or is *switched* to the other mode, and the other side answers. When it ends, what
//! hung on it ends too: coupons go back, allocated money returns, an authorization ends.

pub(crate) mod block;
pub(crate) mod create;
mod effect;
pub(crate) mod invite;
mod question;
pub(crate) mod record;
pub(crate) mod resale;
pub(crate) mod switch;
pub(crate) mod r#type;
pub(crate) mod unbind;

use serde::{Deserialize, Serialize};

use crate::decision::{Check, facts};
use crate::directory::{Customer, Directory, Partner};
use crate::event::{Change, Event};
use crate::id::{CustomerId, InvitationId};
use crate::rule::{Rule, rule};
use crate::table::{Entity, Table};

pub use create::{AssociationBegun, AssociationFailed, AssociationOutcome, CompleteAssociation, FailedAssociation};
pub use invite::{
    AcceptInvitation, Channel, Invitation, InvitationAccepted, InvitationFailed, InvitationSent, InvitationState, SendInvitation,
};
pub use question::ModeSwitch;
pub use record::{AssociationOperation, AssociationRecord, AssociationRecordRow, AssociationRecords};
pub use unbind::{
    AnswerChange, AssociationChange, AssociationRequest, AssociationRequestState, ChangeAnswered, ChangeRequested, NewMode,
    RequestChange, ReviewChange, Side,
};

/// The book of associations in the making and in question. Whose customer somebody is stands in the directory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssociationBook {
    invitations: Table<Invitation>,
    questions: Table<Questions>,
}

/// What is and was in question about one customer's associations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    id: CustomerId,
    /// The association of a new account that is under way.
    pub begun: Option<AssociationBegun>,
    /// Why the last one that was under way failed.
    pub failed: Option<String>,
    /// Requests to end or switch an association, oldest first.
    pub requests: Vec<AssociationRequest>,
    /// Switches of how customer and partner work together, oldest first.
    pub switches: Vec<ModeSwitch>,
}

impl Entity for Questions {
    type Id = CustomerId;
    fn id(&self) -> &CustomerId {
        &self.id
    }
}

impl AssociationBook {
    /// The invitation of this id.
    pub fn invitation(&self, id: &InvitationId) -> Option<&Invitation> {
        self.invitations.get(id)
    }

    /// What is and was in question about a customer.
    pub fn questions(&self, customer: &CustomerId) -> Option<&Questions> {
        self.questions.get(customer)
    }

    /// All invitations, in the order in which they were sent.
    pub fn invitations(&self) -> impl DoubleEndedIterator<Item = &Invitation> {
        self.invitations.iter()
    }

    pub(crate) fn evolve(&mut self, event: &Event) {
        match &event.change {
            Change::InvitationSent(sent) => drop(self.invitations.set(Invitation {
                sent: sent.clone(),
                sent_at: event.at,
                state: InvitationState::Open,
                used_by: None,
                breaches: Vec::new(),
            })),
            Change::InvitationAccepted(it) => {
                if let Some(invitation) = self.invitations.get_mut(&it.invitation) {
                    invitation.state = InvitationState::Accepted;
                    invitation.used_by = Some(it.customer.clone());
                }
            }
            Change::InvitationFailed(it) => {
                if let Some(invitation) = self.invitations.get_mut(&it.invitation) {
                    invitation.state = InvitationState::Failed;
                    invitation.used_by = Some(it.customer.clone());
                    invitation.breaches.clone_from(&it.breaches);
                }
            }
            _ => self.evolve_begun(event),
        }
    }
}

pub(crate) static RULES: &[&Rule] = &[&SINGLE_PARTNER, &IS_ASSOCIATED, &TRANSFER_WITHIN_DISTRIBUTOR];

rule! {
    /// A customer has at most one partner.
    SINGLE_PARTNER = "assoc.single-partner", call, documented "international manual, invited customers";
    zh "一个客户最多关联一个伙伴";
    broken "the customer {customer} is associated with {partner}", "客户 {customer} 已关联 {partner}";
    comply "end that association first", "请先解除该关联";
}

pub(crate) fn single_partner(customer: &Customer) -> Check {
    match &customer.association {
        Some(association) => {
            SINGLE_PARTNER.broken(facts! { customer: customer.id().as_str(), partner: association.partner.as_str() })
        }
        None => Ok(()),
    }
}

rule! {
    /// Only an association that there is can be ended, switched or moved.
    IS_ASSOCIATED = "assoc.is-associated", call, derived "there is nothing to end otherwise";
    zh "只有已有的关联才能解除、切换或转移";
    broken "the customer {customer} is associated with nobody", "客户 {customer} 未关联任何伙伴";
    comply "associate the customer first", "请先建立关联";
}

pub(crate) fn is_associated(customer: &Customer) -> Check {
    IS_ASSOCIATED.require(customer.association.is_some(), || facts! { customer: customer.id().as_str() })
}

rule! {
    /// A customer moves only between partners of one distributor: its resellers, and the distributor itself.
    TRANSFER_WITHIN_DISTRIBUTOR = "assoc.transfer-within-distributor", call, assumed "record type 9 names a cloud-reseller transfer";
    zh "客户只能在同一总经销商体系内转移";
    broken "{from} and {to} are not of one distributor", "{from} 与 {to} 不属于同一总经销商";
    comply "end the association and establish another", "请先解除关联再重新关联";
}

pub(crate) fn transfer_within_distributor(directory: &Directory, customer: &Customer, to: &Partner) -> Check {
    let Some(from) = customer.association.as_ref().and_then(|association| directory.partner(&association.partner)) else {
        return Ok(());
    };
    let top = |partner: &Partner| partner.distributor.clone().unwrap_or_else(|| partner.id.clone());
    TRANSFER_WITHIN_DISTRIBUTOR.require(top(from) == top(to) && from.id != to.id, || {
        facts! { from: from.id.as_str(), to: to.id.as_str() }
    })
}
