//! What operations are done to, where that is less than what their commands say.

use serde::{Deserialize, Serialize};

use crate::account::Holder;
use crate::assoc::AssociationChange;
use crate::directory::AssociationMode;
use crate::freeze::FreezeType;
use crate::id::{CouponId, CustomerId, Given, InvitationId, MemberId, OrderId, PartnerId, QuotaId, RoleId, TradeId, WarningId};
use crate::money::Money;

/// An operator account of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MemberOf {
    /// The partner.
    pub partner: PartnerId,
    /// The account.
    pub member: MemberId,
}

/// A role of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleOf {
    /// The partner.
    pub partner: PartnerId,
    /// The role.
    pub role: RoleId,
}

/// An operator account of one's own partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnMember {
    /// The account.
    pub member: MemberId,
}

/// A role of one's own partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnRole {
    /// The role.
    pub role: RoleId,
}

/// A customer, and an account manager for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssignedCustomer {
    /// The customer.
    pub customer: CustomerId,
    /// The account manager.
    pub manager: MemberId,
}

/// A customer, and what of it is frozen.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FrozenCustomer {
    /// The customer.
    pub customer: CustomerId,
    /// What of it; the account, when absent. To end a freeze, what is frozen, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freeze_type: Option<FreezeType>,
    /// The reseller whose customer it is, when a distributor asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
}

/// A customer that is to be.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCustomer {
    /// The reseller whose customer it will be, when a distributor asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
}

/// An invitation that is to be.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InvitedBy {
    /// How they will work together.
    pub mode: AssociationMode,
}

/// An invitation, and who accepts it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AcceptedInvitation {
    /// The invitation.
    pub invitation: Given<InvitationId>,
    /// The customer.
    pub customer: CustomerId,
}

/// What is to become of a customer's association.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangedAssociation {
    /// The customer.
    pub customer: CustomerId,
    /// What is to become of it.
    pub change: AssociationChange,
}

/// A warning.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WarningRef {
    /// The warning.
    pub warning: WarningId,
}

/// A partner who is to hold a quota.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfHolder {
    /// The partner.
    pub holder: PartnerId,
}

/// A quota, and a reseller who is to get a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GrantedQuota {
    /// The distributor's quota.
    pub quota_id: QuotaId,
    /// The reseller.
    pub indirect_partner_id: Given<PartnerId>,
    /// What it is to get; a cent, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota_amount: Option<Money>,
}

/// A quota, and a customer who is to get a coupon of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IssuedTo {
    /// The quota.
    pub quota_id: QuotaId,
    /// The customer.
    pub customer_id: Given<CustomerId>,
    /// The value of the coupon; the smallest that the quota allows, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub face_value: Option<Money>,
    /// The reseller for whose customer a distributor issues, through the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
    /// Whether it is to be a pick-up voucher (提货券).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pick_up: bool,
}

/// A coupon, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponOfIssuer {
    /// The coupon.
    pub coupon_id: CouponId,
    /// The reseller who issued it, when a distributor reclaims for it through the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
}

/// A coupon, and an order that is to be paid with it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UsedCoupon {
    /// The coupon.
    pub coupon_id: CouponId,
    /// The order; a new one, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// What is to be paid; the smallest order that the coupon pays for, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

/// Whose account it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HolderRef {
    /// A partner, or a customer.
    pub holder: Holder,
}

/// A charge.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChargeRef {
    /// The transaction, or the order.
    pub charge: TradeId,
}

/// A customer that money goes to, or comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustedCustomer {
    /// The customer.
    pub customer_id: CustomerId,
    /// How much; a cent, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The reseller whose customer it is, when a distributor asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
}

/// A cloud reseller that money goes to, or comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustedReseller {
    /// The reseller.
    pub indirect_partner_id: Given<PartnerId>,
    /// How much; a cent, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}
