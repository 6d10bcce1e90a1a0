//! Values as the caller wrote them, in the schema: `anyOf` of what a rule understands and of any text.

use serde_json::{Map, Value};

/// The parts of a union that say something beside each other. Next to any text an id or a word says nothing; a time does, for it has
/// a type of its own, which takes text too.
pub fn telling<'a>(defs: &Map<String, Value>, parts: Vec<&'a Value>) -> Vec<&'a Value> {
    if !parts.iter().any(|part| is_any_text(part)) {
        return parts;
    }
    let has_time = parts.iter().any(|part| is_time(resolved(defs, part)));
    let tells = |part: &&Value| match resolved(defs, part) {
        text if is_any_text(text) => !has_time,
        value => is_time(value) || !is_text(defs, value),
    };
    parts.into_iter().filter(tells).collect()
}

fn resolved<'a>(defs: &'a Map<String, Value>, schema: &'a Value) -> &'a Value {
    let target = schema.get("$ref").and_then(Value::as_str).and_then(|path| defs.get(path.rsplit('/').next()?));
    target.map_or(schema, |target| resolved(defs, target))
}

fn is_time(schema: &Value) -> bool {
    schema.get("format").is_some_and(|format| format == "date-time")
}

fn is_any_text(schema: &Value) -> bool {
    schema.as_object().is_some_and(|schema| schema.len() == 1 && schema.get("type").is_some_and(|kind| kind == "string"))
}

/// An id, or a choice between words.
fn is_text(defs: &Map<String, Value>, schema: &Value) -> bool {
    let words = schema.get("oneOf").and_then(Value::as_array);
    let is_word = |word: &Value| is_text(defs, resolved(defs, word));
    schema.get("type").is_some_and(|kind| kind == "string") || words.is_some_and(|words| words.iter().all(is_word))
}
