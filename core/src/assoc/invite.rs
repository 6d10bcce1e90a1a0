//! A partner invites somebody to become its customer, by link, e-mail or QR code; the customer accepts.

use serde::{Deserialize, Serialize};

use super::create::partner_may;
use super::{block, resale, single_partner};
use crate::center::Books;
use crate::decision::{Accepted, Actor, Breach, Check, Decided, Request, Review, Row, facts};
use crate::directory::{Associate, AssociationMode, CUSTOMER_DEVELOPMENT, Caller, Customer, OwnerAssigned, Partner, PresetRole};
use crate::error::{Error, Unknown};
use crate::event::Change;
use crate::id::{CustomerId, Given, InvitationId, MemberId, PartnerId};
use crate::org::permission::any_of;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::table::Entity;
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] =
    &[&PARTNER_ONLY, &RESALE_ONLY, &VALIDITY, &CUSTOMER_ONLY, &LINK_UNUSABLE, &LINK_EXPIRED, &OWNER_FROM_INVITER];

/// How an invitation reaches the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// A link that is passed on.
    Link,
    /// An e-mail.
    Email,
    /// A QR code.
    QrCode,
}

/// Invites somebody to become a customer of the partner who asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SendInvitation {
    /// How they will work together.
    pub mode: AssociationMode,
    /// How it reaches the customer.
    pub channel: Channel,
    /// Until when it can be accepted, this instant excluded; 15 days from now, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expire_time: Option<Timestamp>,
}

/// A customer accepts an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AcceptInvitation {
    /// The invitation that its link or code names.
    pub invitation: Given<InvitationId>,
    /// The customer.
    pub customer: CustomerId,
    /// Whether the customer ticked the association notice (客户关联华为云合作伙伴须知).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub notice_accepted: bool,
}

/// A partner invited somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitationSent {
    /// The invitation.
    pub invitation: InvitationId,
    /// The partner.
    pub partner: PartnerId,
    /// The operator account that sent it, unless the main account did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited_by: Option<MemberId>,
    /// How they will work together.
    pub mode: AssociationMode,
    /// How it reaches the customer.
    pub channel: Channel,
    /// Until when it can be accepted, this instant excluded.
    pub expire_time: Timestamp,
}

/// A customer accepted an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitationAccepted {
    /// The invitation.
    pub invitation: InvitationId,
    /// The customer.
    pub customer: CustomerId,
}

/// A customer accepted an invitation and may not become the partner's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitationFailed {
    /// The invitation.
    pub invitation: InvitationId,
    /// The customer.
    pub customer: CustomerId,
    /// Why not.
    pub breaches: Vec<Breach>,
}

/// An invitation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// What was sent.
    pub sent: InvitationSent,
    /// When.
    pub sent_at: Timestamp,
    /// What became of it.
    pub state: InvitationState,
    /// Who used it, and why not, when it failed.
    pub used_by: Option<CustomerId>,
    /// Why it failed.
    pub breaches: Vec<Breach>,
}

crate::named::named!(InvitationState: Open = "open", Accepted = "accepted", Failed = "failed");

/// What became of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum InvitationState {
    /// Nobody has used it.
    Open,
    /// A customer is the partner's by it.
    Accepted,
    /// Who used it may not become the partner's (关联失败).
    Failed,
}

impl Entity for Invitation {
    type Id = InvitationId;
    fn id(&self) -> &InvitationId {
        &self.sent.invitation
    }
}

pub(crate) fn send(books: Books, request: &Request, send: &SendInvitation) -> Decided {
    let caller = books.caller(request)?;
    let expire_time = send.expire_time.unwrap_or_else(|| latest(books, request.at));
    let mut review = Review::new(books.policy);
    review.ask([partner_only(caller), any_of(caller, &[CUSTOMER_DEVELOPMENT])]);
    let Some(partner) = caller.partner else { return Ok(review.refuse()) };
    review.ask(partner_may(books, partner, send.mode));
    review.ask([
        resale::block::prepaid_partner(books, partner, send.mode),
        resale_only(books, send.mode),
        validity(books, request.at, expire_time),
    ]);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = Accepted::new(request);
    let invitation = InvitationId::made(accepted.new_id());
    let row = Row { id: Some((&invitation).into()), ..Row::done(&partner.id) };
    accepted.event(Change::InvitationSent(InvitationSent {
        invitation,
        partner: partner.id.clone(),
        invited_by: match &request.actor {
            Actor::Member(account) => Some(account.member.clone()),
            _ => None,
        },
        mode: send.mode,
        channel: send.channel,
        expire_time,
    }));
    accepted.row(row);
    Ok(accepted.decision())
}

