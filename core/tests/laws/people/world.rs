//! Two worlds of people, one on the China site and one on the international site: partners of each kind with operators of each kind,
//! and customers in every relation.

use std::sync::LazyLock;

use partnerkit::{PartnerCenter, Policy, Request};
use serde_json::{Value, json};

use crate::moves::{console, partner, vendor};
use crate::walk::World;

pub static CHINA: LazyLock<World> = LazyLock::new(|| make("cn"));
pub static INTERNATIONAL: LazyLock<World> = LazyLock::new(|| make("intl"));

/// When histories begin: 2026-02-01.
const START: i64 = 1_769_904_000;

/// When the worlds were made: the invitations in them are still open when histories begin.
const BEFORE: &str = "2026-01-30T00:00:00Z";

/// Texts that stand in every name, account name, e-mail address and phone number of these worlds, and nowhere else.
pub const PERSONAL: [&str; 2] = ["Zq", "139555"];

pub const PARTNERS: &[&str] = &["D", "R1", "R2", "S", "T", "E", "RE"];

/// The operators of each partner, with their roles.
pub const MEMBERS: &[(&str, &str, &[&str])] = &[
    ("D", "adm", &["administrator"]),
    ("D", "am1", &["account-manager"]),
    ("D", "am2", &["account-manager"]),
    ("D", "both", &["account-manager", "desk"]),
    ("D", "dir", &["account-director"]),
    ("D", "watch", &["watch"]),
    ("D", "none", &["nothing"]),
    ("S", "adm", &["administrator"]),
    ("S", "am1", &["account-manager"]),
    ("S", "am2", &["account-manager"]),
    ("S", "watch", &["watch"]),
    ("R1", "adm", &["administrator"]),
    ("R1", "am1", &["account-manager"]),
    ("R2", "am1", &["account-manager"]),
    ("T", "none", &["nothing"]),
];

/// Whose customer somebody is, if anybody's, and in which mode.
type Whose = Option<(&'static str, Option<&'static str>)>;

/// Customers, and whose they are.
const CUSTOMERS: &[(&str, Whose)] = &[
    ("D1", Some(("D", RESALE))),
    ("D2", Some(("D", RESALE))),
    ("D3", Some(("D", RESALE))),
    ("D4", Some(("D", REFERRAL))),
    ("D5", Some(("D", None))),
    ("R1a", Some(("R1", RESALE))),
    ("R1b", Some(("R1", RESALE))),
    ("R2a", Some(("R2", RESALE))),
    ("REa", Some(("RE", RESALE))),
    ("S1", Some(("S", RESALE))),
    ("S2", Some(("S", RESALE))),
    ("S3", Some(("S", REFERRAL))),
    ("M", Some(("S", RESALE))),
    ("M1", Some(("S", RESALE))),
    ("M2", Some(("S", RESALE))),
    ("T1", Some(("T", RESALE))),
    ("T2", Some(("T", REFERRAL))),
    ("D-account", None),
    ("F1", None),
    ("F2", None),
    ("F3", None),
    ("F4", None),
    ("F5", None),
    ("N", None),
    ("N1", None),
    ("N2", None),
];
/// Customers of nobody's, each with one thing that bears on its associations.
fn blocked() -> Vec<(String, Value)> {
    let standings = standings().into_iter().skip(1);
    standings.enumerate().map(|(number, standing)| (format!("B{number}"), standing)).collect()
}

/// Things that may be so about a customer and bear on its associations; the first is nothing.
pub fn standings() -> Vec<Value> {
    let money = |amount: &str| json!({ "amount": amount, "currency": "CNY" });
    let later = "2027-06-01T00:00:00Z";
    vec![
        json!({}),
        json!({ "arrears": money("12.00") }),
        json!({ "contracts": ["offline-direct"] }),
        json!({ "contracts": ["professional-service"] }),
        json!({ "contracts": ["framework-commercial"] }),
        json!({ "contracts": ["partner-special"] }),
        json!({ "stored_value": money("5.00") }),
        json!({ "invoice_arrears": money("5.00") }),
        json!({ "bonus_balance": money("5.00") }),
        json!({ "reserved_instance_until": later }),
        json!({ "partner_support_plan_until": later }),
        json!({ "service_support_plan_until": later }),
        json!({ "cash_spent": money("100.00") }),
        json!({ "is_partner": true }),
        json!({ "is_internal": true }),
        json!({ "is_consumer_cloud": true }),
        json!({ "in_reward_plan": true }),
        json!({ "preregistration": { "partner": "S" } }),
        json!({ "preregistration": { "partner": "D", "until": "2026-04-01T00:00:00Z" }, "cash_spent": money("100.00") }),
        json!({ "preregistration": {} }),
    ]
}

const RESALE: Option<&str> = Some("agency-resale");
const REFERRAL: Option<&str> = Some("advisory");

pub fn customer_ids() -> Vec<&'static str> {
    CUSTOMERS.iter().map(|(id, _)| *id).collect()
}

fn merge(value: &mut Value, more: Value) {
    let Value::Object(more) = more else { panic!("{more}") };
    value.as_object_mut().unwrap().extend(more);
}

