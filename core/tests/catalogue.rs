//! The catalogue is whole: every rule declared in the source is in it, says what it must say, and is shown by scenarios.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail loudly")]

mod corpus;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use partnerkit::{Level, Rule, explain, rules};

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn ids_are_unique() {
    let ids: BTreeSet<_> = rules().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), rules().count());
}

#[test]
fn an_id_is_the_path_of_its_constant() {
    for rule in rules() {
        let (module, name) = rule.path;
        let module = module.replace("r#", "");
        let module: Vec<_> = module.split("::").skip(1).collect();
        let id: Vec<_> = rule.id.split('.').collect();
        let (slug, context) = id.split_last().unwrap();
        assert_eq!(slug.to_uppercase().replace('-', "_"), name, "{}", rule.id);
        // An operation may be told in several files of one folder; a module has `_` where an id has `-`.
        let context: Vec<_> = context.iter().map(|part| part.replace('-', "_")).collect();
        assert!(module.iter().zip(&context).all(|(module, part)| module == part), "{} is declared in {module:?}", rule.id);
        assert!(module.len() >= context.len(), "{} is declared in {module:?}", rule.id);
    }
}

#[test]
fn every_declared_rule_is_in_the_catalogue() {
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    let mut declared = BTreeSet::new();
    for text in texts {
        for block in text.split("\nrule! {\n").skip(1) {
            let line = block.lines().map(str::trim).find(|line| !line.starts_with("///")).unwrap();
            declared.insert(line.split('"').nth(1).unwrap().to_owned());
        }
    }
    let listed: BTreeSet<_> = rules().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(declared, listed);
}

fn is_told_when_broken(rule: &Rule) -> bool {
    matches!(rule.level, Level::Call | Level::Row | Level::Warning)
}

#[test]
fn every_rule_has_its_texts() {
    for rule in rules() {
        let (en, zh) = (rule.statement_en(), rule.statement_zh);
        assert!(en.ends_with('.') && !en.contains("  "), "{}: {en}", rule.id);
        assert!(zh.chars().any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign)), "{}", rule.id);
        assert!(!rule.source.is_empty(), "{}", rule.id);
        assert_eq!(rule.message.is_some(), is_told_when_broken(rule), "{}: only what can be broken has a message", rule.id);
        for text in rule.message.iter().chain(&rule.remedy) {
            for line in [text.en, text.zh] {
                assert!(!line.is_empty() && !line.ends_with(['.', '。']) && !line.contains('\n'), "{}: {line}", rule.id);
            }
        }
        if let Some(message) = rule.message {
            let facts = |text: &str| -> BTreeSet<String> {
                text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().into()).collect()
            };
            assert_eq!(facts(message.en), facts(message.zh), "{}: both languages tell the same facts", rule.id);
        }
        assert_eq!(explain(rule.id), Some(rule));
    }
}

/// Rules that can never be broken alone: each comes with the other, by what they say.
const NEVER_ALONE: &[(&str, &str)] = &[
    ("coupon.access.reseller-via-distributor", "coupon.access.caller-type"),
    ("quota.grant.one-level", "quota.access.distributor-only"),
    ("coupon.access.quota-precondition", "coupon.issue.quota-exists"),
    ("pickup.view.ordinary-partner", "pickup.issue.issuer-government-cloud or coupon.reclaim.exists-and-own"),
    ("id.customer.length", "adjustment.allocate.not-own-customer and the rules like it: nobody has such an id"),
    ("center.all-or-nothing", "the row rules that refuse a row, which are told too"),
    ("center.all-or-nothing", "the rule that refuses the row"),
];

#[test]
fn every_rule_is_shown_by_scenarios() {
    let mut broken: BTreeMap<String, bool> = BTreeMap::new();
    let mut kept = BTreeSet::new();
    for case in corpus::cases() {
        for rule in &case.breaks {
            let alone = broken.entry(rule.clone()).or_default();
            *alone |= case.breaks.len() == 1;
        }
        kept.extend(case.rules.iter().filter(|rule| !case.breaks.contains(*rule)).cloned());
    }
    let unknown: Vec<_> = broken.keys().chain(&kept).filter(|id| explain(id).is_none()).collect();
    assert!(unknown.is_empty(), "scenarios name rules that are not in the catalogue: {unknown:?}");
    let mut missing = Vec::new();
    for rule in rules() {
        let alone_is_possible = !NEVER_ALONE.iter().any(|(id, _)| *id == rule.id);
        if is_told_when_broken(rule) {
            match broken.get(rule.id) {
                None => missing.push(format!("{}: no case breaks it", rule.id)),
                Some(false) if alone_is_possible => missing.push(format!("{}: no case breaks it alone", rule.id)),
                Some(_) => {}
            }
        }
        if !kept.contains(rule.id) {
            missing.push(format!("{}: no case shows it kept", rule.id));
        }
    }
    assert!(missing.is_empty(), "{} gaps:\n{}", missing.len(), missing.join("\n"));
}
