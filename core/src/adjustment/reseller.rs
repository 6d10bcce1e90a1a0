//! A general distributor allocates money to a cloud reseller of its, and reclaims it.

use serde::{Deserialize, Serialize};

use super::concurrency::single_flight;
use super::idempotency::KeyUse;
use super::party::Call;
use super::{AdjustmentOperation, allocate, reclaim};
use crate::account::{Holder, Place};
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, PartnerAccount, Request, facts};
use crate::directory::Partner;
use crate::id::{AdjustmentKey, Given, PartnerId};
use crate::money::Money;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&ONLY_ATTACHED, &ILLEGAL_OPERATION];

pub(super) const ALLOCATE: &str = "BPC_ITEM_SALES_020104";
pub(super) const RECLAIM: &str = "BPC_ITEM_SALES_020105";

/// Allocates money to a cloud reseller. For general distributors.
///
/// Vendor: UpdateIndirectPartnerAccount.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AllocateToReseller {
    /// The reseller.
    pub indirect_partner_id: Given<PartnerId>,
    /// How much: above zero, in whole cents, at most 9 999 999 999.99.
    pub amount: Money,
    /// Ours: by which the same adjustment is known when it is asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<AdjustmentKey>,
}

/// Reclaims money from a cloud reseller. For general distributors.
///
/// Vendor: ReclaimIndirectPartnerAccount.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReclaimFromReseller {
    /// The reseller.
    pub indirect_partner_id: Given<PartnerId>,
    /// How much: above zero, in whole cents, at most 9 999 999 999.99.
    pub amount: Money,
    /// Ours: by which the same adjustment is known when it is asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<AdjustmentKey>,
}

pub(crate) fn allocate(books: Books, request: &Request, asked: &AllocateToReseller) -> Decided {
    let call = Call::of(books, request, None)?;
    let mut review = call.ask_caller();
    review.ask([allocate::partner_restricted(call)]);
    review.ask(allocate::shape(call, asked.amount)).ask([crate::id::customer::length(&asked.indirect_partner_id)]);
    let reseller = call.caller.own_reseller(&asked.indirect_partner_id);
    review.ask(reseller_checks(call, &asked.indirect_partner_id));
    let Some((distributor, reseller)) = call.caller.partner.zip(reseller) else { return Ok(review.refuse()) };
    review.ask([
        allocate::insufficient_balance(call, distributor, asked.amount)?,
        allocate::within_allocatable(books, distributor, asked.amount),
    ]);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = Accepted::new(request);
    let sides = [Place::top_up(&distributor.id), Place::top_up(&reseller.id)];
    let key = KeyUse::of(call.caller, request);
    books.adjust(&mut accepted, AdjustmentOperation::Allocation, sides, asked.amount, key)?;
    Ok(accepted.decision())
}

pub(crate) fn reclaim(books: Books, request: &Request, asked: &ReclaimFromReseller) -> Decided {
    let call = Call::of(books, request, None)?;
    let mut review = call.ask_caller();
    review.ask(allocate::shape(call, asked.amount)).ask([crate::id::customer::length(&asked.indirect_partner_id)]);
    let reseller = call.caller.own_reseller(&asked.indirect_partner_id);
    let given = &asked.indirect_partner_id;
    review.ask([only_attached(call, given)]);
    let Some((distributor, reseller)) = call.caller.partner.zip(reseller) else { return Ok(review.refuse()) };
    review.ask([
        single_flight(books, &distributor.id, &holder(reseller)),
        reclaim::within_reseller_balance(books, reseller, asked.amount),
    ]);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = Accepted::new(request);
    let sides = [Place::top_up(&reseller.id), Place::top_up(&distributor.id)];
    let key = KeyUse::of(call.caller, request);
    books.adjust(&mut accepted, AdjustmentOperation::Reclaim, sides, asked.amount, key)?;
    Ok(accepted.decision())
}

fn holder(reseller: &Partner) -> Holder {
    Holder::Partner(PartnerAccount { partner: reseller.id.clone() })
}

fn reseller_checks(call: Call, given: &Given<PartnerId>) -> Vec<Check> {
    let mut checks = vec![only_attached(call, given)];
    if let Some((distributor, reseller)) = call.caller.partner.zip(call.caller.own_reseller(given)) {
        checks.push(illegal_operation(reseller));
        checks.push(single_flight(call.books, &distributor.id, &holder(reseller)));
    }
    checks
}

rule! {
    /// A distributor adjusts the accounts of its own cloud resellers only.
    ONLY_ATTACHED = "adjustment.reseller.only-attached", call, "CBC.99000037" 400, documented "UpdateIndirectPartnerAccount and ReclaimIndirectPartnerAccount, status codes";
    zh "总经销商只能对其下属云经销商拨款和回收";
    broken "{reseller} is not a cloud reseller of {distributor}", "{reseller} 不是 {distributor} 的云经销商";
    comply "name a reseller of your own", "请指定您自己的云经销商";
}

fn only_attached(call: Call, given: &Given<PartnerId>) -> Check {
    ONLY_ATTACHED.require(call.caller.own_reseller(given).is_some(), || {
        facts! { reseller: given.text(), distributor: call.caller.partner.map_or(call.caller.what(), |partner| partner.id.as_str()) }
    })
}

rule! {
    /// A cloud reseller that is leaving or has left gets no allocation; what it has can be reclaimed.
    ILLEGAL_OPERATION = "adjustment.reseller.illegal-operation", call, "CBC.0150" 403, documented "UpdateIndirectPartnerAccount, status codes; which state forbids it is ours";
    zh "正在退出或已退出的云经销商不能接受拨款,但可以回收";
    broken "{reseller} is leaving, or has left", "{reseller} 正在退出或已退出";
    comply "allocate to a reseller that stays", "请拨款给未退出的云经销商";
}

fn illegal_operation(reseller: &Partner) -> Check {
    ILLEGAL_OPERATION.require(!reseller.leaving && !reseller.exited, || facts! { reseller: reseller.id.as_str() })
}
