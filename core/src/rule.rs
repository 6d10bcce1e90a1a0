//! Rules: each obligation is declared once, in the file of the operation that asks it, and everything that speaks of
//! it — documentation, catalogue, `explain`, messages — is made from that one place.

use std::fmt;

use serde::Serialize;

use crate::decision::{Breach, Check, Fact, Facts};

/// A text in the two languages of the partner center.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// What a rule does when it is broken, or that it is not broken but shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Refuses the whole call.
    Call,
    /// Refuses one row of a batch; the other rows stand.
    Row,
    /// Allows, and tells.
    Warning,
    /// Says what follows from an accepted request or from time passing.
    Effect,
    /// Says what a list, a record or an export shows.
    View,
}

/// How sure we are that the partner center has this rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// A page of the vendor states it.
    Documented,
    /// It follows from stated facts.
    Derived,
    /// It is our default; `Policy` can switch it.
    Assumed,
}

/// The code and the HTTP status with which the vendor's API answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Code {
    /// Such as `CBC.0100`.
    pub code: &'static str,
    /// Such as 400. A row's code comes inside an answer with status 200.
    pub http_status: u16,
}

/// One obligation, with all that is known of it.
#[derive(Debug)]
pub struct Rule {
    /// `context.operation.slug`; never reused, never reworded once released.
    pub id: &'static str,
    /// The documentation of the constant, as written: the statement, then what more there is to say.
    pub doc: &'static str,
    /// The statement in Chinese.
    pub statement_zh: &'static str,
    /// What a breach does.
    pub level: Level,
    /// The vendor's answer, where it has a code.
    pub code: Option<Code>,
    /// Codes that depend on a fact: its name, its value, and the code then.
    pub codes_when: &'static [(&'static str, &'static str, Code)],
    /// How sure we are.
    pub confidence: Confidence,
    /// The page that says it, or what it follows from.
    pub source: &'static str,
    /// Whether the rule holds unless the policy says otherwise.
    pub on_by_default: bool,
    /// What a breach says; `{name}` stands for the fact of that name.
    pub message: Option<Text>,
    /// What would make it a yes.
    pub remedy: Option<Text>,
    /// The version of this library that first had it.
    pub since: &'static str,
    /// Where it is declared: module and constant. The id must say the same.
    pub path: (&'static str, &'static str),
}

impl Rule {
    /// The obligation in English: the first paragraph of the documentation, on one line.
    pub fn statement_en(&self) -> String {
        let paragraph = self.doc.split("\n\n").next().unwrap_or(self.doc);
        paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Holds, or is broken with these facts. The facts are only made when it is.
    #[inline]
    pub(crate) fn require(&'static self, holds: bool, facts: impl FnOnce() -> Facts) -> Check {
        if holds { Ok(()) } else { self.broken(facts()) }
    }

    /// Broken, with these facts.
    #[cold]
    pub(crate) fn broken(&'static self, facts: Facts) -> Check {
        Err(Box::new(Breach::new(self, facts)))
    }
}

impl Breach {
    /// The vendor's code for this breach, where it has one.
    pub fn code(&self) -> Option<Code> {
        let is = |name: &str, value: &str| matches!(self.fact(name), Some(Fact::Text(text)) if **text == *value);
        let found = self.rule.codes_when.iter().find(|(name, value, _)| is(name, value));
        found.map(|(_, _, code)| *code).or(self.rule.code)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// Declares a rule.
///
/// ```text
/// rule! {
///     /// A call must name at most 100 customers.
///     CUSTOMERS_MAX = "coupon.issue.customers-max", call, "CBC.0100" 400, documented "CreatePartnerCoupons";
///     zh "一次调用最多发给 100 个客户";
///     broken "{count} customers are named, at most {limit} are allowed", "指定了 {count} 个客户,最多 {limit} 个";
///     comply "split the customers over several calls", "分多次调用";
/// }
/// ```
///
/// A code that depends on a fact is added with `when "status" "used" "CBC.3112" 200;`.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])+
        $name:ident = $id:literal, $level:ident, $($code:literal $status:literal,)? $confidence:ident $source:literal $(, since $since:literal)?;
        zh $zh:literal;
        $(broken $broken_en:literal, $broken_zh:literal;
        comply $comply_en:literal, $comply_zh:literal;)?
        $(when $fact:literal $value:literal $other:literal $other_status:literal;)*
    ) => {
        $(#[doc = $doc])+
        #[doc = ""]
        #[doc = concat!("中文:", $zh)]
        pub static $name: $crate::rule::Rule = $crate::rule::Rule {
            id: $id,
            doc: concat!($($doc, "\n"),+),
            statement_zh: $zh,
            level: $crate::rule::rule!(@level $level),
            code: $crate::rule::rule!(@code $($code $status)?),
            codes_when: &[$(($fact, $value, $crate::rule::Code { code: $other, http_status: $other_status })),*],
            confidence: $crate::rule::rule!(@confidence $confidence),
            source: $source,
            on_by_default: $crate::rule::rule!(@on $confidence),
            message: $crate::rule::rule!(@text $($broken_en $broken_zh)?),
            remedy: $crate::rule::rule!(@text $($comply_en $comply_zh)?),
            since: $crate::rule::rule!(@since $($since)?),
            path: (module_path!(), stringify!($name)),
        };
    };
    (@level call) => { $crate::rule::Level::Call };
    (@level row) => { $crate::rule::Level::Row };
    (@level warning) => { $crate::rule::Level::Warning };
    (@level effect) => { $crate::rule::Level::Effect };
    (@level view) => { $crate::rule::Level::View };
    (@confidence documented) => { $crate::rule::Confidence::Documented };
    (@confidence derived) => { $crate::rule::Confidence::Derived };
    (@confidence assumed) => { $crate::rule::Confidence::Assumed };
    (@confidence assumed_off) => { $crate::rule::Confidence::Assumed };
    (@on assumed_off) => { false };
    (@on $confidence:ident) => { true };
    (@code) => { None };
    (@code $code:literal $status:literal) => { Some($crate::rule::Code { code: $code, http_status: $status }) };
    (@text) => { None };
    (@text $en:literal $zh:literal) => { Some($crate::rule::Text { en: $en, zh: $zh }) };
    (@since) => { "0.1.0" };
    (@since $since:literal) => { $since };
}
pub(crate) use rule;

/// Every rule of the library, in reading order: by context, by operation, in the order the partner center asks them.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    crate::center::RULES.iter().flat_map(|rules| rules.iter().copied())
}

/// The rule with this id.
///
/// ```
/// let rule = partnerkit::explain("coupon.issue.customers-max").unwrap();
/// assert_eq!(rule.code.unwrap().code, "CBC.0100");
/// ```
pub fn explain(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
