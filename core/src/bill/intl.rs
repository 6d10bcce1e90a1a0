//! The bill of a month on the international site: what is due of it.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::BillCycle;
use super::cycle::{format, given};
use super::month::Month;
use super::summary::{BillType, summed};
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation};
use crate::decision::{Check, Review, facts};
use crate::directory::Caller;
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::Given;
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::Timestamp;
use crate::view::{Field, Paging, View};

pub(crate) static RULES: &[&Rule] = &[&SITE, &ISSUE_TIME, &DUE];

/// Asks for the bill of a month.
///
/// Vendor: ListPostpaidBillSum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PostpaidBill {
    /// The month.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub bill_cycle: Field<Given<BillCycle>>,
}

/// The bill of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PostpaidBillItem {
    /// The month.
    pub bill_cycle: BillCycle,
    /// What resale customers consumed, before tax.
    pub consume_amount: Money,
    /// What came back of it; not above zero.
    pub refunds: Money,
    /// What was written off; not above zero.
    pub adjustments: Money,
    /// What is due: all three together.
    pub initial_amount_due: Money,
}

/// The vendor publishes no permission item for it.
const OPERATION: Operation = Operation { permission_items: &[], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl PostpaidBill {
    pub(crate) fn answer(&self, books: Books, caller: Caller, now: Timestamp) -> Result<View<PostpaidBillItem>, Error> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return Ok(View::refused(review));
        }
        review.ask_caller(caller, &OPERATION).ask([site(books), format(&self.bill_cycle)]);
        if let Some(cycle) = given(&self.bill_cycle) {
            review.ask([issue_time(books, cycle, now)]);
        }
        let (Some(cycle), Some(party), false) = (given(&self.bill_cycle), caller.partner, review.is_refused()) else {
            return Ok(View::page(review, Paging::ALL, std::iter::empty()));
        };
        let none = Money::zero(books.currency());
        let (mut consumed, mut refunds, mut adjustments) = (none, none, none);
        for (key, sums) in summed(&Month::whole(books, cycle), &party.id)? {
            let sum = match key.bill_type {
                BillType::Normal => &mut consumed,
                BillType::Unsubscription => &mut refunds,
                BillType::WriteOff => &mut adjustments,
            };
            *sum = sum.plus(sums.paid)?.plus(sums.debt)?;
        }
        let item = PostpaidBillItem {
            bill_cycle: cycle,
            consume_amount: consumed,
            refunds,
            adjustments,
            initial_amount_due: consumed.plus(refunds)?.plus(adjustments)?,
        };
        Ok(View::page(review, Paging::ALL, std::iter::once(item)))
    }
}

rule! {
    /// Bills of what is due are of the international site.
    SITE = "bill.intl.site", call, derived "the SDKs of the sites: the China site's has no such operation";
    zh "后付费账单仅适用于国际站";
    broken "this is not the international site", "当前不是国际站";
    comply "ask for the monthly summary", "请查询月度汇总账单";
}

fn site(books: Books) -> Check {
    SITE.require(books.policy.site == Site::Intl, Vec::new)
}

rule! {
    /// The bill of a month is there from 12:00 on the 5th of the month after, in Beijing.
    ISSUE_TIME = "bill.intl.issue-time", call, "CBC.0100" 400, documented "ListPostpaidBillSum, notes; the code is assumed";
    zh "账单在次月 5 日 12:00(北京时间)后可查询";
    broken "the bill of {cycle} is not there yet at {now}", "{now} 时 {cycle} 的账单尚未出具";
    comply "ask from 12:00 on the 5th of the month after", "请在次月 5 日 12:00 后查询";
}

fn issue_time(books: Books, cycle: BillCycle, now: Timestamp) -> Check {
    let (today, noon) = (books.policy.site.date(now), books.policy.site.hour(now) >= 12);
    let issued_on = cycle.next().with_day(5).unwrap_or(cycle.next());
    ISSUE_TIME.require(today > issued_on || (today == issued_on && noon), || facts! { cycle: cycle.to_string(), now: now })
}

rule! {
    /// What is due is what was consumed, less what came back and what was written off. Tax is not in it.
    DUE = "bill.intl.due", view, documented "ListPostpaidBillSum, initial_amount_due";
    zh "应付金额等于消费金额加退款和调整金额(后两者不大于 0),不含税";
}

row! {
    /// A row of an exported bill of a month.
    pub struct PostpaidBillRow {
        /// The month.
        pub bill_cycle: String,
        /// What resale customers consumed, before tax, in the currency's main unit.
        pub consume_amount: String,
        /// What came back of it.
        pub refunds: String,
        /// What was written off.
        pub adjustments: String,
        /// What is due.
        pub initial_amount_due: String,
        /// The currency.
        pub currency: &'static str,
    }
}

impl Export for PostpaidBill {
    type Row = PostpaidBillRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<PostpaidBillRow>, Error> {
        let text = |amount: Money| amount.amount().to_string();
        Ok(center.postpaid_bill(viewer, self)?.map(|item| PostpaidBillRow {
            bill_cycle: item.bill_cycle.to_string(),
            consume_amount: text(item.consume_amount),
            refunds: text(item.refunds),
            adjustments: text(item.adjustments),
            initial_amount_due: text(item.initial_amount_due),
            currency: item.consume_amount.currency().code(),
        }))
    }
}

impl PartnerCenter {
    /// The bill of a month, on the international site.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn postpaid_bill(&self, viewer: Viewer, query: &PostpaidBill) -> Result<View<PostpaidBillItem>, Error> {
        query.answer(self.books(), self.viewer(viewer)?, viewer.at)
    }
}
