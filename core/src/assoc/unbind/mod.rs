//! A partner or a customer asks to end the association, or to switch how they work together; the other side answers.
//!
//! A request is *in review* with the vendor where a framework contract wants it, then *pending* with the other side, who *approves* or
//! *rejects* it. With the approval the association ends, or is switched, in the same decision. What stands in the way is asked when it is
//! requested, and again when it is approved.

mod block;
mod effect;
mod window;

use serde::{Deserialize, Serialize};

use super::{is_associated, switch};
use crate::center::Books;
use crate::critical::verify_code;
use crate::decision::{Accepted, Actor, Check, Decided, Nobody, Request, Review, facts};
use crate::directory::access::record;
use crate::directory::{Association, AssociationMode, Caller, Customer, CustomerRef, SwitchMode};
use crate::event::Change;
use crate::id::{CustomerId, PartnerId};
use crate::reading::choice;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) use block::RULES as BLOCK_RULES;
pub(crate) use effect::RULES as EFFECT_RULES;
pub(crate) use window::RULES as WINDOW_RULES;

pub(crate) static RULES: &[&Rule] = &[&PARTY, &NOT_ADMIN, &REASON_REQUIRED, &OPEN_REQUEST, &NEEDS_COUNTERPART, &ONE_OPEN];

choice! {
    /// What is to become of an association.
    #[derive(Hash)]
    pub enum AssociationChange {
        /// It ends.
        "disassociate" => Disassociate(Nobody),
        /// Customer and partner work together another way.
        "switch" => Switch(NewMode),
    }
}

/// The way customer and partner work together from then on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMode {
    /// The new mode.
    pub mode: AssociationMode,
}

/// Asks that an association ends or is switched. For the partner's administrator, and for the customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestChange {
    /// The customer.
    pub customer: CustomerId,
    /// What is to become of the association.
    pub change: AssociationChange,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether the statement of what follows was ticked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub impact_accepted: bool,
}

/// The vendor has reviewed a request that it had to see first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewChange {
    /// The customer.
    pub customer: CustomerId,
    /// Whether the request may go on to the other side.
    pub passed: bool,
}

/// The other side answers the open request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerChange {
    /// The customer.
    pub customer: CustomerId,
    /// Whether it agrees.
    pub approved: bool,
}

/// Somebody asked that an association ends or is switched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeRequested {
    /// The customer.
    pub customer: CustomerId,
    /// The partner.
    pub partner: PartnerId,
    /// Which of the two asked.
    pub initiator: Side,
    /// What is to become of the association.
    pub change: AssociationChange,
    /// Why.
    pub reason: String,
    /// Whether the vendor has to review it first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_review: bool,
}

/// The open request was answered; what follows from a yes are events of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeAnswered {
    /// The customer.
    pub customer: CustomerId,
    /// Whether the other side, or the vendor in its review, agreed.
    pub approved: bool,
}

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The partner.
    Partner,
    /// The customer.
    Customer,
}

crate::named::named!(Side: Partner = "partner", Customer = "customer");

/// A request to end or switch an association, and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssociationRequest {
    /// What was asked.
    pub asked: ChangeRequested,
    /// When.
    pub at: Timestamp,
    /// Who asked.
    pub actor: Actor,
    /// What became of it.
    pub state: AssociationRequestState,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AssociationRequestState {
    /// The vendor reviews it.
    InReview,
    /// It waits for the other side.
    Pending,
    /// The other side agreed (同意).
    Approved,
    /// The other side, or the vendor, did not (驳回).
    Rejected,
    /// What it asked about ended or changed otherwise before an answer.
    Void,
}

crate::named::named!(
    AssociationRequestState: InReview = "in-review", Pending = "pending", Approved = "approved", Rejected = "rejected",
    Void = "void"
);

impl AssociationRequestState {
    /// Whether it still waits for somebody.
    pub fn is_open(self) -> bool {
        matches!(self, Self::InReview | Self::Pending)
    }
}

impl Side {
    /// Whose word somebody's is in questions of a customer's association. An enterprise master speaks for its members.
    fn of(actor: &Actor, customer: &Customer) -> Option<Self> {
        match actor {
            Actor::Customer(account) => {
                let speaks = [customer.id(), customer.enterprise_master()].contains(&&account.customer);
                speaks.then_some(Self::Customer)
            }
            actor => actor.acts_for().filter(|partner| customer.is_of(partner)).map(|_| Self::Partner),
        }
    }
}

