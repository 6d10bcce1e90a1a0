//! What a call sends, by name: from the body of a POST, or from the query of a GET.
//!
//! A field is absent, null, empty or has a value, and what the first three mean differs by field. In a query `name=null` is null and
//! `name=` is empty. Fields that an operation does not know are ignored, as the vendor's API does; one that it knows and that is
//! of the wrong type, or comes twice, refuses the call.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::decimal::{Exact, Plain};
use super::refusal::Refusal;
use super::{Call, query_string};
use crate::error::Malformed;
use crate::id::Given;
use crate::money::{Currency, Money};
use crate::view::Field;

/// What a call sends.
pub(super) enum Fields<'a> {
    Body(Vec<(Cow<'a, str>, &'a RawValue)>),
    Query(Vec<(String, String)>),
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sent<T> {
    Absent,
    Null,
    Empty,
    Value(T),
}

impl Sent<String> {
    /// The value as text that a rule will judge; empty text when it is empty, nothing when there is none.
    pub fn given<T: FromStr>(self) -> Option<Given<T>> {
        self.optional().map(|text| text.as_str().into())
    }

    /// The value; empty text when it is empty, nothing when there is none.
    pub fn optional(self) -> Option<String> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Empty => Some(String::new()),
            Self::Value(text) => Some(text),
        }
    }

    /// A filter that the query itself understands.
    pub fn filter<T: FromStr>(self) -> Field<Given<T>> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Empty => Field::Value("".into()),
            Self::Value(text) => Field::Value(text.as_str().into()),
        }
    }
}

impl<T> Sent<T> {
    /// The value; nothing when there is none or it is empty.
    pub fn or_ignored(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The value; nothing when there is none. Empty is refused.
    pub fn or_empty_refused(self, name: &str) -> Result<Option<T>, Malformed> {
        self.not_empty(name, "a whole number").map(Self::or_ignored)
    }

    /// The same. Empty is refused.
    pub fn not_empty(self, name: &str, expected: &str) -> Result<Self, Malformed> {
        match self {
            Self::Empty => Err(Malformed::new(format!("{expected}, or left away"), "").at(name)),
            other => Ok(other),
        }
    }
}

/// A list of values; one that was not sent, or sent as null or empty, has none.
impl<T> Sent<Vec<T>> {
    pub fn or_none(self) -> Vec<T> {
        self.or_ignored().unwrap_or_default()
    }

    pub fn filter_of<U>(self, value: impl Fn(T) -> Result<U, Malformed>) -> Result<Field<Vec<U>>, Malformed> {
        Ok(match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Empty => Field::Value(Vec::new()),
            Self::Value(list) => Field::Value(list.into_iter().map(value).collect::<Result<_, _>>()?),
        })
    }
}

impl<'a> Fields<'a> {
    pub fn of(call: &'a Call) -> Result<Self, Refusal> {
        if call.method == "GET" {
            return Ok(Self::Query(query_string::pairs(call.query)?));
        }
        let text = str::from_utf8(call.body).map_err(|error| Malformed {
            field: "body".into(),
            expected: format!("UTF-8, which ends at byte {}", error.valid_up_to()),
            found: None,
        })?;
        // A body of nothing has no fields; which are missing is then told by name.
        if text.trim_ascii().is_empty() {
            return Ok(Self::Body(Vec::new()));
        }
        Ok(Self::Body(object(text)?))
    }

    /// A text.
    pub fn text(&self, name: &str) -> Result<Sent<String>, Malformed> {
        self.one(name, |value| read(value, "text").map_err(|wrong| wrong.at(name)))
    }

    /// Several texts.
    pub fn texts(&self, name: &str) -> Result<Sent<Vec<String>>, Malformed> {
        self.several(name, |value| read(value, "text"), |text| Ok(text.into()))
    }

