//! Bad input about money at the JSON door: each gets an error that names the field, and changes nothing.
#![cfg(feature = "json")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

use partnerkit::{Error, Money, PartnerCenter, json};
use serde_json::{Value, json};

fn cny(amount: &str) -> Value {
    json!({ "amount": amount, "currency": "CNY" })
}

fn partner(id: &str) -> Value {
    json!({ "type": "partner", "partner": id })
}

fn customer(id: &str) -> Value {
    json!({ "type": "customer", "customer": id })
}

fn place(kind: &str, id: &str) -> Value {
    match kind {
        "bank" | "vendor" => json!({ "type": kind }),
        "allocation" | "own-cash" | "debt" => json!({ "type": kind, "customer": id }),
        _ => json!({ "type": kind, "partner": id }),
    }
}

/// A command by a vendor, with further fields.
fn command(name: &str, more: &Value) -> Value {
    let mut command = json!({ "type": name });
    command.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    command
}

/// A distributor `D` with a reseller `R`, a resale customer `C` that owes 5.00 beside nothing, another `E` with 80.00 of what was
/// allocated, a charge `o1` of 100.00, of which 60.00 was credit and 10.00 of that has come back, and frozen cash.
fn world() -> PartnerCenter {
    let mut center = json::open(None).unwrap();
    let (vendor, by_d) = (json!({ "type": "vendor" }), partner("D"));
    let usage = "SOURCE_OPERAIION_USAGE";
    let commands = [
        (&vendor, json!({ "type": "partner.set", "id": "D", "kind": "general-distributor" })),
        (&vendor, json!({ "type": "partner.set", "id": "R", "kind": "cloud-reseller", "distributor": "D" })),
        (&vendor, json!({ "type": "customer.set", "id": "C" })),
        (&vendor, json!({ "type": "customer.associate", "customer": "C", "partner": "D", "mode": "agency-resale" })),
        (&vendor, json!({ "type": "customer.set", "id": "E" })),
        (&vendor, json!({ "type": "customer.associate", "customer": "E", "partner": "D", "mode": "agency-resale" })),
        (&vendor, json!({ "type": "account.recharge", "holder": partner("D"), "amount": cny("40.00") })),
        (&vendor, json!({ "type": "account.set-credit", "partner": "D", "limit": cny("90.00") })),
        (
            &vendor,
            json!({ "type": "account.charge", "payer": partner("D"), "trade_id": "o1", "trade_detail_type": usage, "amount": cny("100.00") }),
        ),
        (&vendor, json!({ "type": "account.refund", "charge": "o1", "trade_id": "b1", "amount": cny("10.00") })),
        (&vendor, json!({ "type": "account.recharge", "holder": partner("D"), "amount": cny("1000.00") })),
        (&by_d, json!({ "type": "adjustment.allocate", "customer_id": "E", "amount": cny("80.00") })),
        (&by_d, json!({ "type": "adjustment.allocate-to-reseller", "indirect_partner_id": "R", "amount": cny("70.00") })),
        (&vendor, json!({ "type": "account.freeze-cash", "partner": "D", "family": "manual", "amount": cny("30.00") })),
        (
            &vendor,
            json!({ "type": "account.charge", "payer": customer("C"), "trade_id": "o2", "trade_detail_type": usage, "amount": cny("5.00") }),
        ),
    ];
    for (number, (actor, command)) in commands.into_iter().enumerate() {
        accept(&mut center, &format!("w{number}"), actor, &command);
    }
    center
}

fn accept(center: &mut PartnerCenter, id: &str, actor: &Value, command: &Value) {
    let request = json!({ "id": id, "at": "2026-02-01T00:00:00Z", "actor": actor, "command": command });
    let answer: Value = serde_json::from_str(&json::handle(center, &request.to_string()).unwrap()).unwrap();
    assert_eq!(answer["accepted"], true, "{answer}");
}

/// What an error says: its kind, and the field of a malformed value or the entity of an unknown one.
fn told(error: &Error) -> (&'static str, String) {
    match error {
        Error::Malformed(wrong) => ("malformed", wrong.field.clone()),
        Error::Unknown(unknown) => ("unknown", unknown.entity.to_owned()),
        Error::Fault(_) => ("fault", String::new()),
    }
}

