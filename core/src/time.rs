//! Time: instants to the second, as the partner center writes them, and spans between two of them.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::Malformed;

/// An instant, to the second, in UTC; written `2026-11-22T08:00:00Z`. From 1970 to 9999.
///
/// ```
/// use partnerkit::Timestamp;
///
/// let time: Timestamp = "2026-11-22T08:00:00Z".parse()?;
/// assert_eq!(time.to_string(), "2026-11-22T08:00:00Z");
/// assert!("2026-11-22 08:00".parse::<Timestamp>().is_err());
/// # Ok::<(), partnerkit::Malformed>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(i64);

/// The end of the year 9999, after which the format has no room.
const END: i64 = 253_402_300_800;

impl Timestamp {
    /// So many seconds after 1970 began.
    ///
    /// # Errors
    /// Before 1970, or after 9999.
    pub fn from_unix_seconds(seconds: i64) -> Result<Self, Malformed> {
        if (0..END).contains(&seconds) {
            return Ok(Self(seconds));
        }
        Err(Malformed::new("a time from 1970 to 9999", seconds))
    }

    /// Seconds since 1970 began.
    pub fn unix_seconds(self) -> i64 {
        self.0
    }

    /// The instant for chrono.
    pub fn to_chrono(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0, 0).unwrap_or_default()
    }

    /// The calendar day in UTC.
    pub fn utc_date(self) -> NaiveDate {
        self.to_chrono().date_naive()
    }

    /// The same time of day so many calendar months earlier; 29 February becomes the 28th where there is none.
    #[must_use]
    pub fn months_earlier(self, months: u32) -> Self {
        self.moved(self.to_chrono().checked_sub_months(Months::new(months)))
    }

    /// The same time of day so many calendar months later; 29 February becomes the 28th where there is none.
    #[must_use]
    pub fn months_later(self, months: u32) -> Self {
        self.moved(self.to_chrono().checked_add_months(Months::new(months)))
    }

    fn moved(self, to: Option<DateTime<Utc>>) -> Self {
        to.and_then(|to| Self::from_unix_seconds(to.timestamp()).ok()).unwrap_or(self)
    }

    /// So many seconds later, or as late as can be written.
    #[must_use]
    pub fn seconds_later(self, seconds: u32) -> Self {
        Self(self.0.saturating_add(i64::from(seconds)).min(END.saturating_sub(1)))
    }
}

impl TryFrom<DateTime<Utc>> for Timestamp {
    type Error = Malformed;
    /// The second the instant lies in.
    fn try_from(time: DateTime<Utc>) -> Result<Self, Malformed> {
        Self::from_unix_seconds(time.timestamp())
    }
}

impl FromStr for Timestamp {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let wrong = || Malformed::new("a time in UTC such as \"2026-11-22T08:00:00Z\"", text);
        let number = |places: std::ops::Range<usize>| {
            let digits = text.get(places).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()))?;
            digits.parse::<u32>().ok()
        };
        let parts = || {
            let date = NaiveDate::from_ymd_opt(number(0..4)?.try_into().ok()?, number(5..7)?, number(8..10)?)?;
            Some(date.and_hms_opt(number(11..13)?, number(14..16)?, number(17..19)?)?.and_utc())
        };
        let signs = text.bytes().enumerate().filter(|(place, _)| [4, 7, 10, 13, 16, 19].contains(place)).map(|(_, sign)| sign);
        if text.len() != 20 || !signs.eq(*b"--T::Z") {
            return Err(wrong());
        }
        Self::from_unix_seconds(parts().ok_or_else(wrong)?.timestamp()).map_err(|_| wrong())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.to_chrono();
        write!(f, "{:04}-{:02}-{:02}T{}Z", time.year(), time.month(), time.day(), time.time())
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::parse(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Timestamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Timestamp".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

/// A calendar day, where the site counts its days; written `2026-11-22`.
///
/// ```
/// use partnerkit::Date;
///
/// let day: Date = "2026-02-28".parse()?;
/// assert_eq!(day.to_string(), "2026-02-28");
/// assert!("2026-2-28".parse::<Date>().is_err() && "2026-02-30".parse::<Date>().is_err());
/// # Ok::<(), partnerkit::Malformed>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(NaiveDate);

impl Date {
    /// The latest day that can be written.
    pub(crate) const LATEST: Self = Self(NaiveDate::MAX);

    /// The day as chrono has it.
    pub fn to_chrono(self) -> NaiveDate {
        self.0
    }
}

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl FromStr for Date {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let read = || {
            // The day of an instant on it, so that both are written alike.
            let instant: Timestamp = format!("{text}T00:00:00Z").parse().ok()?;
            Some(Self(instant.to_chrono().date_naive()))
        };
        read().ok_or_else(|| Malformed::new("a day such as \"2026-11-22\"", text))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::parse(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
    }
}

/// A span of time that contains its first instant and not its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first instant.
    pub effective_time: Timestamp,
    /// The first instant after.
    pub expire_time: Timestamp,
}

impl Period {
    /// Whether the instant lies in the period; the last does not.
    pub fn contains(self, instant: Timestamp) -> bool {
        self.effective_time <= instant && instant < self.expire_time
    }

    /// Whether the other period lies wholly in this one.
    pub fn holds(self, other: Self) -> bool {
        self.effective_time <= other.effective_time && other.expire_time <= self.expire_time
    }
}
