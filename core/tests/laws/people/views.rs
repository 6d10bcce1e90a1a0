//! Views of people, asked as everybody.

use partnerkit::{PartnerCenter, Timestamp, json as door};
use serde_json::{Value, json};

use super::book::Book;
use super::history::member;
use super::world::MEMBERS;
use crate::moves::{console, partner, vendor};
use crate::walk::{Kept, Seen};

/// What there is to see, if the query has an answer.
pub fn view(
    center: &PartnerCenter,
    actor: &Value,
    at: Timestamp,
    access: &Value,
    view: &Value,
    reveal: bool,
) -> Result<Value, String> {
    let query = json!({ "at": at, "actor": actor, "access": access, "reveal": reveal, "view": view });
    let answer = door::view(center, &query.to_string()).map_err(|error| format!("{query}: {error}"))?;
    serde_json::from_str(&answer).map_err(|error| error.to_string())
}

/// Everybody who acts for a partner.
pub fn viewers(partners: &[&str]) -> Vec<Value> {
    let mains = partners.iter().map(|id| partner(id));
    let operators = MEMBERS.iter().filter(|(of, ..)| partners.contains(of)).map(|(of, name, _)| member(of, name));
    mains.chain(operators).collect()
}

/// The views of people, as they are asked for plainly.
pub const VIEWS: &[&str] =
    &["customers", "warnings", "association-records", "authorizations", "members", "customer-contacts", "resellers"];

/// Asks views in many ways, and counts the rules that are broken by it.
pub fn count(kept: &Kept<Book>, seen: &mut Seen) {
    for event in kept.events() {
        let change = serde_json::to_value(&event.change).unwrap();
        for breach in change["breaches"].as_array().into_iter().flatten() {
            *seen.entry(format!("rule {}", breach["rule"].as_str().unwrap_or_default())).or_default() += 1;
        }
    }
    if kept.number != 19 {
        return;
    }
    let odd = [
        json!({}),
        json!({ "limit": 0 }),
        json!({ "indirect_partner_id": "R1" }),
        json!({ "indirect_partner_id": "S" }),
        json!({ "customer_name": "Z" }),
        json!({ "account_name": "Z", "label": "x" }),
    ];
    let mut actors = viewers(&["D", "R1", "T"]);
    actors.push(vendor());
    actors.push(json!({ "type": "customer", "customer": "S1" }));
    for name in VIEWS {
        for actor in &actors {
            for more in &odd {
                for (access, reveal) in [(console(), false), (json!({}), true)] {
                    let mut asked = json!({ "type": name });
                    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                    let Ok(answer) = view(kept.after, actor, kept.request.at, &access, &asked, reveal) else { continue };
                    for breach in answer["breaches"].as_array().into_iter().flatten() {
                        *seen.entry(format!("rule {}", breach["rule"].as_str().unwrap_or_default())).or_default() += 1;
                    }
                }
            }
        }
    }
}
