//! The worlds the benches run in.
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    clippy::arithmetic_side_effects,
    reason = "a bench that cannot begin should stop"
)]

use partnerkit::coupon::IssueCoupons;
use partnerkit::directory::{Associate, AssociationMode, Partner, PartnerKind, Profile};
use partnerkit::quota::SetQuota;
use partnerkit::{Actor, Command, Event, PartnerCenter, Policy, Request, Timestamp};

/// The instant of every request.
pub fn now() -> Timestamp {
    "2026-03-10T00:00:00Z".parse().unwrap()
}

fn vendor(number: usize, command: Command) -> Request {
    Request::new(format!("w{number}").parse().unwrap(), now(), Actor::VENDOR, command)
}

/// A distributor with so many customers and a quota large enough for all of them.
pub fn world(customers: usize) -> PartnerCenter {
    let mut center = PartnerCenter::new(Policy::default());
    let period = ("2026-01-01T00:00:00Z".parse().unwrap(), "2027-01-01T00:00:00Z".parse().unwrap());
    let quota =
        SetQuota::new("Q1".parse().unwrap(), "D".parse().unwrap(), "100000000000.00 CNY".parse().unwrap(), period.0, period.1);
    let distributor = Partner::new("D".parse().unwrap(), PartnerKind::GeneralDistributor);
    let mut number = 0;
    let mut handle = |command| {
        number += 1;
        assert!(center.handle(&vendor(number, command)).unwrap().is_accepted());
    };
    handle(Command::SetPartner(distributor));
    handle(Command::SetQuota(quota));
    for customer in 0..customers {
        let id = customer_id(customer);
        handle(Command::SetCustomer(Profile::new(id.parse().unwrap())));
        let mode = AssociationMode::AgencyResale;
        handle(Command::AssociateCustomer(Associate::new(id.parse().unwrap(), "D".parse().unwrap(), mode)));
    }
    center
}

fn customer_id(number: usize) -> String {
    // As long as the vendor's own ids.
    format!("{number:032x}")
}

/// An issue of one coupon to a customer.
pub fn issue(number: usize, customer: usize, amount: &str) -> Request {
    let command = IssueCoupons::new("Q1", vec![customer_id(customer).as_str().into()], amount.parse().unwrap());
    Request::new(
        format!("request-{number}").parse().unwrap(),
        now(),
        Actor::partner("D".parse().unwrap()),
        Command::IssueCoupons(command),
    )
}

/// Issues to customers all over the world, so that one does not find in the cache what the one before left there.
pub fn issues(customers: usize, count: usize, amount: &str) -> Vec<Request> {
    // A stride that visits everybody: no divisor of a power of ten.
    (0..count).map(|number| issue(number, number * 7_919_333 % customers, amount)).collect()
}

/// A log of so many issues, each to another customer, over a world of a thousand.
pub fn log(count: usize) -> (PartnerCenter, Vec<Event>) {
    let center = world(1_000);
    let mut carried_out = center.clone();
    let events =
        issues(1_000, count, "1.00 CNY").iter().flat_map(|request| carried_out.handle(request).unwrap().events).collect();
    (center, events)
}
