//! Lists of quotas, and of what was done to them.

use serde::{Deserialize, Serialize};

use super::record::{QuotaOperation, QuotaRecord};
use super::{Quota, QuotaBook, QuotaLimits, QuotaStatus, QuotaType};
use crate::coupon::access::{Caller, EVERY_KIND, GROUP_A, Operation, indirect_partner_owned, permission_any_of, rate_limit};
use crate::decision::{Check, Review, facts};
use crate::id::{Given, PartnerId, QuotaId};
use crate::money::Money;
use crate::policy::Policy;
use crate::quota::access::distributor_only;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Means, Paging, Part, Time, View};

pub(crate) static RULES: &[&Rule] = &[&LISTS];

/// A quota, as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotaItem {
    /// Its id.
    pub quota_id: QuotaId,
    /// What is cut from it.
    pub quota_type: QuotaType,
    /// All that was ever put in.
    pub quota_value: Money,
    /// What is left.
    pub balance: Money,
    /// What the vendor wrote off.
    pub written_off: Money,
    /// The partner who cuts coupons from it.
    pub partner_id: PartnerId,
    /// Its state. A quota outside its window, or with nothing left, can still be normal.
    pub quota_status: QuotaStatus,
    /// When it was set or granted.
    pub create_time: Timestamp,
    /// When anything of it changed.
    pub last_update_time: Timestamp,
    /// From when coupons can be cut from it.
    pub effective_time: Timestamp,
    /// Until when; this instant no longer.
    pub expire_time: Timestamp,
    /// What it is limited to.
    pub limits: QuotaLimits,
    /// The distributor's quota it was granted from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_quota_id: Option<QuotaId>,
    /// The reseller it was granted to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<PartnerId>,
    /// The name of that reseller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indirect_partner_name: Option<String>,
    /// The name of that reseller's account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indirect_partner_account_name: Option<String>,
}

impl QuotaItem {
    fn of(caller: Caller, quota: &Quota) -> Self {
        let reseller = quota.parent.as_ref().and_then(|_| caller.directory.partner(&quota.holder));
        Self {
            quota_id: quota.id.clone(),
            quota_type: quota.quota_type,
            quota_value: quota.value,
            balance: quota.balance,
            written_off: quota.written_off,
            partner_id: quota.holder.clone(),
            quota_status: quota.status,
            create_time: quota.create_time,
            last_update_time: quota.last_update_time,
            effective_time: quota.period.effective_time,
            expire_time: quota.period.expire_time,
            limits: quota.limits.clone(),
            parent_quota_id: quota.parent.clone(),
            indirect_partner_id: reseller.map(|reseller| reseller.id.clone()),
            indirect_partner_name: reseller.map(|reseller| reseller.name.clone()),
            indirect_partner_account_name: reseller.map(|reseller| reseller.account_name.clone()),
        }
    }
}

/// Asks for the quotas that the caller, or a reseller of its, cuts coupons from.
///
/// Vendor: ListQuotaCoupons.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Quotas {
    /// The quotas, at most 50; all when empty or null.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub quota_ids: Field<Vec<Given<QuotaId>>>,
    /// Their states, at most 5; all when empty or null.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub quota_status_list: Field<Vec<QuotaStatus>>,
    /// What is cut from them; vouchers when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quota_type: Option<QuotaType>,
    /// Set later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub create_time_begin: Time,
    /// Set earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub create_time_end: Time,
    /// Effective later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub effective_time_begin: Time,
    /// Effective earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub effective_time_end: Time,
    /// Expiring later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub expire_time_begin: Time,
    /// Expiring earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub expire_time_end: Time,
    /// The reseller whose quotas a distributor asks for, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

