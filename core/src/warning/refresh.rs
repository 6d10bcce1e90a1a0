//! Once a day the vendor's computation arrives.

use serde::{Deserialize, Serialize};

use super::{WarningCategory, category};
use crate::center::Books;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts, first_repeated};
use crate::directory::access::vendor_only;
use crate::error::{Malformed, Unknown};
use crate::event::Change;
use crate::id::{CustomerId, WarningId};
use crate::rule::{Rule, rule};
use crate::time::{Date, Timestamp};

pub(crate) static RULES: &[&Rule] = &[&DAILY, &SAME_CUSTOMER];

/// The warnings of one day. For the vendor's systems.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RefreshWarnings {
    /// The day of the data, where the site counts its days.
    pub data_date: Date,
    /// All warnings of the day, new and known ones.
    pub warnings: Vec<WarningData>,
}

/// A warning as the vendor computed it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WarningData {
    /// Its id.
    pub id: WarningId,
    /// The customer.
    pub customer: CustomerId,
    /// What it is about.
    pub category: WarningCategory,
    /// The scene that raised it (预警场景); an open list.
    pub scene_name: String,
    /// What it says.
    pub title: String,
    /// When it was sent.
    pub sent_at: Timestamp,
}

impl RefreshWarnings {
    /// What tells this load from another one of the same day.
    pub(super) fn fingerprint(&self) -> u64 {
        crate::center::fingerprint_of(self)
    }
}

pub(crate) fn decide(books: Books, request: &Request, refresh: &RefreshWarnings) -> Decided {
    if let Some(twice) = first_repeated(&refresh.warnings.iter().map(|computed| &computed.id).collect::<Vec<_>>()) {
        return Err(Malformed::new("warnings each of which stands once", twice).at("command.warnings").into());
    }
    for computed in &refresh.warnings {
        books.directory.customer(&computed.customer).ok_or_else(|| Unknown::new("customer", &computed.customer))?;
    }
    let newest = books.warnings.newest();
    let is_loaded =
        newest.is_some_and(|newest| newest.data_date == refresh.data_date && newest.fingerprint == refresh.fingerprint());
    let mut review = Review::new(books.policy);
    review.ask([vendor_only(request), daily(books, refresh, is_loaded)]);
    for computed in &refresh.warnings {
        review.ask([category(books.policy.site, computed), same_customer(books, computed)]);
    }
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = Accepted::new(request);
    if !is_loaded {
        accepted.event(Change::WarningsRefreshed(refresh.clone()));
    }
    Ok(accepted.decision())
}

rule! {
    /// Warnings are computed once a day, in the days of the site: a day is loaded once and after the days before it. The same load once
    /// more changes nothing. New warnings are added and known ones brought up to date; none is closed because its cause is gone.
    DAILY = "warning.refresh.daily", call, documented "the project's founding requirements; manual, customer warnings; that days come in order is assumed";
    zh "客户预警每天计算一次,按数据日期依次加载;同一份数据重复加载不产生变化。新预警会新增,已有预警会更新,不会因原因消失而自动关闭";
    broken "the day {day} is loaded, and {newest} was loaded before with other warnings", "请求加载 {day} 的数据,但已加载 {newest} 的其他数据";
    comply "load the next day, or exactly the same warnings again", "请加载下一日的数据,或重复加载完全相同的数据";
}

fn daily(books: Books, refresh: &RefreshWarnings, is_loaded: bool) -> Check {
    match books.warnings.newest() {
        Some(newest) if !is_loaded && newest.data_date >= refresh.data_date => {
            DAILY.broken(facts! { day: refresh.data_date, newest: newest.data_date })
        }
        _ => Ok(()),
    }
}

rule! {
    /// A warning stays with its customer.
    SAME_CUSTOMER = "warning.refresh.same-customer", call, assumed "a warning is computed about one customer";
    zh "预警所属的客户不会改变";
    broken "the warning {warning} is about {known}, and comes about {customer}", "预警 {warning} 属于客户 {known},加载的数据为客户 {customer}";
    comply "give a warning about another customer its own id", "其他客户的预警请使用新的预警 ID";
}

fn same_customer(books: Books, computed: &WarningData) -> Check {
    match books.warnings.warning(&computed.id) {
        Some(known) if known.computed.customer != computed.customer => SAME_CUSTOMER.broken(facts! {
            warning: computed.id.as_str(), known: known.computed.customer.as_str(), customer: computed.customer.as_str()
        }),
        _ => Ok(()),
    }
}
