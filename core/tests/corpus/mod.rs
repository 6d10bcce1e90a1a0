//! Reads the scenarios; see scenarios/README.md.
#![allow(
    dead_code,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each test uses what it needs, and fails loudly"
)]

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

/// One case of a scenario file.
pub struct Case {
    pub name: String,
    pub rules: Vec<String>,
    pub breaks: Vec<String>,
    pub policy: Value,
    pub given: Vec<Value>,
    pub steps: Vec<Step>,
}

/// One thing done in a case.
pub struct Step {
    pub when: Value,
    pub then: Value,
    pub after: Value,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
}

/// How the text of a file is read.
type Reader = fn(&str) -> serde_json::Result<Value>;

fn plain(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str(text)
}

fn read(path: &Path, reader: Reader) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    repeated(reader(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// Marks text that stands for a number.
const NUMBER: char = '\u{e000}';

/// JSON whose numbers are kept as they are written: all but short whole ones become marked text, because they would be floats.
pub fn exact(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str::<serde::de::IgnoredAny>(text)?;
    let mut marked = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign == '"' || sign == '-' || sign.is_ascii_digit()) {
        let (before, token) = rest.split_at(start);
        let (token, after) = token.split_at(if token.starts_with('"') { text_length(token) } else { number_length(token) });
        let is_plain = token.starts_with('"') || (token.len() < 16 && token.parse::<i64>().is_ok());
        marked += before;
        marked += &if is_plain { token.to_owned() } else { format!("\"{NUMBER}{token}\"") };
        rest = after;
    }
    serde_json::from_str(&(marked + rest))
}

/// A JSON text, its quotes included.
fn text_length(token: &str) -> usize {
    let mut signs = token.char_indices().skip(1);
    while let Some((place, sign)) = signs.next() {
        match sign {
            '"' => return place.saturating_add(1),
            '\\' => drop(signs.next()),
            _ => {}
        }
    }
    token.len()
}

fn number_length(token: &str) -> usize {
    token.find(|sign: char| !(sign.is_ascii_alphanumeric() || "+-.".contains(sign))).unwrap_or(token.len())
}

/// The JSON that was read by [`exact`].
pub fn written(value: &Value) -> String {
    let text = value.to_string();
    let mark = format!("\"{NUMBER}");
    let mut parts = text.split(&mark);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |found, part| found + &part.replacen('"', "", 1))
}

/// `{"$repeat": 3, "prefix": "C"}` stands for `["C1", "C2", "C3"]`.
fn repeated(value: Value) -> Value {
    match value {
        Value::Object(object) => match (object.get("$repeat"), object.get("prefix")) {
            (Some(Value::Number(count)), Some(Value::String(prefix))) => {
                (1..=count.as_u64().unwrap()).map(|number| Value::from(format!("{prefix}{number}"))).collect()
            }
            _ => Value::Object(object.into_iter().map(|(key, value)| (key, repeated(value))).collect()),
        },
        Value::Array(list) => list.into_iter().map(repeated).collect(),
        value => value,
    }
}

/// All cases that every runtime walks, in the order of the files' paths and of the cases.
pub fn cases() -> Vec<Case> {
    cases_in(|name| !name.starts_with("worlds/") && !name.starts_with("wire/"), plain)
}

/// All cases about the vendor's API.
pub fn calls() -> Vec<Case> {
    cases_in(|name| name.starts_with("wire/"), exact)
}

fn cases_in(wanted: impl Fn(&str) -> bool, reader: Reader) -> Vec<Case> {
    // `SCENARIOS=assoc/ cargo test … --test scenarios` walks those of one folder.
    let folder = std::env::var("SCENARIOS").unwrap_or_default();
    let wanted = |name: &str| wanted(name) && name.starts_with(&folder);
    let mut paths = Vec::new();
    files(&root(), &mut paths);
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    let mut paths: Vec<_> = paths.into_iter().map(|path| (name(&path), path)).filter(|(name, _)| wanted(name)).collect();
    paths.sort();
    paths.iter().flat_map(|(name, path)| cases_of(name, &read(path, reader))).collect()
}

fn cases_of(name: &str, file: &Value) -> Vec<Case> {
    let texts = |value: &Value| -> Vec<String> {
        value.as_array().into_iter().flatten().map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    let known = ["rules", "policy", "given", "when", "cases", "title"];
    for key in file.as_object().unwrap().keys() {
        assert!(known.contains(&key.as_str()), "{name}: no such member: {key}");
    }
    let cases = file["cases"].as_array().unwrap_or_else(|| panic!("{name}: no cases"));
    cases
        .iter()
        .map(|case| {
            let title = case["title"].as_str().unwrap_or_else(|| panic!("{name}: a case without a title"));
            for key in case.as_object().unwrap().keys() {
                let known = ["title", "breaks", "policy", "given", "when", "then", "after", "steps"];
                assert!(known.contains(&key.as_str()), "{name}: {title}: no such member: {key}");
            }
            let steps: Vec<&Value> = case["steps"].as_array().map_or_else(|| vec![case], |steps| steps.iter().collect());
            Case {
                name: format!("{name}: {title}"),
                rules: texts(&file["rules"]),
                breaks: texts(&case["breaks"]),
                policy: merged(&file["policy"], &case["policy"]),
                given: given(&file["given"]).into_iter().chain(given(&case["given"])).collect(),
                steps: steps
                    .into_iter()
                    .map(|step| Step {
                        when: merged(&file["when"], &step["when"]),
                        then: step["then"].clone(),
                        after: step["after"].clone(),
                    })
                    .collect(),
            }
        })
        .collect()
}

/// The events and requests of a `given`, with the worlds it names.
pub fn given(list: &Value) -> Vec<Value> {
    let list = list.as_array().map_or(&[][..], Vec::as_slice);
    list.iter()
        .flat_map(|item| match item.as_str() {
            Some(name) => given(&read(&root().join("worlds").join(format!("{}.json", name.trim_start_matches('@'))), plain)),
            None => vec![item.clone()],
        })
        .collect()
}

/// A JSON merge patch (RFC 7396). What is not there changes nothing.
fn merged(base: &Value, patch: &Value) -> Value {
    match (base, patch) {
        (_, Value::Null) => base.clone(),
        (base, Value::Object(patch)) => {
            let mut object = base.as_object().cloned().unwrap_or_default();
            for (key, value) in patch {
                match value {
                    Value::Null => drop(object.remove(key)),
                    value => {
                        let value = merged(object.get(key).unwrap_or(&Value::Object(Map::new())), value);
                        object.insert(key.clone(), value);
                    }
                }
            }
            Value::Object(object)
        }
        (_, value) => value.clone(),
    }
}

/// Where `found` lacks what is expected; nothing when it has it all.
pub fn lacks(expected: &Value, found: &Value, path: &str) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected
            .iter()
            .find_map(|(key, value)| lacks(value, found.get(key).unwrap_or(&Value::Null), &format!("{path}.{key}"))),
        (Value::Object(expected), Value::Array(found)) => expected.iter().find_map(|(id, value)| {
            let element = found.iter().find(|element| element["id"] == id.as_str());
            lacks(value, element.unwrap_or(&Value::Null), &format!("{path}[{id}]"))
        }),
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let mut pairs = expected.iter().zip(found).enumerate();
            pairs.find_map(|(index, (expected, found))| lacks(expected, found, &format!("{path}[{index}]")))
        }
        (expected, found) if expected == found => None,
        (expected, found) => Some(format!("{path}: expected {expected}, found {found}")),
    }
}
