//! The schema of the door as Python: `types.py`, a `TypedDict` for each type that crosses, and `_generated.py`, what the package
//! must know of them at run time.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::given;

/// What callers hand in. What only these lead to takes a time as text, too.
const INPUTS: &[&str] = &["Request", "Ask", "Query", "Format", "Policy"];
/// A breach's facts are what its message shows: a time among them is text.
const FACTS: &str = "facts";
/// Answers that the package gives as objects of its own.
const OBJECTS: &[&str] = &["Decision", "Eligibility", "Export", "Timestamp"];
const RATIO: &str = "Ratio";
/// A time in what callers hand in.
const TEXT_TOO: &str = "datetime | str";
const WIDTH: usize = 120;

/// The two files.
pub struct Python {
    pub types: String,
    pub runtime: String,
}

/// Python for a schema `{"$defs": {…}}`.
pub fn python(schema: &Value) -> Result<Python> {
    let defs = schema.get("$defs").and_then(Value::as_object).context("the schema has no $defs")?;
    let items = schema.get("views").and_then(Value::as_object).context("the schema has no views")?;
    let schema = Schema { defs, items };
    Ok(Python { types: schema.types()?, runtime: schema.runtime()? })
}

struct Schema<'a> {
    defs: &'a Map<String, Value>,
    /// View → the definition of its entries.
    items: &'a Map<String, Value>,
}

