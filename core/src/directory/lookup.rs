//! Who has an account name, a phone number, an e-mail address, or a user of a partner's platform.

use std::collections::HashMap;

use super::{Customer, Directory, Profile};
use crate::personal::Personal;
use crate::table::Table;

/// The numbers of the customers that have a text, in order.
#[derive(Clone, Debug, Default, PartialEq)]
struct By(HashMap<Personal, Vec<u32>, foldhash::fast::FixedState>);

impl By {
    fn add(&mut self, text: Personal, number: u32) {
        if text.is_empty() {
            return;
        }
        let numbers = self.0.entry(text).or_default();
        if let Err(place) = numbers.binary_search(&number) {
            numbers.insert(place, number);
        }
    }

    fn remove(&mut self, text: &Personal, number: u32) {
        if let Some(numbers) = self.0.get_mut(text) {
            numbers.retain(|other| *other != number);
            // As if it had been found again.
            if numbers.is_empty() {
                self.0.remove(text);
            }
        }
    }

    fn of(&self, text: &str) -> &[u32] {
        self.0.get(text).map_or(&[], Vec::as_slice)
    }
}

/// Customers by what they can be told by. Not kept in snapshots: it is found again.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lookup {
    account_names: By,
    phones: By,
    emails: By,
    xaccounts: By,
}

/// A phone number without the code of mainland China, with and without which it is the same.
pub(crate) fn without_country(phone: &str) -> &str {
    phone.strip_prefix("0086-").unwrap_or(phone)
}

fn bare(phone: &Personal) -> Personal {
    let text = phone.in_full();
    match without_country(text) {
        bare if bare.len() < text.len() => bare.into(),
        _ => phone.clone(),
    }
}

fn xaccount(profile: &Profile) -> Personal {
    profile.xaccount.as_ref().map_or_else(Personal::default, |xaccount| xaccount.id.as_str().into())
}

impl Lookup {
    pub fn of(customers: &Table<Customer>) -> Self {
        let mut lookup = Self::default();
        for (number, customer) in (0_u32..).zip(customers.iter()) {
            lookup.changed(number, None, &customer.profile);
        }
        lookup
    }

    /// A customer is recorded, or its record changed.
    pub fn changed(&mut self, number: u32, before: Option<&Profile>, after: &Profile) {
        if let Some(before) = before {
            self.account_names.remove(&before.account_name, number);
            self.phones.remove(&bare(&before.phone), number);
            self.emails.remove(&before.email, number);
            self.xaccounts.remove(&xaccount(before), number);
        }
        self.account_names.add(after.account_name.clone(), number);
        self.phones.add(bare(&after.phone), number);
        self.emails.add(after.email.clone(), number);
        self.xaccounts.add(xaccount(after), number);
    }
}

impl Directory {
    fn numbered(&self, numbers: &[u32]) -> impl Iterator<Item = &Customer> {
        numbers.iter().filter_map(|number| self.customers.numbered(*number))
    }

    /// Customers whose account has this name. Each of these lists is in the order in which they were recorded.
    pub fn customers_by_account_name(&self, name: &str) -> impl Iterator<Item = &Customer> {
        self.numbered(self.lookup.account_names.of(name))
    }

    /// Customers with this phone number; a leading `0086-` makes no difference.
    pub fn customers_by_phone(&self, phone: &str) -> impl Iterator<Item = &Customer> {
        self.numbered(self.lookup.phones.of(without_country(phone)))
    }

    /// Customers with this e-mail address.
    pub fn customers_by_email(&self, email: &str) -> impl Iterator<Item = &Customer> {
        self.numbered(self.lookup.emails.of(email))
    }

    /// Customers that stand for a user of this id on the platform of some partner.
    pub fn customers_by_xaccount(&self, id: &str) -> impl Iterator<Item = &Customer> {
        self.numbered(self.lookup.xaccounts.of(id))
    }
}
