//! In the console a partner allocates to several customers at once, or reclaims from them.

use serde::{Deserialize, Serialize};

use super::allocate::{self, AllocationSource, Recipient};
use super::idempotency::KeyUse;
use super::party::Call;
use super::reclaim::Source;
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts, first_repeated};
use crate::directory::Partner;
use crate::error::Error;
use crate::id::{AdjustmentKey, CustomerId, Given};
use crate::money::Money;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&CONSOLE_ONLY, &SIZE, &DISTINCT, &TOTAL_PRECHECK, &PER_ITEM_RESULT, &ONE_RECORD_EACH];

/// Allocates to several customers, or reclaims from them. In the console only.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustCustomers {
    /// The customers, 1 to 100, each with an amount.
    pub items: Vec<BatchItem>,
    /// From which account it is allocated; says nothing of a reclaim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<AllocationSource>,
    /// Ours: by which the same adjustments are known when they are asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<AdjustmentKey>,
    /// Ours: whether one refused customer refuses the call.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_or_nothing: bool,
}

/// A customer of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BatchItem {
    /// The customer.
    pub customer_id: Given<CustomerId>,
    /// How much: above zero, in whole cents, at most 9 999 999 999.99.
    pub amount: Money,
}

pub(crate) fn allocate(books: Books, request: &Request, asked: &AdjustCustomers) -> Decided {
    let call = Call::of(books, request, None)?;
    let mut review = call.ask_caller();
    review.ask(allocate::source_checks(call, asked.source)).ask(batch_checks(call, asked));
    if let Some(party) = call.party {
        review.ask([total_precheck(call, party, asked)?]);
    }
    let (Some(party), false) = (call.party, review.is_refused()) else { return Ok(review.refuse()) };
    let (mut promised, key) = (Money::zero(books.currency()), KeyUse::of(call.caller, request));
    run(call, asked, |item, row, accepted| {
        let to = Recipient::of(call, &item.customer_id, item.amount);
        to.ask(row);
        let Some(customer) = to.customer else { return Ok(()) };
        row.ask(allocate::within(call, party, asked.source, item.amount, &promised)?);
        if !row.is_refused() {
            promised = promised.plus(item.amount)?;
            to.happen(accepted, party, customer, asked.source, key.clone())?;
        }
        Ok(())
    })
}

pub(crate) fn reclaim(books: Books, request: &Request, asked: &AdjustCustomers) -> Decided {
    let call = Call::of(books, request, None)?;
    let mut review = call.ask_caller();
    review.ask(batch_checks(call, asked));
    let (Some(party), false) = (call.party, review.is_refused()) else { return Ok(review.refuse()) };
    let key = KeyUse::of(call.caller, request);
    run(call, asked, |item, row, accepted| {
        let from = Source::of(call, &item.customer_id, item.amount);
        from.ask(row)?;
        if let (Some(customer), false) = (from.customer, row.is_refused()) {
            from.happen(accepted, party, customer, key.clone())?;
        }
        Ok(())
    })
}

/// Each customer in turn: it is done, or refused with its reasons.
fn run<'a>(
    call: Call<'a>,
    asked: &AdjustCustomers,
    mut one: impl FnMut(&BatchItem, &mut Review<'a>, &mut Accepted<'a>) -> Result<(), Error>,
) -> Decided {
    let mut accepted = Accepted::new(call.request);
    for item in &asked.items {
        let mut row = Review::new(call.books.policy);
        row.ask(allocate::shape(call, item.amount)).ask([crate::id::customer::length(&item.customer_id)]);
        one(item, &mut row, &mut accepted)?;
        if row.is_refused() {
            accepted.refuse_row(item.customer_id.text(), row.breaches);
        }
    }
    Ok(accepted.decision_with(call.books.policy, asked.all_or_nothing))
}

fn batch_checks(call: Call, asked: &AdjustCustomers) -> [Check; 3] {
    [console_only(call, asked), size(call, asked), distinct(asked)]
}

rule! {
    /// Several customers at once are for the console; through the API it is one a call.
    CONSOLE_ONLY = "adjustment.batch.console-only", call, "CBC.0100" 400, documented "manual, batch allocation and reclaim; the API's calls name one customer";
    zh "批量拨款和批量回收只能在控制台操作,API 每次只能操作一个客户";
    broken "{count} customers are named through the API", "通过 API 指定了 {count} 个客户";
    comply "name one customer a call, or use the console", "请逐个调用,或在控制台操作";
}

fn console_only(call: Call, asked: &AdjustCustomers) -> Check {
    CONSOLE_ONLY.require(!call.caller.is_api(), || facts! { count: asked.items.len() })
}

rule! {
    /// A batch must name 1 to 100 customers.
    SIZE = "adjustment.batch.size", call, assumed "as many as one query of balances may name";
    zh "一次批量操作须指定 1 至 100 个客户";
    broken "{count} customers are named, 1 to {limit} are allowed", "指定了 {count} 个客户,允许 1 至 {limit} 个";
    comply "name at least one, and split more over several batches", "请至少指定一个,超出部分分多次操作";
}

fn size(call: Call, asked: &AdjustCustomers) -> Check {
    let (count, limit) = (asked.items.len(), call.books.policy.limits.batch_customers_max);
    SIZE.require((1..=limit).contains(&count), || facts! { count: count, limit: limit })
}

rule! {
    /// A batch must not name a customer twice.
    DISTINCT = "adjustment.batch.distinct", call, assumed "the console ticks rows of a list";
    zh "同一批量操作不得重复指定同一客户";
    broken "{customer} is named twice", "{customer} 被重复指定";
    comply "name each customer once", "每个客户请只指定一次";
}

fn distinct(asked: &AdjustCustomers) -> Check {
    let named: Vec<_> = asked.items.iter().map(|item| &item.customer_id).collect();
    match first_repeated(&named) {
        Some(customer) => DISTINCT.broken(facts! { customer: customer.text() }),
        None => Ok(()),
    }
}

rule! {
    /// All amounts of a batch of allocations together must be covered before the first is made; otherwise none is.
    TOTAL_PRECHECK = "adjustment.batch.total-precheck", call, "CBC.99005003" 400, assumed "it avoids batches that stop in the middle";
    zh "批量拨款前先校验总金额,总金额超过可用余额时整批拒绝";
    broken "{partner} can use {usable}, and {total} is needed in all", "{partner} 可用 {usable},共需 {total}";
    comply "allocate less, or top the account up first", "请减少金额或先充值";
}

fn total_precheck(call: Call, party: &Partner, asked: &AdjustCustomers) -> Result<Check, Error> {
    let currency = call.books.currency();
    let amounts = asked.items.iter().map(|item| item.amount);
    let mut counted = amounts.filter(|amount| amount.currency() == currency && amount.is_positive());
    let total = counted.try_fold(Money::zero(currency), Money::plus)?;
    let usable = allocate::usable_of(call, party, asked.source)?;
    Ok(TOTAL_PRECHECK.require(usable.covers(total), || facts! { partner: party.id.as_str(), usable: usable, total: total }))
}

rule! {
    /// Each customer of a batch has its own outcome; a refused one does not undo the others.
    PER_ITEM_RESULT = "adjustment.batch.per-item-result", effect, derived "batches of coupons and of discounts";
    zh "批量操作逐个客户返回结果,失败的客户不影响其他客户";
}

rule! {
    /// Each customer of a batch for whom money moved has a record and an id of its own.
    ONE_RECORD_EACH = "adjustment.batch.one-record-each", effect, derived "records are by customer";
    zh "批量操作成功的每个客户各有一条调账记录和流水号";
}
