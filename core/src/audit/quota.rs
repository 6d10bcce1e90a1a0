//! Quotas and the records of child quotas: what left each quota, and what came back.

use serde::Deserialize;

use super::row::{Amounts, Ids, Take, Told, misplaced, missing, out_of_order, present, told_otherwise, twice};
use super::{Audit, Cents, Finding, Names, Place, Table};
use crate::coupon::CouponKind;
use crate::money::Currency;
use crate::quota::record::AMOUNT_POSITIVE;
use crate::quota::{QuotaOperation, QuotaStatus, QuotaType};
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] =
    &[&ADDS_UP, &ONE_CURRENCY, &KIND_FITS, &HOLDER, &RESELLER_OF_CHILD, &TOLD_ALIKE, &GRANTED_ONCE, &RECLAIMED];

rule! {
    /// What is gone from a quota was written off, cut into coupons or granted, without what came back.
    ADDS_UP = "audit.quota.adds-up", view, derived "ledger invariant 3";
    zh "额度减少的金额等于核销、发券和发放下级额度的金额减去退回的金额";
}

rule! {
    /// Whatever leaves a quota or comes back to it is in its currency.
    ONE_CURRENCY = "audit.quota.one-currency", view, derived "a quota has one balance";
    zh "从额度转出和退回额度的金额均为该额度的币种";
}

rule! {
    /// Cash coupons are cut from cash quotas, and nothing else is.
    KIND_FITS = "audit.quota.kind-fits", view, derived "what is cut from each type of quota";
    zh "现金券只从现金券额度发放,其他券只从代金券额度发放";
}

rule! {
    /// The records of issues from a quota are those of the partner who holds it.
    HOLDER = "audit.quota.holder", view, derived "coupons are cut from one's own quotas";
    zh "从额度发券的记录属于持有该额度的伙伴";
}

rule! {
    /// A quota names the reseller it was granted to if it names the quota it was granted from, and only then.
    RESELLER_OF_CHILD = "audit.quota.reseller-of-child", view, derived "what is granted is a child quota";
    zh "有上级额度的额度才有二级经销商,且必有二级经销商";
}

rule! {
    /// A child quota and its records tell the same parent quota, distributor, reseller and time of grant.
    TOLD_ALIKE = "audit.quota.told-alike", view, derived "a grant makes one child quota";
    zh "下级额度与其记录中的上级额度、经销商、二级经销商和发放时间一致";
}

rule! {
    /// A child quota has one record of its grant.
    GRANTED_ONCE = "audit.quota.granted-once", view, derived "every grant leaves a record";
    zh "每个下级额度有且只有一条发放记录";
}

rule! {
    /// A child quota with a record of its reclaim is reclaimed, and has one such record.
    RECLAIMED = "audit.quota.reclaimed", view, derived "a reclaim takes all and is final";
    zh "有回收记录的下级额度状态为已回收,且回收记录只有一条";
}

/// A row of exported quotas, as far as an audit reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct QuotaRow {
    /// The quota.
    pub quota_id: String,
    /// What is cut from it.
    pub quota_type: String,
    /// Its state.
    pub quota_status: String,
    /// All that was ever put in.
    pub quota_value: String,
    /// What is left.
    pub balance: String,
    /// What the vendor wrote off.
    pub written_off: String,
    /// The currency.
    pub currency: String,
    /// The partner who cuts coupons from it.
    pub partner_id: String,
    /// When it was set or granted.
    pub create_time: String,
    /// The quota it was granted from.
    #[serde(deserialize_with = "present")]
    pub parent_quota_id: Option<String>,
    /// The reseller it was granted to.
    #[serde(deserialize_with = "present")]
    pub indirect_partner_id: Option<String>,
}

/// A row of exported records of child quotas, as far as an audit reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct QuotaRecordRow {
    /// The record.
    pub record_id: String,
    /// Which of the distributor's records it is.
    pub number: u64,
    /// When it was done.
    pub operation_time: String,
    /// What was done.
    pub operation_type: String,
    /// The vendor's code for it.
    pub operation_code: u8,
    /// The child quota.
    pub quota_id: String,
    /// The distributor's quota.
    pub parent_quota_id: String,
    /// The distributor.
    pub partner_id: String,
    /// The reseller.
    pub indirect_partner_id: String,
    /// The value that moved.
    pub amount: String,
    /// The currency.
    pub currency: String,
}

