//! What a quota is limited to, and what a coupon cut from it inherits. A limit that is absent restricts nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::directory::AssociationMode;
use crate::id::{CustomerId, ProductId, ServiceType};
use crate::money::{Money, Ratio};

/// The kind of an order (订购类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SubscribeType {
    /// A new subscription.
    New,
    /// A renewal.
    Renew,
    /// A change.
    Change,
}

crate::named::named!(SubscribeType: New = "new", Renew = "renew", Change = "change");

/// What a quota is limited to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct QuotaLimits {
    /// The smallest face value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub face_value_min: Option<Money>,
    /// The largest face value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub face_value_max: Option<Money>,
    /// Coupons that may ever be cut from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count_max: Option<u64>,
    /// Coupons that one customer may ever get from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count_max_per_customer: Option<u64>,
    /// The face values that may ever be cut from it, together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_face_value_max: Option<Money>,
    /// Whether only customers may get its coupons who were never associated before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub first_associated_only: bool,
    /// The only customers who may get its coupons (指定客户).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub designated_customers: Option<BTreeSet<CustomerId>>,
    /// Association modes whose customers may not get its coupons in the console.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub forbidden_modes: BTreeSet<AssociationMode>,
    /// The most a customer may have spent before its association.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accumulative_consumption_max: Option<Money>,
    /// Whether the invoice for what its cash coupons pay goes to the coupon user.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub invoice_to_coupon_user: bool,
    /// Whether what its cash coupons pay counts to the partner's performance.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub counts_as_performance: bool,
    /// What the coupons cut from it inherit.
    pub terms: Arc<Terms>,
    /// Limits of the vendor that this library does not know. They are kept and shown, not asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<OtherLimit>,
}

/// A limit this library does not know.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OtherLimit {
    /// The vendor's name for it.
    pub limit_key: String,
    /// Its values.
    pub limit_values: Vec<String>,
}

/// Where and how a coupon may be used. What is absent restricts nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Terms {
    /// The cloud service types it pays for; empty: all.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub cloud_service_types: BTreeSet<ServiceType>,
    /// The products it pays for; empty: all.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub product_ids: BTreeSet<ProductId>,
    /// The kinds of order it pays for; empty: all.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub subscribe_types: BTreeSet<SubscribeType>,
    /// The largest share of an order it pays (使用限制比例).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_deduction_ratio: Option<Ratio>,
    /// The smallest order it pays for (最小可用订单额).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_consume_amount: Option<Money>,
    /// The lowest discount rate it goes together with: an order all of whose lines have a lower rate is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_consume_discount: Option<Ratio>,
    /// Not together with a promotion.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_with_promotion: bool,
    /// Not together with a discount coupon.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_with_discount_coupon: bool,
    /// Not together with a discount the partner grants.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_with_empower_discount: bool,
    /// How many times it may be used; 0: until nothing is left.
    #[serde(skip_serializing_if = "is_zero")]
    pub usage_times: u32,
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}
