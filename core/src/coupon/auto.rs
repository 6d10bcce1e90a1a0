//! What the system takes back by itself, when the reason for a coupon ends or its time is over.

use serde::{Deserialize, Serialize};

use super::reclaim::ReclaimCause;
use super::{Books, Coupon, CouponKind};
use crate::decision::{Accepted, Decided, Request, Row};
use crate::directory::access::record;
use crate::error::{Error, Unknown};
use crate::event::Change;
use crate::id::{CouponId, CustomerId, PartnerId};
use crate::money::Money;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[
    &UNASSOCIATE,
    &EXPIRY,
    &UNSUBSCRIBE,
    &REFUND_TOPUP_REVERSAL,
    &ASSOCIATE,
    &MODE_SWITCH,
    &RESELLER_TRANSFER,
    &CONTRACTING_PARTY_CHANGE,
    &ENTERPRISE_SUB_REISSUE,
    &NO_OPERATOR,
    &NOT_USED_OR_DONE,
];

/// A coupon has another issuer: its customer moved to another partner of the same distributor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponIssuerChanged {
    /// The coupon.
    pub coupon: CouponId,
    /// Whose it was.
    pub from: PartnerId,
    /// Whose it is.
    pub to: PartnerId,
    /// What was left of it then.
    pub amount: Money,
}

/// Takes back what a refund credited to a coupon, as far as it is still there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReverseRefund {
    /// The coupon.
    pub coupon: CouponId,
    /// How much.
    pub amount: Money,
}

impl Books<'_> {
    /// The customer and the partner have ended their association.
    pub(crate) fn on_unassociate(
        &self,
        accepted: &mut Accepted,
        customer: &CustomerId,
        partner: &PartnerId,
    ) -> Result<(), Error> {
        self.take_back(accepted, customer, ReclaimCause::Unassociate, |coupon| coupon.issuer == *partner)
    }

    /// An association is established that these coupons do not survive; all of them when the account becomes a reseller.
    pub(crate) fn on_associate(
        &self,
        accepted: &mut Accepted,
        customer: &CustomerId,
        coupons: &[CouponId],
        becomes_reseller: bool,
    ) -> Result<(), Error> {
        let ends = |coupon: &Coupon| becomes_reseller || coupons.contains(&coupon.id);
        self.take_back(accepted, customer, ReclaimCause::Associate, ends)
    }

    /// The customer and the partner work together another way now.
    pub(crate) fn on_mode_switch(
        &self,
        accepted: &mut Accepted,
        customer: &CustomerId,
        partner: &PartnerId,
    ) -> Result<(), Error> {
        let every_issuer = self.policy.readings.mode_switch_takes_every_issuers_coupons;
        self.take_back(accepted, customer, ReclaimCause::ModeSwitch, |coupon| every_issuer || coupon.issuer == *partner)
    }

    /// The customer signs with another legal entity of the vendor now.
    pub(crate) fn on_contracting_party_change(&self, accepted: &mut Accepted, customer: &CustomerId) -> Result<(), Error> {
        let is_cash = |coupon: &Coupon| coupon.kind == CouponKind::Cash;
        self.take_back(accepted, customer, ReclaimCause::ContractingPartyChange, is_cash)
    }

    /// The enterprise sub-account has left its enterprise.
    pub(crate) fn on_leave_enterprise(&self, accepted: &mut Accepted, customer: &CustomerId) -> Result<(), Error> {
        let returns = self.policy.readings.leaving_enterprise_returns_coupons;
        self.take_back(accepted, customer, ReclaimCause::LeaveEnterprise, |_| returns)
    }

    /// The customer has moved from one partner to another of the same distributor.
    pub(crate) fn on_transfer(&self, accepted: &mut Accepted, customer: &CustomerId, from: &PartnerId, to: &PartnerId) {
        let now = accepted.now();
        let moves =
            |coupon: &&Coupon| coupon.is_usable_at(now) && coupon.issuer == *from && self.policy.enforces(&RESELLER_TRANSFER);
        for coupon in self.coupons.of_customer(customer).filter(moves) {
            let (from, to) = (from.clone(), to.clone());
            accepted.event(Change::CouponIssuerChanged(CouponIssuerChanged {
                coupon: coupon.id.clone(),
                from,
                to,
                amount: coupon.balance,
            }));
        }
    }

    /// Usable coupons of the customer go back, frozen and locked ones too; an expired one waits for the expiry job.
    fn take_back(
        &self,
        accepted: &mut Accepted,
        customer: &CustomerId,
        cause: ReclaimCause,
        ends: impl Fn(&Coupon) -> bool,
    ) -> Result<(), Error> {
        let now = accepted.now();
        for coupon in self.coupons.of_customer(customer).filter(|coupon| coupon.is_usable_at(now) && ends(coupon)) {
            accepted.event(Change::CouponReclaimed(self.back(coupon, cause, coupon.balance)?));
        }
        Ok(())
    }
}

/// Time passes: coupons whose time is over expire, the earliest first, and what is left of them goes back.
pub(crate) fn expire(books: Books, accepted: &mut Accepted) -> Result<(), Error> {
    for coupon in books.coupons.expired_before(accepted.now()) {
        accepted.event(Change::CouponReclaimed(books.back(coupon, ReclaimCause::Expiry, coupon.balance)?));
    }
    Ok(())
}

