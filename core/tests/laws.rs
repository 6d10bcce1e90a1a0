//! Laws: what holds after every step of every history, whatever is asked.
//!
//! Each law is a function whose name is the sentence. A history is 20 to 80 requests over one world; what breaks a law is
//! shrunk to the shortest history that does. `PROPTEST_CASES=1000` walks more of them, and others.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    clippy::items_after_statements,
    clippy::field_reassign_with_default,
    reason = "tests fail loudly"
)]

#[cfg(feature = "json")]
mod exported;

#[path = "laws/decisions.rs"]
mod decisions;
#[path = "laws/history.rs"]
mod history;
#[path = "laws/ledger.rs"]
mod ledger;
#[path = "laws/money.rs"]
mod money;
#[path = "laws/moves.rs"]
mod moves;
#[path = "laws/people/mod.rs"]
mod people;
#[path = "laws/purses/mod.rs"]
mod purses;
#[path = "laws/walk.rs"]
mod walk;
#[path = "laws/world.rs"]
mod world;

use partnerkit::{Level, rules};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestError, TestRng, TestRunner};

use ledger::Ledger;
use moves::Kind;
use people::book::Book;
use purses::purse::Purse;
use walk::{Books, Kept, Seen, Step, World, walk};

/// A law, asked after a step.
type LawOfSteps = (&'static str, fn(&Step<'_>) -> Result<(), String>);

/// A law about a step and the second books.
type LawOfBooks<B> = (&'static str, fn(&Kept<'_, B>) -> Result<(), String>);

