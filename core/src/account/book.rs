//! The book of accounts, and the lines of their statements.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{AccountRefunded, AccountTerms, Charge, Part, Place, SetCredit, WriteOff};
use crate::error::{Error, Malformed};
use crate::event::{Change, Event};
use crate::id::{CustomerId, PartnerId, TradeId};
use crate::money::{Currency, Money};
use crate::statement::{Counterpart, Direction, Line, TradeDetailType};
use crate::table::{Entity, Table};

/// A place where money is, and all that ever came and went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Which.
    pub place: Place,
    /// What is there; below zero only where somebody owes, and outside.
    pub balance: Money,
    /// The lines of its statement, oldest first; none where there is no statement.
    pub lines: Vec<Line>,
}

impl Entity for Account {
    type Id = Place;
    fn id(&self) -> &Place {
        &self.place
    }
}

/// The book of accounts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountBook {
    accounts: Table<Account>,
    terms: Table<AccountTerms>,
    credits: Table<SetCredit>,
    /// What is used of each credit; it can be more than the limit once the limit is cut.
    credits_used: BTreeMap<PartnerId, Money>,
    charges: Table<Charge>,
    /// The transactions of refunds.
    refunds: BTreeSet<TradeId>,
    write_offs: Vec<WriteOff>,
}

/// One movement of an event: from where, to where, how much.
pub(crate) struct Leg<'a> {
    pub from: &'a Place,
    pub to: &'a Place,
    pub amount: Money,
    pub trade_id: &'a TradeId,
    pub trade_detail_type: TradeDetailType,
    /// Whether it is an adjustment, of which a partner's line names the other side.
    pub adjusts: bool,
}

impl Leg<'_> {
    /// The other side of an adjustment.
    fn counterpart(&self, direction: Direction) -> Option<Counterpart> {
        let other = match direction {
            Direction::Income => self.from,
            Direction::Expense => self.to,
        };
        let customer = other.customer().map(|customer| Counterpart::Customer { customer: customer.clone() });
        let partner = || other.partner().map(|partner| Counterpart::Partner { partner: partner.clone() });
        customer.or_else(partner).filter(|_| self.adjusts)
    }
}

impl AccountBook {
    /// What is at a place, in the currency if nothing ever was.
    pub fn balance(&self, place: &Place, currency: Currency) -> Money {
        self.accounts.get(place).map_or_else(|| Money::zero(currency), |account| account.balance)
    }

    /// The account at a place, once something was there.
    pub fn account(&self, place: &Place) -> Option<&Account> {
        self.accounts.get(place)
    }