/// All that is known of quotas.
#[derive(Debug, Default)]
pub(crate) struct Quotas {
    quotas: Names<Quota>,
    records: Ids,
    /// The last quota of each list that has an order of its own.
    last: Names<Option<(Place, Option<Timestamp>)>>,
    /// Whether there is a child quota: then its grant left a record.
    has_children: bool,
}

#[derive(Debug, Default)]
struct Quota {
    row: Option<Row>,
    /// The first row that names it.
    named: Option<Place>,
    parent: Told<Option<usize>>,
    distributor: Told<usize>,
    reseller: Told<usize>,
    created: Told<Timestamp>,
    granted: Option<Place>,
    reclaimed: Option<Place>,
    /// What left, without what came back.
    out: Cents,
    /// Rows that moved something, as far as no other finding would name them.
    moves: Vec<Place>,
    currencies: Vec<(Currency, Place)>,
    kinds: Vec<(CouponKind, Place)>,
    issuers: Vec<(usize, Place)>,
}

#[derive(Debug)]
struct Row {
    place: Place,
    of: Option<QuotaType>,
    status: Option<QuotaStatus>,
    /// What its own columns say has left it.
    gone: Option<Cents>,
    currency: Option<Currency>,
    holder: usize,
}

/// Which way value goes.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    Out,
    Back,
}

impl Quotas {
    /// The number of a quota that a row names.
    pub fn named(&mut self, id: &str, place: Place) -> usize {
        let (number, quota) = self.quotas.known(id);
        quota.named.get_or_insert(place);
        number
    }

    pub fn name(&self, number: usize) -> &str {
        self.quotas.name(number)
    }

    /// A row tells of value of a quota in a currency.
    pub fn in_currency(&mut self, number: usize, currency: Option<Currency>, place: Place) {
        if let (Some(quota), Some(currency)) = (self.quotas.numbered_mut(number), currency)
            && !quota.currencies.iter().any(|(known, _)| *known == currency)
        {
            quota.currencies.push((currency, place));
        }
    }

    /// Value left a quota, or came back to it.
    pub fn moved(&mut self, number: usize, way: Way, amount: Option<Cents>, currency: Option<Currency>, place: Place) {
        self.in_currency(number, currency, place);
        let (Some(quota), Some(amount)) = (self.quotas.numbered_mut(number), amount) else { return };
        quota.out = match way {
            Way::Out => quota.out.plus(amount),
            Way::Back => quota.out.less(amount),
        };
    }

    /// A coupon was to be cut from a quota.
    pub fn cut(&mut self, number: usize, kind: Option<CouponKind>, place: Place) {
        if let (Some(quota), Some(kind)) = (self.quotas.numbered_mut(number), kind)
            && !quota.kinds.iter().any(|(known, _)| *known == kind)
        {
            quota.kinds.push((kind, place));
        }
    }

    /// A partner issued coupons from a quota, or tried to.
    pub fn issued_by(&mut self, number: usize, partner: usize, place: Place) {
        if let Some(quota) = self.quotas.numbered_mut(number)
            && !quota.issuers.iter().any(|(known, _)| *known == partner)
        {
            quota.issuers.push((partner, place));
        }
    }

    /// Whether the quota's own row is there.
    pub fn is_listed(&self, number: usize) -> bool {
        self.quotas.numbered(number).is_some_and(|quota| quota.row.is_some())
    }

    /// The quota that a reclaimed child quota's value goes to.
    pub fn heir(&self, number: usize) -> Option<usize> {
        let quota = self.quotas.numbered(number)?;
        let is_reclaimed = quota.row.as_ref().is_none_or(|row| row.status == Some(QuotaStatus::Reclaimed));
        quota.parent.and_then(|(parent, _)| parent).filter(|_| is_reclaimed)
    }

    /// A row that may have moved something of this quota or of another.
    pub fn may_have_moved(&mut self, number: usize, place: Place) {
        if let Some(quota) = self.quotas.numbered_mut(number) {
            quota.moves.push(place);
        }
    }
}

/// The finding that a child quota is told of in two ways.
fn unlike(expected: (String, Place), found: (String, Place)) -> Finding {
    Finding::new(&TOLD_ALIKE, [expected.1, found.1], expected.0, found.0)
}

impl Audit {
    /// Tells who a child quota's reseller, or a quota's distributor, is.
    fn tell_partner(&mut self, quota: usize, partner: &str, place: Place, whose: fn(&mut Quota) -> &mut Told<usize>) {
        let number = self.records.partner(partner);
        let Some(quota) = self.quotas.quotas.numbered_mut(quota) else { return };
        if let Some((first, before)) = told_otherwise(whose(quota), number, place) {
            let first = self.records.partner_name(first).to_owned();
            self.find(unlike((first, before), (partner.into(), place)));
        }
    }

