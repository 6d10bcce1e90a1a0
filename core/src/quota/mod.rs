//! Quotas: pools of value from which coupons are cut.
//!
//! The vendor sets a *quota* for a partner. A general distributor may *grant* parts of a voucher quota to its cloud
//! resellers; each grant makes a *child quota*, which the distributor may *reclaim* with all that is left of it.
//! Coupons that were cut from a child stay with their customers, and what comes back of them later goes to the parent.

pub(crate) mod access;
mod earmark;
mod export;
pub(crate) mod grant;
mod limits;
pub(crate) mod query;
pub(crate) mod reclaim;
pub(crate) mod record;
pub(crate) mod vendor;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Malformed};
use crate::event::{Change, Event};
use crate::id::{CustomerId, PartnerId, QuotaId};
use crate::money::Money;
use crate::policy::Policy;
use crate::table::{Entity, Table};
use crate::time::{Period, Timestamp};

pub use earmark::Earmark;
pub(crate) use earmark::{after_issue, barred_to, bound_to_others};
pub use export::{QuotaRecordRow, QuotaRow, TermsColumns};
pub use grant::{GrantQuota, QuotaGranted};
pub use limits::{OtherLimit, QuotaLimits, SubscribeType, Terms};
pub use query::{IssuedQuotas, QuotaItem, QuotaRecords, Quotas};
pub use reclaim::{QuotaReclaimed, ReclaimQuota};
pub use record::{QuotaOperation, QuotaRecord};
pub(crate) use vendor::in_command;
pub use vendor::{AdjustQuota, QuotaRef, SetQuota, SetQuotaStatus, WriteOffQuota};

/// What is cut from a quota.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuotaType {
    /// 代金券额度: vouchers, and pick-up vouchers of a government-cloud partner. Code 0.
    #[default]
    Voucher,
    /// 现金券额度: cash coupons. Code 1.
    Cash,
}

crate::named::named!(QuotaType: Voucher = "voucher", Cash = "cash");
crate::named::named!(codes QuotaType: Voucher = 0, Cash = 1);

/// The state of a quota. Time never changes it: whether a quota is in its window is asked of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuotaStatus {
    /// 正常. Code 0.
    Normal,
    /// 失效: the vendor ended it. Code 3.
    Invalid,
    /// 额度调整中: the vendor is changing it; visible, but nothing can be cut from it. Code 4.
    Adjusting,
    /// 冻结. Code 5.
    Frozen,
    /// 回收: a child quota whose distributor took it back. Code 6.
    Reclaimed,
}

crate::named::named!(
    QuotaStatus: Normal = "normal", Invalid = "invalid", Adjusting = "adjusting", Frozen = "frozen", Reclaimed = "reclaimed"
);
crate::named::named!(codes QuotaStatus: Normal = 0, Invalid = 3, Adjusting = 4, Frozen = 5, Reclaimed = 6);

/// A quota, or the child quota of a reseller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Its id.
    pub id: QuotaId,
    /// The partner who cuts coupons from it.
    pub holder: PartnerId,
    /// The quota it was granted from, if it is a child.
    pub parent: Option<QuotaId>,
    /// What is cut from it.
    pub quota_type: QuotaType,
    /// All that was ever put in.
    pub value: Money,
    /// What is left.
    pub balance: Money,
    /// What the vendor wrote off.
    pub written_off: Money,
    /// Its state.
    pub status: QuotaStatus,
    /// When coupons can be cut from it.
    pub period: Period,
    /// What it is limited to.
    pub limits: QuotaLimits,
    /// When it was set or granted.
    pub create_time: Timestamp,
    /// When anything of it changed.
    pub last_update_time: Timestamp,
    /// Coupons ever cut from it.
    pub issued_count: u64,
    /// The face values of all coupons ever cut from it.
    pub issued_total: Money,
    /// Parts of the balance that are not for everybody.
    pub earmarks: Vec<Earmark>,
    /// Whether a grant from it is being processed somewhere.
    pub granting: bool,
}

impl Entity for Quota {
    type Id = QuotaId;
    fn id(&self) -> &QuotaId {
        &self.id
    }
}

/// The book of quotas and of what was done to them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Saved", into = "Saved")]
pub struct QuotaBook {
    quotas: Table<Quota>,
    records: Vec<QuotaRecord>,
    /// The numbers of a partner's quotas.
    by_holder: HashMap<PartnerId, Vec<u32>, foldhash::fast::FixedState>,
}

/// What is kept of the book; the rest is found again.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    quotas: Table<Quota>,
    records: Vec<QuotaRecord>,
}

impl From<QuotaBook> for Saved {
    fn from(book: QuotaBook) -> Self {
        Self { quotas: book.quotas, records: book.records }
    }
}

