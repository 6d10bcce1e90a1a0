//! What is asked of the request itself, before anything is looked up.

use super::{Call, IssueCoupons};
use crate::decision::{Check, Facts, facts, first_repeated};
use crate::id::{Given, ID_LENGTH_MAX};
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[
    &QUOTA_ID_LENGTH,
    &CUSTOMERS_MAX,
    &CUSTOMERS_MAX_CONSOLE,
    &CUSTOMERS_MIN,
    &CUSTOMERS_UNIQUE,
    &FACE_VALUE_POSITIVE,
    &FACE_VALUE_SCALE,
    &TIME_FORMAT,
    &TIME_ORDER,
    &NOT_ALREADY_EXPIRED,
    &SERVICES_MAX,
    &PRODUCTS_MAX,
    &SERVICE_EXISTS,
    &PRODUCT_EXISTS,
    &MEMO_LENGTH,
];

rule! {
    /// The quota id must have 1 to 64 characters.
    QUOTA_ID_LENGTH = "coupon.issue.quota-id-length", call, "CBC.0100" 400, documented "CreatePartnerCoupons, quota_id";
    zh "额度 ID 的长度必须为 1 至 64 个字符";
    broken "the quota id {quota} has {count} characters, 1 to {limit} are allowed", "额度 ID {quota} 有 {count} 个字符,允许 1 至 {limit} 个";
    comply "give the id of the quota as the quota list shows it", "请填写额度列表中显示的额度 ID";
}

pub(super) fn quota_id_length(issue: &IssueCoupons) -> Check {
    let text = match &issue.quota_id {
        Given::Valid(_) => return Ok(()),
        Given::Invalid(text) => text,
    };
    let count = text.chars().count();
    let shown: String = text.chars().take(80).collect();
    QUOTA_ID_LENGTH.require((1..=ID_LENGTH_MAX).contains(&count), || facts! { quota: shown, count: count, limit: ID_LENGTH_MAX })
}

rule! {
    /// A call through the API must name at most 100 customers.
    CUSTOMERS_MAX = "coupon.issue.customers-max", call, "CBC.0100" 400, documented "CreatePartnerCoupons, customer_ids";
    zh "通过 API 一次最多发给 100 个客户";
    broken "{count} customers are named, at most {limit} are allowed", "指定了 {count} 个客户,最多 {limit} 个";
    comply "split the customers over several calls", "请将客户分多次调用";
}

pub(super) fn customers_max(call: &Call) -> Check {
    let (count, limit) = (call.issue.customer_ids.len(), call.books.policy.limits.customers_max);
    CUSTOMERS_MAX.require(!call.caller.is_api() || count <= limit, || facts! { count: count, limit: limit })
}

rule! {
    /// One action in the console must name at most 10 customers.
    CUSTOMERS_MAX_CONSOLE = "coupon.issue.customers-max-console", call, documented "manual, issuing coupons";
    zh "在控制台一次最多发给 10 个客户";
    broken "{count} customers are named, at most {limit} are allowed", "指定了 {count} 个客户,最多 {limit} 个";
    comply "select fewer customers, or issue through the API", "请减少客户数量,或通过 API 发放";
}

pub(super) fn customers_max_console(call: &Call) -> Check {
    let (count, limit) = (call.issue.customer_ids.len(), call.books.policy.limits.customers_max_console);
    CUSTOMERS_MAX_CONSOLE.require(call.caller.is_api() || count <= limit, || facts! { count: count, limit: limit })
}

rule! {
    /// At least one customer must be named.
    CUSTOMERS_MIN = "coupon.issue.customers-min", call, "CBC.0100" 400, derived "customer_ids is mandatory";
    zh "至少指定一个客户";
    broken "no customer is named", "没有指定客户";
    comply "name a customer", "请指定客户";
}

pub(super) fn customers_min(issue: &IssueCoupons) -> Check {
    CUSTOMERS_MIN.require(!issue.customer_ids.is_empty(), Facts::new)
}

rule! {
    /// No customer may be named twice: the answer is told by customer.
    CUSTOMERS_UNIQUE = "coupon.issue.customers-unique", call, "CBC.0100" 400, assumed "results are keyed by customer";
    zh "同一次调用不得重复指定同一客户";
    broken "the customer {customer} is named twice", "客户 {customer} 被重复指定";
    comply "name each customer once, and call again for a second coupon", "每个客户请只指定一次;如需再发一张请再次调用";
}

