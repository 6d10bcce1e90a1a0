//! What is consumed is charged, what was charged can be refunded, and what is owed can be repaid or written off.

use serde::{Deserialize, Serialize};

use super::book::Leg;
use super::{Charge, ChargeTerms, Holder, MoneyMoved, Part, Place};
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, facts};
use crate::directory::access::record;
use crate::directory::{AssociationMode, Customer};
use crate::error::{Error, Unknown};
use crate::event::Change;
use crate::id::{CustomerId, PartnerId, TradeId};
use crate::money::currency::single;
use crate::money::{Currency, Money, amount};
use crate::rule::{Rule, rule};
use crate::statement::{TradeDetailType, TradeType};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[
    &CONSUMPTION_TYPE,
    &TRADE_ID_NEW,
    &WITHIN_BALANCE,
    &CASH_BEFORE_CREDIT,
    &POST_PAID_MAKES_DEBT,
    &REFUND_WITHIN_CHARGE,
    &REFUND_TO_PAYER,
    &WRITE_OFF_WITHIN_DEBT,
];

/// The vendor charges somebody for what was consumed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChargeAccount {
    /// Who pays: a partner, or a customer itself.
    pub payer: Holder,
    /// The transaction, or the order; none is charged twice.
    pub trade_id: TradeId,
    /// What it is: a type of consumption.
    pub trade_detail_type: TradeDetailType,
    /// How much, above zero, in whole cents.
    pub amount: Money,
    /// What it is for.
    #[serde(default)]
    pub terms: ChargeTerms,
}

/// The vendor refunds a charge, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RefundCharge {
    /// The charge.
    pub charge: TradeId,
    /// The transaction of the refund.
    pub trade_id: TradeId,
    /// How much, above zero, in whole cents.
    pub amount: Money,
    /// Whether what was bought is unsubscribed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsubscription: bool,
}

/// The vendor writes off what a customer owes, or a part of it (华为核销).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WriteOffDebt {
    /// The customer.
    pub customer: CustomerId,
    /// How much, above zero, in whole cents.
    pub amount: Money,
}

/// Somebody was charged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountCharged {
    /// The transaction, or the order.
    pub trade_id: TradeId,
    /// What it was.
    pub trade_detail_type: TradeDetailType,
    /// Who was charged.
    pub payer: Holder,
    /// The customer for whom a partner paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The partner whose resale customer the payer was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<PartnerId>,
    /// How much.
    pub amount: Money,
    /// Where it was taken; all of it went to the vendor.
    pub parts: Vec<Part>,
    /// What it was for.
    #[serde(default)]
    pub terms: ChargeTerms,
}

/// A charge came back, all of it or a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountRefunded {
    /// The transaction of the refund.
    pub trade_id: TradeId,
    /// What it was.
    pub trade_detail_type: TradeDetailType,
    /// The charge.
    pub charge: TradeId,
    /// How much.
    pub amount: Money,
    /// To where; all of it came from the vendor.
    pub parts: Vec<Part>,
    /// The partner whose use of its credit fell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<PartnerId>,
    /// By how much it fell; the limit may have been cut since, so less may have become available.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_amount: Option<Money>,
}

/// What a customer owed was written off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DebtWrittenOff {
    /// From the vendor to the debt.
    pub moved: MoneyMoved,
    /// The partner whose resale customer it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<PartnerId>,
}

impl AccountCharged {
    pub(super) fn legs(&self) -> Vec<Leg<'_>> {
        self.parts
            .iter()
            .map(|part| Leg {
                from: &part.place,
                to: &Place::VENDOR,
                amount: part.amount,
                trade_id: &self.trade_id,
                trade_detail_type: self.trade_detail_type,
                adjusts: false,
            })
            .collect()
    }
}

impl AccountRefunded {
    pub(super) fn legs(&self) -> Vec<Leg<'_>> {
        self.parts
            .iter()
            .map(|part| Leg {
                from: &Place::VENDOR,
                to: &part.place,
                amount: part.amount,
                trade_id: &self.trade_id,
                trade_detail_type: self.trade_detail_type,
                adjusts: false,
            })
            .collect()
    }
}

