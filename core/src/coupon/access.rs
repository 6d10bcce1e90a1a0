//! Who may call what: asked before anything else, of every coupon and quota operation.

use crate::decision::{Access, Actor, Channel, Check, Review, Token, facts};
use crate::directory::personal::reveal;
use crate::directory::{Partner, PartnerKind};
use crate::id::{Given, PartnerId};
use crate::quota::QuotaBook;
use crate::rule::{Rule, rule};

pub(crate) use crate::directory::Caller;

pub(crate) static RULES: &[&Rule] = &[
    &TOKEN,
    &RATE_LIMIT,
    &CALLER_TYPE,
    &RESELLER_VIA_DISTRIBUTOR,
    &PERMISSION_ANY_OF,
    &CONSOLE_VERIFICATION_CODE,
    &INDIRECT_PARTNER_OWNED,
    &INDIRECT_PARTNER_IGNORED,
    &QUOTA_PRECONDITION,
];

/// What an operation asks of its callers.
pub(crate) struct Operation {
    /// The permission items of which one is enough; none are asked for when there are none.
    pub permission_items: &'static [&'static str],
    /// The kinds of partner that may call it through the API.
    pub api: &'static [PartnerKind],
    /// The kinds of partner that may do it in the console.
    pub console: &'static [PartnerKind],
    /// Whether the console may ask for a verification code.
    pub changes_something: bool,
}

/// Every kind of partner.
pub(crate) const EVERY_KIND: &[PartnerKind] = &[
    PartnerKind::SolutionProvider,
    PartnerKind::GeneralDistributor,
    PartnerKind::CloudReseller,
    PartnerKind::GovernmentCloud,
    PartnerKind::GovernmentSubsidy,
];

/// The callers of the coupon operations (group A of the API).
pub(crate) const GROUP_A: &[PartnerKind] = &[PartnerKind::SolutionProvider, PartnerKind::GeneralDistributor];

impl Review<'_> {
    /// Asks a query for a valid token; when there is none, nothing else is asked.
    pub fn ask_token(&mut self, caller: Caller) -> bool {
        self.ask([token(caller.access)]);
        if self.is_refused() {
            return false;
        }
        self.ask([reveal(caller)]);
        true
    }

    /// Asks what every operation asks of its callers.
    pub fn ask_caller(&mut self, caller: Caller, operation: &Operation) -> &mut Self {
        self.ask([
            rate_limit(caller),
            caller_type(caller, operation),
            reseller_via_distributor(caller),
            permission_any_of(caller, operation),
            console_verification_code(caller, operation),
        ])
    }
}

rule! {
    /// A call through the API must carry a valid token; without one nothing else is asked.
    TOKEN = "coupon.access.token", call, "CBC.0154" 401, documented "CreatePartnerCoupons, status codes; general codes";
    zh "通过 API 调用必须携带有效的 token,否则不再做任何业务校验";
    broken "the token is {token}", "token 状态为 {token}";
    comply "get a new token and call again", "请重新获取 token 后再次调用";
}

pub(crate) fn token(access: &Access) -> Check {
    let name = match access.token {
        Token::Valid => return Ok(()),
        Token::Missing => "missing",
        Token::Illegal => "illegal",
        Token::Expired => "expired",
    };
    TOKEN.require(access.channel != Channel::Api, || facts! { token: name })
}

rule! {
    /// One source address may call one operation for one partner at most 10 times a second.
    ///
    /// Every call with a valid token counts, refused ones too; a second is a second of the clock.
    RATE_LIMIT = "coupon.access.rate-limit", call, "CBC.0250" 429, documented "flow control page";
    zh "同一来源地址、同一操作、同一伙伴每秒最多调用 10 次";
    broken "this is call {count} in one second, at most {limit} are allowed", "这是同一秒内的第 {count} 次调用,最多 {limit} 次";
    comply "wait until the next second", "请在下一秒再调用";
}

pub(crate) fn rate_limit(caller: Caller) -> Check {
    let (before, limit) = (caller.access.calls_this_second, caller.policy.limits.calls_per_second);
    RATE_LIMIT.require(!caller.is_api() || before < limit, || facts! { count: before.saturating_add(1), limit: limit })
}

rule! {
    /// An operation must be called by a kind of partner it is for: through the API solution providers and general
    /// distributors, in the console whom the capability matrix names.
    CALLER_TYPE = "coupon.access.caller-type", call, "CBC.0151" 403, documented "API pages of the coupon operations, caller; manual, capability of each kind";
    zh "只有适用的伙伴类型可以执行该操作:API 限解决方案提供商和总经销商,控制台按能力矩阵";
    broken "the caller is {caller}; this is for {allowed}", "调用方是 {caller},该操作适用于 {allowed}";
    comply "have a partner of one of these kinds call", "请由上述类型的伙伴调用";
}

pub(crate) fn caller_type(caller: Caller, operation: &Operation) -> Check {
    let allowed = if caller.is_api() { operation.api } else { operation.console };
    let names = || allowed.iter().map(|kind| kind.name().into()).collect::<Vec<_>>();
    CALLER_TYPE.require(caller.is(allowed), || facts! { caller: caller.what(), allowed: names() })
}

