//! Records of fees (消费记录): what a partner's customers consumed in a month, charge by charge.

use serde::{Deserialize, Serialize};

use super::cycle::{format, given};
use super::month::{Line, Month};
use super::{BillCycle, BillDetailType};
use crate::account::ChargeMode;
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation, indirect_partner_owned};
use crate::decision::{Check, Review, facts};
use crate::directory::{AssociationMode, Caller, Directory, PresetRole, Scope};
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::{CustomerId, Given, MemberId, PartnerId, ServiceType, TradeId};
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::{Date, Timestamp};
use crate::view::{Field, Filter, Means, Paging, Part, View};

pub(crate) static RULES: &[&Rule] =
    &[&WINDOW, &DATES_TOGETHER, &SUPERVISOR, &BOTH_ASSOCIATIONS, &ASSOCIATION_PERIOD, &NOT_FOR_SETTLEMENT];

/// Asks for the records of a month, or of days of it.
///
/// Vendor: ListSubCustomerBillDetail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct FeeRecords {
    /// The month; at most 18 months back.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub bill_cycle: Field<Given<BillCycle>>,
    /// The first day, in the month, as the site counts its days; counts together with the last one only.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub bill_date_begin: Field<Given<Date>>,
    /// The last day, in the month.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub bill_date_end: Field<Given<Date>>,
    /// The customer; all, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_id: Field<Given<CustomerId>>,
    /// How the customer was associated; all, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub association_mode: Option<AssociationMode>,
    /// The cloud service; null or empty finds nothing.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cloud_service_type: Field<Given<ServiceType>>,
    /// How it is charged for; all, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_mode: Option<ChargeMode>,
    /// What the records stand for; all, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill_detail_type: Option<BillDetailType>,
    /// The order or the transaction; null finds nothing, empty is refused.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub trade_id: Field<Given<TradeId>>,
    /// The account manager whose customer it was; null finds nothing, empty is refused.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub account_manager_id: Field<Given<MemberId>>,
    /// The reseller whose customers a distributor asks about, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// A charge, what came back of one, or a debt that was written off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FeeRecord {
    /// The month.
    pub bill_cycle: BillCycle,
    /// The customer.
    pub customer_id: CustomerId,
    /// The partner whose customer it was.
    pub partner_id: PartnerId,
    /// How they were associated then; some old customers have no mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub association_mode: Option<AssociationMode>,
    /// The account manager who answered for the customer then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_manager_id: Option<MemberId>,
    /// What the record stands for.
    pub bill_detail_type: BillDetailType,
    /// The order, or the transaction.
    pub trade_id: TradeId,
    /// When.
    pub trade_time: Timestamp,
    /// How it is charged for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_mode: Option<ChargeMode>,
    /// The cloud service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_service_type: Option<ServiceType>,
    /// The type of resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<ServiceType>,
    /// The price before discounts; below zero for what came back, as all amounts are.
    pub official_amount: Money,
    /// What discounts took off before.
    pub official_discount_amount: Money,
    /// What is to be paid: what was paid, what is owed and what was written off, together.
    pub payment_amount: Money,
    /// What was paid in cash, the customer's own or what was allocated to it.
    pub cash_amount: Money,
    /// What could not be paid.
    pub debt_amount: Money,
    /// What of debts was written off.
    pub writeoff_amount: Money,
}

const OPERATION: Operation =
    Operation { permission_items: &["BPC_ITEM_FINANCE_020100"], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl FeeRecords {
    pub(crate) fn answer(&self, books: Books, caller: Caller, now: Timestamp, part: Part) -> Result<View<FeeRecord>, Error> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return Ok(View::refused(review));
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        review.ask_caller(caller, &OPERATION).ask([
            indirect_partner_owned(caller, reseller),
            format(&self.bill_cycle),
            supervisor(caller, &self.account_manager_id),
        ]);
        let days = [("bill_date_begin", &self.bill_date_begin), ("bill_date_end", &self.bill_date_end)];
        let [first, last] = days.map(|(name, day)| match review.known(name, day, Means::Ignored) {
            Filter::Is(day) => Some(*day),
            Filter::All | Filter::Nothing => None,
        });
        let days = first.zip(last);
        if let Some(cycle) = given(&self.bill_cycle) {
            review.ask([window(books, cycle, now), dates_together(cycle, days)]);
        }
        let customer = review.filter("customer_id", &self.customer_id, Means::Ignored, Means::Ignored);
        let service = review.filter("cloud_service_type", &self.cloud_service_type, Means::Nothing, Means::Nothing);
        let trade = review.filter("trade_id", &self.trade_id, Means::Nothing, Means::Refused);
        let manager = review.filter("account_manager_id", &self.account_manager_id, Means::Nothing, Means::Refused);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let (Some(cycle), Some(party), false) = (given(&self.bill_cycle), caller.party(reseller), review.is_refused()) else {
            return Ok(View::page(review, paging, std::iter::empty()));
        };

        let site = books.policy.site;
        let in_days = |at: Timestamp| days.is_none_or(|(first, last)| (first..=last).contains(&site.date(at).into()));
        let month = Month::known(books, cycle, now);
        let wanted = |line: &Line| {
            let by = manager_of(books.directory, line, &party.id);
            in_days(line.at)
                && customer.lets(line.customer)
                && self.association_mode.is_none_or(|mode| line.association == Some(mode))
                && service.lets_if(|wanted| line.terms.and_then(|terms| terms.cloud_service_type.as_ref()) == Some(wanted))
                && self.charge_mode.is_none_or(|mode| line.terms.is_some_and(|terms| terms.charge_mode == mode))
                && self.bill_detail_type.is_none_or(|kind| line.kind == kind)
                && trade.lets(line.trade_id)
                && manager.lets_if(|wanted| by == Some(wanted))
                && in_scope(caller, by)
        };
        let found: Result<Vec<Line>, Error> = month.lines(&party.id).filter(|line| line.as_ref().map_or(true, wanted)).collect();
        let mut found = found?;
        found.sort_by_key(|line| line.at);
        // Only what is shown is made.
        Ok(View::page(review, paging, found.into_iter()).map(|line| FeeRecord::of(books.directory, cycle, &party.id, &line)))
    }
}

