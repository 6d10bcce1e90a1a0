//! A general distributor takes child quotas back, each with all that is left of it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Quota, QuotaBook, QuotaStatus};
use crate::coupon::access::{Caller, EVERY_KIND, Operation};
use crate::decision::{Accepted, Check, Decided, Request, Review, Row, facts};
use crate::directory::Directory;
use crate::event::Change;
use crate::id::{Given, PartnerId, QuotaId};
use crate::money::Money;
use crate::policy::Policy;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[
    &MAX_PER_CALL,
    &REMARK_LENGTH,
    &OWN_CHILD,
    &ONLY_VALID,
    &PARTIAL_SUCCESS,
    &WHOLE_BALANCE,
    &EFFECT,
    &ZERO_BALANCE,
    &COUPONS_SURVIVE,
    &LATER_RETURNS,
    &VISIBLE_AFTER,
];

/// Takes child quotas back.
///
/// Vendor: ReclaimCouponQuotas.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReclaimQuota {
    /// The child quotas, 1 to 10.
    pub quota_ids: Vec<Given<QuotaId>>,
    /// A remark for the records; none is not the same as an empty one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Arc<str>>,
    /// Whether one refused quota refuses the call.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_or_nothing: bool,
}

/// A child quota was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuotaReclaimed {
    /// The child quota.
    pub quota: QuotaId,
    /// The distributor's quota, which gets the value.
    pub parent: QuotaId,
    /// The distributor.
    pub distributor: PartnerId,
    /// The reseller.
    pub reseller: PartnerId,
    /// All that was left.
    pub amount: Money,
    /// The remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Arc<str>>,
}

const BATCH: Operation = Operation {
    permission_items: &["BPC_ITEM_SUBCUSTSERV_030601", "BPC_ITEM_SUBCUSTSERV_030602"],
    // Who may call is told by `quota.access.distributor-only`.
    api: EVERY_KIND,
    console: EVERY_KIND,
    changes_something: true,
};

pub(crate) fn decide(
    policy: &Policy,
    directory: &Directory,
    book: &QuotaBook,
    request: &Request,
    reclaim: &ReclaimQuota,
) -> Decided {
    let caller = Caller::find(policy, directory, &request.actor, &request.access)?;
    let mut review = Review::new(policy);
    review.ask_group_b(caller, &BATCH).ask([max_per_call(policy, reclaim), remark_length(policy, reclaim)]);
    let (Some(distributor), false) = (caller.partner, review.is_refused()) else { return Ok(review.refuse()) };

    let mut accepted = Accepted::new(request);
    for (turn, given) in reclaim.quota_ids.iter().enumerate() {
        let child = own_child_of(book, distributor.id.as_str(), given);
        let again = reclaim.quota_ids.iter().take(turn).any(|before| before == given);
        let mut row = Review::new(policy);
        row.ask([own_child(given, child)]);
        if let Some((child, _)) = child {
            row.ask([only_valid(policy, child, again)]);
        }
        let (Some((child, parent)), false) = (child, row.is_refused()) else {
            accepted.refuse_row(given.text(), row.breaches);
            continue;
        };
        accepted.event(Change::QuotaReclaimed(QuotaReclaimed {
            quota: child.id.clone(),
            parent: parent.clone(),
            distributor: distributor.id.clone(),
            reseller: child.holder.clone(),
            amount: child.balance,
            remark: reclaim.remark.clone(),
        }));
        accepted.row(Row::new(&child.id, &child.id, child.balance));
    }
    Ok(accepted.decision_with(policy, reclaim.all_or_nothing))
}

/// A child quota and its parent, when the parent is the distributor's.
fn own_child_of<'a>(book: &'a QuotaBook, distributor: &str, given: &Given<QuotaId>) -> Option<(&'a Quota, &'a QuotaId)> {
    let child = book.quota(given.value()?)?;
    let parent = child.parent.as_ref()?;
    (book.quota(parent)?.holder.as_str() == distributor).then_some((child, parent))
}

rule! {
    /// A reclaim must name 1 to 10 child quotas.
    MAX_PER_CALL = "quota.reclaim.max-per-call", call, "CBC.0100" 400, documented "ReclaimCouponQuotas, quota_ids";
    zh "一次最少回收 1 个、最多回收 10 个云经销商额度";
    broken "{count} quotas are named, 1 to {limit} are allowed", "指定了 {count} 个额度,允许 1 至 {limit} 个";
    comply "name at least one, and split more over several calls", "请至少指定一个,超出部分分多次调用";
}

