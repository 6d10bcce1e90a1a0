//! What the partners of a center export, as tables that can be audited.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "each test uses what it needs, and fails loudly"
)]

use std::collections::{BTreeMap, BTreeSet};

use partnerkit::{PartnerCenter, json};
use serde_json::{Map, Value, json};

/// A row of a file.
pub type Row = Map<String, Value>;

/// Rows by table.
pub type Tables = BTreeMap<&'static str, Vec<Row>>;

/// A table as the corruptions need it: a new one is an entry here.
pub struct Shape {
    pub table: &'static str,
    /// The queries whose exports make it.
    pub views: &'static [&'static str],
    /// The column that must name the partner who exports, where others' rows are in its lists too.
    pub own: Option<&'static str>,
    /// Which list a row stands in: rows of two lists have no order.
    pub list: fn(&Row) -> String,
    /// Columns that hold amounts.
    pub amounts: &'static [&'static str],
    /// Columns that name something, and the table and column that tell what could be named instead.
    pub names: &'static [(&'static str, &'static [(&'static str, &'static str)])],
}

const QUOTA: &[(&str, &str)] = &[("quotas", "quota_id")];
const COUPON: &[(&str, &str)] = &[("coupons", "coupon_id")];
const CUSTOMER: &[(&str, &str)] = &[("coupons", "customer_id"), ("coupon-records", "customer_id")];
const ACCOUNT: &[(&str, &str)] = &[("statement", "account_id")];
const OTHER_SIDE: &[(&str, &str)] = &[("adjustment-records", "customer_id")];
const GIVER: &[(&str, &str)] = &[("adjustment-records", "partner_id")];
const TRADE: &[(&str, &str)] = &[("statement", "trade_id")];
const PARTNER: &[(&str, &str)] = &[("quotas", "partner_id"), ("coupon-records", "partner_id")];

