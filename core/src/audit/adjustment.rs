//! Adjustment records, and the lines of both sides that each must have.

use serde::Deserialize;

use super::row::{Amounts, POSSIBLE_AMOUNTS, Take, twice};
use super::statement::parts;
use super::{Audit, Cents, Finding, Names, Place, StatementRow, Table};
use crate::adjustment::AdjustmentOperation;
use crate::adjustment::record::ORDER;
use crate::money::Currency;
use crate::rule::{Rule, rule};
use crate::statement::line::PAIRING;
use crate::statement::{Direction, TradeDetailType};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[&ONE_RECORD];

rule! {
    /// An adjustment has one record.
    ONE_RECORD = "audit.adjustment.one-record", view, derived "exactly one record for each adjustment that was made";
    zh "每笔调账有且只有一条调账记录";
}

/// A row of exported adjustment records, as far as an audit reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AdjustmentRow {
    /// The adjustment.
    pub trans_id: String,
    /// When.
    pub operation_time: String,
    /// What was done, in the vendor's spelling.
    pub operation_type: String,
    /// The partner whose record it is.
    pub partner_id: String,
    /// The customer, or the reseller.
    pub customer_id: String,
    /// How much.
    pub amount: String,
    /// The currency.
    pub currency: String,
}

/// All that is known of adjustments.
#[derive(Debug, Default)]
pub(crate) struct Pairs {
    pairs: Names<Pair>,
    /// The last record of each partner.
    last: Names<Option<(Place, Option<Timestamp>)>>,
}

#[derive(Debug, Default)]
struct Pair {
    record: Option<Side>,
    /// The lines of both sides, in the order in which they came.
    lines: Vec<Side>,
}

/// What a record or a line tells of an adjustment.
#[derive(Debug)]
struct Side {
    place: Place,
    of: TradeDetailType,
    /// The account of a line; of a record, the partner's top-up account or its credit account.
    account: Box<str>,
    /// The other side, where it is told.
    other: Option<Box<str>>,
    direction: Option<Direction>,
    money: Option<(Cents, Currency)>,
    time: Option<Timestamp>,
}

impl Pairs {
    /// Where an adjustment of this id is told first.
    pub fn place_of(&self, id: &str) -> Option<Place> {
        let pair = self.pairs.get(id)?;
        pair.record.iter().chain(&pair.lines).map(|side| side.place).next()
    }

    pub fn line(
        &mut self,
        row: &StatementRow,
        of: TradeDetailType,
        direction: Option<Direction>,
        money: Option<(Cents, Currency)>,
        time: Option<Timestamp>,
        place: Place,
    ) {
        let (account, other) = (row.account_id.as_str().into(), row.customer_id.as_deref().map(Into::into));
        self.pairs.known(&row.trade_id).1.lines.push(Side { place, of, account, other, direction, money, time });
    }
}

impl Take for AdjustmentRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        let operation: Option<AdjustmentOperation> = audit.read(place, "operation_type", &self.operation_type);
        let time: Option<Timestamp> = audit.read(place, "operation_time", &self.operation_time);
        let currency = audit.read_currency(place, &self.currency);
        let amount = audit.read_amount(place, "amount", &self.amount, Amounts::Moved(&POSSIBLE_AMOUNTS));
        let last = audit.pairs.last.known(&self.partner_id).1;
        let above = last.replace((place, time));
        if let Some((above, latest)) = above
            && latest.zip(time).is_some_and(|(latest, time)| latest < time)
        {
            let expected = latest.map_or_else(String::new, |latest| format!("{latest} or earlier"));
            audit.find(Finding::new(&ORDER, [above, place], expected, &self.operation_time));
        }
        let Some(operation) = operation else { return };
        let pair = audit.pairs.pairs.known(&self.trans_id).1;
        if let Some(before) = &pair.record {
            let before = before.place;
            audit.find(twice(&self.trans_id, [before, place]));
            return;
        }
        let direction = Some(if operation == AdjustmentOperation::Allocation { Direction::Expense } else { Direction::Income });
        pair.record = Some(Side {
            place,
            of: operation.into(),
            account: self.partner_id.as_str().into(),
            other: Some(self.customer_id.as_str().into()),
            direction,
            money: amount.zip(currency),
            time,
        });
    }

    fn finish(audit: &mut Audit) {
        let pairs = std::mem::take(&mut audit.pairs);
        let (lines, records) = (audit.has(Table::Statement), audit.has(Table::AdjustmentRecords));
        for (id, pair) in pairs.pairs.iter() {
            let places = || pair.record.iter().chain(&pair.lines).map(|side| side.place);
            match &pair.record {
                None if records => audit.find(Finding::new(&ONE_RECORD, places(), format!("a record of {id}"), "none")),
                Some(record) if lines => pair.fits(id, record, audit),
                _ => {}
            }
            if lines {
                pair.both_sides(audit);
            }
        }
        audit.pairs = pairs;
    }
}

