//! Adjustments (调账): a partner allocates money (拨款) to a resale customer, or a distributor to a cloud reseller, and reclaims it (回收).
//!
//! Each is one movement with two sides, and leaves one record. What is left of an allocation comes back by itself when the association ends
//! or is switched to advisory (解绑回收). An adjustment that has been made is never changed; an opposite one corrects it.

pub(crate) mod allocate;
pub(crate) mod batch;
mod book;
pub(crate) mod concurrency;
pub(crate) mod idempotency;
mod party;
pub(crate) mod reclaim;
pub(crate) mod record;
pub(crate) mod reseller;
pub(crate) mod role;
pub(crate) mod switch;
pub(crate) mod trans_id;

use serde::{Deserialize, Serialize};

use crate::account::Place;
use crate::center::Books;
use crate::decision::{Accepted, Row};
use crate::error::Error;
use crate::event::Change;
use crate::id::TradeId;
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::statement::TradeDetailType;

pub use allocate::{AllocateToCustomer, AllocationSource};
pub use batch::{AdjustCustomers, BatchItem};
pub use book::{AdjustmentBook, AdjustmentRecord};
pub use concurrency::AdjustmentPair;
pub use idempotency::KeyUse;
pub use reclaim::ReclaimFromCustomer;
pub use record::{AdjustmentItem, AdjustmentRecords, AdjustmentRow};
pub use reseller::{AllocateToReseller, ReclaimFromReseller};

pub(crate) static RULES: &[&Rule] = &[&PERMISSION];

/// What an adjustment was, in the vendor's spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AdjustmentOperation {
    /// 拨款: an allocation.
    #[serde(rename = "SOURCE_OPERATION_BEADJUST")]
    Allocation,
    /// 回收: a reclaim.
    #[serde(rename = "SOURCE_OPERATION_BERETRIEVE")]
    Reclaim,
    /// 解绑回收: a reclaim because an association ended or was switched.
    #[serde(rename = "SOURCE_OPERATION_BEUNBIND")]
    UnbindReclaim,
}

crate::named::named!(
    AdjustmentOperation: Allocation = "SOURCE_OPERATION_BEADJUST", Reclaim = "SOURCE_OPERATION_BERETRIEVE",
    UnbindReclaim = "SOURCE_OPERATION_BEUNBIND"
);

impl From<AdjustmentOperation> for TradeDetailType {
    fn from(operation: AdjustmentOperation) -> Self {
        match operation {
            AdjustmentOperation::Allocation => Self::Allocation,
            AdjustmentOperation::Reclaim => Self::Reclaim,
            AdjustmentOperation::UnbindReclaim => Self::UnbindReclaim,
        }
    }
}

/// An adjustment was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustmentMade {
    /// Names it: the id that the caller gets back, and that its record and both lines have.
    pub trans_id: TradeId,
    /// What it was.
    pub operation_type: AdjustmentOperation,
    /// The account that has less now.
    pub from: Place,
    /// The account that has more now.
    pub to: Place,
    /// How much.
    pub amount: Money,
    /// The key it was asked for with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyUse>,
}

impl AdjustmentMade {
    pub(crate) fn leg(&self) -> crate::account::Leg<'_> {
        crate::account::Leg {
            from: &self.from,
            to: &self.to,
            amount: self.amount,
            trade_id: &self.trans_id,
            trade_detail_type: self.operation_type.into(),
            adjusts: true,
        }
    }

    /// The account of the partner who allocates or reclaims, and the other one.
    pub(crate) fn sides(&self) -> (&Place, &Place) {
        match self.operation_type {
            AdjustmentOperation::Allocation => (&self.from, &self.to),
            AdjustmentOperation::Reclaim | AdjustmentOperation::UnbindReclaim => (&self.to, &self.from),
        }
    }

    /// Whom the adjustment is about: the customer, or the reseller.
    pub(crate) fn subject(&self) -> Option<&str> {
        let place = self.sides().1;
        place.customer().map(crate::CustomerId::as_str).or(place.partner().map(crate::PartnerId::as_str))
    }
}

impl Books<'_> {
    /// Money moves, a record is left, and a customer that owes repays first.
    pub(crate) fn adjust(
        &self,
        accepted: &mut Accepted,
        operation_type: AdjustmentOperation,
        [from, to]: [Place; 2],
        amount: Money,
        key: Option<KeyUse>,
    ) -> Result<(), Error> {
        let trans_id = TradeId::made(accepted.new_id());
        let came = to.customer().cloned();
        let made = AdjustmentMade { trans_id, operation_type, from, to, amount, key };
        let row = made.subject().map(|subject| Row::new(subject, &made.trans_id, amount));
        accepted.event(Change::AdjustmentMade(made));
        row.into_iter().filter(|_| operation_type != AdjustmentOperation::UnbindReclaim).for_each(|row| accepted.row(row));
        match came {
            Some(customer) => self.repay(accepted, &customer, amount),
            None => Ok(()),
        }
    }
}

rule! {
    /// An operator account needs the permission item of the adjustment: of allocating or of reclaiming, to customers or to resellers.
    PERMISSION = "adjustment.permission", call, "CBC.0151" 403, documented "API authorization page";
    zh "操作员账号需要具备相应的拨款或回收权限项(客户或云经销商)";
    broken "the operator {member} does not have {item}", "操作员 {member} 不具备权限项 {item}";
    comply "have an administrator give the operator this item", "请管理员为该操作员授予该权限项";
}
