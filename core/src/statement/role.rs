//! Whose statement somebody may see.

use crate::decision::{Actor, Check, facts};
use crate::directory::Customer;
use crate::rule::{Rule, rule};
use crate::site::Site;

pub(crate) static RULES: &[&Rule] = &[&CUSTOMER_SELF];

rule! {
    /// A customer sees its own statement with its own token; on the international site a resale customer does not.
    CUSTOMER_SELF = "statement.role.customer-self", call, "CBC.0151" 403, documented "ListCustomerAccountChangeRecords, caller and notes";
    zh "客户用自己的凭证查询自己的收支明细;国际站转售客户不能查询";
    broken "{customer} is a resale customer of the international site", "{customer} 是国际站转售客户";
    comply "ask the partner", "请联系伙伴";
}

pub(super) fn customer_self(site: Site, actor: &Actor, customer: Option<&Customer>) -> Check {
    let Actor::Customer(account) = actor else { return Ok(()) };
    let barred = site == Site::Intl && customer.is_some_and(crate::account::pay::is_resale);
    CUSTOMER_SELF.require(!barred, || facts! { customer: account.customer.as_str() })
}