impl Pair {
    /// The partner's own line says what the record says.
    fn fits(&self, id: &str, record: &Side, audit: &mut Audit) {
        let own = |line: &&Side| line.direction == record.direction && parts(&line.account).0 == &*record.account;
        let Some(line) = self.lines.iter().find(own) else {
            let found = if self.lines.is_empty() { "none" } else { "others" };
            let places = std::iter::once(record).chain(&self.lines).map(|side| side.place);
            audit.find(Finding::new(&PAIRING, places, format!("a line of {} for {id}", record.account), found));
            return;
        };
        record.fits(line, audit);
        if line.other != record.other {
            let of = |side: &Side| side.other.as_deref().unwrap_or("nobody").to_owned();
            audit.find(Finding::new(&PAIRING, [record.place, line.place], of(record), of(line)));
        }
    }

    /// Where both sides have statements there are two lines, one each way, of one amount.
    fn both_sides(&self, audit: &mut Audit) {
        let places = || self.record.iter().chain(&self.lines).map(|side| side.place);
        match self.lines.as_slice() {
            [] => {}
            [line] => {
                let other = line.other.as_deref().or(self.record.as_ref().map(|record| &*record.account));
                let accounts =
                    other.map(|other| [format!("{other}/allocation"), format!("{other}/top-up"), format!("{other}/credit")]);
                if accounts.is_some_and(|accounts| accounts.iter().any(|account| audit.accounts.is_known(account))) {
                    audit.find(Finding::new(&PAIRING, places(), "two lines, one each way", "one line"));
                }
            }
            [one, other] => {
                if one.direction.is_some() && one.direction == other.direction {
                    audit.find(Finding::new(&PAIRING, places(), "two lines, one each way", "two lines of one way"));
                }
                one.fits(other, audit);
                for (line, beside) in [(one, other), (other, one)] {
                    let found = parts(&beside.account).0;
                    if let Some(expected) = line.other.as_deref().filter(|expected| *expected != found) {
                        let (expected, found) = (format!("a line of {expected}"), format!("a line of {found}"));
                        audit.find(Finding::new(&PAIRING, places(), expected, found));
                    }
                }
            }
            lines => audit.find(Finding::new(&PAIRING, places(), "two lines, one each way", format!("{} lines", lines.len()))),
        }
    }
}

impl Side {
    /// Two sides of one adjustment tell one type, amount and time.
    fn fits(&self, other: &Self, audit: &mut Audit) {
        let places = [self.place, other.place];
        if self.of != other.of {
            audit.find(Finding::new(&PAIRING, places, self.of, other.of));
        }
        if let Some(((expected, currency), (found, found_currency))) = self.money.zip(other.money) {
            if expected != found {
                audit.find(Finding::amounts(&PAIRING, places, expected, found));
            }
            if currency != found_currency {
                audit.find(Finding::new(&PAIRING, places, currency.code(), found_currency.code()));
            }
        }
        if let Some((expected, found)) = self.time.zip(other.time).filter(|(expected, found)| expected != found) {
            audit.find(Finding::new(&PAIRING, places, expected, found));
        }
    }
}
