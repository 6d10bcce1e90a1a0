//! Customers are taken back from their account managers.

use std::collections::HashSet;

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use super::{ask_caller, done, own, own_customer};
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts};
use crate::directory::{Customer, CustomerRef};
use crate::event::Change;
use crate::id::{CustomerId, Given};
use crate::org::scope::manager_own;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&ASSIGNED, &RECLAIM];

/// Takes customers back from their account managers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReclaimOwner {
    /// The customers.
    pub customer_ids: Vec<Given<CustomerId>>,
    /// Whether one refused customer refuses the call.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_or_nothing: bool,
}

pub(crate) fn decide(books: Books, request: &Request, reclaim: &ReclaimOwner) -> Decided {
    let caller = books.caller(request)?;
    let mut review = Review::new(books.policy);
    ask_caller(&mut review, caller);
    if review.is_refused() {
        return Ok(review.refuse());
    }

    let mut accepted = Accepted::new(request);
    let mut seen = HashSet::with_hasher(FixedState::default());
    for given in &reclaim.customer_ids {
        let customer = given.value().and_then(|id| own(caller, id));
        let again = !seen.insert(given);
        let mut row = Review::new(books.policy);
        row.ask([own_customer(caller, || given.text(), customer)]);
        if let Some(customer) = customer {
            row.ask([manager_own(caller, customer), assigned(customer, again)]);
        }
        match customer {
            Some(customer) if !row.is_refused() => {
                accepted.event(Change::OwnerReclaimed(CustomerRef { customer: customer.id().clone() }));
                accepted.lone_row(done(given));
            }
            _ => accepted.refuse_row(given.text(), row.breaches),
        }
    }
    Ok(accepted.decision_with(books.policy, reclaim.all_or_nothing))
}

rule! {
    /// Only a customer who is assigned to an account manager can be taken back.
    ASSIGNED = "owner.reclaim.assigned", row, derived "there is nothing to take back otherwise";
    zh "只有已分配客户经理的客户可以收回";
    broken "the customer {customer} is assigned to nobody", "客户 {customer} 未分配客户经理";
    comply "leave the customer out", "请不要指定该客户";
}

/// `again` says that a row before has taken it back.
fn assigned(customer: &Customer, again: bool) -> Check {
    ASSIGNED.require(customer.manager().is_some() && !again, || facts! { customer: customer.id().as_str() })
}

rule! {
    /// A partner takes customers back one by one or several at a time; they have no account manager then.
    RECLAIM = "owner.reclaim", effect, documented "China site manual, assigning customers";
    zh "伙伴可单个或批量收回客户,收回后客户没有客户经理";
}
