//! Adjustment records (调账记录): each adjustment leaves one.

use serde::{Deserialize, Serialize};

use super::{AdjustmentMade, AdjustmentOperation, AdjustmentRecord};
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation, indirect_partner_owned};
use crate::decision::{Check, Review, facts};
use crate::directory::Caller;
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::PartnerId;
use crate::id::{Given, TradeId, trans};
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Filter, Means, Paging, Part, Time, View};

pub(crate) static RULES: &[&Rule] =
    &[&TYPES, &TIME_ORDER, &FILTER_AND, &FOREIGN_EMPTY, &RESELLER_CUSTOMERS, &AMOUNT_POSITIVE, &ORDER, &EXPORT];

/// Asks for adjustment records.
///
/// Vendor: ListPartnerAdjustRecords.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct AdjustmentRecords {
    /// The customer, or the reseller; all, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_id: Field<Given<PartnerId>>,
    /// What was done; all, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub operation_type: Field<Given<AdjustmentOperation>>,
    /// At this instant or later.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub operation_time_begin: Time,
    /// At this instant or earlier.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub operation_time_end: Time,
    /// The adjustment; all, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub trans_id: Field<Given<TradeId>>,
    /// The reseller whose records a distributor asks for, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// The record of an adjustment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdjustmentItem {
    /// The adjustment.
    pub trans_id: TradeId,
    /// What was done.
    pub operation_type: AdjustmentOperation,
    /// When.
    pub operation_time: Timestamp,
    /// The customer, or the reseller.
    pub customer_id: String,
    /// Its name; a customer's is masked unless it is asked for in full.
    pub customer_name: String,
    /// How much moved.
    pub amount: Money,
    /// The partner whose record it is.
    pub partner_id: PartnerId,
}

const OPERATION: Operation =
    Operation { permission_items: &["BPC_ITEM_FINANCE_040100"], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl AdjustmentRecords {
    pub(crate) fn answer(&self, books: Books, caller: Caller, part: Part) -> View<AdjustmentItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        review.ask_caller(caller, &OPERATION).ask([
            indirect_partner_owned(caller, reseller),
            types(&self.operation_type),
            trans::length(&self.trans_id),
        ]);
        let customer = review.filter("customer_id", &self.customer_id, Means::Ignored, Means::Ignored);
        let operation = review.filter("operation_type", &self.operation_type, Means::Ignored, Means::Ignored);
        let trans_id = review.filter("trans_id", &self.trans_id, Means::Ignored, Means::Ignored);
        let begin = review.known_or_empty("operation_time_begin", &self.operation_time_begin);
        let end = review.known_or_empty("operation_time_end", &self.operation_time_end);
        if let (Filter::Is(begin), Filter::Is(end)) = (&begin, &end) {
            review.ask([time_order(**begin, **end)]);
        }
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let Some(party) = caller.party(reseller) else { return View::page(review, paging, std::iter::empty()) };
        if review.is_refused() {
            return View::refused(review);
        }

        let records = books.adjustments.records();
        let newest_first = books.policy.enforces(&ORDER);
        let in_order: Box<dyn Iterator<Item = &AdjustmentRecord>> =
            if newest_first { Box::new(records.rev()) } else { Box::new(records) };
        let found = in_order.filter(|record| {
            let AdjustmentRecord { made, operation_time, .. } = record;
            made.sides().0.partner() == Some(&party.id)
                && in_scope(books, caller, made)
                && customer.lets_if(|wanted| made.subject() == Some(wanted.as_str()))
                && operation.lets(&made.operation_type)
                && trans_id.lets(&made.trans_id)
                && begin.lets_if(|begin| begin <= operation_time)
                && end.lets_if(|end| operation_time <= end)
        });
        View::page(review, paging, found).map(|record| AdjustmentItem::of(books, caller, &party.id, record))
    }
}

/// An account manager sees the records of its own customers, and those of resellers.
fn in_scope(books: Books, caller: Caller, made: &AdjustmentMade) -> bool {
    let customer = made.to.customer().or(made.from.customer()).and_then(|id| books.directory.customer(id));
    customer.is_none_or(|customer| caller.scope().holds(customer))
}

impl AdjustmentItem {
    /// The record, as the party whose it is sees it.
    fn of(books: Books, caller: Caller, party: &PartnerId, record: &AdjustmentRecord) -> Self {
        let made = &record.made;
        let got = made.sides().1;
        let customer = got.customer().and_then(|id| books.directory.customer(id));
        let reseller = got.partner().and_then(|id| books.directory.partner(id));
        let name = customer.map(|customer| customer.profile.name.shown(caller.reveal));
        Self {
            trans_id: made.trans_id.clone(),
            operation_type: made.operation_type,
            operation_time: record.operation_time,
            customer_id: made.subject().unwrap_or_default().to_owned(),
            customer_name: name.or_else(|| reseller.map(|partner| partner.name.clone())).unwrap_or_default(),
            amount: made.amount,
            partner_id: party.clone(),
        }
    }
}

