//! A customer pays an order with coupons.

use serde::{Deserialize, Serialize};

use super::vendor::known;
use super::{Books, Coupon, CouponKind, CouponStatus, resale};
use crate::assoc::resale::coupons_before_only;
use crate::cash;
use crate::decision::{Accepted, Actor, Check, Decided, Request, Review, Row, facts};
use crate::directory::AssociationMode;
use crate::directory::access::vendor_only;
use crate::error::{Error, Unknown};
use crate::event::Change;
use crate::id::{CouponId, CustomerId, OrderId};
use crate::money::{Money, Ratio};
use crate::quota::{SubscribeType, in_command};
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[
    &NOT_TRANSFERABLE,
    &STATUS_WINDOW,
    &ONE_VOUCHER_PER_ORDER,
    &MIN_ORDER,
    &NOT_ARREARS,
    &COMBINATION,
    &MODE,
    &USAGE_TIMES,
    &LEFTOVER,
    &NO_PERFORMANCE,
];

/// Pays an order with coupons of the customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UseCoupons {
    /// The customer who orders.
    pub customer: CustomerId,
    /// The order.
    pub order: Order,
    /// The coupons, in the order in which they are to pay.
    pub coupon_ids: Vec<CouponId>,
}

/// An order, as far as coupons ask.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// What is to be paid.
    pub amount: Money,
    /// How it is charged.
    #[serde(default)]
    pub charge: Charge,
    /// Its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscribe_type: Option<SubscribeType>,
    /// Whether it pays arrears.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pays_arrears: bool,
    /// The discounts it has already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discounts: Vec<Discount>,
}

/// How an order is charged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Charge {
    /// Beforehand, by the period.
    #[default]
    Period,
    /// By what was used (按需).
    OnDemand,
}

/// A discount on a line of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Discount {
    /// What it is.
    pub kind: DiscountKind,
    /// The share of the price that is still to be paid.
    pub rate: Ratio,
}

/// What a discount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DiscountKind {
    /// A promotion.
    Promotion,
    /// A discount coupon (折扣券).
    DiscountCoupon,
    /// A discount the partner grants (伙伴授予折扣).
    EmpowerDiscount,
}

crate::named::named!(
    DiscountKind: Promotion = "promotion", DiscountCoupon = "discount-coupon", EmpowerDiscount = "empower-discount"
);

/// An order used a coupon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponUsed {
    /// The coupon.
    pub coupon: CouponId,
    /// The order.
    pub order: OrderId,
    /// What it paid.
    pub amount: Money,
    /// What was lost of a legacy coupon, which is good for a single use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forfeited: Option<Money>,
    /// Whether what it paid counts to the partner's performance.
    pub counts_as_performance: bool,
}

pub(crate) fn decide(books: Books, request: &Request, pay: &UseCoupons) -> Decided {
    let customer = books.directory.customer(&pay.customer).ok_or_else(|| Unknown::new("customer", &pay.customer))?;
    let coupons = pay.coupon_ids.iter().map(|id| known(books, id)).collect::<Result<Vec<_>, _>>()?;
    check_amounts(pay, &coupons)?;
    let mut review = Review::new(books.policy);
    review.ask([own_or_vendor(request, &pay.customer), one_voucher_per_order(&coupons), not_arrears(pay, &coupons)]);
    for coupon in &coupons {
        let rules = [
            not_transferable(coupon, pay),
            status_window(coupon, request.at, &pay.order.id),
            min_order(coupon, &pay.order),
            combination(coupon, &pay.order),
            mode(books, coupon, customer.mode()),
            usage_times(coupon),
            coupons_before_only(books, customer, coupon, pay.order.pays_arrears),
        ];
        review.ask(rules);
    }
    if review.is_refused() {
        return Ok(review.refuse());
    }

    let mut accepted = Accepted::new(request);
    let mut due = pay.order.amount;
    for coupon in resale::designated_first(books, cash::r#use::vouchers_first(&coupons)) {
        let amount = cash::r#use::cap(coupon, &pay.order)?.at_most(coupon.balance)?.at_most(due)?;
        due = due.minus(amount)?;
        if amount.is_zero() {
            accepted.lone_row(Row::new(&coupon.id, &coupon.id, amount));
            continue;
        }
        let left = coupon.balance.minus(amount)?;
        let quota = books.quotas.quota(&coupon.quota);
        accepted.event(Change::CouponUsed(CouponUsed {
            coupon: coupon.id.clone(),
            order: pay.order.id.clone(),
            amount,
            forfeited: (coupon.legacy && left.is_positive()).then_some(left),
            counts_as_performance: coupon.kind == CouponKind::Cash
                && quota.is_some_and(|quota| quota.limits.counts_as_performance),
        }));
        accepted.row(Row::new(&coupon.id, &coupon.id, amount));
    }
    Ok(accepted.decision())
}

