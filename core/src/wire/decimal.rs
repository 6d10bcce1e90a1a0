//! Decimals in JSON numbers, to the last digit: nothing is a float on the way in or out.

use std::str::FromStr;

use rust_decimal::Decimal;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::error::Malformed;
use crate::money::Money;

/// `measure_id` of amounts in the currency's main unit, such as yuan. All of them are here.
pub(super) const MEASURE_MAIN_UNIT: u8 = 1;

/// An amount as a JSON number: `120.50`.
#[derive(Clone, Copy)]
pub(super) struct Number(Decimal);

impl From<Money> for Number {
    fn from(money: Money) -> Self {
        Self(money.amount())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.0.to_string()).map_err(S::Error::custom)?.serialize(serializer)
    }
}

/// A decimal as JSON writes numbers, with or without an exponent: `120.50`, `1.205e2`. What cannot be kept exactly is refused.
pub(super) struct Exact(pub Decimal);

impl FromStr for Exact {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        plain(text)
            .and_then(|plain| Decimal::from_str_exact(&plain).ok())
            .map(Self)
            .ok_or_else(|| Malformed::new("a number below 10^18 with at most 28 digits, such as 120.50", text))
    }
}

/// A decimal as people write money: digits and at most one point, `120.50`. An exponent is none of it.
pub(super) struct Plain(pub Decimal);

impl FromStr for Plain {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        if text.contains(['e', 'E']) {
            return Err(Malformed::new("digits and at most one point, such as 120.50", text));
        }
        text.parse().map(|Exact(amount)| Self(amount))
    }
}

/// More digits than this no decimal has.
const DIGITS_MAX: usize = 28;

/// The number without exponent and without zeros that say nothing.
fn plain(number: &str) -> Option<String> {
    let (sign, unsigned) = number.strip_prefix('-').map_or(("", number), |unsigned| ("-", unsigned));
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_digits = exponent.trim_start_matches(['+', '-']);
    if !are_digits(whole) || !are_digits(fraction) || !are_digits(exponent_digits) {
        return None;
    }
    // From here on the number is 0.DIGITS times ten to the power of `point`.
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_start_matches('0');
    let leading = digits.len().checked_sub(significant.len())?;
    let significant = significant.trim_end_matches('0');
    if significant.is_empty() {
        return Some("0".into());
    }
    let exponent: i32 = exponent.parse().ok()?;
    let point = i32::try_from(whole.len()).ok()?.checked_sub(i32::try_from(leading).ok()?)?.checked_add(exponent)?;
    if significant.len() > DIGITS_MAX || !(-28..=28).contains(&point) {
        return None;
    }
    let zeros = |count: usize| "0".repeat(count);
    let Ok(point) = usize::try_from(point) else {
        let gap = usize::try_from(point.checked_neg()?).ok()?;
        return Some(format!("{sign}0.{}{significant}", zeros(gap)));
    };
    match significant.split_at_checked(point) {
        Some(("", fraction)) => Some(format!("{sign}0.{fraction}")),
        Some((whole, "")) => Some(format!("{sign}{whole}")),
        Some((whole, fraction)) => Some(format!("{sign}{whole}.{fraction}")),
        None => Some(format!("{sign}{significant}{}", zeros(point.saturating_sub(significant.len())))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_to_the_last_digit_or_refused() {
        let kept = [
            ("0.1", "0.1"),
            ("120.50", "120.5"),
            ("5.100", "5.1"),
            ("-1", "-1"),
            ("0", "0"),
            ("-0.00", "0"),
            ("0e999999999999", "0"),
            ("1e2", "100"),
            ("1E+2", "100"),
            ("1205e-1", "120.5"),
            ("0.001205e5", "120.5"),
            ("0.001", "0.001"),
            ("1e-28", "0.0000000000000000000000000001"),
            ("100.00000000000000000000000000000000000000000000000000", "100"),
            ("00000000000000000000000000000000000000000000001.5", "1.5"),
            ("999999999999999999.99", "999999999999999999.99"),
            ("9007199254740993", "9007199254740993"),
            ("0.30000000000000004", "0.30000000000000004"),
        ];
        for (text, expected) in kept {
            assert_eq!(text.parse::<Exact>().unwrap().0.to_string(), expected, "{text}");
        }
        let refused = ["1e400", "-1e400", "1e-400", "1e99999999999999999999", "1e-29", "0.12345678901234567890123456789", "1e29"];
        let malformed =
            ["", "-", ".", "1.", ".5", "+1", "1e", "1e+", "1e+-2", "NaN", "Infinity", "1,5", " 1", "0x10", "1_000", "١"];
        for text in refused.iter().chain(&malformed) {
            assert!(text.parse::<Exact>().is_err(), "{text}");
        }
    }

    #[test]
    fn money_is_written_out() {
        for (text, expected) in [("10.50", "10.5"), ("10.500", "10.5"), ("-0.01", "-0.01"), ("0", "0"), ("1000", "1000")] {
            assert_eq!(text.parse::<Plain>().unwrap().0.to_string(), expected, "{text}");
        }
        for text in ["1e3", "1E3", "1.5e-1", "+1", " 1", "1 ", "1,000", "1_000", "NaN", "inf", "", ".5", "5."] {
            assert!(text.parse::<Plain>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_amount_is_written_as_it_is() {
        let [a, b]: [Money; 2] = ["0.10 CNY", "0.20 CNY"].map(|text| text.parse().unwrap());
        assert_eq!(serde_json::to_string(&Number::from(a.plus(b).unwrap())).unwrap(), "0.30");
        let large: Money = "999999999999999999.99 CNY".parse().unwrap();
        assert_eq!(serde_json::to_string(&Number::from(large)).unwrap(), "999999999999999999.99");
    }
}