/// The account manager of the partner's who answered for the customer when a line was made.
pub(super) fn manager_of<'a>(directory: &'a Directory, line: &Line, partner: &PartnerId) -> Option<&'a MemberId> {
    directory.customer(line.customer)?.manager_at(partner, line.at)
}

/// An account manager sees what its customers consumed while it answered for them.
pub(super) fn in_scope(caller: Caller, manager: Option<&MemberId>) -> bool {
    match caller.scope() {
        Scope::All => true,
        Scope::Own(member) => manager == Some(member.member()),
    }
}

impl FeeRecord {
    fn of(directory: &Directory, bill_cycle: BillCycle, partner: &PartnerId, line: &Line) -> Self {
        Self {
            bill_cycle,
            customer_id: line.customer.clone(),
            partner_id: partner.clone(),
            association_mode: line.association,
            account_manager_id: manager_of(directory, line, partner).cloned(),
            bill_detail_type: line.kind,
            trade_id: line.trade_id.clone(),
            trade_time: line.at,
            charge_mode: line.terms.map(|terms| terms.charge_mode),
            cloud_service_type: line.terms.and_then(|terms| terms.cloud_service_type.clone()),
            resource_type: line.terms.and_then(|terms| terms.resource_type.clone()),
            official_amount: line.official,
            official_discount_amount: line.discount,
            payment_amount: line.payment,
            cash_amount: line.paid,
            debt_amount: line.debt,
            writeoff_amount: line.written_off,
        }
    }
}

rule! {
    /// Records of fees reach back 18 months.
    WINDOW = "bill.records.window", call, "CBC.0100" 400, documented "ListSubCustomerBillDetail, bill_cycle; the code is assumed";
    zh "消费记录最多可查询近 18 个月";
    broken "{cycle} is more than {months} months back at {now}", "{now} 时账期 {cycle} 早于近 {months} 个月";
    comply "ask for a later month", "请查询更近的账期";
}

fn window(books: Books, cycle: BillCycle, now: Timestamp) -> Check {
    let months = books.policy.limits.fee_record_months;
    let oldest = BillCycle::of(books.policy.site, now).earlier(months);
    WINDOW.require(cycle >= oldest, || facts! { cycle: cycle.to_string(), months: months, now: now })
}

rule! {
    /// The first and the last day count only together; then both lie in the month of the cycle, the first not after the last. One alone is passed
    /// over.
    DATES_TOGETHER = "bill.records.dates-together", call, "CBC.0100" 400, documented "ListSubCustomerBillDetail, bill_date_begin and bill_date_end";
    zh "开始日期和结束日期必须同时携带才生效,须与账期在同一个月,且开始日期不晚于结束日期;只携带其一时仅按账期查询";
    broken "{begin} to {end} are not days of {cycle} in their order", "{begin} 至 {end} 不是账期 {cycle} 内的有效日期范围";
    comply "give two days of the month, the first one first", "请填写账期内的两个日期,开始日期在前";
}

fn dates_together(cycle: BillCycle, days: Option<(Date, Date)>) -> Check {
    let Some((first, last)) = days else { return Ok(()) };
    let within = [first, last].into_iter().all(|day| cycle.has_day(day));
    DATES_TOGETHER
        .require(within && first <= last, || facts! { begin: first.to_string(), end: last.to_string(), cycle: cycle.to_string() })
}