/// The record of a customer, and whatever else is said of it.
pub fn profile(id: &str, more: Value) -> Value {
    let number: u32 = id.bytes().map(u32::from).fold(0, |all, byte| all * 7 + byte) % 10_000;
    let mut set = json!({
        "type": "customer.set", "id": id, "name": format!("Zq name of {id}"), "account_name": format!("Zqaccount_{id}"),
        "phone": format!("139555{number:05}"), "email": format!("Zqmail.{id}@mail.example")
    });
    let sub = |master: &str, hosted: bool| json!({ "account": { "type": "enterprise-sub", "master": master, "financially_hosted": hosted } });
    match id {
        "M" | "N" => merge(&mut set, json!({ "account": { "type": "enterprise-master" } })),
        "M1" => merge(&mut set, sub("M", false)),
        "M2" => merge(&mut set, sub("M", true)),
        "N1" => merge(&mut set, sub("N", false)),
        "N2" => merge(&mut set, sub("N", true)),
        "F5" => merge(&mut set, json!({ "site": "eu" })),
        "S2" | "D3" => merge(&mut set, json!({ "asks_verification_code": true })),
        _ => {}
    }
    merge(&mut set, more);
    set
}

/// The record of a partner, and whatever else is said of it.
pub fn partner_record(id: &str, more: Value) -> Value {
    let (kind, own) = match id {
        "D" => ("general-distributor", json!({ "account": "D-account" })),
        "E" => ("general-distributor", json!({ "holds_no_customers": true })),
        "R1" | "R2" => ("cloud-reseller", json!({ "distributor": "D" })),
        "RE" => ("cloud-reseller", json!({ "distributor": "E" })),
        "T" => ("solution-provider", json!({ "asks_verification_code": true, "is_prepaid": true })),
        _ => ("solution-provider", json!({})),
    };
    let mut set = json!({ "type": "partner.set", "id": id, "kind": kind, "name": format!("Partner {id}") });
    merge(&mut set, own);
    merge(&mut set, more);
    set
}

/// Limits small enough for a history to reach them.
fn policy(site: &str) -> Policy {
    serde_json::from_value(json!({ "site": site, "limits": { "custom_roles_max": 4, "customer_contacts_max": 2 } })).unwrap()
}

fn make(site: &str) -> World {
    let mut center = PartnerCenter::new(policy(site));
    let mut log = Vec::new();
    for (number, (actor, command)) in commands().into_iter().enumerate() {
        let request =
            json!({ "id": format!("w{number}"), "at": BEFORE, "actor": actor, "access": console(), "command": command });
        let request: Request = serde_json::from_value(request).unwrap_or_else(|error| panic!("{error}: {command}"));
        let decision = center.handle(&request).unwrap();
        assert!(decision.is_accepted(), "{decision:?}");
        log.extend(decision.events);
    }
    World { center, log, start: START }
}

/// What made the world, and who asked for it.
fn commands() -> Vec<(Value, Value)> {
    let mut commands: Vec<_> = records().into_iter().map(|command| (vendor(), command)).collect();
    let grants = json!(["order-and-operate", "freeze-and-budget"]);
    commands.push((partner("D"), json!({ "type": "reseller.grant", "reseller": "R1", "grants": grants })));
    for of in ["S", "D", "R1", "S"] {
        let send = json!({ "type": "invitation.send", "mode": "agency-resale", "channel": "link" });
        commands.push((partner(of), send));
    }
    commands
}

fn records() -> Vec<Value> {
    let mut commands: Vec<_> = PARTNERS.iter().map(|id| partner_record(id, json!({}))).collect();
    for of in ["D", "S", "T"] {
        let role =
            |role: &str, items: Value| json!({ "type": "role.set", "partner": of, "role": role, "permission_items": items });
        commands.push(role(
            "desk",
            json!(["console.customer-management", "console.customer-assignment", "console.customer-development"]),
        ));
        commands.push(role("watch", json!(["console.customer-warnings"])));
        commands.push(role("nothing", json!([])));
    }
    for (of, member, roles) in MEMBERS {
        let director = if *member == "am1" && *of == "D" { json!("dir") } else { Value::Null };
        commands.push(json!({
            "type": "member.set", "partner": of, "member": member, "account_name": format!("Zqmember_{member}"), "roles": roles,
            "permission_items": [], "director": director, "qualification_in_review": *member == "am2" && *of == "S"
        }));
    }
    for (id, standing) in blocked() {
        commands.push(profile(&id, json!({ "standing": standing })));
    }
    for (id, association) in CUSTOMERS {
        let more = match *id {
            "S2" => json!({ "standing": standings()[1] }),
            "D1" => json!({ "standing": standings()[5] }),
            "R1a" => json!({ "standing": standings()[9] }),
            _ => json!({}),
        };
        commands.push(profile(id, more));
        if let Some((of, mode)) = association {
            commands.push(json!({ "type": "customer.associate", "customer": id, "partner": of, "mode": mode }));
        }
    }
    commands
}
