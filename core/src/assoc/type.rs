//! The vendor's codes of association types.

use crate::decision::{Check, facts};
use crate::directory::AssociationMode;
use crate::rule::{Rule, rule};
use crate::site::Site;

pub(crate) static RULES: &[&Rule] = &[&UNKNOWN_CODE];

impl AssociationMode {
    /// The vendor's code at a site: agency resale has another one in China than elsewhere.
    pub fn code_at(self, site: Site) -> u8 {
        match (self, site) {
            (Self::Advisory, _) => 1,
            (Self::AgencyResale, Site::Cn) => 2,
            (Self::AgencyResale, Site::Intl | Site::Eu) => 3,
        }
    }

    /// The mode that any site knows by this code: no two sites mean different modes by one.
    pub(crate) fn of_any_code(code: &str) -> Option<Self> {
        [Site::Cn, Site::Intl, Site::Eu].into_iter().find_map(|site| Self::of_code(site, code))
    }

    /// The mode that a site knows by this code.
    pub fn of_code(site: Site, code: &str) -> Option<Self> {
        [Self::Advisory, Self::AgencyResale].into_iter().find(|mode| mode.code_at(site).to_string() == code)
    }
}

rule! {
    /// A code of an association type is one of the site's: 1 or 2 on the China site, 1 or 3 on the others.
    UNKNOWN_CODE = "assoc.type.unknown-code", call, "CBC.0100" 400, documented "SDK, ListSubCustomers, association_type";
    zh "关联类型编码必须是当前站点的编码:中国站为 1 或 2,其他站点为 1 或 3";
    broken "the site {site} has no association type {code}", "{site} 站点没有关联类型 {code}";
    comply "send a code of this site, or none", "请使用本站点的编码,或不填";
}

pub(crate) fn unknown_code(site: Site, code: Option<&str>) -> Check {
    let Some(code) = code else { return Ok(()) };
    UNKNOWN_CODE.require(AssociationMode::of_code(site, code).is_some(), || facts! { site: site.name(), code: code })
}