rule! {
    /// Records are filtered by one of the three types: allocation, reclaim, reclaim on unbinding. Any other value is refused.
    TYPES = "adjustment.record.types", call, "CBC.0100" 400, documented "ListPartnerAdjustRecords, operation_type";
    zh "操作类型只能是拨款、回收、解绑回收三种之一";
    broken "there is no operation type {given}", "没有操作类型 {given}";
    comply "give one of the three types, or leave the field away", "请填写三种类型之一,或不携带该字段";
}

fn types(field: &Field<Given<AdjustmentOperation>>) -> Check {
    match field {
        Field::Value(Given::Invalid(text)) if !text.is_empty() => TYPES.broken(facts! { given: text.to_string() }),
        _ => Ok(()),
    }
}

rule! {
    /// Records are asked from an instant until a later one, or the same; both are included.
    TIME_ORDER = "adjustment.record.time-order", call, "CBC.0100" 400, assumed "the same is documented of the days of bills";
    zh "查询的开始时间不得晚于结束时间,两端均包含";
    broken "{begin} is later than {end}", "{begin} 晚于 {end}";
    comply "exchange the times", "请交换起止时间";
}

fn time_order(begin: Timestamp, end: Timestamp) -> Check {
    TIME_ORDER.require(begin <= end, || facts! { begin: begin, end: end })
}

rule! {
    /// A record is shown when it passes all filters that are given.
    FILTER_AND = "adjustment.record.filter-and", view, derived "the usual meaning of several filters";
    zh "多个过滤条件同时满足的记录才返回";
}

rule! {
    /// Asking for a customer that is not one's own is answered with an empty list, not with an error.
    FOREIGN_EMPTY = "adjustment.record.foreign-empty", view, documented "ListPartnerAdjustRecords, notes";
    zh "查询非自己客户的调账记录时返回空列表,不报错";
}

rule! {
    /// The records of a reseller's customers are the reseller's: a distributor sees them when it names the reseller.
    RESELLER_CUSTOMERS = "adjustment.record.reseller-customers", view, documented "ListPartnerAdjustRecords, indirect_partner_id";
    zh "云经销商客户的调账记录属于该云经销商,总经销商须携带云经销商 ID 查询";
}

rule! {
    /// The amount of a record has no sign: its type tells the direction.
    AMOUNT_POSITIVE = "adjustment.record.amount-positive", view, derived "ListPartnerAdjustRecords, example";
    zh "记录金额不带符号,方向由操作类型确定";
}

rule! {
    /// Records are shown newest first. Switched off, oldest first.
    ORDER = "adjustment.record.order", view, assumed "the lists of the console";
    zh "调账记录按时间倒序展示";
}

rule! {
    /// What a query finds can be exported, the same records in the same order.
    EXPORT = "adjustment.record.export", view, documented "the project's founding requirements";
    zh "查询到的调账记录均可导出,内容与查询一致";
}

row! {
    /// A row of exported adjustment records.
    pub struct AdjustmentRow {
        /// The adjustment.
        pub trans_id: TradeId,
        /// When.
        pub operation_time: Timestamp,
        /// What was done, in the vendor's spelling.
        pub operation_type: AdjustmentOperation,
        /// The partner whose record it is.
        pub partner_id: PartnerId,
        /// The customer, or the reseller.
        pub customer_id: String,
        /// Its name.
        pub customer_name: String,
        /// How much, in the currency's main unit.
        pub amount: String,
        /// The currency.
        pub currency: &'static str,
    }
}

impl Export for AdjustmentRecords {
    type Row = AdjustmentRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<AdjustmentRow>, Error> {
        let (books, caller) = (center.books(), center.viewer(viewer)?);
        Ok(self.answer(books, caller, Part::All).map(|item| AdjustmentRow {
            trans_id: item.trans_id,
            operation_time: item.operation_time,
            operation_type: item.operation_type,
            partner_id: item.partner_id,
            customer_id: item.customer_id,
            customer_name: item.customer_name,
            amount: item.amount.amount().to_string(),
            currency: item.amount.currency().code(),
        }))
    }
}

impl PartnerCenter {
    /// Adjustment records of the caller, or of a reseller of its.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn adjustment_records(&self, viewer: Viewer, query: &AdjustmentRecords) -> Result<View<AdjustmentItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, Part::Page))
    }
}
