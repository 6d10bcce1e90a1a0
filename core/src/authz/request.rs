//! A partner asks a customer for its authorization, on the page of customers; a distributor also asks those of its resellers.

use serde::{Deserialize, Serialize};

use super::{AuthorizationState, reseller_of};
use crate::center::Books;
use crate::coupon::access::indirect_partner_owned;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts, id_taken};
use crate::directory::{AssociationMode, CUSTOMER_MANAGEMENT, Caller, Customer, Partner, PartnerKind, ResellerGrant};
use crate::event::Change;
use crate::id::{AuthorizationId, CustomerId, Given, MemberId, PartnerId};
use crate::org::permission::any_of;
use crate::org::scope::manager_own;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] =
    &[&RESELLER_NEEDS_DISTRIBUTOR, &NOT_ASSOCIATED, &COMMITMENT_LETTER, &RESELLER_NO_LETTER, &NOT_RESALE, &DUPLICATE];

/// Asks a customer to authorize the partner whose customer it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestAuthorization {
    /// The customer.
    pub customer: CustomerId,
    /// Whether the commitment letter was ticked (华为云伙伴代客操作承诺书).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub commitment_letter_accepted: bool,
    /// The reseller whose customer it is, when a distributor asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
}

/// A customer was asked for its authorization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AuthorizationRequested {
    /// The authorization.
    pub authorization: AuthorizationId,
    /// The partner whose customer it is, and who may act once the customer agrees.
    pub partner: PartnerId,
    /// The customer.
    pub customer: CustomerId,
    /// The distributor who asked, when the partner is a reseller of its.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distributor: Option<PartnerId>,
    /// The operator account that asked, unless a main account did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested_by: Option<MemberId>,
    /// Whether the commitment letter was ticked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub commitment_letter_accepted: bool,
}

pub(crate) fn decide(books: Books, request: &Request, asked: &RequestAuthorization) -> Decided {
    let caller = books.caller(request)?;
    let customer = books.customer(&asked.customer)?;
    let reseller = reseller_of(caller, asked.indirect_partner_id.as_ref());
    let party = caller.party(reseller);
    let open = books.authorizations.open(customer.id());

    let mut review = Review::new(books.policy);
    review.ask([
        any_of(caller, &[CUSTOMER_MANAGEMENT]),
        indirect_partner_owned(caller, reseller),
        reseller_needs_distributor(caller),
    ]);
    // A foreign reseller leaves no party, and nobody whose customer it could be.
    if party.is_some() || caller.partner.is_none() {
        review.ask([not_associated(caller, party, customer)]);
    }
    let own = party.filter(|party| customer.is_of(&party.id));
    if own.is_some() {
        review.ask([manager_own(caller, customer)]);
    }
    review.ask([commitment_letter(books, caller, asked)]);
    if own.is_some() {
        let state = open.map(|open| open.state_at(books.policy, request.at));
        review.ask([not_resale(customer), duplicate(customer, state)]);
    }
    let (Some(own), Some(asker), false) = (own, caller.partner, review.is_refused()) else { return Ok(review.refuse()) };

    let mut accepted = Accepted::new(request);
    // One that has lapsed, or may be asked for again, makes room for the new one.
    books.end_authorization(&mut accepted, customer.id());
    let authorization = AuthorizationId::made(accepted.new_id());
    if books.authorizations.authorization(&authorization).is_some() {
        return Err(id_taken(request, authorization));
    }
    accepted.event(Change::AuthorizationRequested(AuthorizationRequested {
        authorization,
        partner: own.id.clone(),
        customer: customer.id().clone(),
        distributor: (asker.id != own.id).then(|| asker.id.clone()),
        requested_by: caller.member().map(|member| member.member().clone()),
        commitment_letter_accepted: asked.commitment_letter_accepted,
    }));
    Ok(accepted.decision())
}

rule! {
    /// A cloud reseller can ask for authorizations only once its distributor has let it order and operate for its customers.
    RESELLER_NEEDS_DISTRIBUTOR = "authz.request.reseller-needs-distributor", call, documented "European manual, resellers on behalf of customers";
    zh "云经销商须先获得总经销商授予的代客下单与运维权限,才能向客户申请授权";
    broken "{distributor} has not let {reseller} order and operate for its customers", "{distributor} 未授予 {reseller} 代客下单与运维权限";
    comply "ask your distributor for the permission first", "请先请总经销商授予该权限";
}

