//! A partner pays an order of its customer from its balance.

use serde::{Deserialize, Serialize};

use super::pay::trade_id_new;
use super::{AccountCharged, ChargeTerms, Holder};
use crate::center::Books;
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation, indirect_partner_owned};
use crate::decision::{Accepted, Check, Decided, PartnerAccount, Request, Review, facts};
use crate::directory::{Caller, Partner, PartnerKind};
use crate::error::Error;
use crate::event::Change;
use crate::id::{CustomerId, Given, PartnerId, TradeId};
use crate::money::currency::single;
use crate::money::{Money, amount};
use crate::rule::{Rule, rule};
use crate::statement::TradeDetailType;

pub(crate) static RULES: &[&Rule] = &[&OWN_CUSTOMER, &BOTH_BALANCES, &REFUND_TO_PAYER];

/// A partner pays an order of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PayForCustomer {
    /// The customer.
    pub customer_id: Given<CustomerId>,
    /// The order.
    pub order_id: TradeId,
    /// What it costs.
    pub price: Money,
    /// The reseller whose customer it is, and who pays, when a distributor asks through the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
}

/// The manual names no permission item for it.
const OPERATION: Operation = Operation { permission_items: &[], api: GROUP_A, console: EVERY_KIND, changes_something: true };

pub(crate) fn decide(books: Books, request: &Request, pay: &PayForCustomer) -> Decided {
    let caller = books.caller(request)?;
    let reseller = caller.named_reseller(pay.indirect_partner_id.as_ref());
    let party = caller.party(reseller);
    let mut review = Review::new(books.policy);
    review.ask_caller(caller, &OPERATION).ask([indirect_partner_owned(caller, reseller)]);
    review.ask(amount::checks(pay.price)).ask([single(books.policy.site, pay.price), trade_id_new(books, &pay.order_id)]);
    review.ask([own_customer(books, caller, party, pay)]);
    if let Some(party) = party {
        review.ask([both_balances(books, request, party, pay)?]);
    }
    let (Some(party), Some(customer), false) = (party, pay.customer_id.value(), review.is_refused()) else {
        return Ok(review.refuse());
    };
    let mut accepted = Accepted::new(request);
    accepted.event(Change::AccountCharged(AccountCharged {
        trade_id: pay.order_id.clone(),
        trade_detail_type: TradeDetailType::Deduct,
        payer: Holder::Partner(PartnerAccount { partner: party.id.clone() }),
        customer: Some(customer.clone()),
        partner: None,
        amount: pay.price,
        parts: books.cash_then_credit(&party.id, pay.price, request.at)?,
        terms: ChargeTerms::default(),
    }));
    Ok(accepted.decision())
}

rule! {
    /// A partner pays for its own customers, or for those of the reseller it names; an account manager for its own.
    OWN_CUSTOMER = "account.pay-for-customer.own-customer", call, "CBC.5004" 400, derived "manual, paying for customers; the code is by analogy";
    zh "只能为自己的客户(或所指定云经销商的客户)支付;客户经理只能为自己的客户支付";
    broken "{customer} is no customer of {partner}", "{customer} 不是 {partner} 的客户";
    comply "name a customer of your own, or the reseller whose customer it is", "请指定自己的客户,或指定其所属云经销商";
}

fn own_customer(books: Books, caller: Caller, party: Option<&Partner>, pay: &PayForCustomer) -> Check {
    let customer = pay.customer_id.value().and_then(|id| books.directory.customer(id));
    let own = customer.zip(party).is_some_and(|(customer, party)| customer.is_of(&party.id) && caller.scope().holds(customer));
    let partner = party.map_or(caller.what(), |party| party.id.as_str());
    OWN_CUSTOMER.require(own, || facts! { customer: pay.customer_id.text(), partner: partner })
}

rule! {
    /// Paying for a customer takes a balance, cash and credit together, of at least the price; where an allocatable amount is set it must be at
    /// least the price too, but for cloud resellers.
    BOTH_BALANCES = "account.pay-for-customer.both-balances", call, "CBC.99005003" 400, documented "manual, paying for customers";
    zh "为客户支付时,账户余额(现金与信用之和)须不小于订单金额;设有可拨款金额的,可拨款金额也须不小于订单金额(云经销商除外)";
    broken "{partner} has {balance}, of which {allocatable} can be allocated; the order costs {price}", "{partner} 余额 {balance},可拨款 {allocatable},订单金额 {price}";
    comply "top the account up first", "请先充值";
}

fn both_balances(books: Books, request: &Request, party: &Partner, pay: &PayForCustomer) -> Result<Check, Error> {
    let balance = books.usable_total(&party.id, request.at)?;
    let set = books.accounts.terms(&party.id).and_then(|terms| terms.allocatable_amount);
    let allocatable = set.filter(|_| party.kind != PartnerKind::CloudReseller).unwrap_or(balance);
    let covered = pay.price.currency() != balance.currency() || (balance.covers(pay.price) && allocatable.covers(pay.price));
    Ok(BOTH_BALANCES.require(covered, || {
        facts! { partner: party.id.as_str(), balance: balance, allocatable: allocatable, price: pay.price }
    }))
}

rule! {
    /// What comes back of an order that a partner paid goes to the accounts it was paid from.
    REFUND_TO_PAYER = "account.pay-for-customer.refund-to-payer", effect, documented "manual, paying for customers";
    zh "伙伴代为支付的订单退款退回伙伴的支付账户";
}
