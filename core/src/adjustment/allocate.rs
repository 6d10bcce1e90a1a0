//! A partner allocates money to a resale customer (拨款).
//!
//! The rules about one customer have level `row`. Where one customer is the whole call, they refuse it.

use serde::{Deserialize, Serialize};

use super::AdjustmentOperation;
use super::concurrency::single_flight;
use super::idempotency::KeyUse;
use super::party::{Call, holder};
use crate::account::Place;
use crate::account::pay::is_resale;
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts};
use crate::directory::{Customer, Partner, PartnerState};
use crate::error::Error;
use crate::id::{AdjustmentKey, CustomerId, Given, PartnerId};
use crate::money::currency::single;
use crate::money::{Money, amount};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[
    &TYPE_REQUIRED_CONSOLE,
    &ACCOUNT_TYPE_MISMATCH,
    &PARTNER_RESTRICTED,
    &NOT_OWN_CUSTOMER,
    &ASSOCIATION_RESALE,
    &CUSTOMER_FROZEN,
    &WITHIN_UNDESIGNATED,
    &WITHIN_ALLOCATABLE,
    &INSUFFICIENT_BALANCE,
    &PAYER_WITHOUT_RESELLER,
    &PAYER_WITH_RESELLER,
    &PAYER_FROZEN,
    &CASH_ONLY,
    &LANDS_IN_ALLOCATION_BOOK,
    &ARREARS_ALLOWED,
    &REPAY_ARREARS_FIRST,
    &NO_DOUBLE_CHARGE,
];

pub(super) const ITEM: &str = "BPC_ITEM_SUBCUSTSERV_010103";

/// From which of its accounts a partner allocates. The customer gets cash either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AllocationSource {
    /// The top-up account.
    #[default]
    TopUp,
    /// The credit account; in the console only.
    Credit,
}

crate::named::named!(AllocationSource: TopUp = "top-up", Credit = "credit");

/// Allocates money to one customer.
///
/// Vendor: UpdateCustomerAccountAmount.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AllocateToCustomer {
    /// The customer.
    pub customer_id: Given<CustomerId>,
    /// How much: above zero, in whole cents, at most 9 999 999 999.99.
    pub amount: Money,
    /// The reseller whose customer it is, and who pays, when a distributor asks through the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
    /// From which account; the console asks for it, and the API knows the top-up account only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<AllocationSource>,
    /// Ours: by which the same adjustment is known when it is asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<AdjustmentKey>,
}

pub(crate) fn decide(books: Books, request: &Request, asked: &AllocateToCustomer) -> Decided {
    let call = Call::of(books, request, asked.indirect_partner_id.as_ref())?;
    let mut review = call.ask_caller();
    review.ask(source_checks(call, asked.source));
    review.ask(shape(call, asked.amount)).ask([crate::id::customer::length(&asked.customer_id)]);
    let to = Recipient::of(call, &asked.customer_id, asked.amount);
    to.ask(&mut review);
    let Some((party, customer)) = call.party.zip(to.customer) else { return Ok(review.refuse()) };
    review.ask(within(call, party, asked.source, asked.amount, &Money::zero(asked.amount.currency()))?);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = Accepted::new(request);
    to.happen(&mut accepted, party, customer, asked.source, KeyUse::of(call.caller, request))?;
    Ok(accepted.decision())
}

/// Somebody to whom money is allocated.
pub(super) struct Recipient<'a> {
    call: Call<'a>,
    given: &'a Given<CustomerId>,
    /// The customer, if it is the party's own.
    pub customer: Option<&'a Customer>,
    amount: Money,
}

impl<'a> Recipient<'a> {
    pub fn of(call: Call<'a>, given: &'a Given<CustomerId>, amount: Money) -> Self {
        Self { call, given, customer: call.own(given), amount }
    }

    /// The rules about the customer, in order. Those about its state are asked of the party's own customer only.
    pub fn ask(&self, review: &mut Review) {
        let Some((party, customer)) = self.call.party.zip(self.customer) else {
            review.ask([not_own_customer(self.call, self.given)]);
            return;
        };
        let books = self.call.books;
        review.ask([
            association_resale(customer),
            customer_frozen(books, customer),
            single_flight(books, &party.id, &holder(customer)),
        ]);
    }

