//! ReclaimToPartnerAccount (回收客户账户余额): reclaims money from a resale customer.

use super::{Heard, Operation, Reply, adjust};
use crate::adjustment::ReclaimFromCustomer;
use crate::center::PartnerCenter;
use crate::command::Command;

pub(super) const OPERATION: Operation =
    Operation { name: "ReclaimToPartnerAccount", method: "POST", path: "/v2/accounts/partner-accounts/reclaim", run };

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let reclaim = ReclaimFromCustomer {
        customer_id: fields.needed("customer_id")?.as_str().into(),
        amount: adjust::amount(center, heard)?,
        indirect_partner_id: fields.text("indirect_partner_id")?.given(),
        key: None,
    };
    adjust::reclaim(center, heard, Command::ReclaimFromCustomer(reclaim))
}