    fn tell_parent(&mut self, quota: usize, parent: Option<usize>, place: Place) {
        let Some(known) = self.quotas.quotas.numbered_mut(quota) else { return };
        if let Some((first, before)) = told_otherwise(&mut known.parent, parent, place) {
            let name = |number: Option<usize>| number.map_or("null", |number| self.quotas.name(number)).to_owned();
            self.find(unlike((name(first), before), (name(parent), place)));
        }
    }

    fn tell_created(&mut self, quota: usize, time: Option<Timestamp>, place: Place) {
        if let (Some(quota), Some(time)) = (self.quotas.quotas.numbered_mut(quota), time)
            && let Some((first, before)) = told_otherwise(&mut quota.created, time, place)
        {
            self.find(unlike((first.to_string(), before), (time.to_string(), place)));
        }
    }
}

impl Take for QuotaRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        let of = audit.read(place, "quota_type", &self.quota_type);
        let status = audit.read(place, "quota_status", &self.quota_status);
        let currency = audit.read_currency(place, &self.currency);
        let value = audit.read_amount(place, "quota_value", &self.quota_value, Amounts::Held);
        let left = audit.read_amount(place, "balance", &self.balance, Amounts::Held);
        let written_off = audit.read_amount(place, "written_off", &self.written_off, Amounts::Held);
        let created = audit.read(place, "create_time", &self.create_time);

        let holder = audit.records.partner(&self.partner_id);

        let (number, quota) = audit.quotas.quotas.known(&self.quota_id);
        if let Some(row) = &quota.row {
            let before = row.place;
            return audit.find(twice(&self.quota_id, [before, place]));
        }
        let gone = value.zip(left).zip(written_off).map(|((value, left), written_off)| value.less(left).less(written_off));
        quota.row = Some(Row { place, of, status, gone, currency, holder });
        let parent = self.parent_quota_id.as_ref().map(|parent| audit.quotas.named(parent, place));
        audit.quotas.has_children |= parent.is_some();
        audit.tell_parent(number, parent, place);
        if parent.is_some() != self.indirect_partner_id.is_some() {
            let (expected, found) = match &self.indirect_partner_id {
                Some(reseller) => ("null", &**reseller),
                None => (&*self.partner_id, "null"),
            };
            audit.find(Finding::new(&RESELLER_OF_CHILD, [place], expected, found));
        }
        if parent.is_some() {
            audit.tell_created(number, created, place);
            audit.tell_partner(number, &self.partner_id, place, |quota| &mut quota.reseller);
            if let Some(reseller) = &self.indirect_partner_id {
                audit.tell_partner(number, reseller, place, |quota| &mut quota.reseller);
            }
        } else {
            audit.tell_partner(number, &self.partner_id, place, |quota| &mut quota.distributor);
            // A partner's quotas are listed by type, and its children apart.
            let (_, last) = audit.quotas.last.known(&format!("{} {}", self.quota_type, self.partner_id));
            let before = last.replace((place, created));
            if let Some(finding) = before.and_then(|before| out_of_order(before, (place, created))) {
                audit.find(finding);
            }
        }
    }

    fn finish(audit: &mut Audit) {
        let quotas = std::mem::take(&mut audit.quotas);
        let (rows, records) = (audit.has(Table::Quotas), audit.has(Table::QuotaRecords));
        let all_moves = audit.has(Table::CouponRecords) && (records || !quotas.has_children);
        for (id, quota) in quotas.quotas.iter() {
            let Some(row) = &quota.row else {
                let named = quota.named.filter(|_| rows);
                named.into_iter().for_each(|place| audit.find(missing(id, place)));
                continue;
            };
            if let Some(gone) = row.gone.filter(|gone| all_moves && *gone != quota.out) {
                let places = quota.moves.iter().copied().chain([row.place]);
                audit.find(Finding::amounts(&ADDS_UP, places, quota.out, gone));
            }
            for (currency, place) in
                quota.currencies.iter().filter(|(currency, _)| row.currency.is_some_and(|own| own != *currency))
            {
                let own = row.currency.unwrap_or_default().code();
                audit.find(Finding::new(&ONE_CURRENCY, [row.place, *place], own, currency.code()));
            }
            let fits = |kind: CouponKind| row.of.is_none_or(|of| (of == QuotaType::Cash) == (kind == CouponKind::Cash));
            for (kind, place) in quota.kinds.iter().filter(|(kind, _)| !fits(*kind)) {
                let of = row.of.unwrap_or_default();
                audit.find(Finding::new(&KIND_FITS, [row.place, *place], of, kind));
            }
            for (issuer, place) in quota.issuers.iter().filter(|(issuer, _)| *issuer != row.holder) {
                let [holder, issuer] = [row.holder, *issuer].map(|partner| audit.records.partner_name(partner).to_owned());
                audit.find(Finding::new(&HOLDER, [row.place, *place], holder, issuer));
            }
            let is_child = quota.parent.is_some_and(|(parent, _)| parent.is_some());
            if records && is_child && quota.granted.is_none() {
                audit.find(Finding::new(&GRANTED_ONCE, [row.place], 1, 0));
            }
            if let (Some(place), Some(status)) = (quota.reclaimed, row.status.filter(|status| *status != QuotaStatus::Reclaimed))
            {
                audit.find(Finding::new(&RECLAIMED, [row.place, place], QuotaStatus::Reclaimed, status));
            }
        }
        order(audit, &quotas);
        audit.quotas = quotas;
    }
}