/// Every command about money, as it can be, who gives it, and which of its fields hold amounts.
fn commands() -> Vec<(Value, Value, &'static [&'static str])> {
    let (vendor, by_d) = (json!({ "type": "vendor" }), partner("D"));
    let usage = "SOURCE_OPERAIION_USAGE";
    let cash = json!({ "partner": "D", "family": "manual", "amount": cny("1.00") });
    let batch = json!({ "items": [{ "customer_id": "E", "amount": cny("1.00") }] });
    let pair = json!({ "partner": "D", "with": customer("E") });
    let by_vendor = [
        ("account.recharge", json!({ "holder": partner("D"), "amount": cny("1.00") }), &["amount"][..]),
        (
            "account.set-terms",
            json!({ "partner": "D", "designated_amount": cny("1.00"), "allocatable_amount": cny("1.00") }),
            &["designated_amount", "allocatable_amount"],
        ),
        ("account.set-credit", json!({ "partner": "D", "limit": cny("1.00") }), &["limit"]),
        (
            "account.charge",
            json!({ "payer": partner("D"), "trade_id": "o9", "trade_detail_type": usage, "amount": cny("1.00"), "terms": {} }),
            &["amount"],
        ),
        ("account.refund", json!({ "charge": "o1", "trade_id": "b9", "amount": cny("1.00") }), &["amount"]),
        ("account.write-off-debt", json!({ "customer": "C", "amount": cny("1.00") }), &["amount"]),
        ("account.freeze-cash", cash.clone(), &["amount"]),
        ("account.unfreeze-cash", cash.clone(), &["amount"]),
        ("account.clear-frozen", cash, &["amount"]),
        ("adjustment.begin", pair.clone(), &[]),
        ("adjustment.end", pair, &[]),
    ];
    let by_partner = [
        ("account.pay-for-customer", json!({ "customer_id": "E", "order_id": "o9", "price": cny("1.00") }), &["price"][..]),
        ("adjustment.allocate", json!({ "customer_id": "E", "amount": cny("1.00") }), &["amount"]),
        ("adjustment.reclaim", json!({ "customer_id": "E", "amount": cny("1.00") }), &["amount"]),
        ("adjustment.allocate-batch", batch.clone(), &[]),
        ("adjustment.reclaim-batch", batch, &[]),
        ("adjustment.allocate-to-reseller", json!({ "indirect_partner_id": "R", "amount": cny("1.00") }), &["amount"]),
        ("adjustment.reclaim-from-reseller", json!({ "indirect_partner_id": "R", "amount": cny("1.00") }), &["amount"]),
    ];
    let of = |actor: Value, all: Vec<(&str, Value, &'static [&'static str])>| -> Vec<_> {
        all.into_iter().map(|(name, more, amounts)| (actor.clone(), command(name, &more), amounts)).collect()
    };
    [of(vendor, by_vendor.into()), of(by_d, by_partner.into())].concat()
}

/// Asserts that the doors for requests refuse a command, say which field, and change nothing.
fn refuses(center: &mut PartnerCenter, actor: &Value, command: &Value, kind: &str, field: &str) {
    let before = json::snapshot(center).unwrap();
    let request = json!({ "id": "r", "at": "2026-02-01T00:00:00Z", "actor": actor, "command": command }).to_string();
    for answer in [json::decide(center, &request), json::handle(center, &request)] {
        let error = answer.expect_err(&request);
        let (found, named) = told(&error);
        assert_eq!((found, named.as_str()), (kind, field), "{request}: {error}");
    }
    assert_eq!(json::snapshot(center).unwrap(), before, "{request} changes something");
}

#[test]
fn a_command_with_a_wrong_amount_is_told_where() {
    let mut center = world();
    let amounts = [
        (json!(1), ""),
        (json!("1.00"), ""),
        (json!("1.00 CNY"), ""),
        (json!(["1.00", "CNY"]), ""),
        (json!({ "amount": 1, "currency": "CNY" }), ".amount"),
        (json!({ "amount": 1.5, "currency": "CNY" }), ".amount"),
        (json!({ "amount": "1e3", "currency": "CNY" }), ".amount"),
        (json!({ "amount": "NaN", "currency": "CNY" }), ".amount"),
        (json!({ "amount": "+1.00", "currency": "CNY" }), ".amount"),
        (json!({ "amount": "1,00", "currency": "CNY" }), ".amount"),
        (json!({ "amount": "", "currency": "CNY" }), ".amount"),
        (json!({ "amount": "1000000000000000000", "currency": "CNY" }), ".amount"),
        (json!({ "amount": "-1000000000000000000", "currency": "CNY" }), ".amount"),
        (json!({ "currency": "CNY" }), ".amount"),
        (json!({ "amount": "1.00" }), ".currency"),
        (json!({ "amount": "1.00", "currency": "cny" }), ".currency"),
        (json!({ "amount": "1.00", "currency": "XAU" }), ".currency"),
        (json!({ "amount": "1.00", "currency": "CNY", "tax": "0.06" }), ".tax"),
    ];
    for (actor, good, fields) in commands() {
        for field in fields {
            for (amount, where_) in &amounts {
                let mut wrong = good.clone();
                wrong[*field] = amount.clone();
                refuses(&mut center, &actor, &wrong, "malformed", &format!("command.{field}{where_}"));
            }
        }
    }
}

