//! Bills (账单): what a partner's customers consumed in a month.

pub(crate) mod cycle;
pub(crate) mod intl;
pub(crate) mod line;
pub(crate) mod sign;
pub(crate) mod summary;

pub use cycle::BillCycle;
pub use intl::{PostpaidBill, PostpaidBillItem, PostpaidBillRow};
pub use summary::{AccountDetail, BillType, MonthlyBillItem, MonthlyBillRow, MonthlyBills};
