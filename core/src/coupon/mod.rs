//! Coupons: a partner gives a customer value that the vendor honors.
//!
//! A partner *issues* coupons from a quota; the customer *uses* them on orders until nothing is left or they *expire*;
//! the partner may *reclaim* what is left, and the system takes it back when the reason for the coupon ends. What comes
//! back goes to the quota that paid for it. Every issue and every reclaim leaves an *operation record*.
//!
//! - **Voucher** (代金券): one per order; may pay it in full.
//! - **Cash coupon** (现金券): several per order, each up to its share; see [`crate::cash`].
//! - **Pick-up voucher** (提货券): for whitelisted customers only; see [`crate::pickup`].

pub(crate) mod access;
pub(crate) mod auto;
mod book;
pub(crate) mod export;
pub(crate) mod issue;
pub(crate) mod query;
pub(crate) mod reclaim;
pub(crate) mod record;
pub(crate) mod refund;
pub(crate) mod resale;
pub(crate) mod usage;
pub(crate) mod r#use;
pub(crate) mod vendor;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub(crate) use crate::center::Books;
use crate::id::{CouponId, CustomerId, OrderId, PartnerId, QuotaId};
use crate::money::Money;
use crate::quota::Terms;
use crate::table::Entity;
use crate::time::Timestamp;

pub use auto::{CouponIssuerChanged, ReverseRefund};
pub use book::CouponBook;
pub use export::{CouponRow, RecordRow, UsageRow};
pub use issue::{CouponIssueFailed, CouponIssued, IssueCoupons};
pub use query::{CouponItem, CustomerCoupons, IssuedCoupons};
pub use reclaim::{CouponReclaimed, ReclaimCause, ReclaimCoupons};
pub use record::{CouponOperation, CouponRecord, CouponRecords, OperationResult};
pub use refund::{CouponRestored, RefundCoupons, RefundPart, RefundReason};
pub use usage::{CouponUsage, UsageItem};
pub use r#use::{Charge, CouponUsed, Discount, DiscountKind, Order, UseCoupons};
pub use vendor::{CouponRef, HoldCoupon};

/// What a coupon is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CouponKind {
    /// 代金券. Coupon type 1.
    Voucher,
    /// 现金券. Coupon type 4.
    Cash,
    /// 提货券, a voucher of a government-cloud partner. Coupon type 1.
    PickUp,
}

crate::named::named!(CouponKind: Voucher = "voucher", Cash = "cash", PickUp = "pick-up");

impl CouponKind {
    /// The vendor's coupon type.
    pub fn code(self) -> u8 {
        match self {
            Self::Voucher | Self::PickUp => 1,
            Self::Cash => 4,
        }
    }
}

/// The state of a coupon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CouponStatus {
    /// 未激活, on old coupons only. Code 1.
    NotActivated,
    /// 可使用. Code 2.
    Usable,
    /// 已使用. Code 3.
    Used,
    /// 已过期. Code 4.
    Expired,
    /// 已回收. Code 5.
    Reclaimed,
}

crate::named::named!(
    CouponStatus: NotActivated = "not-activated", Usable = "usable", Used = "used", Expired = "expired", Reclaimed = "reclaimed"
);
crate::named::named!(codes CouponStatus: NotActivated = 1, Usable = 2, Used = 3, Expired = 4, Reclaimed = 5);

/// A coupon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coupon {
    /// Its id.
    pub id: CouponId,
    /// What it is.
    pub kind: CouponKind,
    /// The quota that paid for it.
    pub quota: QuotaId,
    /// The partner whose it is to reclaim.
    pub issuer: PartnerId,
    /// The customer who has it.
    pub customer: CustomerId,
    /// Its value when it was issued.
    pub face_value: Money,
    /// What is left of it.
    pub balance: Money,
    /// Its state, as events have left it; see [`Coupon::status_at`].
    pub status: CouponStatus,
    /// From when it can be used.
    pub effective_time: Timestamp,
    /// Until when, this instant included.
    pub expire_time: Timestamp,
    /// When it was issued.
    pub create_time: Timestamp,
    /// When it was last used.
    pub last_used_time: Option<Timestamp>,
    /// When it was used up or reclaimed.
    pub end_time: Option<Timestamp>,
    /// What orders took from it, in order.
    pub uses: Vec<CouponUse>,
    /// The unpaid order that holds it.
    pub lock_order_id: Option<OrderId>,
    /// Whether the vendor has frozen it.
    pub is_frozen: bool,
    /// Where and how it may be used.
    pub terms: Arc<Terms>,
    /// Whether it is a legacy coupon (version 1), good for a single use.
    pub legacy: bool,
    /// What orders took from it.
    pub consumed: Money,
    /// What refunds put back.
    pub restored: Money,
    /// What of that was taken back again, or went on to the quota because the coupon was over.
    pub reversed: Money,
    /// What went back to its quota.
    pub returned: Money,
    /// What was lost with a legacy coupon's single use.
    pub forfeited: Money,
}

/// What an order took from a coupon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CouponUse {
    /// The order.
    pub order: OrderId,
    /// How much.
    pub amount: Money,
    /// What refunds put back of it.
    pub restored: Money,
    /// When.
    pub at: Timestamp,
}

impl Entity for Coupon {
    type Id = CouponId;
    fn id(&self) -> &CouponId {
        &self.id
    }
}

impl Coupon {
    /// Its state as the clock has it: a usable coupon whose time is over has expired, whether or not that has been noted.
    pub fn status_at(&self, now: Timestamp) -> CouponStatus {
        match self.status {
            CouponStatus::Usable | CouponStatus::NotActivated if self.expire_time < now => CouponStatus::Expired,
            status => status,
        }
    }

    /// Whether it is usable as far as its state goes: not used up, reclaimed or expired. Frozen and locked ones are.
    pub fn is_usable_at(&self, now: Timestamp) -> bool {
        self.status_at(now) == CouponStatus::Usable
    }

    /// Since when it can no longer be used, as the clock has it.
    pub fn ended_at(&self, now: Timestamp) -> Option<Timestamp> {
        match self.status_at(now) {
            CouponStatus::Expired => Some(self.expire_time),
            _ => self.end_time,
        }
    }
}
