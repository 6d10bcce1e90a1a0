//! Rows as CSV (RFC 4180) that is safe to open in a spreadsheet.

use serde_json::Value;

use crate::error::Error;
use crate::export::{Column, ExportRow};

/// The rows, under a line with the names of the columns, which stands there even when there are none.
pub(crate) fn text<R: ExportRow>(rows: &[R]) -> Result<String, Error> {
    lines(&R::columns(), &mut rows.iter().map(serde_json::to_value))
}

/// Not generic: it would be compiled for each list.
fn lines(columns: &[Column], rows: &mut dyn Iterator<Item = serde_json::Result<Value>>) -> Result<String, Error> {
    let fault = |error: &dyn std::fmt::Display| Error::Fault(format!("a row could not be written: {error}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(columns.iter().map(|column| column.name)).map_err(|error| fault(&error))?;
    for row in rows {
        let row = row.map_err(|error| fault(&error))?;
        let cell = |column: &Column| match row.get(column.name) {
            Some(Value::String(text)) => harmless(text),
            Some(Value::Null) | None => String::new(),
            Some(value) => value.to_string(),
        };
        writer.write_record(columns.iter().map(cell)).map_err(|error| fault(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| fault(&error))?;
    String::from_utf8(bytes).map_err(|error| fault(&error))
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front; a plain number does no harm.
fn harmless(text: &str) -> String {
    let dangerous = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let number = crate::money::decimal(text).is_ok();
    if dangerous && !number { format!("'{text}") } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::row;

    #[test]
    fn a_formula_is_not_run_and_a_number_is_left_alone() {
        for formula in ["=1+1", "+1-1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for harmless_text in ["-1.50", "C1", "", "a=b", "代金券"] {
            assert_eq!(harmless(harmless_text), harmless_text);
        }
    }

    #[test]
    fn quotes_commas_and_line_feeds_survive() {
        row! {
            /// A row.
            pub struct Row {
                /// Text.
                pub a: &'static str,
                /// Perhaps a number.
                pub b: Option<u64>,
            }
            and
            /// More.
            more: More
        }
        row! {
            /// More columns.
            pub struct More {
                /// Text.
                pub c: &'static str,
            }
        }
        let rows = [Row { a: "x,\"y\"", b: None, more: More { c: "1\n2" } }, Row { a: "", b: Some(1), more: More { c: "-" } }];
        assert_eq!(text(&rows), Ok("a,b,c\r\n\"x,\"\"y\"\"\",,\"1\n2\"\r\n,1,'-\r\n".into()));
        assert_eq!(text::<Row>(&[]), Ok("a,b,c\r\n".into()));
    }
}
