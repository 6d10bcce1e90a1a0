//! Quotas, and what was done to them, as rows of files.

use super::{
    IssuedQuotas, OtherLimit, QuotaItem, QuotaOperation, QuotaRecord, QuotaRecords, QuotaStatus, QuotaType, Quotas, Terms,
};
use crate::center::{PartnerCenter, Viewer};
use crate::coupon::record::operator_name;
use crate::directory::Directory;
use crate::error::Error;
use crate::export::{Export, joined, row};
use crate::id::{PartnerId, QuotaId};
use crate::money::Ratio;
use crate::time::Timestamp;
use crate::view::{Part, View};

row! {
    /// A row of exported quotas.
    pub struct QuotaRow {
        /// The quota.
        pub quota_id: QuotaId,
        /// What is cut from it.
        pub quota_type: QuotaType,
        /// Its state.
        pub quota_status: QuotaStatus,
        /// All that was ever put in, in the currency's main unit.
        pub quota_value: String,
        /// What is left.
        pub balance: String,
        /// What the vendor wrote off.
        pub written_off: String,
        /// The currency.
        pub currency: &'static str,
        /// The partner who cuts coupons from it.
        pub partner_id: PartnerId,
        /// When it was set or granted.
        pub create_time: Timestamp,
        /// When anything of it changed.
        pub last_update_time: Timestamp,
        /// From when coupons can be cut from it.
        pub effective_time: Timestamp,
        /// Until when; this instant no longer.
        pub expire_time: Timestamp,
        /// The distributor's quota it was granted from; nothing for a quota that the vendor set.
        pub parent_quota_id: Option<QuotaId>,
        /// The reseller it was granted to.
        pub indirect_partner_id: Option<PartnerId>,
        /// The name of that reseller.
        pub indirect_partner_name: Option<String>,
        /// The name of that reseller's account.
        pub indirect_partner_account_name: Option<String>,
        /// The smallest face value, with its currency.
        pub face_value_min: Option<String>,
        /// The largest face value, with its currency.
        pub face_value_max: Option<String>,
        /// Coupons that may ever be cut from it.
        pub count_max: Option<u64>,
        /// Coupons that one customer may ever get from it.
        pub count_max_per_customer: Option<u64>,
        /// The face values that may ever be cut from it together, with their currency.
        pub total_face_value_max: Option<String>,
        /// Whether only customers may get its coupons who were never associated before.
        pub first_associated_only: bool,
        /// The only customers who may get its coupons; nothing when all may.
        pub designated_customers: Option<String>,
        /// Association modes whose customers may not get its coupons in the console.
        pub forbidden_modes: String,
        /// The most a customer may have spent before its association, with its currency.
        pub accumulative_consumption_max: Option<String>,
        /// Whether the invoice for what its cash coupons pay goes to the coupon user.
        pub invoice_to_coupon_user: bool,
        /// Whether what its cash coupons pay counts to the partner's performance.
        pub counts_as_performance: bool,
        /// Limits of the vendor that this library does not know: `key=value, value` each.
        pub other_limits: String,
    }
    and
    /// What the coupons cut from it inherit.
    terms: TermsColumns
}

row! {
    /// The columns of a file that say where and how coupons may be used.
    pub struct TermsColumns {
        /// The cloud service types paid for; nothing when all are.
        pub cloud_service_types: String,
        /// The products paid for; nothing when all are.
        pub product_ids: String,
        /// The kinds of order paid for; nothing when all are.
        pub subscribe_types: String,
        /// The largest share of an order that is paid.
        pub max_deduction_ratio: Option<Ratio>,
        /// The smallest order that is paid for, with its currency.
        pub min_consume_amount: Option<String>,
        /// The lowest discount rate it goes together with.
        pub min_consume_discount: Option<Ratio>,
        /// Whether it does not go together with a promotion.
        pub not_with_promotion: bool,
        /// Whether it does not go together with a discount coupon.
        pub not_with_discount_coupon: bool,
        /// Whether it does not go together with a discount the partner grants.
        pub not_with_empower_discount: bool,
        /// How many times it may be used; 0: until nothing is left.
        pub usage_times: u32,
    }
}

row! {
    /// A row of exported operation records of child quotas.
    pub struct QuotaRecordRow {
        /// The record.
        pub record_id: String,
        /// Which of the distributor's records it is, from 1.
        pub number: u64,
        /// When it was done.
        pub operation_time: Timestamp,
        /// What was done.
        pub operation_type: QuotaOperation,
        /// The vendor's code for it.
        pub operation_code: u8,
        /// The child quota.
        pub quota_id: QuotaId,
        /// The distributor's quota.
        pub parent_quota_id: QuotaId,
        /// The distributor.
        pub partner_id: PartnerId,
        /// The reseller.
        pub indirect_partner_id: PartnerId,
        /// The name of that reseller.
        pub indirect_partner_name: String,
        /// The value that moved, in the currency's main unit.
        pub amount: String,
        /// The currency.
        pub currency: &'static str,
        /// Who did it.
        pub operator: String,
        /// The remark of a reclaim.
        pub remark: Option<String>,
    }
}

