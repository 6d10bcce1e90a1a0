//! A partner reclaims money from a resale customer (回收).
//!
//! The rules about one customer have level `row`. Where one customer is the whole call, they refuse it.

use serde::{Deserialize, Serialize};

use super::concurrency::single_flight;
use super::idempotency::KeyUse;
use super::party::{Call, holder};
use super::{AdjustmentOperation, allocate};
use crate::account::Place;
use crate::account::pay::is_resale;
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts};
use crate::directory::{Customer, Partner};
use crate::error::Error;
use crate::id::{AdjustmentKey, CustomerId, Given, PartnerId};
use crate::money::Money;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[
    &NOT_OWN_CUSTOMER,
    &ASSOCIATION_RESALE,
    &ARREARS_ZERO_AVAILABLE,
    &ALLOCATED_ONLY,
    &WITHIN_CUSTOMER_BALANCE,
    &WITHIN_RESELLER_BALANCE,
    &PAYEE,
];

pub(super) const ITEM: &str = "BPC_ITEM_SUBCUSTSERV_010104";

/// Reclaims money from one customer.
///
/// Vendor: ReclaimToPartnerAccount.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReclaimFromCustomer {
    /// The customer.
    pub customer_id: Given<CustomerId>,
    /// How much: above zero, in whole cents, at most 9 999 999 999.99.
    pub amount: Money,
    /// The reseller whose customer it is, and who gets the money, when a distributor asks through the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
    /// Ours: by which the same adjustment is known when it is asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<AdjustmentKey>,
}

pub(crate) fn decide(books: Books, request: &Request, asked: &ReclaimFromCustomer) -> Decided {
    let call = Call::of(books, request, asked.indirect_partner_id.as_ref())?;
    let mut review = call.ask_caller();
    review.ask(allocate::shape(call, asked.amount)).ask([crate::id::customer::length(&asked.customer_id)]);
    let from = Source::of(call, &asked.customer_id, asked.amount);
    from.ask(&mut review)?;
    let (Some(party), Some(customer), false) = (call.party, from.customer, review.is_refused()) else {
        return Ok(review.refuse());
    };
    let mut accepted = Accepted::new(request);
    from.happen(&mut accepted, party, customer, KeyUse::of(call.caller, request))?;
    Ok(accepted.decision())
}

/// Somebody from whom money is reclaimed.
pub(super) struct Source<'a> {
    call: Call<'a>,
    given: &'a Given<CustomerId>,
    /// The customer, if it is the party's own.
    pub customer: Option<&'a Customer>,
    amount: Money,
}

impl<'a> Source<'a> {
    pub fn of(call: Call<'a>, given: &'a Given<CustomerId>, amount: Money) -> Self {
        Self { call, given, customer: call.own(given), amount }
    }

    /// The rules about the customer, in order. Those about its state are asked of the party's own customer only.
    pub fn ask(&self, review: &mut Review) -> Result<(), Error> {
        let Some((party, customer)) = self.call.party.zip(self.customer) else {
            review.ask([not_own_customer(self.call, self.given)]);
            return Ok(());
        };
        let books = self.call.books;
        review.ask([association_resale(customer), single_flight(books, &party.id, &holder(customer))]);
        if is_resale(customer) && self.amount.currency() == books.currency() {
            review.ask([available(books, customer, self.amount)?]);
        }
        Ok(())
    }

    pub fn happen(
        &self,
        accepted: &mut Accepted,
        party: &Partner,
        customer: &Customer,
        key: Option<KeyUse>,
    ) -> Result<(), Error> {
        let sides = [Place::allocation(customer.id()), Place::top_up(&party.id)];
        self.call.books.adjust(accepted, AdjustmentOperation::Reclaim, sides, self.amount, key)
    }
}

/// The money is there: the rule that says best why not.
fn available(books: Books, customer: &Customer, amount: Money) -> Result<Check, Error> {
    let allocated = books.money_at(&Place::allocation(customer.id()));
    let own = books.money_at(&Place::own_cash(customer.id()));
    let debt = books.accounts.debt(customer.id(), books.currency());
    let name = customer.id().as_str();
    Ok(if allocated.covers(amount) {
        Ok(())
    } else if debt.is_positive() {
        ARREARS_ZERO_AVAILABLE.broken(facts! { customer: name, debt: debt, amount: amount })
    } else if allocated.plus(own)?.covers(amount) {
        ALLOCATED_ONLY.broken(facts! { customer: name, allocated: allocated, own: own, amount: amount })
    } else {
        WITHIN_CUSTOMER_BALANCE.broken(facts! { customer: name, allocated: allocated, amount: amount })
    })
}

