//! Working inside a customer's account.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&SWITCH_ROLE];

rule! {
    /// Who acts on behalf works in the customer's account until it switches its role back: what is ordered is the customer's, and who
    /// acted, and by which authorization, is told beside.
    SWITCH_ROLE = "authz.session.switch-role", effect, documented "manual, operating on behalf of a customer";
    zh "代客操作时切换到客户账号,通过“切换角色”返回;订购内容归客户所有,并记录操作人及所依据的授权";
}
