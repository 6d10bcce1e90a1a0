//! A partner takes coupons back: through the API one a call, in the console several, each a row of its own.
//!
//! The rules about one coupon have level `row`. Through the API the one coupon is the whole call, and they refuse it.

use serde::{Deserialize, Serialize};

use super::access::{Caller, EVERY_KIND, GROUP_A, Operation, indirect_partner_owned};
use super::{Books, Coupon, CouponKind, CouponStatus};
use crate::decision::{Accepted, Check, Decided, Request, Review, Row, facts};
use crate::directory::{AssociationMode, Partner};
use crate::error::Error;
use crate::event::Change;
use crate::id::{CouponId, Given, PartnerId, QuotaId};
use crate::money::Money;
use crate::pickup;
use crate::policy::Policy;
use crate::quota::Earmark;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[
    &INDIRECT_ID_NOT_EMPTY,
    &ONE_PER_CALL,
    &EXISTS_AND_OWN,
    &ONLY_USABLE,
    &EXPIRED_BY_CLOCK,
    &API_AGENCY_ONLY,
    &NOT_LOCKED,
    &FROZEN,
    &WHOLE_BALANCE,
    &PARTIALLY_USED_OK,
    &EFFECT_BALANCE,
    &EFFECT_VISIBILITY,
    &AMOUNT_REPORTED,
    &DESIGNATED_STICKY,
    &REPEAT_SAFE,
];

/// Takes coupons back, each with all that is left of it.
///
/// Vendor: ReclaimPartnerCoupons.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReclaimCoupons {
    /// The coupons: one through the API, several in the console.
    pub coupon_ids: Vec<Given<CouponId>>,
    /// The reseller who issued the coupon, when a distributor reclaims for it through the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
    /// Whether one refused coupon refuses the call.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_or_nothing: bool,
}

/// Why a coupon's value went back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReclaimCause {
    /// The issuer took it back. Record type 2.
    Manual,
    /// The customer and the partner ended their association. Record type 3.
    Unassociate,
    /// An enterprise sub-account left its enterprise. Record type 3.
    LeaveEnterprise,
    /// Its time was over. Record type 4.
    Expiry,
    /// An unsubscribe refunded what the coupon can no longer hold. Record type 5.
    Unsubscribe,
    /// A refund that had been credited was taken back. Record type 6.
    RefundReversal,
    /// An association was established that the coupon does not survive. Record type 7.
    Associate,
    /// The association mode was switched. Record type 8.
    ModeSwitch,
    /// The customer signs with another legal entity of the vendor. Record type 8.
    ContractingPartyChange,
}

impl ReclaimCause {
    /// Whether somebody asked for it, coupon by coupon; otherwise it follows from something else.
    pub(crate) fn is_asked_for(self) -> bool {
        matches!(self, Self::Manual | Self::RefundReversal)
    }
}

/// Value of a coupon went back to the quota that paid for it, or to the parent of that quota.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponReclaimed {
    /// The coupon.
    pub coupon: CouponId,
    /// Why.
    pub cause: ReclaimCause,
    /// How much: all that was left, but for causes `unsubscribe` and `refund-reversal`.
    pub amount: Money,
    /// The quota that got it.
    pub credited: QuotaId,
    /// Whom it is kept for, or from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earmark: Option<Earmark>,
}

const OPERATION: Operation =
    Operation { permission_items: &["BPC_ITEM_SUBCUSTSERV_030201"], api: GROUP_A, console: EVERY_KIND, changes_something: true };

/// A reclaim, and what it is about.
struct Call<'a> {
    books: Books<'a>,
    caller: Caller<'a>,
    party: Option<&'a Partner>,
    now: Timestamp,
}

