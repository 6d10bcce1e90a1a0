//! ListPartnerAccountChangeRecords (查询合作伙伴收支明细): what came to an account of a partner, and what left it.

use serde::Serialize;

use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::statement::{Statement, StatementItem};
use crate::time::Timestamp;

pub(super) const OPERATION: Operation = Operation {
    name: "ListPartnerAccountChangeRecords",
    method: "GET",
    path: "/v2/accounts/partner-accounts/account-change-records",
    run,
};

#[derive(Serialize)]
struct Body<'a> {
    total_count: usize,
    currency: &'static str,
    records: Vec<AccountChangeRecord<'a>>,
}

#[derive(Serialize)]
struct AccountChangeRecord<'a> {
    account_change_id: &'a str,
    trade_detail_type: &'static str,
    trade_time: Timestamp,
    trade_id: &'a str,
    /// Text, as the vendor has both amounts.
    change_amount: String,
    balance_after_change: String,
    /// 1: it adds; 2: it takes.
    r#type: String,
    /// The customer, or the reseller, of an allocation or a reclaim.
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_name: Option<&'a str>,
}

impl<'a> AccountChangeRecord<'a> {
    fn of(item: &'a StatementItem) -> Self {
        Self {
            account_change_id: &item.account_change_id,
            trade_detail_type: item.trade_detail_type.name(),
            trade_time: item.trade_time,
            trade_id: item.trade_id.as_str(),
            change_amount: item.change_amount.amount().to_string(),
            balance_after_change: item.balance_after_change.amount().to_string(),
            r#type: item.direction.code().to_string(),
            customer_id: item.customer_id.as_deref(),
            account_name: item.account_name.as_deref(),
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    heard.only_partners()?;
    let fields = &heard.fields;
    let query = Statement {
        balance_type: fields.text("balance_type")?.filter(),
        trade_type: fields.text("trade_type")?.filter(),
        trade_time_begin: fields.text("trade_time_begin")?.filter(),
        trade_time_end: fields.text("trade_time_end")?.filter(),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
        // The vendor's API asks for neither of partners.
        ..Statement::default()
    };
    let page = shown(center.statement(heard.viewer_in_full(center)?, &query))?;
    let currency = center.policy().site.currency().code();
    let records = page.items.iter().map(AccountChangeRecord::of).collect();
    Response::json(200, &Body { total_count: page.total, currency, records })
}
