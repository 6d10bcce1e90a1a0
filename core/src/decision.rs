//! A request goes in, a decision comes out: the words every context speaks.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::error::{Error, Malformed};
use crate::event::{Change, Event, VERSION};
use crate::id::{CustomerId, MemberId, PartnerId, RequestId};
use crate::money::{Money, Ratio};
use crate::policy::Policy;
use crate::reading::choice;
use crate::rule::{Rule, explain};
use crate::time::Timestamp;

/// Somebody asks for something, at an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Names the request. A second request of this id with the same actor and command is a repeat: it is answered from memory and
    /// changes nothing. The ids of new coupons and quotas are made from it, so it should be short and unique, as a UUID is.
    pub id: RequestId,
    /// Now, as the caller's clock has it.
    pub at: Timestamp,
    /// Who asks.
    pub actor: Actor,
    /// The way the request came; through the API with a valid token, unless said otherwise.
    #[serde(default, skip_serializing_if = "Access::is_default")]
    pub access: Access,
    /// What is asked for.
    pub command: Command,
}

impl Request {
    /// A request through the API, with a valid token.
    pub fn new(id: RequestId, at: Timestamp, actor: Actor, command: Command) -> Self {
        Self { id, at, actor, access: Access::default(), command }
    }
}

choice! {
    /// Who asks.
    #[derive(Hash)]
    pub enum Actor {
        /// The cloud vendor's own staff and systems.
        "vendor" => Vendor(Nobody),
        /// The partner center itself, when time passes.
        "system" => System(Nobody),
        /// A partner's main account, which may do all its partner may.
        "partner" => Partner(PartnerAccount),
        /// An operator account of a partner, which may do what its permission items say.
        "member" => Member(MemberAccount),
        /// A customer, with the customer's own token.
        "customer" => Customer(CustomerAccount),
    }
}

/// An actor of whom there is only one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Nobody {}

/// A partner's main account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartnerAccount {
    /// The partner.
    pub partner: PartnerId,
}

/// An operator account of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MemberAccount {
    /// The partner.
    pub partner: PartnerId,
    /// The operator account.
    pub member: MemberId,
}

/// A customer account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CustomerAccount {
    /// The customer.
    pub customer: CustomerId,
}

impl Actor {
    /// The vendor.
    pub const VENDOR: Self = Self::Vendor(Nobody {});
    /// The system.
    pub const SYSTEM: Self = Self::System(Nobody {});

    /// A partner's main account.
    pub fn partner(partner: PartnerId) -> Self {
        Self::Partner(PartnerAccount { partner })
    }

    /// The partner for whom the actor acts, if it is one's.
    pub fn acts_for(&self) -> Option<&PartnerId> {
        match self {
            Self::Partner(account) => Some(&account.partner),
            Self::Member(account) => Some(&account.partner),
            _ => None,
        }
    }
}

/// The way a request came. What a gateway has already found out is told here as facts; the library verifies no credential.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Access {
    /// API or console.
    pub channel: Channel,
    /// What the gateway says of the token. Only the API has one.
    pub token: Token,
    /// Calls of this source address, operation and partner in this clock second before this one, refused ones included.
    pub calls_this_second: u32,
    /// Whether the verification code that came along is right; nothing when none came. The console has one for critical operations, and
    /// the API for registrations.
    pub verification_code: Option<bool>,
    /// Checks of that code that failed before this one. They are counted by whoever checks the code: a refusal changes nothing here.
    pub failed_code_checks: u32,
}

impl Access {
    /// Through the console, without a verification code.
    pub fn console() -> Self {
        Self { channel: Channel::Console, ..Self::default() }
    }

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Where a request came in. Some rules hold for one of them only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// The vendor's API.
    #[default]
    Api,
    /// The partner center's pages.
    Console,
}

/// What a gateway says of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Token {
    /// It is valid.
    #[default]
    Valid,
    /// There is none.
    Missing,
    /// It is not one.
    Illegal,
    /// It was one.
    Expired,
}