/// A request, or the answer to one, and what it is about.
pub(super) struct Call<'a> {
    pub books: Books<'a>,
    pub caller: Caller<'a>,
    pub customer: &'a Customer,
    pub association: &'a Association,
    /// Whose word it is.
    pub side: Side,
    pub change: &'a AssociationChange,
    pub now: Timestamp,
}

impl Call<'_> {
    /// Whether they work together by resale now.
    fn is_resale(&self) -> bool {
        self.association.mode == Some(AssociationMode::AgencyResale)
    }

    /// What was ever asked about this customer and this partner, oldest first.
    fn asked(&self) -> impl DoubleEndedIterator<Item = &AssociationRequest> {
        let requests = self.books.associations.requests(self.customer.id());
        requests.iter().filter(|request| request.asked.partner == self.association.partner)
    }
}

pub(crate) fn request(books: Books, request: &Request, asked: &RequestChange) -> Decided {
    let (caller, customer) = (books.caller(request)?, books.customer(&asked.customer)?);
    let side = Side::of(&request.actor, customer);
    let mut review = Review::new(books.policy);
    review.ask([party(caller, customer, side), not_admin(caller), verify_code(caller), reason_required(asked)]);
    // Whoever is neither of the two learns nothing of the association.
    let Some(side) = side else { return Ok(review.refuse()) };
    review.ask([is_associated(customer)]);
    let Some(association) = &customer.association else { return Ok(review.refuse()) };
    let call = Call { books, caller, customer, association, side, change: &asked.change, now: request.at };
    review
        .ask(switch::request(&call))
        .ask([one_open(&call), window::partner_quota(&call), window::after_customer_request(&call)])
        .ask([window::customer_quota(&call)])
        .ask(block::checks(&call));
    if review.is_refused() {
        return Ok(review.refuse());
    }

    let mut accepted = Accepted::new(request);
    accepted.event(Change::ChangeRequested(ChangeRequested {
        customer: customer.id().clone(),
        partner: association.partner.clone(),
        initiator: side,
        change: asked.change.clone(),
        reason: asked.reason.clone().unwrap_or_default(),
        in_review: block::in_review(&call),
    }));
    Ok(accepted.decision())
}

pub(crate) fn review(books: Books, request: &Request, reviewed: &ReviewChange) -> Decided {
    let customer = books.customer(&reviewed.customer)?;
    let requests = books.associations.requests(customer.id());
    let in_review = requests.iter().any(|request| request.state == AssociationRequestState::InReview);
    record(books.policy, request, [open_request(customer, requests, in_review)], |accepted| {
        let customer = customer.id().clone();
        accepted.event(match reviewed.passed {
            true => Change::ChangeReviewed(CustomerRef { customer }),
            false => Change::ChangeAnswered(ChangeAnswered { customer, approved: false }),
        });
        Ok(())
    })
}

pub(crate) fn answer(books: Books, request: &Request, answer: &AnswerChange) -> Decided {
    let (caller, customer) = (books.caller(request)?, books.customer(&answer.customer)?);
    let side = Side::of(&request.actor, customer);
    let mut review = Review::new(books.policy);
    review.ask([party(caller, customer, side), not_admin(caller), verify_code(caller)]);
    let Some(side) = side else { return Ok(review.refuse()) };
    let requests = books.associations.requests(customer.id());
    let pending = || requests.iter().filter(|request| request.state == AssociationRequestState::Pending);
    let open = pending().find(|request| request.asked.initiator != side);
    review.ask([open_request(customer, requests, pending().next().is_some())]);
    if pending().next().is_some() {
        review.ask([needs_counterpart(customer, side, open)]);
    }
    if let (Some(open), Some(association), true) = (open, &customer.association, answer.approved) {
        let call = Call { books, caller, customer, association, side, change: &open.asked.change, now: request.at };
        review.ask(block::checks(&call));
    }
    let (Some(open), false) = (open, review.is_refused()) else { return Ok(review.refuse()) };

    let mut accepted = Accepted::new(request);
    let (id, partner) = (customer.id(), &open.asked.partner);
    accepted.event(Change::ChangeAnswered(ChangeAnswered { customer: id.clone(), approved: answer.approved }));
    match &open.asked.change {
        _ if !answer.approved => {}
        AssociationChange::Disassociate(_) => books.disassociate(&mut accepted, id, partner)?,
        AssociationChange::Switch(new) => {
            books.switch_mode(&mut accepted, &SwitchMode { customer: id.clone(), mode: new.mode }, partner)?;
        }
    }
    Ok(accepted.decision())
}