    pub fn happen(
        &self,
        accepted: &mut Accepted,
        party: &Partner,
        customer: &Customer,
        source: Option<AllocationSource>,
        key: Option<KeyUse>,
    ) -> Result<(), Error> {
        let sides = [place(party, source), Place::allocation(customer.id())];
        self.call.books.adjust(accepted, AdjustmentOperation::Allocation, sides, self.amount, key)
    }
}

/// What every amount must be.
pub(super) fn shape(call: Call, asked: Money) -> impl Iterator<Item = Check> {
    amount::checks(asked).into_iter().chain([single(call.books.policy.site, asked)])
}

/// The account that an allocation is taken from.
fn place(party: &Partner, source: Option<AllocationSource>) -> Place {
    match source.unwrap_or_default() {
        AllocationSource::TopUp => Place::top_up(&party.id),
        AllocationSource::Credit => Place::credit(&party.id),
    }
}

/// Who allocates, and from which account.
pub(super) fn source_checks(call: Call, source: Option<AllocationSource>) -> [Check; 3] {
    [type_required_console(call, source), account_type_mismatch(call, source), partner_restricted(call)]
}

/// The money is there, beside what has been promised to others of the same call.
pub(super) fn within(
    call: Call,
    party: &Partner,
    source: Option<AllocationSource>,
    amount: Money,
    promised: &Money,
) -> Result<[Check; 2], Error> {
    if amount.currency() != call.books.currency() {
        return Ok([Ok(()), Ok(())]);
    }
    let needed = amount.plus(*promised)?;
    let usable = usable_of(call, party, source)?;
    let designated = match source.unwrap_or_default() {
        AllocationSource::TopUp => call.books.designated(&party.id),
        AllocationSource::Credit => Money::zero(amount.currency()),
    };
    let undesignated = WITHIN_UNDESIGNATED.require(usable.covers(needed), || {
        facts! { partner: party.id.as_str(), usable: usable, designated: designated, amount: needed }
    });
    Ok([undesignated, within_allocatable(call.books, party, amount)])
}

/// What the party can allocate from an account.
pub(super) fn usable_of(call: Call, party: &Partner, source: Option<AllocationSource>) -> Result<Money, Error> {
    match source.unwrap_or_default() {
        AllocationSource::TopUp => call.books.money_at(&Place::top_up(&party.id)).minus(call.books.designated(&party.id)),
        AllocationSource::Credit => Ok(call.books.usable_credit(&party.id, call.request.at)),
    }
}

rule! {
    /// In the console an allocation says from which account it is taken.
    TYPE_REQUIRED_CONSOLE = "adjustment.allocate.type-required-console", call, documented "manual, allocating: type, amount, confirmation";
    zh "在控制台拨款须选择拨款类型(充值账户或信用账户)";
    broken "no account is chosen", "未选择拨款账户";
    comply "choose the top-up account or the credit account", "请选择充值账户或信用账户";
}

fn type_required_console(call: Call, source: Option<AllocationSource>) -> Check {
    TYPE_REQUIRED_CONSOLE.require(call.caller.is_api() || source.is_some(), Vec::new)
}

rule! {
    /// Through the API an allocation is taken from the top-up account; the credit account can be chosen in the console only.
    ACCOUNT_TYPE_MISMATCH = "adjustment.allocate.account-type-mismatch", call, "CBC.5023" 400, documented "error codes: account type does not fit; that credit can be chosen in the console is assumed";
    zh "API 拨款只能使用充值账户,信用账户只能在控制台选择";
    broken "the {source} account is chosen through the API", "通过 API 选择了 {source} 账户";
    comply "allocate from the top-up account, or in the console", "请使用充值账户,或在控制台操作";
}

fn account_type_mismatch(call: Call, source: Option<AllocationSource>) -> Check {
    let credit = call.caller.is_api() && source == Some(AllocationSource::Credit);
    ACCOUNT_TYPE_MISMATCH.require(!credit, || facts! { source: AllocationSource::Credit.name() })
}

