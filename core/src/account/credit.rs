//! A partner's credit: the vendor sets its limit, payments use it, and it may expire.

use serde::{Deserialize, Serialize};

use super::{MoneyMoved, Place};
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, facts};
use crate::directory::access::record;
use crate::error::{Error, Malformed, Unknown};
use crate::event::Change;
use crate::id::{PartnerId, TradeId};
use crate::money::Money;
use crate::money::currency::single;
use crate::quota::in_command;
use crate::rule::{Rule, rule};
use crate::statement::TradeDetailType;
use crate::table::Entity;
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[&RANGE, &ADJUSTED, &EXPIRY];

/// The vendor sets the limit of a partner's credit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetCredit {
    /// The partner.
    pub partner: PartnerId,
    /// The most it can owe; not below zero, in whole cents.
    pub limit: Money,
    /// From when on there is no credit any more; it does not expire, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expire_time: Option<Timestamp>,
}

impl SetCredit {
    fn has_expired(&self, now: Timestamp) -> bool {
        self.expire_time.is_some_and(|end| end <= now)
    }
}

impl Entity for SetCredit {
    type Id = PartnerId;
    fn id(&self) -> &PartnerId {
        &self.partner
    }
}

pub(crate) fn set(books: Books, request: &Request, set: &SetCredit) -> Decided {
    books.directory.partner(&set.partner).ok_or_else(|| Unknown::new("partner", &set.partner))?;
    record(books.policy, request, [single(books.policy.site, set.limit), range(set)], |accepted| {
        books.change_credit(accepted, set.clone(), TradeDetailType::AdjustCredit)
    })
}

/// Time passes: credits that have expired are cleared.
pub(crate) fn expire(books: Books, accepted: &mut Accepted) -> Result<(), Error> {
    let now = accepted.now();
    for credit in books.accounts.credits().filter(|credit| credit.has_expired(now)) {
        let none = SetCredit { partner: credit.partner.clone(), limit: Money::zero(credit.limit.currency()), expire_time: None };
        books.change_credit(accepted, none, TradeDetailType::ExpiryCleared)?;
    }
    Ok(())
}

impl Books<'_> {
    /// The limit is another now, and what can be used of it.
    fn change_credit(&self, accepted: &mut Accepted, set: SetCredit, of: TradeDetailType) -> Result<(), Error> {
        let (now, place) = (self.available(&set.partner, set.limit, None)?, Place::credit(&set.partner));
        let before = self.money_at(&place);
        accepted.event(Change::CreditSet(set));
        let trade_id = TradeId::made(accepted.new_id());
        let moved = |from, to, amount| Change::MoneyMoved(MoneyMoved { trade_id, trade_detail_type: of, from, to, amount });
        let (more, less) = (now.minus(before)?, before.minus(now)?);
        if more.is_positive() {
            // All credits together are what the vendor gives.
            if !self.money_at(&Place::VENDOR).minus(more)?.is_an_amount() {
                return Err(in_command(
                    "limit",
                    Malformed::new("a limit that keeps all credits together below 10^18", more).into(),
                ));
            }
            accepted.event(moved(Place::VENDOR, place, more));
        } else if less.is_positive() {
            accepted.event(moved(place, Place::VENDOR, less));
        }
        Ok(())
    }

    /// What a partner can pay with its credit: nothing once it has expired, though nobody has cleared it yet.
    pub(crate) fn usable_credit(&self, partner: &PartnerId, now: Timestamp) -> Money {
        let expired = self.accounts.credit(partner).is_some_and(|credit| credit.has_expired(now));
        if expired { Money::zero(self.currency()) } else { self.money_at(&Place::credit(partner)) }
    }

    /// What can be used of a limit: nothing, once more is used than it is.
    fn available(&self, partner: &PartnerId, limit: Money, back: Option<Money>) -> Result<Money, Error> {
        let used = self.accounts.credit_used(partner, limit.currency());
        let used = back.map_or(Ok(used), |back| used.minus(back))?;
        let left = limit.minus(used)?;
        Ok(if left.is_positive() { left } else { Money::zero(limit.currency()) })
    }

    /// What becomes available when so much of a credit is used no more.
    pub(super) fn restored(&self, partner: &PartnerId, back: Money) -> Result<Money, Error> {
        let limit = self.accounts.credit(partner).map_or_else(|| Money::zero(back.currency()), |credit| credit.limit);
        self.available(partner, limit, Some(back))?.minus(self.money_at(&Place::credit(partner)))
    }
}

rule! {
    /// A credit limit is not below zero and in whole cents; what is available is between nothing and the limit.
    RANGE = "account.credit.range", call, derived "a limit below zero is none; overdrafts are documented nowhere";
    zh "信用额度不小于 0 且精确到分,可用额度在 0 与额度之间";
    broken "the limit is {limit}", "信用额度为 {limit}";
    comply "give a limit of zero or more", "请给出不小于 0 的额度";
}

fn range(set: &SetCredit) -> Check {
    RANGE.require(set.limit.is_a_value(), || facts! { limit: set.limit })
}

rule! {
    /// A change of the limit changes what is available by as much. A limit below what is used leaves nothing available, until enough has come
    /// back.
    ADJUSTED = "account.credit.adjusted", effect, derived "the limit's trade type goes both ways; that a limit can be cut below what is used is ours";
    zh "调整信用额度时可用额度同步增减;额度低于已用金额时可用额度为 0,直至已用金额恢复到额度以内";
}

rule! {
    /// Credit that has expired pays nothing, and is cleared when the clock is advanced: nothing of it is on the account any more.
    EXPIRY = "account.credit.expiry", effect, derived "the vendor's list of trade types: expired and cleared";
    zh "信用额度到期后不可使用,并在时钟推进时清零";
}
