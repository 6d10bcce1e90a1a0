//! The laws of views: statements run on, records pair, and everybody sees what is theirs.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};
use partnerkit::Timestamp;
use serde_json::{Value, json};

use super::asking::customer as as_customer;
use super::purse::{Handed, Purse, Tab, cents, is, owner, spot, text};
use super::views::{all_pages, exported, statement};
use super::world::{PARTNERS, customer_ids};
use crate::moves::{api, console, partner};
use crate::people::views::view;
use crate::walk::Kept;
use crate::{hold, laws};

/// The lines of a statement, as entries of the second books would be: the account, the transaction, the change, and what was there then.
fn lines(items: &[Value]) -> BTreeMap<String, Vec<(String, i128, i128)>> {
    let mut lines: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for item in items {
        let amount = cents(&item["change_amount"]);
        let change = if item["direction"] == "income" { amount } else { -amount };
        let line = (text(&item["trade_id"]), change, cents(&item["balance_after_change"]));
        lines.entry(text(&item["account_id"])).or_default().push(line);
    }
    lines
}

/// The name of an account, and what it is called in the second books.
fn called(account: &str) -> String {
    let (of, kind) = account.split_once('/').unwrap_or_default();
    let holder = if kind == "top-up" || kind == "credit" { "partner" } else { "customer" };
    spot(&json!({ "type": kind, holder: of }))
}

fn runs_on(step: &Kept<'_, Purse>, items: &[Value], places: &[String]) -> Result<(), String> {
    let lines = lines(items);
    for (account, lines) in &lines {
        let mut before = 0;
        for (deal, change, then) in lines {
            hold!(before + change == *then, "{account}: {before} and {change} is not {then} ({deal})");
            before = *then;
        }
        let place = called(account);
        hold!(places.contains(&place), "{account} is no account of this statement");
        hold!(before == step.book.at(&place), "{account} ends at {before}, the second books have {}", step.book.at(&place));
    }
    for place in places {
        let page = step.book.pages.get(place).map_or(&[][..], Vec::as_slice);
        let page: Vec<_> = page.iter().map(|entry| (entry.deal.clone(), entry.change, entry.then)).collect();
        let told =
            lines.iter().find(|(account, _)| called(account) == *place).map(|(_, lines)| lines.clone()).unwrap_or_default();
        hold!(told == page, "{place} is told as {told:?}, the second books have {page:?}");
    }
    let times: Vec<_> = items.iter().map(|item| (text(&item["account_id"]), text(&item["trade_time"]))).collect();
    hold!(times.windows(2).all(|two| two[0].0 != two[1].0 || two[0].1 <= two[1].1), "out of order: {times:?}");
    Ok(())
}

/// The partner whose record it is, and whom it is about.
fn record_of(handed: &Handed) -> (&str, &str) {
    let (from, to) = (owner(&handed.from), owner(&handed.to));
    if handed.how == "hand" { (from, to) } else { (to, from) }
}

/// The day an instant lies on in China.
fn day(at: Timestamp) -> NaiveDate {
    at.seconds_later(8 * 3_600).utc_date()
}

/// What is on a partner's tabs of the month of an instant, as far as bills know it: until 16:00 in China they are two days behind, then one.
fn tabs<'a>(step: &Kept<'a, Purse>, of: &str) -> Vec<&'a Tab> {
    let now = step.request.at;
    let known_before = (now.to_chrono() - TimeDelta::hours(8)).date_naive();
    let month = |at: Timestamp| day(at).to_string()[..7].to_owned();
    let own = step.book.tabs.iter().filter(|tab| tab.of.0 == of && month(tab.at) == month(now) && day(tab.at) < known_before);
    own.collect()
}

/// The distributor of a reseller asks for it through the API; others ask for themselves in the console.
fn asker(book: &Purse, of: &str) -> (Value, Value, Value) {
    match book.above.get(of) {
        Some(above) => (partner(above), api(), json!({ "indirect_partner_id": of })),
        None => (partner(of), console(), json!({})),
    }
}