/// Each command as it can be is decided; without any one of its fields, with one more, or with one of another type, it never panics, and
/// changes nothing when it is no command.
#[test]
fn a_command_with_a_field_too_many_or_of_another_type_changes_nothing() {
    let center = world();
    let before = json::snapshot(&center).unwrap();
    let values = [
        json!(null),
        json!(7),
        json!(true),
        json!(""),
        json!("x".repeat(65)),
        json!([]),
        json!([1]),
        json!({}),
        json!({ "x": 1 }),
    ];
    for (actor, good, _) in commands() {
        let text =
            |command: &Value| json!({ "id": "r", "at": "2026-02-01T00:00:00Z", "actor": actor, "command": command }).to_string();
        let answer: Value = serde_json::from_str(&json::decide(&center, &text(&good)).unwrap()).unwrap();
        assert!(answer["accepted"].is_boolean(), "{answer}");
        let mut more = good.clone();
        more["colour"] = json!("red");
        refuses(&mut center.clone(), &actor, &more, "malformed", "command.colour");
        for name in good.as_object().unwrap().keys() {
            let mut less = good.clone();
            less.as_object_mut().unwrap().remove(name);
            let others = values.iter().map(|value| {
                let mut other = good.clone();
                other[name] = value.clone();
                other
            });
            for wrong in others.chain([less]) {
                let mut center = center.clone();
                if let Err(error) = json::handle(&mut center, &text(&wrong)) {
                    let (kind, field) = told(&error);
                    assert!(kind != "fault", "{wrong}: {error}");
                    assert!(kind == "unknown" || field.starts_with("command."), "{wrong}: {error}");
                    assert_eq!(json::snapshot(&center).unwrap(), before, "{wrong} changes something");
                }
            }
        }
    }
}

#[test]
fn a_command_with_a_wrong_value_is_told_where() {
    let mut center = world();
    let charge = |more: Value| {
        let good = json!({ "payer": partner("D"), "trade_id": "o9", "trade_detail_type": "SOURCE_OPERAIION_USAGE", "amount": cny("1.00") });
        let mut charge = command("account.charge", &good);
        charge.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        charge
    };
    let recharge = |holder: Value| json!({ "type": "account.recharge", "holder": holder, "amount": cny("1.00") });
    let refund = |more: Value| {
        let mut refund = json!({ "type": "account.refund", "charge": "o1", "trade_id": "b9", "amount": cny("1.00") });
        refund.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        refund
    };
    let freeze = |partner: &str, family: Value| json!({ "type": "account.freeze-cash", "partner": partner, "family": family, "amount": cny("1.00") });
    let begin = |with: Value| json!({ "type": "adjustment.begin", "partner": "D", "with": with });
    let batch = |more: Value| command("adjustment.allocate-batch", &more);
    let long = "x".repeat(65);
    let cases = [
        (recharge(json!("D")), "malformed", "command.holder"),
        (recharge(json!({ "type": "bank" })), "malformed", "command.holder.type"),
        (recharge(json!({ "type": "partner" })), "malformed", "command.holder.partner"),
        (recharge(json!({ "type": "partner", "partner": "D", "customer": "C" })), "malformed", "command.holder.customer"),
        (recharge(json!({ "type": "partner", "partner": long })), "malformed", "command.holder.partner"),
        (recharge(partner("D404")), "unknown", "partner"),
        (recharge(customer("C404")), "unknown", "customer"),
        (recharge(customer("D")), "unknown", "customer"),
        (charge(json!({ "payer": partner("D404") })), "unknown", "partner"),
        (charge(json!({ "payer": customer("C404") })), "unknown", "customer"),
        (charge(json!({ "trade_id": "" })), "malformed", "command.trade_id"),
        (charge(json!({ "trade_id": long })), "malformed", "command.trade_id"),
        (charge(json!({ "trade_id": 9 })), "malformed", "command.trade_id"),
        (charge(json!({ "trade_id": "o\n9" })), "malformed", "command.trade_id"),
        (charge(json!({ "trade_detail_type": "SOURCE_OPERATION_USAGE" })), "malformed", "command.trade_detail_type"),
        (charge(json!({ "trade_detail_type": 3 })), "malformed", "command.trade_detail_type"),
        (charge(json!({ "terms": null })), "malformed", "command.terms"),
        (charge(json!({ "terms": { "charge_mode": "barter" } })), "malformed", "command.terms.charge_mode"),
        (charge(json!({ "terms": { "charge_mode": 1 } })), "malformed", "command.terms.charge_mode"),
        (charge(json!({ "terms": { "cloud_service_type": "" } })), "malformed", "command.terms.cloud_service_type"),
        (charge(json!({ "terms": { "discount_amount": "1.00" } })), "malformed", "command.terms.discount_amount"),
        (charge(json!({ "terms": { "region": "cn-north-4" } })), "malformed", "command.terms.region"),
        (refund(json!({ "charge": "o404" })), "unknown", "charge"),
        (refund(json!({ "charge": "b1" })), "unknown", "charge"),
        (refund(json!({ "charge": "" })), "malformed", "command.charge"),
        (refund(json!({ "unsubscription": "yes" })), "malformed", "command.unsubscription"),
        (json!({ "type": "account.write-off-debt", "customer": "C404", "amount": cny("1.00") }), "unknown", "customer"),
        (json!({ "type": "account.set-credit", "partner": "D404", "limit": cny("1.00") }), "unknown", "partner"),
        (
            json!({ "type": "account.set-credit", "partner": "D", "limit": cny("1.00"), "expire_time": "2026-02-30T00:00:00Z" }),
            "malformed",
            "command.expire_time",
        ),
        (json!({ "type": "account.set-terms", "partner": "D404" }), "unknown", "partner"),
        (json!({ "type": "account.set-terms" }), "malformed", "command.partner"),
        (
            json!({ "type": "account.set-terms", "partner": "D", "standard_sales_contract": 1 }),
            "malformed",
            "command.standard_sales_contract",
        ),
        (freeze("D404", json!("manual")), "unknown", "partner"),
        (freeze("D", json!("winter")), "malformed", "command.family"),
        (freeze("D", json!(1)), "malformed", "command.family"),
        (begin(json!("E")), "malformed", "command.with"),
        (begin(json!({ "type": "vendor" })), "malformed", "command.with.type"),
        (begin(customer("C404")), "unknown", "customer"),
        (begin(partner("R404")), "unknown", "partner"),
        (json!({ "type": "adjustment.allocate", "customer_id": 7, "amount": cny("1.00") }), "malformed", "command.customer_id"),
        (
            json!({ "type": "adjustment.allocate", "customer_id": "E", "amount": cny("1.00"), "source": "cash" }),
            "malformed",
            "command.source",
        ),
        (
            json!({ "type": "adjustment.allocate", "customer_id": "E", "amount": cny("1.00"), "key": "" }),
            "malformed",
            "command.key",
        ),
        (batch(json!({ "items": {} })), "malformed", "command.items"),
        (batch(json!({ "items": ["E"] })), "malformed", "command.items[0]"),
        (batch(json!({ "items": [{ "customer_id": "E" }] })), "malformed", "command.items[0].amount"),
        (
            batch(
                json!({ "items": [{ "customer_id": "E", "amount": cny("1.00") }, { "customer_id": "E", "amount": cny("1.0.0") }] }),
            ),
            "malformed",
            "command.items[1].amount.amount",
        ),
        (batch(json!({ "items": [], "all_or_nothing": 1 })), "malformed", "command.all_or_nothing"),
    ];
    for (command, kind, field) in cases {
        let actor = if command["type"].as_str().unwrap().starts_with("adjustment.allocate") {
            partner("D")
        } else {
            json!({ "type": "vendor" })
        };
        refuses(&mut center, &actor, &command, kind, field);
    }
}

