//! ReclaimIndirectPartnerAccount (回收云经销商账户余额): reclaims money from a cloud reseller.

use super::{Heard, Operation, Reply, adjust};
use crate::adjustment::ReclaimFromReseller;
use crate::center::PartnerCenter;
use crate::command::Command;

pub(super) const OPERATION: Operation = Operation {
    name: "ReclaimIndirectPartnerAccount",
    method: "POST",
    path: "/v2/accounts/partner-accounts/indirect-partner-reclaim",
    run,
};

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let indirect_partner_id = heard.fields.needed("indirect_partner_id")?.as_str().into();
    let reclaim = ReclaimFromReseller { indirect_partner_id, amount: adjust::amount(center, heard)?, key: None };
    adjust::reclaim(center, heard, Command::ReclaimFromReseller(reclaim))
}
