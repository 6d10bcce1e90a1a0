//! Coupons of the international resale model, where the vendor issues to the partner.

use super::{Books, Coupon};
use crate::policy::Policy;
use crate::rule::{Rule, rule};
use crate::site::Site;

pub(crate) static RULES: &[&Rule] = &[&PARTNER_COUPONS];

rule! {
    /// In the international resale model the vendor issues coupons to the partner, and they are deducted when the bill is made:
    /// in the order of the transactions, those designated to the customer first. An unsubscribe or a downgrade does not give
    /// them back, except in the three cases of a refund that restores.
    PARTNER_COUPONS = "coupon.resale.partner-coupons", effect, documented "international manual, coupons of the resale model";
    zh "国际站转售模式下华为云发券给伙伴,出账时按交易顺序抵扣、指定客户的券优先;除三种退还情形外,退订或降配不退还";
}

fn is_resale(policy: &Policy) -> bool {
    policy.site == Site::Intl
}

/// The coupons in the order in which they pay: on the international site those of designated customers come first.
pub(super) fn designated_first<'a>(books: Books, coupons: impl Iterator<Item = &'a Coupon>) -> Vec<&'a Coupon> {
    let is_designated = |coupon: &&Coupon| {
        let quota = books.quotas.quota(&coupon.quota);
        quota.is_some_and(|quota| quota.limits.designated_customers.is_some())
    };
    let mut coupons: Vec<_> = coupons.collect();
    if is_resale(books.policy) {
        coupons.sort_by_key(|coupon| !is_designated(coupon));
    }
    coupons
}

/// Whether an unsubscribe gives coupons anything back.
pub(super) fn unsubscribe_gives_back(policy: &Policy) -> bool {
    !is_resale(policy)
}
