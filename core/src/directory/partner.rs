//! Partners by kind, and the operator accounts that act for them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::{ContractingPartyId, CustomerId, MemberId, PartnerId};
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

/// An operator account of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Member {
    /// The partner and the account, which together are the id.
    #[serde(skip)]
    key: (PartnerId, MemberId),
    /// The partner.
    partner: PartnerId,
    /// The account.
    member: MemberId,
    /// What it may do, such as `BPC_ITEM_SUBCUSTSERV_030102`.
    pub permission_items: BTreeSet<String>,
}

impl Member {
    /// An account with these permission items.
    pub fn new(partner: PartnerId, member: MemberId, permission_items: BTreeSet<String>) -> Self {
        Self { key: (partner.clone(), member.clone()), partner, member, permission_items }
    }

    /// The partner.
    pub fn partner(&self) -> &PartnerId {
        &self.partner
    }
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Written {
            partner: PartnerId,
            member: MemberId,
            permission_items: BTreeSet<String>,
        }
        let written = Written::deserialize(deserializer)?;
        Ok(Self::new(written.partner, written.member, written.permission_items))
    }
}

impl Entity for Member {
    type Id = (PartnerId, MemberId);
    fn id(&self) -> &Self::Id {
        &self.key
    }
}
