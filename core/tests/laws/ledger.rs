//! A second set of books, kept from the events alone, in cents, and with other words than the library's.

use std::collections::BTreeMap;

use partnerkit::coupon::ReclaimCause;
use partnerkit::quota::QuotaStatus;
use partnerkit::{Change, Event, Money};

use crate::walk::Books;

/// An amount in cents. A fraction of a cent would be a broken law of its own.
pub fn cents(money: Money) -> i128 {
    let amount = money.amount().normalize();
    assert!(amount.scale() <= 2, "a fraction of a cent: {money}");
    amount.mantissa() * 10_i128.pow(2 - amount.scale())
}

#[derive(Clone, Debug, Default)]
pub struct Quota {
    pub parent: Option<String>,
    pub value: i128,
    pub balance: i128,
    /// What the vendor put in at the beginning, or the parent.
    pub given: i128,
    pub adjusted: i128,
    pub granted: i128,
    pub returned_by_children: i128,
    pub issued: i128,
    pub returned_by_coupons: i128,
    pub taken_back: i128,
    /// The part of that which the reclaim of the quota itself moved.
    pub reclaimed: i128,
    pub passed_on: i128,
    pub lapsed: i128,
    pub is_reclaimed: bool,
    pub is_final: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Coupon {
    pub quota: String,
    pub face: i128,
    pub balance: i128,
    pub consumed: i128,
    pub restored: i128,
    pub returned: i128,
    pub forfeited: i128,
    /// Reclaims that end a coupon, but for expiry.
    pub ended: u32,
    pub expired: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Ledger {
    pub quotas: BTreeMap<String, Quota>,
    pub coupons: BTreeMap<String, Coupon>,
}

impl Books for Ledger {
    fn take(&mut self, event: &Event) {
        match &event.change {
            Change::QuotaSet(set) => {
                let value = cents(set.value);
                self.quotas.insert(set.id.to_string(), Quota { value, balance: value, given: value, ..Quota::default() });
            }
            Change::QuotaAdjusted(it) => {
                let (quota, delta) = (self.quota(it.quota.as_str()), cents(it.delta));
                quota.value += delta;
                quota.balance += delta;
                quota.adjusted += delta;
            }
            Change::QuotaWrittenOff(it) => {
                let (quota, amount) = (self.quota(it.quota.as_str()), cents(it.amount));
                quota.balance -= amount;
                quota.lapsed += amount;
            }
            Change::QuotaStatusSet(it) => {
                self.quota(it.quota.as_str()).is_final |= it.status == QuotaStatus::Invalid;
            }
            Change::QuotaGranted(it) => {
                let amount = cents(it.amount);
                let parent = self.quota(it.parent.as_str());
                parent.balance -= amount;
                parent.granted += amount;
                let parent = Some(it.parent.to_string());
                let child = Quota { parent, value: amount, balance: amount, given: amount, ..Quota::default() };
                let before = self.quotas.insert(it.quota.to_string(), child);
                assert!(before.is_none(), "a granted quota took the place of another");
            }
            Change::QuotaReclaimed(it) => {
                let amount = cents(it.amount);
                let child = self.quota(it.quota.as_str());
                child.balance -= amount;
                child.taken_back += amount;
                child.reclaimed += amount;
                child.is_reclaimed = true;
                let parent = child.parent.clone().unwrap();
                let parent = self.quota(&parent);
                parent.balance += amount;
                parent.returned_by_children += amount;
            }
            Change::CouponIssued(it) => {
                let face = cents(it.face_value);
                let quota = self.quota(it.quota.as_str());
                quota.balance -= face;
                quota.issued += face;
                let coupon = Coupon { quota: it.quota.to_string(), face, balance: face, ..Coupon::default() };
                let before = self.coupons.insert(it.coupon.to_string(), coupon);
                assert!(before.is_none(), "an issued coupon took the place of another");
            }
            Change::CouponUsed(it) => {
                let (amount, lost) = (cents(it.amount), it.forfeited.map_or(0, cents));
                let coupon = self.coupon(it.coupon.as_str());
                coupon.balance -= amount + lost;
                coupon.consumed += amount;
                coupon.forfeited += lost;
            }
            Change::CouponRestored(it) => {
                let amount = cents(it.amount);
                let coupon = self.coupon(it.coupon.as_str());
                coupon.balance += amount;
                coupon.restored += amount;
            }
            Change::CouponReclaimed(it) => {
                let amount = cents(it.amount);
                let coupon = self.coupon(it.coupon.as_str());
                coupon.balance -= amount;
                coupon.returned += amount;
                match it.cause {
                    ReclaimCause::Unsubscribe | ReclaimCause::RefundReversal => {}
                    ReclaimCause::Expiry => coupon.expired = true,
                    _ => coupon.ended += 1,
                }
                let source = coupon.quota.clone();
                self.come_back(&source, amount);
            }
            _ => {}
        }
    }
}

impl Ledger {
    pub fn quota(&mut self, id: &str) -> &mut Quota {
        self.quotas.get_mut(id).unwrap_or_else(|| panic!("no quota {id} in the second books"))
    }

    pub fn coupon(&mut self, id: &str) -> &mut Coupon {
        self.coupons.get_mut(id).unwrap_or_else(|| panic!("no coupon {id} in the second books"))
    }

    /// Value of a coupon comes back to the quota it was cut from, and passes through when that was reclaimed.
    fn come_back(&mut self, quota: &str, amount: i128) {
        let quota = self.quota(quota);
        quota.returned_by_coupons += amount;
        if !quota.is_reclaimed {
            quota.balance += amount;
            return;
        }
        quota.taken_back += amount;
        quota.passed_on += amount;
        let parent = quota.parent.clone().unwrap();
        let parent = self.quota(&parent);
        parent.returned_by_children += amount;
        parent.balance += amount;
    }

    /// The root of a quota's tree.
    pub fn root(&self, quota: &str) -> String {
        let mut id = quota.to_owned();
        while let Some(parent) = self.quotas.get(&id).and_then(|quota| quota.parent.clone()) {
            id = parent;
        }
        id
    }
}