impl From<Saved> for QuotaBook {
    fn from(saved: Saved) -> Self {
        let mut book = Self { quotas: saved.quotas, records: saved.records, ..Self::default() };
        for (number, quota) in (0_u32..).zip(book.quotas.iter()) {
            book.by_holder.entry(quota.holder.clone()).or_default().push(number);
        }
        book
    }
}

impl QuotaBook {
    /// The quota of this id.
    pub fn quota(&self, id: &QuotaId) -> Option<&Quota> {
        self.quotas.get(id)
    }

    /// All quotas, in the order in which they were set or granted.
    pub fn quotas(&self) -> impl DoubleEndedIterator<Item = &Quota> {
        self.quotas.iter()
    }

    /// All operation records of child quotas, in the order in which they were made.
    pub fn records(&self) -> &[QuotaRecord] {
        &self.records
    }

    /// The quotas a partner cuts coupons from.
    pub fn held_by(&self, partner: &PartnerId) -> impl Iterator<Item = &Quota> {
        let numbers = self.by_holder.get(partner).map_or(&[][..], Vec::as_slice);
        numbers.iter().filter_map(|number| self.quotas.numbered(*number))
    }

    /// The quota that a value goes to when it comes back to `id`: itself, or its parent when it was reclaimed.
    pub(crate) fn credited(&self, policy: &Policy, id: &QuotaId) -> Option<&Quota> {
        let mut quota = self.quotas.get(id)?;
        while policy.enforces(&reclaim::LATER_RETURNS) && quota.status == QuotaStatus::Reclaimed {
            quota = self.quotas.get(quota.parent.as_ref()?)?;
        }
        Some(quota)
    }

    fn known(&mut self, id: &QuotaId) -> Result<&mut Quota, Error> {
        self.quotas.get_mut(id).ok_or_else(|| Error::Fault(format!("an event names the quota `{id}`, which is not there")))
    }

    fn add(&mut self, quota: Quota) {
        let holder = quota.holder.clone();
        let number = self.quotas.set(quota);
        self.by_holder.entry(holder).or_default().push(number);
    }

    fn unknown(&self, id: &QuotaId) -> Result<(), Error> {
        match self.quotas.get(id) {
            Some(_) => Err(Error::Fault(format!("an event makes the quota `{id}`, which is there already"))),
            None => Ok(()),
        }
    }

    /// Whether the event can have happened to these quotas.
    pub(crate) fn check(&self, event: &Event) -> Result<(), Error> {
        let amount = match &event.change {
            Change::QuotaSet(it) => {
                self.is_new(&it.id)?;
                it.value
            }
            Change::QuotaGranted(it) => {
                self.is_new(&it.quota)?;
                if self.quotas.get(&it.parent).is_some_and(|parent| parent.parent.is_some()) {
                    return Err(Error::Fault(format!("an event grants from `{}`, which is a child quota itself", it.parent)));
                }
                it.amount
            }
            Change::QuotaReclaimed(it) => {
                let child = self.quotas.get(&it.quota).filter(|child| child.parent.as_ref() == Some(&it.parent));
                match child {
                    Some(child) if child.balance == it.amount && child.status != QuotaStatus::Reclaimed => it.amount,
                    Some(child) => {
                        let (status, left) = (child.status.name(), child.balance);
                        return Err(Error::Fault(format!(
                            "an event takes {} back from `{}`, which is {status} and has {left}",
                            it.amount, it.quota
                        )));
                    }
                    None => {
                        return Err(Error::Fault(format!("an event names `{}`, which is no child of `{}`", it.quota, it.parent)));
                    }
                }
            }
            Change::QuotaWrittenOff(it) => it.amount,
            Change::QuotaStatusSet(it) if it.status == QuotaStatus::Reclaimed => {
                return Err(Error::Fault(format!("an event sets `{}` to reclaimed and moves nothing", it.quota)));
            }
            Change::QuotaAdjusted(it) if !it.delta.is_whole_cents() => it.delta,
            Change::CouponReclaimed(it) => match &it.earmark {
                Some(mark) if !it.amount.covers(mark.amount()) => {
                    return Err(Error::Fault(format!("an event keeps {} of {} for somebody", mark.amount(), it.amount)));
                }
                mark => mark.as_ref().map_or(it.amount, Earmark::amount),
            },
            _ => return Ok(()),
        };
        if amount.is_a_value() {
            return Ok(());
        }
        Err(Error::Fault(format!("an event moves {amount}")))
    }

    fn is_new(&self, id: &QuotaId) -> Result<(), Error> {
        match self.quotas.get(id) {
            Some(_) => Err(Error::Fault(format!("an event makes the quota `{id}`, which is there already"))),
            None => Ok(()),
        }
    }

