//! The laws of decisions: they depend on state, request and policy only, and say all there is to say.

use std::collections::BTreeMap;

use partnerkit::directory::PartnerKind;
use partnerkit::{Breach, Command, Decision, Given, PartnerCenter, Request, explain, rules};
use serde_json::{Value, json};

use crate::walk::Step;
use crate::{hold, laws};

/// Every breach of an answer.
fn breaches(decision: &Decision) -> impl Iterator<Item = &Breach> {
    let rows = decision.rows.iter().flat_map(|row| &row.breaches);
    rows.chain(&decision.breaches).chain(&decision.warnings)
}

fn ids(breaches: &[Breach]) -> Vec<&'static str> {
    breaches.iter().map(|breach| breach.rule.id).collect()
}

laws! {
    LAWS of Step<'_>;

    fn a_dry_run_tells_what_a_run_does_and_changes_nothing(step) {
        let center = step.before.clone();
        let told = center.decide(step.request);
        hold!(told == *step.answer, "the dry run says {told:?}");
        hold!(center == *step.before, "the dry run changes something");
    }

    fn a_decision_depends_on_the_state_alone(step) {
        let told = step.before.clone().decide(step.request);
        hold!(told == *step.answer, "a clone decides {told:?}");
        let text = |decision: &Decision| serde_json::to_string(&decision.events).unwrap_or_default();
        if let (Ok(told), Ok(answer)) = (&told, step.answer) {
            hold!(text(told) == text(answer), "a clone writes it otherwise");
        }
    }

    fn a_refusal_changes_nothing_and_names_a_rule(step) {
        let Some(decision) = step.decision() else {
            hold!(step.before == step.after, "an error changes something");
            return Ok(());
        };
        if !decision.is_accepted() {
            hold!(decision.events.is_empty(), "a refusal has events");
            hold!(step.before == step.after, "a refusal changes something");
        }
        for breach in breaches(decision) {
            hold!(explain(breach.rule.id) == Some(breach.rule), "{} is in no catalogue", breach.rule.id);
        }
        for row in &decision.rows {
            let is_done = row.breaches.is_empty();
            hold!(is_done || row.id.is_none(), "the row {} is refused and done", row.subject);
            let makes_something = matches!(&step.request.command, Command::IssueCoupons(_) | Command::GrantQuota(_));
            hold!(!is_done || row.id.is_some() || !makes_something, "the row {} is neither refused nor done", row.subject);
        }
    }

    fn what_changes_is_told_in_events(step) {
        let Some(decision) = step.decision() else { return Ok(()) };
        hold!(!decision.events.is_empty() || step.before == step.after, "something changes without an event");
        for (place, event) in decision.events.iter().enumerate() {
            hold!(event.index as usize == place && event.request == step.request.id && event.at == step.request.at, "{} is out of place", event.id());
        }
    }

    fn a_repeat_changes_nothing_and_gives_the_same_rows(step) {
        let Some(decision) = step.accepted() else { return Ok(()) };
        if decision.events.is_empty() {
            return Ok(());
        }
        let mut center = step.after.clone();
        let mut request = step.request.clone();
        request.at = request.at.seconds_later(5);
        let repeat = center.handle(&request).map_err(|error| format!("a repeat is an error: {error}"))?;
        hold!(center == *step.after, "a repeat changes something");
        hold!(repeat.repeated && repeat.is_accepted() && repeat.events.is_empty(), "a repeat is answered {repeat:?}");
        hold!(repeat.rows == decision.rows, "a repeat has the rows {:?}", repeat.rows);
        hold!(repeat.warnings == decision.warnings, "a repeat warns {:?}", repeat.warnings);
    }

    fn the_same_id_with_other_content_is_refused(step) {
        if step.events().is_empty() {
            return Ok(());
        }
        let mut other = serde_json::to_value(step.request).map_err(|error| error.to_string())?;
        let was = other.clone();
        // Another number, another text, another flag: whatever the command has.
        if !change_something(&mut other["command"]) {
            other["actor"] = json!({ "type": "customer", "customer": "D1" });
        }
        let mut others = vec![other];
        let mut actor = was;
        actor["actor"] = if actor["actor"] == json!({ "type": "system" }) { json!({ "type": "vendor" }) } else { json!({ "type": "system" }) };
        others.push(actor);
        if let Command::IssueCoupons(issue) = &step.request.command {
            // Texts that differ in what fills a word up.
            let mut other = serde_json::to_value(step.request).map_err(|error| error.to_string())?;
            other["command"]["memo"] = json!(format!("{}\0", issue.memo.as_deref().unwrap_or_default()));
            others.push(other);
        }
        for other in others {
            let Ok(request) = serde_json::from_value::<Request>(other.clone()) else { continue };
            let mut center = step.after.clone();
            let answer = center.handle(&request).map_err(|error| format!("other content is an error: {error}"))?;
            hold!(ids(&answer.breaches) == ["center.same-content"], "{other} is answered {answer:?}");
            hold!(center == *step.after, "other content changes something");
        }
    }

    fn every_message_is_complete(step) {
        let Some(decision) = step.decision() else { return Ok(()) };
        for breach in breaches(decision) {
            let Some(template) = breach.rule.message else { return Err(format!("{} has no message", breach.rule.id)) };
            for (message, template) in [(breach.message_en(), template.en), (breach.message_zh(), template.zh)] {
                let asked = template.matches('?').count() + template.matches('{').count();
                hold!(asked == template.matches('{').count() && !message.contains(['?', '{', '}']), "{}: {message}", breach.rule.id);
            }
            for (name, _) in &breach.facts {
                hold!(template.en.contains(&format!("{{{name}}}")), "{}: `{name}` is in no message", breach.rule.id);
            }
            let text = serde_json::to_string(breach).map_err(|error| error.to_string())?;
            let read: Breach = serde_json::from_str(&text).map_err(|error| format!("{text}: {error}"))?;
            hold!(read.message_en() == breach.message_en() && read.message_zh() == breach.message_zh(), "{text} reads as {read:?}");
        }
    }

    fn breaches_come_in_the_order_of_the_catalogue(step) {
        let Some(own) = own_rules(&step.request.command) else { return Ok(()) };
        let Some(decision) = step.decision() else { return Ok(()) };
        // Asked twice, with the request and with the quota.
        let floats = ["coupon.issue.time-order", "coupon.issue.not-already-expired"];
        let order: BTreeMap<_, _> = rules().enumerate().map(|(place, rule)| (rule.id, place)).collect();
        for list in decision.rows.iter().map(|row| &row.breaches).chain([&decision.breaches]) {
            let own = ids(list).into_iter().filter(|id| id.starts_with(own) && !floats.contains(id));
            let places: Vec<_> = own.map(|id| order.get(id)).collect();
            hold!(places.is_sorted_by(|one, next| one < next), "{:?}", ids(list));
        }
    }

    fn a_history_replayed_gives_the_same_state(step) {
        if step.number % 16 != 9 {
            return Ok(());
        }
        let replayed = PartnerCenter::replay(step.after.policy().clone(), step.log).map_err(|error| format!("the log cannot be replayed: {error}"))?;
        hold!(replayed == *step.after, "the replayed state differs");
        let text = serde_json::to_string(step.log).map_err(|error| error.to_string())?;
        let read: Vec<partnerkit::Event> = serde_json::from_str(&text).map_err(|error| format!("the log cannot be read: {error}"))?;
        hold!(read == step.log, "the log reads otherwise");
    }

    fn a_restored_snapshot_is_the_state_and_decides_the_same_afterwards(step) {
        let text = |center: &PartnerCenter| serde_json::to_string(center).unwrap_or_default();
        if step.number % 8 == 3 {
            let text = text(step.after);
            let restored: PartnerCenter = serde_json::from_str(&text).map_err(|error| format!("it cannot be restored: {error}"))?;
            hold!(restored == *step.after, "the restored state differs");
            let none = ["\"-0\"", "\"-0.0\"", "\"-0.00\""];
            hold!(none.iter().all(|zero| !text.contains(zero)), "a zero below zero");
        }
        let Some((twin, answer)) = step.twin else { return Ok(()) };
        hold!(answer == step.answer, "the restored center decides {answer:?}");
        hold!(twin == step.after, "the restored center goes another way");
    }

    fn events_applied_one_by_one_are_a_run(step) {
        if step.events().is_empty() {
            return Ok(());
        }
        let mut center = step.before.clone();
        for event in step.events() {
            center.apply(event).map_err(|error| format!("{} cannot be applied: {error}", event.id()))?;
        }
        hold!(center == *step.after, "applied, it comes out otherwise");
        for event in step.events() {
            let again = center.apply(event);
            hold!(again.is_err(), "{} is taken in twice", event.id());
        }
        hold!(center == *step.after, "an event that is refused changes something");
    }
}

