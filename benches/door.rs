//! What does the JSON door add to a decision?
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use partnerkit::json;
use partnerkit_benches::world;

/// The request of the Python and JavaScript benches, too.
const REQUEST: &str = include_str!("request.json");

fn door(criterion: &mut Criterion) {
    let center = world(1_000);
    criterion.bench_function("JSON in, decision, JSON out", |bencher| {
        bencher.iter(|| json::decide(&center, black_box(REQUEST)).unwrap());
    });
}

criterion_group!(benches, door);
criterion_main!(benches);