/// Declares laws, and lists them.
macro_rules! laws {
    ($list:ident of $what:ty; $(fn $name:ident($step:ident) $body:block)+) => {
        pub const $list: &[(&str, fn(&$what) -> Result<(), String>)] = &[$((stringify!($name), $name)),+];
        $(fn $name($step: &$what) -> Result<(), String> { $body #[allow(unreachable_code, reason = "some laws return early")] Ok(()) })+
    };
}
pub(crate) use laws;

/// Says what is wrong, unless it holds.
macro_rules! hold {
    ($holds:expr, $($wrong:tt)+) => { if !$holds { return Err(format!($($wrong)+)); } };
}
pub(crate) use hold;

const HISTORIES: u32 = 100;

/// The same histories each time, unless more are asked for.
fn config() -> Config {
    let mut config = Config { failure_persistence: None, max_shrink_iters: 400, max_shrink_time: 30_000, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = HISTORIES;
        config.rng_seed = RngSeed::Fixed(2_026);
    }
    config
}

/// Asks every law after every step of every history of a world.
fn hold_in<K: Kind, B: Books>(world: &World, decisions: &[LawOfSteps], books: &[LawOfBooks<B>]) {
    hold_with::<K, B>(config(), world, decisions, books);
}

fn hold_with<K: Kind, B: Books>(config: Config, world: &World, decisions: &[LawOfSteps], books: &[LawOfBooks<B>]) {
    let result = TestRunner::new(config).run(&moves::history::<K>(), |history| {
        walk(world, &history, &mut Seen::new(), |kept: &Kept<B>, _| {
            let told = |name: &str, broken: String| format!("the law `{name}` is broken: {broken}");
            decisions.iter().try_for_each(|(name, law)| law(kept.step).map_err(|broken| told(name, broken)))?;
            books.iter().try_for_each(|(name, law)| law(kept).map_err(|broken| told(name, broken)))
        })
        .map_err(TestCaseError::fail)
    });
    match result {
        Ok(()) => println!("{} laws", decisions.len() + books.len()),
        Err(TestError::Fail(why, history)) => panic!("{why}\n  after {} moves", history.len()),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

#[test]
fn every_law_holds_after_every_step_of_every_history() {
    let laws: Vec<_> = decisions::LAWS.iter().chain(decisions::OF_COUPONS).copied().collect();
    hold_in::<history::Kind, Ledger>(&world::WORLD, &laws, money::LAWS);
}

#[test]
fn every_law_of_people_holds_on_the_china_site() {
    hold_in::<people::history::Kind, Book>(&people::world::CHINA, decisions::LAWS, people::LAWS);
}

#[test]
fn every_law_of_people_holds_on_the_international_site() {
    hold_in::<people::history::Kind, Book>(&people::world::INTERNATIONAL, decisions::LAWS, people::LAWS);
}

/// Whatever happens, the files that partners export afterwards fit together.
#[cfg(feature = "json")]
fn audited<K: Kind, B: Books>(world: &World, walks: usize) {
    let mut runner = TestRunner::new_with_rng(config(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut rows = 0;
    for _ in 0..walks {
        let history = moves::history::<K>().new_tree(&mut runner).unwrap().current();
        let mut last = None;
        let look = |kept: &Kept<B>, _: &mut Seen| {
            last = Some((kept.after.clone(), kept.request.at.to_string()));
            Ok(())
        };
        walk(world, &history, &mut Seen::new(), look).unwrap();
        let Some((center, at)) = last else { continue };
        let tables = exported::tables(&center, &at);
        rows += tables.values().map(Vec::len).sum::<usize>();
        assert_eq!(exported::findings(&tables), Vec::<serde_json::Value>::new());
    }
    println!("{rows} rows");
}

#[cfg(feature = "json")]
#[test]
fn an_audit_finds_nothing_in_what_any_history_of_coupons_leaves() {
    audited::<history::Kind, Ledger>(&world::WORLD, WALKS / 3);
}

#[cfg(feature = "json")]
#[test]
fn an_audit_finds_nothing_in_what_any_history_of_money_leaves() {
    audited::<purses::history::Kind, Purse>(&purses::world::CHINA, WALKS / 3);
    audited::<purses::history::Kind, Purse>(&purses::world::INTERNATIONAL, WALKS / 15);
}

#[test]
fn every_law_of_money_holds_on_the_china_site() {
    hold_in::<purses::history::Kind, Purse>(&purses::world::CHINA, decisions::LAWS, &purses::laws());
}

#[test]
fn every_law_of_money_holds_on_the_international_site() {
    // Little differs there: fewer will do.
    let config = Config { cases: config().cases.div_ceil(5), ..config() };
    hold_with::<purses::history::Kind, Purse>(config, &purses::world::INTERNATIONAL, decisions::LAWS, &purses::laws());
}

/// Rules that no history of these worlds can break, with the reason.
const OUT_OF_REACH: &[(&str, &str)] = &[
    ("cash.issue.issuer", "off by default"),
    ("coupon.issue.real-name", "off by default"),
    ("coupon.use.mode", "off by default"),
    ("center.same-content", "a law of its own"),
    ("order.place.service-list", "of the European site"),
    ("assoc.type.unknown-code", "of the vendor's own wire format"),
    ("assoc.resale.coupons-before-only", "these worlds have no coupons"),
    ("customer.export.admin-only", "of files"),
    ("register.check-value", "of a view with a form of its own"),
    ("adjustment.allocate.customer-frozen", "off by default"),
];

/// Histories of a world that are walked without asking laws.
const WALKS: usize = 150;

/// What histories of these worlds meet.
fn seen_in<K: Kind, B: Books>(worlds: &[&World], mut look: impl FnMut(&Kept<B>, &mut Seen)) -> Seen {
    let mut runner = TestRunner::new_with_rng(config(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut seen = Seen::new();
    for turn in 0..WALKS {
        let history = moves::history::<K>().new_tree(&mut runner).unwrap().current();
        let look = |kept: &Kept<B>, seen: &mut Seen| {
            look(kept, seen);
            Ok(())
        };
        walk(worlds[turn % worlds.len()], &history, &mut seen, look).unwrap();
    }
    for (what, count) in &seen {
        println!("{count:6} {what}");
    }
    seen
}

/// At least four fifths of the rules of these contexts that a request can break have been broken.
fn reach(seen: &Seen, contexts: &[&str]) {
    let breakable = rules().filter(|rule| matches!(rule.level, Level::Call | Level::Row));
    let of_contexts = breakable.filter(|rule| rule.id.split('.').next().is_some_and(|context| contexts.contains(&context)));
    let breakable: Vec<_> = of_contexts.filter(|rule| OUT_OF_REACH.iter().all(|(id, _)| *id != rule.id)).collect();
    let unreached: Vec<_> = breakable.iter().map(|rule| rule.id).filter(|id| !seen.contains_key(&format!("rule {id}"))).collect();
    println!("reached {} of {}; not {unreached:#?}", breakable.len() - unreached.len(), breakable.len());
    assert!(unreached.len() * 10 <= breakable.len() * 2, "{unreached:#?}");
}

/// The contexts of quotas and coupons; the others are those of people.
const OF_COUPONS: &[&str] = &["center", "quota", "coupon", "cash", "pickup"];

/// The contexts of accounts, adjustments and statements.
const OF_MONEY: &[&str] = &["money", "id", "account", "adjustment", "statement"];

/// Contexts that have views only, which are tried by themselves.
const OF_VIEWS: &[&str] = &["contract"];

#[test]
fn the_histories_reach_most_of_the_rules() {
    let seen = seen_in::<history::Kind, Ledger>(&[&world::WORLD], |_, _| {});
    reach(&seen, OF_COUPONS);
}

#[test]
fn the_histories_reach_most_of_the_rules_of_people() {
    let worlds: [&World; 2] = [&people::world::CHINA, &people::world::INTERNATIONAL];
    let seen = seen_in::<people::history::Kind, Book>(&worlds, people::views::count);
    let others = [OF_COUPONS, OF_MONEY, OF_VIEWS].concat();
    let contexts = rules().filter_map(|rule| rule.id.split('.').next()).filter(|context| !others.contains(context));
    reach(&seen, &contexts.collect::<Vec<_>>());
}

#[test]
fn the_histories_reach_most_of_the_rules_of_money() {
    let worlds: [&World; 2] = [&purses::world::CHINA, &purses::world::INTERNATIONAL];
    let seen = seen_in::<purses::history::Kind, Purse>(&worlds, purses::views::count);
    reach(&seen, OF_MONEY);
}