pub(crate) fn charge(books: Books, request: &Request, charge: &ChargeAccount) -> Decided {
    let customer = books.holder(&charge.payer)?;
    let rules = amount::checks(charge.amount).into_iter().chain([
        single(books.policy.site, charge.amount),
        consumption_type(charge),
        trade_id_new(books, &charge.trade_id),
        within_balance(books, request, charge, customer)?,
    ]);
    record(books.policy, request, rules, |accepted| {
        let parts = match (&charge.payer, customer) {
            (Holder::Partner(payer), _) => books.cash_then_credit(&payer.partner, charge.amount, request.at)?,
            (Holder::Customer(_), Some(customer)) => books.customer_parts(customer, charge.amount)?,
            (Holder::Customer(_), None) => Vec::new(),
        };
        let partner = customer.map_or(Ok(None), |customer| books.resale_partner(customer.id()))?;
        accepted.event(Change::AccountCharged(AccountCharged {
            trade_id: charge.trade_id.clone(),
            trade_detail_type: charge.trade_detail_type,
            payer: charge.payer.clone(),
            customer: None,
            partner,
            amount: charge.amount,
            parts,
            terms: charge.terms.clone(),
        }));
        Ok(())
    })
}

pub(crate) fn refund(books: Books, request: &Request, refund: &RefundCharge) -> Decided {
    let charge = books.accounts.charge(&refund.charge).ok_or_else(|| Unknown::new("charge", &refund.charge))?;
    let rules = amount::checks(refund.amount).into_iter().chain([
        single(books.policy.site, refund.amount),
        trade_id_new(books, &refund.trade_id),
        refund_within_charge(charge, refund)?,
    ]);
    record(books.policy, request, rules, |accepted| {
        let (refunded, owed) = books.refunded(charge, refund)?;
        // What comes back to a customer's own cash repays nothing once it is a resale customer: it pays with what is allocated.
        let to_customer = refunded.parts.iter().find_map(|part| books.payer_with(&part.place));
        accepted.event(Change::AccountRefunded(refunded));
        if let Some((moved, partner)) = owed {
            let moved = MoneyMoved { trade_id: TradeId::made(accepted.new_id()), ..moved };
            accepted.event(Change::DebtWrittenOff(DebtWrittenOff { moved, partner }));
        }
        match to_customer {
            Some(customer) => books.repay(accepted, customer.id(), refund.amount),
            None => Ok(()),
        }
    })
}

pub(crate) fn write_off(books: Books, request: &Request, write_off: &WriteOffDebt) -> Decided {
    books.customer(&write_off.customer)?;
    let rules = amount::checks(write_off.amount)
        .into_iter()
        .chain([single(books.policy.site, write_off.amount), write_off_within_debt(books, write_off)]);
    record(books.policy, request, rules, |accepted| {
        let (trade_id, trade_detail_type) = (TradeId::made(accepted.new_id()), TradeDetailType::VendorWriteOff);
        let (from, to, amount) = (Place::VENDOR, Place::debt(&write_off.customer), write_off.amount);
        let partner = books.resale_partner(&write_off.customer)?;
        let moved = MoneyMoved { trade_id, trade_detail_type, from, to, amount };
        accepted.event(Change::DebtWrittenOff(DebtWrittenOff { moved, partner }));
        Ok(())
    })
}

pub(crate) fn is_resale(customer: &Customer) -> bool {
    customer.mode() == Some(AssociationMode::AgencyResale)
}

/// A debt that is written off, and the partner whose resale customer it was made as.
type Forgiven = (MoneyMoved, Option<PartnerId>);

