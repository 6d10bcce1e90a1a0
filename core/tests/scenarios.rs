//! Walks the scenarios, as the other faces do.
#![cfg(feature = "json")]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests fail loudly")]

mod corpus;

use corpus::{Case, Step, cases, lacks};
use partnerkit::{PartnerCenter, json};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The answer to one step, as JSON text.
fn answer(center: &mut PartnerCenter, when: &Value) -> String {
    let text = when.to_string();
    let answer = match when {
        when if when.get("format").is_some() => json::export(center, &text),
        when if when.get("view").is_some() => json::view(center, &text),
        when if when.get("ask").is_some() => json::can(center, &text),
        when if when.get("audit").is_some() => json::audit(&serde_json::json!({ "tables": when["audit"] }).to_string()),
        _ => json::handle(center, &text),
    };
    answer.unwrap_or_else(|error| json::error(&error))
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

/// What the snapshot lacks when a step is over.
fn left(center: &PartnerCenter, step: &Step) -> Option<String> {
    if step.after.is_null() {
        return None;
    }
    let snapshot: Value = serde_json::from_str(&json::snapshot(center).unwrap()).unwrap();
    lacks(&step.after, &snapshot, "after")
}

/// Where a case names other broken rules than it was told.
fn mistold(case: &Case, mut told: Vec<String>) -> Option<String> {
    told.sort();
    told.dedup();
    let mut breaks = case.breaks.clone();
    breaks.sort();
    (told != breaks).then(|| format!("{}: breaks {told:?}, and says {breaks:?}", case.name))
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
            let answer: Value = serde_json::from_str(&answer(&mut center, &step.when)).unwrap();
            digest.update(answer.to_string());
            digest.update("\n");
            broken(&answer, &mut told);
            assert!(step.then.is_object(), "{}: a step without `then`", case.name);
            wrong.extend(lacks(&step.then, &answer, "then").map(|lack| format!("{}: {lack}", case.name)));
            wrong.extend(left(&center, step).map(|lack| format!("{}: {lack}", case.name)));
        }
        wrong.extend(mistold(case, told));
        // What a snapshot leaves out is found again.
        if json::restore(&json::snapshot(&center).unwrap()).unwrap() != center {
            wrong.push(format!("{}: its snapshot is of another center", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    println!("{} cases", cases.len());
    println!("digest {:x}", digest.finalize());
}

/// Calls of the vendor's API, which Rust alone speaks: their answers have a sum of their own.
#[cfg(feature = "wire")]
mod calls {
    use std::collections::BTreeSet;

    use partnerkit::wire::{Call, Language, OPERATIONS, Operation, Response};
    use partnerkit::{Actor, Token};
    use serde_json::json;

    use super::*;
    use crate::corpus::{calls, exact, written};

    fn text<'a>(when: &'a Value, name: &str) -> &'a str {
        when.get(name).map_or("", |value| value.as_str().unwrap_or_else(|| panic!("`{name}` is no text: {when}")))
    }

    /// The answer to one step. A call without an id has one of its own, as each has at the vendor's.
    fn answer(center: &mut PartnerCenter, when: &Value, number: usize) -> Response {
        let known = [
            "id",
            "at",
            "actor",
            "token",
            "method",
            "path",
            "query",
            "body",
            "language",
            "calls_this_second",
            "right_code",
            "failed_code_checks",
        ];
        for name in when.as_object().unwrap().keys() {
            assert!(known.contains(&name.as_str()), "no such member: {name}");
        }
        let actor = || -> Actor { serde_json::from_value(when["actor"].clone()).unwrap() };
        let token = |token: &Value| -> Token { serde_json::from_value(token.clone()).unwrap() };
        let caller = when.get("token").map_or_else(|| Ok(actor()), |found| Err(token(found)));
        let id = when.get("id").map_or_else(|| format!("call-{number}"), |_| text(when, "id").into());
        let body = match when.get("body") {
            None => String::new(),
            Some(Value::String(body)) => body.clone(),
            Some(body) => written(body),
        };
        let count = |name: &str| when.get(name).map_or(0, |count| count.as_u64().unwrap().try_into().unwrap());
        let call = Call {
            query: text(when, "query"),
            body: body.as_bytes(),
            language: Language::of_header(text(when, "language")),
            calls_this_second: count("calls_this_second"),
            right_code: when.get("right_code").map(|_| text(when, "right_code")),
            failed_code_checks: count("failed_code_checks"),
            ..Call::new(text(when, "method"), text(when, "path"), caller, text(when, "at").parse().unwrap(), id.parse().unwrap())
        };
        partnerkit::wire::answer(center, &call)
    }

    /// What a step's `then` speaks of.
    fn shown(response: &Response) -> Value {
        let body = if response.body.is_empty() { Value::Null } else { exact(&response.body).unwrap() };
        let mut shown = json!({ "status": response.status, "body": body });
        if let Some(allow) = &response.allow {
            shown["allow"] = allow.as_str().into();
        }
        shown
    }

    /// `exactly` is the whole body, of which `body` is a part.
    fn lack(then: &Value, answer: &Value) -> Option<String> {
        let then = then.as_object().unwrap();
        let exactly = then.get("exactly").filter(|exactly| **exactly != answer["body"]);
        let part: Value =
            then.iter().filter(|(name, _)| *name != "exactly").map(|(name, part)| (name.clone(), part.clone())).collect();
        let differs = |exactly: &Value| format!("expected exactly {}, found {}", written(exactly), written(&answer["body"]));
        exactly.map(differs).or_else(|| lacks(&part, answer, "then"))
    }

    /// The rules an answer says are broken. Records of the past tell reasons too, but not of this call.
    fn broken(body: &Value, found: &mut Vec<String>) {
        let rows = body["error_details"].as_array().into_iter().flatten();
        rows.chain([body]).for_each(|part| super::broken(&part["partnerkit"], found));
    }

    #[test]
    fn every_call_comes_out_as_it_says() {
        let mut sum = Sha256::new();
        let mut wrong = Vec::new();
        let mut seen = BTreeSet::new();
        let mut walked = 0_usize;
        for case in calls() {
            let mut center = world(&case);
            let mut told = Vec::new();
            for (step, number) in case.steps.iter().zip(1..) {
                let before = center.clone();
                let response = answer(&mut center, &step.when, number);
                let (shown, is_list) = (shown(&response), text(&step.when, "method") == "GET");
                // An account whose association takes its time is there, although the vendor answers with an error.
                let refused = !shown["body"]["error_code"].is_null() && shown["body"]["domain_id"].is_null();
                let made = shown["body"]["domain_id"].is_string();
                assert!(refused || made || [200, 204].contains(&response.status), "{}: {response:?}", case.name);
                if (refused || is_list) && center != before {
                    wrong.push(format!("{}: the center has changed", case.name));
                }
                let operation = Operation::at(text(&step.when, "method"), text(&step.when, "path"));
                seen.extend(operation.map(|operation| (operation.name, refused)));
                sum.update(format!("{}\n{}\n", response.status, response.body));
                broken(&shown["body"], &mut told);
                wrong.extend(lack(&step.then, &shown).map(|lack| format!("{}: {lack}", case.name)));
                wrong.extend(left(&center, step).map(|lack| format!("{}: {lack}", case.name)));
                walked = walked.saturating_add(1);
            }
            wrong.extend(mistold(&case, told));
        }
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
        for operation in OPERATIONS {
            for refused in [false, true] {
                assert!(seen.contains(&(operation.name, refused)), "{} is never shown, refused: {refused}", operation.name);
            }
        }
        // Not the word that the other runtimes' sum is found by.
        println!("{walked} calls of the vendor's API, answers {:x}", sum.finalize());
    }
}
