//! Which of a partner's customers consumed anything in a month.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::BillCycle;
use super::cycle::{format, given};
use super::month::Month;
use super::records::{in_scope, manager_of};
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation};
use crate::decision::Review;
use crate::directory::Caller;
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::{CustomerId, Given};
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Paging, Part, View};

pub(crate) static RULES: &[&Rule] = &[&PAST_ASSOCIATION];

/// Asks which customers have records of fees in a month.
///
/// Vendor: ListConsumeSubCustomers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ConsumingCustomers {
    /// The month.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub bill_cycle: Field<Given<BillCycle>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

row! {
    /// A customer who consumed something.
    pub struct ConsumingCustomer {
        /// The customer.
        pub customer_id: CustomerId,
    }
}

const OPERATION: Operation =
    Operation { permission_items: &["BPC_ITEM_FINANCE_020101"], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl ConsumingCustomers {
    fn answer(&self, books: Books, caller: Caller, now: Timestamp, part: Part) -> Result<View<ConsumingCustomer>, Error> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return Ok(View::refused(review));
        }
        review.ask_caller(caller, &OPERATION).ask([format(&self.bill_cycle)]);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let (Some(cycle), Some(party), false) = (given(&self.bill_cycle), caller.partner, review.is_refused()) else {
            return Ok(View::page(review, paging, std::iter::empty()));
        };
        let mut found = BTreeSet::new();
        for line in Month::known(books, cycle, now).lines(&party.id) {
            let line = line?;
            if in_scope(caller, manager_of(books.directory, &line, &party.id)) {
                found.insert(line.customer);
            }
        }
        Ok(View::page(review, paging, found.into_iter()).map(|customer| ConsumingCustomer { customer_id: customer.clone() }))
    }
}

rule! {
    /// A customer who has left is still in the months in which it was the partner's.
    PAST_ASSOCIATION = "bill.consumers.past-association", view, documented "ListConsumeSubCustomers, what it is about";
    zh "已解除关联的客户在关联期间的账期内仍然展示";
}

impl Export for ConsumingCustomers {
    type Row = ConsumingCustomer;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<ConsumingCustomer>, Error> {
        self.answer(center.books(), center.viewer(viewer)?, viewer.at, Part::All)
    }
}

impl PartnerCenter {
    /// Which of a partner's customers consumed anything in a month, by id.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn consuming_customers(&self, viewer: Viewer, query: &ConsumingCustomers) -> Result<View<ConsumingCustomer>, Error> {
        query.answer(self.books(), self.viewer(viewer)?, viewer.at, Part::Page)
    }
}