rule! {
    /// A partner that the vendor has frozen, or that has left the programme, does not allocate; nor does one whose distributor is frozen or has left.
    PARTNER_RESTRICTED = "adjustment.allocate.partner-restricted", call, "CBC.0151" 403, assumed "creating customers: restricted partners exist, and so do resellers of restricted distributors";
    zh "被冻结或已退出的伙伴不能拨款,其总经销商被冻结或已退出的云经销商亦然";
    broken "{partner} is {state}", "{partner} 的状态为 {state}";
    comply "have the vendor lift the restriction first", "请先由华为云解除限制";
}

pub(super) fn partner_restricted(call: Call) -> Check {
    let directory = call.books.directory;
    let above = call.party.and_then(|party| party.distributor.as_ref()).and_then(|id| directory.partner(id));
    let partners = call.caller.partner.into_iter().chain(call.party).chain(above);
    let restricted = partners.into_iter().find(|partner| partner.state == PartnerState::Frozen || partner.exited);
    match restricted {
        Some(partner) => {
            let state = if partner.exited { "exited" } else { "frozen" };
            PARTNER_RESTRICTED.broken(facts! { partner: partner.id.as_str(), state: state })
        }
        None => Ok(()),
    }
}

rule! {
    /// Money goes to the caller's own customers, or to those of the reseller it names: without the reseller's id a distributor does not reach a
    /// reseller's customer. An account manager allocates to its own customers.
    NOT_OWN_CUSTOMER = "adjustment.allocate.not-own-customer", row, "CBC.5004" 400, documented "UpdateCustomerAccountAmount, notes; the code is of its first version";
    zh "只能拨款给自己的客户,或所指定云经销商的客户;不携带云经销商 ID 时,云经销商的客户不算自己的客户";
    broken "{customer} is no customer of {partner}", "{customer} 不是 {partner} 的客户";
    comply "name a customer of your own, or the reseller whose customer it is", "请指定自己的客户,或指定其所属云经销商";
}

fn not_own_customer(call: Call, given: &Given<CustomerId>) -> Check {
    NOT_OWN_CUSTOMER.broken(facts! { customer: given.text(), partner: call.party_name() })
}

rule! {
    /// Money is allocated to resale customers only: others trade with the vendor itself.
    ASSOCIATION_RESALE = "adjustment.allocate.association-resale", row, "CBC.5021" 400, documented "UpdateCustomerAccountAmount, notes; error codes";
    zh "只能向代售(转售)客户拨款";
    broken "the customer {customer} is in mode {mode}", "客户 {customer} 的关联类型为 {mode}";
    comply "have the association switched to resale first", "请先切换为代售关联";
}

fn association_resale(customer: &Customer) -> Check {
    ASSOCIATION_RESALE.require(is_resale(customer), || {
        facts! { customer: customer.id().as_str(), mode: customer.mode().map_or("none", crate::directory::AssociationMode::name) }
    })
}

rule! {
    /// A frozen customer gets no allocation. Off by default: it may need the money to repay before it leaves.
    CUSTOMER_FROZEN = "adjustment.allocate.customer-frozen", row, assumed_off "nothing forbids allocating to a frozen customer";
    zh "被冻结的客户不能接受拨款(默认不启用)";
    broken "the customer {customer} is frozen", "客户 {customer} 已被冻结";
    comply "unfreeze the customer first", "请先解冻该客户";
}

fn customer_frozen(books: Books, customer: &Customer) -> Check {
    CUSTOMER_FROZEN.require(books.freezes.of(customer.id()).is_none(), || facts! { customer: customer.id().as_str() })
}

rule! {
    /// An allocation is covered by the payer's balance less what of it is set aside.
    WITHIN_UNDESIGNATED = "adjustment.allocate.within-undesignated", row, "CBC.99005003" 400, documented "UpdateCustomerAccountAmount, amount; ListPartnerBalances, designated_amount";
    zh "拨款金额不得超过付款方余额减去专款专用金额";
    broken "{partner} can use {usable} beside the {designated} set aside, and {amount} is needed", "{partner} 可用 {usable}(另有专款专用 {designated}),需要 {amount}";
    comply "allocate less, or top the account up first", "请减少金额或先充值";
}

rule! {
    /// Where an allocatable amount is set for the payer, an allocation is at most that.
    WITHIN_ALLOCATABLE = "adjustment.allocate.within-allocatable", row, "CBC.99005003" 400, derived "ListPartnerBalances, account type 8; manual, paying for customers";
    zh "付款方设有可拨款金额的,拨款不得超过该金额";
    broken "{partner} may allocate {allocatable}, and {amount} is asked for", "{partner} 可拨款 {allocatable},拨款 {amount}";
    comply "allocate at most that", "请不要超过可拨款金额";
}

