//! Billing cycles (账期): months of the calendar, as the site counts its days.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Serialize, Serializer};

use crate::decision::{Check, facts};
use crate::error::Malformed;
use crate::id::Given;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::{Date, Timestamp};
use crate::view::Field;

pub(crate) static RULES: &[&Rule] = &[&FORMAT, &BY_CONSUMPTION_TIME];

/// A month of the calendar, written `2026-03`. Its days are those of the site, which are days of UTC+8.
///
/// ```
/// use partnerkit::bill::BillCycle;
///
/// let cycle: BillCycle = "2026-03".parse()?;
/// assert_eq!(cycle.to_string(), "2026-03");
/// assert!("2026-13".parse::<BillCycle>().is_err() && "2026-3".parse::<BillCycle>().is_err());
/// # Ok::<(), partnerkit::Malformed>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BillCycle(NaiveDate);

impl BillCycle {
    /// The month an instant lies in.
    pub fn of(site: Site, instant: Timestamp) -> Self {
        let day = site.date(instant);
        Self(day.with_day(1).unwrap_or(day))
    }

    /// Whether the instant lies in the month.
    pub fn contains(self, site: Site, instant: Timestamp) -> bool {
        Self::of(site, instant) == self
    }

    /// Whether the day is one of the month's.
    pub(super) fn has_day(self, day: Date) -> bool {
        day.to_chrono().with_day(1) == Some(self.0)
    }

    /// So many months before.
    pub(super) fn earlier(self, months: u32) -> Self {
        Self(self.0.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN))
    }

    /// The first day of the month after.
    pub(super) fn next(self) -> NaiveDate {
        self.0.checked_add_months(Months::new(1)).unwrap_or(self.0)
    }
}

impl FromStr for BillCycle {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let day: Result<Date, _> = format!("{text}-01").parse();
        day.map(|day| Self(day.to_chrono())).map_err(|_| Malformed::new("a month such as \"2026-03\"", text))
    }
}

impl fmt::Display for BillCycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl Serialize for BillCycle {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for BillCycle {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "BillCycle".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^\\d{4}-\\d{2}$" })
    }
}

rule! {
    /// A billing cycle must be a month, written `2026-03`.
    FORMAT = "bill.cycle.format", call, "CBC.0100" 400, documented "ListSubcustomerMonthlyBills, cycle";
    zh "账期必须为月份,格式如 2026-03";
    broken "the cycle is {given}", "账期为 {given}";
    comply "give a month such as 2026-03", "请填写月份,例如 2026-03";
}

pub(super) fn format(field: &Field<Given<BillCycle>>) -> Check {
    match field {
        Field::Value(Given::Valid(_)) => Ok(()),
        Field::Value(given) => FORMAT.broken(facts! { given: given.text() }),
        Field::Absent | Field::Null => FORMAT.broken(facts! { given: "" }),
    }
}

/// The month, if one is given.
pub(super) fn given(field: &Field<Given<BillCycle>>) -> Option<BillCycle> {
    match field {
        Field::Value(given) => given.value().copied(),
        Field::Absent | Field::Null => None,
    }
}

rule! {
    /// A charge belongs to the month in which it was made, and what comes back of it to the month in which it comes back.
    BY_CONSUMPTION_TIME = "bill.cycle.by-consumption-time", view, documented "changes of the API, 1 June 2024; here a charge is made when it is consumed";
    zh "费用归属于消费发生的账期,退款归属于退款发生的账期";
}