impl Schema<'_> {
    fn types(&self) -> Result<String> {
        let mut text = TYPES_HEAD.to_owned();
        let inlined = self.inlined();
        let outputs = self.reached(&self.outputs());
        let facts = self.leads_from_facts();
        for (name, def) in self.defs {
            if OBJECTS.contains(&name.as_str()) || inlined.contains(name.as_str()) {
                continue;
            }
            let time = match name.as_str() {
                name if facts.contains(name) => "str",
                name if outputs.contains(name) => "datetime",
                _ => TEXT_TOO,
            };
            self.definition(&mut text, name, def, time);
        }
        text.push_str(TYPES_TAIL);
        for view in self.views()? {
            text.push_str(&self.class(&view.arguments(), view.doc, &view.members(), TEXT_TOO));
        }
        Ok(text)
    }

    fn definition(&self, text: &mut String, name: &str, def: &Value, time: &str) {
        if let Some(variants) = tagged(def) {
            let mut names = Vec::new();
            for (tag, variant) in variants {
                let class_name = format!("{}{name}", pascal(tag));
                let members = self.members(variant);
                let doc = doc_of(variant).or_else(|| self.payload(variant).and_then(|(_, payload)| doc_of(payload)));
                text.push_str(&self.class(&class_name, doc, &members, time));
                names.push(class_name);
            }
            text.push_str(&alias(name, doc_of(def), &names, "Union"));
        } else if let Some(words) = literals(def) {
            text.push_str(&alias(name, doc_of(def), &words, "Literal"));
        } else if let Some(variants) = keyed(def) {
            let mut names = Vec::new();
            for (key, variant, content) in variants {
                let (class_name, content_name) = (format!("{name}{}", pascal(key)), format!("{name}{}Content", pascal(key)));
                text.push_str(&self.class(&content_name, None, &self.members(content), time));
                let doc = doc_of(variant).map_or(String::new(), |doc| docstring(doc, 4) + "\n");
                text.push_str(&format!("\n\nclass {class_name}(TypedDict):\n{doc}    {key}: {content_name}\n"));
                names.push(class_name);
            }
            text.push_str(&alias(name, doc_of(def), &names, "Union"));
        } else if is_record(def) {
            text.push_str(&self.class(name, doc_of(def), &self.members(def), time));
        } else {
            let found = if name == RATIO { "Decimal".into() } else { self.python_type(def, time) };
            text.push_str(&alias(name, doc_of(def), &[found], ""));
        }
    }

    fn runtime(&self) -> Result<String> {
        let outputs = self.reached(&self.outputs());
        let mut text = RUNTIME_HEAD.to_owned();
        text.push_str("\n# Fields that hold times, and those that hold ratios, in what the rules answer.\n");
        text.push_str(&format!("TIMES = frozenset({})\n", self.named(&outputs, &|schema| self.is_time(schema))?));
        text.push_str(&format!("RATIOS = frozenset({})\n", self.named(&outputs, &|schema| self.is_ratio(schema))?));
        let query = self.defs.get("Query").context("the schema has no Query")?;
        let asked: Vec<_> = properties(query).map(|(name, _)| name).filter(|name| *name != "view").collect();
        text.push_str(&format!("# What every query says beside what it looks for.\nASKED = {}\n", tuple(&asked)));
        text.push_str("\n\nclass Views:\n    \"\"\"The lists and records of the partner center, a method for each.\"\"\"\n\n    __slots__ = ()\n\n");
        text.push_str(
            "    def _list(self, type: str, query: Mapping[str, Any]) -> View[Any]:\n        raise NotImplementedError\n",
        );
        for view in self.views()? {
            let (method, arguments) = (view.tag.replace('-', "_"), view.arguments());
            let item = self
                .items
                .get(view.tag)
                .and_then(Value::as_str)
                .with_context(|| format!("what are the items of {}?", view.tag))?;
            text.push_str(&format!("\n    def {method}(self, **query: Unpack[types.{arguments}]) -> View[types.{item}]:\n"));
            text.push_str(&docstring(&view.help(), 8));
            text.push_str(&format!("        return self._list(\"{}\", query)\n", view.tag));
        }
        Ok(text)
    }

    /// The names of fields that hold this, as a Python set. The package goes by the name, so a name must mean the same everywhere.
    fn named(&self, outputs: &BTreeSet<&str>, is: &dyn Fn(&Value) -> bool) -> Result<String> {
        let (mut those, mut others) = (BTreeSet::new(), BTreeSet::new());
        for def in outputs.iter().filter_map(|name| self.defs.get(*name)) {
            each_field(def, &mut |name, field| {
                let set = if alternatives(field).any(is) { &mut those } else { &mut others };
                set.insert(name);
            });
        }
        if let Some(both) = those.intersection(&others).next() {
            bail!("the field `{both}` is a time or a ratio in one type and something else in another: rename one");
        }
        let names: Vec<_> = those.iter().map(|name| format!("\"{name}\"")).collect();
        Ok(if names.is_empty() { String::new() } else { wrapped("{", &names, "}", 0) })
    }

    /// Definitions that are part of one variant of a choice and of nothing else: their fields are written there.
    fn inlined(&self) -> BTreeSet<&str> {
        let mut inlined: BTreeSet<&str> =
            self.defs.values().filter_map(tagged).flatten().filter_map(|(_, variant)| reference(variant)).collect();
        for def in self.defs.values() {
            each_reference(def, &mut |name, in_variant| {
                if !in_variant {
                    inlined.remove(name);
                }
            });
        }
        inlined
    }

    /// What leads to what the library writes: everything that callers do not hand in.
    fn outputs(&self) -> Vec<&str> {
        let inputs = self.reached(INPUTS);
        self.defs.keys().map(String::as_str).filter(|name| !inputs.contains(name)).collect()
    }

    /// The definitions that these lead to, themselves among them.
    fn reached<'b>(&'b self, roots: &[&'b str]) -> BTreeSet<&'b str> {
        let mut reached = BTreeSet::new();
        let mut open = roots.to_vec();
        while let Some(name) = open.pop() {
            if let Some((name, def)) = self.defs.get_key_value(name)
                && reached.insert(name.as_str())
            {
                each_reference(def, &mut |name, _| open.push(name));
            }
        }
        reached
    }

    /// Definitions of facts, except records: money among the facts is money like anywhere else.
    fn leads_from_facts(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        for def in self.defs.values() {
            each_field(def, &mut |name, field| {
                if name == FACTS {
                    each_reference(field, &mut |name, _| {
                        found.insert(name);
                    });
                }
            });
        }
        found.retain(|name| self.defs.get(*name).is_some_and(|def| !is_record(def)));
        found
    }

    fn payload<'b>(&'b self, schema: &'b Value) -> Option<(&'b String, &'b Value)> {
        reference(schema).and_then(|name| self.defs.get_key_value(name))
    }

    /// The fields of a record, those it takes from another first after its own.
    fn members<'b>(&'b self, record: &'b Value) -> Vec<Member<'b>> {
        let mut members = own_members(record);
        if let Some((_, payload)) = self.payload(record) {
            members.extend(self.members(payload));
        }
        members
    }

    fn class(&self, name: &str, doc: Option<&str>, members: &[Member<'_>], time: &str) -> String {
        let doc_at = |indent| doc.map_or(String::new(), |doc| docstring(doc, indent));
        if members.iter().any(|member| KEYWORDS.contains(&member.name)) {
            // A class cannot have such a field, this can.
            let field = |member: &Member<'_>| {
                let found = self.field(member, time).replace('"', "'");
                format!("        \"{}\": \"{found}\",\n", member.name)
            };
            let fields: String = members.iter().map(field).collect();
            return format!("\n\n{name} = TypedDict(\n    \"{name}\",\n    {{\n{fields}    }},\n)\n{}", doc_at(0));
        }
        let mut fields = String::new();
        for member in members {
            fields.push_str(&format!("    {}: {}\n", member.name, self.field(member, time)));
            if let Some(doc) = doc_of(member.schema) {
                fields.push_str(&docstring(doc, 4));
            }
        }
        let doc = doc_at(4);
        let gap = if doc.is_empty() || fields.is_empty() { "" } else { "\n" };
        let body = if doc.is_empty() && fields.is_empty() { "    pass\n" } else { "" };
        format!("\n\nclass {name}(TypedDict):\n{doc}{gap}{fields}{body}")
    }

    fn field(&self, member: &Member<'_>, time: &str) -> String {
        let found = self.python_type(member.schema, time);
        if member.required { found } else { format!("NotRequired[{found}]") }
    }

    fn is_time(&self, schema: &Value) -> bool {
        text_at(schema, "format") == Some("date-time") || self.payload(schema).is_some_and(|(_, def)| self.is_time(def))
    }

    fn is_ratio(&self, schema: &Value) -> bool {
        reference(schema) == Some(RATIO)
    }

    fn python_type(&self, schema: &Value, time: &str) -> String {
        if self.is_time(schema) {
            return time.into();
        }
        if let Some(name) = reference(schema) {
            return name.into();
        }
        if let Some(words) = literals(schema) {
            return format!("Literal[{}]", words.join(", "));
        }
        let parts = given::telling(self.defs, alternatives(schema).collect());
        if !parts.iter().any(|part| std::ptr::eq(*part, schema)) {
            return union(parts.iter().map(|part| self.python_type(part, time)));
        }
        match schema.get("type") {
            Some(Value::Array(types)) => union(types.iter().filter_map(Value::as_str).map(|kind| self.plain(kind, schema, time))),
            Some(Value::String(kind)) => self.plain(kind, schema, time),
            _ => "Any".into(),
        }
    }

    fn plain(&self, kind: &str, schema: &Value, time: &str) -> String {
        let inner = |key: &str| match schema.get(key) {
            Some(inner @ Value::Object(_)) => self.python_type(inner, time),
            _ => "Any".into(),
        };
        match kind {
            // The one decimal that is written in place: the amount of money.
            "string" if text_at(schema, "pattern").is_some_and(|pattern| pattern.contains(r"\d{1,18}")) => "Decimal".into(),
            "string" => "str".into(),
            "integer" => "int".into(),
            "boolean" => "bool".into(),
            "null" => "None".into(),
            "array" => format!("list[{}]", inner("items")),
            "object" => format!("dict[str, {}]", inner("additionalProperties")),
            _ => "Any".into(),
        }
    }

    fn views(&self) -> Result<Vec<ViewOf<'_>>> {
        let query = self.defs.get("Query").context("the schema has no Query")?;
        let views = self.defs.get("ViewQuery").and_then(tagged).context("the schema has no ViewQuery")?;
        let view = |(tag, variant)| ViewOf {
            tag,
            doc: doc_of(variant),
            asked: own_members(query).into_iter().filter(|member| member.name != "view").collect(),
            filters: self.members(variant).into_iter().filter(|member| member.name != "type").collect(),
        };
        Ok(views.into_iter().map(view).collect())
    }
}

