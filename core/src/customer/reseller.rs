//! The resellers of a distributor as a list.

use serde::{Deserialize, Serialize};

use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{Operation, caller_type, rate_limit};
use crate::decision::Review;
use crate::directory::{Caller, Directory, Partner, PartnerKind, PartnerState, ResellerGrant};
use crate::error::Error;
use crate::export::{Export, joined, row};
use crate::id::{Given, PartnerId};
use crate::org::permission::any_of;
use crate::rule::{Rule, rule};
use crate::view::{Field, Means, Paging, Part, View};

pub(crate) static RULES: &[&Rule] = &[&SEARCH];

/// Asks for the resellers of the distributor who asks, in the order in which they were recorded.
///
/// Vendor: ListIndirectPartners.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Resellers {
    /// The reseller; all when empty or null.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// A part of the reseller's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A part of the account's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// A reseller, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResellerItem {
    /// The reseller.
    pub indirect_partner_id: PartnerId,
    /// Its name; empty when nobody said.
    pub name: String,
    /// The name of its account; empty when nobody said.
    pub account_name: String,
    /// Whether the vendor has sanctioned it.
    pub state: PartnerState,
    /// What the distributor lets it do for its customers.
    pub grants: Vec<ResellerGrant>,
}

impl ResellerItem {
    fn of(directory: &Directory, partner: &Partner) -> Self {
        Self {
            indirect_partner_id: partner.id.clone(),
            name: partner.name.clone(),
            account_name: partner.account_name.clone(),
            state: partner.state,
            grants: directory.grants_of(&partner.id).collect(),
        }
    }
}

const OPERATION: Operation = Operation {
    permission_items: &["BPC_ITEM_SALES_020100"],
    api: &[PartnerKind::GeneralDistributor],
    console: &[PartnerKind::GeneralDistributor],
    changes_something: false,
};

impl Resellers {
    pub(crate) fn answer(&self, books: Books, caller: Caller, part: Part) -> View<ResellerItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        review.ask([rate_limit(caller), caller_type(caller, &OPERATION), any_of(caller, OPERATION.permission_items)]);
        let id = review.filter("indirect_partner_id", &self.indirect_partner_id, Means::Ignored, Means::Ignored);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let Some(distributor) = caller.partner else { return View::page(review, paging, std::iter::empty()) };

        let has = |name: &str, part: &Option<String>| part.as_ref().is_none_or(|part| name.contains(part.as_str()));
        let found = books.directory.resellers_of(&distributor.id).filter(|reseller| {
            id.lets(&reseller.id) && has(&reseller.name, &self.name) && has(&reseller.account_name, &self.account_name)
        });
        View::page(review, paging, found.map(|reseller| ResellerItem::of(books.directory, reseller)))
    }
}

rule! {
    /// A distributor sees its own resellers, and finds them by id, or by a part of their name or account name.
    SEARCH = "customer.reseller.search", view, documented "SDK, ListIndirectPartners";
    zh "总经销商可查看自己的云经销商,并按云经销商 ID、名称或账号名(支持部分匹配)筛选";
}

row! {
    /// A row of exported resellers.
    pub struct ResellerRow {
        /// The reseller.
        pub indirect_partner_id: PartnerId,
        /// Its name.
        pub name: String,
        /// The name of its account.
        pub account_name: String,
        /// Whether the vendor has sanctioned it.
        pub state: PartnerState,
        /// What the distributor lets it do for its customers.
        pub grants: String,
    }
}

impl Export for Resellers {
    type Row = ResellerRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<ResellerRow>, Error> {
        let found = self.answer(center.books(), center.viewer(viewer)?, Part::All);
        Ok(found.map(|ResellerItem { indirect_partner_id, name, account_name, state, grants }| ResellerRow {
            indirect_partner_id,
            name,
            account_name,
            state,
            grants: joined(grants),
        }))
    }
}
