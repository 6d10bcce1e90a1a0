//! The monthly summary: what resale customers consumed of what was allocated to them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::BillCycle;
use super::cycle::{format, given};
use super::month::Month;
use crate::account::ChargeMode;
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation, indirect_partner_owned};
use crate::decision::Review;
use crate::directory::{AssociationMode, Caller};
use crate::error::Error;
use crate::export::{Export, row};
use crate::id::{CustomerId, Given, PartnerId, ServiceType};
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::time::Timestamp;
use crate::view::{Field, Means, Paging, Part, View};

pub(crate) static RULES: &[&Rule] = &[&SCOPE, &FRESHNESS, &PRE_TAX, &USABLE_FOR_SETTLEMENT, &COMPONENTS];

/// What a line of the summary stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BillType {
    /// Consumption. Code 0.
    Normal,
    /// What came back: unsubscriptions and other refunds. Code 1.
    Unsubscription,
    /// Debts that the vendor wrote off. Code 2.
    WriteOff,
}

crate::named::named!(BillType: Normal = "normal", Unsubscription = "unsubscription", WriteOff = "write-off");
crate::named::named!(codes BillType: Normal = 0, Unsubscription = 1, WriteOff = 2);

/// Asks for the summary of a month.
///
/// Vendor: ListSubcustomerMonthlyBills.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct MonthlyBills {
    /// The month.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub bill_cycle: Field<Given<BillCycle>>,
    /// The customer; all, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_id: Field<Given<CustomerId>>,
    /// The cloud service; all, when absent, null or empty.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cloud_service_type: Field<Given<ServiceType>>,
    /// How it is charged for; all, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charge_mode: Option<ChargeMode>,
    /// What the lines stand for; all, when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill_type: Option<BillType>,
    /// The reseller whose customers' bills a distributor asks for, through the API.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// A part of a line, and the account it was paid from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccountDetail {
    /// The account: always what was allocated to the customer, which is cash.
    pub balance_type: crate::statement::BalanceType,
    /// How much; below zero when it came back.
    pub amount: Money,
}

/// A line of a monthly summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MonthlyBillItem {
    /// The month.
    pub bill_cycle: BillCycle,
    /// The customer.
    pub customer_id: CustomerId,
    /// What the line stands for.
    pub bill_type: BillType,
    /// How it is charged for.
    pub charge_mode: ChargeMode,
    /// The cloud service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_service_type: Option<ServiceType>,
    /// The type of resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<ServiceType>,
    /// How much, before tax; not above zero for what came back and what was written off.
    pub amount: Money,
    /// Of consumption: what could not be paid, and was owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debt_amount: Option<Money>,
    /// Of consumption: what was adjusted; nothing, as write-offs have lines of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjustment_amount: Option<Money>,
    /// Of consumption: what discounts took off before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discount_amount: Option<Money>,
    /// From which accounts it was paid.
    pub account_details: Vec<AccountDetail>,
}

/// What is counted together.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    customer: CustomerId,
    pub bill_type: BillType,
    charge_mode: ChargeMode,
    cloud_service_type: Option<ServiceType>,
    resource_type: Option<ServiceType>,
}

/// What is counted of it.
pub(super) struct Sums {
    pub paid: Money,
    pub debt: Money,
    discount: Money,
}

const OPERATION: Operation =
    Operation { permission_items: &["BPC_ITEM_FINANCE_090100"], api: GROUP_A, console: EVERY_KIND, changes_something: false };

impl MonthlyBills {
    pub(crate) fn answer(
        &self,
        books: Books,
        caller: Caller,
        now: Timestamp,
        part: Part,
    ) -> Result<View<MonthlyBillItem>, Error> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return Ok(View::refused(review));
        }
        let reseller = caller.named_in(&self.indirect_partner_id);
        review.ask_caller(caller, &OPERATION).ask([indirect_partner_owned(caller, reseller), format(&self.bill_cycle)]);
        let customer = review.filter("customer_id", &self.customer_id, Means::Ignored, Means::Ignored);
        let service = review.filter("cloud_service_type", &self.cloud_service_type, Means::Ignored, Means::Ignored);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let (Some(cycle), Some(party), false) = (given(&self.bill_cycle), caller.party(reseller), review.is_refused()) else {
            return Ok(View::page(review, paging, std::iter::empty()));
        };

        let found = summed(&Month::known(books, cycle, now), &party.id)?.into_iter().filter(|(key, _)| {
            customer.lets(&key.customer)
                && service.lets_if(|wanted| key.cloud_service_type.as_ref() == Some(wanted))
                && self.charge_mode.is_none_or(|wanted| wanted == key.charge_mode)
                && self.bill_type.is_none_or(|wanted| wanted == key.bill_type)
                && books
                    .directory
                    .customer(&key.customer)
                    .is_none_or(|customer| caller.member().is_none() || caller.scope().holds(customer))
        });
        let items: Result<Vec<_>, Error> = found.map(|(key, sums)| MonthlyBillItem::of(cycle, key, &sums)).collect();
        Ok(View::page(review, paging, items?.into_iter()))
    }
}

