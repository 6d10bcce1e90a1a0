//! Coupons, and what their records say of them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::quota::Way;
use super::record::Read;
use super::row::{Amounts, POSSIBLE_AMOUNTS, Take, misplaced, missing, out_of_order, twice};
use super::{Audit, Cents, Finding, Names, Place, Table};
use crate::coupon::{CouponKind, CouponOperation, CouponStatus};
use crate::money::Currency;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] =
    &[&ADDS_UP, &LEFT_BY_STATUS, &TOLD_ALIKE, &ISSUED_ONCE, &ISSUER, &RETURNED, &CREDITED, &TRANSFERRED];

rule! {
    /// What is left of a coupon is its face value without what was used, returned and forfeited.
    ADDS_UP = "audit.coupon.adds-up", view, derived "ledger invariant 3";
    zh "券的余额等于面值减去已使用、已退回和已作废的金额";
}

rule! {
    /// A usable coupon has something left, a used or reclaimed one has nothing.
    LEFT_BY_STATUS = "audit.coupon.left-by-status", view, derived "how each state is reached";
    zh "可使用的券有余额,已使用或已回收的券没有余额";
}

rule! {
    /// A coupon and its records tell the same quota, customer, kind, currency, face value and time of issue.
    TOLD_ALIKE = "audit.coupon.told-alike", view, derived "a record tells of one coupon";
    zh "券与其记录中的额度、客户、类型、币种、面值和发放时间一致";
}

rule! {
    /// A coupon has one record of its issue.
    ISSUED_ONCE = "audit.coupon.issued-once", view, derived "every issue leaves a record";
    zh "每张券有且只有一条发放记录";
}

rule! {
    /// A coupon and its records are its issuer's; from each record of a transfer on they are another partner's.
    ISSUER = "audit.coupon.issuer", view, derived "every transfer leaves a record";
    zh "券及其记录属于其发放伙伴,自每次转移记录起属于另一伙伴";
}

rule! {
    /// What was returned of a coupon is what its records took back.
    RETURNED = "audit.coupon.returned", view, derived "every reclaim leaves a record";
    zh "券已退回的金额等于其各条回收记录的金额之和";
}

rule! {
    /// What is taken back of a coupon is credited to its quota, or to the parent of a quota that was reclaimed.
    CREDITED = "audit.coupon.credited", view, derived "where value goes back to";
    zh "券回收的金额退回其额度,额度已被回收的退回上级额度";
}

rule! {
    /// A transfer moves what is left of a coupon: all of one that was never used, and never more than its face value.
    TRANSFERRED = "audit.coupon.transferred", view, derived "a transfer takes the coupon as it is";
    zh "转移金额为券的余额:从未使用的券为面值,且不超过面值";
}

/// A row of exported coupons, as far as an audit reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CouponRow {
    /// The coupon.
    pub coupon_id: String,
    /// What it is.
    pub kind: String,
    /// Its state.
    pub status: String,
    /// The customer who has it.
    pub customer_id: String,
    /// Its name.
    pub customer_name: String,
    /// The partner whose it is to reclaim.
    pub source_id: String,
    /// The quota that paid for it.
    pub quota_id: String,
    /// Its value when it was issued.
    pub face_value: String,
    /// What is left of it.
    pub balance: String,
    /// What orders took from it, without what refunds put back.
    pub used: String,
    /// What went back to a quota.
    pub returned: String,
    /// What was lost with a legacy coupon's single use.
    pub forfeited: String,
    /// The currency.
    pub currency: String,
    /// When it was issued.
    pub create_time: String,
    /// The orders that used it.
    pub order_ids: String,
}

/// All that is known of coupons.
#[derive(Debug, Default)]
pub(crate) struct Coupons {
    coupons: Names<Coupon>,
    /// The last coupon of each partner.
    last: BTreeMap<usize, (Place, Option<Timestamp>)>,
}

