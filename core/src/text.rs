//! Text to values and back, for serde: one rule for all values that are written as text.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserializer, Error, Visitor};

use crate::error::Malformed;

/// Reads a value from text. Numbers are refused: an amount that has been a float is no longer the amount.
pub(crate) fn parse<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err = Malformed>,
{
    struct Text<T>(PhantomData<T>);
    impl<T: FromStr<Err = Malformed>> Visitor<'_> for Text<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("text")
        }
        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(|wrong: Malformed| E::custom(wrong.carried()))
        }
    }
    deserializer.deserialize_str(Text(PhantomData))
}
