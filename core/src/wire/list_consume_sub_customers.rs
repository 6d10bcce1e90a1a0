//! ListConsumeSubCustomers (查询伙伴消费子客户列表): a partner's customers who have records of fees in a month.

use serde::Serialize;

use super::{Heard, Operation, Reply, Response, shown};
use crate::bill::{ConsumingCustomer, ConsumingCustomers};
use crate::center::PartnerCenter;

pub(super) const OPERATION: Operation = Operation {
    name: "ListConsumeSubCustomers",
    method: "POST",
    path: "/v2/bills/subcustomer-bills/res-fee-records/sub-customers/query",
    run,
};

#[derive(Serialize)]
struct Body<'a> {
    sub_customers: &'a [ConsumingCustomer],
    total_count: usize,
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let query = ConsumingCustomers {
        bill_cycle: fields.text("bill_cycle")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
    };
    let page = shown(center.consuming_customers(heard.viewer(), &query))?;
    Response::json(200, &Body { sub_customers: &page.items, total_count: page.total })
}
