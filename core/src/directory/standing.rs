//! What the vendor knows of a customer that decides whether it may have a partner, and keep or leave it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::PartnerId;
use crate::money::Money;
use crate::time::Timestamp;

/// What bears on a customer's associations. All of it is for the vendor to say; what nobody said stands in nobody's way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Standing {
    /// Whether it is a partner, or applies to be one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_partner: bool,
    /// Whether it is an account of the vendor's own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_internal: bool,
    /// Whether it is a user of the vendor's consumer cloud.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_consumer_cloud: bool,
    /// Whether it takes part in the vendor's reward-promotion plan (奖励推广计划).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_reward_plan: bool,
    /// Contracts in force.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub contracts: BTreeSet<ContractKind>,
    /// For whom it is pre-registered (报备).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preregistration: Option<Preregistration>,
    /// What it owes: unpaid bills (欠费).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrears: Option<Money>,
    /// Invoices it has had for more than it paid (欠票).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoice_arrears: Option<Money>,
    /// What is left on its stored-value cards (储值卡).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stored_value: Option<Money>,
    /// What is left of bonuses for topping up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bonus_balance: Option<Money>,
    /// What it has ever spent in cash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_spent: Option<Money>,
    /// Until when it has a reserved instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved_instance_until: Option<Timestamp>,
    /// Until when it has a partner support plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_support_plan_until: Option<Timestamp>,
    /// Until when it, or a member under unified accounting, has a service support plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_support_plan_until: Option<Timestamp>,
}

/// A kind of contract that bears on associations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ContractKind {
    /// An offline contract with the vendor itself (线下直签).
    OfflineDirect,
    /// A discount contract of the vendor's telesales (电销折扣).
    TelesalesDiscount,
    /// A special-price contract with the vendor itself (直签特价).
    DirectSpecialPrice,
    /// A contract for professional services (专业服务).
    ProfessionalService,
    /// A framework commercial contract (框架商务合同), reviewed by the vendor before the association changes.
    FrameworkCommercial,
    /// A special contract with its partner (特殊合同), to be settled between the two first.
    PartnerSpecial,
}

crate::named::named!(
    ContractKind: OfflineDirect = "offline-direct", TelesalesDiscount = "telesales-discount",
    DirectSpecialPrice = "direct-special-price", ProfessionalService = "professional-service",
    FrameworkCommercial = "framework-commercial", PartnerSpecial = "partner-special"
);

/// A pre-registration in force (报备).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Preregistration {
    /// The partner who has it; the vendor, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<PartnerId>,
    /// Until when, this instant excluded; without end, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

impl Preregistration {
    /// Whether it is in force.
    pub fn holds_at(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}
