//! Whether a name, a phone number or an e-mail address is free.

use serde::{Deserialize, Serialize};

use super::{all_digits, is_email, permission, phone_use};
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{rate_limit, reseller_via_distributor};
use crate::decision::{Check, Review, facts};
use crate::directory::Caller;
use crate::error::Error;
use crate::export::{Export, row};
use crate::personal::Personal;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::view::View;

pub(crate) static RULES: &[&Rule] = &[&CHECK_VALUE, &CHECK_RESULT];

/// Asks whether a name, a phone number or an e-mail address is free for a new account.
///
/// Vendor: CheckUserIdentity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegistrationCheck {
    /// What is looked for.
    pub search_type: SearchType,
    /// The name, the phone number with its country code, such as `0086-13812345678`, or the e-mail address.
    pub search_value: Personal,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SearchType {
    /// An e-mail address.
    Email,
    /// A phone number.
    Mobile,
    /// The name of an account.
    Name,
}

crate::named::named!(SearchType: Email = "email", Mobile = "mobile", Name = "name");

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CheckResult {
    /// A new account can have it.
    Available,
    /// It cannot. The vendor writes `used_by_user`.
    UsedByUser,
}

row! {
    /// What a check found.
    pub struct RegistrationCheckRow {
        /// Whether a new account can have it.
        pub check_result: CheckResult,
        /// Of a phone number: how many further accounts can have it.
        pub mobile_remaining: Option<usize>,
    }
}

/// What a check found.
pub type RegistrationCheckItem = RegistrationCheckRow;

impl RegistrationCheck {
    pub(crate) fn answer(&self, books: Books, caller: Caller) -> View<RegistrationCheckItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        review.ask([
            rate_limit(caller),
            reseller_via_distributor(caller),
            permission(caller),
            self.check_value(books.policy.site),
        ]);
        if review.is_refused() {
            return View::refused(review);
        }
        View { breaches: Vec::new(), total: 1, items: vec![self.result(books)] }
    }
}

rule! {
    /// What is checked has at most 64 characters and the form of its kind.
    ///
    /// A phone number is a country code of four digits that starts with `00`, on the China site `0086`, then `-` and digits. A name has 5 to
    /// 32 letters, digits, `_` and `-`, the first a letter or `-`: an account may be made whose name starts with `_`, and not be checked.
    CHECK_VALUE = "register.check-value", call, "CBC.0100" 400, documented "SDK, CheckUserIdentity, search_value";
    zh "检查的内容最多 64 个字符,且必须符合对应类型的格式";
    broken "{value} is no {search_type} that can be checked", "{value} 不符合 {search_type} 的检查格式";
    comply "give a value of that form", "请按格式填写";
}

impl RegistrationCheck {
    fn check_value(&self, site: Site) -> Check {
        let text = self.search_value.in_full();
        let of_its_form = match self.search_type {
            SearchType::Email => is_email(text),
            SearchType::Mobile => text.split_once('-').is_some_and(|(country, number)| {
                let known = if site == Site::Cn { country == "0086" } else { country.starts_with("00") };
                known && country.len() == 4 && all_digits(country) && !number.is_empty() && all_digits(number)
            }),
            SearchType::Name => {
                let sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
                (5..=32).contains(&text.len())
                    && text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-')
                    && text.bytes().all(sign)
            }
        };
        CHECK_VALUE.require(of_its_form && text.chars().count() <= 64, || {
            facts! { value: self.search_value.clone(), search_type: self.search_type.name() }
        })
    }
}

rule! {
    /// A name or an e-mail address is used when an account has it; a phone number, when somebody signs in with it or as many accounts
    /// have it as may. Of a phone number it is told how many more may.
    CHECK_RESULT = "register.check-result", view, documented "SDK, CheckUserIdentity, check_result and mobile_remain_available_num";
    zh "账号名或邮箱已有账号使用即为已占用;手机号已绑定登录或注册数达到上限即为已占用,并返回还可注册的数量";
}

impl RegistrationCheck {
    fn result(&self, books: Books) -> RegistrationCheckItem {
        let (directory, text) = (books.directory, self.search_value.in_full());
        let (is_used, mobile_remaining) = match self.search_type {
            SearchType::Email => (directory.customers_by_email(text).next().is_some(), None),
            SearchType::Name => (directory.customers_by_account_name(text).next().is_some(), None),
            SearchType::Mobile => {
                let (signs_in, count) = phone_use(directory, &self.search_value);
                let left = books.policy.limits.registrations_per_phone.saturating_sub(count);
                let left = if signs_in { 0 } else { left };
                (left == 0, Some(left))
            }
        };
        let check_result = if is_used { CheckResult::UsedByUser } else { CheckResult::Available };
        RegistrationCheckItem { check_result, mobile_remaining }
    }
}

impl Export for RegistrationCheck {
    type Row = RegistrationCheckRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<RegistrationCheckRow>, Error> {
        Ok(self.answer(center.books(), center.viewer(viewer)?))
    }
}
