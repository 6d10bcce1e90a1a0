//! A line of a statement.

use serde::{Deserialize, Serialize};

use super::TradeDetailType;
use crate::id::{CustomerId, RequestId, TradeId};
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[&CUSTOMER_PRESENT, &DIRECTION, &CONTINUITY, &PAIRING];

/// Whether a line adds or takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// 收入. Code 1.
    Income,
    /// 支出. Code 2.
    Expense,
}

crate::named::named!(Direction: Income = "income", Expense = "expense");
crate::named::named!(codes Direction: Income = 1, Expense = 2);

/// A line, as the account keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The request it comes from.
    pub request: RequestId,
    /// The place of its event among those of the request, from 0.
    pub index: u32,
    /// The place of its movement among those of the event, from 0.
    pub leg: u32,
    /// When.
    pub trade_time: Timestamp,
    /// What it was.
    pub trade_detail_type: TradeDetailType,
    /// The transaction, or the order.
    pub trade_id: TradeId,
    /// Whether it adds or takes.
    pub direction: Direction,
    /// How much; never below zero.
    pub change_amount: Money,
    /// What was there afterwards.
    pub balance_after: Money,
    /// Of a partner's allocations and reclaims: the other side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<Counterpart>,
}

/// The other side of an adjustment, as a partner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Counterpart {
    /// A customer.
    Customer {
        /// Its id.
        customer: CustomerId,
    },
    /// A partner: a cloud reseller, or to one its distributor.
    Partner {
        /// Its id.
        partner: crate::id::PartnerId,
    },
}

impl Line {
    /// Its id: of its event, and its place among the movements of it.
    pub fn id(&self) -> String {
        let event = crate::event::id(&self.request, self.index);
        if self.leg == 0 { event } else { format!("{event}.{}", self.leg.saturating_add(1)) }
    }
}

rule! {
    /// A line of a partner about an allocation or a reclaim names the customer, or the reseller, and its account; no other line does.
    CUSTOMER_PRESENT = "statement.line.customer-present", view, documented "ListPartnerAccountChangeRecords, customer_id and account_name";
    zh "拨款、回收、解绑回收的收支明细带有客户(或云经销商)ID 和账号名,其他明细不带";
}

rule! {
    /// A line of type 1 adds to the balance and one of type 2 takes from it; the amount itself has no sign.
    DIRECTION = "statement.line.direction", view, derived "ListPartnerAccountChangeRecords, type; whether the vendor's amounts have a sign is documented nowhere";
    zh "类型 1 增加余额,类型 2 减少余额;变动金额不带符号";
}

rule! {
    /// The balance after a line is the balance before it and what the line adds or takes.
    CONTINUITY = "statement.line.continuity", view, derived "ListPartnerAccountChangeRecords, balance_after_change";
    zh "同一账户内,变动后余额等于上一条余额加减本次变动";
}

rule! {
    /// Each allocation and each reclaim is one adjustment record, one line of the partner and one opposite line of the other side, of one amount
    /// and under one transaction id.
    PAIRING = "statement.line.pairing", view, derived "double entry";
    zh "每笔拨款、回收对应一条调账记录、伙伴的一条明细和对方的一条反向明细,金额与流水号一致";
}
