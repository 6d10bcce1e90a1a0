//! The catalogue of rules, and the scenarios about each.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use partnerkit::json;
use serde_json::{Map, Value};

const SCENARIOS: &str = "core/tests/scenarios";
/// What is said of a rule, in this order.
const FIELDS: [&str; 9] = ["id", "level", "statement", "remedy", "code", "http_status", "confidence", "source", "since"];

/// Prints one rule a line, for people.
pub fn list(root: &Path) -> Result<()> {
    let line = |rule: &Value| {
        let scenarios = rule.get("scenarios").and_then(Value::as_array).map_or(0, Vec::len);
        let part = |path| text(rule, path);
        format!("{:<56} {:<8} {:<11} {scenarios:>2}  {}", part("/id"), part("/level"), part("/confidence"), part("/statement/en"))
    };
    print(rules(root)?.iter().map(line))
}

/// Prints one JSON object a line, for programs.
pub fn json(root: &Path) -> Result<()> {
    print(rules(root)?.iter().map(Value::to_string))
}

/// Prints lines until nobody reads on, as `head` does.
fn print(lines: impl Iterator<Item = String>) -> Result<()> {
    let mut out = std::io::stdout().lock();
    for line in lines {
        match writeln!(out, "{line}") {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
            written => written?,
        }
    }
    Ok(())
}

/// Every rule has a scenario, and every scenario is about rules that there are.
pub fn complete(root: &Path) -> Result<()> {
    let rules = rules(root)?;
    let mut files = scenarios(root)?;
    let mut bare = Vec::new();
    for rule in &rules {
        let id = text(rule, "/id");
        if files.remove(id).is_none() {
            bare.push(id);
        }
    }
    if !bare.is_empty() {
        bail!("no scenario is about {}", bare.join(", "));
    }
    if let Some((id, files)) = files.first_key_value() {
        bail!("{} is about `{id}`, which is no rule", files.join(", "));
    }
    println!("{} rules, each with a scenario", rules.len());
    Ok(())
}

/// docs/rules.md.
pub fn document(root: &Path) -> Result<String> {
    let rules = rules(root)?;
    let mut page = format!(
        "# Rules\n\nWritten by `cargo xtask generate` from the {} rules of the library; `partnerkit::explain(id)` says the same at run \
         time.\n\nLevels: `call` refuses the whole call, `row` one row of a batch, `warning` nothing; `effect` and `view` are not broken \
         but shown. Confidence: a page of the vendor states the rule (documented), it follows from stated facts (derived), or it is our \
         default and `Policy` switches it (assumed).\n",
        rules.len()
    );
    let mut operation = "";
    for rule in &rules {
        let id = text(rule, "/id");
        let (begin, slug) = id.rsplit_once('.').unwrap_or(("", id));
        if begin != operation {
            operation = begin;
            page.push_str(&format!("\n## {operation}\n"));
        }
        page.push_str(&format!(
            "\n### {slug}\n\n`{id}`\n\n{}\n\n{}\n\n",
            text(rule, "/statement/en"),
            text(rule, "/statement/zh")
        ));
        page.push_str(&facts(rule));
    }
    Ok(page)
}

fn facts(rule: &Value) -> String {
    let mut lines = vec![format!("- {}, {} ({})", text(rule, "/level"), text(rule, "/confidence"), text(rule, "/source"))];
    if let Some(status) = rule.get("http_status").and_then(Value::as_u64) {
        lines.push(format!("- the vendor answers {} with HTTP {status}", text(rule, "/code")));
    }
    if rule.get("remedy").is_some_and(Value::is_object) {
        lines.push(format!("- what would help: {} / {}", text(rule, "/remedy/en"), text(rule, "/remedy/zh")));
    }
    let files = rule.get("scenarios").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let links: Vec<_> = files.map(|file| format!("[{}](../{file})", name(file))).collect();
    if !links.is_empty() {
        lines.push(format!("- scenarios: {}", links.join(", ")));
    }
    lines.push(format!("- since {}", text(rule, "/since")));
    lines.join("\n") + "\n"
}

fn name(file: &str) -> &str {
    let name = file.strip_prefix(SCENARIOS).unwrap_or(file).trim_start_matches('/');
    name.strip_suffix(".json").unwrap_or(name)
}

fn text<'a>(rule: &'a Value, path: &str) -> &'a str {
    rule.pointer(path).and_then(Value::as_str).unwrap_or("")
}

/// The catalogue, each rule with the files about it.
fn rules(root: &Path) -> Result<Vec<Value>> {
    let told = json::rules().map_err(|error| anyhow!("{}", json::error(&error)))?;
    let told: Vec<Map<String, Value>> = serde_json::from_str(&told)?;
    let files = scenarios(root)?;
    let rule = |told: Map<String, Value>| {
        let mut rule: Map<String, Value> =
            FIELDS.iter().map(|field| ((*field).into(), told.get(*field).cloned().unwrap_or_default())).collect();
        let id = told.get("id").and_then(Value::as_str).unwrap_or("");
        rule.insert("scenarios".into(), files.get(id).cloned().unwrap_or_default().into());
        Value::Object(rule)
    };
    Ok(told.into_iter().map(rule).collect())
}

/// Rule id → the files about it. Calls of the vendor's API are about its words, not about one rule.
fn scenarios(root: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut files = Vec::new();
    json_files(&root.join(SCENARIOS), &mut files)?;
    files.sort();
    for file in files {
        let shown = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if ["worlds", "wire"].iter().any(|folder| shown.starts_with(&format!("{SCENARIOS}/{folder}/"))) {
            continue;
        }
        let scenario: Value =
            serde_json::from_str(&fs::read_to_string(&file)?).with_context(|| format!("{shown} is not JSON"))?;
        let ids = scenario
            .get("rules")
            .and_then(Value::as_array)
            .with_context(|| format!("{shown} does not say which `rules` it is about"))?;
        for id in ids.iter().filter_map(Value::as_str) {
            found.entry(id.into()).or_default().push(shown.clone());
        }
    }
    Ok(found)
}

fn json_files(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            json_files(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
    Ok(())
}
