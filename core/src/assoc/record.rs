//! Association records (关联记录): what became of a partner's associations, and of the requests about them.

use serde::{Deserialize, Serialize};

use super::{AssociationChange, AssociationRequestState, ModeSwitch, Side};
use crate::center::{Books, PartnerCenter, Viewer};
use crate::decision::{Actor, Review};
use crate::directory::{Association, AssociationMode, CUSTOMER_LIST, CUSTOMER_MANAGEMENT, Caller, Customer};
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::{CustomerId, Given, PartnerId};
use crate::org::permission::any_of;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Means, Paging, Part, View};

pub(crate) static RULES: &[&Rule] = &[&LIST];

rule! {
    /// The association records of a partner show each association that began, was switched or ended, and each request with its state: customer, type,
    /// operation and time, in that order of time. An account manager sees those of its own customers, and a customer sees its own.
    LIST = "assoc.record.list", view, documented "manuals, association records: type, operation and time; the rest is ours";
    zh "关联记录按时间展示伙伴的每次建立、切换、解除关联及每个申请的状态,包括客户、关联类型、操作类型和时间;客户经理只看到自己的客户,客户只看到自己的记录";
}

/// Asks for the association records of the partner, or of the customer, who asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct AssociationRecords {
    /// The customer; all, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_id: Field<Given<CustomerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// What was done to an association, or asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AssociationOperation {
    /// It began.
    Associate,
    /// Customer and partner work together another way.
    Switch,
    /// It ended.
    Disassociate,
}

crate::named::named!(AssociationOperation: Associate = "associate", Switch = "switch", Disassociate = "disassociate");

/// A record of an association.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssociationRecord {
    /// The customer.
    pub customer_id: CustomerId,
    /// Its name, masked unless it is asked for in full.
    pub customer_name: String,
    /// The name of its account, masked unless it is asked for in full.
    pub account_name: String,
    /// The partner.
    pub partner_id: PartnerId,
    /// How they worked together then; after a switch, and in a request for one, the new way. Some old customers have no mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub association_type: Option<AssociationMode>,
    /// What was done, or asked for.
    pub operation_type: AssociationOperation,
    /// When.
    pub operation_time: Timestamp,
    /// Of a request: who asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initiator: Option<Side>,
    /// Of a request: why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Of a request: what became of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_state: Option<AssociationRequestState>,
    /// Of a request: when it was answered, or became void.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_time: Option<Timestamp>,
}

/// The items of the page of customers, and of the lists of customers at the API.
const ITEMS: [&str; 3] = match CUSTOMER_LIST {
    [own, resellers] => [own, resellers, CUSTOMER_MANAGEMENT],
    _ => [CUSTOMER_MANAGEMENT; 3],
};

impl AssociationRecords {
    pub(crate) fn answer(&self, books: Books, caller: Caller, part: Part) -> View<AssociationRecord> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        review.ask([any_of(caller, &ITEMS)]);
        let wanted = review.filter("customer_id", &self.customer_id, Means::Ignored, Means::Ignored);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        if review.is_refused() {
            return View::refused(review);
        }

        let seen = |customer: &&Customer| match caller.actor {
            Actor::Customer(account) => account.customer == *customer.id(),
            _ => caller.scope().holds(customer),
        };
        let mut found = Vec::new();
        for customer in books.directory.customers().filter(|customer| wanted.lets(customer.id())).filter(seen) {
            Told { books, caller, customer }.records(&mut found);
        }
        // Records of one instant stay as they came.
        found.sort_by_key(|record| record.operation_time);
        View::page(review, paging, found.into_iter())
    }
}

/// A customer whose records are told to somebody.
struct Told<'a> {
    books: Books<'a>,
    caller: Caller<'a>,
    customer: &'a Customer,
}

