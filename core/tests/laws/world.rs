//! The world every history starts from: partners of each kind, their customers, and quotas with every kind of limit.

use std::sync::LazyLock;

use partnerkit::{Event, PartnerCenter, Policy, Request};
use serde_json::{Value, json};

use crate::walk::World;

/// The beginning.
pub static WORLD: LazyLock<World> = LazyLock::new(make);

/// When histories begin: 2026-02-01.
const START: i64 = 1_769_904_000;

pub fn money(amount: &str) -> Value {
    json!({ "amount": amount, "currency": "CNY" })
}

/// Limits small enough for a history to reach them.
fn policy() -> Policy {
    let mut policy = Policy::default();
    policy.limits.customers_max = 4;
    policy.limits.customers_max_console = 3;
    policy.limits.services_max = 2;
    policy.limits.products_max = 2;
    policy.limits.memo_characters_max = 8;
    policy.limits.resellers_max = 2;
    policy.limits.child_quotas_max = 2;
    policy.limits.remark_characters_max = 8;
    policy.limits.indirect_partner_characters_max = 20;
    policy.limits.five_day_unsubscribes_max = 2;
    policy
}

fn make() -> World {
    let mut commands = partners();
    commands.extend(customers());
    commands.extend(quotas());
    let mut center = PartnerCenter::new(policy());
    let mut log = Vec::new();
    for (number, command) in commands.into_iter().enumerate() {
        let request = json!({ "id": format!("w{number}"), "at": "2026-01-01T00:00:00Z", "actor": { "type": "vendor" }, "command": command });
        let request: Request = serde_json::from_value(request).unwrap_or_else(|error| panic!("{error}: {command}"));
        let decision = center.handle(&request).unwrap();
        assert!(decision.is_accepted(), "{decision:?}");
        log.extend(decision.events);
    }
    // A legacy coupon, good for a single use, comes from before this library.
    let legacy = json!({
        "version": 1, "request": "legacy", "index": 0, "at": "2026-01-02T00:00:00Z", "actor": { "type": "vendor" },
        "fingerprint": "0000000000000001",
        "change": {
            "type": "coupon.issued", "coupon": "legacy-1", "kind": "voucher", "quota": "QS", "issuer": "S", "customer": "S1",
            "face_value": money("20.00"), "effective_time": "2026-01-02T00:00:00Z", "expire_time": "2026-09-01T00:00:00Z", "legacy": true
        }
    });
    let legacy: Event = serde_json::from_value(legacy).unwrap();
    center.apply(&legacy).unwrap();
    log.push(legacy);
    World { center, log, start: START }
}

fn partners() -> Vec<Value> {
    let partner = |id: &str, kind: &str, more: Value| {
        let mut command = json!({ "type": "partner.set", "id": id, "kind": kind, "name": format!("Partner {id}") });
        command.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        command
    };
    let every_item = json!([
        "BPC_ITEM_SUBCUSTSERV_030102",
        "BPC_ITEM_SUBCUSTSERV_030201",
        "BPC_ITEM_SALES_020106",
        "BPC_ITEM_SUBCUSTSERV_030601"
    ]);
    vec![
        partner("D", "general-distributor", json!({ "account": "D-account" })),
        partner("E", "general-distributor", json!({ "uses_coupons": true })),
        partner("R1", "cloud-reseller", json!({ "distributor": "D" })),
        partner("R2", "cloud-reseller", json!({ "distributor": "D", "leaving": true })),
        partner("RZ", "cloud-reseller", json!({ "distributor": "E" })),
        partner("S", "solution-provider", json!({ "account": "S-account" })),
        partner("N", "solution-provider", json!({})),
        partner("I", "general-distributor", json!({ "site": "intl" })),
        partner("G", "government-subsidy", json!({ "asks_verification_code": true, "contracting_party": "HW" })),
        partner("P", "government-cloud", json!({})),
        json!({ "type": "member.set", "partner": "D", "member": "m-all", "permission_items": every_item }),
        json!({ "type": "member.set", "partner": "D", "member": "m-none", "permission_items": [] }),
        json!({ "type": "member.set", "partner": "S", "member": "m-all", "permission_items": every_item }),
        json!({ "type": "catalog.import", "cloud_service_types": ["ecs", "obs", "rds"], "product_ids": ["p1", "p2", "p3"] }),
    ]
}

