//! Asking a center without changing it.

use super::PartnerCenter;
use crate::assoc::{AssociationRecord, AssociationRecords};
use crate::authz::{AuthorizationItem, Authorizations};
use crate::coupon::{CouponItem, CouponRecord, CouponRecords, CouponUsage, CustomerCoupons, IssuedCoupons, UsageItem};
use crate::customer::{CustomerItem, Customers, ResellerItem, Resellers};
use crate::decision::{Access, Actor};
use crate::directory::Caller;
use crate::error::Error;
use crate::export::Export;
use crate::org::{ContactItem, CustomerContacts, MemberItem, Members};
use crate::pickup::whitelist::{PickupWhitelist, WhitelistedCustomer};
use crate::quota::{IssuedQuotas, QuotaItem, QuotaRecord, QuotaRecords, Quotas};
use crate::register::{RegistrationCheck, RegistrationCheckItem};
use crate::time::Timestamp;
use crate::view::{Part, View};
use crate::warning::{WarningItem, Warnings};

/// Somebody who asks to see something, and when.
#[derive(Clone, Copy, Debug)]
pub struct Viewer<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// The way the query came.
    pub access: &'a Access,
    /// When.
    pub at: Timestamp,
    /// Whether personal data is to be shown in full, for those who may see it.
    pub reveal: bool,
}

/// What there is to see. A query that breaks a rule is answered with its breaches; one that names an unknown actor is an error.
impl PartnerCenter {
    pub(crate) fn viewer<'a>(&'a self, viewer: Viewer<'a>) -> Result<Caller<'a>, Error> {
        let caller = Caller::find(&self.policy, &self.directory, viewer.actor, viewer.access)?;
        Ok(Caller { reveal: viewer.reveal, ..caller })
    }

    /// Quotas of the caller, or of a reseller of its.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn quotas(&self, viewer: Viewer, query: &Quotas) -> Result<View<QuotaItem>, Error> {
        Ok(query.answer(&self.policy, &self.quotas, self.viewer(viewer)?, Part::Page))
    }

    /// Child quotas that a distributor granted.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn issued_quotas(&self, viewer: Viewer, query: &IssuedQuotas) -> Result<View<QuotaItem>, Error> {
        Ok(query.answer(&self.policy, &self.quotas, self.viewer(viewer)?, Part::Page))
    }

    /// What was done to child quotas.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn quota_records<'a>(&'a self, viewer: Viewer<'a>, query: &QuotaRecords) -> Result<View<&'a QuotaRecord>, Error> {
        Ok(query.answer(&self.policy, &self.quotas, self.viewer(viewer)?, Part::Page))
    }

    /// Coupons that the caller, or a reseller of its, issued.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn issued_coupons(&self, viewer: Viewer, query: &IssuedCoupons) -> Result<View<CouponItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, viewer.at, Part::Page))
    }

    /// What was done to coupons.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn coupon_records<'a>(&'a self, viewer: Viewer<'a>, query: &CouponRecords) -> Result<View<&'a CouponRecord>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?))
    }

    /// A customer's coupons, or those a partner issued.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn customer_coupons(&self, viewer: Viewer, query: &CustomerCoupons) -> Result<View<CouponItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, viewer.at, Part::Page))
    }

    /// The orders that used one coupon.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn coupon_usage(&self, viewer: Viewer, query: &CouponUsage) -> Result<View<UsageItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, Part::Page))
    }

    /// The partner's pick-up-voucher whitelist.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn pickup_whitelist(&self, viewer: Viewer, query: &PickupWhitelist) -> Result<View<WhitelistedCustomer>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, Part::Page))
    }

    /// Customers' authorizations of the caller or of a reseller of its, or a customer's own.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn authorizations(&self, viewer: Viewer, query: &Authorizations) -> Result<View<AuthorizationItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, viewer.at, Part::Page))
    }

    /// Warnings about customers, and whether the viewer may process each.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn warnings(&self, viewer: Viewer, query: &Warnings) -> Result<View<WarningItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, Part::Page))
    }

    /// Whether a name, a phone number or an e-mail address is free for a new account.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn registration_check(&self, viewer: Viewer, query: &RegistrationCheck) -> Result<View<RegistrationCheckItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?))
    }

    /// A partner's customers.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn customers(&self, viewer: Viewer, query: &Customers) -> Result<View<CustomerItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, Part::Page))
    }

    /// A distributor's resellers.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn resellers(&self, viewer: Viewer, query: &Resellers) -> Result<View<ResellerItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, Part::Page))
    }

    /// A partner's operator accounts.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn members(&self, viewer: Viewer, query: &Members) -> Result<View<MemberItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, Part::Page))
    }

    /// Whom a partner's customers can turn to.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn customer_contacts(&self, viewer: Viewer, query: &CustomerContacts) -> Result<View<ContactItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, Part::Page))
    }

    /// What became of a partner's associations, and of the requests about them.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn association_records(&self, viewer: Viewer, query: &AssociationRecords) -> Result<View<AssociationRecord>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, Part::Page))
    }

    /// All that a query finds, as the rows of a file: its filters and its rules count, its page does not. Of coupon records an
    /// export spans at most a year.
    ///
    /// ```
    /// use partnerkit::directory::{Partner, PartnerKind};
    /// use partnerkit::quota::{QuotaRow, Quotas};
    /// use partnerkit::{Access, Actor, Command, ExportRow, PartnerCenter, Policy, Request, Viewer};
    ///
    /// let mut center = PartnerCenter::new(Policy::default());
    /// let at = "2026-01-01T00:00:00Z".parse()?;
    /// let partner = Command::SetPartner(Partner::new("D".parse()?, PartnerKind::GeneralDistributor));
    /// center.handle(&Request::new("r-1".parse()?, at, Actor::VENDOR, partner))?;
    ///
    /// let viewer = Viewer { actor: &Actor::partner("D".parse()?), access: &Access::default(), at, reveal: false };
    /// let file = center.export(viewer, &Quotas::default())?;
    /// assert!(file.is_accepted() && file.items.is_empty());
    ///
    /// assert_eq!(QuotaRow::columns()[0].name, "quota_id");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn export<Q: Export>(&self, viewer: Viewer, query: &Q) -> Result<View<Q::Row>, Error> {
        query.rows(self, viewer)
    }
}
