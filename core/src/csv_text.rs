//! Rows as CSV (RFC 4180) that is safe to open in a spreadsheet.

use serde::Serialize;

use crate::error::Error;

/// The rows, under a line with the names of the columns, which stands there even when there are none.
pub(crate) fn text<R: Serialize>(columns: &[&str], rows: &[R]) -> Result<String, Error> {
    let fault = |error: &dyn std::fmt::Display| Error::Fault(format!("a row could not be written: {error}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(columns).map_err(|error| fault(&error))?;
    for row in rows {
        let row = serde_json::to_value(row).map_err(|error| fault(&error))?;
        let cell = |column: &&str| match row.get(column) {
            Some(serde_json::Value::String(text)) => harmless(text),
            Some(value) => value.to_string(),
            None => String::new(),
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
        #[derive(Serialize)]
        struct Row {
            a: &'static str,
            b: &'static str,
        }
        let rows = [Row { a: "x,\"y\"", b: "1\n2" }];
        assert_eq!(text(&["a", "b"], &rows), Ok("a,b\r\n\"x,\"\"y\"\"\",\"1\n2\"\r\n".into()));
        assert_eq!(text::<Row>(&["a", "b"], &[]), Ok("a,b\r\n".into()));
    }
}
