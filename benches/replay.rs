//! How fast is a log of issues replayed, with state, records and request memory kept? How fast are the requests handled?
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use partnerkit_benches::{issues, log};

fn replay(criterion: &mut Criterion) {
    let count = 200_000;
    let (center, events) = log(count);
    let mut group = criterion.benchmark_group("log");
    group.throughput(Throughput::Elements(events.len() as u64)).sample_size(10);
    group.bench_function("apply each event", |bencher| {
        bencher.iter_batched(
            || center.clone(),
            |mut center| {
                for event in &events {
                    center.apply(event).unwrap();
                }
                center
            },
            BatchSize::PerIteration,
        );
    });
    let requests = issues(1_000, count, "1.00 CNY");
    group.bench_function("decide and carry out each request", |bencher| {
        bencher.iter_batched(
            || center.clone(),
            |mut center| {
                for request in &requests {
                    center.handle(request).unwrap();
                }
                center
            },
            BatchSize::PerIteration,
        );
    });
}

criterion_group!(benches, replay);
criterion_main!(benches);
