//! A general distributor passes parts of a quota on to its cloud resellers.

use serde::{Deserialize, Serialize};

use super::access::distributor_only;
use super::{Quota, QuotaBook, QuotaStatus, QuotaType};
use crate::coupon::access::{Caller, EVERY_KIND, Operation};
use crate::decision::{Accepted, Check, Decided, Request, Review, Row, facts};
use crate::directory::{Directory, Partner, PartnerKind};
use crate::event::Change;
use crate::id::{Given, PartnerId, QuotaId};
use crate::money::Money;
use crate::policy::Policy;
use crate::quota::vendor::in_command;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[
    &ONE_LEVEL,
    &OPERATION_LEGAL,
    &AMOUNT_POSITIVE_SCALE,
    &RESELLERS_MAX,
    &RESELLERS_UNIQUE,
    &OWN_QUOTA,
    &VOUCHER_ONLY,
    &STATUS,
    &WINDOW,
    &RESELLER_OWNED,
    &DESIGNATED_CUSTOMER,
    &TOTAL_WITHIN_BALANCE,
    &NO_CONCURRENCY,
    &RESELLER_NOT_EXITING,
    &CREATES_CHILD,
    &CHILD_INHERITS,
    &INCENTIVE_SOURCE,
];

/// Grants each of some resellers the same amount from one quota.
///
/// Vendor: UpdateCouponQuotas.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GrantQuota {
    /// The distributor's quota.
    pub quota_id: Given<QuotaId>,
    /// The resellers, 1 to 100.
    pub indirect_partner_ids: Vec<Given<PartnerId>>,
    /// What each of them gets.
    pub quota_amount: Money,
    /// Whether one refused reseller refuses the call.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_or_nothing: bool,
}

/// A child quota came into being.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuotaGranted {
    /// The child quota.
    pub quota: QuotaId,
    /// The distributor's quota, which paid for it.
    pub parent: QuotaId,
    /// The distributor.
    pub distributor: PartnerId,
    /// The reseller.
    pub reseller: PartnerId,
    /// How much.
    pub amount: Money,
}

const OPERATION: Operation = Operation {
    permission_items: &["BPC_ITEM_SALES_020106", "BPC_ITEM_SUBCUSTSERV_030104"],
    // Who may call is told by `quota.access.distributor-only`.
    api: EVERY_KIND,
    console: EVERY_KIND,
    changes_something: true,
};

pub(crate) fn decide(policy: &Policy, directory: &Directory, book: &QuotaBook, request: &Request, grant: &GrantQuota) -> Decided {
    let caller = Caller::find(policy, directory, &request.actor, &request.access)?;
    let mut review = Review::new(policy);
    review.ask_group_b(caller, &OPERATION).ask([one_level(caller), operation_legal(caller)]);
    review.ask([
        amount_positive_scale(grant),
        resellers_max(policy, grant),
        resellers_unique(grant),
        own_quota(book, caller, grant),
    ]);
    let own = own(book, caller, &grant.quota_id);
    if let Some(quota) = own {
        review.ask([voucher_only(quota), status(quota), window(quota, request.at)]);
    }
    review.ask([reseller_owned(caller, grant)]);
    if let Some(quota) = own {
        quota.balance.plus(grant.quota_amount).map_err(|error| in_command("quota_amount.currency", error))?;
        let rules = [designated_customer(directory, quota, grant), total_within_balance(quota, grant), no_concurrency(quota)];
        review.ask(rules);
    }
    let (Some(quota), Some(distributor), false) = (own, caller.partner, review.is_refused()) else {
        return Ok(review.refuse());
    };

    let mut accepted = Accepted::new(request);
    for given in &grant.indirect_partner_ids {
        let Some(reseller) = caller.own_reseller(given) else { continue };
        let mut row = Review::new(policy);
        row.ask([reseller_not_exiting(reseller)]);
        if row.is_refused() {
            accepted.refuse_row(given.text(), row.breaches);
            continue;
        }
        let child = QuotaId::made(accepted.new_id());
        if book.quota(&child).is_some() {
            return Err(crate::decision::id_taken(request, &child));
        }
        accepted.event(Change::QuotaGranted(QuotaGranted {
            quota: child.clone(),
            parent: quota.id.clone(),
            distributor: distributor.id.clone(),
            reseller: reseller.id.clone(),
            amount: grant.quota_amount,
        }));
        accepted.row(Row::new(&reseller.id, &child, grant.quota_amount));
    }
    Ok(accepted.decision_with(policy, grant.all_or_nothing))
}