#[test]
fn a_question_or_a_query_with_a_wrong_value_is_told_where() {
    let center = world();
    let before = json::snapshot(&center).unwrap();
    let asked = |name: &str, what: &Value| {
        let mut one = json!({ "at": "2026-02-01T00:00:00Z", "actor": partner("D") });
        one[name] = what.clone();
        one.to_string()
    };
    let questions = [
        (json!({ "type": "account.recharge" }), "malformed", "ask.holder"),
        (json!({ "type": "account.recharge", "holder": { "type": "bank" } }), "malformed", "ask.holder.type"),
        (json!({ "type": "account.recharge", "holder": partner("D404") }), "unknown", "partner"),
        (json!({ "type": "account.recharge", "holder": partner("D"), "amount": cny("1.00") }), "malformed", "ask.amount"),
        (json!({ "type": "account.set-terms", "partner": 7 }), "malformed", "ask.partner"),
        (json!({ "type": "account.set-credit", "partner": "D404" }), "unknown", "partner"),
        (json!({ "type": "account.charge", "holder": customer("C404") }), "unknown", "customer"),
        (json!({ "type": "account.refund", "charge": "o404" }), "unknown", "charge"),
        (json!({ "type": "account.refund", "charge": "" }), "malformed", "ask.charge"),
        (json!({ "type": "account.write-off-debt", "customer": "C404" }), "unknown", "customer"),
        (json!({ "type": "account.freeze-cash", "partner": "D404" }), "unknown", "partner"),
        (json!({ "type": "account.unfreeze-cash", "partner": null }), "malformed", "ask.partner"),
        (json!({ "type": "account.clear-frozen", "customer": "C" }), "malformed", "ask.customer"),
        (json!({ "type": "account.pay-for-customer", "customer_id": "" }), "malformed", "ask.customer_id"),
        (json!({ "type": "account.pay-for-customer", "customer_id": "E", "amount": "1.00" }), "malformed", "ask.amount"),
        (json!({ "type": "adjustment.allocate" }), "malformed", "ask.customer_id"),
        (json!({ "type": "adjustment.reclaim", "customer_id": "E", "price": 1 }), "malformed", "ask.price"),
        (json!({ "type": "adjustment.allocate-batch", "customer_id": ["E"] }), "malformed", "ask.customer_id"),
        (json!({ "type": "adjustment.allocate-to-reseller", "indirect_partner_id": 1 }), "malformed", "ask.indirect_partner_id"),
        (json!({ "type": "adjustment.reclaim-from-reseller" }), "malformed", "ask.indirect_partner_id"),
        (json!({ "type": "adjustment.begin", "partner": "D", "with": customer("C404") }), "unknown", "customer"),
    ];
    for (question, kind, field) in questions {
        let error = json::can(&center, &asked("ask", &question)).map(|answer| panic!("{question}: {answer}")).unwrap_err();
        assert_eq!(told(&error), (kind, field.to_owned()), "{question}: {error}");
    }
    let statement = |more: Value| command("statement", &more);
    let records = |more: Value| command("adjustment-records", &more);
    let fees = |more: Value| command("fee-records", &more);
    let queries = [
        (statement(json!({ "balance_type": 1 })), "view.balance_type"),
        (statement(json!({ "balance_type": ["BALANCE_TYPE_DEBIT"] })), "view.balance_type"),
        (statement(json!({ "trade_type": 1 })), "view.trade_type"),
        (statement(json!({ "trade_time_begin": 20_260_101 })), "view.trade_time_begin"),
        (statement(json!({ "trade_time_end": {} })), "view.trade_time_end"),
        (statement(json!({ "revenue_expense_type": 1 })), "view.revenue_expense_type"),
        (statement(json!({ "trade_id": 1 })), "view.trade_id"),
        (statement(json!({ "indirect_partner_id": 1 })), "view.indirect_partner_id"),
        (statement(json!({ "offset": "0" })), "view.offset"),
        (statement(json!({ "limit": 1.5 })), "view.limit"),
        (statement(json!({ "limit": 9_223_372_036_854_775_808_u64 })), "view.limit"),
        (statement(json!({ "account": "top-up" })), "view.account"),
        (json!({ "type": "partner-balances", "indirect_partner_id": 1 }), "view.indirect_partner_id"),
        (json!({ "type": "partner-balances", "limit": 1 }), "view.limit"),
        (json!({ "type": "customer-balances", "customer_ids": "C" }), "view.customer_ids"),
        (json!({ "type": "customer-balances", "customer_ids": ["C", 7] }), "view.customer_ids[1]"),
        (json!({ "type": "customer-balances", "customer_ids": null }), "view.customer_ids"),
        (json!({ "type": "customer-balances", "customers": ["C"] }), "view.customers"),
        (records(json!({ "operation_type": 1 })), "view.operation_type"),
        (records(json!({ "operation_time_begin": 1 })), "view.operation_time_begin"),
        (records(json!({ "trans_id": 1 })), "view.trans_id"),
        (records(json!({ "customer_id": ["E"] })), "view.customer_id"),
        (records(json!({ "limit": "ten" })), "view.limit"),
        (records(json!({ "colour": "red" })), "view.colour"),
        (json!({ "type": "monthly-bills", "bill_cycle": 202_602 }), "view.bill_cycle"),
        (json!({ "type": "monthly-bills", "bill_type": "refund" }), "view.bill_type"),
        (json!({ "type": "postpaid-bill", "limit": 1 }), "view.limit"),
        (fees(json!({ "bill_date_begin": 1 })), "view.bill_date_begin"),
        (fees(json!({ "bill_date_end": ["2026-02-01"] })), "view.bill_date_end"),
        (fees(json!({ "bill_detail_type": 1 })), "view.bill_detail_type"),
        (fees(json!({ "bill_detail_type": "gift" })), "view.bill_detail_type"),
        (fees(json!({ "charge_mode": "never" })), "view.charge_mode"),
        (fees(json!({ "association_mode": "2" })), "view.association_mode"),
        (fees(json!({ "account_manager_id": 1 })), "view.account_manager_id"),
        (fees(json!({ "region_code": "cn-north-1" })), "view.region_code"),
        (json!({ "type": "consuming-customers", "bill_cycle": {} }), "view.bill_cycle"),
        (json!({ "type": "consuming-customers", "indirect_partner_id": "R" }), "view.indirect_partner_id"),
    ];
    for (query, field) in queries {
        let mut export: Value = serde_json::from_str(&asked("view", &query)).unwrap();
        export["format"] = json!("csv");
        for answer in [json::view(&center, &asked("view", &query)), json::export(&center, &export.to_string())] {
            let error = answer.map(|answer| panic!("{query}: {answer}")).unwrap_err();
            assert_eq!(told(&error), ("malformed", field.to_owned()), "{query}: {error}");
        }
    }
    // A page at the end of all numbers is empty, and no overflow.
    let far = statement(json!({ "balance_type": "BALANCE_TYPE_DEBIT", "offset": i64::MAX, "limit": 100 }));
    let answer: Value = serde_json::from_str(&json::view(&center, &asked("view", &far)).unwrap()).unwrap();
    assert_eq!((&answer["accepted"], &answer["items"]), (&json!(true), &json!([])));
    assert_eq!(json::snapshot(&center).unwrap(), before);
}