laws! {
    OF_COUPONS of Step<'_>;

    fn a_raised_limit_never_adds_a_breach_of_its_rule(step) {
        if step.number % 16 != 2 {
            return Ok(());
        }
        let limits: &[(&str, &[&str])] = match &step.request.command {
            Command::IssueCoupons(_) => &[
                ("customers_max", &["coupon.issue.customers-max"]),
                ("customers_max_console", &["coupon.issue.customers-max-console"]),
                ("services_max", &["coupon.issue.services-max"]),
                ("products_max", &["coupon.issue.products-max"]),
                ("memo_characters_max", &["coupon.issue.memo-length"]),
                ("calls_per_second", &["coupon.access.rate-limit"]),
            ],
            Command::GrantQuota(_) => &[("resellers_max", &["quota.grant.resellers-max"])],
            Command::ReclaimQuota(_) => {
                &[("child_quotas_max", &["quota.reclaim.max-per-call"]), ("remark_characters_max", &["quota.reclaim.remark-length"])]
            }
            Command::ReclaimCoupons(_) => &[("indirect_partner_characters_max", &["coupon.reclaim.indirect-id-not-empty"])],
            _ => return Ok(()),
        };
        let Some(strict) = step.decision() else { return Ok(()) };
        let mut snapshot = serde_json::to_value(step.before).map_err(|error| error.to_string())?;
        for (limit, rules) in limits {
            let before = snapshot["policy"]["limits"][limit].take();
            snapshot["policy"]["limits"][limit] = json!(before.as_u64().unwrap_or(0) + 1_000);
            let center: PartnerCenter = serde_json::from_value(snapshot.clone()).map_err(|error| error.to_string())?;
            snapshot["policy"]["limits"][limit] = before;
            let lenient = center.decide(step.request).map_err(|error| error.to_string())?;
            let added = |id: &&str| rules.contains(id) && !ids(&strict.breaches).contains(id);
            hold!(!ids(&lenient.breaches).iter().any(added), "{limit}: {:?}", lenient.breaches);
        }
    }

    fn customers_of_an_issue_who_do_not_compete_are_served_in_any_order(step) {
        let (Command::IssueCoupons(issue), Some(decision)) = (&step.request.command, step.decision()) else { return Ok(()) };
        let Some(quota) = issue.quota_id.value().and_then(|id| step.before.quota_book().quota(id)) else { return Ok(()) };
        let count = issue.customer_ids.len();
        let enough = issue.face_value.times(count).is_ok_and(|all| quota.balance.covers(all));
        let limits = &quota.limits;
        let free = limits.count_max.is_none() && limits.count_max_per_customer.is_none() && limits.total_face_value_max.is_none();
        if count < 2 || !enough || !free || !quota.earmarks.is_empty() {
            return Ok(());
        }
        let mut turned = issue.clone();
        turned.customer_ids.reverse();
        let request = Request { command: Command::IssueCoupons(turned), ..step.request.clone() };
        let other = step.before.decide(&request).map_err(|error| error.to_string())?;
        let outcome = |decision: &Decision| -> BTreeMap<String, (bool, Vec<Breach>)> {
            decision.rows.iter().map(|row| (row.subject.to_string(), (row.id.is_some(), row.breaches.clone()))).collect()
        };
        hold!(ids(&decision.breaches) == ids(&other.breaches), "turned round: {:?}", other.breaches);
        hold!(outcome(decision) == outcome(&other), "turned round: {:?}", other.rows);
    }

    fn a_cloud_reseller_gets_nothing_done_through_the_api(step) {
        let reseller = step.request.actor.acts_for().and_then(|id| step.before.directory().partner(id));
        let through_api = step.request.access.channel == partnerkit::Channel::Api;
        if reseller.is_some_and(|partner| partner.kind == PartnerKind::CloudReseller) && through_api {
            hold!(step.events().is_empty(), "{:?}", step.events());
        }
    }
}

