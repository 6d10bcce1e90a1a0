//! The laws of requests: what is asked for is what moves, and only those may ask who may.

use std::collections::BTreeMap;

use partnerkit::Request;
use serde_json::{Value, json};

use super::balance_laws::changes;
use super::expected::{cents_or_none, expected, party};
use super::purse::{Handed, Purse, cents, is, owner, text};
use crate::walk::Kept;
use crate::{hold, laws};

/// What partners handed over or got back in a step because they asked for it.
fn asked_for<'k>(step: &Kept<'k, Purse>) -> impl Iterator<Item = &'k Handed> {
    step.book.handed[step.book_before.handed.len()..].iter().filter(|handed| handed.how != "home")
}

fn request(step: &Kept<'_, Purse>) -> Value {
    serde_json::to_value(step.request).unwrap()
}

/// The partner whose money it is, and the customer or reseller it is about.
fn sides(handed: &Handed) -> (&str, &str) {
    let (from, to) = (owner(&handed.from), owner(&handed.to));
    if handed.how == "hand" { (from, to) } else { (to, from) }
}

laws! {
    LAWS of Kept<'_, Purse>;

    fn what_moves_is_what_was_asked_for(step) {
        let (expected, real) = (expected(step), changes(step));
        hold!(expected == real, "{expected:?} should have moved, and {real:?} did");
    }

    fn partners_hand_over_no_more_than_they_have_beside_what_is_set_aside(step) {
        let mut gone: BTreeMap<&str, i128> = BTreeMap::new();
        for handed in asked_for(step).filter(|handed| handed.how == "hand") {
            *gone.entry(handed.from.as_str()).or_default() += handed.cents;
            let most = step.book_before.most.get(owner(&handed.from));
            hold!(most.is_none_or(|most| handed.cents <= *most), "{handed:?}, at most {most:?}");
        }
        for (spot, cents) in gone {
            let free = if is(spot, "till") { step.book_before.free(owner(spot)) } else { step.book_before.at(spot) };
            hold!(cents <= free, "{cents} left {spot}, where {free} was free");
        }
    }

    fn credit_that_has_expired_pays_and_gives_nothing(step) {
        let kind = request(step)["command"]["type"].clone();
        // The vendor may cut or clear it.
        if kind == "account.set-credit" || kind == "clock.advance" {
            return Ok(());
        }
        for (place, change) in changes(step).iter().filter(|(place, change)| is(place, "line") && **change < 0) {
            let until = step.book_before.lines.get(owner(place)).and_then(|(_, until)| *until);
            hold!(until.is_none_or(|until| step.request.at < until), "{change} from {place}, which ended at {until:?}");
        }
    }

    fn a_batch_that_is_not_covered_as_a_whole_moves_nothing(step) {
        let request = request(step);
        let (command, of) = (&request["command"], text(&request["actor"]["partner"]));
        if command["type"] != "adjustment.allocate-batch" || step.events().is_empty() {
            return Ok(());
        }
        let currency = super::world::money(step.after.policy().site, 0)["currency"].clone();
        let amounts = command["items"].as_array().unwrap().iter().map(|item| &item["amount"]);
        let all: i128 = amounts.filter(|amount| amount["currency"] == currency).map(|amount| cents_or_none(amount).max(0)).sum();
        let is_credit = command["source"] == "credit";
        let free = if is_credit { step.book_before.at(&format!("line {of}")) } else { step.book_before.free(&of) };
        hold!(all <= free, "{all} are asked for, {free} are free, and something moves");
    }

    fn partners_adjust_with_their_own_customers_and_resellers_only(step) {
        let request = request(step);
        let caller = text(&request["actor"]["partner"]);
        for handed in asked_for(step) {
            let (of, other) = sides(handed);
            hold!(of == party(&request, step.book_before), "{handed:?}: {caller} asked");
            hold!(of == caller || step.book_before.above.get(of) == Some(&caller), "{handed:?}: {caller} asked");
            if is(&handed.from, "gift") || is(&handed.to, "gift") {
                hold!(step.book_before.sponsor(other) == Some(of), "{handed:?}: {other} is no resale customer of {of}");
            } else {
                hold!(step.book_before.above.get(other).map(String::as_str) == Some(of), "{handed:?}: {other} is no reseller of {of}");
            }
        }
    }

    fn who_is_barred_hands_nothing_over_and_who_leaves_gets_nothing(step) {
        let caller = text(&request(step)["actor"]["partner"]);
        for handed in asked_for(step).filter(|handed| handed.how == "hand") {
            let (of, other) = sides(handed);
            let above = step.book_before.above.get(of).map_or("", String::as_str);
            for partner in [of, above, &caller] {
                hold!(!step.book_before.barred.contains(partner), "{handed:?}: {partner} is barred");
            }
            hold!(is(&handed.to, "gift") || !step.book_before.leaving.contains(other), "{handed:?}: {other} leaves");
        }
    }

    fn what_is_under_way_between_two_is_waited_for(step) {
        for handed in asked_for(step) {
            let (of, other) = sides(handed);
            hold!(!step.book_before.busy.contains(&(of.to_owned(), other.to_owned())), "{handed:?}, with another under way");
        }
    }

    fn a_charge_and_a_refund_are_the_sum_of_their_parts(step) {
        for event in step.events() {
            let change = serde_json::to_value(&event.change).unwrap();
            let Some(parts) = change["parts"].as_array() else { continue };
            // What is owed of a charge that comes back is owed no more, beside the parts.
            let changes = step.events().iter().map(|event| serde_json::to_value(&event.change).unwrap());
            let forgiven: i128 = changes.map(|change| if change["type"] == "account.debt-written-off" { cents(&change["moved"]["amount"]) } else { 0 }).sum();
            let sum: i128 = parts.iter().map(|part| cents(&part["amount"])).sum::<i128>() + forgiven;
            let (all, lent) = (cents(&change["amount"]), cents(&change["credit_amount"]));
            // Of what comes back to a credit less may be of use.
            hold!(sum == all || sum < all && all - sum <= lent, "{change}: the parts are {sum}");
        }
    }

    fn a_key_moves_money_once(step) {
        let asked = request(step);
        if !asked["command"]["key"].is_string() || step.events().is_empty() {
            return Ok(());
        }
        let ask = |center: &mut partnerkit::PartnerCenter, more: Value| {
            let mut again = asked.clone();
            again["id"] = json!("again");
            again["command"].as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            let again: Request = serde_json::from_value(again).unwrap();
            center.handle(&again).map_err(|error| error.to_string())
        };
        let mut center = step.after.clone();
        let answer = ask(&mut center, json!({}))?;
        hold!(answer.repeated && answer.events.is_empty() && center == *step.after, "the same key again: {answer:?}");
        hold!(Some(&answer.rows) == step.decision().map(|decision| &decision.rows), "the same key again has the rows {:?}", answer.rows);
        let other = if asked["command"]["items"].is_array() { json!({ "items": [] }) } else { json!({ "amount": super::world::money(center.policy().site, 1) }) };
        if other["amount"].is_object() && cents(&asked["command"]["amount"]) == 1 {
            return Ok(());
        }
        let answer = ask(&mut center, other)?;
        let told = answer.breaches.iter().any(|breach| breach.rule.id == "adjustment.idempotency.key");
        hold!(told && answer.events.is_empty() && center == *step.after, "the same key for something else: {answer:?}");
    }

    fn who_is_refused_is_told_a_rule(step) {
        let Some(decision) = step.decision() else { return Ok(()) };
        if !decision.events.is_empty() || decision.repeated || matches!(step.request.command, partnerkit::Command::AdvanceClock(_)) {
            return Ok(());
        }
        let told = decision.breaches.len() + decision.rows.iter().map(|row| row.breaches.len()).sum::<usize>();
        hold!(told > 0, "nothing happens, and nobody is told why");
    }
}