rule! {
    /// Money is reclaimed from the caller's own customers, or from those of the reseller it names. An account manager reclaims from its own
    /// customers.
    NOT_OWN_CUSTOMER = "adjustment.reclaim.not-own-customer", row, "CBC.5004" 400, documented "ReclaimToPartnerAccount, notes; the code is of its first version";
    zh "只能从自己的客户,或所指定云经销商的客户回收";
    broken "{customer} is no customer of {partner}", "{customer} 不是 {partner} 的客户";
    comply "name a customer of your own, or the reseller whose customer it is", "请指定自己的客户,或指定其所属云经销商";
}

fn not_own_customer(call: Call, given: &Given<CustomerId>) -> Check {
    NOT_OWN_CUSTOMER.broken(facts! { customer: given.text(), partner: call.party_name() })
}

rule! {
    /// Money is reclaimed from resale customers only.
    ASSOCIATION_RESALE = "adjustment.reclaim.association-resale", row, "CBC.5021" 400, documented "ReclaimToPartnerAccount, notes; error codes";
    zh "只能从代售(转售)客户回收";
    broken "the customer {customer} is in mode {mode}", "客户 {customer} 的关联类型为 {mode}";
    comply "leave it out: what was allocated has come back already", "无需回收:拨款余额已自动退回";
}

fn association_resale(customer: &Customer) -> Check {
    ASSOCIATION_RESALE.require(is_resale(customer), || {
        facts! { customer: customer.id().as_str(), mode: customer.mode().map_or("none", crate::directory::AssociationMode::name) }
    })
}

rule! {
    /// Nothing is reclaimed from a customer in arrears: what came in repaid them first.
    ARREARS_ZERO_AVAILABLE = "adjustment.reclaim.arrears-zero-available", row, "CBC.99005003" 400, derived "an allocation repays arrears first";
    zh "欠费客户没有可回收金额";
    broken "{customer} owes {debt}, and {amount} is to be reclaimed", "{customer} 欠费 {debt},回收 {amount}";
    comply "leave the customer out", "请不要指定该客户";
}

rule! {
    /// Only what was allocated is reclaimed, never the customer's own cash.
    ALLOCATED_ONLY = "adjustment.reclaim.allocated-only", row, "CBC.99005003" 400, derived "bills of customers: the two books";
    zh "只能回收拨款,客户自有现金不可回收";
    broken "{customer} has {allocated} of what was allocated and {own} of its own, and {amount} is to be reclaimed", "{customer} 的拨款余额为 {allocated}、自有现金为 {own},回收 {amount}";
    comply "reclaim at most what is left of the allocation", "请不要超过拨款余额";
}

rule! {
    /// At most what is left of what was allocated is reclaimed: a reclaim makes no arrears.
    WITHIN_CUSTOMER_BALANCE = "adjustment.reclaim.within-customer-balance", row, "CBC.99005003" 400, derived "ReclaimIndirectPartnerAccount, amount; by analogy";
    zh "回收金额不得超过客户的拨款余额,回收不会造成欠费";
    broken "{customer} has {allocated} left, and {amount} is to be reclaimed", "{customer} 的拨款余额为 {allocated},回收 {amount}";
    comply "reclaim at most that", "请不要超过该余额";
}

rule! {
    /// At most what a cloud reseller has in its top-up account is reclaimed from it.
    WITHIN_RESELLER_BALANCE = "adjustment.reclaim.within-reseller-balance", call, "CBC.99005003" 400, documented "ReclaimIndirectPartnerAccount, amount";
    zh "从云经销商回收不得超过其账户余额";
    broken "{reseller} has {balance}, and {amount} is to be reclaimed", "{reseller} 余额为 {balance},回收 {amount}";
    comply "reclaim at most that", "请不要超过该余额";
}

pub(super) fn within_reseller_balance(books: Books, reseller: &Partner, amount: Money) -> Check {
    let balance = books.money_at(&Place::top_up(&reseller.id));
    let covered = amount.currency() != balance.currency() || balance.covers(amount);
    WITHIN_RESELLER_BALANCE.require(covered, || facts! { reseller: reseller.id.as_str(), balance: balance, amount: amount })
}

rule! {
    /// What is reclaimed goes to the top-up account of the caller, or of the reseller it names.
    PAYEE = "adjustment.reclaim.payee", effect, documented "ReclaimToPartnerAccount, indirect_partner_id";
    zh "回收的资金进入调用方(或所指定云经销商)的充值账户";
}