impl Told<'_> {
    /// Whether the caller sees what there was with this partner.
    fn shows(&self, partner: &PartnerId) -> bool {
        matches!(self.caller.actor, Actor::Customer(_)) || self.caller.partner.is_some_and(|caller| caller.id == *partner)
    }

    /// The customer's associations and until when each was one, oldest first.
    fn associations(&self) -> impl Iterator<Item = (&Association, Option<Timestamp>)> {
        let past = self.customer.history.iter().map(|past| (&past.association, Some(past.until)));
        past.chain(self.customer.association.iter().map(|association| (association, None)))
    }

    fn switches(&self) -> &[ModeSwitch] {
        self.books.associations.questions(self.customer.id()).map_or(&[], |questions| &questions.switches)
    }

    /// How customer and partner worked together at an instant of this association: as the next switch found it, or as it is.
    fn mode_at(&self, association: &Association, until: Option<Timestamp>, at: Timestamp) -> Option<AssociationMode> {
        let of_it = |switch: &&ModeSwitch| {
            switch.partner == association.partner && at <= switch.at && until.is_none_or(|until| switch.at <= until)
        };
        self.switches().iter().find(of_it).map_or(association.mode, |switch| switch.from)
    }

    fn records(&self, found: &mut Vec<AssociationRecord>) {
        use AssociationOperation::{Associate, Disassociate, Switch};
        for (association, until) in self.associations().filter(|(association, _)| self.shows(&association.partner)) {
            let (partner, since) = (&association.partner, association.since);
            found.push(self.record(partner, self.mode_at(association, until, since), Associate, since));
            if let Some(until) = until {
                found.push(self.record(partner, association.mode, Disassociate, until));
            }
        }
        for switch in self.switches().iter().filter(|switch| self.shows(&switch.partner)) {
            found.push(self.record(&switch.partner, Some(switch.to), Switch, switch.at));
        }
        for request in self.books.associations.requests(self.customer.id()) {
            let asked = &request.asked;
            if !self.shows(&asked.partner) {
                continue;
            }
            let (operation, mode) = match &asked.change {
                AssociationChange::Switch(new) => (Switch, Some(new.mode)),
                AssociationChange::Disassociate(_) => (Disassociate, self.mode_when_asked(&asked.partner, request.at)),
            };
            found.push(AssociationRecord {
                initiator: Some(asked.initiator),
                reason: Some(asked.reason.clone()),
                request_state: Some(request.state),
                answered_time: request.answered_at,
                ..self.record(&asked.partner, mode, operation, request.at)
            });
        }
    }

    fn mode_when_asked(&self, partner: &PartnerId, at: Timestamp) -> Option<AssociationMode> {
        let then = |(association, until): &(&Association, Option<Timestamp>)| {
            association.partner == *partner && association.since <= at && until.is_none_or(|until| at <= until)
        };
        let (association, until) = self.associations().find(then)?;
        self.mode_at(association, until, at)
    }

    fn record(
        &self,
        partner: &PartnerId,
        association_type: Option<AssociationMode>,
        operation_type: AssociationOperation,
        operation_time: Timestamp,
    ) -> AssociationRecord {
        let profile = &self.customer.profile;
        AssociationRecord {
            customer_id: profile.id.clone(),
            customer_name: profile.name.shown(self.caller.reveal),
            account_name: profile.account_name.shown(self.caller.reveal),
            partner_id: partner.clone(),
            association_type,
            operation_type,
            operation_time,
            initiator: None,
            reason: None,
            request_state: None,
            answered_time: None,
        }
    }
}

row! {
    /// A row of the exported association records.
    pub struct AssociationRecordRow {
        /// The customer.
        pub customer_id: CustomerId,
        /// Its name.
        pub customer_name: String,
        /// The name of its account.
        pub account_name: String,
        /// The partner.
        pub partner_id: PartnerId,
        /// How they worked together then; after a switch, and in a request for one, the new way.
        pub association_type: Option<AssociationMode>,
        /// What was done, or asked for: associate, switch or disassociate.
        pub operation_type: AssociationOperation,
        /// When.
        pub operation_time: Timestamp,
        /// Of a request: who asked.
        pub initiator: Option<Side>,
        /// Of a request: why.
        pub reason: Option<String>,
        /// Of a request: what became of it.
        pub request_state: Option<AssociationRequestState>,
        /// Of a request: when it was answered, or became void.
        pub answered_time: Option<Timestamp>,
    }
}

impl Export for AssociationRecords {
    type Row = AssociationRecordRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<AssociationRecordRow>, Error> {
        let found = self.answer(center.books(), center.viewer(viewer)?, Part::All);
        Ok(found.map(|record| AssociationRecordRow {
            customer_id: record.customer_id,
            customer_name: record.customer_name,
            account_name: record.account_name,
            partner_id: record.partner_id,
            association_type: record.association_type,
            operation_type: record.operation_type,
            operation_time: record.operation_time,
            initiator: record.initiator,
            reason: record.reason,
            request_state: record.request_state,
            answered_time: record.answered_time,
        }))
    }
}