impl<'a> Books<'a> {
    /// The customer whose account it is, if it is one's.
    pub(crate) fn holder(&self, holder: &Holder) -> Result<Option<&'a Customer>, Error> {
        match holder {
            Holder::Partner(account) => {
                self.directory.partner(&account.partner).ok_or_else(|| Unknown::new("partner", &account.partner))?;
                Ok(None)
            }
            Holder::Customer(account) => Ok(Some(self.customer(&account.customer)?)),
        }
    }

    pub(crate) fn currency(&self) -> Currency {
        self.policy.site.currency()
    }

    /// The partner whose resale customer it is.
    fn resale_partner(&self, customer: &CustomerId) -> Result<Option<PartnerId>, Error> {
        let customer = self.customer(customer)?;
        let association = customer.association.as_ref().filter(|_| is_resale(customer));
        Ok(association.map(|association| association.partner.clone()))
    }

    /// What is at a place.
    pub(crate) fn money_at(&self, place: &Place) -> Money {
        self.accounts.balance(place, self.currency())
    }

    /// What a customer owes, as its account and the vendor's record of it say.
    pub(crate) fn arrears(&self, customer: &Customer) -> Money {
        let owed = self.accounts.debt(customer.id(), self.currency());
        match customer.standing().arrears.filter(|recorded| recorded.is_positive()) {
            Some(recorded) => owed.plus(recorded).unwrap_or(recorded),
            None => owed,
        }
    }

    /// A partner pays with cash as far as it goes, and with credit for the rest.
    pub(super) fn cash_then_credit(&self, partner: &PartnerId, amount: Money, now: Timestamp) -> Result<Vec<Part>, Error> {
        let (cash, credit) = (Place::top_up(partner), Place::credit(partner));
        let has = [self.money_at(&cash), self.usable_credit(partner, now)];
        Self::taken([cash, credit].into_iter().zip(has), amount)
    }

    /// A resale customer pays with what its partner allocated, any other with its own cash; what is lacking it owes.
    fn customer_parts(&self, customer: &Customer, amount: Money) -> Result<Vec<Part>, Error> {
        let place = self.paying_place(customer);
        let has = self.money_at(&place);
        let mut parts = Self::taken([(place, has)], amount)?;
        let paid = parts.iter().try_fold(Money::zero(amount.currency()), |sum, part| sum.plus(part.amount))?;
        let owed = amount.minus(paid)?;
        if owed.is_positive() {
            parts.push(Part { place: Place::debt(customer.id()), amount: owed });
        }
        Ok(parts)
    }

    /// What a customer pays with.
    pub(super) fn paying_place(&self, customer: &Customer) -> Place {
        if is_resale(customer) { Place::allocation(customer.id()) } else { Place::own_cash(customer.id()) }
    }

    /// The customer who pays with what is at this place.
    fn payer_with(&self, place: &Place) -> Option<&'a Customer> {
        let customer = self.directory.customer(place.customer()?)?;
        (self.paying_place(customer) == *place).then_some(customer)
    }

    /// The amount from places that have so much, in their order.
    fn taken(places: impl IntoIterator<Item = (Place, Money)>, amount: Money) -> Result<Vec<Part>, Error> {
        let mut left = amount;
        let mut parts = Vec::new();
        for (place, has) in places {
            let amount = has.at_most(left)?;
            if amount.is_positive() {
                left = left.minus(amount)?;
                parts.push(Part { place, amount });
            }
        }
        Ok(parts)
    }

    /// A customer that owes repays as soon as it has something: what it has is never beside what it owes.
    pub(crate) fn repay(&self, accepted: &mut Accepted, customer: &CustomerId, came: Money) -> Result<(), Error> {
        let owed = self.accounts.debt(customer, came.currency());
        let amount = owed.at_most(came)?;
        if !amount.is_positive() {
            return Ok(());
        }
        let from = self.paying_place(self.customer(customer)?);
        let trade_id = TradeId::made(accepted.new_id());
        let (trade_detail_type, to) = (TradeDetailType::Repayment, Place::debt(customer));
        accepted.event(Change::MoneyMoved(MoneyMoved { trade_id, trade_detail_type, from, to, amount }));
        Ok(())
    }

    /// Where a refund goes, and what of a debt is written off instead.
    fn refunded(&self, charge: &Charge, refund: &RefundCharge) -> Result<(AccountRefunded, Option<Forgiven>), Error> {
        let mut parts = Vec::new();
        let mut forgiven = None;
        let (mut credit, mut credit_amount) = (None, None);
        match &charge.payer {
            Holder::Partner(payer) => {
                let from_credit = charge.credit_left()?.at_most(refund.amount)?;
                let cash = refund.amount.minus(from_credit)?;
                if from_credit.is_positive() {
                    let available = self.restored(&payer.partner, from_credit)?;
                    parts.push(Part { place: Place::credit(&payer.partner), amount: available });
                    (credit, credit_amount) = (Some(payer.partner.clone()), Some(from_credit));
                }
                parts.push(Part { place: Place::top_up(&payer.partner), amount: cash });
            }
            Holder::Customer(payer) => {
                let customer = self.customer(&payer.customer)?;
                let (place, owed) = match &charge.partner {
                    Some(partner) if is_resale(customer) && customer.is_of(partner) => (Place::allocation(customer.id()), None),
                    Some(partner) => (Place::top_up(partner), Some(self.owed_of(charge, customer.id())?.at_most(refund.amount)?)),
                    None => (Place::own_cash(customer.id()), None),
                };
                let owed = owed.filter(|owed| owed.is_positive());
                let amount = owed.map_or(Ok(refund.amount), |owed| refund.amount.minus(owed))?;
                parts.push(Part { place, amount });
                forgiven = owed.map(|amount| {
                    let (trade_id, trade_detail_type) = (refund.trade_id.clone(), TradeDetailType::VendorWriteOff);
                    let (from, to) = (Place::VENDOR, Place::debt(customer.id()));
                    (MoneyMoved { trade_id, trade_detail_type, from, to, amount }, charge.partner.clone())
                });
            }
        }
        parts.retain(|part| part.amount.is_positive());
        let trade_detail_type = if refund.unsubscription { TradeDetailType::Unsubscription } else { TradeDetailType::Refund };
        let refunded = AccountRefunded {
            trade_id: refund.trade_id.clone(),
            trade_detail_type,
            charge: refund.charge.clone(),
            amount: refund.amount,
            parts,
            credit,
            credit_amount,
        };
        Ok((refunded, forgiven))
    }

    /// What a customer could not pay of a charge, as far as it still owes anything.
    fn owed_of(&self, charge: &Charge, customer: &CustomerId) -> Result<Money, Error> {
        let unpaid = charge.parts.iter().filter(|part| matches!(part.place, Place::Debt(_)));
        let unpaid = unpaid.map(|part| part.amount).try_fold(Money::zero(charge.amount.currency()), Money::plus)?;
        self.accounts.debt(customer, charge.amount.currency()).at_most(unpaid)
    }
}

