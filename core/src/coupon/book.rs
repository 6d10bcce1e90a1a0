//! The book of coupons and of what was done to them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::reclaim::{CouponReclaimed, ReclaimCause};
use super::record::CouponRecord;
use super::{Coupon, CouponIssued, CouponStatus, CouponUse};
use crate::error::{Error, Malformed};
use crate::event::{Change, Event};
use crate::id::{CouponId, CustomerId, OrderId};
use crate::money::Money;
use crate::quota::QuotaBook;
use crate::table::Table;
use crate::time::Timestamp;

/// The book of coupons and of what was done to them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Saved", into = "Saved")]
pub struct CouponBook {
    coupons: Table<Coupon>,
    records: Vec<CouponRecord>,
    five_day_unsubscribes: BTreeMap<CustomerId, u32>,
    /// The numbers of a customer's coupons.
    by_customer: HashMap<CustomerId, Vec<u32>, foldhash::fast::FixedState>,
    /// The usable coupons by when they expire: passing time looks at nothing else.
    by_expiry: BTreeMap<Timestamp, BTreeSet<u32>>,
}

/// What is kept of the book; the rest is found again.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    coupons: Table<Coupon>,
    records: Vec<CouponRecord>,
    five_day_unsubscribes: BTreeMap<CustomerId, u32>,
}

impl From<CouponBook> for Saved {
    fn from(book: CouponBook) -> Self {
        Self { coupons: book.coupons, records: book.records, five_day_unsubscribes: book.five_day_unsubscribes }
    }
}

impl From<Saved> for CouponBook {
    fn from(saved: Saved) -> Self {
        let Saved { coupons, records, five_day_unsubscribes } = saved;
        let mut book = Self { coupons, records, five_day_unsubscribes, ..Self::default() };
        for (number, coupon) in (0_u32..).zip(book.coupons.iter()) {
            book.by_customer.entry(coupon.customer.clone()).or_default().push(number);
            if coupon.status == CouponStatus::Usable {
                book.by_expiry.entry(coupon.expire_time).or_default().insert(number);
            }
        }
        book
    }
}

impl CouponBook {
    /// The coupon of this id.
    pub fn coupon(&self, id: &CouponId) -> Option<&Coupon> {
        self.coupons.get(id)
    }

    /// All coupons, in the order in which they were issued.
    pub fn coupons(&self) -> impl DoubleEndedIterator<Item = &Coupon> {
        self.coupons.iter()
    }

    /// A customer's coupons, in the order in which they were issued.
    pub fn of_customer(&self, customer: &CustomerId) -> impl Iterator<Item = &Coupon> {
        let numbers = self.by_customer.get(customer).map_or(&[][..], Vec::as_slice);
        numbers.iter().filter_map(|number| self.coupons.numbered(*number))
    }

    /// All operation records, in the order in which they were made.
    pub fn records(&self) -> &[CouponRecord] {
        &self.records
    }

    /// The usable coupons whose time was over before `now`, the earliest first.
    pub(crate) fn expired_before(&self, now: Timestamp) -> impl Iterator<Item = &Coupon> {
        let due = self.by_expiry.range(..now).flat_map(|(_, numbers)| numbers);
        due.filter_map(|number| self.coupons.numbered(*number))
    }

    /// How often the customer has unsubscribed under the five-day rule.
    pub(crate) fn five_day_unsubscribes(&self, customer: &CustomerId) -> u32 {
        self.five_day_unsubscribes.get(customer).copied().unwrap_or(0)
    }

    /// Whether the event can have happened to these coupons.
    pub(crate) fn check(&self, event: &Event) -> Result<(), Error> {
        if let Change::CouponIssued(issued) = &event.change {
            return match self.coupons.get(&issued.coupon) {
                None if !issued.face_value.is_positive() || !issued.face_value.is_whole_cents() => {
                    Err(Error::Fault(format!("an event issues the coupon `{}` of {}", issued.coupon, issued.face_value)))
                }
                Some(_) => Err(Error::Fault(format!("an event issues the coupon `{}`, which is there already", issued.coupon))),
                None => Ok(()),
            };
        }
        let Some(id) = named(&event.change) else { return Ok(()) };
        let coupon = self.known(id)?;
        let (moved, room) = match &event.change {
            Change::CouponReclaimed(back) => {
                let all = !matches!(back.cause, ReclaimCause::Unsubscribe | ReclaimCause::RefundReversal);
                if all && (coupon.status != CouponStatus::Usable || back.amount != coupon.balance) {
                    return Err(Error::Fault(format!(
                        "an event takes {} of the coupon `{id}`, which is {} and has {}",
                        back.amount,
                        coupon.status.name(),
                        coupon.balance
                    )));
                }
                (back.amount, coupon.balance)
            }
            Change::CouponUsed(used) => {
                let forfeited = used.forfeited.unwrap_or(Money::zero(used.amount.currency()));
                if !forfeited.is_a_value() {
                    return Err(Error::Fault(format!("an event forfeits {forfeited}")));
                }
                (used.amount.plus(forfeited)?, coupon.balance)
            }
            Change::CouponRestored(restored) => (restored.amount, coupon.consumed.minus(coupon.restored)?),
            _ => return Ok(()),
        };
        if room.covers(moved) && moved.is_a_value() {
            return Ok(());
        }
        Err(Error::Fault(format!("an event moves {moved} of the coupon `{id}`, where {room} can move")))
    }

