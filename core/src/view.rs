//! Asking without changing anything: lists and records, with the vendor's filters and paging.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::account::{CustomerBalances, PartnerBalances};
use crate::adjustment::AdjustmentRecords;
use crate::assoc::AssociationRecords;
use crate::authz::Authorizations;
use crate::bill::{ConsumingCustomers, FeeRecords, MonthlyBills, PostpaidBill};
use crate::contract::OfflineContracts;
use crate::coupon::query::{FILTER_REFUSED, PAGE};
use crate::coupon::{CouponRecords, CouponUsage, CustomerCoupons, IssuedCoupons};
use crate::customer::{Customers, Resellers};
use crate::decision::{Access, Actor, Breach, Review, facts};
use crate::id::Given;
use crate::org::{CustomerContacts, Members};
use crate::pickup::whitelist::PickupWhitelist;
use crate::quota::{IssuedQuotas, QuotaRecords, Quotas};
use crate::reading::choice;
use crate::register::RegistrationCheck;
use crate::statement::Statement;
use crate::time::Timestamp;
use crate::warning::Warnings;

/// Somebody asks to see something, at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Query {
    /// Now, as the caller's clock has it.
    pub at: Timestamp,
    /// Who asks.
    pub actor: Actor,
    /// The way the query came; through the API with a valid token, unless said otherwise.
    #[serde(default)]
    pub access: Access,
    /// Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise.
    #[serde(default)]
    pub reveal: bool,
    /// What is asked for.
    pub view: ViewQuery,
}

choice! {
    /// What there is to see.
    pub enum ViewQuery {
        /// Quotas of the caller, or of a reseller of its.
        "quotas" => Quotas(Quotas),
        /// Child quotas that a distributor granted.
        "issued-quotas" => IssuedQuotas(IssuedQuotas),
        /// What was done to child quotas.
        "quota-records" => QuotaRecords(QuotaRecords),
        /// Coupons that the caller, or a reseller of its, issued.
        "issued-coupons" => IssuedCoupons(IssuedCoupons),
        /// What was done to coupons (操作记录).
        "coupon-records" => CouponRecords(CouponRecords),
        /// A customer's coupons, or a partner's.
        "customer-coupons" => CustomerCoupons(CustomerCoupons),
        /// The orders that used one coupon.
        "coupon-usage" => CouponUsage(CouponUsage),
        /// The partner's pick-up-voucher whitelist.
        "pickup-whitelist" => PickupWhitelist(PickupWhitelist),
        /// Warnings about customers, and whether the viewer may process each.
        "warnings" => Warnings(Warnings),
        /// A partner's customers.
        "customers" => Customers(Customers),
        /// A distributor's resellers.
        "resellers" => Resellers(Resellers),
        /// A partner's operator accounts.
        "members" => Members(Members),
        /// Whom a partner's customers can turn to.
        "customer-contacts" => CustomerContacts(CustomerContacts),
        /// What became of associations, and of the requests about them (关联记录).
        "association-records" => AssociationRecords(AssociationRecords),
        /// Whether a name, a phone number or an e-mail address is free for a new account.
        "registration-check" => RegistrationCheck(RegistrationCheck),
        /// Customers' authorizations of their partners.
        "authorizations" => Authorizations(Authorizations),
        /// Balances of a partner's accounts.
        "partner-balances" => PartnerBalances(PartnerBalances),
        /// What resale customers have, and what they owe.
        "customer-balances" => CustomerBalances(CustomerBalances),
        /// Income and expense details of an account (收支明细).
        "statement" => Statement(Statement),
        /// Allocations and reclaims (调账记录).
        "adjustment-records" => AdjustmentRecords(AdjustmentRecords),
        /// What resale customers consumed in a month (月度汇总账单).
        "monthly-bills" => MonthlyBills(MonthlyBills),
        /// What customers consumed in a month, charge by charge (消费记录).
        "fee-records" => FeeRecords(FeeRecords),
        /// Which customers consumed anything in a month.
        "consuming-customers" => ConsumingCustomers(ConsumingCustomers),
        /// What is due of a month, on the international site.
        "postpaid-bill" => PostpaidBill(PostpaidBill),
        /// A partner's offline contracts of one code (线下合同).
        "offline-contracts" => OfflineContracts(OfflineContracts),
    }
}

/// What there was to see.
#[derive(Clone, Debug, PartialEq)]
pub struct View<T> {
    /// The rules the query breaks; when there are any, nothing is shown.
    pub breaches: Vec<Breach>,
    /// How many there are in all.
    pub total: usize,
    /// Those of the page, in the order of creation.
    pub items: Vec<T>,
}

impl<T> View<T> {
    pub(crate) fn refused(review: Review) -> Self {
        Self { breaches: review.breaches, total: 0, items: Vec::new() }
    }

    pub(crate) fn page(review: Review, paging: Paging, found: impl Iterator<Item = T>) -> Self {
        if review.is_refused() {
            return Self::refused(review);
        }
        let mut total = 0_usize;
        let mut items = Vec::new();
        for item in found {
            if total >= paging.offset && items.len() < paging.limit {
                items.push(item);
            }
            total = total.saturating_add(1);
        }
        Self { breaches: Vec::new(), total, items }
    }

    /// The same with other items.
    pub(crate) fn map<U>(self, item: impl FnMut(T) -> U) -> View<U> {
        View { breaches: self.breaches, total: self.total, items: self.items.into_iter().map(item).collect() }
    }

    /// Whether the query is answered.
    pub fn is_accepted(&self) -> bool {
        self.breaches.is_empty()
    }
}

/// What of a list is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The page that the query asks for.
    Page,
    /// All of it: a file has no pages.
    All,
}

