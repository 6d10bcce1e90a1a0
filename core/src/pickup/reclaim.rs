//! What differs when pick-up vouchers are reclaimed: nothing but the pages.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&SINGLE_OR_BATCH, &HIDDEN_FROM_CUSTOMER];

rule! {
    /// Pick-up vouchers are reclaimed one by one or several at once; the amount really reclaimed is told.
    SINGLE_OR_BATCH = "pickup.reclaim.single-or-batch", effect, documented "manual, pick-up vouchers";
    zh "提货券可单个或批量回收,并显示实际回收金额";
}

rule! {
    /// The customer no longer sees a pick-up voucher that was reclaimed.
    HIDDEN_FROM_CUSTOMER = "pickup.reclaim.hidden-from-customer", view, documented "manual, pick-up vouchers";
    zh "提货券回收后客户不再可见";
}
