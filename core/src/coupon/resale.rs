//! Coupons of the international resale model, where the vendor issues to the partner.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&PARTNER_COUPONS];

rule! {
    /// In the international resale model the vendor issues coupons to the partner, and they are deducted when the bill is made:
    /// in the order of the transactions, those designated to the customer first. An unsubscribe or a downgrade does not give
    /// them back, except in the three cases of a refund that restores.
    PARTNER_COUPONS = "coupon.resale.partner-coupons", effect, documented "international manual, coupons of the resale model";
    zh "国际站转售模式下华为云发券给伙伴,出账时按交易顺序抵扣、指定客户的券优先;除三种退还情形外,退订或降配不退还";
}
