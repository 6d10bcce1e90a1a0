//! The pick-up-voucher whitelist (提货券白名单), as a page.

use serde::{Deserialize, Serialize};

use crate::center::{PartnerCenter, Viewer};
use crate::coupon::Books;
use crate::coupon::access::Caller;
use crate::decision::Review;
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::CustomerId;
use crate::personal::Personal;
use crate::rule::{Rule, rule};
use crate::view::{Paging, Part, View};

pub(crate) static RULES: &[&Rule] = &[&SEARCH, &VIEWER];

rule! {
    /// The whitelist can be searched by customer name or account name; a part of the name is enough.
    SEARCH = "pickup.whitelist.search", view, documented "manual, pick-up voucher whitelist";
    zh "白名单可按客户名称或账号名搜索,支持部分匹配";
}

rule! {
    /// The whitelist page shows the partner's own list.
    VIEWER = "pickup.whitelist.viewer", view, documented "the project's founding requirements";
    zh "白名单页面显示伙伴自己的白名单";
}

/// Asks for the partner's pick-up-voucher whitelist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PickupWhitelist {
    /// A part of the customer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_name: Option<String>,
    /// A part of the account's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
    /// Which part of the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// A customer on the whitelist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhitelistedCustomer {
    /// The customer.
    pub customer_id: CustomerId,
    /// Its name.
    pub customer_name: String,
    /// The name of its account.
    pub account_name: String,
}

impl PickupWhitelist {
    pub(crate) fn answer(&self, books: Books, caller: Caller, part: Part) -> View<WhitelistedCustomer> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let list = caller.partner.and_then(|partner| books.directory.whitelist(&partner.id));
        let customers = list.into_iter().flat_map(|list| &list.pickup).filter_map(|id| books.directory.customer(id));
        let has =
            |name: &Personal, part: &Option<String>| part.as_ref().is_none_or(|part| name.in_full().contains(part.as_str()));
        let found = customers.filter(|customer| {
            has(&customer.profile.name, &self.customer_name) && has(&customer.profile.account_name, &self.account_name)
        });
        let items = found.map(|customer| WhitelistedCustomer {
            customer_id: customer.id().clone(),
            customer_name: customer.profile.name.shown(caller.reveal),
            account_name: customer.profile.account_name.shown(caller.reveal),
        });
        View::page(review, paging, items)
    }
}

row! {
    /// A row of the exported pick-up-voucher whitelist.
    pub struct WhitelistRow {
        /// The customer.
        pub customer_id: CustomerId,
        /// Its name.
        pub customer_name: String,
        /// The name of its account.
        pub account_name: String,
    }
}

impl Export for PickupWhitelist {
    type Row = WhitelistRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<WhitelistRow>, Error> {
        let found = self.answer(center.books(), center.viewer(viewer)?, Part::All);
        Ok(found.map(|WhitelistedCustomer { customer_id, customer_name, account_name }| WhitelistRow {
            customer_id,
            customer_name,
            account_name,
        }))
    }
}
