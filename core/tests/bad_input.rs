//! Bad input at the JSON door: each gets an error that names the field, changes nothing, and takes no time to speak of.
#![cfg(feature = "json")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests fail loudly"
)]

use std::time::{Duration, Instant};

use partnerkit::{Error, PartnerCenter, json};
use serde_json::{Value, json};

/// Longer than anything here may take, in a debug build on a busy machine.
const SOON: Duration = Duration::from_secs(20);

fn request(command: &Value) -> Value {
    json!({ "id": "r", "at": "2026-02-01T00:00:00Z", "actor": { "type": "vendor" }, "command": command })
}

fn cny(amount: &str) -> Value {
    json!({ "amount": amount, "currency": "CNY" })
}

/// A distributor with a reseller, a customer with two coupons, one of which was used, and a child quota.
fn world() -> PartnerCenter {
    let mut center = json::open(None).unwrap();
    let window = ("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    let by_d = json!({ "type": "partner", "partner": "D" });
    let commands = [
        (None, json!({ "type": "partner.set", "id": "D", "kind": "general-distributor" })),
        (None, json!({ "type": "partner.set", "id": "R", "kind": "cloud-reseller", "distributor": "D" })),
        (None, json!({ "type": "customer.set", "id": "C" })),
        (None, json!({ "type": "customer.associate", "customer": "C", "partner": "D", "mode": "agency-resale" })),
        (
            None,
            json!({ "type": "quota.set", "id": "Q", "holder": "D", "value": cny("100.00"), "effective_time": window.0, "expire_time": window.1 }),
        ),
        (Some(&by_d), json!({ "type": "coupon.issue", "quota_id": "Q", "customer_ids": ["C"], "face_value": cny("10.00") })),
        (Some(&by_d), json!({ "type": "coupon.issue", "quota_id": "Q", "customer_ids": ["C"], "face_value": cny("10.00") })),
        (
            Some(&by_d),
            json!({ "type": "quota.grant", "quota_id": "Q", "indirect_partner_ids": ["R"], "quota_amount": cny("20.00") }),
        ),
        (
            None,
            json!({ "type": "coupon.use", "customer": "C", "order": { "id": "o", "amount": cny("4.00") }, "coupon_ids": ["w5-1"] }),
        ),
    ];
    for (number, (actor, command)) in commands.into_iter().enumerate() {
        let mut asked = request(&command);
        asked["id"] = json!(format!("w{number}"));
        if let Some(actor) = actor {
            asked["actor"] = actor.clone();
        }
        let answer: Value = serde_json::from_str(&json::handle(&mut center, &asked.to_string()).unwrap()).unwrap();
        assert_eq!(answer["accepted"], true, "{answer}");
    }
    center
}

/// What an error says: its kind, and the field of a malformed value or the entity of an unknown one.
fn told(error: &Error) -> (&'static str, String) {
    match error {
        Error::Malformed(wrong) => ("malformed", wrong.field.clone()),
        Error::Unknown(unknown) => ("unknown", unknown.entity.to_owned()),
        Error::Fault(_) => ("fault", String::new()),
    }
}

/// Asserts that the doors for requests refuse a text, say which field, and change nothing.
fn refuses_request(center: &mut PartnerCenter, text: &str, kind: &str, field: &str) {
    let before = json::snapshot(center).unwrap();
    let start = Instant::now();
    let shown: String = text.chars().take(300).collect();
    for answer in [json::decide(center, text), json::handle(center, text)] {
        let error = answer.expect_err(&shown);
        assert_eq!(told(&error), (kind_of(kind), field.to_owned()), "{shown}: {error}");
        assert!(json::error(&error).len() < 2_000, "a long story: {shown}");
        serde_json::from_str::<Value>(&json::error(&error)).unwrap();
    }
    assert_eq!(json::snapshot(center).unwrap(), before, "{shown}");
    assert!(start.elapsed() < SOON, "{shown}: {:?}", start.elapsed());
}

fn kind_of(kind: &str) -> &'static str {
    ["malformed", "unknown", "fault"].into_iter().find(|known| *known == kind).unwrap()
}

/// A plain issue, with one value put somewhere.
fn issue_with(pointer: &str, value: Value) -> Value {
    let command = json!({ "type": "coupon.issue", "quota_id": "Q", "customer_ids": ["C"], "face_value": cny("1.00") });
    let mut asked = request(&command);
    asked["actor"] = json!({ "type": "partner", "partner": "D" });
    put(&mut asked, pointer, value);
    asked
}

/// Puts a value at `a.b[0].c`; null takes the field away.
fn put(into: &mut Value, path: &str, value: Value) {
    let pointer = format!("/{}", path.replace('[', ".").replace(']', "").replace('.', "/"));
    let (outer, last) = pointer.rsplit_once('/').unwrap();
    let outer = into.pointer_mut(outer).unwrap();
    match outer {
        Value::Object(fields) if value.is_null() => drop(fields.remove(last)),
        Value::Object(fields) => drop(fields.insert(last.into(), value)),
        Value::Array(list) => list[last.parse::<usize>().unwrap()] = value,
        _ => panic!("{path}"),
    }
}

