//! Customer authorization (客户授权): before a partner acts inside a resale customer's account, the customer agrees.
//!
//! A partner *requests* the authorization, the first time under a commitment letter; the customer *approves* it with its own letter and a
//! verification code, or *rejects* it. It lives until the customer *revokes* it, or until the association ends or becomes referral.

pub(crate) mod approve;
pub(crate) mod audit;
mod book;
pub(crate) mod request;
pub(crate) mod revoke;
pub(crate) mod scope;
pub(crate) mod session;
pub(crate) mod view;

use serde::{Deserialize, Serialize};

use crate::center::Books;
use crate::decision::{Accepted, Check, facts};
use crate::directory::{Caller, PartnerKind};
use crate::event::Change;
use crate::id::{AuthorizationId, CustomerId, Given, MemberId, PartnerId};
use crate::policy::Policy;
use crate::rule::{Rule, rule};
use crate::table::Entity;
use crate::time::Timestamp;

pub use approve::ApproveAuthorization;
pub use book::AuthorizationBook;
pub use request::{AuthorizationRequested, RequestAuthorization};
pub use revoke::RevokeAuthorization;
pub use view::{AuthorizationItem, AuthorizationRow, Authorizations};

pub(crate) static RULES: &[&Rule] = &[&REQUIRED, &NO_EXPIRY];

/// An authorization is now otherwise than it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AuthorizationChanged {
    /// The authorization.
    pub authorization: AuthorizationId,
    /// The customer.
    pub customer: CustomerId,
    /// What it is now.
    pub state: AuthorizationState,
    /// Why, when it was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What an authorization is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AuthorizationState {
    /// 待授权: the customer has not answered.
    Requested,
    /// 已授权: the partner may act for the customer.
    Authorized,
    /// 已拒绝: the customer did not agree.
    Rejected,
    /// 已撤销: the customer took it back.
    Revoked,
    /// 已结束: the association it belonged to ended, or became referral.
    Ended,
}

crate::named::named!(
    AuthorizationState: Requested = "requested", Authorized = "authorized", Rejected = "rejected", Revoked = "revoked",
    Ended = "ended"
);

impl AuthorizationState {
    /// Whether it may still become something else.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Requested | Self::Authorized)
    }

    /// Whether it may become this next.
    pub fn can_become(self, next: Self) -> bool {
        match self {
            Self::Requested => matches!(next, Self::Authorized | Self::Rejected | Self::Ended),
            Self::Authorized => matches!(next, Self::Revoked | Self::Ended),
            Self::Rejected | Self::Revoked | Self::Ended => false,
        }
    }
}

/// An authorization.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authorization {
    /// Its id.
    pub id: AuthorizationId,
    /// The partner whose customer it is, and who may act once the customer agrees.
    pub partner: PartnerId,
    /// The customer.
    pub customer: CustomerId,
    /// The distributor who asked, when the partner is a reseller of its.
    pub distributor: Option<PartnerId>,
    /// The operator account that asked, unless a main account did.
    pub requested_by: Option<MemberId>,
    /// Whether the commitment letter was ticked.
    pub commitment_letter_accepted: bool,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// What the log says it is now.
    pub state: AuthorizationState,
    /// When the customer answered.
    pub decided_at: Option<Timestamp>,
    /// When it was revoked or ended.
    pub ended_at: Option<Timestamp>,
    /// Why it was revoked.
    pub reason: Option<String>,
}

impl Authorization {
    /// What it is at an instant. What the log says counts, but for an instant before the customer agreed, which clocks that differ can
    /// bring, and for one at which its time is over, where it has any.
    pub(crate) fn state_at(&self, policy: &Policy, at: Timestamp) -> AuthorizationState {
        let (AuthorizationState::Authorized, Some(decided)) = (self.state, self.decided_at) else { return self.state };
        let lasts = policy.enforces(&NO_EXPIRY) || at < decided.months_later(policy.limits.authorization_months);
        match (at < decided, lasts) {
            (true, _) => AuthorizationState::Requested,
            (false, true) => AuthorizationState::Authorized,
            (false, false) => AuthorizationState::Ended,
        }
    }
}