/// What the partner's resale customers consumed and what came back, by customer and kind.
pub(super) fn summed(month: &Month, partner: &PartnerId) -> Result<BTreeMap<Key, Sums>, Error> {
    let none = Money::zero(month.books.currency());
    let mut sums = BTreeMap::new();
    for line in month.lines(partner) {
        let line = line?;
        if line.association != Some(AssociationMode::AgencyResale) {
            continue;
        }
        let key = Key {
            customer: line.customer.clone(),
            bill_type: line.kind.bill_type(),
            charge_mode: line.terms.map_or(ChargeMode::OnDemand, |terms| terms.charge_mode),
            cloud_service_type: line.terms.and_then(|terms| terms.cloud_service_type.clone()),
            resource_type: line.terms.and_then(|terms| terms.resource_type.clone()),
        };
        let sum = sums.entry(key).or_insert(Sums { paid: none, debt: none, discount: none });
        // The account that a debt is written off from is the vendor's.
        sum.paid = sum.paid.plus(line.paid)?.plus(line.written_off)?;
        sum.debt = sum.debt.plus(line.debt)?;
        sum.discount = sum.discount.plus(line.discount)?;
    }
    Ok(sums)
}

impl MonthlyBillItem {
    fn of(bill_cycle: BillCycle, key: Key, sums: &Sums) -> Result<Self, Error> {
        let Key { customer, bill_type, charge_mode, cloud_service_type, resource_type } = key;
        let normal = bill_type == BillType::Normal;
        let of_normal = |amount: Money| normal.then_some(amount);
        let details = [AccountDetail { balance_type: crate::statement::BalanceType::Debit, amount: sums.paid }];
        Ok(Self {
            bill_cycle,
            customer_id: customer,
            bill_type,
            charge_mode,
            cloud_service_type,
            resource_type,
            amount: sums.paid.plus(sums.debt)?,
            debt_amount: of_normal(sums.debt),
            adjustment_amount: of_normal(Money::zero(sums.paid.currency())),
            discount_amount: of_normal(sums.discount),
            account_details: details.into_iter().filter(|detail| !detail.amount.is_zero()).collect(),
        })
    }
}

rule! {
    /// The monthly summary is of what resale customers consumed and of what came back of it, unsubscriptions included. Customers who have left
    /// are in the months in which they were the partner's; what comes back afterwards goes to the partner and is not in their bills.
    SCOPE = "bill.summary.scope", view, documented "ListSubcustomerMonthlyBills, what it is about; customers who have left: ListConsumeSubCustomers";
    zh "月度汇总账单统计转售客户的消费(含退订);已解除关联的客户在关联期间的账期内仍然展示,之后的退款归伙伴,不计入客户账单";
}

rule! {
    /// The summary, and the records with it, have what happened until the end of yesterday; from 16:00 each day it is that of the day before, and
    /// until then of the one before that.
    FRESHNESS = "bill.summary.freshness", view, documented "ListSubcustomerMonthlyBills, notes; a day counts as refreshed from 16:00, and records as the summary";
    zh "账单及消费记录截至前一日 24:00,每日 16:00 起刷新;16:00 之前截至再前一日";
}

rule! {
    /// The amounts of the summary are before tax.
    PRE_TAX = "bill.summary.pre-tax", view, documented "developer guide, bills";
    zh "汇总账单金额为税前金额";
}

rule! {
    /// The monthly summary may be what partner and customer settle and invoice by.
    USABLE_FOR_SETTLEMENT = "bill.summary.usable-for-settlement", view, documented "developer guide, bills";
    zh "月度汇总账单可作为与客户结算、开票的依据";
}

rule! {
    /// The amount of a line is what the accounts paid, what is owed and what was adjusted, together.
    COMPONENTS = "bill.summary.components", view, derived "the same is documented of the lines of bills";
    zh "汇总金额等于各账户支付金额、欠费金额与调整金额之和";
}

row! {
    /// A row of an exported monthly summary.
    pub struct MonthlyBillRow {
        /// The month.
        pub bill_cycle: String,
        /// The customer.
        pub customer_id: CustomerId,
        /// What the line stands for.
        pub bill_type: BillType,
        /// The vendor's code for it.
        pub bill_code: u8,
        /// How it is charged for.
        pub charge_mode: ChargeMode,
        /// The vendor's code for that.
        pub charge_code: u8,
        /// The cloud service.
        pub cloud_service_type: Option<ServiceType>,
        /// The type of resource.
        pub resource_type: Option<ServiceType>,
        /// How much, before tax, in the currency's main unit.
        pub amount: String,
        /// What was paid of it with allocated cash.
        pub cash_amount: String,
        /// What was owed.
        pub debt_amount: Option<String>,
        /// What was adjusted.
        pub adjustment_amount: Option<String>,
        /// What discounts took off before.
        pub discount_amount: Option<String>,
        /// The currency.
        pub currency: &'static str,
    }
}

impl Export for MonthlyBills {
    type Row = MonthlyBillRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<MonthlyBillRow>, Error> {
        let view = self.answer(center.books(), center.viewer(viewer)?, viewer.at, Part::All)?;
        let text = |amount: Money| amount.amount().to_string();
        Ok(view.map(|item| MonthlyBillRow {
            bill_cycle: item.bill_cycle.to_string(),
            customer_id: item.customer_id,
            bill_type: item.bill_type,
            bill_code: item.bill_type.code(),
            charge_mode: item.charge_mode,
            charge_code: item.charge_mode.code(),
            cloud_service_type: item.cloud_service_type,
            resource_type: item.resource_type,
            cash_amount: text(item.account_details.first().map_or(Money::zero(item.amount.currency()), |detail| detail.amount)),
            amount: text(item.amount),
            debt_amount: item.debt_amount.map(text),
            adjustment_amount: item.adjustment_amount.map(text),
            discount_amount: item.discount_amount.map(text),
            currency: item.amount.currency().code(),
        }))
    }
}

impl PartnerCenter {
    /// What resale customers consumed in a month.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn monthly_bills(&self, viewer: Viewer, query: &MonthlyBills) -> Result<View<MonthlyBillItem>, Error> {
        query.answer(self.books(), self.viewer(viewer)?, viewer.at, Part::Page)
    }
}