#[test]
fn a_request_with_a_wrong_value_is_told_where() {
    let mut center = world();
    let long = "x".repeat(65);
    let cases = [
        // What is put where, and which field is named.
        ("id", json!(""), "id"),
        ("id", json!("x".repeat(57)), "id"),
        ("id", json!("a\u{7}b"), "id"),
        ("id", json!(7), "id"),
        ("id", Value::Null, "id"),
        ("at", json!("2026-02-30T00:00:00Z"), "at"),
        ("at", json!("1969-12-31T23:59:59Z"), "at"),
        ("at", json!("10000-01-01T00:00:00Z"), "at"),
        ("at", json!("2026-02-01T00:00:60Z"), "at"),
        ("at", json!("2026-02-01 00:00:00"), "at"),
        ("at", json!("2026-02-01T00:00:00+08:00"), "at"),
        ("at", json!(1_770_000_000), "at"),
        ("actor", json!("vendor"), "actor"),
        ("actor", json!([]), "actor"),
        ("actor.type", Value::Null, "actor.type"),
        ("actor.type", json!("god"), "actor.type"),
        ("actor.type", json!(1), "actor.type"),
        ("actor.partner", json!(long), "actor.partner"),
        ("actor.partner", Value::Null, "actor.partner"),
        ("actor.member", json!("m"), "actor.member"),
        ("actor.customer", json!("C"), "actor.customer"),
        ("access", json!({ "chanel": "api" }), "access.chanel"),
        ("access", json!({ "channel": "fax" }), "access.channel"),
        ("access", json!({ "calls_this_second": -1 }), "access.calls_this_second"),
        ("access", json!({ "calls_this_second": 4_294_967_296_u64 }), "access.calls_this_second"),
        ("access", json!({ "calls_this_second": 1.5 }), "access.calls_this_second"),
        ("access", json!({ "verification_code": "yes" }), "access.verification_code"),
        ("command", json!(null), "command"),
        ("command", json!(17), "command"),
        ("command.type", json!("coupon.destroy"), "command.type"),
        ("command.quota_id", json!(1), "command.quota_id"),
        ("command.customer_ids", json!("C"), "command.customer_ids"),
        ("command.customer_ids", json!({}), "command.customer_ids"),
        ("command.customer_ids[0]", json!(3), "command.customer_ids[0]"),
        ("command.customer_ids", json!(["C", null]), "command.customer_ids[1]"),
        ("command.face_value", json!("1.00 CNY"), "command.face_value"),
        ("command.face_value", json!(1.0), "command.face_value"),
        ("command.face_value", json!(["1.00", "CNY"]), "command.face_value"),
        ("access", json!([]), "access"),
        ("command.face_value.amount", json!(1.5), "command.face_value.amount"),
        ("command.face_value.amount", json!(1), "command.face_value.amount"),
        ("command.face_value.amount", json!(true), "command.face_value.amount"),
        ("command.face_value.amount", json!("1e3"), "command.face_value.amount"),
        ("command.face_value.amount", json!("NaN"), "command.face_value.amount"),
        ("command.face_value.amount", json!("Infinity"), "command.face_value.amount"),
        ("command.face_value.amount", json!("0x10"), "command.face_value.amount"),
        ("command.face_value.amount", json!("1,00"), "command.face_value.amount"),
        ("command.face_value.amount", json!("+1.00"), "command.face_value.amount"),
        ("command.face_value.amount", json!(" 1.00"), "command.face_value.amount"),
        ("command.face_value.amount", json!("1."), "command.face_value.amount"),
        ("command.face_value.amount", json!(".5"), "command.face_value.amount"),
        ("command.face_value.amount", json!("-"), "command.face_value.amount"),
        ("command.face_value.amount", json!("--1"), "command.face_value.amount"),
        ("command.face_value.amount", json!(""), "command.face_value.amount"),
        ("command.face_value.amount", json!("١.٠٠"), "command.face_value.amount"),
        ("command.face_value.amount", json!("1000000000000000000"), "command.face_value.amount"),
        ("command.face_value.amount", json!("9".repeat(400)), "command.face_value.amount"),
        ("command.face_value.amount", Value::Null, "command.face_value.amount"),
        ("command.face_value.currency", json!("XAU"), "command.face_value.currency"),
        ("command.face_value.currency", json!("cny"), "command.face_value.currency"),
        ("command.face_value.currency", json!("USD"), "command.face_value.currency"),
        ("command.face_value.curency", json!("CNY"), "command.face_value.curency"),
        ("command.face_value", Value::Null, "command.face_value"),
        ("command.pick_up", json!("no"), "command.pick_up"),
        ("command.max_deduction_ratio", json!(0.5), "command.max_deduction_ratio"),
        ("command.subscribe_types", json!(["new", "old"]), "command.subscribe_types[1]"),
        ("command.valid_time", json!(5), "command.valid_time"),
        ("command.memo", json!(5), "command.memo"),
        ("command.quota", json!("Q"), "command.quota"),
        ("extra", json!(1), "extra"),
    ];
    for (path, value, field) in cases {
        // Null cannot be put: it takes away.
        let asked = if path == "command" && value.is_null() {
            issue_with("command", json!(null)).as_object().cloned().map(Value::Object).unwrap()
        } else {
            issue_with(path, value.clone())
        };
        refuses_request(&mut center, &asked.to_string(), "malformed", field);
    }
}

