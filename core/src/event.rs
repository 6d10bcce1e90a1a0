//! Everything that can have happened.

use serde::{Deserialize, Serialize};

use crate::account::{AccountCharged, AccountRefunded, AccountTerms, DebtWrittenOff, MoneyMoved, SetCredit};
use crate::adjustment::{AdjustmentMade, AdjustmentOperation, AdjustmentPair};
use crate::assoc::{
    AssociationBegun, AssociationFailed, ChangeAnswered, ChangeRequested, InvitationAccepted, InvitationFailed, InvitationSent,
};
use crate::authz::{AuthorizationChanged, AuthorizationRequested};
use crate::contract::OfflineContract;
use crate::coupon::{
    CouponIssueFailed, CouponIssued, CouponIssuerChanged, CouponReclaimed, CouponRef, CouponRestored, CouponUsed, HoldCoupon,
};
use crate::decision::{Actor, Breach, Row};
use crate::directory::{
    Associate, Catalog, ChangeContractingParty, ContactsSet, CustomerRef, ImportWhitelist, Member, OwnerAssigned, Partner,
    PartnerRef, Profile, ResellerGrants, Role, SwitchMode, Transfer, WhitelistRows,
};
use crate::freeze::{CustomerFrozen, CustomerUnfrozen};
use crate::id::{ID_LENGTH_MAX, RequestId};
use crate::order::OrderPlaced;
use crate::quota::{AdjustQuota, QuotaGranted, QuotaReclaimed, QuotaRef, SetQuota, SetQuotaStatus, WriteOffQuota};
use crate::reading::choice;
use crate::register::CodeSent;
use crate::time::Timestamp;
use crate::warning::{RefreshWarnings, WarningProcessed};

/// The version of the event format. Events of earlier versions stay readable.
pub const VERSION: u32 = 1;

/// Something that happened, and at whose request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The version of the format.
    #[serde(deserialize_with = "known_version")]
    pub version: u32,
    /// The request it follows from.
    pub request: RequestId,
    /// Its place among the events of that request, from 0.
    pub index: u32,
    /// When.
    pub at: Timestamp,
    /// Who asked.
    pub actor: Actor,
    /// A fingerprint of the request's actor and command, by which a repeat is told from another request of the same id.
    #[serde(with = "hex")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub fingerprint: u64,
    /// What the caller was told besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Breach>,
    /// All rows of the request, kept with its last event when the events do not tell them all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
    /// What happened.
    pub change: Change,
}

impl Event {
    /// Names the event: its request and its place in it.
    pub fn id(&self) -> String {
        id(&self.request, self.index)
    }

    /// The row of the decision that the event stands for, if it is one's.
    pub(crate) fn row(&self) -> Option<Row> {
        Some(match &self.change {
            Change::CouponIssued(it) => Row::new(it.named.as_ref().unwrap_or(&it.customer), &it.coupon, it.face_value),
            Change::CouponIssueFailed(it) => {
                Row { subject: it.customer.clone(), id: None, amount: None, breaches: it.breaches.clone() }
            }
            Change::CouponReclaimed(it) if it.cause.is_asked_for() => Row::new(&it.coupon, &it.coupon, it.amount),
            Change::CouponUsed(it) => Row::new(&it.coupon, &it.coupon, it.amount),
            Change::CouponRestored(it) => Row::new(&it.coupon, &it.coupon, it.amount),
            Change::QuotaGranted(it) => Row::new(&it.reseller, &it.quota, it.amount),
            Change::QuotaReclaimed(it) => Row::new(&it.quota, &it.quota, it.amount),
            Change::InvitationSent(it) => Row { id: Some((&it.invitation).into()), ..Row::done(&it.partner) },
            Change::InvitationAccepted(it) => Row::done(&it.customer),
            Change::InvitationFailed(it) => Row::refused(it.customer.to_string(), it.breaches.clone()),
            Change::CustomerFrozen(it) if !it.automatic => Row::done(&it.customer),
            Change::CustomerUnfrozen(it) if !it.automatic => Row::done(&it.customer),
            Change::AdjustmentMade(it) if it.operation_type != AdjustmentOperation::UnbindReclaim => {
                Row::new(it.subject()?, &it.trans_id, it.amount)
            }
            _ => return None,
        })
    }
}

