//! The days of which a statement is asked.

use chrono::{Datelike, Months};

use crate::decision::{Check, Review, facts};
use crate::id::Given;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::{Date, Timestamp};
use crate::view::Field;

pub(crate) static RULES: &[&Rule] = &[&MAX_ONE_YEAR, &DEFAULTS, &ORDER, &INCLUSIVE];

/// Days of the site, both included.
#[derive(Clone, Copy)]
pub(super) struct Days {
    begin: Date,
    end: Date,
    site: Site,
}

impl Days {
    /// Understands the two days; where one is none, nothing lies between.
    pub fn ask(review: &mut Review, begin: &Field<Given<Date>>, end: &Field<Given<Date>>, now: Timestamp) -> Option<Self> {
        let site = review.policy().site;
        let today = Date::from(site.date(now));
        let begin = day(review, "trade_time_begin", begin, a_year_before(today));
        let end = day(review, "trade_time_end", end, today);
        let (begin, end) = begin.zip(end)?;
        review.ask([max_one_year(begin, end), order(begin, end)]);
        Some(Self { begin, end, site })
    }

    /// Whether the instant lies on one of the days.
    pub fn contain(self, instant: Timestamp) -> bool {
        let day = Date::from(self.site.date(instant));
        self.begin <= day && day <= self.end
    }
}

/// A day that was given, or else this one.
fn day(review: &mut Review, name: &str, field: &Field<Given<Date>>, default: Date) -> Option<Date> {
    let absent =
        matches!(field, Field::Absent | Field::Null) || matches!(field, Field::Value(Given::Invalid(text)) if text.is_empty());
    if absent {
        return Some(default);
    }
    match review.known(name, field, crate::view::Means::Ignored) {
        crate::view::Filter::Is(day) => Some(*day),
        _ => None,
    }
}

/// The same day a year before; 29 February becomes 1 March, because from 28 February it would be more than a year.
fn a_year_before(day: Date) -> Date {
    let today = day.to_chrono();
    let Some(before) = today.checked_sub_months(Months::new(12)) else { return day };
    let there = before.day() == today.day();
    Date::from(before.succ_opt().filter(|_| !there).unwrap_or(before))
}

rule! {
    /// A statement must be of at most one year: it ends at the latest on the day of the year after on which it begins.
    MAX_ONE_YEAR = "statement.range.max-one-year", call, "CBC.0100" 400, documented "ListPartnerAccountChangeRecords, trade_time_begin; that the year is one of the calendar, and the code, are assumed";
    zh "收支明细的时间范围最长一年,即结束日期不晚于次年的同一天";
    broken "{begin} to {end} is more than a year", "{begin} 至 {end} 超过一年";
    comply "ask year by year", "请按年分次查询";
}

fn max_one_year(begin: Date, end: Date) -> Check {
    let latest = begin.to_chrono().checked_add_months(Months::new(12)).map_or(begin, Date::from);
    MAX_ONE_YEAR.require(end <= latest, || facts! { begin: begin, end: end })
}

rule! {
    /// Without days a statement is of the last year: from this day of the year before, until today.
    DEFAULTS = "statement.range.defaults", view, documented "ListPartnerAccountChangeRecords, trade_time_begin and trade_time_end";
    zh "未填日期时,开始日期为去年同一天,结束日期为今天";
}

rule! {
    /// A statement must begin no later than it ends.
    ORDER = "statement.range.order", call, "CBC.0100" 400, assumed "nothing lies between otherwise";
    zh "收支明细的开始日期不得晚于结束日期";
    broken "{begin} is later than {end}", "{begin} 晚于 {end}";
    comply "exchange the days", "请交换起止日期";
}

fn order(begin: Date, end: Date) -> Check {
    ORDER.require(begin <= end, || facts! { begin: begin, end: end })
}

rule! {
    /// Both days are included, and a day is one of UTC+8: from 16:00 of the day before until 16:00, in UTC.
    INCLUSIVE = "statement.range.inclusive", view, derived "ListPartnerAccountChangeRecords: its days are days of UTC+8, without a time";
    zh "起止两天均包含在内,一天为 UTC+8 的 00:00 至 24:00";
}