/// Child quotas of a distributor stand in the order of their grants.
fn order(audit: &mut Audit, quotas: &Quotas) {
    let mut last: std::collections::BTreeMap<usize, (Place, Place)> = std::collections::BTreeMap::new();
    let mut children: Vec<_> = quotas.quotas.iter().filter_map(|(_, quota)| Some((quota.row.as_ref()?.place, quota))).collect();
    children.sort_by_key(|(place, _)| *place);
    for (place, child) in children {
        let parent = child.parent.and_then(|(parent, _)| parent).and_then(|parent| quotas.quotas.numbered(parent));
        let (Some((distributor, _)), Some(granted)) = (parent.and_then(|parent| parent.distributor), child.granted) else {
            continue;
        };
        if let Some((above, earlier)) = last.insert(distributor, (place, granted))
            && granted < earlier
        {
            audit.find(misplaced(above, place, [earlier, granted]));
        }
    }
}

impl Take for QuotaRecordRow {
    fn take(&self, place: Place, audit: &mut Audit) {
        let operation: Option<QuotaOperation> = audit.read(place, "operation_type", &self.operation_type);
        let time = audit.read(place, "operation_time", &self.operation_time);
        let currency = audit.read_currency(place, &self.currency);
        let amount = audit.read_amount(place, "amount", &self.amount, Amounts::Moved(&AMOUNT_POSITIVE));
        if let Some(operation) = operation {
            audit.code_fits(place, operation.code(), self.operation_code);
        }
        let findings = audit.records.next_of_quotas(&self.partner_id, place, self.number, time);
        findings.into_iter().flatten().for_each(|finding| audit.find(finding));
        if let Some(before) = audit.quotas.records.repeated(&self.record_id, place) {
            audit.find(twice(&self.record_id, [before, place]));
        }

        let (child, parent) = (audit.quotas.named(&self.quota_id, place), audit.quotas.named(&self.parent_quota_id, place));
        audit.tell_parent(child, Some(parent), place);
        audit.tell_partner(child, &self.indirect_partner_id, place, |quota| &mut quota.reseller);
        audit.tell_partner(parent, &self.partner_id, place, |quota| &mut quota.distributor);
        audit.quotas.may_have_moved(child, place);
        audit.quotas.may_have_moved(parent, place);
        match operation {
            Some(QuotaOperation::Grant) => {
                audit.tell_created(child, time, place);
                audit.quotas.moved(parent, Way::Out, amount, currency, place);
                audit.quotas.in_currency(child, currency, place);
                once(audit, child, place, &GRANTED_ONCE, |quota| &mut quota.granted);
            }
            Some(QuotaOperation::Reclaim) => {
                audit.quotas.moved(parent, Way::Back, amount, currency, place);
                audit.quotas.moved(child, Way::Out, amount, currency, place);
                once(audit, child, place, &RECLAIMED, |quota| &mut quota.reclaimed);
            }
            None => {}
        }
    }

    fn finish(_: &mut Audit) {}
}

/// A record of which a child quota has one.
fn once(audit: &mut Audit, child: usize, place: Place, rule: &'static Rule, which: fn(&mut Quota) -> &mut Option<Place>) {
    let Some(quota) = audit.quotas.quotas.numbered_mut(child) else { return };
    if let Some(before) = which(quota).replace(place) {
        audit.find(Finding::new(rule, [before, place], 1, 2));
    }
}
