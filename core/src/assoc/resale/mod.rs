//! What resale (代售) asks beside, and what it brings.

pub(crate) mod block;

use crate::center::Books;
use crate::coupon::Coupon;
use crate::decision::{Accepted, Check, facts};
use crate::directory::{Associate, AssociationMode, Customer};
use crate::event::Change;
use crate::freeze::{CustomerFrozen, FreezeType};
use crate::rule::{Rule, rule};
use crate::site::Site;

pub(crate) static RULES: &[&Rule] = &[&NOTICE_CONSENT, &AUTO_FREEZE, &COUPONS_BEFORE_ONLY];

rule! {
    /// A customer that joins a partner by resale must accept the association notice (客户关联华为云合作伙伴须知).
    NOTICE_CONSENT = "assoc.resale.notice-consent", call, documented "international and China site manuals, associating customers";
    zh "客户以代售方式关联伙伴,必须勾选《客户关联华为云合作伙伴须知》";
    broken "the customer {customer} has not accepted the association notice", "客户 {customer} 未勾选关联须知";
    comply "have the customer accept the notice", "请客户勾选关联须知";
}

pub(super) fn notice_consent(customer: &Customer, mode: AssociationMode, accepted: bool) -> Check {
    NOTICE_CONSENT.require(accepted || mode != AssociationMode::AgencyResale, || facts! { customer: customer.id().as_str() })
}

rule! {
    /// On the international and European sites the account of a customer is frozen when it joins by resale; its resources are not.
    AUTO_FREEZE = "assoc.resale.auto-freeze", effect, documented "international manual, new resale customers";
    zh "国际站和欧洲站的客户以代售方式关联后,账号自动冻结,资源不冻结";
}

impl Books<'_> {
    /// A customer joined by resale where its account is frozen for that, unless it is frozen already.
    pub(super) fn freeze_resale(&self, accepted: &mut Accepted, it: &Associate) {
        let joins = it.mode == Some(AssociationMode::AgencyResale) && self.policy.site != Site::Cn;
        if joins && self.freezes.of(&it.customer).is_none() {
            let (customer, freeze_type) = (it.customer.clone(), FreezeType::Account);
            accepted.event(Change::CustomerFrozen(CustomerFrozen { customer, freeze_type, automatic: true, reason: None }));
        }
    }
}

rule! {
    /// On the international site a coupon that a customer had before it joined by resale pays only for what was spent before.
    COUPONS_BEFORE_ONLY = "assoc.resale.coupons-before-only", call, documented "international manual, invited customers";
    zh "国际站客户以代售方式关联前已有的券,只能抵扣关联前的消费";
    broken "the coupon {coupon} was issued before the customer {customer} joined its partner", "券 {coupon} 在客户 {customer} 关联伙伴之前发放";
    comply "pay new orders without it", "新订单请勿使用该券";
}

pub(crate) fn coupons_before_only(books: Books, customer: &Customer, coupon: &Coupon, pays_arrears: bool) -> Check {
    let joined = customer.association.as_ref().filter(|association| association.mode == Some(AssociationMode::AgencyResale));
    let before = joined.is_some_and(|association| coupon.create_time < association.since);
    let asked = books.policy.site == Site::Intl && !pays_arrears;
    COUPONS_BEFORE_ONLY.require(!asked || !before, || {
        facts! { coupon: coupon.id.as_str(), customer: customer.id().as_str() }
    })
}
