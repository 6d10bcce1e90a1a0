//! Things by id, in the order in which they came into being: what every book is made of.

use std::borrow::Borrow;
use std::hash::Hash;

use crate::error::Malformed;
use indexmap::IndexMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A thing with an id.
pub(crate) trait Entity {
    type Id: Clone + Eq + Hash;
    fn id(&self) -> &Self::Id;
}

/// Things by id. Hashing has a fixed seed: the same history gives the same table anywhere.
#[derive(Clone, Debug)]
pub(crate) struct Table<E: Entity>(IndexMap<E::Id, E, foldhash::fast::FixedState>);

impl<E: Entity> Default for Table<E> {
    fn default() -> Self {
        Self(IndexMap::default())
    }
}

impl<E: Entity + PartialEq> PartialEq for Table<E> {
    fn eq(&self, other: &Self) -> bool {
        self.0.values().eq(other.0.values())
    }
}

impl<E: Entity> Table<E> {
    pub fn get<Q: ?Sized + Hash + Eq>(&self, id: &Q) -> Option<&E>
    where
        E::Id: Borrow<Q>,
    {
        self.0.get(id)
    }

    pub fn get_mut<Q: ?Sized + Hash + Eq>(&mut self, id: &Q) -> Option<&mut E>
    where
        E::Id: Borrow<Q>,
    {
        self.0.get_mut(id)
    }

    /// Adds a thing, or puts it where the one of its id stands. Gives its number.
    pub fn set(&mut self, thing: E) -> u32 {
        let (index, _) = self.0.insert_full(thing.id().clone(), thing);
        u32::try_from(index).unwrap_or(u32::MAX)
    }

    /// The thing of this id, made if there is none.
    pub fn or_add(&mut self, id: &E::Id, make: impl FnOnce() -> E) -> &mut E {
        self.0.entry(id.clone()).or_insert_with(make)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &E> + ExactSizeIterator {
        self.0.values()
    }

    /// The number of a thing, which never changes.
    pub fn number<Q: ?Sized + Hash + Eq>(&self, id: &Q) -> Option<u32>
    where
        E::Id: Borrow<Q>,
    {
        self.0.get_index_of(id).and_then(|index| u32::try_from(index).ok())
    }

    pub fn numbered(&self, number: u32) -> Option<&E> {
        self.0.get_index(number.try_into().ok()?).map(|(_, thing)| thing)
    }
}

impl<E: Entity + Serialize> Serialize for Table<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.values())
    }
}

impl<'de, E: Entity + Deserialize<'de>> Deserialize<'de> for Table<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut table = Self::default();
        for (place, thing) in Vec::<E>::deserialize(deserializer)?.into_iter().enumerate() {
            if table.get(thing.id()).is_some() {
                let twice = Malformed { field: format!("[{place}]"), expected: "of an id that stands once".into(), found: None };
                return Err(serde::de::Error::custom(twice.carried()));
            }
            table.set(thing);
        }
        Ok(table)
    }
}
