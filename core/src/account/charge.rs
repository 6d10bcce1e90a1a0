//! What was charged, what it was for, and what came back of it: bills are made of charges.

use serde::{Deserialize, Serialize};

use super::{AccountCharged, AccountRefunded, Holder, Place};
use crate::error::Error;
use crate::id::{CustomerId, PartnerId, ServiceType, TradeId};
use crate::money::Money;
use crate::statement::TradeDetailType;
use crate::table::Entity;
use crate::time::Timestamp;

/// How a service is charged for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChargeMode {
    /// Yearly or monthly. Code 1.
    #[default]
    Period,
    /// Pay-per-use. Code 3.
    OnDemand,
    /// Reserved instance. Code 10.
    ReservedInstance,
    /// Savings plan. Code 11.
    SavingsPlan,
}

crate::named::named!(
    ChargeMode: Period = "period", OnDemand = "on-demand", ReservedInstance = "reserved-instance", SavingsPlan = "savings-plan"
);
crate::named::named!(codes ChargeMode: Period = 1, OnDemand = 3, ReservedInstance = 10, SavingsPlan = 11);

/// What a charge is for. What nobody said is left open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ChargeTerms {
    /// How it is charged for.
    pub charge_mode: ChargeMode,
    /// The cloud service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_service_type: Option<ServiceType>,
    /// The type of resource, in the vendor's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<ServiceType>,
    /// What the partner's and the vendor's discounts took off before it was charged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_amount: Option<Money>,
}

/// A part of a charge or of a refund, and where it was taken or put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The account.
    pub place: Place,
    /// How much.
    pub amount: Money,
}

/// What came back of a charge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChargeBack {
    /// The transaction.
    pub trade_id: TradeId,
    /// When.
    pub at: Timestamp,
    /// Whether it was an unsubscription.
    pub unsubscription: bool,
    /// To where, and how much.
    pub parts: Vec<Part>,
    /// All of it, what only lowers the use of a credit included.
    pub amount: Money,
    /// By how much the use of a credit fell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_amount: Option<Money>,
}

/// A debt that the vendor wrote off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteOff {
    /// The transaction.
    pub trade_id: TradeId,
    /// The customer.
    pub customer: CustomerId,
    /// The partner whose resale customer it was.
    pub partner: Option<PartnerId>,
    /// When.
    pub at: Timestamp,
    /// How much.
    pub amount: Money,
}

/// A charge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Charge {
    /// The transaction, or the order.
    pub trade_id: TradeId,
    /// Who was charged.
    pub payer: Holder,
    /// The customer for whom a partner paid.
    pub customer: Option<CustomerId>,
    /// The partner whose resale customer the payer was.
    pub partner: Option<PartnerId>,
    /// When.
    pub at: Timestamp,
    /// What it was.
    pub trade_detail_type: TradeDetailType,
    /// How much.
    pub amount: Money,
    /// Where it was taken.
    pub parts: Vec<Part>,
    /// What it was for.
    pub terms: ChargeTerms,
    /// What came back.
    pub backs: Vec<ChargeBack>,
}

impl Entity for Charge {
    type Id = TradeId;
    fn id(&self) -> &TradeId {
        &self.trade_id
    }
}

impl Charge {
    pub(super) fn of(it: &AccountCharged, at: Timestamp) -> Self {
        Self {
            trade_id: it.trade_id.clone(),
            payer: it.payer.clone(),
            customer: it.customer.clone(),
            partner: it.partner.clone(),
            at,
            trade_detail_type: it.trade_detail_type,
            amount: it.amount,
            parts: it.parts.clone(),
            terms: it.terms.clone(),
            backs: Vec::new(),
        }
    }

    pub(super) fn refund(&mut self, it: &AccountRefunded, at: Timestamp) -> Result<(), Error> {
        let back = ChargeBack {
            trade_id: it.trade_id.clone(),
            at,
            unsubscription: it.trade_detail_type == TradeDetailType::Unsubscription,
            parts: it.parts.clone(),
            amount: it.amount,
            credit_amount: it.credit_amount,
        };
        self.refunded()?.plus(it.amount)?;
        self.backs.push(back);
        Ok(())
    }

    /// What came back so far.
    ///
    /// # Errors
    /// When it is too much to be added up.
    pub fn refunded(&self) -> Result<Money, Error> {
        self.backs.iter().try_fold(Money::zero(self.amount.currency()), |sum, back| sum.plus(back.amount))
    }

    /// What was taken from a partner's credit and has not come back.
    pub(super) fn credit_left(&self) -> Result<Money, Error> {
        let none = Money::zero(self.amount.currency());
        let mut credit = self.parts.iter().filter(|part| matches!(part.place, Place::Credit(_))).map(|part| part.amount);
        let taken = credit.try_fold(none, Money::plus)?;
        self.backs.iter().filter_map(|back| back.credit_amount).try_fold(taken, Money::minus)
    }
}
