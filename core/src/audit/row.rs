//! What holds for the rows of every table: how a cell is read, and that rows are unique, in order and of one mind.

use std::str::FromStr;

use super::{Audit, Cents, Finding, Names, Place};
use crate::error::Malformed;
use crate::money::Currency;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] =
    &[&KNOWN_VALUES, &POSSIBLE_AMOUNTS, &CODES_FIT, &UNIQUE, &NUMBERED, &IN_ORDER, &NAMED_IS_THERE, &ONE_NAME];

rule! {
    /// Every cell of a table holds a value that its column can have: one of its words, a time, an amount.
    KNOWN_VALUES = "audit.row.known-values", view, derived "the types of the columns";
    zh "表格的每个单元格都是该列允许的值:已知的枚举值、时间或金额";
}

rule! {
    /// Amounts are in whole cents; what a record moves is above zero, and what is left or summed up is not below zero.
    POSSIBLE_AMOUNTS = "audit.row.possible-amounts", view, derived "ledger invariants 1 and 2";
    zh "金额精确到分;记录变动的金额大于 0,剩余和累计的金额不小于 0";
}

rule! {
    /// An operation code is the code of the operation beside it.
    CODES_FIT = "audit.row.codes-fit", view, derived "both columns tell one thing";
    zh "操作代码与同一行的操作类型一致";
}

rule! {
    /// A quota, a coupon or a record stands in its table once.
    UNIQUE = "audit.row.unique", view, derived "an id names one thing";
    zh "每个额度、券和记录在其表中只出现一次";
}

rule! {
    /// The operation records of a partner are numbered from 1, and no number is left out.
    NUMBERED = "audit.row.numbered", view, derived "records are only ever added";
    zh "伙伴的操作记录从 1 开始连续编号";
}

rule! {
    /// The rows of a partner stand in the order in which they came into being.
    IN_ORDER = "audit.row.in-order", view, derived "lists are in the order of creation";
    zh "伙伴的各行按产生的先后顺序排列";
}

rule! {
    /// A quota or coupon that a row names is in its table.
    NAMED_IS_THERE = "audit.row.named-is-there", view, derived "nothing is ever removed from a table";
    zh "某一行所指的额度或券在其表中存在";
}

rule! {
    /// A customer has the same name in every row.
    ONE_NAME = "audit.row.one-name", view, derived "exports of one time show one name";
    zh "同一客户在各行中的名称一致";
}

/// What a row does to an audit.
pub trait Take {
    /// Takes the row in: what can be told now is found, and what is needed later is kept.
    fn take(&self, place: Place, audit: &mut Audit);

    /// All rows of all tables are known: finds what can be told only now.
    fn finish(audit: &mut Audit);
}

/// Which amounts a column can hold.
#[derive(Clone, Copy)]
pub(crate) enum Amounts {
    /// Above zero, by this rule: something moves.
    Moved(&'static Rule),
    /// Zero or more: what is left, or a sum.
    Held,
}

/// What a word of a column has to be, in words that follow `must be`.
fn cell(audit: &mut Audit, place: Place, column: &str, wrong: Malformed) {
    let found = wrong.found.unwrap_or_default();
    audit.find(Finding::new(&KNOWN_VALUES, [place], format!("{column}: {}", wrong.expected), found));
}

impl Audit {
    /// The value of a cell; nothing when it has none, which is found.
    pub(crate) fn read<T: FromStr<Err = Malformed>>(&mut self, place: Place, column: &str, text: &str) -> Option<T> {
        text.parse().map_err(|wrong| cell(self, place, column, wrong)).ok()
    }

    /// The currency of a cell.
    pub(crate) fn read_currency(&mut self, place: Place, text: &str) -> Option<Currency> {
        let currency = Currency::of_code(text);
        if currency.is_none() {
            cell(self, place, "currency", Malformed::new("a currency such as CNY", text));
        }
        currency
    }

