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

#[path = "laws/decisions.rs"]
mod decisions;
#[path = "laws/history.rs"]
mod history;
#[path = "laws/ledger.rs"]
mod ledger;
#[path = "laws/money.rs"]
mod money;
#[path = "laws/walk.rs"]
mod walk;
#[path = "laws/world.rs"]
mod world;

use partnerkit::{Level, rules};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestError, TestRng, TestRunner};

use walk::{Seen, Step, walk};

/// A law, asked after a step.
type Law = fn(&Step) -> Result<(), String>;

/// Declares laws, and lists them.
macro_rules! laws {
    ($(fn $name:ident($step:ident) $body:block)+) => {
        pub const LAWS: &[(&str, crate::Law)] = &[$((stringify!($name), $name)),+];
        $(fn $name($step: &Step) -> Result<(), String> { $body #[allow(unreachable_code, reason = "some laws return early")] Ok(()) })+
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
    let mut config = Config { failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = HISTORIES;
        config.rng_seed = RngSeed::Fixed(2_026);
    }
    config
}

#[test]
fn every_law_holds_after_every_step_of_every_history() {
    let laws: Vec<_> = money::LAWS.iter().chain(decisions::LAWS).collect();
    let result = TestRunner::new(config()).run(&history::history(), |history| {
        walk(&history, &mut Seen::new(), |step| {
            for (name, law) in &laws {
                law(step).map_err(|broken| format!("the law `{name}` is broken: {broken}"))?;
            }
            Ok(())
        })
        .map_err(TestCaseError::fail)
    });
    match result {
        Ok(()) => println!("{} laws", laws.len()),
        Err(TestError::Fail(why, history)) => panic!("{why}\n  after {} moves", history.len()),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

/// Rules that no history of this world can break, with the reason.
const OUT_OF_REACH: &[(&str, &str)] = &[
    ("cash.issue.issuer", "off by default"),
    ("coupon.issue.real-name", "off by default"),
    ("coupon.use.mode", "off by default"),
    ("center.same-content", "a law of its own"),
];

#[test]
fn the_histories_reach_most_of_the_rules() {
    let mut runner = TestRunner::new_with_rng(config(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut seen = Seen::new();
    for _ in 0..150 {
        let history = history::history().new_tree(&mut runner).unwrap().current();
        walk(&history, &mut seen, |_| Ok(())).unwrap();
    }
    for (what, count) in &seen {
        println!("{count:6} {what}");
    }
    let breakable = rules().filter(|rule| matches!(rule.level, Level::Call | Level::Row));
    let breakable: Vec<_> = breakable.filter(|rule| OUT_OF_REACH.iter().all(|(id, _)| *id != rule.id)).collect();
    let unreached: Vec<_> = breakable.iter().map(|rule| rule.id).filter(|id| !seen.contains_key(&format!("rule {id}"))).collect();
    println!("reached {} of {}; not {unreached:#?}", breakable.len() - unreached.len(), breakable.len());
    assert!(unreached.len() * 10 <= breakable.len() * 2, "{unreached:#?}");
}
