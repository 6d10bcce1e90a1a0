//! A second set of books, kept from the events alone, in cents, and with other words than the library's.

use std::collections::{BTreeMap, BTreeSet};

use partnerkit::{Event, Timestamp};
use serde_json::Value;

use crate::walk::Books;

/// One entry of a page: what came (above zero) or went (below), and what was there then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub deal: String,
    pub what: String,
    pub change: i128,
    pub then: i128,
    /// Whom a handing over or a taking back is about.
    pub about: Option<String>,
}

/// Money that a partner handed over, or got back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    pub deal: String,
    /// `hand`, `back` or `home`, when resale was over.
    pub how: &'static str,
    pub from: String,
    pub to: String,
    pub cents: i128,
    pub at: Timestamp,
}

/// Something bought.
#[derive(Clone, Debug, Default)]
pub struct Bought {
    pub by: String,
    pub cents: i128,
    pub back: i128,
    /// The part of it that was lent to who bought it, and has not come back.
    pub lent: i128,
    /// The part of it that could not be paid.
    pub owed: i128,
    /// Whose money it was, when a resale customer bought it.
    pub sponsor: Option<String>,
}

/// Something a customer bought, what came back of it, or what it need not pay any more (below zero).
#[derive(Clone, Debug)]
pub struct Tab {
    pub deal: String,
    pub by: String,
    /// Whose customer it was, and whether that one resold to it.
    pub of: (String, bool),
    pub cents: i128,
    pub at: Timestamp,
}

/// What became of what a customer was given.
#[derive(Clone, Debug, Default)]
pub struct Gift {
    pub handed: i128,
    pub back: i128,
    pub home: i128,
    pub spent: i128,
    pub refunded: i128,
    pub repaid: i128,
}

#[derive(Clone, Debug, Default)]
pub struct Purse {
    /// What is where; spots are called after what they are and whose.
    pub spots: BTreeMap<String, i128>,
    pub pages: BTreeMap<String, Vec<Entry>>,
    pub handed: Vec<Handed>,
    pub bought: BTreeMap<String, Bought>,
    pub tabs: Vec<Tab>,
    pub gifts: BTreeMap<String, Gift>,
    /// The id of every deal, as they came.
    pub deals: Vec<String>,
    /// The most each partner may owe, until when, and what of it is used.
    pub lines: BTreeMap<String, (i128, Option<Timestamp>)>,
    pub used: BTreeMap<String, i128>,
    /// What each partner has put aside, and the most it may hand over at once.
    pub aside: BTreeMap<String, i128>,
    pub most: BTreeMap<String, i128>,
    /// Whose customer somebody is, and whether it resells to it.
    pub bonds: BTreeMap<String, (String, bool)>,
    pub above: BTreeMap<String, String>,
    pub barred: BTreeSet<String>,
    pub leaving: BTreeSet<String>,
    /// Pairs with something under way.
    pub busy: BTreeSet<(String, String)>,
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// An amount in cents. A fraction of a cent would be a broken law of its own.
pub fn cents(value: &Value) -> i128 {
    let text = value["amount"].as_str().unwrap_or("0");
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let rest = rest.trim_end_matches('0');
    assert!(rest.len() <= 2, "a fraction of a cent: {value}");
    let digits: i128 = format!("{whole}{rest:0<2}").parse().unwrap();
    digits
}

/// What a place is called here.
pub fn spot(place: &Value) -> String {
    let kind = match place["type"].as_str().unwrap_or_default() {
        "top-up" => "till",
        "credit" => "line",
        "frozen" => "ice",
        "allocation" => "gift",
        "own-cash" => "pocket",
        "debt" => "slate",
        outside => return outside.to_owned(),
    };
    let of = place["partner"].as_str().or(place["customer"].as_str()).unwrap_or_default();
    format!("{kind} {of}")
}

/// Whose a spot is.
pub fn owner(spot: &str) -> &str {
    spot.split_once(' ').map_or("", |(_, of)| of)
}

pub fn is(spot: &str, kind: &str) -> bool {
    spot.split_once(' ').is_some_and(|(is, _)| is == kind)
}

impl Purse {
    pub fn at(&self, spot: &str) -> i128 {
        self.spots.get(spot).copied().unwrap_or(0)
    }

    /// The partner whose resale customer somebody is.
    pub fn sponsor(&self, customer: &str) -> Option<&str> {
        self.bonds.get(customer).filter(|(_, resale)| *resale).map(|(partner, _)| partner.as_str())
    }

    pub fn partner_of(&self, customer: &str) -> Option<&str> {
        self.bonds.get(customer).map(|(partner, _)| partner.as_str())
    }

