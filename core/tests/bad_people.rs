//! Bad input about people at the JSON door: each gets an error that names the field, and changes nothing.
#![cfg(feature = "json")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

use partnerkit::{Error, PartnerCenter, json};
use serde_json::{Value, json};

/// A partner with an operator, a resale customer with an authorization, and a warning.
fn world() -> PartnerCenter {
    let mut center = json::open(None).unwrap();
    let (vendor, partner) = (json!({ "type": "vendor" }), json!({ "type": "partner", "partner": "S" }));
    let customer = json!({ "type": "customer", "customer": "C" });
    let commands = [
        (&vendor, json!({ "type": "partner.set", "id": "S", "kind": "solution-provider" })),
        (&vendor, json!({ "type": "member.set", "partner": "S", "member": "mei", "permission_items": [] })),
        (&vendor, json!({ "type": "customer.set", "id": "C", "name": "Atlas", "phone": "13812345678" })),
        (&vendor, json!({ "type": "customer.associate", "customer": "C", "partner": "S", "mode": "agency-resale" })),
        (&partner, json!({ "type": "authorization.request", "customer": "C", "commitment_letter_accepted": true })),
        (&customer, json!({ "type": "authorization.approve", "customer": "C", "letter_accepted": true })),
        (&vendor, json!({ "type": "warning.refresh", "data_date": "2026-01-31", "warnings": [warning()] })),
    ];
    for (number, (actor, command)) in commands.into_iter().enumerate() {
        let request = json!({
            "id": format!("w{number}"), "at": "2026-02-01T00:00:00Z", "actor": actor, "access": { "verification_code": true },
            "command": command
        });
        let answer: Value = serde_json::from_str(&json::handle(&mut center, &request.to_string()).unwrap()).unwrap();
        assert_eq!(answer["accepted"], true, "{answer}");
    }
    center
}

fn warning() -> Value {
    json!({ "id": "W", "customer": "C", "category": "churn", "scene_name": "s", "title": "t", "sent_at": "2026-01-31T00:00:00Z" })
}

/// What an error says: its kind, and the field of a malformed value or the entity of an unknown one.
fn told(error: &Error) -> (&'static str, String) {
    match error {
        Error::Malformed(wrong) => ("malformed", wrong.field.clone()),
        Error::Unknown(unknown) => ("unknown", unknown.entity.to_owned()),
        Error::Fault(_) => ("fault", String::new()),
    }
}

