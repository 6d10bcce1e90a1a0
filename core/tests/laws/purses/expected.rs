//! What an accepted request should have moved, worked out from what it asks and from the second books before it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::purse::{Purse, cents, is, owner, text};
use crate::walk::Kept;

/// By how much each place should have more, or less.
#[derive(Default)]
pub struct Moves(pub BTreeMap<String, i128>);

impl Moves {
    fn go(&mut self, from: &str, to: &str, cents: i128) {
        *self.0.entry(from.to_owned()).or_default() -= cents;
        *self.0.entry(to.to_owned()).or_default() += cents;
    }

    /// Money comes to a place of a customer's, which pays what it owes first, if it can pay with that.
    fn come(&mut self, book: &Purse, from: &str, to: &str, cents: i128) {
        self.go(from, to, cents);
        let slate = format!("slate {}", owner(to));
        if to == purse_of(book, owner(to)) {
            self.go(to, &slate, cents.min(-book.at(&slate)));
        }
    }
}

/// What a customer pays with.
fn purse_of(book: &Purse, customer: &str) -> String {
    let kind = if book.sponsor(customer).is_some() { "gift" } else { "pocket" };
    format!("{kind} {customer}")
}

/// Whose money a partner's request is about: its own, or that of the reseller it names through the API.
pub fn party(request: &Value, book: &Purse) -> String {
    let caller = text(&request["actor"]["partner"]);
    let named = request["command"]["indirect_partner_id"].as_str().unwrap_or_default();
    let is_api = request["access"]["channel"].as_str().unwrap_or("api") == "api";
    let is_about_it = request["command"]["type"].as_str().is_some_and(|name| name.ends_with("reseller"));
    if is_api && !is_about_it && book.above.get(named) == Some(&caller) { named.to_owned() } else { caller }
}

fn holder(value: &Value) -> (bool, String) {
    let is_partner = value["type"] == "partner";
    (is_partner, text(if is_partner { &value["partner"] } else { &value["customer"] }))
}

/// What every step should have moved; nothing, when it was refused.
pub fn expected(step: &Kept<'_, Purse>) -> BTreeMap<String, i128> {
    let mut moves = Moves::default();
    if step.accepted().is_some_and(|decision| !decision.events.is_empty()) {
        let request = serde_json::to_value(step.request).unwrap();
        asked(&mut moves, step, &request);
        resale_over(&mut moves, step);
    }
    moves.0.retain(|_, cents| *cents != 0);
    moves.0
}

/// What was left of the money of partners that resell no more.
fn resale_over(moves: &mut Moves, step: &Kept<'_, Purse>) {
    for customer in step.book_before.bonds.keys() {
        let Some(sponsor) = step.book_before.sponsor(customer) else { continue };
        if step.book.sponsor(customer) != Some(sponsor) {
            let gift = format!("gift {customer}");
            moves.go(&gift, &format!("till {sponsor}"), step.book_before.at(&gift));
        }
    }
}

fn asked(moves: &mut Moves, step: &Kept<'_, Purse>, request: &Value) {
    let (book, command) = (step.book_before, &request["command"]);
    let amount = cents(&command["amount"]);
    let partner = text(&command["partner"]);
    let spot = |kind: &str, of: &str| format!("{kind} {of}");
    match command["type"].as_str().unwrap_or_default() {
        "account.recharge" => {
            let from = if command["rebate"] == true { "vendor" } else { "bank" };
            match holder(&command["holder"]) {
                (true, of) => moves.go(from, &spot("till", &of), amount),
                (false, of) => moves.come(book, from, &spot("pocket", &of), amount),
            }
        }
        "account.freeze-cash" => moves.go(&spot("till", &partner), &spot("ice", &partner), amount),
        "account.unfreeze-cash" => moves.go(&spot("ice", &partner), &spot("till", &partner), amount),
        "account.clear-frozen" => moves.go(&spot("ice", &partner), "vendor", amount),
        "account.write-off-debt" => moves.go("vendor", &spot("slate", &text(&command["customer"])), amount),
        "account.set-credit" => limit(moves, book, &partner, cents(&command["limit"])),
        "clock.advance" => {
            for (partner, _) in book.lines.iter().filter(|(_, (_, until))| until.is_some_and(|until| until <= step.request.at)) {
                limit(moves, book, partner, 0);
            }
        }
        "account.charge" => match holder(&command["payer"]) {
            (true, of) => pay(moves, book, &[spot("till", &of), spot("line", &of)], amount),
            (false, of) => pay(moves, book, &[purse_of(book, &of), spot("slate", &of)], amount),
        },
        "account.pay-for-customer" => {
            let of = party(request, book);
            pay(moves, book, &[spot("till", &of), spot("line", &of)], cents(&command["price"]));
        }
        "account.refund" => refund(moves, book, &text(&command["charge"]), amount),
        "adjustment.allocate" | "adjustment.reclaim" | "adjustment.allocate-batch" | "adjustment.reclaim-batch" => {
            adjust(moves, step, request);
        }
        "adjustment.allocate-to-reseller" | "adjustment.reclaim-from-reseller" => {
            let (own, other) = (text(&request["actor"]["partner"]), text(&command["indirect_partner_id"]));
            let (own, other) = (spot("till", &own), spot("till", &other));
            if command["type"] == "adjustment.reclaim-from-reseller" {
                moves.go(&other, &own, amount)
            } else {
                moves.go(&own, &other, amount)
            }
        }
        _ => {}
    }
}

