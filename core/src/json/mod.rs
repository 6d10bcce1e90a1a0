//! The JSON door: text in, text out. The Python and JavaScript packages are built on it, and hold nothing else.

mod views;

use serde::Serialize;
#[cfg(feature = "schema")]
use serde_json::Value;
use serde_json::json;

use crate::audit::{Finding, Place, Tables};
use crate::can::{Ask, Eligibility};
use crate::center::{PartnerCenter, Viewer};
use crate::decision::{Breach, Decision, Fact, Request, Row};
use crate::error::{Error, Malformed, Unknown};
use crate::event::Event;
use crate::export::ExportRow;
use crate::money::Money;
use crate::policy::Policy;
use crate::reading::{from_text, from_value, value_of};
use crate::rule::{Confidence, Level, Rule, Text};
use crate::view::Query;
use crate::warning::{WarningItem, WarningRow};

/// An empty world under a policy, or under the default one.
///
/// # Errors
/// When the policy is none.
pub fn open(policy: Option<&str>) -> Result<PartnerCenter, Error> {
    let policy: Policy = policy.map_or_else(|| Ok(Policy::default()), from_text)?;
    Ok(PartnerCenter::new(policy))
}

/// What would follow from a request.
///
/// # Errors
/// When the request is none, or names somebody or something unknown.
pub fn decide(center: &PartnerCenter, request: &str) -> Result<String, Error> {
    let request: Request = from_text(request)?;
    written(&DecisionAnswer::of(&center.decide(&request)?))
}

/// Decides a request and carries it out.
///
/// # Errors
/// As [`decide`].
pub fn handle(center: &mut PartnerCenter, request: &str) -> Result<String, Error> {
    let request: Request = from_text(request)?;
    written(&DecisionAnswer::of(&center.handle(&request)?))
}

/// Whether somebody may do a thing, and why not.
///
/// # Errors
/// When the question is none, or names somebody or something unknown.
pub fn can(center: &PartnerCenter, ask: &str) -> Result<String, Error> {
    let ask: Ask = from_text(ask)?;
    written(&EligibilityAnswer::of(&center.can(&ask)?))
}

/// Takes in something that happened.
///
/// # Errors
/// When the event is none, or cannot have happened.
pub fn apply(center: &mut PartnerCenter, event: &str) -> Result<(), Error> {
    center.apply(&from_text::<Event>(event)?)
}

/// The world that a list of events has made.
///
/// # Errors
/// When the policy or an event is none, or an event cannot have happened.
pub fn replay(policy: Option<&str>, events: &str) -> Result<PartnerCenter, Error> {
    let mut center = open(policy)?;
    for event in from_text::<Vec<Event>>(events)? {
        center.apply(&event)?;
    }
    Ok(center)
}

/// All that the center knows, as text from which [`restore`] makes it again.
///
/// # Errors
/// Only by a fault of this library.
pub fn snapshot(center: &PartnerCenter) -> Result<String, Error> {
    written(center)
}

/// The center a snapshot was taken of.
///
/// # Errors
/// When the text is no snapshot.
pub fn restore(snapshot: &str) -> Result<PartnerCenter, Error> {
    Ok(from_text(snapshot)?)
}

/// What there is to see.
///
/// # Errors
/// When the query is none, or its actor is unknown.
pub fn view(center: &PartnerCenter, query: &str) -> Result<String, Error> {
    let query: Query = from_text(query)?;
    let viewer = Viewer { actor: &query.actor, access: &query.access, at: query.at, reveal: query.reveal };
    views::view(center, viewer, &query.view)
}

/// What there is to see, as the text of a file: a query with a `format`, which is `csv`, `csv-bom` or `jsonl`.
///
/// # Errors
/// When the query is none, or its actor is unknown.
pub fn export(center: &PartnerCenter, query: &str) -> Result<String, Error> {
    let mut value = value_of(query)?;
    let format = value.as_object_mut().and_then(|query| query.remove("format"));
    let format: Format = match format {
        Some(format) => from_value(format).map_err(|wrong: Malformed| wrong.at("format"))?,
        None => return Err(Malformed { field: "format".into(), expected: "present".into(), found: None }.into()),
    };
    let query: Query = from_value(value)?;
    let viewer = Viewer { actor: &query.actor, access: &query.access, at: query.at, reveal: query.reveal };
    views::export(center, viewer, &query.view, format)
}