#[derive(Debug, Default)]
struct Coupon {
    row: Option<Row>,
    /// What the first row told that names it, and which that was.
    about: Option<(About, Place)>,
    /// What its own row or the record of its issue told, whichever came first.
    origin: Option<(Origin, Place)>,
    issue: Option<(Place, usize)>,
    /// What its records took back.
    returned: Cents,
    later: Vec<Later>,
}

#[derive(Debug)]
struct Row {
    place: Place,
    source: usize,
    returned: Option<Cents>,
    never_used: bool,
}

/// What every row tells that names a coupon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct About {
    customer: usize,
    kind: Option<CouponKind>,
    currency: Option<Currency>,
}

/// Where a coupon comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Origin {
    quota: usize,
    face_value: Option<Cents>,
    created: Option<Timestamp>,
}

/// What happened to a coupon after its issue.
#[derive(Debug)]
struct Later {
    place: Place,
    partner: usize,
    time: Option<Timestamp>,
    quota: usize,
    /// Of a transfer: what was left.
    transferred: Option<Option<Cents>>,
}

impl Audit {
    fn tell_about(&mut self, coupon: usize, about: About, place: Place) {
        let Some(known) = self.coupons.coupons.numbered_mut(coupon) else { return };
        let (first, before) = *known.about.get_or_insert((about, place));
        let mut tell = |expected: String, found: String| {
            if expected != found {
                self.find(Finding::new(&TOLD_ALIKE, [before, place], expected, found));
            }
        };
        if first == about {
            return;
        }
        if let (Some(expected), Some(found)) = (first.kind, about.kind) {
            tell(expected.to_string(), found.to_string());
        }
        if let (Some(expected), Some(found)) = (first.currency, about.currency) {
            tell(expected.code().into(), found.code().into());
        }
        if first.customer != about.customer {
            let [expected, found] = [first, about].map(|about| self.customers.id(about.customer).to_owned());
            self.find(Finding::new(&TOLD_ALIKE, [before, place], expected, found));
        }
    }

    fn tell_origin(&mut self, coupon: usize, origin: Origin, place: Place) {
        let Some(known) = self.coupons.coupons.numbered_mut(coupon) else { return };
        let (first, before) = *known.origin.get_or_insert((origin, place));
        if first == origin {
            return;
        }
        if first.quota != origin.quota {
            let [expected, found] = [first, origin].map(|origin| self.quotas.name(origin.quota).to_owned());
            self.find(Finding::new(&TOLD_ALIKE, [before, place], expected, found));
        }
        if let (Some(expected), Some(found)) = (first.face_value, origin.face_value)
            && expected != found
        {
            self.find(Finding::amounts(&TOLD_ALIKE, [before, place], expected, found));
        }
        if let (Some(expected), Some(found)) = (first.created, origin.created)
            && expected != found
        {
            self.find(Finding::new(&TOLD_ALIKE, [before, place], expected, found));
        }
    }

    /// Takes in the record of something that was done to a coupon.
    pub(super) fn record(&mut self, coupon: &str, read: Read) {
        let Read { place, partner, operation, quota, customer, kind, amount, currency, time } = read;
        let (number, known) = self.coupons.coupons.known(coupon);
        match operation {
            CouponOperation::Issue => {
                let before = known.issue.replace((place, partner));
                self.quotas.moved(quota, Way::Out, amount, currency, place);
                self.tell_origin(number, Origin { quota, face_value: amount, created: time }, place);
                if let Some((before, _)) = before {
                    self.find(Finding::new(&ISSUED_ONCE, [before, place], 1, 2));
                }
            }
            CouponOperation::ResellerTransfer => {
                known.later.push(Later { place, partner, time, quota, transferred: Some(amount) })
            }
            _ => {
                known.later.push(Later { place, partner, time, quota, transferred: None });
                known.returned = known.returned.plus(amount.unwrap_or_default());
                self.quotas.moved(quota, Way::Back, amount, currency, place);
            }
        }
        self.tell_about(number, About { customer, kind, currency }, place);
    }
}

