//! Verification codes of registration: sending them, and what a registration asks of the one it comes with.

use serde::{Deserialize, Serialize};

use super::{email_format, permission, phone_format};
use crate::center::Books;
use crate::coupon::access::{rate_limit, reseller_via_distributor};
use crate::decision::{Accepted, Access, Check, Decided, Request, Review, facts};
use crate::event::Change;
use crate::id::{CustomerId, Given, PartnerId};
use crate::personal::Personal;
use crate::policy::Policy;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] =
    &[&CODE_TIMEOUT, &CODE_CUSTOMER, &CODE_SEND_LIMIT, &CODE_LIFETIME, &CODE_EXPIRED, &CODE_ATTEMPTS, &CODE_WRONG];

/// Has a verification code sent. The library knows when one was sent and how long it lives, and never the code itself.
///
/// Vendor: SendVerificationMessageCode.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SendCode {
    /// The phone number (China site) or e-mail address (the other sites).
    pub receiver: Personal,
    /// What it is for.
    #[serde(default)]
    pub scene: CodeScene,
    /// The minutes it shall live, 1 to 3000: 10, when absent; 5, above 60.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout_minutes: Option<i64>,
    /// The customer, who must be named when a bank card is verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<Given<CustomerId>>,
}

/// What a verification code is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CodeScene {
    /// Registration. Code 29.
    #[default]
    Registration,
    /// The verification of a person by a bank card. Code 18.
    BankCard,
}

/// A verification code was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeSent {
    /// The partner who had it sent.
    pub partner: PartnerId,
    /// The phone number or e-mail address.
    pub receiver: Personal,
    /// What it is for.
    pub scene: CodeScene,
    /// Until when it is good, this instant excluded.
    pub expire_time: Timestamp,
}

pub(crate) fn send(books: Books, request: &Request, send: &SendCode) -> Decided {
    let caller = books.caller(request)?;
    let mut review = Review::new(books.policy);
    let site = books.policy.site;
    review.ask([
        rate_limit(caller),
        reseller_via_distributor(caller),
        permission(caller),
        if site == Site::Cn { phone_format(site, &send.receiver) } else { email_format(site, &send.receiver) },
        code_timeout(send),
        code_customer(books, send),
        code_send_limit(books, send, request.at),
    ]);
    let Some(partner) = caller.partner.filter(|_| !review.is_refused()) else { return Ok(review.refuse()) };
    let mut accepted = Accepted::new(request);
    accepted.event(Change::CodeSent(CodeSent {
        partner: partner.id.clone(),
        receiver: send.receiver.clone(),
        scene: send.scene,
        expire_time: request.at.seconds_later(lifetime_minutes(send.timeout_minutes).saturating_mul(60)),
    }));
    Ok(accepted.decision())
}

/// The minutes that a code may be asked to live.
const TIMEOUT: std::ops::RangeInclusive<i64> = 1..=3000;

rule! {
    /// A code is asked to live 1 to 3000 minutes.
    CODE_TIMEOUT = "register.code-timeout", call, "CBC.0100" 400, documented "SDK, SendVerificationMessageCode, timeout";
    zh "验证码有效期须为 1 到 3000 分钟";
    broken "{minutes} minutes are asked for, from 1 to {max} are allowed", "请求的有效期为 {minutes} 分钟,允许 1 到 {max} 分钟";
    comply "ask for a time within these bounds, or for none", "请填写范围内的有效期,或不填";
}

fn code_timeout(send: &SendCode) -> Check {
    let Some(minutes) = send.timeout_minutes else { return Ok(()) };
    CODE_TIMEOUT.require(TIMEOUT.contains(&minutes), || facts! { minutes: minutes.to_string(), max: TIMEOUT.end().to_string() })
}

rule! {
    /// A code for the verification by a bank card names the customer who is verified.
    CODE_CUSTOMER = "register.code-customer", call, "CBC.0100" 400, documented "SDK, SendVerificationMessageCode, customer_id";
    zh "个人银行卡认证场景发送验证码时必须指定客户";
    broken "no customer {customer} is to be verified", "没有需要认证的客户 {customer}";
    comply "name the customer", "请指定客户";
}

fn code_customer(books: Books, send: &SendCode) -> Check {
    let found = send.customer.as_ref().and_then(Given::value).and_then(|customer| books.directory.customer(customer));
    CODE_CUSTOMER.require(send.scene != CodeScene::BankCard || found.is_some(), || {
        facts! { customer: send.customer.as_ref().map(Given::text).unwrap_or_default() }
    })
}

