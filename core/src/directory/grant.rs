//! What a distributor lets its resellers do for their customers.

use super::ResellerGrants;
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts};
use crate::error::Unknown;
use crate::event::Change;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&OWN_RESELLER];

pub(crate) fn decide(books: Books, request: &Request, grants: &ResellerGrants) -> Decided {
    let reseller = books.directory.partner(&grants.reseller).ok_or_else(|| Unknown::new("partner", &grants.reseller))?;
    let caller = books.caller(request)?;
    let mut review = Review::new(books.policy);
    review
        .ask([own_reseller(reseller.distributor.is_some() && reseller.distributor.as_ref() == request.actor.acts_for(), || {
            (caller.what(), grants)
        })]);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = Accepted::new(request);
    accepted.event(Change::ResellerGranted(grants.clone()));
    Ok(accepted.decision())
}

rule! {
    /// A cloud reseller is granted rights over its customers by its own distributor, and by nobody else.
    OWN_RESELLER = "directory.grant.own-reseller", call, "CBC.99000037" 400, derived "European manual, granting resellers";
    zh "云经销商对其客户的权限只能由其所属总经销商授予";
    broken "{reseller} is not a cloud reseller of the caller, a {caller}", "{reseller} 不是调用方({caller})的云经销商";
    comply "have its distributor grant it", "请由其总经销商授予";
}

fn own_reseller<'a>(holds: bool, told: impl FnOnce() -> (&'static str, &'a ResellerGrants)) -> Check {
    OWN_RESELLER.require(holds, || {
        let (caller, grants) = told();
        facts! { reseller: grants.reseller.as_str(), caller: caller }
    })
}
