//! The book of adjustments.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::idempotency::KeyUse;
use super::{AdjustmentMade, AdjustmentPair};
use crate::account::Holder;
use crate::event::{Change, Event};
use crate::id::{AdjustmentKey, PartnerId, RequestId, TradeId};
use crate::table::{Entity, Table};
use crate::time::Timestamp;

/// The record of an adjustment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdjustmentRecord {
    /// What was made.
    pub made: AdjustmentMade,
    /// When.
    pub operation_time: Timestamp,
    /// The request it comes from.
    pub request: RequestId,
}

impl Entity for AdjustmentRecord {
    type Id = TradeId;
    fn id(&self) -> &TradeId {
        &self.made.trans_id
    }
}

/// The book of adjustments.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Saved")]
pub struct AdjustmentBook {
    records: Table<AdjustmentRecord>,
    /// Of each partner, those with whom an adjustment has begun and not ended.
    unfinished: BTreeMap<PartnerId, BTreeSet<String>>,
    /// By which keys a partner has asked, and the number of the first record of each.
    #[serde(skip)]
    keys: BTreeMap<PartnerId, BTreeMap<AdjustmentKey, u32>>,
}

/// What is kept of the book; the rest is found again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    records: Table<AdjustmentRecord>,
    unfinished: BTreeMap<PartnerId, BTreeSet<String>>,
}

impl From<Saved> for AdjustmentBook {
    fn from(saved: Saved) -> Self {
        let mut book = Self { records: saved.records, unfinished: saved.unfinished, keys: BTreeMap::new() };
        let used: Vec<_> =
            (0_u32..).zip(book.records.iter()).filter_map(|(number, record)| Some((number, record.made.key.clone()?))).collect();
        used.into_iter().for_each(|(number, key)| book.note_key(number, key));
        book
    }
}

impl AdjustmentBook {
    /// All records, oldest first.
    pub fn records(&self) -> impl DoubleEndedIterator<Item = &AdjustmentRecord> + ExactSizeIterator {
        self.records.iter()
    }

    /// The record of this adjustment.
    pub fn record(&self, id: &TradeId) -> Option<&AdjustmentRecord> {
        self.records.get(id)
    }

    /// The first record that came of this key of a partner's.
    pub(super) fn of_key(&self, partner: &PartnerId, key: &AdjustmentKey) -> Option<&AdjustmentRecord> {
        self.records.numbered(*self.keys.get(partner)?.get(key)?)
    }

    /// Whether an adjustment between the two has begun and not ended.
    pub fn is_unfinished(&self, partner: &PartnerId, with: &Holder) -> bool {
        self.unfinished.get(partner).is_some_and(|pairs| pairs.contains(&name(with)))
    }

    fn note_key(&mut self, number: u32, used: KeyUse) {
        self.keys.entry(used.partner).or_default().entry(used.key).or_insert(number);
    }

    /// Takes in what happened; events of other contexts change nothing here.
    pub(crate) fn evolve(&mut self, event: &Event) {
        match &event.change {
            Change::AdjustmentMade(made) => {
                let (made, operation_time, request) = (made.clone(), event.at, event.request.clone());
                let key = made.key.clone();
                let number = self.records.set(AdjustmentRecord { made, operation_time, request });
                if let Some(key) = key {
                    self.note_key(number, key);
                }
            }
            Change::AdjustmentBegun(AdjustmentPair { partner, with }) => {
                self.unfinished.entry(partner.clone()).or_default().insert(name(with));
            }
            Change::AdjustmentEnded(AdjustmentPair { partner, with }) => {
                if let Some(pairs) = self.unfinished.get_mut(partner) {
                    pairs.remove(&name(with));
                    if pairs.is_empty() {
                        self.unfinished.remove(partner);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Customers and partners may have the same id.
fn name(holder: &Holder) -> String {
    match holder {
        Holder::Partner(account) => format!("partner {}", account.partner),
        Holder::Customer(account) => format!("customer {}", account.customer),
    }
}