/// What no correct list can hold: exported tables in, findings out.
///
/// # Errors
/// When a table is none that can be audited, or a row lacks a column or has something else than text in one.
pub fn audit(tables: &str) -> Result<String, Error> {
    let ask: AuditAsk = from_text(tables)?;
    let findings = ask.tables.findings();
    written(&AuditAnswer { findings: findings.iter().map(FindingAnswer::of).collect() })
}

/// Every rule, as a list.
///
/// # Errors
/// Only by a fault of this library.
pub fn rules() -> Result<String, Error> {
    written(&crate::rules().map(RuleAnswer::of).collect::<Vec<_>>())
}

/// One rule.
///
/// # Errors
/// When there is no rule of this id.
pub fn explain(id: &str) -> Result<String, Error> {
    written(&RuleAnswer::of(crate::explain(id).ok_or_else(|| Unknown::new("rule", id))?))
}

/// An error as an object.
pub fn error(error: &Error) -> String {
    let message = error.to_string();
    let told = match error {
        Error::Malformed(wrong) => {
            json!({ "error": "malformed", "field": wrong.field, "expected": wrong.expected, "found": wrong.found, "message": message })
        }
        Error::Unknown(unknown) => json!({ "error": "unknown", "entity": unknown.entity, "id": unknown.id, "message": message }),
        Error::Fault(_) => json!({ "error": "fault", "message": message }),
    };
    told.to_string()
}

fn written(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Fault(error.to_string()))
}

/// How an export is written.
#[derive(Clone, Copy, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Format {
    /// RFC 4180, UTF-8.
    Csv,
    /// The same with a byte order mark, by which spreadsheets know UTF-8.
    CsvBom,
    /// One JSON object a line.
    Jsonl,
}

impl Format {
    fn text<R: ExportRow>(self, rows: &[R]) -> Result<String, Error> {
        match self {
            Self::Csv => crate::csv_text::text(rows),
            Self::CsvBom => Ok(format!("\u{feff}{}", crate::csv_text::text(rows)?)),
            Self::Jsonl => rows.iter().map(|row| Ok(written(row)? + "\n")).collect(),
        }
    }
}

/// A decision.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Decision"))]
struct DecisionAnswer<'a> {
    /// Whether the call is accepted; some of its rows may still be refused.
    accepted: bool,
    /// Whether this is the answer to a repeat, from memory.
    repeated: bool,
    /// What happened, in order; empty when the call is refused or repeated.
    events: &'a [Event],
    /// One for each customer, coupon or quota of a batch.
    rows: Vec<RowAnswer<'a>>,
    /// The rules the call breaks, in the order the partner center asks them.
    breaches: Vec<BreachAnswer>,
    /// Allowed, but worth knowing.
    warnings: Vec<BreachAnswer>,
}

impl<'a> DecisionAnswer<'a> {
    fn of(decision: &'a Decision) -> Self {
        Self {
            accepted: decision.is_accepted(),
            repeated: decision.repeated,
            events: &decision.events,
            rows: decision.rows.iter().map(RowAnswer::of).collect(),
            breaches: decision.breaches.iter().map(BreachAnswer::of).collect(),
            warnings: decision.warnings.iter().map(BreachAnswer::of).collect(),
        }
    }
}

/// Whether a thing can be done, and why not.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Eligibility"))]
struct EligibilityAnswer {
    /// Whether it can be done.
    allowed: bool,
    /// The rules in the way, in the order the partner center asks them.
    breaches: Vec<BreachAnswer>,
    /// What would be allowed, but is worth knowing.
    warnings: Vec<BreachAnswer>,
}

