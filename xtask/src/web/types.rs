//! The schema of the door as TypeScript: `types.ts`, the types, and `generated.ts`, what the face must know of them at run time.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::given;

const BANNER: &str = "// Generated from the core's types by `cargo xtask generate`. Do not edit.\n";
/// What callers hand in. Everything that only these lead to takes a time as text, too.
const INPUTS: &[&str] = &["Request", "Ask", "Query", "Format", "Policy"];
/// A breach's facts are what its message shows: a time among them is text.
const FACTS: &str = "facts";

/// Types that the schema does not have, because they are made of others or are nobody's business.
const ADDED: &str = "
/** An instant; as text it is written `2026-11-22T08:00:00Z`. */
export type Time = Date | string;

/** A page of a list. */
export interface View<Item> {
  /** Whether the query is answered. */
  accepted: boolean;
  /** The rules it breaks. */
  breaches: Breach[];
  /** Those of the page, in the order of creation. */
  items: Item[];
  /** How many there are in all. */
  total: number;
}

/** Asks for a whole list, as the text of a file. */
export type ExportQuery = Query & { format: Format };

/** All that a center knows, as plain JSON. What is in it is nobody's business, and may change with the version. */
export type Snapshot = { [key: string]: unknown };
";

/// The two generated files: `types.ts` and `generated.ts`.
pub struct Generated {
    pub types: String,
    pub runtime: String,
}

/// TypeScript for a schema `{"$defs": {…}}`.
pub fn generate(schema: &Value) -> Result<Generated> {
    let defs = schema.get("$defs").and_then(Value::as_object).context("the schema has no $defs")?;
    let items = schema.get("views").and_then(Value::as_object).context("the schema has no views")?;
    let schema = Schema { defs, items };
    Ok(Generated { types: schema.types(), runtime: schema.runtime()? })
}

struct Schema<'a> {
    defs: &'a Map<String, Value>,
    /// What each view lists.
    items: &'a Map<String, Value>,
}

/// What stands for a time, where it depends on who wrote it.
#[derive(Clone, Copy)]
enum Time {
    /// The library: a `Date`.
    Out,
    /// The caller: a `Date`, or the text.
    In,
    /// Text that says when.
    Text,
}

