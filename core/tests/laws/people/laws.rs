//! The laws of people: whose customer somebody is, who answers for it, and who may do what in its account.

use chrono::Months;
use partnerkit::{Command, Error, PartnerCenter, Request, Timestamp};
use serde_json::{Value, json};

use super::book::{Book, Wish, text};
use super::views::{VIEWS, view, viewers};
use super::world::{PARTNERS, PERSONAL};
use crate::moves::console;
use crate::walk::{Kept, Step};
use crate::{hold, laws};

/// The changes of a step, as JSON.
fn changes(step: &Step) -> Vec<Value> {
    step.events().iter().map(|event| serde_json::to_value(&event.change).unwrap()).collect()
}

fn changes_of(step: &Step, kind: &str) -> Vec<Value> {
    changes(step).into_iter().filter(|change| change["type"] == kind).collect()
}

fn actor(step: &Step) -> Value {
    serde_json::to_value(&step.request.actor).unwrap()
}

fn command(step: &Step) -> Value {
    serde_json::to_value(&step.request.command).unwrap()
}

fn site(step: &Step) -> String {
    text(&serde_json::to_value(step.before.policy().site).unwrap())
}

/// Whether a wish still counts three calendar months after it was made.
fn counts(wish: &Wish, now: Timestamp) -> bool {
    wish.at.to_chrono().checked_add_months(Months::new(3)).is_some_and(|until| now.to_chrono() < until)
}

/// What a center knows but for the requests it remembers.
fn knowledge(center: &PartnerCenter) -> Value {
    let mut snapshot = serde_json::to_value(center).unwrap();
    snapshot["requests"].take();
    snapshot
}

/// Everything that a step said to somebody, in words.
fn words(step: &Step) -> String {
    let mut words = format!("{:?}", step.answer);
    if let Some(decision) = step.decision() {
        let rows = decision.rows.iter().flat_map(|row| &row.breaches);
        for breach in rows.chain(&decision.breaches).chain(&decision.warnings) {
            words.push_str(&breach.message_en());
            words.push_str(&breach.message_zh());
            words.push_str(&serde_json::to_string(breach).unwrap());
        }
    }
    if let Err(error) = step.answer {
        words.push_str(&error.to_string());
    }
    words
}

fn gives_away(words: &str) -> Option<&'static str> {
    PERSONAL.iter().copied().find(|mark| words.contains(mark))
}

/// What a viewer sees in a list: the items, or nothing when it is refused.
fn items(step: &Step, actor: &Value, asked: &Value) -> Result<Vec<Value>, String> {
    let answer = view(step.after, actor, step.request.at, &console(), asked, false)?;
    let refused = answer["breaches"].as_array().is_some_and(|breaches| !breaches.is_empty());
    let items = answer["items"].as_array().cloned().unwrap_or_default();
    hold!(!refused || items.is_empty(), "{actor} is refused and sees {items:?}");
    Ok(items)
}

/// Which customers of a list are none of the viewer's, given whose customers it may see.
fn strangers(book: &Book, actor: &Value, of: &dyn Fn(&str) -> bool, items: &[Value]) -> Vec<String> {
    let (partner, member) = (text(&actor["partner"]), text(&actor["member"]));
    let customers = items.iter().map(|item| text(&item["customer_id"]));
    let is_own = |customer: &String| {
        let theirs = book.partner_of(customer).is_some_and(of);
        let mine = !book.is_only_manager(&partner, &member) || book.manager(customer) == Some(member.as_str());
        theirs && mine
    };
    customers.filter(|customer| !is_own(customer)).collect()
}