/// One list or record.
struct ViewOf<'a> {
    tag: &'a str,
    doc: Option<&'a str>,
    asked: Vec<Member<'a>>,
    filters: Vec<Member<'a>>,
}

impl<'a> ViewOf<'a> {
    fn arguments(&self) -> String {
        format!("{}Arguments", pascal(self.tag))
    }

    fn members(&self) -> Vec<Member<'a>> {
        self.asked.iter().chain(&self.filters).cloned().collect()
    }

    /// The view's own words, and a line for each filter.
    fn help(&self) -> String {
        let mut help = self.doc.unwrap_or(self.tag).trim().to_owned();
        help.push_str("\n\n");
        for member in self.members() {
            let doc = doc_of(member.schema).unwrap_or("").lines().next().unwrap_or("");
            let optional = if member.required { "" } else { " (optional)" };
            help.push_str(format!("- `{}`{optional}: {doc}", member.name).trim_end_matches([':', ' ']));
            help.push('\n');
        }
        help
    }
}

/// One field of a record.
#[derive(Clone)]
struct Member<'a> {
    name: &'a str,
    schema: &'a Value,
    required: bool,
}

/// The required ones first, in the order of the core; the schema has no order of its own.
fn own_members(record: &Value) -> Vec<Member<'_>> {
    let required: Vec<_> = record.get("required").and_then(Value::as_array).into_iter().flatten().collect();
    let place = |name: &str| required.iter().position(|known| *known == name);
    let member = |(name, schema)| Member { name, schema, required: place(name).is_some() };
    let mut members: Vec<_> = properties(record).map(member).collect();
    members.sort_by_key(|member| (member.name != "type", place(member.name).unwrap_or(usize::MAX)));
    members
}