rule! {
    /// A cloud reseller must not call the API itself; its distributor calls and names it.
    RESELLER_VIA_DISTRIBUTOR = "coupon.access.reseller-via-distributor", call, "CBC.0151" 403, derived "CreatePartnerCoupons and ReclaimPartnerCoupons, indirect_partner_id";
    zh "云经销商不直接调用 API,由其总经销商携带云经销商 ID 调用";
    broken "the cloud reseller {reseller} called itself", "云经销商 {reseller} 直接发起了调用";
    comply "have the distributor call with `indirect_partner_id`, or use the console", "请由总经销商携带 `indirect_partner_id` 调用,或在控制台操作";
}

pub(crate) fn reseller_via_distributor(caller: Caller) -> Check {
    match caller.partner {
        Some(partner) if caller.is_api() && partner.kind == PartnerKind::CloudReseller => {
            RESELLER_VIA_DISTRIBUTOR.broken(facts! { reseller: partner.id.as_str() })
        }
        _ => Ok(()),
    }
}

rule! {
    /// An operator account must have at least one of the operation's permission items; the partner's main account needs none.
    PERMISSION_ANY_OF = "coupon.access.permission-any-of", call, "CBC.0151" 403, documented "API authorization page";
    zh "操作员账号至少需要具备该操作的任一权限项;伙伴主账号无需权限项";
    broken "the operator {member} has none of {items}", "操作员 {member} 不具备以下任一权限项:{items}";
    comply "have an administrator give the operator one of these items", "请管理员为该操作员授予其中一项权限";
}

pub(crate) fn permission_any_of(caller: Caller, operation: &Operation) -> Check {
    let Actor::Member(account) = caller.actor else { return Ok(()) };
    let items = operation.permission_items;
    let member = caller.directory.member(&account.partner, &account.member);
    let has_one = member.is_some_and(|member| caller.directory.has_any(member, items));
    PERMISSION_ANY_OF.require(items.is_empty() || has_one, || {
        facts! { member: account.member.as_str(), items: items.iter().map(|item| (*item).into()).collect::<Vec<_>>() }
    })
}

rule! {
    /// When the partner has switched verification codes on, issuing and reclaiming in the console must come with a right one.
    CONSOLE_VERIFICATION_CODE = "coupon.access.console-verification-code", call, documented "manual, issuing and reclaiming, verification code";
    zh "伙伴开启验证码后,在控制台发放和回收必须输入正确的验证码";
    broken "the verification code is {code}", "验证码{code}";
    comply "enter the code that was sent", "请输入收到的验证码";
}

pub(crate) fn console_verification_code(caller: Caller, operation: &Operation) -> Check {
    let asked = !caller.is_api() && operation.changes_something;
    let asked = asked && caller.partner.is_some_and(|partner| partner.asks_verification_code);
    let code = caller.access.verification_code;
    CONSOLE_VERIFICATION_CODE.require(!asked || code == Some(true), || {
        facts! { code: if code.is_none() { "missing" } else { "wrong" } }
    })
}

rule! {
    /// A reseller that a distributor names must be its own.
    INDIRECT_PARTNER_OWNED = "coupon.access.indirect-partner-owned", call, "CBC.99000037" 400, documented "CreatePartnerCoupons and the queries, status codes";
    zh "总经销商指定的云经销商必须是其下属云经销商";
    broken "{reseller} is not a cloud reseller of {distributor}", "{reseller} 不是 {distributor} 的云经销商";
    comply "name a reseller of your own", "请指定您自己的云经销商";
}

pub(crate) fn indirect_partner_owned(caller: Caller, reseller: Option<&Given<PartnerId>>) -> Check {
    let Some(given) = reseller else { return Ok(()) };
    INDIRECT_PARTNER_OWNED.require(caller.own_reseller(given).is_some(), || {
        facts! { reseller: given.text(), distributor: caller.partner.map_or("", |partner| partner.id.as_str()) }
    })
}

rule! {
    /// A reseller's id says nothing when anyone but a distributor sends it, or when it is empty: the call is about the
    /// caller's own quotas and customers.
    INDIRECT_PARTNER_IGNORED = "coupon.access.indirect-partner-ignored", effect, documented "CreatePartnerCoupons, SDK";
    zh "非总经销商携带的云经销商 ID(或空值)不生效,按调用方自身的额度和客户处理";
}

rule! {
    /// Who issues must have a quota: the vendor sets one for partners, a distributor grants one to its reseller.
    QUOTA_PRECONDITION = "coupon.access.quota-precondition", call, "CBC.99000012" 400, documented "CreatePartnerCoupons, prerequisites; manual";
    zh "发放前必须已有额度:由华为云为伙伴设置,或由总经销商发放给云经销商";
    broken "{partner} has no quota at all", "{partner} 没有任何额度";
    comply "ask the vendor for a quota, or the distributor for a grant", "请向华为云申请额度,或请总经销商发放额度";
}

pub(crate) fn quota_precondition(quotas: &QuotaBook, party: Option<&Partner>) -> Check {
    let Some(party) = party else { return Ok(()) };
    QUOTA_PRECONDITION.require(quotas.held_by(&party.id).next().is_some(), || facts! { partner: party.id.as_str() })
}
