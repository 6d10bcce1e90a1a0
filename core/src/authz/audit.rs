//! What is advised to a customer who agrees.

use super::ApproveAuthorization;
use crate::decision::{Check, facts};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&RECOMMEND];

rule! {
    /// A customer who has authorized its partner should record what is done in its account (CTS).
    RECOMMEND = "authz.audit.recommend", warning, documented "international manual, authorization management";
    zh "客户授权伙伴后,建议开启云审计服务(CTS)记录账号内的操作";
    broken "what is done in the account of {customer} is not known to be recorded", "客户 {customer} 的账号未确认开启云审计";
    comply "switch trace audit on", "请开启云审计服务";
}

pub(super) fn recommend(approve: &ApproveAuthorization) -> Check {
    RECOMMEND.require(approve.trace_audit_on, || facts! { customer: approve.customer.as_str() })
}
