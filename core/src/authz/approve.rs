//! The customer answers (My Account › My Partner › Authorization Management): it agrees, under its own letter and with a verification
//! code, or it does not.

use serde::{Deserialize, Serialize};

use super::{Authorization, AuthorizationState, audit};
use crate::center::Books;
use crate::decision::{Accepted, Actor, Check, Decided, Request, Review, facts};
use crate::directory::{Caller, CustomerRef};
use crate::id::CustomerId;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&CUSTOMER_ONLY, &LETTER_AND_CODE, &IS_REQUESTED];

/// A customer agrees to the request it has from its partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ApproveAuthorization {
    /// The customer.
    pub customer: CustomerId,
    /// Whether the authorization letter was ticked (华为云客户授权书).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub letter_accepted: bool,
    /// Whether the customer records what is done in its account (云审计, CTS).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trace_audit_on: bool,
}

pub(crate) fn approve(books: Books, request: &Request, approve: &ApproveAuthorization) -> Decided {
    let caller = books.caller(request)?;
    let customer = books.customer(&approve.customer)?.id();
    let waiting = waiting(books, customer);

    let mut review = Review::new(books.policy);
    review.ask([customer_only(caller, customer), letter_and_code(caller, approve)]);
    if is_customer(caller, customer) {
        review.ask([is_requested(customer, waiting)]);
    }
    let (Some(waiting), false) = (waiting, review.is_refused()) else { return Ok(review.refuse()) };

    let mut accepted = Accepted::new(request);
    accepted.event(waiting.becomes(AuthorizationState::Authorized, None));
    let mut told = Review::new(books.policy);
    told.ask([audit::recommend(approve)]);
    accepted.warn(told.breaches);
    Ok(accepted.decision())
}

pub(crate) fn reject(books: Books, request: &Request, reject: &CustomerRef) -> Decided {
    let caller = books.caller(request)?;
    let customer = books.customer(&reject.customer)?.id();
    let waiting = waiting(books, customer);

    let mut review = Review::new(books.policy);
    review.ask([customer_only(caller, customer)]);
    if is_customer(caller, customer) {
        review.ask([is_requested(customer, waiting)]);
    }
    let (Some(waiting), false) = (waiting, review.is_refused()) else { return Ok(review.refuse()) };

    let mut accepted = Accepted::new(request);
    accepted.event(waiting.becomes(AuthorizationState::Rejected, None));
    Ok(accepted.decision())
}

/// The request of its partner that a customer has not answered.
fn waiting<'a>(books: Books<'a>, customer: &CustomerId) -> Option<&'a Authorization> {
    books.authorizations.open(customer).filter(|open| open.state == AuthorizationState::Requested)
}

/// Whether it is the customer who asks.
pub(super) fn is_customer(caller: Caller, customer: &CustomerId) -> bool {
    matches!(caller.actor, Actor::Customer(account) if account.customer == *customer)
}

rule! {
    /// Only the customer decides about its authorization.
    CUSTOMER_ONLY = "authz.approve.customer-only", call, documented "international manual, authorization management in the customer's account";
    zh "客户授权只能由客户本人决定";
    broken "a {actor} is not the customer {customer}", "{actor} 不是客户 {customer}";
    comply "have the customer decide, under My Account, My Partner, Authorization Management", "请由客户在“我的账号-我的伙伴-授权管理”中处理";
}

pub(super) fn customer_only(caller: Caller, customer: &CustomerId) -> Check {
    CUSTOMER_ONLY.require(is_customer(caller, customer), || {
        let actor = if matches!(caller.actor, Actor::Customer(_)) { "stranger" } else { caller.what() };
        facts! { actor: actor, customer: customer.as_str() }
    })
}

/// What came of the verification code, in words.
pub(super) fn code_word(caller: Caller) -> &'static str {
    match caller.access.verification_code {
        Some(true) => "right",
        Some(false) => "wrong",
        None => "missing",
    }
}

rule! {
    /// A customer who agrees must tick the authorization letter and enter a right verification code.
    LETTER_AND_CODE = "authz.approve.letter-and-code", call, documented "international manual, authorization management; China site, critical operations";
    zh "客户同意授权时必须勾选授权书,并输入正确的验证码";
    broken "the authorization letter is {letter}, the verification code {code}", "授权书 {letter},验证码 {code}";
    comply "tick the authorization letter and enter the code that was sent", "请勾选授权书,并输入收到的验证码";
}

fn letter_and_code(caller: Caller, approve: &ApproveAuthorization) -> Check {
    let holds = approve.letter_accepted && caller.access.verification_code == Some(true);
    LETTER_AND_CODE.require(holds, || {
        facts! { letter: if approve.letter_accepted { "ticked" } else { "not ticked" }, code: code_word(caller) }
    })
}

rule! {
    /// Only a request that waits for an answer can be answered.
    IS_REQUESTED = "authz.approve.is-requested", call, derived "there is nothing to answer otherwise";
    zh "只有待处理的授权申请才能同意或拒绝";
    broken "no request for an authorization by {customer} waits for an answer", "客户 {customer} 没有待处理的授权申请";
    comply "have the partner ask first", "请先由伙伴发起授权申请";
}

fn is_requested(customer: &CustomerId, waiting: Option<&Authorization>) -> Check {
    IS_REQUESTED.require(waiting.is_some(), || facts! { customer: customer.as_str() })
}
