//! What the vendor does to quotas: sets, changes, freezes, ends them. These are facts; only impossible ones are refused.

use serde::{Deserialize, Serialize};

use super::{Quota, QuotaBook, QuotaLimits, QuotaStatus, QuotaType};
use crate::decision::{Check, Decided, Request, facts};
use crate::directory::{Directory, access::record};
use crate::error::{Error, Unknown};
use crate::event::Change;
use crate::id::{PartnerId, QuotaId};
use crate::money::Money;
use crate::policy::Policy;
use crate::rule::{Rule, rule};
use crate::time::{Period, Timestamp};

pub(crate) static RULES: &[&Rule] =
    &[&ID_NEW, &VALUE_IN_CENTS, &WINDOW_IN_ORDER, &ADJUST_WITHIN_BALANCE, &WRITE_OFF_WITHIN_BALANCE, &INVALID_FINAL];

/// The vendor sets a quota for a partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetQuota {
    /// The quota's id, which the vendor gives.
    pub id: QuotaId,
    /// The partner.
    pub holder: PartnerId,
    /// What will be cut from it.
    #[serde(default)]
    pub quota_type: QuotaType,
    /// How much there is.
    pub value: Money,
    /// From when coupons can be cut from it.
    pub effective_time: Timestamp,
    /// Until when; this instant no longer.
    pub expire_time: Timestamp,
    /// What it is limited to.
    #[serde(default)]
    pub limits: QuotaLimits,
    /// Whether it pays out incentive earnings.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_incentive: bool,
}

impl SetQuota {
    /// A voucher quota without limits.
    pub fn new(id: QuotaId, holder: PartnerId, value: Money, effective_time: Timestamp, expire_time: Timestamp) -> Self {
        let (quota_type, limits) = (QuotaType::Voucher, QuotaLimits::default());
        Self { id, holder, quota_type, value, effective_time, expire_time, limits, from_incentive: false }
    }

    pub(super) fn quota(&self, at: Timestamp) -> Quota {
        Quota {
            id: self.id.clone(),
            holder: self.holder.clone(),
            parent: None,
            quota_type: self.quota_type,
            value: self.value,
            balance: self.value,
            status: QuotaStatus::Normal,
            period: Period { effective_time: self.effective_time, expire_time: self.expire_time },
            limits: self.limits.clone(),
            create_time: at,
            last_update_time: at,
            written_off: Money::zero(self.value.currency()),
            issued_count: 0,
            issued_total: Money::zero(self.value.currency()),
            earmarks: Vec::new(),
            granting: false,
        }
    }
}

/// The vendor adds to a quota, or takes from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustQuota {
    /// The quota.
    pub quota: QuotaId,
    /// How much; below zero to take.
    pub delta: Money,
}

/// The vendor writes off what is left of a quota, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WriteOffQuota {
    /// The quota.
    pub quota: QuotaId,
    /// How much.
    pub amount: Money,
}

/// The vendor begins or ends an adjustment, freezes, unfreezes or ends a quota.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetQuotaStatus {
    /// The quota.
    pub quota: QuotaId,
    /// Its new state. A child becomes `reclaimed` by its distributor's reclaim only.
    pub status: QuotaStatus,
}

/// A quota.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuotaRef {
    /// The quota.
    pub quota: QuotaId,
}

pub(crate) fn set(policy: &Policy, directory: &Directory, book: &QuotaBook, request: &Request, set: &SetQuota) -> Decided {
    directory.partner(&set.holder).ok_or_else(|| Unknown::new("partner", &set.holder))?;
    let rules = [id_new(book, set), value_in_cents(set.value), window_in_order(set)];
    record(policy, request, rules, |accepted| {
        accepted.event(Change::QuotaSet(Box::new(set.clone())));
        Ok(())
    })
}

