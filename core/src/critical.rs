//! Critical operations (敏感操作): where the option is on, they come with a verification code.

use crate::decision::{Actor, Channel, Check, facts};
use crate::directory::Caller;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&VERIFY_CODE];

rule! {
    /// Where a partner or a customer has switched verification codes on, ending and switching associations, and answering such
    /// requests, must come with a right one. Only the console has codes; the option is off by default.
    VERIFY_CODE = "critical.verify-code", call, documented "China site manual, critical operations; European manual, the default";
    zh "伙伴或客户开启敏感操作验证后,解除关联、切换关联类型及处理相关申请必须输入正确的验证码;仅控制台有验证码,默认关闭";
    broken "the verification code is {code}", "验证码{code}";
    comply "enter the code that was sent", "请输入收到的验证码";
}

pub(crate) fn verify_code(caller: Caller) -> Check {
    let on = match (caller.partner, caller.actor) {
        (Some(partner), _) => partner.asks_verification_code,
        (None, Actor::Customer(account)) => {
            caller.directory.customer(&account.customer).is_some_and(|customer| customer.profile.asks_verification_code)
        }
        _ => false,
    };
    let code = caller.access.verification_code;
    VERIFY_CODE.require(!on || caller.access.channel != Channel::Console || code == Some(true), || {
        facts! { code: if code.is_none() { "missing" } else { "wrong" } }
    })
}