impl QuotaRow {
    fn of(item: QuotaItem) -> Self {
        let limits = item.limits;
        Self {
            quota_id: item.quota_id,
            quota_type: item.quota_type,
            quota_status: item.quota_status,
            quota_value: item.quota_value.amount().to_string(),
            balance: item.balance.amount().to_string(),
            written_off: item.written_off.amount().to_string(),
            currency: item.quota_value.currency().code(),
            partner_id: item.partner_id,
            create_time: item.create_time,
            last_update_time: item.last_update_time,
            effective_time: item.effective_time,
            expire_time: item.expire_time,
            parent_quota_id: item.parent_quota_id,
            indirect_partner_id: item.indirect_partner_id,
            indirect_partner_name: item.indirect_partner_name,
            indirect_partner_account_name: item.indirect_partner_account_name,
            face_value_min: limits.face_value_min.as_ref().map(ToString::to_string),
            face_value_max: limits.face_value_max.as_ref().map(ToString::to_string),
            count_max: limits.count_max,
            count_max_per_customer: limits.count_max_per_customer,
            total_face_value_max: limits.total_face_value_max.as_ref().map(ToString::to_string),
            first_associated_only: limits.first_associated_only,
            designated_customers: limits.designated_customers.as_ref().map(joined),
            forbidden_modes: joined(&limits.forbidden_modes),
            accumulative_consumption_max: limits.accumulative_consumption_max.as_ref().map(ToString::to_string),
            invoice_to_coupon_user: limits.invoice_to_coupon_user,
            counts_as_performance: limits.counts_as_performance,
            other_limits: joined(limits.other.iter().map(other_limit)),
            terms: TermsColumns::of(&limits.terms),
        }
    }
}

fn other_limit(limit: &OtherLimit) -> String {
    format!("{}={}", limit.limit_key, limit.limit_values.join(", "))
}

impl TermsColumns {
    pub(crate) fn of(terms: &Terms) -> Self {
        Self {
            cloud_service_types: joined(&terms.cloud_service_types),
            product_ids: joined(&terms.product_ids),
            subscribe_types: joined(&terms.subscribe_types),
            max_deduction_ratio: terms.max_deduction_ratio,
            min_consume_amount: terms.min_consume_amount.as_ref().map(ToString::to_string),
            min_consume_discount: terms.min_consume_discount,
            not_with_promotion: terms.not_with_promotion,
            not_with_discount_coupon: terms.not_with_discount_coupon,
            not_with_empower_discount: terms.not_with_empower_discount,
            usage_times: terms.usage_times,
        }
    }
}

impl QuotaRecordRow {
    fn of(directory: &Directory, (record, number): (&QuotaRecord, u64)) -> Self {
        let reseller = directory.partner(&record.indirect_partner_id);
        Self {
            record_id: record.id.to_string(),
            number,
            operation_time: record.operation_time,
            operation_type: record.operation_type,
            operation_code: record.operation_type.code(),
            quota_id: record.quota_id.clone(),
            parent_quota_id: record.parent_quota_id.clone(),
            partner_id: record.partner_id.clone(),
            indirect_partner_id: record.indirect_partner_id.clone(),
            indirect_partner_name: reseller.map_or_else(String::new, |reseller| reseller.name.clone()),
            amount: record.amount.amount().to_string(),
            currency: record.amount.currency().code(),
            operator: operator_name(&record.operator),
            remark: record.remark.as_deref().map(Into::into),
        }
    }
}

impl Export for Quotas {
    type Row = QuotaRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<QuotaRow>, Error> {
        let (books, caller) = (center.books(), center.viewer(viewer)?);
        Ok(self.answer(books.policy, books.quotas, caller, Part::All).map(QuotaRow::of))
    }
}

impl Export for IssuedQuotas {
    type Row = QuotaRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<QuotaRow>, Error> {
        let (books, caller) = (center.books(), center.viewer(viewer)?);
        Ok(self.answer(books.policy, books.quotas, caller, Part::All).map(QuotaRow::of))
    }
}

impl Export for QuotaRecords {
    type Row = QuotaRecordRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<QuotaRecordRow>, Error> {
        let (books, caller) = (center.books(), center.viewer(viewer)?);
        let found = self.found(books.policy, books.quotas, caller, Part::All);
        Ok(found.map(|record| QuotaRecordRow::of(books.directory, record)))
    }
}
