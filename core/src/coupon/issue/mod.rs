//! A partner issues coupons of one face value from one quota to up to a hundred customers.

mod customer;
mod effect;
mod given;
mod quota;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::access::{Caller, EVERY_KIND, GROUP_A, Operation, indirect_partner_owned, quota_precondition};
use super::{Books, CouponKind};
use crate::cash::issue as cash;
use crate::decision::{Accepted, Breach, Decided, Request, Review, Row};
use crate::directory::{Partner, PartnerKind};
use crate::error::Error;
use crate::event::Change;
use crate::id::{CouponId, CustomerId, Given, PartnerId, ProductId, QuotaId, ServiceType};
use crate::money::{Money, Ratio};
use crate::pickup::issue as pickup;
use crate::pickup::view::not_issued_by_ordinary_partner;
use crate::quota::{Quota, QuotaType, SubscribeType, Terms};
use crate::time::{Period, Timestamp};

pub use customer::*;
pub use effect::*;
pub use given::*;
pub use quota::*;

pub(crate) use customer::RULES as CUSTOMER_RULES;
pub(crate) use effect::RULES as EFFECT_RULES;
pub(crate) use given::RULES as GIVEN_RULES;
pub(crate) use quota::RULES as QUOTA_RULES;

/// Issues one coupon to each of some customers.
///
/// Vendor: CreatePartnerCoupons; in the console also pick-up vouchers and the terms of the form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IssueCoupons {
    /// The quota the coupons are cut from; it decides whether they are vouchers or cash coupons.
    pub quota_id: Given<QuotaId>,
    /// The customers, 1 to 100 through the API, 1 to 10 in the console. Each gets one coupon.
    pub customer_ids: Vec<Given<CustomerId>>,
    /// The value of each coupon.
    pub face_value: Money,
    /// From when they can be used; the quota's beginning, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_time: Option<Given<Timestamp>>,
    /// Until when, this instant included; the quota's end, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expire_time: Option<Given<Timestamp>>,
    /// The cloud service types they pay for, at most 10; the quota's, when absent, null or empty.
    #[serde(default, deserialize_with = "null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Given<ServiceType>>>"))]
    pub cloud_service_types: Vec<Given<ServiceType>>,
    /// The products they pay for, at most 10; the quota's, when absent, null or empty.
    #[serde(default, deserialize_with = "null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Given<ProductId>>>"))]
    pub product_ids: Vec<Given<ProductId>>,
    /// A note for the issuer; none is not the same as an empty one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memo: Option<Arc<str>>,
    /// The reseller for whose customers a distributor issues, through the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
    /// Whether these are pick-up vouchers (提货券). Console only.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pick_up: bool,
    /// The kinds of order they pay for; the quota's, when absent or empty. Console only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscribe_types: Option<Vec<SubscribeType>>,
    /// The largest share of an order they pay; the quota's, when absent. Console only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_deduction_ratio: Option<Ratio>,
    /// The smallest order they pay for; the quota's, when absent. Console only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_consume_amount: Option<Money>,
    /// Whether one refused customer refuses the call.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_or_nothing: bool,
}

impl IssueCoupons {
    /// Coupons with all that may be left away left away.
    pub fn new(quota_id: impl Into<Given<QuotaId>>, customer_ids: Vec<Given<CustomerId>>, face_value: Money) -> Self {
        Self {
            quota_id: quota_id.into(),
            customer_ids,
            face_value,
            valid_time: None,
            expire_time: None,
            cloud_service_types: Vec::new(),
            product_ids: Vec::new(),
            memo: None,
            indirect_partner_id: None,
            pick_up: false,
            subscribe_types: None,
            max_deduction_ratio: None,
            min_consume_amount: None,
            all_or_nothing: false,
        }
    }
}

/// A list for which null is as good as none.
fn null_is_empty<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A coupon came into being.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponIssued {
    /// The coupon.
    pub coupon: CouponId,
    /// What it is.
    pub kind: CouponKind,
    /// The quota that paid for it.
    pub quota: QuotaId,
    /// The partner who issued it.
    pub issuer: PartnerId,
    /// The customer who has it.
    pub customer: CustomerId,
    /// The customer who was named, when its enterprise master got the coupon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<CustomerId>,
    /// Its value.
    pub face_value: Money,
    /// From when it can be used.
    pub effective_time: Timestamp,
    /// Until when, this instant included.
    pub expire_time: Timestamp,
    /// Where and how it may be used.
    #[serde(default)]
    pub terms: Arc<Terms>,
    /// The issuer's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memo: Option<Arc<str>>,
    /// Whether it is a legacy coupon (version 1), good for a single use. This library issues none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub legacy: bool,
}

/// A customer of an issue got no coupon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponIssueFailed {
    /// The customer, as the caller wrote it.
    pub customer: Arc<str>,
    /// What it would have been.
    pub kind: CouponKind,
    /// The quota it would have been cut from.
    pub quota: QuotaId,
    /// The partner who would have issued it.
    pub issuer: PartnerId,
    /// Its value.
    pub face_value: Money,
    /// The issuer's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memo: Option<Arc<str>>,
    /// Why not.
    pub breaches: Vec<Breach>,
}