rule! {
    /// Ending or switching an association is for the two it joins to ask and to answer: the customer's own partner, and the customer itself
    /// or the enterprise master it belongs to.
    PARTY = "assoc.unbind.party", call, derived "the manuals know no others who ask or answer";
    zh "只有关联双方可以申请和处理解除或切换关联:客户所属伙伴,以及客户本身或其所属企业主账号";
    broken "{actor} is neither the customer {customer} nor its partner", "{actor} 既不是客户 {customer},也不是其伙伴";
    comply "have the customer or its partner ask", "请由客户或其伙伴发起";
}

fn party(caller: Caller, customer: &Customer, side: Option<Side>) -> Check {
    PARTY.require(side.is_some(), || {
        let actor = match caller.actor {
            Actor::Customer(account) => account.customer.as_str(),
            actor => actor.acts_for().map_or(actor.type_name(), PartnerId::as_str),
        };
        facts! { actor: actor, customer: customer.id().as_str() }
    })
}

rule! {
    /// Of a partner's people only an administrator ends or switches associations, and answers the customer's requests.
    NOT_ADMIN = "assoc.unbind.not-admin", call, documented "manuals of the three sites, association records";
    zh "伙伴方只有管理员可以解除关联、切换关联类型和处理客户的申请";
    broken "the operator {member} is no administrator", "操作员 {member} 不是管理员";
    comply "have an administrator do it", "请由管理员操作";
}

fn not_admin(caller: Caller) -> Check {
    let Some(member) = caller.member() else { return Ok(()) };
    NOT_ADMIN.require(caller.directory.is_administrator(caller.actor), || facts! { member: member.member().as_str() })
}

rule! {
    /// A request gives a reason, and the statement of what follows is ticked.
    REASON_REQUIRED = "assoc.unbind.reason-required", call, documented "manuals of the three sites, disassociation";
    zh "申请必须填写原因并勾选影响说明";
    broken "missing: {missing}", "缺少:{missing}";
    comply "say why, and tick the statement", "请填写原因并勾选影响说明";
}

fn reason_required(asked: &RequestChange) -> Check {
    let reason = asked.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    REASON_REQUIRED.require(reason && asked.impact_accepted, || {
        let missing = [("reason", reason), ("impact_accepted", asked.impact_accepted)];
        let missing = missing.into_iter().filter(|(_, there)| !there);
        facts! { missing: missing.map(|(name, _)| name.into()).collect::<Vec<_>>() }
    })
}

rule! {
    /// A review or an answer needs a request that waits for it: the vendor reviews what is in review, the other side answers what is pending.
    OPEN_REQUEST = "assoc.unbind.open-request", call, derived "there is nothing to answer otherwise";
    zh "审核或处理需要有相应的待办申请:华为云审核审核中的申请,对方处理待处理的申请";
    broken "the last request about the customer {customer} is {state}", "关于客户 {customer} 的最近一次申请状态为 {state}";
    comply "wait for a request, or for its review", "请等待申请或其审核";
}

fn open_request(customer: &Customer, requests: &[AssociationRequest], there: bool) -> Check {
    OPEN_REQUEST.require(there, || {
        let state = requests.last().map_or("none", |request| request.state.name());
        facts! { customer: customer.id().as_str(), state: state }
    })
}

rule! {
    /// A request takes effect only when the other side agrees; until then nothing changes, and who asked cannot answer.
    NEEDS_COUNTERPART = "assoc.unbind.needs-counterpart", call, documented "manuals of the three sites, disassociation";
    zh "申请须经对方同意后才生效,此前关联不变,申请方不能自行处理";
    broken "the {side} of the association of {customer} asked itself", "客户 {customer} 的申请由 {side} 方自己提出";
    comply "have the other side answer", "请由对方处理";
}

fn needs_counterpart(customer: &Customer, side: Side, open: Option<&AssociationRequest>) -> Check {
    NEEDS_COUNTERPART.require(open.is_some(), || facts! { side: side.name(), customer: customer.id().as_str() })
}

rule! {
    /// At most one request about a customer and its partner is open.
    ONE_OPEN = "assoc.unbind.one-open", call, assumed "a second request of a quota of one implies it";
    zh "同一客户与伙伴之间最多有一个未完结的申请";
    broken "a request of the {side} of {at} is {state}", "{side} 方于 {at} 提出的申请状态为 {state}";
    comply "wait for its answer", "请等待该申请处理完毕";
}

fn one_open(call: &Call) -> Check {
    match call.asked().find(|request| request.state.is_open()) {
        Some(open) => ONE_OPEN.broken(facts! { side: open.asked.initiator.name(), at: open.at, state: open.state.name() }),
        None => Ok(()),
    }
}