rule! {
    /// An account director names one account manager.
    SUPERVISOR = "bill.records.supervisor", call, "CBC.0100" 400, documented "ListSubCustomerBillDetail, account_manager_id; the code is assumed";
    zh "客户经理主管查询时必须指定一个客户经理";
    broken "{member} is an account director and names no account manager", "{member} 是客户经理主管,未指定客户经理";
    comply "name an account manager", "请指定客户经理";
}

fn supervisor(caller: Caller, manager: &Field<Given<MemberId>>) -> Check {
    let director = caller.member().filter(|member| member.is_only(PresetRole::AccountDirector));
    let Some(member) = director else { return Ok(()) };
    let named = matches!(manager, Field::Value(Given::Valid(_)));
    SUPERVISOR.require(named, || facts! { member: member.member().as_str() })
}

rule! {
    /// Records of fees are of referral and of resale customers.
    BOTH_ASSOCIATIONS = "bill.records.both-associations", view, documented "ListSubCustomerBillDetail, association_type";
    zh "消费记录包含顾问销售和代售两类客户";
}

rule! {
    /// A partner sees what a customer was charged while it was the partner's, and what came back of that. What it was charged while it was a
    /// reseller's, the distributor sees when it names the reseller.
    ASSOCIATION_PERIOD = "bill.records.association-period", view, documented "ListSubCustomerBillDetail, indirect_partner_id; refunds follow their charge: assumed";
    zh "仅展示客户与伙伴关联期间的消费及其退款;客户与云经销商关联期间的消费,由总经销商携带云经销商 ID 查询";
}

rule! {
    /// Records of fees are not the partner's bill: nobody settles, repays or invoices by them.
    NOT_FOR_SETTLEMENT = "bill.records.not-for-settlement", view, documented "user manual and developer guide, consumption records";
    zh "消费记录不是伙伴账单,不作为结算、还款和开票的依据";
}

row! {
    /// A row of an exported list of fees, in the vendor's field names and codes.
    pub struct FeeRecordRow {
        /// The month.
        pub bill_cycle: String,
        /// The customer.
        pub customer_id: CustomerId,
        /// The partner whose customer it was.
        pub partner_id: PartnerId,
        /// How they were associated then, in the site's code.
        pub association_type: Option<String>,
        /// The account manager who answered for the customer then.
        pub account_manager_id: Option<MemberId>,
        /// What the record stands for, in the vendor's code.
        pub bill_detail_type: u8,
        /// The record.
        pub id: TradeId,
        /// The order, or the transaction.
        pub trade_id: TradeId,
        /// When.
        pub trade_time: Timestamp,
        /// How it is charged for, in the vendor's code.
        pub charging_mode: Option<u8>,
        /// The cloud service.
        pub service_type_code: Option<ServiceType>,
        /// The type of resource.
        pub resource_type_code: Option<ServiceType>,
        /// The price before discounts, in the currency's main unit.
        pub official_amount: String,
        /// What discounts took off before.
        pub official_discount_amount: String,
        /// What is to be paid.
        pub payment_amount: String,
        /// What was paid in cash.
        pub cash_amount: String,
        /// What could not be paid.
        pub debt_amount: String,
        /// What of debts was written off.
        pub writeoff_amount: String,
        /// The currency.
        pub currency: &'static str,
    }
}

impl FeeRecordRow {
    fn of(site: Site, record: FeeRecord) -> Self {
        let text = |amount: Money| amount.amount().to_string();
        Self {
            bill_cycle: record.bill_cycle.to_string(),
            customer_id: record.customer_id,
            partner_id: record.partner_id,
            association_type: record.association_mode.map(|mode| mode.code_at(site).to_string()),
            account_manager_id: record.account_manager_id,
            bill_detail_type: record.bill_detail_type.code(),
            id: record.trade_id.clone(),
            trade_id: record.trade_id,
            trade_time: record.trade_time,
            charging_mode: record.charge_mode.map(ChargeMode::code),
            service_type_code: record.cloud_service_type,
            resource_type_code: record.resource_type,
            official_amount: text(record.official_amount),
            official_discount_amount: text(record.official_discount_amount),
            payment_amount: text(record.payment_amount),
            cash_amount: text(record.cash_amount),
            debt_amount: text(record.debt_amount),
            writeoff_amount: text(record.writeoff_amount),
            currency: record.payment_amount.currency().code(),
        }
    }
}

impl Export for FeeRecords {
    type Row = FeeRecordRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<FeeRecordRow>, Error> {
        let site = center.policy().site;
        let view = self.answer(center.books(), center.viewer(viewer)?, viewer.at, Part::All)?;
        Ok(view.map(|record| FeeRecordRow::of(site, record)))
    }
}

impl PartnerCenter {
    /// What a partner's customers consumed in a month, charge by charge.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn fee_records(&self, viewer: Viewer, query: &FeeRecords) -> Result<View<FeeRecord>, Error> {
        query.answer(self.books(), self.viewer(viewer)?, viewer.at, Part::Page)
    }
}
