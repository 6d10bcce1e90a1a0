//! Personal data: who sees it in full.

use super::{CUSTOMER_MANAGEMENT, CUSTOMER_WARNINGS, Caller, OWN_CUSTOMER_LIST, RESELLER_CUSTOMER_LIST};
use crate::decision::{Actor, Check, facts};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&MASKED, &REVEAL];

rule! {
    /// Names of customers and of accounts, phone numbers and e-mail addresses are masked in lists, files, messages and logs
    /// unless they are asked for.
    MASKED = "directory.personal.masked", view, documented "manual, customer lists and their exports; China site, customer warnings";
    zh "客户名称、账号名、手机号和邮箱在列表、导出文件、消息和日志中默认脱敏,主动查看时才显示明文";
}

rule! {
    /// Personal data in full is for those who manage customers: the main account, and operators with an item of the pages of
    /// customers or of customer warnings.
    REVEAL = "directory.personal.reveal", call, "CBC.0151" 403, assumed "the pages have a switch for everybody who can open them";
    zh "只有管理客户的人员可以查看个人信息明文:伙伴主账号,以及具备客户管理或客户预警权限的操作员";
    broken "{actor} may not see personal data in full", "{actor} 无权查看个人信息明文";
    comply "ask without it, or have an administrator give you the page of customers", "请不查看明文,或请管理员授予客户管理权限";
}

/// The items that open the pages on which personal data can be seen in full.
const PAGES: [&str; 4] = [OWN_CUSTOMER_LIST, RESELLER_CUSTOMER_LIST, CUSTOMER_MANAGEMENT, CUSTOMER_WARNINGS];

/// Whether somebody may see personal data in full.
pub(crate) fn may(caller: Caller) -> bool {
    caller.has_any(&PAGES)
}

pub(crate) fn reveal(caller: Caller) -> Check {
    REVEAL.require(!caller.reveal || may(caller), || {
        let who = match caller.actor {
            Actor::Member(account) => account.member.as_str(),
            actor => actor.type_name(),
        };
        facts! { actor: who }
    })
}
