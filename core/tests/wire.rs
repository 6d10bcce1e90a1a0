//! The vendor's API, with bodies as they come.
#![cfg(feature = "wire")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests fail loudly"
)]

use partnerkit::wire::{Call, Language, OPERATIONS, Response, answer};
use partnerkit::{Actor, PartnerCenter, Policy, Request, Timestamp, Token};
use serde_json::Value;

const ISSUE: &str = "/v2/promotions/benefits/partner-coupons";
const RECLAIM: &str = "/v2/promotions/benefits/partner-coupons/reclaim";
const COUPONS: &str = "/v2/promotions/benefits/partner-coupons";
const RECORDS: &str = "/v2/promotions/benefits/partner-coupons/records/query";
const CUSTOMER_COUPONS: &str = "/v2/promotions/benefits/coupons";
const QUOTAS: &str = "/v2/partners/coupon-quotas/query";
const GRANT: &str = "/v2/partners/coupon-quotas/indirect-partner-adjust";
const TAKE_BACK: &str = "/v2/partners/coupon-quotas/indirect-partner-reclaim";
const CHILDREN: &str = "/v2/partners/issued-coupon-quotas";
const QUOTA_RECORDS: &str = "/v2/partners/coupon-quotas/records";

fn now() -> Timestamp {
    "2026-03-10T00:00:00Z".parse().unwrap()
}

/// The world of the scenarios: the distributor D with quota Q1, resellers R1 and R2, customers C1 and C2 (代售) and C3 (顾问销售).
struct World {
    center: PartnerCenter,
    calls: u32,
}

impl World {
    fn new() -> Self {
        let mut center = PartnerCenter::new(Policy::default());
        let requests: Vec<Request> = serde_json::from_str(include_str!("scenarios/worlds/distributor.json")).unwrap();
        for request in &requests {
            assert!(center.handle(request).unwrap().is_accepted());
        }
        Self { center, calls: 0 }
    }

