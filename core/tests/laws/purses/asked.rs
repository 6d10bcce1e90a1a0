//! What is asked for in the worlds of money, one part of it after the other.

use partnerkit::account::{Charge, Place};
use serde_json::{Value, json};

use super::amount::free_cash;
use super::asking::{Asking, customer, distributor};
use super::history::Kind;
use super::world::{PARTNERS, RESELLERS, money, partner_record};
use crate::ledger::cents;
use crate::moves::{Asked, Pick, api, console, partner, vendor};

const SPENT_BEFORE: &[&str] = &["SOURCE_OPERAIION_DEDEUCT", "SOURCE_OPERAIION_ONETIME"];
const SPENT_AFTER: &[&str] =
    &["SOURCE_OPERAIION_USAGE", "SOURCE_OPERATIION_RIDEDUCT", "SOURCE_OPERAIION_PRECISIONCOMP", "SOURCE_OPERAIION_FREERESDEDUCT"];

impl Asking<'_> {
    pub fn ask(&self, kind: Kind, pick: &mut Pick) -> Asked {
        match kind {
            Kind::Allocate | Kind::Reclaim | Kind::AllocateBatch | Kind::ReclaimBatch | Kind::Again => self.adjusting(kind, pick),
            Kind::ToReseller | Kind::FromReseller => self.with_reseller(kind, pick),
            Kind::PayForCustomer => self.paying_for(pick),
            Kind::RequestChange | Kind::Answer | Kind::FreezeCustomer => self.parting(kind, pick),
            Kind::Advance => (json!({ "type": "system" }), api(), json!({ "type": "clock.advance" })),
            Kind::Associate | Kind::Disassociate | Kind::SwitchMode | Kind::Transfer | Kind::PartnerState => {
                (vendor(), api(), self.recording(kind, pick))
            }
            _ => (if pick.once_in(40) { partner("D") } else { vendor() }, api(), self.accounting(kind, pick)),
        }
    }

    /// A transaction that nobody knows yet, rather.
    fn trade(&self, what: &str, pick: &mut Pick) -> String {
        let charges: Vec<_> = self.center.account_book().charges().collect();
        if !charges.is_empty() && pick.once_in(20) {
            return pick.of(&charges).trade_id.to_string();
        }
        format!("{what}{}", pick.number(60_000))
    }

    /// What the vendor does with accounts.
    fn accounting(&self, kind: Kind, pick: &mut Pick) -> Value {
        match kind {
            Kind::Recharge => {
                let holder = if pick.once_in(3) { customer(&self.owes(pick)) } else { partner(self.a_partner(pick)) };
                let mut command = json!({ "type": "account.recharge", "holder": holder, "amount": self.about(40_000, pick) });
                if pick.once_in(4) {
                    command["rebate"] = json!(true);
                }
                command
            }
            Kind::Terms => self.terms(pick),
            Kind::Credit => self.credit(pick),
            Kind::CustomerPays | Kind::PartnerPays => self.charging(kind, pick),
            Kind::Refund => {
                let charges: Vec<_> = self.center.account_book().charges().collect();
                let unknown = json!({ "type": "account.refund", "charge": "t-none", "trade_id": "b-none", "amount": money(self.site(), 100) });
                if charges.is_empty() {
                    return unknown;
                }
                // Rather what was bought by somebody who pays with something else now.
                let is_old = |charge: &Charge| charge.trade_id.as_str().starts_with("old-");
                let old: Vec<_> = charges.iter().copied().filter(|charge| is_old(charge)).collect();
                let charge = if !old.is_empty() && pick.once_in(6) { pick.of(&old) } else { pick.of(&charges) };
                let left = cents(charge.amount) - cents(charge.refunded().unwrap());
                let amount = self.about(left, pick);
                let mut command = json!({ "type": "account.refund", "charge": charge.trade_id, "trade_id": self.trade("b", pick), "amount": amount });
                if pick.once_in(3) {
                    command["unsubscription"] = json!(true);
                }
                command
            }
            Kind::WriteOff => {
                let id = self.owes(pick);
                let amount = self.about(-self.at("debt", &id), pick);
                json!({ "type": "account.write-off-debt", "customer": id, "amount": amount })
            }
            Kind::Begin | Kind::End => {
                let id = self.resale(pick);
                let (own, with) = match pick.number(4) {
                    0 => ("D".to_owned(), partner(pick.of(&["R1", "R2"]))),
                    _ => (self.partner_of(&id).unwrap_or_else(|| "S".to_owned()), customer(&id)),
                };
                let name = if kind == Kind::Begin { "adjustment.begin" } else { "adjustment.end" };
                json!({ "type": name, "partner": own, "with": with })
            }
            _ => self.freezing(kind, pick),
        }
    }

    fn terms(&self, pick: &mut Pick) -> Value {
        let of = self.a_partner(pick);
        let mut command = json!({ "type": "account.set-terms", "partner": of });
        if !pick.once_in(4) {
            command["designated_amount"] = self.about(self.at("top-up", of), pick);
        }
        if pick.once_in(3) {
            command["allocatable_amount"] = self.about(50_000, pick);
        }
        if pick.once_in(2) {
            command["standard_sales_contract"] = json!(true);
        }
        command
    }

    /// A limit, now and then below what is used of it.
    fn credit(&self, pick: &mut Pick) -> Value {
        let of = self.a_partner(pick);
        let limit = match pick.number(4) {
            0 => money(self.site(), 0),
            1 => self.about(100, pick),
            _ => self.about(60_000, pick),
        };
        let mut command = json!({ "type": "account.set-credit", "partner": of, "limit": limit });
        if pick.once_in(3) {
            let wait = pick.of(&[86_400, 86_400 * 10, 86_400 * 60]);
            command["expire_time"] = json!(self.at.seconds_later(wait));
        }
        command
    }

    fn charging(&self, kind: Kind, pick: &mut Pick) -> Value {
        let (payer, bound) = if kind == Kind::CustomerPays {
            let id = if pick.once_in(3) {
                pick.of(&["S5", "F1", "S1", "D1", "R1a", "F2"]).to_owned()
            } else {
                self.has("allocation", pick)
            };
            let place = if self.is_resale(&id) { "allocation" } else { "own-cash" };
            (customer(&id), self.at(place, &id))
        } else {
            let of = self.a_partner(pick);
            let cash = self.at("top-up", of);
            (partner(of), if pick.once_in(2) { cash } else { cash + self.at("credit", of) })
        };
        let types = if pick.once_in(2) { SPENT_AFTER } else { SPENT_BEFORE };
        let what =
            if pick.once_in(30) { pick.of(&["SOURCE_OPERAIION_WRITEOFF", "SOURCE_OPERAIION_RECHARGE"]) } else { pick.of(types) };
        let amount = self.about(bound, pick);
        json!({ "type": "account.charge", "payer": payer, "trade_id": self.trade("t", pick), "trade_detail_type": what, "amount": amount })
    }

    fn freezing(&self, kind: Kind, pick: &mut Pick) -> Value {
        let frozen: Vec<_> = PARTNERS.iter().copied().filter(|of| self.at("frozen", of) > 0).collect();
        let of = if kind == Kind::FreezeCash || frozen.is_empty() || pick.once_in(8) {
            self.a_partner(pick)
        } else {
            pick.of(&frozen)
        };
        let (name, place) = match kind {
            Kind::FreezeCash => ("account.freeze-cash", "top-up"),
            Kind::UnfreezeCash => ("account.unfreeze-cash", "frozen"),
            _ => ("account.clear-frozen", "frozen"),
        };
        let family = pick.of(&["manual", "refund", "system"]);
        json!({ "type": name, "partner": of, "amount": self.about(self.at(place, of), pick), "family": family })
    }

    /// A partner allocates and reclaims.
    fn adjusting(&self, kind: Kind, pick: &mut Pick) -> Asked {
        match kind {
            Kind::AllocateBatch | Kind::ReclaimBatch => self.batch(kind, pick),
            Kind::Again => self.again(pick),
            _ => {
                let shut = self.under_a_barred_distributor();
                let id = match kind {
                    Kind::Allocate if !shut.is_empty() && pick.once_in(3) => pick.of(&shut).to_owned(),
                    Kind::Allocate if !pick.once_in(4) => self.resale(pick),
                    _ => self.has("allocation", pick),
                };
                let (actor, mut access, named) = self.whose(&id, pick);
                let source = pick.of(&[json!("top-up"), json!("top-up"), json!("credit")]);
                let payer = self.partner_of(&id).unwrap_or_else(|| "S".to_owned());
                let is_console = access["channel"] == json!("console");
                let by_credit = is_console && source == json!("credit");
                let bound = match kind {
                    Kind::Allocate if by_credit => self.at("credit", &payer),
                    Kind::Allocate => free_cash(self.center, &payer),
                    _ => self.at("allocation", &id),
                };
                let name = if kind == Kind::Allocate { "adjustment.allocate" } else { "adjustment.reclaim" };
                let odd = pick.of(&["stranger", "", "a-name-that-is-longer-than-any-id-of-a-customer-may-be-at-the-vendor-s"]);
                let named_customer = if pick.once_in(40) { odd } else { id.as_str() };
                let mut command = json!({ "type": name, "customer_id": named_customer, "amount": self.about(bound, pick) });
                if !named.is_null() {
                    command["indirect_partner_id"] = named;
                }
                if kind == Kind::Allocate && is_console != pick.once_in(20) {
                    command["source"] = source;
                }
                self.keyed(&mut command, pick);
                if pick.once_in(60) {
                    access["token"] = json!("expired");
                }
                (actor, access, command)
            }
        }
    }

    fn batch(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let of = self.a_partner(pick);
        let own = self.customers(|id| self.partner_of(id).as_deref() == Some(of) && self.is_resale(id));
        let count = if pick.once_in(25) { pick.of(&[0, 6]) } else { 1 + pick.number(4) };
        let mut ids: Vec<_> =
            (0..count).map(|_| if pick.once_in(10) { self.a_customer(pick) } else { Self::rather(&own, pick) }).collect();
        if !pick.once_in(10) {
            ids.sort_unstable();
            ids.dedup();
        }
        let source = pick.of(&["top-up", "top-up", "credit"]);
        let all = if source == "credit" { self.at("credit", of) } else { free_cash(self.center, of) };
        let share = all / i128::try_from(ids.len().max(1)).unwrap();
        let item = |id: String, pick: &mut Pick| {
            let bound = if kind == Kind::AllocateBatch { share } else { self.at("allocation", &id) };
            json!({ "customer_id": id, "amount": self.about(bound, pick) })
        };
        let items: Vec<_> = ids.into_iter().map(|id| item(id, pick)).collect();
        let name = if kind == Kind::AllocateBatch { "adjustment.allocate-batch" } else { "adjustment.reclaim-batch" };
        let mut command = json!({ "type": name, "items": items });
        if kind == Kind::AllocateBatch && !pick.once_in(15) {
            command["source"] = json!(source);
        }
        if pick.once_in(6) {
            command["all_or_nothing"] = json!(true);
        }
        self.keyed(&mut command, pick);
        let access = if pick.once_in(20) { api() } else { self.page(pick) };
        (self.staff(of, pick), access, command)
    }

    /// What was asked with a key is asked again, or something else with that key.
    fn again(&self, pick: &mut Pick) -> Asked {
        let made: Vec<_> =
            self.center.adjustment_book().records().map(|record| &record.made).filter(|made| made.key.is_some()).collect();
        if made.is_empty() {
            return self.adjusting(Kind::Allocate, pick);
        }
        let made = pick.of(&made);
        let key = made.key.as_ref().unwrap();
        let mut command = match (&made.from, &made.to) {
            (Place::TopUp(_), Place::Allocation(to)) => json!({ "type": "adjustment.allocate", "customer_id": to.customer }),
            (Place::Allocation(from), _) => json!({ "type": "adjustment.reclaim", "customer_id": from.customer }),
            (Place::TopUp(from), Place::TopUp(to)) if from.partner == key.partner => {
                json!({ "type": "adjustment.allocate-to-reseller", "indirect_partner_id": to.partner })
            }
            (Place::TopUp(from), _) => json!({ "type": "adjustment.reclaim-from-reseller", "indirect_partner_id": from.partner }),
            (Place::Credit(_), Place::Allocation(to)) => {
                json!({ "type": "adjustment.allocate", "customer_id": to.customer, "source": "credit" })
            }
            _ => return self.adjusting(Kind::Allocate, pick),
        };
        let party = [&made.from, &made.to].into_iter().find_map(|place| match place {
            Place::TopUp(of) => Some(of.partner.clone()),
            _ => None,
        });
        let to_customer = command["customer_id"].is_string();
        if let Some(party) = party.filter(|party| to_customer && *party != key.partner) {
            command["indirect_partner_id"] = json!(party);
        }
        command["amount"] = if pick.once_in(4) { money(self.site(), 123) } else { json!(made.amount) };
        command["key"] = json!(key.key);
        let access = if command["source"].is_string() { console() } else { api() };
        (partner(key.partner.as_str()), access, command)
    }

    /// A distributor and its resellers.
    fn with_reseller(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let (reseller, above) = pick.of(RESELLERS);
        let above = if pick.once_in(10) { self.a_partner(pick) } else { above };
        let (name, bound) = if kind == Kind::ToReseller {
            ("adjustment.allocate-to-reseller", free_cash(self.center, above))
        } else {
            ("adjustment.reclaim-from-reseller", self.at("top-up", reseller))
        };
        let odd = pick.of(&["stranger", "", "S"]);
        let named = if pick.once_in(20) { odd } else { reseller };
        let mut command = json!({ "type": name, "indirect_partner_id": named, "amount": self.about(bound, pick) });
        self.keyed(&mut command, pick);
        let access = if pick.once_in(2) { self.page(pick) } else { self.door(pick) };
        (self.staff(above, pick), access, command)
    }

    fn paying_for(&self, pick: &mut Pick) -> Asked {
        let id = if pick.once_in(12) { "stranger".to_owned() } else { self.a_customer(pick) };
        let (actor, access, named) = self.whose(&id, pick);
        let payer = self.partner_of(&id).unwrap_or_else(|| "S".to_owned());
        let price = self.about(self.at("top-up", &payer) + self.at("credit", &payer), pick);
        let mut command =
            json!({ "type": "account.pay-for-customer", "customer_id": id, "order_id": self.trade("o", pick), "price": price });
        if !named.is_null() {
            command["indirect_partner_id"] = named;
        }
        (actor, access, command)
    }

    /// Associations end with the consent of both, and customers are frozen.
    fn parting(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let id = self.resale(pick);
        let own = self.partner_of(&id).unwrap_or_else(|| "S".to_owned());
        match kind {
            Kind::RequestChange => {
                let change = pick.of(&[json!({ "type": "disassociate" }), json!({ "type": "switch", "mode": "advisory" })]);
                let command = json!({ "type": "association.request", "customer": id, "change": change, "reason": "we part", "impact_accepted": true });
                (partner(&own), console(), command)
            }
            Kind::Answer => {
                let open = self.center.association_book();
                let open = serde_json::to_value(open).unwrap();
                let mut list = Vec::new();
                pending(&open, &mut list);
                let id = if list.is_empty() { id } else { pick.of(&list) };
                (customer(&id), console(), json!({ "type": "association.answer", "customer": id, "approved": !pick.once_in(4) }))
            }
            _ => {
                let name = pick.of(&["customer.freeze", "customer.unfreeze"]);
                (
                    partner(&own),
                    console(),
                    json!({ "type": name, "customer_ids": [id], "reason": "unpaid", "freeze_type": "account" }),
                )
            }
        }
    }

    /// The vendor's record changes.
    fn recording(&self, kind: Kind, pick: &mut Pick) -> Value {
        match kind {
            Kind::Associate => {
                let free = self.customers(|id| self.partner_of(id).is_none());
                let mode = pick.of(&["agency-resale", "agency-resale", "advisory"]);
                json!({ "type": "customer.associate", "customer": Self::rather(&free, pick), "partner": pick.of(PARTNERS), "mode": mode })
            }
            Kind::Disassociate => json!({ "type": "customer.disassociate", "customer": self.has("allocation", pick) }),
            Kind::SwitchMode => {
                let id = self.a_customer(pick);
                let mode = if self.is_resale(&id) != pick.once_in(12) { "advisory" } else { "agency-resale" };
                json!({ "type": "customer.switch-mode", "customer": id, "mode": mode })
            }
            Kind::Transfer => {
                let list = self
                    .customers(|id| self.partner_of(id).is_some_and(|of| of == "D" || of == "E" || distributor(&of).is_some()));
                let id = Self::rather(&list, pick);
                json!({ "type": "customer.transfer", "customer": id, "to": pick.of(&["R1", "R2", "D", "E", "Q1"]) })
            }
            _ => {
                let of = pick.of(&["D", "E", "D", "S", "R1", "Q1"]);
                let more = pick.of(&[
                    json!({}),
                    json!({ "state": "frozen" }),
                    json!({}),
                    json!({ "exited": true }),
                    json!({ "leaving": true }),
                ]);
                partner_record(of, &more)
            }
        }
    }
}

/// The customers about whom something is asked that waits for an answer.
fn pending(value: &Value, into: &mut Vec<String>) {
    if value["state"] == json!("pending") {
        into.extend(value["asked"]["customer"].as_str().map(str::to_owned));
    }
    match value {
        Value::Array(list) => list.iter().for_each(|value| pending(value, into)),
        Value::Object(fields) => fields.values().for_each(|value| pending(value, into)),
        _ => {}
    }
}
