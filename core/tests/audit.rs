//! An audit finds nothing in what the library exports, and something wherever that was changed.
#![cfg(feature = "json")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests fail loudly"
)]

mod corpus;
mod exported;

use std::collections::{BTreeMap, BTreeSet};

use exported::{Row, SHAPES, Shape, Tables, findings, tables};
use partnerkit::{PartnerCenter, json};
use serde_json::{Value, json};

#[test]
fn nothing_is_found_in_any_world_of_the_scenarios() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    // What ended two years ago is not listed any more, although its records are.
    for case in corpus::cases().iter().filter(|case| !case.name.contains("-retention.json")) {
        let policy = (!case.policy.is_null()).then(|| case.policy.to_string());
        let mut center = json::open(policy.as_deref()).unwrap();
        let mut times = Vec::new();
        for item in case.given.iter().chain(case.steps.iter().map(|step| &step.when)) {
            if item.get("command").is_some() {
                let _ = json::handle(&mut center, &item.to_string());
            } else if item.get("change").is_some() {
                json::apply(&mut center, &item.to_string()).unwrap();
            } else {
                continue;
            }
            times.push(item["at"].as_str().unwrap_or_default().to_owned());
        }
        let last = times.iter().max().map_or("2026-01-01T00:00:00Z", String::as_str);
        let tables = tables(&center, last);
        rows += tables.values().map(Vec::len).sum::<usize>();
        // Some scenarios turn the clock back, or make coupons by events that no request leads to. An audit cannot but say so.
        let made = case.given.iter().any(|item| item.get("change").is_some());
        let may_be_found = |finding: &Value| match finding["rule"].as_str().unwrap() {
            "audit.row.in-order" => !times.is_sorted(),
            "adjustment.record.order" => !times.is_sorted() || case.policy["rules"]["adjustment.record.order"] == false,
            "audit.quota.kind-fits" | "statement.line.direction" => made,
            _ => false,
        };
        let found = findings(&tables).into_iter().filter(|finding| !may_be_found(finding));
        wrong.extend(found.map(|finding| format!("{}: {finding}", case.name)));
    }
    println!("{rows} rows");
    assert!(rows > 1_000);
    assert!(wrong.is_empty(), "{} found:\n{}", wrong.len(), wrong.join("\n"));
}

