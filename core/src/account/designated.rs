//! What of a partner's money is set aside, and how much of it may be allocated.

use serde::{Deserialize, Serialize};

use crate::center::Books;
use crate::decision::{Check, Decided, Request, facts};
use crate::directory::access::record;
use crate::error::{Error, Unknown};
use crate::event::Change;
use crate::id::PartnerId;
use crate::money::Money;
use crate::money::currency::single;
use crate::rule::{Rule, rule};
use crate::table::Entity;
use crate::time::Timestamp;

use super::Place;

pub(crate) static RULES: &[&Rule] = &[&RANGE];

/// What the vendor sets of a partner's accounts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountTerms {
    /// The partner.
    pub partner: PartnerId,
    /// What of its cash is set aside for a purpose and not to be allocated (专款专用余额); nothing, when absent. Never more than the cash there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub designated_amount: Option<Money>,
    /// The most that one allocation may move, beside what the cash allows (可拨款账户); no such limit, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allocatable_amount: Option<Money>,
    /// Whether it bought a standard-sales contract (标销合同), whose cash the system freezes and unfreezes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub standard_sales_contract: bool,
}

impl Entity for AccountTerms {
    type Id = PartnerId;
    fn id(&self) -> &PartnerId {
        &self.partner
    }
}

pub(crate) fn set(books: Books, request: &Request, terms: &AccountTerms) -> Decided {
    books.directory.partner(&terms.partner).ok_or_else(|| Unknown::new("partner", &terms.partner))?;
    let amounts = [terms.designated_amount, terms.allocatable_amount];
    let currencies = amounts.into_iter().flatten().map(|amount| single(books.policy.site, amount));
    let rules = currencies.chain([range(books, terms)]);
    record(books.policy, request, rules, |accepted| {
        accepted.event(Change::AccountTermsSet(terms.clone()));
        Ok(())
    })
}

impl Books<'_> {
    /// What of a partner's cash is set aside. Cash that has been spent is set aside no more.
    pub(crate) fn designated(&self, partner: &PartnerId) -> Money {
        let cash = self.money_at(&Place::top_up(partner));
        let set = self.accounts.terms(partner).and_then(|terms| terms.designated_amount);
        set.and_then(|set| set.at_most(cash).ok()).unwrap_or_else(|| Money::zero(self.currency()))
    }

    /// What a partner can pay with cash and credit together.
    pub(crate) fn usable_total(&self, partner: &PartnerId, now: Timestamp) -> Result<Money, Error> {
        self.money_at(&Place::top_up(partner)).plus(self.usable_credit(partner, now))
    }

    /// What a partner has in cash and in credit together.
    pub(crate) fn account_total(&self, partner: &PartnerId) -> Result<Money, Error> {
        self.money_at(&Place::top_up(partner)).plus(self.money_at(&Place::credit(partner)))
    }
}

rule! {
    /// What is set aside is at least nothing and at most the cash there is; what may be allocated is not below nothing. Both are in whole cents.
    RANGE = "account.designated.range", call, derived "what can be allocated is the cash less what is set aside";
    zh "专款专用金额不小于 0 且不超过现金余额,可拨款金额不小于 0,均精确到分";
    broken "{designated} is to be set aside and {allocatable} to be allocatable, of {cash}", "专款专用 {designated},可拨款 {allocatable},现金余额 {cash}";
    comply "set aside at most the cash there is", "请不要超过现金余额";
}

fn range(books: Books, terms: &AccountTerms) -> Check {
    let cash = books.money_at(&Place::top_up(&terms.partner));
    let none = Money::zero(cash.currency());
    let designated = terms.designated_amount.unwrap_or(none);
    let allocatable = terms.allocatable_amount.unwrap_or(none);
    let within = designated.currency() != cash.currency() || cash.covers(designated);
    RANGE.require(designated.is_a_value() && allocatable.is_a_value() && within, || {
        facts! { designated: designated, allocatable: allocatable, cash: cash }
    })
}
