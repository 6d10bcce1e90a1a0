//! Partners by kind, and what distributors let their resellers do.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Directory;
use crate::id::{ContractingPartyId, CustomerId, PartnerId};
use crate::site::Site;
use crate::table::Entity;

/// What a partner is. One kind each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PartnerKind {
    /// 解决方案提供商: sells to its own customers.
    SolutionProvider,
    /// 华为云总经销商 (tier 1): has customers of its own and cloud resellers.
    GeneralDistributor,
    /// 云经销商 (tier 2): belongs to exactly one general distributor; the API calls it the indirect partner.
    CloudReseller,
    /// 政务云伙伴: the only issuer of pick-up vouchers.
    GovernmentCloud,
    /// 政府补贴类伙伴: issues cash coupons to whitelisted customers.
    GovernmentSubsidy,
}

crate::named::named!(
    PartnerKind: SolutionProvider = "solution-provider", GeneralDistributor = "general-distributor", CloudReseller = "cloud-reseller",
    GovernmentCloud = "government-cloud", GovernmentSubsidy = "government-subsidy"
);

/// What the vendor lets a partner do at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PartnerState {
    /// Everything.
    #[default]
    Normal,
    /// 伙伴受限: it wins no customers, and its resale customers cannot spend.
    Restricted,
    /// 伙伴冻结: moreover the resources of its resale customers are frozen.
    Frozen,
}

crate::named::named!(PartnerState: Normal = "normal", Restricted = "restricted", Frozen = "frozen");

impl PartnerState {
    fn is_normal(&self) -> bool {
        *self == Self::Normal
    }
}

/// A partner account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// What it is.
    pub kind: PartnerKind,
    /// Its name; empty when nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The name of its account; empty when nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account_name: String,
    /// The site it is on; the center's own, when not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Site>,
    /// A cloud reseller's general distributor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distributor: Option<PartnerId>,
    /// Its own customer account, to which it may not issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<CustomerId>,
    /// The vendor legal entity it signs with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contracting_party: Option<ContractingPartyId>,
    /// Whether the vendor has sanctioned it.
    #[serde(default, skip_serializing_if = "PartnerState::is_normal")]
    pub state: PartnerState,
    /// Whether it has left the programme.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exited: bool,
    /// Whether it is a test account.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_test: bool,
    /// Whether it pays in advance; only on the international site.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_prepaid: bool,
    /// Whether it may not have customers of its own, as some distributors.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub holds_no_customers: bool,
    /// Whether it is leaving the programme.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leaving: bool,
    /// Whether it uses coupons itself (伙伴用券模式) and can no longer issue any.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub uses_coupons: bool,
    /// Whether its console operations ask for a verification code.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks_verification_code: bool,
}

impl Partner {
    /// A partner of this kind, and nothing else said of it.
    pub fn new(id: PartnerId, kind: PartnerKind) -> Self {
        Self {
            id,
            kind,
            name: String::new(),
            account_name: String::new(),
            site: None,
            distributor: None,
            account: None,
            contracting_party: None,
            state: PartnerState::Normal,
            exited: false,
            is_test: false,
            is_prepaid: false,
            holds_no_customers: false,
            leaving: false,
            uses_coupons: false,
            asks_verification_code: false,
        }
    }
}

impl Entity for Partner {
    type Id = PartnerId;
    fn id(&self) -> &PartnerId {
        &self.id
    }
}

/// What a distributor may let a reseller of its do for the reseller's customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ResellerGrant {
    /// Order, and operate and maintain resources, on behalf of them.
    OrderAndOperate,
    /// Freeze and unfreeze them, and set their budgets.
    FreezeAndBudget,
}

crate::named::named!(ResellerGrant: OrderAndOperate = "order-and-operate", FreezeAndBudget = "freeze-and-budget");

/// What a distributor lets a reseller do from now on; what is not named is not granted any more.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResellerGrants {
    /// The reseller.
    pub reseller: PartnerId,
    /// All that is granted.
    pub grants: BTreeSet<ResellerGrant>,
}

impl Entity for ResellerGrants {
    type Id = PartnerId;
    fn id(&self) -> &PartnerId {
        &self.reseller
    }
}

impl Directory {
    /// Whether a reseller's distributor has granted this.
    pub fn has_granted(&self, reseller: &PartnerId, grant: ResellerGrant) -> bool {
        self.grants.get(reseller).is_some_and(|granted| granted.grants.contains(&grant))
    }

    /// All that a reseller's distributor has granted.
    pub fn grants_of(&self, reseller: &PartnerId) -> impl Iterator<Item = ResellerGrant> {
        self.grants.get(reseller).into_iter().flat_map(|granted| granted.grants.iter().copied())
    }

    /// The resellers of a distributor, in the order in which they were recorded.
    pub fn resellers_of(&self, distributor: &PartnerId) -> impl Iterator<Item = &Partner> {
        self.partners.iter().filter(move |partner| partner.distributor.as_ref() == Some(distributor))
    }
}
