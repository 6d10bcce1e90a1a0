//! Accounts: where money is, and how it got there.
//!
//! A partner has a *top-up account*, which it fills itself, and perhaps a *credit account*, whose limit the vendor sets; cash can be *frozen*.
//! A customer has its *own cash* and, as a resale customer, a book with what its partner has *allocated*, and may be in *debt*. Every movement
//! names both sides, one of which may be the *bank*, from which top-ups come, or the *vendor*, who is paid; so all places together always
//! hold nothing.

pub(crate) mod balance;
mod book;
mod charge;
pub(crate) mod credit;
pub(crate) mod designated;
pub(crate) mod freeze;
pub(crate) mod pay;
pub(crate) mod pay_for_customer;
pub(crate) mod vendor;

use serde::{Deserialize, Serialize};

use crate::decision::{CustomerAccount, Nobody, PartnerAccount};
use crate::id::{CustomerId, PartnerId, TradeId};
use crate::money::Money;
use crate::reading::choice;
use crate::statement::TradeDetailType;

pub use balance::{
    BalanceItem, BalanceKind, BalanceRow, CustomerBalanceItem, CustomerBalanceRow, CustomerBalances, PartnerBalances,
};
pub(crate) use book::Leg;
pub use book::{Account, AccountBook};
pub use charge::{Charge, ChargeBack, ChargeMode, ChargeTerms, Part, WriteOff};
pub use credit::SetCredit;
pub use designated::AccountTerms;
pub use freeze::{FreezeCash, FreezeFamily};
pub use pay::{AccountCharged, AccountRefunded, ChargeAccount, DebtWrittenOff, RefundCharge, WriteOffDebt};
pub use pay_for_customer::PayForCustomer;
pub use vendor::Recharge;

choice! {
    /// Where money can be.
    #[derive(Hash)]
    pub enum Place {
        /// A partner's top-up account (充值账户).
        "top-up" => TopUp(PartnerAccount),
        /// What is left of a partner's credit (信用账户).
        "credit" => Credit(PartnerAccount),
        /// A partner's cash that is frozen.
        "frozen" => Frozen(PartnerAccount),
        /// What a partner has allocated to a resale customer (伙伴拨款账户).
        "allocation" => Allocation(CustomerAccount),
        /// A customer's own cash.
        "own-cash" => OwnCash(CustomerAccount),
        /// What a customer owes: never above zero.
        "debt" => Debt(CustomerAccount),
        /// Outside: where top-ups come from.
        "bank" => Bank(Nobody),
        /// Outside: who is paid, gives credit and writes off.
        "vendor" => Vendor(Nobody),
    }
}

choice! {
    /// Whose money it is.
    #[derive(Hash)]
    pub enum Holder {
        /// A partner.
        "partner" => Partner(PartnerAccount),
        /// A customer.
        "customer" => Customer(CustomerAccount),
    }
}

impl MoneyMoved {
    pub(crate) fn leg(&self) -> Leg<'_> {
        Leg {
            from: &self.from,
            to: &self.to,
            amount: self.amount,
            trade_id: &self.trade_id,
            trade_detail_type: self.trade_detail_type,
            adjusts: false,
        }
    }
}

impl Place {
    pub(crate) const BANK: Self = Self::Bank(Nobody {});
    pub(crate) const VENDOR: Self = Self::Vendor(Nobody {});

    pub(crate) fn top_up(partner: &PartnerId) -> Self {
        Self::TopUp(PartnerAccount { partner: partner.clone() })
    }

    pub(crate) fn credit(partner: &PartnerId) -> Self {
        Self::Credit(PartnerAccount { partner: partner.clone() })
    }

    pub(crate) fn frozen(partner: &PartnerId) -> Self {
        Self::Frozen(PartnerAccount { partner: partner.clone() })
    }

    pub(crate) fn allocation(customer: &CustomerId) -> Self {
        Self::Allocation(CustomerAccount { customer: customer.clone() })
    }

    pub(crate) fn own_cash(customer: &CustomerId) -> Self {
        Self::OwnCash(CustomerAccount { customer: customer.clone() })
    }

    pub(crate) fn debt(customer: &CustomerId) -> Self {
        Self::Debt(CustomerAccount { customer: customer.clone() })
    }

    /// Whether it is one of the two sides that are nobody's account.
    pub fn is_outside(&self) -> bool {
        matches!(self, Self::Bank(_) | Self::Vendor(_))
    }

    /// Whether what is there may be less than nothing.
    pub(crate) fn may_be_negative(&self) -> bool {
        self.is_outside() || matches!(self, Self::Debt(_))
    }

    /// Whether it has a statement.
    pub(crate) fn has_statement(&self) -> bool {
        matches!(self, Self::TopUp(_) | Self::Credit(_) | Self::Allocation(_) | Self::OwnCash(_))
    }

    /// The customer whose it is, if it is one's.
    pub(crate) fn customer(&self) -> Option<&CustomerId> {
        match self {
            Self::Allocation(it) | Self::OwnCash(it) | Self::Debt(it) => Some(&it.customer),
            _ => None,
        }
    }

    /// The partner whose it is, if it is one's.
    pub(crate) fn partner(&self) -> Option<&PartnerId> {
        match self {
            Self::TopUp(it) | Self::Credit(it) | Self::Frozen(it) => Some(&it.partner),
            _ => None,
        }
    }

    /// Names the account: whose it is, and which of the holder's it is.
    pub(crate) fn account_id(&self) -> String {
        let holder = self.partner().map(PartnerId::as_str).or(self.customer().map(CustomerId::as_str));
        holder.map_or_else(|| self.type_name().to_owned(), |holder| format!("{holder}/{}", self.type_name()))
    }
}

/// Money moved from one place to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MoneyMoved {
    /// The transaction.
    pub trade_id: TradeId,
    /// What it was.
    pub trade_detail_type: TradeDetailType,
    /// The place that has less now.
    pub from: Place,
    /// The place that has more now.
    pub to: Place,
    /// How much.
    pub amount: Money,
}