pub const SHAPES: &[Shape] = &[
    Shape {
        table: "coupons",
        views: &[r#"{ "type": "issued-coupons" }"#],
        own: Some("source_id"),
        list: |row| row["source_id"].to_string(),
        amounts: &["face_value", "balance", "used", "returned", "forfeited"],
        names: &[("coupon_id", COUPON), ("quota_id", QUOTA), ("customer_id", CUSTOMER), ("source_id", PARTNER)],
    },
    Shape {
        table: "coupon-records",
        views: &[r#"{ "type": "coupon-records" }"#],
        own: None,
        list: |row| row["partner_id"].to_string(),
        amounts: &["amount"],
        names: &[("coupon_id", COUPON), ("quota_id", QUOTA), ("customer_id", CUSTOMER), ("partner_id", PARTNER)],
    },
    Shape {
        table: "quotas",
        views: &[
            r#"{ "type": "quotas" }"#,
            r#"{ "type": "quotas", "quota_type": "cash" }"#,
            // The children of a distributor stand behind its own quotas, and not among those of its resellers.
            r#"{ "type": "issued-quotas" }"#,
        ],
        own: None,
        // All children here are of one distributor.
        list: |row| match &row["parent_quota_id"] {
            Value::Null => format!("{} {}", row["partner_id"], row["quota_type"]),
            _ => "children".into(),
        },
        amounts: &["quota_value", "balance", "written_off"],
        names: &[("quota_id", QUOTA), ("parent_quota_id", QUOTA), ("partner_id", PARTNER), ("indirect_partner_id", PARTNER)],
    },
    Shape {
        table: "quota-records",
        views: &[r#"{ "type": "quota-records" }"#],
        own: None,
        list: |row| row["partner_id"].to_string(),
        amounts: &["amount"],
        names: &[("quota_id", QUOTA), ("parent_quota_id", QUOTA), ("partner_id", PARTNER), ("indirect_partner_id", PARTNER)],
    },
    Shape {
        table: "statement",
        views: &[],
        own: None,
        list: |row| row["account_id"].to_string(),
        amounts: &["change_amount", "balance_after_change"],
        names: &[("account_id", ACCOUNT), ("customer_id", OTHER_SIDE), ("trade_id", TRADE)],
    },
    Shape {
        table: "adjustment-records",
        views: &[],
        own: None,
        list: |row| row["partner_id"].to_string(),
        amounts: &["amount"],
        names: &[("partner_id", GIVER), ("customer_id", OTHER_SIDE), ("trans_id", TRADE)],
    },
    Shape {
        table: "balances",
        views: &[],
        own: None,
        // Its rows have no order: each is a list of its own.
        list: |row| Value::Object(row.clone()).to_string(),
        // What is set aside, and a credit's limit, are told nowhere else.
        amounts: &["amount"],
        names: &[("account_id", ACCOUNT)],
    },
    Shape {
        table: "customer-balances",
        views: &[],
        own: None,
        // Its rows have no order: each is a list of its own.
        list: |row| Value::Object(row.clone()).to_string(),
        amounts: &["amount", "debt_amount"],
        names: &[("customer_id", OTHER_SIDE)],
    },
    Shape {
        table: "monthly-bills",
        views: &[],
        own: None,
        // Its rows have no order: each is a list of its own.
        list: |row| Value::Object(row.clone()).to_string(),
        // What discounts took off is told nowhere else.
        amounts: &["amount", "cash_amount", "debt_amount", "adjustment_amount"],
        names: &[("customer_id", OTHER_SIDE)],
    },
    Shape {
        table: "bill-lines",
        views: &[],
        own: None,
        // Its rows have no order: each is a list of its own.
        list: |row| Value::Object(row.clone()).to_string(),
        // The vendor may round something off between the price and what is to be paid.
        amounts: &["payment_amount", "cash_amount", "debt_amount", "writeoff_amount"],
        names: &[("customer_id", OTHER_SIDE)],
    },
];

/// Something exported for an actor; nothing when it is refused.
fn exported(center: &PartnerCenter, at: &str, actor: &Value, view: &Value) -> Option<Vec<Row>> {
    let query =
        json!({ "at": at, "actor": actor, "access": { "channel": "console" }, "reveal": true, "view": view, "format": "jsonl" });
    let answer: Value = serde_json::from_str(&json::export(center, &query.to_string()).unwrap()).unwrap();
    let text = answer["text"].as_str()?;
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// The tables of money: of all partners, and the statements of all customers who may see theirs.
fn money(center: &PartnerCenter, snapshot: &str, tables: &mut Tables) {
    let read: Value = serde_json::from_str(snapshot).unwrap();
    let mut add = |table: &'static str, rows: Vec<Row>| tables.entry(table).or_default().extend(rows);
    for shape in SHAPES.iter().filter(|shape| shape.views.is_empty()) {
        add(shape.table, Vec::new());
    }
    add("opening-balances", Vec::new());
    let accounts = read["accounts"]["accounts"].as_array().unwrap();
    if accounts.is_empty() {
        return;
    }
    // Late enough for every bill.
    let late = "2099-01-01T00:00:00Z";
    let years = (2020..2033).filter(|year| {
        // Of a line, or of a charge that nobody could pay.
        ["trade_time", "at"].iter().any(|name| snapshot.contains(&format!(r#""{name}":"{year}"#)))
    });
    let years: Vec<_> = years.collect();
    let lines = |actor: &Value, balance_type: &str| {
        let mut found = Vec::new();
        for year in &years {
            let view = json!({ "type": "statement", "balance_type": balance_type,
                "trade_time_begin": format!("{year}-01-01"), "trade_time_end": format!("{year}-12-31") });
            found.extend(exported(center, late, actor, &view)?);
        }
        Some(found)
    };
    let customers: BTreeSet<_> = accounts.iter().filter_map(|account| account["place"]["customer"].as_str()).collect();
    let mut shown = Vec::new();
    for id in customers {
        // Where a customer may not see its statement, its balance has nothing to be compared with.
        if let Some(rows) = lines(&json!({ "type": "customer", "customer": id }), "BALANCE_TYPE_DEBIT") {
            add("statement", rows);
            shown.push(id);
        }
    }
    for partner in read["directory"]["partners"].as_array().unwrap() {
        let actor = json!({ "type": "partner", "partner": partner["id"] });
        let of = |view: Value| exported(center, late, &actor, &view).unwrap_or_default();
        for balance_type in ["BALANCE_TYPE_DEBIT", "BALANCE_TYPE_CREDIT"] {
            add("statement", lines(&actor, balance_type).unwrap_or_default());
        }
        add("adjustment-records", of(json!({ "type": "adjustment-records" })));
        add("balances", of(json!({ "type": "partner-balances" })));
        for some in shown.chunks(100) {
            add("customer-balances", of(json!({ "type": "customer-balances", "customer_ids": some })));
        }
        for year in &years {
            for month in (1..=12).filter(|_| snapshot.contains(r#""backs":"#)) {
                let is_shown = |row: &Row| shown.iter().any(|id| row["customer_id"] == **id);
                // Records of fees are there for some months only.
                let month_after = format!("{}-{:02}-28T00:00:00Z", year + month / 12, month % 12 + 1);
                for (table, view) in [("monthly-bills", "monthly-bills"), ("bill-lines", "fee-records")] {
                    let view = json!({ "type": view, "bill_cycle": format!("{year}-{month:02}") });
                    let rows = exported(center, &month_after, &actor, &view).unwrap_or_default();
                    add(table, rows.into_iter().filter(is_shown).collect());
                }
            }
        }
    }
}

/// The partners who have quotas, coupons or records.
fn partners(snapshot: &str) -> BTreeSet<String> {
    fn named(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(object) => object.iter().for_each(|(name, value)| match value.as_str() {
                Some(partner) if ["holder", "issuer", "partner_id"].contains(&&**name) => drop(found.insert(partner.into())),
                _ => named(value, found),
            }),
            Value::Array(list) => list.iter().for_each(|value| named(value, found)),
            _ => {}
        }
    }
    let snapshot: Value = serde_json::from_str(snapshot).unwrap();
    let mut found = BTreeSet::new();
    for book in ["quotas", "coupons"] {
        named(&snapshot[book], &mut found);
    }
    found
}

/// The queries that list a view whole: an export of records of coupons spans a year.
fn queries(view: &str, snapshot: &str) -> Vec<Value> {
    let view: Value = serde_json::from_str(view).unwrap();
    if view["type"] != "coupon-records" {
        return vec![view];
    }
    let year = |year: u32| json!({ "type": "coupon-records", "operation_time_begin": format!("{year}-12-31T12:34:56Z") });
    let has = |year: u32| snapshot.contains(&format!(r#""operation_time":"{year}"#));
    (2021..2032).filter(|before| has(*before) || has(before + 1)).map(year).collect()
}

/// All tables of a center, as its partners export them at an instant.
pub fn tables(center: &PartnerCenter, at: &str) -> Tables {
    let mut tables = Tables::new();
    let snapshot = json::snapshot(center).unwrap();
    let partners = partners(&snapshot);
    for shape in SHAPES {
        let rows = tables.entry(shape.table).or_default();
        for view in shape.views.iter().flat_map(|view| queries(view, &snapshot)) {
            for partner in &partners {
                let actor = json!({ "type": "partner", "partner": partner });
                let query = json!({ "at": at, "actor": actor, "access": { "channel": "console" },
                    "reveal": true, "view": view, "format": "jsonl" });
                let answer: Value = serde_json::from_str(&json::export(center, &query.to_string()).unwrap()).unwrap();
                let text = answer["text"].as_str().unwrap_or_default();
                let found = text.lines().map(|line| serde_json::from_str::<Row>(line).unwrap());
                let is_own = |row: &Row| shape.own.is_none_or(|column| row[column] == **partner);
                let is_elsewhere = |row: &Row| view["type"] == "quotas" && !row["parent_quota_id"].is_null();
                rows.extend(found.filter(|row| is_own(row) && !is_elsewhere(row)));
            }
        }
    }
    money(center, &snapshot, &mut tables);
    tables
}

/// What an audit finds in them.
pub fn findings(tables: &Tables) -> Vec<Value> {
    let answer = json::audit(&json!({ "tables": tables }).to_string()).unwrap();
    serde_json::from_str::<Value>(&answer).unwrap()["findings"].as_array().unwrap().clone()
}
