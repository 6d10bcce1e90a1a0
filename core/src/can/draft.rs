//! The form of an operation, filled in as well as it can be.

use std::collections::BTreeSet;

use super::{FrozenCustomer, IssuedTo, Operation, UsedCoupon};
use crate::assoc::{
    AcceptInvitation, AnswerChange, AssociationOutcome, Channel, CompleteAssociation, RequestChange, ReviewChange, SendInvitation,
};
use crate::authz::{ApproveAuthorization, RequestAuthorization, RevokeAuthorization};
use crate::center::PartnerCenter;
use crate::command::Command;
use crate::contract::{OfflineContract, OfflineContractKind};
use crate::coupon::{IssueCoupons, Order, ReclaimCoupons, UseCoupons};
use crate::directory::{Catalog, ImportWhitelist, Member, Nothing, Partner, PartnerKind, PresetRole, Profile, Role, Xaccount};
use crate::error::{Error, Unknown};
use crate::freeze::FreezeCustomers;
use crate::id::{ContractCode, CustomerId, OrderId, PartnerId, QuotaId, RoleId};
use crate::money::{Currency, Money, Ratio};
use crate::org::{SaveMember, SaveRole, SetContacts};
use crate::owner::{AssignOwner, ReclaimOwner};
use crate::quota::{AdjustQuota, GrantQuota, ReclaimQuota, SetQuota, SubscribeType, WriteOffQuota};
use crate::register::CreateCustomer;
use crate::time::{Date, Period, Timestamp};
use crate::warning::{ChurnResult, ProcessWarning, RefreshWarnings, WarningCategory};

/// What a form says where anything will do.
const ANYTHING: &str = "as agreed";
/// An id that nobody has: what is made by asking is never made.
const NEW: &str = "partnerkit-asks";

