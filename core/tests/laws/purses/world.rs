//! Two worlds of money, one on the China site and one on the international site: a solution provider, two distributors with two resellers
//! each, and their customers.

use std::sync::LazyLock;

use partnerkit::{PartnerCenter, Policy, Request, Site};
use serde_json::{Value, json};

use crate::moves::{console, vendor};
use crate::walk::World;

pub static CHINA: LazyLock<World> = LazyLock::new(|| make(Site::Cn));
pub static INTERNATIONAL: LazyLock<World> = LazyLock::new(|| make(Site::Intl));

/// When histories begin: 2026-02-01.
const START: i64 = 1_769_904_000;

/// When the worlds were made.
const BEFORE: &str = "2026-01-30T00:00:00Z";

pub const PARTNERS: &[&str] = &["S", "D", "R1", "R2", "E", "Q1", "Q2"];

/// The resellers, each with its distributor.
pub const RESELLERS: &[(&str, &str)] = &[("R1", "D"), ("R2", "D"), ("Q1", "E"), ("Q2", "E")];

const ALL_ITEMS: &[&str] = &[
    "BPC_ITEM_SUBCUSTSERV_010103",
    "BPC_ITEM_SUBCUSTSERV_010104",
    "BPC_ITEM_SALES_020104",
    "BPC_ITEM_SALES_020105",
    "BPC_ITEM_FINANCE_030100",
    "BPC_ITEM_FINANCE_040100",
];

/// The operators of each partner, with their role and items.
pub const MEMBERS: &[(&str, &str, &str, &[&str])] = &[
    ("S", "cashier", "", ALL_ITEMS),
    ("S", "am", "account-manager", ALL_ITEMS),
    ("S", "none", "", &[]),
    ("D", "cashier", "", ALL_ITEMS),
    ("D", "am", "account-manager", ALL_ITEMS),
    ("D", "none", "", &["BPC_ITEM_SUBCUSTSERV_010104"]),
    ("R1", "cashier", "", ALL_ITEMS),
    ("E", "cashier", "", ALL_ITEMS),
];

/// Customers; the first letters say whose.
const RESALE: &[&str] = &["S1", "S2", "S3", "S4", "D1", "D2", "D3", "R1a", "R1b", "R2a", "E1", "E2", "Q1a", "Q2a"];
const ADVISORY: &[&str] = &["S5", "D4", "R1c", "E3"];
const NOBODYS: &[&str] = &["F1", "F2", "F3"];

pub fn customer_ids() -> Vec<&'static str> {
    [RESALE, ADVISORY, NOBODYS].concat()
}

fn whose(customer: &str) -> &str {
    PARTNERS.iter().filter(|id| customer.starts_with(*id)).max_by_key(|id| id.len()).unwrap()
}

pub fn money(site: Site, cents: i128) -> Value {
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, rest) = (cents.abs() / 100, cents.abs() % 100);
    let currency = if site == Site::Cn { "CNY" } else { "USD" };
    json!({ "amount": format!("{sign}{whole}.{rest:02}"), "currency": currency })
}

/// The record of a partner, and whatever else is said of it.
pub fn partner_record(id: &str, more: &Value) -> Value {
    let distributor = RESELLERS.iter().find(|(reseller, _)| *reseller == id).map(|(_, distributor)| *distributor);
    let kind = match (id, distributor) {
        (_, Some(_)) => "cloud-reseller",
        ("S", None) => "solution-provider",
        _ => "general-distributor",
    };
    let account_name = format!("account of {id}");
    let mut set =
        json!({ "type": "partner.set", "id": id, "kind": kind, "name": format!("Partner {id}"), "account_name": account_name });
    if let Some(distributor) = distributor {
        set["distributor"] = json!(distributor);
    }
    set.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    set
}

fn make(site: Site) -> World {
    let limits = json!({ "batch_customers_max": 5, "balance_customers_max": 20, "page_default": 3 });
    let policy: Policy = serde_json::from_value(json!({ "site": site, "limits": limits })).unwrap();
    let mut center = PartnerCenter::new(policy);
    let mut log = Vec::new();
    for (number, (actor, command)) in commands(site).into_iter().enumerate() {
        let request =
            json!({ "id": format!("w{number}"), "at": BEFORE, "actor": actor, "access": console(), "command": command });
        let request: Request = serde_json::from_value(request).unwrap_or_else(|error| panic!("{error}: {command}"));
        let decision = center.handle(&request).unwrap();
        assert!(decision.is_accepted(), "{command}: {decision:?}");
        log.extend(decision.events);
    }
    World { center, log, start: START }
}

/// What made the world, and who asked for it.
fn commands(site: Site) -> Vec<(Value, Value)> {
    let mut commands: Vec<_> = PARTNERS.iter().map(|id| partner_record(id, &json!({}))).collect();
    commands.extend(people());
    commands.extend(funds(site));
    let mut commands: Vec<_> = commands.into_iter().map(|command| (vendor(), command)).collect();
    for (of, customer) in [("S", "S1"), ("S", "S2"), ("D", "D1")] {
        let assign = json!({ "type": "owner.assign", "customer_ids": [customer], "manager": "am" });
        commands.push((crate::moves::partner(of), assign));
    }
    commands
}

fn people() -> Vec<Value> {
    let mut commands = Vec::new();
    for (of, name, role, items) in MEMBERS {
        let roles = if role.is_empty() { json!([]) } else { json!([role]) };
        commands.push(json!({
            "type": "member.set", "partner": of, "member": name, "account_name": format!("operator {name}"), "roles": roles,
            "permission_items": items
        }));
    }
    for id in customer_ids() {
        commands.push(
            json!({ "type": "customer.set", "id": id, "name": format!("Name of {id}"), "account_name": format!("account_{id}") }),
        );
    }
    for (ids, mode) in [(RESALE, "agency-resale"), (ADVISORY, "advisory")] {
        commands.extend(
            ids.iter().map(|id| json!({ "type": "customer.associate", "customer": id, "partner": whose(id), "mode": mode })),
        );
    }
    commands
}

/// What everybody has when histories begin.
fn funds(site: Site) -> Vec<Value> {
    let money = |yuan: i128| money(site, yuan * 100);
    let partner = |id: &str| json!({ "type": "partner", "partner": id });
    let mut commands = Vec::new();
    for (id, cash) in [("S", 1_000), ("D", 2_000), ("R1", 300), ("E", 1_500), ("Q1", 200)] {
        commands.push(json!({ "type": "account.recharge", "holder": partner(id), "amount": money(cash) }));
    }
    for (id, limit, until) in
        [("S", 500, None), ("D", 800, Some("2026-06-01T00:00:00Z")), ("R1", 100, Some("2026-03-01T00:00:00Z"))]
    {
        let mut set = json!({ "type": "account.set-credit", "partner": id, "limit": money(limit) });
        if let Some(until) = until {
            set["expire_time"] = json!(until);
        }
        commands.push(set);
    }
    commands.push(
        json!({ "type": "account.set-terms", "partner": "S", "standard_sales_contract": true, "allocatable_amount": money(600) }),
    );
    commands.push(json!({ "type": "account.set-terms", "partner": "D", "designated_amount": money(400) }));
    for customer in ["S5", "F1"] {
        let holder = json!({ "type": "customer", "customer": customer });
        commands.push(json!({ "type": "account.recharge", "holder": holder, "amount": money(150) }));
        commands.push(json!({
            "type": "account.charge", "payer": holder, "trade_id": format!("old-{customer}"), "amount": money(90),
            "trade_detail_type": "SOURCE_OPERAIION_DEDEUCT"
        }));
    }
    commands
}