fn max_per_call(policy: &Policy, reclaim: &ReclaimQuota) -> Check {
    let (count, limit) = (reclaim.quota_ids.len(), policy.limits.child_quotas_max);
    MAX_PER_CALL.require((1..=limit).contains(&count), || facts! { count: count, limit: limit })
}

rule! {
    /// The remark of a reclaim must have at most 256 characters; an empty one is kept as such.
    REMARK_LENGTH = "quota.reclaim.remark-length", call, "CBC.0100" 400, documented "ReclaimCouponQuotas, remark";
    zh "回收备注最多 256 个字符;空备注按空保存";
    broken "the remark has {count} characters, at most {limit} are allowed", "备注有 {count} 个字符,最多 {limit} 个";
    comply "shorten the remark", "请缩短备注";
}

fn remark_length(policy: &Policy, reclaim: &ReclaimQuota) -> Check {
    let limit = policy.limits.remark_characters_max;
    let count = reclaim.remark.as_ref().map_or(0, |remark| remark.chars().count());
    REMARK_LENGTH.require(count <= limit, || facts! { count: count, limit: limit })
}

rule! {
    /// A child quota must have been cut from a quota of the calling distributor.
    OWN_CHILD = "quota.reclaim.own-child", row, "CBC.99000012" 200, derived "ReclaimCouponQuotas, quota_ids";
    zh "所回收的额度必须是从该总经销商的额度中发放的";
    broken "{quota} was not granted by the caller", "{quota} 不是由调用方发放的额度";
    comply "name a quota that you granted", "请指定由您发放的额度";
}

fn own_child(given: &Given<QuotaId>, child: Option<(&Quota, &QuotaId)>) -> Check {
    OWN_CHILD.require(child.is_some(), || facts! { quota: given.text() })
}

rule! {
    /// A child quota must be in status normal to be reclaimed. That its window is over does not matter.
    ONLY_VALID = "quota.reclaim.only-valid", row, "CBC.99000012" 200, documented "manual, reclaiming a quota; ReclaimCouponQuotas, status codes";
    zh "只有状态为正常的额度可以回收,与是否过期无关";
    broken "{quota} is {status}", "{quota} 的状态为 {status}";
    comply "leave it out: it cannot be taken back", "该额度无法回收,请不要指定";
}

fn only_valid(policy: &Policy, child: &Quota, again: bool) -> Check {
    let status = if again { QuotaStatus::Reclaimed } else { child.status };
    let empty = child.balance.is_zero() && !policy.enforces(&ZERO_BALANCE);
    ONLY_VALID.require(status == QuotaStatus::Normal && !empty, || {
        facts! { quota: child.id.as_str(), status: if status == QuotaStatus::Normal { "empty" } else { status.name() } }
    })
}

rule! {
    /// Each quota of a reclaim has its own outcome; a refused one does not undo the others.
    PARTIAL_SUCCESS = "quota.reclaim.partial-success", effect, documented "ReclaimCouponQuotas, error_details";
    zh "逐个额度返回回收结果,失败的额度不影响其他额度";
}

rule! {
    /// A reclaim takes all that is left; there is no partial amount.
    WHOLE_BALANCE = "quota.reclaim.whole-balance", effect, documented "manual, reclaiming a quota";
    zh "回收全部剩余额度,不能部分回收";
}

rule! {
    /// The child quota is empty and reclaimed, its parent has the value back, and the balance told is zero.
    EFFECT = "quota.reclaim.effect", effect, derived "SDK; status 6";
    zh "回收后子额度余额为 0、状态为回收,父额度余额相应增加";
}

rule! {
    /// A child quota with nothing left can be reclaimed; nothing moves, and no record is kept.
    ZERO_BALANCE = "quota.reclaim.zero-balance", effect, assumed "record amounts are above zero";
    zh "余额为 0 的额度可以回收,金额为 0,不产生操作记录";
}

rule! {
    /// Coupons that the reseller has issued stay with their customers when its quota is reclaimed.
    COUPONS_SURVIVE = "quota.reclaim.coupons-survive", effect, derived "only the remaining balance is taken";
    zh "回收额度不影响云经销商已发放给客户的优惠券";
}

rule! {
    /// What later comes back of a coupon that was cut from a reclaimed child goes to the parent, in one record that names the parent.
    LATER_RETURNS = "quota.reclaim.later-returns", effect, assumed "the reseller may no longer hold value, and none may vanish";
    zh "已回收子额度发出的优惠券日后退回的金额记入父额度,记录中的额度为父额度";
}

rule! {
    /// A reclaimed child quota stays in the list of issued quotas.
    VISIBLE_AFTER = "quota.reclaim.visible-after", view, documented "manual, reclaiming a quota";
    zh "回收后的额度仍显示在已发放额度列表中";
}