/// The rules of an operation's own, which are asked in the order of the catalogue.
fn own_rules(command: &Command) -> Option<&'static str> {
    Some(match command {
        Command::IssueCoupons(_) => "coupon.issue.",
        Command::PlaceOrder(_) => "order.place.",
        Command::RequestAuthorization(_) => "authz.request.",
        Command::ApproveAuthorization(_) => "authz.approve.",
        Command::RevokeAuthorization(_) => "authz.revoke.",
        Command::FreezeCustomers(_) | Command::UnfreezeCustomers(_) => "freeze.",
        Command::RequestChange(_) | Command::AnswerChange(_) => "assoc.unbind.",
        Command::SaveMember(_) => "org.member.",
        Command::SaveRole(_) => "org.role.",
        Command::AssignOwner(_) | Command::ReassignOwner(_) | Command::ReclaimOwner(_) => "owner.",
        Command::RefreshWarnings(_) => "warning.refresh.",
        Command::ProcessWarning(_) => "warning.process.",
        _ => return None,
    })
}

/// Changes the first value that can be another; whether there was one.
fn change_something(command: &mut Value) -> bool {
    let Some(fields) = command.as_object_mut() else { return false };
    for (name, value) in fields.iter_mut().filter(|(name, _)| *name != "type") {
        match value {
            Value::String(text)
                if name == "customer" || name.ends_with("id") || name == "id" || name == "coupon" || name == "quota" =>
            {
                text.push('x');
                return true;
            }
            Value::Bool(flag) => {
                *flag = !*flag;
                return true;
            }
            Value::Array(list)
                if list.first().is_some_and(Value::is_string)
                    && matches!(Given::<partnerkit::CustomerId>::from("x"), Given::Valid(_)) =>
            {
                list.push(json!("one-more"));
                return true;
            }
            _ => {}
        }
    }
    false
}
