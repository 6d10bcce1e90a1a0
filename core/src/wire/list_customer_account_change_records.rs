//! ListCustomerAccountChangeRecords (查询客户收支明细): what came to a customer, and what left it; asked by itself.

use serde::Serialize;

use super::fields::Sent;
use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::id::Given;
use crate::statement::{Direction, Statement, StatementItem};
use crate::time::Timestamp;
use crate::view::Field;

pub(super) const OPERATION: Operation = Operation {
    name: "ListCustomerAccountChangeRecords",
    method: "GET",
    path: "/v2/accounts/customer-accounts/account-change-records",
    run,
};

#[derive(Serialize)]
struct Body<'a> {
    total_count: usize,
    currency: &'static str,
    records: Vec<CustomerAccountChangeRecord<'a>>,
}

/// The center keeps no payment channels, and no names of services.
#[derive(Serialize)]
struct CustomerAccountChangeRecord<'a> {
    account_change_id: &'a str,
    trade_detail_type: &'static str,
    trade_time: Timestamp,
    trade_id: &'a str,
    /// Text, as the vendor has both amounts.
    change_amount: String,
    balance_after_change: String,
    revenue_expense_type: &'static str,
}

impl<'a> CustomerAccountChangeRecord<'a> {
    fn of(item: &'a StatementItem) -> Self {
        Self {
            account_change_id: &item.account_change_id,
            trade_detail_type: item.trade_detail_type.name(),
            trade_time: item.trade_time,
            trade_id: item.trade_id.as_str(),
            change_amount: item.change_amount.amount().to_string(),
            balance_after_change: item.balance_after_change.amount().to_string(),
            revenue_expense_type: match item.direction {
                Direction::Income => REVENUE,
                Direction::Expense => EXPENSE,
            },
        }
    }
}

const REVENUE: &str = "REVENUE";
const EXPENSE: &str = "EXPENSE";

/// The vendor's word for a direction. Ours is none of its.
fn direction(sent: Sent<String>) -> Field<Given<Direction>> {
    match sent {
        Sent::Absent => Field::Absent,
        Sent::Null => Field::Null,
        Sent::Empty => Field::Value("".into()),
        Sent::Value(text) => Field::Value(match text.as_str() {
            REVENUE => Given::Valid(Direction::Income),
            EXPENSE => Given::Valid(Direction::Expense),
            other => Given::Invalid(other.into()),
        }),
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    heard.only_customers()?;
    let fields = &heard.fields;
    let query = Statement {
        balance_type: fields.text("balance_type")?.filter(),
        trade_type: fields.text("trade_type")?.filter(),
        trade_time_begin: fields.text("trade_time_begin")?.filter(),
        trade_time_end: fields.text("trade_time_end")?.filter(),
        revenue_expense_type: direction(fields.text("revenue_expense_type")?),
        trade_id: fields.text("trade_id")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
        // A customer has no resellers.
        ..Statement::default()
    };
    let page = shown(center.statement(heard.viewer(), &query))?;
    let currency = center.policy().site.currency().code();
    let records = page.items.iter().map(CustomerAccountChangeRecord::of).collect();
    Response::json(200, &Body { total_count: page.total, currency, records })
}