impl Entity for Authorization {
    type Id = AuthorizationId;
    fn id(&self) -> &AuthorizationId {
        &self.id
    }
}

impl<'a> Books<'a> {
    /// The authorization by which a partner may act inside a customer's account at an instant, if there is one.
    pub(crate) fn live_authorization(
        &self,
        customer: &CustomerId,
        partner: &PartnerId,
        at: Timestamp,
    ) -> Option<&'a Authorization> {
        let found = self.authorizations.open(customer)?;
        let is_live = found.partner == *partner && found.state_at(self.policy, at) == AuthorizationState::Authorized;
        is_live.then_some(found)
    }

    /// The association is over, or is referral now: an authorization that is requested or live ends with it.
    pub(crate) fn end_authorization(&self, accepted: &mut Accepted, customer: &CustomerId) {
        if let Some(open) = self.authorizations.open(customer) {
            accepted.event(open.becomes(AuthorizationState::Ended, None));
        }
    }

    /// What a customer's newest authorization of a partner is at an instant, in words.
    fn authorization_word(&self, customer: &CustomerId, partner: &PartnerId, at: Timestamp) -> &'static str {
        let newest = self.authorizations.of_customer(customer).rfind(|found| found.partner == *partner);
        newest.map_or("missing", |found| found.state_at(self.policy, at).name())
    }
}

impl Authorization {
    fn becomes(&self, state: AuthorizationState, reason: Option<String>) -> Change {
        let (authorization, customer) = (self.id.clone(), self.customer.clone());
        Change::AuthorizationChanged(AuthorizationChanged { authorization, customer, state, reason })
    }
}

/// The reseller on whose customers' page a distributor works, if it names one: the console has a tab for its own customers and one for
/// theirs. From anybody else the id says nothing.
pub(crate) fn reseller_of<'g>(caller: Caller, given: Option<&'g Given<PartnerId>>) -> Option<&'g Given<PartnerId>> {
    let empty = |given: &&Given<PartnerId>| matches!(given, Given::Invalid(text) if text.is_empty());
    given.filter(|given| caller.is(&[PartnerKind::GeneralDistributor]) && !empty(given))
}

rule! {
    /// Configuring and managing resources inside a resale customer's account needs an authorization of the customer that is live at that
    /// instant.
    ///
    /// Ordering needs it as well: `order.place.authorization-missing`.
    REQUIRED = "authz.required", call, documented "manual, customer authorization; the project's founding requirements";
    zh "在代售客户账号内配置或管理资源,必须在操作当时持有客户的有效授权";
    broken "the authorization of {partner} by {customer} is {state}", "客户 {customer} 对 {partner} 的授权状态为 {state}";
    comply "ask the customer for its authorization, and wait until it agrees", "请向客户申请授权,待客户同意后再操作";
}

/// Asks one of the two rules that want a live authorization.
pub(crate) fn live(rule: &'static Rule, books: Books, customer: &CustomerId, partner: &PartnerId, at: Timestamp) -> Check {
    rule.require(books.live_authorization(customer, partner, at).is_some(), || {
        let state = books.authorization_word(customer, partner, at);
        facts! { partner: partner.as_str(), customer: customer.as_str(), state: state }
    })
}

rule! {
    /// An authorization holds until it is revoked, or the association ends or becomes referral; it does not lapse with time.
    ///
    /// Where this is switched off, it holds for `limits.authorization_months` from the customer's approval.
    NO_EXPIRY = "authz.no-expiry", effect, assumed "no validity is published";
    zh "客户授权长期有效,直至被撤销,或关联解除、切换为顾问销售;不会因时间而失效";
}
