//! Things by id, in the order in which they came into being: what every book is made of.

use std::borrow::Borrow;
use std::hash::{BuildHasher, Hash};

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::Malformed;

/// A thing with an id.
pub(crate) trait Entity {
    type Id: Eq + Hash;
    fn id(&self) -> &Self::Id;
}

/// Things by id. Hashing has a fixed seed: the same history gives the same table anywhere.
///
/// A thing knows its id, so the table keeps no copy of it, as a map would.
#[derive(Clone, Debug)]
pub(crate) struct Table<E> {
    things: Vec<E>,
    places: HashTable<Place>,
}

/// Where a thing stands. The hash of its id is kept, so that a growing table need not look at the things.
#[derive(Clone, Copy, Debug)]
struct Place {
    hash: u32,
    number: u32,
}

impl Place {
    /// The hash as the table of places wants it, which looks at both ends of it.
    fn spread(&self) -> u64 {
        u64::from(self.hash) << 32 | u64::from(self.hash)
    }

    fn of(id: &(impl ?Sized + Hash), number: usize) -> Self {
        let hash = FixedState::default().hash_one(id) >> 32;
        Self { hash: hash as u32, number: u32::try_from(number).unwrap_or(u32::MAX) }
    }
}

impl<E> Default for Table<E> {
    fn default() -> Self {
        Self { things: Vec::new(), places: HashTable::new() }
    }
}

impl<E: PartialEq> PartialEq for Table<E> {
    fn eq(&self, other: &Self) -> bool {
        self.things == other.things
    }
}

impl<E: Entity> Table<E> {
    pub fn get<Q: ?Sized + Hash + Eq>(&self, id: &Q) -> Option<&E>
    where
        E::Id: Borrow<Q>,
    {
        self.numbered(self.number(id)?)
    }

    pub fn get_mut<Q: ?Sized + Hash + Eq>(&mut self, id: &Q) -> Option<&mut E>
    where
        E::Id: Borrow<Q>,
    {
        let number = self.number(id)?;
        self.things.get_mut(index(number))
    }

    /// Adds a thing, or puts it where the one of its id stands. Gives its number.
    pub fn set(&mut self, thing: E) -> u32 {
        if let Some(number) = self.number(thing.id())
            && let Some(before) = self.things.get_mut(index(number))
        {
            *before = thing;
            return number;
        }
        self.add(thing)
    }

    /// Changes the thing of this id, made if there is none.
    pub fn change(&mut self, id: &E::Id, make: impl FnOnce() -> E, change: impl FnOnce(&mut E)) {
        match self.get_mut(id) {
            Some(thing) => change(thing),
            None => {
                let mut thing = make();
                change(&mut thing);
                self.add(thing);
            }
        }
    }

    fn add(&mut self, thing: E) -> u32 {
        let place = Place::of(thing.id(), self.things.len());
        self.places.insert_unique(place.spread(), place, Place::spread);
        self.things.push(thing);
        place.number
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &E> + ExactSizeIterator {
        self.things.iter()
    }

    /// Whoever changes things here leaves their ids alone.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut E> {
        self.things.iter_mut()
    }

    /// The number of a thing, which never changes.
    pub fn number<Q: ?Sized + Hash + Eq>(&self, id: &Q) -> Option<u32>
    where
        E::Id: Borrow<Q>,
    {
        let place = Place::of(id, 0);
        let is_it = |other: &Place| {
            other.hash == place.hash && self.numbered(other.number).is_some_and(|thing| thing.id().borrow() == id)
        };
        self.places.find(place.spread(), is_it).map(|found| found.number)
    }

    pub fn numbered(&self, number: u32) -> Option<&E> {
        self.things.get(index(number))
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

impl<E: Entity + Serialize> Serialize for Table<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.things)
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
