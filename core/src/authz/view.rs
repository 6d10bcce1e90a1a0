//! The list of authorizations: on the partner's page of customers, and on the customer's page of its partner.

use serde::{Deserialize, Serialize};

use super::{Authorization, AuthorizationState, reseller_of};
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::indirect_partner_owned;
use crate::decision::{Actor, Review};
use crate::directory::{CUSTOMER_MANAGEMENT, Caller};
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::{AuthorizationId, CustomerId, Given, MemberId, PartnerId};
use crate::org::permission::any_of;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Means, Paging, Part, View};

pub(crate) static RULES: &[&Rule] = &[&OWN];

rule! {
    /// A partner sees the authorizations asked for it, a distributor those of the reseller it names, an account manager those of its own
    /// customers; a customer sees its own.
    OWN = "authz.view.own", view, derived "where they are kept: the partner's page of customers, and the customer's page of its partner";
    zh "伙伴查看以其名义申请的授权,总经销商可查看所指定云经销商的授权,客户经理仅查看自己客户的授权,客户查看自己的授权";
}

/// Asks for authorizations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Authorizations {
    /// The customer; all when empty or null.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_id: Field<Given<CustomerId>>,
    /// What they are; anything when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<AuthorizationState>,
    /// The reseller whose customers a distributor asks about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// An authorization, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuthorizationItem {
    /// Its id.
    pub authorization_id: AuthorizationId,
    /// The customer.
    pub customer_id: CustomerId,
    /// Its name.
    pub customer_name: String,
    /// The partner who may act once the customer agrees.
    pub partner_id: PartnerId,
    /// What it is, as the clock has it.
    pub state: AuthorizationState,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// The operator account that asked, unless a main account did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_by: Option<MemberId>,
    /// Whether the commitment letter was ticked.
    pub commitment_letter_accepted: bool,
    /// When the customer answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Timestamp>,
    /// When it was revoked or ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// Why it was revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl AuthorizationItem {
    fn of(books: Books, caller: Caller, found: &Authorization, state: AuthorizationState) -> Self {
        let customer = books.directory.customer(&found.customer);
        Self {
            authorization_id: found.id.clone(),
            customer_id: found.customer.clone(),
            customer_name: customer.map_or_else(String::new, |customer| customer.profile.name.shown(caller.reveal)),
            partner_id: found.partner.clone(),
            state,
            requested_at: found.requested_at,
            requested_by: found.requested_by.clone(),
            commitment_letter_accepted: found.commitment_letter_accepted,
            decided_at: found.decided_at,
            ended_at: found.ended_at,
            reason: found.reason.clone(),
        }
    }
}

impl Authorizations {
    pub(crate) fn answer(&self, books: Books, caller: Caller, now: Timestamp, part: Part) -> View<AuthorizationItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = reseller_of(caller, self.indirect_partner_id.as_ref());
        review.ask([any_of(caller, &[CUSTOMER_MANAGEMENT]), indirect_partner_owned(caller, reseller)]);
        let customer = review.filter("customer_id", &self.customer_id, Means::Ignored, Means::Ignored);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);

        let (party, scope) = (caller.party(reseller), caller.scope());
        let of_party = |found: &Authorization| {
            let customer = books.directory.customer(&found.customer);
            party.is_some_and(|party| party.id == found.partner) && customer.is_some_and(|customer| scope.holds(customer))
        };
        let shows = |found: &Authorization| match caller.actor {
            Actor::Customer(account) => account.customer == found.customer,
            _ => of_party(found),
        };
        let found = books.authorizations.all().filter(|found| customer.lets(&found.customer) && shows(found));
        let found = found.map(|found| (found, found.state_at(books.policy, now)));
        let found = found.filter(|(_, state)| self.state.is_none_or(|wanted| wanted == *state));
        View::page(review, paging, found).map(|(found, state)| AuthorizationItem::of(books, caller, found, state))
    }
}

row! {
    /// A row of the exported authorizations.
    pub struct AuthorizationRow {
        /// Its id.
        pub authorization_id: AuthorizationId,
        /// The customer.
        pub customer_id: CustomerId,
        /// Its name.
        pub customer_name: String,
        /// The partner who may act once the customer agrees.
        pub partner_id: PartnerId,
        /// What it is, as the clock has it.
        pub state: AuthorizationState,
        /// When it was asked for.
        pub requested_at: Timestamp,
        /// The operator account that asked, unless a main account did.
        pub requested_by: Option<MemberId>,
        /// Whether the commitment letter was ticked.
        pub commitment_letter_accepted: bool,
        /// When the customer answered.
        pub decided_at: Option<Timestamp>,
        /// When it was revoked or ended.
        pub ended_at: Option<Timestamp>,
        /// Why it was revoked.
        pub reason: Option<String>,
    }
}

impl Export for Authorizations {
    type Row = AuthorizationRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<AuthorizationRow>, Error> {
        let found = self.answer(center.books(), center.viewer(viewer)?, viewer.at, Part::All);
        Ok(found.map(|item| AuthorizationRow {
            authorization_id: item.authorization_id,
            customer_id: item.customer_id,
            customer_name: item.customer_name,
            partner_id: item.partner_id,
            state: item.state,
            requested_at: item.requested_at,
            requested_by: item.requested_by,
            commitment_letter_accepted: item.commitment_letter_accepted,
            decided_at: item.decided_at,
            ended_at: item.ended_at,
            reason: item.reason,
        }))
    }
}
