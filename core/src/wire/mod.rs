//! The vendor's API: from an HTTP-shaped call to an HTTP-shaped response, without any HTTP.
//!
//! The names, codes and statuses are the vendor's; the decisions are this library's. Each operation has a file of its
//! name, which says how its fields become a request or a query, and how the decision becomes an answer. Beside what the
//! vendor answers, every refusal carries a member `partnerkit` with all the rules that are broken, which the vendor's SDKs
//! leave unread.
//!
//! What is not the business of a partner center is not here: a server, signatures, a clock. The caller of [`answer`] knows who
//! calls, when, and how often; see `examples/local-center`.
//!
//! ```
//! use partnerkit::wire::{Call, answer};
//! use partnerkit::{Actor, PartnerCenter, Policy};
//!
//! let mut center = PartnerCenter::new(Policy::default());
//! let caller = Actor::partner("D".parse()?);
//! let response = answer(&mut center, &Call {
//!     body: br#"{"quota_id": "Q1", "customer_ids": ["C1"], "face_value": 120.50}"#,
//!     ..Call::new("POST", "/v2/promotions/benefits/partner-coupons", Ok(caller), "2026-03-10T00:00:00Z".parse()?, "r1".parse()?)
//! });
//! assert_eq!(response.status, 403); // nobody has recorded a partner `D` here
//! # Ok::<(), partnerkit::Malformed>(())
//! ```

mod adjust;
mod decimal;
mod fields;
mod limits;
mod query_string;
mod refusal;

mod check_user_identity;
mod create_partner_coupons;
mod create_sub_customer;
mod freeze_sub_customers;
mod list_consume_sub_customers;
mod list_coupon_quotas_records;
mod list_customer_account_change_records;
mod list_customers_balances_detail;
mod list_indirect_partners;
mod list_issued_coupon_quotas;
mod list_issued_partner_coupons;
mod list_partner_account_change_records;
mod list_partner_adjust_records;
mod list_partner_balances;
mod list_partner_coupons_record;
mod list_quota_coupons;
mod list_sub_customer_bill_detail;
mod list_sub_customer_coupons;
mod list_sub_customers;
mod list_subcustomer_monthly_bills;
mod reclaim_coupon_quotas;
mod reclaim_indirect_partner_account;
mod reclaim_partner_coupons;
mod reclaim_to_partner_account;
mod send_verification_message_code;
mod update_coupon_quotas;
mod update_customer_account_amount;
mod update_indirect_partner_account;

use serde::Serialize;

use crate::center::{PartnerCenter, Viewer};
use crate::command::Command;
use crate::coupon::access::rate_limit;
use crate::decision::{Access, Actor, Check, Decision, Request, Review, Token};
use crate::directory::{Caller, personal};
use crate::error::Error;
use crate::id::RequestId;
use crate::statement;
use crate::time::Timestamp;
use crate::view::View;

use fields::Fields;
use refusal::Refusal;

/// A call of the vendor's API, as far as it matters.
#[derive(Clone, Debug)]
pub struct Call<'a> {
    /// The HTTP method.
    pub method: &'a str,
    /// The path, without host and query.
    pub path: &'a str,
    /// The query, without its question mark and still percent-encoded.
    pub query: &'a str,
    /// The body.
    pub body: &'a [u8],
    /// Who calls, or what is wrong with the token.
    pub caller: Result<Actor, Token>,
    /// Now.
    pub now: Timestamp,
    /// Names the call. The vendor's API has no such thing: there every call is another. Give each its own id to have it so here,
    /// or the same id to a call that is sent again.
    pub request_id: RequestId,
    /// Calls of this source address, operation and partner in this clock second before this one.
    pub calls_this_second: u32,
    /// The language of `error_msg`.
    pub language: Language,
    /// The verification code that is right: the one that whoever sends codes has sent. Any code is wrong when there is none.
    pub right_code: Option<&'a str>,
    /// Checks of a verification code that failed before this call. Whoever answers calls counts them: a refusal changes nothing here.
    pub failed_code_checks: u32,
}

