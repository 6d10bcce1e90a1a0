//! Personal data: masked wherever it is shown, unless somebody asks who may.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A name, a phone number or an e-mail address of somebody.
///
/// `Display` and `Debug` mask it, so that it reaches no message and no log by accident. Events and snapshots hold it in full: they are
/// the record, and a host keeps them as it keeps its own tables.
///
/// ```
/// use partnerkit::Personal;
///
/// assert_eq!(Personal::from("Ada Lovelace").to_string(), "A***");
/// assert_eq!(Personal::from("13812345678").to_string(), "138****5678");
/// assert_eq!(Personal::from("ada@example.com").to_string(), "a***@example.com");
/// assert_eq!(Personal::from("Ada Lovelace").in_full(), "Ada Lovelace");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal(Arc<str>);

/// Digits at the two ends of a phone number that stay.
const PHONE_ENDS: (usize, usize) = (3, 4);

impl Personal {
    /// The whole text. Nothing masks it from here on.
    pub fn in_full(&self) -> &str {
        &self.0
    }

    /// Whether nobody said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As it is to be shown: in full, or masked.
    pub fn shown(&self, in_full: bool) -> String {
        if in_full { self.0.to_string() } else { self.to_string() }
    }
}

impl fmt::Display for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &*self.0;
        let start = |text: &str| text.chars().take(1).collect::<String>();
        if text.is_empty() {
            return Ok(());
        }
        if let Some((name, host)) = text.rsplit_once('@') {
            return write!(f, "{}***@{host}", start(name));
        }
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let is_phone = text.chars().all(|sign| sign.is_ascii_digit() || "+- ()".contains(sign));
        let length = text.chars().count();
        let (head, tail) = PHONE_ENDS;
        if is_phone && digits > head.saturating_add(tail) {
            let (head, hidden) = (text.chars().take(head), length.saturating_sub(head).saturating_sub(tail));
            let tail = text.chars().skip(length.saturating_sub(tail));
            return write!(f, "{}{}{}", head.collect::<String>(), "*".repeat(hidden), tail.collect::<String>());
        }
        write!(f, "{}***", if length > 1 { start(text) } else { String::new() })
    }
}

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

impl std::borrow::Borrow<str> for Personal {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Personal {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Personal {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Personal {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Personal".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

#[cfg(test)]
mod tests {
    use super::Personal;

    #[test]
    fn what_is_shown_gives_nobody_away() {
        let shown = |text: &str| Personal::from(text).to_string();
        assert_eq!(shown(""), "");
        assert_eq!(shown("A"), "***");
        assert_eq!(shown("王小明"), "王***");
        assert_eq!(shown("+86 138-1234-5678"), "+86**********5678");
        assert_eq!(shown("1234567"), "1***");
        assert_eq!(shown("@x"), "***@x");
        assert_eq!(format!("{:?}", Personal::from("13812345678")), "\"138****5678\"");
    }
}