#[test]
fn a_command_with_a_wrong_value_is_told_where() {
    let mut center = world();
    let window = json!({ "effective_time": "2026-01-01T00:00:00Z", "expire_time": "2027-01-01T00:00:00Z" });
    let quota = |more: Value| {
        let mut command = json!({ "type": "quota.set", "id": "QQ", "holder": "D", "value": cny("1.00") });
        command.as_object_mut().unwrap().extend(window.as_object().unwrap().clone());
        command.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        command
    };
    let order = |amount: Value| json!({ "type": "coupon.use", "customer": "C", "order": { "id": "o2", "amount": amount }, "coupon_ids": ["w5-1"] });
    let refund = |parts: Value| json!({ "type": "coupon.refund", "order": "o", "reason": "order-failed", "parts": parts });
    let cases = [
        (quota(json!({ "limits": { "count_max": -1 } })), "malformed", "command.limits.count_max"),
        (quota(json!({ "limits": { "count_max": "3" } })), "malformed", "command.limits.count_max"),
        (quota(json!({ "limits": { "terms": { "usage_times": 1e20 } } })), "malformed", "command.limits.terms.usage_times"),
        (quota(json!({ "limits": { "terms": { "colour": "red" } } })), "malformed", "command.limits.terms.colour"),
        (
            quota(json!({ "limits": { "terms": { "subscribe_types": ["x"] } } })),
            "malformed",
            "command.limits.terms.subscribe_types[0]",
        ),
        (
            quota(json!({ "limits": { "face_value_min": { "amount": "x", "currency": "CNY" } } })),
            "malformed",
            "command.limits.face_value_min.amount",
        ),
        (
            quota(json!({ "limits": { "designated_customers": ["ok", ""] } })),
            "malformed",
            "command.limits.designated_customers[1]",
        ),
        (quota(json!({ "limits": null })), "malformed", "command.limits"),
        (quota(json!({ "quota_type": 1 })), "malformed", "command.quota_type"),
        (quota(json!({ "holder": "nobody" })), "unknown", "partner"),
        (quota(json!({ "effective_time": "2026-13-01T00:00:00Z" })), "malformed", "command.effective_time"),
        (
            json!({ "type": "quota.adjust", "quota": "Q", "delta": cny("999999999999999999.99") }),
            "malformed",
            "command.delta.amount",
        ),
        (
            json!({ "type": "quota.adjust", "quota": "Q", "delta": { "amount": "1.00", "currency": "EUR" } }),
            "malformed",
            "command.delta.currency",
        ),
        (json!({ "type": "quota.adjust", "quota": "nothing", "delta": cny("1.00") }), "unknown", "quota"),
        (json!({ "type": "quota.set-status", "quota": "Q", "status": "reclaimed" }), "malformed", "command.status"),
        (json!({ "type": "quota.set-status", "quota": "Q", "status": 6 }), "malformed", "command.status"),
        (json!({ "type": "quota.begin-grant", "quota": ["Q"] }), "malformed", "command.quota"),
        (order(cny("0.00")), "malformed", "command.order.amount"),
        (order(cny("-0.00")), "malformed", "command.order.amount"),
        (order(cny("-5")), "malformed", "command.order.amount"),
        (order(cny("0.001")), "malformed", "command.order.amount"),
        (order(json!({ "amount": "1.00", "currency": "USD" })), "malformed", "command.order.amount.currency"),
        (
            json!({ "type": "coupon.use", "customer": "C", "order": { "id": "o", "amount": cny("1.00") }, "coupon_ids": ["w5-1", "w5-1"] }),
            "malformed",
            "command.coupon_ids",
        ),
        (
            json!({ "type": "coupon.use", "customer": "C", "order": { "id": "o", "amount": cny("1.00") }, "coupon_ids": ["none"] }),
            "unknown",
            "coupon",
        ),
        (
            json!({ "type": "coupon.use", "customer": "none", "order": { "id": "o", "amount": cny("1.00") }, "coupon_ids": [] }),
            "unknown",
            "customer",
        ),
        (refund(json!([{ "coupon": "w5-1", "amount": cny("0.00") }])), "malformed", "command.parts[0].amount"),
        (
            refund(json!([{ "coupon": "w5-1", "amount": cny("1.00") }, { "coupon": "w5-1", "amount": cny("1.00") }])),
            "malformed",
            "command.parts",
        ),
        (
            refund(json!([{ "coupon": "w5-1", "amount": { "amount": "1.00", "currency": "EUR" } }])),
            "malformed",
            "command.parts[0].amount.currency",
        ),
        (refund(json!([{ "coupon": "w5-1" }])), "malformed", "command.parts[0].amount"),
        (refund(json!([7])), "malformed", "command.parts[0]"),
        (json!({ "type": "coupon.reverse-refund", "coupon": "w5-1", "amount": cny("-1.00") }), "malformed", "command.amount"),
        (json!({ "type": "coupon.freeze", "coupon": "none" }), "unknown", "coupon"),
        (json!({ "type": "customer.associate", "customer": "C", "partner": "none" }), "unknown", "partner"),
        (json!({ "type": "customer.associate", "customer": "C", "partner": "D", "mode": "both" }), "malformed", "command.mode"),
        (
            json!({ "type": "customer.set", "id": "C", "account": { "type": "enterprise-sub", "master": "M" } }),
            "malformed",
            "command.account.financially_hosted",
        ),
        (
            json!({ "type": "customer.set", "id": "C", "account": { "type": "ordinary", "master": "M" } }),
            "malformed",
            "command.account.master",
        ),
        (json!({ "type": "partner.set", "id": "N", "kind": "cloud-reseller", "distributor": "none" }), "unknown", "partner"),
        (json!({ "type": "partner.set", "id": "N", "kind": "friend" }), "malformed", "command.kind"),
        (
            json!({ "type": "member.set", "partner": "D", "member": "m", "permission_items": "all" }),
            "malformed",
            "command.permission_items",
        ),
        (json!({ "type": "member.set", "partner": "D", "member": "m" }), "malformed", "command.permission_items"),
        (json!({ "type": "clock.advance", "to": "2027-01-01T00:00:00Z" }), "malformed", "command.to"),
        (json!({ "type": "whitelist.import", "partner": "D", "customers": { "C": true } }), "malformed", "command.customers"),
    ];
    for (command, kind, field) in cases {
        refuses_request(&mut center, &request(&command).to_string(), kind, field);
    }
}

