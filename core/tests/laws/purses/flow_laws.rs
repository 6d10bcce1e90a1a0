//! The laws of flows: what went where over a whole history.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::balance_laws::{changes, places};
use super::purse::{Purse, cents, is, owner, spot, text};
use crate::walk::Kept;
use crate::{hold, laws};

/// The distributor or solution provider whose money may be at a spot, as associations stood before a step.
fn group(book: &Purse, spot: &str) -> Option<String> {
    let of = owner(spot);
    match spot.split_once(' ')?.0 {
        "till" | "line" | "ice" => Some(book.group(of)),
        "gift" => Some(book.group(book.partner_of(of)?)),
        _ => None,
    }
}

laws! {
    LAWS of Kept<'_, Purse>;

    fn adjustments_take_nothing_out_of_a_group_and_bring_nothing_in(step) {
        let mut real: BTreeMap<String, i128> = BTreeMap::new();
        for (spot, change) in changes(step) {
            if let Some(group) = group(step.book_before, &spot) {
                *real.entry(group).or_default() += change;
            }
        }
        // What everything but adjustments did.
        for event in step.events() {
            let change = serde_json::to_value(&event.change).unwrap();
            let mut by = |spot: String, cents: i128| {
                if let Some(group) = group(step.book_before, &spot) {
                    *real.entry(group).or_default() -= cents;
                }
            };
            match change["type"].as_str().unwrap_or_default() {
                "money.moved" => {
                    by(spot(&change["from"]), -cents(&change["amount"]));
                    by(spot(&change["to"]), cents(&change["amount"]));
                }
                "account.debt-written-off" => by(spot(&change["moved"]["to"]), cents(&change["moved"]["amount"])),
                "account.charged" => change["parts"].as_array().unwrap().iter().for_each(|part| by(spot(&part["place"]), -cents(&part["amount"]))),
                "account.refunded" => change["parts"].as_array().unwrap().iter().for_each(|part| by(spot(&part["place"]), cents(&part["amount"]))),
                _ => {}
            }
        }
        real.retain(|_, cents| *cents != 0);
        hold!(real.is_empty(), "by adjustments alone: {real:?}");
    }

    fn what_a_customer_was_given_is_there_or_spent_or_back(step) {
        let places = places(step.after);
        for (customer, gift) in &step.book.gifts {
            let there = places.get(&format!("gift {customer}")).copied().unwrap_or(0);
            let stayed = gift.handed - gift.back - gift.home;
            let spent = gift.spent + gift.repaid - gift.refunded;
            hold!(stayed == there + spent, "{customer}: {gift:?}, there is {there}");
        }
    }

    fn what_a_customer_spends_costs_its_partner_nothing_again(step) {
        for event in step.events() {
            let change = serde_json::to_value(&event.change).unwrap();
            if change["type"] == "account.charged" && change["payer"]["type"] == "customer" {
                let partners = changes(step).into_iter().filter(|(spot, _)| ["till", "line", "ice"].iter().any(|kind| is(spot, kind)));
                let partners: Vec<_> = partners.collect();
                hold!(partners.is_empty(), "{partners:?}");
            }
        }
    }

    fn no_more_comes_back_of_a_charge_than_was_charged(step) {
        for (deal, bought) in &step.book.bought {
            hold!(0 <= bought.back && bought.back <= bought.cents, "{deal}: {bought:?}");
            hold!(bought.lent >= 0, "{deal}: {bought:?}");
        }
        for charge in step.after.account_book().charges() {
            let (back, book) = (crate::ledger::cents(charge.refunded().unwrap()), &step.book.bought[charge.trade_id.as_str()]);
            hold!(back == book.back && crate::ledger::cents(charge.amount) == book.cents, "{charge:?}, the second books have {book:?}");
        }
    }

    fn no_two_transactions_have_one_id(step) {
        let mut seen = BTreeSet::new();
        for deal in &step.book.deals {
            hold!(seen.insert(deal), "{deal} stands for two transactions");
        }
    }

    fn what_is_left_at_the_end_of_resale_returns_to_the_partner_that_gave_it(step) {
        for event in step.events() {
            let change = serde_json::to_value(&event.change).unwrap();
            if change["operation_type"] != "SOURCE_OPERATION_BEUNBIND" {
                continue;
            }
            let customer = text(&change["from"]["customer"]);
            let sponsor = step.book_before.sponsor(&customer).unwrap_or_default();
            let left = step.book_before.at(&format!("gift {customer}"));
            hold!(spot(&change["to"]) == format!("till {sponsor}"), "{change}: it was {sponsor}'s");
            hold!(cents(&change["amount"]) == left, "{change}: {left} was left");
        }
    }

    fn the_end_of_resale_leaves_a_record_when_something_was_left(step) {
        for (customer, (partner, _)) in &step.book_before.bonds {
            let over = step.book_before.sponsor(customer).is_some() && step.book.sponsor(customer) != Some(partner);
            let left = step.book_before.at(&format!("gift {customer}"));
            if !over || left == 0 {
                continue;
            }
            let home = step.after.adjustment_book().records().rev().take(step.events().len()).any(|record| {
                let made: Value = serde_json::to_value(&record.made).unwrap();
                made["operation_type"] == "SOURCE_OPERATION_BEUNBIND" && made["from"]["customer"] == **customer && cents(&made["amount"]) == left
            });
            hold!(home, "{customer} had {left}, and no record says where it went");
        }
    }
}