fn event(change: &Value) -> Value {
    json!({
        "version": 1, "request": "odd", "index": 0, "at": "2026-02-02T00:00:00Z", "actor": { "type": "vendor" },
        "fingerprint": "00000000000000ff", "change": change
    })
}

fn moved(from: Value, to: Value, amount: Value) -> Value {
    json!({
        "type": "money.moved", "trade_id": "t", "trade_detail_type": "SOURCE_OPERAIION_ADJUST", "from": from, "to": to,
        "amount": amount
    })
}

fn charged(trade_id: &str, amount: Value, parts: &[(Value, Value)]) -> Value {
    let parts: Vec<_> = parts.iter().map(|(place, amount)| json!({ "place": place, "amount": amount })).collect();
    json!({
        "type": "account.charged", "trade_id": trade_id, "trade_detail_type": "SOURCE_OPERAIION_USAGE", "payer": partner("D"),
        "amount": amount, "parts": parts
    })
}

fn refunded(charge: &str, amount: Value, parts: &[(Value, Value)], more: Value) -> Value {
    let parts: Vec<_> = parts.iter().map(|(place, amount)| json!({ "place": place, "amount": amount })).collect();
    let mut change = json!({
        "type": "account.refunded", "trade_id": "b9", "trade_detail_type": "SOURCE_OPERAIION_REFUND", "charge": charge,
        "amount": amount, "parts": parts
    });
    change.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    change
}

