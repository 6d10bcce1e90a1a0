//! ListSubCustomerBillDetail (查询伙伴子客户消费记录): what a customer consumed in a month, charge by charge.

use serde::Serialize;

use super::decimal::Number;
use super::fields::{Fields, Sent, coded};
use super::{Heard, Operation, Reply, Response, shown};
use crate::account::ChargeMode;
use crate::bill::{BillDetailType, FeeRecord, FeeRecords};
use crate::center::PartnerCenter;
use crate::directory::AssociationMode;
use crate::error::Malformed;
use crate::id::ServiceType;
use crate::money::Money;
use crate::site::Site;
use crate::time::Timestamp;
use crate::view::Field;

pub(super) const OPERATION: Operation =
    Operation { name: "ListSubCustomerBillDetail", method: "GET", path: "/v2/bills/subcustomer-bills/res-fee-records", run };

#[derive(Serialize)]
struct Body<'a> {
    total_count: usize,
    currency: &'static str,
    fee_records: Vec<Detail<'a>>,
}

/// The center keeps neither regions, resources, products and what was used of them, nor any names.
#[derive(Serialize)]
struct Detail<'a> {
    bill_cycle: String,
    customer_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    association_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_type_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_type_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    charging_mode: Option<u8>,
    trade_time: Timestamp,
    trade_id: &'a str,
    /// A trade has one record.
    id: &'a str,
    bill_detail_type: u8,
    /// When it was used is not kept; a charge is of the moment it is made.
    consume_time: Timestamp,
    official_amount: Number,
    official_discount_amount: Number,
    payment_amount: Number,
    cash_amount: Number,
    /// Here customers pay in cash alone.
    credit_amount: Number,
    coupon_amount: Number,
    flexipurchase_coupon_amount: Number,
    stored_value_card_amount: Number,
    debt_amount: Number,
    writeoff_amount: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    account_manager_id: Option<&'a str>,
    partner_id: &'a str,
}

impl<'a> Detail<'a> {
    fn of(record: &'a FeeRecord, site: Site) -> Self {
        let none: Number = Money::zero(record.payment_amount.currency()).into();
        Self {
            bill_cycle: record.bill_cycle.to_string(),
            customer_id: record.customer_id.as_str(),
            association_type: record.association_mode.map(|mode| mode.code_at(site).to_string()),
            service_type_code: record.cloud_service_type.as_ref().map(ServiceType::as_str),
            resource_type_code: record.resource_type.as_ref().map(ServiceType::as_str),
            charging_mode: record.charge_mode.map(ChargeMode::code),
            trade_time: record.trade_time,
            trade_id: record.trade_id.as_str(),
            id: record.trade_id.as_str(),
            bill_detail_type: record.bill_detail_type.code(),
            consume_time: record.trade_time,
            official_amount: record.official_amount.into(),
            official_discount_amount: record.official_discount_amount.into(),
            payment_amount: record.payment_amount.into(),
            cash_amount: record.cash_amount.into(),
            credit_amount: none,
            coupon_amount: none,
            flexipurchase_coupon_amount: none,
            stored_value_card_amount: none,
            debt_amount: record.debt_amount.into(),
            writeoff_amount: record.writeoff_amount.into(),
            account_manager_id: record.account_manager_id.as_ref().map(|id| id.as_str()),
            partner_id: record.partner_id.as_str(),
        }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let site = center.policy().site;
    let number = |name| fields.whole(name)?.or_empty_refused(name);
    let mut query = FeeRecords {
        bill_cycle: fields.text("bill_cycle")?.filter(),
        bill_date_begin: fields.text("bill_date_begin")?.filter(),
        bill_date_end: fields.text("bill_date_end")?.filter(),
        customer_id: Field::Value(fields.needed_filled("customer_id")?.as_str().into()),
        association_mode: association(fields, site)?,
        cloud_service_type: fields.text("service_type_code")?.filter(),
        charge_mode: coded("charging_mode", number("charging_mode")?, ChargeMode::of_code)?,
        bill_detail_type: coded("bill_detail_type", number("bill_detail_type")?, BillDetailType::of_code)?,
        trade_id: fields.text("trade_id")?.filter(),
        account_manager_id: fields.text("account_manager_id")?.filter(),
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        offset: number("offset")?,
        limit: number("limit")?,
    };
    if asks_for_what_is_not_kept(fields)? {
        // A service of null finds nothing.
        query.cloud_service_type = Field::Null;
    }
    let page = shown(center.fee_records(heard.viewer(), &query))?;
    let currency = site.currency().code();
    let fee_records = page.items.iter().map(|record| Detail::of(record, site)).collect();
    Response::json(200, &Body { total_count: page.total, currency, fee_records })
}

/// Null and empty are refused, as the vendor refuses them.
fn association(fields: &Fields, site: Site) -> Result<Option<AssociationMode>, Malformed> {
    const NAME: &str = "association_type";
    let code = match fields.text(NAME)? {
        Sent::Absent => return Ok(None),
        Sent::Null => "null".into(),
        Sent::Empty => String::new(),
        Sent::Value(code) => code,
    };
    let mode = AssociationMode::of_code(site, &code);
    mode.map(Some).ok_or_else(|| Malformed::new("one of the site's codes, or left away", code).at(NAME))
}

/// Records are of no region and no resource that the center knows, so that any filter by one finds nothing.
fn asks_for_what_is_not_kept(fields: &Fields) -> Result<bool, Malformed> {
    let region = fields.text("region_code")?;
    let resource = fields.text("resource_id")?.not_empty("resource_id", "an id")?;
    let name = fields.text("resource_name")?.not_empty("resource_name", "a name")?;
    Ok([region, resource, name].iter().any(|sent| *sent != Sent::Absent))
}
