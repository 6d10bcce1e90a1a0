//! What an amount must be that somebody wants to move.

use rust_decimal::Decimal;

use crate::decision::{Check, facts};
use crate::money::Money;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&POSITIVE, &SCALE, &MAX];

/// 9 999 999 999.99, in cents: thirteen characters.
const MOST_IN_CENTS: i64 = 999_999_999_999;

/// The rules about an amount, in order.
pub(crate) fn checks(amount: Money) -> [Check; 3] {
    [positive(amount), scale(amount), max(amount)]
}

rule! {
    /// An amount that is moved must be above zero.
    POSITIVE = "money.amount.positive", call, "CBC.0100" 400, documented "UpdateCustomerAccountAmount, ReclaimToPartnerAccount and the calls about resellers, amount";
    zh "金额必须大于 0";
    broken "the amount is {amount}", "金额为 {amount}";
    comply "give an amount above zero", "请给出大于 0 的金额";
}

fn positive(amount: Money) -> Check {
    POSITIVE.require(amount.is_positive(), || facts! { amount: amount })
}

rule! {
    /// An amount that is moved must have at most two decimals; zeros at its end do not count.
    SCALE = "money.amount.scale", call, "CBC.0100" 400, documented "UpdateCustomerAccountAmount and the calls like it, amount; that zeros at the end do not count is ours";
    zh "金额最多两位小数,末尾的零不计";
    broken "the amount is {amount}", "金额为 {amount}";
    comply "give the amount in whole cents", "请精确到分";
}

fn scale(amount: Money) -> Check {
    SCALE.require(amount.is_whole_cents(), || facts! { amount: amount })
}

rule! {
    /// An amount that is moved must be at most 9 999 999 999.99.
    MAX = "money.amount.max", call, "CBC.0100" 400, derived "the first version of the allocation call: an amount had at most 13 characters";
    zh "单笔金额最大为 9 999 999 999.99";
    broken "the amount {amount} is above {limit}", "金额 {amount} 超过 {limit}";
    comply "move it in several calls", "请分多次操作";
}

fn max(amount: Money) -> Check {
    let limit = Decimal::new(MOST_IN_CENTS, Money::SCALE);
    MAX.require(amount.amount() <= limit, || facts! { amount: amount, limit: limit.to_string() })
}