impl<'a> Call<'a> {
    /// A call with neither query nor body, the first in its second.
    pub fn new(method: &'a str, path: &'a str, caller: Result<Actor, Token>, now: Timestamp, request_id: RequestId) -> Self {
        let language = Language::default();
        Self {
            method,
            path,
            query: "",
            body: b"",
            caller,
            now,
            request_id,
            calls_this_second: 0,
            language,
            right_code: None,
            failed_code_checks: 0,
        }
    }

    fn access(&self) -> Access {
        let token = match self.caller {
            Ok(_) => Token::Valid,
            Err(Token::Valid) => Token::Illegal,
            Err(token) => token,
        };
        let (calls_this_second, failed_code_checks) = (self.calls_this_second, self.failed_code_checks);
        Access { token, calls_this_second, failed_code_checks, ..Access::default() }
    }
}

/// The language of `error_msg`, told by the header `X-Language`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// `zh_CN`, which the vendor's API answers in unless told otherwise.
    #[default]
    Zh,
    /// `en_US`.
    En,
}

impl Language {
    /// The language that a header `X-Language` asks for; Chinese when it asks for none of the two.
    pub fn of_header(value: &str) -> Self {
        if value.trim().to_ascii_lowercase().starts_with("en") { Self::En } else { Self::Zh }
    }
}

/// The answer to a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The body: JSON, or nothing with status 204.
    pub body: String,
    /// With status 405, the methods there are: the header `Allow`.
    pub allow: Option<String>,
}

/// An answer, or why there is none.
type Reply = Result<Response, Refusal>;

impl Response {
    fn json(status: u16, body: &impl Serialize) -> Reply {
        let body = serde_json::to_string(body).map_err(|error| Error::Fault(error.to_string()))?;
        Ok(Self { status, body, allow: None })
    }

    fn no_content() -> Self {
        Self { status: 204, body: String::new(), allow: None }
    }
}

/// An operation of the vendor's API.
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// Its HTTP method.
    pub method: &'static str,
    /// Its path.
    pub path: &'static str,
    run: fn(&mut PartnerCenter, &Heard) -> Reply,
}

/// The operations there are.
pub static OPERATIONS: &[Operation] = &[
    list_quota_coupons::OPERATION,
    create_partner_coupons::OPERATION,
    reclaim_partner_coupons::OPERATION,
    list_issued_partner_coupons::OPERATION,
    list_partner_coupons_record::OPERATION,
    list_sub_customer_coupons::OPERATION,
    update_coupon_quotas::OPERATION,
    reclaim_coupon_quotas::OPERATION,
    list_issued_coupon_quotas::OPERATION,
    list_coupon_quotas_records::OPERATION,
    check_user_identity::OPERATION,
    send_verification_message_code::OPERATION,
    create_sub_customer::OPERATION,
    list_sub_customers::OPERATION,
    freeze_sub_customers::FREEZE,
    freeze_sub_customers::UNFREEZE,
    list_indirect_partners::OPERATION,
    list_subcustomer_monthly_bills::OPERATION,
    list_sub_customer_bill_detail::OPERATION,
    list_consume_sub_customers::OPERATION,
    list_partner_balances::OPERATION,
    list_customers_balances_detail::OPERATION,
    update_customer_account_amount::OPERATION,
    reclaim_to_partner_account::OPERATION,
    update_indirect_partner_account::OPERATION,
    reclaim_indirect_partner_account::OPERATION,
    list_partner_adjust_records::OPERATION,
    list_partner_account_change_records::OPERATION,
    list_customer_account_change_records::OPERATION,
];

impl Operation {
    /// The operation at a path, if there is one with this method.
    pub fn at(method: &str, path: &str) -> Option<&'static Self> {
        OPERATIONS.iter().find(|operation| operation.path == path && operation.method == method)
    }

    /// Statements have a limit of their own.
    fn rate_limit(&self, caller: Caller) -> Check {
        let is_statement = self.path.ends_with("/account-change-records");
        if is_statement { statement::rate_limit(caller) } else { rate_limit(caller) }
    }
}