rule! {
    /// What is charged must be of a type of consumption; repayments follow from what comes in, and are not charged.
    CONSUMPTION_TYPE = "account.pay.consumption-type", call, derived "the vendor's list of trade types";
    zh "扣费必须是消费类的交易类型;还款由入账触发,不单独扣费";
    broken "{type} is no consumption", "{type} 不是消费类型";
    comply "give a type of consumption", "请填写消费类的交易类型";
}

fn consumption_type(charge: &ChargeAccount) -> Check {
    let given = charge.trade_detail_type;
    let consumption = given.trade_type() == TradeType::Consumption && given != TradeDetailType::Repayment;
    CONSUMPTION_TYPE.require(consumption, || vec![("type", given.name().into())])
}

rule! {
    /// A transaction or order is charged or refunded once.
    TRADE_ID_NEW = "account.pay.trade-id-new", call, derived "a line of a statement names one transaction";
    zh "同一交易或订单只入账一次";
    broken "{trade} has been used", "{trade} 已入账";
    comply "give the transaction its own id", "请使用该笔交易自己的编号";
}

pub(super) fn trade_id_new(books: Books, id: &TradeId) -> Check {
    TRADE_ID_NEW.require(!books.accounts.has_traded(id), || facts! { trade: id.as_str() })
}

