//! Pick-up vouchers (提货券): vouchers of government-cloud partners, which go to whitelisted customers only.

pub(crate) mod issue;
pub(crate) mod reclaim;
pub(crate) mod r#use;
pub(crate) mod view;
pub(crate) mod whitelist;

use crate::rule::{Rule, rule};

pub use whitelist::{PickupWhitelist, WhitelistRow, WhitelistedCustomer};

pub(crate) static RULES: &[&Rule] = &[&RECORDS];

rule! {
    /// Operation records of pick-up vouchers can be filtered by time, type, result, quota, customer name and voucher, and exported.
    RECORDS = "pickup.records", view, documented "manual, pick-up vouchers";
    zh "提货券操作记录可按时间、类型、结果、额度 ID、客户名称和券 ID 筛选,并可导出";
}