pub(super) fn within_allocatable(books: Books, party: &Partner, amount: Money) -> Check {
    match books.accounts.terms(&party.id).and_then(|terms| terms.allocatable_amount) {
        Some(allocatable) => WITHIN_ALLOCATABLE.require(allocatable.covers(amount), || {
            facts! { partner: party.id.as_str(), allocatable: allocatable, amount: amount }
        }),
        None => Ok(()),
    }
}

rule! {
    /// An allocation to a cloud reseller is covered by the distributor's balance less what of it is set aside.
    INSUFFICIENT_BALANCE = "adjustment.allocate.insufficient-balance", call, "CBC.99005003" 400, documented "UpdateIndirectPartnerAccount, amount and status codes";
    zh "向云经销商拨款不得超过总经销商余额减去专款专用金额";
    broken "{partner} can use {usable} beside the {designated} set aside, and {amount} is needed", "{partner} 可用 {usable}(另有专款专用 {designated}),需要 {amount}";
    comply "allocate less, or top the account up first", "请减少金额或先充值";
}

pub(super) fn insufficient_balance(call: Call, party: &Partner, amount: Money) -> Result<Check, Error> {
    let (usable, designated) = (usable_of(call, party, None)?, call.books.designated(&party.id));
    let covered = amount.currency() != usable.currency() || usable.covers(amount);
    Ok(INSUFFICIENT_BALANCE.require(covered, || {
        facts! { partner: party.id.as_str(), usable: usable, designated: designated, amount: amount }
    }))
}

rule! {
    /// Without a reseller's id the caller pays.
    PAYER_WITHOUT_RESELLER = "adjustment.allocate.payer-without-reseller", effect, documented "UpdateCustomerAccountAmount, indirect_partner_id";
    zh "未携带云经销商 ID 时,由调用方付款";
}

rule! {
    /// With a reseller's id that reseller pays, and it is its balance that must cover the amount; the distributor's does not change.
    PAYER_WITH_RESELLER = "adjustment.allocate.payer-with-reseller", effect, documented "UpdateCustomerAccountAmount, indirect_partner_id";
    zh "携带云经销商 ID 时,由该云经销商付款并校验其余额,总经销商余额不变";
}

rule! {
    /// Frozen cash is no part of what can be allocated.
    PAYER_FROZEN = "adjustment.allocate.payer-frozen", effect, derived "freezing lowers the balance";
    zh "冻结金额不计入可拨款余额";
}

rule! {
    /// An allocation moves cash: no voucher, cash coupon or stored-value card is moved this way, and the customer gets no credit.
    CASH_ONLY = "adjustment.allocate.cash-only", effect, documented "FAQ, allocations; ListCustomerAccountChangeRecords: resale customers have no credit account";
    zh "拨款只划转现金,代金券、现金券、储值卡不能拨款,客户也不会获得信用";
}

rule! {
    /// What is allocated is kept apart from the customer's own cash.
    LANDS_IN_ALLOCATION_BOOK = "adjustment.allocate.lands-in-allocation-book", effect, documented "bills of customers: the two books";
    zh "拨款进入客户的伙伴拨款账户,与客户自有现金分开";
}

rule! {
    /// A customer in arrears can get an allocation.
    ARREARS_ALLOWED = "adjustment.allocate.arrears-allowed", effect, derived "manual: the partner allocates to clear arrears before an association ends";
    zh "欠费客户可以接受拨款";
}

rule! {
    /// An allocation to a customer in arrears repays them first; the rest is available.
    REPAY_ARREARS_FIRST = "adjustment.allocate.repay-arrears-first", effect, derived "manual: the partner allocates to clear arrears before an association ends";
    zh "向欠费客户拨款先偿还欠费,余额可用";
}

rule! {
    /// What the customer spends of an allocation does not cost the partner again.
    NO_DOUBLE_CHARGE = "adjustment.allocate.no-double-charge", effect, documented "FAQ, allocations";
    zh "客户使用拨款消费不会再次扣减伙伴余额";
}