rule! {
    /// A partner pays at most what its cash and its credit hold together; a customer pays an order at most with what it has.
    WITHIN_BALANCE = "account.pay.within-balance", call, "CBC.99005003" 400, documented "paying an order, insufficient balance";
    zh "伙伴支付不得超过现金与信用余额之和;客户支付订单不得超过其可用余额";
    broken "{payer} has {balance}, and {amount} is to be paid", "{payer} 可用 {balance},需支付 {amount}";
    comply "top the account up first, or allocate to the customer", "请先充值,或由伙伴拨款";
}

fn within_balance(books: Books, request: &Request, charge: &ChargeAccount, customer: Option<&Customer>) -> Result<Check, Error> {
    let (payer, balance) = match (&charge.payer, customer) {
        (Holder::Partner(account), _) => (account.partner.as_str(), books.usable_total(&account.partner, request.at)?),
        (Holder::Customer(_), Some(_)) if charge.trade_detail_type.is_post_paid() => return Ok(Ok(())),
        (Holder::Customer(account), Some(customer)) => (account.customer.as_str(), books.money_at(&books.paying_place(customer))),
        (Holder::Customer(_), None) => return Ok(Ok(())),
    };
    let covered = balance.covers(charge.amount) || balance.currency() != charge.amount.currency();
    Ok(WITHIN_BALANCE.require(covered, || facts! { payer: payer, balance: balance, amount: charge.amount }))
}

rule! {
    /// A payment from a partner's balance takes cash first, then credit.
    CASH_BEFORE_CREDIT = "account.pay.cash-before-credit", effect, documented "paying an order from the balance";
    zh "余额支付先扣现金,再扣信用";
}

rule! {
    /// What a customer consumed and cannot pay, it owes; whatever comes in repays that first.
    POST_PAID_MAKES_DEBT = "account.pay.post-paid-makes-debt", effect, derived "pay-per-use is charged after it was used; manual, arrears";
    zh "客户按需消费余额不足的部分形成欠费,之后的入账优先偿还欠费";
}

rule! {
    /// No more comes back of a charge than was charged.
    REFUND_WITHIN_CHARGE = "account.pay.refund-within-charge", call, derived "conservation of money";
    zh "退款累计不得超过原扣费金额";
    broken "{refunded} of {charged} has come back, and {amount} is to", "已退 {refunded}(原扣费 {charged}),本次退 {amount}";
    comply "refund what is left of it", "请按剩余金额退款";
}

fn refund_within_charge(charge: &Charge, refund: &RefundCharge) -> Result<Check, Error> {
    if refund.amount.currency() != charge.amount.currency() {
        return Ok(Ok(()));
    }
    let refunded = charge.refunded()?;
    let within = charge.amount.covers(refunded.plus(refund.amount)?);
    Ok(REFUND_WITHIN_CHARGE.require(within, || {
        facts! { refunded: refunded, charged: charge.amount, amount: refund.amount }
    }))
}

rule! {
    /// A refund of what a resale customer paid goes back to what was allocated to it. Once it is that partner's resale customer no more, what it
    /// still owes of the charge is written off, and the rest goes to the partner's top-up account.
    REFUND_TO_PAYER = "account.pay.refund-to-payer", effect, derived "the money was the partner's; while they are associated it is documented";
    zh "代售客户的退款退回伙伴拨款账户;不再是该伙伴的代售客户后,先核销该笔费用尚欠的金额,其余退回该伙伴的充值账户";
}

rule! {
    /// The vendor writes off at most what is owed.
    WRITE_OFF_WITHIN_DEBT = "account.pay.write-off-within-debt", call, derived "conservation of money";
    zh "核销金额不得超过欠费";
    broken "{customer} owes {debt}, and {amount} is to be written off", "{customer} 欠费 {debt},核销 {amount}";
    comply "write off what is owed", "请按欠费金额核销";
}

fn write_off_within_debt(books: Books, write_off: &WriteOffDebt) -> Check {
    let debt = books.accounts.debt(&write_off.customer, books.currency());
    let covered = write_off.amount.currency() != debt.currency() || debt.covers(write_off.amount);
    WRITE_OFF_WITHIN_DEBT.require(covered, || {
        facts! { customer: write_off.customer.as_str(), debt: debt, amount: write_off.amount }
    })
}
