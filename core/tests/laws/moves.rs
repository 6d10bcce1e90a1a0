//! Moves: what a history is made of. Each becomes a request when its turn comes, about things that are there by then.

use std::fmt::Debug;

use partnerkit::{PartnerCenter, Request, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Who asks, the way the request comes, and what is asked for.
pub type Asked = (Value, Value, Value);

/// What can be tried in a world.
pub trait Kind: Copy + Debug + 'static {
    /// How often each is tried.
    const WEIGHTS: &'static [(u32, Self)];

    /// How long a move waits before it asks, in seconds.
    fn wait() -> BoxedStrategy<i64>;

    fn ask(self, center: &PartnerCenter, at: Timestamp, pick: &mut Pick) -> Asked;
}

/// A move. Its numbers choose among what is there; smaller ones choose the plainer.
#[derive(Clone, Debug)]
pub struct Move<K> {
    kind: K,
    wait: i64,
    picks: Vec<u16>,
}

pub fn history<K: Kind>() -> impl Strategy<Value = Vec<Move<K>>> {
    let kind = proptest::strategy::Union::new_weighted(K::WEIGHTS.iter().map(|(weight, kind)| (*weight, Just(*kind))).collect());
    let one =
        (kind, K::wait(), prop::collection::vec(any::<u16>(), 16)).prop_map(|(kind, wait, picks)| Move { kind, wait, picks });
    prop::collection::vec(one, 20..80)
}

impl<K: Kind> Move<K> {
    /// How long it waits before it asks, in seconds.
    pub fn wait(&self) -> i64 {
        self.wait
    }

    /// The request it is, at `at`, as number `number` of its history.
    pub fn request(&self, center: &PartnerCenter, at: Timestamp, number: usize) -> Request {
        let mut pick = Pick(self.picks.iter().cycle());
        let (actor, access, command) = self.kind.ask(center, at, &mut pick);
        let request = json!({ "id": format!("r{number}"), "at": at, "actor": actor, "access": access, "command": command });
        serde_json::from_value(request).unwrap_or_else(|error| panic!("{error}: {command}"))
    }
}

/// Chooses with the numbers of a move, one after the other.
pub struct Pick<'a>(std::iter::Cycle<std::slice::Iter<'a, u16>>);

impl Pick<'_> {
    pub fn number(&mut self, below: usize) -> usize {
        usize::from(*self.0.next().unwrap()) % below.max(1)
    }
    /// Rarely: once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.number(times) == times - 1
    }
    pub fn of<T: Clone>(&mut self, list: &[T]) -> T {
        let number = self.number(list.len());
        list[number].clone()
    }
    pub fn of_or<T: Clone>(&mut self, list: &[T], otherwise: T) -> T {
        if list.is_empty() || self.once_in(20) { otherwise } else { self.of(list) }
    }
}

pub fn vendor() -> Value {
    json!({ "type": "vendor" })
}

pub fn partner(id: &str) -> Value {
    json!({ "type": "partner", "partner": id })
}

pub fn api() -> Value {
    json!({})
}

pub fn console() -> Value {
    json!({ "channel": "console", "verification_code": true })
}
