//! Which accounts belong to which enterprise master.

use std::collections::{BTreeSet, HashMap};

use super::{Account, Customer, Directory};
use crate::id::CustomerId;
use crate::table::Table;

/// The numbers of the sub-accounts of each enterprise master. Not kept in snapshots: it is found again.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Subs(HashMap<CustomerId, BTreeSet<u32>, foldhash::fast::FixedState>);

impl Subs {
    pub fn of(customers: &Table<Customer>) -> Self {
        let mut subs = Self::default();
        for (number, customer) in (0_u32..).zip(customers.iter()) {
            subs.moved(number, None, customer.profile.account.master());
        }
        subs
    }

    /// A customer belongs to another master than before.
    pub fn moved(&mut self, number: u32, from: Option<&CustomerId>, to: Option<&CustomerId>) {
        if from == to {
            return;
        }
        if let Some(from) = from
            && let Some(numbers) = self.0.get_mut(from)
        {
            numbers.remove(&number);
            // As if it had been found again.
            if numbers.is_empty() {
                self.0.remove(from);
            }
        }
        if let Some(to) = to {
            self.0.entry(to.clone()).or_default().insert(number);
        }
    }
}

impl Account {
    /// The enterprise master it belongs to, if it is a sub-account.
    pub fn master(&self) -> Option<&CustomerId> {
        match self {
            Self::EnterpriseSub(sub) => Some(&sub.master),
            _ => None,
        }
    }
}

impl Directory {
    /// The sub-accounts of an enterprise master, in the order in which they were recorded.
    pub fn subs_of(&self, master: &CustomerId) -> impl Iterator<Item = &Customer> {
        let numbers = self.subs.0.get(master).into_iter().flatten();
        numbers.filter_map(|number| self.customers.numbered(*number))
    }

    /// The sub-accounts of an enterprise master that pay for themselves (非财务托管).
    pub(crate) fn independent_subs_of(&self, master: &CustomerId) -> impl Iterator<Item = &Customer> {
        let pays_itself = |customer: &&Customer| match &customer.profile.account {
            Account::EnterpriseSub(sub) => !sub.financially_hosted,
            _ => false,
        };
        self.subs_of(master).filter(pays_itself)
    }
}
