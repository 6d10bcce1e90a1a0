//! UpdateIndirectPartnerAccount (向云经销商账户拨款): allocates money to a cloud reseller.

use super::{Heard, Operation, Reply, adjust};
use crate::adjustment::AllocateToReseller;
use crate::center::PartnerCenter;
use crate::command::Command;

pub(super) const OPERATION: Operation = Operation {
    name: "UpdateIndirectPartnerAccount",
    method: "POST",
    path: "/v2/accounts/partner-accounts/indirect-partner-adjust",
    run,
};

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let indirect_partner_id = heard.fields.needed("indirect_partner_id")?.as_str().into();
    let allocate = AllocateToReseller { indirect_partner_id, amount: adjust::amount(center, heard)?, key: None };
    adjust::allocate(center, heard, Command::AllocateToReseller(allocate))
}
