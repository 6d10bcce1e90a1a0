//! ListSubCustomers (查询客户列表): a partner's customers, or those of a reseller of its.

use serde::Serialize;

use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::customer::{CustomerItem, Customers};
use crate::directory::{CustomerLevel, CustomerType};
use crate::freeze::FreezeType;
use crate::time::Timestamp;

pub(super) const OPERATION: Operation =
    Operation { name: "ListSubCustomers", method: "POST", path: "/v2/partners/sub-customers/query", run };

#[derive(Serialize)]
struct Body<'a> {
    count: usize,
    customer_infos: Vec<CustomerInformation<'a>>,
}

#[derive(Serialize)]
struct CustomerInformation<'a> {
    customer: &'a str,
    account_name: &'a str,
    customer_id: &'a str,
    associated_on: Timestamp,
    association_type: Option<String>,
    label: Option<&'a str>,
    telephone: &'a str,
    /// -1: not verified; 2: verified. The center knows no more.
    verified_status: &'static str,
    /// -1: not said.
    customer_type: i8,
    /// 0: not frozen; 1: the account; 2: the account and its resources.
    is_frozen: u8,
    account_managers: Vec<AccountManager<'a>>,
    xaccount_id: Option<&'a str>,
    xaccount_type: Option<&'a str>,
    customer_level: Option<CustomerLevel>,
    email: &'a str,
}

#[derive(Serialize)]
struct AccountManager<'a> {
    account_name: &'a str,
}

impl<'a> CustomerInformation<'a> {
    fn of(item: &'a CustomerItem) -> Self {
        let name = |item: &'a CustomerItem| {
            let manager = item.account_manager.as_ref()?;
            Some(item.account_manager_name.as_deref().filter(|name| !name.is_empty()).unwrap_or(manager.as_str()))
        };
        Self {
            customer: &item.customer_name,
            account_name: &item.account_name,
            customer_id: item.customer_id.as_str(),
            associated_on: item.associated_on,
            association_type: item.association_code.map(|code| code.to_string()),
            label: item.label.as_deref(),
            telephone: &item.phone,
            verified_status: if item.real_name == Some(true) { "2" } else { "-1" },
            customer_type: match item.customer_type {
                None => -1,
                Some(CustomerType::Individual) => 0,
                Some(CustomerType::Enterprise) => 1,
            },
            is_frozen: match item.frozen {
                None => 0,
                Some(FreezeType::Account) => 1,
                Some(FreezeType::AccountAndResources) => 2,
            },
            account_managers: name(item).into_iter().map(|account_name| AccountManager { account_name }).collect(),
            xaccount_id: item.xaccount_id.as_deref(),
            xaccount_type: item.xaccount_type.as_deref(),
            customer_level: item.customer_level,
            email: &item.email,
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let query = Customers {
        customer_id: fields.text("customer_id")?.filter(),
        account_name: fields.text("account_name")?.or_ignored(),
        customer_name: fields.text("customer")?.or_ignored(),
        label: fields.text("label")?.or_ignored(),
        association_type: fields.text("association_type")?.or_ignored(),
        associated_on_begin: fields.text("associated_on_begin")?.filter(),
        associated_on_end: fields.text("associated_on_end")?.filter(),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
        ..Customers::default()
    };
    let page = shown(center.customers(heard.viewer_in_full(center)?, &query))?;
    Response::json(200, &Body { count: page.total, customer_infos: page.items.iter().map(CustomerInformation::of).collect() })
}
