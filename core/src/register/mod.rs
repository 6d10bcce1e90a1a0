//! Registration through the API: a partner makes an account for a customer of its own platform.
//!
//! The partner *checks* that name, phone number and e-mail address are free, has a *verification code* sent, and *creates* the
//! customer, whose association begins at once.

pub(crate) mod check;
pub(crate) mod code;
pub(crate) mod create;

use serde::{Deserialize, Serialize};

use crate::assoc::{AssociationBegun, FailedAssociation};
use crate::decision::{Check, facts};
use crate::directory::{Caller, Directory, without_country};
use crate::event::{Change, Event};
use crate::personal::Personal;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::table::{Entity, Table};
use crate::time::Timestamp;

pub use check::{CheckResult, RegistrationCheck, RegistrationCheckItem, RegistrationCheckRow, SearchType};
pub use code::{CodeScene, CodeSent, SendCode};
pub use create::{CreateCustomer, PasswordShape};

pub(crate) static RULES: &[&Rule] = &[&PERMISSION, &PHONE_FORMAT, &EMAIL_FORMAT, &GRANT_FAILED];

/// A code that was sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentCode {
    /// The code.
    pub code: CodeSent,
    /// When it was sent.
    pub sent_at: Timestamp,
}

/// The codes sent to one receiver.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentCodes {
    id: Personal,
    /// The newest of each scene.
    pub newest: Vec<SentCode>,
}

impl SentCodes {
    /// The newest one of a scene.
    pub fn of(&self, scene: CodeScene) -> Option<&SentCode> {
        self.newest.iter().find(|sent| sent.code.scene == scene)
    }
}

impl Entity for SentCodes {
    type Id = Personal;
    fn id(&self) -> &Personal {
        &self.id
    }
}

/// The book of registrations: the codes that were sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistrationBook {
    codes: Table<SentCodes>,
}

impl RegistrationBook {
    /// The codes sent to a receiver; a leading `0086-` makes no difference.
    pub fn codes_of(&self, receiver: &Personal) -> Option<&SentCodes> {
        self.codes.get(without_country(receiver.in_full()))
    }

    pub(crate) fn evolve(&mut self, event: &Event) {
        let Change::CodeSent(code) = &event.change else { return };
        let id = Personal::from(without_country(code.receiver.in_full()));
        let sent = SentCode { code: code.clone(), sent_at: event.at };
        self.codes.change(
            &id,
            || SentCodes { id: id.clone(), newest: Vec::new() },
            |codes| {
                codes.newest.retain(|other| other.code.scene != code.scene);
                codes.newest.push(sent);
            },
        );
    }
}

/// What opens registration to an operator account.
const ITEM: &str = "BPC_ITEM_SUBCUSTSERV_010118";

rule! {
    /// Registering customers is for partners: the main account, and operators with the item of it.
    PERMISSION = "register.permission", call, "CBC.0151" 403, documented "API authorization page; the code is by analogy";
    zh "只有伙伴可以注册客户:伙伴主账号,以及具备注册权限项的操作员";
    broken "{caller} may not register customers, which asks for {item}", "{caller} 无权注册客户,需要权限项 {item}";
    comply "have an administrator give the operator this item", "请管理员为该操作员授予此权限项";
}

pub(crate) fn permission(caller: Caller) -> Check {
    PERMISSION.require(caller.partner.is_some() && caller.has_any(&[ITEM]), || {
        let who = caller.member().map_or(caller.what(), |member| member.member().as_str());
        facts! { caller: who, item: ITEM }
    })
}

rule! {
    /// A phone number is a mainland one: 11 digits, the first a 1, with or without `0086-` before them. Only the China site takes one.
    PHONE_FORMAT = "register.phone-format", call, "CBC.5017" 400, documented "CreateSubCustomer, mobile_phone, and status codes";
    zh "手机号必须是中国大陆手机号:以 1 开头的 11 位数字,可带 0086- 前缀;仅中国站使用手机号";
    broken "{phone} is no phone number of the mainland, or the site {site} takes none", "{phone} 不是中国大陆手机号,或 {site} 站点不使用手机号";
    comply "give a mainland number on the China site, an e-mail address elsewhere", "中国站请填写大陆手机号,其他站点请填写邮箱";
}

pub(crate) fn phone_format(site: Site, phone: &Personal) -> Check {
    let digits = without_country(phone.in_full());
    let holds = site == Site::Cn && digits.len() == 11 && digits.starts_with('1') && all_digits(digits);
    PHONE_FORMAT.require(holds, || facts! { phone: phone.clone(), site: site.name() })
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

rule! {
    /// An e-mail address has a name and a host, and at most 256 characters. The China site takes none.
    EMAIL_FORMAT = "register.email-format", call, "CBC.0100" 400, derived "CreateSubCustomer of the other sites, email; the general code";
    zh "邮箱必须包含名称和域名,最多 256 个字符;中国站不使用邮箱注册";
    broken "{email} is no e-mail address, or the site {site} takes none", "{email} 不是邮箱,或 {site} 站点不使用邮箱";
    comply "give an e-mail address outside China, a phone number on the China site", "其他站点请填写邮箱,中国站请填写手机号";
}

pub(crate) fn email_format(site: Site, email: &Personal) -> Check {
    EMAIL_FORMAT.require(site != Site::Cn && is_email(email.in_full()), || facts! { email: email.clone(), site: site.name() })
}

fn is_email(text: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && !part.contains('@') && !part.contains(char::is_whitespace);
    text.chars().count() <= 256 && text.split_once('@').is_some_and(|(name, host)| plain(name) && plain(host))
}

/// Whether somebody signs in with a phone number, and how many accounts have it.
pub(crate) fn phone_use(directory: &Directory, phone: &Personal) -> (bool, usize) {
    directory
        .customers_by_phone(phone.in_full())
        .fold((false, 0), |(signs_in, count), customer| (signs_in || customer.profile.phone_signs_in, count.saturating_add(1)))
}

rule! {
    /// The account is made even when the grant to the partner fails; then it is nobody's customer, and the partner is told.
    GRANT_FAILED = "register.grant-failed", warning, "CBC.99000004" 400, documented "CreateSubCustomer, status codes";
    zh "客户向伙伴授权失败时,账号已创建但未关联任何伙伴,并告知该伙伴";
    broken "{customer} did not become a customer of {partner}: {reason}", "客户 {customer} 未能关联 {partner}:{reason}";
    comply "invite the customer", "请邀请该客户关联";
}

/// Asked when the association has failed: it is the only way to break it.
pub(crate) fn grant_failed(begun: &AssociationBegun, failed: &FailedAssociation) -> Check {
    GRANT_FAILED.broken(facts! {
        customer: begun.customer.as_str(), partner: begun.partner.as_str(), reason: failed.reason.as_str()
    })
}