fn made(from: Value, to: Value, amount: Value) -> Value {
    json!({ "type": "adjustment.made", "trans_id": "t", "operation_type": "SOURCE_OPERATION_BEADJUST", "from": from, "to": to, "amount": amount })
}

/// D has 820.00 of cash, 40.00 of credit of 90.00, and 30.00 frozen.
#[test]
fn an_event_that_cannot_have_happened_is_refused() {
    let mut center = world();
    let usd = |amount: &str| json!({ "amount": amount, "currency": "USD" });
    let (bank, vendor) = (|| place("bank", ""), || place("vendor", ""));
    let top_up = |id: &str| place("top-up", id);
    let credit = || place("credit", "D");
    let allocation = |id: &str| place("allocation", id);
    let none = || json!({});
    let falls = |by: &str| json!({ "credit": "D", "credit_amount": cny(by) });
    let changes = [
        // Nothing, less than nothing, and a fraction of a cent.
        moved(bank(), top_up("D"), cny("0.00")),
        moved(bank(), top_up("D"), cny("-1.00")),
        moved(bank(), top_up("D"), cny("0.001")),
        moved(bank(), top_up("D"), cny("0.00000001")),
        // From a place to itself.
        moved(top_up("D"), top_up("D"), cny("1.00")),
        moved(vendor(), vendor(), cny("1.00")),
        // More than there is.
        moved(top_up("D"), bank(), cny("820.01")),
        moved(top_up("R"), vendor(), cny("70.01")),
        moved(top_up("nobody"), vendor(), cny("0.01")),
        moved(credit(), vendor(), cny("40.01")),
        moved(place("frozen", "D"), top_up("D"), cny("30.01")),
        moved(allocation("E"), top_up("D"), cny("80.01")),
        moved(allocation("C"), top_up("D"), cny("0.01")),
        moved(place("own-cash", "C"), vendor(), cny("0.01")),
        moved(vendor(), place("debt", "C"), cny("5.01")),
        moved(vendor(), place("debt", "E"), cny("0.01")),
        // Another currency.
        moved(bank(), top_up("D"), usd("1.00")),
        moved(bank(), top_up("nobody"), usd("1.00")),
        moved(top_up("D"), vendor(), usd("1.00")),
        moved(place("debt", "nobody"), vendor(), usd("1.00")),
        // Charges whose parts are no parts of them, of what is not there, and again.
        charged("o9", cny("2.00"), &[(top_up("D"), cny("1.00"))]),
        charged("o9", cny("1.00"), &[(top_up("D"), cny("2.00"))]),
        charged("o9", cny("1.00"), &[]),
        charged("o9", cny("0.00"), &[]),
        charged("o9", cny("0.00"), &[(top_up("D"), cny("0.00"))]),
        charged("o9", cny("1.00"), &[(top_up("D"), cny("2.00")), (credit(), cny("-1.00"))]),
        charged("o9", cny("820.01"), &[(top_up("D"), cny("820.01"))]),
        charged("o9", cny("820.02"), &[(top_up("D"), cny("410.01")), (top_up("D"), cny("410.01"))]),
        charged("o9", cny("2.00"), &[(top_up("D"), cny("1.00")), (place("debt", "E"), usd("1.00"))]),
        charged("o9", usd("1.00"), &[(place("debt", "E"), usd("1.00"))]),
        charged("o9", cny("1.00"), &[(vendor(), cny("1.00"))]),
        charged("o1", cny("1.00"), &[(top_up("D"), cny("1.00"))]),
        charged("b1", cny("1.00"), &[(top_up("D"), cny("1.00"))]),
        // Refunds of what was never charged, of more, as another, and to more than they are.
        refunded("o404", cny("1.00"), &[(top_up("D"), cny("1.00"))], none()),
        refunded("b1", cny("1.00"), &[(top_up("D"), cny("1.00"))], none()),
        refunded("o1", cny("90.01"), &[(top_up("D"), cny("90.01"))], none()),
        refunded("o1", cny("1.00"), &[(top_up("D"), cny("1.01"))], none()),
        refunded("o1", cny("0.00"), &[], none()),
        refunded("o1", cny("-1.00"), &[], none()),
        refunded("o1", cny("0.001"), &[], none()),
        refunded("o1", usd("1.00"), &[], none()),
        refunded("o1", usd("1.00"), &[(top_up("D"), cny("1.00"))], none()),
        refunded("o1", cny("1.00"), &[(vendor(), cny("1.00"))], none()),
        refunded("o1", cny("60.00"), &[(credit(), cny("50.00"))], falls("50.01")),
        refunded("o1", cny("1.00"), &[(credit(), cny("1.00"))], falls("1.01")),
        refunded("o1", cny("1.00"), &[(credit(), cny("1.00"))], falls("-1.00")),
        refunded("o1", cny("1.00"), &[], json!({ "credit": "D", "credit_amount": usd("1.00") })),
        refunded("o1", cny("1.00"), &[], json!({ "credit": "D" })),
        refunded("o1", cny("1.00"), &[], json!({ "credit_amount": cny("1.00") })),
        refunded("o1", cny("1.00"), &[], json!({ "credit": "R", "credit_amount": cny("1.00") })),
        refunded("o1", cny("1.00"), &[(top_up("D"), cny("1.00"))], json!({ "trade_id": "b1" })),
        refunded("o1", cny("1.00"), &[(top_up("D"), cny("1.00"))], json!({ "trade_id": "o2" })),
        // Adjustments.
        made(top_up("D"), allocation("E"), cny("820.01")),
        made(top_up("D"), allocation("E"), cny("0.00")),
        made(top_up("D"), allocation("E"), cny("-1.00")),
        made(top_up("D"), allocation("E"), cny("0.005")),
        made(top_up("D"), top_up("D"), cny("1.00")),
        made(top_up("D"), allocation("E"), usd("1.00")),
        made(allocation("E"), top_up("D"), cny("80.01")),
        // What the vendor sets.
        json!({ "type": "account.credit-set", "partner": "D", "limit": cny("-1.00") }),
        json!({ "type": "account.credit-set", "partner": "D", "limit": cny("0.001") }),
        json!({ "type": "account.credit-set", "partner": "D", "limit": usd("1.00") }),
        json!({ "type": "account.terms-set", "partner": "D", "designated_amount": cny("-1.00") }),
        json!({ "type": "account.terms-set", "partner": "D", "designated_amount": cny("1.00"), "allocatable_amount": usd("1.00") }),
    ];
    let before = json::snapshot(&center).unwrap();
    for change in changes {
        let event = event(&change);
        let error = json::apply(&mut center, &event.to_string()).expect_err(&event.to_string());
        assert_eq!(told(&error).0, "fault", "{event}: {error}");
        assert!(error.to_string().len() > 30, "{event}: {error}");
        assert_eq!(json::snapshot(&center).unwrap(), before, "{event}");
    }
    // At the end of what there is, each can have happened.
    let possible = [
        moved(top_up("D"), bank(), cny("820.00")),
        moved(place("frozen", "D"), vendor(), cny("30.00")),
        moved(vendor(), place("debt", "C"), cny("5.00")),
        charged("o9", cny("860.00"), &[(top_up("D"), cny("820.00")), (credit(), cny("40.00"))]),
        refunded("o1", cny("90.00"), &[(credit(), cny("50.00")), (top_up("D"), cny("40.00"))], falls("50.00")),
        made(allocation("E"), top_up("D"), cny("80.00")),
    ];
    for change in possible {
        let mut center = center.clone();
        json::apply(&mut center, &event(&change).to_string()).unwrap();
        assert_eq!(json::restore(&json::snapshot(&center).unwrap()).unwrap(), center, "{change}");
    }
}

