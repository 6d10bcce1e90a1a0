//! Names and what is known of each: a name is kept once, and stands for a number everywhere else.

use foldhash::fast::FixedState;
use indexmap::IndexMap;
use indexmap::map::RawEntryApiV1;
use indexmap::map::raw_entry_v1::RawEntryMut;

/// Things by name, numbered as they are first named.
#[derive(Debug)]
pub(crate) struct Names<T>(IndexMap<Box<str>, T, FixedState>);

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self(IndexMap::with_hasher(FixedState::default()))
    }
}

impl<T: Default> Names<T> {
    /// The number of a name, and what is known of it; nothing yet when the name is new.
    pub fn known(&mut self, name: &str) -> (usize, &mut T) {
        match self.0.raw_entry_mut_v1().from_key(name) {
            RawEntryMut::Occupied(entry) => (entry.index(), entry.into_mut()),
            RawEntryMut::Vacant(entry) => (entry.index(), entry.insert(name.into(), T::default()).1),
        }
    }
}

impl<T> Names<T> {
    /// What is known of a name, if anything is.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.get(name)
    }

    /// The name of a number.
    pub fn name(&self, number: usize) -> &str {
        self.0.get_index(number).map_or("", |(name, _)| name)
    }

    /// What is known of a number.
    pub fn numbered(&self, number: usize) -> Option<&T> {
        self.0.get_index(number).map(|(_, known)| known)
    }

    /// The same, to be changed.
    pub fn numbered_mut(&mut self, number: usize) -> Option<&mut T> {
        self.0.get_index_mut(number).map(|(_, known)| known)
    }

    /// All of them, in the order in which they were first named.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(name, known)| (&**name, known))
    }
}
