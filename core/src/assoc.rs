//! Association: whose customer somebody is. Here only what coupons need of it.

use crate::decision::{Check, facts};
use crate::directory::{Customer, Directory, Partner};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&SINGLE_PARTNER, &IS_ASSOCIATED, &TRANSFER_WITHIN_DISTRIBUTOR];

rule! {
    /// A customer has at most one partner.
    SINGLE_PARTNER = "assoc.single-partner", call, documented "international manual, invited customers";
    zh "一个客户最多关联一个伙伴";
    broken "the customer {customer} is associated with {partner}", "客户 {customer} 已关联 {partner}";
    comply "end that association first", "请先解除该关联";
}

pub(crate) fn single_partner(customer: &Customer) -> Check {
    match &customer.association {
        Some(association) => {
            SINGLE_PARTNER.broken(facts! { customer: customer.id().as_str(), partner: association.partner.as_str() })
        }
        None => Ok(()),
    }
}

rule! {
    /// Only an association that there is can be ended, switched or moved.
    IS_ASSOCIATED = "assoc.is-associated", call, derived "there is nothing to end otherwise";
    zh "只有已有的关联才能解除、切换或转移";
    broken "the customer {customer} is associated with nobody", "客户 {customer} 未关联任何伙伴";
    comply "associate the customer first", "请先建立关联";
}

pub(crate) fn is_associated(customer: &Customer) -> Check {
    IS_ASSOCIATED.require(customer.association.is_some(), || facts! { customer: customer.id().as_str() })
}

rule! {
    /// A customer moves only between partners of one distributor: its resellers, and the distributor itself.
    TRANSFER_WITHIN_DISTRIBUTOR = "assoc.transfer-within-distributor", call, assumed "record type 9 names a cloud-reseller transfer";
    zh "客户只能在同一总经销商体系内转移";
    broken "{from} and {to} are not of one distributor", "{from} 与 {to} 不属于同一总经销商";
    comply "end the association and establish another", "请先解除关联再重新关联";
}

pub(crate) fn transfer_within_distributor(directory: &Directory, customer: &Customer, to: &Partner) -> Check {
    let Some(from) = customer.association.as_ref().and_then(|association| directory.partner(&association.partner)) else {
        return Ok(());
    };
    let top = |partner: &Partner| partner.distributor.clone().unwrap_or_else(|| partner.id.clone());
    TRANSFER_WITHIN_DISTRIBUTOR.require(top(from) == top(to) && from.id != to.id, || {
        facts! { from: from.id.as_str(), to: to.id.as_str() }
    })
}
