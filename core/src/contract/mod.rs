//! Contracts that were signed offline (线下合同): the vendor *records* them, and their partner *looks one up* by its code.
//!
//! Which contracts keep a customer from a partner is no matter of these records but of the customer's
//! [standing](crate::directory::Standing).

mod book;
pub(crate) mod offline;

pub use book::{ContractBook, ContractStatus, OfflineContract, OfflineContractKind};
pub use offline::{OfflineContractItem, OfflineContractRow, OfflineContracts};
