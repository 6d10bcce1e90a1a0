//! The orders that used one coupon.

use serde::{Deserialize, Serialize};

use super::access::{Caller, indirect_partner_owned};
use super::query::ISSUED;
use super::{Books, Coupon};
use crate::decision::Review;
use crate::directory::Partner;
use crate::id::{CouponId, Given, OrderId, PartnerId};
use crate::money::Money;
use crate::pickup;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Paging, Part, View};

pub(crate) static RULES: &[&Rule] = &[&DETAIL];

rule! {
    /// What orders took from one coupon is shown from the list of issued coupons: order, amount and time.
    DETAIL = "coupon.usage.detail", view, documented "manual, issued coupons, detail";
    zh "从已发放列表可查看单张券的使用明细:订单、金额和时间";
}

/// Asks which orders used a coupon that the caller, or a reseller of its, issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CouponUsage {
    /// The coupon.
    pub coupon_id: Given<CouponId>,
    /// The reseller whose coupon it is, when a distributor asks through the API.
    #[serde(default, skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// What an order took from a coupon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UsageItem {
    /// The order.
    pub order_id: OrderId,
    /// How much.
    pub amount: Money,
    /// When.
    pub used_time: Timestamp,
}

impl CouponUsage {
    pub(crate) fn answer(&self, books: Books, caller: Caller, part: Part) -> View<UsageItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        review.ask_caller(caller, &ISSUED).ask([indirect_partner_owned(caller, reseller)]);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let party = caller.party(reseller);
        let coupon = self.coupon_id.value().and_then(|id| books.coupons.coupon(id));
        let shows = |party: &Partner, coupon: &Coupon| party.id == coupon.issuer || pickup::view::shows(books, party, coupon);
        let coupon = coupon.filter(|coupon| party.is_some_and(|party| shows(party, coupon)));
        let uses = coupon.into_iter().flat_map(|coupon| &coupon.uses);
        let items = uses.map(|taken| UsageItem { order_id: taken.order.clone(), amount: taken.amount, used_time: taken.at });
        View::page(review, paging, items)
    }
}