fn customers() -> Vec<Value> {
    let mut commands = Vec::new();
    let mut customer = |id: &str, partner: Option<(&str, Option<&str>)>, more: Value| {
        let mut command = json!({ "type": "customer.set", "id": id, "name": format!("Customer {id}") });
        command.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        commands.push(command);
        if let Some((partner, mode)) = partner {
            commands.push(match mode {
                Some(mode) => json!({ "type": "customer.associate", "customer": id, "partner": partner, "mode": mode }),
                None => json!({ "type": "customer.associate", "customer": id, "partner": partner }),
            });
        }
    };
    let (agency, advisory) = (Some("agency-resale"), Some("advisory"));
    for id in ["D1", "D2", "D3"] {
        customer(id, Some(("D", agency)), json!({}));
    }
    customer("D4", Some(("D", advisory)), json!({}));
    customer("D5", Some(("D", None)), json!({}));
    customer("D6", Some(("D", agency)), json!({ "rights_withdrawn": ["D"] }));
    customer("D-account", None, json!({}));
    customer("S-account", None, json!({}));
    customer("R1a", Some(("R1", agency)), json!({}));
    customer("R1b", Some(("R1", agency)), json!({ "site": "intl" }));
    customer("R2a", Some(("R2", agency)), json!({}));
    customer("RZa", Some(("RZ", agency)), json!({}));
    customer("E1", Some(("E", agency)), json!({}));
    customer("S1", Some(("S", agency)), json!({}));
    customer("S2", Some(("S", agency)), json!({ "consumption_before_association": money("500.00") }));
    customer("S3", Some(("S", agency)), json!({ "state": "closed" }));
    customer("S4", Some(("S", advisory)), json!({ "real_name": false, "state": "frozen" }));
    customer("M", Some(("S", agency)), json!({ "account": { "type": "enterprise-master" } }));
    let sub = |hosted: bool| json!({ "account": { "type": "enterprise-sub", "master": "M", "financially_hosted": hosted } });
    customer("M1", Some(("S", agency)), sub(false));
    customer("M2", Some(("S", agency)), sub(true));
    customer("G1", Some(("G", advisory)), json!({ "contracting_party": "HW" }));
    customer("G2", Some(("G", advisory)), json!({ "contracting_party": "HW-2" }));
    customer("G3", Some(("G", agency)), json!({}));
    customer("P1", Some(("P", agency)), json!({}));
    customer("Free", None, json!({}));
    commands.push(json!({ "type": "whitelist.import", "partner": "G", "customers": ["G1", "G2", "G3", "Free", "M"] }));
    commands.push(json!({ "type": "whitelist.import", "partner": "S", "customers": ["S1", "S2", "M", "M1"] }));
    commands.push(json!({ "type": "pickup-whitelist.add", "partner": "P", "customers": ["P1", "D1", "S1"] }));
    commands
}

fn quotas() -> Vec<Value> {
    let quota = |id: &str, holder: &str, kind: &str, value: Value, end: &str, limits: Value| {
        json!({
            "type": "quota.set", "id": id, "holder": holder, "quota_type": kind, "value": value,
            "effective_time": "2026-01-01T00:00:00Z", "expire_time": end, "limits": limits
        })
    };
    let (end, soon) = ("2026-12-31T00:00:00Z", "2026-03-15T00:00:00Z");
    let terms = json!({
        "cloud_service_types": ["ecs", "obs"], "product_ids": ["p1", "p2"], "subscribe_types": ["new", "renew"], "usage_times": 2
    });
    vec![
        quota("QD", "D", "voucher", money("900.00"), end, json!({})),
        quota(
            "QD-limits",
            "D",
            "voucher",
            money("300.00"),
            end,
            json!({
                "face_value_min": money("2.00"), "face_value_max": money("60.00"), "count_max": 6, "count_max_per_customer": 2,
                "total_face_value_max": money("150.00"), "terms": terms
            }),
        ),
        quota("QD-soon", "D", "voucher", money("400.00"), soon, json!({ "terms": { "min_consume_amount": money("5.00") } })),
        quota("QD-first", "D", "voucher", money("100.00"), end, json!({ "first_associated_only": true })),
        quota("QD-designated", "D", "voucher", money("100.00"), end, json!({ "designated_customers": ["R1a", "R1b"] })),
        quota("QD-dollar", "D", "voucher", json!({ "amount": "100.00", "currency": "USD" }), end, json!({})),
        quota("QE", "E", "voucher", money("200.00"), end, json!({})),
        quota("QI", "I", "voucher", money("200.00"), end, json!({})),
        quota("QR", "R1", "cash", money("50.00"), end, json!({})),
        quota(
            "QS",
            "S",
            "voucher",
            money("500.00"),
            end,
            json!({
                "forbidden_modes": ["advisory"], "accumulative_consumption_max": money("100.00"),
                "terms": { "not_with_promotion": true, "not_with_discount_coupon": true, "min_consume_discount": "0.5" }
            }),
        ),
        quota("QS-named", "S", "voucher", money("60.00"), end, json!({ "designated_customers": ["S1", "M", "M1"] })),
        quota(
            "QS-cash",
            "S",
            "cash",
            money("80.00"),
            end,
            json!({ "designated_customers": ["S1", "S2", "M", "M1"], "counts_as_performance": true, "terms": { "max_deduction_ratio": "0.3" } }),
        ),
        quota("QG", "G", "cash", money("300.00"), end, json!({ "invoice_to_coupon_user": true })),
        quota(
            "QG-voucher",
            "G",
            "voucher",
            money("200.00"),
            end,
            json!({ "other": [{ "limit_key": "colour", "limit_values": ["red"] }] }),
        ),
        quota("QP", "P", "voucher", money("300.00"), end, json!({})),
    ]
}
