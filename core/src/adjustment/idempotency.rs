//! Ours: a key by which a caller tells that an adjustment is asked for again. The vendor's calls have none.

use serde::{Deserialize, Serialize};

use super::{AdjustmentRecord, role};
use crate::center::{Books, fingerprint_of};
use crate::command::Command;
use crate::coupon::access::rate_limit;
use crate::decision::{Check, Request, Review, facts};
use crate::directory::Caller;
use crate::id::{AdjustmentKey, PartnerId, RequestId};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&KEY];

/// A key that was used, by whom and for what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeyUse {
    /// The partner that called.
    pub partner: PartnerId,
    /// Its key.
    pub key: AdjustmentKey,
    /// A fingerprint of what was asked.
    #[serde(with = "crate::event::hex")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub asked: u64,
}

impl KeyUse {
    /// The key of a request, if it has one.
    pub(super) fn of(caller: Caller, request: &Request) -> Option<Self> {
        let (key, partner) = request.command.adjustment_key().zip(caller.partner)?;
        Some(Self { partner: partner.id.clone(), key: key.clone(), asked: fingerprint_of(&request.command) })
    }
}

impl Command {
    /// The key by which an adjustment is told from another.
    fn adjustment_key(&self) -> Option<&AdjustmentKey> {
        match self {
            Self::AllocateToCustomer(it) => it.key.as_ref(),
            Self::ReclaimFromCustomer(it) => it.key.as_ref(),
            Self::AllocateToCustomers(it) | Self::ReclaimFromCustomers(it) => it.key.as_ref(),
            Self::AllocateToReseller(it) => it.key.as_ref(),
            Self::ReclaimFromReseller(it) => it.key.as_ref(),
            _ => None,
        }
    }
}

/// The earlier request of this key and content, whose answer this one gets too, if the caller may ask for it at all.
pub(crate) fn earlier<'a>(books: Books<'a>, request: &'a Request) -> Option<&'a RequestId> {
    request.command.adjustment_key()?;
    let caller = books.caller(request).ok()?;
    let (used, record) = found(books, caller, request)?;
    let (role, item) = role::asked_by(&request.command)?;
    let mut review = Review::new(books.policy);
    review.ask([rate_limit(caller), role(caller), role::permission(caller, item)]);
    (same(&used, record) && !review.is_refused() && books.policy.enforces(&KEY)).then_some(&record.request)
}

fn found<'a>(books: Books<'a>, caller: Caller, request: &Request) -> Option<(KeyUse, &'a AdjustmentRecord)> {
    let used = KeyUse::of(caller, request)?;
    let record = books.adjustments.of_key(&used.partner, &used.key)?;
    Some((used, record))
}

/// Whether the same was asked.
fn same(used: &KeyUse, record: &AdjustmentRecord) -> bool {
    record.made.key.as_ref().is_some_and(|before| before.asked == used.asked)
}

rule! {
    /// A key that has been used comes with the same adjustment: then it is answered as before, and nothing moves twice.
    KEY = "adjustment.idempotency.key", call, "CBC.99007009" 400, assumed "the code exists for transfers within an enterprise; allocating and reclaiming have no key";
    zh "重复使用的幂等键必须对应同一笔调账,此时返回原结果且不重复转账";
    broken "the key {key} has been used for another adjustment", "幂等键 {key} 已用于其他调账";
    comply "give a new adjustment its own key", "新的调账请使用新的幂等键";
}

pub(super) fn key(books: Books, caller: Caller, request: &Request) -> Check {
    match found(books, caller, request) {
        Some((used, record)) if !same(&used, record) => KEY.broken(facts! { key: used.key.as_str() }),
        _ => Ok(()),
    }
}