impl Schema<'_> {
    fn types(&self) -> String {
        let from_outputs = self.of_outputs();
        let facts = self.named(FACTS);
        let mut text = BANNER.to_owned() + ADDED;
        for (name, schema) in self.defs {
            if self.is_time(schema) {
                continue;
            }
            let time = if facts.contains(name.as_str()) {
                Time::Text
            } else if from_outputs.contains(name.as_str()) {
                Time::Out
            } else {
                Time::In
            };
            text.push('\n');
            if let Some(variants) = variants(schema) {
                self.tagged(&mut text, name, schema, &variants, time);
                continue;
            }
            push_doc(&mut text, "", schema);
            if is_record(schema) || is_empty(schema) {
                text.push_str(&format!("export interface {name} {}\n", self.object(schema, "", time)));
            } else {
                let written = self.write(schema, "", time);
                let space = if written.starts_with('\n') { "" } else { " " };
                text.push_str(&format!("export type {name} ={space}{written};\n"));
            }
        }
        text
    }

    /// A choice told by its `type`: an interface for each, and their union.
    fn tagged(&self, text: &mut String, name: &str, schema: &Value, variants: &[(&str, &Value)], time: Time) {
        let mut names = Vec::new();
        for (tag, variant) in variants {
            let name = format!("{}{name}", pascal(tag));
            push_doc(text, "", variant);
            let inherits = match variant.get("$ref").and_then(Value::as_str) {
                Some(reference) => format!(" extends {}", definition(reference)),
                None => String::new(),
            };
            text.push_str(&format!("export interface {name}{inherits} {}\n\n", self.object(variant, "", time)));
            names.push(name);
        }
        push_doc(text, "", schema);
        text.push_str(&format!("export type {name} =\n  | {};\n", names.join("\n  | ")));
    }

    fn runtime(&self) -> Result<String> {
        let everything = self.defs.keys().map(String::as_str).collect();
        let maps = only("a table", Kind::Map, &self.kinds(&everything))?;
        let times = only("a time", Kind::Time, &self.kinds(&self.of_outputs()))?;
        let mut text = BANNER.to_owned();
        text.push_str("\nimport type * as types from \"./types.js\";\n");
        text.push_str("\n/** Fields that hold times, as the core names them. */\n");
        text.push_str(&set("TIMES", times.into_iter()));
        text.push_str("\n/** Fields that hold tables: their keys are data, not names. */\n");
        text.push_str(&set("MAPS", maps.into_iter()));
        self.views(&mut text)?;
        Ok(text)
    }

    /// What the fields of each name hold in these definitions.
    fn kinds(&self, names: &BTreeSet<&str>) -> Kinds<'_> {
        let mut kinds = Kinds::new();
        for schema in names.iter().filter_map(|name| self.defs.get(*name)) {
            each_field(schema, &mut |name, field| {
                kinds.entry(name).or_default().insert(self.kind(field));
            });
        }
        kinds
    }

    fn views(&self, text: &mut String) -> Result<()> {
        let query = self.defs.get("Query").context("the schema has no Query")?;
        let asked = properties(query).map(|(name, _)| name).filter(|name| *name != "view");
        text.push_str("\n/** What every query says beside what it looks for. */\n");
        text.push_str(&set("ASKED", asked));
        let views = self.defs.get("ViewQuery").and_then(variants);
        let views = views.context("the schema has no ViewQuery")?;
        let mut answers = String::new();
        let mut methods = String::new();
        for (tag, view) in views {
            let item = self.items.get(tag).and_then(Value::as_str).with_context(|| format!("what does `{tag}` list?"))?;
            let answer = format!("types.View<types.{item}>");
            answers.push_str(&format!("  \"{tag}\": {answer};\n"));
            methods.push('\n');
            push_doc(&mut methods, "  ", view);
            methods.push_str(&format!(
                "  {}(query: Listing<\"{tag}\">): {answer} {{\n    return this.list(\"{tag}\", query);\n  }}\n",
                camel(tag),
            ));
        }
        text.push_str(&format!(
            "\n/** What each list is answered with. */\n\
             export interface Answers {{\n{answers}}}\n\
             \n/** The query of one list: who asks, when, and the filters. */\n\
             export type Listing<T extends keyof Answers> = Omit<types.Query, \"view\"> &\n  \
             Omit<Extract<types.ViewQuery, {{ type: T }}>, \"type\">;\n\
             \n/** The lists of the partner center, one method each. */\n\
             export abstract class Views {{\n  \
             protected abstract list<T extends keyof Answers>(type: T, query: Listing<T>): Answers[T];\n\
             {methods}}}\n",
        ));
        Ok(())
    }

    /// The definitions of what the core answers, and of all it holds.
    fn of_outputs(&self) -> BTreeSet<&str> {
        let from_inputs = self.reached(INPUTS.to_vec());
        self.reached(self.defs.keys().map(String::as_str).filter(|name| !from_inputs.contains(name)).collect())
    }

    /// The definitions that these lead to, themselves among them.
    fn reached<'b>(&'b self, mut open: Vec<&'b str>) -> BTreeSet<&'b str> {
        let mut reached = BTreeSet::new();
        while let Some(name) = open.pop() {
            if let Some((name, schema)) = self.defs.get_key_value(name)
                && reached.insert(name.as_str())
            {
                each_reference(schema, &mut |name| open.push(name));
            }
        }
        reached
    }

    /// The definitions that the values of fields of this name have.
    fn named(&self, wanted: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        for schema in self.defs.values() {
            each_field(schema, &mut |name, field| {
                if name == wanted {
                    each_reference(field, &mut |name| {
                        found.insert(name);
                    });
                }
            });
        }
        // Money among the facts is money like anywhere else.
        found.retain(|name| !self.defs.get(*name).is_some_and(is_record));
        found
    }

    fn resolved<'b>(&'b self, schema: &'b Value) -> &'b Value {
        let target = schema.get("$ref").and_then(Value::as_str).and_then(|path| self.defs.get(definition(path)));
        if properties(schema).next().is_some() { schema } else { target.map_or(schema, |target| self.resolved(target)) }
    }

    fn is_time(&self, schema: &Value) -> bool {
        self.resolved(schema).get("format").and_then(Value::as_str) == Some("date-time")
    }

    fn kind(&self, field: &Value) -> Kind {
        let schema = self.resolved(field);
        let choices = ["anyOf", "oneOf"].iter().filter_map(|key| schema.get(*key)?.as_array()).flatten();
        if self.is_time(schema) {
            return Kind::Time;
        }
        if schema.get("additionalProperties").is_some_and(|values| values != &Value::Bool(false)) && !is_record(schema) {
            return Kind::Map;
        }
        let items = schema.get("items").into_iter();
        // A list of times or a time that may be missing is converted like a time.
        choices.chain(items).map(|inner| self.kind(inner)).find(|kind| *kind != Kind::Other).unwrap_or(Kind::Other)
    }

    /// The type of a schema, as TypeScript.
    fn write(&self, schema: &Value, indent: &str, time: Time) -> String {
        if self.is_time(schema) {
            return match time {
                Time::Out => "Date".into(),
                Time::In => "Time".into(),
                Time::Text => "string".into(),
            };
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let name = definition(reference);
            return if is_record(schema) { format!("{} & {name}", self.object(schema, indent, time)) } else { name.into() };
        }
        if let Some(constant) = schema.get("const") {
            return constant.to_string();
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            return join(values.iter().map(Value::to_string).collect(), " | ");
        }
        for (key, between) in [("oneOf", " | "), ("anyOf", " | "), ("allOf", " & ")] {
            if let Some(parts) = schema.get(key).and_then(Value::as_array) {
                return self.choice(&given::telling(self.defs, parts.iter().collect()), between, indent, time);
            }
        }
        match schema.get("type") {
            Some(Value::Array(types)) => {
                let one = |name: &Value| {
                    let mut schema = schema.clone();
                    if let Some(object) = schema.as_object_mut() {
                        object.insert("type".into(), name.clone());
                    }
                    self.write(&schema, indent, time)
                };
                join(types.iter().map(one).collect(), " | ")
            }
            Some(Value::String(name)) => match name.as_str() {
                "integer" | "number" => "number".into(),
                "array" => self.list(schema, indent, time),
                "object" => self.object(schema, indent, time),
                other => other.into(),
            },
            _ => "unknown".into(),
        }
    }

    /// A union or an intersection; a union of documented parts has a line and a comment for each.
    fn choice(&self, parts: &[&Value], between: &str, indent: &str, time: Time) -> String {
        if !parts.iter().any(|part| part.get("description").is_some() || is_record(part)) {
            return join(parts.iter().map(|part| self.write(part, indent, time)).collect(), between);
        }
        let deeper = format!("{indent}  ");
        let mut text = String::new();
        let mut seen = BTreeSet::new();
        for schema in parts {
            let part = self.write(schema, &deeper, time);
            if !seen.insert(part.clone()) {
                continue;
            }
            text.push('\n');
            push_doc(&mut text, &deeper, schema);
            let part = if part.contains(" & ") { format!("({part})") } else { part };
            text.push_str(&format!("{deeper}{}{part}", between.trim_start()));
        }
        text
    }

    fn list(&self, schema: &Value, indent: &str, time: Time) -> String {
        if let Some(items) = schema.get("prefixItems").and_then(Value::as_array) {
            let items: Vec<_> = items.iter().map(|item| self.write(item, indent, time)).collect();
            return format!("[{}]", items.join(", "));
        }
        let item = schema.get("items").map_or("unknown".into(), |items| self.write(items, indent, time));
        if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") }
    }

    fn object(&self, schema: &Value, indent: &str, time: Time) -> String {
        let deeper = format!("{indent}  ");
        if !is_record(schema) {
            return match schema.get("additionalProperties") {
                Some(Value::Bool(false)) => "{}".into(),
                Some(values @ Value::Object(_)) => format!("{{ [key: string]: {} }}", self.write(values, indent, time)),
                _ => "{ [key: string]: unknown }".into(),
            };
        }
        let required = schema.get("required").and_then(Value::as_array);
        let is_required = |name: &str| required.is_some_and(|names| names.iter().any(|known| known == name));
        let fields: Vec<_> = properties(schema).collect();
        let mut text = "{\n".to_owned();
        // What tells the kind of a thing comes before what it has.
        let (kind, others): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(_, field)| field.get("const").is_some());
        for (name, field) in kind.into_iter().chain(others) {
            push_doc(&mut text, &deeper, field);
            let optional = if is_required(name) { "" } else { "?" };
            text.push_str(&format!("{deeper}{}{optional}: {};\n", camel(name), self.write(field, &deeper, time)));
        }
        text.push_str(&format!("{indent}}}"));
        text
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Time,
    Map,
    Other,
}

