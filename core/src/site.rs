//! The vendor's sites, and the time zone in which each counts its days.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// A site of the vendor. Accounts of one are strangers on the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Site {
    /// The China site.
    #[default]
    Cn,
    /// The international site.
    Intl,
    /// The European site.
    Eu,
}

crate::named::named!(Site: Cn = "cn", Intl = "intl", Eu = "eu");

impl Site {
    /// The calendar day of an instant where the site counts its days: UTC+8, for all three.
    ///
    /// ```
    /// use partnerkit::Site;
    ///
    /// let late = "2026-03-09T16:00:00Z".parse()?;
    /// assert_eq!(Site::Cn.date(late).to_string(), "2026-03-10");
    /// # Ok::<(), partnerkit::Malformed>(())
    /// ```
    pub fn date(self, instant: Timestamp) -> NaiveDate {
        self.local(instant).date()
    }

    /// The hour of that day, from 0 to 23.
    pub(crate) fn hour(self, instant: Timestamp) -> u32 {
        self.local(instant).hour()
    }

    fn local(self, instant: Timestamp) -> NaiveDateTime {
        let offset = FixedOffset::east_opt(8 * 60 * 60);
        let time = instant.to_chrono();
        offset.map_or_else(|| time.naive_utc(), |zone| time.with_timezone(&zone).naive_local())
    }
}