/// A refund that had been credited is taken back, as far as it is still there.
pub(crate) fn reverse_refund(books: Books, request: &Request, reverse: &ReverseRefund) -> Decided {
    let coupon = books.coupons.coupon(&reverse.coupon).ok_or_else(|| Unknown::new("coupon", &reverse.coupon))?;
    if !reverse.amount.is_positive() || !reverse.amount.is_whole_cents() {
        return Err(crate::Malformed::new("an amount above zero, in whole cents", reverse.amount).at("command.amount").into());
    }
    let credited = coupon.restored.minus(coupon.reversed)?;
    let there = coupon.balance.at_most(credited)?;
    let amount = there.at_most(reverse.amount).map_err(|error| crate::quota::in_command("amount.currency", error))?;
    record(books.policy, request, [], |accepted| {
        if amount.is_zero() || !books.policy.enforces(&REFUND_TOPUP_REVERSAL) {
            accepted.lone_row(Row::new(&coupon.id, &coupon.id, Money::zero(amount.currency())));
            return Ok(());
        }
        accepted.event(Change::CouponReclaimed(books.back(coupon, ReclaimCause::RefundReversal, amount)?));
        accepted.row(Row::new(&coupon.id, &coupon.id, amount));
        Ok(())
    })
}

rule! {
    /// When a customer and a partner end their association, every usable coupon that the partner issued to the customer goes
    /// back to it, with all that is left. Record type 3. A lock is released.
    UNASSOCIATE = "coupon.auto.unassociate", effect, documented "manual, reclaiming coupons; SDK";
    zh "客户与伙伴解除关联时,该伙伴发给客户的可使用券全部余额自动退回(记录类型 3),占用随之解除";
}

rule! {
    /// What is left of a coupon whose time is over goes back to the quota that paid for it, in whatever state that quota is;
    /// it can be issued again only while the quota itself is valid. Record type 4; the coupon stays expired.
    EXPIRY = "coupon.auto.expiry", effect, documented "manual, reclaiming coupons; that the status stays 4 is derived";
    zh "券过期后剩余金额退回来源额度(记录类型 4),额度本身有效时才能再次发放;券状态保持已过期";
}

rule! {
    /// What an unsubscribe refunds to a coupon that can no longer be used goes on to the quota that paid for it. Record type 5;
    /// the coupon's state stays.
    UNSUBSCRIBE = "coupon.auto.unsubscribe", effect, assumed "the name of the record type; customer manual";
    zh "退订退还到已不可用券的金额转退给来源额度(记录类型 5),券状态不变";
}

rule! {
    /// When a refund that had been credited to a coupon is reversed, as much of it as is still there goes back. Record type 6;
    /// a coupon that this empties is used.
    REFUND_TOPUP_REVERSAL = "coupon.auto.refund-topup-reversal", effect, assumed "the name of the record type";
    zh "退款充值撤销时,收回仍在券上的已退金额(记录类型 6);余额归零的券变为已使用";
}

rule! {
    /// When an association is established, the coupons that do not survive it go back. An account that becomes a cloud reseller loses
    /// all its usable coupons. Record type 7.
    ASSOCIATE = "coupon.auto.associate", effect, documented "SDK; manual, reseller sign-up; which coupons is told by the request";
    zh "建立关联时,不能保留的券被收回;账号成为云经销商时收回其全部可使用券(记录类型 7)";
}

rule! {
    /// When the association mode is switched, the customer's usable coupons go back, whoever issued them. Record type 8.
    MODE_SWITCH = "coupon.auto.mode-switch", effect, documented "SDK; that it is every issuer's is assumed";
    zh "切换关联模式时,客户的可使用券全部退回,不论由谁发放(记录类型 8)";
}

rule! {
    /// When a customer moves to another reseller of the same distributor, its usable coupons stay and change their issuer; no value moves.
    /// Record type 9.
    RESELLER_TRANSFER = "coupon.auto.reseller-transfer", effect, assumed "the name of the record type";
    zh "客户转移到同一总经销商的其他云经销商时,可使用券保留,发放方变更,无金额变动(记录类型 9)";
}

rule! {
    /// When a customer signs with another legal entity of the vendor, what is left of its usable cash coupons goes back. Record type 8.
    CONTRACTING_PARTY_CHANGE = "coupon.auto.contracting-party-change", effect, documented "manual, cash coupons; the record type is assumed";
    zh "客户变更签约主体时,可使用现金券的余额退回(记录类型 8)";
}

rule! {
    /// What came back because an enterprise sub-account left must not be issued to its enterprise master when the quota names its customers.
    ENTERPRISE_SUB_REISSUE = "coupon.auto.enterprise-sub-reissue", call, "CBC.50000020" 400, documented "FAQ";
    zh "企业子账号退出后退回的金额,若额度指定了适用客户,则不能再发给其企业主账号";
    broken "{available} of the quota may go to the customer {customer}, the face value is {face_value}", "额度中可发给客户 {customer} 的金额为 {available},面值为 {face_value}";
    comply "use a quota that names no customers", "请使用未指定客户的额度";
}

rule! {
    /// What the system takes back needs no permission and no code, and carries no note.
    NO_OPERATOR = "coupon.auto.no-operator", effect, derived "nobody operates it";
    zh "系统自动回收无需权限和验证码,也没有备注";
}

rule! {
    /// What the system takes back is never taken twice, and an expired, used or reclaimed coupon keeps its state.
    NOT_USED_OR_DONE = "coupon.auto.not-used-or-done", effect, derived "terminal states";
    zh "系统自动回收不会重复收回,也不改变已使用、已过期或已回收券的状态";
}
