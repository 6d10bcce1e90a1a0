//! Names of things: each kind of thing has its own, checked where text comes in.

pub(crate) mod customer;
pub(crate) mod trans;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::Malformed;

/// The longest id the partner center publishes.
pub const ID_LENGTH_MAX: usize = 64;

/// The longest id of a request: ids of what it makes, which are longer by `-` and a number, are ids too.
const REQUEST_ID_LENGTH_MAX: usize = 56;

macro_rules! id {
    ($($(#[doc = $doc:literal])+ $name:ident($max:ident $(, $besides:ident)?);)+) => {$(
        $(#[doc = $doc])+
        ///
        /// 1 to 64 characters (a request's 56), none of them a control character. Cheap to clone.
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The text of the id.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            #[allow(dead_code, reason = "not every kind of id is made by the library")]
            pub(crate) fn made(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl FromStr for $name {
            type Err = Malformed;
            fn from_str(text: &str) -> Result<Self, Malformed> {
                check(text, $max)?;
                $($besides(text)?;)?
                Ok(Self(text.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<$name> for Given<$name> {
            fn from(id: $name) -> Self {
                Self::Valid(id)
            }
        }

        impl From<&$name> for Arc<str> {
            fn from(id: &$name) -> Self {
                id.0.clone()
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::text::parse(deserializer)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string", "minLength": 1, "maxLength": $max,
                    "description": concat!($($doc, "\n"),+),
                })
            }
        }
    )+};
}

fn check(text: &str, max: usize) -> Result<(), Malformed> {
    let length = text.chars().count();
    if (1..=max).contains(&length) && !text.chars().any(char::is_control) {
        return Ok(());
    }
    Err(Malformed::new(format!("an id of 1 to {max} characters"), text))
}

/// What is typed or pasted may have spaces around it; the code of a thing has none, so that it can be found.
fn unpadded(text: &str) -> Result<(), Malformed> {
    if text == text.trim() {
        return Ok(());
    }
    Err(Malformed::new("a code without spaces around it", text))
}

id! {
    /// A request. The ids of what it creates are derived from it, and a repeat of it is recognized by it.
    RequestId(REQUEST_ID_LENGTH_MAX);
    /// A partner account, whatever its kind.
    PartnerId(ID_LENGTH_MAX);
    /// An operator account of a partner.
    MemberId(ID_LENGTH_MAX);
    /// A role of a partner's operator accounts.
    RoleId(ID_LENGTH_MAX);
    /// A customer account.
    CustomerId(ID_LENGTH_MAX);
    /// A coupon quota, a distributor's or the child quota of a reseller.
    QuotaId(ID_LENGTH_MAX);
    /// A coupon of any kind.
    CouponId(ID_LENGTH_MAX);
    /// An invitation of a partner to become its customer.
    InvitationId(ID_LENGTH_MAX);
    /// A customer's authorization of its partner.
    AuthorizationId(ID_LENGTH_MAX);
    /// A warning about a customer.
    WarningId(ID_LENGTH_MAX);
    /// A contract, by the code that its parties know it by (合同编码). No space stands before or behind it.
    ContractCode(ID_LENGTH_MAX, unpadded);
    /// An order of a customer.
    OrderId(ID_LENGTH_MAX);
    /// A vendor legal entity that signs with customers.
    ContractingPartyId(ID_LENGTH_MAX);
    /// The code of a cloud service type.
    ServiceType(ID_LENGTH_MAX);
    /// The id of a product.
    ProductId(ID_LENGTH_MAX);
    /// A movement of money: a transaction, or the order that it paid.
    TradeId(ID_LENGTH_MAX);
    /// By which a caller tells that an adjustment is asked for again. Ours: the vendor's calls have none.
    AdjustmentKey(ID_LENGTH_MAX);
}

/// A value as the caller wrote it: one that reads as a `T`, or any other text.
///
/// Fields that a rule judges ("a time is written `yyyy-MM-ddTHH:mm:ssZ`") are given this way, so that what is wrong
/// with them is told together with all other broken rules instead of stopping at the first.
///
/// ```
/// use partnerkit::{Given, Timestamp};
///
/// let time: Given<Timestamp> = "2026-03-10".into();
/// assert!(time.value().is_none());
/// assert_eq!(time.text(), "2026-03-10");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Given<T> {
    /// It reads as a `T`.
    Valid(T),
    /// It does not.
    Invalid(Arc<str>),
}

impl<T> Given<T> {
    /// The value, if the text reads as one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Valid(value) => Some(value),
            Self::Invalid(_) => None,
        }
    }
}

impl<T: fmt::Display> Given<T> {
    /// The text, as written.
    pub fn text(&self) -> String {
        match self {
            Self::Valid(value) => value.to_string(),
            Self::Invalid(text) => text.to_string(),
        }
    }
}

impl<T: FromStr> From<&str> for Given<T> {
    fn from(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Invalid(text.into()), Self::Valid)
    }
}

impl From<crate::time::Timestamp> for Given<crate::time::Timestamp> {
    fn from(value: crate::time::Timestamp) -> Self {
        Self::Valid(value)
    }
}

impl<T: Serialize> Serialize for Given<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Valid(value) => value.serialize(serializer),
            Self::Invalid(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de, T: FromStr> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| text.as_str().into())
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Given<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    /// Any text is taken, and the schema says what would be understood.
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "anyOf": [generator.subschema_for::<T>(), { "type": "string" }] })
    }
}