/// An invitation that can be used, and whose it is.
struct Open<'a> {
    invitation: &'a Invitation,
    partner: &'a Partner,
}

pub(crate) fn accept(books: Books, request: &Request, accept: &AcceptInvitation) -> Decided {
    let (customer, now) = (books.customer(&accept.customer)?, request.at);
    let found = accept.invitation.value().and_then(|id| books.associations.invitation(id));
    let mut review = Review::new(books.policy);
    review.ask([customer_only(request, customer), link_unusable(accept, found)]);
    let Some(invitation) = found.filter(|found| found.state == InvitationState::Open) else {
        return Ok(review.refuse());
    };
    let (sent, partner) = (&invitation.sent, &invitation.sent.partner);
    let partner = books.directory.partner(partner).ok_or_else(|| Unknown::new("partner", partner))?;
    review.ask([
        link_expired(sent, now),
        resale::notice_consent(customer, sent.mode, accept.notice_accepted),
        single_partner(customer),
    ]);
    review.ask(partner_may(books, partner, sent.mode));
    review.ask([resale::block::prepaid_partner(books, partner, sent.mode)]);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    join(books, request, customer, &Open { invitation, partner })
}

/// The customer joins, unless it is one who cannot: then the invitation has failed, and is used up.
fn join(books: Books, request: &Request, customer: &Customer, open: &Open) -> Result<crate::Decision, Error> {
    let sent = &open.invitation.sent;
    let mut row = Review::new(books.policy);
    row.ask(block::checks(books, customer, open.partner, request.at));
    if sent.mode == AssociationMode::AgencyResale {
        row.ask(resale::block::checks(books, customer, request.at));
    }
    let mut accepted = Accepted::new(request);
    let (invitation, id) = (sent.invitation.clone(), customer.id().clone());
    if row.is_refused() {
        let breaches = row.breaches.clone();
        accepted.event(Change::InvitationFailed(InvitationFailed { invitation, customer: id, breaches }));
        accepted.row(Row::refused(customer.id().to_string(), row.breaches));
        return Ok(accepted.decision());
    }
    accepted.event(Change::InvitationAccepted(InvitationAccepted { invitation, customer: id.clone() }));
    accepted.row(Row::done(&id));
    books.join(&mut accepted, &Associate::new(id.clone(), sent.partner.clone(), sent.mode))?;
    if let Some(manager) = inviting_manager(books, sent) {
        let (partner, manager) = (sent.partner.clone(), manager.clone());
        accepted.event(Change::OwnerAssigned(OwnerAssigned { customer: id, partner, manager }));
    }
    Ok(accepted.decision())
}

/// The account manager who sent an invitation.
fn inviting_manager<'a>(books: Books<'a>, sent: &'a InvitationSent) -> Option<&'a MemberId> {
    let inviter = books.directory.member(&sent.partner, sent.invited_by.as_ref()?)?;
    inviter.is(PresetRole::AccountManager).then_some(inviter.member())
}

/// The last instant until which an invitation that is sent now can be accepted.
fn latest(books: Books, now: Timestamp) -> Timestamp {
    now.seconds_later(books.policy.limits.invitation_days_max.saturating_mul(24 * 60 * 60))
}

rule! {
    /// Customers are invited by partners.
    PARTNER_ONLY = "assoc.invite.partner-only", call, "CBC.0151" 403, derived "manual, customer development: a page of the partner center";
    zh "只有合作伙伴可以邀请客户";
    broken "{actor} invited somebody", "{actor} 发出了邀请";
    comply "have a partner invite the customer", "请由合作伙伴发出邀请";
}

