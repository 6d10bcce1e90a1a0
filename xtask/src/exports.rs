//! The columns of every export, for reading.

use anyhow::{Context, Result};
use serde_json::Value;

/// docs/exports.md.
pub fn document(schema: &Value) -> Result<String> {
    let mut page = String::from(
        "# Exports\n\nWritten by `cargo xtask generate` from the rows of the library.\n\nEvery list can be exported: the same query with a \
         `format` finds all that its filters let, without pages, and is refused by the same rules. The columns of a view keep their \
         names and their order. Only the export of `coupon-records` spans at most a year.\n\n\
         - `csv`: RFC 4180 in UTF-8, the names of the columns first, also over nothing. A text that a spreadsheet would run as a formula \
         gets an apostrophe in front.\n\
         - `csv-bom`: the same behind a byte order mark, by which spreadsheets know UTF-8.\n\
         - `jsonl`: an object with the same members a line, its texts as they are.\n\n\
         Where there is nothing, the cell is empty, and `null` in `jsonl`. Between several values stands `; `. Flags are `true` and \
         `false`, times RFC 3339 in UTC, amounts decimals of the currency's main unit.\n",
    );
    let views = schema.get("exports").and_then(Value::as_object).context("the schema has no exports")?;
    let mut told: Vec<(Vec<&str>, &Value)> = Vec::new();
    for (view, columns) in views {
        match told.iter_mut().find(|(_, of)| *of == columns) {
            Some((views, _)) => views.push(view),
            None => told.push((vec![view], columns)),
        }
    }
    for (views, columns) in told {
        page.push_str(&format!("\n## {}\n\n| column | what stands in it |\n| --- | --- |\n", views.join(", ")));
        for column in columns.as_array().into_iter().flatten() {
            let part = |name| column.get(name).and_then(Value::as_str).unwrap_or_default();
            page.push_str(&format!("| `{}` | {} |\n", part("name"), part("about")));
        }
    }
    Ok(page)
}
