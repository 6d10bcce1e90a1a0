//! The book of freezes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{CustomerFrozen, FreezeType};
use crate::event::{Change, Event};
use crate::id::CustomerId;
use crate::table::{Entity, Table};
use crate::time::Timestamp;

/// That a customer is frozen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    /// Which, and how.
    pub frozen: CustomerFrozen,
    /// Since when.
    pub since: Timestamp,
    /// Whether the freeze has ended.
    pub ended: bool,
    /// Whether its resources have been released, because it was not ended in time.
    pub resources_released: bool,
}

impl Frozen {
    /// Whether there are frozen resources that can still be released.
    pub(super) fn holds_resources(&self) -> bool {
        self.frozen.freeze_type == FreezeType::AccountAndResources && !self.ended && !self.resources_released
    }
}

impl Entity for Frozen {
    type Id = CustomerId;
    fn id(&self) -> &CustomerId {
        &self.frozen.customer
    }
}

/// The book of freezes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Saved")]
pub struct FreezeBook {
    /// The last freeze of each customer that ever was frozen.
    freezes: Table<Frozen>,
    /// Those that hold resources, by since when: passing time looks at nothing else.
    #[serde(skip)]
    by_time: BTreeMap<Timestamp, BTreeSet<u32>>,
}

/// What is kept of the book; the rest is found again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    freezes: Table<Frozen>,
}

impl From<Saved> for FreezeBook {
    fn from(saved: Saved) -> Self {
        let mut by_time: BTreeMap<_, BTreeSet<u32>> = BTreeMap::new();
        for (number, frozen) in (0_u32..).zip(saved.freezes.iter()) {
            if frozen.holds_resources() {
                by_time.entry(frozen.since).or_default().insert(number);
            }
        }
        Self { freezes: saved.freezes, by_time }
    }
}

impl FreezeBook {
    /// How a customer is frozen, if it is.
    pub fn of(&self, customer: &CustomerId) -> Option<&Frozen> {
        self.freezes.get(customer).filter(|frozen| !frozen.ended)
    }

    /// Those that hold resources, the earliest first.
    pub(super) fn with_resources(&self) -> impl Iterator<Item = &Frozen> {
        self.by_time.values().flatten().filter_map(|number| self.freezes.numbered(*number))
    }

    pub(crate) fn evolve(&mut self, event: &Event) {
        match &event.change {
            Change::CustomerFrozen(frozen) => {
                self.change(&frozen.customer, |before| before.ended = true);
                let (frozen, since) = (frozen.clone(), event.at);
                let number = self.freezes.set(Frozen { frozen, since, ended: false, resources_released: false });
                if self.freezes.numbered(number).is_some_and(Frozen::holds_resources) {
                    self.by_time.entry(since).or_default().insert(number);
                }
            }
            Change::CustomerUnfrozen(it) => self.change(&it.customer, |frozen| frozen.ended = true),
            Change::ResourcesReleased(it) => self.change(&it.customer, |frozen| frozen.resources_released = true),
            _ => {}
        }
    }

    /// Changes a freeze so that it holds no resources any more.
    fn change(&mut self, customer: &CustomerId, change: impl FnOnce(&mut Frozen)) {
        let number = self.freezes.number(customer);
        let Some((frozen, number)) = self.freezes.get_mut(customer).zip(number) else { return };
        change(frozen);
        if let Some(together) = self.by_time.get_mut(&frozen.since) {
            together.remove(&number);
            if together.is_empty() {
                self.by_time.remove(&frozen.since);
            }
        }
    }
}