#[test]
fn a_snapshot_of_money_that_does_not_hold_together_is_told_where() {
    let good: Value = serde_json::from_str(&json::snapshot(&world()).unwrap()).unwrap();
    let accounts = good["accounts"]["accounts"].as_array().unwrap();
    for (number, account) in accounts.iter().enumerate() {
        let balance = &account["balance"]["amount"].as_str().unwrap();
        for wrong in ["-0.01", "0.01", "999999.99"].into_iter().filter(|wrong| wrong != balance) {
            let mut bad = good.clone();
            bad["accounts"]["accounts"][number]["balance"]["amount"] = wrong.into();
            let error = json::restore(&bad.to_string()).expect_err(&format!("{account} with {wrong}"));
            assert!(told(&error).1.starts_with("accounts.accounts"), "{account} with {wrong}: {error}");
        }
    }
    let mut strange = good.clone();
    strange["accounts"]["accounts"][0]["balance"]["currency"] = "USD".into();
    assert!(json::restore(&strange.to_string()).is_err());
    assert!(json::restore(&good.to_string()).is_ok());
}

#[test]
fn an_event_about_money_that_is_none_is_told_where() {
    let mut center = world();
    let before = json::snapshot(&center).unwrap();
    let good = || moved(place("bank", ""), place("top-up", "D"), cny("1.00"));
    let with = |name: &str, value: Value| {
        let mut change = good();
        change[name] = value;
        change
    };
    let cases = [
        (with("amount", json!("1.00")), "change.amount"),
        (with("amount", cny("1000000000000000000")), "change.amount.amount"),
        (with("from", json!("bank")), "change.from"),
        (with("from", json!({ "type": "moon" })), "change.from.type"),
        (with("to", json!({ "type": "top-up" })), "change.to.partner"),
        (with("to", json!({ "type": "debt", "partner": "D" })), "change.to.partner"),
        (with("to", json!({ "type": "bank", "partner": "D" })), "change.to.partner"),
        (with("trade_id", json!("")), "change.trade_id"),
        (with("trade_detail_type", json!("GIFT")), "change.trade_detail_type"),
        (with("colour", json!("red")), "change.colour"),
        (charged("o9", cny("1.00"), &[(json!("D"), cny("1.00"))]), "change.parts[0].place"),
        (charged("o9", cny("1.00"), &[(place("top-up", "D"), json!(1))]), "change.parts[0].amount"),
        (
            json!({ "type": "customer.allocation-returned", "customer": "E", "partner": "D", "amount": cny("1.00") }),
            "change.type",
        ),
    ];
    for (change, field) in cases {
        let event = event(&change);
        let error = json::apply(&mut center, &event.to_string()).expect_err(&event.to_string());
        assert_eq!(told(&error), ("malformed", field.to_owned()), "{event}: {error}");
        assert_eq!(json::snapshot(&center).unwrap(), before, "{event}");
    }
}

