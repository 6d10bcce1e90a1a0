//! Bills (账单): what a partner's customers consumed in a month.

pub(crate) mod consumers;
pub(crate) mod cycle;
pub(crate) mod intl;
mod kind;
pub(crate) mod line;
mod month;
pub(crate) mod records;
pub(crate) mod sign;
pub(crate) mod summary;

pub use consumers::{ConsumingCustomer, ConsumingCustomers};
pub use cycle::BillCycle;
pub use intl::{PostpaidBill, PostpaidBillItem, PostpaidBillRow};
pub use kind::BillDetailType;
pub use records::{FeeRecord, FeeRecordRow, FeeRecords};
pub use summary::{AccountDetail, BillType, MonthlyBillItem, MonthlyBillRow, MonthlyBills};
