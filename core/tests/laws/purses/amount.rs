//! Amounts that are tried: small ones, those at a bound and just beyond it, and some that are none.

use partnerkit::{PartnerCenter, Site};
use serde_json::{Value, json};

use super::world::money;
use crate::ledger::cents;
use crate::moves::Pick;

/// What is at a place, in cents.
pub fn at(center: &PartnerCenter, kind: &str, of: &str) -> i128 {
    let holder = if matches!(kind, "top-up" | "credit" | "frozen") { "partner" } else { "customer" };
    let place = serde_json::from_value(json!({ "type": kind, holder: of })).unwrap();
    let currency = if center.policy().site == Site::Cn { partnerkit::Currency::Cny } else { partnerkit::Currency::Usd };
    cents(center.account_book().balance(&place, currency))
}

/// What a partner has in cash that is not set aside.
pub fn free_cash(center: &PartnerCenter, of: &str) -> i128 {
    let cash = at(center, "top-up", of);
    let terms = of.parse().ok().and_then(|id| center.account_book().terms(&id).cloned());
    let aside = terms.and_then(|terms| terms.designated_amount).map_or(0, cents);
    cash - aside.min(cash)
}

/// An amount with this bound: rather a part of it.
pub fn within(bound: i128, pick: &mut Pick) -> i128 {
    let small = i128::from(u32::try_from(pick.number(9_000)).unwrap()) + 1;
    match pick.number(16) {
        0..6 => small.min(bound.max(1)),
        6 => small,
        7..11 => (bound / [2, 3, 5, 10][pick.number(4)]).max(1),
        11 | 12 => bound.max(1),
        13 | 14 => bound.max(0) + 1,
        _ => bound * 2 + 100,
    }
}

/// The amount as it is sent, which now and then is none.
pub fn sent(site: Site, amount: i128, pick: &mut Pick) -> Value {
    if !pick.once_in(25) {
        return money(site, amount);
    }
    let mut odd = money(site, amount);
    match pick.number(6) {
        0 => odd["currency"] = json!(if site == Site::Cn { "USD" } else { "CNY" }),
        1 => odd["amount"] = json!("0.00"),
        2 => odd = money(site, -amount),
        3 => odd["amount"] = json!("0.005"),
        4 => odd["amount"] = json!("10000000000.00"),
        _ => odd["amount"] = json!("12.3000"),
    }
    odd
}
