//! What an authorization covers.

use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&FULL, &NO_PARTNER_VENDOR_CHANGE];

rule! {
    /// One authorization covers both ordering and operating; it cannot be given for a part.
    FULL = "authz.scope.full", effect, documented "international manual, authorization letter";
    zh "一次授权同时涵盖代客下单与代客运维,不可拆分";
}

rule! {
    /// An authorization binds partner and customer alone: it changes nothing between either of them and the vendor.
    NO_PARTNER_VENDOR_CHANGE = "authz.scope.no-partner-vendor-change", effect, documented "commitment letter";
    zh "客户授权仅约束伙伴与客户双方,不改变任一方与华为云之间的约定";
}
