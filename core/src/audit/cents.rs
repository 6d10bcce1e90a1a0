//! Sums of amounts as whole cents: exact, and fast to add.

use std::fmt;

use rust_decimal::Decimal;

use crate::error::Malformed;
use crate::money::{Currency, Money, decimal};

/// An amount in cents. No sum of amounts comes near the ends, where it would stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Cents(i128);

impl Cents {
    /// The amount a text stands for: nothing when it is finer than a cent.
    ///
    /// # Errors
    /// When the text is no amount.
    pub fn of(text: &str) -> Result<Option<Self>, Malformed> {
        // The currency plays no part in what an amount may be.
        let amount = Money::new(decimal(text)?, Currency::default())?.amount();
        Ok((amount.scale() == Money::SCALE).then(|| Self(amount.mantissa())))
    }

    /// The amount in the currency's main unit.
    pub fn amount(self) -> Decimal {
        Decimal::try_from_i128_with_scale(self.0, Money::SCALE).unwrap_or(Decimal::MAX)
    }

    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    pub fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    pub fn is_positive(self) -> bool {
        self.0 > 0
    }

    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    pub fn is_zero(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents.div_euclid(100), cents.rem_euclid(100))
    }
}
