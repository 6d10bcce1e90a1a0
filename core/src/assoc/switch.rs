//! Switching how customer and partner work together (切换关联类型), on the China site. It is asked for and answered as an end is.

use super::resale;
use super::unbind::{AssociationChange, Call};
use crate::decision::{Check, facts};
use crate::directory::AssociationMode;
use crate::rule::{Rule, rule};
use crate::site::Site;

pub(crate) static RULES: &[&Rule] = &[&SITE, &SAME_TYPE, &TO_RESALE_CHECKS];

/// The new mode, if the call is about one.
fn mode(call: &Call) -> Option<AssociationMode> {
    match call.change {
        AssociationChange::Switch(new) => Some(new.mode),
        AssociationChange::Disassociate(_) => None,
    }
}

/// What a request to switch is asked beside what every request is.
pub(super) fn request(call: &Call) -> [Check; 2] {
    mode(call).map_or([Ok(()), Ok(())], |mode| [site(call), same_type(call, mode)])
}

rule! {
    /// Only on the China site can an association be switched to the other type.
    SITE = "assoc.switch.site", call, derived "the other manuals know resale from the invitation on, and no switch";
    zh "只有中国站可以切换关联类型";
    broken "this is no China site", "当前不是中国站";
    comply "end the association and establish another", "请先解除关联再重新关联";
}

fn site(call: &Call) -> Check {
    SITE.require(call.books.policy.site == Site::Cn, Vec::new)
}

rule! {
    /// The new type differs from the one there is.
    SAME_TYPE = "assoc.switch.same-type", call, assumed "there is nothing to switch otherwise";
    zh "新的关联类型必须与当前不同";
    broken "the association of {customer} is {mode} already", "客户 {customer} 的关联类型已是 {mode}";
    comply "ask for the other type", "请选择另一种关联类型";
}

fn same_type(call: &Call, mode: AssociationMode) -> Check {
    SAME_TYPE.require(call.association.mode != Some(mode), || {
        facts! { customer: call.customer.id().as_str(), mode: mode.name() }
    })
}

rule! {
    /// Who is switched to resale passes what every resale customer passes.
    TO_RESALE_CHECKS = "assoc.switch.to-resale-checks", call, derived "China site manual, switching to resale";
    zh "切换为代售时,客户须满足代售关联的全部条件";
    broken "the customer {customer} cannot be a resale customer: {rules}", "客户 {customer} 不能成为代售客户:{rules}";
    comply "comply with these rules first", "请先满足这些规则";
}

pub(super) fn to_resale_checks(call: &Call) -> Check {
    if mode(call) != Some(AssociationMode::AgencyResale) {
        return Ok(());
    }
    let policy = call.books.policy;
    let checks = resale::block::checks(call.books, call.customer, call.now);
    let broken = checks.into_iter().filter_map(Check::err).filter(|breach| policy.enforces(breach.rule));
    let broken = broken.map(|breach| breach.rule.id.into()).collect::<Vec<_>>();
    TO_RESALE_CHECKS.require(broken.is_empty(), || facts! { customer: call.customer.id().as_str(), rules: broken })
}