const VOUCHERS: Operation = Operation {
    permission_items: &["BPC_ITEM_SUBCUSTSERV_030102", "BPC_ITEM_SUBCUSTSERV_030103"],
    api: GROUP_A,
    console: &[
        PartnerKind::SolutionProvider,
        PartnerKind::GeneralDistributor,
        PartnerKind::CloudReseller,
        PartnerKind::GovernmentSubsidy,
    ],
    changes_something: true,
};

/// The pages of pick-up vouchers publish no permission items; who may issue is told by `pickup.issue.issuer-government-cloud`.
const PICK_UP_VOUCHERS: Operation =
    Operation { permission_items: &[], api: GROUP_A, console: EVERY_KIND, changes_something: true };

/// An issue, and what it is about.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    pub books: Books<'a>,
    pub caller: Caller<'a>,
    pub now: Timestamp,
    pub issue: &'a IssueCoupons,
    /// The reseller the call names, if that counts.
    pub reseller: Option<&'a Given<PartnerId>>,
    /// Whose quota and whose customers: nobody's when the reseller is not the caller's.
    pub party: Option<&'a Partner>,
    /// The quota, if it is the party's.
    pub quota: Option<&'a Quota>,
    pub kind: CouponKind,
}

pub(crate) fn decide(books: Books, request: &Request, issue: &IssueCoupons) -> Decided {
    let call = Call::of(books, request, issue)?;
    let mut review = Review::new(books.policy);
    review.ask_caller(call.caller, if issue.pick_up { &PICK_UP_VOUCHERS } else { &VOUCHERS }).ask([
        indirect_partner_owned(call.caller, call.reseller),
        quota_precondition(books.quotas, call.party),
        cash::issuer(&call),
        pickup::issuer_government_cloud(&call),
        not_issued_by_ordinary_partner(call.kind, call.party),
    ]);
    review.ask([
        quota_id_length(issue),
        customers_max(&call),
        customers_max_console(&call),
        customers_min(issue),
        customers_unique(issue),
        face_value_positive(issue),
        face_value_scale(issue),
        time_format(issue),
        given_time_order(issue),
        given_not_already_expired(&call),
        services_max(&call),
        products_max(&call),
        service_exists(&call),
        product_exists(&call),
        memo_length(&call),
        cash::ratio_range(&call),
        pickup::form(&call),
    ]);
    review.ask([quota_exists(&call)]);
    if let Some(quota) = call.quota {
        call.check_currencies(quota)?;
        review.ask([
            quota_status_normal(quota),
            quota_window(quota, call.now),
            defaulted_time_order(&call, quota),
            defaulted_not_already_expired(&call, quota),
            window_inside_quota(&call, quota),
            face_min(issue, quota),
            face_max(issue, quota),
            scope_within_quota(issue, quota),
            subscription_within_quota(issue, quota),
        ]);
    }
    if let Some(party) = call.party {
        review.ask([partner_uses_coupons_mode(party), not_to_self(issue, party)]);
    }
    if let Some(quota) = call.quota {
        review.ask([
            designated_customers(issue, quota),
            designated_sticky(&call, quota)?,
            enterprise_sub_reissue(&call, quota)?,
            first_associated_only(&call, quota),
            cash_quota_not_for_reseller(&call, quota),
        ]);
    }
    review.ask([site(&call)]);
    let (Some(quota), Some(issuer), false) = (call.quota, call.party, review.is_refused()) else {
        return Ok(review.refuse());
    };

    let mut accepted = Accepted::new(request);
    let window = call.window(quota);
    let terms = call.terms(quota);
    let mut cut = Cut::none(quota);
    for given in &issue.customer_ids {
        let turn = Turn::of(&call, quota, issuer, given, &cut);
        let known = turn.customer;
        let row = turn.ask()?;
        let (Some(customer), false) = (known, row.is_refused()) else {
            accepted.event(Change::CouponIssueFailed(CouponIssueFailed {
                customer: given.text().into(),
                kind: call.kind,
                quota: quota.id.clone(),
                issuer: issuer.id.clone(),
                face_value: issue.face_value,
                memo: issue.memo.clone(),
                breaches: row.breaches.clone(),
            }));
            accepted.row(Row::refused(given.text(), row.breaches));
            continue;
        };
        let owner = cash::owner(call.kind, customer);
        let coupon = CouponId::made(accepted.new_id());
        if books.coupons.coupon(&coupon).is_some() {
            return Err(crate::decision::id_taken(request, &coupon));
        }
        let row = Row::new(customer.id(), &coupon, issue.face_value);
        accepted.event(Change::CouponIssued(CouponIssued {
            coupon,
            kind: call.kind,
            quota: quota.id.clone(),
            issuer: issuer.id.clone(),
            customer: owner.clone(),
            named: (owner != customer.id()).then(|| customer.id().clone()),
            face_value: issue.face_value,
            effective_time: window.effective_time,
            expire_time: window.expire_time,
            terms: terms.clone(),
            memo: issue.memo.clone(),
            legacy: false,
        }));
        accepted.row(row);
        cut.add(owner, issue.face_value)?;
    }
    let mut told = Review::new(books.policy);
    told.ask([limit_not_evaluated(quota)]);
    accepted.warn(told.breaches);
    Ok(accepted.decision_with(books.policy, issue.all_or_nothing))
}

