//! Reading JSON strictly: no duplicate keys, no field that nobody knows, and an error that names the field.

use std::fmt;

use serde::de::{DeserializeOwned, DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::error::{Malformed, join};

/// The value a text stands for.
pub(crate) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, Malformed> {
    from_value(value_of(text)?)
}

/// The JSON a text stands for.
pub(crate) fn value_of(text: &str) -> Result<Value, Malformed> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Strict { path: String::new() }.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    value.map_err(|error| {
        let message = error.to_string();
        if message.starts_with('\0') {
            // serde_json adds where in the text it was; the path says it better.
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
            return Malformed::told("", message);
        }
        Malformed { field: String::new(), expected: format!("JSON ({message})"), found: None }
    })
}

/// The value a JSON value stands for.
pub(crate) fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, Malformed> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        Malformed::told(if path == "." { "" } else { &path }, &error.into_inner().to_string())
    })
}

/// A JSON value in which no object has a key twice.
struct Strict {
    path: String,
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;
    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Self { path: format!("{}[{}]", self.path, values.len()) })? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            let path = join(&self.path, &key);
            if values.contains_key(&key) {
                let twice = Malformed { field: path, expected: "given once".into(), found: None };
                return Err(A::Error::custom(twice.carried()));
            }
            let value = object.next_value_seed(Self { path })?;
            values.insert(key, value);
        }
        Ok(values.into())
    }
}

/// A choice told by its `type`: an enum each of whose variants holds one struct.
///
/// serde can read such enums too, but then its errors lose the path below the choice.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[doc = $doc:literal])+ $tag:literal => $variant:ident($payload:ty),)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "type")]
        #[non_exhaustive]
        pub enum $name { $($(#[doc = $doc])+ #[serde(rename = $tag)] $variant($payload),)+ }

        impl $name {
            /// The `type`s there are, in the order of the documentation.
            pub const TYPES: &[&str] = &[$($tag),+];

            /// The `type` this is written with.
            pub fn type_name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $tag,)+ }
            }

            fn read(tag: &str, rest: serde_json::Value) -> Result<Self, $crate::Malformed> {
                match tag {
                    $($tag => $crate::reading::from_value(rest).map(Self::$variant),)+
                    _ => Err($crate::reading::no_such_type(tag, Self::TYPES)),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let (tag, rest) = $crate::reading::tagged(deserializer, stringify!($name))?;
                Self::read(&tag, rest).map_err(|wrong| serde::de::Error::custom(wrong.carried()))
            }
        }

    };
}
pub(crate) use choice;

/// An object's `type`, and the object without it.
pub(crate) fn tagged<'de, D: serde::Deserializer<'de>>(deserializer: D, what: &str) -> Result<(String, Value), D::Error> {
    use serde::Deserialize;
    let wrong =
        |field: &str, expected: String| D::Error::custom(Malformed { field: field.into(), expected, found: None }.carried());
    let Value::Object(mut object) = Value::deserialize(deserializer)? else {
        return Err(wrong("", format!("an object with a `type` ({what})")));
    };
    match object.remove("type") {
        Some(Value::String(tag)) => Ok((tag, Value::Object(object))),
        Some(_) => Err(wrong("type", "text".into())),
        None => Err(wrong("type", "present".into())),
    }
}

pub(crate) fn no_such_type(tag: &str, types: &[&str]) -> Malformed {
    Malformed { field: "type".into(), ..Malformed::new(format!("one of {}", types.join(", ")), tag) }
}
