//! What the lines of a bill must add up to. An audit of bills asks it.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&OFFICIAL, &CONSUME_COMPONENTS, &SUBCUSTOMER_COMPONENTS, &TRADE_ID, &MEASURE];

rule! {
    /// The price by the list is the discounts, what is rounded off and what is consumed, together.
    OFFICIAL = "bill.line.official", view, documented "SDK, bills of customers";
    zh "官网价等于优惠金额、抹零金额与应付金额之和";
}

rule! {
    /// What is consumed is cash, credit, vouchers, cash coupons, stored-value cards, bonuses, debt and what was written off, together.
    CONSUME_COMPONENTS = "bill.line.consume-components", view, documented "SDK, bills of customers";
    zh "应付金额等于现金、信用、代金券、现金券、储值卡、奖励金、欠费与核销金额之和";
}

rule! {
    /// What is to be paid, in the lines that a partner sees of its customers, is the same sum without bonuses.
    SUBCUSTOMER_COMPONENTS = "bill.line.subcustomer-components", view, derived "these lines have no field for bonuses";
    zh "伙伴查询的客户账单中,应付金额为同样各项之和(不含奖励金)";
}

rule! {
    /// Each line names the order it is of, or the transaction.
    TRADE_ID = "bill.line.trade-id", view, documented "SDK, bills: kinds 1, 2, 3, 4, 8 and 103 are of orders";
    zh "每条账单明细带有订单号或交易流水号";
}

rule! {
    /// A usage comes with its unit.
    MEASURE = "bill.line.measure", view, documented "ListSubCustomerBillDetail, usage_measure_id";
    zh "使用量须带度量单位";
}