/// Amounts near 10^18: what comes out can be written and read again, or nothing happens.
#[test]
fn sums_do_not_outgrow_what_can_be_told() {
    let most = "999999999999999999.99";
    let mut center = world();
    let (bank, vendor) = (|| place("bank", ""), || place("vendor", ""));
    let id = |number: usize, change: &Value| {
        let mut event = event(change);
        event["request"] = json!(format!("odd{number}"));
        event.to_string()
    };
    json::apply(&mut center, &id(0, &moved(bank(), place("top-up", "X"), cny("999999999999998000.00")))).unwrap();
    let before = json::snapshot(&center).unwrap();
    let changes = [
        moved(bank(), place("top-up", "X"), cny("2000.00")),
        moved(bank(), place("top-up", "Y"), cny("1000.00")),
        moved(bank(), place("top-up", "Y"), cny(most)),
        moved(vendor(), place("top-up", "X"), cny("2000.00")),
        moved(place("debt", "C"), vendor(), cny(most)),
        charged("o9", cny(most), &[(place("debt", "C"), cny(most))]),
        charged("o9", cny(most), &[(place("debt", "Y"), cny("999999999999999999.00")), (place("debt", "Z"), cny("0.99"))]),
    ];
    for change in changes {
        let error = json::apply(&mut center, &id(1, &change)).expect_err(&change.to_string());
        assert_eq!(told(&error).0, "fault", "{change}: {error}");
        assert_eq!(json::snapshot(&center).unwrap(), before, "{change}");
    }
    assert_eq!(json::restore(&before).unwrap(), center);
    // Commands that would have such a sum are told which field.
    let by_vendor = json!({ "type": "vendor" });
    let recharge = json!({ "type": "account.recharge", "holder": partner("D"), "amount": cny("9999999999.99") });
    refuses(&mut center, &by_vendor, &recharge, "malformed", "command.amount");
    let credit = |partner: &str| json!({ "type": "account.set-credit", "partner": partner, "limit": cny(most) });
    accept(&mut center, "k1", &by_vendor, &credit("R"));
    refuses(&mut center, &by_vendor, &credit("D"), "malformed", "command.limit");
    assert_eq!(json::restore(&json::snapshot(&center).unwrap()).unwrap(), center);
}

/// Ten million of the largest amount that can be moved add up exactly; two hundred of a fifty-thousandth of that each, on one account.
#[test]
fn ten_million_of_the_largest_amount_add_up() {
    let most: Money = "9999999999.99 CNY".parse().unwrap();
    let sum = (0..10_000_000_u32).try_fold(Money::zero(most.currency()), |sum, _| sum.plus(most)).unwrap();
    assert_eq!(sum, most.times(10_000_000).unwrap());
    assert_eq!(sum.to_string(), "99999999999900000.00 CNY");
    let mut center = world();
    let step = "499999999999500.00";
    for number in 0..200 {
        let mut event = event(&moved(place("bank", ""), place("top-up", "X"), cny(step)));
        event["request"] = json!(format!("big{number}"));
        json::apply(&mut center, &event.to_string()).unwrap();
    }
    let snapshot: Value = serde_json::from_str(&json::snapshot(&center).unwrap()).unwrap();
    let accounts = snapshot["accounts"]["accounts"].as_array().unwrap();
    let found = accounts.iter().find(|account| account["place"] == place("top-up", "X")).unwrap();
    assert_eq!(found["balance"], cny("99999999999900000.00"));
    assert_eq!(found["lines"][199]["balance_after"], cny("99999999999900000.00"));
    assert_eq!(json::restore(&snapshot.to_string()).unwrap(), center);
}