    /// All accounts, in the order in which money first came to them.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.iter()
    }

    /// What a customer owes: nothing, or more.
    pub fn debt(&self, customer: &CustomerId, currency: Currency) -> Money {
        let owed = self.balance(&Place::debt(customer), currency);
        Money::zero(owed.currency()).minus(owed).unwrap_or(owed)
    }

    /// What the vendor has set of a partner's accounts.
    pub fn terms(&self, partner: &PartnerId) -> Option<&AccountTerms> {
        self.terms.get(partner)
    }

    /// A partner's credit.
    pub fn credit(&self, partner: &PartnerId) -> Option<&SetCredit> {
        self.credits.get(partner)
    }

    /// All credits.
    pub(super) fn credits(&self) -> impl Iterator<Item = &SetCredit> {
        self.credits.iter()
    }

    /// What is used of a partner's credit.
    pub fn credit_used(&self, partner: &PartnerId, currency: Currency) -> Money {
        self.credits_used.get(partner).copied().unwrap_or_else(|| Money::zero(currency))
    }

    /// What was charged in this transaction, or for this order.
    pub fn charge(&self, id: &TradeId) -> Option<&Charge> {
        self.charges.get(id)
    }

    /// Whether a charge or a refund has this id.
    pub(super) fn has_traded(&self, id: &TradeId) -> bool {
        self.charges.get(id).is_some() || self.refunds.contains(id)
    }

    /// All charges, oldest first.
    pub fn charges(&self) -> impl DoubleEndedIterator<Item = &Charge> {
        self.charges.iter()
    }

    /// All debts that were written off, oldest first.
    pub fn write_offs(&self) -> impl Iterator<Item = &WriteOff> {
        self.write_offs.iter()
    }

    /// The movements of an event, in order.
    fn legs(change: &Change) -> Vec<Leg<'_>> {
        match change {
            Change::MoneyMoved(it) => vec![it.leg()],
            Change::DebtWrittenOff(it) => vec![it.moved.leg()],
            Change::AccountCharged(it) => it.legs(),
            Change::AccountRefunded(it) => it.legs(),
            Change::AdjustmentMade(it) => vec![it.leg()],
            _ => Vec::new(),
        }
    }

    /// The amounts of an event, those that move nothing included.
    fn amounts(change: &Change) -> Vec<Money> {
        let mut amounts: Vec<_> = Self::legs(change).iter().map(|leg| leg.amount).collect();
        match change {
            Change::AccountCharged(it) => amounts.push(it.amount),
            Change::AccountRefunded(it) => amounts.extend([it.amount].into_iter().chain(it.credit_amount)),
            Change::CreditSet(it) => amounts.push(it.limit),
            Change::AccountTermsSet(it) => amounts.extend(it.designated_amount.into_iter().chain(it.allocatable_amount)),
            _ => {}
        }
        amounts
    }

    /// Whether the event can have happened here.
    ///
    /// # Errors
    /// When it moves no amount, or more than there is.
    pub(crate) fn check(&self, event: &Event) -> Result<(), Error> {
        let wrong = |why: String| Err(Error::Fault(format!("the event {} {why}", event.id())));
        let amounts = Self::amounts(&event.change);
        if amounts.is_empty() {
            return Ok(());
        }
        let currency =
            self.accounts.iter().map(|account| account.balance).chain(amounts.first().copied()).map(Money::currency).next();
        if let Some(strange) = amounts.iter().find(|amount| Some(amount.currency()) != currency) {
            return wrong(format!("has {strange} among amounts of another currency"));
        }
        if let Some(strange) = amounts.iter().find(|amount| !amount.is_a_value()) {
            return wrong(format!("has the amount {strange}"));
        }
        let mut moved: Vec<Leg> = Vec::new();
        for leg in Self::legs(&event.change) {
            if !leg.amount.is_positive() {
                return wrong(format!("moves {}", leg.amount));
            }
            if leg.from == leg.to {
                return wrong(format!("moves money from {} to itself", leg.from.account_id()));
            }
            let sum_of = |same: &dyn Fn(&Leg) -> bool| {
                moved.iter().filter(|other| same(other)).map(|other| other.amount).try_fold(leg.amount, Money::plus)
            };
            let gone = sum_of(&|other| other.from == leg.from)?;
            let came = sum_of(&|other| other.to == leg.to)?;
            let there = self.balance(leg.from, leg.amount.currency());
            if !leg.from.may_be_negative() && !there.covers(gone) {
                return wrong(format!("takes {gone} from {}, where {there} is", leg.from.account_id()));
            }
            let after = self.balance(leg.to, leg.amount.currency()).plus(came)?;
            if matches!(leg.to, Place::Debt(_)) && after.is_positive() {
                return wrong(format!("repays more than {} is", leg.to.account_id()));
            }
            if !there.minus(gone)?.is_an_amount() || !after.is_an_amount() {
                return wrong(format!("moves {}, which is more than can be told", leg.amount));
            }
            moved.push(leg);
        }
        let sum = |parts: &[Part]| {
            let currency = currency.unwrap_or_default();
            parts.iter().try_fold(Money::zero(currency), |sum, part| sum.plus(part.amount))
        };
        match &event.change {
            Change::AccountCharged(it) if self.has_traded(&it.trade_id) => wrong(format!("charges `{}` again", it.trade_id)),
            Change::AccountCharged(it) if !it.amount.is_positive() => wrong(format!("charges {}", it.amount)),
            Change::AccountCharged(it) if sum(&it.parts)? != it.amount => wrong(format!("charges {} in other parts", it.amount)),
            Change::AccountRefunded(it) => match self.refund_flaw(it, sum(&it.parts)?)? {
                Some(flaw) => wrong(flaw),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// What is wrong with a refund that puts so much in places.
    fn refund_flaw(&self, it: &AccountRefunded, put: Money) -> Result<Option<String>, Error> {
        let Some(charge) = self.charge(&it.charge) else {
            return Ok(Some(format!("refunds `{}`, which was never charged", it.charge)));
        };
        if self.has_traded(&it.trade_id) {
            return Ok(Some(format!("refunds as `{}` again", it.trade_id)));
        }
        if !it.amount.is_positive() || !charge.amount.covers(charge.refunded()?.plus(it.amount)?) || !it.amount.covers(put) {
            return Ok(Some(format!("refunds {} of a charge of {}", it.amount, charge.amount)));
        }
        let used = it.credit.as_ref().map(|partner| self.credit_used(partner, it.amount.currency()));
        let fits = match (used, it.credit_amount) {
            (Some(used), Some(amount)) => used.covers(amount) && it.amount.covers(amount),
            (used, amount) => used.is_none() && amount.is_none(),
        };
        Ok((!fits).then(|| "lowers the use of a credit by more than it is".to_owned()))
    }

    /// Whether the book can be what events made.
    ///
    /// # Errors
    /// When somebody has less than nothing, when a statement ends with something else than what is there, or when all places together hold
    /// something.
    pub(crate) fn sound(&self) -> Result<(), Malformed> {
        let mut together: Option<Money> = None;
        for (number, account) in self.accounts.iter().enumerate() {
            let wrong =
                |expected: &str| Err(Malformed::new(expected, account.balance).at(&format!("accounts[{number}].balance")));
            let amount = account.balance.amount();
            if amount.is_sign_negative() && !amount.is_zero() && !account.place.may_be_negative() {
                return wrong("zero or more");
            }
            if account.balance.is_positive() && matches!(account.place, Place::Debt(_)) {
                return wrong("zero or less: it is what is owed");
            }
            if account.lines.last().is_some_and(|last| last.balance_after != account.balance) {
                return wrong("what the last line of its statement left");
            }
            match together.map_or(Ok(account.balance), |sum| sum.plus(account.balance)) {
                Ok(sum) => together = Some(sum),
                Err(_) => return wrong("of the currency of the others, and not as large"),
            }
        }
        match together.filter(|sum| !sum.is_zero()) {
            Some(sum) => Err(Malformed::new("balances that are nothing together", sum).at("accounts")),
            None => Ok(()),
        }
    }

    /// Takes in what happened; events of other contexts change nothing here.
    ///
    /// # Errors
    /// When a sum is too large, or of two currencies.
    pub(crate) fn evolve(&mut self, event: &Event) -> Result<(), Error> {
        for (number, leg) in (0_u32..).zip(Self::legs(&event.change)) {
            self.post(event, number, &leg)?;
        }
        match &event.change {
            Change::AccountTermsSet(terms) => drop(self.terms.set(terms.clone())),
            Change::CreditSet(credit) => drop(self.credits.set(credit.clone())),
            Change::AccountCharged(it) => {
                self.charges.set(Charge::of(it, event.at));
                for part in &it.parts {
                    self.use_credit(&part.place, part.amount)?;
                }
            }
            Change::AdjustmentMade(it) => self.use_credit(&it.from, it.amount)?,
            Change::AccountRefunded(it) => {
                self.refunds.insert(it.trade_id.clone());
                if let Some(charge) = self.charges.get_mut(&it.charge) {
                    charge.refund(it, event.at)?;
                }
                if let Some((partner, amount)) = it.credit.as_ref().zip(it.credit_amount) {
                    let used = self.credit_used(partner, amount.currency()).minus(amount)?;
                    self.credits_used.insert(partner.clone(), used);
                }
            }
            Change::DebtWrittenOff(it) => {
                if let Some(customer) = it.moved.to.customer().cloned() {
                    let (trade_id, partner) = (it.moved.trade_id.clone(), it.partner.clone());
                    self.write_offs.push(WriteOff { trade_id, customer, partner, at: event.at, amount: it.moved.amount });
                }
            }
            Change::MoneyMoved(it) => self.evolve_cleared(event, it)?,
            _ => {}
        }
        Ok(())
    }

    /// What is taken from a credit is used of it, whether it was paid or allocated.
    fn use_credit(&mut self, from: &Place, amount: Money) -> Result<(), Error> {
        let Place::Credit(account) = from else { return Ok(()) };
        let used = self.credit_used(&account.partner, amount.currency()).plus(amount)?;
        self.credits_used.insert(account.partner.clone(), used);
        Ok(())
    }

    /// Clearing frozen cash moves no available cash, and shows on the statement all the same.
    fn evolve_cleared(&mut self, event: &Event, it: &super::MoneyMoved) -> Result<(), Error> {
        let Place::Frozen(account) = &it.from else { return Ok(()) };
        if it.to != Place::VENDOR {
            return Ok(());
        }
        let top_up = Place::top_up(&account.partner);
        let nothing = Money::zero(it.amount.currency());
        let leg = Leg {
            from: &top_up,
            to: &Place::VENDOR,
            amount: nothing,
            trade_id: &it.trade_id,
            trade_detail_type: it.trade_detail_type,
            adjusts: false,
        };
        self.write(event, 1, &leg, &top_up, Direction::Expense)
    }

    fn post(&mut self, event: &Event, number: u32, leg: &Leg) -> Result<(), Error> {
        self.write(event, number, leg, leg.from, Direction::Expense)?;
        self.write(event, number, leg, leg.to, Direction::Income)
    }

    /// One side of a movement.
    fn write(&mut self, event: &Event, number: u32, leg: &Leg, place: &Place, direction: Direction) -> Result<(), Error> {
        let before = self.balance(place, leg.amount.currency());
        let after = match direction {
            Direction::Income => before.plus(leg.amount)?,
            Direction::Expense => before.minus(leg.amount)?,
        };
        let counterpart = leg.counterpart(direction).filter(|_| place.partner().is_some());
        let make = || Account { place: place.clone(), balance: before, lines: Vec::new() };
        self.accounts.change(place, make, |account| {
            account.balance = after;
            if place.has_statement() {
                account.lines.push(Line {
                    request: event.request.clone(),
                    index: event.index,
                    leg: number,
                    trade_time: event.at,
                    trade_detail_type: leg.trade_detail_type,
                    trade_id: leg.trade_id.clone(),
                    direction,
                    change_amount: leg.amount,
                    balance_after: after,
                    counterpart,
                });
            }
        });
        Ok(())
    }
}
