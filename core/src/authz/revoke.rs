//! The customer takes its authorization back.

use serde::{Deserialize, Serialize};

use super::approve::{code_word, customer_only, is_customer};
use super::{Authorization, AuthorizationState};
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts};
use crate::directory::{CUSTOMER_MANAGEMENT, Caller, Partner};
use crate::id::CustomerId;
use crate::org::permission::any_of;
use crate::org::scope::manager_own;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&PARTNER, &ANYTIME, &IS_AUTHORIZED];

/// A customer takes its authorization back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RevokeAuthorization {
    /// The customer.
    pub customer: CustomerId,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

pub(crate) fn decide(books: Books, request: &Request, revoke: &RevokeAuthorization) -> Decided {
    let caller = books.caller(request)?;
    let customer = books.customer(&revoke.customer)?;
    let id = customer.id();
    let live = books.authorizations.open(id).filter(|open| open.state == AuthorizationState::Authorized);
    let own_partner = caller.partner.filter(|partner| customer.is_of(&partner.id));

    let mut review = Review::new(books.policy);
    match own_partner {
        Some(own) => review.ask([partner(own, id), any_of(caller, &[CUSTOMER_MANAGEMENT]), manager_own(caller, customer)]),
        None => review.ask([customer_only(caller, id)]),
    };
    review.ask([anytime(caller, revoke)]);
    if own_partner.is_some() || is_customer(caller, id) {
        review.ask([is_authorized(id, live)]);
    }
    let (Some(live), false) = (live, review.is_refused()) else { return Ok(review.refuse()) };

    let mut accepted = Accepted::new(request);
    accepted.event(live.becomes(AuthorizationState::Revoked, revoke.reason.clone()));
    Ok(accepted.decision())
}

rule! {
    /// A partner cannot give an authorization back; the customer takes it.
    PARTNER = "authz.revoke.partner", call, assumed "the manuals describe no such action of the partner";
    zh "伙伴不能主动撤销客户授权,只能由客户撤销";
    broken "{partner} is the partner whom {customer} has authorized", "{partner} 是客户 {customer} 授权的伙伴";
    comply "ask the customer to revoke it", "请由客户撤销授权";
}

fn partner(partner: &Partner, customer: &CustomerId) -> Check {
    PARTNER.broken(facts! { partner: partner.id.as_str(), customer: customer.as_str() })
}

rule! {
    /// The customer may revoke its authorization at any time; it must give a reason and a right verification code.
    ///
    /// A reason of nothing but spaces is none.
    ANYTIME = "authz.revoke.anytime", call, documented "international manual, authorization management, revoking";
    zh "客户可随时撤销授权,撤销时必须填写原因并输入正确的验证码";
    broken "the reason is {reason}, the verification code {code}", "撤销原因 {reason},验证码 {code}";
    comply "give a reason, and enter the code that was sent", "请填写撤销原因,并输入收到的验证码";
}

fn anytime(caller: Caller, revoke: &RevokeAuthorization) -> Check {
    let has_reason = revoke.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    ANYTIME.require(has_reason && caller.access.verification_code == Some(true), || {
        facts! { reason: if has_reason { "given" } else { "missing" }, code: code_word(caller) }
    })
}

rule! {
    /// Only an authorization that the customer has given can be revoked.
    IS_AUTHORIZED = "authz.revoke.is-authorized", call, derived "there is nothing to revoke otherwise";
    zh "只有已授权的客户授权才能撤销";
    broken "{customer} has authorized nobody", "客户 {customer} 没有有效的授权";
    comply "reject the request instead, if there is one", "如有待处理的申请,请改为拒绝";
}

fn is_authorized(customer: &CustomerId, live: Option<&Authorization>) -> Check {
    IS_AUTHORIZED.require(live.is_some(), || facts! { customer: customer.as_str() })
}