impl CouponRow {
    /// What its amounts say together.
    fn adds_up(&self, place: Place, audit: &mut Audit) -> (Option<Cents>, Option<Cents>) {
        let mut read = |column, text: &str, can_be| audit.read_amount(place, column, text, can_be);
        let face_value = read("face_value", &self.face_value, Amounts::Moved(&POSSIBLE_AMOUNTS));
        let left = read("balance", &self.balance, Amounts::Held);
        let used = read("used", &self.used, Amounts::Held);
        let returned = read("returned", &self.returned, Amounts::Held);
        let forfeited = read("forfeited", &self.forfeited, Amounts::Held);
        if let (Some(face_value), Some(left), Some(used), Some(returned), Some(forfeited)) =
            (face_value, left, used, returned, forfeited)
        {
            let expected = face_value.less(used).less(returned).less(forfeited);
            if left != expected {
                audit.find(Finding::amounts(&ADDS_UP, [place], expected, left));
            }
        }
        let status: Option<CouponStatus> = audit.read(place, "status", &self.status);
        let is_possible = |status: CouponStatus, left: Cents| match status {
            CouponStatus::Usable | CouponStatus::NotActivated => left.is_positive(),
            CouponStatus::Used | CouponStatus::Reclaimed => left.is_zero(),
            CouponStatus::Expired => true,
        };
        if let Some((status, left)) = status.zip(left).filter(|(status, left)| !is_possible(*status, *left)) {
            let expected = if left.is_zero() { "> 0" } else { "0.00" };
            audit.find(Finding::new(&LEFT_BY_STATUS, [place], format!("{status}: {expected}"), left));
        }
        (face_value, returned)
    }
}

impl Take for CouponRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        let kind = audit.read(place, "kind", &self.kind);
        let currency = audit.read_currency(place, &self.currency);
        let created = audit.read(place, "create_time", &self.create_time);
        let (face_value, returned) = self.adds_up(place, audit);
        let quota = audit.quotas.named(&self.quota_id, place);
        let source = audit.records.partner(&self.source_id);
        let (customer, renamed) = audit.customers.named(&self.customer_id, &self.customer_name, place);
        audit.quotas.in_currency(quota, currency, place);
        audit.quotas.cut(quota, kind, place);
        let before = audit.coupons.last.insert(source, (place, created));
        let disordered = before.and_then(|before| out_of_order(before, (place, created)));
        [renamed, disordered].into_iter().flatten().for_each(|finding| audit.find(finding));

        let (number, known) = audit.coupons.coupons.known(&self.coupon_id);
        if let Some(row) = &known.row {
            let before = row.place;
            return audit.find(twice(&self.coupon_id, [before, place]));
        }
        known.row = Some(Row { place, source, returned, never_used: self.order_ids.is_empty() });
        audit.tell_origin(number, Origin { quota, face_value, created }, place);
        audit.tell_about(number, About { customer, kind, currency }, place);
    }

    fn finish(audit: &mut Audit) {
        let coupons = std::mem::take(&mut audit.coupons);
        let (rows, records) = (audit.has(Table::Coupons), audit.has(Table::CouponRecords));
        for (id, coupon) in coupons.coupons.iter() {
            coupon.credited(audit);
            let Some(row) = &coupon.row else {
                let named = coupon.about.filter(|_| rows);
                named.into_iter().for_each(|(_, place)| audit.find(missing(id, place)));
                continue;
            };
            if records {
                coupon.fits_records(row, audit);
            }
        }
        if rows && records {
            order(audit, &coupons);
        }
        audit.coupons = coupons;
    }
}