/// What the fields of a name hold.
type Kinds<'a> = BTreeMap<&'a str, BTreeSet<Kind>>;

/// The names of fields that hold this. The face goes by the name, so a name must mean the same everywhere.
fn only<'a>(what: &str, wanted: Kind, kinds: &Kinds<'a>) -> Result<Vec<&'a str>> {
    let mut names = Vec::new();
    for (name, kinds) in kinds.iter().filter(|(_, kinds)| kinds.contains(&wanted)) {
        if kinds.len() > 1 {
            bail!("the field `{name}` is {what} in one type and something else in another: rename one");
        }
        names.push(*name);
    }
    Ok(names)
}

fn properties(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    schema.get("properties").and_then(Value::as_object).into_iter().flatten().map(|(name, field)| (name.as_str(), field))
}

fn is_record(schema: &Value) -> bool {
    properties(schema).next().is_some()
}

/// The variants of a choice told by its `type`, by it.
fn variants(schema: &Value) -> Option<Vec<(&str, &Value)>> {
    let variants = schema.get("oneOf").and_then(Value::as_array)?;
    let by_tag = |variant| Some((Value::pointer(variant, "/properties/type/const")?.as_str()?, variant));
    variants.iter().map(by_tag).collect()
}

/// An object that has no fields and takes none.
fn is_empty(schema: &Value) -> bool {
    schema.get("type").is_some_and(|name| name == "object")
        && schema.get("additionalProperties").is_some_and(|values| values == &Value::Bool(false))
}

