//! Balances: a partner's accounts, and what its resale customers have and owe.

use serde::{Deserialize, Serialize};

use super::Place;
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation, indirect_partner_owned};
use crate::decision::{Check, Review, facts};
use crate::directory::{Caller, Partner};
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::{CustomerId, Given, PartnerId};
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::view::{Field, Paging, View};

pub(crate) static RULES: &[&Rule] = &[&TOTAL, &CREDIT_LIMIT_ONLY, &CUSTOMERS_MAX, &RESALE_ONLY];

/// Which of a partner's accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BalanceKind {
    /// The top-up account. Code 1.
    TopUp,
    /// The credit account. Code 2.
    Credit,
    /// What may be allocated at most. Code 8.
    Allocatable,
    /// Top-up and credit together, as the console shows it. No code.
    Total,
}

crate::named::named!(BalanceKind: TopUp = "top-up", Credit = "credit", Allocatable = "allocatable", Total = "total");

impl BalanceKind {
    /// The vendor's code (`account_type`), where it has one.
    pub fn code(self) -> Option<u8> {
        match self {
            Self::TopUp => Some(1),
            Self::Credit => Some(2),
            Self::Allocatable => Some(8),
            Self::Total => None,
        }
    }
}

/// Asks for the balances of the caller's accounts, or of a reseller's of its.
///
/// Vendor: ListPartnerBalances.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PartnerBalances {
    /// The reseller whose accounts a distributor asks for, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
}

/// Asks what resale customers have, and what they owe.
///
/// Vendor: ListCustomersBalancesDetail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct CustomerBalances {
    /// The customers, 1 to 100.
    pub customer_ids: Vec<Given<CustomerId>>,
    /// The reseller whose customers a distributor asks for, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
}

/// A balance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BalanceItem {
    /// The account.
    pub account_id: String,
    /// Which it is.
    pub account_type: BalanceKind,
    /// What is there; frozen cash is not.
    pub amount: Money,
    /// What of it is set aside, and cannot be allocated.
    pub designated_amount: Money,
    /// The limit of a credit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_amount: Option<Money>,
}

/// What a resale customer has, and what it owes; one of the two is nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CustomerBalanceItem {
    /// The customer.
    pub customer_id: CustomerId,
    /// What is left of what was allocated to it.
    pub amount: Money,
    /// What it owes.
    pub debt_amount: Money,
}

const PARTNER: Operation = Operation {
    permission_items: &[
        "BPC_ITEM_VIEW_010100",
        "BPC_ITEM_SUBCUSTSERV_010103",
        "BPC_ITEM_SUBCUSTSERV_010104",
        "BPC_ITEM_SALES_020104",
        "BPC_ITEM_SALES_020105",
    ],
    api: GROUP_A,
    console: EVERY_KIND,
    changes_something: false,
};

/// The vendor publishes no permission item for it.
const CUSTOMERS: Operation = Operation { permission_items: &[], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl PartnerBalances {
    pub(crate) fn answer(&self, books: Books, caller: Caller) -> Result<View<BalanceItem>, Error> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return Ok(View::refused(review));
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        review.ask_caller(caller, &PARTNER).ask([indirect_partner_owned(caller, reseller)]);
        let Some(party) = caller.party(reseller) else { return Ok(View::page(review, Paging::ALL, std::iter::empty())) };
        let found = balances(books, caller, party)?;
        Ok(View::page(review, Paging::ALL, found.into_iter()))
    }
}

fn balances(books: Books, caller: Caller, party: &Partner) -> Result<Vec<BalanceItem>, Error> {
    let none = Money::zero(books.currency());
    let (cash, credit) = (Place::top_up(&party.id), Place::credit(&party.id));
    let item = |account_id: String, account_type, amount| BalanceItem {
        account_id,
        account_type,
        amount,
        designated_amount: none,
        credit_amount: None,
    };
    let mut found = vec![BalanceItem {
        designated_amount: books.designated(&party.id),
        ..item(cash.account_id(), BalanceKind::TopUp, books.money_at(&cash))
    }];
    if let Some(set) = books.accounts.credit(&party.id) {
        let limit = Some(set.limit);
        found.push(BalanceItem {
            credit_amount: limit,
            ..item(credit.account_id(), BalanceKind::Credit, books.money_at(&credit))
        });
    }
    if let Some(amount) = books.accounts.terms(&party.id).and_then(|terms| terms.allocatable_amount) {
        found.push(item(format!("{}/allocatable", party.id), BalanceKind::Allocatable, amount));
    }
    if !caller.is_api() {
        found.push(item(party.id.to_string(), BalanceKind::Total, books.account_total(&party.id)?));
    }
    Ok(found)
}

