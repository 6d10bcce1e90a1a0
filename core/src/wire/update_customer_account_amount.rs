//! UpdateCustomerAccountAmount (向客户账户拨款): allocates money to a resale customer.

use super::{Heard, Operation, Reply, adjust};
use crate::adjustment::AllocateToCustomer;
use crate::center::PartnerCenter;
use crate::command::Command;

pub(super) const OPERATION: Operation =
    Operation { name: "UpdateCustomerAccountAmount", method: "POST", path: "/v2/accounts/partner-accounts/adjust-amount", run };

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let allocate = AllocateToCustomer {
        customer_id: fields.needed("customer_id")?.as_str().into(),
        amount: adjust::amount(center, heard)?,
        indirect_partner_id: fields.text("indirect_partner_id")?.given(),
        // The console's alone, and ours alone.
        source: None,
        key: None,
    };
    adjust::allocate(center, heard, Command::AllocateToCustomer(allocate))
}
