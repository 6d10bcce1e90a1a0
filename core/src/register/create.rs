//! A partner makes an account for a customer.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{code, email_format, permission, phone_format, phone_use};
use crate::assoc::AssociationBegun;
use crate::assoc::create::{mode, partner_may, reseller_permission, result_async, vendor_reserved};
use crate::center::{Books, fingerprint_of};
use crate::coupon::access::{rate_limit, reseller_via_distributor};
use crate::decision::{Accepted, Check, Decided, Request, Review, Row, facts};
use crate::directory::{Directory, Partner, Profile, Xaccount};
use crate::error::Malformed;
use crate::event::Change;
use crate::id::{CustomerId, Given, PartnerId, RequestId};
use crate::personal::Personal;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] =
    &[&NAME_FORMAT, &PASSWORD_FORMAT, &NAME_TAKEN, &PHONE_TAKEN, &PHONE_LIMIT, &EMAIL_TAKEN, &XACCOUNT_UNIQUE, &NAME_MADE];

/// Makes an account for a customer, who becomes the partner's. What is found out of the verification code that came along is told by the
/// request's access. Vendor: CreateSubCustomer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateCustomer {
    /// The name of the account; one of 32 characters is made up, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain_name: Option<Personal>,
    /// The phone number (China site).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Personal>,
    /// The e-mail address (the other sites).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
    /// The user of the partner's platform.
    pub xaccount: Xaccount,
    /// The password, as far as the rules judge it; the password itself is never here. Without one nobody signs in to the account directly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<PasswordShape>,
    /// Referral, when it is `1` on the China site; resale otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cooperation_type: Option<String>,
    /// The reseller whose customer it will be, when a distributor asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
    /// Whether the caller waits for the association.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub include_association_result: bool,
}

/// What the rules judge of a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PasswordShape {
    /// How many of the four classes it has: capitals, small letters, digits, special characters.
    pub classes: u8,
    /// Whether it is the name of the account, or that backwards.
    pub is_name: bool,
    /// Whether it contains the phone number or the e-mail address.
    pub contains_contact: bool,
}

pub(crate) fn decide(books: Books, request: &Request, create: &CreateCustomer) -> Decided {
    let caller = books.caller(request)?;
    let (site, now) = (books.policy.site, request.at);
    let mode = mode(site, create.cooperation_type.as_deref());
    let reseller = create.indirect_partner_id.as_ref().filter(|given| !given.text().is_empty());
    let party = caller.party(reseller);

    let mut review = Review::new(books.policy);
    review.ask([rate_limit(caller), reseller_via_distributor(caller), permission(caller), reseller_permission(caller, reseller)]);
    if let Some(party) = party {
        review.ask(partner_may(books, party, mode));
    }
    let (name, phone, email) = (&create.domain_name, &create.phone, &create.email);
    review.ask(name.iter().map(name_format));
    review.ask(phone.iter().map(|phone| phone_format(site, phone)));
    review.ask(email.iter().map(|email| email_format(site, email)));
    review.ask(create.password.iter().map(password_format));
    let directory = books.directory;
    review.ask(name.iter().map(|name| name_taken(directory, name)));
    review.ask(phone.iter().flat_map(|phone| [phone_taken(books, phone), phone_limit(books, phone)]));
    review.ask(email.iter().map(|email| email_taken(directory, email)));
    review.ask(party.into_iter().map(|party| xaccount_unique(books, party, &create.xaccount)));
    review.ask(phone.iter().map(|phone| vendor_reserved(phone, directory.customers_by_phone(phone.in_full()), now)));
    review.ask(email.iter().map(|email| vendor_reserved(email, directory.customers_by_email(email.in_full()), now)));
    for receiver in phone.iter().chain(email) {
        review.ask(code::checks(books, &request.access, receiver, now));
    }
    let Some(party) = party.filter(|_| !review.is_refused()) else { return Ok(review.refuse()) };

    let mut accepted = Accepted::new(request);
    let customer = CustomerId::made(accepted.new_id());
    if books.directory.customer(&customer).is_some() {
        let expected = format!("an id whose account `{customer}` is not there yet");
        return Err(Malformed { field: "id".into(), expected, found: Some(request.id.to_string()) }.into());
    }
    let name = create.domain_name.clone().unwrap_or_else(|| made_up(books.directory, &request.id));
    accepted.event(Change::CustomerSet(Profile {
        account_name: name.clone(),
        phone: create.phone.clone().unwrap_or_default(),
        phone_signs_in: create.phone.is_some() && create.password.is_some(),
        email: create.email.clone().unwrap_or_default(),
        registered_at: Some(now),
        xaccount: Some(create.xaccount.clone()),
        ..Profile::new(customer.clone())
    }));
    let begun = AssociationBegun { customer: customer.clone(), partner: party.id.clone(), mode };
    accepted.event(Change::AssociationBegun(begun.clone()));
    if books.policy.readings.association_completes_at_once {
        books.join(&mut accepted, &begun.completed())?;
    } else if let Err(breach) = result_async(&begun, create.include_association_result) {
        accepted.warn(vec![*breach]);
    }
    let id: Arc<str> = (&customer).into();
    accepted.lone_row(Row { id: Some(id), ..Row::done(name.in_full()) });
    Ok(accepted.decision())
}