pub(crate) fn decide(books: Books, request: &Request, reclaim: &ReclaimCoupons) -> Decided {
    let caller = Caller::find(books.policy, books.directory, &request.actor, &request.access)?;
    let reseller = caller.named_reseller(reclaim.indirect_partner_id.as_ref());
    let call = Call { books, caller, party: caller.party(reseller), now: request.at };
    let mut review = Review::new(books.policy);
    review.ask_caller(caller, &OPERATION).ask([
        indirect_partner_owned(caller, reseller),
        indirect_id_not_empty(books.policy, caller, reclaim),
        one_per_call(caller, reclaim),
    ]);
    let one = match reclaim.coupon_ids.as_slice() {
        [one] if caller.is_api() => Some(one),
        _ => None,
    };
    if let Some(one) = one {
        review.ask(call.ask(one, false));
    }
    if review.is_refused() {
        return Ok(review.refuse());
    }

    let mut accepted = Accepted::new(request);
    for (turn, given) in reclaim.coupon_ids.iter().enumerate() {
        let again = reclaim.coupon_ids.iter().take(turn).any(|before| before == given);
        let mut row = Review::new(books.policy);
        row.ask(call.ask(given, again));
        match call.own(given) {
            Some(coupon) if !row.is_refused() => {
                let amount = coupon.balance;
                accepted.event(Change::CouponReclaimed(books.back(coupon, ReclaimCause::Manual, amount)?));
                accepted.row(Row::new(&coupon.id, &coupon.id, amount));
            }
            _ => accepted.refuse_row(given.text(), row.breaches),
        }
    }
    Ok(accepted.decision_with(books.policy, reclaim.all_or_nothing))
}

impl<'a> Call<'a> {
    /// The coupon, if the party issued it.
    fn own(&self, given: &Given<CouponId>) -> Option<&'a Coupon> {
        let coupon = self.books.coupons.coupon(given.value()?)?;
        (self.party?.id == coupon.issuer).then_some(coupon)
    }

    /// The rules about one coupon, in order. Those about its state are asked of its issuer only.
    fn ask(&self, given: &Given<CouponId>, again: bool) -> Vec<Check> {
        let mut checks = Vec::new();
        // A foreign reseller leaves no party, and nobody to ask about coupons.
        if self.party.is_some() || self.caller.partner.is_none() {
            checks.push(exists_and_own(self, given));
            checks.push(pickup::view::not_for_ordinary_partner(self.books, self.party, given));
        }
        if let Some(coupon) = self.own(given) {
            checks.push(only_usable(coupon, again));
            checks.push(expired_by_clock(coupon, self.now));
            checks.push(api_agency_only(self, coupon));
            checks.push(not_locked(coupon));
            checks.push(frozen(coupon));
        }
        checks
    }
}

impl Books<'_> {
    /// A coupon's value goes back to where it came from.
    pub(super) fn back(&self, coupon: &Coupon, cause: ReclaimCause, amount: Money) -> Result<CouponReclaimed, Error> {
        let lost = || Error::Fault(format!("the quota `{}` of the coupon `{}` is not there", coupon.quota, coupon.id));
        let source = self.quotas.quota(&coupon.quota).ok_or_else(lost)?;
        let credited = self.quotas.credited(self.policy, &coupon.quota).ok_or_else(lost)?;
        let designated = source.limits.designated_customers.is_some();
        let customer = self.directory.customer(&coupon.customer);
        let earmark = match (designated, coupon.kind, cause) {
            (true, CouponKind::Cash, _) => Some(Earmark::Bound { customer: coupon.customer.clone(), amount }),
            (true, _, ReclaimCause::LeaveEnterprise) => {
                customer.map(|customer| Earmark::Barred { customer: customer.enterprise_master().clone(), amount })
            }
            _ => None,
        };
        let credited = credited.id.clone();
        Ok(CouponReclaimed { coupon: coupon.id.clone(), cause, amount, credited, earmark })
    }
}

rule! {
    /// A reseller's id in a reclaim must have 1 to 100 characters when it is given.
    INDIRECT_ID_NOT_EMPTY = "coupon.reclaim.indirect-id-not-empty", call, "CBC.0100" 400, documented "ReclaimPartnerCoupons, indirect_partner_id";
    zh "回收时如填写云经销商 ID,其长度必须为 1 至 100 个字符";
    broken "the reseller's id has {count} characters, 1 to {limit} are allowed", "云经销商 ID 有 {count} 个字符,允许 1 至 {limit} 个";
    comply "give the reseller's id, or leave the field away", "请填写云经销商 ID,或不携带该字段";
}