/// What follows from a request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// What happened, in order; empty when the call is refused.
    pub events: Vec<Event>,
    /// One for each customer, coupon or quota of a batch, in the order asked; empty when the call is refused as a whole, but
    /// for the refused rows of a caller who wanted all or nothing.
    pub rows: Vec<Row>,
    /// The rules of level `call` that the request breaks, in the order the partner center asks them. The first one is what
    /// the vendor's API would answer. Empty when the call is accepted.
    pub breaches: Vec<Breach>,
    /// Allowed, but worth knowing.
    pub warnings: Vec<Breach>,
    /// Whether this is the answer to a repeat, from memory. It has no events: they have happened.
    pub repeated: bool,
}

impl Decision {
    /// Whether the call is accepted. Some of its rows may still be refused.
    pub fn is_accepted(&self) -> bool {
        self.breaches.is_empty()
    }

    pub(crate) fn refused(breaches: Vec<Breach>) -> Self {
        Self { breaches, ..Self::default() }
    }
}

/// The outcome for one customer, coupon or quota of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RecordedRow"))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The customer, coupon, quota or reseller, as the caller wrote it.
    pub subject: Arc<str>,
    /// The id of what came into being: a coupon, a child quota.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// The value that moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The rules of level `row` it breaks, in the partner center's order; empty when the row stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaches: Vec<Breach>,
}

/// Holds, or is broken. Boxed, so that asking a rule costs one word while it holds.
pub type Check = Result<(), Box<Breach>>;

/// One rule broken by one request, and the facts that break it.
#[derive(Clone, PartialEq, Eq)]
pub struct Breach {
    /// The rule.
    pub rule: &'static Rule,
    /// The facts, by name, in the order of the message.
    pub facts: Facts,
}

/// The facts of a breach, by name.
pub type Facts = Vec<(&'static str, Fact)>;

/// One fact of a breach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Fact {
    /// How many.
    Count(u64),
    /// How much.
    Money(Money),
    /// When.
    Time(Timestamp),
    /// A name, a state, or what the caller wrote.
    Text(Arc<str>),
    /// Several of them.
    List(Vec<Arc<str>>),
}

impl Breach {
    pub(crate) fn new(rule: &'static Rule, facts: Facts) -> Self {
        Self { rule, facts }
    }

    /// The fact of this name.
    pub fn fact(&self, name: &str) -> Option<&Fact> {
        self.facts.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact)
    }

    /// What is wrong, in English.
    pub fn message_en(&self) -> String {
        self.fill(self.rule.message.map_or("", |message| message.en), ", ")
    }

    /// What is wrong, in Chinese.
    pub fn message_zh(&self) -> String {
        self.fill(self.rule.message.map_or("", |message| message.zh), "、")
    }

    fn fill(&self, template: &str, comma: &str) -> String {
        let mut message = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            message.push_str(before);
            match self.fact(name) {
                Some(fact) => fact.write(&mut message, comma),
                None => message.push('?'),
            }
            rest = after;
        }
        message.push_str(rest);
        message
    }
}

impl Fact {
    fn write(&self, message: &mut String, comma: &str) {
        let quoted = |text: &str| format!("`{}`", text.escape_debug());
        let text = match self {
            Self::Count(count) => count.to_string(),
            Self::Money(money) => money.to_string(),
            Self::Time(time) => time.to_string(),
            Self::Text(text) => quoted(text),
            Self::List(list) if list.is_empty() => "-".into(),
            Self::List(list) => list.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(comma),
        };
        message.push_str(&text);
    }
}

impl fmt::Debug for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule.id, self.message_en())
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message_en())
    }
}

/// In events, a breach is its rule and its facts: wording improves, what happened does not.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RecordedBreach"))]
#[serde(deny_unknown_fields)]
pub(crate) struct Recorded {
    /// The id of the rule.
    rule: String,
    /// The facts that broke it.
    facts: std::collections::BTreeMap<String, Fact>,
}

