//! Lines of a monthly summary about what came back, and about what was written off.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&REFUND, &ABSENT_FIELDS];

rule! {
    /// Amounts of what came back and of what was written off are not above zero.
    REFUND = "bill.sign.refund", view, documented "ListSubcustomerMonthlyBills, bill_type and amount";
    zh "退订和核销类账单金额不大于 0";
}

rule! {
    /// Lines of what came back and of what was written off say nothing of debt, adjustment and discount.
    ABSENT_FIELDS = "bill.sign.absent-fields", view, documented "ListSubcustomerMonthlyBills, debt_amount, adjustment_amount and discount_amount";
    zh "退订和核销类账单不带欠费、调整和折扣金额";
}
