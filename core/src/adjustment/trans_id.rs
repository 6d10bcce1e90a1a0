//! Ids of adjustments.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&SERVER_MADE];

rule! {
    /// An adjustment has an id that the partner center makes and answers with; its record and both statement lines have it, and records are found
    /// by it.
    SERVER_MADE = "adjustment.trans-id.server-made", effect, documented "UpdateCustomerAccountAmount, transfer_id; ReclaimToPartnerAccount, trans_id";
    zh "调账流水号由伙伴中心生成并返回,与调账记录及双方收支明细一致,可用于查询";
}
