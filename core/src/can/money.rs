//! The best possible forms of what is asked about money: a cent, unless an amount is said.

use super::Operation;
use super::subject::AdjustedCustomer;
use crate::account::{
    AccountTerms, ChargeAccount, ChargeTerms, FreezeCash, FreezeFamily, PayForCustomer, Recharge, RefundCharge, SetCredit,
    WriteOffDebt,
};
use crate::adjustment::{
    AdjustCustomers, AllocateToCustomer, AllocateToReseller, AllocationSource, BatchItem, ReclaimFromCustomer,
    ReclaimFromReseller,
};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::error::Error;
use crate::id::TradeId;
use crate::money::Money;
use crate::statement::TradeDetailType;

/// A transaction that nobody makes.
const NEW: &str = "partnerkit asks whether it may";

impl Operation {
    pub(super) fn draft_of_money(&self, center: &PartnerCenter) -> Result<Command, Error> {
        let cent = Money::cent(center.policy().site.currency());
        let of = |asked: &Option<Money>| asked.unwrap_or(cent);
        let trade_id = || TradeId::made(NEW);
        let freeze = |partner: &crate::directory::PartnerRef| FreezeCash {
            partner: partner.partner.clone(),
            amount: cent,
            family: FreezeFamily::Manual,
        };
        let batch = |it: &AdjustedCustomer| AdjustCustomers {
            items: vec![BatchItem { customer_id: it.customer_id.clone().into(), amount: of(&it.amount) }],
            source: Some(AllocationSource::TopUp),
            key: None,
            all_or_nothing: false,
        };
        Ok(match self {
            Self::Recharge(it) => Command::Recharge(Recharge { holder: it.holder.clone(), amount: cent, rebate: false }),
            Self::SetAccountTerms(it) => Command::SetAccountTerms(AccountTerms {
                partner: it.partner.clone(),
                designated_amount: None,
                allocatable_amount: None,
                standard_sales_contract: false,
            }),
            Self::SetCredit(it) => Command::SetCredit(SetCredit { partner: it.partner.clone(), limit: cent, expire_time: None }),
            Self::ChargeAccount(it) => Command::ChargeAccount(ChargeAccount {
                payer: it.holder.clone(),
                trade_id: trade_id(),
                trade_detail_type: TradeDetailType::Deduct,
                amount: cent,
                terms: ChargeTerms::default(),
            }),
            Self::RefundCharge(it) => Command::RefundCharge(RefundCharge {
                charge: it.charge.clone(),
                trade_id: trade_id(),
                amount: cent,
                unsubscription: false,
            }),
            Self::WriteOffDebt(it) => Command::WriteOffDebt(WriteOffDebt { customer: it.customer.clone(), amount: cent }),
            Self::FreezeCash(it) => Command::FreezeCash(freeze(it)),
            Self::UnfreezeCash(it) => Command::UnfreezeCash(freeze(it)),
            Self::ClearFrozen(it) => Command::ClearFrozen(freeze(it)),
            Self::PayForCustomer(it) => Command::PayForCustomer(PayForCustomer {
                customer_id: it.customer_id.clone().into(),
                order_id: trade_id(),
                price: of(&it.amount),
                indirect_partner_id: it.indirect_partner_id.clone(),
            }),
            Self::AllocateToCustomer(it) => Command::AllocateToCustomer(AllocateToCustomer {
                customer_id: it.customer_id.clone().into(),
                amount: of(&it.amount),
                indirect_partner_id: it.indirect_partner_id.clone(),
                source: Some(AllocationSource::TopUp),
                key: None,
            }),
            Self::ReclaimFromCustomer(it) => Command::ReclaimFromCustomer(ReclaimFromCustomer {
                customer_id: it.customer_id.clone().into(),
                amount: of(&it.amount),
                indirect_partner_id: it.indirect_partner_id.clone(),
                key: None,
            }),
            Self::AllocateToCustomers(it) => Command::AllocateToCustomers(batch(it)),
            Self::ReclaimFromCustomers(it) => Command::ReclaimFromCustomers(batch(it)),
            Self::AllocateToReseller(it) => Command::AllocateToReseller(AllocateToReseller {
                indirect_partner_id: it.indirect_partner_id.clone(),
                amount: of(&it.amount),
                key: None,
            }),
            Self::ReclaimFromReseller(it) => Command::ReclaimFromReseller(ReclaimFromReseller {
                indirect_partner_id: it.indirect_partner_id.clone(),
                amount: of(&it.amount),
                key: None,
            }),
            Self::BeginAdjustment(it) => Command::BeginAdjustment(it.clone()),
            Self::EndAdjustment(it) => Command::EndAdjustment(it.clone()),
            _ => return Err(Error::Fault(format!("{} is not about money", self.type_name()))),
        })
    }
}