/// A world in which everything happens that moves value, each request an hour after the one before it.
fn rich() -> PartnerCenter {
    let mut center = json::open(None).unwrap();
    for item in corpus::given(&json!(["@distributor", "@ledger"])) {
        accept(&mut center, &item);
    }
    let cny = |amount: &str| json!({ "amount": amount, "currency": "CNY" });
    let vendor = || json!({ "type": "vendor" });
    let partner = |id: &str| json!({ "type": "partner", "partner": id });
    let customer = |id: &str| json!({ "type": "customer", "customer": id });
    let quota = |id: &str, holder: &str, amount: &str| {
        json!({ "type": "quota.set", "id": id, "holder": holder, "value": cny(amount),
            "effective_time": "2026-01-01T00:00:00Z", "expire_time": "2026-12-31T00:00:00Z" })
    };
    let issue = |quota: &str, customers: &[&str], amount: &str| json!({ "type": "coupon.issue", "quota_id": quota, "customer_ids": customers, "face_value": cny(amount) });
    let issue_for = |reseller: &str, quota: &str, customers: &[&str], amount: &str| {
        let mut command = issue(quota, customers, amount);
        command["indirect_partner_id"] = reseller.into();
        command
    };
    let uses = |customer: &str, order: &str, coupon: &str, amount: &str| json!({ "type": "coupon.use", "customer": customer, "order": { "id": order, "amount": cny(amount) }, "coupon_ids": [coupon] });
    let refund = |order: &str, coupon: &str, amount: &str, reason: &str| json!({ "type": "coupon.refund", "order": order, "reason": reason, "parts": [{ "coupon": coupon, "amount": cny(amount) }] });
    let grant = |quota: &str, resellers: &[&str], amount: &str| json!({ "type": "quota.grant", "quota_id": quota, "indirect_partner_ids": resellers, "quota_amount": cny(amount) });
    let steps = [
        (vendor(), json!({ "type": "customer.set", "id": "RC2", "name": "Other Reseller Customer" })),
        (vendor(), json!({ "type": "customer.associate", "customer": "RC2", "partner": "R2", "mode": "agency-resale" })),
        (vendor(), json!({ "type": "quota.adjust", "quota": "Q1", "delta": cny("250.00") })),
        (vendor(), quota("Q2", "D", "500.00")),
        (vendor(), quota("QE", "E", "400.00")),
        (partner("D"), grant("Q1", &["R1", "R2"], "150.00")),
        (partner("D"), grant("Q2", &["R2"], "60.00")),
        (partner("D"), issue_for("R1", "a5-1", &["RC1"], "12.50")),
        (partner("D"), issue_for("R2", "a5-2", &["RC2"], "7.77")),
        (partner("D"), issue_for("R2", "a6-1", &["RC2", "C1"], "5.00")),
        (vendor(), json!({ "type": "quota.write-off", "quota": "Q1", "amount": cny("12.34") })),
        (customer("RC1"), uses("RC1", "O10", "i3-1", "20.00")),
        (vendor(), refund("O10", "i3-1", "4.00", "other-unsubscribe")),
        (partner("D"), issue("Q1", &["C1", "X9", "C2"], "11.00")),
        (partner("D"), issue("Q2", &["C3"], "21.00")),
        (partner("D"), issue("Q2", &["X9"], "22.00")),
        (partner("E"), issue("QE", &["X9", "C1"], "31.00")),
        (partner("S"), issue("QS", &["SC1"], "41.00")),
        (partner("D"), json!({ "type": "quota.reclaim", "quota_ids": ["a5-1"] })),
        (partner("D"), json!({ "type": "coupon.reclaim", "coupon_ids": ["a7-1"], "indirect_partner_id": "R1" })),
        (partner("D"), issue_for("R1", "g1-1", &["RC1"], "9.00")),
        (partner("D"), json!({ "type": "coupon.reclaim", "coupon_ids": ["a13-3"] })),
        (customer("RC2"), uses("RC2", "O12", "a8-1", "2.00")),
        (vendor(), json!({ "type": "customer.transfer", "customer": "RC2", "to": "R1" })),
        (vendor(), json!({ "type": "customer.disassociate", "customer": "SC1" })),
        (partner("D"), json!({ "type": "quota.reclaim", "quota_ids": ["g1-1"] })),
        (customer("X9"), uses("X9", "O11", "a16-1", "31.00")),
    ];
    run(&mut center, steps.into_iter());
    center
}

/// Requests, one an hour.
fn run(center: &mut PartnerCenter, steps: impl Iterator<Item = (Value, Value)>) {
    for (number, (actor, command)) in steps.enumerate() {
        let at = format!("2026-03-{:02}T{:02}:00:00Z", 1 + number / 24, number % 24);
        let console = command["type"].as_str().unwrap().ends_with("-batch");
        let access = json!({ "channel": if console { "console" } else { "api" } });
        let request = json!({ "id": format!("a{number}"), "at": at, "actor": actor, "access": access, "command": command });
        accept(center, &request);
    }
}

/// A world in which cash moves every way it can.
fn with_money() -> PartnerCenter {
    let mut center = json::open(None).unwrap();
    for item in corpus::given(&json!(["@distributor"])) {
        accept(&mut center, &item);
    }
    run(&mut center, of_money().into_iter());
    center
}

