//! Reading JSON strictly: no duplicate keys, no field that nobody knows, and an error that names the field.

use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Error as _, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::{Map, Value};

use crate::error::{Malformed, join};

/// The value a text stands for.
pub(crate) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, Malformed> {
    from_value(value_of(text)?)
}

/// The JSON a text stands for.
pub(crate) fn value_of(text: &str) -> Result<Value, Malformed> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Strict { path: None }.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
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
    serde_path_to_error::deserialize(Exact(value)).map_err(|error| {
        let path = error.path().to_string();
        Malformed::told(if path == "." { "" } else { &path }, &error.into_inner().to_string())
    })
}

/// A JSON value that is read as what it is: serde would take a list of its fields' values for a struct.
struct Exact(Value);

impl<'de> serde::de::IntoDeserializer<'de, serde_json::Error> for Exact {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> serde::Deserializer<'de> for Exact {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Array(list) => {
                let mut list = SeqDeserializer::new(list.into_iter().map(Exact));
                let value = visitor.visit_seq(&mut list)?;
                list.end().map(|()| value)
            }
            Value::Object(object) => {
                let mut object = MapDeserializer::new(object.into_iter().map(|(key, value)| (key, Exact(value))));
                let value = visitor.visit_map(&mut object)?;
                object.end().map(|()| value)
            }
            plain => plain.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Array(_) => Err(Self::Error::invalid_type(Unexpected::Seq, &"an object")),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

/// A JSON value in which no object has a key twice.
#[derive(Clone, Copy)]
struct Strict<'p> {
    path: Option<&'p Path<'p>>,
}

/// Where a value stands. It is written out only when something is wrong there: written with every value, it would cost
/// as much as the text is long, for each value again.
struct Path<'p> {
    outer: Option<&'p Path<'p>>,
    step: Step<'p>,
}

enum Step<'p> {
    Field(&'p str),
    Place(usize),
}

impl Path<'_> {
    fn text(&self) -> String {
        let outer = self.outer.map_or(String::new(), Path::text);
        match self.step {
            Step::Field(name) => join(&outer, name),
            Step::Place(place) => format!("{outer}[{place}]"),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;
    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
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
        loop {
            let path = Path { outer: self.path, step: Step::Place(values.len()) };
            match list.next_element_seed(Strict { path: Some(&path) })? {
                Some(value) => values.push(value),
                None => return Ok(values.into()),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(key) = object.next_key::<String>()? {
            let path = Path { outer: self.path, step: Step::Field(&key) };
            if values.contains_key(&key) {
                let twice = Malformed { field: path.text(), expected: "given once".into(), found: None };
                return Err(A::Error::custom(twice.carried()));
            }
            let value = object.next_value_seed(Strict { path: Some(&path) })?;
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