fn properties(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let fields = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    fields.map(|(name, field)| (name.as_str(), field))
}

fn is_record(schema: &Value) -> bool {
    let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
    properties(schema).next().is_some() || (closed && text_at(schema, "type") == Some("object"))
}

fn text_at<'a>(schema: &'a Value, key: &str) -> Option<&'a str> {
    schema.get(key).and_then(Value::as_str)
}

fn doc_of(schema: &Value) -> Option<&str> {
    text_at(schema, "description")
}

fn reference(schema: &Value) -> Option<&str> {
    text_at(schema, "$ref").and_then(|path| path.rsplit('/').next())
}

/// The variants of a choice told by its `type`, if it is one.
fn tagged(schema: &Value) -> Option<Vec<(&str, &Value)>> {
    let variants = schema.get("oneOf").and_then(Value::as_array)?;
    let tag = |variant| Value::pointer(variant, "/properties/type/const").and_then(Value::as_str);
    variants.iter().map(|variant| tag(variant).map(|tag| (tag, variant))).collect()
}

/// The variants of a choice told by its only key, each with what stands under it, if it is one.
fn keyed(schema: &Value) -> Option<Vec<(&str, &Value, &Value)>> {
    let only = |variant| match properties(variant).collect::<Vec<_>>().as_slice() {
        [(key, content)] if is_record(content) => Some((*key, variant, *content)),
        _ => None,
    };
    schema.get("oneOf").and_then(Value::as_array)?.iter().map(only).collect()
}

/// The words of a choice between words, if it is one.
fn literals(schema: &Value) -> Option<Vec<String>> {
    let parts = |schema: &'_ Value| schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array).cloned();
    if let Some(word) = schema.get("const") {
        return Some(vec![word.to_string()]);
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return words.iter().all(Value::is_string).then(|| words.iter().map(Value::to_string).collect());
    }
    let words: Option<Vec<_>> = parts(schema)?.iter().map(literals).collect();
    words.map(|words| words.concat())
}

/// The parts of a union, or the schema itself when it is none.
fn alternatives(schema: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match ["anyOf", "oneOf", "allOf"].iter().find_map(|key| schema.get(*key)?.as_array()) {
        Some(parts) => Box::new(parts.iter().flat_map(alternatives)),
        None => Box::new(std::iter::once(schema)),
    }
}

/// Every field of every object in a schema.
fn each_field<'a>(schema: &'a Value, found: &mut dyn FnMut(&'a str, &'a Value)) {
    for (name, field) in properties(schema) {
        found(name, field);
        each_field(field, found);
    }
    for key in ["oneOf", "anyOf", "allOf", "items", "additionalProperties"] {
        match schema.get(key) {
            Some(Value::Array(parts)) => parts.iter().for_each(|part| each_field(part, found)),
            Some(part) => each_field(part, found),
            None => {}
        }
    }
}