#[test]
fn a_text_that_is_no_strict_json_is_refused() {
    let mut center = world();
    let good = issue_with("extra", Value::Null).to_string();
    let deep = |open: &str, close: &str| {
        let nested = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        good.replacen("\"C\"", &nested, 1)
    };
    let cases: Vec<(String, &str)> = vec![
        (String::new(), ""),
        ("null".into(), ""),
        ("[]".into(), ""),
        ("\u{feff}{}".into(), ""),
        ("{".into(), ""),
        ("NaN".into(), ""),
        (format!("{good} {good}"), ""),
        (format!("{good}]"), ""),
        (good.replacen("\"1.00\"", "1e400", 1), ""),
        (good.replacen("\"1.00\"", "-Infinity", 1), ""),
        (good.replacen("\"1.00\"", "01", 1), ""),
        (good.replacen("\"1.00\"", "-0", 1), "command.face_value.amount"),
        (good.replacen("\"1.00\"", "-0.00", 1), "command.face_value.amount"),
        (good.replacen("\"1.00\"", "1.00", 1), "command.face_value.amount"),
        (good.replacen("\"1.00\"", "100000000000000000000000000000", 1), "command.face_value.amount"),
        (good.replacen("\"C\"", "\"\\ud800\"", 1), ""),
        (good.replacen("\"C\"", "\"\\udc00\\ud800\"", 1), ""),
        (good.replacen("\"C\"", "\"\\x\"", 1), ""),
        (good.replacen("\"C\"", "\"tab\there\"", 1), ""),
        (good.replacen("\"C\"", "'C'", 1), ""),
        (good.replacen("\"C\"", "\"C\",", 1), ""),
        (deep("[", "]"), ""),
        (deep("{\"a\":", "}"), ""),
        ("[".repeat(100_000), ""),
        (good.replacen("\"r\"", "\"r\",\"id\":\"r\"", 1), "id"),
        (good.replacen("\"Q\"", "\"Q\",\"quota_id\":\"Q\"", 1), "command.quota_id"),
        (good.replacen("\"CNY\"", "\"CNY\",\"currency\":\"CNY\"", 1), "command.face_value.currency"),
        (good.replacen("\"C\"", "{\"a\":[0,{\"b\":1,\"b\":2}]}", 1), "command.customer_ids[0].a[1].b"),
        (good.replacen("\"C\"", "{\"\\u0061\":1,\"a\":2}", 1), "command.customer_ids[0].a"),
    ];
    for (text, field) in cases {
        refuses_request(&mut center, &text, "malformed", field);
    }
}