    /// A whole number.
    pub fn whole(&self, name: &str) -> Result<Sent<i64>, Malformed> {
        let sent = self.one(name, |value| match value.get() {
            "\"\"" => Ok(String::new()),
            number => Ok(number.into()),
        })?;
        let Sent::Value(text) = sent else { return Ok(sent.empty()) };
        whole(&text).map(Sent::Value).map_err(|wrong| wrong.at(name))
    }

    /// Yes or no.
    pub fn flag(&self, name: &str) -> Result<Sent<bool>, Malformed> {
        let sent = self.one(name, |value| Ok(value.get().trim_matches('"').into()))?;
        let Sent::Value(text) = sent else { return Ok(sent.empty()) };
        text.parse().map(Sent::Value).map_err(|_| Malformed::new("true or false", &text).at(name))
    }

    /// Several whole numbers.
    pub fn wholes(&self, name: &str) -> Result<Sent<Vec<i64>>, Malformed> {
        self.several(name, |value| whole(value.get()), whole)
    }

    /// One text of each of several objects, which must be there.
    pub fn texts_within(&self, name: &str, inner: &str) -> Result<Sent<Vec<String>>, Malformed> {
        let read_object = |value: &RawValue| {
            let no_object = |wrong: Malformed| match wrong.field.as_str() {
                "body" => Malformed::new("a JSON object", value.get()),
                _ => wrong,
            };
            Fields::Body(object(value.get()).map_err(no_object)?).needed(inner)
        };
        // A query has no objects.
        self.several(name, read_object, |text| Err(Malformed::new("a JSON object", text)))
    }

    /// An amount, which must be there: a JSON number, or the same as text.
    pub fn money(&self, name: &str, currency: Currency) -> Result<Money, Malformed> {
        let Exact(amount) = self.number(name)?;
        Money::new(amount, currency).map_err(|wrong| wrong.at(name))
    }

    /// The same, without an exponent: an amount that moves is written out.
    pub fn plain_money(&self, name: &str, currency: Currency) -> Result<Money, Malformed> {
        let Plain(amount) = self.number(name)?;
        Money::new(amount, currency).map_err(|wrong| wrong.at(name))
    }

    fn number<T: FromStr<Err = Malformed>>(&self, name: &str) -> Result<T, Malformed> {
        let sent = self.one(name, |value| match value.get() {
            text if text.starts_with('"') => read(value, "a number").map_err(|wrong| wrong.at(name)),
            number => Ok(number.into()),
        })?;
        let text = match sent {
            Sent::Absent | Sent::Null => return Err(missing(name)),
            Sent::Empty => String::new(),
            Sent::Value(text) => text,
        };
        text.parse().map_err(|wrong: Malformed| wrong.at(name))
    }

    /// A text that must be there.
    pub fn needed(&self, name: &str) -> Result<String, Malformed> {
        self.text(name)?.optional().ok_or_else(|| missing(name))
    }

    /// A text that must be there and not be empty.
    pub fn needed_filled(&self, name: &str) -> Result<String, Malformed> {
        self.text(name)?.or_ignored().ok_or_else(|| missing(name))
    }

    fn one(&self, name: &str, read: impl Fn(&RawValue) -> Result<String, Malformed>) -> Result<Sent<String>, Malformed> {
        let text = match self {
            Self::Body(fields) => match fields.iter().find(|(known, _)| known == name) {
                None => return Ok(Sent::Absent),
                Some((_, value)) if value.get() == "null" => return Ok(Sent::Null),
                Some((_, value)) => read(value)?,
            },
            Self::Query(pairs) => {
                let mut values = pairs.iter().filter(|(known, _)| known == name).map(|(_, value)| value);
                let Some(value) = values.next() else { return Ok(Sent::Absent) };
                if values.next().is_some() {
                    return Err(Malformed { field: name.into(), expected: "given once".into(), found: None });
                }
                if value == "null" {
                    return Ok(Sent::Null);
                }
                value.clone()
            }
        };
        Ok(if text.is_empty() { Sent::Empty } else { Sent::Value(text) })
    }

