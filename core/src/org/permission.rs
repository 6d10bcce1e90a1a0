//! Permission items (权限项): what an operator account may call.

use crate::decision::{Check, facts};
use crate::directory::Caller;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&ANY_OF, &UNLISTED, &IAM_USER];

rule! {
    /// An operator account must have at least one of the items an operation lists; an operation that lists none is open to all. The main
    /// account and administrators have every item.
    ANY_OF = "org.permission.any-of", call, "CBC.0151" 403, documented "API authorization page; the code is by analogy";
    zh "操作员账号至少需要具备操作所列的任一权限项;未列出权限项的操作不限制;主账号和管理员具备全部权限项";
    broken "the operator {member} has none of {items}", "操作员 {member} 不具备以下任一权限项:{items}";
    comply "have an administrator give the operator one of these items", "请管理员为该操作员授予其中一项权限";
}

pub(crate) fn any_of(caller: Caller, items: &[&str]) -> Check {
    ANY_OF.require(items.is_empty() || caller.has_any(items), || {
        let member = caller.member().map_or("", |member| member.member().as_str());
        facts! { member: member, items: items.iter().map(|item| (*item).into()).collect::<Vec<_>>() }
    })
}

rule! {
    /// An operation that lists no permission items is open to every operator account, whatever its roles.
    UNLISTED = "org.permission.unlisted", effect, documented "API authorization page";
    zh "未列出权限项的操作,任何操作员都可以使用";
}

rule! {
    /// Only the operator accounts that the partner made in the partner center get in. Users that it made in the cloud console are nobody here.
    IAM_USER = "org.permission.iam-user", effect, documented "questions and answers, organization";
    zh "只有在伙伴中心创建的操作员可以访问;在云控制台创建的 IAM 用户无权访问";
}
