//! Reading JSON strictly: no duplicate keys, no field that nobody knows, and an error that names the field.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Error as _, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
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
    T::deserialize(At(&value)).map_err(|Wrong(malformed)| *malformed)
}

/// A value to be read. One reader for all types, and an error that is given its path on the way out: nothing is kept
/// while nothing is wrong, and no type is compiled twice.
#[derive(Clone, Copy)]
struct At<'a>(&'a Value);

/// What is wrong with it.
#[derive(Debug)]
struct Wrong(Box<Malformed>);

impl Wrong {
    fn at(self, field: &str) -> Self {
        Self(Box::new(self.0.at(field)))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Wrong {}

impl serde::de::Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(Box::new(Malformed::told("", &message.to_string())))
    }

    // The words of these two would be put together again for every field of every type.
    #[cold]
    #[inline(never)]
    fn missing_field(field: &'static str) -> Self {
        Self(Box::new(Malformed { field: field.into(), expected: "present".into(), found: None }))
    }
    #[cold]
    #[inline(never)]
    fn duplicate_field(field: &'static str) -> Self {
        Self(Box::new(Malformed { field: field.into(), expected: "given once".into(), found: None }))
    }
}

impl At<'_> {
    /// It is something else. Not generic, because it would be compiled for every type.
    #[cold]
    fn other(self, expected: &dyn Expected) -> Wrong {
        let found = match self.0 {
            Value::Null => Unexpected::Other("null"),
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => Unexpected::Unsigned(number),
                (None, Some(number)) => Unexpected::Signed(number),
                (None, None) => Unexpected::Float(number.as_f64().unwrap_or(f64::NAN)),
            },
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        Wrong::invalid_type(found, expected)
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::String(text) => visitor.visit_str(text),
            _ => Err(self.other(&visitor)),
        }
    }

    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (None, Some(number)) => visitor.visit_i64(number),
                (None, None) => visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN)),
            },
            _ => Err(self.other(&visitor)),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(Elements { rest: list.iter(), index: 0 }),
            _ => Err(self.other(&visitor)),
        }
    }

    fn object<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::Object(object) => visitor.visit_map(Members { rest: object.iter(), current: None }),
            _ => Err(self.other(&visitor)),
        }
    }
}

macro_rules! read_as {
    ($($reader:ident: $($method:ident)+;)+) => {$($(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            self.$reader(visitor)
        }
    )+)+};
}

impl<'de> serde::Deserializer<'de> for At<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(_) => self.number(visitor),
            Value::String(_) => self.text(visitor),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.object(visitor),
        }
    }

    read_as! {
        number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64;
        text: deserialize_char deserialize_str deserialize_string deserialize_identifier;
        list: deserialize_seq;
        object: deserialize_map;
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.object(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(*value),
            _ => Err(self.other(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(name.as_str().into_deserializer()),
            Value::Object(object) => {
                visitor.visit_enum(MapAccessDeserializer::new(Members { rest: object.iter(), current: None }))
            }
            _ => Err(self.other(&visitor)),
        }
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 bytes byte_buf unit unit_struct tuple tuple_struct ignored_any
    }
}

/// The elements of a list.
struct Elements<'a> {
    rest: std::slice::Iter<'a, Value>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = Wrong;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let Some(value) = self.rest.next() else { return Ok(None) };
        let index = self.index;
        self.index = index.saturating_add(1);
        match seed.deserialize(At(value)) {
            Ok(value) => Ok(Some(value)),
            Err(wrong) => Err(wrong.at(&format!("[{index}]"))),
        }
    }
    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// The members of an object.
struct Members<'a> {
    rest: serde_json::map::Iter<'a>,
    current: Option<(&'a String, &'a Value)>,
}

impl<'a> Members<'a> {
    #[inline(never)]
    fn step(&mut self) -> Option<&'a str> {
        self.current = self.rest.next();
        self.current.map(|(key, _)| key.as_str())
    }
}

impl<'de> MapAccess<'de> for Members<'_> {
    type Error = Wrong;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        match self.step() {
            Some(key) => seed.deserialize(key.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let Some((key, value)) = self.current else { return Err(Wrong::custom("a value without a key")) };
        match seed.deserialize(At(value)) {
            Ok(value) => Ok(value),
            Err(wrong) => Err(wrong.at(key)),
        }
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

/// The types that come close are told, all of them only where they are few.
pub(crate) fn no_such_type(tag: &str, types: &[&str]) -> Malformed {
    let context = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let near: Vec<_> = types.iter().copied().filter(|name| context(name) == context(tag)).collect();
    let expected = if types.len() <= TYPES_TOLD {
        format!("one of {}", types.join(", "))
    } else if near.is_empty() {
        let mut contexts: Vec<_> = types.iter().map(|name| context(name)).collect();
        contexts.dedup();
        format!("a type that begins with one of {}", contexts.join(", "))
    } else {
        format!("one of {}", near.join(", "))
    };
    Malformed { field: "type".into(), ..Malformed::new(expected, tag) }
}

/// So many types are told together.
const TYPES_TOLD: usize = 20;