    fn several<T>(
        &self,
        name: &str,
        read_json: impl Fn(&RawValue) -> Result<T, Malformed>,
        read_text: impl Fn(&str) -> Result<T, Malformed>,
    ) -> Result<Sent<Vec<T>>, Malformed> {
        let values: Result<Vec<T>, Malformed> = match self {
            Self::Body(fields) => match fields.iter().find(|(known, _)| known == name) {
                None => return Ok(Sent::Absent),
                Some((_, value)) if value.get() == "null" => return Ok(Sent::Null),
                Some((_, value)) => {
                    let list: Vec<&RawValue> = read(value, "a list").map_err(|wrong| wrong.at(name))?;
                    let at = |place: usize, wrong: Malformed| wrong.at(&format!("{name}[{place}]"));
                    let values = list.into_iter().enumerate();
                    values.map(|(place, value)| read_json(value).map_err(|wrong| at(place, wrong))).collect()
                }
            },
            Self::Query(pairs) => {
                let values: Vec<_> = pairs.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect();
                match values.as_slice() {
                    [] => return Ok(Sent::Absent),
                    ["null"] => return Ok(Sent::Null),
                    [""] => return Ok(Sent::Empty),
                    values => values.iter().map(|value| read_text(value).map_err(|wrong| wrong.at(name))).collect(),
                }
            }
        };
        let values = values?;
        Ok(if values.is_empty() { Sent::Empty } else { Sent::Value(values) })
    }
}

impl<T> Sent<T> {
    /// The same, of whatever type the value would have been.
    fn empty<U>(self) -> Sent<U> {
        match self {
            Self::Absent => Sent::Absent,
            Self::Null => Sent::Null,
            Self::Empty | Self::Value(_) => Sent::Empty,
        }
    }
}

/// A value that is told by its code, as text or as a number.
pub(super) fn coded<T>(
    field: &str,
    code: Option<impl ToString>,
    of_code: impl Fn(u8) -> Option<T>,
) -> Result<Option<T>, Malformed> {
    let Some(code) = code.map(|code| code.to_string()) else { return Ok(None) };
    let found = code.parse().ok().and_then(of_code);
    found.map(Some).ok_or_else(|| Malformed::new("one of the vendor's codes", code).at(field))
}

fn missing(name: &str) -> Malformed {
    Malformed { field: name.into(), expected: "present".into(), found: None }
}

fn whole(text: &str) -> Result<i64, Malformed> {
    text.parse().map_err(|_| Malformed::new("a whole number", text))
}

fn read<'a, T: serde::Deserialize<'a>>(value: &'a RawValue, expected: &str) -> Result<T, Malformed> {
    serde_json::from_str(value.get()).map_err(|_| Malformed::new(expected, value.get()))
}

/// The fields of a JSON object, each as it is written, none twice.
fn object(text: &str) -> Result<Vec<(Cow<'_, str>, &RawValue)>, Malformed> {
    struct Object;
    impl<'de> Visitor<'de> for Object {
        type Value = Vec<(Cow<'de, str>, &'de RawValue)>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a JSON object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut fields: Self::Value = Vec::new();
            let mut names = std::collections::HashSet::new();
            while let Some(name) = map.next_key::<String>()? {
                if !names.insert(name.clone()) {
                    let twice = Malformed { field: name, expected: "given once".into(), found: None };
                    return Err(A::Error::custom(twice.carried()));
                }
                fields.push((name.into(), map.next_value()?));
            }
            Ok(fields)
        }
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let fields = reader.deserialize_map(Object).and_then(|fields| reader.end().map(|()| fields));
    fields.map_err(|error| {
        let message = error.to_string();
        if message.starts_with('\0') {
            // serde_json adds where in the text it was; the name says it better.
            return Malformed::told("", message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message));
        }
        Malformed { field: "body".into(), expected: format!("a JSON object ({message})"), found: None }
    })
}
