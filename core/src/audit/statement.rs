//! Statements: each line by itself, and the lines of one account one after the other.

use serde::Deserialize;

use super::row::{Amounts, Ids, POSSIBLE_AMOUNTS, Take, out_of_order, present, twice};
use super::{Audit, Cents, Finding, Names, Place, Table};
use crate::money::Currency;
use crate::rule::{Rule, rule};
use crate::statement::line::{CONTINUITY, CUSTOMER_PRESENT, DIRECTION};
use crate::statement::{Direction, TradeDetailType, TradeType};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[&TYPES_FIT, &ONE_HOLDER, &OPENING, &CLOSING];

rule! {
    /// The trade type of a line is the one under which its detailed type is found.
    TYPES_FIT = "audit.statement.types-fit", view, derived "both columns tell one thing";
    zh "明细的交易类型与交易明细类型一致";
}

rule! {
    /// But for allocations and reclaims a transaction moves money of one holder, is of one type and time, and has one line in each account.
    ONE_HOLDER = "audit.statement.one-holder", view, derived "a transaction or order is charged or refunded once";
    zh "除拨款和回收外,一笔交易只涉及一个账户持有人,类型和时间相同,且每个账户只有一条明细";
}

rule! {
    /// Where opening balances are given, the first line of an account follows its opening balance; an account without one began with nothing.
    OPENING = "audit.statement.opening", view, derived "a statement from the beginning begins with nothing";
    zh "给出期初余额时,账户的首条明细承接其期初余额,未列出的账户期初为 0";
}

rule! {
    /// The last line of an account leaves what its balance says.
    CLOSING = "audit.statement.closing", view, derived "a statement until now ends with what there is";
    zh "账户末条明细的变动后余额等于账户余额";
}

/// A line of an exported statement, as far as an audit reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct StatementRow {
    /// The line.
    pub account_change_id: String,
    /// The account: whose it is, and which of the holder's.
    pub account_id: String,
    /// When.
    pub trade_time: String,
    /// What it stands for, in the vendor's spelling.
    pub trade_detail_type: String,
    /// The vendor's filter under which it is found.
    pub trade_type: String,
    /// The transaction, or the order.
    pub trade_id: String,
    /// Whether it adds or takes.
    pub direction: String,
    /// The vendor's code for that.
    pub direction_code: u8,
    /// How much.
    pub change_amount: String,
    /// What was there afterwards.
    pub balance_after_change: String,
    /// The currency.
    pub currency: String,
    /// The other side of an allocation or a reclaim.
    #[serde(deserialize_with = "present")]
    pub customer_id: Option<String>,
}

/// All that is known of accounts.
#[derive(Debug, Default)]
pub(crate) struct Accounts {
    accounts: Names<Account>,
    holders: Names<()>,
    ids: Ids,
    trades: Names<Option<Trade>>,
    traded: Ids,
}

/// What a transaction that is no adjustment was first told to be.
#[derive(Debug)]
struct Trade {
    holder: usize,
    of: TradeDetailType,
    time: Option<Timestamp>,
    place: Place,
}

#[derive(Debug, Default)]
struct Account {
    /// Where it begins, as a table of opening balances says.
    opening: Option<Cents>,
    first: Option<(Place, Cents)>,
    last: Option<(Place, Cents, Option<Timestamp>)>,
    closing: Option<(Place, Cents)>,
    currency: Option<(Currency, Place)>,
}

impl Accounts {
    /// What a table of balances says is there now.
    pub fn closes(&mut self, id: &str, place: Place, amount: Cents) -> Option<Place> {
        let account = self.accounts.known(id).1;
        let before = account.closing.map(|(before, _)| before);
        account.closing = Some((place, amount));
        before
    }

    /// What a table of opening balances says was there before the first line.
    pub fn opens(&mut self, id: &str, amount: Cents) {
        self.accounts.known(id).1.opening = Some(amount);
    }