/// What can be used becomes what the new limit leaves.
fn limit(moves: &mut Moves, book: &Purse, partner: &str, limit: i128) {
    let used = book.used.get(partner).copied().unwrap_or(0);
    let line = format!("line {partner}");
    moves.go("vendor", &line, (limit - used).max(0) - book.at(&line));
}

/// The vendor is paid from these places, one after the other; the last takes what the others do not have.
fn pay(moves: &mut Moves, book: &Purse, places: &[String; 2], amount: i128) {
    let first = amount.min(book.at(&places[0]));
    moves.go(&places[0], "vendor", first);
    moves.go(&places[1], "vendor", amount - first);
}

fn refund(moves: &mut Moves, book: &Purse, charge: &str, amount: i128) {
    let bought = &book.bought[charge];
    let by = owner(&bought.by);
    if is(&bought.by, "partner") {
        let lent = bought.lent.min(amount);
        let line = format!("line {by}");
        if lent > 0 {
            let most = book.lines.get(by).map_or(0, |(limit, _)| *limit);
            let used = book.used.get(by).copied().unwrap_or(0);
            moves.go("vendor", &line, (most - (used - lent)).max(0) - book.at(&line));
        }
        moves.go("vendor", &format!("till {by}"), amount - lent);
        return;
    }
    match &bought.sponsor {
        Some(sponsor) if book.sponsor(by) == Some(sponsor) => moves.come(book, "vendor", &format!("gift {by}"), amount),
        Some(sponsor) => {
            // What is owed of it is owed no more; the rest was the sponsor's.
            let slate = format!("slate {by}");
            let owed = bought.owed.min(-book.at(&slate)).min(amount);
            moves.go("vendor", &slate, owed);
            moves.go("vendor", &format!("till {sponsor}"), amount - owed);
        }
        None => moves.come(book, "vendor", &format!("pocket {by}"), amount),
    }
}

/// One customer, or the customers of a batch whose rows are done.
fn adjust(moves: &mut Moves, step: &Kept<'_, Purse>, request: &Value) {
    let (book, command) = (step.book_before, &request["command"]);
    let of = party(request, book);
    let name = command["type"].as_str().unwrap_or_default();
    let items = command["items"].as_array().cloned().unwrap_or_else(|| vec![command.clone()]);
    let is_done = |customer: &str| {
        step.decision().is_some_and(|it| it.rows.iter().any(|row| row.id.is_some() && *row.subject == *customer))
    };
    for item in items {
        let (customer, amount) = (text(&item["customer_id"]), cents_or_none(&item["amount"]));
        if !is_done(&customer) {
            continue;
        }
        let gift = format!("gift {customer}");
        if name.starts_with("adjustment.reclaim") {
            moves.go(&gift, &format!("till {of}"), amount);
        } else {
            let kind = if command["source"] == "credit" { "line" } else { "till" };
            moves.come(book, &format!("{kind} {of}"), &gift, amount);
        }
    }
}

/// An amount that may be of a fraction of a cent, as long as nothing comes of it.
pub fn cents_or_none(value: &Value) -> i128 {
    let rest = value["amount"].as_str().and_then(|text| text.split_once('.')).map_or("", |(_, rest)| rest);
    if rest.trim_end_matches('0').len() > 2 { 0 } else { cents(value) }
}