pub(crate) fn adjust(policy: &Policy, book: &QuotaBook, request: &Request, adjust: &AdjustQuota) -> Decided {
    let quota = known(book, &adjust.quota)?;
    let rules = [adjust_within_balance(quota, adjust)?, invalid_final(quota)];
    record(policy, request, rules, |accepted| {
        accepted.event(Change::QuotaAdjusted(adjust.clone()));
        Ok(())
    })
}

pub(crate) fn write_off(policy: &Policy, book: &QuotaBook, request: &Request, write_off: &WriteOffQuota) -> Decided {
    let quota = known(book, &write_off.quota)?;
    record(policy, request, [write_off_within_balance(quota, write_off)], |accepted| {
        accepted.event(Change::QuotaWrittenOff(write_off.clone()));
        Ok(())
    })
}

pub(crate) fn set_status(policy: &Policy, book: &QuotaBook, request: &Request, set: &SetQuotaStatus) -> Decided {
    let quota = known(book, &set.quota)?;
    if set.status == QuotaStatus::Reclaimed {
        let wrong = crate::Malformed::new("normal, invalid, adjusting or frozen", set.status.name());
        return Err(wrong.at("command.status").into());
    }
    record(policy, request, [invalid_final(quota)], |accepted| {
        accepted.event(Change::QuotaStatusSet(set.clone()));
        Ok(())
    })
}

/// A grant from the quota is being processed somewhere, or no longer.
pub(crate) fn mark_grant(policy: &Policy, book: &QuotaBook, request: &Request, of: &QuotaRef, begins: bool) -> Decided {
    known(book, &of.quota)?;
    record(policy, request, [], |accepted| {
        accepted.event(if begins { Change::GrantBegun(of.clone()) } else { Change::GrantEnded(of.clone()) });
        Ok(())
    })
}

fn known<'a>(book: &'a QuotaBook, id: &QuotaId) -> Result<&'a Quota, Unknown> {
    book.quota(id).ok_or_else(|| Unknown::new("quota", id))
}

rule! {
    /// A quota's id must be new.
    ID_NEW = "quota.vendor.id-new", call, derived "an id names one quota";
    zh "额度 ID 不得重复";
    broken "there is a quota {quota} already", "额度 {quota} 已存在";
    comply "adjust the quota there is, or give another id", "请调整已有额度,或使用新的 ID";
}

fn id_new(book: &QuotaBook, set: &SetQuota) -> Check {
    ID_NEW.require(book.quota(&set.id).is_none(), || facts! { quota: set.id.as_str() })
}

rule! {
    /// A quota's value must not be below zero and must have at most two decimals.
    VALUE_IN_CENTS = "quota.vendor.value-in-cents", call, derived "quota_value has two decimals";
    zh "额度金额不得小于 0,且最多两位小数";
    broken "the value is {value}", "额度金额为 {value}";
    comply "give an amount of zero or more, in whole cents", "请给出不小于 0 且精确到分的金额";
}

fn value_in_cents(value: Money) -> Check {
    VALUE_IN_CENTS.require(value.covers(Money::zero(value.currency())) && value.is_whole_cents(), || facts! { value: value })
}

rule! {
    /// A quota must become effective before it expires.
    WINDOW_IN_ORDER = "quota.vendor.window-in-order", call, derived "an empty window serves nobody";
    zh "额度的生效时间必须早于失效时间";
    broken "it becomes effective at {effective} and expires at {expire}", "生效时间为 {effective},失效时间为 {expire}";
    comply "let it expire after it becomes effective", "请将失效时间设在生效时间之后";
}

fn window_in_order(set: &SetQuota) -> Check {
    WINDOW_IN_ORDER.require(set.effective_time < set.expire_time, || {
        facts! { effective: set.effective_time, expire: set.expire_time }
    })
}

