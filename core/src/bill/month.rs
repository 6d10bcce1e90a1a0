//! A month of the accounts, line by line. Summaries and records of fees are made of it.

use chrono::{Days, NaiveDate};

use super::{BillCycle, BillDetailType};
use crate::account::{Charge, ChargeBack, ChargeTerms, Holder, Place, WriteOff};
use crate::center::Books;
use crate::directory::AssociationMode;
use crate::error::Error;
use crate::id::{CustomerId, PartnerId, TradeId};
use crate::money::Money;
use crate::time::Timestamp;

/// A month of the accounts, as far as it is known.
pub(super) struct Month<'a> {
    pub books: Books<'a>,
    pub cycle: BillCycle,
    /// The first day that is not known yet.
    pub until: NaiveDate,
}

/// A charge, what came back of one, or a debt that was written off.
pub(super) struct Line<'a> {
    pub customer: &'a CustomerId,
    /// How the customer was associated with the partner then; some old customers have no mode.
    pub association: Option<AssociationMode>,
    pub kind: BillDetailType,
    pub trade_id: &'a TradeId,
    pub at: Timestamp,
    /// What the charge was for; nothing is known of a debt's.
    pub terms: Option<&'a ChargeTerms>,
    /// The price before discounts; below zero for what came back, as all amounts are.
    pub official: Money,
    pub discount: Money,
    /// What was paid, what is owed and what was written off, together.
    pub payment: Money,
    pub paid: Money,
    pub debt: Money,
    pub written_off: Money,
}

impl<'a> Month<'a> {
    /// The month as it is known now: a day is in it from the refresh of the day after.
    pub fn known(books: Books<'a>, cycle: BillCycle, now: Timestamp) -> Self {
        let today = books.policy.site.date(now);
        let refreshed = books.policy.site.hour(now) >= books.policy.limits.bill_refresh_hour;
        let until = if refreshed { today } else { today.checked_sub_days(Days::new(1)).unwrap_or(today) };
        Self { books, cycle, until }
    }

    /// All of it, days to come included.
    pub fn whole(books: Books<'a>, cycle: BillCycle) -> Self {
        Self { books, cycle, until: cycle.next() }
    }

    fn has(&self, at: Timestamp) -> bool {
        let site = self.books.policy.site;
        self.cycle.contains(site, at) && site.date(at) < self.until
    }

    /// The lines of the customers whom the partner had when they were charged, in the order of the charges.
    pub fn lines(&self, partner: &PartnerId) -> impl Iterator<Item = Result<Line<'a>, Error>> {
        let charged = self.books.accounts.charges().flat_map(move |charge| {
            let found = self.charged(partner, charge);
            found.into_iter().flat_map(move |(customer, association)| {
                let line = self.has(charge.at).then(|| self.charge(charge, customer, association));
                let backs = charge.backs.iter().filter(|back| self.has(back.at) && to_customer(back));
                line.into_iter().chain(backs.map(move |back| self.back(charge, back, customer, association)))
            })
        });
        let written_off = self.books.accounts.write_offs().filter(|it| self.has(it.at));
        charged.chain(written_off.filter_map(|it| self.written_off(partner, it)))
    }

    /// The customer of the partner's whom a charge was to, and how they were associated.
    fn charged(&self, partner: &PartnerId, charge: &'a Charge) -> Option<(&'a CustomerId, Option<AssociationMode>)> {
        let Holder::Customer(payer) = &charge.payer else { return None };
        let association = self.association(partner, &payer.customer, charge.partner.as_ref(), charge.at)?;
        Some((&payer.customer, association))
    }

    /// How a customer was associated with the partner: in resale, where the money says so; else as referral, if at all.
    fn association(
        &self,
        partner: &PartnerId,
        customer: &CustomerId,
        resale: Option<&PartnerId>,
        at: Timestamp,
    ) -> Option<Option<AssociationMode>> {
        match resale {
            Some(seller) => (seller == partner).then_some(Some(AssociationMode::AgencyResale)),
            None => {
                let association = self.books.directory.customer(customer)?.association_at(at)?;
                // The mode may have been switched since.
                (association.partner == *partner).then_some(association.mode.map(|_| AssociationMode::Advisory))
            }
        }
    }

    fn none(&self) -> Money {
        Money::zero(self.books.currency())
    }

    fn charge(
        &self,
        charge: &'a Charge,
        customer: &'a CustomerId,
        association: Option<AssociationMode>,
    ) -> Result<Line<'a>, Error> {
        let none = self.none();
        let mut owed = charge.parts.iter().filter(|part| matches!(part.place, Place::Debt(_))).map(|part| part.amount);
        let debt = owed.try_fold(none, Money::plus)?;
        let discount = charge.terms.discount_amount.filter(|discount| discount.currency() == none.currency()).unwrap_or(none);
        Ok(Line {
            customer,
            association,
            kind: BillDetailType::of_charge(charge.trade_detail_type),
            trade_id: &charge.trade_id,
            at: charge.at,
            terms: Some(&charge.terms),
            official: charge.amount.plus(discount)?,
            discount,
            payment: charge.amount,
            paid: charge.amount.minus(debt)?,
            debt,
            written_off: none,
        })
    }

    fn back(
        &self,
        charge: &'a Charge,
        back: &'a ChargeBack,
        customer: &'a CustomerId,
        association: Option<AssociationMode>,
    ) -> Result<Line<'a>, Error> {
        let none = self.none();
        let returned = none.minus(back.amount)?;
        Ok(Line {
            customer,
            association,
            kind: if back.unsubscription { BillDetailType::Unsubscription } else { BillDetailType::RefundOfChange },
            trade_id: &back.trade_id,
            at: back.at,
            terms: Some(&charge.terms),
            official: returned,
            discount: none,
            payment: returned,
            paid: returned,
            debt: none,
            written_off: none,
        })
    }

    fn written_off(&self, partner: &PartnerId, it: &'a WriteOff) -> Option<Result<Line<'a>, Error>> {
        let association = self.association(partner, &it.customer, it.partner.as_ref(), it.at)?;
        let none = self.none();
        let line = none.minus(it.amount).map(|written_off| Line {
            customer: &it.customer,
            association,
            kind: BillDetailType::Compensation,
            trade_id: &it.trade_id,
            at: it.at,
            terms: None,
            official: written_off,
            discount: none,
            payment: written_off,
            paid: none,
            debt: none,
            written_off,
        });
        Some(line)
    }
}

/// What comes back after resale has ended goes to the partner.
fn to_customer(back: &ChargeBack) -> bool {
    back.parts.iter().any(|part| part.place.customer().is_some())
}