    /// Whether quotas that were read hold together.
    pub(crate) fn sound(&self) -> Result<(), Malformed> {
        for (place, quota) in self.quotas.iter().enumerate() {
            let wrong = |field: &str, expected: &str, found: &dyn std::fmt::Display| {
                Err(Malformed::new(expected, found).at(&format!("quotas[{place}].{field}")))
            };
            if let Some(parent) = &quota.parent
                && self.quotas.get(parent).is_none_or(|parent| parent.parent.is_some())
            {
                return wrong("parent", "the id of a quota that has no parent", parent);
            }
            if quota.parent.is_none() && quota.status == QuotaStatus::Reclaimed {
                return wrong("status", "a state of a quota that has no parent", &quota.status.name());
            }
            if !quota.value.covers(quota.balance) || !quota.balance.is_a_value() {
                return wrong("balance", &format!("from nothing to {}, in whole cents", quota.value), &quota.balance);
            }
            if quota.issued_total.currency() != quota.value.currency() || !quota.issued_total.is_a_value() {
                return wrong("issued_total", "a sum in the quota's currency", &quota.issued_total);
            }
            if quota.written_off.currency() != quota.value.currency() || !quota.written_off.is_a_value() {
                return wrong("written_off", "a sum in the quota's currency", &quota.written_off);
            }
            let mut room = quota.balance;
            for mark in &quota.earmarks {
                let amount = mark.amount();
                if !amount.is_positive() || !amount.is_a_value() || !room.covers(amount) {
                    return wrong("earmarks", &format!("above zero and at most {} together", quota.balance), &amount);
                }
                room = room.minus(amount).map_err(|error| Malformed::new("a sum", error))?;
            }
        }
        Ok(())
    }

    /// Takes in what happened; events of other contexts change nothing here.
    pub(crate) fn evolve(&mut self, event: &Event) -> Result<(), Error> {
        match &event.change {
            Change::QuotaSet(set) => {
                self.unknown(&set.id)?;
                self.add(set.quota(event.at));
            }
            Change::QuotaGranted(granted) => {
                self.unknown(&granted.quota)?;
                let parent = self.known(&granted.parent)?;
                parent.give(granted.amount, event.at)?;
                let child = granted.child(parent, event.at);
                self.add(child);
            }
            Change::QuotaReclaimed(reclaimed) => {
                // Whatever may fail comes before the first change.
                self.known(&reclaimed.parent)?.balance.plus(reclaimed.amount)?;
                let child = self.known(&reclaimed.quota)?;
                child.give(reclaimed.amount, event.at)?;
                child.status = QuotaStatus::Reclaimed;
                self.known(&reclaimed.parent)?.take_back(reclaimed.amount, event.at)?;
            }
            Change::CouponIssued(issued) => {
                self.known(&issued.quota)?.cut(&issued.customer, issued.face_value, event.at)?;
            }
            Change::CouponReclaimed(back) => {
                let quota = self.known(&back.credited)?;
                quota.take_back(back.amount, event.at)?;
                quota.earmarks.extend(back.earmark.clone());
            }
            change => self.evolve_vendor(change, event.at)?,
        }
        self.records.extend(QuotaRecord::of(event));
        Ok(())
    }
}

impl Quota {
    fn cut(&mut self, customer: &CustomerId, face_value: Money, at: Timestamp) -> Result<(), Error> {
        let earmarks = after_issue(&self.earmarks, customer, face_value)?;
        let issued_total = self.issued_total.plus(face_value)?;
        self.balance = self.left_after(face_value)?;
        self.earmarks = earmarks;
        self.issued_count = self.issued_count.saturating_add(1);
        self.issued_total = issued_total;
        self.last_update_time = at;
        Ok(())
    }

    fn left_after(&self, amount: Money) -> Result<Money, Error> {
        if self.balance.covers(amount) {
            return self.balance.minus(amount);
        }
        Err(Error::Fault(format!("an event takes {amount} from the quota `{}`, which has {}", self.id, self.balance)))
    }

    /// Value leaves for another quota, or for good: free value first, then what is earmarked.
    fn give(&mut self, amount: Money, at: Timestamp) -> Result<(), Error> {
        let balance = self.left_after(amount)?;
        self.earmarks = earmark::within(&self.earmarks, balance)?;
        self.balance = balance;
        self.last_update_time = at;
        Ok(())
    }

    fn take_back(&mut self, amount: Money, at: Timestamp) -> Result<(), Error> {
        self.balance = self.balance.plus(amount)?;
        self.last_update_time = at;
        Ok(())
    }
}