/// What moves cash: every kind of movement, between a distributor, its resellers, another partner and their customers.
fn of_money() -> Vec<(Value, Value)> {
    let cny = |amount: &str| json!({ "amount": amount, "currency": "CNY" });
    let vendor = || json!({ "type": "vendor" });
    let partner = |id: &str| json!({ "type": "partner", "partner": id });
    let pays = |id: &str| json!({ "type": "customer", "customer": id });
    let top_up =
        |holder: Value, amount: &str| (vendor(), json!({ "type": "account.recharge", "holder": holder, "amount": cny(amount) }));
    let give = |from: &str, to: &str, amount: &str| {
        (partner(from), json!({ "type": "adjustment.allocate", "customer_id": to, "amount": cny(amount) }))
    };
    let take = |from: &str, to: &str, amount: &str| {
        (partner(from), json!({ "type": "adjustment.reclaim", "customer_id": to, "amount": cny(amount) }))
    };
    let charge = |payer: Value, id: &str, kind: &str, amount: &str, service: &str| {
        let terms = json!({ "charge_mode": if kind == "USAGE" { "on-demand" } else { "period" }, "cloud_service_type": service });
        (
            vendor(),
            json!({ "type": "account.charge", "payer": payer, "trade_id": id, "trade_detail_type": format!("SOURCE_OPERAIION_{kind}"), "amount": cny(amount), "terms": terms }),
        )
    };
    let refund = |of: &str, id: &str, amount: &str, gone: bool| {
        (
            vendor(),
            json!({ "type": "account.refund", "charge": of, "trade_id": id, "amount": cny(amount), "unsubscription": gone }),
        )
    };
    let freeze = |how: &str, family: &str, amount: &str| {
        (vendor(), json!({ "type": format!("account.{how}"), "partner": "D", "amount": cny(amount), "family": family }))
    };
    vec![
        top_up(partner("D"), "5000.00"),
        top_up(partner("S"), "700.00"),
        (vendor(), json!({ "type": "account.recharge", "holder": partner("D"), "amount": cny("12.00"), "rebate": true })),
        (
            vendor(),
            json!({ "type": "account.set-credit", "partner": "D", "limit": cny("90.00"), "expire_time": "2026-12-01T00:00:00Z" }),
        ),
        (vendor(), json!({ "type": "account.set-terms", "partner": "D", "designated_amount": cny("100.00") })),
        (
            partner("D"),
            json!({ "type": "adjustment.allocate-to-reseller", "indirect_partner_id": "R1", "amount": cny("800.00") }),
        ),
        (
            partner("D"),
            json!({ "type": "adjustment.allocate-to-reseller", "indirect_partner_id": "R2", "amount": cny("300.00") }),
        ),
        give("D", "C1", "210.00"),
        give("S", "SC1", "120.00"),
        (
            partner("D"),
            json!({ "type": "adjustment.allocate", "customer_id": "RC1", "amount": cny("95.00"), "indirect_partner_id": "R1" }),
        ),
        (
            partner("D"),
            json!({ "type": "adjustment.allocate-batch", "source": "top-up", "items": [{ "customer_id": "C2", "amount": cny("30.00") }, { "customer_id": "C1", "amount": cny("5.00") }] }),
        ),
        charge(pays("C1"), "P1", "DEDEUCT", "60.00", "ec2"),
        charge(pays("C1"), "U1", "USAGE", "200.00", "ebs"),
        refund("P1", "F1", "12.00", true),
        (vendor(), json!({ "type": "account.write-off-debt", "customer": "C1", "amount": cny("4.00") })),
        give("D", "C1", "50.00"),
        charge(pays("C2"), "U2", "USAGE", "35.00", "ebs"),
        charge(pays("RC1"), "P2", "ONETIME", "20.00", "eip"),
        refund("P2", "F2", "5.00", false),
        take("D", "C1", "9.00"),
        (
            partner("D"),
            json!({ "type": "adjustment.reclaim", "customer_id": "RC1", "amount": cny("30.00"), "indirect_partner_id": "R1" }),
        ),
        (
            partner("D"),
            json!({ "type": "adjustment.reclaim-from-reseller", "indirect_partner_id": "R2", "amount": cny("50.00") }),
        ),
        freeze("freeze-cash", "manual", "40.00"),
        freeze("unfreeze-cash", "manual", "15.00"),
        freeze("clear-frozen", "manual", "10.00"),
        charge(partner("D"), "P3", "DEDEUCT", "25.00", "obs"),
        (vendor(), json!({ "type": "customer.disassociate", "customer": "RC1" })),
        refund("P2", "F3", "2.00", true),
        charge(pays("C1"), "U3", "USAGE", "90.00", "ebs"),
    ]
}

