//! Histories of quotas and coupons: what is tried in that world.

use partnerkit::coupon::{Coupon, CouponStatus};
use partnerkit::directory::PartnerKind;
use partnerkit::quota::{Quota, QuotaStatus};
use partnerkit::{PartnerCenter, PartnerId, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::moves::{self, Asked, Pick, api, console, partner, vendor};
use crate::world::money;

/// What is tried. Where the world has nothing to try it on, the id is one that nobody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Issue,
    IssueOddly,
    Reclaim,
    Grant,
    ReclaimQuota,
    Use,
    Lock,
    Release,
    Refund,
    ReverseRefund,
    Freeze,
    Unfreeze,
    Associate,
    Disassociate,
    SwitchMode,
    Transfer,
    ContractingParty,
    LeaveEnterprise,
    SetQuota,
    Adjust,
    WriteOff,
    SetStatus,
    MarkGrant,
    Whitelist,
    PickupWhitelist,
    Directory,
    Advance,
}

const WEIGHTS: &[(u32, Kind)] = &[
    (26, Kind::Issue),
    (7, Kind::IssueOddly),
    (8, Kind::Reclaim),
    (8, Kind::Grant),
    (5, Kind::ReclaimQuota),
    (16, Kind::Use),
    (4, Kind::Lock),
    (2, Kind::Release),
    (10, Kind::Refund),
    (4, Kind::ReverseRefund),
    (3, Kind::Freeze),
    (1, Kind::Unfreeze),
    (4, Kind::Associate),
    (4, Kind::Disassociate),
    (3, Kind::SwitchMode),
    (3, Kind::Transfer),
    (2, Kind::ContractingParty),
    (2, Kind::LeaveEnterprise),
    (1, Kind::SetQuota),
    (4, Kind::Adjust),
    (3, Kind::WriteOff),
    (3, Kind::SetStatus),
    (2, Kind::MarkGrant),
    (2, Kind::Whitelist),
    (2, Kind::PickupWhitelist),
    (2, Kind::Directory),
    (8, Kind::Advance),
];

impl moves::Kind for Kind {
    const WEIGHTS: &'static [(u32, Self)] = WEIGHTS;

    fn wait() -> BoxedStrategy<i64> {
        prop_oneof![
            20 => Just(0_i64),
            10 => 1..7_200_i64,
            10 => Just(86_400),
            4 => 86_400 * 5..86_400 * 20_i64,
            1 => 86_400 * 60..86_400 * 150_i64,
        ]
        .boxed()
    }

    fn ask(self, center: &PartnerCenter, at: Timestamp, pick: &mut Pick) -> Asked {
        World { center, at }.ask(self, pick)
    }
}

struct World<'a> {
    center: &'a PartnerCenter,
    at: Timestamp,
}

const NOBODY: &str = "nobody";
const CUSTOMERS: &[&str] = &[
    "D1",
    "D2",
    "D3",
    "D4",
    "D5",
    "D6",
    "D-account",
    "S-account",
    "R1a",
    "R1b",
    "R2a",
    "RZa",
    "E1",
    "S1",
    "S2",
    "S3",
    "S4",
    "M",
    "M1",
    "M2",
    "G1",
    "G2",
    "G3",
    "P1",
    "Free",
];
const FACES: &[&str] = &["10.00", "5.00", "20.00", "33.33", "50.00", "0.01", "12.5", "70.00"];

