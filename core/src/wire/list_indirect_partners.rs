//! ListIndirectPartners (查询云经销商列表): a distributor's resellers.

use serde::Serialize;

use super::{Heard, Operation, Reply, Response, shown};
use crate::center::PartnerCenter;
use crate::customer::{ResellerItem, Resellers};

pub(super) const OPERATION: Operation =
    Operation { name: "ListIndirectPartners", method: "POST", path: "/v2/partners/indirect-partners/query", run };

#[derive(Serialize)]
struct Body<'a> {
    count: usize,
    indirect_partners: Vec<IndirectPartnerInfo<'a>>,
}

/// When a reseller joined, and who manages it, is recorded nowhere.
#[derive(Serialize)]
struct IndirectPartnerInfo<'a> {
    indirect_partner_id: &'a str,
    account_name: &'a str,
    name: &'a str,
}

impl<'a> IndirectPartnerInfo<'a> {
    fn of(item: &'a ResellerItem) -> Self {
        let indirect_partner_id = item.indirect_partner_id.as_str();
        Self { indirect_partner_id, account_name: &item.account_name, name: &item.name }
    }
}

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let query = Resellers {
        indirect_partner_id: fields.text("indirect_partner_id")?.filter(),
        account_name: fields.text("account_name")?.or_ignored(),
        offset: fields.whole("offset")?.or_empty_refused("offset")?,
        limit: fields.whole("limit")?.or_empty_refused("limit")?,
        ..Resellers::default()
    };
    let page = shown(center.resellers(heard.viewer(), &query))?;
    let indirect_partners = page.items.iter().map(IndirectPartnerInfo::of).collect();
    Response::json(200, &Body { count: page.total, indirect_partners })
}