impl Serialize for Breach {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let facts = self.facts.iter().map(|(name, fact)| (String::from(*name), fact.clone())).collect();
        Recorded { rule: self.rule.id.into(), facts }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Breach {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let recorded = Recorded::deserialize(deserializer)?;
        let wrong = |field: &str, expected: &str, found: &str| {
            serde::de::Error::custom(Malformed { field: field.into(), ..Malformed::new(expected, found) }.carried())
        };
        let rule = explain(&recorded.rule).ok_or_else(|| wrong("rule", "the id of a rule", &recorded.rule))?;
        let template = rule.message.map_or("", |message| message.en);
        let names = || template.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        let mut facts = Facts::new();
        for name in names() {
            if facts.iter().all(|(known, _)| *known != name) {
                let fact = recorded.facts.get(name).ok_or_else(|| wrong("facts", "complete", name))?;
                facts.push((name, fact.clone()));
            }
        }
        match recorded.facts.keys().find(|known| names().all(|name| name != **known)) {
            Some(unknown) => Err(wrong("facts", "facts of the rule's message", unknown)),
            None => Ok(Self { rule, facts }),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Breach {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Recorded::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Recorded::json_schema(generator)
    }
}

/// `facts! { count: 3, limit: 2 }`
macro_rules! facts {
    ($($name:ident: $value:expr),* $(,)?) => { vec![$((stringify!($name), $crate::decision::Fact::from($value))),*] };
}
pub(crate) use facts;

macro_rules! fact_from {
    ($($type:ty => |$value:ident| $fact:expr;)+) => {
        $(impl From<$type> for Fact { fn from($value: $type) -> Self { $fact } })+
    };
}

fact_from! {
    usize => |count| Self::Count(u64::try_from(count).unwrap_or(u64::MAX));
    u32 => |count| Self::Count(count.into());
    u64 => |count| Self::Count(count);
    Money => |money| Self::Money(money);
    Timestamp => |time| Self::Time(time);
    &str => |text| Self::Text(text.into());
    String => |text| Self::Text(text.into());
    Ratio => |ratio| Self::Text(ratio.to_string().into());
    crate::personal::Personal => |personal| Self::Text(personal.to_string().into());
    crate::time::Date => |day| Self::Text(day.to_string().into());
    Vec<Arc<str>> => |list| Self::List(list);
}

/// Asks rules and keeps the broken ones. Nothing is allocated while nothing is broken.
pub(crate) struct Review<'a> {
    policy: &'a Policy,
    pub breaches: Vec<Breach>,
}

impl<'a> Review<'a> {
    pub fn new(policy: &'a Policy) -> Self {
        Self { policy, breaches: Vec::new() }
    }

    pub fn policy(&self) -> &'a Policy {
        self.policy
    }

    /// Asks all of these; those that the policy has switched off do not count.
    #[inline]
    pub fn ask(&mut self, checks: impl IntoIterator<Item = Check>) -> &mut Self {
        for check in checks {
            if let Err(breach) = check {
                self.keep(*breach);
            }
        }
        self
    }

    #[cold]
    fn keep(&mut self, breach: Breach) {
        if self.policy.enforces(breach.rule) {
            self.breaches.push(breach);
        }
    }

    pub fn is_refused(&self) -> bool {
        !self.breaches.is_empty()
    }

    pub fn refuse(self) -> Decision {
        Decision::refused(self.breaches)
    }
}

/// An accepted call in the making: its events, one after the other, and its rows.
pub(crate) struct Accepted<'a> {
    request: &'a Request,
    fingerprint: u64,
    decision: Decision,
    /// The id of the request, with room for what makes an id of it.
    id: String,
    /// Whether there is a row that no event tells.
    has_lone_row: bool,
}

impl<'a> Accepted<'a> {
    pub fn new(request: &'a Request) -> Self {
        let fingerprint = crate::center::fingerprint(request);
        Self { request, fingerprint, decision: Decision::default(), id: String::new(), has_lone_row: false }
    }

    pub fn now(&self) -> Timestamp {
        self.request.at
    }

    /// The id of the next thing that comes into being.
    pub fn new_id(&mut self) -> &str {
        crate::event::write_id(&mut self.id, &self.request.id, self.decision.events.len());
        &self.id
    }

