//! Monthly summaries, and what statements say of the same months.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::row::{Amounts, Ids, POSSIBLE_AMOUNTS, Take, present, twice};
use super::{Audit, Cents, Finding, Names, Place, Table};
use crate::account::ChargeMode;
use crate::bill::sign::{ABSENT_FIELDS, REFUND};
use crate::bill::summary::COMPONENTS;
use crate::bill::{BillCycle, BillType};
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::statement::{Direction, TradeDetailType, TradeType};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[&STATEMENT, &DEBT, &LINES];

rule! {
    /// What the bills of a customer's month say was paid from what was allocated is what its statement says was consumed and refunded in that month.
    STATEMENT = "audit.bill.statement", view, derived "double entry; repayments of debts are no consumption of their month";
    zh "客户某账期账单的现金支付金额等于其收支明细中该账期的消费减去退款";
}

rule! {
    /// What a customer owes is what its bills say it could not pay, less what was written off and what it repaid since.
    DEBT = "audit.bill.debt", view, derived "conservation of money";
    zh "客户欠费等于账单欠费金额减去核销和已偿还的金额";
}

rule! {
    /// The records of a resale customer's month add up to its monthly summary. Records finer than a cent may be off by half a cent each.
    LINES = "audit.bill.lines", view, derived "the summary is made of the same charges; the international site rounds the total once";
    zh "客户某账期各条消费记录的应付金额之和等于其月度汇总账单金额;超过两位小数的记录每条允许半分的舍入差";
}

/// A row of an exported monthly summary, as far as an audit reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MonthlyBillRow {
    /// The month.
    pub bill_cycle: String,
    /// The customer.
    pub customer_id: String,
    /// What the line stands for.
    pub bill_type: String,
    /// The vendor's code for it.
    pub bill_code: u8,
    /// How it is charged for.
    pub charge_mode: String,
    /// The vendor's code for that.
    pub charge_code: u8,
    /// The cloud service.
    #[serde(deserialize_with = "present")]
    pub cloud_service_type: Option<String>,
    /// The type of resource.
    #[serde(deserialize_with = "present")]
    pub resource_type: Option<String>,
    /// How much.
    pub amount: String,
    /// What was paid of it with allocated cash.
    pub cash_amount: String,
    /// What was owed.
    #[serde(deserialize_with = "present")]
    pub debt_amount: Option<String>,
    /// What was adjusted.
    #[serde(deserialize_with = "present")]
    pub adjustment_amount: Option<String>,
    /// What discounts took off before.
    #[serde(deserialize_with = "present")]
    pub discount_amount: Option<String>,
}

/// All that is known of bills, by customer.
#[derive(Debug, Default)]
pub(crate) struct Bills {
    customers: Names<Customer>,
    rows: Ids,
}

#[derive(Debug, Default)]
struct Customer {
    months: BTreeMap<BillCycle, Month>,
    /// What bills say was owed, and what they say was written off.
    billed: Cents,
    repaid: Cents,
    places: Vec<Place>,
    owes: Option<(Place, Cents)>,
}

/// What was paid in a month, as bills and statements have it.
#[derive(Debug, Default)]
struct Month {
    billed: Cents,
    consumed: Cents,
    /// All that the summary says, debts and what was written off included.
    summed: Cents,
    summaries: Vec<Place>,
    places: Vec<Place>,
    fees: Option<Fees>,
}

/// The records of a month.
#[derive(Debug, Default)]
struct Fees {
    payment: Decimal,
    /// How many are finer than a cent.
    fine: u32,
    places: Vec<Place>,
}

impl Month {
    /// The records, where they do not add up to the summary. Where there are none, they may only not have been asked for.
    fn fees_off<'a>(&'a self, none: Option<&'a Fees>) -> Option<&'a Fees> {
        let fees = self.fees.as_ref().or(none)?;
        let allowed = HALF_A_CENT.checked_mul(fees.fine.into())?;
        let off = fees.payment.checked_sub(self.summed.amount())?;
        (off.abs() > allowed).then_some(fees)
    }
}

const HALF_A_CENT: Decimal = Decimal::from_parts(5, 0, 0, false, 3);

/// So many rows of a sum are named; a sum of more names none of those after.
const NAMED_MAX: usize = 16;

fn name(places: &mut Vec<Place>, place: Place) {
    if places.len() < NAMED_MAX {
        places.push(place);
    }
}

impl Bills {
    /// What a customer owes when the tables are taken.
    pub fn owes(&mut self, customer: &str, place: Place, debt: Cents) {
        self.customers.known(customer).1.owes = Some((place, debt));
    }

    /// A line of what was allocated to a customer.
    pub fn line(&mut self, customer: &str, of: TradeDetailType, way: Direction, amount: Cents, time: Timestamp, place: Place) {
        let customer = self.customers.known(customer).1;
        let signed = if way == Direction::Expense { amount } else { Cents::default().less(amount) };
        if of == TradeDetailType::Repayment {
            customer.repaid = customer.repaid.plus(signed);
            name(&mut customer.places, place);
        } else if matches!(of.trade_type(), TradeType::Consumption | TradeType::Refund) {
            // All sites count their days alike.
            let month = customer.months.entry(BillCycle::of(Site::default(), time)).or_default();
            month.consumed = month.consumed.plus(signed);
            name(&mut month.places, place);
        }
    }

    /// A record of fees of a resale customer.
    pub fn fee(&mut self, customer: &str, cycle: BillCycle, payment: Decimal, place: Place) {
        let month = self.customers.known(customer).1.months.entry(cycle).or_default();
        let fees = month.fees.get_or_insert_default();
        fees.payment = fees.payment.saturating_add(payment);
        fees.fine = fees.fine.saturating_add((payment.normalize().scale() > 2).into());
        name(&mut fees.places, place);
    }
}

