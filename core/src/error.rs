//! What is not a decision: a value that is none, a name nobody has, and a mistake of ours.
//!
//! A *refusal* is not among them: it is a [`Decision`](crate::Decision) with breaches.

use std::fmt;

/// Why a request got no decision.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A value does not parse or does not fit. The caller corrects the field and asks again.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// The request names somebody or something this center has never heard of.
    #[error(transparent)]
    Unknown(#[from] Unknown),
    /// The library contradicts itself, or was given events it did not produce. Nothing changed; please report it.
    #[error("internal fault: {0}; nothing was changed, please report this")]
    Fault(String),
}

/// A value that does not parse or does not fit: which field, what stood there, and what was expected.
///
/// ```
/// use partnerkit::Money;
///
/// let wrong = "12,50 CNY".parse::<Money>().unwrap_err();
/// assert_eq!(wrong.to_string(), "must be an amount and a currency such as `100.10 CNY`, not `12,50 CNY`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The field, as a path from the top of the request: `command.face_value.amount`. Empty for a lone value.
    pub field: String,
    /// What was expected there, in words that follow "must be".
    pub expected: String,
    /// What stood there, cut to 80 characters, where it can be shown.
    pub found: Option<String>,
}

impl Malformed {
    pub(crate) fn new(expected: impl Into<String>, found: impl fmt::Display) -> Self {
        let found: String = found.to_string().chars().take(80).collect();
        Self { field: String::new(), expected: expected.into(), found: Some(found) }
    }

    /// As text that survives serde, whose errors are sentences; [`Malformed::told`] reads it back.
    pub(crate) fn carried(&self) -> String {
        let found = self.found.as_ref().map_or(String::new(), |found| format!("\0{found}"));
        format!("\0{}\0{}{found}", self.field, self.expected)
    }

    /// What a deserializer's error at `field` says: carried by it, or in serde's own words.
    pub(crate) fn told(field: &str, message: &str) -> Self {
        let mut parts = message.strip_prefix('\0').unwrap_or("").splitn(3, '\0');
        if let (Some(inner), Some(expected)) = (parts.next(), parts.next()) {
            let found = parts.next().map(Into::into);
            return Self { field: join(field, inner), expected: expected.into(), found };
        }
        let quoted = |after: &str| message.strip_prefix(after).and_then(|rest| rest.split('`').next());
        if let Some(name) = quoted("missing field `") {
            return Self { field: join(field, name), expected: "present".into(), found: None };
        }
        if let Some(name) = quoted("unknown field `") {
            let known = message.split_once(", expected ").map_or("none", |(_, known)| known);
            let expected = format!("absent: there is no such field here, only {known}");
            // The path to an unknown field already ends with it.
            let named = field == name || field.strip_suffix(name).is_some_and(|before| before.ends_with('.'));
            return Self { field: if named { field.into() } else { join(field, name) }, expected, found: None };
        }
        if let Some((found, expected)) = message.split_once(", expected ") {
            let found = found.trim_start_matches("invalid type: ").trim_start_matches("invalid value: ");
            let found = found.trim_start_matches("unknown variant ").trim_matches('`');
            return Self { field: field.into(), ..Self::new(expected, found) };
        }
        Self { field: field.into(), expected: format!("readable: {message}"), found: None }
    }

    /// The same, found at `field`.
    #[must_use]
    pub(crate) fn at(mut self, field: &str) -> Self {
        self.field = join(field, &self.field);
        self
    }
}

/// A path and what follows it, with a dot between them unless an index follows.
pub(crate) fn join(outer: &str, inner: &str) -> String {
    let dot = if outer.is_empty() || inner.is_empty() || inner.starts_with('[') { "" } else { "." };
    format!("{outer}{dot}{inner}")
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.field.is_empty() {
            write!(f, "`{}` ", self.field)?;
        }
        write!(f, "must be {}", self.expected)?;
        match &self.found {
            Some(found) => write!(f, ", not `{}`", found.escape_debug()),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Malformed {}

/// A name this center has never heard of.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no {entity} `{id}` is known here; record it first")]
pub struct Unknown {
    /// What it would have been: `partner`, `customer`, `quota`, `coupon`, `rule` …
    pub entity: &'static str,
    /// The name.
    pub id: String,
}

impl Unknown {
    pub(crate) fn new(entity: &'static str, id: impl fmt::Display) -> Self {
        Self { entity, id: id.to_string() }
    }
}
