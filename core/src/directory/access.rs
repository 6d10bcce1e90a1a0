//! Who keeps the directory: the vendor.

use crate::decision::{Accepted, Actor, Check, Decided, Request, Review, facts};
use crate::policy::Policy;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&VENDOR_ONLY];

rule! {
    /// What the vendor records, and what the vendor does to quotas and coupons, is for the vendor and its systems only.
    VENDOR_ONLY = "directory.access.vendor-only", call, "CBC.0151" 403, derived "no operation of the API or the console lets a partner do it";
    zh "由华为云记录的信息,以及华为云对额度和券的操作,只有华为云及其系统可以执行";
    broken "{actor} asked for {operation}, which is the vendor's", "{actor} 请求了 {operation},该操作属于华为云";
    comply "ask the vendor through your account manager", "请通过您的客户经理联系华为云";
}

pub(crate) fn vendor_only(request: &Request) -> Check {
    VENDOR_ONLY.require(matches!(request.actor, Actor::Vendor(_) | Actor::System(_)), || {
        facts! { actor: request.actor.type_name(), operation: request.command.type_name() }
    })
}

/// A fact the vendor records: it happens when the vendor says so.
pub(crate) fn record<'a>(
    policy: &Policy,
    request: &'a Request,
    further: impl IntoIterator<Item = Check>,
    happen: impl FnOnce(&mut Accepted<'a>) -> Result<(), crate::Error>,
) -> Decided {
    let mut review = Review::new(policy);
    review.ask([vendor_only(request)]).ask(further);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = Accepted::new(request);
    happen(&mut accepted)?;
    Ok(accepted.decision())
}