#[test]
fn a_long_text_takes_no_longer_than_it_is_long() {
    let mut center = world();
    let million = format!("[{}\"C\"]", "\"C\",".repeat(1_000_000));
    // A million customers: too many, and told so; a decision, not an error.
    let text = issue_with("extra", Value::Null).to_string().replacen("[\"C\"]", &million, 1);
    let before = json::snapshot(&center).unwrap();
    let start = Instant::now();
    let answer: Value = serde_json::from_str(&json::handle(&mut center, &text).unwrap()).unwrap();
    assert_eq!(answer["breaches"][0]["rule"], "coupon.issue.customers-max");
    assert_eq!(json::snapshot(&center).unwrap(), before);
    // A long name above a long list: the path is not written out for every value below it.
    let text = format!("{{\"{}\":[{}1]}}", "n".repeat(1_000_000), "1,".repeat(500_000));
    let error = json::decide(&center, &text).unwrap_err();
    assert_eq!(told(&error).0, "malformed");
    // Many unknown coupons in one reclaim, and many parts of a refund.
    let ids: Vec<_> = (0..20_000).map(|number| format!("c{number}")).collect();
    let mut reclaim = request(&json!({ "type": "coupon.reclaim", "coupon_ids": ids }));
    reclaim["actor"] = json!({ "type": "partner", "partner": "D" });
    reclaim["access"] = json!({ "channel": "console" });
    let answer: Value = serde_json::from_str(&json::decide(&center, &reclaim.to_string()).unwrap()).unwrap();
    assert_eq!(answer["rows"].as_array().unwrap().len(), 20_000);
    assert!(start.elapsed() < SOON * 3, "{:?}", start.elapsed());
}

/// An event, with one value put somewhere.
fn event(change: &Value) -> Value {
    json!({
        "version": 1, "request": "e", "index": 0, "at": "2026-02-01T00:00:00Z", "actor": { "type": "vendor" },
        "fingerprint": "00000000000000ff", "change": change
    })
}

fn refuses_event(center: &mut PartnerCenter, event: &Value, kind: &str, field: &str) {
    let before = json::snapshot(center).unwrap();
    let error = json::apply(center, &event.to_string()).expect_err(&event.to_string());
    assert_eq!(told(&error), (kind_of(kind), field.to_owned()), "{event}: {error}");
    assert_eq!(json::snapshot(center).unwrap(), before, "{event}");
    // The same in a list is told with its place.
    let error = json::replay(None, &json!([event]).to_string()).map(|_| ()).expect_err(&event.to_string());
    let field = if kind == "malformed" && !field.is_empty() { format!("[0].{field}") } else { String::new() };
    assert_eq!(told(&error), (kind_of(kind), field), "{event}: {error}");
}

#[test]
fn an_event_that_is_none_is_told_where() {
    let mut center = world();
    let good = event(&json!({ "type": "coupon.frozen", "coupon": "w5-1" }));
    let cases = [
        ("version", json!(2), "version"),
        ("version", json!(0), "version"),
        ("version", json!("1"), "version"),
        ("index", json!(-1), "index"),
        ("index", json!(4_294_967_296_u64), "index"),
        ("at", json!("yesterday"), "at"),
        ("fingerprint", json!("xyz"), "fingerprint"),
        ("fingerprint", json!("+0000000000000ff"), "fingerprint"),
        ("fingerprint", json!(255), "fingerprint"),
        ("change", json!({}), "change.type"),
        ("change.type", json!("coupon.melted"), "change.type"),
        ("change.coupon", json!(""), "change.coupon"),
        ("change.coupon", Value::Null, "change.coupon"),
        ("change.colour", json!("red"), "change.colour"),
        ("warnings", json!([{ "rule": "no.such.rule", "facts": {} }]), "warnings[0].rule"),
        ("warnings", json!([{ "rule": "coupon.issue.customers-max", "facts": {} }]), "warnings[0].facts"),
        ("warnings", json!([{ "rule": "coupon.issue.customers-min", "facts": { "x": 1 } }]), "warnings[0].facts"),
        ("rows", json!([{ "subject": "C", "colour": "red" }]), "rows[0].colour"),
        ("extra", json!(1), "extra"),
    ];
    for (path, value, field) in cases {
        let mut event = good.clone();
        put(&mut event, path, value);
        refuses_event(&mut center, &event, "malformed", field);
    }
}

