//! How long does one decision take, when all is well and when three rules are broken, and how does it grow with the world?
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "a bench")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use partnerkit::{Command, Request};
use partnerkit_benches::{issues, world};

fn decide(criterion: &mut Criterion) {
    for customers in [1_000, 100_000, 1_000_000] {
        let center = world(customers);
        // As many in each world, so that only the world grows.
        let count = 4_096;
        let satisfied = issues(customers, count, "10.00 CNY");
        let broken: Vec<Request> = issues(customers, count, "-0.001 CNY").into_iter().map(three_broken).collect();
        for (what, requests, breaches) in [("all satisfied", satisfied, 0), ("three rules broken", broken, 3)] {
            assert_eq!(center.decide(&requests[0]).unwrap().breaches.len(), breaches);
            let mut turn = 0;
            criterion.bench_function(&format!("issue one coupon, {what}, {customers} customers"), |bencher| {
                bencher.iter(|| {
                    turn = (turn + 1) % requests.len();
                    black_box(&center).decide(black_box(&requests[turn])).unwrap()
                });
            });
        }
    }
}

/// A face value below zero, with three decimals, and a memo that is too long.
fn three_broken(mut request: Request) -> Request {
    if let Command::IssueCoupons(issue) = &mut request.command {
        issue.memo = Some("x".repeat(257).into());
    }
    request
}

criterion_group!(benches, decide);
criterion_main!(benches);
