//! The partner's customers as a list (客户列表), with what is in question about each, and a distributor's resellers.

pub(crate) mod export;
pub(crate) mod list;
pub(crate) mod reseller;

pub use export::CustomerRow;
pub use list::{CustomerItem, Customers, OwnerKind};
pub use reseller::{ResellerItem, ResellerRow, Resellers};