#[test]
fn an_event_that_cannot_have_happened_is_refused() {
    let mut center = world();
    let issued = |more: Value| {
        let mut change = json!({
            "type": "coupon.issued", "coupon": "new", "kind": "voucher", "quota": "Q", "issuer": "D", "customer": "C",
            "face_value": cny("5.00"), "effective_time": "2026-01-01T00:00:00Z", "expire_time": "2027-01-01T00:00:00Z"
        });
        change.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        change
    };
    let reclaimed = |coupon: &str, cause: &str, amount: &str, credited: &str| json!({ "type": "coupon.reclaimed", "coupon": coupon, "cause": cause, "amount": cny(amount), "credited": credited });
    let granted = |quota: &str, parent: &str, amount: &str| json!({ "type": "quota.granted", "quota": quota, "parent": parent, "distributor": "D", "reseller": "R", "amount": cny(amount) });
    let taken = |quota: &str, parent: &str, amount: &str| json!({ "type": "quota.reclaimed", "quota": quota, "parent": parent, "distributor": "D", "reseller": "R", "amount": cny(amount) });
    let used = |amount: &str| json!({ "type": "coupon.used", "coupon": "w5-1", "order": "o9", "amount": cny(amount), "counts_as_performance": false });
    let restored = |amount: &str| json!({ "type": "coupon.restored", "coupon": "w5-1", "order": "o", "amount": cny(amount) });
    let set = |id: &str, value: &str| {
        json!({
            "type": "quota.set", "id": id, "holder": "D", "value": cny(value),
            "effective_time": "2026-01-01T00:00:00Z", "expire_time": "2027-01-01T00:00:00Z"
        })
    };
    let bound = |amount: &str| {
        let mut change = reclaimed("w6-1", "manual", "10.00", "Q");
        change["earmark"] = json!({ "bound": { "customer": "C", "amount": cny(amount) } });
        change
    };
    let changes = [
        issued(json!({ "quota": "none" })),
        issued(json!({ "coupon": "w5-1" })),
        issued(json!({ "face_value": cny("60.01") })),
        issued(json!({ "face_value": cny("-5.00") })),
        issued(json!({ "face_value": cny("0.00") })),
        issued(json!({ "face_value": cny("0.001") })),
        issued(json!({ "face_value": { "amount": "1.00", "currency": "USD" } })),
        reclaimed("none", "manual", "10.00", "Q"),
        reclaimed("w6-1", "manual", "10.00", "none"),
        reclaimed("w6-1", "manual", "10.00", "w7-1"),
        reclaimed("w6-1", "manual", "10.01", "Q"),
        reclaimed("w6-1", "manual", "9.99", "Q"),
        reclaimed("w6-1", "expiry", "1.00", "Q"),
        reclaimed("w6-1", "unsubscribe", "-1.00", "Q"),
        reclaimed("w6-1", "unsubscribe", "10.01", "Q"),
        bound("10.01"),
        bound("-1.00"),
        used("6.01"),
        used("-1.00"),
        json!({ "type": "coupon.used", "coupon": "w5-1", "order": "o9", "amount": cny("6.00"), "forfeited": cny("-1.00"), "counts_as_performance": false }),
        json!({ "type": "coupon.used", "coupon": "w5-1", "order": "o9", "amount": cny("6.00"), "forfeited": cny("1.00"), "counts_as_performance": false }),
        restored("4.01"),
        restored("-1.00"),
        json!({ "type": "coupon.restored", "coupon": "w5-1", "order": "o", "amount": { "amount": "1.00", "currency": "USD" } }),
        json!({ "type": "coupon.frozen", "coupon": "none" }),
        json!({ "type": "coupon.locked", "coupon": "none", "order": "o" }),
        json!({ "type": "coupon.issuer-changed", "coupon": "none", "from": "D", "to": "R", "amount": cny("1.00") }),
        granted("new", "none", "1.00"),
        granted("new", "w7-1", "1.00"),
        granted("new", "Q", "60.01"),
        granted("new", "Q", "-1.00"),
        granted("Q", "Q", "1.00"),
        granted("w7-1", "Q", "1.00"),
        taken("none", "Q", "1.00"),
        taken("Q", "Q", "60.00"),
        taken("w7-1", "none", "20.00"),
        taken("w7-1", "w7-1", "20.00"),
        taken("w7-1", "Q", "19.99"),
        taken("w7-1", "Q", "20.01"),
        set("Q", "1.00"),
        set("new", "-1.00"),
        json!({ "type": "quota.adjusted", "quota": "none", "delta": cny("1.00") }),
        json!({ "type": "quota.adjusted", "quota": "Q", "delta": cny("-60.01") }),
        json!({ "type": "quota.adjusted", "quota": "Q", "delta": cny("0.001") }),
        json!({ "type": "quota.written-off", "quota": "Q", "amount": cny("-1.00") }),
        json!({ "type": "quota.written-off", "quota": "Q", "amount": cny("60.01") }),
        json!({ "type": "quota.status-set", "quota": "Q", "status": "reclaimed" }),
        json!({ "type": "quota.grant-begun", "quota": "none" }),
    ];
    for change in changes {
        let before = json::snapshot(&center).unwrap();
        let event = event(&change);
        let error = json::apply(&mut center, &event.to_string()).expect_err(&event.to_string());
        assert!(matches!(error, Error::Fault(_) | Error::Malformed(_)), "{event}: {error}");
        assert!(error.to_string().len() > 30, "{event}: {error}");
        assert_eq!(json::snapshot(&center).unwrap(), before, "{event}");
    }
    // Gaps, repeats, and a second event that is another request's.
    let frozen = event(&json!({ "type": "coupon.frozen", "coupon": "w5-1" }));
    let with = |index: u32, fingerprint: &str| {
        let mut event = frozen.clone();
        (event["index"], event["fingerprint"]) = (json!(index), json!(fingerprint));
        event
    };
    refuses_event(&mut center, &with(1, "00000000000000ff"), "fault", "");
    json::apply(&mut center, &frozen.to_string()).unwrap();
    for event in [with(0, "00000000000000ff"), with(2, "00000000000000ff"), with(1, "00000000000000fe")] {
        let before = json::snapshot(&center).unwrap();
        let error = json::apply(&mut center, &event.to_string()).unwrap_err();
        assert_eq!(told(&error).0, "fault", "{error}");
        assert_eq!(json::snapshot(&center).unwrap(), before);
    }
    json::apply(&mut center, &with(1, "00000000000000ff").to_string()).unwrap();
}