fn accept(center: &mut PartnerCenter, request: &Value) {
    let answer: Value = serde_json::from_str(&json::handle(center, &request.to_string()).unwrap()).unwrap();
    assert_eq!(answer["accepted"], true, "{request}: {answer}");
}

/// One thing that was changed in the tables.
struct Corruption {
    shape: &'static Shape,
    /// The row, from 0.
    row: usize,
    how: How,
    what: String,
    tables: Tables,
    /// The rows that were touched, one of which must be named; none where a row is gone.
    touched: Vec<(&'static str, usize)>,
}

/// How a row was changed.
#[derive(Clone, Copy, PartialEq)]
enum How {
    Column(&'static str),
    Lost,
    Doubled,
    Swapped,
}

/// Why nothing tells of a corruption: no other row says what the changed one said.
fn unknowable(tables: &Tables, corruption: &Corruption) -> Option<&'static str> {
    let rows = &tables[corruption.shape.table];
    let row = &rows[corruption.row];
    let call = |row: &Row| row["record_id"].as_str().unwrap().rsplit_once('-').unwrap().0.to_owned();
    match (corruption.shape.table, corruption.how) {
        ("adjustment-records", How::Swapped) => {
            let next = &rows[corruption.row + 1];
            (row["operation_time"] == next["operation_time"]).then_some("records of one instant have no order")
        }
        ("balances", _) if row["account_type"] == "allocatable" => Some("what can be allocated is told nowhere else"),
        ("balances", How::Lost) if row["account_type"] == "total" => Some("a total tells nothing that its parts do not"),
        ("statement", How::Lost) if row["change_amount"] == "0.00" => Some("clearing frozen cash changes no balance"),
        ("balances", How::Lost) if row["amount"] == "0.00" => Some("an account with nothing need not be listed"),
        ("customer-balances", How::Lost) if row["amount"] == "0.00" => {
            Some("a customer with nothing need not be listed; one who owes may have left")
        }
        ("coupon-records", How::Column("amount" | "quota_id")) => {
            let alone = rows.iter().filter(|other| call(other) == call(row)).count() == 1;
            if row["operation_type"] == "reseller-transfer" && corruption.how == How::Column("amount") {
                return Some("what orders took before a transfer is in no table, only what they took in all");
            }
            (alone && row["result"] == "failure").then_some("an issue that failed, alone in its call, moved nothing")
        }
        ("coupon-records", How::Lost) => {
            let last = rows.iter().rfind(|other| other["partner_id"] == row["partner_id"]) == Some(row);
            (last && row["result"] == "failure").then_some("an issue that failed, the last record of its partner, moved nothing")
        }
        ("coupons", How::Column("source_id")) => {
            let records = &tables["coupon-records"];
            let last = records.iter().filter(|record| record["coupon_id"] == row["coupon_id"]).max_by_key(|record| {
                (record["operation_time"].as_str().unwrap().to_owned(), record["operation_type"] == "reseller-transfer")
            });
            (last?["operation_type"] == "reseller-transfer").then_some("who got a coupon is told by what happens to it later")
        }
        _ => None,
    }
}

/// What is done to the rows of a table.
type Change<'a> = dyn Fn(&mut Vec<Row>) + 'a;

/// Every single corruption of some tables.
fn corruptions(tables: &Tables) -> Vec<Corruption> {
    let mut found = Vec::new();
    for shape in SHAPES {
        for row in 0..tables[shape.table].len() {
            let mut corrupt = |how: How, what: String, touched: &[usize], change: &Change| {
                let mut tables = tables.clone();
                change(tables.get_mut(shape.table).unwrap());
                let touched = touched.iter().map(|row| (shape.table, row + 1)).collect();
                let what = format!("{} {}: {what}", shape.table, row + 1);
                found.push(Corruption { shape, row, how, what, tables, touched });
            };
            for column in shape.amounts {
                let Some(amount) = tables[shape.table][row][*column].as_str() else { continue };
                let cents: i64 = amount.replace('.', "").parse().unwrap();
                for other in [cents + 1, cents - 1, -cents].into_iter().filter(|other| *other != cents) {
                    let sign = if other < 0 { "-" } else { "" };
                    let other = format!("{sign}{}.{:02}", other.abs() / 100, other.abs() % 100);
                    corrupt(How::Column(column), format!("{column} {amount} becomes {other}"), &[row], &|rows| {
                        rows[row].insert((*column).into(), other.as_str().into());
                    });
                }
            }
            for (column, of) in shape.names {
                let known = of.iter().flat_map(|(table, column)| tables[*table].iter().map(|row| row[*column].clone()));
                let known: BTreeSet<_> = known.filter_map(|name| name.as_str().map(ToOwned::to_owned)).collect();
                let own = tables[shape.table][row][*column].clone();
                for other in known.into_iter().filter(|other| own != **other) {
                    corrupt(How::Column(column), format!("{column} {own} becomes {other}"), &[row], &|rows| {
                        rows[row].insert((*column).into(), other.as_str().into());
                    });
                }
            }
            corrupt(How::Lost, "lost".into(), &[], &|rows| drop(rows.remove(row)));
            corrupt(How::Doubled, "doubled".into(), &[row, row + 1], &|rows| rows.insert(row, rows[row].clone()));
            let list = |row: usize| tables[shape.table].get(row).map(shape.list);
            if list(row) == list(row + 1) {
                corrupt(How::Swapped, "swapped with the next".into(), &[row, row + 1], &|rows| rows.swap(row, row + 1));
            }
        }
    }
    found
}

/// Whether the audit finds it, and names a row that was touched.
fn is_found(corruption: &Corruption) -> bool {
    let names = |place: &Value| corruption.touched.iter().any(|(table, row)| place["table"] == *table && place["row"] == *row);
    let found = findings(&corruption.tables);
    found.iter().any(|finding| corruption.touched.is_empty() || finding["rows"].as_array().unwrap().iter().any(names))
}

#[test]
fn every_single_corruption_is_found() {
    let over = |mut center: PartnerCenter| {
        let (clock, system) = (json!({ "type": "clock.advance" }), json!({ "type": "system" }));
        accept(&mut center, &json!({ "id": "over", "at": "2027-01-01T00:00:00Z", "actor": system, "command": clock }));
        center
    };
    let worlds = [rich(), over(rich()), with_money(), over(with_money())];
    let (mut all, mut missed, mut excused) = (0, Vec::new(), BTreeMap::<_, usize>::new());
    for (center, at) in worlds.iter().zip(["2026-06-01T00:00:00Z", "2027-01-01T00:00:00Z"].into_iter().cycle()) {
        let mut tables = tables(center, at);
        if !tables["statement"].is_empty() {
            // Quotas that nothing was cut from are told nowhere else.
            tables.insert("quotas", Vec::new());
        }
        let rows: Vec<_> = tables.iter().map(|(table, rows)| format!("{} {table}", rows.len())).collect();
        println!("{}", rows.join(", "));
        assert_eq!(findings(&tables), Vec::<Value>::new());
        for corruption in corruptions(&tables) {
            all += 1;
            match unknowable(&tables, &corruption) {
                _ if is_found(&corruption) => {}
                Some(why) => *excused.entry(why).or_default() += 1,
                None => missed.push(corruption.what),
            }
        }
    }
    let unknown: usize = excused.values().sum();
    println!("{} of {all} corruptions found; {excused:#?}", all - missed.len() - unknown);
    assert!(missed.is_empty(), "missed:\n{}", missed.join("\n"));
}