pub(super) fn customers_unique(issue: &IssueCoupons) -> Check {
    match first_repeated(&issue.customer_ids) {
        Some(customer) => CUSTOMERS_UNIQUE.broken(facts! { customer: customer.text() }),
        None => Ok(()),
    }
}

rule! {
    /// The face value must be above zero.
    FACE_VALUE_POSITIVE = "coupon.issue.face-value-positive", call, "CBC.0100" 400, documented "CreatePartnerCoupons, face_value";
    zh "面值必须大于 0";
    broken "the face value is {face_value}", "面值为 {face_value}";
    comply "give a face value of at least one cent", "面值请至少为 0.01";
}

pub(super) fn face_value_positive(issue: &IssueCoupons) -> Check {
    FACE_VALUE_POSITIVE.require(issue.face_value.is_positive(), || facts! { face_value: issue.face_value })
}

rule! {
    /// The face value must have at most two decimals. It is never rounded; trailing zeros do no harm.
    FACE_VALUE_SCALE = "coupon.issue.face-value-scale", call, "CBC.0100" 400, documented "CreatePartnerCoupons, face_value; that it is not rounded is assumed";
    zh "面值最多两位小数,不做四舍五入,末尾的 0 不影响";
    broken "the face value {face_value} has more than two decimals", "面值 {face_value} 超过两位小数";
    comply "give the face value in whole cents", "请将面值精确到分";
}

pub(super) fn face_value_scale(issue: &IssueCoupons) -> Check {
    FACE_VALUE_SCALE.require(issue.face_value.is_whole_cents(), || facts! { face_value: issue.face_value })
}

rule! {
    /// Times must be written `yyyy-MM-ddTHH:mm:ssZ`, in UTC.
    TIME_FORMAT = "coupon.issue.time-format", call, "CBC.0100" 400, documented "CreatePartnerCoupons, valid_time and expire_time";
    zh "时间必须为 UTC 格式 `yyyy-MM-ddTHH:mm:ssZ`";
    broken "not times: {times}", "以下不是有效时间:{times}";
    comply "write times such as 2026-11-22T08:00:00Z", "请按 2026-11-22T08:00:00Z 的格式填写";
}

pub(super) fn time_format(issue: &IssueCoupons) -> Check {
    let times = || [&issue.valid_time, &issue.expire_time].into_iter().flatten().filter(|time| time.value().is_none());
    TIME_FORMAT.require(times().next().is_none(), || facts! { times: times().map(|time| time.text().into()).collect::<Vec<_>>() })
}

rule! {
    /// A coupon must become valid before it expires, the quota's ends standing in for times that are not given.
    TIME_ORDER = "coupon.issue.time-order", call, "CBC.0100" 400, derived "an empty window serves nobody; that equal times are refused is assumed";
    zh "生效时间必须早于失效时间;未填写的时间取额度的起止时间";
    broken "it would become valid at {valid} and expire at {expire}", "生效时间为 {valid},失效时间为 {expire}";
    comply "let it expire after it becomes valid", "请将失效时间设在生效时间之后";
}

/// The times a call gives are judged at once; those that need the quota's ends are judged with the quota.
pub(super) fn given_time_order(issue: &IssueCoupons) -> Check {
    match (given(&issue.valid_time), given(&issue.expire_time)) {
        (Some(valid), Some(expire)) => time_order(valid, expire),
        _ => Ok(()),
    }
}

pub(super) fn time_order(valid: Timestamp, expire: Timestamp) -> Check {
    TIME_ORDER.require(valid < expire, || facts! { valid: valid, expire: expire })
}

pub(super) fn given(time: &Option<Given<Timestamp>>) -> Option<Timestamp> {
    time.as_ref().and_then(Given::value).copied()
}

rule! {
    /// A coupon must expire after it is issued, the quota's end standing in for a time that is not given.
    NOT_ALREADY_EXPIRED = "coupon.issue.not-already-expired", call, "CBC.0100" 400, derived "a coupon born expired would be reclaimed at once";
    zh "失效时间必须晚于发放时间;未填写时取额度的失效时间";
    broken "it would have expired at {expire}, and it is {now}", "失效时间 {expire} 不晚于当前时间 {now}";
    comply "let it expire later", "请将失效时间设在当前时间之后";
}