    /// Something happens.
    pub fn event(&mut self, change: Change) {
        let event = Event {
            version: VERSION,
            request: self.request.id.clone(),
            index: u32::try_from(self.decision.events.len()).unwrap_or(u32::MAX),
            at: self.request.at,
            actor: self.request.actor.clone(),
            fingerprint: self.fingerprint,
            warnings: Vec::new(),
            rows: Vec::new(),
            change,
        };
        push(&mut self.decision.events, event);
    }

    /// A row that the event before it tells.
    pub fn row(&mut self, row: Row) {
        push(&mut self.decision.rows, row);
    }

    /// A row that no event tells.
    pub fn lone_row(&mut self, row: Row) {
        self.has_lone_row = true;
        self.row(row);
    }

    /// A row is refused, and nothing happens.
    pub fn refuse_row(&mut self, subject: String, breaches: Vec<Breach>) {
        self.lone_row(Row::refused(subject, breaches));
    }

    /// What the caller should know; it is remembered with the last event.
    pub fn warn(&mut self, warnings: Vec<Breach>) {
        if let Some(event) = self.decision.events.last_mut() {
            event.warnings.extend(warnings.iter().cloned());
        }
        self.decision.warnings.extend(warnings);
    }

    pub fn decision(mut self) -> Decision {
        // A repeat is told the same rows, and what is remembered is made of events.
        if let (true, Some(event)) = (self.has_lone_row, self.decision.events.last_mut()) {
            event.rows = self.decision.rows.clone();
        }
        self.decision
    }

    /// The decision, unless the caller wants all or nothing and a row is refused.
    pub fn decision_with(self, policy: &Policy, all_or_nothing: bool) -> Decision {
        let refused = self.decision.rows.iter().filter(|row| !row.breaches.is_empty()).count();
        if !all_or_nothing || refused == 0 || !policy.enforces(&crate::center::ALL_OR_NOTHING) {
            return self.decision();
        }
        let breach = Breach::new(&crate::center::ALL_OR_NOTHING, facts! { refused: refused, count: self.decision.rows.len() });
        let rows = self.decision.rows.into_iter().filter(|row| !row.breaches.is_empty()).collect();
        Decision { rows, ..Decision::refused(vec![breach]) }
    }
}

impl Row {
    pub(crate) fn refused(subject: String, breaches: Vec<Breach>) -> Self {
        Self { subject: subject.into(), id: None, amount: None, breaches }
    }

    /// A row that stands; nothing came into being and no value moved.
    pub(crate) fn done(subject: impl Into<Arc<str>>) -> Self {
        Self { subject: subject.into(), id: None, amount: None, breaches: Vec::new() }
    }

    pub(crate) fn new(subject: impl Into<Arc<str>>, id: impl Into<Arc<str>>, amount: Money) -> Self {
        Self { subject: subject.into(), id: Some(id.into()), amount: Some(amount), breaches: Vec::new() }
    }
}

/// What a request would make has an id that something has already.
pub(crate) fn id_taken(request: &Request, made: impl fmt::Display) -> Error {
    Malformed::new(format!("an id from which a new one follows than `{made}`"), &request.id).at("id").into()
}

/// Adds to a list that mostly stays at one. A list's own first step has room for four, and these things are large.
pub(crate) fn push<T>(list: &mut Vec<T>, thing: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(thing);
}

/// The first value that stands in a list a second time.
pub(crate) fn first_repeated<T: std::hash::Hash + Eq>(list: &[T]) -> Option<&T> {
    // Short lists are the rule, and need no memory.
    if list.len() <= 8 {
        return list
            .iter()
            .enumerate()
            .find(|(place, value)| list.iter().take(*place).any(|before| before == *value))
            .map(|(_, value)| value);
    }
    let mut seen = std::collections::HashSet::with_capacity_and_hasher(list.len(), foldhash::fast::FixedState::default());
    list.iter().find(|value| !seen.insert(*value))
}

/// What `decide` of an operation gives.
pub(crate) type Decided = Result<Decision, Error>;
