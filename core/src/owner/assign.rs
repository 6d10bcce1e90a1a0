//! Customers are assigned to an account manager: several who have none, or one who has another.

use std::collections::HashSet;

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use super::{ask_caller, done, manager_role, own, own_customer};
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts};
use crate::directory::{Customer, Member, OwnerAssigned, Partner};
use crate::error::Unknown;
use crate::event::Change;
use crate::id::{CustomerId, Given, MemberId};
use crate::org::scope::manager_own;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&ALREADY, &REASSIGN];

/// Assigns customers who have no account manager to one, from the page of assignments.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssignOwner {
    /// The customers.
    pub customer_ids: Vec<Given<CustomerId>>,
    /// The account manager.
    pub manager: MemberId,
    /// Whether one refused customer refuses the call.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_or_nothing: bool,
}

/// Gives one customer another account manager, from the customer's row.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReassignOwner {
    /// The customer.
    pub customer: CustomerId,
    /// The account manager.
    pub manager: MemberId,
}

pub(crate) fn assign(books: Books, request: &Request, assign: &AssignOwner) -> Decided {
    let caller = books.caller(request)?;
    let mut review = Review::new(books.policy);
    ask_caller(&mut review, caller);
    let Some(partner) = caller.partner else { return Ok(review.refuse()) };
    review.ask([manager_role(member(books, partner, &assign.manager)?)]);
    if review.is_refused() {
        return Ok(review.refuse());
    }

    let mut accepted = Accepted::new(request);
    let mut seen = HashSet::with_hasher(FixedState::default());
    for given in &assign.customer_ids {
        let customer = given.value().and_then(|id| own(caller, id));
        let again = !seen.insert(given);
        let mut row = Review::new(books.policy);
        row.ask([own_customer(caller, || given.text(), customer)]);
        if let Some(customer) = customer {
            row.ask([manager_own(caller, customer), already(customer, again.then_some(&assign.manager))]);
        }
        match customer {
            Some(customer) if !row.is_refused() => {
                accepted.event(assigned(partner, customer, &assign.manager));
                accepted.lone_row(done(given));
            }
            _ => accepted.refuse_row(given.text(), row.breaches),
        }
    }
    Ok(accepted.decision_with(books.policy, assign.all_or_nothing))
}

pub(crate) fn reassign(books: Books, request: &Request, reassign: &ReassignOwner) -> Decided {
    let caller = books.caller(request)?;
    let mut review = Review::new(books.policy);
    ask_caller(&mut review, caller);
    let Some(partner) = caller.partner else { return Ok(review.refuse()) };
    books.customer(&reassign.customer)?;
    let customer = own(caller, &reassign.customer);
    let id = || reassign.customer.as_str().into();
    review.ask([manager_role(member(books, partner, &reassign.manager)?), own_customer(caller, id, customer)]);
    if let Some(customer) = customer {
        review.ask([manager_own(caller, customer)]);
    }
    let (Some(customer), false) = (customer, review.is_refused()) else { return Ok(review.refuse()) };

    let mut accepted = Accepted::new(request);
    if customer.manager() != Some(&reassign.manager) {
        accepted.event(assigned(partner, customer, &reassign.manager));
    }
    Ok(accepted.decision())
}

fn member<'a>(books: Books<'a>, partner: &Partner, id: &MemberId) -> Result<&'a Member, Unknown> {
    books.directory.member(&partner.id, id).ok_or_else(|| Unknown::new("member", id))
}

fn assigned(partner: &Partner, customer: &Customer, manager: &MemberId) -> Change {
    let (customer, partner) = (customer.id().clone(), partner.id.clone());
    Change::OwnerAssigned(OwnerAssigned { customer, partner, manager: manager.clone() })
}

rule! {
    /// From the page of assignments only customers who have no account manager are assigned; others must be reclaimed first.
    ALREADY = "owner.assign.already", row, documented "international manual, assigning customers";
    zh "分配页面只能分配未分配客户经理的客户,已分配的需先收回";
    broken "the customer {customer} is assigned to {manager}", "客户 {customer} 已分配给 {manager}";
    comply "reclaim the customer first, or assign it from its own row", "请先收回该客户,或在客户列表中重新分配";
}

/// `now` is who has got the customer a row before.
fn already(customer: &Customer, now: Option<&MemberId>) -> Check {
    match customer.manager().or(now) {
        Some(manager) => ALREADY.broken(facts! { customer: customer.id().as_str(), manager: manager.as_str() }),
        None => Ok(()),
    }
}

rule! {
    /// From its own row a customer may be assigned whether or not it has an account manager; who answered before stays in its history.
    ///
    /// The account manager it has already keeps it since when they have had it.
    REASSIGN = "owner.reassign", effect, derived "international manual, assigning an account manager: the page verifies the target, then sets it";
    zh "在客户列表中可为客户指定或更换客户经理,原客户经理保留在历史中";
}
