//! Lines of the vendor's bills: what each must add up to.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::row::{KNOWN_VALUES, POSSIBLE_AMOUNTS, Take, twice};
use super::{Audit, Finding, Place};
use crate::bill::BillDetailType;
use crate::bill::line::{CONSUME_COMPONENTS, MEASURE, OFFICIAL, SUBCUSTOMER_COMPONENTS, TRADE_ID};
use crate::directory::AssociationMode;
use crate::error::Malformed;

/// A line of a bill, in the vendor's field names, with amounts as text. What is absent is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct BillLineRow {
    /// The month.
    pub bill_cycle: Option<String>,
    /// The customer.
    pub customer_id: Option<String>,
    /// How it was associated with the partner, in the site's code.
    pub association_type: Option<String>,
    /// The line.
    pub id: Option<String>,
    /// What it stands for, in the vendor's code.
    pub bill_detail_type: Option<u8>,
    /// The order, or the transaction.
    pub trade_id: Option<String>,
    /// What it costs by the price list.
    pub official_amount: Option<String>,
    /// What discounts took off.
    pub official_discount_amount: Option<String>,
    /// What was rounded off.
    pub erase_amount: Option<String>,
    /// What was consumed (客户账单).
    pub consume_amount: Option<String>,
    /// What is to be paid (伙伴查询的客户账单).
    pub payment_amount: Option<String>,
    /// Paid in cash.
    pub cash_amount: Option<String>,
    /// Paid by credit.
    pub credit_amount: Option<String>,
    /// Paid by vouchers.
    pub coupon_amount: Option<String>,
    /// Paid by cash coupons.
    pub flexipurchase_coupon_amount: Option<String>,
    /// Paid by stored-value cards.
    pub stored_value_card_amount: Option<String>,
    /// Paid by bonuses.
    pub bonus_amount: Option<String>,
    /// Owed.
    pub debt_amount: Option<String>,
    /// Owed once, and written off.
    pub writeoff_amount: Option<String>,
    /// How much was used.
    pub usage_amount: Option<String>,
    /// In which unit.
    pub usage_measure_id: Option<u32>,
}

/// An amount of a line, which may have eight decimals and may be below zero.
fn amount(audit: &mut Audit, place: Place, column: &str, text: Option<&String>) -> Decimal {
    let Some(text) = text else { return Decimal::ZERO };
    match crate::money::decimal(text) {
        Ok(amount) if amount.normalize().scale() <= 8 => amount,
        Ok(_) => {
            audit.find(Finding::new(&POSSIBLE_AMOUNTS, [place], format!("{column}: at most eight decimals"), text));
            Decimal::ZERO
        }
        Err(Malformed { expected, .. }) => {
            audit.find(Finding::new(&KNOWN_VALUES, [place], format!("{column}: {expected}"), text));
            Decimal::ZERO
        }
    }
}

impl BillLineRow {
    /// Counts the line to what monthly summaries say of its customer, which are of resale alone.
    fn count(&self, payment: Decimal, place: Place, audit: &mut Audit) {
        let Some((cycle, customer)) = self.bill_cycle.as_ref().zip(self.customer_id.as_ref()) else { return };
        let code = self.association_type.as_deref().unwrap_or_default();
        let resale = AssociationMode::of_any_code(code) == Some(AssociationMode::AgencyResale);
        if let Some(cycle) = audit.read(place, "bill_cycle", cycle).filter(|_| resale) {
            audit.bills.fee(customer, cycle, payment, place);
        }
    }
}

impl Take for BillLineRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        if let Some(id) = &self.id
            && let Some(before) = audit.bill_lines.repeated(id, place)
        {
            audit.find(twice(id, [before, place]));
        }
        if let Some(kind) = self.bill_detail_type {
            match BillDetailType::of_code(kind) {
                None => audit.find(Finding::new(&KNOWN_VALUES, [place], "bill_detail_type: a kind the vendor lists", kind)),
                Some(kind) if self.trade_id.as_ref().is_none_or(String::is_empty) => {
                    let expected = if kind.is_of_order() { "the id of an order" } else { "the id of a transaction" };
                    audit.find(Finding::new(&TRADE_ID, [place], expected, "none"));
                }
                Some(_) => {}
            }
        }
        if self.usage_amount.is_some() && self.usage_measure_id.is_none() {
            audit.find(Finding::new(&MEASURE, [place], "usage_measure_id: a unit", "none"));
        }
        let mut read = |column: &str, text: &Option<String>| amount(audit, place, column, text.as_ref());
        let official = read("official_amount", &self.official_amount);
        let off = [("official_discount_amount", &self.official_discount_amount), ("erase_amount", &self.erase_amount)];
        let off = off.map(|(column, text)| read(column, text));
        let paid = [
            ("cash_amount", &self.cash_amount),
            ("credit_amount", &self.credit_amount),
            ("coupon_amount", &self.coupon_amount),
            ("flexipurchase_coupon_amount", &self.flexipurchase_coupon_amount),
            ("stored_value_card_amount", &self.stored_value_card_amount),
            ("debt_amount", &self.debt_amount),
            ("writeoff_amount", &self.writeoff_amount),
        ];
        let paid = paid.map(|(column, text)| read(column, text));
        let bonus = read("bonus_amount", &self.bonus_amount);
        let consumed = self.consume_amount.as_ref().map(|text| read("consume_amount", &Some(text.clone())));
        let payment = self.payment_amount.as_ref().map(|text| read("payment_amount", &Some(text.clone())));
        let sum = |amounts: &[Decimal]| amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount));
        let mut holds = |rule, expected: Option<Decimal>, found: Decimal| {
            if let Some(expected) = expected.filter(|expected| *expected != found) {
                audit.find(Finding::decimals(rule, [place], expected, found));
            }
        };
        let parts = sum(&paid);
        if let Some(consumed) = consumed {
            let whole = sum(&off).and_then(|off| off.checked_add(consumed));
            if self.official_amount.is_some() {
                holds(&OFFICIAL, whole, official);
            }
            holds(&CONSUME_COMPONENTS, parts.and_then(|parts| parts.checked_add(bonus)), consumed);
        }
        if let Some(payment) = payment {
            holds(&SUBCUSTOMER_COMPONENTS, parts, payment);
            self.count(payment, place, audit);
        }
    }

    fn finish(_: &mut Audit) {}
}