fn partner_only(caller: Caller) -> Check {
    PARTNER_ONLY.require(caller.partner.is_some(), || facts! { actor: caller.what() })
}

rule! {
    /// On the international and European sites customers are invited to join by resale only.
    RESALE_ONLY = "assoc.invite.resale-only", call, derived "international manual, invitations name no other type";
    zh "国际站和欧洲站只能邀请客户以代售方式关联";
    broken "the invitation is to {mode}, and the site is {site}", "邀请的关联类型为 {mode},站点为 {site}";
    comply "invite by resale", "请选择代售";
}

fn resale_only(books: Books, mode: AssociationMode) -> Check {
    RESALE_ONLY.require(books.policy.site == Site::Cn || mode == AssociationMode::AgencyResale, || {
        facts! { mode: mode.name(), site: books.policy.site.name() }
    })
}

rule! {
    /// An invitation can be accepted for at most 15 days, and is not over when it is sent.
    VALIDITY = "assoc.invite.validity", call, assumed "the manual gives no length; 15 days are those of a pre-registration";
    zh "邀请的有效期最长 15 天,且发出时不得已失效";
    broken "the invitation would end at {expire_time}; at the latest it ends at {latest}", "邀请将于 {expire_time} 失效,最晚为 {latest}";
    comply "let it end later than now, and within the days allowed", "请设置在允许范围内的失效时间";
}

fn validity(books: Books, now: Timestamp, expire_time: Timestamp) -> Check {
    let latest = latest(books, now);
    VALIDITY.require(now < expire_time && expire_time <= latest, || facts! { expire_time: expire_time, latest: latest })
}

rule! {
    /// An invitation is accepted by the customer itself.
    CUSTOMER_ONLY = "assoc.invite.customer-only", call, derived "international manual, invited customers: the customer opens the link";
    zh "邀请只能由客户本人接受";
    broken "{actor} accepted for the customer {customer}", "{actor} 代客户 {customer} 接受了邀请";
    comply "have the customer open the link under its own account", "请客户使用自己的账号打开链接";
}

fn customer_only(request: &Request, customer: &Customer) -> Check {
    let itself = matches!(&request.actor, Actor::Customer(account) if account.customer == *customer.id());
    CUSTOMER_ONLY.require(itself, || facts! { actor: request.actor.type_name(), customer: customer.id().as_str() })
}

rule! {
    /// The link or code must be one that was sent and that nobody has used.
    LINK_UNUSABLE = "assoc.invite.link-unusable", call, documented "international manual, invited customers";
    zh "邀请链接或二维码必须真实存在且未被使用";
    broken "the invitation {invitation} is {state}", "邀请 {invitation} 的状态为 {state}";
    comply "ask the partner for a new invitation", "请伙伴重新发出邀请";
}

fn link_unusable(accept: &AcceptInvitation, found: Option<&Invitation>) -> Check {
    let state = found.map(|found| found.state);
    LINK_UNUSABLE.require(state == Some(InvitationState::Open), || {
        facts! { invitation: accept.invitation.text(), state: state.map_or("unknown", InvitationState::name) }
    })
}

rule! {
    /// An invitation must be accepted before it is over.
    LINK_EXPIRED = "assoc.invite.link-expired", call, documented "manual, inviting customers; the length is assumed";
    zh "邀请必须在有效期内接受";
    broken "the invitation {invitation} was over at {expire_time}", "邀请 {invitation} 已于 {expire_time} 失效";
    comply "ask the partner for a new invitation", "请伙伴重新发出邀请";
}

fn link_expired(sent: &InvitationSent, now: Timestamp) -> Check {
    LINK_EXPIRED.require(now < sent.expire_time, || {
        facts! { invitation: sent.invitation.as_str(), expire_time: sent.expire_time }
    })
}

rule! {
    /// A customer that an account manager invited is assigned to that manager.
    OWNER_FROM_INVITER = "assoc.invite.owner-from-inviter", effect, documented "international manual, assigning customers";
    zh "通过客户经理的邀请关联的客户归属该客户经理";
}