    /// What a partner has that it may hand over.
    pub fn free(&self, partner: &str) -> i128 {
        let cash = self.at(&format!("till {partner}"));
        cash - self.aside.get(partner).copied().unwrap_or(0).clamp(0, cash.max(0))
    }

    /// The partners that a distributor's money can go round among.
    pub fn group(&self, partner: &str) -> String {
        self.above.get(partner).cloned().unwrap_or_else(|| partner.to_owned())
    }

    fn enter(&mut self, spot: &str, change: i128, deal: &str, what: &str, about: Option<&str>) {
        let then = self.at(spot) + change;
        self.spots.insert(spot.to_owned(), then);
        if ["till", "line", "gift", "pocket"].iter().any(|kind| is(spot, kind)) {
            let entry = Entry { deal: deal.to_owned(), what: what.to_owned(), change, then, about: about.map(str::to_owned) };
            self.pages.entry(spot.to_owned()).or_default().push(entry);
        }
    }

    fn go(&mut self, from: &str, to: &str, cents: i128, deal: &str, what: &str) {
        self.enter(from, -cents, deal, what, None);
        self.enter(to, cents, deal, what, None);
    }

    fn gift(&mut self, spot: &str) -> &mut Gift {
        self.gifts.entry(owner(spot).to_owned()).or_default()
    }

    fn moved(&mut self, change: &Value) {
        let (from, to, amount) = (spot(&change["from"]), spot(&change["to"]), cents(&change["amount"]));
        let (deal, what) = (text(&change["trade_id"]), text(&change["trade_detail_type"]));
        self.go(&from, &to, amount, &deal, &what);
        if is(&from, "gift") {
            self.gift(&from).repaid += amount;
        }
        if is(&from, "ice") && to == "vendor" {
            // What was frozen and is gone is told on the page of the till.
            self.enter(&format!("till {}", owner(&from)), 0, &deal, &what, None);
        }
        self.deals.push(deal);
    }

    fn handed(&mut self, change: &Value, at: Timestamp) {
        let (from, to, amount) = (spot(&change["from"]), spot(&change["to"]), cents(&change["amount"]));
        let (deal, what) = (text(&change["trans_id"]), text(&change["operation_type"]));
        let how = match what.as_str() {
            "SOURCE_OPERATION_BEADJUST" => "hand",
            "SOURCE_OPERATION_BERETRIEVE" => "back",
            _ => "home",
        };
        let others = |spot: &str, other: &str| (!is(spot, "gift")).then(|| owner(other).to_owned());
        self.enter(&from, -amount, &deal, &what, others(&from, &to).as_deref());
        self.enter(&to, amount, &deal, &what, others(&to, &from).as_deref());
        if is(&to, "gift") {
            self.gift(&to).handed += amount;
        }
        if is(&from, "gift") {
            let gift = self.gift(&from);
            if how == "home" { gift.home += amount } else { gift.back += amount }
        }
        if is(&from, "line") {
            *self.used.entry(owner(&from).to_owned()).or_default() += amount;
        }
        self.deals.push(deal.clone());
        self.handed.push(Handed { deal, how, from, to, cents: amount, at });
    }

    /// What somebody else's customer buys is on nobody's tab.
    fn tab(&mut self, deal: &str, by: &str, of: Option<(String, bool)>, cents: i128, at: Timestamp) {
        if let Some(of) = of {
            self.tabs.push(Tab { deal: deal.to_owned(), by: by.to_owned(), of, cents, at });
        }
    }

    fn forgives(&mut self, change: &Value, at: Timestamp) {
        let moved = &change["moved"];
        self.moved(moved);
        let by = owner(&spot(&moved["to"])).to_owned();
        let seller = change["partner"].as_str().map(|partner| (partner.to_owned(), true));
        let of = seller.or_else(|| self.bonds.get(&by).cloned());
        self.tab(&text(&moved["trade_id"]), &by, of, -cents(&moved["amount"]), at);
    }

    fn buys(&mut self, change: &Value, at: Timestamp) {
        let (deal, what) = (text(&change["trade_id"]), text(&change["trade_detail_type"]));
        let (mut lent, mut owed) = (0, 0);
        for part in change["parts"].as_array().unwrap() {
            let (from, amount) = (spot(&part["place"]), cents(&part["amount"]));
            self.go(&from, "vendor", amount, &deal, &what);
            if is(&from, "gift") {
                self.gift(&from).spent += amount;
            }
            if is(&from, "slate") {
                owed += amount;
            }
            if is(&from, "line") {
                lent += amount;
                *self.used.entry(owner(&from).to_owned()).or_default() += amount;
            }
        }
        let payer = &change["payer"];
        let by = text(if payer["type"] == "partner" { &payer["partner"] } else { &payer["customer"] });
        let sponsor = if payer["type"] == "customer" { self.sponsor(&by).map(str::to_owned) } else { None };
        let bought = Bought {
            by: format!("{} {by}", text(&payer["type"])),
            cents: cents(&change["amount"]),
            back: 0,
            lent,
            owed,
            sponsor,
        };
        if payer["type"] == "customer" {
            self.tab(&deal, &by, self.bonds.get(&by).cloned(), cents(&change["amount"]), at);
        }
        let before = self.bought.insert(deal.clone(), bought);
        assert!(before.is_none(), "{deal} is bought twice");
        self.deals.push(deal);
    }