fn definition(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or(reference)
}

fn each_reference<'a>(schema: &'a Value, found: &mut dyn FnMut(&'a str)) {
    match schema {
        Value::Array(parts) => parts.iter().for_each(|part| each_reference(part, found)),
        Value::Object(parts) => {
            if let Some(reference) = parts.get("$ref").and_then(Value::as_str) {
                found(definition(reference));
            }
            parts.values().for_each(|part| each_reference(part, found));
        }
        _ => {}
    }
}

/// Every field of every object in a schema.
fn each_field<'a>(schema: &'a Value, found: &mut dyn FnMut(&'a str, &'a Value)) {
    for (name, field) in properties(schema) {
        found(name, field);
    }
    match schema {
        Value::Array(parts) => parts.iter().for_each(|part| each_field(part, found)),
        Value::Object(parts) => {
            // Below `properties` are names of fields, one of which may well be `properties`.
            let inner = parts.iter().flat_map(|(key, part)| match (key.as_str(), part) {
                ("properties", Value::Object(fields)) => fields.values().collect(),
                _ => vec![part],
            });
            inner.for_each(|part| each_field(part, found));
        }
        _ => {}
    }
}

/// `face_value`, `coupon-records` → `faceValue`, `couponRecords`; like `nameOut` in names.ts.
fn camel(name: &str) -> String {
    let mut text = String::new();
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.peek() {
            Some(next) if matches!(letter, '_' | '-') && next.is_ascii_lowercase() => {
                text.extend(letters.next().map(|next| next.to_ascii_uppercase()));
            }
            _ => text.push(letter),
        }
    }
    text
}

/// `coupon.issue`, `coupon-records` → `CouponIssue`, `CouponRecords`.
fn pascal(tag: &str) -> String {
    let words = tag.split(['.', '-', '_']).map(|word| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
    });
    words.collect()
}

fn set<'a>(name: &str, members: impl Iterator<Item = &'a str>) -> String {
    let members: Vec<_> = members.map(|member| format!("  \"{member}\",\n")).collect();
    format!("export const {name}: ReadonlySet<string> = new Set([\n{}]);\n", members.concat())
}

/// The parts without repetition: two kinds of text are one.
fn join(parts: Vec<String>, between: &str) -> String {
    let mut seen = BTreeSet::new();
    let parts: Vec<_> = parts.into_iter().filter(|part| seen.insert(part.clone())).collect();
    parts.join(between)
}

fn push_doc(text: &mut String, indent: &str, schema: &Value) {
    let Some(doc) = schema.get("description").and_then(Value::as_str) else { return };
    let doc = plain_links(doc).replace("*/", "*\u{200b}/");
    let lines: Vec<_> = doc.trim().lines().map(str::trim_end).collect();
    match lines.as_slice() {
        [] => {}
        [line] => text.push_str(&format!("{indent}/** {line} */\n")),
        lines => {
            text.push_str(&format!("{indent}/**\n"));
            for line in lines {
                text.push_str(format!("{indent} * {line}").trim_end());
                text.push('\n');
            }
            text.push_str(&format!("{indent} */\n"));
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
