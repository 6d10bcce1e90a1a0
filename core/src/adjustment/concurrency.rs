//! One adjustment at a time between a partner and somebody else.

use serde::{Deserialize, Serialize};

use crate::account::Holder;
use crate::center::Books;
use crate::decision::{Check, Decided, Request, facts};
use crate::directory::access::record;
use crate::error::Unknown;
use crate::event::Change;
use crate::id::PartnerId;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&SINGLE_FLIGHT];

/// A partner, and the customer or reseller with whom it has an adjustment under way.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustmentPair {
    /// The partner that allocates or reclaims.
    pub partner: PartnerId,
    /// The customer, or the reseller.
    pub with: Holder,
}

/// The vendor says that an adjustment has begun, or that it has ended.
pub(crate) fn mark(books: Books, request: &Request, pair: &AdjustmentPair, begun: bool) -> Decided {
    books.directory.partner(&pair.partner).ok_or_else(|| Unknown::new("partner", &pair.partner))?;
    books.holder(&pair.with)?;
    record(books.policy, request, [], |accepted| {
        let pair = pair.clone();
        accepted.event(if begun { Change::AdjustmentBegun(pair) } else { Change::AdjustmentEnded(pair) });
        Ok(())
    })
}

rule! {
    /// While an adjustment between the two is under way, no other may begin.
    SINGLE_FLIGHT = "adjustment.concurrency.single-flight", row, "CBC.99007461" 400, derived "transfers within an enterprise, status codes; by analogy";
    zh "同一对账户之间有未完成的调账时,不得再次调账";
    broken "an adjustment of {partner} with {with} is under way", "{partner} 与 {with} 之间有未完成的调账";
    comply "wait until it has ended, then look whether it was made before asking again", "请等待其完成,并先核对是否已成功再重试";
}

pub(super) fn single_flight(books: Books, partner: &PartnerId, with: &Holder) -> Check {
    let name = match with {
        Holder::Partner(account) => account.partner.as_str(),
        Holder::Customer(account) => account.customer.as_str(),
    };
    SINGLE_FLIGHT.require(!books.adjustments.is_unfinished(partner, with), || facts! { partner: partner.as_str(), with: name })
}
