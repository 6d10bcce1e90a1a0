//! From HTTP to the library and back.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Response, header};
use partnerkit::wire::{self, Call, Language, Operation};
use partnerkit::{Actor, AdvanceClock, Command, PartnerCenter, RequestId, Timestamp};

use crate::callers::{CallLog, Callers};
use crate::clock::{Clock, machine_second};

/// The verification code that this center sends, whoever asks for one.
pub const CODE: &str = "246810";
/// How a wrong verification code is answered.
const WRONG_CODE: &str = "CBC.99004010";

/// The longest body: a hundred customers need a hundredth of it.
const BODY_MAX: usize = 1 << 20;

/// The center, and what a gateway in front of it knows.
pub struct World {
    center: PartnerCenter,
    callers: Callers,
    clock: Clock,
    log: CallLog,
    /// Until when time has passed in the center.
    advanced: Option<Timestamp>,
    calls: u64,
    /// Wrong verification codes since the last right one, by who sent them.
    failed_code_checks: HashMap<Actor, u32>,
}

impl World {
    /// A center that nobody has called yet.
    pub fn new(center: PartnerCenter, callers: Callers, clock: Clock) -> Self {
        Self { center, callers, clock, log: CallLog::default(), advanced: None, calls: 0, failed_code_checks: HashMap::new() }
    }

    fn answer(&mut self, source: IpAddr, request: &Request<()>, body: &[u8]) -> Result<(RequestId, wire::Response), String> {
        self.calls = self.calls.saturating_add(1);
        let now = self.clock.now().map_err(|wrong| wrong.to_string())?;
        self.pass_time(now)?;
        let headers = request.headers();
        let (method, path) = (request.method().as_str(), request.uri().path());
        let caller = self.callers.of_header(text(headers, "authorization"));
        let calls_this_second = match (Operation::at(method, path), &caller) {
            (Some(operation), Ok(actor)) => self.log.note(machine_second(), source, operation.name, actor),
            _ => 0,
        };
        let request_id = match headers.get("idempotency-key") {
            // The vendor has no such header. With it, a call that is sent again is answered again and not carried out again.
            Some(key) => {
                let key = key
                    .to_str()
                    .ok()
                    .filter(|key| (1..=60).contains(&key.len()))
                    .ok_or("`Idempotency-Key` must have 1 to 60 characters")?;
                id(&format!("key-{key}"))?
            }
            None => id(&format!("call-{}", self.calls))?,
        };
        let call = Call {
            query: request.uri().query().unwrap_or(""),
            body,
            calls_this_second,
            language: text(headers, "x-language").map_or_else(Language::default, Language::of_header),
            right_code: Some(CODE),
            failed_code_checks: caller.as_ref().ok().and_then(|actor| self.failed_code_checks.get(actor)).copied().unwrap_or(0),
            ..Call::new(method, path, caller.clone(), now, request_id.clone())
        };
        let answer = wire::answer(&mut self.center, &call);
        if let (Ok(actor), Some("CreateSubCustomer")) = (caller, Operation::at(method, path).map(|operation| operation.name)) {
            self.note_code(actor, &answer);
        }
        Ok((request_id, answer))
    }

    /// Counts wrong verification codes; an account that is made ends the count.
    fn note_code(&mut self, actor: Actor, answer: &wire::Response) {
        if answer.body.contains(WRONG_CODE) {
            let failed = self.failed_code_checks.entry(actor).or_default();
            *failed = failed.saturating_add(1);
        } else if answer.status == 200 {
            self.failed_code_checks.remove(&actor);
        }
    }

    /// What fell due since the last call happens: coupons expire.
    fn pass_time(&mut self, now: Timestamp) -> Result<(), String> {
        if self.advanced.is_some_and(|until| until >= now) {
            return Ok(());
        }
        let advance = partnerkit::Request {
            id: id(&format!("clock-{}", self.calls))?,
            at: now,
            actor: Actor::SYSTEM,
            access: partnerkit::Access::default(),
            command: Command::AdvanceClock(AdvanceClock {}),
        };
        self.center.handle(&advance).map_err(|error| error.to_string())?;
        self.advanced = Some(now);
        Ok(())
    }
}

fn id(text: &str) -> Result<RequestId, String> {
    text.parse().map_err(|wrong: partnerkit::Malformed| format!("`Idempotency-Key` {wrong}"))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Answers every call.
pub async fn call(
    State(world): State<Arc<Mutex<World>>>,
    ConnectInfo(source): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_MAX).await else {
        return refused(413, &format!("the body must have at most {BODY_MAX} bytes, and arrive whole"));
    };
    let request = Request::from_parts(parts, ());
    // A call that panicked has changed nothing by half: the library does not panic, and changes a book at once.
    let answer = world.lock().unwrap_or_else(PoisonError::into_inner).answer(source.ip(), &request, &body);
    match answer {
        Ok((request_id, answer)) => {
            let mut response = Response::builder().status(answer.status).header("x-request-id", request_id.as_str());
            if !answer.body.is_empty() {
                response = response.header(header::CONTENT_TYPE, "application/json");
            }
            if let Some(methods) = answer.allow {
                response = response.header(header::ALLOW, methods);
            }
            response.body(answer.body.into()).unwrap_or_else(|error| refused(500, &error.to_string()))
        }
        Err(wrong) => refused(400, &wrong),
    }
}

/// An answer of the server's own, in the vendor's shape.
fn refused(status: u16, message: &str) -> Response<Body> {
    let code = if status < 500 { "CBC.0100" } else { "CBC.0999" };
    let message: String = message.chars().map(|c| if c == '"' || c == '\\' || c.is_control() { '\'' } else { c }).collect();
    let mut response = Response::new(Body::from(format!(r#"{{"error_code":"{code}","error_msg":"{message}"}}"#)));
    if let Ok(status) = status.try_into() {
        *response.status_mut() = status;
    }
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}
