//! Time.

use std::time::{SystemTime, UNIX_EPOCH};

use partnerkit::{Malformed, Timestamp};

/// What time it is in this center.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The machine's.
    Machine,
    /// Always the same.
    Stands(Timestamp),
}

impl Clock {
    /// Now.
    pub fn now(self) -> Result<Timestamp, Malformed> {
        match self {
            Self::Stands(time) => Ok(time),
            Self::Machine => Timestamp::from_unix_seconds(i64::try_from(machine_second()).unwrap_or(i64::MAX)),
        }
    }
}

/// The second of the machine's clock.
pub fn machine_second() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
