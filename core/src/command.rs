//! Everything that can be asked for.

use serde::{Deserialize, Serialize};

use crate::account::{AccountTerms, ChargeAccount, FreezeCash, PayForCustomer, Recharge, RefundCharge, SetCredit, WriteOffDebt};
use crate::adjustment::{
    AdjustCustomers, AdjustmentPair, AllocateToCustomer, AllocateToReseller, ReclaimFromCustomer, ReclaimFromReseller,
};
use crate::assoc::{AcceptInvitation, AnswerChange, CompleteAssociation, RequestChange, ReviewChange, SendInvitation};
use crate::authz::{ApproveAuthorization, RequestAuthorization, RevokeAuthorization};
use crate::contract::OfflineContract;
use crate::coupon::{CouponRef, HoldCoupon, IssueCoupons, ReclaimCoupons, RefundCoupons, ReverseRefund, UseCoupons};
use crate::directory::{
    Associate, Catalog, ChangeContractingParty, CustomerRef, ImportWhitelist, Member, Partner, PartnerRef, Profile,
    ResellerGrants, Role, SwitchMode, Transfer, WhitelistRows,
};
use crate::freeze::FreezeCustomers;
use crate::order::PlaceOrder;
use crate::org::{SaveMember, SaveRole, SetContacts};
use crate::owner::{AssignOwner, ReassignOwner, ReclaimOwner};
use crate::quota::{AdjustQuota, GrantQuota, QuotaRef, ReclaimQuota, SetQuota, SetQuotaStatus, WriteOffQuota};
use crate::reading::choice;
use crate::register::{CreateCustomer, SendCode};
use crate::warning::{ProcessWarning, RefreshWarnings};