    fn refunds(&mut self, change: &Value, at: Timestamp) {
        let (deal, what) = (text(&change["trade_id"]), text(&change["trade_detail_type"]));
        for part in change["parts"].as_array().unwrap() {
            let (to, amount) = (spot(&part["place"]), cents(&part["amount"]));
            self.go("vendor", &to, amount, &deal, &what);
            if is(&to, "gift") {
                self.gift(&to).refunded += amount;
            }
        }
        let charge = text(&change["charge"]);
        let to_customer = change["parts"].as_array().unwrap().iter().any(|part| part["place"]["customer"].is_string());
        let on = self.tabs.iter().find(|tab| tab.deal == charge).map(|tab| (tab.by.clone(), tab.of.clone()));
        if let Some((by, of)) = on.filter(|_| to_customer) {
            self.tab(&deal, &by, Some(of), -cents(&change["amount"]), at);
        }
        let bought = self.bought.get_mut(&charge).expect("nothing was bought");
        let amount = cents(&change["amount"]);
        bought.back += amount;
        // What was lent comes back first.
        let lent = if bought.by.starts_with("partner ") { bought.lent.min(amount) } else { 0 };
        bought.lent -= lent;
        if lent > 0 {
            *self.used.entry(owner(&bought.by).to_owned()).or_default() -= lent;
        }
        self.deals.push(deal);
    }
}

impl Books for Purse {
    fn take(&mut self, event: &Event) {
        let change = serde_json::to_value(&event.change).unwrap();
        let (customer, partner) = (text(&change["customer"]), text(&change["partner"]));
        let resale = change["mode"] == "agency-resale";
        match change["type"].as_str().unwrap_or_default() {
            "money.moved" => self.moved(&change),
            "account.debt-written-off" => self.forgives(&change, event.at),
            "adjustment.made" => self.handed(&change, event.at),
            "account.charged" => self.buys(&change, event.at),
            "account.refunded" => self.refunds(&change, event.at),
            "account.credit-set" => {
                let until = change["expire_time"].as_str().map(|text| text.parse().unwrap());
                self.lines.insert(partner, (cents(&change["limit"]), until));
            }
            "account.terms-set" => {
                let mut put = |book: fn(&mut Self) -> &mut BTreeMap<String, i128>, name: &str| match change
                    .get(name)
                    .filter(|it| it.is_object())
                {
                    Some(amount) => drop(book(self).insert(partner.clone(), cents(amount))),
                    None => drop(book(self).remove(&partner)),
                };
                put(|purse| &mut purse.aside, "designated_amount");
                put(|purse| &mut purse.most, "allocatable_amount");
            }
            "customer.associated" => drop(self.bonds.insert(customer, (partner, resale))),
            "customer.disassociated" => drop(self.bonds.remove(&customer)),
            "customer.transferred" => self.bonds.get_mut(&customer).unwrap().0 = text(&change["to"]),
            "customer.mode-switched" => self.bonds.get_mut(&customer).unwrap().1 = resale,
            "partner.set" => {
                let id = text(&change["id"]);
                if let Some(distributor) = change["distributor"].as_str() {
                    self.above.insert(id.clone(), distributor.to_owned());
                }
                let mut mark = |book: fn(&mut Self) -> &mut BTreeSet<String>, is: bool| {
                    if is { book(self).insert(id.clone()) } else { book(self).remove(&id) }
                };
                mark(|purse| &mut purse.barred, change["state"] == "frozen" || change["exited"] == true);
                mark(|purse| &mut purse.leaving, change["leaving"] == true || change["exited"] == true);
            }
            "adjustment.begun" | "adjustment.ended" => {
                let with = &change["with"];
                let with = text(if with["type"] == "partner" { &with["partner"] } else { &with["customer"] });
                if change["type"] == "adjustment.begun" {
                    self.busy.insert((partner, with));
                } else {
                    self.busy.remove(&(partner, with));
                }
            }
            _ => {}
        }
    }
}
