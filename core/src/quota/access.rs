//! Who may do anything with child quotas.

use crate::coupon::access::Caller;
use crate::decision::{Check, facts};
use crate::directory::PartnerKind;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&DISTRIBUTOR_ONLY];

rule! {
    /// Granting, reclaiming and looking at child quotas is for general distributors only.
    DISTRIBUTOR_ONLY = "quota.access.distributor-only", call, "CBC.0151" 403, documented "UpdateCouponQuotas and the other child-quota operations, caller";
    zh "云经销商额度的发放、回收和查询仅限华为云总经销商";
    broken "the caller is {caller}, not a general distributor", "调用方是 {caller},不是华为云总经销商";
    comply "have the general distributor make the call", "请由华为云总经销商调用";
}

pub(crate) fn distributor_only(caller: Caller) -> Check {
    let is_distributor = caller.partner.is_some_and(|partner| partner.kind == PartnerKind::GeneralDistributor);
    DISTRIBUTOR_ONLY.require(is_distributor, || facts! { caller: caller.what() })
}
