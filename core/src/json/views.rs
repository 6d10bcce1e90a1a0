//! Each view at the door, once: who answers it, what its items are, and how it is exported.

use serde::Serialize;

use super::{BreachAnswer, CouponRecordItem, ExportAnswer, Format, ViewAnswer, WarningAnswer, written};
use crate::center::{PartnerCenter, Viewer};
use crate::error::Error;
use crate::export::ExportRow;
use crate::view::{View, ViewQuery};
#[cfg(feature = "schema")]
use crate::{account, adjustment, assoc, authz, bill, contract, coupon, customer, org, pickup, quota, register, statement};

/// Lists the views: the name, the query, the method that answers it, its items at the door, and which function of theirs
/// makes them if they are not the answer's own.
macro_rules! views {
    ($($name:literal $query:ident: $method:ident -> $item:path $(, $of:ident)?;)+) => {
        /// What there is to see.
        pub(super) fn view(center: &PartnerCenter, viewer: Viewer, view: &ViewQuery) -> Result<String, Error> {
            match view {
                $(ViewQuery::$query(view) => answer(center.$method(viewer, view)?, views!(@of $item $(, $of)?)),)+
            }
        }

        /// The same as a file.
        pub(super) fn export(center: &PartnerCenter, viewer: Viewer, view: &ViewQuery, format: Format) -> Result<String, Error> {
            match view {
                $(ViewQuery::$query(view) => exported(&center.export(viewer, view)?, format),)+
            }
        }

        /// What the items of each view are called, and the columns of its export, for programs that write types and documentation.
        #[cfg(feature = "schema")]
        pub(super) fn schemas(generator: &mut schemars::SchemaGenerator) -> (Names, Names) {
            let (mut views, mut exports) = (Names::new(), Names::new());
            $(
                generator.subschema_for::<$item>();
                views.insert($name.into(), <$item as schemars::JsonSchema>::schema_name().into());
                exports.insert($name.into(), columns(ViewQuery::$query));
            )+
            (views, exports)
        }
    };
    (@of $item:path) => {
        |item| item
    };
    (@of $item:path, $of:ident) => {
        <$item>::$of
    };
}

views! {
    "quotas" Quotas: quotas -> quota::QuotaItem;
    "issued-quotas" IssuedQuotas: issued_quotas -> quota::QuotaItem;
    "quota-records" QuotaRecords: quota_records -> quota::QuotaRecord;
    "issued-coupons" IssuedCoupons: issued_coupons -> coupon::CouponItem;
    "coupon-records" CouponRecords: coupon_records -> CouponRecordItem, of;
    "customer-coupons" CustomerCoupons: customer_coupons -> coupon::CouponItem;
    "coupon-usage" CouponUsage: coupon_usage -> coupon::UsageItem;
    "pickup-whitelist" PickupWhitelist: pickup_whitelist -> pickup::WhitelistedCustomer;
    "authorizations" Authorizations: authorizations -> authz::AuthorizationItem;
    "warnings" Warnings: warnings -> WarningAnswer, of;
    "customers" Customers: customers -> customer::CustomerItem;
    "resellers" Resellers: resellers -> customer::ResellerItem;
    "members" Members: members -> org::MemberItem;
    "customer-contacts" CustomerContacts: customer_contacts -> org::ContactItem;
    "association-records" AssociationRecords: association_records -> assoc::AssociationRecord;
    "registration-check" RegistrationCheck: registration_check -> register::RegistrationCheckItem;
    "partner-balances" PartnerBalances: partner_balances -> account::BalanceItem;
    "customer-balances" CustomerBalances: customer_balances -> account::CustomerBalanceItem;
    "statement" Statement: statement -> statement::StatementItem;
    "adjustment-records" AdjustmentRecords: adjustment_records -> adjustment::AdjustmentItem;
    "monthly-bills" MonthlyBills: monthly_bills -> bill::MonthlyBillItem;
    "fee-records" FeeRecords: fee_records -> bill::FeeRecord;
    "consuming-customers" ConsumingCustomers: consuming_customers -> bill::ConsumingCustomer;
    "postpaid-bill" PostpaidBill: postpaid_bill -> bill::PostpaidBillItem;
    "offline-contracts" OfflineContracts: offline_contracts -> contract::OfflineContractItem;
}

fn answer<T, I: Serialize>(view: View<T>, item: impl Fn(T) -> I) -> Result<String, Error> {
    written(&ViewAnswer {
        accepted: view.is_accepted(),
        breaches: view.breaches.iter().map(BreachAnswer::of).collect(),
        total: view.total,
        items: view.items.into_iter().map(item).collect(),
    })
}

fn exported<R: ExportRow>(view: &View<R>, format: Format) -> Result<String, Error> {
    let text = view.is_accepted().then(|| format.text(&view.items)).transpose()?;
    let breaches = view.breaches.iter().map(BreachAnswer::of).collect();
    written(&ExportAnswer { accepted: view.is_accepted(), breaches, text })
}

#[cfg(feature = "schema")]
type Names = serde_json::Map<String, serde_json::Value>;

/// The columns of a view's export.
#[cfg(feature = "schema")]
fn columns<Q: crate::export::Export>(_: fn(Q) -> ViewQuery) -> serde_json::Value {
    serde_json::json!(Q::Row::columns())
}