impl Operation {
    /// The command that has the best chance.
    pub(super) fn draft(&self, center: &PartnerCenter, now: Timestamp) -> Result<Command, Error> {
        let cent = |quota: &QuotaId| center.quota_book().quota(quota).map_or(Currency::default(), |quota| quota.value.currency());
        let cent = |quota: &QuotaId| Money::cent(cent(quota));
        Ok(match self {
            Self::SetPartner(_) => Command::SetPartner(Partner::new(PartnerId::made(NEW), PartnerKind::SolutionProvider)),
            Self::SetMember(it) => Command::SetMember(Member::new(it.partner.clone(), it.member.clone(), BTreeSet::new())),
            Self::SetRole(it) => Command::SetRole(Role::new(it.partner.clone(), it.role.clone(), BTreeSet::new())),
            Self::SetCustomer(_) => Command::SetCustomer(Profile::new(CustomerId::made(NEW))),
            Self::ImportCatalog(_) => Command::ImportCatalog(Catalog::default()),
            Self::GrantReseller(it) => Command::GrantReseller(it.clone()),
            Self::SaveMember(it) => Command::SaveMember(SaveMember {
                member: it.member.clone(),
                account_name: None,
                roles: [RoleId::made(PresetRole::SaSpecialist.name())].into(),
                director: None,
            }),
            Self::SaveRole(it) => Command::SaveRole(SaveRole { role: it.role.clone(), permission_items: BTreeSet::new() }),
            Self::SetContacts(_) => Command::SetContacts(SetContacts { contacts: Vec::new() }),
            Self::AssignOwner(it) => Command::AssignOwner(AssignOwner {
                customer_ids: vec![it.customer.clone().into()],
                manager: it.manager.clone(),
                all_or_nothing: false,
            }),
            Self::ReassignOwner(it) => Command::ReassignOwner(it.clone()),
            Self::ReclaimOwner(it) => {
                Command::ReclaimOwner(ReclaimOwner { customer_ids: vec![it.customer.clone().into()], all_or_nothing: false })
            }
            Self::FreezeCustomer(it) => Command::FreezeCustomers(it.form(None)),
            Self::UnfreezeCustomer(it) => {
                let frozen = center.freeze_book().of(&it.customer).map(|frozen| frozen.frozen.freeze_type);
                Command::UnfreezeCustomers(it.form(frozen))
            }
            Self::SendCode(it) => Command::SendCode(it.clone()),
            Self::CreateCustomer(it) => Command::CreateCustomer(CreateCustomer {
                domain_name: None,
                phone: None,
                email: None,
                xaccount: Xaccount { id: NEW.into(), kind: NEW.into() },
                password: None,
                cooperation_type: None,
                indirect_partner_id: it.indirect_partner_id.clone(),
                include_association_result: false,
            }),
            Self::CompleteAssociation(it) => Command::CompleteAssociation(CompleteAssociation {
                customer: it.customer.clone(),
                outcome: AssociationOutcome::Completed(Nothing {}),
            }),
            Self::SendInvitation(it) => {
                Command::SendInvitation(SendInvitation { mode: it.mode, channel: Channel::Link, expire_time: None })
            }
            Self::AcceptInvitation(it) => Command::AcceptInvitation(AcceptInvitation {
                invitation: it.invitation.clone(),
                customer: it.customer.clone(),
                notice_accepted: true,
            }),
            Self::RequestChange(it) => Command::RequestChange(RequestChange {
                customer: it.customer.clone(),
                change: it.change.clone(),
                reason: Some(ANYTHING.into()),
                impact_accepted: true,
            }),
            Self::ReviewChange(it) => Command::ReviewChange(ReviewChange { customer: it.customer.clone(), passed: true }),
            Self::AnswerChange(it) => Command::AnswerChange(AnswerChange { customer: it.customer.clone(), approved: true }),
            Self::RequestAuthorization(it) => Command::RequestAuthorization(RequestAuthorization {
                customer: it.customer.clone(),
                commitment_letter_accepted: true,
                indirect_partner_id: None,
            }),
            Self::ApproveAuthorization(it) => Command::ApproveAuthorization(ApproveAuthorization {
                customer: it.customer.clone(),
                letter_accepted: true,
                trace_audit_on: true,
            }),
            Self::RejectAuthorization(it) => Command::RejectAuthorization(it.clone()),
            Self::RevokeAuthorization(it) => {
                Command::RevokeAuthorization(RevokeAuthorization { customer: it.customer.clone(), reason: Some(ANYTHING.into()) })
            }
            Self::PlaceOrder(it) => Command::PlaceOrder(it.clone()),
            Self::RefreshWarnings(_) => {
                Command::RefreshWarnings(RefreshWarnings { data_date: Date::LATEST, warnings: Vec::new() })
            }
            Self::ProcessWarning(it) => {
                let warning = center.warning_book().warning(&it.warning);
                let warning = warning.ok_or_else(|| Unknown::new("warning", &it.warning))?;
                let churn = warning.computed.category == WarningCategory::Churn;
                let result = churn.then_some(ChurnResult::NotLost);
                Command::ProcessWarning(ProcessWarning { warning: it.warning.clone(), result, remark: ANYTHING.into() })
            }
            Self::SetContract(it) => Command::SetContract(OfflineContract::new(
                ContractCode::made(NEW),
                it.partner.clone(),
                OfflineContractKind::Rebate,
                now.utc_date().into(),
                Period { effective_time: now, expire_time: now.months_later(12) },
            )),
            Self::AssociateCustomer(it) => Command::AssociateCustomer(it.clone()),
            Self::DisassociateCustomer(it) => Command::DisassociateCustomer(it.clone()),
            Self::SwitchCustomerMode(it) => Command::SwitchCustomerMode(it.clone()),
            Self::TransferCustomer(it) => Command::TransferCustomer(it.clone()),
            Self::ChangeContractingParty(it) => Command::ChangeContractingParty(it.clone()),
            Self::LeaveEnterprise(it) => Command::LeaveEnterprise(it.clone()),
            Self::ImportWhitelist(it) => {
                Command::ImportWhitelist(ImportWhitelist { partner: it.partner.clone(), customers: BTreeSet::new() })
            }
            Self::DeactivateWhitelist(it) => Command::DeactivateWhitelist(it.clone()),
            Self::AddToPickupWhitelist(it) => Command::AddToPickupWhitelist(it.clone()),
            Self::RemoveFromPickupWhitelist(it) => Command::RemoveFromPickupWhitelist(it.clone()),
            Self::SetQuota(it) => Command::SetQuota(SetQuota::new(
                QuotaId::made(NEW),
                it.holder.clone(),
                Money::cent(Currency::default()),
                now,
                now.months_later(12),
            )),
            Self::AdjustQuota(it) => Command::AdjustQuota(AdjustQuota { quota: it.quota.clone(), delta: cent(&it.quota) }),
            Self::WriteOffQuota(it) => Command::WriteOffQuota(WriteOffQuota { quota: it.quota.clone(), amount: cent(&it.quota) }),
            Self::SetQuotaStatus(it) => Command::SetQuotaStatus(it.clone()),
            Self::BeginGrant(it) => Command::BeginGrant(it.clone()),
            Self::EndGrant(it) => Command::EndGrant(it.clone()),
            Self::GrantQuota(it) => Command::GrantQuota(GrantQuota {
                quota_id: it.quota_id.clone().into(),
                indirect_partner_ids: vec![it.indirect_partner_id.clone()],
                quota_amount: it.quota_amount.unwrap_or_else(|| cent(&it.quota_id)),
                all_or_nothing: false,
            }),
            Self::ReclaimQuota(it) => Command::ReclaimQuota(ReclaimQuota {
                quota_ids: vec![it.quota.clone().into()],
                remark: None,
                all_or_nothing: false,
            }),
            Self::IssueCoupon(it) => Command::IssueCoupons(it.form(center)),
            Self::ReclaimCoupon(it) => Command::ReclaimCoupons(ReclaimCoupons {
                coupon_ids: vec![it.coupon_id.clone().into()],
                indirect_partner_id: it.indirect_partner_id.clone(),
                all_or_nothing: false,
            }),
            Self::UseCoupon(it) => Command::UseCoupons(it.form(center)?),
            Self::LockCoupon(it) => Command::LockCoupon(it.clone()),
            Self::ReleaseCoupon(it) => Command::ReleaseCoupon(it.clone()),
            Self::RefundCoupons(it) => Command::RefundCoupons(it.clone()),
            Self::ReverseRefund(it) => Command::ReverseRefund(it.clone()),
            Self::FreezeCoupon(it) => Command::FreezeCoupon(it.clone()),
            Self::UnfreezeCoupon(it) => Command::UnfreezeCoupon(it.clone()),
            Self::Recharge(_)
            | Self::SetAccountTerms(_)
            | Self::SetCredit(_)
            | Self::ChargeAccount(_)
            | Self::RefundCharge(_)
            | Self::WriteOffDebt(_)
            | Self::FreezeCash(_)
            | Self::UnfreezeCash(_)
            | Self::ClearFrozen(_)
            | Self::PayForCustomer(_)
            | Self::AllocateToCustomer(_)
            | Self::ReclaimFromCustomer(_)
            | Self::AllocateToCustomers(_)
            | Self::ReclaimFromCustomers(_)
            | Self::AllocateToReseller(_)
            | Self::ReclaimFromReseller(_)
            | Self::BeginAdjustment(_)
            | Self::EndAdjustment(_) => return self.draft_of_money(center),
        })
    }
}

