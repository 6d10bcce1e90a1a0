//! What an issue does, and what it does not.

use crate::decision::{Check, facts};
use crate::quota::Quota;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[
    &TIME_DEFAULT,
    &SCOPE_DEFAULT,
    &MEMO_THREE_STATE,
    &MEMO_VISIBILITY,
    &UNIFORM_CALL,
    &QUOTA_TYPE_DECIDES_KIND,
    &PARTIAL_SUCCESS,
    &NO_ROW_ON_400,
    &BALANCE_DECREMENT,
    &BORN_USABLE,
    &LOG_RECORD,
    &NO_IDEMPOTENCY,
    &IMMUTABLE,
    &NOT_VIA_ACCOUNT_ADJUST,
    &LIMIT_NOT_EVALUATED,
];

rule! {
    /// A time that is not given is the quota's: its beginning for the valid time, its end for the expire time.
    TIME_DEFAULT = "coupon.issue.time-default", effect, documented "SDK";
    zh "未填写的生效/失效时间取额度的生效/失效时间";
}

rule! {
    /// Services or products that are not given, or given as an empty list, are the quota's.
    SCOPE_DEFAULT = "coupon.issue.scope-default", effect, documented "CreatePartnerCoupons, SDK";
    zh "未填写或为空的云服务/产品限制沿用额度的限制";
}

rule! {
    /// No memo is no memo; an empty one is kept as an empty one.
    MEMO_THREE_STATE = "coupon.issue.memo-three-state", effect, documented "SDK";
    zh "未填写备注即无备注;空备注按空保存";
}

rule! {
    /// The memo is shown to the issuing partner only, in its operation records, never to the customer.
    MEMO_VISIBILITY = "coupon.issue.memo-visibility", view, documented "manual, issuing coupons of all kinds";
    zh "备注仅发放方可在操作记录中查看,客户不可见";
}

rule! {
    /// One call has one quota, one face value, one window and one scope for all its customers.
    UNIFORM_CALL = "coupon.issue.uniform-call", effect, derived "the shape of the request";
    zh "一次调用对所有客户使用同一额度、面值、有效期和限定范围";
}

rule! {
    /// A voucher quota yields vouchers (coupon type 1), a cash-coupon quota cash coupons (coupon type 4).
    QUOTA_TYPE_DECIDES_KIND = "coupon.issue.quota-type-decides-kind", effect, derived "SDK enumerations";
    zh "代金券额度发出代金券(类型 1),现金券额度发出现金券(类型 4)";
}

rule! {
    /// A customer who is refused does not undo what others got; an answer with status 200 has both lists.
    PARTIAL_SUCCESS = "coupon.issue.partial-success", effect, documented "SDK, CreatePartnerCoupons";
    zh "部分客户失败不影响其他客户成功,HTTP 200 应答同时包含两个列表";
}

rule! {
    /// A call that is refused as a whole changes nothing: no coupon, no record, no balance.
    NO_ROW_ON_400 = "coupon.issue.no-row-on-400", effect, derived "CreatePartnerCoupons: lists only at 200";
    zh "整体被拒绝的调用不产生任何变化:无券、无记录、余额不变";
}

rule! {
    /// The quota's balance falls by the face value for each customer who got a coupon.
    BALANCE_DECREMENT = "coupon.issue.balance-decrement", effect, derived "what a quota is";
    zh "每成功发放一张券,额度余额减少一个面值";
}

rule! {
    /// A new coupon is usable at once, with its face value as balance; nobody has to activate it.
    BORN_USABLE = "coupon.issue.born-usable", effect, documented "customer manual";
    zh "新发的券状态为可使用,余额等于面值,无需激活";
}

rule! {
    /// Each customer of an accepted call leaves one operation record of type 1 with the face value, and whether it succeeded.
    LOG_RECORD = "coupon.issue.log-record", effect, documented "SDK; that refused customers leave one is derived";
    zh "每个客户产生一条类型为 1 的操作记录,金额为面值,并标明成功或失败";
}

rule! {
    /// The vendor's call has no idempotency key: the same call sent twice issues twice.
    ///
    /// Here a call has an id. A repeat of the id is a repeat of the call and is answered from memory; the same content under another id issues again.
    NO_IDEMPOTENCY = "coupon.issue.no-idempotency", effect, documented "CreatePartnerCoupons, by absence";
    zh "接口没有幂等键:同样的调用发送两次会发放两次";
}

rule! {
    /// Nothing of a coupon can be changed after it is issued; a mistake is mended by reclaiming it unused and issuing another.
    IMMUTABLE = "coupon.issue.immutable", effect, documented "FAQ";
    zh "券发放后不可修改;如有错误,应回收未使用的券后重新发放";
}

rule! {
    /// Allocating to a customer's account moves no coupons.
    NOT_VIA_ACCOUNT_ADJUST = "coupon.issue.not-via-account-adjust", effect, documented "FAQ";
    zh "为客户账户拨款的操作不能转移优惠券";
}

rule! {
    /// A limit of the quota that this library does not know is kept and shown, but not asked.
    LIMIT_NOT_EVALUATED = "coupon.issue.limit-not-evaluated", warning, assumed "the vendor's list of limit keys is open";
    zh "额度上本库未知的限制会保留并展示,但不参与校验";
    broken "limits that were not asked: {keys}", "未参与校验的限制:{keys}";
    comply "check these limits yourself", "请自行核对这些限制";
}

pub(super) fn limit_not_evaluated(quota: &Quota) -> Check {
    let other = &quota.limits.other;
    let keys = || other.iter().map(|limit| limit.limit_key.as_str().into()).collect::<Vec<_>>();
    LIMIT_NOT_EVALUATED.require(other.is_empty(), || facts! { keys: keys() })
}