    /// The amount of a cell, in cents; one that is too small is found, and told all the same.
    pub(crate) fn read_amount(&mut self, place: Place, column: &str, text: &str, can_be: Amounts) -> Option<Cents> {
        let amount = match Cents::of(text) {
            Ok(amount) => amount,
            Err(wrong) => {
                cell(self, place, column, wrong);
                return None;
            }
        };
        let wrong = match (amount, can_be) {
            (None, _) => Some((&POSSIBLE_AMOUNTS, "n × 0.01")),
            (Some(amount), Amounts::Moved(rule)) if !amount.is_positive() => Some((rule, "> 0")),
            (Some(amount), Amounts::Held) if amount.is_negative() => Some((&POSSIBLE_AMOUNTS, "≥ 0")),
            (Some(_), _) => None,
        };
        if let Some((rule, expected)) = wrong {
            self.find(Finding::new(rule, [place], format!("{column}: {expected}"), text));
        }
        amount
    }

    /// A code stands beside its word.
    pub(crate) fn code_fits(&mut self, place: Place, expected: u8, found: u8) {
        if expected != found {
            self.find(Finding::new(&CODES_FIT, [place], expected, found));
        }
    }
}

/// What the first row told of a thing, and where it stands.
pub(crate) type Told<T> = Option<(T, Place)>;

/// What was told first, if this is not the same.
pub(crate) fn told_otherwise<T: Copy + PartialEq>(told: &mut Told<T>, value: T, place: Place) -> Told<T> {
    let first = *told.get_or_insert((value, place));
    (first.0 != value).then_some(first)
}

/// A column that must be there, though nothing may stand in it.
pub(crate) fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    serde::Deserialize::deserialize(deserializer)
}

/// Things that may stand in a table once.
#[derive(Debug, Default)]
pub(crate) struct Ids(Names<Option<Place>>);

impl Ids {
    /// The place where the id stood before, if it did.
    pub fn repeated(&mut self, id: &str, place: Place) -> Option<Place> {
        let (_, first) = self.0.known(id);
        let before = *first;
        first.get_or_insert(place);
        before
    }
}

/// The finding that a thing is there twice.
pub(crate) fn twice(id: &str, places: [Place; 2]) -> Finding {
    Finding::new(&UNIQUE, places, format!("1 × {id}"), format!("2 × {id}"))
}

/// The last record of a partner.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Last {
    number: u64,
    stood: Option<(Place, Option<Timestamp>)>,
}

impl Last {
    /// The next record of the partner: what is wrong with its number, and with its time.
    pub fn next(&mut self, place: Place, number: u64, time: Option<Timestamp>) -> [Option<Finding>; 2] {
        let expected = self.number.saturating_add(1);
        let before = self.stood.map(|(place, _)| place);
        let misnumbered =
            (number != expected).then(|| Finding::new(&NUMBERED, before.into_iter().chain([place]), expected, number));
        let last = std::mem::replace(self, Self { number, stood: Some((place, time)) });
        [misnumbered, last.stood.and_then(|before| out_of_order(before, (place, time)))]
    }
}

/// A row that came into being before the one above it.
pub(crate) fn out_of_order(before: (Place, Option<Timestamp>), after: (Place, Option<Timestamp>)) -> Option<Finding> {
    let ((above, earliest), (place, time)) = (before, after);
    let (earliest, time) = (earliest?, time?);
    (time < earliest).then(|| Finding::new(&IN_ORDER, [above, place], format!("≥ {earliest}"), time))
}

/// A row that stands below another, though its record stands above the other's.
pub(crate) fn misplaced(above: Place, place: Place, [earlier, record]: [Place; 2]) -> Finding {
    Finding::new(&IN_ORDER, [above, place], format!("> {earlier}"), record)
}

/// The finding that a row names what is not there.
pub(crate) fn missing(id: &str, place: Place) -> Finding {
    Finding::new(&NAMED_IS_THERE, [place], format!("1 × {id}"), format!("0 × {id}"))
}

/// Customers, and the name each is first shown with.
#[derive(Debug, Default)]
pub(crate) struct Customers(Names<Told<Box<str>>>);

impl Customers {
    /// The number of a customer, and the finding that it has another name here.
    pub fn named(&mut self, id: &str, name: &str, place: Place) -> (usize, Option<Finding>) {
        let (number, told) = self.0.known(id);
        match told {
            None => {
                *told = Some((name.into(), place));
                (number, None)
            }
            Some((known, _)) if **known == *name => (number, None),
            Some((known, before)) => (number, Some(Finding::new(&ONE_NAME, [*before, place], &*known, name))),
        }
    }

    /// The id of a numbered customer.
    pub fn id(&self, number: usize) -> &str {
        self.0.name(number)
    }
}
