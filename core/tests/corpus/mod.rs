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

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    repeated(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
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

/// All cases, in the order of the files' paths and of the cases.
pub fn cases() -> Vec<Case> {
    let mut paths = Vec::new();
    files(&root(), &mut paths);
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    let mut paths: Vec<_> =
        paths.into_iter().map(|path| (name(&path), path)).filter(|(name, _)| !name.starts_with("worlds/")).collect();
    paths.sort();
    paths.iter().flat_map(|(name, path)| cases_of(name, &read(path))).collect()
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

fn given(list: &Value) -> Vec<Value> {
    let list = list.as_array().map_or(&[][..], Vec::as_slice);
    list.iter()
        .flat_map(|item| match item.as_str() {
            Some(name) => given(&read(&root().join("worlds").join(format!("{}.json", name.trim_start_matches('@'))))),
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
