//! Income and expense details (收支明细): what came to an account and what left it, line by line.

pub(crate) mod balance_type;
pub(crate) mod customer;
pub(crate) mod line;
pub(crate) mod range;
pub(crate) mod role;
pub(crate) mod trade_type;

use serde::{Deserialize, Serialize};

use crate::account::{Account, Place};
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::reseller_via_distributor;
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation, caller_type, indirect_partner_owned, permission_any_of};
use crate::decision::{Actor, Check, Review, facts};
use crate::directory::Caller;
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::{Given, PartnerId, TradeId};
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::time::{Date, Timestamp};
use crate::view::{Field, Means, Paging, Part, View};

pub use balance_type::BalanceType;
pub use line::{Counterpart, Direction, Line};
pub use trade_type::{TradeDetailType, TradeType};

pub(crate) static RULES: &[&Rule] = &[&RATE_LIMIT, &TABS];

/// Asks for the statement of an account: a partner's, a reseller's of its, or one's own as a customer.
///
/// Vendor: ListPartnerAccountChangeRecords; for customers ListCustomerAccountChangeRecords.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Statement {
    /// Which account: `BALANCE_TYPE_DEBIT` or `BALANCE_TYPE_CREDIT`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub balance_type: Field<Given<BalanceType>>,
    /// What the lines stand for; all, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub trade_type: Field<Given<TradeType>>,
    /// The first day, in UTC+8; this day of the year before, when absent.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub trade_time_begin: Field<Given<Date>>,
    /// The last day, in UTC+8, which is included; today, when absent.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub trade_time_end: Field<Given<Date>>,
    /// Of customers: what comes in, or what goes out; both, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub revenue_expense_type: Field<Given<Direction>>,
    /// Of customers: the transaction or order; all, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub trade_id: Field<Given<TradeId>>,
    /// The reseller whose statement a distributor asks for, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// A line of a statement, as it is shown. Oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementItem {
    /// The line.
    pub account_change_id: String,
    /// The account: whose it is, and which of the holder's.
    pub account_id: String,
    /// What it stands for.
    pub trade_detail_type: TradeDetailType,
    /// When.
    pub trade_time: Timestamp,
    /// The transaction, or the order.
    pub trade_id: TradeId,
    /// Whether it adds or takes.
    pub direction: Direction,
    /// How much, without a sign.
    pub change_amount: Money,
    /// What was there afterwards.
    pub balance_after_change: Money,
    /// The customer, or the reseller, that an allocation or a reclaim is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
    /// The name of its account, masked unless it is asked for in full.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
}

const OPERATION: Operation =
    Operation { permission_items: &["BPC_ITEM_FINANCE_030100"], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl Statement {
    pub(crate) fn answer(&self, books: Books, caller: Caller, now: Timestamp, part: Part) -> View<StatementItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        let own = match caller.actor {
            Actor::Customer(account) => books.directory.customer(&account.customer),
            _ => None,
        };
        review.ask([rate_limit(caller)]);
        if own.is_none() {
            review.ask([
                caller_type(caller, &OPERATION),
                reseller_via_distributor(caller),
                permission_any_of(caller, &OPERATION),
                indirect_partner_owned(caller, reseller),
            ]);
        }
        review.ask([
            role::customer_self(books.policy.site, caller.actor, own),
            balance_type::required(&self.balance_type),
            trade_type::r#enum(&self.trade_type, own.is_none()),
        ]);
        let trade_type = review.filter("trade_type", &self.trade_type, Means::Ignored, Means::Ignored);
        let direction = review.known_or_empty("revenue_expense_type", &self.revenue_expense_type);
        let trade_id = review.filter("trade_id", &self.trade_id, Means::Ignored, Means::Ignored);
        let days = range::Days::ask(&mut review, &self.trade_time_begin, &self.trade_time_end, now);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let (Some(balance_type), Some(days), false) = (balance_type::said(&self.balance_type), days, review.is_refused()) else {
            return View::refused(review);
        };
        let places = match (own, caller.party(reseller), balance_type) {
            (Some(customer), _, BalanceType::Debit) => vec![Place::allocation(customer.id()), Place::own_cash(customer.id())],
            (None, Some(party), BalanceType::Debit) => vec![Place::top_up(&party.id)],
            (None, Some(party), BalanceType::Credit) => vec![Place::credit(&party.id)],
            _ => Vec::new(),
        };
        let accounts = places.iter().filter_map(|place| books.accounts.account(place));
        let found = by_time(accounts.collect()).filter(|(_, line)| {
            days.contain(line.trade_time)
                && trade_type.lets_if(|wanted| *wanted == line.trade_detail_type.trade_type())
                && direction.lets(&line.direction)
                && trade_id.lets(&line.trade_id)
        });
        View::page(review, paging, found).map(|(account, line)| StatementItem::of(books, caller, account, line))
    }
}