impl<'a> Turn<'a, '_> {
    /// The rules about one customer, in order.
    fn ask(&self) -> Result<Review<'a>, Error> {
        let mut row = Review::new(self.call.books.policy);
        row.ask([
            customer_operable(self),
            customer_is_sub_customer(self),
            cooperation_type_api(self),
            cooperation_type_console(self),
            cash::invoice_to_coupon_user(self),
            hosted_enterprise_sub(self),
            cash::whitelist(self),
            cash::whitelist_active(self),
            pickup::customer_whitelisted(self),
            count_limit(self),
            total_face_limit(self)?,
            balance_sufficient(self),
            accumulated_consumption(self),
            real_name(self),
            customer_frozen(self),
        ]);
        Ok(row)
    }
}

impl<'a> Call<'a> {
    fn of(books: Books<'a>, request: &'a Request, issue: &'a IssueCoupons) -> Result<Self, Error> {
        let caller = Caller::find(books.policy, books.directory, &request.actor, &request.access)?;
        let reseller = caller.named_reseller(issue.indirect_partner_id.as_ref());
        let party = caller.party(reseller);
        let quota = party.and_then(|party| {
            let quota = books.quotas.quota(issue.quota_id.value()?)?;
            // Pick-up vouchers are cut from voucher quotas.
            let fits = !issue.pick_up || quota.quota_type == QuotaType::Voucher;
            (quota.holder == party.id && fits).then_some(quota)
        });
        let kind = match quota {
            _ if issue.pick_up => CouponKind::PickUp,
            Some(quota) if quota.quota_type == QuotaType::Cash => CouponKind::Cash,
            _ => CouponKind::Voucher,
        };
        Ok(Self { books, caller, now: request.at, issue, reseller, party, quota, kind })
    }

    /// The window of the coupons: what the request gives, the quota's ends for the rest.
    fn window(&self, quota: &Quota) -> Period {
        let given = |time: &Option<Given<Timestamp>>| time.as_ref().and_then(Given::value).copied();
        Period {
            effective_time: given(&self.issue.valid_time).unwrap_or(quota.period.effective_time),
            expire_time: given(&self.issue.expire_time).unwrap_or(quota.period.expire_time),
        }
    }

    /// The terms of the coupons: what the request gives, the quota's for the rest.
    fn terms(&self, quota: &Quota) -> Arc<Terms> {
        let issue = self.issue;
        let inherited = &quota.limits.terms;
        let plain = issue.cloud_service_types.is_empty() && issue.product_ids.is_empty() && issue.subscribe_types.is_none();
        if plain && issue.max_deduction_ratio.is_none() && issue.min_consume_amount.is_none() {
            return inherited.clone();
        }
        let mut terms = Terms::clone(inherited);
        if !issue.cloud_service_types.is_empty() {
            terms.cloud_service_types = issue.cloud_service_types.iter().filter_map(Given::value).cloned().collect();
        }
        if !issue.product_ids.is_empty() {
            terms.product_ids = issue.product_ids.iter().filter_map(Given::value).cloned().collect();
        }
        if let Some(kinds) = issue.subscribe_types.as_ref().filter(|kinds| !kinds.is_empty()) {
            terms.subscribe_types = kinds.iter().copied().collect();
        }
        terms.max_deduction_ratio = issue.max_deduction_ratio.or(terms.max_deduction_ratio);
        terms.min_consume_amount = issue.min_consume_amount.or(terms.min_consume_amount);
        terms.into()
    }

    /// Amounts of a call are in the quota's currency, or they are no amounts of this call.
    fn check_currencies(&self, quota: &Quota) -> Result<(), Error> {
        let amounts = [
            ("face_value.currency", Some(self.issue.face_value)),
            ("min_consume_amount.currency", self.issue.min_consume_amount),
        ];
        for (field, amount) in amounts {
            if let Some(amount) = amount {
                amount.plus(Money::zero(quota.balance.currency())).map_err(|error| crate::quota::in_command(field, error))?;
            }
        }
        Ok(())
    }
}

/// What the rows before have cut from the quota.
pub(crate) struct Cut<'a> {
    pub count: u64,
    pub value: Money,
    /// Who has got it, where the quota limits what each may get.
    pub owners: Option<Vec<&'a CustomerId>>,
}

impl<'a> Cut<'a> {
    fn none(quota: &Quota) -> Self {
        let owners = quota.limits.count_max_per_customer.map(|_| Vec::new());
        Self { count: 0, value: Money::zero(quota.balance.currency()), owners }
    }

    fn add(&mut self, owner: &'a CustomerId, face_value: Money) -> Result<(), Error> {
        self.count = self.count.saturating_add(1);
        self.value = self.value.plus(face_value)?;
        self.owners.iter_mut().for_each(|owners| owners.push(owner));
        Ok(())
    }
}