fn indirect_id_not_empty(policy: &Policy, caller: Caller, reclaim: &ReclaimCoupons) -> Check {
    let Some(given) = reclaim.indirect_partner_id.as_ref().filter(|_| caller.is_api()) else { return Ok(()) };
    let (count, limit) = (given.text().chars().count(), policy.limits.indirect_partner_characters_max);
    INDIRECT_ID_NOT_EMPTY.require((1..=limit).contains(&count), || facts! { count: count, limit: limit })
}

rule! {
    /// Through the API one coupon is reclaimed a call, in the console one or more.
    ONE_PER_CALL = "coupon.reclaim.one-per-call", call, "CBC.0100" 400, documented "ReclaimPartnerCoupons; manual";
    zh "通过 API 一次回收一张券,在控制台可回收一张或多张";
    broken "{count} coupons are named", "指定了 {count} 张券";
    comply "name one coupon a call, or reclaim in the console", "请每次调用指定一张券,或在控制台批量回收";
}

fn one_per_call(caller: Caller, reclaim: &ReclaimCoupons) -> Check {
    let count = reclaim.coupon_ids.len();
    let holds = if caller.is_api() { count == 1 } else { count > 0 };
    ONE_PER_CALL.require(holds, || facts! { count: count })
}

rule! {
    /// The coupon must exist and must have been issued by the caller, or by the reseller it names.
    EXISTS_AND_OWN = "coupon.reclaim.exists-and-own", row, "CBC.0151" 403, derived "ReclaimPartnerCoupons; manual";
    zh "券必须存在,且由调用方(或其指定的云经销商)发放";
    broken "{partner} has issued no coupon {coupon}", "{partner} 没有发放过券 {coupon}";
    comply "name a coupon from the list of issued coupons", "请指定已发放列表中的券";
}

fn exists_and_own(call: &Call, given: &Given<CouponId>) -> Check {
    let partner = call.party.map_or(call.caller.what(), |party| party.id.as_str());
    EXISTS_AND_OWN.require(call.own(given).is_some(), || facts! { partner: partner, coupon: given.text() })
}

rule! {
    /// Only a usable coupon can be reclaimed.
    ONLY_USABLE = "coupon.reclaim.only-usable", row, "CBC.99000048" 200, documented "manual, reclaiming coupons; ReclaimPartnerCoupons; the code for a used coupon is assumed";
    zh "只有可使用的券可以回收";
    broken "the coupon {coupon} is {status}", "券 {coupon} 的状态为 {status}";
    comply "leave it out: there is nothing to take back", "该券无可回收金额,请不要指定";
    when "status" "used" "CBC.3112" 200;
}

fn only_usable(coupon: &Coupon, again: bool) -> Check {
    let status = if again { CouponStatus::Reclaimed } else { coupon.status };
    ONLY_USABLE.require(status == CouponStatus::Usable, || facts! { coupon: coupon.id.as_str(), status: status.name() })
}

rule! {
    /// A usable coupon whose time is over counts as expired, whether or not the expiry job has run.
    EXPIRED_BY_CLOCK = "coupon.reclaim.expired-by-clock", row, "CBC.99000048" 200, derived "ReclaimPartnerCoupons, note";
    zh "到期的券即使过期任务尚未执行也视为已过期";
    broken "the coupon {coupon} expired at {expire}", "券 {coupon} 已于 {expire} 过期";
    comply "wait for the expiry job, which returns its value", "请等待过期任务退回其余额";
}

fn expired_by_clock(coupon: &Coupon, now: Timestamp) -> Check {
    let expired = coupon.status == CouponStatus::Usable && coupon.status_at(now) == CouponStatus::Expired;
    EXPIRED_BY_CLOCK.require(!expired, || facts! { coupon: coupon.id.as_str(), expire: coupon.expire_time })
}

rule! {
    /// Through the API only coupons of customers in agency-resale mode (代售) can be reclaimed.
    API_AGENCY_ONLY = "coupon.reclaim.api-agency-only", row, "CBC.99000045" 200, documented "ReclaimPartnerCoupons, status codes; the HTTP status is assumed";
    zh "通过 API 只能回收代售客户的券";
    broken "the customer {customer} is in mode {mode}", "客户 {customer} 的关联类型为 {mode}";
    comply "reclaim in the console", "请在控制台回收";
}