/// Every reference in a schema, and whether it says what a variant of a choice holds.
fn each_reference<'a>(schema: &'a Value, found: &mut dyn FnMut(&'a str, bool)) {
    match schema {
        Value::Array(parts) => parts.iter().for_each(|part| each_reference(part, found)),
        Value::Object(parts) => {
            if let Some(name) = reference(schema) {
                found(name, schema.pointer("/properties/type/const").is_some());
            }
            parts.values().for_each(|part| each_reference(part, found));
        }
        _ => {}
    }
}

fn union(parts: impl Iterator<Item = String>) -> String {
    let mut seen: Vec<String> = Vec::new();
    for part in parts {
        if !seen.contains(&part) {
            seen.push(part);
        }
    }
    seen.join(" | ")
}

/// `coupon.issue`, `coupon-records`, `leaving_enterprise` → `CouponIssue`, `CouponRecords`, `LeavingEnterprise`.
fn pascal(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
    };
    name.split(['.', '-', '_']).map(capital).collect()
}

/// `Name: TypeAlias = "…"`: in quotes, since it may name what comes later in the file.
fn alias(name: &str, doc: Option<&str>, parts: &[String], outer: &str) -> String {
    let doc = doc.map_or(String::new(), |doc| docstring(doc, 0));
    let value = match (outer, parts) {
        ("", parts) | (_, parts @ [_]) if outer != "Literal" => format!("\"{}\"", parts.concat()),
        // Words are in quotes already, and name nothing.
        ("Literal", parts) => wrapped("Literal[", parts, "]", 0),
        (outer, parts) => {
            let parts: Vec<_> = parts.iter().map(|part| format!("\"{part}\"")).collect();
            wrapped(&format!("{outer}["), &parts, "]", 0)
        }
    };
    format!("\n\n{name}: TypeAlias = {value}\n{doc}")
}

fn tuple(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
    format!("({})", words.join(", "))
}

/// On one line if it fits, otherwise a line for each.
fn wrapped(open: &str, parts: &[String], close: &str, indent: usize) -> String {
    let line = format!("{open}{}{close}", parts.join(", "));
    if line.len() <= WIDTH.saturating_sub(40) {
        return line;
    }
    let space = " ".repeat(indent);
    let parts: Vec<_> = parts.iter().map(|part| format!("{space}    {part},\n")).collect();
    format!("{open}\n{}{space}{close}", parts.concat())
}

fn docstring(doc: &str, indent: usize) -> String {
    let space = " ".repeat(indent);
    let doc = plain_links(doc).replace('\\', "\\\\").replace("\"\"\"", "'''");
    let lines: Vec<_> = doc.trim().lines().map(str::trim_end).collect();
    match lines.as_slice() {
        [line] if !line.ends_with('"') => format!("{space}\"\"\"{line}\"\"\"\n"),
        lines => {
            let line = |line: &&str| if line.is_empty() { "\n".into() } else { format!("{space}{line}\n") };
            let lines: String = lines.iter().map(line).collect();
            format!("{space}\"\"\"{}{space}\"\"\"\n", lines.trim_start())
        }
    }
}

/// Rustdoc's links name things of Rust; here their text is enough.
fn plain_links(doc: &str) -> String {
    let mut text = String::new();
    let mut rest = doc;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((name, after)) = after.split_once("`]") else { break };
        text.push_str(&format!("{before}`{name}`"));
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    text + rest
}

const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally",
    "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield", "None", "True", "False",
];

const TYPES_HEAD: &str = r#""""Every value that a partner center takes or gives, for type checkers and for reading.

Generated from the core's types by `cargo xtask generate`. Do not edit.
"""

from __future__ import annotations

import sys
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, Union

if sys.version_info >= (3, 11):
    from typing import NotRequired
elif TYPE_CHECKING:
    from typing_extensions import NotRequired
"#;

const TYPES_TAIL: &str = r#"

class ExportQuery(Query):
    """A list as the text of a file."""

    format: Format


Snapshot: TypeAlias = "dict[str, Any]"
"""All that a center knows. What is in it is the library's own affair."""
"#;

const RUNTIME_HEAD: &str = r#""""What the package must know of the core's types at run time.

Generated by `cargo xtask generate`. Do not edit.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from typing_extensions import Unpack

    from . import types
    from ._answers import View
"#;