rule! {
    /// The name of an account has 5 to 32 letters, digits, `_` and `-`, and starts with no digit, nor with `op_` or `shadow_`.
    NAME_FORMAT = "register.name-format", call, "CBC.99000031" 400, documented "CreateSubCustomer, domain_name, and status codes";
    zh "账号名须为 5 到 32 个字母、数字、下划线或连字符,不能以数字、op_ 或 shadow_ 开头";
    broken "{name} is no name for an account", "{name} 不是合法的账号名";
    comply "give another name, or none", "请更换账号名,或不填";
}

fn name_format(name: &Personal) -> Check {
    let name_text = name.in_full();
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let holds = (5..=32).contains(&name_text.len())
        && name_text.bytes().all(sign)
        && !name_text.starts_with(|first: char| first.is_ascii_digit())
        && !["op_", "shadow_"].iter().any(|start| name_text.starts_with(start));
    NAME_FORMAT.require(holds, || facts! { name: name.clone() })
}

rule! {
    /// No two accounts have the same name.
    NAME_TAKEN = "register.name-taken", call, "CBC.99000038" 400, documented "CreateSubCustomer, status codes";
    zh "账号名不能重复";
    broken "there is an account {name}", "账号名 {name} 已存在";
    comply "give another name, or none", "请更换账号名,或不填";
}

fn name_taken(directory: &Directory, name: &Personal) -> Check {
    let taken = directory.customers_by_account_name(name.in_full()).next().is_some();
    NAME_TAKEN.require(!taken, || facts! { name: name.clone() })
}

rule! {
    /// A phone number with which somebody signs in to an account gets no other account.
    PHONE_TAKEN = "register.phone-taken", call, "CBC.99000029" 400, documented "CreateSubCustomer, status codes";
    zh "已绑定账号用于登录的手机号不能再注册";
    broken "{phone} is bound to an account", "手机号 {phone} 已绑定账号";
    comply "give another phone number, or none", "请更换手机号,或不填";
}

fn phone_taken(books: Books, phone: &Personal) -> Check {
    let (signs_in, _) = phone_use(books.directory, phone);
    PHONE_TAKEN.require(!signs_in, || facts! { phone: phone.clone() })
}

rule! {
    /// At most 5 accounts have one phone number.
    PHONE_LIMIT = "register.phone-limit", call, "CBC.99000030" 400, documented "CreateSubCustomer, status codes; the number is ours";
    zh "同一手机号最多注册 5 个账号";
    broken "{count} accounts have {phone}, at most {limit} may", "手机号 {phone} 已注册 {count} 个账号,最多 {limit} 个";
    comply "give another phone number, or none", "请更换手机号,或不填";
}

