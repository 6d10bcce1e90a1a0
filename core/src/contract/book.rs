//! The book of contracts.

use serde::{Deserialize, Serialize};

use crate::event::{Change, Event};
use crate::id::{ContractCode, PartnerId};
use crate::money::Money;
use crate::personal::Personal;
use crate::table::{Entity, Table};
use crate::time::{Date, Period, Timestamp};

/// What a contract is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OfflineContractKind {
    /// 返利合同: what the partner gets back.
    Rebate,
    /// 渠道框架合同: the frame within which the partner sells.
    ChannelFramework,
    /// 专款专用合同: money for one purpose.
    EarmarkedFund,
    /// 线下直签合同: a customer signed with the vendor itself.
    DirectSign,
    /// 电销授权合同: what telesales may give.
    TelesalesAuthorization,
    /// 商务合同: commercial terms, with a legal entity of the vendor.
    Commercial,
    /// 渠道商务合同: commercial terms of the channel.
    ChannelCommercial,
}

crate::named::named!(
    OfflineContractKind: Rebate = "rebate", ChannelFramework = "channel-framework", EarmarkedFund = "earmarked-fund",
    DirectSign = "direct-sign", TelesalesAuthorization = "telesales-authorization", Commercial = "commercial",
    ChannelCommercial = "channel-commercial"
);

crate::named::named!(
    codes u16 OfflineContractKind: Rebate = 600, ChannelFramework = 601, EarmarkedFund = 602, DirectSign = 603,
    TelesalesAuthorization = 604, Commercial = 605, ChannelCommercial = 606
);

/// Where a contract stands at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ContractStatus {
    /// Its time has not come.
    NotYetEffective,
    /// It is in force.
    Effective,
    /// Its time is over.
    Expired,
    /// It was ended, whatever its time.
    Terminated,
}

crate::named::named!(
    ContractStatus: NotYetEffective = "not-yet-effective", Effective = "effective", Expired = "expired", Terminated = "terminated"
);

/// A contract, as the vendor records it.
///
/// ```
/// use partnerkit::contract::{ContractStatus, OfflineContract, OfflineContractKind};
/// use partnerkit::Period;
///
/// let period = Period { effective_time: "2026-01-01T00:00:00Z".parse()?, expire_time: "2027-01-01T00:00:00Z".parse()? };
/// let kind = OfflineContractKind::ChannelFramework;
/// let contract = OfflineContract::new("HT-2026-01".parse()?, "S".parse()?, kind, "2025-12-20".parse()?, period);
/// assert_eq!(contract.status_at(period.effective_time), ContractStatus::Effective);
/// assert_eq!(contract.status_at(period.expire_time), ContractStatus::Expired);
/// assert_eq!(kind.code(), 601);
/// # Ok::<(), partnerkit::Malformed>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfflineContract {
    /// Its code, by which it is found.
    pub contract_code: ContractCode,
    /// What it is called; empty when nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contract_name: String,
    /// The partner whose contract it is.
    pub partner_id: PartnerId,
    /// The other side, who signed it; empty when nobody said.
    #[serde(default, skip_serializing_if = "Personal::is_empty")]
    pub counterparty: Personal,
    /// What it is about.
    pub contract_kind: OfflineContractKind,
    /// The day on which it was signed.
    pub sign_date: Date,
    /// From when it is in force.
    pub effective_time: Timestamp,
    /// Until when; this instant no longer.
    pub expire_time: Timestamp,
    /// What it is worth, if it names a sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Whether it was ended before its time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub terminated: bool,
}

impl OfflineContract {
    /// A contract of this code, and nothing said of its name, its counterparty and its worth.
    pub fn new(
        contract_code: ContractCode,
        partner_id: PartnerId,
        contract_kind: OfflineContractKind,
        sign_date: Date,
        Period { effective_time, expire_time }: Period,
    ) -> Self {
        Self {
            contract_code,
            contract_name: String::new(),
            partner_id,
            counterparty: Personal::default(),
            contract_kind,
            sign_date,
            effective_time,
            expire_time,
            amount: None,
            terminated: false,
        }
    }

    /// Where it stands: the times say so, unless it was ended.
    pub fn status_at(&self, now: Timestamp) -> ContractStatus {
        if self.terminated {
            return ContractStatus::Terminated;
        }
        if now >= self.expire_time {
            return ContractStatus::Expired;
        }
        if now < self.effective_time { ContractStatus::NotYetEffective } else { ContractStatus::Effective }
    }
}

impl Entity for OfflineContract {
    type Id = ContractCode;
    fn id(&self) -> &ContractCode {
        &self.contract_code
    }
}

/// The book of contracts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContractBook {
    contracts: Table<OfflineContract>,
}

impl ContractBook {
    /// The contract of this code.
    pub fn contract(&self, code: &ContractCode) -> Option<&OfflineContract> {
        self.named(code.as_str())
    }

    /// The contract whose code a text is, if it is one's.
    pub(super) fn named(&self, code: &str) -> Option<&OfflineContract> {
        self.contracts.get(code)
    }

    /// All contracts, in the order in which they were recorded.
    pub fn contracts(&self) -> impl Iterator<Item = &OfflineContract> {
        self.contracts.iter()
    }

    pub(crate) fn evolve(&mut self, event: &Event) {
        if let Change::ContractSet(contract) = &event.change {
            self.contracts.set(contract.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OfflineContractKind;

    #[test]
    fn codes_name_the_kinds() {
        for code in 600..=606 {
            assert_eq!(OfflineContractKind::of_code(code).map(OfflineContractKind::code), Some(code));
        }
        assert_eq!([599, 607].map(OfflineContractKind::of_code), [None, None]);
    }
}
