//! FreezeSubCustomers (冻结客户) and UnfreezeSubCustomers (解冻客户), of the international and European sites.

use serde::Serialize;

use super::refusal::{ErrorDetail, Refusal};
use super::{Heard, Operation, Reply, Response};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::freeze::{FreezeCustomers, FreezeType};
use crate::id::Given;

pub(super) const FREEZE: Operation =
    Operation { name: "FreezeSubCustomers", method: "POST", path: "/v2/partners/sub-customers/freeze", run: freeze };

pub(super) const UNFREEZE: Operation =
    Operation { name: "UnfreezeSubCustomers", method: "POST", path: "/v2/partners/sub-customers/unfreeze", run: unfreeze };

#[derive(Serialize)]
struct Body<'a> {
    error_details: Vec<ErrorDetail<'a>>,
}

fn freeze(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let command = Command::FreezeCustomers(form(heard, "freeze_type")?);
    answer(center, heard, command)
}

fn unfreeze(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let command = Command::UnfreezeCustomers(form(heard, "unfreeze_type")?);
    answer(center, heard, command)
}

fn form(heard: &Heard, type_field: &str) -> Result<FreezeCustomers, Refusal> {
    let fields = &heard.fields;
    let customer_ids = fields.texts("customer_ids")?.or_none();
    let freeze_type = fields.text(type_field)?.optional().map(|text| match text.as_str() {
        "ACCOUNT" => Given::Valid(FreezeType::Account),
        "ACCOUNT_AND_RESOURCE" => Given::Valid(FreezeType::AccountAndResources),
        other => Given::Invalid(other.into()),
    });
    Ok(FreezeCustomers {
        customer_ids: customer_ids.iter().map(|id| id.as_str().into()).collect(),
        reason: fields.text("reason")?.optional().unwrap_or_default().into(),
        freeze_type,
        indirect_partner_id: fields.text("indirect_partner_id")?.given(),
        all_or_nothing: false,
    })
}

fn answer(center: &mut PartnerCenter, heard: &Heard, command: Command) -> Reply {
    let decision = heard.handle(center, command)?;
    let refused = decision.rows.iter().filter(|row| !row.breaches.is_empty());
    let error_details = refused.map(|row| ErrorDetail::of_row(&row.subject, &row.breaches, heard.call.language));
    Response::json(200, &Body { error_details: error_details.collect() })
}
