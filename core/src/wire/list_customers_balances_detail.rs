//! ListCustomersBalancesDetail (批量查询客户账户余额): what some resale customers have and owe.

use serde::Serialize;

use super::decimal::{MEASURE_MAIN_UNIT, Number};
use super::{Heard, Operation, Reply, Response, shown};
use crate::account::{CustomerBalanceItem, CustomerBalances};
use crate::center::PartnerCenter;

pub(super) const OPERATION: Operation = Operation {
    name: "ListCustomersBalancesDetail",
    method: "POST",
    path: "/v2/accounts/customer-accounts/balances/batch-query",
    run,
};

#[derive(Serialize)]
struct Body<'a> {
    customer_balances: Vec<CustomerBalance<'a>>,
}

#[derive(Serialize)]
struct CustomerBalance<'a> {
    customer_id: &'a str,
    debt_amount: Number,
    amount: Number,
    currency: &'static str,
    measure_id: u8,
}

impl<'a> CustomerBalance<'a> {
    fn of(item: &'a CustomerBalanceItem) -> Self {
        Self {
            customer_id: item.customer_id.as_str(),
            debt_amount: item.debt_amount.into(),
            amount: item.amount.into(),
            currency: item.amount.currency().code(),
            measure_id: MEASURE_MAIN_UNIT,
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    // Too few break a rule of their own.
    let named = fields.texts_within("customer_infos", "customer_id")?.or_none();
    let query = CustomerBalances {
        customer_ids: named.iter().map(|id| id.as_str().into()).collect(),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
    };
    let found = shown(center.customer_balances(heard.viewer(), &query))?;
    Response::json(200, &Body { customer_balances: found.items.iter().map(CustomerBalance::of).collect() })
}