/// The id of an event, and of what it makes.
pub(crate) fn id(request: &RequestId, index: u32) -> String {
    let mut id = String::new();
    write_id(&mut id, request, usize::try_from(index).unwrap_or(usize::MAX));
    id
}

/// Writes the id of an event where another may have stood.
pub(crate) fn write_id(id: &mut String, request: &RequestId, index: usize) {
    let mut number = itoa::Buffer::new();
    let number = number.format(index.saturating_add(1));
    id.clear();
    // Room for the longest request id, `-` and the number, so that the text never has to grow.
    id.reserve(ID_LENGTH_MAX);
    id.push_str(request.as_str());
    id.push('-');
    id.push_str(number);
}

choice! {
    /// What happened.
    pub enum Change {
        /// A partner was recorded, or its record changed.
        "partner.set" => PartnerSet(Partner),
        /// An operator account was recorded, or its permission items changed.
        "member.set" => MemberSet(Member),
        /// A customer was recorded, or its record changed.
        "customer.set" => CustomerSet(Profile),
        /// A role of a partner was made, or may do other things now.
        "role.set" => RoleSet(Role),
        /// A partner said whom its customers can turn to.
        "contacts.set" => ContactsSet(ContactsSet),
        /// A distributor let a reseller do some things, and others no more.
        "reseller.granted" => ResellerGranted(ResellerGrants),
        /// A customer has an account manager.
        "owner.assigned" => OwnerAssigned(OwnerAssigned),
        /// A customer has no account manager any more.
        "owner.reclaimed" => OwnerReclaimed(CustomerRef),
        /// A customer was frozen.
        "customer.frozen" => CustomerFrozen(CustomerFrozen),
        /// A customer is no longer frozen.
        "customer.unfrozen" => CustomerUnfrozen(CustomerUnfrozen),
        /// The resources of a customer were released, because it was not unfrozen in time.
        "customer.resources-released" => ResourcesReleased(CustomerRef),
        /// A verification code was sent.
        "code.sent" => CodeSent(CodeSent),
        /// The association of a new account is under way.
        "association.begun" => AssociationBegun(AssociationBegun),
        /// It failed.
        "association.failed" => AssociationFailed(AssociationFailed),
        /// A partner invited somebody.
        "invitation.sent" => InvitationSent(InvitationSent),
        /// An invitation was accepted.
        "invitation.accepted" => InvitationAccepted(InvitationAccepted),
        /// Who accepted an invitation may not become the partner's.
        "invitation.failed" => InvitationFailed(InvitationFailed),
        /// Somebody asked that an association ends or is switched.
        "association.requested" => ChangeRequested(ChangeRequested),
        /// The vendor's review let such a request go on.
        "association.reviewed" => ChangeReviewed(CustomerRef),
        /// Such a request was answered.
        "association.answered" => ChangeAnswered(ChangeAnswered),
        /// A partner asked a customer for its authorization.
        "authorization.requested" => AuthorizationRequested(AuthorizationRequested),
        /// An authorization was approved, rejected, revoked, or ended.
        "authorization.changed" => AuthorizationChanged(AuthorizationChanged),
        /// A partner acted inside a customer's account.
        "order.placed" => OrderPlaced(OrderPlaced),
        /// The warnings of a day came.
        "warning.refreshed" => WarningsRefreshed(RefreshWarnings),
        /// A warning was processed.
        "warning.processed" => WarningProcessed(WarningProcessed),
        /// An offline contract was recorded, or its record changed.
        "contract.set" => ContractSet(OfflineContract),
        /// A customer became a partner's.
        "customer.associated" => CustomerAssociated(Associate),
        /// A customer is no longer a partner's.
        "customer.disassociated" => CustomerDisassociated(CustomerRef),
        /// A customer and its partner work together another way.
        "customer.mode-switched" => CustomerModeSwitched(SwitchMode),
        /// A customer moved to another partner of the same distributor.
        "customer.transferred" => CustomerTransferred(Transfer),
        /// A customer signs with another legal entity of the vendor.
        "customer.contracting-party-changed" => CustomerContractingPartyChanged(ChangeContractingParty),
        /// An enterprise sub-account left its enterprise.
        "customer.left-enterprise" => CustomerLeftEnterprise(CustomerRef),
        /// A cash-coupon whitelist was imported.
        "whitelist.imported" => WhitelistImported(ImportWhitelist),
        /// The cash-coupon whitelist was deactivated.
        "whitelist.deactivated" => WhitelistDeactivated(PartnerRef),
        /// Customers were put on a pick-up-voucher whitelist.
        "pickup-whitelist.added" => PickupWhitelistAdded(WhitelistRows),
        /// Customers were taken off a pick-up-voucher whitelist.
        "pickup-whitelist.removed" => PickupWhitelistRemoved(WhitelistRows),
        /// The list of cloud service types and products was imported.
        "catalog.imported" => CatalogImported(Catalog),
        /// The vendor set a quota.
        "quota.set" => QuotaSet(Box<SetQuota>),
        /// The vendor added to a quota or took from it.
        "quota.adjusted" => QuotaAdjusted(AdjustQuota),
        /// The vendor wrote off value of a quota.
        "quota.written-off" => QuotaWrittenOff(WriteOffQuota),
        /// The vendor changed the state of a quota.
        "quota.status-set" => QuotaStatusSet(SetQuotaStatus),
        /// A grant from a quota is being processed.
        "quota.grant-begun" => GrantBegun(QuotaRef),
        /// No grant from a quota is being processed any more.
        "quota.grant-ended" => GrantEnded(QuotaRef),
        /// A distributor granted a child quota.
        "quota.granted" => QuotaGranted(QuotaGranted),
        /// A distributor took a child quota back.
        "quota.reclaimed" => QuotaReclaimed(QuotaReclaimed),
        /// A coupon was issued.
        "coupon.issued" => CouponIssued(CouponIssued),
        /// A customer of an issue got no coupon.
        "coupon.issue-failed" => CouponIssueFailed(CouponIssueFailed),
        /// Value of a coupon went back.
        "coupon.reclaimed" => CouponReclaimed(CouponReclaimed),
        /// A coupon has another issuer.
        "coupon.issuer-changed" => CouponIssuerChanged(CouponIssuerChanged),
        /// An order used a coupon.
        "coupon.used" => CouponUsed(CouponUsed),
        /// A refund put value back on a coupon.
        "coupon.restored" => CouponRestored(CouponRestored),
        /// The vendor froze a coupon.
        "coupon.frozen" => CouponFrozen(CouponRef),
        /// The vendor unfroze a coupon.
        "coupon.unfrozen" => CouponUnfrozen(CouponRef),
        /// An unpaid order holds a coupon.
        "coupon.locked" => CouponLocked(HoldCoupon),
        /// The order that held a coupon let it go.
        "coupon.released" => CouponReleased(HoldCoupon),
        /// Money moved from one place to another.
        "money.moved" => MoneyMoved(MoneyMoved),
        /// The vendor set what a partner may do with its money.
        "account.terms-set" => AccountTermsSet(AccountTerms),
        /// The limit of a partner's credit is another now.
        "account.credit-set" => CreditSet(SetCredit),
        /// Somebody was charged.
        "account.charged" => AccountCharged(AccountCharged),
        /// A charge came back, all of it or a part.
        "account.refunded" => AccountRefunded(AccountRefunded),
        /// What a customer owed was written off.
        "account.debt-written-off" => DebtWrittenOff(DebtWrittenOff),
        /// An adjustment was made.
        "adjustment.made" => AdjustmentMade(AdjustmentMade),
        /// An adjustment is under way.
        "adjustment.begun" => AdjustmentBegun(AdjustmentPair),
        /// It is not any more.
        "adjustment.ended" => AdjustmentEnded(AdjustmentPair),
    }
}

fn known_version<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let version = u32::deserialize(deserializer)?;
    if (1..=VERSION).contains(&version) {
        return Ok(version);
    }
    let expected = format!("an event format version from 1 to {VERSION}");
    Err(serde::de::Error::custom(crate::Malformed::new(expected, version).carried()))
}

/// A fingerprint as 16 hexadecimal digits: JavaScript has no integers of 64 bits.
pub(crate) mod hex {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(fingerprint: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{fingerprint:016x}"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        u64::from_str_radix(&text, 16)
            .ok()
            .filter(|_| digits)
            .ok_or_else(|| serde::de::Error::custom(crate::Malformed::new("16 hexadecimal digits", text).carried()))
    }
}