/// Which entries of a list.
#[derive(Clone, Copy)]
pub(crate) struct Paging {
    pub offset: usize,
    pub limit: usize,
}

impl Paging {
    /// All of it.
    pub const ALL: Self = Self { offset: 0, limit: usize::MAX };

    /// Understands the page; where all is shown, a page says nothing.
    pub fn ask(review: &mut Review, part: Part, offset: Option<i64>, limit: Option<i64>) -> Self {
        if part == Part::All {
            return Self::ALL;
        }
        let limits = &review.policy().limits;
        let (max, default) = (limits.page_max, limits.page_default);
        // An offset that no list reaches is one all the same, on machines of 32 bits too.
        let start = offset.map_or(Ok(0), u64::try_from).map(|offset| usize::try_from(offset).unwrap_or(usize::MAX));
        let size = limit.map_or(Ok(default), usize::try_from).ok().filter(|size| (1..=max).contains(size));
        if let (Ok(offset), Some(limit)) = (start, size) {
            return Self { offset, limit };
        }
        let (offset, limit) = (offset.unwrap_or(0).to_string(), limit.map_or(default.to_string(), |limit| limit.to_string()));
        review.ask([PAGE.broken(facts! { offset: offset, limit: limit, max: max })]);
        Self { offset: 0, limit: 0 }
    }
}

/// A filter as the caller sent it: not at all, as null, or with a value, which may be empty. What each means differs by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// Not sent.
    #[default]
    Absent,
    /// Sent as null.
    Null,
    /// Sent.
    Value(T),
}

impl<T> Field<T> {
    /// Whether it was not sent.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> Field<Vec<T>> {
    /// How many values were sent.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Value(list) => list.len(),
            Self::Absent | Self::Null => 0,
        }
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Absent | Self::Null => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|value| value.map_or(Self::Null, Self::Value))
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Field{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<T>::json_schema(generator)
    }
}

/// What an empty or null filter means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Means {
    /// As if it had not been sent.
    Ignored,
    /// It matches what has no value, which nothing has.
    Nothing,
    /// The query is refused.
    Refused,
}

/// A filter, understood.
pub(crate) enum Filter<'a, T> {
    All,
    Nothing,
    Is(&'a T),
}

impl<T: PartialEq> Filter<'_, T> {
    pub fn lets(&self, value: &T) -> bool {
        self.lets_if(|wanted| wanted == value)
    }
}

impl<T> Filter<'_, T> {
    pub fn lets_if(&self, matches: impl FnOnce(&T) -> bool) -> bool {
        match self {
            Self::All => true,
            Self::Nothing => false,
            Self::Is(wanted) => matches(wanted),
        }
    }
}

impl Review<'_> {
    /// Understands a filter with an id. One that cannot be an id exists nowhere.
    pub fn filter<'f, T: FromStr>(&mut self, name: &str, field: &'f Field<Given<T>>, null: Means, empty: Means) -> Filter<'f, T> {
        self.readable(name, field, null, empty, Means::Nothing)
    }

    /// Understands a filter with a time or a name of ours, which must be one.
    pub fn known<'f, T: FromStr>(&mut self, name: &str, field: &'f Field<Given<T>>, null: Means) -> Filter<'f, T> {
        self.readable(name, field, null, Means::Refused, Means::Refused)
    }

    /// Understands a filter with a name of ours, which must be one unless it is empty.
    pub fn known_or_empty<'f, T: FromStr>(&mut self, name: &str, field: &'f Field<Given<T>>) -> Filter<'f, T> {
        self.readable(name, field, Means::Ignored, Means::Ignored, Means::Refused)
    }

    fn readable<'f, T>(
        &mut self,
        name: &str,
        field: &'f Field<Given<T>>,
        null: Means,
        empty: Means,
        other: Means,
    ) -> Filter<'f, T> {
        let means = match field {
            Field::Absent => Means::Ignored,
            Field::Null => null,
            Field::Value(Given::Valid(value)) => return Filter::Is(value),
            Field::Value(Given::Invalid(text)) if text.is_empty() => empty,
            Field::Value(Given::Invalid(_)) => other,
        };
        self.understood(name, means)
    }

    /// Understands a filter with several values.
    pub fn list_filter<'f, T>(&mut self, name: &str, field: &'f Field<Vec<T>>, null: Means, empty: Means) -> Filter<'f, Vec<T>> {
        let means = match field {
            Field::Absent => Means::Ignored,
            Field::Null => null,
            Field::Value(list) if list.is_empty() => empty,
            Field::Value(list) => return Filter::Is(list),
        };
        self.understood(name, means)
    }

    fn understood<'f, T>(&mut self, name: &str, means: Means) -> Filter<'f, T> {
        match means {
            Means::Ignored => Filter::All,
            Means::Nothing => Filter::Nothing,
            Means::Refused => {
                self.ask([FILTER_REFUSED.broken(facts! { field: name })]);
                Filter::Nothing
            }
        }
    }

    /// Understands a pair of times: strictly later than the first, strictly earlier than the second.
    pub fn between(&mut self, names: [&str; 2], begin: &Time, end: &Time, null: Means) -> impl Fn(Timestamp) -> bool + use<> {
        let [begin_name, end_name] = names;
        let [after, before] = [(begin_name, begin), (end_name, end)].map(|(name, field)| match self.known(name, field, null) {
            Filter::All => Ok(None),
            Filter::Is(time) => Ok(Some(*time)),
            Filter::Nothing => Err(()),
        });
        move |time| match (after, before) {
            (Ok(after), Ok(before)) => after.is_none_or(|after| time > after) && before.is_none_or(|before| time < before),
            _ => false,
        }
    }
}

/// A time as a filter.
pub type Time = Field<Given<Timestamp>>;