#[test]
fn a_snapshot_that_does_not_hold_together_is_told_where() {
    let good: Value = serde_json::from_str(&json::snapshot(&world()).unwrap()).unwrap();
    assert!(json::restore(&good.to_string()).is_ok());
    let twice = |pointer: &str| {
        let mut list = good.pointer(pointer).unwrap().as_array().unwrap().clone();
        list.push(list[0].clone());
        Value::Array(list)
    };
    let quota = "quotas.quotas[0]";
    let coupon = "coupons.coupons[0]";
    let cases = [
        ("policy".to_owned(), Value::Null, "policy"),
        ("coupons".into(), Value::Null, "coupons"),
        ("colour".into(), json!("red"), "colour"),
        ("quotas.quotas".into(), twice("/quotas/quotas"), "quotas.quotas[2]"),
        ("coupons.coupons".into(), twice("/coupons/coupons"), "coupons.coupons[2]"),
        ("requests".into(), twice("/requests"), "requests[9]"),
        ("directory.customers".into(), twice("/directory/customers"), "directory.customers[1]"),
        (format!("{quota}.balance"), cny("-0.01"), "quotas.quotas[0].balance"),
        (format!("{quota}.balance"), cny("100.01"), "quotas.quotas[0].balance"),
        (format!("{quota}.balance"), json!({ "amount": "1.00", "currency": "USD" }), "quotas.quotas[0].balance"),
        (format!("{quota}.balance"), cny("0.001"), "quotas.quotas[0].balance"),
        (format!("{quota}.issued_total"), json!({ "amount": "1.00", "currency": "USD" }), "quotas.quotas[0].issued_total"),
        (format!("{quota}.parent"), json!("none"), "quotas.quotas[0].parent"),
        (format!("{quota}.parent"), json!("Q"), "quotas.quotas[0].parent"),
        (format!("{quota}.parent"), json!("w7-1"), "quotas.quotas[0].parent"),
        (format!("{quota}.status"), json!("reclaimed"), "quotas.quotas[0].status"),
        (
            format!("{quota}.earmarks"),
            json!([{ "bound": { "customer": "C", "amount": cny("60.01") } }]),
            "quotas.quotas[0].earmarks",
        ),
        (format!("{quota}.earmarks"), json!([{ "lost": {} }]), "quotas.quotas[0].earmarks[0]"),
        (format!("{coupon}.quota"), json!("none"), "coupons.coupons[0].quota"),
        (format!("{coupon}.balance"), cny("6.01"), "coupons.coupons[0].balance"),
        (format!("{coupon}.restored"), cny("4.01"), "coupons.coupons[0].balance"),
        (format!("{coupon}.returned"), cny("-1.00"), "coupons.coupons[0].balance"),
        (format!("{coupon}.face_value"), json!({ "amount": "10.00", "currency": "USD" }), "coupons.coupons[0].face_value"),
        (format!("{coupon}.status"), json!("lost"), "coupons.coupons[0].status"),
        (format!("{coupon}.balance.amount"), json!(6), "coupons.coupons[0].balance.amount"),
    ];
    for (path, value, field) in cases {
        let mut snapshot = good.clone();
        put(&mut snapshot, &path, value);
        let error = json::restore(&snapshot.to_string()).map(|_| ()).expect_err(&path);
        assert_eq!(told(&error), ("malformed", field.to_owned()), "{path}: {error}");
    }
    for text in ["", "{}", "[]", "7", &"[".repeat(100_000)] {
        assert!(matches!(json::restore(text), Err(Error::Malformed(_))));
    }
}