rule! {
    /// One receiver gets at most one code in 60 seconds, from whomever.
    CODE_SEND_LIMIT = "register.code-send-limit", call, "CBC.99000082" 400, documented "API, status codes; the number is ours";
    zh "同一接收方 60 秒内最多发送一次验证码";
    broken "the last code to {receiver} was sent at {sent_at}, and another one may be after {seconds} seconds", "上次向 {receiver} 发送验证码的时间为 {sent_at},须间隔 {seconds} 秒";
    comply "wait", "请稍后再发送";
}

fn code_send_limit(books: Books, send: &SendCode, now: Timestamp) -> Check {
    let codes = books.registrations.codes_of(&send.receiver);
    let Some(last) = codes.and_then(|codes| codes.newest.iter().map(|sent| sent.sent_at).max()) else { return Ok(()) };
    let seconds = books.policy.limits.code_send_seconds;
    CODE_SEND_LIMIT.require(now >= last.seconds_later(seconds), || {
        facts! { receiver: send.receiver.clone(), sent_at: last, seconds: seconds }
    })
}

rule! {
    /// A code lives as long as was asked for, 10 minutes when nothing was, and 5 minutes when more than 60 were.
    CODE_LIFETIME = "register.code-lifetime", effect, documented "SDK, SendVerificationMessageCode, timeout";
    zh "验证码按请求的有效期生效;未填时为 10 分钟,超过 60 分钟的按 5 分钟";
}

fn lifetime_minutes(asked: Option<i64>) -> u32 {
    match asked {
        None => 10,
        Some(minutes) => u32::try_from(minutes).ok().filter(|minutes| *minutes <= 60).unwrap_or(5),
    }
}

/// What a registration with a phone number or an e-mail address is asked about the code sent there.
pub(super) fn checks(books: Books, access: &Access, receiver: &Personal, now: Timestamp) -> [Check; 3] {
    [code_expired(books, receiver, now), code_attempts(books.policy, access), code_wrong(access, receiver)]
}

rule! {
    /// The newest code that was sent there for a registration is still good.
    CODE_EXPIRED = "register.code-expired", call, "CBC.99004008" 400, documented "CreateSubCustomer, status codes";
    zh "注册验证码必须在有效期内";
    broken "no code sent to {receiver} is good any more", "发送至 {receiver} 的验证码已失效";
    comply "have a new code sent", "请重新发送验证码";
}

fn code_expired(books: Books, receiver: &Personal, now: Timestamp) -> Check {
    let newest = books.registrations.codes_of(receiver).and_then(|codes| codes.of(CodeScene::Registration));
    CODE_EXPIRED.require(newest.is_some_and(|sent| now < sent.code.expire_time), || facts! { receiver: receiver.clone() })
}

rule! {
    /// A code is checked no more after 3 failed checks.
    CODE_ATTEMPTS = "register.code-attempts", call, "CBC.99004009" 400, documented "CreateSubCustomer, status codes";
    zh "同一验证码最多校验失败 3 次";
    broken "{count} checks of the code have failed, at most {limit} may", "验证码已校验失败 {count} 次,最多 {limit} 次";
    comply "have a new code sent", "请重新发送验证码";
}

fn code_attempts(policy: &Policy, access: &Access) -> Check {
    let (count, limit) = (access.failed_code_checks, policy.limits.code_failed_checks_max);
    CODE_ATTEMPTS.require(count < limit, || facts! { count: count, limit: limit })
}

rule! {
    /// A registration with a phone number or an e-mail address comes with the code that was sent there.
    CODE_WRONG = "register.code-wrong", call, "CBC.99004010" 400, documented "CreateSubCustomer, verification_code, and status codes";
    zh "使用手机号或邮箱注册时必须携带正确的验证码";
    broken "the code for {receiver} is {code}", "{receiver} 的验证码{code}";
    comply "send the code that was received", "请填写收到的验证码";
}

fn code_wrong(access: &Access, receiver: &Personal) -> Check {
    let code = access.verification_code;
    CODE_WRONG.require(code == Some(true), || {
        facts! { receiver: receiver.clone(), code: if code.is_none() { "missing" } else { "wrong" } }
    })
}
