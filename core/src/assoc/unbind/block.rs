//! What stands in the way of an end or a switch, whoever asks. All of it is asked at the request, and again at the approval.

use super::Call;
use crate::assoc::switch;
use crate::decision::{Actor, Check, facts};
use crate::directory::{Account, ContractKind, PartnerState};
use crate::rule::{Rule, rule};
use crate::site::Site;

pub(crate) static RULES: &[&Rule] = &[
    &INDEPENDENT_MEMBERS,
    &INDEPENDENT_MEMBER_SELF,
    &MEMBER_BY_MASTER,
    &MANUAL_FREEZE,
    &RESERVED_OR_SUPPORT,
    &ARREARS,
    &SPECIAL_CONTRACT,
    &PARTNER_FROZEN,
    &FRAMEWORK_REVIEW,
];

pub(super) fn checks(call: &Call) -> [Check; 9] {
    [
        independent_members(call),
        independent_member_self(call),
        member_by_master(call),
        manual_freeze(call),
        reserved_or_support(call),
        arrears(call),
        special_contract(call),
        partner_frozen(call),
        switch::to_resale_checks(call),
    ]
}

rule! {
    /// An enterprise master lets go of its members under independent accounting before its association ends or is switched.
    INDEPENDENT_MEMBERS = "assoc.unbind.independent-members", call, documented "manuals of the three sites, disassociation";
    zh "企业主账号须先移除非财务托管的企业子账号,才能解除或切换关联";
    broken "{customer} has the independent members {members}", "{customer} 仍有非财务托管子账号:{members}";
    comply "remove these members first", "请先移除这些子账号";
}

fn independent_members(call: &Call) -> Check {
    let members = || call.books.directory.independent_subs_of(call.customer.id());
    INDEPENDENT_MEMBERS.require(members().next().is_none(), || {
        facts! { customer: call.customer.id().as_str(), members: members().map(|member| member.id().into()).collect::<Vec<_>>() }
    })
}

rule! {
    /// On the China site a member under independent accounting leaves its enterprise master before its association ends or is switched.
    INDEPENDENT_MEMBER_SELF = "assoc.unbind.independent-member-self", call, documented "China site manual, disassociation";
    zh "中国站非财务托管的企业子账号须先退出企业,才能解除或切换关联";
    broken "{customer} is an independent member of {master}", "{customer} 是 {master} 的非财务托管子账号";
    comply "have the account leave its enterprise master first", "请先退出企业主账号";
}

fn independent_member_self(call: &Call) -> Check {
    match &call.customer.profile.account {
        Account::EnterpriseSub(sub) if call.books.policy.site == Site::Cn && !sub.financially_hosted => {
            let (customer, master) = (call.customer.id().as_str(), sub.master.as_str());
            INDEPENDENT_MEMBER_SELF.broken(facts! { customer: customer, master: master })
        }
        _ => Ok(()),
    }
}

rule! {
    /// A member account does not end or switch its association itself; its enterprise master does.
    ///
    /// A member under independent accounting on the China site has to leave first, which another rule says.
    MEMBER_BY_MASTER = "assoc.unbind.member-by-master", call, documented "China site manual, disassociation";
    zh "企业子账号不能自行解除或切换关联,须由其企业主账号操作";
    broken "{customer} is a member of {master}", "{customer} 是 {master} 的子账号";
    comply "have the enterprise master do it", "请由企业主账号操作";
}

fn member_by_master(call: &Call) -> Check {
    let itself = matches!(call.caller.actor, Actor::Customer(account) if account.customer == *call.customer.id());
    match &call.customer.profile.account {
        Account::EnterpriseSub(sub) if itself && (sub.financially_hosted || call.books.policy.site != Site::Cn) => {
            MEMBER_BY_MASTER.broken(facts! { customer: call.customer.id().as_str(), master: sub.master.as_str() })
        }
        _ => Ok(()),
    }
}

rule! {
    /// A customer that its partner has frozen is unfrozen first; that its account was frozen when it became a resale customer does not matter.
    MANUAL_FREEZE = "assoc.unbind.manual-freeze", call, documented "international and European manuals, disassociation; that an automatic freeze does not matter is derived";
    zh "被伙伴手动冻结的客户须先解冻;成为转售客户时的自动冻结不影响";
    broken "{customer} has been frozen by its partner since {since}", "{customer} 自 {since} 起被伙伴冻结";
    comply "have the partner unfreeze the customer first", "请先由伙伴解冻";
}

fn manual_freeze(call: &Call) -> Check {
    match call.books.freezes.of(call.customer.id()).filter(|frozen| !frozen.frozen.automatic) {
        Some(frozen) => MANUAL_FREEZE.broken(facts! { customer: call.customer.id().as_str(), since: frozen.since }),
        None => Ok(()),
    }
}