fn api_agency_only(call: &Call, coupon: &Coupon) -> Check {
    let mode = call.books.directory.customer(&coupon.customer).and_then(|customer| customer.mode());
    API_AGENCY_ONLY.require(!call.caller.is_api() || mode == Some(AssociationMode::AgencyResale), || {
        facts! { customer: coupon.customer.as_str(), mode: mode.map_or("none", AssociationMode::name) }
    })
}

rule! {
    /// A coupon that an unpaid order holds cannot be reclaimed.
    NOT_LOCKED = "coupon.reclaim.not-locked", row, "CBC.0151" 403, assumed "the order would lose its payment";
    zh "被未支付订单占用的券不能回收";
    broken "the order {order} holds the coupon {coupon}", "券 {coupon} 被订单 {order} 占用";
    comply "have the order paid or canceled first", "请先支付或取消该订单";
}

fn not_locked(coupon: &Coupon) -> Check {
    match &coupon.lock_order_id {
        Some(order) => NOT_LOCKED.broken(facts! { order: order.as_str(), coupon: coupon.id.as_str() }),
        None => Ok(()),
    }
}

rule! {
    /// A coupon that the vendor has frozen cannot be reclaimed by the partner.
    FROZEN = "coupon.reclaim.frozen", row, assumed "freezing is a hold of the vendor";
    zh "被华为云冻结的券,伙伴不能回收";
    broken "the coupon {coupon} is frozen", "券 {coupon} 已冻结";
    comply "ask the vendor to unfreeze it", "请联系华为云解冻";
}

fn frozen(coupon: &Coupon) -> Check {
    FROZEN.require(!coupon.is_frozen, || facts! { coupon: coupon.id.as_str() })
}

rule! {
    /// A reclaim takes all that is left of a coupon; no amount can be given.
    WHOLE_BALANCE = "coupon.reclaim.whole-balance", effect, documented "manual, reclaiming coupons";
    zh "回收取走券的全部余额,不能指定金额";
}

rule! {
    /// A coupon that is partly used and still usable can be reclaimed; only what is left returns.
    PARTIALLY_USED_OK = "coupon.reclaim.partially-used-ok", effect, derived "only usable coupons, whole balance";
    zh "部分使用且仍可使用的券可以回收,只退回剩余部分";
}

rule! {
    /// The coupon is empty and reclaimed, and the quota that paid for it has the amount again.
    EFFECT_BALANCE = "coupon.reclaim.effect-balance", effect, derived "manual, reclaiming coupons";
    zh "回收后券余额为 0、状态为已回收,来源额度余额相应增加";
}

rule! {
    /// The customer no longer sees a reclaimed coupon; the issuer still finds it among the issued ones.
    EFFECT_VISIBILITY = "coupon.reclaim.effect-visibility", view, documented "manual, reclaiming coupons";
    zh "客户不再看到已回收的券,发放方仍可在已发放列表中查到";
}

rule! {
    /// The amount really reclaimed is told; it can be less than what was shown before.
    AMOUNT_REPORTED = "coupon.reclaim.amount-reported", effect, documented "manual, reclaiming coupons";
    zh "回收结果显示实际回收金额,可能小于确认前显示的金额";
}

rule! {
    /// Value that came back from a cash coupon of a designated customer must go to that customer again, if to anybody.
    DESIGNATED_STICKY = "coupon.reclaim.designated-sticky", call, "CBC.50000020" 400, documented "manual, cash coupons; the code is derived";
    zh "从指定客户现金券回收的金额只能再次发给该客户";
    broken "{available} of the quota may go to the customer {customer}, the face value is {face_value}", "额度中可发给客户 {customer} 的金额为 {available},面值为 {face_value}";
    comply "issue to the customer the value came back from, or less", "请发放给金额来源的客户,或降低面值";
}

rule! {
    /// Repeating a reclaim that was done changes nothing, and says that the coupon is reclaimed already.
    REPEAT_SAFE = "coupon.reclaim.repeat-safe", effect, documented "ReclaimPartnerCoupons, CBC.99000048";
    zh "重复回收不产生变化,并提示该券已回收";
}
