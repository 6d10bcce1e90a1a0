//! Operation records of child quotas.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::decision::Actor;
use crate::event::{Change, Event};
use crate::id::{PartnerId, QuotaId};
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[&AMOUNT_POSITIVE];

rule! {
    /// Every quota operation record has an amount above zero; what moves nothing leaves no record.
    AMOUNT_POSITIVE = "quota.record.amount-positive", view, documented "SDK, QuotaRecord.amount";
    zh "额度操作记录的金额必须大于 0;没有金额变动的操作不产生记录";
}

/// What was done to a child quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuotaOperation {
    /// 发放额度. Code 10.
    Grant,
    /// 回收额度. Code 11.
    Reclaim,
}

crate::named::named!(QuotaOperation: Grant = "grant", Reclaim = "reclaim");
crate::named::named!(codes QuotaOperation: Grant = 10, Reclaim = 11);

/// An operation record of a child quota. All of them are successes: a refused one leaves none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuotaRecord {
    /// Its id.
    pub id: Arc<str>,
    /// Who did it.
    pub operator: Actor,
    /// What was done.
    pub operation_type: QuotaOperation,
    /// The child quota.
    pub quota_id: QuotaId,
    /// The distributor's quota.
    pub parent_quota_id: QuotaId,
    /// The distributor.
    pub partner_id: PartnerId,
    /// The reseller.
    pub indirect_partner_id: PartnerId,
    /// The value that moved.
    pub amount: Money,
    /// When.
    pub operation_time: Timestamp,
    /// The remark of a reclaim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<Arc<str>>,
}

impl QuotaRecord {
    pub(super) fn of(event: &Event) -> Option<Self> {
        let (operation_type, quota_id, parent_quota_id, partner_id, indirect_partner_id, amount, remark) = match &event.change {
            Change::QuotaGranted(it) => {
                (QuotaOperation::Grant, &it.quota, &it.parent, &it.distributor, &it.reseller, it.amount, None)
            }
            Change::QuotaReclaimed(it) if it.amount.is_positive() => {
                (QuotaOperation::Reclaim, &it.quota, &it.parent, &it.distributor, &it.reseller, it.amount, it.remark.clone())
            }
            _ => return None,
        };
        Some(Self {
            id: event.id().into(),
            operator: event.actor.clone(),
            operation_type,
            quota_id: quota_id.clone(),
            parent_quota_id: parent_quota_id.clone(),
            partner_id: partner_id.clone(),
            indirect_partner_id: indirect_partner_id.clone(),
            amount,
            operation_time: event.at,
            remark,
        })
    }
}
