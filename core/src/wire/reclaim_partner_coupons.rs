//! ReclaimPartnerCoupons (回收优惠券): takes back one coupon, with all that is left of it.
//!
//! Success has status 204 and no body. Some refusals have status 200, with a body.

use super::{Heard, Operation, Reply, Response};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::coupon::ReclaimCoupons;

pub(super) const OPERATION: Operation =
    Operation { name: "ReclaimPartnerCoupons", method: "POST", path: "/v2/promotions/benefits/partner-coupons/reclaim", run };

fn run(center: &mut PartnerCenter, heard: &Heard) -> Reply {
    let fields = &heard.fields;
    let coupon_ids = vec![fields.needed("coupon_id")?.as_str().into()];
    let indirect_partner_id = fields.text("indirect_partner_id")?.given();
    let reclaim = ReclaimCoupons { coupon_ids, indirect_partner_id, all_or_nothing: false };
    heard.handle(center, Command::ReclaimCoupons(reclaim)).map(|_| Response::no_content())
}