#[test]
fn a_command_with_a_wrong_value_is_told_where() {
    let mut center = world();
    let before = json::snapshot(&center).unwrap();
    let long = "x".repeat(65);
    let warnings = |more: Value| {
        let mut one = warning();
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "type": "warning.refresh", "data_date": "2026-02-01", "warnings": [one] })
    };
    let order = |more: Value| {
        let mut one = json!({ "type": "order.place", "customer": "C", "operation": "order", "service_type": "ecs", "billing_mode": "pay-per-use" });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    };
    let contract = |more: Value| {
        let mut one = json!({ "type": "contract.set", "contract_code": "HT", "partner_id": "S", "contract_kind": "rebate",
            "sign_date": "2026-01-01", "effective_time": "2026-01-01T00:00:00Z", "expire_time": "2027-01-01T00:00:00Z" });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    };
    let standing = |standing: Value| json!({ "type": "customer.set", "id": "C", "standing": standing });
    let cases = [
        (json!({ "type": "member.save", "member": "", "roles": [] }), "malformed", "command.member"),
        (json!({ "type": "member.save", "member": "m", "roles": "administrator" }), "malformed", "command.roles"),
        (json!({ "type": "member.save", "member": "m", "roles": ["no-such-role"] }), "unknown", "role"),
        (json!({ "type": "member.save", "member": long, "roles": [] }), "malformed", "command.member"),
        (json!({ "type": "role.save", "role": "r", "permission_items": [1] }), "malformed", "command.permission_items[0]"),
        (json!({ "type": "contacts.set", "contacts": [{ "name": 5 }] }), "malformed", "command.contacts[0].name"),
        (json!({ "type": "owner.assign", "customer_ids": ["C"] }), "malformed", "command.manager"),
        (json!({ "type": "owner.assign", "customer_ids": {}, "manager": "mei" }), "malformed", "command.customer_ids"),
        (json!({ "type": "owner.reassign", "customer": "C404", "manager": "mei" }), "unknown", "customer"),
        (json!({ "type": "customer.freeze", "customer_ids": ["C"], "reason": null }), "malformed", "command.reason"),
        (json!({ "type": "code.send", "receiver": "1", "timeout_minutes": 1.5 }), "malformed", "command.timeout_minutes"),
        (json!({ "type": "code.send", "receiver": "1", "scene": "party" }), "malformed", "command.scene"),
        (json!({ "type": "customer.create", "xaccount": { "id": "u" } }), "malformed", "command.xaccount.platform"),
        (
            json!({ "type": "customer.create", "xaccount": { "id": "u", "platform": "p" }, "password": "secret" }),
            "malformed",
            "command.password",
        ),
        (
            json!({ "type": "customer.create", "xaccount": { "id": "u", "platform": "p" }, "password": { "classes": 256, "is_name": false, "contains_contact": false } }),
            "malformed",
            "command.password.classes",
        ),
        (json!({ "type": "invitation.send", "mode": "barter", "channel": "link" }), "malformed", "command.mode"),
        (json!({ "type": "invitation.send", "mode": "advisory", "channel": "pigeon" }), "malformed", "command.channel"),
        (json!({ "type": "invitation.accept", "invitation": "v", "customer": "C404" }), "unknown", "customer"),
        (json!({ "type": "association.request", "customer": "C", "change": "disassociate" }), "malformed", "command.change"),
        (
            json!({ "type": "association.request", "customer": "C", "change": { "type": "divorce" } }),
            "malformed",
            "command.change.type",
        ),
        (
            json!({ "type": "association.request", "customer": "C", "change": { "type": "switch" } }),
            "malformed",
            "command.change.mode",
        ),
        (json!({ "type": "association.answer", "customer": "C" }), "malformed", "command.approved"),
        (
            json!({ "type": "association.complete", "customer": "C", "outcome": { "type": "maybe" } }),
            "malformed",
            "command.outcome.type",
        ),
        (json!({ "type": "authorization.request", "customer": "C", "letter": true }), "malformed", "command.letter"),
        (json!({ "type": "authorization.revoke", "customer": "C", "reason": 5 }), "malformed", "command.reason"),
        (order(json!({ "operation": "steal" })), "malformed", "command.operation"),
        (order(json!({ "service_type": "" })), "malformed", "command.service_type"),
        (order(json!({ "is_koogallery": "no" })), "malformed", "command.is_koogallery"),
        (order(json!({ "customer": "C404" })), "unknown", "customer"),
        (json!({ "type": "warning.refresh", "data_date": "2026-2-1", "warnings": [] }), "malformed", "command.data_date"),
        (json!({ "type": "warning.refresh", "data_date": "0000-01-01", "warnings": [] }), "malformed", "command.data_date"),
        (warnings(json!({ "category": "weather" })), "malformed", "command.warnings[0].category"),
        (warnings(json!({ "sent_at": "yesterday" })), "malformed", "command.warnings[0].sent_at"),
        (warnings(json!({ "customer": "C404" })), "unknown", "customer"),
        (json!({ "type": "warning.process", "warning": "W404", "remark": "x" }), "unknown", "warning"),
        (json!({ "type": "warning.process", "warning": "W", "result": "found" }), "malformed", "command.result"),
        (contract(json!({ "contract_code": "" })), "malformed", "command.contract_code"),
        (contract(json!({ "contract_code": long })), "malformed", "command.contract_code"),
        (contract(json!({ "contract_code": "HT\u{3000}" })), "malformed", "command.contract_code"),
        (contract(json!({ "contract_code": "HT\n1" })), "malformed", "command.contract_code"),
        (contract(json!({ "contract_code": null })), "malformed", "command.contract_code"),
        (contract(json!({ "partner_id": "S404" })), "unknown", "partner"),
        (contract(json!({ "contract_kind": "handshake" })), "malformed", "command.contract_kind"),
        (contract(json!({ "contract_kind": 600 })), "malformed", "command.contract_kind"),
        (contract(json!({ "sign_date": "2026-02-30" })), "malformed", "command.sign_date"),
        (contract(json!({ "sign_date": "2026-02-01T00:00:00Z" })), "malformed", "command.sign_date"),
        (contract(json!({ "expire_time": "2026-02-01" })), "malformed", "command.expire_time"),
        (contract(json!({ "amount": 5 })), "malformed", "command.amount"),
        (contract(json!({ "amount": { "amount": "1e400", "currency": "CNY" } })), "malformed", "command.amount.amount"),
        (contract(json!({ "counterparty": 5 })), "malformed", "command.counterparty"),
        (contract(json!({ "terminated": "no" })), "malformed", "command.terminated"),
        (contract(json!({ "status": "effective" })), "malformed", "command.status"),
        (json!({ "type": "contract.set", "contract_code": "HT" }), "malformed", "command.partner_id"),
        (standing(json!({ "arrears": 5 })), "malformed", "command.standing.arrears"),
        (
            standing(json!({ "arrears": { "amount": "1e400", "currency": "CNY" } })),
            "malformed",
            "command.standing.arrears.amount",
        ),
        (standing(json!({ "contracts": ["handshake"] })), "malformed", "command.standing.contracts[0]"),
        (standing(json!({ "is_partner": null })), "malformed", "command.standing.is_partner"),
        (standing(json!({ "colour": "red" })), "malformed", "command.standing.colour"),
    ];
    for (command, kind, field) in cases {
        let actor = json!({ "type": "partner", "partner": "S" });
        let request = json!({ "id": "r", "at": "2026-02-01T00:00:00Z", "actor": actor, "command": command }).to_string();
        for answer in [json::decide(&center, &request), json::handle(&mut center, &request)] {
            let error = answer.expect_err(&request);
            assert_eq!(told(&error), (kind, field.to_owned()), "{request}: {error}");
        }
        assert_eq!(json::snapshot(&center).unwrap(), before, "{request} changes something");
    }
}

