//! Account directors, who supervise account managers.

use crate::decision::{Check, facts};
use crate::directory::{Directory, Member, PresetRole};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&REMOVAL];

rule! {
    /// Who is no account director any more leaves the account managers under it without one, until they get another.
    REMOVAL = "org.director.removal", warning, documented "China site manual, members";
    zh "移除客户经理主管角色后,其下属客户经理将没有主管,需要重新指定";
    broken "{director} is no account director any more; {managers} have none until they get another", "{director} 不再是客户经理主管,{managers} 在重新指定前没有主管";
    comply "give these account managers another director", "请为这些客户经理重新指定主管";
}

/// Asked of one who loses the role, if it has it.
pub(crate) fn removal(directory: &Directory, director: &Member) -> Check {
    if !director.is(PresetRole::AccountDirector) {
        return Ok(());
    }
    let is_under = |member: &&Member| member.director.as_ref() == Some(director.member());
    let mut under = directory.members_of(director.partner()).filter(is_under).peekable();
    REMOVAL.require(under.peek().is_none(), || {
        facts! { director: director.member().as_str(), managers: under.map(|member| member.member().into()).collect::<Vec<_>>() }
    })
}
