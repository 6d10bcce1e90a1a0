//! Histories of money: partners top up, allocate, reclaim and pay, customers consume and owe, and associations end in between.

#[path = "amount.rs"]
mod amount;
#[path = "asked.rs"]
mod asked;
#[path = "asking.rs"]
mod asking;
#[path = "balance_laws.rs"]
mod balance_laws;
#[path = "expected.rs"]
mod expected;
#[path = "flow_laws.rs"]
mod flow_laws;
#[path = "history.rs"]
pub mod history;
#[path = "pairing_laws.rs"]
mod pairing_laws;
#[path = "purse.rs"]
pub mod purse;
#[path = "request_laws.rs"]
mod request_laws;
#[path = "view_laws.rs"]
mod view_laws;
#[path = "views.rs"]
pub mod views;
#[path = "world.rs"]
pub mod world;

use purse::Purse;

use crate::LawOfBooks;

/// All laws of money, one list after the other.
pub fn laws() -> Vec<LawOfBooks<Purse>> {
    let lists = [balance_laws::LAWS, flow_laws::LAWS, pairing_laws::LAWS, request_laws::LAWS, view_laws::LAWS];
    lists.concat()
}
