//! Warnings as a list: who sees which, and who may do something about them.

use serde::{Deserialize, Serialize};

use super::process::{ChurnResult, may};
use super::{Warning, WarningCategory, WarningStatus};
use crate::center::{Books, PartnerCenter, Viewer};
use crate::decision::{Breach, Review};
use crate::directory::{CUSTOMER_MANAGEMENT, CUSTOMER_WARNINGS, Caller, Customer, Owner};
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::{CustomerId, Given, MemberId, PartnerId, WarningId};
use crate::org::permission::any_of;
use crate::time::{Date, Timestamp};
use crate::view::{Field, Means, Paging, Part, Time, View};

/// Whose customers' warnings a distributor looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WarningTab {
    /// Its own.
    #[default]
    Own,
    /// Its resellers'.
    Resellers,
}

/// Asks for warnings, within the viewer's scope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Warnings {
    /// Whose customers'; one's own, when absent.
    pub tab: WarningTab,
    /// The reseller, on the tab of resellers; all of them, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// The customer; all when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_id: Field<Given<CustomerId>>,
    /// What they are about; all when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<WarningCategory>,
    /// Whether somebody has seen to them; all when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<WarningStatus>,
    /// The scene that raised them; all when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scene_name: Option<String>,
    /// Sent later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub sent_at_begin: Time,
    /// Sent earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub sent_at_end: Time,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// A warning, and what the viewer may do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct WarningItem {
    /// What is shown of it.
    pub row: WarningRow,
    /// Why the viewer may not process it; nothing when it may.
    pub reasons: Vec<Breach>,
}

row! {
    /// A warning, as a list shows it.
    pub struct WarningRow {
        /// The warning.
        pub id: WarningId,
        /// The customer.
        pub customer_id: CustomerId,
        /// Its name, masked unless it is asked for.
        pub customer_name: String,
        /// The name of its account, masked unless it is asked for.
        pub account_name: String,
        /// What it is about.
        pub category: WarningCategory,
        /// The scene that raised it.
        pub scene_name: String,
        /// What it says.
        pub title: String,
        /// When it was sent.
        pub sent_at: Timestamp,
        /// The day of its data.
        pub data_date: Date,
        /// Whether somebody has seen to it.
        pub status: WarningStatus,
        /// Whether the customer is lost, as its owner said.
        pub result: Option<ChurnResult>,
        /// What its owner noted.
        pub remark: Option<String>,
        /// The account manager who processed it; nothing when the main account did, or nobody has.
        pub processed_by: Option<MemberId>,
        /// When it was processed.
        pub processed_at: Option<Timestamp>,
        /// The one who may process it: the account manager, or the partner when that is its main account.
        pub owner: String,
        /// Whether the viewer may process it.
        pub may_process: bool,
    }
}

impl Warnings {
    pub(crate) fn answer(&self, books: Books, caller: Caller, part: Part) -> View<WarningItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        review.ask([any_of(caller, &[CUSTOMER_MANAGEMENT, CUSTOMER_WARNINGS])]);
        let reseller = review.filter("indirect_partner_id", &self.indirect_partner_id, Means::Ignored, Means::Ignored);
        let customer = review.filter("customer_id", &self.customer_id, Means::Ignored, Means::Ignored);
        let names = ["sent_at_begin", "sent_at_end"];
        let sent = review.between(names, &self.sent_at_begin, &self.sent_at_end, Means::Ignored);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let partners: Vec<_> = match (caller.partner, self.tab) {
            (None, _) => Vec::new(),
            (Some(viewer), WarningTab::Own) => vec![&viewer.id],
            (Some(viewer), WarningTab::Resellers) => {
                let resellers = books.directory.resellers_of(&viewer.id).map(|partner| &partner.id);
                resellers.filter(|id| reseller.lets(id)).collect()
            }
        };
        let scope = caller.scope();
        let customers = partners.into_iter().flat_map(|partner| books.directory.customers_of(partner));
        let customers = customers.filter(|of| scope.holds(of) && customer.lets(of.id()));
        // In the order in which they first came, whosever they are.
        let mut numbers: Vec<_> = customers.flat_map(|of| books.warnings.numbers_of(of.id())).copied().collect();
        numbers.sort_unstable();
        let found = numbers.into_iter().filter_map(|number| {
            let warning = books.warnings.numbered(number)?;
            let computed = &warning.computed;
            let fits = self.category.is_none_or(|category| category == computed.category)
                && self.status.is_none_or(|status| status == warning.status())
                && self.scene_name.as_ref().is_none_or(|scene| *scene == computed.scene_name)
                && sent(computed.sent_at);
            let of = books.directory.customer(&computed.customer).filter(|_| fits)?;
            Some((warning, of))
        });
        View::page(review, paging, found).map(|(warning, of)| WarningItem::of(books, caller, warning, of))
    }
}

impl WarningItem {
    fn of(books: Books, caller: Caller, warning: &Warning, customer: &Customer) -> Self {
        let mut review = Review::new(books.policy);
        review.ask(may(caller, customer, warning));
        let (computed, processed) = (&warning.computed, warning.processed.as_ref());
        let row = WarningRow {
            id: computed.id.clone(),
            customer_id: computed.customer.clone(),
            customer_name: customer.profile.name.shown(caller.reveal),
            account_name: customer.profile.account_name.shown(caller.reveal),
            category: computed.category,
            scene_name: computed.scene_name.clone(),
            title: computed.title.clone(),
            sent_at: computed.sent_at,
            data_date: warning.data_date,
            status: warning.status(),
            result: processed.and_then(|processed| processed.result),
            remark: processed.map(|processed| processed.remark.clone()),
            processed_by: processed.and_then(|processed| processed.by.clone()),
            processed_at: processed.map(|processed| processed.at),
            owner: match books.directory.owner(customer) {
                Some(Owner::Manager(manager)) => manager.to_string(),
                Some(Owner::MainAccount(partner)) => partner.to_string(),
                None => String::new(),
            },
            may_process: !review.is_refused(),
        };
        Self { row, reasons: review.breaches }
    }
}

impl Export for Warnings {
    type Row = WarningRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<WarningRow>, Error> {
        Ok(self.answer(center.books(), center.viewer(viewer)?, Part::All).map(|item| item.row))
    }
}