rule! {
    /// An adjustment must be in whole cents and must not take more than the quota has left.
    ADJUST_WITHIN_BALANCE = "quota.vendor.adjust-within-balance", call, derived "ledger invariant 4";
    zh "额度调整必须精确到分,且扣减不得超过剩余额度";
    broken "the quota has {balance} left, the adjustment is {delta}", "剩余额度为 {balance},调整金额为 {delta}";
    comply "take at most what is left", "扣减金额请不超过剩余额度";
}

fn adjust_within_balance(quota: &Quota, adjust: &AdjustQuota) -> Result<Check, Error> {
    let none = Money::zero(quota.balance.currency());
    let after = quota.balance.plus(adjust.delta).map_err(|error| in_command("delta.currency", error))?;
    let value = quota.value.plus(adjust.delta)?;
    Money::new(value.amount(), value.currency()).map_err(|wrong| in_command("delta.amount", wrong.into()))?;
    let holds = adjust.delta.is_whole_cents() && after.covers(none);
    Ok(ADJUST_WITHIN_BALANCE.require(holds, || facts! { balance: quota.balance, delta: adjust.delta }))
}

rule! {
    /// A write-off must be above zero, in whole cents, and at most what the quota has left.
    WRITE_OFF_WITHIN_BALANCE = "quota.vendor.write-off-within-balance", call, derived "ledger invariants 1 and 2";
    zh "核销金额必须大于 0、精确到分,且不得超过剩余额度";
    broken "the quota has {balance} left, {amount} is to be written off", "剩余额度为 {balance},核销金额为 {amount}";
    comply "write off at most what is left", "核销金额请不超过剩余额度";
}

fn write_off_within_balance(quota: &Quota, write_off: &WriteOffQuota) -> Check {
    let amount = write_off.amount;
    let holds = amount.is_positive() && amount.is_whole_cents() && quota.balance.covers(amount);
    WRITE_OFF_WITHIN_BALANCE.require(holds, || facts! { balance: quota.balance, amount: amount })
}

rule! {
    /// A quota that was ended or reclaimed stays so.
    INVALID_FINAL = "quota.vendor.invalid-final", call, assumed "statuses 3 and 6 are read as terminal";
    zh "已失效或已回收的额度不能再变更状态";
    broken "the quota {quota} is {status}", "额度 {quota} 的状态为 {status}";
    comply "set a new quota", "请另设新的额度";
}

fn invalid_final(quota: &Quota) -> Check {
    let ended = matches!(quota.status, QuotaStatus::Invalid | QuotaStatus::Reclaimed);
    INVALID_FINAL.require(!ended, || facts! { quota: quota.id.as_str(), status: quota.status.name() })
}

/// A value that met another it does not fit, told as a field of the command.
pub(crate) fn in_command(field: &str, error: Error) -> Error {
    match error {
        Error::Malformed(wrong) => wrong.at(&format!("command.{field}")).into(),
        error => error,
    }
}

impl QuotaBook {
    pub(super) fn evolve_vendor(&mut self, change: &Change, at: Timestamp) -> Result<(), Error> {
        match change {
            Change::QuotaAdjusted(adjust) => {
                let quota = self.known(&adjust.quota)?;
                let (value, zero) = (quota.value.plus(adjust.delta)?, Money::zero(quota.value.currency()));
                quota.give(zero.minus(adjust.delta)?, at)?;
                quota.value = value;
            }
            Change::QuotaWrittenOff(write_off) => {
                let quota = self.known(&write_off.quota)?;
                let written_off = quota.written_off.plus(write_off.amount)?;
                quota.give(write_off.amount, at)?;
                quota.written_off = written_off;
            }
            Change::QuotaStatusSet(set) => {
                let quota = self.known(&set.quota)?;
                quota.status = set.status;
                quota.last_update_time = at;
            }
            Change::GrantBegun(of) => self.known(&of.quota)?.granting = true,
            Change::GrantEnded(of) => self.known(&of.quota)?.granting = false,
            _ => {}
        }
        Ok(())
    }
}