/// The caller's own quota that was not granted by somebody else.
fn own<'a>(book: &'a QuotaBook, caller: Caller, given: &Given<QuotaId>) -> Option<&'a Quota> {
    let quota = book.quota(given.value()?)?;
    let holder = caller.partner.is_some_and(|partner| partner.id == quota.holder);
    (holder && quota.parent.is_none()).then_some(quota)
}

rule! {
    /// A cloud reseller must not grant a quota further: there are two levels.
    ONE_LEVEL = "quota.grant.one-level", call, "CBC.0151" 403, derived "there are two tiers of partners";
    zh "云经销商不能再向下发放额度:额度只有两级";
    broken "{reseller} is a cloud reseller", "{reseller} 是云经销商";
    comply "issue coupons from the quota instead", "请直接用该额度发放优惠券";
}

fn one_level(caller: Caller) -> Check {
    match caller.partner {
        Some(partner) if partner.kind == PartnerKind::CloudReseller => ONE_LEVEL.broken(facts! { reseller: partner.id.as_str() }),
        _ => Ok(()),
    }
}

rule! {
    /// A grant must be made on the distributor's own site.
    OPERATION_LEGAL = "quota.grant.operation-legal", call, "CBC.0150" 403, documented "UpdateCouponQuotas, status codes";
    zh "必须在总经销商所属站点发放额度";
    broken "{distributor} is not of this site", "{distributor} 不属于本站点";
    comply "call the distributor's own site", "请调用总经销商所属站点";
}

fn operation_legal(caller: Caller) -> Check {
    let Some(partner) = caller.partner else { return Ok(()) };
    let here = partner.site.is_none_or(|site| site == caller.policy.site);
    OPERATION_LEGAL.require(here, || facts! { distributor: partner.id.as_str() })
}

rule! {
    /// The amount of a grant must be above zero and have at most two decimals.
    AMOUNT_POSITIVE_SCALE = "quota.grant.amount-positive-scale", call, "CBC.0100" 400, documented "UpdateCouponQuotas, quota_amount";
    zh "发放的额度必须大于 0,且最多两位小数";
    broken "the amount is {amount}", "额度金额为 {amount}";
    comply "give an amount above zero, in whole cents", "请给出大于 0 且精确到分的金额";
}

fn amount_positive_scale(grant: &GrantQuota) -> Check {
    let amount = grant.quota_amount;
    AMOUNT_POSITIVE_SCALE.require(amount.is_positive() && amount.is_whole_cents(), || facts! { amount: amount })
}

rule! {
    /// A grant must name 1 to 100 resellers.
    RESELLERS_MAX = "quota.grant.resellers-max", call, "CBC.0100" 400, documented "UpdateCouponQuotas, indirect_partner_ids";
    zh "一次最少发给 1 个、最多发给 100 个云经销商";
    broken "{count} resellers are named, 1 to {limit} are allowed", "指定了 {count} 个云经销商,允许 1 至 {limit} 个";
    comply "name at least one, and split more over several calls", "请至少指定一个,超出部分分多次调用";
}

fn resellers_max(policy: &Policy, grant: &GrantQuota) -> Check {
    let (count, limit) = (grant.indirect_partner_ids.len(), policy.limits.resellers_max);
    RESELLERS_MAX.require((1..=limit).contains(&count), || facts! { count: count, limit: limit })
}

rule! {
    /// A grant must not name a reseller twice: the answer is told by reseller.
    RESELLERS_UNIQUE = "quota.grant.resellers-unique", call, "CBC.0100" 400, assumed "results are keyed by reseller";
    zh "同一次发放不得重复指定同一云经销商";
    broken "{reseller} is named twice", "{reseller} 被重复指定";
    comply "name each reseller once", "每个云经销商请只指定一次";
}

fn resellers_unique(grant: &GrantQuota) -> Check {
    match crate::decision::first_repeated(&grant.indirect_partner_ids) {
        Some(reseller) => RESELLERS_UNIQUE.broken(facts! { reseller: reseller.text() }),
        None => Ok(()),
    }
}

