//! Who sees pick-up vouchers.

use crate::coupon::{Books, Coupon, CouponKind};
use crate::decision::{Check, facts};
use crate::directory::{AssociationMode, Partner, PartnerKind};
use crate::id::{CouponId, Given};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&ORDINARY_PARTNER];

rule! {
    /// An ordinary partner may only look at pick-up vouchers that its own customers in agency-resale mode have; it neither issues nor reclaims them.
    ///
    /// A government-subsidy partner is not an ordinary one.
    ORDINARY_PARTNER = "pickup.view.ordinary-partner", call, "CBC.0151" 403, documented "manual, pick-up vouchers; the code is derived";
    zh "普通伙伴只能查看其代售客户持有的提货券,不能发放或回收";
    broken "{partner} is an ordinary partner", "{partner} 是普通伙伴";
    comply "have the government-cloud partner do it", "请由政务云伙伴操作";
}

/// Solution providers, distributors and resellers.
pub(crate) fn is_ordinary(partner: &Partner) -> bool {
    matches!(partner.kind, PartnerKind::SolutionProvider | PartnerKind::GeneralDistributor | PartnerKind::CloudReseller)
}

/// Whether an ordinary partner may look at a pick-up voucher that is not its own.
pub(crate) fn shows(books: Books, partner: &Partner, coupon: &Coupon) -> bool {
    let customer = books.directory.customer(&coupon.customer);
    let own_agency =
        customer.is_some_and(|customer| customer.is_of(&partner.id) && customer.mode() == Some(AssociationMode::AgencyResale));
    coupon.kind == CouponKind::PickUp && is_ordinary(partner) && own_agency
}

/// An ordinary partner does not issue them.
pub(crate) fn not_issued_by_ordinary_partner(kind: CouponKind, party: Option<&Partner>) -> Check {
    match party {
        Some(party) if kind == CouponKind::PickUp && is_ordinary(party) => {
            ORDINARY_PARTNER.broken(facts! { partner: party.id.as_str() })
        }
        _ => Ok(()),
    }
}

/// An ordinary partner does not reclaim one that it may look at.
pub(crate) fn not_for_ordinary_partner(books: Books, party: Option<&Partner>, given: &Given<CouponId>) -> Check {
    let coupon = given.value().and_then(|id| books.coupons.coupon(id));
    match (party, coupon) {
        (Some(party), Some(coupon)) if coupon.issuer != party.id && shows(books, party, coupon) => {
            ORDINARY_PARTNER.broken(facts! { partner: party.id.as_str() })
        }
        _ => Ok(()),
    }
}
