//! Views of money, asked page by page, and asked in odd ways.

use partnerkit::json as door;
use serde_json::{Value, json};

use super::asking::{customer, member};
use super::purse::Purse;

use crate::moves::{api, console, partner, vendor};
use crate::people::views::view;
use crate::walk::{Kept, Seen};

/// The year in which the worlds were made.
const FIRST_YEAR: i32 = 2026;

fn with(name: &str, more: &Value) -> Value {
    let mut asked = json!({ "type": name });
    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    asked
}

/// All entries of a list, a few at a time where it has pages.
pub fn all_pages(step: &Kept<'_, Purse>, actor: &Value, access: &Value, name: &str, more: &Value) -> Result<Vec<Value>, String> {
    let has_pages = !name.ends_with("balances");
    let mut items: Vec<Value> = Vec::new();
    loop {
        let mut asked = with(name, more);
        if has_pages {
            asked["offset"] = json!(items.len());
            asked["limit"] = json!(7);
        }
        let answer = view(step.after, actor, step.request.at, access, &asked, false)?;
        if answer["accepted"] != true {
            return Err(format!("{actor} asks for {asked}, and is answered {answer}"));
        }
        let page = answer["items"].as_array().unwrap();
        items.extend(page.iter().cloned());
        let total = answer["total"].as_u64().unwrap();
        if !has_pages || items.len() as u64 >= total {
            return Ok(items);
        }
        if page.len() != 7 {
            return Err(format!("{asked}: a page of {} entries, and {total} in all", page.len()));
        }
    }
}

/// A whole statement, year by year.
pub fn statement(step: &Kept<'_, Purse>, actor: &Value, access: &Value, of: &str, more: &Value) -> Result<Vec<Value>, String> {
    let last = step.request.at.seconds_later(8 * 3_600).utc_date().to_string();
    let last: i32 = last[..4].parse().unwrap();
    let mut items = Vec::new();
    for year in FIRST_YEAR..=last {
        let mut asked = more.clone();
        asked["balance_type"] = json!(of);
        asked["trade_time_begin"] = json!(format!("{year}-01-01"));
        asked["trade_time_end"] = json!(format!("{year}-12-31"));
        items.extend(all_pages(step, actor, access, "statement", &asked)?);
    }
    Ok(items)
}

/// The rows of an export.
pub fn exported(step: &Kept<'_, Purse>, actor: &Value, access: &Value, name: &str, more: &Value) -> Result<Vec<Value>, String> {
    let query = json!({ "at": step.request.at, "actor": actor, "access": access, "view": with(name, more), "format": "jsonl" });
    let answer = door::export(step.after, &query.to_string()).map_err(|error| format!("{query}: {error}"))?;
    let answer: Value = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
    let Some(text) = answer["text"].as_str() else { return Err(format!("{query}: {answer}")) };
    text.lines().map(|line| serde_json::from_str(line).map_err(|error| error.to_string())).collect()
}

/// Odd ways to ask for each list.
fn odd() -> Vec<Value> {
    let statement = |more: Value| {
        let mut asked = with("statement", &more);
        asked["balance_type"] = json!("BALANCE_TYPE_DEBIT");
        asked
    };
    vec![
        with("statement", &json!({})),
        statement(json!({})),
        statement(json!({ "trade_type": "GIFTS" })),
        statement(json!({ "trade_type": "DEPOSIT" })),
        statement(json!({ "trade_time_begin": "2026-05-01", "trade_time_end": "2026-04-01" })),
        statement(json!({ "trade_time_begin": "2024-05-01", "trade_time_end": "2026-04-01" })),
        statement(json!({ "limit": 0 })),
        with("adjustment-records", &json!({ "operation_type": "GIFTS" })),
        with("adjustment-records", &json!({ "trans_id": "x".repeat(129) })),
        with(
            "adjustment-records",
            &json!({ "operation_time_begin": "2026-05-01T00:00:00Z", "operation_time_end": "2026-04-01T00:00:00Z" }),
        ),
        with("adjustment-records", &json!({ "indirect_partner_id": "S" })),
        with("customer-balances", &json!({})),
        with("customer-balances", &json!({ "customer_ids": vec!["S1"; 21] })),
        with("partner-balances", &json!({ "indirect_partner_id": "R1" })),
    ]
}

/// Asks views in many ways, and counts the rules that are broken by it.
pub fn count(kept: &Kept<'_, Purse>, seen: &mut Seen) {
    if kept.number != 19 {
        return;
    }
    let mut actors: Vec<_> = ["S", "D", "R1"].iter().map(|id| partner(id)).collect();
    actors.extend([member("S", "cashier"), member("D", "none")]);
    actors.extend([vendor(), customer("S1"), customer("F1")]);
    let mut busy = api();
    busy["calls_this_second"] = json!(20);
    for actor in &actors {
        for asked in odd() {
            for access in [console(), api(), busy.clone()] {
                let Ok(answer) = view(kept.after, actor, kept.request.at, &access, &asked, false) else { continue };
                for breach in answer["breaches"].as_array().into_iter().flatten() {
                    *seen.entry(format!("rule {}", breach["rule"].as_str().unwrap_or_default())).or_default() += 1;
                }
            }
        }
    }
}