laws! {
    LAWS of Kept<'_, Purse>;

    fn the_statements_of_partners_run_on_from_line_to_line(step) {
        if step.number % 16 != 15 {
            return Ok(());
        }
        for of in PARTNERS {
            let (actor, access, more) = asker(step.book, of);
            for (kind, name) in [("till", "BALANCE_TYPE_DEBIT"), ("line", "BALANCE_TYPE_CREDIT")] {
                let items = statement(step, &actor, &access, name, &more)?;
                let place = format!("{kind} {of}");
                runs_on(step, &items, std::slice::from_ref(&place))?;
                let about: Vec<_> = items.iter().map(|item| item["customer_id"].as_str()).collect();
                let page = step.book.pages.get(&place).map_or(&[][..], Vec::as_slice);
                let told: Vec<_> = page.iter().map(|entry| entry.about.as_deref()).collect();
                hold!(about == told, "{place}: the lines are about {about:?}, the second books say {told:?}");
            }
        }
    }

    fn the_statements_of_customers_run_on_from_line_to_line(step) {
        if step.number % 16 != 7 {
            return Ok(());
        }
        let is_china = step.after.policy().site == partnerkit::Site::Cn;
        for id in customer_ids().into_iter().filter(|id| is_china || step.book.sponsor(id).is_none()) {
            let items = statement(step, &as_customer(id), &api(), "BALANCE_TYPE_DEBIT", &json!({}))?;
            runs_on(step, &items, &[format!("gift {id}"), format!("pocket {id}")])?;
            hold!(items.iter().all(|item| item["customer_id"].is_null()), "{id} reads about somebody: {items:?}");
            let credit = statement(step, &as_customer(id), &api(), "BALANCE_TYPE_CREDIT", &json!({}))?;
            hold!(credit.is_empty(), "{id} has a statement of credit: {credit:?}");
        }
    }

    fn the_records_of_partners_are_all_they_handed_over_newest_first(step) {
        if step.number % 8 != 3 {
            return Ok(());
        }
        for of in PARTNERS {
            let (actor, access, more) = asker(step.book, of);
            let items = all_pages(step, &actor, &access, "adjustment-records", &more)?;
            let told: Vec<_> = items.iter().map(|item| (text(&item["trans_id"]), text(&item["customer_id"]), cents(&item["amount"]))).collect();
            let own = step.book.handed.iter().rev().filter(|handed| record_of(handed).0 == *of);
            let own: Vec<_> = own.map(|handed| (handed.deal.clone(), record_of(handed).1.to_owned(), handed.cents)).collect();
            hold!(told == own, "{of} reads {told:?}, the second books have {own:?}");
            hold!(items.iter().all(|item| item["partner_id"] == **of), "{of} reads of others: {items:?}");
        }
    }

    fn balances_are_what_the_second_books_say_and_what_is_set_aside_is_within_the_cash(step) {
        if step.number % 8 != 2 {
            return Ok(());
        }
        for of in PARTNERS {
            let (actor, access, more) = asker(step.book, of);
            let items = all_pages(step, &actor, &access, "partner-balances", &more)?;
            let (cash, line) = (step.book.at(&format!("till {of}")), step.book.at(&format!("line {of}")));
            for item in &items {
                let (amount, aside) = (cents(&item["amount"]), cents(&item["designated_amount"]));
                let (expected, limit) = match item["account_type"].as_str().unwrap_or_default() {
                    "top-up" => (cash, None),
                    "credit" => (line, step.book.lines.get(*of).map(|(limit, _)| *limit)),
                    "total" => (cash + line, None),
                    _ => (step.book.most.get(*of).copied().unwrap_or(-1), None),
                };
                hold!(amount == expected, "{item}: the second books have {expected}");
                hold!(item.get("credit_amount").map(cents) == limit, "{item}: the limit is {limit:?}");
                hold!(0 <= aside && aside <= amount, "{item}");
                let free = if item["account_type"] == "top-up" { step.book.free(of) } else { amount };
                hold!(amount - aside == free, "{item}: {free} is free");
            }
        }
    }

    fn balances_of_customers_are_shown_to_their_partner_alone(step) {
        if step.number % 8 != 5 {
            return Ok(());
        }
        for of in PARTNERS {
            let (actor, access, mut more) = asker(step.book, of);
            more["customer_ids"] = json!(&customer_ids()[..20]);
            let mut items = all_pages(step, &actor, &access, "customer-balances", &more)?;
            more["customer_ids"] = json!(&customer_ids()[20..]);
            items.extend(all_pages(step, &actor, &access, "customer-balances", &more)?);
            let told: Vec<_> = items.iter().map(|item| (text(&item["customer_id"]), cents(&item["amount"]), cents(&item["debt_amount"]))).collect();
            let own = customer_ids().into_iter().filter(|id| step.book.sponsor(id) == Some(of));
            let own: Vec<_> = own.map(|id| (id.to_owned(), step.book.at(&format!("gift {id}")), -step.book.at(&format!("slate {id}")))).collect();
            hold!(told == own, "{of} reads {told:?}, the second books have {own:?}");
        }
    }

    fn records_of_somebody_elses_customer_are_none(step) {
        if step.number % 16 != 11 {
            return Ok(());
        }
        for of in &["S", "D", "R1"] {
            let (actor, access, more) = asker(step.book, of);
            for id in customer_ids() {
                let theirs = step.book.handed.iter().any(|handed| record_of(handed) == (*of, id));
                let mut asked = more.clone();
                asked["customer_id"] = json!(id);
                asked["type"] = json!("adjustment-records");
                let answer = view(step.after, &actor, step.request.at, &access, &asked, false)?;
                hold!(answer["accepted"] == true, "{of} asks for {id}: {answer}");
                hold!((answer["total"] != 0) == theirs, "{of} asks for {id}: {answer}");
            }
        }
    }

    fn an_export_is_a_query_over_all_pages(step) {
        if step.number % 16 != 13 {
            return Ok(());
        }
        for of in ["S", "D", "R1"] {
            let (actor, access, more) = asker(step.book, of);
            for (name, id) in [("statement", "account_change_id"), ("adjustment-records", "trans_id")] {
                let mut asked = more.clone();
                if name == "statement" {
                    asked["balance_type"] = json!("BALANCE_TYPE_DEBIT");
                }
                let items = all_pages(step, &actor, &access, name, &asked)?;
                let rows = exported(step, &actor, &access, name, &asked)?;
                let ids = |list: &[Value]| list.iter().map(|item| text(&item[id])).collect::<Vec<_>>();
                hold!(ids(&items) == ids(&rows), "{of} reads {:?}, and exports {:?}", ids(&items), ids(&rows));
            }
        }
    }

    fn records_of_fees_are_what_customers_bought_and_add_up_to_the_bills(step) {
        if step.number % 8 != 6 {
            return Ok(());
        }
        for of in PARTNERS {
            let tabs = tabs(step, of);
            let (actor, access, mut more) = asker(step.book, of);
            more["bill_cycle"] = json!(&day(step.request.at).to_string()[..7]);
            let items = all_pages(step, &actor, &access, "fee-records", &more)?;
            let told = items.iter().map(|item| {
                (text(&item["trade_id"]), text(&item["customer_id"]), cents(&item["payment_amount"]), item["association_mode"] == "agency-resale")
            });
            let told: BTreeSet<_> = told.collect();
            let own: BTreeSet<_> = tabs.iter().map(|tab| (tab.deal.clone(), tab.by.clone(), tab.cents, tab.of.1)).collect();
            hold!(told == own && items.len() == tabs.len(), "{of} reads {told:?}, the second books have {own:?}");
            let sum = |amounts: &[&str]| amounts.iter().map(|name| items.iter().map(|item| cents(&item[name])).sum::<i128>()).sum::<i128>();
            let parts = ["cash_amount", "debt_amount", "writeoff_amount"];
            hold!(sum(&["payment_amount"]) == sum(&parts), "{of}: the parts do not add up: {items:?}");

            let mut billed = BTreeMap::<_, i128>::new();
            for item in all_pages(step, &actor, &access, "monthly-bills", &more)? {
                *billed.entry(text(&item["customer_id"])).or_default() += cents(&item["amount"]);
            }
            let mut resold = BTreeMap::<_, i128>::new();
            for tab in tabs.iter().filter(|tab| tab.of.1) {
                *resold.entry(tab.by.clone()).or_default() += tab.cents;
            }
            hold!(billed == resold, "{of} is billed {billed:?}, the second books have {resold:?}");

            more.as_object_mut().unwrap().remove("indirect_partner_id");
            let items = all_pages(step, &partner(of), &console(), "consuming-customers", &more)?;
            let told: Vec<_> = items.iter().map(|item| text(&item["customer_id"])).collect();
            let own: BTreeSet<_> = tabs.iter().map(|tab| tab.by.clone()).collect();
            hold!(told == own.iter().cloned().collect::<Vec<_>>(), "{of} reads {told:?}, the second books have {own:?}");
        }
    }

    fn both_sides_of_an_adjustment_read_one_transaction(step) {
        let Some(handed) = step.book.handed.last().filter(|_| step.number % 16 == 15) else { return Ok(()) };
        let mut found = Vec::new();
        for spot in [&handed.from, &handed.to].into_iter().filter(|spot| is(spot, "till") || is(spot, "line")) {
            let (actor, access, more) = asker(step.book, owner(spot));
            let name = if is(spot, "line") { "BALANCE_TYPE_CREDIT" } else { "BALANCE_TYPE_DEBIT" };
            found.push(statement(step, &actor, &access, name, &more)?);
        }
        for items in found {
            let lines = items.iter().filter(|item| item["trade_id"] == handed.deal).collect::<Vec<_>>();
            hold!(lines.len() == 1 && cents(&lines[0]["change_amount"]) == handed.cents, "{handed:?} is read as {lines:?}");
        }
    }
}
