//! How a refusal is told: the vendor's code and message first, and beside them all that is wrong.

use serde::Serialize;

use super::{Language, Response};
use crate::decision::{Breach, Fact};
use crate::error::{Error, Malformed};
use crate::rule::{Code, Text};

/// Why a call is refused as a whole.
pub(super) enum Refusal {
    Rules(Vec<Breach>),
    Malformed(Malformed),
    /// A partner or an operator account that this center does not have.
    Stranger(String),
    /// The operation is for callers of another sort, told in English and Chinese.
    OnlyFor(&'static str, &'static str),
    NoSuchPath,
    /// The path has these methods only.
    NoSuchMethod(String),
    Fault(String),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error {
            Error::Malformed(wrong) => wrong.into(),
            Error::Unknown(unknown) => Self::Stranger(unknown.to_string()),
            Error::Fault(_) => Self::Fault(error.to_string()),
        }
    }
}

impl From<Malformed> for Refusal {
    fn from(wrong: Malformed) -> Self {
        Self::Malformed(wrong)
    }
}

/// The longest `error_msg`, in characters.
const MESSAGE_MAX: usize = 1024;
const BAD_PARAMETER: Code = Code { code: "CBC.0100", http_status: 400 };
const WRONG_CALLER: Code = Code { code: "CBC.0151", http_status: 403 };
const NOT_PERMITTED: Code = Code { code: "CBC.0155", http_status: 403 };
const OTHER: Code = Code { code: "CBC.0999", http_status: 500 };
/// The gateway's own: it knows no such operation.
const NO_SUCH_PATH: Code = Code { code: "APIG.0101", http_status: 404 };
const NO_SUCH_METHOD: Code = Code { code: "APIG.0101", http_status: 405 };

/// `{error_code, error_msg}`, in a list with the `id` of its row.
#[derive(Serialize)]
pub(super) struct ErrorDetail<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    error_code: &'static str,
    error_msg: String,
    #[serde(skip_serializing_if = "Reasons::is_empty")]
    partnerkit: Reasons<'a>,
}

/// What this library adds to an answer.
#[derive(Default, Serialize)]
pub(super) struct Reasons<'a> {
    /// The rules that are broken, in the partner center's order.
    breaches: Vec<Reason<'a>>,
    /// What is allowed, but worth knowing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Reason<'a>>,
    /// The field that cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    malformed: Option<Unreadable<'a>>,
}

#[derive(Serialize)]
struct Unreadable<'a> {
    field: &'a str,
    expected: &'a str,
    found: Option<&'a str>,
}

/// One broken rule.
#[derive(Serialize)]
struct Reason<'a> {
    rule: &'static str,
    code: Option<&'static str>,
    http_status: Option<u16>,
    message: Message,
    remedy: Option<Text>,
    facts: std::collections::BTreeMap<&'static str, &'a Fact>,
}

#[derive(Serialize)]
struct Message {
    en: String,
    zh: String,
}

impl<'a> Reason<'a> {
    fn of(breach: &'a Breach) -> Self {
        Self {
            rule: breach.rule.id,
            code: breach.code().map(|code| code.code),
            http_status: breach.code().map(|code| code.http_status),
            message: Message { en: breach.message_en(), zh: breach.message_zh() },
            remedy: breach.rule.remedy,
            facts: breach.facts.iter().map(|(name, fact)| (*name, fact)).collect(),
        }
    }
}

impl<'a> Reasons<'a> {
    pub fn of(breaches: &'a [Breach]) -> Self {
        Self { breaches: breaches.iter().map(Reason::of).collect(), ..Self::default() }
    }

    /// What an accepted call should know.
    pub fn warnings(warnings: &'a [Breach]) -> Self {
        Self { warnings: warnings.iter().map(Reason::of).collect(), ..Self::default() }
    }

    pub fn is_empty(&self) -> bool {
        self.breaches.is_empty() && self.warnings.is_empty() && self.malformed.is_none()
    }
}

/// The vendor's answer to these breaches: the first one's, as far as they have codes. Some rules are the console's, or of this library
/// alone, and have none; when no other rule is broken, the caller is told that a parameter is wrong.
fn answered(breaches: &[Breach]) -> (Code, Option<&Breach>) {
    let with_code = breaches.iter().find_map(|breach| breach.code().map(|code| (code, Some(breach))));
    with_code.unwrap_or((BAD_PARAMETER, breaches.first()))
}

impl<'a> ErrorDetail<'a> {
    /// Of one row of a batch.
    pub fn of_row(id: &'a str, breaches: &'a [Breach], language: Language) -> Self {
        Self { id: Some(id), ..Self::of(breaches, language).1 }
    }

    fn of(breaches: &'a [Breach], language: Language) -> (u16, Self) {
        let (code, breach) = answered(breaches);
        let message = match language {
            Language::En => breach.map(Breach::message_en),
            Language::Zh => breach.map(Breach::message_zh),
        };
        let error_msg = shortened(message.unwrap_or_default());
        (code.http_status, Self { id: None, error_code: code.code, error_msg, partnerkit: Reasons::of(breaches) })
    }

    fn plain(code: Code, language: Language, message_en: &str, message_zh: &str) -> (u16, Self) {
        let message = match language {
            Language::En => message_en,
            Language::Zh => message_zh,
        };
        let error_msg = shortened(message.into());
        (code.http_status, Self { id: None, error_code: code.code, error_msg, partnerkit: Reasons::default() })
    }
}

fn shortened(message: String) -> String {
    match message.char_indices().nth(MESSAGE_MAX) {
        None => message,
        Some(_) => message.chars().take(MESSAGE_MAX.saturating_sub(1)).chain(['…']).collect(),
    }
}

impl Refusal {
    pub fn response(&self, language: Language) -> Response {
        let (status, body) = match self {
            Self::Rules(breaches) => ErrorDetail::of(breaches, language),
            Self::Malformed(wrong) => {
                let (status, body) =
                    ErrorDetail::plain(BAD_PARAMETER, language, &wrong.to_string(), &format!("参数错误:{wrong}"));
                let (field, expected) = (wrong.field.as_str(), wrong.expected.as_str());
                let malformed = Some(Unreadable { field, expected, found: wrong.found.as_deref() });
                (status, ErrorDetail { partnerkit: Reasons { malformed, ..Reasons::default() }, ..body })
            }
            Self::Stranger(message) => ErrorDetail::plain(NOT_PERMITTED, language, message, "该账号不在本伙伴中心"),
            Self::OnlyFor(en, zh) => {
                let (en, zh) = (format!("this operation is for {en} only"), format!("该接口仅供{zh}调用"));
                ErrorDetail::plain(WRONG_CALLER, language, &en, &zh)
            }
            Self::NoSuchPath => {
                ErrorDetail::plain(NO_SUCH_PATH, language, "there is no operation at this path", "该路径没有接口")
            }
            Self::NoSuchMethod(allowed) => {
                let (en, zh) = (format!("this path is for {allowed} only"), format!("该路径只支持 {allowed} 方法"));
                ErrorDetail::plain(NO_SUCH_METHOD, language, &en, &zh)
            }
            Self::Fault(message) => ErrorDetail::plain(OTHER, language, message, &format!("其他错误:{message}")),
        };
        let allow = match self {
            Self::NoSuchMethod(allowed) => Some(allowed.clone()),
            _ => None,
        };
        let fault = || r#"{"error_code":"CBC.0999","error_msg":"the answer cannot be written"}"#.into();
        Response { status, body: serde_json::to_string(&body).unwrap_or_else(|_| fault()), allow }
    }
}