impl World<'_> {
    fn ask(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let of_vendor = |pick: &mut Pick, command: Value| {
            let actor = if pick.once_in(40) { partner("D") } else { vendor() };
            (actor, api(), command)
        };
        match kind {
            Kind::Issue => self.issue(pick),
            Kind::IssueOddly => self.issue_oddly(pick),
            Kind::Reclaim => self.reclaim(pick),
            Kind::Grant => self.grant(pick),
            Kind::ReclaimQuota => self.reclaim_quota(pick),
            Kind::Use => self.pay(pick),
            Kind::Lock | Kind::Release => self.hold(kind, pick),
            Kind::Refund => {
                let command = self.refund(pick);
                of_vendor(pick, command)
            }
            Kind::ReverseRefund => {
                let restored: Vec<_> =
                    self.coupons(|coupon| coupon.restored.is_positive()).iter().map(|coupon| coupon.id.to_string()).collect();
                let command = json!({ "type": "coupon.reverse-refund", "coupon": pick.of_or(&restored, self.any_coupon()), "amount": money(pick.of(FACES)) });
                of_vendor(pick, command)
            }
            Kind::Freeze | Kind::Unfreeze => {
                let frozen = kind == Kind::Unfreeze;
                let coupon = self.pick_coupon(pick, |coupon| coupon.is_frozen == frozen && coupon.status == CouponStatus::Usable);
                let kind = if frozen { "coupon.unfreeze" } else { "coupon.freeze" };
                of_vendor(pick, json!({ "type": kind, "coupon": coupon }))
            }
            Kind::SetQuota => {
                let id = if pick.once_in(3) { "QD".to_owned() } else { format!("QN{}", pick.number(1000)) };
                let value = pick.of(&["100.00", "0.00", "-1.00", "1.005", "40"]);
                let times = pick
                    .of(&[("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), ("2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z")]);
                let command = json!({
                    "type": "quota.set", "id": id, "holder": pick.of(&["D", "S", "R1", "G", "P"]), "value": money(value),
                    "quota_type": pick.of(&["voucher", "cash"]), "effective_time": times.0, "expire_time": times.1
                });
                of_vendor(pick, command)
            }
            Kind::Adjust => {
                let amount = pick.of(&["25.00", "100.00", "-10.00", "-50.00", "-2000.00", "0.005", "0.00"]);
                let command = json!({ "type": "quota.adjust", "quota": self.pick_marked(pick), "delta": money(amount) });
                of_vendor(pick, command)
            }
            Kind::WriteOff => {
                let amount = pick.of(&["1.00", "15.50", "40.00", "500.00", "0.00"]);
                let command = json!({ "type": "quota.write-off", "quota": self.pick_marked(pick), "amount": money(amount) });
                of_vendor(pick, command)
            }
            Kind::SetStatus => {
                let away: Vec<_> = self.quotas(|quota| matches!(quota.status, QuotaStatus::Frozen | QuotaStatus::Adjusting));
                let back = !away.is_empty() && !pick.once_in(3);
                let quota = if back { pick.of(&away).id.to_string() } else { self.pick_quota(pick, |_| true) };
                let status =
                    if back { "normal" } else { pick.of(&["frozen", "adjusting", "normal", "frozen", "invalid", "reclaimed"]) };
                of_vendor(pick, json!({ "type": "quota.set-status", "quota": quota, "status": status }))
            }
            Kind::MarkGrant => {
                let marked = self.quotas(|quota| quota.granting);
                let ends = !marked.is_empty();
                let quota =
                    if ends { pick.of(&marked).id.to_string() } else { self.pick_quota(pick, |quota| quota.parent.is_none()) };
                of_vendor(pick, json!({ "type": if ends { "quota.end-grant" } else { "quota.begin-grant" }, "quota": quota }))
            }
            Kind::Advance => {
                let actor = if pick.once_in(30) { partner("S") } else { json!({ "type": "system" }) };
                (actor, api(), json!({ "type": "clock.advance" }))
            }
            Kind::Whitelist => {
                let who = pick.of(&["G", "S"]);
                let actor = if pick.once_in(3) { partner(who) } else { vendor() };
                let import =
                    json!({ "type": "whitelist.import", "partner": who, "customers": ["G1", "S1", "S2", "M", "M1", "Free"] });
                let end = json!({ "type": "whitelist.deactivate", "partner": who });
                (actor, console(), if pick.once_in(2) { end } else { import })
            }
            Kind::PickupWhitelist => {
                let kind = pick.of(&["pickup-whitelist.add", "pickup-whitelist.remove"]);
                (vendor(), api(), json!({ "type": kind, "partner": "P", "customers": [pick.of(CUSTOMERS), "P1"] }))
            }
            Kind::Directory => {
                let command = self.directory(pick);
                of_vendor(pick, command)
            }
            _ => {
                let command = self.associate(kind, pick);
                of_vendor(pick, command)
            }
        }
    }

    fn quotas(&self, wanted: impl Fn(&Quota) -> bool) -> Vec<&Quota> {
        self.center.quota_book().quotas().filter(|quota| wanted(quota)).collect()
    }

    fn pick_quota(&self, pick: &mut Pick, wanted: impl Fn(&Quota) -> bool) -> String {
        let ids: Vec<_> = self.quotas(wanted).iter().map(|quota| quota.id.to_string()).collect();
        pick.of_or(&ids, "QD".into())
    }

    /// A quota, rather one of whose balance a part is kept for somebody.
    fn pick_marked(&self, pick: &mut Pick) -> String {
        let marked = self.quotas(|quota| !quota.earmarks.is_empty());
        if marked.is_empty() || pick.once_in(3) { self.pick_quota(pick, |_| true) } else { pick.of(&marked).id.to_string() }
    }

    fn coupons(&self, wanted: impl Fn(&Coupon) -> bool) -> Vec<&Coupon> {
        self.center.coupon_book().coupons().filter(|coupon| wanted(coupon)).collect()
    }

    fn any_coupon(&self) -> String {
        self.center.coupon_book().coupons().last().map_or(NOBODY.into(), |coupon| coupon.id.to_string())
    }

    fn pick_coupon(&self, pick: &mut Pick, wanted: impl Fn(&Coupon) -> bool) -> String {
        let ids: Vec<_> = self.coupons(wanted).iter().map(|coupon| coupon.id.to_string()).collect();
        pick.of_or(&ids, self.any_coupon())
    }

    fn customers_of(&self, partner: &PartnerId) -> Vec<String> {
        let of = self.center.directory().customers().filter(|customer| customer.is_of(partner));
        of.map(|customer| customer.id().to_string()).collect()
    }

    /// Who asks for a holder of quotas or an issuer of coupons, how, and the reseller who must be named.
    fn caller(&self, holder: &PartnerId, pick: &mut Pick) -> (Value, Value, Option<String>) {
        let found = self.center.directory().partner(holder).unwrap();
        match found.kind {
            PartnerKind::CloudReseller if !pick.once_in(4) => {
                (partner(found.distributor.as_ref().unwrap().as_str()), api(), Some(holder.to_string()))
            }
            PartnerKind::SolutionProvider | PartnerKind::GeneralDistributor if !pick.once_in(4) => {
                let member = if pick.once_in(12) { "m-none" } else { "m-all" };
                let member = json!({ "type": "member", "partner": holder, "member": member });
                let has_members =
                    ["D", "S"].contains(&holder.as_str()) && !(holder.as_str() == "S" && member["member"] == "m-none");
                (if has_members && pick.once_in(5) { member } else { partner(holder.as_str()) }, api(), None)
            }
            _ => {
                let mut access = console();
                if pick.once_in(12) {
                    access["verification_code"] = pick.of(&[Value::Null, json!(false)]);
                }
                (partner(holder.as_str()), access, None)
            }
        }
    }

    fn issue(&self, pick: &mut Pick) -> Asked {
        let now = self.at;
        let quotas = self.quotas(|quota| quota.balance.is_positive() && quota.status == QuotaStatus::Normal);
        let quota = if quotas.is_empty() || pick.once_in(12) { pick.of(&self.quotas(|_| true)) } else { pick.of(&quotas) };
        let (actor, mut access, reseller) = self.caller(&quota.holder, pick);
        let mut near = self.customers_of(&quota.holder);
        if let Some(designated) = &quota.limits.designated_customers
            && !pick.once_in(10)
        {
            near = designated.iter().map(ToString::to_string).collect();
        }
        let mut customers: Vec<String> = Vec::new();
        for _ in 0..=pick.of(&[0_usize, 0, 1, 1, 2, 3]) {
            let customer = if near.is_empty() || pick.once_in(14) { pick.of(CUSTOMERS).to_owned() } else { pick.of(&near) };
            if !customers.contains(&customer) {
                customers.push(customer);
            }
        }
        let currency = quota.balance.currency().code();
        let mut command = json!({
            "type": "coupon.issue", "quota_id": quota.id, "customer_ids": customers,
            "face_value": { "amount": pick.of(FACES), "currency": currency }
        });
        if let Some(reseller) = reseller {
            command["indirect_partner_id"] = json!(reseller);
        }
        match pick.number(8) {
            0 | 1 => command["expire_time"] = json!(now.seconds_later(86_400 * 10)),
            2 => {
                command["valid_time"] = json!(now);
                command["expire_time"] = json!(now.seconds_later(3_600));
            }
            3 => {
                command["valid_time"] = json!(now.seconds_later(86_400));
                command["expire_time"] = json!(now.seconds_later(86_400 * 40));
            }
            _ => {}
        }
        if pick.once_in(4) {
            command["cloud_service_types"] = pick.of(&[json!(["ecs"]), json!(["ecs", "obs"]), json!([])]);
            command["product_ids"] = pick.of(&[json!([]), json!(["p1"])]);
            command["subscribe_types"] = pick.of(&[Value::Null, json!(["new"]), json!([])]);
            command["memo"] = json!("note");
        }
        if quota.holder.as_str() == "P" {
            command["pick_up"] = json!(!pick.once_in(8));
            command["max_deduction_ratio"] = json!(pick.of(&["0.5", "1"]));
            command["subscribe_types"] = json!(["new"]);
            // Through the API it may not, and in the console its kind decides.
            access = if pick.once_in(12) { api() } else { console() };
        }
        command["all_or_nothing"] = json!(pick.once_in(10));
        (actor, access, command)
    }

    /// An issue with one thing wrong, as a rule of the shape, the access or the quota has it.
    fn issue_oddly(&self, pick: &mut Pick) -> Asked {
        let (mut actor, mut access, mut command) = self.issue(pick);
        let past = "2026-01-05T00:00:00Z";
        match pick.number(26) {
            0 => command["customer_ids"] = json!(["D1", "D2", "D3", "D4", "D5"]),
            1 => command["customer_ids"] = json!([]),
            2 => command["customer_ids"] = json!(["D1", "D1"]),
            3 => command["face_value"] = money("0.00"),
            4 => command["face_value"] = money("1.005"),
            5 => command["face_value"] = money("1.00"),
            6 => command["valid_time"] = json!("2026-03-10"),
            7 => command["valid_time"] = command["expire_time"].clone(),
            8 => command["expire_time"] = json!(past),
            9 => command["expire_time"] = json!("2030-01-01T00:00:00Z"),
            10 => command["cloud_service_types"] = json!(["ecs", "obs", "rds"]),
            11 => command["product_ids"] = json!(["p1", "p2", "p3"]),
            12 => command["cloud_service_types"] = json!(["rds"]),
            13 => command["product_ids"] = json!(["no-such-product"]),
            14 => command["cloud_service_types"] = json!(["no-such-service"]),
            15 => command["memo"] = json!("much too long a note"),
            16 => command["quota_id"] = json!(pick.of(&["", "no-such-quota", "QE"])),
            17 => command["subscribe_types"] = json!(["change"]),
            18 => command["max_deduction_ratio"] = json!("1.5"),
            19 => command["customer_ids"] = json!(["D-account", "S-account"]),
            20 => access = json!({ "token": pick.of(&["missing", "illegal", "expired"]) }),
            21 => access = json!({ "calls_this_second": 10 }),
            22 => {
                actor = pick.of(&[
                    partner("N"),
                    partner("R1"),
                    partner("E"),
                    partner("I"),
                    json!({ "type": "customer", "customer": "D1" }),
                ])
            }
            23 => {
                actor = partner("D");
                access = api();
                command["indirect_partner_id"] = json!(pick.of(&["RZ", "nobody", "R1"]));
            }
            24 => command["pick_up"] = json!(true),
            _ => command["face_value"] = money("800.00"),
        }
        if command["valid_time"].is_null() {
            command.as_object_mut().unwrap().remove("valid_time");
        }
        (actor, access, command)
    }

    fn reclaim(&self, pick: &mut Pick) -> Asked {
        let usable = self.coupons(|coupon| coupon.status == CouponStatus::Usable);
        let any = self.coupons(|_| true);
        let Some(coupon) =
            (if usable.is_empty() || pick.once_in(6) { any.last() } else { usable.get(pick.number(usable.len())) })
        else {
            return (partner("D"), console(), json!({ "type": "coupon.reclaim", "coupon_ids": [NOBODY] }));
        };
        let (actor, access, reseller) = self.caller(&coupon.issuer, pick);
        let mut ids = vec![coupon.id.to_string()];
        if access["channel"] == "console" && pick.once_in(2) || pick.once_in(15) {
            ids.extend(any.iter().filter(|other| other.issuer == coupon.issuer).take(3).map(|other| other.id.to_string()));
        }
        if pick.once_in(12) {
            ids[0] = pick.of(&[NOBODY, ""]).into();
        }
        let mut command = json!({ "type": "coupon.reclaim", "coupon_ids": ids, "all_or_nothing": pick.once_in(8) });
        if let Some(reseller) = reseller {
            command["indirect_partner_id"] = json!(reseller);
        }
        if pick.once_in(15) {
            command["indirect_partner_id"] = json!(pick.of(&["", "RZ", "a reseller with much too long a name"]));
        }
        (actor, access, command)
    }

    fn grant(&self, pick: &mut Pick) -> Asked {
        let mut resellers = pick.of(&[json!(["R1"]), json!(["R1"]), json!(["R1", "R2"]), json!(["R2", "R1"])]);
        let mut amount = pick.of(&["60.00", "25.00", "100.00", "0.50"]);
        let mut quota = pick.of(&["QD", "QD-limits", "QD-soon", "QD-designated", "QD"]).to_owned();
        let mut actor =
            if pick.once_in(6) { json!({ "type": "member", "partner": "D", "member": "m-all" }) } else { partner("D") };
        let mut access = api();
        if pick.once_in(4) {
            match pick.number(9) {
                0 => resellers = json!(["RZ", "R1"]),
                1 => resellers = json!(["R1", "R1"]),
                2 => resellers = json!(["R1", "R2", "RZ"]),
                3 => amount = "100000.00",
                4 => amount = "0.001",
                5 => quota = pick.of(&["QS", "QR", NOBODY, "QI"]).into(),
                6 => actor = pick.of(&[partner("R1"), partner("S"), partner("I")]),
                7 => access = json!({ "token": "missing" }),
                _ => quota = self.pick_quota(pick, |quota| quota.holder.as_str() == "R1"),
            }
        }
        let command = json!({
            "type": "quota.grant", "quota_id": quota, "indirect_partner_ids": resellers, "quota_amount": money(amount),
            "all_or_nothing": pick.once_in(6)
        });
        (actor, access, command)
    }

    fn reclaim_quota(&self, pick: &mut Pick) -> Asked {
        let children: Vec<_> = self.quotas(|quota| quota.parent.is_some()).iter().map(|quota| quota.id.to_string()).collect();
        let mut ids = vec![pick.of_or(&children, NOBODY.into())];
        if pick.once_in(3) {
            ids.push(pick.of_or(&children, "QD".into()));
        }
        if pick.once_in(15) {
            ids.extend(["QD".to_owned(), "QS".to_owned()]);
        }
        let remark = pick.of(&[json!("why"), json!(""), Value::Null, json!("a remark that is too long")]);
        let actor = if pick.once_in(20) { partner("E") } else { partner("D") };
        let mut command = json!({ "type": "quota.reclaim", "quota_ids": ids, "all_or_nothing": pick.once_in(8) });
        if !remark.is_null() {
            command["remark"] = remark;
        }
        (actor, api(), command)
    }

    fn pay(&self, pick: &mut Pick) -> Asked {
        let usable = self.coupons(|coupon| coupon.is_usable_at(self.at));
        let any = self.coupons(|_| true);
        let coupon = if usable.is_empty() || pick.once_in(12) { pick.of(&any) } else { pick.of(&usable) };
        let mut ids = vec![coupon.id.to_string()];
        let others = usable.iter().filter(|other| other.customer == coupon.customer && other.id != coupon.id);
        let others: Vec<_> = others.filter(|other| other.balance.currency() == coupon.balance.currency()).collect();
        let cash = coupon.kind == partnerkit::coupon::CouponKind::Cash;
        if !others.is_empty() && (cash || pick.once_in(6)) {
            ids.push(pick.of(&others).id.to_string());
        }
        let customer = if pick.once_in(25) { "D1".into() } else { coupon.customer.to_string() };
        let actor = if pick.once_in(2) { vendor() } else { json!({ "type": "customer", "customer": customer }) };
        let amount = pick.of(&["8.00", "3.33", "60.00", "0.01", "25.00"]);
        let mut order = json!({
            "id": format!("o{}", pick.number(6)), "amount": { "amount": amount, "currency": coupon.balance.currency().code() },
            "charge": pick.of(&["period", "period", "on-demand"]), "pays_arrears": pick.once_in(25)
        });
        if pick.once_in(8) {
            let kind = pick.of(&["promotion", "discount-coupon", "empower-discount"]);
            order["discounts"] = json!([{ "kind": kind, "rate": pick.of(&["0.9", "0.3"]) }]);
        }
        (actor, api(), json!({ "type": "coupon.use", "customer": customer, "order": order, "coupon_ids": ids }))
    }

    fn hold(&self, kind: Kind, pick: &mut Pick) -> Asked {
        let locked = kind == Kind::Release;
        let id =
            self.pick_coupon(pick, |coupon| coupon.lock_order_id.is_some() == locked && coupon.status == CouponStatus::Usable);
        let held = self.coupons(|coupon| coupon.id.as_str() == id).first().and_then(|coupon| coupon.lock_order_id.clone());
        let order = held.filter(|_| !pick.once_in(5)).map_or(format!("o{}", pick.number(6)), |order| order.to_string());
        let kind = if locked { "coupon.release" } else { "coupon.lock" };
        let actor = if pick.once_in(15) { json!({ "type": "customer", "customer": "Free" }) } else { vendor() };
        (actor, api(), json!({ "type": kind, "coupon": id, "order": order }))
    }

    fn refund(&self, pick: &mut Pick) -> Value {
        let used = self.coupons(|coupon| !coupon.uses.is_empty());
        let mut parts = Vec::new();
        let mut order = "o0".to_owned();
        if !used.is_empty() {
            let coupon = pick.of(&used);
            let last = coupon.uses.last().unwrap();
            order = last.order.to_string();
            let mut amount = last.amount.amount().to_string();
            if pick.once_in(3) {
                amount = pick.of(&["0.01", "1.00", "500.00", "5.00"]).into();
            }
            parts.push(json!({ "coupon": coupon.id, "amount": { "amount": amount, "currency": last.amount.currency().code() } }));
            for other in used.iter().filter(|other| other.id != coupon.id) {
                if let Some(part) = other.uses.iter().find(|part| part.order == last.order)
                    && !pick.once_in(3)
                {
                    parts.push(json!({ "coupon": other.id, "amount": part.amount }));
                }
            }
        }
        let reasons = [
            "order-failed",
            "five-day-unsubscribe",
            "five-day-unsubscribe",
            "other-unsubscribe",
            "not-yet-effective",
            "renewal-not-yet-effective",
        ];
        json!({ "type": "coupon.refund", "order": order, "reason": pick.of(&reasons), "parts": parts })
    }

    fn associate(&self, kind: Kind, pick: &mut Pick) -> Value {
        let holders = self.coupons(|coupon| coupon.is_usable_at(self.at)).into_iter().map(|coupon| coupon.customer.to_string());
        let holders: Vec<_> = holders.collect();
        let mut customer = pick.of_or(&holders, pick_text(CUSTOMERS, self.at));
        match kind {
            Kind::Associate => {
                let free = self.center.directory().customers().filter(|customer| customer.association.is_none());
                let free: Vec<_> = free.map(|customer| customer.id().to_string()).collect();
                customer = pick.of_or(&free, customer);
                let mine: Vec<_> = self
                    .coupons(|coupon| coupon.customer.as_str() == customer)
                    .iter()
                    .map(|coupon| coupon.id.to_string())
                    .collect();
                json!({
                    "type": "customer.associate", "customer": customer, "partner": pick.of(&["D", "S", "R1", "G"]),
                    "mode": pick.of(&["agency-resale", "agency-resale", "advisory"]), "becomes_reseller": pick.once_in(4),
                    "reclaimed_coupons": mine.into_iter().take(pick.number(3)).collect::<Vec<_>>()
                })
            }
            Kind::Disassociate => json!({ "type": "customer.disassociate", "customer": customer }),
            Kind::SwitchMode => {
                json!({ "type": "customer.switch-mode", "customer": customer, "mode": pick.of(&["agency-resale", "agency-resale", "advisory"]) })
            }
            Kind::Transfer => {
                let resold = self
                    .coupons(|coupon| coupon.issuer.as_str().starts_with(['R', 'D']))
                    .iter()
                    .map(|coupon| coupon.customer.to_string())
                    .collect::<Vec<_>>();
                json!({ "type": "customer.transfer", "customer": pick.of_or(&resold, customer), "to": pick.of(&["R1", "R2", "D", "R1", "RZ"]) })
            }
            Kind::ContractingParty => {
                json!({ "type": "customer.change-contracting-party", "customer": customer, "contracting_party": pick.of(&["HW", "HW-2"]) })
            }
            _ => json!({ "type": "customer.leave-enterprise", "customer": pick.of(&["M1", "M2", "M1"]) }),
        }
    }

    fn directory(&self, pick: &mut Pick) -> Value {
        match pick.number(4) {
            0 => {
                json!({ "type": "partner.set", "id": "R2", "kind": "cloud-reseller", "distributor": "D", "leaving": pick.once_in(2) })
            }
            1 => json!({ "type": "partner.set", "id": "G-new", "kind": "government-subsidy", "account": pick.of(CUSTOMERS) }),
            2 => json!({
                "type": "customer.set", "id": "M1",
                "account": { "type": "enterprise-sub", "master": "M", "financially_hosted": false }
            }),
            _ => json!({ "type": "customer.set", "id": "S3", "state": pick.of(&["normal", "closed", "frozen"]) }),
        }
    }
}

/// Some text, by the time: where nothing else chooses.
fn pick_text(list: &[&str], at: Timestamp) -> String {
    list[usize::try_from(at.unix_seconds()).unwrap_or(0) % list.len()].to_owned()
}