pub(super) fn given_not_already_expired(call: &Call) -> Check {
    given(&call.issue.expire_time).map_or(Ok(()), |expire| not_already_expired(expire, call.now))
}

pub(super) fn not_already_expired(expire: Timestamp, now: Timestamp) -> Check {
    NOT_ALREADY_EXPIRED.require(expire > now, || facts! { expire: expire, now: now })
}

rule! {
    /// A coupon must be limited to at most 10 cloud service types.
    SERVICES_MAX = "coupon.issue.services-max", call, "CBC.0100" 400, documented "CreatePartnerCoupons, cloud_service_types";
    zh "最多限定 10 个云服务类型";
    broken "{count} cloud service types are given, at most {limit} are allowed", "填写了 {count} 个云服务类型,最多 {limit} 个";
    comply "give fewer, or none to take over the quota's", "请减少数量,或不填以沿用额度的限制";
}

pub(super) fn services_max(call: &Call) -> Check {
    let (count, limit) = (call.issue.cloud_service_types.len(), call.books.policy.limits.services_max);
    SERVICES_MAX.require(count <= limit, || facts! { count: count, limit: limit })
}

rule! {
    /// A coupon must be limited to at most 10 products.
    PRODUCTS_MAX = "coupon.issue.products-max", call, "CBC.0100" 400, documented "CreatePartnerCoupons, product_ids";
    zh "最多限定 10 个产品";
    broken "{count} products are given, at most {limit} are allowed", "填写了 {count} 个产品,最多 {limit} 个";
    comply "give fewer, or none to take over the quota's", "请减少数量,或不填以沿用额度的限制";
}

pub(super) fn products_max(call: &Call) -> Check {
    let (count, limit) = (call.issue.product_ids.len(), call.books.policy.limits.products_max);
    PRODUCTS_MAX.require(count <= limit, || facts! { count: count, limit: limit })
}

rule! {
    /// Every cloud service type must exist.
    SERVICE_EXISTS = "coupon.issue.service-exists", call, "CBC.50000055" 400, documented "general codes, added 2024";
    zh "云服务类型必须存在";
    broken "there are no cloud service types {services}", "以下云服务类型不存在:{services}";
    comply "give codes from the vendor's list of cloud service types", "请使用华为云云服务类型列表中的编码";
}

pub(super) fn service_exists(call: &Call) -> Check {
    let catalog = call.books.directory.catalog();
    let unknown = |code: &&Given<_>| match code.value() {
        Some(code) => catalog.is_some_and(|catalog| !catalog.cloud_service_types.contains(code)),
        None => true,
    };
    let unknown = || call.issue.cloud_service_types.iter().filter(unknown);
    SERVICE_EXISTS
        .require(unknown().next().is_none(), || facts! { services: unknown().map(|code| code.text().into()).collect::<Vec<_>>() })
}

rule! {
    /// Every product must exist.
    PRODUCT_EXISTS = "coupon.issue.product-exists", call, "CBC.50000054" 400, documented "general codes, added 2024";
    zh "产品必须存在";
    broken "there are no products {products}", "以下产品不存在:{products}";
    comply "give ids of products that are on sale", "请使用在售产品的 ID";
}

pub(super) fn product_exists(call: &Call) -> Check {
    let catalog = call.books.directory.catalog();
    let unknown = |id: &&Given<_>| match id.value() {
        Some(id) => catalog.is_some_and(|catalog| !catalog.product_ids.contains(id)),
        None => true,
    };
    let unknown = || call.issue.product_ids.iter().filter(unknown);
    PRODUCT_EXISTS
        .require(unknown().next().is_none(), || facts! { products: unknown().map(|id| id.text().into()).collect::<Vec<_>>() })
}

rule! {
    /// The memo must have at most 256 characters.
    MEMO_LENGTH = "coupon.issue.memo-length", call, "CBC.0100" 400, assumed "taken over from the remark of a quota reclaim, the only published length";
    zh "备注最多 256 个字符";
    broken "the memo has {count} characters, at most {limit} are allowed", "备注有 {count} 个字符,最多 {limit} 个";
    comply "shorten the memo", "请缩短备注";
}

pub(super) fn memo_length(call: &Call) -> Check {
    let limit = call.books.policy.limits.memo_characters_max;
    let count = call.issue.memo.as_ref().map_or(0, |memo| memo.chars().count());
    MEMO_LENGTH.require(count <= limit, || facts! { count: count, limit: limit })
}
