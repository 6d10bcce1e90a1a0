//! What the four adjustments have in common: an amount to the cent, and an answer that names the adjustment.

use serde::Serialize;

use super::refusal::Reasons;
use super::{Heard, Reply, Response};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::decision::Decision;
use crate::error::Malformed;
use crate::money::Money;

#[derive(Serialize)]
struct Allocated<'a> {
    transfer_id: &'a str,
    #[serde(skip_serializing_if = "Reasons::is_empty")]
    partnerkit: Reasons<'a>,
}

#[derive(Serialize)]
struct Reclaimed<'a> {
    trans_id: &'a str,
    #[serde(skip_serializing_if = "Reasons::is_empty")]
    partnerkit: Reasons<'a>,
}

/// The amount. Calls name no currency: it is the site's.
pub(super) fn amount(center: &PartnerCenter, heard: &Heard) -> Result<Money, Malformed> {
    heard.fields.plain_money("amount", center.policy().site.currency())
}

/// Carries an allocation out; the vendor calls its id `transfer_id`.
pub(super) fn allocate(center: &mut PartnerCenter, heard: &Heard, command: Command) -> Reply {
    let decision = heard.handle(center, command)?;
    Response::json(200, &Allocated { transfer_id: id(&decision), partnerkit: Reasons::warnings(&decision.warnings) })
}

/// Carries a reclaim out; the vendor calls its id `trans_id`.
pub(super) fn reclaim(center: &mut PartnerCenter, heard: &Heard, command: Command) -> Reply {
    let decision = heard.handle(center, command)?;
    Response::json(200, &Reclaimed { trans_id: id(&decision), partnerkit: Reasons::warnings(&decision.warnings) })
}

fn id(decision: &Decision) -> &str {
    decision.rows.first().and_then(|row| row.id.as_deref()).unwrap_or_default()
}
