//! What is asked for in the worlds of people, one part of it after the other.

use serde_json::{Value, json};

use super::super::world::{MEMBERS, PARTNERS, partner_record, profile, standings};
use super::{Asking, Kind, customer, member};
use crate::moves::{Asked, Pick, api, console, partner, vendor};

/// What bears on a customer's associations: nothing, rather.
fn standing(pick: &mut Pick) -> Value {
    let all = standings();
    if pick.number(3) == 0 { all[0].clone() } else { pick.of(&all) }
}

impl Asking<'_> {
    /// Somebody becomes a partner's customer.
    pub(super) fn winning(&self, kind: Kind, pick: &mut Pick) -> Asked {
        match kind {
            Kind::Invite => {
                let of = pick.of(&["S", "D", "R1", "S", "D", "T", "R2", "E", "RE", "S"]);
                let channel = pick.of(&["link", "email", "qr-code"]);
                let mut command = json!({ "type": "invitation.send", "mode": self.mode(pick), "channel": channel });
                if pick.once_in(8) {
                    let wait = pick.of(&[3_600, 86_400 * 15, 86_400 * 16, 0]);
                    command["expire_time"] = json!(self.at.seconds_later(wait));
                }
                let actor = if pick.once_in(20) { vendor() } else { self.staff(of, pick) };
                (actor, console(), command)
            }
            Kind::Accept => {
                let now = self.at.to_string();
                let is_good = |it: &&Value| it["sent"]["expire_time"].as_str().is_some_and(|until| *now < *until);
                let open: Vec<_> = self.in_state("/sent/invitation", &["open"]).into_iter().filter(is_good).collect();
                let used: Vec<_> = self.in_state("/sent/invitation", &["accepted", "failed"]);
                let list = if open.is_empty() || pick.once_in(8) { used } else { open };
                let invitation = if list.is_empty() { json!("nothing") } else { pick.of(&list)["sent"]["invitation"].clone() };
                let id = self.free_customer(pick);
                let command = json!({
                    "type": "invitation.accept", "invitation": invitation, "customer": id, "notice_accepted": !pick.once_in(8)
                });
                (self.itself(&id, pick), self.page(pick), command)
            }
            Kind::Create => self.creating(pick),
            Kind::Complete => {
                let mut begun = Vec::new();
                let is = |value: &Value| value["begun"]["customer"].is_string();
                super::found(self.snapshot(), &is, &mut begun);
                let ids: Vec<_> = begun.iter().filter_map(|it| it["begun"]["customer"].as_str().map(str::to_owned)).collect();
                let id = if ids.is_empty() { self.a_customer(pick) } else { pick.of(&ids) };
                let outcome = if pick.once_in(4) {
                    json!({ "type": "failed", "reason": "no answer" })
                } else {
                    json!({ "type": "completed" })
                };
                let actor = if pick.once_in(10) { partner("S") } else { vendor() };
                (actor, api(), json!({ "type": "association.complete", "customer": id, "outcome": outcome }))
            }
            _ => {
                let receiver = self.receiver(pick);
                let mut command = json!({ "type": "code.send", "receiver": receiver });
                if pick.once_in(3) {
                    command["timeout_minutes"] = json!(pick.of(&[5, 60, 3_000, 0, 3_001]));
                }
                if pick.once_in(6) {
                    command["scene"] = json!("bank-card");
                    command["customer"] = pick.of(&[json!("S1"), json!("stranger"), Value::Null]);
                }
                let of = pick.of(&["S", "D", "R1"]);
                (self.staff(of, pick), api(), command)
            }
        }
    }

    fn is_china(&self) -> bool {
        self.center.policy().site == partnerkit::Site::Cn
    }

    fn mode(&self, pick: &mut Pick) -> &'static str {
        pick.of(&["agency-resale", "agency-resale", "advisory"])
    }

    fn receiver(&self, pick: &mut Pick) -> String {
        let number = pick.number(3);
        if pick.once_in(6) {
            let known = profile(&self.a_customer(pick), json!({}));
            return known[if self.is_china() { "phone" } else { "email" }].as_str().unwrap().to_owned();
        }
        let is_phone = self.is_china() != pick.once_in(10);
        if is_phone { format!("1395550000{number}") } else { format!("Zq{number}@mail.example") }
    }

    fn creating(&self, pick: &mut Pick) -> Asked {
        let number = pick.number(4);
        let mut command = json!({ "type": "customer.create", "xaccount": { "id": format!("x{number}"), "platform": "shop" } });
        if pick.once_in(2) {
            let name = format!("shop_{number}");
            let odd = ["op_shop", "1234567", "no", "with space"];
            command["domain_name"] = json!(if pick.once_in(4) { pick.of(&odd).to_owned() } else { name });
        }
        if !pick.once_in(3) {
            let mut sent = Vec::new();
            super::found(&self.snapshot()["registrations"], &|value| value["newest"]["receiver"].is_string(), &mut sent);
            let good: Vec<_> = sent.iter().filter_map(|code| code["newest"]["receiver"].as_str().map(str::to_owned)).collect();
            let receiver = if good.is_empty() || pick.once_in(4) { self.receiver(pick) } else { pick.of(&good) };
            command[if receiver.contains('@') { "email" } else { "phone" }] = json!(receiver);
        } else if pick.once_in(3) {
            command["phone"] = json!("007");
        }
        if pick.once_in(3) {
            let classes = if pick.once_in(3) { 1 } else { 3 };
            command["password"] = json!({ "classes": classes, "is_name": pick.once_in(5), "contains_contact": pick.once_in(5) });
        }
        if pick.once_in(4) {
            command["cooperation_type"] = json!(pick.of(&["1", "2"]));
        }
        command["include_association_result"] = json!(pick.once_in(3));
        let of = pick.of(&["S", "D", "D", "T", "E", "R1"]);
        if of == "D" && pick.once_in(2) || pick.once_in(10) {
            command["indirect_partner_id"] = json!(pick.of(&["R1", "R2", "RE", "nobody"]));
        }
        let code = pick.of(&[json!(true), json!(true), json!(true), json!(false), Value::Null]);
        let failed = if pick.once_in(8) { 3 } else { 0 };
        (self.staff(of, pick), json!({ "verification_code": code, "failed_code_checks": failed }), command)
    }

    /// Associations end, or become others, with the consent of both.
    pub(super) fn parting(&self, kind: Kind, pick: &mut Pick) -> Asked {
        match kind {
            Kind::RequestChange => self.wishing(pick),
            Kind::Review => {
                let id = self.customer_in("/asked/initiator", &["in-review"], pick);
                let actor = if pick.once_in(8) { partner("S") } else { vendor() };
                (actor, api(), json!({ "type": "association.review", "customer": id, "passed": !pick.once_in(3) }))
            }
            _ => {
                let id = self.customer_in("/asked/initiator", &["pending"], pick);
                let open = self.in_state("/asked/initiator", &["pending"]);
                let asked_by =
                    open.iter().find(|it| it["asked"]["customer"] == json!(id)).map(|it| it["asked"]["initiator"].clone());
                let by_customer = asked_by == Some(json!("customer"));
                let actor = if by_customer == pick.once_in(8) { self.itself(&id, pick) } else { self.its_staff(&id, pick) };
                (actor, self.page(pick), json!({ "type": "association.answer", "customer": id, "approved": pick.once_in(3) }))
            }
        }
    }

    /// One of the two wants an association to end or to be switched; rather one who has been refused that.
    fn wishing(&self, pick: &mut Pick) -> Asked {
        let refused: Vec<_> = self.in_state("/asked/initiator", &["rejected"]).iter().map(|it| it["asked"].clone()).collect();
        let again = (!refused.is_empty() && !pick.once_in(3)).then(|| pick.of(&refused));
        let (id, by_customer) = match &again {
            Some(asked) => (asked["customer"].as_str().unwrap().to_owned(), asked["initiator"] == "customer"),
            None if pick.once_in(12) => (self.free_customer(pick), pick.once_in(2)),
            None => {
                // Few customers, so that quotas matter.
                let of = pick.of(&["S1", "S1", "D2", "S2", "M", "M1", "T1", "R1b", "D4", "D1", "R1a"]);
                (of.to_owned(), pick.once_in(2))
            }
        };
        let change = if pick.once_in(3) {
            json!({ "type": "switch", "mode": pick.of(&["advisory", "agency-resale"]) })
        } else {
            json!({ "type": "disassociate" })
        };
        let mut command = json!({ "type": "association.request", "customer": id, "change": change });
        if !pick.once_in(12) {
            command["reason"] = json!("we part");
            command["impact_accepted"] = json!(true);
        }
        let actor = if by_customer { self.itself(&id, pick) } else { self.its_staff(&id, pick) };
        (actor, self.page(pick), command)
    }

    /// A partner acts inside a customer's account, once the customer agrees.
    pub(super) fn acting(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let about = "/requested_at";
        match kind {
            Kind::AskAuthorization => {
                let id = self.a_customer(pick);
                let letter = !pick.once_in(6);
                let command = json!({ "type": "authorization.request", "customer": id, "commitment_letter_accepted": letter });
                (self.its_staff(&id, pick), console(), command)
            }
            Kind::Approve => {
                let id = self.customer_in(about, &["requested"], pick);
                let command = json!({ "type": "authorization.approve", "customer": id, "letter_accepted": !pick.once_in(8) });
                (self.itself(&id, pick), self.page(pick), command)
            }
            Kind::Reject => {
                let id = self.customer_in(about, &["requested"], pick);
                (self.itself(&id, pick), self.page(pick), json!({ "type": "authorization.reject", "customer": id }))
            }
            Kind::Revoke => {
                let id = self.customer_in(about, &["authorized"], pick);
                let mut command = json!({ "type": "authorization.revoke", "customer": id });
                if !pick.once_in(6) {
                    command["reason"] = json!("no longer");
                }
                (self.itself(&id, pick), self.page(pick), command)
            }
            _ => {
                let states = pick.of(&[&["authorized"][..], &["authorized"], &["authorized", "requested", "revoked", "ended"]]);
                let id = if pick.once_in(4) { self.a_customer(pick) } else { self.customer_in(about, states, pick) };
                let id = if pick.once_in(30) { "D-account".to_owned() } else { id };
                let operation = pick.of(&["order", "renew", "change-specification", "convert-billing", "unsubscribe", "operate"]);
                let mut command = json!({
                    "type": "order.place", "customer": id, "operation": operation,
                    "service_type": pick.of(&["hws.service.type.ec2", "hws.service.type.obs"]),
                    "billing_mode": pick.of(&["yearly-monthly", "pay-per-use"]), "is_koogallery": pick.once_in(12)
                });
                let of = self.partner_of(&id);
                if of.as_deref().is_some_and(|of| of.starts_with('R')) && pick.once_in(2) {
                    command["indirect_partner_id"] = json!(of);
                    return (self.staff("D", pick), console(), command);
                }
                let actor = if pick.once_in(40) { self.itself(&id, pick) } else { self.its_staff(&id, pick) };
                (actor, if pick.once_in(4) { api() } else { console() }, command)
            }
        }
    }

    /// A partner says who of its people does what, and for whom.
    pub(super) fn organizing(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let of = pick.of(&["D", "S", "D", "S", "R1", "T"]);
        let managers = ["am1", "am2", "am1", "both", "dir", "none"];
        let known: Vec<_> =
            MEMBERS.iter().filter(|(partner, name, _)| *partner == of && managers.contains(name)).map(|it| it.1).collect();
        let manager = pick.of_or(&known, "am1");
        let actor = self.staff(of, pick);
        let mut some = |own: usize| {
            let mut ids: Vec<_> = (0..own).map(|_| self.customer_of(of, pick)).collect();
            if pick.once_in(6) {
                ids.push("stranger".into());
            }
            if pick.once_in(8) {
                ids.push("R2a".into());
            }
            (ids, pick.once_in(6))
        };
        match kind {
            Kind::Assign => {
                let (ids, all) = some(2);
                (
                    actor,
                    console(),
                    json!({ "type": "owner.assign", "customer_ids": ids, "manager": manager, "all_or_nothing": all }),
                )
            }
            Kind::Reclaim => {
                let (ids, all) = some(2);
                (actor, console(), json!({ "type": "owner.reclaim", "customer_ids": ids, "all_or_nothing": all }))
            }
            Kind::Reassign => {
                let id = self.customer_of(of, pick);
                (actor, console(), json!({ "type": "owner.reassign", "customer": id, "manager": manager }))
            }
            Kind::SaveMember => {
                let roles = ["account-manager", "account-director", "administrator", "watch", "desk", "nothing", "sa-specialist"];
                let count = pick.of(&[1, 1, 1, 2, 2, 3, 4, 0]);
                let mut given: Vec<_> = (0..count).map(|_| pick.of(&roles)).collect();
                given.sort_unstable();
                given.dedup();
                // The roles of some partners only.
                let has_roles = ["D", "S", "T"].contains(&of);
                given.retain(|role| has_roles || role.contains('a') && role.contains('-'));
                let mut command =
                    json!({ "type": "member.save", "member": pick.of(&["am1", "am2", "new", "newer"]), "roles": given });
                if pick.once_in(3) {
                    command["account_name"] = json!(pick.of(&["Zqmember_new", "Zqmember_other"]));
                }
                if pick.once_in(4) && of == "D" {
                    command["director"] = json!(pick.of(&["dir", "watch"]));
                }
                (actor, console(), command)
            }
            Kind::SaveRole => {
                let role = pick.of(&["r1", "r2", "r3", "watch", "account-manager", "account-director"]);
                let items = pick.of(&[json!(["console.customer-warnings"]), json!([]), json!(["BPC_ITEM_SUBCUSTSERV_010115"])]);
                (actor, console(), json!({ "type": "role.save", "role": role, "permission_items": items }))
            }
            Kind::Contacts => {
                let contact =
                    |number: usize| json!({ "name": format!("Zqcontact {number}"), "phone": format!("1395551000{number}") });
                let contacts: Vec<_> = (0..pick.number(4)).map(contact).collect();
                (actor, console(), json!({ "type": "contacts.set", "contacts": contacts }))
            }
            _ => {
                let reseller = pick.of(&["R1", "R2", "R1", "S"]);
                let grants =
                    pick.of(&[json!(["order-and-operate", "freeze-and-budget"]), json!(["order-and-operate"]), json!([])]);
                let actor = if pick.once_in(6) { actor } else { partner("D") };
                (actor, console(), json!({ "type": "reseller.grant", "reseller": reseller, "grants": grants }))
            }
        }
    }

    /// Warnings come, and are seen to.
    pub(super) fn warning(&self, kind: Kind, pick: &mut Pick) -> Asked {
        if kind == Kind::Refresh {
            let day = self.at.seconds_later(8 * 3_600).utc_date();
            let day = if pick.once_in(8) { day.pred_opt().unwrap() } else { day };
            let mut warnings: Vec<_> = Vec::new();
            for _ in 0..1 + pick.number(4) {
                // Few customers, so that warnings come again.
                let id = pick.of(&["S1", "D1", "S2", "D2", "R1a", "D3", "M", "T1", "R2a", "S3", "F1"]).to_owned();
                let category = if !pick.once_in(3) { "churn" } else { "resource" };
                let about = if pick.once_in(30) { "S1" } else { id.as_str() };
                warnings.push(json!({
                    "id": format!("warning-{about}-{category}"), "customer": id, "category": category, "scene_name": "spends less",
                    "title": "spends less than last month", "sent_at": self.at
                }));
            }
            if !pick.once_in(30) {
                warnings.dedup_by(|one, other| one["id"] == other["id"]);
            }
            let actor = if pick.once_in(12) { partner("S") } else { vendor() };
            return (actor, api(), json!({ "type": "warning.refresh", "data_date": day.to_string(), "warnings": warnings }));
        }
        let mut all = Vec::new();
        super::found(&self.snapshot()["warnings"], &|value| value["computed"]["id"].is_string(), &mut all);
        let pending: Vec<_> = all.iter().copied().filter(|warning| warning["processed"].is_null()).collect();
        let list = if pending.is_empty() || pick.once_in(6) { all } else { pending };
        let none = json!({ "computed": { "id": "warning-none", "customer": "S1", "category": "churn" } });
        let warning = if list.is_empty() { &none } else { pick.of(&list) };
        let id = warning["computed"]["customer"].as_str().unwrap().to_owned();
        let owner =
            self.known(&id).and_then(|customer| Some((self.partner_of(&id)?, customer.manager().map(ToString::to_string))));
        let actor = match owner {
            Some((of, Some(manager))) if !pick.once_in(4) => member(&of, &manager),
            Some((of, None)) if !pick.once_in(4) => partner(&of),
            _ if pick.once_in(4) => self.staff("D", pick),
            _ => self.its_staff(&id, pick),
        };
        let mut command = json!({ "type": "warning.process", "warning": warning["computed"]["id"], "remark": "called" });
        if pick.once_in(12) {
            command["remark"] = json!(pick.of(&[String::new(), "x".repeat(501)]));
        }
        if (warning["computed"]["category"] == "churn") != pick.once_in(12) {
            command["result"] = json!(pick.of(&["lost", "not-lost"]));
        }
        (actor, console(), command)
    }

    /// Customers are frozen, and no longer.
    pub(super) fn freezing(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let of = pick.of(&["S", "D", "S", "R1", "R2"]);
        let mut frozen = Vec::new();
        let is = |value: &Value| value["ended"] == json!(false) && value["frozen"]["customer"].is_string();
        super::found(&self.snapshot()["freezes"], &is, &mut frozen);
        let mut ids: Vec<_> = (0..1 + pick.number(2)).map(|_| self.customer_of(of, pick)).collect();
        let mut asked_type =
            pick.of(&[Value::Null, json!("account"), json!("account-and-resources"), json!("account-and-resources")]);
        let mut actor = self.staff(of, pick);
        if kind == Kind::Unfreeze && !frozen.is_empty() && !pick.once_in(6) {
            let it = &pick.of(&frozen)["frozen"];
            ids = vec![it["customer"].as_str().unwrap().to_owned()];
            actor = self.its_staff(&ids[0], pick);
            if !pick.once_in(4) {
                asked_type = it["freeze_type"].clone();
            }
        }
        if pick.once_in(30) {
            asked_type = json!("");
        }
        let reason = if pick.once_in(15) { "" } else { "unpaid" };
        let name = if kind == Kind::Freeze { "customer.freeze" } else { "customer.unfreeze" };
        let mut command = json!({ "type": name, "customer_ids": ids, "reason": reason, "freeze_type": asked_type });
        if pick.once_in(8) {
            command["all_or_nothing"] = json!(true);
        }
        let mut access = console();
        if pick.once_in(3) {
            access = api();
            command["indirect_partner_id"] = json!(pick.of(&["R1", "R1", "S", ""]));
        }
        (actor, access, command)
    }

    /// The vendor's record changes, and time passes.
    pub(super) fn recording(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let command = match kind {
            Kind::Associate => {
                let id = self.free_customer(pick);
                json!({ "type": "customer.associate", "customer": id, "partner": pick.of(PARTNERS), "mode": self.mode(pick) })
            }
            Kind::Disassociate => json!({ "type": "customer.disassociate", "customer": self.a_customer(pick) }),
            Kind::SwitchMode => {
                json!({ "type": "customer.switch-mode", "customer": self.a_customer(pick), "mode": self.mode(pick) })
            }
            Kind::Transfer => {
                let of = pick.of(&["D", "R1", "R2"]);
                let id = if pick.once_in(6) { self.a_customer(pick) } else { self.customer_of(of, pick) };
                json!({ "type": "customer.transfer", "customer": id, "to": pick.of(&["R1", "R2", "D", "S"]) })
            }
            Kind::Standing => {
                let id = if pick.once_in(2) { self.free_customer(pick) } else { self.a_customer(pick) };
                let mut more = json!({ "standing": standing(pick) });
                if pick.once_in(5) {
                    more["registered_at"] = json!("2025-01-01T00:00:00Z");
                }
                if pick.once_in(12) {
                    more["site"] = json!("eu");
                }
                profile(&id, more)
            }
            Kind::PartnerState => {
                let id = pick.of(PARTNERS);
                let more = pick.of(&[
                    json!({}),
                    json!({ "state": "restricted" }),
                    json!({}),
                    json!({ "state": "frozen" }),
                    json!({ "exited": true }),
                    json!({ "is_test": true }),
                ]);
                partner_record(id, more)
            }
            Kind::Enterprise => json!({ "type": "customer.leave-enterprise", "customer": pick.of(&["M1", "M2", "N1"]) }),
            _ => {
                let actor = if pick.once_in(20) { customer("S1") } else { json!({ "type": "system" }) };
                return (actor, api(), json!({ "type": "clock.advance" }));
            }
        };
        (if pick.once_in(30) { partner("D") } else { vendor() }, api(), command)
    }
}