const QUOTAS: Operation =
    Operation { permission_items: &["BPC_ITEM_SUBCUSTSERV_030100"], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl Quotas {
    pub(crate) fn answer(&self, policy: &Policy, book: &QuotaBook, caller: Caller, part: Part) -> View<QuotaItem> {
        let mut review = Review::new(policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        review.ask_caller(caller, &QUOTAS).ask([indirect_partner_owned(caller, reseller), lists(policy, self)]);
        let ids = review.list_filter("quota_ids", &self.quota_ids, Means::Ignored, Means::Ignored);
        let states = review.list_filter("quota_status_list", &self.quota_status_list, Means::Ignored, Means::Ignored);
        let names = ["create_time_begin", "create_time_end"];
        let created = review.between(names, &self.create_time_begin, &self.create_time_end, Means::Ignored);
        let names = ["effective_time_begin", "effective_time_end"];
        let effective = review.between(names, &self.effective_time_begin, &self.effective_time_end, Means::Ignored);
        let names = ["expire_time_begin", "expire_time_end"];
        let expires = review.between(names, &self.expire_time_begin, &self.expire_time_end, Means::Ignored);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let Some(party) = caller.party(reseller) else { return View::page(review, paging, std::iter::empty()) };

        let found = book.quotas().filter(|quota| {
            quota.holder == party.id
                && quota.quota_type == self.quota_type.unwrap_or_default()
                && ids.lets_if(|ids| ids.iter().any(|given| given.value() == Some(&quota.id)))
                && states.lets_if(|states| states.contains(&quota.status))
                && created(quota.create_time)
                && effective(quota.period.effective_time)
                && expires(quota.period.expire_time)
        });
        View::page(review, paging, found.map(|quota| QuotaItem::of(caller, quota)))
    }
}

rule! {
    /// A quota query must name at most 50 quotas and at most 5 states; it shows voucher quotas unless it asks for others.
    LISTS = "quota.query.lists", call, "CBC.0100" 400, documented "ListQuotaCoupons, quota_ids and quota_status_list";
    zh "额度查询最多指定 50 个额度和 5 种状态;默认查询代金券额度";
    broken "{quotas} quotas and {states} states are named, at most {quotas_max} and {states_max} are allowed", "指定了 {quotas} 个额度和 {states} 种状态,最多 {quotas_max} 个和 {states_max} 种";
    comply "split them over several queries", "请分多次查询";
}

fn lists(policy: &Policy, query: &Quotas) -> Check {
    let (quotas, states) = (query.quota_ids.len(), query.quota_status_list.len());
    let (quotas_max, states_max) = (policy.limits.query_quotas_max, policy.limits.query_statuses_max);
    LISTS.require(quotas <= quotas_max && states <= states_max, || {
        facts! { quotas: quotas, states: states, quotas_max: quotas_max, states_max: states_max }
    })
}

/// Asks for the child quotas that the calling distributor granted.
///
/// Vendor: ListIssuedCouponQuotas.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct IssuedQuotas {
    /// The child quota.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub quota_id: Field<Given<QuotaId>>,
    /// The distributor's quota.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub parent_quota_id: Field<Given<QuotaId>>,
    /// The reseller.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

const ISSUED: Operation = Operation {
    permission_items: &["BPC_ITEM_SUBCUSTSERV_030600"],
    api: EVERY_KIND,
    console: EVERY_KIND,
    changes_something: false,
};

/// The distributor's own reseller, if it names one.
fn named_own(field: &Field<Given<PartnerId>>) -> Option<&Given<PartnerId>> {
    match field {
        Field::Value(given) if !given.text().is_empty() => Some(given),
        _ => None,
    }
}

impl IssuedQuotas {
    pub(crate) fn answer(&self, policy: &Policy, book: &QuotaBook, caller: Caller, part: Part) -> View<QuotaItem> {
        let mut review = Review::new(policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = named_own(&self.indirect_partner_id);
        review.ask_group_b_query(caller, &ISSUED).ask([indirect_partner_owned(caller, reseller)]);
        let quota = review.filter("quota_id", &self.quota_id, Means::Ignored, Means::Ignored);
        let parent = review.filter("parent_quota_id", &self.parent_quota_id, Means::Nothing, Means::Nothing);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);

        let found = book.quotas().filter(|child| {
            let of_caller = child.parent.as_ref().and_then(|parent| book.quota(parent)).zip(caller.partner);
            of_caller.is_some_and(|(parent, caller)| parent.holder == caller.id)
                && quota.lets(&child.id)
                && parent.lets_if(|wanted| child.parent.as_ref() == Some(wanted))
                && reseller.is_none_or(|wanted| wanted.value() == Some(&child.holder))
        });
        View::page(review, paging, found.map(|child| QuotaItem::of(caller, child)))
    }
}

/// Asks for the operation records of child quotas.
///
/// Vendor: ListCouponQuotasRecords.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct QuotaRecords {
    /// The child quota.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub quota_id: Field<Given<QuotaId>>,
    /// The distributor's quota.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub parent_quota_id: Field<Given<QuotaId>>,
    /// The reseller.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// What was done; anything when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation_type: Option<QuotaOperation>,
    /// Later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub operation_time_begin: Time,
    /// Earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub operation_time_end: Time,
    /// 0: what was done; −1: what was not, of which there are no records; anything else, or nothing: both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<i64>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

const RECORDS: Operation = Operation {
    permission_items: &["BPC_ITEM_SUBCUSTSERV_030102"],
    api: EVERY_KIND,
    console: EVERY_KIND,
    changes_something: false,
};

impl QuotaRecords {
    pub(crate) fn answer<'a>(
        &self,
        policy: &Policy,
        book: &'a QuotaBook,
        caller: Caller<'a>,
        part: Part,
    ) -> View<&'a QuotaRecord> {
        self.found(policy, book, caller, part).map(|(record, _)| record)
    }

    /// What is found; with each, which of the distributor's records it is.
    pub(super) fn found<'a>(
        &self,
        policy: &Policy,
        book: &'a QuotaBook,
        caller: Caller<'a>,
        part: Part,
    ) -> View<(&'a QuotaRecord, u64)> {
        let mut review = Review::new(policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = named_own(&self.indirect_partner_id);
        review.ask_group_b_query(caller, &RECORDS).ask([indirect_partner_owned(caller, reseller)]);
        let quota = review.filter("quota_id", &self.quota_id, Means::Ignored, Means::Nothing);
        let parent = review.filter("parent_quota_id", &self.parent_quota_id, Means::Nothing, Means::Nothing);
        let names = ["operation_time_begin", "operation_time_end"];
        let (begin, end) = (&self.operation_time_begin, &self.operation_time_end);
        let in_time = review.between(names, begin, end, Means::Ignored);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);

        let of_caller = |record: &&QuotaRecord| caller.partner.is_some_and(|caller| caller.id == record.partner_id);
        let found = book.records.iter().filter(of_caller).zip(1..).filter(|(record, _)| {
            quota.lets(&record.quota_id)
                && parent.lets(&record.parent_quota_id)
                && reseller.is_none_or(|wanted| wanted.value() == Some(&record.indirect_partner_id))
                && self.operation_type.is_none_or(|wanted| wanted == record.operation_type)
                && in_time(record.operation_time)
                && self.result != Some(-1)
        });
        View::page(review, paging, found)
    }
}

impl Review<'_> {
    /// Asks what every query of group B asks of its callers.
    fn ask_group_b_query(&mut self, caller: Caller, operation: &Operation) -> &mut Self {
        self.ask([rate_limit(caller), distributor_only(caller), permission_any_of(caller, operation)])
    }
}
