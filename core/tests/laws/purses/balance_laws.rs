//! The laws of balances: what is where, and between which bounds.

use std::collections::BTreeMap;

use partnerkit::account::Place;
use partnerkit::{Command, PartnerCenter, PartnerId};

use super::purse::{Purse, is, owner};
use super::world::PARTNERS;
use crate::ledger;
use crate::walk::{Kept, Step};
use crate::{hold, laws};

/// What a place of a center's is called in the second books.
pub fn called(place: &Place) -> String {
    match place {
        Place::TopUp(of) => format!("till {}", of.partner),
        Place::Credit(of) => format!("line {}", of.partner),
        Place::Frozen(of) => format!("ice {}", of.partner),
        Place::Allocation(of) => format!("gift {}", of.customer),
        Place::OwnCash(of) => format!("pocket {}", of.customer),
        Place::Debt(of) => format!("slate {}", of.customer),
        outside => outside.type_name().to_owned(),
    }
}

/// What a center says is where.
pub fn places(center: &PartnerCenter) -> BTreeMap<String, i128> {
    center.account_book().accounts().map(|account| (called(&account.place), ledger::cents(account.balance))).collect()
}

/// By how much each place has more, or less, after a step; places where nothing changed are left out.
pub fn changes(step: &Step) -> BTreeMap<String, i128> {
    let (before, after) = (places(step.before), places(step.after));
    let change = |spot: &String| after.get(spot).unwrap_or(&0) - before.get(spot).unwrap_or(&0);
    after.keys().map(|spot| (spot.clone(), change(spot))).filter(|(_, change)| *change != 0).collect()
}

laws! {
    LAWS of Kept<'_, Purse>;

    fn all_places_together_hold_nothing(step) {
        let all: i128 = places(step.after).values().sum();
        hold!(all == 0, "all places together hold {all}");
    }

    fn every_place_holds_what_the_second_books_say(step) {
        let mut places = places(step.after);
        places.retain(|_, cents| *cents != 0);
        let mut spots = step.book.spots.clone();
        spots.retain(|_, cents| *cents != 0);
        hold!(places == spots, "{places:?}, the second books have {spots:?}");
    }

    fn nothing_is_below_zero_but_debt_and_what_is_outside_and_debt_is_never_above(step) {
        for (spot, cents) in places(step.after) {
            if is(&spot, "slate") {
                hold!(cents <= 0, "{spot}: {cents}");
            } else if !owner(&spot).is_empty() {
                hold!(cents >= 0, "{spot}: {cents}");
            }
        }
    }

    fn nobody_has_allocated_money_and_debt_at_once(step) {
        let places = places(step.after);
        for (spot, cents) in places.iter().filter(|(spot, cents)| is(spot, "gift") && **cents > 0) {
            let owed = places.get(&format!("slate {}", owner(spot))).copied().unwrap_or(0);
            hold!(owed == 0, "{spot}: {cents}, and owes {owed}");
        }
    }

    fn what_comes_in_is_not_kept_beside_a_debt(step) {
        let (places, changes) = (places(step.after), changes(step));
        for (spot, _) in changes.iter().filter(|(spot, change)| is(spot, "pocket") && **change > 0) {
            let customer = owner(spot);
            let locked = step.book.sponsor(customer).is_some();
            let owed = places.get(&format!("slate {customer}")).copied().unwrap_or(0);
            hold!(locked || owed == 0, "{spot} has more now, and {customer} owes {owed}");
        }
    }

    fn what_can_be_used_of_a_credit_is_the_limit_less_what_is_used(step) {
        let places = places(step.after);
        for id in PARTNERS {
            let id: PartnerId = id.parse().unwrap();
            let limit = step.book.lines.get(id.as_str()).map_or(0, |(limit, _)| *limit);
            let used = step.book.used.get(id.as_str()).copied().unwrap_or(0);
            let there = places.get(&format!("line {id}")).copied().unwrap_or(0);
            hold!(used >= 0, "{id}: {used} is used");
            hold!(0 <= there && there <= limit, "{id}: {there} of {limit}");
            hold!(there == (limit - used).max(0), "{id}: {there} can be used of {limit}, of which {used} is used");
            let currency = step.after.policy().site == partnerkit::Site::Cn;
            let currency = if currency { partnerkit::Currency::Cny } else { partnerkit::Currency::Usd };
            let told = ledger::cents(step.after.account_book().credit_used(&id, currency));
            hold!(told == used, "{id}: {told} is used, the second books have {used}");
        }
    }

    fn no_credit_outlives_its_day(step) {
        if !matches!(step.request.command, Command::AdvanceClock(_)) || step.accepted().is_none() {
            return Ok(());
        }
        for (id, (limit, until)) in &step.book.lines {
            hold!(*limit == 0 || until.is_none_or(|until| step.request.at < until), "{id} still has {limit}");
        }
    }

    fn what_is_set_aside_when_it_is_set_is_within_the_cash(step) {
        let Command::SetAccountTerms(terms) = &step.request.command else { return Ok(()) };
        if step.events().is_empty() {
            return Ok(());
        }
        let cash = step.book.at(&format!("till {}", terms.partner));
        let aside = step.book.aside.get(terms.partner.as_str()).copied().unwrap_or(0);
        hold!(0 <= aside && aside <= cash, "{aside} of {cash}");
    }

    fn nothing_allocated_is_left_when_resale_is_over(step) {
        for (spot, cents) in places(step.after).iter().filter(|(spot, cents)| is(spot, "gift") && **cents != 0) {
            hold!(step.book.sponsor(owner(spot)).is_some(), "{spot} still has {cents}");
        }
    }
}
