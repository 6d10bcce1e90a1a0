//! Who may become an issuer of cash coupons.

use crate::decision::{Check, facts};
use crate::directory::{Directory, Partner, PartnerKind};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&NOT_OTHER_SUB_CUSTOMER];

rule! {
    /// An account that is another partner's sub-customer cannot become a government-subsidy partner.
    NOT_OTHER_SUB_CUSTOMER = "cash.partner.not-other-sub-customer", call, documented "manual, cash coupons";
    zh "已是其他伙伴子客户的账号不能成为政府补贴类伙伴";
    broken "the account {account} is a sub-customer of {partner}", "账号 {account} 是 {partner} 的子客户";
    comply "end that association first", "请先解除该关联";
}

pub(crate) fn not_other_sub_customer(directory: &Directory, partner: &Partner) -> Check {
    let account = partner.account.as_ref().and_then(|account| directory.customer(account));
    let other = account.and_then(|account| account.association.as_ref()).map(|association| &association.partner);
    match (partner.kind, account, other) {
        (PartnerKind::GovernmentSubsidy, Some(account), Some(other)) if *other != partner.id => {
            NOT_OTHER_SUB_CUSTOMER.broken(facts! { account: account.id().as_str(), partner: other.as_str() })
        }
        _ => Ok(()),
    }
}