    /// Whether coupons that were read hold together, and fit their quotas.
    pub(crate) fn sound(&self, quotas: &QuotaBook) -> Result<(), Malformed> {
        for (place, coupon) in self.coupons.iter().enumerate() {
            let at = |field: &str| format!("coupons[{place}].{field}");
            let Some(quota) = quotas.quota(&coupon.quota) else {
                return Err(Malformed::new("the id of a quota that is there", &coupon.quota).at(&at("quota")));
            };
            let currency = quota.value.currency();
            let (face, left) = (coupon.face_value, coupon.balance);
            if face.currency() != currency || !face.is_a_value() {
                return Err(Malformed::new(format!("an amount in {}", currency.code()), face).at(&at("face_value")));
            }
            let sums = [coupon.consumed, coupon.restored, coupon.reversed, coupon.returned, coupon.forfeited];
            let ordered = coupon.consumed.covers(coupon.restored) && coupon.restored.covers(coupon.reversed);
            let spent =
                coupon.consumed.minus(coupon.restored).and_then(|used| used.plus(coupon.returned)?.plus(coupon.forfeited));
            let adds_up = spent.and_then(|spent| face.minus(spent)).is_ok_and(|rest| rest == left);
            if !ordered || !adds_up || !left.is_a_value() || !sums.iter().all(|sum| sum.is_a_value()) {
                return Err(Malformed::new("what the face value, the orders and the returns leave", left).at(&at("balance")));
            }
        }
        Ok(())
    }

    fn known(&self, id: &CouponId) -> Result<&Coupon, Error> {
        self.coupons.get(id).ok_or_else(|| Error::Fault(format!("an event names the coupon `{id}`, which is not there")))
    }

    /// Takes in what happened, which [`check`](Self::check) has let pass; events of other contexts change nothing here.
    pub(crate) fn evolve(&mut self, event: &Event) -> Result<(), Error> {
        let record = CouponRecord::of(event, self);
        match &event.change {
            Change::CouponIssued(issued) => self.issued(issued, event.at),
            Change::CouponReclaimed(back) => self.change(&back.coupon, |coupon| coupon.reclaimed(back, event.at))?,
            Change::CouponIssuerChanged(changed) => self.set(&changed.coupon, |coupon| coupon.issuer = changed.to.clone())?,
            Change::CouponUsed(used) => self.change(&used.coupon, |coupon| {
                let forfeited = used.forfeited.unwrap_or(Money::zero(used.amount.currency()));
                coupon.used(&used.order, used.amount, forfeited, event.at)
            })?,
            Change::CouponRestored(restored) => {
                self.change(&restored.coupon, |coupon| coupon.restored(&restored.order, restored.amount, event.at))?;
                if restored.five_day
                    && let Some(customer) = self.coupons.get(&restored.coupon).map(|coupon| coupon.customer.clone())
                {
                    let count = self.five_day_unsubscribes.entry(customer).or_default();
                    *count = count.saturating_add(u32::from(restored.first_of_refund));
                }
            }
            Change::CouponFrozen(of) => self.set(&of.coupon, |coupon| coupon.is_frozen = true)?,
            Change::CouponUnfrozen(of) => self.set(&of.coupon, |coupon| coupon.is_frozen = false)?,
            Change::CouponLocked(hold) => self.set(&hold.coupon, |coupon| coupon.lock_order_id = Some(hold.order.clone()))?,
            Change::CouponReleased(hold) => self.set(&hold.coupon, |coupon| coupon.lock_order_id = None)?,
            _ => {}
        }
        self.records.extend(record);
        Ok(())
    }