impl EligibilityAnswer {
    fn of(eligibility: &Eligibility) -> Self {
        Self {
            allowed: eligibility.is_allowed(),
            breaches: eligibility.breaches.iter().map(BreachAnswer::of).collect(),
            warnings: eligibility.warnings.iter().map(BreachAnswer::of).collect(),
        }
    }
}

/// Tables to be audited.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct AuditAsk {
    tables: Tables,
}

/// What an audit found.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Audit"))]
struct AuditAnswer<'a> {
    /// The findings, in the order of tables and rows; none when nothing is wrong.
    findings: Vec<FindingAnswer<'a>>,
}

/// Something that no correct table holds.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AuditFinding"))]
struct FindingAnswer<'a> {
    /// The id of the rule that does not hold.
    rule: &'static str,
    /// The rows it does not hold for, those that may be wrong among them.
    rows: &'a [Place],
    /// What would be right.
    expected: &'a str,
    /// What stands there.
    found: &'a str,
    /// How much more is found than expected, where both are amounts: an exact decimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<&'a str>,
    /// What is wrong.
    message: Message,
}

impl<'a> FindingAnswer<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            rule: finding.rule.id,
            rows: &finding.rows,
            expected: &finding.expected,
            found: &finding.found,
            difference: finding.difference.as_deref(),
            message: Message { en: finding.message_en(), zh: finding.message_zh() },
        }
    }
}

/// The outcome for one customer, coupon or quota of a batch.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Row"))]
struct RowAnswer<'a> {
    /// The customer, coupon, quota or reseller, as the caller wrote it.
    subject: &'a str,
    /// Whether the row stands.
    accepted: bool,
    /// The id of what came into being.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    /// The value that moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
    /// The rules it breaks, in the partner center's order.
    breaches: Vec<BreachAnswer>,
}

impl<'a> RowAnswer<'a> {
    fn of(row: &'a Row) -> Self {
        Self {
            subject: &row.subject,
            accepted: row.breaches.is_empty(),
            id: row.id.as_deref(),
            amount: row.amount,
            breaches: row.breaches.iter().map(BreachAnswer::of).collect(),
        }
    }
}

/// A text in two languages.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Message"))]
struct Message {
    /// English.
    en: String,
    /// Simplified Chinese.
    zh: String,
}

/// One broken rule.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Breach"))]
struct BreachAnswer {
    /// The id of the rule.
    rule: &'static str,
    /// What the breach does.
    level: Level,
    /// The vendor's code, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    /// The HTTP status of the vendor's answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    http_status: Option<u16>,
    /// What is wrong.
    message: Message,
    /// What would make it a yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<Text>,
    /// The facts, by name.
    facts: std::collections::BTreeMap<&'static str, Fact>,
}

impl BreachAnswer {
    fn of(breach: &Breach) -> Self {
        Self {
            rule: breach.rule.id,
            level: breach.rule.level,
            code: breach.code().map(|code| code.code),
            http_status: breach.code().map(|code| code.http_status),
            message: Message { en: breach.message_en(), zh: breach.message_zh() },
            remedy: breach.rule.remedy,
            facts: breach.facts.iter().map(|(name, fact)| (*name, fact.clone())).collect(),
        }
    }
}

/// A page of a list.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ViewAnswer<I> {
    /// Whether the query is answered.
    accepted: bool,
    /// The rules it breaks.
    breaches: Vec<BreachAnswer>,
    /// How many there are in all.
    total: usize,
    /// Those of the page, in the order of creation.
    items: Vec<I>,
}