fn reseller_needs_distributor(caller: Caller) -> Check {
    let Some(reseller) = caller.partner.filter(|_| caller.is(&[PartnerKind::CloudReseller])) else { return Ok(()) };
    let granted = caller.directory.has_granted(&reseller.id, ResellerGrant::OrderAndOperate);
    RESELLER_NEEDS_DISTRIBUTOR.require(granted, || {
        let distributor = reseller.distributor.as_ref().map_or("-", PartnerId::as_str);
        facts! { distributor: distributor, reseller: reseller.id.as_str() }
    })
}

rule! {
    /// Only a customer who is associated with the partner now can be asked; a distributor may also ask those of the reseller it names.
    NOT_ASSOCIATED = "authz.request.not-associated", call, derived "manual, customer authorization: it is asked from the list of the partner's customers";
    zh "只能向当前已关联的客户申请授权;总经销商指定云经销商时,可向该云经销商的客户申请";
    broken "the customer {customer} is not one of {partner}", "客户 {customer} 不是 {partner} 的客户";
    comply "associate the customer first, or name the reseller whose it is", "请先关联该客户,或指定其所属的云经销商";
}

fn not_associated(caller: Caller, party: Option<&Partner>, customer: &Customer) -> Check {
    NOT_ASSOCIATED.require(party.is_some_and(|party| customer.is_of(&party.id)), || {
        facts! { customer: customer.id().as_str(), partner: party.map_or(caller.what(), |party| party.id.as_str()) }
    })
}

rule! {
    /// A partner who asks for an authorization for the first time must tick the commitment letter; later it need not.
    ///
    /// The first time of a partner counts, not that of each operator.
    COMMITMENT_LETTER = "authz.request.commitment-letter", call, documented "manual, requesting customer authorization; that it is counted per partner is assumed";
    zh "伙伴首次申请客户授权时必须勾选代客操作承诺书,之后无需再次勾选";
    broken "{partner} asks for the first time, and the commitment letter is not ticked", "{partner} 首次申请客户授权,未勾选承诺书";
    comply "read the commitment letter and tick it", "请阅读并勾选承诺书";
}

fn commitment_letter(books: Books, caller: Caller, asked: &RequestAuthorization) -> Check {
    let Some(partner) = caller.partner.filter(|partner| partner.kind != PartnerKind::CloudReseller) else { return Ok(()) };
    COMMITMENT_LETTER.require(asked.commitment_letter_accepted || books.authorizations.has_asked(&partner.id), || {
        facts! { partner: partner.id.as_str() }
    })
}

rule! {
    /// A cloud reseller ticks no commitment letter, not even the first time.
    RESELLER_NO_LETTER = "authz.request.reseller-no-letter", effect, derived "European manual, resellers on behalf of customers: its steps have no letter";
    zh "云经销商申请客户授权无需勾选承诺书,首次申请也不例外";
}

rule! {
    /// Only a resale customer (代售) can be asked; a referral customer acts itself.
    NOT_RESALE = "authz.request.not-resale", call, derived "manual, customer authorization; the project's founding requirements";
    zh "只能向代售客户申请授权;顾问销售客户由客户自行操作";
    broken "the customer {customer} is in mode {mode}", "客户 {customer} 的关联类型为 {mode}";
    comply "have the customer act itself, or switch the association to resale first", "请由客户自行操作,或先切换为代售";
}

fn not_resale(customer: &Customer) -> Check {
    let mode = customer.mode();
    NOT_RESALE.require(mode == Some(AssociationMode::AgencyResale), || {
        facts! { customer: customer.id().as_str(), mode: mode.map_or("none", AssociationMode::name) }
    })
}

rule! {
    /// A customer is not asked again while a request of its partner waits for an answer or is granted.
    ///
    /// Where this is switched off, a new request takes the place of the open one, which ends.
    DUPLICATE = "authz.request.duplicate", call, assumed "there is nothing to ask";
    zh "授权申请待处理或已授权期间,不能重复申请";
    broken "the authorization by {customer} is {state}", "客户 {customer} 的授权状态为 {state}";
    comply "wait for the customer's answer, or act by the authorization there is", "请等待客户处理,或直接使用现有授权";
}

fn duplicate(customer: &Customer, open: Option<AuthorizationState>) -> Check {
    match open.filter(|state| state.is_open()) {
        Some(state) => DUPLICATE.broken(facts! { customer: customer.id().as_str(), state: state.name() }),
        None => Ok(()),
    }
}
