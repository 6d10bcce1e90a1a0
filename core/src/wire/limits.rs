//! Limits of quotas and coupons under the vendor's keys. Limits for which no key is published are left out.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::quota::{QuotaLimits, Terms};

/// One limit of a quota.
#[derive(Serialize)]
pub(super) struct LimitInfo {
    limit_key: String,
    limit_values: Vec<LimitValue>,
}

#[derive(Serialize)]
struct LimitValue {
    value1: String,
}

/// One limit of a coupon; a key with several values comes several times.
#[derive(Serialize)]
pub(super) struct UseLimit {
    limit_key: String,
    value1: String,
}

pub(super) fn of_quota(limits: &QuotaLimits) -> Vec<LimitInfo> {
    let mut keys = of_terms(&limits.terms);
    if let Some(most) = limits.accumulative_consumption_max {
        keys.push(("accumulativeConsumption".into(), vec![written(most.amount())]));
    }
    keys.extend(limits.other.iter().map(|other| (other.limit_key.clone(), other.limit_values.clone())));
    let info = |(limit_key, values): (String, Vec<String>)| LimitInfo {
        limit_key,
        limit_values: values.into_iter().map(|value1| LimitValue { value1 }).collect(),
    };
    keys.into_iter().map(info).collect()
}

pub(super) fn of_coupon(terms: &Terms) -> Vec<UseLimit> {
    let each =
        |(key, values): (String, Vec<String>)| values.into_iter().map(move |value1| UseLimit { limit_key: key.clone(), value1 });
    of_terms(terms).into_iter().flat_map(each).collect()
}

fn of_terms(terms: &Terms) -> Vec<(String, Vec<String>)> {
    let services: Vec<_> = terms.cloud_service_types.iter().map(ToString::to_string).collect();
    let products: Vec<_> = terms.product_ids.iter().map(ToString::to_string).collect();
    let kinds: Vec<_> = terms.subscribe_types.iter().map(ToString::to_string).collect();
    let not = |forbidden: bool| if forbidden { vec!["0".into()] } else { Vec::new() };
    let times = if terms.usage_times == 0 { Vec::new() } else { vec![terms.usage_times.to_string()] };
    let keys = [
        ("cloudServiceType", services),
        // The products are one value, with commas.
        ("productId", if products.is_empty() { products } else { vec![products.join(",")] }),
        ("subscribeType", kinds),
        ("minConsumeAmount", terms.min_consume_amount.iter().map(|amount| written(amount.amount())).collect()),
        ("minConsumeDiscount", terms.min_consume_discount.iter().map(ToString::to_string).collect()),
        ("maxDeductionRatio", terms.max_deduction_ratio.iter().map(ToString::to_string).collect()),
        ("simultaneousUseWithPromotion", not(terms.not_with_promotion)),
        ("simultaneousUseWithDiscountCoupon", not(terms.not_with_discount_coupon)),
        ("simultaneousUseWithEmpowerDiscount", not(terms.not_with_empower_discount)),
        ("usageTimes", times),
    ];
    keys.into_iter().filter(|(_, values)| !values.is_empty()).map(|(key, values)| (key.into(), values)).collect()
}

fn written(amount: Decimal) -> String {
    amount.to_string()
}
