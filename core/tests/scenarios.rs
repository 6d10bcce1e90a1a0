//! Walks the scenarios, as the other faces do.
#![cfg(feature = "json")]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests fail loudly")]

mod corpus;

use corpus::{Case, cases, lacks};
use partnerkit::{PartnerCenter, json};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The answer to one step, as JSON text.
fn answer(center: &mut PartnerCenter, when: &Value) -> Option<String> {
    let text = when.to_string();
    let answer = match when {
        when if when.get("path").is_some() => return None,
        when if when.get("format").is_some() => json::export(center, &text),
        when if when.get("view").is_some() => json::view(center, &text),
        _ => json::handle(center, &text),
    };
    Some(answer.unwrap_or_else(|error| json::error(&error)))
}

/// A world is made of events, and of requests that must be accepted.
fn world(case: &Case) -> PartnerCenter {
    let policy = (!case.policy.is_null()).then(|| case.policy.to_string());
    let mut center = json::open(policy.as_deref()).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    for item in &case.given {
        if item.get("command").is_none() {
            json::apply(&mut center, &item.to_string()).unwrap_or_else(|error| panic!("{}: given: {error}: {item}", case.name));
            continue;
        }
        let answer =
            json::handle(&mut center, &item.to_string()).unwrap_or_else(|error| panic!("{}: given: {error}: {item}", case.name));
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer["accepted"], true, "{}: given: {item}: {answer}", case.name);
    }
    center
}

/// The rules an answer says are broken.
fn broken(answer: &Value, found: &mut Vec<String>) {
    let rows = answer["rows"].as_array().into_iter().flatten();
    for part in rows.chain([answer]) {
        for list in ["breaches", "warnings"] {
            found.extend(part[list].as_array().into_iter().flatten().map(|breach| breach["rule"].as_str().unwrap().to_owned()));
        }
    }
}

#[test]
fn every_scenario_comes_out_as_it_says() {
    let mut digest = Sha256::new();
    let mut wrong = Vec::new();
    let cases = cases();
    for case in &cases {
        let mut center = world(case);
        let mut told = Vec::new();
        for step in &case.steps {
            let Some(answer) = answer(&mut center, &step.when) else { continue };
            let answer: Value = serde_json::from_str(&answer).unwrap();
            digest.update(answer.to_string());
            digest.update("\n");
            broken(&answer, &mut told);
            assert!(step.then.is_object(), "{}: a step without `then`", case.name);
            wrong.extend(lacks(&step.then, &answer, "then").map(|lack| format!("{}: {lack}", case.name)));
            if !step.after.is_null() {
                let snapshot: Value = serde_json::from_str(&json::snapshot(&center).unwrap()).unwrap();
                wrong.extend(lacks(&step.after, &snapshot, "after").map(|lack| format!("{}: {lack}", case.name)));
            }
        }
        told.sort();
        told.dedup();
        let mut breaks = case.breaks.clone();
        breaks.sort();
        if told != breaks {
            wrong.push(format!("{}: breaks {told:?}, and says {breaks:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    println!("{} cases", cases.len());
    println!("digest {:x}", digest.finalize());
}