impl MonthlyBillRow {
    /// An amount that may be below zero.
    fn signed(audit: &mut Audit, place: Place, column: &str, text: &str) -> Option<Cents> {
        let unsigned = text.strip_prefix('-');
        let amount = audit.read_amount(place, column, unsigned.unwrap_or(text), Amounts::Held)?;
        Some(if unsigned.is_some() { Cents::default().less(amount) } else { amount })
    }

    /// The amounts that only consumption has.
    fn of_consumption(&self, audit: &mut Audit, place: Place, bill_type: Option<BillType>) -> [Cents; 2] {
        let columns = [
            ("debt_amount", &self.debt_amount),
            ("adjustment_amount", &self.adjustment_amount),
            ("discount_amount", &self.discount_amount),
        ];
        let mut amounts = [Cents::default(); 2];
        for (number, (column, text)) in columns.into_iter().enumerate() {
            let consumption = bill_type == Some(BillType::Normal);
            if bill_type.is_some() && text.is_some() != consumption {
                let (expected, found) = if consumption { ("an amount", "none") } else { ("none", "an amount") };
                audit.find(Finding::new(&ABSENT_FIELDS, [place], format!("{column}: {expected}"), found));
            }
            let amount = text.as_ref().and_then(|text| audit.read_amount(place, column, text, Amounts::Held));
            if let Some((kept, amount)) = amounts.get_mut(number).zip(amount) {
                *kept = amount;
            }
        }
        amounts
    }
}

impl Take for MonthlyBillRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        let bill_type: Option<BillType> = audit.read(place, "bill_type", &self.bill_type);
        let mode: Option<ChargeMode> = audit.read(place, "charge_mode", &self.charge_mode);
        let cycle: Option<BillCycle> = audit.read(place, "bill_cycle", &self.bill_cycle);
        bill_type.into_iter().for_each(|of| audit.code_fits(place, of.code(), self.bill_code));
        mode.into_iter().for_each(|of| audit.code_fits(place, of.code(), self.charge_code));
        let kinds = [&self.cloud_service_type, &self.resource_type].map(|kind| kind.as_deref().unwrap_or_default());
        let key = format!("{} {} {} {} {kinds:?}", self.bill_cycle, self.customer_id, self.bill_type, self.charge_mode);
        if let Some(before) = audit.bills.rows.repeated(&key, place) {
            audit.find(twice(&key, [before, place]));
        }
        let amount = Self::signed(audit, place, "amount", &self.amount);
        let paid = Self::signed(audit, place, "cash_amount", &self.cash_amount);
        let [debt, adjusted] = self.of_consumption(audit, place, bill_type);
        let Some((amount, paid)) = amount.zip(paid) else { return };
        let consumption = bill_type == Some(BillType::Normal);
        if bill_type.is_some() && !consumption && amount.is_positive() {
            audit.find(Finding::new(&REFUND, [place], "zero or less", amount));
        }
        if consumption && amount.is_negative() {
            audit.find(Finding::new(&POSSIBLE_AMOUNTS, [place], "amount: zero or more", amount));
        }
        let together = paid.plus(debt).plus(adjusted);
        if together != amount {
            audit.find(Finding::amounts(&COMPONENTS, [place], together, amount));
        }

        let customer = audit.bills.customers.known(&self.customer_id).1;
        if let Some(cycle) = cycle {
            let month = customer.months.entry(cycle).or_default();
            month.summed = month.summed.plus(amount);
            // What was written off is in no statement.
            name(&mut month.summaries, place);
        }
        if bill_type == Some(BillType::WriteOff) {
            customer.billed = customer.billed.plus(amount);
            name(&mut customer.places, place);
        } else if let Some(cycle) = cycle {
            customer.billed = customer.billed.plus(debt);
            name(&mut customer.places, place);
            let month = customer.months.entry(cycle).or_default();
            month.billed = month.billed.plus(paid);
            name(&mut month.places, place);
        }
    }

    fn finish(audit: &mut Audit) {
        let bills = std::mem::take(&mut audit.bills);
        let both = audit.has(Table::MonthlyBills) && audit.has(Table::Statement);
        let whole = both && audit.has(Table::OpeningBalances);
        let with_lines = audit.has(Table::MonthlyBills) && audit.has(Table::BillLines);
        let none = Fees::default();
        for (id, customer) in bills.customers.iter() {
            for month in customer.months.values().filter(|_| with_lines) {
                if let Some(fees) = month.fees_off(whole.then_some(&none)) {
                    let rows = month.summaries.iter().chain(&fees.places).copied();
                    audit.find(Finding::decimals(&LINES, rows, fees.payment, month.summed.amount()));
                }
            }
            // Without the customer's statement there is nothing to compare its bills with, unless all statements are given whole.
            if !whole && !audit.accounts.is_known(&format!("{id}/allocation")) {
                continue;
            }
            for month in customer.months.values().filter(|month| both && month.billed != month.consumed) {
                audit.find(Finding::amounts(&STATEMENT, month.places.iter().copied(), month.consumed, month.billed));
            }
            let left = customer.billed.less(customer.repaid);
            if whole && left.is_negative() {
                audit.find(Finding::amounts(&DEBT, customer.places.iter().copied(), Cents::default(), left));
                continue;
            }
            // What it owed before it was a resale customer is in no bill of its partner's.
            let owed_before = audit.accounts.is_known(&format!("{id}/own-cash"));
            if let Some((place, debt)) = customer.owes.filter(|(_, debt)| whole && !owed_before && *debt != left) {
                audit.find(Finding::amounts(&DEBT, customer.places.iter().copied().chain([place]), left, debt));
            }
        }
        audit.bills = bills;
    }
}