    /// Whether any table has said something of the account.
    pub fn is_known(&self, id: &str) -> bool {
        self.accounts.get(id).is_some()
    }
}

/// Which way each type of trade goes on the account it is shown on; nothing where it may go both ways.
fn goes(of: TradeDetailType) -> Option<Direction> {
    use TradeDetailType as Type;
    match of {
        Type::Recharge
        | Type::RechargeRebate
        | Type::Refund
        | Type::Unsubscription
        | Type::RefundUnfrozen
        | Type::ManualUnfrozen
        | Type::SystemUnfrozen
        | Type::DepositToBalance
        | Type::Gift
        | Type::VendorWriteOff
        | Type::QuotaReclaim => Some(Direction::Income),
        Type::RefundFrozen
        | Type::RefundCleared
        | Type::ManualFrozen
        | Type::ManualCleared
        | Type::SystemFrozen
        | Type::BalanceToDeposit
        | Type::QuotaTransfer
        | Type::ExpiryCleared => Some(Direction::Expense),
        of if of.trade_type() == TradeType::Consumption => Some(Direction::Expense),
        _ => None,
    }
}

/// Whether the type is one of adjustments.
pub(super) fn adjusts(of: TradeDetailType) -> bool {
    matches!(of, TradeDetailType::Allocation | TradeDetailType::Reclaim | TradeDetailType::UnbindReclaim)
}

/// Whose account it is, and which.
pub(super) fn parts(account_id: &str) -> (&str, &str) {
    account_id.rsplit_once('/').unwrap_or((account_id, ""))
}

/// Whether an account with something in it stands in one of the tables of balances that are given.
fn listed(account_id: &str, [partners, customers]: [bool; 2]) -> bool {
    match parts(account_id).1 {
        "top-up" | "credit" => partners,
        // Only a resale customer has something that was allocated.
        "allocation" => customers,
        _ => false,
    }
}

impl StatementRow {
    /// What the line says of itself, as far as it is possible.
    fn by_itself(&self, place: Place, of: Option<TradeDetailType>, direction: Option<Direction>, audit: &mut Audit) {
        let filter: Option<TradeType> = audit.read(place, "trade_type", &self.trade_type);
        if let Some((of, filter)) = of.zip(filter).filter(|(of, filter)| of.trade_type() != *filter) {
            audit.find(Finding::new(&TYPES_FIT, [place], of.trade_type(), filter));
        }
        if let Some(direction) = direction {
            audit.code_fits(place, direction.code(), self.direction_code);
            let expected = of.and_then(goes).filter(|goes| *goes != direction);
            expected.into_iter().for_each(|expected| audit.find(Finding::new(&DIRECTION, [place], expected, direction)));
        }
        let partners = matches!(parts(&self.account_id).1, "top-up" | "credit");
        let named = of.is_some_and(adjusts) && partners;
        if of.is_some() && named != self.customer_id.is_some() {
            let (expected, found) = if named { ("the other side", "nobody") } else { ("nobody", "somebody") };
            audit.find(Finding::new(&CUSTOMER_PRESENT, [place], expected, found));
        }
    }
}