impl Coupon {
    /// Whether each record names a quota that the value of the coupon can have gone back to.
    fn credited(&self, audit: &mut Audit) {
        let Some((Origin { quota, face_value, .. }, _)) = self.origin else { return };
        let heir = audit.quotas.heir(quota);
        let is_known = audit.quotas.is_listed(quota);
        for later in &self.later {
            let can_be_heirs = later.transferred.is_none() && Some(later.quota) == heir;
            if later.quota != quota && !can_be_heirs && is_known {
                let [expected, found] = [quota, later.quota].map(|quota| audit.quotas.name(quota).to_owned());
                audit.find(Finding::new(&CREDITED, [later.place], expected, found));
            } else if let (Some(heir), None) = (heir, later.transferred) {
                // Which of both it was, only their sums tell.
                audit.quotas.may_have_moved(quota, later.place);
                audit.quotas.may_have_moved(heir, later.place);
            }
            if let (Some(Some(left)), Some(face_value)) = (later.transferred, face_value) {
                let all = self.row.as_ref().is_some_and(|row| row.never_used);
                if left > face_value || (all && left != face_value) {
                    audit.find(Finding::amounts(&TRANSFERRED, [later.place], face_value, left));
                }
            }
        }
    }

    /// What the coupon's row says, and what its records say together.
    fn fits_records(&self, row: &Row, audit: &mut Audit) {
        match self.issue {
            None => audit.find(Finding::new(&ISSUED_ONCE, [row.place], 1, 0)),
            Some((place, issuer)) => self.whose(row, place, issuer, audit),
        }
        if let Some(returned) = row.returned.filter(|returned| *returned != self.returned) {
            let returns = self.later.iter().filter(|later| later.transferred.is_none()).map(|later| later.place);
            audit.find(Finding::amounts(&RETURNED, returns.chain([row.place]), self.returned, returned));
        }
    }
}

impl Coupon {
    /// Whose the coupon was, record by record: its issuer's, and after each transfer another's.
    fn whose(&self, row: &Row, issue: Place, issuer: usize, audit: &mut Audit) {
        let mut transfers: Vec<_> = self.later.iter().filter(|later| later.transferred.is_some()).collect();
        transfers.sort_by_key(|transfer| transfer.time);
        let mut wrong = |expected: usize, found: usize, places: [Place; 2]| {
            let [expected, found] = [expected, found].map(|partner| audit.records.partner_name(partner).to_owned());
            audit.find(Finding::new(&ISSUER, places, expected, found));
        };
        match (transfers.first(), transfers.last()) {
            (Some(first), _) if first.partner != issuer => wrong(issuer, first.partner, [issue, first.place]),
            (Some(_), Some(last)) if last.partner == row.source => {
                let source = audit.records.partner_name(row.source);
                let finding = Finding::new(&ISSUER, [last.place, row.place], format!("≠ {source}"), source);
                return audit.find(finding);
            }
            (None, _) if issuer != row.source => wrong(issuer, row.source, [issue, row.place]),
            _ => {}
        }
        for later in self.later.iter().filter(|later| later.transferred.is_none()) {
            let at_once = transfers.iter().any(|transfer| transfer.time == later.time && transfer.partner == later.partner);
            let next = transfers.iter().find(|transfer| transfer.time > later.time);
            let holder = next.map_or(row.source, |transfer| transfer.partner);
            if later.partner != holder && !at_once {
                wrong(holder, later.partner, [row.place, later.place]);
            }
        }
    }
}

/// The coupons of a partner stand in the order of the records of their issue.
fn order(audit: &mut Audit, coupons: &Coupons) {
    let place = |coupon: &Coupon| Some((coupon.row.as_ref()?.place, coupon.row.as_ref()?.source, coupon.issue?));
    let mut issued: Vec<_> = coupons.coupons.iter().filter_map(|(_, coupon)| place(coupon)).collect();
    issued.sort_unstable();
    let mut last = BTreeMap::new();
    for (place, source, (record, partner)) in issued {
        if let Some((above, earlier)) = last.insert((source, partner), (place, record))
            && record < earlier
        {
            audit.find(misplaced(above, place, [earlier, record]));
        }
    }
}