    fn call(&mut self, change: impl FnOnce(Call<'static>) -> Call<'static>) -> Response {
        self.calls += 1;
        let caller = Ok(Actor::partner("D".parse().unwrap()));
        let call = Call::new("GET", COUPONS, caller, now(), format!("r{}", self.calls).parse().unwrap());
        answer(&mut self.center, &change(Call { language: Language::En, ..call }))
    }

    fn post(&mut self, path: &'static str, body: impl Into<Vec<u8>>) -> Response {
        let body = Vec::leak(body.into());
        self.call(|call| Call { method: "POST", path, body, ..call })
    }

    fn get(&mut self, path: &'static str, query: &str) -> Response {
        let query = String::leak(query.to_owned());
        self.call(|call| Call { path, query, ..call })
    }

    fn balance(&self, quota: &str) -> String {
        self.center.quota_book().quota(&quota.parse().unwrap()).unwrap().balance.to_string()
    }
}

fn json(response: &Response) -> Value {
    serde_json::from_str(&response.body).unwrap_or_else(|error| panic!("{error}: {response:?}"))
}

/// The status and the code, of a refused call.
fn refused(response: &Response) -> (u16, String) {
    (response.status, json(response)["error_code"].as_str().unwrap_or_else(|| panic!("{response:?}")).to_owned())
}

#[test]
fn an_issue_answers_by_customer() {
    let mut world = World::new();
    let response = world.post(ISSUE, r#"{"quota_id": "Q1", "customer_ids": ["C1", "C3", "X9"], "face_value": 50}"#);
    assert_eq!(response.status, 200);
    let body = json(&response);
    assert_eq!(body["coupon_infos"].as_array().unwrap().len(), 1);
    assert_eq!(body["coupon_infos"][0]["id"], "C1");
    assert_eq!(body["error_details"][0]["id"], "C3");
    assert_eq!(body["error_details"][0]["error_code"], "CBC.99000014");
    assert_eq!(body["error_details"][0]["partnerkit"]["breaches"][0]["rule"], "coupon.issue.cooperation-type-api");
    assert_eq!(body["error_details"][1]["error_code"], "CBC.99000035");
    assert_eq!(world.balance("Q1"), "950.00 CNY");

    let response = world.get(RECORDS, "");
    let body = json(&response);
    assert_eq!(body["total_count"], 3);
    assert_eq!(body["records"][0]["result"], "0");
    assert_eq!(body["records"][1]["result"], "-1");
    assert_eq!(body["records"][1]["partnerkit"]["breaches"][0]["rule"], "coupon.issue.cooperation-type-api");
    assert!(response.body.contains(r#""operation_amount":50.00"#), "{}", response.body);
}

#[test]
fn a_refused_call_answers_with_the_first_code_and_tells_all() {
    let mut world = World::new();
    let before = world.center.clone();
    let response = world.post(ISSUE, r#"{"quota_id": "Q9", "customer_ids": ["C1", "C1"], "face_value": 0}"#);
    assert_eq!(refused(&response), (400, "CBC.0100".into()));
    let body = json(&response);
    let rules: Vec<_> =
        body["partnerkit"]["breaches"].as_array().unwrap().iter().map(|breach| breach["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["coupon.issue.customers-unique", "coupon.issue.face-value-positive", "coupon.issue.quota-exists"]);
    assert_eq!(body["error_msg"], body["partnerkit"]["breaches"][0]["message"]["en"]);
    for member in ["message", "remedy"] {
        for language in ["en", "zh"] {
            assert!(!body["partnerkit"]["breaches"][0][member][language].as_str().unwrap().is_empty());
        }
    }
    assert_eq!(world.center, before);
}

#[test]
fn a_reclaim_has_no_body_and_a_repeat_has_status_200() {
    let mut world = World::new();
    let issued = world.post(ISSUE, r#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 120.50}"#);
    let coupon = json(&issued)["coupon_infos"][0]["coupon_id"].as_str().unwrap().to_owned();
    assert_eq!(world.balance("Q1"), "879.50 CNY");
    let body = format!(r#"{{"coupon_id": "{coupon}"}}"#);
    let response = world.post(RECLAIM, body.clone());
    assert_eq!((response.status, response.body.as_str()), (204, ""));
    assert_eq!(world.balance("Q1"), "1000.00 CNY");
    assert_eq!(refused(&world.post(RECLAIM, body)), (200, "CBC.99000048".into()));
    let empty_reseller = format!(r#"{{"coupon_id": "{coupon}", "indirect_partner_id": ""}}"#);
    assert_eq!(refused(&world.post(RECLAIM, empty_reseller)), (400, "CBC.0100".into()));
    assert_eq!(refused(&world.post(RECLAIM, r#"{"coupon_id": "nobody's"}"#)), (403, "CBC.0151".into()));
}

#[test]
fn quotas_go_to_resellers_and_come_back() {
    let mut world = World::new();
    let grant = |amount: &str| format!(r#"{{"quota_id": "Q1", "indirect_partner_ids": ["R1", "R2"], "quota_amount": {amount}}}"#);
    assert_eq!(refused(&world.post(GRANT, grant("600"))), (400, "CBC.99000013".into()));
    let granted = json(&world.post(GRANT, grant("300")));
    assert_eq!(granted["simple_quota_infos"][0]["id"], "R1");
    let child = granted["simple_quota_infos"][0]["quota_id"].as_str().unwrap().to_owned();
    assert_eq!(world.balance("Q1"), "400.00 CNY");

    let issue = format!(r#"{{"quota_id": "{child}", "customer_ids": ["RC1"], "face_value": 120, "indirect_partner_id": "R1"}}"#);
    assert_eq!(json(&world.post(ISSUE, issue))["error_details"].as_array().unwrap().len(), 0);
    let children = world.get(CHILDREN, &format!("quota_id={child}"));
    assert!(children.body.contains(r#""quota_value":300.00,"quota_status":0,"balance":180.00"#), "{}", children.body);
    assert!(children.body.contains(r#""parent_quota_id":"Q1","indirect_partner_id":"R1""#), "{}", children.body);

    let back = world.post(TAKE_BACK, format!(r#"{{"quota_ids": ["{child}", "{child}"], "remark": ""}}"#));
    assert!(back.body.contains(&format!(r#"[{{"quota_id":"{child}","quota_balance":0.00}}]"#)), "{}", back.body);
    assert_eq!(json(&back)["error_details"][0]["error_code"], "CBC.99000012");
    assert_eq!(world.balance("Q1"), "580.00 CNY");
    let records = world.get(QUOTA_RECORDS, "operation_type=11");
    assert!(records.body.contains(r#""amount":180.00"#) && records.body.contains(r#""remark":"""#), "{}", records.body);
    assert_eq!(json(&records)["total_count"], 1);
    assert_eq!(json(&world.get(QUOTA_RECORDS, ""))["total_count"], 3);
    assert_eq!(json(&world.get(RECORDS, "indirect_partner_id=R1"))["total_count"], 1);
    assert_eq!(json(&world.get(COUPONS, "indirect_partner_id=R1"))["total_count"], 1);
    assert_eq!(json(&world.get(CUSTOMER_COUPONS, "indirect_partner_id=R1"))["count"], 1);
    assert_eq!(refused(&world.get(CUSTOMER_COUPONS, "indirect_partner_id=RZ")), (400, "CBC.99000037".into()));
}

#[test]
fn amounts_are_exact() {
    let answers = [
        ("0.01", Ok("0.01")),
        ("5.100", Ok("5.10")),
        ("1e2", Ok("100.00")),
        ("1.205E+2", Ok("120.50")),
        ("12050e-2", Ok("120.50")),
        ("\"120.50\"", Ok("120.50")),
        ("0.30", Ok("0.30")),
        ("0.30000000000000004", Err(("CBC.0100", "more than two decimals"))),
        ("10.005", Err(("CBC.0100", "more than two decimals"))),
        ("0.001", Err(("CBC.0100", "more than two decimals"))),
        ("0", Err(("CBC.0100", "the face value is 0.00 CNY"))),
        ("-0.0", Err(("CBC.0100", "the face value is 0.00 CNY"))),
        ("-1", Err(("CBC.0100", "the face value is -1.00 CNY"))),
        ("1e400", Err(("CBC.0100", "`face_value` must be a number"))),
        ("1e-400", Err(("CBC.0100", "`face_value` must be a number"))),
        ("1e18", Err(("CBC.0100", "`face_value` must be an amount below 10^18"))),
        ("\"\"", Err(("CBC.0100", "`face_value` must be a number"))),
        ("\"1,5\"", Err(("CBC.0100", "`face_value` must be a number"))),
        ("true", Err(("CBC.0100", "`face_value` must be a number"))),
        ("null", Err(("CBC.0100", "`face_value` must be present"))),
        ("[1]", Err(("CBC.0100", "`face_value` must be a number"))),
    ];
    for (written, expected) in answers {
        let mut world = World::new();
        let response = world.post(ISSUE, format!(r#"{{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": {written}}}"#));
        match expected {
            Ok(amount) => {
                let list = world.get(COUPONS, "");
                assert!(list.body.contains(&format!(r#""face_value":{amount},"#)), "{written}: {} {}", response.body, list.body);
            }
            Err((code, says)) => {
                assert_eq!(refused(&response), (400, code.into()), "{written}");
                assert!(json(&response)["error_msg"].as_str().unwrap().contains(says), "{written}: {}", response.body);
            }
        }
    }
    // One tenth and two tenths are three tenths.
    let mut world = World::new();
    for amount in ["0.1", "0.2"] {
        world.post(ISSUE, format!(r#"{{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": {amount}}}"#));
    }
    assert!(world.post(QUOTAS, "{}").body.contains(r#""balance":999.70,"#));
}

#[test]
fn what_cannot_be_read_is_named_and_changes_nothing() {
    let good = r#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1}"#;
    let bodies: &[(&str, &[u8], &str)] = &[
        (ISSUE, b"\xff\xfe", "body"),
        (ISSUE, b"{\"memo\": \"\xc3\"}", "body"),
        (ISSUE, b"{", "body"),
        (ISSUE, b"[]", "body"),
        (ISSUE, b"\"text\"", "body"),
        (ISSUE, b"null", "body"),
        (ISSUE, b"{} {}", "body"),
        (ISSUE, b"\xef\xbb\xbf{}", "body"),
        (ISSUE, b"{'quota_id': 'Q1'}", "body"),
        (ISSUE, br#"{"face_value": 01}"#, "body"),
        (ISSUE, br#"{"face_value": NaN}"#, "body"),
        (ISSUE, b"", "face_value"),
        (ISSUE, b"{}", "face_value"),
        (ISSUE, br#"{"quota_id": "Q1", "quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1}"#, "quota_id"),
        (ISSUE, br#"{"unknown": 1, "unknown": 2}"#, "unknown"),
        (ISSUE, br#"{"quota_id": 1, "customer_ids": ["C1"], "face_value": 1}"#, "quota_id"),
        (ISSUE, br#"{"quota_id": {"id": "Q1"}, "customer_ids": ["C1"], "face_value": 1}"#, "quota_id"),
        (ISSUE, br#"{"quota_id": "\ud800", "customer_ids": ["C1"], "face_value": 1}"#, "quota_id"),
        (ISSUE, br#"{"quota_id": "Q1", "customer_ids": "C1", "face_value": 1}"#, "customer_ids"),
        (ISSUE, br#"{"quota_id": "Q1", "customer_ids": ["C1", 2], "face_value": 1}"#, "customer_ids[1]"),
        (ISSUE, br#"{"quota_id": "Q1", "customer_ids": [null], "face_value": 1}"#, "customer_ids[0]"),
        (ISSUE, br#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1, "memo": 5}"#, "memo"),
        (ISSUE, br#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1, "valid_time": 5}"#, "valid_time"),
        (ISSUE, br#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1, "product_ids": {}}"#, "product_ids"),
        (RECLAIM, b"{}", "coupon_id"),
        (RECLAIM, br#"{"coupon_id": null}"#, "coupon_id"),
        (RECLAIM, br#"{"coupon_id": ["a"]}"#, "coupon_id"),
        (GRANT, br#"{"indirect_partner_ids": ["R1"], "quota_amount": 1}"#, "quota_id"),
        (GRANT, br#"{"quota_id": "Q1", "indirect_partner_ids": ["R1"]}"#, "quota_amount"),
        (GRANT, br#"{"quota_id": "Q1", "indirect_partner_ids": ["R1"], "quota_amount": "x"}"#, "quota_amount"),
        (TAKE_BACK, br#"{"quota_ids": [1]}"#, "quota_ids[0]"),
        (TAKE_BACK, br#"{"quota_ids": ["Q1"], "remark": false}"#, "remark"),
        (QUOTAS, br#"{"quota_type": 2}"#, "quota_type"),
        (QUOTAS, br#"{"quota_type": "0"}"#, "quota_type"),
        (QUOTAS, br#"{"quota_type": 0.0}"#, "quota_type"),
        (QUOTAS, br#"{"quota_status_list": [1]}"#, "quota_status_list"),
        (QUOTAS, br#"{"quota_status_list": [0, "x"]}"#, "quota_status_list[1]"),
        (QUOTAS, br#"{"limit": "10"}"#, "limit"),
        (QUOTAS, br#"{"limit": ""}"#, "limit"),
        (QUOTAS, br#"{"offset": 99999999999999999999}"#, "offset"),
    ];
    let mut world = World::new();
    let before = world.center.clone();
    for (path, body, field) in bodies {
        let response = world.post(path, *body);
        let shown = String::from_utf8_lossy(body);
        assert_eq!(refused(&response), (400, "CBC.0100".into()), "{path} {shown}");
        assert_eq!(json(&response)["partnerkit"]["malformed"]["field"], *field, "{path} {shown}: {}", response.body);
        assert!(response.body.contains(&format!("`{field}` must be")), "{path} {shown}: {}", response.body);
    }
    let queries = [
        (COUPONS, "status=6", "status"),
        (COUPONS, "status=two", "status"),
        (COUPONS, "coupon_type=2", "coupon_type"),
        (COUPONS, "limit=1&limit=2", "limit"),
        (COUPONS, "customer_id=%FF", "customer_id"),
        (COUPONS, "customer_id=C1&customer_id=C2", "customer_id"),
        (RECORDS, "operation_types=1&operation_types=10", "operation_types"),
        (RECORDS, "operation_types=x", "operation_types"),
        (CUSTOMER_COUPONS, "coupon_type=5", "coupon_type"),
        (CHILDREN, "offset=1e1", "offset"),
    ];
    for (path, query, field) in queries {
        let response = world.get(path, query);
        assert_eq!(refused(&response), (400, "CBC.0100".into()), "{path}?{query}");
        assert_eq!(json(&response)["partnerkit"]["malformed"]["field"], field, "{path}?{query}: {}", response.body);
    }
    assert_eq!(world.center, before);
    // What the vendor does not know it ignores.
    let unknown = good.replace("{", r#"{"unknown": {"a": [1e999, {"b": 1, "b": 2}]}, "#);
    assert_eq!(world.post(ISSUE, unknown).status, 200);
}

#[test]
fn no_bytes_make_it_panic_and_no_refusal_changes_anything() {
    let bodies = [
        (ISSUE, r#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1.5e1, "memo": "é", "valid_time": null}"#),
        (GRANT, r#"{"quota_id": "Q1", "indirect_partner_ids": ["R1"], "quota_amount": 1.50}"#),
        (QUOTAS, r#"{"quota_ids": [], "quota_status_list": [0], "quota_type": 0, "limit": 100}"#),
    ];
    let fresh = World::new().center;
    for (path, body) in bodies {
        for place in 0..body.len() {
            for byte in [b'"', b'{', b'[', b'0', b'-', b'e', b',', b'\\', 0, 0x80, 0xff] {
                let mut changed = body.as_bytes().to_vec();
                changed[place] = byte;
                for bytes in [changed, body.as_bytes()[..place].to_vec()] {
                    let mut world = World { center: fresh.clone(), calls: 0 };
                    let response = world.post(path, bytes);
                    assert!([200, 400].contains(&response.status), "{response:?}");
                    if response.status != 200 {
                        assert_eq!(world.center, fresh);
                    }
                }
            }
        }
    }
}

#[test]
fn absent_null_and_empty_mean_what_the_vendor_says() {
    // What is found with the filter: how many, or a refusal.
    type Found = Option<usize>;
    const ALL: Found = Some(3);
    const NONE: Found = Some(0);
    const REFUSED: Found = None;
    type Filter = (&'static str, &'static str, [(&'static str, Found); 3]);
    let table: &[Filter] = &[
        (QUOTAS, "quota_ids", [("", Some(2)), ("null", Some(2)), ("[]", Some(2))]),
        (QUOTAS, "quota_status_list", [("", Some(2)), ("null", Some(2)), ("[]", Some(2))]),
        (QUOTAS, "quota_type", [("", Some(2)), ("null", Some(2)), ("\"\"", Some(2))]),
        (QUOTAS, "create_time_begin", [("", Some(2)), ("null", Some(2)), ("\"\"", REFUSED)]),
        (QUOTAS, "effective_time_end", [("", Some(2)), ("null", Some(2)), ("\"\"", REFUSED)]),
        (QUOTAS, "expire_time_begin", [("", Some(2)), ("null", Some(2)), ("\"\"", REFUSED)]),
        (COUPONS, "coupon_id", [("", ALL), ("null", NONE), ("\"\"", REFUSED)]),
        (COUPONS, "order_id", [("", ALL), ("null", NONE), ("\"\"", REFUSED)]),
        (COUPONS, "customer_id", [("", ALL), ("null", NONE), ("\"\"", NONE)]),
        (COUPONS, "coupon_type", [("", ALL), ("null", ALL), ("\"\"", ALL)]),
        (COUPONS, "status", [("", ALL), ("null", ALL), ("\"\"", ALL)]),
        (COUPONS, "expire_time_end", [("", ALL), ("null", ALL), ("\"\"", REFUSED)]),
        (RECORDS, "operation_types", [("", Some(4)), ("null", Some(4)), ("\"\"", NONE)]),
        (RECORDS, "coupon_ids", [("", Some(4)), ("null", NONE), ("\"\"", NONE)]),
        (RECORDS, "quota_id", [("", Some(4)), ("null", NONE), ("\"\"", NONE)]),
        (RECORDS, "customer_id", [("", Some(4)), ("null", NONE), ("\"\"", NONE)]),
        (RECORDS, "quota_type", [("", Some(4)), ("null", Some(4)), ("\"\"", REFUSED)]),
        (RECORDS, "operation_time_begin", [("", Some(4)), ("null", REFUSED), ("\"\"", REFUSED)]),
        (RECORDS, "operation_time_end", [("", Some(4)), ("null", REFUSED), ("\"\"", REFUSED)]),
        (RECORDS, "offset", [("", Some(4)), ("null", Some(4)), ("\"\"", REFUSED)]),
        (RECORDS, "limit", [("", Some(4)), ("null", Some(4)), ("\"\"", REFUSED)]),
        (CHILDREN, "quota_id", [("", Some(2)), ("null", Some(2)), ("\"\"", Some(2))]),
        (CHILDREN, "parent_quota_id", [("", Some(2)), ("null", NONE), ("\"\"", NONE)]),
        (QUOTA_RECORDS, "parent_quota_id", [("", Some(2)), ("null", NONE), ("\"\"", NONE)]),
        (QUOTA_RECORDS, "operation_time_begin", [("", Some(2)), ("null", Some(2)), ("\"\"", REFUSED)]),
        (QUOTA_RECORDS, "operation_type", [("", Some(2)), ("null", Some(2)), ("\"\"", Some(2))]),
        (QUOTA_RECORDS, "operation_type", [("99", Some(2)), ("x", Some(2)), ("10", Some(2))]),
        (CUSTOMER_COUPONS, "coupon_id", [("", ALL), ("null", ALL), ("\"\"", NONE)]),
        (CUSTOMER_COUPONS, "order_id", [("", ALL), ("null", ALL), ("\"\"", NONE)]),
        (CUSTOMER_COUPONS, "promotion_plan_id", [("", ALL), ("null", ALL), ("\"\"", NONE)]),
        (CUSTOMER_COUPONS, "source_id", [("", ALL), ("null", ALL), ("\"\"", NONE)]),
        (CUSTOMER_COUPONS, "active_start_time", [("", ALL), ("null", REFUSED), ("\"\"", REFUSED)]),
        (CUSTOMER_COUPONS, "coupon_type", [("2", NONE), ("1", ALL), ("\"\"", REFUSED)]),
        (CUSTOMER_COUPONS, "offset", [("3", ALL), ("null", ALL), ("3&limit=10", ALL)]),
        // Times are strict: every coupon was issued at midnight.
        (COUPONS, "create_time_begin", [("2026-03-09T23:59:59Z", ALL), ("2026-03-10T00:00:00Z", NONE), ("2026-03-10", REFUSED)]),
        (COUPONS, "create_time_end", [("2026-03-10T00:00:01Z", ALL), ("2026-03-10T00:00:00Z", NONE), ("x", REFUSED)]),
        (COUPONS, "effective_time_begin", [("2025-12-31T23:59:59Z", ALL), ("2026-01-01T00:00:00Z", NONE), ("x", REFUSED)]),
        (COUPONS, "expire_time_end", [("2026-12-31T00:00:01Z", ALL), ("2026-12-31T00:00:00Z", NONE), ("x", REFUSED)]),
        (CUSTOMER_COUPONS, "active_end_time", [("2026-03-10T00:00:01Z", ALL), ("2026-03-10T00:00:00Z", NONE), ("x", REFUSED)]),
        (RECORDS, "result", [("0", ALL), ("-1", Some(1)), ("7", Some(4))]),
        (RECORDS, "operation_types", [("1", Some(4)), ("2", NONE), ("1&operation_types=2", Some(4))]),
    ];
    let mut world = World::new();
    let second_quota = r#"{"id": "q2", "at": "2026-01-01T00:00:00Z", "actor": {"type": "vendor"}, "command": {"type": "quota.set", "id": "Q2",
        "holder": "D", "value": {"amount": "9.00", "currency": "CNY"}, "effective_time": "2026-01-01T00:00:00Z", "expire_time": "2026-12-31T00:00:00Z"}}"#;
    world.center.handle(&serde_json::from_str(second_quota).unwrap()).unwrap();
    world.post(ISSUE, r#"{"quota_id": "Q1", "customer_ids": ["C1", "C2", "C3"], "face_value": 1}"#);
    world.post(ISSUE, r#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1}"#);
    world.post(GRANT, r#"{"quota_id": "Q1", "indirect_partner_ids": ["R1", "R2"], "quota_amount": 1}"#);
    for (path, field, answers) in table {
        for (value, expected) in answers {
            let response = match (*path, *value) {
                (QUOTAS, "") => world.post(QUOTAS, "{}"),
                (QUOTAS, value) => world.post(QUOTAS, format!(r#"{{"{field}": {value}}}"#)),
                (path, "") => world.get(path, ""),
                // In a query, `name=` is the empty text.
                (path, value) => world.get(path, &format!("{field}={}", value.trim_matches('"'))),
            };
            let shown = format!("{path} {field}={value}: {}", response.body);
            match expected {
                Some(count) => {
                    let body = json(&response);
                    let total = body.get("total_count").or(body.get("count")).unwrap_or_else(|| panic!("{shown}"));
                    assert_eq!(total, count, "{shown}");
                }
                None => assert_eq!(refused(&response), (400, "CBC.0100".into()), "{shown}"),
            }
        }
    }
}

#[test]
fn lists_have_pages() {
    let mut world = World::new();
    for _ in 0..12 {
        world.post(ISSUE, r#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1}"#);
    }
    let count = |world: &mut World, query: &str| {
        let body = json(&world.get(COUPONS, query));
        (body["total_count"].clone(), body["user_coupons"].as_array().map_or(0, Vec::len))
    };
    assert_eq!(count(&mut world, ""), (12.into(), 10));
    assert_eq!(count(&mut world, "limit=100"), (12.into(), 12));
    assert_eq!(count(&mut world, "offset=11&limit=5"), (12.into(), 1));
    assert_eq!(count(&mut world, "offset=99"), (12.into(), 0));
    for query in ["limit=0", "limit=101", "offset=-1"] {
        assert_eq!(refused(&world.get(COUPONS, query)), (400, "CBC.0100".into()), "{query}");
    }
}

#[test]
fn a_gateway_asks_first() {
    let mut world = World::new();
    let response = world.call(|call| Call { path: "/v2/nothing", ..call });
    assert_eq!(refused(&response), (404, "APIG.0101".into()));
    let response = world.call(|call| Call { path: RECLAIM, ..call });
    assert_eq!((refused(&response), response.allow), ((405, "APIG.0101".into()), Some("POST")));
    // Then for the token, and then whether the call is one too many, before it reads anything.
    for body in [&br#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 1}"#[..], b"{"] {
        for token in [Token::Missing, Token::Illegal, Token::Expired] {
            let response = world.call(|call| Call { method: "POST", path: ISSUE, body, caller: Err(token), ..call });
            assert_eq!(refused(&response), (401, "CBC.0154".into()));
        }
        let response = world.call(|call| Call { method: "POST", path: ISSUE, body, calls_this_second: 10, ..call });
        assert_eq!(refused(&response), (429, "CBC.0250".into()));
    }
    let stranger = Ok(Actor::partner("nobody".parse().unwrap()));
    assert_eq!(refused(&world.call(|call| Call { caller: stranger, ..call })), (403, "CBC.0155".into()));
    let reseller = Ok(Actor::partner("R1".parse().unwrap()));
    assert_eq!(refused(&world.call(|call| Call { caller: reseller, ..call })), (403, "CBC.0151".into()));
}

#[test]
fn every_operation_answers() {
    let mut world = World::new();
    for operation in OPERATIONS {
        let response = world.call(|call| Call { method: operation.method, path: operation.path, body: b"{}", ..call });
        let expected = if operation.name.starts_with("List") { 200 } else { 400 };
        assert_eq!(response.status, expected, "{}: {}", operation.name, response.body);
    }
    assert_eq!(OPERATIONS.len(), 10);
}

#[test]
fn messages_come_in_the_language_asked_for_and_are_not_too_long() {
    let mut world = World::new();
    let body = br#"{"quota_id": "Q1", "customer_ids": [], "face_value": 1}"#;
    for (header, says) in
        [("en_US", "no customer is named"), ("en-us", "no customer is named"), ("zh_CN", "没有指定客户"), ("", "没有指定客户")]
    {
        let language = Language::of_header(header);
        let response = world.call(|call| Call { method: "POST", path: ISSUE, body, language, ..call });
        assert_eq!(json(&response)["error_msg"], says);
    }
    let resellers: Vec<String> = (0..100).map(|number| format!("{number:064}")).collect();
    let body = format!(r#"{{"quota_id": "Q1", "indirect_partner_ids": {resellers:?}, "quota_amount": 1}}"#);
    let response = world.post(GRANT, body);
    assert_eq!(refused(&response), (400, "CBC.99000037".into()));
    assert_eq!(json(&response)["error_msg"].as_str().unwrap().chars().count(), 1024);
}

#[test]
fn a_call_that_is_sent_again_with_its_id_is_answered_again() {
    let mut world = World::new();
    let body = br#"{"quota_id": "Q1", "customer_ids": ["C1", "C3"], "face_value": 10}"#;
    let mut send = |body| {
        let response = world.call(|call| Call { method: "POST", path: ISSUE, body, request_id: "once".parse().unwrap(), ..call });
        (response, world.balance("Q1"))
    };
    let first = send(body);
    assert_eq!(first.1, "990.00 CNY");
    assert_eq!(send(body), first);
    let other = send(br#"{"quota_id": "Q1", "customer_ids": ["C2"], "face_value": 10}"#);
    assert_eq!((refused(&other.0), other.1), ((400, "CBC.0100".into()), "990.00 CNY".into()));
}
