//! May this person do that, and if not, why not? What a page needs to enable a button.
//!
//! The question is answered by the rules themselves: the form is filled in as well as it can be (letters ticked, a reason given, the right
//! verification code, the smallest value that is allowed), decided, and forgotten. What is still in the way then is nothing
//! that whoever fills the form in could put right.

mod draft;
mod money;
mod subject;

use serde::{Deserialize, Serialize};

use crate::adjustment::AdjustmentPair;
use crate::center::PartnerCenter;
use crate::coupon::{CouponRef, HoldCoupon, RefundCoupons, ReverseRefund};
use crate::decision::{Access, Actor, Breach, Request};
use crate::directory::{
    Associate, ChangeContractingParty, CustomerRef, Nothing, PartnerRef, ResellerGrants, SwitchMode, Transfer, WhitelistRows,
};
use crate::error::Error;
use crate::id::RequestId;
use crate::order::PlaceOrder;
use crate::owner::ReassignOwner;
use crate::quota::{QuotaRef, SetQuotaStatus};
use crate::reading::choice;
use crate::register::SendCode;
use crate::time::Timestamp;

pub use subject::{
    AcceptedInvitation, AdjustedCustomer, AdjustedReseller, AssignedCustomer, ChangedAssociation, ChargeRef, CouponOfIssuer,
    FrozenCustomer, GrantedQuota, HolderRef, InvitedBy, IssuedTo, MemberOf, NewCustomer, OfHolder, OwnMember, OwnRole, RoleOf,
    UsedCoupon, WarningRef,
};

/// Somebody asks whether a thing can be done, at an instant. Nothing is done by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Now, as the caller's clock has it.
    pub at: Timestamp,
    /// Who would do it.
    pub actor: Actor,
    /// The way it would come; of its channel and token. A verification code is taken for right, and calls are not counted.
    #[serde(default)]
    pub access: Access,
    /// What, and to what or whom.
    pub ask: Operation,
}

/// Whether a thing can be done, and why not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Eligibility {
    /// The rules in the way, in the partner center's order; nothing when it can be done.
    pub breaches: Vec<Breach>,
    /// What would be allowed, but is worth knowing.
    pub warnings: Vec<Breach>,
}

impl Eligibility {
    /// Whether it can be done.
    pub fn is_allowed(&self) -> bool {
        self.breaches.is_empty()
    }
}

