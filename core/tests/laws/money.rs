//! The laws of money: what leaves one place arrives in another, to the cent, and no sequence of requests breaks it.

use std::collections::{BTreeMap, BTreeSet};

use partnerkit::coupon::{CouponOperation, CouponRecord, CouponStatus, OperationResult, ReclaimCause};
use partnerkit::quota::{QuotaOperation, QuotaStatus};
use partnerkit::{Change, Command, PartnerCenter};

use crate::ledger::{Ledger, cents};
use crate::walk::Kept;
use crate::{hold, laws};

/// What a coupon record did to the balance of its quota.
fn moved(record: &CouponRecord) -> i128 {
    match (record.result, record.operation_type) {
        (OperationResult::Failure, _) | (_, CouponOperation::ResellerTransfer) => 0,
        (_, CouponOperation::Issue) => -cents(record.operation_amount),
        _ => cents(record.operation_amount),
    }
}

fn records(center: &PartnerCenter) -> &[CouponRecord] {
    center.coupon_book().records()
}

fn balance(center: &PartnerCenter, quota: &str) -> i128 {
    let quota = quota.parse().ok().and_then(|id| center.quota_book().quota(&id));
    quota.map_or(0, |quota| cents(quota.balance))
}

laws! {
    LAWS of Kept<'_, Ledger>;

    fn a_quotas_value_is_what_is_left_and_what_went_out_and_has_not_come_back(step) {
        for quota in step.after.quota_book().quotas() {
            let Some(book) = step.book.quotas.get(quota.id.as_str()) else { return Err(format!("{} is in no book", quota.id)) };
            let (value, left) = (cents(quota.value), cents(quota.balance));
            let out = book.granted - book.returned_by_children + book.issued - book.returned_by_coupons + book.taken_back + book.lapsed;
            hold!(value == left + out, "{}: value {value}, balance {left}, out {out}", quota.id);
            hold!(value == book.value && left == book.balance, "{}: {value}/{left}, the second books have {}/{}", quota.id, book.value, book.balance);
        }
    }

    fn a_quotas_balance_is_never_below_zero_nor_above_its_value(step) {
        for quota in step.after.quota_book().quotas() {
            let (value, left) = (cents(quota.value), cents(quota.balance));
            hold!(0 <= left && left <= value, "{}: {left} of {value}", quota.id);
        }
    }

    fn what_went_out_of_a_quota_net_is_never_below_zero(step) {
        for (id, book) in &step.book.quotas {
            let net = book.granted + book.issued - book.returned_by_children - book.returned_by_coupons;
            hold!(net >= 0, "{id}: {net}");
        }
    }

    fn an_adjustment_moves_value_and_balance_alike(step) {
        let Command::AdjustQuota(adjust) = &step.request.command else { return Ok(()) };
        let (Some(before), Some(after)) = (step.before.quota_book().quota(&adjust.quota), step.after.quota_book().quota(&adjust.quota)) else { return Ok(()) };
        let delta = if step.accepted().is_some() { cents(adjust.delta) } else { 0 };
        hold!(cents(after.value) == cents(before.value) + delta, "the value");
        hold!(cents(after.balance) == cents(before.balance) + delta, "the balance");
    }

    fn a_coupons_face_value_is_its_balance_and_what_left_it(step) {
        for coupon in step.after.coupon_book().coupons() {
            let Some(book) = step.book.coupons.get(coupon.id.as_str()) else { return Err(format!("{} is in no book", coupon.id)) };
            let (face, left) = (cents(coupon.face_value), cents(coupon.balance));
            let out = book.consumed - book.restored + book.returned + book.forfeited;
            hold!(face == left + out && face == book.face, "{}: face {face}, balance {left}, out {out}", coupon.id);
            let own = (cents(coupon.consumed), cents(coupon.restored), cents(coupon.returned), cents(coupon.forfeited));
            let second = (book.consumed, book.restored, book.returned, book.forfeited);
            hold!(own == second, "{}: {own:?}, the second books have {second:?}", coupon.id);
            hold!(book.forfeited == 0 || coupon.legacy, "{} forfeits, and is not legacy", coupon.id);
            let uses: i128 = coupon.uses.iter().map(|taken| cents(taken.amount)).sum();
            hold!(uses == book.consumed, "{}: its orders took {uses}", coupon.id);
        }
    }

    fn a_coupons_balance_is_never_below_zero_nor_above_its_face_value(step) {
        for coupon in step.after.coupon_book().coupons() {
            let (face, left) = (cents(coupon.face_value), cents(coupon.balance));
            hold!(0 <= left && left <= face, "{}: {left} of {face}", coupon.id);
            hold!(coupon.consumed.covers(coupon.restored), "{}: more restored than consumed", coupon.id);
            hold!(coupon.restored.covers(coupon.reversed), "{}: more reversed than restored", coupon.id);
        }
    }

    fn a_coupon_that_has_ended_is_empty(step) {
        for coupon in step.after.coupon_book().coupons() {
            let ended = matches!(coupon.status, CouponStatus::Used | CouponStatus::Expired | CouponStatus::Reclaimed);
            hold!(!ended || coupon.balance.is_zero(), "{} is {:?} with {}", coupon.id, coupon.status, coupon.balance);
            hold!(ended == coupon.end_time.is_some(), "{} is {:?} with {:?}", coupon.id, coupon.status, coupon.end_time);
            hold!(!ended || coupon.lock_order_id.is_none(), "{} is {:?} and locked", coupon.id, coupon.status);
            hold!(ended || coupon.balance.is_positive(), "{} is usable and empty", coupon.id);
        }
    }

    fn what_a_coupon_returned_is_what_its_records_say(step) {
        let mut returned: BTreeMap<&str, i128> = BTreeMap::new();
        for record in records(step.after).iter().filter(|record| record.operation_type != CouponOperation::Issue) {
            let Some(coupon) = &record.coupon_id else { return Err(format!("{} names no coupon", record.id())) };
            *returned.entry(coupon.as_str()).or_default() += moved(record);
        }
        for (id, book) in &step.book.coupons {
            let told = returned.get(id.as_str()).copied().unwrap_or(0);
            hold!(told == book.returned, "{id}: returned {}, the records say {told}", book.returned);
        }
    }

    fn a_child_quota_is_worth_what_was_granted_and_gives_all_back(step) {
        for quota in step.after.quota_book().quotas().filter(|quota| quota.parent.is_some()) {
            let Some(book) = step.book.quotas.get(quota.id.as_str()) else { continue };
            hold!(cents(quota.value) == book.given + book.adjusted, "{}: its value", quota.id);
            hold!((quota.status == QuotaStatus::Reclaimed) == book.is_reclaimed, "{}: {:?}", quota.id, quota.status);
            hold!(!book.is_reclaimed || quota.balance.is_zero(), "{}: reclaimed with {}", quota.id, quota.balance);
            hold!(book.taken_back == book.reclaimed + book.passed_on, "{}: taken back", quota.id);
        }
        for event in step.events() {
            let Change::QuotaReclaimed(it) = &event.change else { continue };
            let before = step.book_before.quotas.get(it.quota.as_str()).map(|book| book.balance);
            hold!(before == Some(cents(it.amount)), "{}: {} reclaimed of {before:?}", it.quota, it.amount);
        }
    }

    fn what_moves_between_quotas_arrives(step) {
        let mut due: BTreeMap<&str, i128> = BTreeMap::new();
        for event in step.events() {
            let (from, to, amount) = match &event.change {
                Change::QuotaGranted(it) => (&it.parent, &it.quota, it.amount),
                Change::QuotaReclaimed(it) => (&it.quota, &it.parent, it.amount),
                _ => return Ok(()),
            };
            *due.entry(from.as_str()).or_default() -= cents(amount);
            *due.entry(to.as_str()).or_default() += cents(amount);
        }
        for (quota, amount) in due {
            let arrived = balance(step.after, quota) - balance(step.before, quota);
            hold!(arrived == amount, "{quota}: {amount} should have moved, {arrived} did");
        }
        for child in step.after.quota_book().quotas() {
            let Some(parent) = child.parent.as_ref().and_then(|id| step.after.quota_book().quota(id)) else { continue };
            hold!(child.value.currency() == parent.value.currency(), "{}: another currency", child.id);
            hold!(child.quota_type == parent.quota_type && child.quota_type.code() == 0, "{}: another type", child.id);
            hold!(parent.parent.is_none(), "{}: a third level", child.id);
        }
    }

    fn a_window_and_a_scope_lie_within_those_they_were_cut_from(step) {
        let quotas = step.after.quota_book();
        for child in quotas.quotas() {
            let Some(parent) = child.parent.as_ref().and_then(|id| quotas.quota(id)) else { continue };
            hold!(parent.period.holds(child.period), "the window of {}", child.id);
            hold!(child.limits == parent.limits, "the limits of {}", child.id);
        }
        for coupon in step.after.coupon_book().coupons() {
            let Some(quota) = quotas.quota(&coupon.quota) else { return Err(format!("{} has no quota", coupon.id)) };
            let within = quota.period.effective_time <= coupon.effective_time && coupon.expire_time <= quota.period.expire_time;
            hold!(within, "the window of {}", coupon.id);
            let (own, of) = (&coupon.terms, &quota.limits.terms);
            fn inside<T: Ord>(own: &BTreeSet<T>, of: &BTreeSet<T>) -> bool {
                of.is_empty() || !own.is_empty() && own.is_subset(of)
            }
            hold!(inside(&own.cloud_service_types, &of.cloud_service_types), "the services of {}", coupon.id);
            hold!(inside(&own.product_ids, &of.product_ids), "the products of {}", coupon.id);
            hold!(inside(&own.subscribe_types, &of.subscribe_types), "the kinds of order of {}", coupon.id);
            hold!(coupon.face_value.currency() == quota.value.currency(), "the currency of {}", coupon.id);
        }
    }

    fn every_customer_of_an_issue_gets_a_coupon_or_a_reason(step) {
        let (Command::IssueCoupons(issue), Some(decision)) = (&step.request.command, step.accepted()) else { return Ok(()) };
        let asked: Vec<_> = issue.customer_ids.iter().map(|given| given.text()).collect();
        let told: Vec<_> = decision.rows.iter().map(|row| row.subject.to_string()).collect();
        hold!(asked == told, "asked for {asked:?}, told of {told:?}");
        for row in &decision.rows {
            hold!(row.id.is_some() == row.breaches.is_empty(), "{}: a coupon and a reason, or neither", row.subject);
        }
    }

    fn an_issue_takes_its_face_value_for_each_coupon(step) {
        let Command::IssueCoupons(issue) = &step.request.command else { return Ok(()) };
        let Some(decision) = step.decision() else { return Ok(()) };
        let id = issue.quota_id.text();
        let successes = decision.rows.iter().filter(|row| row.id.is_some() && decision.is_accepted()).count() as i128;
        let taken = balance(step.before, &id) - balance(step.after, &id);
        let due = if successes == 0 { 0 } else { successes * cents(issue.face_value) };
        hold!(taken == due, "{taken} taken, {due} due");
        let born = step.after.coupon_book().coupons().count() - step.before.coupon_book().coupons().count();
        hold!(born as i128 == successes, "{born} coupons, {successes} successes");
    }

    fn an_issue_leaves_a_record_for_each_customer(step) {
        let (Command::IssueCoupons(issue), Some(decision)) = (&step.request.command, step.accepted()) else { return Ok(()) };
        let new = records(step.after).get(records(step.before).len()..).unwrap_or(&[]);
        hold!(new.len() == issue.customer_ids.len(), "{} records for {} customers", new.len(), issue.customer_ids.len());
        for (record, row) in new.iter().zip(&decision.rows) {
            hold!(record.operation_type == CouponOperation::Issue, "a record of another kind");
            hold!((record.result == OperationResult::Success) == row.breaches.is_empty(), "{}: the wrong result", row.subject);
            hold!(record.operation_amount == issue.face_value, "{}: the wrong amount", row.subject);
            hold!(record.reasons == row.breaches, "{}: the wrong reasons", row.subject);
            hold!(record.coupon_id.as_ref().map(|id| id.as_str()) == row.id.as_deref(), "{}: the wrong coupon", row.subject);
        }
    }

    fn a_grant_is_covered_and_takes_its_amount_for_each_reseller(step) {
        let (Command::GrantQuota(grant), Some(decision)) = (&step.request.command, step.accepted()) else { return Ok(()) };
        let (id, amount, count) = (grant.quota_id.text(), cents(grant.quota_amount), grant.indirect_partner_ids.len() as i128);
        hold!(amount * count <= balance(step.before, &id), "more than there was");
        let granted = decision.rows.iter().filter(|row| row.breaches.is_empty()).count() as i128;
        hold!(balance(step.before, &id) - balance(step.after, &id) == amount * granted, "the balance");
        hold!(decision.rows.len() as i128 == count, "{} rows for {count} resellers", decision.rows.len());
    }

    fn the_tree_of_a_quota_keeps_its_value(step) {
        let mut sides: BTreeMap<String, (i128, i128)> = BTreeMap::new();
        for quota in step.after.quota_book().quotas() {
            let Some(book) = step.book.quotas.get(quota.id.as_str()) else { continue };
            let side = sides.entry(step.book.root(quota.id.as_str())).or_default();
            side.0 += if quota.parent.is_none() { cents(quota.value) } else { book.adjusted };
            side.1 += cents(quota.balance) + book.lapsed;
        }
        for coupon in step.after.coupon_book().coupons() {
            let side = sides.entry(step.book.root(coupon.quota.as_str())).or_default();
            side.1 += cents(coupon.balance) + cents(coupon.consumed) - cents(coupon.restored) + cents(coupon.forfeited);
        }
        for (root, (value, found)) in sides {
            hold!(value == found, "{root}: {value} were put in, {found} are found");
        }
    }

    fn the_records_alone_reproduce_every_balance(step) {
        if step.number % 8 != 7 && !step.events().iter().any(|event| matches!(event.change, Change::QuotaReclaimed(_))) {
            return Ok(());
        }
        let coupons: BTreeMap<String, &CouponRecord> = records(step.after).iter().map(|record| (record.id(), record)).collect();
        let mut balances: BTreeMap<String, i128> = BTreeMap::new();
        for event in step.log {
            match &event.change {
                Change::QuotaSet(set) => {
                    balances.insert(set.id.to_string(), cents(set.value));
                }
                Change::QuotaAdjusted(it) => *balances.entry(it.quota.to_string()).or_default() += cents(it.delta),
                Change::QuotaWrittenOff(it) => *balances.entry(it.quota.to_string()).or_default() -= cents(it.amount),
                _ => {}
            }
            if let Some(record) = coupons.get(event.id().as_str()) {
                *balances.entry(record.quota_id.to_string()).or_default() += moved(record);
            }
            if let Some(record) = step.after.quota_book().records().iter().find(|record| *record.id == *event.id()) {
                let sign = if record.operation_type == QuotaOperation::Grant { 1 } else { -1 };
                *balances.entry(record.quota_id.to_string()).or_default() += sign * cents(record.amount);
                *balances.entry(record.parent_quota_id.to_string()).or_default() -= sign * cents(record.amount);
            }
            let below = balances.iter().find(|(_, balance)| **balance < 0);
            hold!(below.is_none(), "below zero after {}: {below:?}", event.id());
        }
        for quota in step.after.quota_book().quotas() {
            let told = balances.get(quota.id.as_str()).copied();
            hold!(told == Some(cents(quota.balance)), "{}: has {}, the records say {told:?}", quota.id, quota.balance);
        }
    }

    fn what_only_grows_never_falls_and_what_has_ended_stays_so(step) {
        for (before, after) in step.before.coupon_book().coupons().zip(step.after.coupon_book().coupons()) {
            hold!(before.id == after.id, "{} stands where {} did", after.id, before.id);
            let sums = |coupon: &partnerkit::coupon::Coupon| [coupon.consumed, coupon.restored, coupon.reversed, coupon.returned, coupon.forfeited];
            for (now, then) in sums(after).into_iter().zip(sums(before)) {
                hold!(now.covers(then), "a sum of {} falls", after.id);
            }
            let closed = matches!(before.status, CouponStatus::Expired | CouponStatus::Reclaimed);
            hold!(!closed || after.status == before.status, "{} was {:?} and is {:?}", after.id, before.status, after.status);
            let reopened = before.status == CouponStatus::Used && after.status != before.status;
            let refunded = step.events().iter().any(|event| matches!(&event.change, Change::CouponRestored(it) if it.coupon == after.id));
            hold!(!reopened || refunded, "{} was used and is {:?}", after.id, after.status);
        }
        for (before, after) in step.before.quota_book().quotas().zip(step.after.quota_book().quotas()) {
            hold!(before.id == after.id, "{} stands where {} did", after.id, before.id);
            let ended = matches!(before.status, QuotaStatus::Invalid | QuotaStatus::Reclaimed);
            let reclaimed = before.parent.is_some() && after.status == QuotaStatus::Reclaimed;
            hold!(!ended || after.status == before.status || reclaimed, "{} was {:?} and is {:?}", after.id, before.status, after.status);
            hold!(after.issued_count >= before.issued_count && after.issued_total.covers(before.issued_total), "{}: fewer issued", after.id);
        }
        let (old, new) = (records(step.before), records(step.after));
        hold!(new.starts_with(old), "records were changed or lost");
        hold!(step.after.quota_book().records().starts_with(step.before.quota_book().records()), "quota records were changed or lost");
    }

    fn a_coupon_is_taken_back_once(step) {
        for (id, book) in &step.book.coupons {
            hold!(book.ended + u32::from(book.expired) <= 1, "{id} was taken back {} times, expired {}", book.ended, book.expired);
        }
        let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
        for record in records(step.after).iter().filter(|record| matches!(record.operation_type.code(), 2 | 3 | 4 | 7 | 8)) {
            if let Some(id) = &record.coupon_id {
                *ends.entry(id.as_str()).or_default() += 1;
            }
        }
        let twice = ends.iter().find(|(_, count)| **count > 1);
        hold!(twice.is_none(), "records end it twice: {twice:?}");
    }

    fn a_job_that_runs_twice_does_what_it_did_once(step) {
        let again = match &step.request.command {
            Command::AdvanceClock(_) | Command::DisassociateCustomer(_) | Command::LeaveEnterprise(_) | Command::ChangeContractingParty(_) => step.accepted(),
            _ => None,
        };
        if again.is_none() {
            return Ok(());
        }
        let mut request = step.request.clone();
        request.id = "again".parse().map_err(|_| "an id")?;
        let Ok(decision) = step.after.decide(&request) else { return Err("the second run is an error".into()) };
        let taken = decision.events.iter().find(|event| matches!(event.change, Change::CouponReclaimed(_)));
        hold!(taken.is_none(), "the second run takes {taken:?}");
    }

    fn time_takes_back_what_is_over_and_nothing_else(step) {
        if !matches!(step.request.command, Command::AdvanceClock(_)) || step.accepted().is_none() {
            return Ok(());
        }
        for (before, after) in step.before.coupon_book().coupons().zip(step.after.coupon_book().coupons()) {
            let due = before.status == CouponStatus::Usable && before.expire_time < step.request.at;
            if due {
                hold!(after.status == CouponStatus::Expired && after.balance.is_zero(), "{} should have expired", after.id);
            } else {
                hold!(before == after, "{} changed before its time", after.id);
            }
        }
        let ends: Vec<_> = step.events().iter().filter_map(|event| match &event.change {
            Change::CouponReclaimed(it) if it.cause == ReclaimCause::Expiry => step.before.coupon_book().coupon(&it.coupon),
            _ => None,
        }).map(|coupon| coupon.expire_time).collect();
        hold!(ends.is_sorted(), "not the earliest first");
    }

    fn what_is_earmarked_is_there(step) {
        for quota in step.after.quota_book().quotas() {
            let marks = quota.earmarks.iter().map(|mark| match mark {
                partnerkit::quota::Earmark::Bound { amount, .. } | partnerkit::quota::Earmark::Barred { amount, .. } => cents(*amount),
            });
            let (sum, least) = (marks.clone().sum::<i128>(), marks.min().unwrap_or(1));
            hold!(sum <= cents(quota.balance), "{}: {sum} earmarked of {}", quota.id, quota.balance);
            hold!(least > 0, "{}: an empty earmark", quota.id);
        }
    }

    fn what_came_back_of_a_designated_cash_coupon_goes_to_its_customer_only(step) {
        // The most that others than a customer may ever have got of what was bound to it: nothing, while it is bound.
        let Command::IssueCoupons(issue) = &step.request.command else { return Ok(()) };
        let Some(quota) = issue.quota_id.value().and_then(|id| step.before.quota_book().quota(id)) else { return Ok(()) };
        for event in step.events() {
            let Change::CouponIssued(issued) = &event.change else { continue };
            let bound = |earmarks: &[partnerkit::quota::Earmark]| earmarks.iter().map(|mark| match mark {
                partnerkit::quota::Earmark::Bound { customer, amount } if *customer != issued.customer => cents(*amount),
                _ => 0,
            }).sum::<i128>();
            let after = step.after.quota_book().quota(&issued.quota).map_or(0, |quota| bound(&quota.earmarks));
            if step.events().len() == 1 {
                hold!(after == bound(&quota.earmarks), "{} got what was bound to others", issued.customer);
            }
        }
    }
}