/// An order's amount is above zero, in whole cents and in the currency of its coupons, or it is none.
fn check_amounts(pay: &UseCoupons, coupons: &[&Coupon]) -> Result<(), Error> {
    let amount = pay.order.amount;
    if !amount.is_positive() || !amount.is_whole_cents() {
        return Err(crate::Malformed::new("an amount above zero, in whole cents", amount).at("command.order.amount").into());
    }
    if let Some(coupon) = crate::decision::first_repeated(&pay.coupon_ids) {
        return Err(crate::Malformed::new("a list in which no coupon stands twice", coupon).at("command.coupon_ids").into());
    }
    for coupon in coupons {
        amount.plus(coupon.balance).map_err(|error| in_command("order.amount.currency", error))?;
    }
    Ok(())
}

/// The customer itself may ask, and the vendor.
pub(super) fn own_or_vendor(request: &Request, customer: &CustomerId) -> Check {
    match &request.actor {
        Actor::Customer(account) if account.customer == *customer => Ok(()),
        _ => vendor_only(request),
    }
}

rule! {
    /// A coupon must be used by the customer who has it: it cannot be passed on, extended or turned into cash.
    NOT_TRANSFERABLE = "coupon.use.not-transferable", call, documented "customer manual";
    zh "券只能由持有客户使用,不可转让、延期或兑现";
    broken "the coupon {coupon} is of the customer {owner}, not of {customer}", "券 {coupon} 属于客户 {owner},不属于 {customer}";
    comply "use a coupon of the ordering customer", "请使用下单客户自己的券";
}

fn not_transferable(coupon: &Coupon, pay: &UseCoupons) -> Check {
    NOT_TRANSFERABLE.require(coupon.customer == pay.customer, || {
        facts! { coupon: coupon.id.as_str(), owner: coupon.customer.as_str(), customer: pay.customer.as_str() }
    })
}

rule! {
    /// A coupon must be usable, in its window, not frozen, and not held by another order. The instant at which it expires is still in its window.
    STATUS_WINDOW = "coupon.use.status-window", call, documented "SDK; error codes of payment";
    zh "券必须为可使用状态、在有效期内、未冻结且未被其他订单占用;到期时刻仍可使用";
    broken "the coupon {coupon} is {status}", "券 {coupon} 的状态为 {status}";
    comply "choose another coupon", "请选择其他券";
    when "status" "used" "CBC.3112" 200;
}

pub(super) fn status_window(coupon: &Coupon, now: Timestamp, order: &OrderId) -> Check {
    let held = coupon.lock_order_id.as_ref().is_some_and(|holder| holder != order);
    let status = match coupon.status_at(now) {
        CouponStatus::Usable if now < coupon.effective_time => "not yet effective",
        CouponStatus::Usable if coupon.is_frozen => "frozen",
        CouponStatus::Usable if held => "locked",
        CouponStatus::Usable => return Ok(()),
        status => status.name(),
    };
    STATUS_WINDOW.broken(facts! { coupon: coupon.id.as_str(), status: status })
}

rule! {
    /// An order must be paid with at most one voucher, which may pay all of it.
    ONE_VOUCHER_PER_ORDER = "coupon.use.one-voucher-per-order", call, documented "FAQ";
    zh "一个订单最多使用一张代金券,足额时可全额抵扣";
    broken "{count} vouchers are chosen", "选择了 {count} 张代金券";
    comply "choose one voucher; cash coupons may be added", "请只选择一张代金券,可另加现金券";
}

fn one_voucher_per_order(coupons: &[&Coupon]) -> Check {
    let count = coupons.iter().filter(|coupon| coupon.kind != CouponKind::Cash).count();
    ONE_VOUCHER_PER_ORDER.require(count <= 1, || facts! { count: count })
}

rule! {
    /// The order must come to the coupon's smallest usable order amount, if it has one.
    MIN_ORDER = "coupon.use.min-order", call, documented "manual; limit table, minConsumeAmount";
    zh "订单金额必须达到券的最小可用订单额(如有)";
    broken "the order comes to {amount}, the coupon {coupon} needs {minimum}", "订单金额为 {amount},券 {coupon} 要求 {minimum}";
    comply "order more at once, or choose another coupon", "请提高订单金额或选择其他券";
}