fn phone_limit(books: Books, phone: &Personal) -> Check {
    let (_, count) = phone_use(books.directory, phone);
    let limit = books.policy.limits.registrations_per_phone;
    PHONE_LIMIT.require(count < limit, || facts! { count: count, phone: phone.clone(), limit: limit })
}

rule! {
    /// An e-mail address that an account has gets no other account.
    EMAIL_TAKEN = "register.email-taken", call, derived "SDK, CheckUserIdentity, search_type: an e-mail address is available or used";
    zh "已被账号使用的邮箱不能再注册";
    broken "{email} is bound to an account", "邮箱 {email} 已绑定账号";
    comply "give another e-mail address, or none", "请更换邮箱,或不填";
}

fn email_taken(directory: &Directory, email: &Personal) -> Check {
    let taken = directory.customers_by_email(email.in_full()).next().is_some();
    EMAIL_TAKEN.require(!taken, || facts! { email: email.clone() })
}

rule! {
    /// A password has at least two of the four classes of characters, is not the name of the account forwards or backwards, and does
    /// not contain the phone number or the e-mail address.
    PASSWORD_FORMAT = "register.password-format", call, "CBC.99000036" 400, documented "CreateSubCustomer, password, and status codes";
    zh "密码至少包含大写字母、小写字母、数字、特殊字符中的两类,不能是账号名或其倒序,不能包含手机号或邮箱";
    broken "the password has {classes} classes of characters; it is the name: {is_name}; it contains the contact: {contains_contact}", "密码包含 {classes} 类字符;与账号名相同或倒序:{is_name};包含手机号或邮箱:{contains_contact}";
    comply "choose another password, or none", "请更换密码,或不设置密码";
}

fn password_format(password: &PasswordShape) -> Check {
    let PasswordShape { classes, is_name, contains_contact } = *password;
    let yes = |it: bool| if it { "yes" } else { "no" };
    PASSWORD_FORMAT.require(classes >= 2 && !is_name && !contains_contact, || {
        facts! { classes: u32::from(classes), is_name: yes(is_name), contains_contact: yes(contains_contact) }
    })
}

rule! {
    /// Of one partner's customers, those on the way included, at most one stands for a user of its platform.
    XACCOUNT_UNIQUE = "register.xaccount-unique", call, "CBC.99000039" 400, documented "CreateSubCustomer, xaccount_id, and status codes";
    zh "同一伙伴下,平台用户 ID 不能重复(含正在关联的客户)";
    broken "the customer {customer} stands for the user {xaccount} already", "平台用户 {xaccount} 已对应客户 {customer}";
    comply "use that customer", "请使用已有客户";
}

fn xaccount_unique(books: Books, party: &Partner, xaccount: &Xaccount) -> Check {
    let mut same = books.directory.customers_by_xaccount(&xaccount.id);
    let theirs = same.find(|customer| {
        customer.is_of(&party.id) || books.associations.begun(customer.id()).is_some_and(|begun| begun.partner == party.id)
    });
    match theirs {
        Some(customer) => XACCOUNT_UNIQUE.broken(facts! { customer: customer.id().as_str(), xaccount: xaccount.id.as_str() }),
        None => Ok(()),
    }
}

rule! {
    /// An account for which no name is given gets one of 32 characters that no other account has.
    NAME_MADE = "register.name-made", effect, documented "CreateSubCustomer, domain_name";
    zh "未填写账号名时,系统生成 32 个字符且不重复的账号名";
}

/// Made from the request, so that the same one always makes the same name.
fn made_up(directory: &Directory, request: &RequestId) -> Personal {
    let mut name = String::new();
    for attempt in 0_u64.. {
        let [first, second] = [0_u64, 1].map(|half| fingerprint_of(&(request, attempt, half)));
        name = format!("c{first:016x}{:015x}", second >> 4);
        if directory.customers_by_account_name(&name).next().is_none() {
            break;
        }
    }
    name.into()
}
