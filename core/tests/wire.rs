//! What scenarios/wire cannot say of the vendor's API, because it is no JSON text or too long to write down.
#![cfg(feature = "wire")]
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail loudly")]

use partnerkit::wire::{Call, Response, answer};
use partnerkit::{Actor, PartnerCenter, Policy, Request};
use serde_json::Value;

const ISSUE: &str = "/v2/promotions/benefits/partner-coupons";
const GRANT: &str = "/v2/partners/coupon-quotas/indirect-partner-adjust";
const QUOTAS: &str = "/v2/partners/coupon-quotas/query";
const ALLOCATE: &str = "/v2/accounts/partner-accounts/adjust-amount";
const BALANCES: &str = "/v2/accounts/customer-accounts/balances/batch-query";
const CONSUMERS: &str = "/v2/bills/subcustomer-bills/res-fee-records/sub-customers/query";

/// The world of the scenarios.
fn distributor() -> PartnerCenter {
    world(include_str!("scenarios/worlds/distributor.json"))
}

fn world(requests: &str) -> PartnerCenter {
    let mut center = PartnerCenter::new(Policy::default());
    let requests: Vec<Request> = serde_json::from_str(requests).unwrap();
    for request in &requests {
        assert!(center.handle(request).unwrap().is_accepted());
    }
    center
}

fn post(center: &mut PartnerCenter, path: &str, body: &[u8]) -> Response {
    post_as("D", center, path, body)
}

fn post_as(partner: &str, center: &mut PartnerCenter, path: &str, body: &[u8]) -> Response {
    let caller = Ok(Actor::partner(partner.parse().unwrap()));
    let call = Call::new("POST", path, caller, "2026-03-10T00:00:00Z".parse().unwrap(), "r1".parse().unwrap());
    answer(center, &Call { body, ..call })
}

/// The body of a refusal for which a parameter is to blame.
fn refused(response: &Response) -> Value {
    assert_eq!(response.status, 400, "{response:?}");
    serde_json::from_str(&response.body).unwrap()
}

#[test]
fn what_is_no_utf8_is_refused_by_its_place() {
    let mut center = distributor();
    for (body, place) in [(&b"\xff\xfe"[..], 0), (b"{\"memo\": \"\xc3\"}", 10), (b"{}\x80", 2)] {
        let body = refused(&post(&mut center, ISSUE, body));
        assert_eq!(body["error_code"], "CBC.0100");
        assert_eq!(body["partnerkit"]["malformed"]["field"], "body");
        assert_eq!(body["partnerkit"]["malformed"]["expected"], format!("UTF-8, which ends at byte {place}"));
    }
    assert_eq!(center, distributor());
}

#[test]
fn messages_are_not_too_long() {
    let resellers: Vec<String> = (0..100).map(|number| format!("{number:064}")).collect();
    let body = format!(r#"{{"quota_id": "Q1", "indirect_partner_ids": {resellers:?}, "quota_amount": 1}}"#);
    let body = refused(&post(&mut distributor(), GRANT, body.as_bytes()));
    assert_eq!(body["error_code"], "CBC.99000037");
    assert_eq!(body["error_msg"].as_str().unwrap().chars().count(), 1024);
}

#[test]
fn no_bytes_make_it_panic_and_no_refusal_changes_anything() {
    let bodies = [
        (ISSUE, r#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1.5e1, "memo": "é", "valid_time": null}"#),
        (GRANT, r#"{"quota_id": "Q1", "indirect_partner_ids": ["R1"], "quota_amount": 1.50}"#),
        (QUOTAS, r#"{"quota_ids": [], "quota_status_list": [0], "quota_type": 0, "limit": 100}"#),
    ];
    mistyped("D", &distributor(), &bodies);
    let bodies = [
        (ALLOCATE, r#"{"customer_id": "R", "amount": 10.50, "indirect_partner_id": null}"#),
        (ALLOCATE, r#"{"customer_id": "R", "amount": "10.500"}"#),
        (BALANCES, r#"{"customer_infos": [{"customer_id": "R"}]}"#),
        (CONSUMERS, r#"{"bill_cycle": "2026-02", "offset": 0, "limit": 10}"#),
    ];
    mistyped("P", &world(include_str!("scenarios/worlds/money.json")), &bodies);
}

/// Each body with another byte at each place, and cut off there.
fn mistyped(partner: &str, fresh: &PartnerCenter, bodies: &[(&str, &str)]) {
    for (path, body) in bodies {
        for place in 0..body.len() {
            for byte in [b'"', b'{', b'[', b'0', b'-', b'e', b',', b'\\', 0, 0x80, 0xff] {
                let mut changed = body.as_bytes().to_vec();
                changed[place] = byte;
                for bytes in [changed, body.as_bytes()[..place].to_vec()] {
                    let mut center = fresh.clone();
                    let response = post_as(partner, &mut center, path, &bytes);
                    assert!([200, 400].contains(&response.status), "{response:?}");
                    if response.status != 200 {
                        assert_eq!(&center, fresh);
                    }
                }
            }
        }
    }
}