/// The lines of accounts as one list, oldest first; those of each account stay in their order.
fn by_time(accounts: Vec<&Account>) -> impl Iterator<Item = (&Account, &Line)> {
    let mut rest: Vec<_> = accounts.into_iter().map(|account| (account, account.lines.iter())).collect();
    std::iter::from_fn(move || {
        let next = rest.iter_mut().filter_map(|(account, lines)| Some((lines.as_slice().first()?.trade_time, *account, lines)));
        let (_, account, lines) = next.min_by_key(|(time, ..)| *time)?;
        Some((account, lines.next()?))
    })
}

impl StatementItem {
    fn of(books: Books, caller: Caller, account: &Account, line: &Line) -> Self {
        let (customer_id, account_name) = match &line.counterpart {
            Some(Counterpart::Customer { customer: id }) => {
                let name = books.directory.customer(id).map(|customer| customer.profile.account_name.shown(caller.reveal));
                (Some(id.to_string()), Some(name.unwrap_or_default()))
            }
            Some(Counterpart::Partner { partner: id }) => {
                let name = books.directory.partner(id).map(|partner| partner.account_name.clone());
                (Some(id.to_string()), Some(name.unwrap_or_default()))
            }
            None => (None, None),
        };
        Self {
            account_change_id: line.id(),
            account_id: account.place.account_id(),
            trade_detail_type: line.trade_detail_type,
            trade_time: line.trade_time,
            trade_id: line.trade_id.clone(),
            direction: line.direction,
            change_amount: line.change_amount,
            balance_after_change: line.balance_after,
            customer_id,
            account_name,
        }
    }
}

rule! {
    /// One source address may ask for statements of one partner at most 20 times a second.
    RATE_LIMIT = "statement.rate-limit", call, "CBC.0250" 429, documented "flow control page";
    zh "同一来源地址、同一伙伴每秒最多查询 20 次收支明细";
    broken "this is call {count} in one second, at most {limit} are allowed", "这是同一秒内的第 {count} 次调用,最多 {limit} 次";
    comply "wait until the next second", "请在下一秒再调用";
}

pub(crate) fn rate_limit(caller: Caller) -> Check {
    let (before, limit) = (caller.access.calls_this_second, caller.policy.limits.statement_calls_per_second);
    RATE_LIMIT.require(!caller.is_api() || before < limit, || facts! { count: before.saturating_add(1), limit: limit })
}

rule! {
    /// Each of a partner's two accounts has a statement of its own, and each can be exported.
    TABS = "statement.tabs", view, documented "the project's founding requirements";
    zh "充值账户和信用账户各有收支明细,均可导出";
}

row! {
    /// A row of an exported statement.
    pub struct StatementRow {
        /// The line.
        pub account_change_id: String,
        /// The account: whose it is, and which of the holder's.
        pub account_id: String,
        /// When.
        pub trade_time: Timestamp,
        /// What it stands for, in the vendor's spelling.
        pub trade_detail_type: TradeDetailType,
        /// The vendor's filter under which it is found.
        pub trade_type: TradeType,
        /// The transaction, or the order.
        pub trade_id: TradeId,
        /// Whether it adds or takes.
        pub direction: Direction,
        /// The vendor's code for that.
        pub direction_code: u8,
        /// How much, without a sign, in the currency's main unit.
        pub change_amount: String,
        /// What was there afterwards.
        pub balance_after_change: String,
        /// The currency.
        pub currency: &'static str,
        /// The customer, or the reseller, that an allocation or a reclaim is about.
        pub customer_id: Option<String>,
        /// The name of its account.
        pub account_name: Option<String>,
    }
}

impl Export for Statement {
    type Row = StatementRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<StatementRow>, Error> {
        let (books, caller) = (center.books(), center.viewer(viewer)?);
        Ok(self.answer(books, caller, viewer.at, Part::All).map(|item| StatementRow {
            account_change_id: item.account_change_id,
            account_id: item.account_id,
            trade_time: item.trade_time,
            trade_detail_type: item.trade_detail_type,
            trade_type: item.trade_detail_type.trade_type(),
            trade_id: item.trade_id,
            direction: item.direction,
            direction_code: item.direction.code(),
            change_amount: item.change_amount.amount().to_string(),
            balance_after_change: item.balance_after_change.amount().to_string(),
            currency: item.change_amount.currency().code(),
            customer_id: item.customer_id,
            account_name: item.account_name,
        }))
    }
}

impl PartnerCenter {
    /// The statement of an account of the caller's, or of a reseller's of its.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn statement(&self, viewer: Viewer, query: &Statement) -> Result<View<StatementItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, viewer.at, Part::Page))
    }
}