    fn issued(&mut self, issued: &CouponIssued, at: Timestamp) {
        let zero = Money::zero(issued.face_value.currency());
        let number = self.coupons.set(Coupon {
            id: issued.coupon.clone(),
            kind: issued.kind,
            quota: issued.quota.clone(),
            issuer: issued.issuer.clone(),
            customer: issued.customer.clone(),
            face_value: issued.face_value,
            balance: issued.face_value,
            status: CouponStatus::Usable,
            effective_time: issued.effective_time,
            expire_time: issued.expire_time,
            create_time: at,
            last_used_time: None,
            end_time: None,
            uses: Vec::new(),
            lock_order_id: None,
            is_frozen: false,
            terms: issued.terms.clone(),
            legacy: issued.legacy,
            consumed: zero,
            restored: zero,
            reversed: zero,
            returned: zero,
            forfeited: zero,
        });
        self.by_customer.entry(issued.customer.clone()).or_default().push(number);
        self.by_expiry.entry(issued.expire_time).or_default().insert(number);
    }

    fn set(&mut self, id: &CouponId, set: impl FnOnce(&mut Coupon)) -> Result<(), Error> {
        self.change(id, |coupon| {
            set(coupon);
            Ok(())
        })
    }

    /// Changes a coupon, and keeps the list of what can still expire.
    fn change(&mut self, id: &CouponId, change: impl FnOnce(&mut Coupon) -> Result<(), Error>) -> Result<(), Error> {
        let number = self.coupons.number(id);
        let (Some(coupon), Some(number)) = (self.coupons.get_mut(id), number) else { return Ok(()) };
        let was_usable = coupon.status == CouponStatus::Usable;
        change(coupon)?;
        let is_usable = coupon.status == CouponStatus::Usable;
        if was_usable != is_usable {
            let together = self.by_expiry.entry(coupon.expire_time).or_default();
            let _ = if is_usable { together.insert(number) } else { together.remove(&number) };
            if together.is_empty() {
                self.by_expiry.remove(&coupon.expire_time);
            }
        }
        Ok(())
    }
}

/// The coupon an event is about, unless it issues it.
fn named(change: &Change) -> Option<&CouponId> {
    match change {
        Change::CouponReclaimed(it) => Some(&it.coupon),
        Change::CouponIssuerChanged(it) => Some(&it.coupon),
        Change::CouponUsed(it) => Some(&it.coupon),
        Change::CouponRestored(it) => Some(&it.coupon),
        Change::CouponFrozen(it) | Change::CouponUnfrozen(it) => Some(&it.coupon),
        Change::CouponLocked(it) | Change::CouponReleased(it) => Some(&it.coupon),
        _ => None,
    }
}

impl Coupon {
    fn reclaimed(&mut self, back: &CouponReclaimed, at: Timestamp) -> Result<(), Error> {
        self.balance = self.balance.minus(back.amount)?;
        self.returned = self.returned.plus(back.amount)?;
        if matches!(back.cause, ReclaimCause::RefundReversal | ReclaimCause::Unsubscribe) {
            self.reversed = self.reversed.plus(back.amount)?;
        }
        let open = self.status == CouponStatus::Usable;
        match back.cause {
            ReclaimCause::Unsubscribe => {}
            ReclaimCause::RefundReversal if open && self.balance.is_zero() => self.end(CouponStatus::Used, at),
            ReclaimCause::RefundReversal => {}
            ReclaimCause::Expiry => self.end(CouponStatus::Expired, at),
            _ => self.end(CouponStatus::Reclaimed, at),
        }
        Ok(())
    }

    fn used(&mut self, order: &OrderId, amount: Money, forfeited: Money, at: Timestamp) -> Result<(), Error> {
        self.balance = self.balance.minus(amount)?.minus(forfeited)?;
        self.consumed = self.consumed.plus(amount)?;
        self.forfeited = self.forfeited.plus(forfeited)?;
        self.uses.push(CouponUse { order: order.clone(), amount, restored: Money::zero(amount.currency()), at });
        self.last_used_time = Some(at);
        self.lock_order_id = None;
        if self.balance.is_zero() {
            self.end(CouponStatus::Used, at);
        }
        Ok(())
    }

    fn restored(&mut self, order: &OrderId, amount: Money, at: Timestamp) -> Result<(), Error> {
        let mut rest = amount;
        for taken in self.uses.iter_mut().filter(|taken| taken.order == *order) {
            let part = taken.amount.minus(taken.restored)?.at_most(rest)?;
            taken.restored = taken.restored.plus(part)?;
            rest = rest.minus(part)?;
        }
        self.balance = self.balance.plus(amount)?;
        self.restored = self.restored.plus(amount)?;
        // A used coupon that is still valid can be used again.
        if self.status == CouponStatus::Used && at <= self.expire_time {
            self.status = CouponStatus::Usable;
            self.end_time = None;
        }
        Ok(())
    }

    fn end(&mut self, status: CouponStatus, at: Timestamp) {
        self.status = status;
        self.end_time = Some(at);
        self.lock_order_id = None;
    }
}