/// Answers a call, and carries it out if it is one that changes something. A refused call changes nothing.
pub fn answer(center: &mut PartnerCenter, call: &Call) -> Response {
    reply(center, call).unwrap_or_else(|refusal| refusal.response(call.language))
}

fn reply(center: &mut PartnerCenter, call: &Call) -> Reply {
    let Some(operation) = Operation::at(call.method, call.path) else {
        let here = OPERATIONS.iter().filter(|operation| operation.path == call.path);
        let methods: Vec<_> = here.map(|operation| operation.method).collect();
        return Err(if methods.is_empty() { Refusal::NoSuchPath } else { Refusal::NoSuchMethod(methods.join(", ")) });
    };
    // Without a valid token nothing is asked of the actor.
    let actor = call.caller.clone().unwrap_or(Actor::SYSTEM);
    let access = call.access();
    let reply = Fields::of(call).and_then(|fields| {
        let heard = Heard { call, actor: &actor, access: &access, fields };
        (operation.run)(center, &heard)
    });
    match reply {
        // A gateway asks for the token, and counts, before it reads anything.
        Err(unread @ (Refusal::Malformed(_) | Refusal::OnlyFor(..))) => {
            Err(gate(center, operation, &actor, &access).err().unwrap_or(unread))
        }
        reply => reply,
    }
}

/// What is asked of a call that cannot be read.
fn gate(center: &PartnerCenter, operation: &Operation, actor: &Actor, access: &Access) -> Result<(), Refusal> {
    let caller = Caller::find(center.policy(), center.directory(), actor, access)?;
    let mut review = Review::new(center.policy());
    if review.ask_token(caller) {
        review.ask([operation.rate_limit(caller)]);
    }
    if review.is_refused() { Err(Refusal::Rules(review.breaches)) } else { Ok(()) }
}

/// A call whose fields can be read.
struct Heard<'a> {
    call: &'a Call<'a>,
    actor: &'a Actor,
    access: &'a Access,
    fields: Fields<'a>,
}

impl<'a> Heard<'a> {
    fn viewer(&self) -> Viewer<'a> {
        Viewer { actor: self.actor, access: self.access, at: self.call.now, reveal: false }
    }

    /// Partners and customers have operations of their own for the same query.
    fn only_partners(&self) -> Result<(), Refusal> {
        let is_customer = matches!(self.actor, Actor::Customer(_));
        if is_customer { Err(Refusal::OnlyFor("partners", "伙伴")) } else { Ok(()) }
    }

    fn only_customers(&self) -> Result<(), Refusal> {
        let is_customer = matches!(self.actor, Actor::Customer(_));
        if is_customer { Ok(()) } else { Err(Refusal::OnlyFor("customers", "客户")) }
    }

    /// Asks as a viewer who sees personal data in full if it may: the vendor's API has no switch for it.
    fn viewer_in_full(&self, center: &PartnerCenter) -> Result<Viewer<'a>, Refusal> {
        let caller = Caller::find(center.policy(), center.directory(), self.actor, self.access)?;
        Ok(Viewer { reveal: personal::may(caller), ..self.viewer() })
    }

    /// Carries a command out.
    fn handle(&self, center: &mut PartnerCenter, command: Command) -> Result<Decision, Refusal> {
        self.handle_with(center, self.access.clone(), command)
    }

    /// Carries out a command that came another way than the call alone tells.
    fn handle_with(&self, center: &mut PartnerCenter, access: Access, command: Command) -> Result<Decision, Refusal> {
        let (id, at) = (self.call.request_id.clone(), self.call.now);
        let actor = self.actor.clone();
        let decision = center.handle(&Request { id, at, actor, access, command })?;
        if decision.is_accepted() { Ok(decision) } else { Err(Refusal::Rules(decision.breaches)) }
    }
}

/// A page of a list, unless the query is refused.
fn shown<T>(view: Result<View<T>, Error>) -> Result<View<T>, Refusal> {
    let view = view?;
    if view.is_accepted() { Ok(view) } else { Err(Refusal::Rules(view.breaches)) }
}