choice! {
    /// Every operation that can be asked about, by the name of its command, with what it would be done to.
    #[derive(Hash)]
    pub enum Operation {
        /// Recording a partner.
        "partner.set" => SetPartner(Nothing),
        /// Recording an operator account.
        "member.set" => SetMember(MemberOf),
        /// Saying what a role of a partner may do.
        "role.set" => SetRole(RoleOf),
        /// Recording a customer.
        "customer.set" => SetCustomer(Nothing),
        /// Importing what is on sale.
        "catalog.import" => ImportCatalog(Nothing),
        /// Letting a reseller do things for its customers.
        "reseller.grant" => GrantReseller(ResellerGrants),
        /// Adding or changing an operator account.
        "member.save" => SaveMember(OwnMember),
        /// Making or changing a role.
        "role.save" => SaveRole(OwnRole),
        /// Saying whom customers can turn to.
        "contacts.set" => SetContacts(Nothing),
        /// Assigning a customer to an account manager.
        "owner.assign" => AssignOwner(AssignedCustomer),
        /// Giving a customer another account manager.
        "owner.reassign" => ReassignOwner(ReassignOwner),
        /// Taking a customer back from its account manager.
        "owner.reclaim" => ReclaimOwner(CustomerRef),
        /// Freezing a customer.
        "customer.freeze" => FreezeCustomer(FrozenCustomer),
        /// Ending the freeze of a customer.
        "customer.unfreeze" => UnfreezeCustomer(FrozenCustomer),
        /// Having a verification code sent.
        "code.send" => SendCode(SendCode),
        /// Making an account for a customer.
        "customer.create" => CreateCustomer(NewCustomer),
        /// Completing the association of a new account.
        "association.complete" => CompleteAssociation(CustomerRef),
        /// Inviting somebody to become a customer.
        "invitation.send" => SendInvitation(InvitedBy),
        /// Accepting an invitation.
        "invitation.accept" => AcceptInvitation(AcceptedInvitation),
        /// Asking that an association ends or is switched.
        "association.request" => RequestChange(ChangedAssociation),
        /// Letting such a request go on.
        "association.review" => ReviewChange(CustomerRef),
        /// Answering such a request.
        "association.answer" => AnswerChange(CustomerRef),
        /// Asking a customer for its authorization.
        "authorization.request" => RequestAuthorization(CustomerRef),
        /// Agreeing to such a request.
        "authorization.approve" => ApproveAuthorization(CustomerRef),
        /// Not agreeing to it.
        "authorization.reject" => RejectAuthorization(CustomerRef),
        /// Taking an authorization back.
        "authorization.revoke" => RevokeAuthorization(CustomerRef),
        /// Acting inside a customer's account.
        "order.place" => PlaceOrder(PlaceOrder),
        /// Bringing the warnings of a day.
        "warning.refresh" => RefreshWarnings(Nothing),
        /// Processing a warning.
        "warning.process" => ProcessWarning(WarningRef),
        /// Recording an offline contract of a partner.
        "contract.set" => SetContract(PartnerRef),
        /// Making a customer a partner's.
        "customer.associate" => AssociateCustomer(Associate),
        /// Ending an association at once.
        "customer.disassociate" => DisassociateCustomer(CustomerRef),
        /// Switching an association at once.
        "customer.switch-mode" => SwitchCustomerMode(SwitchMode),
        /// Moving a customer to another partner.
        "customer.transfer" => TransferCustomer(Transfer),
        /// Having a customer sign with another legal entity.
        "customer.change-contracting-party" => ChangeContractingParty(ChangeContractingParty),
        /// Letting a sub-account leave its enterprise.
        "customer.leave-enterprise" => LeaveEnterprise(CustomerRef),
        /// Importing a cash-coupon whitelist.
        "whitelist.import" => ImportWhitelist(PartnerRef),
        /// Deactivating it.
        "whitelist.deactivate" => DeactivateWhitelist(PartnerRef),
        /// Putting customers on a pick-up-voucher whitelist.
        "pickup-whitelist.add" => AddToPickupWhitelist(WhitelistRows),
        /// Taking customers off it.
        "pickup-whitelist.remove" => RemoveFromPickupWhitelist(WhitelistRows),
        /// Setting a quota for a partner.
        "quota.set" => SetQuota(OfHolder),
        /// Adding to a quota.
        "quota.adjust" => AdjustQuota(QuotaRef),
        /// Writing off value of a quota.
        "quota.write-off" => WriteOffQuota(QuotaRef),
        /// Changing the state of a quota.
        "quota.set-status" => SetQuotaStatus(SetQuotaStatus),
        /// Noting that a grant is being processed.
        "quota.begin-grant" => BeginGrant(QuotaRef),
        /// Noting that it is not any more.
        "quota.end-grant" => EndGrant(QuotaRef),
        /// Granting a part of a quota to a reseller.
        "quota.grant" => GrantQuota(GrantedQuota),
        /// Taking a child quota back.
        "quota.reclaim" => ReclaimQuota(QuotaRef),
        /// Issuing a coupon to a customer.
        "coupon.issue" => IssueCoupon(IssuedTo),
        /// Taking a coupon back.
        "coupon.reclaim" => ReclaimCoupon(CouponOfIssuer),
        /// Paying an order with a coupon.
        "coupon.use" => UseCoupon(UsedCoupon),
        /// Having an order hold a coupon.
        "coupon.lock" => LockCoupon(HoldCoupon),
        /// Letting it go.
        "coupon.release" => ReleaseCoupon(HoldCoupon),
        /// Refunding what coupons paid.
        "coupon.refund" => RefundCoupons(RefundCoupons),
        /// Taking back what a refund credited.
        "coupon.reverse-refund" => ReverseRefund(ReverseRefund),
        /// Freezing a coupon.
        "coupon.freeze" => FreezeCoupon(CouponRef),
        /// Unfreezing a coupon.
        "coupon.unfreeze" => UnfreezeCoupon(CouponRef),
        /// Topping an account up.
        "account.recharge" => Recharge(HolderRef),
        /// Setting what a partner may do with its money.
        "account.set-terms" => SetAccountTerms(PartnerRef),
        /// Setting the limit of a partner's credit.
        "account.set-credit" => SetCredit(PartnerRef),
        /// Charging a partner or a customer.
        "account.charge" => ChargeAccount(HolderRef),
        /// Refunding a charge.
        "account.refund" => RefundCharge(ChargeRef),
        /// Writing off what a customer owes.
        "account.write-off-debt" => WriteOffDebt(CustomerRef),
        /// Freezing cash of a partner.
        "account.freeze-cash" => FreezeCash(PartnerRef),
        /// Unfreezing it.
        "account.unfreeze-cash" => UnfreezeCash(PartnerRef),
        /// Clearing it.
        "account.clear-frozen" => ClearFrozen(PartnerRef),
        /// Paying an order of a customer.
        "account.pay-for-customer" => PayForCustomer(AdjustedCustomer),
        /// Allocating money to a customer.
        "adjustment.allocate" => AllocateToCustomer(AdjustedCustomer),
        /// Reclaiming money from a customer.
        "adjustment.reclaim" => ReclaimFromCustomer(AdjustedCustomer),
        /// Allocating money to a customer, in the console's form for several.
        "adjustment.allocate-batch" => AllocateToCustomers(AdjustedCustomer),
        /// Reclaiming money from a customer, in the console's form for several.
        "adjustment.reclaim-batch" => ReclaimFromCustomers(AdjustedCustomer),
        /// Allocating money to a cloud reseller.
        "adjustment.allocate-to-reseller" => AllocateToReseller(AdjustedReseller),
        /// Reclaiming money from a cloud reseller.
        "adjustment.reclaim-from-reseller" => ReclaimFromReseller(AdjustedReseller),
        /// Noting that an adjustment is under way.
        "adjustment.begin" => BeginAdjustment(AdjustmentPair),
        /// Noting that it is not any more.
        "adjustment.end" => EndAdjustment(AdjustmentPair),
    }
}

