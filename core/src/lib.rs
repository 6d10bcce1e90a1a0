#![doc = include_str!("../../README.md")]
#![forbid(unsafe_code)]

mod command;
mod decision;
mod event;
mod rule;

#[cfg(feature = "json")]
mod csv_text;
mod error;
mod export;
mod id;
mod money;
mod named;
mod policy;
#[cfg_attr(not(feature = "json"), allow(dead_code, reason = "only the JSON door reads text"))]
mod reading;
mod site;
mod table;
mod text;
mod time;
mod view;

pub mod assoc;
pub mod cash;
pub mod coupon;
pub mod directory;
pub mod pickup;
pub mod quota;
#[cfg(feature = "wire")]
pub mod wire;

mod center;
#[cfg(feature = "json")]
pub mod json;

pub use center::{ALL_OR_NOTHING, PartnerCenter, SAME_CONTENT, Viewer};
pub use command::{AdvanceClock, Command};
pub use decision::{
    Access, Actor, Breach, Channel, CustomerAccount, Decision, Fact, Facts, MemberAccount, Nobody, PartnerAccount, Request, Row,
    Token,
};
pub use error::{Error, Malformed, Unknown};
pub use event::{Change, Event, VERSION};
pub use export::{Column, Export, ExportRow};
pub use id::{
    ContractingPartyId, CouponId, CustomerId, Given, ID_LENGTH_MAX, MemberId, OrderId, PartnerId, ProductId, QuotaId, RequestId,
    ServiceType,
};
pub use money::{Currency, Money, Ratio};
pub use policy::{Limits, Policy, Readings};
pub use rule::{Code, Confidence, Level, Rule, Text, explain, rules};
pub use site::Site;
pub use time::{Period, Timestamp};
pub use view::{Field, Query, Time, View, ViewQuery};
