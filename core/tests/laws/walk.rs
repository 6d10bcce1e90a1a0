//! A walk through a history: each request is decided and carried out, and every law is asked.

use std::collections::BTreeMap;

use partnerkit::{Decision, Error, Event, PartnerCenter, Request, Timestamp};

use crate::moves::{Kind, Move};

/// Where histories begin.
pub struct World {
    pub center: PartnerCenter,
    /// The events that made it.
    pub log: Vec<Event>,
    /// When histories begin, in Unix seconds.
    pub start: i64,
}

/// A second set of books, kept from the events alone.
pub trait Books: Clone + Default {
    fn take(&mut self, event: &Event);
}

/// One step of a history, as the laws see it.
pub struct Step<'a> {
    pub before: &'a PartnerCenter,
    pub request: &'a Request,
    pub answer: &'a Result<Decision, Error>,
    pub after: &'a PartnerCenter,
    /// Everything that ever happened.
    pub log: &'a [Event],
    /// Its place in the history.
    pub number: usize,
    /// A center restored from a snapshot at some earlier step, that has been asked all the same since.
    pub twin: Option<&'a (PartnerCenter, Result<Decision, Error>)>,
}

impl Step<'_> {
    /// What happened in it.
    pub fn events(&self) -> &[Event] {
        self.answer.as_ref().map_or(&[], |decision| decision.events.as_slice())
    }

    pub fn decision(&self) -> Option<&Decision> {
        self.answer.as_ref().ok()
    }

    /// The decision, when the call was accepted.
    pub fn accepted(&self) -> Option<&Decision> {
        self.decision().filter(|decision| decision.is_accepted())
    }
}

/// A step, and the second books after it and before it.
pub struct Kept<'a, B> {
    pub step: &'a Step<'a>,
    pub book: &'a B,
    pub book_before: &'a B,
}

impl<'a, B> std::ops::Deref for Kept<'a, B> {
    type Target = Step<'a>;
    fn deref(&self) -> &Step<'a> {
        self.step
    }
}

/// What has been seen on the way: rules broken, commands asked, changes made, and how often.
pub type Seen = BTreeMap<String, usize>;

/// Walks the history, and calls `look` after each step.
pub fn walk<K: Kind, B: Books>(
    world: &World,
    history: &[Move<K>],
    seen: &mut Seen,
    mut look: impl FnMut(&Kept<B>, &mut Seen) -> Result<(), String>,
) -> Result<(), String> {
    let (mut center, mut log) = (world.center.clone(), world.log.clone());
    let mut book = B::default();
    log.iter().for_each(|event| book.take(event));
    let mut twin: Option<(PartnerCenter, Result<Decision, Error>)> = None;
    let mut now = world.start;
    for (number, turn) in history.iter().enumerate() {
        now += turn.wait();
        let at = Timestamp::from_unix_seconds(now).map_err(|error| error.to_string())?;
        let request = turn.request(&center, at, number);
        let before = center.clone();
        let answer = center.handle(&request);
        let book_before = book.clone();
        for event in answer.as_ref().map_or(&[][..], |decision| &decision.events) {
            book.take(event);
            log.push(event.clone());
        }
        count(&request, &answer, seen);
        if number % 16 == 5 {
            let text = serde_json::to_string(&before).map_err(|error| error.to_string())?;
            let restored = serde_json::from_str(&text).map_err(|error| format!("a snapshot cannot be restored: {error}"))?;
            twin = Some((restored, Ok(Decision::default())));
        }
        if let Some((twin, twin_answer)) = &mut twin {
            *twin_answer = twin.handle(&request);
        }
        let step =
            Step { before: &before, request: &request, answer: &answer, after: &center, log: &log, number, twin: twin.as_ref() };
        look(&Kept { step: &step, book: &book, book_before: &book_before }, seen)
            .map_err(|broken| format!("step {number}: {broken}\n  request: {}\n  answer: {answer:?}", written(&request)))?;
    }
    Ok(())
}

fn written(request: &Request) -> String {
    serde_json::to_string(request).unwrap_or_default()
}

fn count(request: &Request, answer: &Result<Decision, Error>, seen: &mut Seen) {
    let mut add = |what: String| *seen.entry(what).or_default() += 1;
    match answer {
        Err(error) => add(format!("error {}: {error}", request.command.type_name())),
        Ok(decision) => {
            let rows = decision.rows.iter().flat_map(|row| &row.breaches);
            for breach in rows.chain(&decision.breaches).chain(&decision.warnings) {
                add(format!("rule {}", breach.rule.id));
            }
            let how = if decision.is_accepted() { "accepted" } else { "refused" };
            add(format!("{how} {}", request.command.type_name()));
            for event in &decision.events {
                add(format!("change {}", event.change.type_name()));
            }
        }
    }
}