/// The id of a request that is never made.
const NEVER: &str = "partnerkit asks whether it may, and nothing is made of it";

impl PartnerCenter {
    /// Whether somebody may do a thing, and every reason why not. Nothing changes.
    ///
    /// ```
    /// use partnerkit::can::{Ask, Operation};
    /// use partnerkit::directory::CustomerRef;
    /// use partnerkit::{Access, Actor, PartnerCenter, Policy};
    /// # use partnerkit::directory::{Partner, PartnerKind, Profile};
    /// # use partnerkit::{Command, Request};
    ///
    /// let mut center = PartnerCenter::new(Policy::default());
    /// # let at = "2026-01-01T00:00:00Z".parse()?;
    /// # let partner = Command::SetPartner(Partner::new("S".parse()?, PartnerKind::SolutionProvider));
    /// # center.handle(&Request::new("r-1".parse()?, at, Actor::VENDOR, partner))?;
    /// # let customer = Command::SetCustomer(Profile::new("C".parse()?));
    /// # center.handle(&Request::new("r-2".parse()?, at, Actor::VENDOR, customer))?;
    /// let ask = Ask {
    ///     at: "2026-03-10T08:00:00Z".parse()?,
    ///     actor: Actor::partner("S".parse()?),
    ///     access: Access::console(),
    ///     ask: Operation::RequestAuthorization(CustomerRef { customer: "C".parse()? }),
    /// };
    /// let answer = center.can(&ask)?;
    /// assert!(!answer.is_allowed());
    /// assert_eq!(answer.breaches[0].rule.id, "authz.request.not-associated");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When the question names somebody or something unknown.
    pub fn can(&self, ask: &Ask) -> Result<Eligibility, Error> {
        let command = ask.ask.draft(self, ask.at)?;
        let access = Access { verification_code: Some(true), failed_code_checks: 0, calls_this_second: 0, ..ask.access.clone() };
        let request = Request { id: RequestId::made(NEVER), at: ask.at, actor: ask.actor.clone(), access, command };
        let decision = self.decide_unmade(&request)?;
        let mut breaches = decision.breaches;
        breaches.extend(decision.rows.into_iter().flat_map(|row| row.breaches));
        Ok(Eligibility { breaches, warnings: decision.warnings })
    }
}

#[cfg(test)]
mod tests {
    use super::Operation;
    use crate::Command;

    #[test]
    fn every_command_can_be_asked_about() {
        let lacking: Vec<_> = Command::TYPES.iter().filter(|name| !Operation::TYPES.contains(name)).collect();
        // Time passes when the system says so; there is no button for it.
        assert_eq!(lacking, [&"clock.advance"]);
        assert!(Operation::TYPES.iter().all(|name| Command::TYPES.contains(name)));
    }
}
