//! What is remembered of each request, so that a repeat is told from another one and answered from memory.

use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::SAME_CONTENT;
use crate::decision::{Breach, Decision, Request, Row, facts, push};
use crate::event::Event;
use crate::id::RequestId;
use crate::policy::Policy;
use crate::table::Entity;

/// What is remembered of a request that was carried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Remembered {
    pub(super) id: RequestId,
    #[serde(with = "crate::event::hex")]
    pub(super) fingerprint: u64,
    pub(super) events: u32,
    pub(super) rows: Vec<Row>,
    pub(super) warnings: Vec<Breach>,
}

impl Entity for Remembered {
    type Id = RequestId;
    fn id(&self) -> &RequestId {
        &self.id
    }
}

impl Remembered {
    pub(super) fn nothing_of(event: &Event) -> Self {
        let (id, fingerprint) = (event.request.clone(), event.fingerprint);
        Self { id, fingerprint, events: 0, rows: Vec::new(), warnings: Vec::new() }
    }

    pub(super) fn evolve(&mut self, event: &Event) {
        self.events = self.events.saturating_add(1);
        match event.rows.as_slice() {
            [] => event.row().into_iter().for_each(|row| push(&mut self.rows, row)),
            rows => self.rows = rows.to_vec(),
        }
        self.warnings.extend(event.warnings.iter().cloned());
    }

    /// The answer to a second request of the same id.
    pub(super) fn answer(&self, policy: &Policy, request: &Request) -> Decision {
        if fingerprint(request) != self.fingerprint && policy.enforces(&SAME_CONTENT) {
            return Decision::refused(vec![Breach::new(&SAME_CONTENT, facts! { request: request.id.as_str() })]);
        }
        self.repeated()
    }

    pub(super) fn repeated(&self) -> Decision {
        Decision { rows: self.rows.clone(), warnings: self.warnings.clone(), repeated: true, ..Decision::default() }
    }
}

/// What tells a repeat from another request of the same id: the actor and the command, not the time.
pub(crate) fn fingerprint(request: &Request) -> u64 {
    fingerprint_of(&(&request.actor, &request.command))
}

/// What tells a thing from another one, anywhere and in every version.
pub(crate) fn fingerprint_of(thing: &impl Hash) -> u64 {
    let mut words = Words(0);
    thing.hash(&mut words);
    words.finish()
}

/// Hashes word by word, as FxHash does, the same on every machine and in every version: lengths and discriminants, which have
/// the width of a pointer elsewhere, have 64 bits here, and events keep the result.
struct Words(u64);

impl Words {
    fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Words {
    fn write(&mut self, bytes: &[u8]) {
        // How many there are counts, or a text would be the same with zeros after it.
        self.word(bytes.len() as u64);
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.word(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            self.word(rest.iter().rev().fold(0, |word, byte| (word << 8) | u64::from(*byte)));
        }
    }
    fn write_u8(&mut self, number: u8) {
        self.word(number.into());
    }
    fn write_u16(&mut self, number: u16) {
        self.word(number.into());
    }
    fn write_u32(&mut self, number: u32) {
        self.word(number.into());
    }
    fn write_u64(&mut self, number: u64) {
        self.word(number);
    }
    fn write_i64(&mut self, number: i64) {
        self.word(number.cast_unsigned());
    }
    fn write_usize(&mut self, number: usize) {
        self.word(number as u64);
    }
    fn write_isize(&mut self, number: isize) {
        self.word((number as i64).cast_unsigned());
    }
    /// Spreads the last words over all bits, as MurmurHash3 does.
    fn finish(&self) -> u64 {
        let mut hash = self.0;
        for factor in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] {
            hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
        }
        hash ^ (hash >> 33)
    }
}
