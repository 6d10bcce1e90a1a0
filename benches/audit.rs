//! How many rows does an audit take in a second? Of a million operation records, with their coupons, from typed rows and from the text of a file;
//! and of a million lines of statements, with their adjustment records.
#![allow(missing_docs, clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a bench")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use partnerkit::audit::{AdjustmentRow, Audit, CouponRecordRow, CouponRow, StatementRow};
use partnerkit::json;

const RECORDS: u64 = 1_000_000;

/// Every other record takes back what the one before it issued.
fn record(number: u64) -> CouponRecordRow {
    let (issue, is_issue) = (number.div_ceil(2), !number.is_multiple_of(2));
    let coupon = format!("request-{issue}-1");
    CouponRecordRow {
        record_id: if is_issue { coupon.clone() } else { format!("reclaim-{issue}-1") },
        number,
        partner_id: "D".into(),
        operation_time: format!("2026-03-10T{:02}:{:02}:00Z", number * 24 / (RECORDS + 1), number * 1_440 / (RECORDS + 1) % 60),
        operation_type: if is_issue { "issue" } else { "reclaim" }.into(),
        operation_code: if is_issue { 1 } else { 2 },
        result: "success".into(),
        quota_id: "Q1".into(),
        coupon_id: Some(coupon),
        kind: "voucher".into(),
        customer_id: format!("{:032x}", issue % 1_000),
        customer_name: "Customer".into(),
        amount: "12.50".into(),
        currency: "CNY".into(),
        reasons: String::new(),
    }
}

fn coupon(record: &CouponRecordRow) -> CouponRow {
    CouponRow {
        coupon_id: record.coupon_id.clone().unwrap(),
        kind: record.kind.clone(),
        status: "reclaimed".into(),
        customer_id: record.customer_id.clone(),
        customer_name: record.customer_name.clone(),
        source_id: record.partner_id.clone(),
        quota_id: record.quota_id.clone(),
        face_value: record.amount.clone(),
        balance: "0.00".into(),
        used: "0.00".into(),
        returned: record.amount.clone(),
        forfeited: "0.00".into(),
        currency: record.currency.clone(),
        create_time: record.operation_time.clone(),
        order_ids: String::new(),
    }
}

/// Allocations of a yuan each to a thousand customers, one after the other: the partner's line, the customer's, and the record.
fn allocation(number: u64) -> ([StatementRow; 2], AdjustmentRow) {
    let (trade_id, customer) = (format!("request-{number}-1"), format!("{:032x}", number % 1_000));
    let time = format!("2026-03-10T{:02}:{:02}:00Z", number * 24 / (RECORDS + 1), number * 1_440 / (RECORDS + 1) % 60);
    let line = |account_id: String, way: &str, code: u8, after: u64, other: Option<String>| StatementRow {
        account_change_id: trade_id.clone(),
        account_id,
        trade_time: time.clone(),
        trade_detail_type: "SOURCE_OPERATION_BEADJUST".into(),
        trade_type: "BEADJUST".into(),
        trade_id: trade_id.clone(),
        direction: way.into(),
        direction_code: code,
        change_amount: "1.00".into(),
        balance_after_change: format!("{after}.00"),
        currency: "CNY".into(),
        customer_id: other,
    };
    let lines = [
        line("P/top-up".into(), "expense", 2, RECORDS - number, Some(customer.clone())),
        line(format!("{customer}/allocation"), "income", 1, number.div_ceil(1_000), None),
    ];
    let record = AdjustmentRow {
        trans_id: trade_id.clone(),
        operation_time: time.clone(),
        operation_type: "SOURCE_OPERATION_BEADJUST".into(),
        partner_id: "P".into(),
        customer_id: customer,
        amount: "1.00".into(),
        currency: "CNY".into(),
    };
    (lines, record)
}

/// A record as a line of its file.
fn line(row: &CouponRecordRow) -> String {
    let CouponRecordRow { record_id, number, partner_id, operation_time, operation_type, operation_code, .. } = row;
    let (coupon, customer) = (row.coupon_id.as_ref().unwrap(), &row.customer_id);
    format!(
        r#"{{"record_id":"{record_id}","number":{number},"partner_id":"{partner_id}","operation_time":"{operation_time}","operation_type":"{operation_type}","operation_code":{operation_code},"result":"success","quota_id":"Q1","coupon_id":"{coupon}","kind":"voucher","customer_id":"{customer}","customer_name":"Customer","amount":"12.50","currency":"CNY","operator":"D","remark":null,"reasons":"","messages_en":"","messages_zh":""}}"#
    )
}

fn audit(criterion: &mut Criterion) {
    let records: Vec<_> = (1..=RECORDS).map(record).collect();
    let coupons: Vec<_> = records.iter().filter(|record| record.operation_type == "issue").map(coupon).collect();
    let mut group = criterion.benchmark_group("audit");
    group.sample_size(10).throughput(Throughput::Elements(RECORDS));
    group.bench_function("a million records", |bencher| {
        bencher.iter(|| {
            let mut audit = Audit::new();
            records.iter().for_each(|row| audit.add(row));
            assert!(audit.finish().is_empty());
        });
    });
    group.throughput(Throughput::Elements(RECORDS + coupons.len() as u64));
    group.bench_function("a million records and their half a million coupons", |bencher| {
        bencher.iter(|| {
            let mut audit = Audit::new();
            coupons.iter().for_each(|row| audit.add(row));
            records.iter().for_each(|row| audit.add(row));
            assert!(audit.finish().is_empty());
        });
    });
    let allocations: Vec<_> = (1..=RECORDS / 2).map(allocation).collect();
    group.throughput(Throughput::Elements(RECORDS + RECORDS / 2));
    group.bench_function("a million lines of statements and their half a million adjustment records", |bencher| {
        bencher.iter(|| {
            let mut audit = Audit::new();
            allocations.iter().flat_map(|(lines, _)| lines).for_each(|line| audit.add(line));
            allocations.iter().rev().for_each(|(_, record)| audit.add(record));
            assert_eq!(audit.finish(), []);
        });
    });
    let part = 100_000;
    let lines: Vec<_> = records.iter().take(part).map(line).collect();
    let text = format!(r#"{{"tables":{{"coupon-records":[{}]}}}}"#, lines.join(","));
    group.throughput(Throughput::Elements(part as u64));
    group.bench_function("a hundred thousand records, from text", |bencher| {
        bencher.iter(|| json::audit(&text).unwrap());
    });
}

criterion_group!(benches, audit);
criterion_main!(benches);