rule! {
    /// The customer has no reserved instance and no partner support plan in force, and but for the China site no service support plan, of its own
    /// or of a member under unified accounting.
    RESERVED_OR_SUPPORT = "assoc.unbind.reserved-or-support", call, documented "manuals of the three sites, disassociation; international manual, newest version; that the European site follows is derived";
    zh "客户不得有有效的预留实例或伙伴支持计划;国际站和欧洲站还不得有有效的服务支持计划(含财务托管子账号持有的)";
    broken "{customer} has until {until}: {held}", "{customer} 在 {until} 前持有:{held}";
    comply "wait until then, or end it first", "请等待到期或先行终止";
}

fn reserved_or_support(call: &Call) -> Check {
    let standing = call.customer.standing();
    let service = standing.service_support_plan_until.filter(|_| call.books.policy.site != Site::Cn);
    let plans = [
        ("reserved-instance", standing.reserved_instance_until),
        ("partner-support-plan", standing.partner_support_plan_until),
        ("service-support-plan", service),
    ];
    let held = || plans.iter().filter_map(|(name, until)| until.filter(|until| call.now < *until).map(|until| (*name, until)));
    RESERVED_OR_SUPPORT.require(held().next().is_none(), || {
        let until = held().map(|(_, until)| until).max().unwrap_or(call.now);
        let held = held().map(|(name, _)| name.into()).collect::<Vec<_>>();
        facts! { customer: call.customer.id().as_str(), until: until, held: held }
    })
}

rule! {
    /// A resale customer has no arrears: its partner allocates money and clears them first.
    ARREARS = "assoc.unbind.arrears", call, documented "China site manual and older international ones, the customer's request; that the partner's is alike is derived";
    zh "代售客户不得欠费,须先由伙伴拨款清欠";
    broken "{customer} owes {arrears}", "{customer} 欠费 {arrears}";
    comply "have the partner allocate what is owed", "请伙伴拨款结清欠费";
}

fn arrears(call: &Call) -> Check {
    let arrears = call.books.arrears(call.customer);
    ARREARS.require(!call.is_resale() || !arrears.is_positive(), || {
        facts! { customer: call.customer.id().as_str(), arrears: arrears }
    })
}

rule! {
    /// No special contract between customer and partner is in force: they settle it offline first.
    SPECIAL_CONTRACT = "assoc.unbind.special-contract", call, documented "China site manual, the customer's request; that the partner's is alike is derived";
    zh "客户与伙伴之间不得有生效的特殊合同,须先线下协商处理";
    broken "a special contract of {customer} with {partner} is in force", "{customer} 与 {partner} 的特殊合同仍生效";
    comply "settle the contract with the other side first", "请先与对方线下处理合同";
}

fn special_contract(call: &Call) -> Check {
    let in_force = call.customer.standing().contracts.contains(&ContractKind::PartnerSpecial);
    SPECIAL_CONTRACT.require(!in_force, || {
        facts! { customer: call.customer.id().as_str(), partner: call.association.partner.as_str() }
    })
}

rule! {
    /// The association of a resale customer does not end, and is not switched, while its partner or the distributor above it is frozen.
    PARTNER_FROZEN = "assoc.unbind.partner-frozen", call, documented "FAQ, frozen partners";
    zh "伙伴或其总经销商被冻结期间,不能解除或切换代售客户的关联";
    broken "{partner} is frozen", "{partner} 已被冻结";
    comply "have the vendor end the freeze of the partner first", "请先由华为云解除对伙伴的冻结";
}

fn partner_frozen(call: &Call) -> Check {
    let directory = call.books.directory;
    let partner = directory.partner(&call.association.partner).filter(|_| call.is_resale());
    let distributor = partner.and_then(|partner| directory.partner(partner.distributor.as_ref()?));
    match partner.into_iter().chain(distributor).find(|partner| partner.state == PartnerState::Frozen) {
        Some(frozen) => PARTNER_FROZEN.broken(facts! { partner: frozen.id.as_str() }),
        None => Ok(()),
    }
}

rule! {
    /// On the China site a request about a resale customer with a framework commercial contract goes to the vendor first, and to the other side
    /// when the vendor has passed it.
    FRAMEWORK_REVIEW = "assoc.unbind.framework-review", effect, documented "China site manual, disassociation";
    zh "中国站代售客户有框架商务合同的,申请先由华为云预审,通过后再由对方处理";
}

/// Whether the vendor sees the request first.
pub(super) fn in_review(call: &Call) -> bool {
    let framework = call.customer.standing().contracts.contains(&ContractKind::FrameworkCommercial);
    call.books.policy.site == Site::Cn && call.is_resale() && framework
}