impl Take for StatementRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        let of: Option<TradeDetailType> = audit.read(place, "trade_detail_type", &self.trade_detail_type);
        let direction: Option<Direction> = audit.read(place, "direction", &self.direction);
        let time: Option<Timestamp> = audit.read(place, "trade_time", &self.trade_time);
        let currency = audit.read_currency(place, &self.currency);
        let clears = matches!(of, Some(TradeDetailType::RefundCleared | TradeDetailType::ManualCleared));
        let can_be = if clears { Amounts::Held } else { Amounts::Moved(&POSSIBLE_AMOUNTS) };
        let change = audit.read_amount(place, "change_amount", &self.change_amount, can_be);
        let after = audit.read_amount(place, "balance_after_change", &self.balance_after_change, Amounts::Held);
        self.by_itself(place, of, direction, audit);
        let line = format!("{} {}", self.account_id, self.account_change_id);
        if let Some(before) = audit.accounts.ids.repeated(&line, place) {
            audit.find(twice(&self.account_change_id, [before, place]));
        }

        let (number, account) = audit.accounts.accounts.known(&self.account_id);
        let mut found = Vec::new();
        if let Some((change, after, direction)) =
            change.zip(after).zip(direction).map(|((change, after), way)| (change, after, way))
        {
            let before = match direction {
                Direction::Income => after.less(change),
                Direction::Expense => after.plus(change),
            };
            account.first.get_or_insert((place, before));
            if let Some((above, last, earliest)) = account.last {
                if last != before {
                    let expected = if direction == Direction::Income { last.plus(change) } else { last.less(change) };
                    found.push(Finding::amounts(&CONTINUITY, [above, place], expected, after));
                }
                found.extend(out_of_order((above, earliest), (place, time)));
            }
            account.last = Some((place, after, time));
        }
        if let Some(currency) = currency {
            let (known, above) = *account.currency.get_or_insert((currency, place));
            if known != currency {
                found.push(Finding::new(&crate::money::currency::SINGLE, [above, place], known.code(), currency.code()));
            }
        }
        if let Some(of) = of.filter(|of| !adjusts(*of)) {
            let holder = audit.accounts.holders.known(parts(&self.account_id).0).0;
            let told = audit.accounts.trades.known(&self.trade_id).1;
            let first = told.get_or_insert(Trade { holder, of, time, place });
            if (first.holder, first.of, first.time) != (holder, of, time) {
                let expected = "one holder, type and time";
                found.push(Finding::new(&ONE_HOLDER, [first.place, place], expected, "two"));
            }
        }
        let trade = format!("{number} {}", self.trade_id);
        if let Some(above) = audit.accounts.traded.repeated(&trade, place) {
            found.push(Finding::new(&ONE_HOLDER, [above, place], "one line in an account", "two"));
        }
        found.into_iter().for_each(|finding| audit.find(finding));
        if let ((holder, "allocation"), Some(of), Some(way), Some(amount), Some(time)) =
            (parts(&self.account_id), of, direction, change, time)
        {
            audit.bills.line(holder, of, way, amount, time, place);
        }
        if let (Some(of), true) = (of, of.is_some_and(adjusts)) {
            audit.pairs.line(self, of, direction, change.zip(currency), time, place);
        }
    }

    fn finish(audit: &mut Audit) {
        let accounts = std::mem::take(&mut audit.accounts);
        for (id, told) in accounts.trades.iter() {
            if let (Some(trade), Some(adjusted)) = (told, audit.pairs.place_of(id)) {
                audit.find(Finding::new(&ONE_HOLDER, [trade.place, adjusted], "one kind of trade", "an adjustment and another"));
            }
        }
        let opens = audit.has(Table::OpeningBalances);
        let closes = [audit.has(Table::Balances), audit.has(Table::CustomerBalances)];
        for (id, account) in accounts.accounts.iter() {
            if let Some((place, before)) = account.first.filter(|_| opens) {
                let opening = account.opening.unwrap_or_default();
                if opening != before {
                    audit.find(Finding::amounts(&OPENING, [place], opening, before));
                }
            }
            if let Some((place, amount)) = account.closing {
                let begins = account.opening.filter(|_| opens).unwrap_or_default();
                let last = account.last.map_or((None, begins), |(place, after, _)| (Some(place), after));
                // Without a line and without an opening balance nothing says what there should be.
                let known = account.last.is_some() || (opens && audit.has(Table::Statement));
                if known && last.1 != amount {
                    audit.find(Finding::amounts(&CLOSING, last.0.into_iter().chain([place]), last.1, amount));
                }
            } else if let Some((place, after, _)) = account.last.filter(|(_, after, _)| !after.is_zero() && listed(id, closes)) {
                audit.find(Finding::new(&CLOSING, [place], after, format!("no balance of {id}")));
            }
        }
        audit.accounts = accounts;
    }
}
