//! ListSubcustomerMonthlyBills (查询月度汇总账单): what resale customers consumed in a month.

use serde::Serialize;

use super::decimal::Number;
use super::fields::coded;
use super::{Heard, Operation, Reply, Response, shown};
use crate::account::ChargeMode;
use crate::bill::{BillType, MonthlyBillItem, MonthlyBills};
use crate::center::PartnerCenter;
use crate::statement::BalanceType;

pub(super) const OPERATION: Operation = Operation {
    name: "ListSubcustomerMonthlyBills",
    method: "GET",
    path: "/v2/bills/partner-bills/subcustomer-bills/monthly-sum",
    run,
};

#[derive(Serialize)]
struct Body<'a> {
    count: usize,
    currency: &'static str,
    bill_sums: Vec<BillSum<'a>>,
}

/// Names of services and of resource types are not kept.
#[derive(Serialize)]
struct BillSum<'a> {
    customer_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cloud_service_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_type_code: Option<&'a str>,
    bill_type: String,
    charge_mode: String,
    amount: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    debt_amount: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adjustment_amount: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    discount_amount: Option<Number>,
    /// Yuan.
    measure_id: u8,
    account_details: Vec<Detail>,
}

#[derive(Serialize)]
struct Detail {
    balance_type: BalanceType,
    amount: Number,
    bill_type: String,
}

impl<'a> BillSum<'a> {
    fn of(item: &'a MonthlyBillItem) -> Self {
        let bill_type = item.bill_type.code().to_string();
        let details = item.account_details.iter().map(|detail| Detail {
            balance_type: detail.balance_type,
            amount: detail.amount.into(),
            bill_type: bill_type.clone(),
        });
        Self {
            customer_id: item.customer_id.as_str(),
            cloud_service_type: item.cloud_service_type.as_ref().map(crate::ServiceType::as_str),
            resource_type_code: item.resource_type.as_ref().map(crate::ServiceType::as_str),
            charge_mode: item.charge_mode.code().to_string(),
            amount: item.amount.into(),
            debt_amount: item.debt_amount.map(Into::into),
            adjustment_amount: item.adjustment_amount.map(Into::into),
            discount_amount: item.discount_amount.map(Into::into),
            measure_id: 1,
            account_details: details.collect(),
            bill_type,
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let query = MonthlyBills {
        bill_cycle: fields.text("cycle")?.filter(),
        customer_id: fields.text("customer_id")?.filter(),
        cloud_service_type: fields.text("cloud_service_type")?.filter(),
        charge_mode: coded("charge_mode", fields.text("charge_mode")?.or_ignored(), ChargeMode::of_code)?,
        bill_type: coded("bill_type", fields.text("bill_type")?.or_ignored(), BillType::of_code)?,
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
    };
    let page = shown(center.monthly_bills(heard.viewer(), &query))?;
    let currency = center.policy().site.currency().code();
    Response::json(200, &Body { count: page.total, currency, bill_sums: page.items.iter().map(BillSum::of).collect() })
}