/// An exported file.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Export"))]
struct ExportAnswer {
    /// Whether there is a file.
    accepted: bool,
    /// The rules the export breaks.
    breaches: Vec<BreachAnswer>,
    /// The file.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// An operation record of a coupon, with its reasons explained.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CouponRecord"))]
struct CouponRecordItem<'a> {
    /// Its id.
    id: String,
    /// The partner whose record it is.
    partner_id: &'a crate::PartnerId,
    /// Who did it.
    operator: &'a crate::Actor,
    /// What was done.
    operation_type: crate::coupon::CouponOperation,
    /// The quota that paid, or that was credited.
    quota_id: &'a crate::QuotaId,
    /// The coupon; none when its issue failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    coupon_id: Option<&'a crate::CouponId>,
    /// What the coupon is, or would have been.
    kind: crate::coupon::CouponKind,
    /// The customer.
    customer_id: &'a str,
    /// The face value of an issue, the value taken by a reclaim.
    operation_amount: Money,
    /// When.
    operation_time: crate::Timestamp,
    /// Whether it was done.
    result: crate::coupon::OperationResult,
    /// Why not.
    reasons: Vec<BreachAnswer>,
    /// The issuer's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<&'a str>,
}

impl<'a> CouponRecordItem<'a> {
    fn of(record: &'a crate::coupon::CouponRecord) -> Self {
        Self {
            id: record.id(),
            partner_id: &record.partner_id,
            operator: &record.operator,
            operation_type: record.operation_type,
            quota_id: &record.quota_id,
            coupon_id: record.coupon_id.as_ref(),
            kind: record.kind,
            customer_id: &record.customer_id,
            operation_amount: record.operation_amount,
            operation_time: record.operation_time,
            result: record.result,
            reasons: record.reasons.iter().map(BreachAnswer::of).collect(),
            remark: record.remark.as_deref(),
        }
    }
}

/// A warning, and why the viewer may not process it, explained.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "WarningItem"))]
struct WarningAnswer {
    /// What is shown of it.
    #[serde(flatten)]
    row: WarningRow,
    /// Why the viewer may not process it; nothing when it may.
    reasons: Vec<BreachAnswer>,
}

impl WarningAnswer {
    fn of(item: WarningItem) -> Self {
        Self { reasons: item.reasons.iter().map(BreachAnswer::of).collect(), row: item.row }
    }
}

/// All that is known of a rule.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RuleInfo"))]
struct RuleAnswer {
    /// Its id.
    id: &'static str,
    /// What a breach does.
    level: Level,
    /// The obligation.
    statement: Message,
    /// What would make it a yes; nothing for rules that cannot be broken.
    remedy: Option<Text>,
    /// The vendor's code, where it has one.
    code: Option<&'static str>,
    /// The HTTP status of the vendor's answer.
    http_status: Option<u16>,
    /// How sure we are.
    confidence: Confidence,
    /// Where it is written, or what it follows from.
    source: &'static str,
    /// Whether it holds unless the policy says otherwise.
    on_by_default: bool,
    /// The version that first had it.
    since: &'static str,
}

impl RuleAnswer {
    fn of(rule: &'static Rule) -> Self {
        Self {
            id: rule.id,
            level: rule.level,
            statement: Message { en: rule.statement_en(), zh: rule.statement_zh.into() },
            remedy: rule.remedy,
            code: rule.code.map(|code| code.code),
            http_status: rule.code.map(|code| code.http_status),
            confidence: rule.confidence,
            source: rule.source,
            on_by_default: rule.on_by_default,
            since: rule.since,
        }
    }
}

/// JSON Schemas of every type that crosses the door, under `$defs`; of each view its items and the columns of its export.
#[cfg(feature = "schema")]
pub fn schema() -> Value {
    let mut generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
    generator.subschema_for::<Request>();
    generator.subschema_for::<Query>();
    generator.subschema_for::<Format>();
    generator.subschema_for::<Policy>();
    generator.subschema_for::<Ask>();
    generator.subschema_for::<DecisionAnswer>();
    generator.subschema_for::<EligibilityAnswer>();
    generator.subschema_for::<ExportAnswer>();
    generator.subschema_for::<AuditAnswer>();
    generator.subschema_for::<RuleAnswer>();
    let (views, exports) = views::schemas(&mut generator);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": generator.take_definitions(true),
        "views": views,
        "exports": exports,
    })
}