#[test]
fn a_question_or_a_query_with_a_wrong_value_is_told_where() {
    let center = world();
    let asked = |more: Value| {
        let mut one = json!({ "at": "2026-02-01T00:00:00Z", "actor": { "type": "partner", "partner": "S" } });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one.to_string()
    };
    let questions = [
        (json!({}), "malformed", "ask"),
        (json!({ "ask": {} }), "malformed", "ask.type"),
        (json!({ "ask": { "type": "clock.advance" } }), "malformed", "ask.type"),
        (json!({ "ask": { "type": "warning.process", "warning": 7 } }), "malformed", "ask.warning"),
        (json!({ "ask": { "type": "warning.process", "warning": "W404" } }), "unknown", "warning"),
        (json!({ "ask": { "type": "coupon.use", "coupon_id": "K404" } }), "unknown", "coupon"),
        (json!({ "ask": { "type": "owner.reassign", "customer": "C", "manager": "nobody" } }), "unknown", "member"),
        (json!({ "ask": { "type": "contract.set" } }), "malformed", "ask.partner"),
        (json!({ "ask": { "type": "contract.set", "partner": "X" } }), "unknown", "partner"),
        (
            json!({ "actor": { "type": "partner", "partner": "X" }, "ask": { "type": "invitation.send", "mode": "advisory" } }),
            "unknown",
            "partner",
        ),
    ];
    for (question, kind, field) in questions {
        let error = json::can(&center, &asked(question.clone())).expect_err(&question.to_string());
        assert_eq!(told(&error), (kind, field.to_owned()), "{question}: {error}");
    }
    let queries = [
        (json!({ "view": { "type": "warnings", "tab": "theirs" } }), "view.tab"),
        (json!({ "view": { "type": "warnings", "limit": "ten" } }), "view.limit"),
        (json!({ "view": { "type": "customers", "association_mode": "barter" } }), "view.association_mode"),
        (json!({ "view": { "type": "authorizations", "colour": "red" } }), "view.colour"),
        (json!({ "view": { "type": "registration-check", "search_type": "fax", "search_value": "1" } }), "view.search_type"),
        (json!({ "view": { "type": "offline-contracts", "contract_code": 77 } }), "view.contract_code"),
        (json!({ "view": { "type": "offline-contracts", "contract_name": "x" } }), "view.contract_name"),
        (json!({ "view": { "type": "offline-contracts", "offset": 0.5 } }), "view.offset"),
        (json!({ "reveal": "yes", "view": { "type": "customers" } }), "reveal"),
    ];
    for (query, field) in queries {
        let error = json::view(&center, &asked(query.clone())).expect_err(&query.to_string());
        assert_eq!(told(&error), ("malformed", field.to_owned()), "{query}: {error}");
    }
}