rule! {
    /// A grant must come from a quota that the vendor gave to the calling distributor.
    OWN_QUOTA = "quota.grant.own-quota", call, "CBC.99000015" 400, derived "UpdateCouponQuotas, quota_id";
    zh "只能用华为云给予该总经销商的额度进行发放";
    broken "{quota} is no vendor-given quota of the caller", "{quota} 不是华为云给予调用方的额度";
    comply "name one of your own quotas", "请指定您自己的额度";
}

fn own_quota(book: &QuotaBook, caller: Caller, grant: &GrantQuota) -> Check {
    OWN_QUOTA.require(own(book, caller, &grant.quota_id).is_some(), || facts! { quota: grant.quota_id.text() })
}

rule! {
    /// Only a voucher quota may be granted further.
    VOUCHER_ONLY = "quota.grant.voucher-only", call, "CBC.99000015" 400, derived "child quotas have type 0 only";
    zh "只有代金券额度可以发放给云经销商";
    broken "{quota} is a cash-coupon quota", "{quota} 是现金券额度";
    comply "grant from a voucher quota", "请使用代金券额度";
}

fn voucher_only(quota: &Quota) -> Check {
    VOUCHER_ONLY.require(quota.quota_type == QuotaType::Voucher, || facts! { quota: quota.id.as_str() })
}

rule! {
    /// The quota of a grant must be in status normal.
    STATUS = "quota.grant.status", call, "CBC.99000015" 400, documented "UpdateCouponQuotas, status codes";
    zh "发放所用额度的状态必须为正常";
    broken "{quota} is {status}", "{quota} 的状态为 {status}";
    comply "wait until the vendor sets it to normal, or use another quota", "请等待华为云将其恢复为正常,或使用其他额度";
}

fn status(quota: &Quota) -> Check {
    STATUS.require(quota.status == QuotaStatus::Normal, || facts! { quota: quota.id.as_str(), status: quota.status.name() })
}

rule! {
    /// The quota of a grant must be effective and not expired.
    WINDOW = "quota.grant.window", call, "CBC.99000017" 400, documented "UpdateCouponQuotas, status codes";
    zh "发放所用额度必须已生效且未过期";
    broken "{quota} serves from {effective} until before {expire}", "{quota} 的有效期为 {effective} 至 {expire}(不含)";
    comply "use a quota that is in its window", "请使用处于有效期内的额度";
}

fn window(quota: &Quota, now: Timestamp) -> Check {
    WINDOW.require(quota.period.contains(now), || {
        facts! { quota: quota.id.as_str(), effective: quota.period.effective_time, expire: quota.period.expire_time }
    })
}

rule! {
    /// Every reseller of a grant must be the calling distributor's.
    RESELLER_OWNED = "quota.grant.reseller-owned", call, "CBC.99000037" 400, documented "UpdateCouponQuotas, status codes";
    zh "所指定的云经销商必须全部隶属于该总经销商";
    broken "not cloud resellers of the caller: {resellers}", "以下不是调用方的云经销商:{resellers}";
    comply "name resellers of your own", "请指定您自己的云经销商";
}

fn reseller_owned(caller: Caller, grant: &GrantQuota) -> Check {
    let foreign = || grant.indirect_partner_ids.iter().filter(|given| caller.own_reseller(given).is_none());
    RESELLER_OWNED.require(foreign().next().is_none(), || {
        facts! { resellers: foreign().map(|given| given.text().into()).collect::<Vec<_>>() }
    })
}

rule! {
    /// A quota that is designated to customers must only go to the reseller whose customers they are.
    DESIGNATED_CUSTOMER = "quota.grant.designated-customer", call, "CBC.50000021" 400, documented "UpdateCouponQuotas, status codes";
    zh "指定客户的额度只能发放给这些客户所属的云经销商";
    broken "the designated customers {customers} are not all customers of {reseller}", "指定客户 {customers} 不全是 {reseller} 的客户";
    comply "grant to the reseller who has these customers", "请发放给拥有这些客户的云经销商";
}

fn designated_customer(directory: &Directory, quota: &Quota, grant: &GrantQuota) -> Check {
    let Some(designated) = &quota.limits.designated_customers else { return Ok(()) };
    let is_of = |reseller: &PartnerId| {
        designated.iter().all(|customer| directory.customer(customer).is_some_and(|customer| customer.is_of(reseller)))
    };
    let stranger = grant.indirect_partner_ids.iter().find(|given| !given.value().is_some_and(is_of));
    let Some(stranger) = stranger else { return Ok(()) };
    let customers: Vec<_> = designated.iter().map(|customer| customer.as_str().into()).collect();
    DESIGNATED_CUSTOMER.broken(facts! { customers: customers, reseller: stranger.text() })
}