impl CustomerBalances {
    pub(crate) fn answer(&self, books: Books, caller: Caller) -> View<CustomerBalanceItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        review.ask_caller(caller, &CUSTOMERS).ask([indirect_partner_owned(caller, reseller), customers_max(books, self)]);
        let Some(party) = caller.party(reseller) else { return View::page(review, Paging::ALL, std::iter::empty()) };
        let named = self.customer_ids.iter().filter_map(|given| books.directory.customer(given.value()?));
        let shown = named.filter(|customer| customer.is_of(&party.id) && super::pay::is_resale(customer));
        let shown = shown.filter(|customer| caller.scope().holds(customer));
        let items = shown.map(|customer| CustomerBalanceItem {
            customer_id: customer.id().clone(),
            amount: books.money_at(&Place::allocation(customer.id())),
            debt_amount: books.accounts.debt(customer.id(), books.currency()),
        });
        View::page(review, Paging::ALL, items)
    }
}

rule! {
    /// In the console a partner sees its balance as one: top-up and credit together.
    TOTAL = "account.balance.total", view, documented "manual, accounts";
    zh "控制台的账户余额为充值余额与信用余额之和";
}

rule! {
    /// Only a credit account has a credit limit.
    CREDIT_LIMIT_ONLY = "account.balance.credit-limit-only", view, documented "ListPartnerBalances, credit_amount";
    zh "只有信用账户有信用额度";
}

rule! {
    /// A query of customers' balances must name 1 to 100 customers.
    CUSTOMERS_MAX = "account.balance.customers-max", call, "CBC.0100" 400, documented "ListCustomersBalancesDetail, customer_infos";
    zh "批量查询客户余额须指定 1 至 100 个客户";
    broken "{count} customers are named, 1 to {limit} are allowed", "指定了 {count} 个客户,允许 1 至 {limit} 个";
    comply "name at least one, and split more over several queries", "请至少指定一个,超出部分分多次查询";
}

fn customers_max(books: Books, query: &CustomerBalances) -> Check {
    let (count, limit) = (query.customer_ids.len(), books.policy.limits.balance_customers_max);
    CUSTOMERS_MAX.require((1..=limit).contains(&count), || facts! { count: count, limit: limit })
}

rule! {
    /// Balances are shown of the party's resale customers only: others trade with the vendor itself, and are left out.
    RESALE_ONLY = "account.balance.resale-only", view, documented "SDK, customers' balances; that others are left out is derived";
    zh "只展示转售客户的余额,其他客户直接与华为云交易,不返回";
}

row! {
    /// A row of exported balances.
    pub struct BalanceRow {
        /// The account.
        pub account_id: String,
        /// Which it is.
        pub account_type: BalanceKind,
        /// The vendor's code for it.
        pub account_code: Option<u8>,
        /// What is there, in the currency's main unit.
        pub amount: String,
        /// What of it is set aside.
        pub designated_amount: String,
        /// The limit of a credit.
        pub credit_amount: Option<String>,
        /// The currency.
        pub currency: &'static str,
    }
}

row! {
    /// A row of exported balances of customers.
    pub struct CustomerBalanceRow {
        /// The customer.
        pub customer_id: CustomerId,
        /// What is left of what was allocated to it, in the currency's main unit.
        pub amount: String,
        /// What it owes.
        pub debt_amount: String,
        /// The currency.
        pub currency: &'static str,
    }
}

impl Export for PartnerBalances {
    type Row = BalanceRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<BalanceRow>, Error> {
        Ok(center.partner_balances(viewer, self)?.map(|item| BalanceRow {
            account_id: item.account_id,
            account_type: item.account_type,
            account_code: item.account_type.code(),
            amount: item.amount.amount().to_string(),
            designated_amount: item.designated_amount.amount().to_string(),
            credit_amount: item.credit_amount.map(|limit| limit.amount().to_string()),
            currency: item.amount.currency().code(),
        }))
    }
}

impl Export for CustomerBalances {
    type Row = CustomerBalanceRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<CustomerBalanceRow>, Error> {
        Ok(center.customer_balances(viewer, self)?.map(|item| CustomerBalanceRow {
            customer_id: item.customer_id,
            amount: item.amount.amount().to_string(),
            debt_amount: item.debt_amount.amount().to_string(),
            currency: item.amount.currency().code(),
        }))
    }
}

impl PartnerCenter {
    /// The balances of the caller's accounts, or of a reseller's of its.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn partner_balances(&self, viewer: Viewer, query: &PartnerBalances) -> Result<View<BalanceItem>, Error> {
        query.answer(self.books(), self.viewer(viewer)?)
    }

    /// What resale customers have, and what they owe.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn customer_balances(&self, viewer: Viewer, query: &CustomerBalances) -> Result<View<CustomerBalanceItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?))
    }
}