choice! {
    /// What is asked for. Where nothing else is said, it is for the vendor to ask.
    #[derive(Hash)]
    pub enum Command {
        /// Records a partner, or changes its record.
        "partner.set" => SetPartner(Partner),
        /// Records an operator account, or changes its permission items.
        "member.set" => SetMember(Member),
        /// Records a customer, or changes its record.
        "customer.set" => SetCustomer(Profile),
        /// Lets a reseller do some things for its customers, and others no more. For its distributor.
        "reseller.grant" => GrantReseller(ResellerGrants),
        /// Adds an operator account, or changes its roles. For administrators of the partner.
        "member.save" => SaveMember(SaveMember),
        /// Makes a role of the partner's own, or changes it. For administrators of the partner.
        "role.save" => SaveRole(SaveRole),
        /// Says whom a partner's customers can turn to. For administrators of the partner.
        "contacts.set" => SetContacts(SetContacts),
        /// Says what a role of a partner may do, preset ones too.
        "role.set" => SetRole(Role),
        /// Assigns customers to an account manager. For partners.
        "owner.assign" => AssignOwner(AssignOwner),
        /// Gives a customer another account manager. For partners.
        "owner.reassign" => ReassignOwner(ReassignOwner),
        /// Takes customers back from their account managers. For partners.
        "owner.reclaim" => ReclaimOwner(ReclaimOwner),
        /// Freezes customers. For partners, on the international and European sites.
        "customer.freeze" => FreezeCustomers(FreezeCustomers),
        /// Ends freezes of customers. For partners, on the international and European sites.
        "customer.unfreeze" => UnfreezeCustomers(FreezeCustomers),
        /// Has a verification code sent. For partners.
        "code.send" => SendCode(SendCode),
        /// Makes an account for a customer, who becomes the partner's. For partners.
        "customer.create" => CreateCustomer(CreateCustomer),
        /// Says how the association of a new account has gone on.
        "association.complete" => CompleteAssociation(CompleteAssociation),
        /// Invites somebody to become a customer. For partners.
        "invitation.send" => SendInvitation(SendInvitation),
        /// Accepts an invitation. For the customer.
        "invitation.accept" => AcceptInvitation(AcceptInvitation),
        /// Asks that an association ends or is switched. For the partner's administrators, and for the customer.
        "association.request" => RequestChange(RequestChange),
        /// Says whether a request that the vendor has to see first may go on.
        "association.review" => ReviewChange(ReviewChange),
        /// Answers such a request. For the other side.
        "association.answer" => AnswerChange(AnswerChange),
        /// Asks a customer for its authorization. For partners.
        "authorization.request" => RequestAuthorization(RequestAuthorization),
        /// Agrees to such a request. For the customer.
        "authorization.approve" => ApproveAuthorization(ApproveAuthorization),
        /// Does not agree. For the customer.
        "authorization.reject" => RejectAuthorization(CustomerRef),
        /// Takes an authorization back. For the customer.
        "authorization.revoke" => RevokeAuthorization(RevokeAuthorization),
        /// Acts inside a customer's account: orders, configures, renews, unsubscribes. For partners.
        "order.place" => PlaceOrder(PlaceOrder),
        /// Brings the customer warnings of a day.
        "warning.refresh" => RefreshWarnings(RefreshWarnings),
        /// Says what became of a warning. For the sole owner of the customer.
        "warning.process" => ProcessWarning(ProcessWarning),
        /// Records an offline contract, or changes its record.
        "contract.set" => SetContract(OfflineContract),
        /// Makes a customer a partner's.
        "customer.associate" => AssociateCustomer(Associate),
        /// Ends the association of a customer.
        "customer.disassociate" => DisassociateCustomer(CustomerRef),
        /// Switches how a customer and its partner work together.
        "customer.switch-mode" => SwitchCustomerMode(SwitchMode),
        /// Moves a customer to another partner of the same distributor.
        "customer.transfer" => TransferCustomer(Transfer),
        /// Has a customer sign with another legal entity of the vendor.
        "customer.change-contracting-party" => ChangeContractingParty(ChangeContractingParty),
        /// Lets an enterprise sub-account leave its enterprise.
        "customer.leave-enterprise" => LeaveEnterprise(CustomerRef),
        /// Imports a cash-coupon whitelist. For the partner, too.
        "whitelist.import" => ImportWhitelist(ImportWhitelist),
        /// Deactivates the cash-coupon whitelist. For the partner, too.
        "whitelist.deactivate" => DeactivateWhitelist(PartnerRef),
        /// Puts customers on a pick-up-voucher whitelist. For the partner, too.
        "pickup-whitelist.add" => AddToPickupWhitelist(WhitelistRows),
        /// Takes customers off a pick-up-voucher whitelist. For the partner, too.
        "pickup-whitelist.remove" => RemoveFromPickupWhitelist(WhitelistRows),
        /// Imports the list of cloud service types and products.
        "catalog.import" => ImportCatalog(Catalog),
        /// Sets a quota for a partner.
        "quota.set" => SetQuota(SetQuota),
        /// Adds to a quota, or takes from it.
        "quota.adjust" => AdjustQuota(AdjustQuota),
        /// Writes off value of a quota.
        "quota.write-off" => WriteOffQuota(WriteOffQuota),
        /// Begins or ends an adjustment, freezes, unfreezes or ends a quota.
        "quota.set-status" => SetQuotaStatus(SetQuotaStatus),
        /// Notes that a grant from a quota is being processed.
        "quota.begin-grant" => BeginGrant(QuotaRef),
        /// Notes that no grant from a quota is being processed any more.
        "quota.end-grant" => EndGrant(QuotaRef),
        /// Grants parts of a quota to resellers. For general distributors.
        "quota.grant" => GrantQuota(GrantQuota),
        /// Takes child quotas back. For general distributors.
        "quota.reclaim" => ReclaimQuota(ReclaimQuota),
        /// Issues coupons. For partners.
        "coupon.issue" => IssueCoupons(IssueCoupons),
        /// Takes coupons back. For partners.
        "coupon.reclaim" => ReclaimCoupons(ReclaimCoupons),
        /// Pays an order with coupons. For the customer, too.
        "coupon.use" => UseCoupons(UseCoupons),
        /// Has an unpaid order hold a coupon. For the customer, too.
        "coupon.lock" => LockCoupon(HoldCoupon),
        /// Lets a coupon go that an order holds. For the customer, too.
        "coupon.release" => ReleaseCoupon(HoldCoupon),
        /// Refunds what coupons paid of an order.
        "coupon.refund" => RefundCoupons(RefundCoupons),
        /// Takes back what a refund credited to a coupon.
        "coupon.reverse-refund" => ReverseRefund(ReverseRefund),
        /// Freezes a coupon.
        "coupon.freeze" => FreezeCoupon(CouponRef),
        /// Unfreezes a coupon.
        "coupon.unfreeze" => UnfreezeCoupon(CouponRef),
        /// Tops up a partner's account, or a customer's own cash.
        "account.recharge" => Recharge(Recharge),
        /// Sets what of a partner's cash is set aside, and what it may allocate.
        "account.set-terms" => SetAccountTerms(AccountTerms),
        /// Sets the limit of a partner's credit.
        "account.set-credit" => SetCredit(SetCredit),
        /// Charges a partner or a customer for what was consumed.
        "account.charge" => ChargeAccount(ChargeAccount),
        /// Refunds a charge, or a part of it.
        "account.refund" => RefundCharge(RefundCharge),
        /// Writes off what a customer owes.
        "account.write-off-debt" => WriteOffDebt(WriteOffDebt),
        /// Freezes cash of a partner.
        "account.freeze-cash" => FreezeCash(FreezeCash),
        /// Unfreezes cash of a partner.
        "account.unfreeze-cash" => UnfreezeCash(FreezeCash),
        /// Clears frozen cash of a partner: it is gone.
        "account.clear-frozen" => ClearFrozen(FreezeCash),
        /// Pays an order of a customer. For partners.
        "account.pay-for-customer" => PayForCustomer(PayForCustomer),
        /// Allocates money to a customer. For partners.
        "adjustment.allocate" => AllocateToCustomer(AllocateToCustomer),
        /// Reclaims money from a customer. For partners.
        "adjustment.reclaim" => ReclaimFromCustomer(ReclaimFromCustomer),
        /// Allocates money to several customers. For partners, in the console.
        "adjustment.allocate-batch" => AllocateToCustomers(AdjustCustomers),
        /// Reclaims money from several customers. For partners, in the console.
        "adjustment.reclaim-batch" => ReclaimFromCustomers(AdjustCustomers),
        /// Allocates money to a cloud reseller. For distributors.
        "adjustment.allocate-to-reseller" => AllocateToReseller(AllocateToReseller),
        /// Reclaims money from a cloud reseller. For distributors.
        "adjustment.reclaim-from-reseller" => ReclaimFromReseller(ReclaimFromReseller),
        /// Notes that an adjustment between two accounts is under way.
        "adjustment.begin" => BeginAdjustment(AdjustmentPair),
        /// Notes that it is not any more.
        "adjustment.end" => EndAdjustment(AdjustmentPair),
        /// Lets time pass until the instant of the request: what fell due happens. For the system.
        "clock.advance" => AdvanceClock(AdvanceClock),
    }
}

/// Lets time pass until the instant of the request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdvanceClock {}
