//! What happens to resources that stay frozen.

use super::Frozen;
use crate::center::Books;
use crate::decision::Accepted;
use crate::directory::CustomerRef;
use crate::event::Change;
use crate::id::CustomerId;
use crate::policy::Policy;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[&DEADLINE];

rule! {
    /// Resources that have been frozen for 15 days are released, with what is stored in them; the account stays frozen.
    DEADLINE = "freeze.resources.deadline", effect, documented "international and European manuals, freezing customers";
    zh "资源冻结满 15 天仍未解冻的,数据删除、资源释放;账号仍为冻结状态";
}

/// When the resources of a customer are released that was frozen then.
pub(super) fn released_at(policy: &Policy, since: Timestamp) -> Timestamp {
    since.seconds_later(policy.limits.freeze_release_days.saturating_mul(24 * 60 * 60))
}

/// Time passes: the resources of customers who were not unfrozen in time are released, the earliest first.
pub(crate) fn release(books: Books, accepted: &mut Accepted) {
    let now = accepted.now();
    for frozen in books.freezes.with_resources().take_while(|frozen| released_at(books.policy, frozen.since) <= now) {
        let customer = frozen.frozen.customer.clone();
        accepted.event(Change::ResourcesReleased(CustomerRef { customer }));
    }
}

impl Books<'_> {
    /// What fell due before something else happens to a freeze, whether or not the clock has been advanced.
    pub(super) fn release_if_due(&self, accepted: &mut Accepted, customer: &CustomerId) {
        let due = |frozen: &&Frozen| frozen.holds_resources() && released_at(self.policy, frozen.since) <= accepted.now();
        if self.freezes.of(customer).filter(due).is_some() {
            accepted.event(Change::ResourcesReleased(CustomerRef { customer: customer.clone() }));
        }
    }
}
