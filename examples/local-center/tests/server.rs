//! The server as a program: started, called over HTTP, and stopped.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

const ISSUE: &str = "POST /v2/promotions/benefits/partner-coupons";
const LIST: &str = "GET /v2/promotions/benefits/partner-coupons";
const BODY: &str = r#"{"quota_id": "Q-YEAR", "customer_ids": ["C-BAKERY", "C-SCHOOL"], "face_value": 120.50}"#;
const NORTH: &str = "Authorization: SDK-HMAC-SHA256 Access=AK-NORTH, SignedHeaders=host, Signature=00\r\n";

struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_local-center"));
        let mut process = command.args(["--port", "0", "--now", "2026-03-10T00:00:00Z"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert!(lines.next().unwrap().contains("does not verify signatures"));
        let address = lines.find_map(|line| line.strip_prefix("listening on http://").map(Into::into)).unwrap();
        Self { process, address }
    }

    fn call(&self, line: &str, headers: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(stream, "{line} HTTP/1.1\r\nHost: local\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.unwrap_or_else(|| panic!("{answer:?}")), answer)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn it_answers_as_the_partner_center_does() {
    let server = Server::start();
    assert_eq!(server.call(ISSUE, "", BODY).0, 401);
    assert_eq!(server.call(ISSUE, &NORTH.replace("NORTH", "NOBODY"), BODY).0, 401);
    assert_eq!(server.call("GET /", NORTH, "").0, 404);
    let (status, answer) = server.call("PUT /v2/promotions/benefits/coupons", NORTH, "");
    assert!(status == 405 && answer.contains("allow: GET\r\n"), "{answer}");

    let (status, answer) = server.call(ISSUE, NORTH, BODY);
    assert!(status == 200 && answer.contains(r#""coupon_infos":[{"id":"C-BAKERY","coupon_id":"#), "{answer}");
    assert!(answer.contains(r#""error_code":"CBC.99000014","error_msg":"客户"#), "{answer}");
    assert!(answer.contains("content-type: application/json\r\n") && answer.contains("x-request-id: call-"), "{answer}");
    let (_, answer) =
        server.call(&format!("{LIST}?customer_id=C-BAKERY&limit=100"), &format!("{NORTH}X-Language: en_US\r\n"), "");
    assert!(answer.contains(r#""total_count":2"#) && answer.contains(r#""balance":120.50"#), "{answer}");

    // The same key, the same coupon.
    let once = format!("{NORTH}Idempotency-Key: 7d1c\r\n");
    let body_of = |answer: &str| answer.split_once("\r\n\r\n").unwrap().1.to_owned();
    let first = server.call(ISSUE, &once, BODY);
    assert_eq!(body_of(&server.call(ISSUE, &once, BODY).1), body_of(&first.1));
    assert_eq!(server.call(ISSUE, &format!("{NORTH}Idempotency-Key: \r\n"), BODY).0, 400);
}

#[test]
fn it_moves_money() {
    let server = Server::start();
    let (accounts, english) = ("/v2/accounts/partner-accounts", format!("{NORTH}X-Language: en_US\r\n"));
    let adjust = |amount: &str| format!(r#"{{"customer_id": "C-BAKERY", "amount": {amount}}}"#);
    let (status, answer) = server.call(&format!("POST {accounts}/adjust-amount"), NORTH, &adjust("10.50"));
    assert!(status == 200 && answer.contains(r#"{"transfer_id":"call-"#), "{answer}");
    let (status, answer) = server.call(&format!("POST {accounts}/reclaim"), NORTH, &adjust("\"0.500\""));
    assert!(status == 200 && answer.contains(r#"{"trans_id":"call-"#), "{answer}");
    // 20000 less 4000 for Riverside, 800 and 250.50 for customers, and 10 since.
    let (_, answer) = server.call(&format!("GET {accounts}/balances"), NORTH, "");
    assert!(answer.contains(r#""account_type":1,"amount":14939.50,"currency":"CNY","designated_amount":1500.00"#), "{answer}");
    let (status, answer) = server.call(&format!("POST {accounts}/adjust-amount"), &english, &adjust("13439.51"));
    assert!(
        status == 400 && answer.contains(r#""error_code":"CBC.99005003","error_msg":"`P-NORTH` can use 13439.50"#),
        "{answer}"
    );
    let days = "balance_type=BALANCE_TYPE_DEBIT&trade_time_begin=2026-02-10&trade_time_end=2026-03-10";
    let (_, answer) = server.call(&format!("GET {accounts}/account-change-records?{days}"), NORTH, "");
    assert!(
        answer.contains(r#""total_count":6"#) && answer.contains(r#""balance_after_change":"14939.50","type":"1""#),
        "{answer}"
    );
    let (_, answer) = server.call("GET /v2/bills/partner-bills/subcustomer-bills/monthly-sum?cycle=2026-02", NORTH, "");
    assert!(answer.contains(r#"{"count":2,"currency":"CNY""#), "{answer}");
    assert!(answer.contains(r#""amount":300.00,"debt_amount":49.50"#), "{answer}");
    let records = "/v2/bills/subcustomer-bills/res-fee-records";
    let (_, answer) = server.call(&format!("GET {records}?bill_cycle=2026-02&customer_id=C-CLINIC"), NORTH, "");
    assert!(answer.contains(r#""payment_amount":300.00,"cash_amount":250.50"#), "{answer}");
    let (_, answer) = server.call(&format!("POST {records}/sub-customers/query"), NORTH, r#"{"bill_cycle": "2026-02"}"#);
    assert!(answer.contains(r#"[{"customer_id":"C-BAKERY"},{"customer_id":"C-CLINIC"}],"total_count":2"#), "{answer}");
}

#[test]
fn it_refuses_what_is_too_much() {
    let server = Server::start();
    let quotas = "POST /v2/partners/coupon-quotas/query";
    assert_eq!(server.call(quotas, NORTH, &format!("{{{}}}", " ".repeat(1000))).0, 200);
    // It may close the connection before all of the body has been sent.
    let mut stream = TcpStream::connect(&server.address).unwrap();
    let sent = write!(stream, "{quotas} HTTP/1.1\r\nHost: local\r\nConnection: close\r\nContent-Length: 2000000\r\n{NORTH}\r\n")
        .and_then(|()| stream.write_all(&[b' '; 1_100_000]));
    let mut answer = [0; 12];
    if sent.is_ok() && stream.read_exact(&mut answer).is_ok() {
        assert_eq!(&answer, b"HTTP/1.1 413");
    }
    let statuses: Vec<u16> = (0..60).map(|_| server.call(LIST, NORTH, "").0).collect();
    assert!(statuses.contains(&200) && statuses.contains(&429), "{statuses:?}");
    assert_eq!(server.call("GET /v2/partners/issued-coupon-quotas", NORTH, "").0, 200);
}

#[test]
fn it_listens_on_loopback_only() {
    let output = Command::new(env!("CARGO_BIN_EXE_local-center")).args(["--bind", "0.0.0.0"]).output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("loopback only"));
}

#[cfg(unix)]
#[test]
fn it_stops_when_it_is_told_to() {
    for signal in ["-TERM", "-INT"] {
        let mut server = Server::start();
        // One who is connected and says nothing does not keep it from stopping.
        let _silent = TcpStream::connect(&server.address).unwrap();
        assert_eq!(server.call(LIST, NORTH, "").0, 200);
        assert!(Command::new("kill").arg(signal).arg(server.process.id().to_string()).status().unwrap().success());
        assert!(server.process.wait().unwrap().success(), "{signal}");
    }
}
