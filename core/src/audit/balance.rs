//! Balances: what there is when the tables are taken, and what there was before.

use serde::Deserialize;

use super::row::{Amounts, Ids, Take, present, twice};
use super::statement::parts;
use super::{Audit, Cents, Finding, Names, Place};
use crate::account::BalanceKind;
use crate::account::balance::TOTAL;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&DEBT_EXCLUSIVE, &KIND_FITS, &WITHIN];

rule! {
    /// A resale customer has nothing while it owes something.
    DEBT_EXCLUSIVE = "audit.balance.debt-exclusive", view, derived "an allocation repays arrears first";
    zh "代售客户欠费时可用余额为 0";
}

rule! {
    /// The id of an account tells whose it is and of which kind, which is the kind beside it; a total has the id of its holder.
    KIND_FITS = "audit.balance.kind-fits", view, derived "both columns tell one thing";
    zh "账户 ID 由持有人和账户类型组成,与同一行的账户类型一致;合计行为持有人 ID";
}

rule! {
    /// What is set aside is not more than the balance, and what is available of a credit not more than its limit.
    WITHIN = "audit.balance.within", view, derived "what can be allocated is the cash less what is set aside";
    zh "专款专用金额不超过账户余额,信用可用余额不超过信用额度";
}

/// A row of exported balances of partners, as far as an audit reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BalanceRow {
    /// The account.
    pub account_id: String,
    /// Which it is; only top-up and credit accounts have lines that tell what should be there.
    pub account_type: String,
    /// What is there.
    pub amount: String,
    /// What of it is set aside.
    pub designated_amount: String,
    /// The limit of a credit.
    #[serde(deserialize_with = "present")]
    pub credit_amount: Option<String>,
}

/// A row of exported balances of customers, as far as an audit reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CustomerBalanceRow {
    /// The customer.
    pub customer_id: String,
    /// What is left of what was allocated to it.
    pub amount: String,
    /// What it owes.
    pub debt_amount: String,
}

/// What was there before the first line of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct OpeningBalanceRow {
    /// The account: whose it is, and which of the holder's.
    pub account_id: String,
    /// What was there.
    pub amount: String,
}

/// What a partner has in its accounts, and what its total says.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    holders: Names<Total>,
    rows: Ids,
}

#[derive(Debug, Default)]
struct Total {
    sum: Cents,
    places: Vec<Place>,
    total: Option<(Place, Cents)>,
}

impl Take for BalanceRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        let kind: Option<BalanceKind> = audit.read(place, "account_type", &self.account_type);
        let amount = audit.read_amount(place, "amount", &self.amount, Amounts::Held);
        let designated = audit.read_amount(place, "designated_amount", &self.designated_amount, Amounts::Held);
        let limit = self.credit_amount.as_ref().and_then(|limit| audit.read_amount(place, "credit_amount", limit, Amounts::Held));
        if let Some(kind) = kind {
            let named = parts(&self.account_id).1;
            let expected = if kind == BalanceKind::Total { "" } else { kind.name() };
            if named != expected {
                audit.find(Finding::new(&KIND_FITS, [place], kind, &self.account_id));
            }
        }
        let Some(amount) = amount else { return };
        for (most, least) in [(Some(amount), designated), (limit, Some(amount))] {
            if let Some((most, least)) = most.zip(least).filter(|(most, least)| most < least) {
                audit.find(Finding::amounts(&WITHIN, [place], most, least));
            }
        }
        if let Some(before) = audit.totals.rows.repeated(&self.account_id, place) {
            audit.find(twice(&self.account_id, [before, place]));
        }
        let total = audit.totals.holders.known(parts(&self.account_id).0).1;
        match kind {
            Some(BalanceKind::TopUp | BalanceKind::Credit) => {
                total.sum = total.sum.plus(amount);
                total.places.push(place);
                audit.accounts.closes(&self.account_id, place, amount);
            }
            Some(BalanceKind::Total) => total.total = Some((place, amount)),
            _ => {}
        }
    }

    fn finish(audit: &mut Audit) {
        let totals = std::mem::take(&mut audit.totals);
        for (_, holder) in totals.holders.iter() {
            if let Some((place, total)) = holder.total.filter(|(_, total)| *total != holder.sum) {
                audit.find(Finding::amounts(&TOTAL, holder.places.iter().copied().chain([place]), holder.sum, total));
            }
        }
        audit.totals = totals;
    }
}

impl Take for CustomerBalanceRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        let amount = audit.read_amount(place, "amount", &self.amount, Amounts::Held);
        let debt = audit.read_amount(place, "debt_amount", &self.debt_amount, Amounts::Held);
        let Some((amount, debt)) = amount.zip(debt) else { return };
        if !amount.is_zero() && !debt.is_zero() {
            audit.find(Finding::amounts(&DEBT_EXCLUSIVE, [place], Cents::default(), amount));
        }
        if let Some(before) = audit.accounts.closes(&format!("{}/allocation", self.customer_id), place, amount) {
            audit.find(twice(&self.customer_id, [before, place]));
        }
        audit.bills.owes(&self.customer_id, place, debt);
    }

    fn finish(_: &mut Audit) {}
}

impl Take for OpeningBalanceRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        if let Some(amount) = audit.read_amount(place, "amount", &self.amount, Amounts::Held) {
            audit.accounts.opens(&self.account_id, amount);
        }
    }

    fn finish(_: &mut Audit) {}
}