#[test]
fn a_policy_or_a_query_with_a_wrong_value_is_told_where() {
    let policies = [
        (json!([]), ""),
        (json!({ "colour": "red" }), "colour"),
        (json!({ "site": "moon" }), "site"),
        (json!({ "rules": { "coupon.issue.customers-max": false } }), "rules.coupon.issue.customers-max"),
        (json!({ "rules": { "no.such.rule": true } }), "rules.no.such.rule"),
        (json!({ "rules": { "coupon.reclaim.frozen": "off" } }), "rules.coupon.reclaim.frozen"),
        (json!({ "limits": { "customers_max": -1 } }), "limits.customers_max"),
        (json!({ "limits": { "customers_max": 1.5 } }), "limits.customers_max"),
        (json!({ "limits": { "customers_max": "many" } }), "limits.customers_max"),
        (json!({ "limits": { "customer_max": 1 } }), "limits.customer_max"),
        (json!({ "readings": { "frozen_customers_get_coupons": 1 } }), "readings.frozen_customers_get_coupons"),
    ];
    for (policy, field) in policies {
        let error = json::open(Some(&policy.to_string())).map(|_| ()).expect_err(&policy.to_string());
        assert_eq!(told(&error), ("malformed", field.to_owned()), "{policy}: {error}");
        let error = json::replay(Some(&policy.to_string()), "[]").map(|_| ()).expect_err(&policy.to_string());
        assert_eq!(told(&error), ("malformed", field.to_owned()), "{policy}: {error}");
    }
    let center = world();
    let before = json::snapshot(&center).unwrap();
    let query =
        |view: Value| json!({ "at": "2026-02-01T00:00:00Z", "actor": { "type": "partner", "partner": "D" }, "view": view });
    let queries = [
        (query(json!({ "type": "secrets" })), "view.type"),
        (query(json!({})), "view.type"),
        (query(json!({ "type": "quotas", "limit": "10" })), "view.limit"),
        (query(json!({ "type": "quotas", "limit": 1e300 })), "view.limit"),
        (query(json!({ "type": "quotas", "offset": 9_223_372_036_854_775_808_u64 })), "view.offset"),
        (query(json!({ "type": "quotas", "colour": "red" })), "view.colour"),
        (query(json!({ "type": "coupon-records", "operation_types": ["burn"] })), "view.operation_types[0]"),
        (query(json!({ "type": "coupon-records", "result": "0" })), "view.result"),
        (query(json!({ "type": "coupon-usage" })), "view.coupon_id"),
        (query(json!({ "type": "coupon-usage", "coupon_id": 5 })), "view.coupon_id"),
        (json!({ "at": "now", "actor": { "type": "vendor" }, "view": { "type": "quotas" } }), "at"),
        (json!({ "actor": { "type": "vendor" }, "view": { "type": "quotas" } }), "at"),
        (json!(3), ""),
    ];
    for (query, field) in queries {
        let error = json::view(&center, &query.to_string()).expect_err(&query.to_string());
        assert_eq!(told(&error), ("malformed", field.to_owned()), "{query}: {error}");
    }
    let mut stranger = query(json!({ "type": "quotas" }));
    stranger["actor"]["partner"] = json!("nobody");
    assert_eq!(told(&json::view(&center, &stranger.to_string()).unwrap_err()), ("unknown", "partner".into()));
    // A page at the end of all numbers is empty, and no overflow.
    let mut far = query(json!({ "type": "quotas", "offset": i64::MAX, "limit": 100 }));
    let answer: Value = serde_json::from_str(&json::view(&center, &far.to_string()).unwrap()).unwrap();
    assert_eq!((&answer["accepted"], &answer["items"]), (&json!(true), &json!([])));
    far["view"] = json!({ "type": "quotas", "offset": i64::MIN, "limit": i64::MIN });
    let answer: Value = serde_json::from_str(&json::view(&center, &far.to_string()).unwrap()).unwrap();
    assert_eq!(answer["accepted"], false);
    let export = |format: Value| {
        let mut query = query(json!({ "type": "coupon-records" }));
        query["format"] = format;
        query
    };
    let mut exports = vec![
        (query(json!({ "type": "coupon-records" })), "format"),
        (export(json!("pdf")), "format"),
        (export(json!(1)), "format"),
    ];
    let mut other = export(json!("csv"));
    other["view"] = json!({ "type": "everything" });
    exports.push((other, "view.type"));
    for (query, field) in exports {
        let error = json::export(&center, &query.to_string()).expect_err(&query.to_string());
        assert_eq!(told(&error), ("malformed", field.to_owned()), "{query}: {error}");
    }
    assert_eq!(json::snapshot(&center).unwrap(), before);
    assert_eq!(told(&json::explain("no.such.rule").unwrap_err()), ("unknown", "rule".into()));
}

#[test]
fn an_id_that_what_is_made_would_share_is_refused() {
    let mut center = world();
    let window = ("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    let quota = json!({ "type": "quota.set", "id": "g-1", "holder": "D", "value": cny("5.00"), "effective_time": window.0, "expire_time": window.1 });
    json::handle(&mut center, &request(&quota).to_string()).unwrap();
    let mut grant =
        request(&json!({ "type": "quota.grant", "quota_id": "Q", "indirect_partner_ids": ["R"], "quota_amount": cny("1.00") }));
    (grant["id"], grant["actor"]) = (json!("g"), json!({ "type": "partner", "partner": "D" }));
    refuses_request(&mut center, &grant.to_string(), "malformed", "id");
    // The longest id of a request makes ids that can be read again.
    grant["id"] = json!("g".repeat(56));
    json::handle(&mut center, &grant.to_string()).unwrap();
    assert!(json::restore(&json::snapshot(&center).unwrap()).is_ok());
}

#[test]
fn a_zero_below_zero_is_zero() {
    let mut center = world();
    for (number, amount) in ["-0", "-0.00", "0.000000", "-0.0"].into_iter().enumerate() {
        let mut asked = request(&json!({ "type": "quota.adjust", "quota": "Q", "delta": cny(amount) }));
        asked["id"] = json!(format!("zero{number}"));
        json::handle(&mut center, &asked.to_string()).unwrap();
    }
    let snapshot = json::snapshot(&center).unwrap();
    assert!(!snapshot.contains("\"-0"), "{snapshot}");
    assert_eq!(json::snapshot(&json::restore(&snapshot).unwrap()).unwrap(), snapshot);
}
