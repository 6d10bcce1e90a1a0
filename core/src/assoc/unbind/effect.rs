//! What hung on an association that ends, whoever ends it. `assoc/effect.rs` calls it.

use crate::account::Place;
use crate::adjustment::AdjustmentOperation;
use crate::center::Books;
use crate::decision::Accepted;
use crate::error::Error;
use crate::id::{CustomerId, PartnerId};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&BALANCE, &COUPONS, &AUTHORIZATION, &OPEN_REQUESTS];

rule! {
    /// When resale ends, because the association does, moves to another partner or becomes advisory, what is left of the money that the partner allocated returns
    /// to the partner.
    BALANCE = "assoc.unbind.effect.balance", effect, documented "China site manual, adjustments; SDK, reclaim on unbinding or switching";
    zh "代售关系结束(解除关联、转移给其他伙伴或切换为顾问销售)时,伙伴拨款的剩余金额退回伙伴账户";
}

rule! {
    /// When an association ends, the usable coupons that the partner issued to the customer go back.
    COUPONS = "assoc.unbind.effect.coupons", effect, documented "China site manual, coupons";
    zh "解除关联时,伙伴发给客户的可使用券自动回收";
}

rule! {
    /// An authorization, requested or live, ends with the association, and with a switch to advisory.
    AUTHORIZATION = "assoc.unbind.effect.authorization", effect, derived "only resale customers authorize";
    zh "解除关联或切换为顾问销售时,客户授权(含待授权的申请)随之结束";
}

rule! {
    /// Open requests about an association that ends or moves to another partner become void, and so do requests to switch when it is switched
    /// otherwise.
    OPEN_REQUESTS = "assoc.unbind.effect.open-requests", effect, derived "there is nothing left to answer";
    zh "关联解除或转移时,未完结的申请失效;关联类型以其他方式切换时,未完结的切换申请失效";
}

impl Books<'_> {
    /// Resale with this partner is over: what the customer still has of the partner's money returns.
    pub(crate) fn return_allocation(
        &self,
        accepted: &mut Accepted,
        customer: &CustomerId,
        partner: &PartnerId,
    ) -> Result<(), Error> {
        let (from, to) = (Place::allocation(customer), Place::top_up(partner));
        let left = self.money_at(&from);
        if !left.is_positive() {
            return Ok(());
        }
        self.adjust(accepted, AdjustmentOperation::UnbindReclaim, [from, to], left, None)
    }
}