impl FrozenCustomer {
    fn form(&self, frozen: Option<crate::freeze::FreezeType>) -> FreezeCustomers {
        FreezeCustomers {
            customer_ids: vec![self.customer.clone().into()],
            reason: ANYTHING.into(),
            freeze_type: self.freeze_type.or(frozen).map(crate::Given::Valid),
            indirect_partner_id: self.indirect_partner_id.clone(),
            all_or_nothing: false,
        }
    }
}

impl IssuedTo {
    /// As little as the quota allows. The form of a pick-up voucher has fields that no other has.
    fn form(&self, center: &PartnerCenter) -> IssueCoupons {
        let quota = center.quota_book().quota(&self.quota_id);
        let smallest = quota.and_then(|quota| quota.limits.face_value_min);
        let cent = || Money::cent(quota.map_or(Currency::default(), |quota| quota.value.currency()));
        let terms = quota.map(|quota| &quota.limits.terms).filter(|_| self.pick_up);
        IssueCoupons {
            indirect_partner_id: self.indirect_partner_id.clone(),
            pick_up: self.pick_up,
            subscribe_types: terms.map(|terms| match terms.subscribe_types.iter().next() {
                Some(first) => vec![*first],
                None => vec![SubscribeType::New],
            }),
            max_deduction_ratio: terms.map(|terms| terms.max_deduction_ratio.unwrap_or(Ratio::ONE)),
            ..IssueCoupons::new(
                self.quota_id.clone(),
                vec![self.customer_id.clone()],
                self.face_value.or(smallest).unwrap_or_else(cent),
            )
        }
    }
}

impl UsedCoupon {
    fn form(&self, center: &PartnerCenter) -> Result<UseCoupons, Error> {
        let coupon = center.coupon_book().coupon(&self.coupon_id).ok_or_else(|| Unknown::new("coupon", &self.coupon_id))?;
        let cent = Money::cent(coupon.face_value.currency());
        let amount = self.amount.or(coupon.terms.min_consume_amount).unwrap_or(cent);
        let id = self.order.clone().unwrap_or_else(|| OrderId::made(NEW));
        let subscribe_type = coupon.terms.subscribe_types.iter().next().copied();
        let order = Order {
            id,
            amount,
            charge: crate::coupon::Charge::default(),
            subscribe_type,
            pays_arrears: false,
            discounts: Vec::new(),
        };
        Ok(UseCoupons { customer: coupon.customer.clone(), order, coupon_ids: vec![self.coupon_id.clone()] })
    }
}