/// Events that no decision of this library gives: each is refused and changes nothing, or is taken in and leaves a center that a
/// snapshot restores.
#[test]
fn an_event_out_of_place_leaves_a_center_that_holds_together() {
    let changes = [
        json!({ "type": "customer.frozen", "customer": "C404", "freeze_type": "account" }),
        json!({ "type": "customer.unfrozen", "customer": "C" }),
        json!({ "type": "customer.resources-released", "customer": "C" }),
        json!({ "type": "owner.assigned", "customer": "C404", "partner": "S", "manager": "mei" }),
        json!({ "type": "owner.reclaimed", "customer": "C" }),
        json!({ "type": "invitation.accepted", "invitation": "v404", "customer": "C" }),
        json!({ "type": "invitation.failed", "invitation": "v404", "customer": "C", "breaches": [] }),
        json!({ "type": "association.answered", "customer": "C", "approved": true }),
        json!({ "type": "association.failed", "customer": "C404", "reason": "x" }),
        json!({ "type": "association.begun", "customer": "C404", "partner": "S404", "mode": "advisory" }),
        json!({ "type": "authorization.changed", "authorization": "a404", "customer": "C", "state": "revoked" }),
        json!({ "type": "authorization.changed", "authorization": "w4-1", "customer": "C", "state": "requested" }),
        json!({
            "type": "order.placed", "customer": "C", "partner": "S", "authorization": "a404", "operation": "order",
            "service_type": "ecs", "billing_mode": "pay-per-use"
        }),
        json!({ "type": "warning.processed", "warning": "W404", "remark": "x" }),
        json!({ "type": "warning.refreshed", "data_date": "2020-01-01", "warnings": [] }),
        json!({ "type": "reseller.granted", "reseller": "S404", "grants": ["order-and-operate"] }),
        json!({
            "type": "contract.set", "contract_code": "HT", "partner_id": "S404", "contract_kind": "rebate", "sign_date": "2026-01-01",
            "effective_time": "2027-01-01T00:00:00Z", "expire_time": "2026-01-01T00:00:00Z"
        }),
        json!({ "type": "code.sent", "partner": "S", "receiver": "1", "scene": "registration", "expire_time": "2026-02-01T00:00:00Z" }),
    ];
    for change in changes {
        let mut center = world();
        let before = center.clone();
        let event = json!({
            "version": 1, "request": "odd", "index": 0, "at": "2026-02-02T00:00:00Z", "actor": { "type": "vendor" },
            "fingerprint": "0000000000000001", "change": change
        });
        match json::apply(&mut center, &event.to_string()) {
            Err(error) => {
                assert_eq!(told(&error).0, "fault", "{event}: {error}");
                assert_eq!(center, before, "{event} is refused and changes something");
            }
            Ok(()) => {
                let snapshot = json::snapshot(&center).unwrap();
                assert_eq!(json::restore(&snapshot).unwrap(), center, "{event}");
            }
        }
    }
}
