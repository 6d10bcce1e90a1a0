//! Orders on behalf of customers (代客户下单): the gate that every order, configuration, renewal and unsubscription passes that a
//! partner makes inside a customer's account.

pub(crate) mod partner_own;
pub(crate) mod place;

pub use place::{BillingMode, OnBehalf, OrderPlaced, PlaceOrder};
