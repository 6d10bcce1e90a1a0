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
mod personal;
mod policy;
#[cfg_attr(not(feature = "json"), allow(dead_code, reason = "only the JSON door reads text"))]
mod reading;
mod site;
mod table;
mod text;
mod time;
mod view;

pub mod account;
pub mod adjustment;
pub mod assoc;
pub mod authz;
pub mod bill;
pub mod cash;
pub mod contract;
pub mod coupon;
pub(crate) mod critical;
pub mod customer;
pub mod directory;
pub mod freeze;
pub mod order;
pub mod org;
pub mod owner;
pub mod pickup;
pub mod quota;
pub mod register;
pub mod statement;
pub mod warning;
#[cfg(feature = "wire")]
pub mod wire;

pub mod audit;
pub mod can;
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
    AdjustmentKey, AuthorizationId, ContractCode, ContractingPartyId, CouponId, CustomerId, Given, ID_LENGTH_MAX, InvitationId,
    MemberId, OrderId, PartnerId, ProductId, QuotaId, RequestId, RoleId, ServiceType, TradeId, WarningId,
};
pub use money::{Currency, Money, Ratio};
pub use personal::Personal;
pub use policy::{Limits, Policy, Readings};
pub use rule::{Code, Confidence, Level, Rule, Text, explain, rules};
pub use site::Site;
pub use time::{Date, Period, Timestamp};
pub use view::{Field, Query, Time, View, ViewQuery};