fn min_order(coupon: &Coupon, order: &Order) -> Check {
    let Some(minimum) = coupon.terms.min_consume_amount else { return Ok(()) };
    MIN_ORDER
        .require(order.amount.covers(minimum), || facts! { amount: order.amount, coupon: coupon.id.as_str(), minimum: minimum })
}

rule! {
    /// Vouchers cannot pay arrears.
    NOT_ARREARS = "coupon.use.not-arrears", call, documented "customer manual";
    zh "代金券不能用于偿还欠费";
    broken "the order {order} pays arrears", "订单 {order} 为偿还欠费";
    comply "pay arrears with money", "请用资金偿还欠费";
}

fn not_arrears(pay: &UseCoupons, coupons: &[&Coupon]) -> Check {
    let no_voucher = coupons.iter().all(|coupon| coupon.kind == CouponKind::Cash);
    NOT_ARREARS.require(!pay.order.pays_arrears || no_voucher, || facts! { order: pay.order.id.as_str() })
}

rule! {
    /// A coupon goes together with the order's discounts only as its terms allow.
    COMBINATION = "coupon.use.combination", call, "CBC.99003116" 400, documented "error codes of payment (CBC.99003116, CBC.99003117)";
    zh "券与订单折扣能否同时使用以券的限制为准";
    broken "the coupon {coupon} does not go together with {discounts}", "券 {coupon} 不能与以下折扣同时使用:{discounts}";
    comply "do without the discount, or choose another coupon", "请放弃折扣或选择其他券";
}

fn combination(coupon: &Coupon, order: &Order) -> Check {
    let terms = &coupon.terms;
    let excluded = |kind| match kind {
        DiscountKind::Promotion => terms.not_with_promotion,
        DiscountKind::DiscountCoupon => terms.not_with_discount_coupon,
        DiscountKind::EmpowerDiscount => terms.not_with_empower_discount,
    };
    let too_low = |lowest: Ratio| !order.discounts.is_empty() && order.discounts.iter().all(|discount| discount.rate < lowest);
    let all = terms.min_consume_discount.is_some_and(too_low);
    let against = || order.discounts.iter().filter(|discount| all || excluded(discount.kind));
    COMBINATION.require(against().next().is_none(), || {
        let discounts: Vec<_> = against().map(|discount| discount.kind.name().into()).collect();
        facts! { coupon: coupon.id.as_str(), discounts: discounts }
    })
}

rule! {
    /// A partner's coupons are used by customers of both modes and by customers without one.
    ///
    /// An older text leaves customers in advisory mode out; the policy can, too.
    MODE = "coupon.use.mode", call, assumed_off "customer manual (older text); practice of the console";
    zh "代售、顾问销售以及没有关联类型的客户均可使用伙伴的券(旧文本不含顾问销售,可通过策略启用)";
    broken "the customer {customer} is in mode {mode}", "客户 {customer} 的关联类型为 {mode}";
    comply "pay without the coupon", "请使用其他方式支付";
}

fn mode(_: Books, coupon: &Coupon, mode: Option<AssociationMode>) -> Check {
    match mode {
        Some(mode @ AssociationMode::Advisory) => MODE.broken(facts! { customer: coupon.customer.as_str(), mode: mode.name() }),
        _ => Ok(()),
    }
}

rule! {
    /// A coupon must not be used more often than its terms allow.
    USAGE_TIMES = "coupon.use.usage-times", call, documented "limit table, usageTimes";
    zh "券的使用次数不得超过限制(0 表示不限)";
    broken "the coupon {coupon} has been used {count} times, {limit} are allowed", "券 {coupon} 已使用 {count} 次,最多 {limit} 次";
    comply "choose another coupon", "请选择其他券";
}

fn usage_times(coupon: &Coupon) -> Check {
    let (count, limit) = (coupon.uses.len(), coupon.terms.usage_times);
    let within = limit == 0 || u32::try_from(count).is_ok_and(|count| count < limit);
    USAGE_TIMES.require(within, || facts! { coupon: coupon.id.as_str(), count: count, limit: limit })
}

rule! {
    /// What an order leaves of a coupon can be used until it expires; a legacy coupon is good for one use, and the rest is lost.
    LEFTOVER = "coupon.use.leftover", effect, documented "SDK; customer manual";
    zh "订单使用后的余额在有效期内可继续使用;旧版券仅限一次使用,余额作废";
}

rule! {
    /// Consumption paid by voucher is no performance of the partner and earns no incentive.
    NO_PERFORMANCE = "coupon.use.no-performance", effect, documented "FAQ";
    zh "代金券支付的消费不计入伙伴业绩,也不产生激励";
}