rule! {
    /// The amount times the number of resellers must be covered by the quota's balance.
    TOTAL_WITHIN_BALANCE = "quota.grant.total-within-balance", call, "CBC.99000013" 400, derived "UpdateCouponQuotas, status codes; refused as a whole there";
    zh "每份额度乘以云经销商数量不得超过剩余额度";
    broken "{amount} for each of {count} resellers is more than the {balance} left", "{count} 个云经销商每个 {amount},超过剩余额度 {balance}";
    comply "grant less, or to fewer resellers", "请减少金额或云经销商数量";
}

fn total_within_balance(quota: &Quota, grant: &GrantQuota) -> Check {
    let (amount, count) = (grant.quota_amount, grant.indirect_partner_ids.len());
    let covered = amount.times(count).is_ok_and(|total| quota.balance.covers(total));
    TOTAL_WITHIN_BALANCE.require(covered, || facts! { amount: amount, count: count, balance: quota.balance })
}

rule! {
    /// While a grant from a quota is being processed, no other may begin.
    NO_CONCURRENCY = "quota.grant.no-concurrency", call, "CBC.50000045" 400, documented "UpdateCouponQuotas, status codes";
    zh "同一额度的发放正在处理时,不得再次发放";
    broken "a grant from {quota} is being processed", "{quota} 的发放正在处理中";
    comply "wait until it has ended", "请等待其处理完成";
}

fn no_concurrency(quota: &Quota) -> Check {
    NO_CONCURRENCY.require(!quota.granting, || facts! { quota: quota.id.as_str() })
}

rule! {
    /// A reseller that is leaving the programme gets no quota.
    RESELLER_NOT_EXITING = "quota.grant.reseller-not-exiting", row, "CBC.50010105" 200, documented "UpdateCouponQuotas, status codes";
    zh "正在退出的云经销商不能获得额度";
    broken "{reseller} is leaving", "{reseller} 正在退出";
    comply "grant to a reseller that stays", "请发放给未退出的云经销商";
}

fn reseller_not_exiting(reseller: &Partner) -> Check {
    RESELLER_NOT_EXITING.require(!reseller.leaving, || facts! { reseller: reseller.id.as_str() })
}

rule! {
    /// Each granted reseller gets a new child quota; a grant never adds to one there is.
    CREATES_CHILD = "quota.grant.creates-child", effect, derived "UpdateCouponQuotas, result";
    zh "每次成功发放都会生成新的子额度,不会追加到已有额度";
}

rule! {
    /// A child quota takes over the window, limits, currency and type of its parent; its value and balance are the amount
    /// granted, its status is normal.
    CHILD_INHERITS = "quota.grant.child-inherits", effect, derived "IssuedCouponQuota; that the window is taken over is assumed";
    zh "子额度继承父额度的有效期、限制、币种和类型;面额与余额等于发放金额,状态为正常";
}

rule! {
    /// The vendor may pay incentive earnings out as a quota, which is then a quota like any other.
    INCENTIVE_SOURCE = "quota.grant.incentive-source", effect, documented "manual, incentives";
    zh "激励收益可以转为额度,转入后与其他额度相同";
}

impl QuotaGranted {
    pub(super) fn child(&self, parent: &Quota, at: Timestamp) -> Quota {
        Quota {
            id: self.quota.clone(),
            holder: self.reseller.clone(),
            parent: Some(parent.id.clone()),
            quota_type: parent.quota_type,
            value: self.amount,
            balance: self.amount,
            status: QuotaStatus::Normal,
            period: parent.period,
            limits: parent.limits.clone(),
            create_time: at,
            last_update_time: at,
            written_off: Money::zero(self.amount.currency()),
            issued_count: 0,
            issued_total: Money::zero(self.amount.currency()),
            earmarks: Vec::new(),
            granting: false,
        }
    }
}

impl Review<'_> {
    /// Asks what every child-quota operation (group B of the API) asks of its callers.
    pub(crate) fn ask_group_b(&mut self, caller: Caller, operation: &Operation) -> &mut Self {
        use crate::coupon::access::{console_verification_code, permission_any_of, rate_limit};
        self.ask([
            rate_limit(caller),
            distributor_only(caller),
            permission_any_of(caller, operation),
            console_verification_code(caller, operation),
        ])
    }
}