laws! {
    LAWS of Kept<'_, Book>;

    fn nothing_that_can_be_asked_is_a_fault(step) {
        hold!(!matches!(step.answer, Err(Error::Fault(why)) if why != "not built"), "{:?}", step.answer);
    }

    fn associations_of_a_customer_never_overlap(step) {
        for (customer, bonds) in &step.book.bonds {
            for pair in bonds.windows(2) {
                let [one, next] = pair else { continue };
                hold!(one.until.is_some_and(|until| until <= next.from), "{customer}: {bonds:?}");
            }
            let known = step.after.directory().customer(&customer.parse().unwrap()).and_then(|customer| customer.association.clone());
            let known = known.map(|known| (known.partner.to_string(), known.mode.map(|mode| mode.to_string()), known.since));
            let bond = step.book.bond(customer).map(|bond| (bond.partner.clone(), bond.mode.clone(), bond.from));
            hold!(known == bond, "{customer}: {known:?}, the second book has {bond:?}");
        }
    }

    fn a_customer_has_at_most_one_account_manager_and_an_owner_exactly_when_it_has_a_partner(step) {
        for customer in step.after.directory().customers() {
            let id = customer.id().as_str();
            let answering = customer.managers.iter().filter(|assignment| assignment.until.is_none());
            let names: Vec<_> = answering.map(|assignment| assignment.manager.as_str()).collect();
            hold!(names.len() <= 1 && names.first().copied() == step.book.manager(id), "{id}: {names:?}");
            let owner = step.after.directory().owner(customer);
            hold!(owner.is_some() == step.book.bond(id).is_some(), "{id} is answered for by {owner:?}");
            let is_of = |assignment: &partnerkit::directory::Assignment| step.book.partner_of(id) == Some(assignment.partner.as_str());
            hold!(customer.assignment().is_none_or(is_of), "{id} is another partner's and has {:?}", customer.assignment());
        }
    }

    fn who_is_assigned_a_customer_is_an_account_manager_of_its_partner(step) {
        for change in changes_of(step, "owner.assigned") {
            let (partner, manager) = (text(&change["partner"]), text(&change["manager"]));
            hold!(step.book.partner_of(&text(&change["customer"])) == Some(partner.as_str()), "{change}");
            let roles = step.book.roles.get(&(partner, manager));
            hold!(roles.is_some_and(|roles| roles.contains("account-manager")), "{change}: {roles:?}");
        }
    }

    fn nothing_is_done_in_an_account_without_its_live_authorization_of_that_partner(step) {
        for change in changes_of(step, "order.placed") {
            let (customer, partner, now) = (text(&change["customer"]), text(&change["partner"]), step.request.at);
            let Some(consent) = step.book_before.consents.get(&text(&change["authorization"])) else { return Err(format!("{change}: none")) };
            let live = consent.state == "authorized" && consent.at <= now && consent.customer == customer && consent.partner == partner;
            hold!(live, "{change} by {consent:?}");
            let bond = step.book_before.bond(&customer);
            let resale = bond.is_some_and(|bond| bond.partner == partner && bond.mode.as_deref() == Some("agency-resale"));
            hold!(resale, "{change}: {bond:?}");
            let by = text(&actor(step)["partner"]);
            let above = step.book.distributors.get(&partner);
            hold!(by == partner || above == Some(&by), "{change} by {by}");
        }
    }

    fn an_open_authorization_belongs_to_a_current_resale_association_with_the_same_partner(step) {
        for (id, consent) in step.book.consents.iter().filter(|(_, consent)| ["requested", "authorized"].contains(&consent.state.as_str())) {
            let bond = step.book.bond(&consent.customer);
            let holds = bond.is_some_and(|bond| bond.partner == consent.partner && bond.mode.as_deref() == Some("agency-resale"));
            hold!(holds, "{id} {consent:?}: {bond:?}");
        }
    }

    fn a_customer_has_at_most_one_open_authorization_and_only_it_agrees_or_takes_back(step) {
        for (id, consent) in &step.book.consents {
            let is_open = |it: &super::book::Consent| it.customer == consent.customer && ["requested", "authorized"].contains(&it.state.as_str());
            hold!(step.book.consents.values().filter(|it| is_open(it)).count() <= 1, "{id}: {:?}", step.book.consents);
        }
        for change in changes_of(step, "authorization.changed").iter().filter(|change| change["state"] != "ended") {
            hold!(actor(step)["customer"] == change["customer"], "{change} by {}", actor(step));
        }
    }

    fn neither_side_asks_more_often_than_its_quota_in_three_calendar_months(step) {
        let quota = if site(step) == "intl" { 3 } else { 1 };
        for change in changes_of(step, "association.requested") {
            let (customer, now) = (text(&change["customer"]), step.request.at);
            let wishes = &step.book.wishes[&customer];
            let of = |side: &str| wishes.iter().filter(|wish| wish.side == side && change["partner"] == json!(wish.partner) && counts(wish, now)).count();
            let side = text(&change["initiator"]);
            hold!(of(&side) <= quota, "{customer}: {} wishes of the {side} in three months", of(&side));
            let waits = side == "partner" && site(step) == "cn";
            hold!(!waits || of("customer") == 0, "{customer}: the partner asks, who has to wait after the customer's wish");
        }
    }

    fn a_refusal_for_the_quota_is_one_that_the_second_book_has(step) {
        let Some(decision) = step.decision() else { return Ok(()) };
        let quota = if site(step) == "intl" { 3 } else { 1 };
        for breach in &decision.breaches {
            let side = match breach.rule.id {
                "assoc.unbind.partner-quota" => "partner",
                "assoc.unbind.customer-quota" => "customer",
                _ => continue,
            };
            let customer = text(&command(step)["customer"]);
            let partner = step.book.partner_of(&customer);
            let wishes = step.book.wishes.get(&customer).into_iter().flatten();
            let used = wishes.filter(|wish| wish.side == side && Some(wish.partner.as_str()) == partner && counts(wish, step.request.at)).count();
            hold!(used >= quota, "{customer}: {used} wishes of the {side}");
        }
    }

    fn at_most_one_request_about_a_customer_is_open(step) {
        for (customer, wishes) in &step.book.wishes {
            hold!(wishes.iter().filter(|wish| wish.open).count() <= 1, "{customer}: {wishes:?}");
        }
    }

    fn an_association_ends_or_is_switched_by_both_or_by_the_vendor(step) {
        let ended = changes(step).into_iter().filter(|change| {
            ["customer.disassociated", "customer.mode-switched"].contains(&change["type"].as_str().unwrap_or_default())
        });
        for change in ended {
            if actor(step)["type"] == "vendor" {
                continue;
            }
            let wishes = step.book_before.wishes.get(&text(&change["customer"]));
            let Some(open) = wishes.and_then(|wishes| wishes.iter().find(|wish| wish.open)) else { return Err(format!("{change}: nobody asked")) };
            let by_partner = actor(step)["partner"].is_string();
            hold!(by_partner != (open.side == "partner"), "{change}: the {} answers itself", open.side);
        }
    }

    fn a_refresh_repeated_under_another_id_changes_nothing(step) {
        if !matches!(step.request.command, Command::RefreshWarnings(_)) || step.accepted().is_none() {
            return Ok(());
        }
        let mut center = step.after.clone();
        let again = Request { id: "again".parse().unwrap(), ..step.request.clone() };
        let answer = center.handle(&again).map_err(|error| error.to_string())?;
        hold!(knowledge(&center) == knowledge(step.after), "{answer:?}");
    }

    fn a_processed_warning_was_processed_once_by_who_was_sole_owner_then(step) {
        for (id, alarm) in &step.book.alarms {
            hold!(alarm.seen_to <= 1, "{id}: {} times", alarm.seen_to);
        }
        for change in changes_of(step, "warning.processed") {
            let alarm = &step.book_before.alarms[&text(&change["warning"])];
            let (of, manager, by) = (step.book_before.partner_of(&alarm.customer), step.book_before.manager(&alarm.customer), actor(step));
            hold!(of == by["partner"].as_str(), "{change}: {by} is not of {of:?}");
            hold!(manager == by["member"].as_str(), "{change}: {by}, the owner is {manager:?}");
        }
    }

    fn a_freeze_ends_only_with_its_own_type_and_releases_only_after_the_limit(step) {
        for change in changes_of(step, "customer.unfrozen") {
            let customer = text(&change["customer"]);
            let Some(ice) = step.book_before.ice.get(&customer) else { return Err(format!("{change}: not frozen")) };
            if change["automatic"] == json!(true) {
                continue;
            }
            let asked = command(step)["freeze_type"].as_str().unwrap_or("account").to_owned();
            hold!(asked == ice.what, "{change}: {ice:?}");
        }
        for change in changes_of(step, "customer.resources-released") {
            let Some(ice) = step.book_before.ice.get(&text(&change["customer"])) else { return Err(format!("{change}: not frozen")) };
            let limit = ice.since.seconds_later(15 * 24 * 60 * 60);
            hold!(ice.what == "account-and-resources" && limit <= step.request.at && !ice.released, "{change}: {ice:?}");
        }
        if matches!(step.request.command, Command::AdvanceClock(_)) && step.accepted().is_some() {
            for (customer, ice) in &step.book.ice {
                let due = ice.what == "account-and-resources" && ice.since.seconds_later(15 * 24 * 60 * 60) <= step.request.at;
                hold!(!due || ice.released, "{customer}: {ice:?} is due and not released");
            }
        }
        for (customer, ice) in &step.book.ice {
            let resale = step.book.bond(customer).is_some_and(|bond| bond.mode.as_deref() == Some("agency-resale"));
            hold!(resale, "{customer} is no resale customer and frozen: {ice:?}");
        }
    }

    fn an_administrator_is_nothing_else_and_nobody_is_manager_and_director(step) {
        if !matches!(step.request.command, Command::SaveMember(_)) {
            return Ok(());
        }
        for change in changes_of(step, "member.set") {
            let roles = &step.book.roles[&(text(&change["partner"]), text(&change["member"]))];
            let has = |role: &str| roles.contains(role);
            hold!((1..=3).contains(&roles.len()), "{change}");
            hold!(!has("administrator") || roles.len() == 1, "{change}");
            hold!(!(has("account-manager") && has("account-director")), "{change}");
        }
    }

    fn a_partner_has_no_more_roles_of_its_own_than_the_limit(step) {
        let limits = serde_json::to_value(&step.before.policy().limits).unwrap();
        let Some(limit) = limits["custom_roles_max"].as_u64() else { return Ok(()) };
        for (partner, roles) in &step.book.own_roles {
            let own = roles.iter().filter(|role| !["administrator", "account-manager", "account-director", "sa-specialist"].contains(&role.as_str()));
            hold!(own.count() as u64 <= limit, "{partner}: {roles:?}");
        }
    }

    fn only_administrators_change_what_their_people_may(step) {
        let own = matches!(step.request.command, Command::SaveMember(_) | Command::SaveRole(_));
        let by = actor(step);
        if !own || step.events().is_empty() || by["type"] == "partner" {
            return Ok(());
        }
        let roles = step.book_before.roles.get(&(text(&by["partner"]), text(&by["member"])));
        hold!(roles.is_some_and(|roles| roles.contains("administrator")), "{by} has {roles:?}");
    }

    fn one_permission_item_more_never_makes_an_allowed_request_refused(step) {
        let (Some(decision), partnerkit::Actor::Member(account)) = (step.accepted(), &step.request.actor) else { return Ok(()) };
        const ITEMS: [&str; 5] = [
            "console.customer-management",
            "console.customer-warnings",
            "console.customer-assignment",
            "BPC_ITEM_SUBCUSTSERV_010115",
            "BPC_ITEM_SUBCUSTSERV_010118",
        ];
        let Some(member) = step.before.directory().member(&account.partner, &account.member) else { return Ok(()) };
        let mut richer = member.clone();
        richer.permission_items.insert(ITEMS[step.number % ITEMS.len()].to_owned());
        let grant = Request {
            id: "richer".parse().unwrap(),
            at: step.request.at,
            actor: partnerkit::Actor::VENDOR,
            access: partnerkit::Access::default(),
            command: Command::SetMember(richer),
        };
        let mut center = step.before.clone();
        center.handle(&grant).map_err(|error| error.to_string())?;
        let other = center.decide(step.request).map_err(|error| error.to_string())?;
        hold!(other.is_accepted() && other.rows == decision.rows, "with one item more: {other:?}");
    }

    fn personal_data_is_in_no_message_and_in_no_debug_output(step) {
        let words = words(step);
        hold!(gives_away(&words).is_none(), "{:?} stands in {words}", gives_away(&words));
        if step.number % 16 == 7 {
            let directory = format!("{:?}", step.after);
            hold!(gives_away(&directory).is_none(), "{:?} stands in the debug output of the center", gives_away(&directory));
        }
    }

    fn who_is_refused_is_told_a_rule(step) {
        let Some(decision) = step.decision() else { return Ok(()) };
        if !decision.events.is_empty() || decision.repeated {
            return Ok(());
        }
        let nothing_to_do = matches!(step.request.command, Command::RefreshWarnings(_) | Command::ReassignOwner(_) | Command::AdvanceClock(_));
        let told = decision.breaches.len() + decision.rows.iter().map(|row| row.breaches.len()).sum::<usize>();
        hold!(nothing_to_do || told > 0, "nothing happens, and nobody is told why");
    }

    fn a_customer_of_another_site_becomes_nobodys_unless_the_vendor_says_so(step) {
        let asked = matches!(step.request.command, Command::AcceptInvitation(_) | Command::CreateCustomer(_) | Command::CompleteAssociation(_));
        for change in changes_of(step, "customer.associated") {
            let own = step.book.sites.get(&text(&change["customer"]));
            hold!(!asked || own.is_none_or(|own| *own == site(step)) || site(step) == "cn", "{change}: it is on {own:?}");
        }
    }

    fn a_list_of_customers_is_the_viewers_own_and_all_of_it(step) {
        if step.number % 16 != 2 {
            return Ok(());
        }
        for actor in viewers(PARTNERS) {
            let partner = text(&actor["partner"]);
            let own = items(step, &actor, &json!({ "type": "customers", "limit": 100 }))?;
            let wrong = strangers(step.book, &actor, &|of| of == partner, &own);
            hold!(wrong.is_empty(), "{actor} sees {wrong:?}");
            if actor["type"] == "partner" {
                let all = step.book.customers_of(&partner);
                hold!(own.len() == all.len(), "{partner} sees {} of {all:?}", own.len());
            }
            let of_reseller = items(step, &actor, &json!({ "type": "customers", "limit": 100, "indirect_partner_id": "R1" }))?;
            let wrong = strangers(step.book, &actor, &|of| of == "R1" && partner == "D" || of == partner, &of_reseller);
            hold!(wrong.is_empty(), "{actor} sees {wrong:?} of R1");
        }
    }

    fn a_list_of_warnings_is_the_viewers_own_and_says_who_may_process(step) {
        if step.number % 8 != 4 || step.book.alarms.is_empty() {
            return Ok(());
        }
        for actor in viewers(&["D", "S", "R1", "T"]) {
            let partner = text(&actor["partner"]);
            let seen = items(step, &actor, &json!({ "type": "warnings", "limit": 100 }))?;
            let wrong = strangers(step.book, &actor, &|of| of == partner || step.book.distributors.get(of) == Some(&partner), &seen);
            hold!(wrong.is_empty(), "{actor} sees warnings of {wrong:?}");
            for item in &seen {
                let seen_to = step.book.alarms.get(&text(&item["id"])).is_some_and(|alarm| alarm.seen_to > 0);
                hold!(seen_to == (item["status"] == "processed"), "{item}: seen to is {seen_to}");
                let mut process = json!({ "type": "warning.process", "warning": item["id"], "remark": "called" });
                if item["category"] == "churn" {
                    process["result"] = json!("lost");
                }
                let request = json!({ "id": "process", "at": step.request.at, "actor": actor, "access": console(), "command": process });
                let request: Request = serde_json::from_value(request).map_err(|error| format!("{item}: {error}"))?;
                let decision = step.after.decide(&request).map_err(|error| error.to_string())?;
                hold!(item["may_process"] == json!(decision.is_accepted()), "{actor} reads {item}, and is answered {decision:?}");
            }
        }
    }

    fn no_view_shows_personal_data_unless_it_is_asked_for(step) {
        if step.number % 16 != 6 {
            return Ok(());
        }
        for actor in viewers(&["D", "S"]) {
            for name in VIEWS {
                let answer = view(step.after, &actor, step.request.at, &console(), &json!({ "type": name }), false)?.to_string();
                hold!(gives_away(&answer).is_none(), "{actor} sees {:?} in {answer}", gives_away(&answer));
            }
        }
    }
}
