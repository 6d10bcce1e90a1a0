//! The partner center: all books together, in memory, made of events.

mod memory;
mod views;

use serde::{Deserialize, Serialize};

use crate::account::AccountBook;
use crate::account::freeze::Aim;
use crate::adjustment::AdjustmentBook;
use crate::assoc::AssociationBook;
use crate::authz::AuthorizationBook;
use crate::command::Command;
use crate::contract::ContractBook;
use crate::coupon::access::token;
use crate::coupon::{CouponBook, auto, issue, reclaim, refund, r#use, vendor};
use crate::decision::{Accepted, Check, Decided, Decision, Request};
use crate::directory::access::record;
use crate::directory::{Caller, Customer, Directory, Partner};
use crate::error::{Error, Unknown};
use crate::event::{Change, Event};
use crate::freeze::FreezeBook;
use crate::id::{CustomerId, PartnerId};
use crate::policy::Policy;
use crate::quota::QuotaBook;
use crate::register::RegistrationBook;
use crate::rule::{Rule, rule};
use crate::table::Table;
use crate::warning::WarningBook;
use crate::{
    account, adjustment, assoc, audit, authz, bill, cash, contract, coupon, critical, customer, directory, freeze, id, money,
    order, org, owner, pickup, quota, register, statement, warning,
};

use memory::Remembered;

pub(crate) use memory::{fingerprint, fingerprint_of};
pub use views::Viewer;

/// Every rule, by operation, in reading order.
pub(crate) static RULES: &[&[&Rule]] = &[
    &[&SAME_CONTENT, &ALL_OR_NOTHING],
    directory::access::RULES,
    directory::personal::RULES,
    directory::grant::RULES,
    org::RULES,
    org::member::RULES,
    org::director::RULES,
    org::role::RULES,
    org::contact::RULES,
    org::permission::RULES,
    org::scope::RULES,
    owner::RULES,
    owner::assign::RULES,
    owner::reclaim::RULES,
    customer::list::RULES,
    customer::export::RULES,
    customer::reseller::RULES,
    critical::RULES,
    freeze::RULES,
    freeze::resources::RULES,
    quota::access::RULES,
    quota::vendor::RULES,
    quota::grant::RULES,
    quota::reclaim::RULES,
    quota::record::RULES,
    quota::query::RULES,
    coupon::access::RULES,
    issue::GIVEN_RULES,
    issue::QUOTA_RULES,
    issue::CUSTOMER_RULES,
    issue::EFFECT_RULES,
    reclaim::RULES,
    auto::RULES,
    r#use::RULES,
    refund::RULES,
    coupon::resale::RULES,
    coupon::query::RULES,
    coupon::record::RULES,
    coupon::export::RULES,
    coupon::usage::RULES,
    cash::RULES,
    cash::partner::RULES,
    cash::issue::RULES,
    cash::r#use::RULES,
    cash::refund::RULES,
    cash::auto::RULES,
    pickup::RULES,
    pickup::issue::RULES,
    pickup::r#use::RULES,
    pickup::reclaim::RULES,
    pickup::view::RULES,
    pickup::whitelist::RULES,
    authz::RULES,
    authz::request::RULES,
    authz::approve::RULES,
    authz::revoke::RULES,
    authz::scope::RULES,
    authz::session::RULES,
    authz::audit::RULES,
    authz::view::RULES,
    assoc::RULES,
    assoc::r#type::RULES,
    assoc::create::RULES,
    assoc::block::RULES,
    assoc::resale::RULES,
    assoc::resale::block::RULES,
    assoc::invite::RULES,
    assoc::unbind::RULES,
    assoc::unbind::WINDOW_RULES,
    assoc::unbind::BLOCK_RULES,
    assoc::unbind::EFFECT_RULES,
    assoc::switch::RULES,
    assoc::record::RULES,
    register::RULES,
    register::create::RULES,
    register::code::RULES,
    register::check::RULES,
    order::place::RULES,
    order::partner_own::RULES,
    warning::refresh::RULES,
    warning::process::RULES,
    warning::RULES,
    warning::view::RULES,
    money::amount::RULES,
    money::currency::RULES,
    id::customer::RULES,
    id::trans::RULES,
    account::vendor::RULES,
    account::designated::RULES,
    account::credit::RULES,
    account::pay::RULES,
    account::pay_for_customer::RULES,
    account::freeze::RULES,
    account::balance::RULES,
    adjustment::role::RULES,
    adjustment::RULES,
    adjustment::idempotency::RULES,
    adjustment::concurrency::RULES,
    adjustment::allocate::RULES,
    adjustment::reclaim::RULES,
    adjustment::reseller::RULES,
    adjustment::batch::RULES,
    adjustment::trans_id::RULES,
    adjustment::switch::RULES,
    adjustment::record::RULES,
    statement::RULES,
    statement::role::RULES,
    statement::balance_type::RULES,
    statement::trade_type::RULES,
    statement::range::RULES,
    statement::line::RULES,
    statement::customer::RULES,
    bill::cycle::RULES,
    bill::summary::RULES,
    bill::sign::RULES,
    bill::records::RULES,
    bill::consumers::RULES,
    bill::intl::RULES,
    contract::offline::RULES,
    audit::row::RULES,
    audit::coupon::RULES,
    audit::record::RULES,
    audit::quota::RULES,
    audit::statement::RULES,
    audit::adjustment::RULES,
    audit::balance::RULES,
    audit::bill::RULES,
    bill::line::RULES,
];

rule! {
    /// A request id that has been used must come with the same actor and command: then it is a repeat, answered from memory.
    SAME_CONTENT = "center.same-content", call, assumed "the vendor's calls have no request id; ours make retries safe";
    zh "重复使用的请求 ID 必须携带相同的操作者和内容,此时视为重试并返回原结果";
    broken "the request id {request} has been used for something else", "请求 ID {request} 已用于其他内容";
    comply "give a new request its own id", "新的请求请使用新的 ID";
}

rule! {
    /// A caller who wants all or nothing gets nothing when a row is refused.
    ALL_OR_NOTHING = "center.all-or-nothing", call, assumed "the vendor's calls succeed in part; a caller here may ask not to";
    zh "要求全部成功的调用,只要有一行被拒绝就整体拒绝";
    broken "{refused} of {count} rows are refused", "{count} 行中有 {refused} 行被拒绝";
    comply "leave the refused rows out, or allow partial success", "请去掉被拒绝的行,或允许部分成功";
}

/// The whole world in memory: decides, and remembers what happened.
///
/// ```
/// use partnerkit::{PartnerCenter, Policy};
///
/// let center = PartnerCenter::new(Policy::default());
/// assert!(center.quotas_of(&"D".parse()?).next().is_none());
/// # Ok::<(), partnerkit::Malformed>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Saved")]
pub struct PartnerCenter {
    policy: Policy,
    directory: Directory,
    quotas: QuotaBook,
    coupons: CouponBook,
    freezes: FreezeBook,
    authorizations: AuthorizationBook,
    associations: AssociationBook,
    registrations: RegistrationBook,
    warnings: WarningBook,
    accounts: AccountBook,
    adjustments: AdjustmentBook,
    contracts: ContractBook,
    requests: Table<Remembered>,
}

/// All books: what a decision looks things up in.
#[derive(Clone, Copy)]
pub(crate) struct Books<'a> {
    pub policy: &'a Policy,
    pub directory: &'a Directory,
    pub quotas: &'a QuotaBook,
    pub coupons: &'a CouponBook,
    pub freezes: &'a FreezeBook,
    pub authorizations: &'a AuthorizationBook,
    pub associations: &'a AssociationBook,
    pub registrations: &'a RegistrationBook,
    pub warnings: &'a WarningBook,
    pub accounts: &'a AccountBook,
    pub adjustments: &'a AdjustmentBook,
    pub contracts: &'a ContractBook,
}

impl<'a> Books<'a> {
    /// Who makes a request.
    pub fn caller(&self, request: &'a Request) -> Result<Caller<'a>, Error> {
        Caller::find(self.policy, self.directory, &request.actor, &request.access)
    }

    /// The customer of this id.
    pub fn customer(&self, id: &CustomerId) -> Result<&'a Customer, Unknown> {
        self.directory.customer(id).ok_or_else(|| Unknown::new("customer", id))
    }
}

/// A center as it is read, before anybody has looked whether it holds together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    policy: Policy,
    directory: Directory,
    quotas: QuotaBook,
    coupons: CouponBook,
    #[serde(default)]
    freezes: FreezeBook,
    #[serde(default)]
    authorizations: AuthorizationBook,
    #[serde(default)]
    associations: AssociationBook,
    #[serde(default)]
    registrations: RegistrationBook,
    #[serde(default)]
    warnings: WarningBook,
    #[serde(default)]
    accounts: AccountBook,
    #[serde(default)]
    adjustments: AdjustmentBook,
    #[serde(default)]
    contracts: ContractBook,
    requests: Table<Remembered>,
}

impl TryFrom<Saved> for PartnerCenter {
    type Error = String;
    fn try_from(saved: Saved) -> Result<Self, String> {
        let Saved {
            policy,
            directory,
            quotas,
            coupons,
            freezes,
            authorizations,
            associations,
            registrations,
            warnings,
            accounts,
            adjustments,
            contracts,
            requests,
        } = saved;
        quotas.sound().map_err(|wrong| wrong.at("quotas").carried())?;
        coupons.sound(&quotas).map_err(|wrong| wrong.at("coupons").carried())?;
        accounts.sound().map_err(|wrong| wrong.at("accounts").carried())?;
        authorizations.sound().map_err(|wrong| wrong.at("authorizations").carried())?;
        Ok(Self {
            policy,
            directory,
            quotas,
            coupons,
            freezes,
            authorizations,
            associations,
            registrations,
            warnings,
            accounts,
            adjustments,
            contracts,
            requests,
        })
    }
}

impl PartnerCenter {
    /// An empty world under a policy.
    pub fn new(policy: Policy) -> Self {
        Self { policy, ..Self::default() }
    }

    /// The world that these events have made.
    ///
    /// # Errors
    /// When an event cannot have happened after those before it.
    pub fn replay<'e>(policy: Policy, events: impl IntoIterator<Item = &'e Event>) -> Result<Self, Error> {
        let mut center = Self::new(policy);
        for event in events {
            center.apply(event)?;
        }
        Ok(center)
    }

    /// What would follow from a request, had it been made. Nothing changes.
    ///
    /// # Errors
    /// When the request names somebody or something unknown, or holds a value that is none. That a rule is broken is no
    /// error: it is in the decision.
    pub fn decide(&self, request: &Request) -> Result<Decision, Error> {
        if let Err(breach) = token(&request.access) {
            return Ok(Decision::refused(vec![*breach]));
        }
        match self.requests.get(&request.id) {
            Some(before) => Ok(before.answer(&self.policy, request)),
            None => self.decide_new(request),
        }
    }

    /// What would follow from a request that nobody makes, and whose id stands for nothing.
    pub(crate) fn decide_unmade(&self, request: &Request) -> Result<Decision, Error> {
        match token(&request.access) {
            Ok(()) => self.decide_new(request),
            Err(breach) => Ok(Decision::refused(vec![*breach])),
        }
    }

    /// Decides a request and carries it out.
    ///
    /// # Errors
    /// As [`decide`](Self::decide); then nothing has changed.
    pub fn handle(&mut self, request: &Request) -> Result<Decision, Error> {
        let decision = self.decide(request)?;
        for event in &decision.events {
            self.evolve(event)?;
        }
        Ok(decision)
    }

    /// Takes in something that happened. Once it is in, it cannot be in again.
    ///
    /// # Errors
    /// When the event cannot have happened after those before it; then nothing has changed.
    pub fn apply(&mut self, event: &Event) -> Result<(), Error> {
        let before = self.requests.get(&event.request);
        let next = before.map_or(0, |before| before.events);
        if event.index != next {
            let (request, index) = (&event.request, event.index);
            return Err(Error::Fault(format!("event {index} of the request `{request}` comes where event {next} should")));
        }
        if before.is_some_and(|before| before.fingerprint != event.fingerprint) {
            return Err(Error::Fault(format!("event {next} of the request `{}` has another fingerprint", event.request)));
        }
        self.quotas.check(event)?;
        self.coupons.check(event)?;
        self.authorizations.check(event)?;
        self.accounts.check(event)?;
        self.check_credited(event)?;
        self.evolve(event)
    }

    /// What comes back of a coupon goes to the quota it was cut from, or to the parent of that.
    fn check_credited(&self, event: &Event) -> Result<(), Error> {
        let Change::CouponReclaimed(back) = &event.change else { return Ok(()) };
        let credited = self.coupons.coupon(&back.coupon).and_then(|coupon| self.quotas.credited(&self.policy, &coupon.quota));
        if credited.is_some_and(|quota| quota.id == back.credited) {
            return Ok(());
        }
        Err(Error::Fault(format!("an event gives what comes back of the coupon `{}` to `{}`", back.coupon, back.credited)))
    }

    fn evolve(&mut self, event: &Event) -> Result<(), Error> {
        self.quotas.evolve(event)?;
        self.coupons.evolve(event)?;
        self.freezes.evolve(event);
        self.authorizations.evolve(event);
        self.associations.evolve(event);
        self.associations.evolve_questions(event, &self.directory);
        self.registrations.evolve(event);
        self.warnings.evolve(event);
        self.accounts.evolve(event)?;
        self.adjustments.evolve(event);
        self.contracts.evolve(event);
        self.directory.evolve(event);
        self.requests.change(&event.request, || Remembered::nothing_of(event), |memory| memory.evolve(event));
        Ok(())
    }

    pub(crate) fn books(&self) -> Books<'_> {
        Books {
            policy: &self.policy,
            directory: &self.directory,
            quotas: &self.quotas,
            coupons: &self.coupons,
            freezes: &self.freezes,
            authorizations: &self.authorizations,
            associations: &self.associations,
            registrations: &self.registrations,
            warnings: &self.warnings,
            accounts: &self.accounts,
            adjustments: &self.adjustments,
            contracts: &self.contracts,
        }
    }

    fn decide_new(&self, request: &Request) -> Decided {
        if let Some(before) = adjustment::idempotency::earlier(self.books(), request).and_then(|id| self.requests.get(id)) {
            return Ok(before.repeated());
        }
        let (policy, directory, quotas, books) = (&self.policy, &self.directory, &self.quotas, self.books());
        match &request.command {
            Command::SetPartner(partner) => self.set_partner(request, partner),
            Command::SetMember(member) => {
                self.partner(member.partner())?;
                happens(policy, request, Change::MemberSet(member.clone()))
            }
            Command::GrantReseller(it) => directory::grant::decide(books, request, it),
            Command::SaveMember(it) => org::member::decide(books, request, it),
            Command::SaveRole(it) => org::role::decide(books, request, it),
            Command::SetContacts(it) => org::contact::decide(books, request, it),
            Command::SetRole(role) => {
                self.partner(role.partner())?;
                happens(policy, request, Change::RoleSet(role.clone()))
            }
            Command::AssignOwner(it) => owner::assign::assign(books, request, it),
            Command::ReassignOwner(it) => owner::assign::reassign(books, request, it),
            Command::ReclaimOwner(it) => owner::reclaim::decide(books, request, it),
            Command::FreezeCustomers(it) => freeze::freeze(books, request, it),
            Command::UnfreezeCustomers(it) => freeze::unfreeze(books, request, it),
            Command::SendCode(it) => register::code::send(books, request, it),
            Command::CreateCustomer(it) => register::create::decide(books, request, it),
            Command::CompleteAssociation(it) => assoc::create::complete(books, request, it),
            Command::SendInvitation(it) => assoc::invite::send(books, request, it),
            Command::AcceptInvitation(it) => assoc::invite::accept(books, request, it),
            Command::RequestChange(it) => assoc::unbind::request(books, request, it),
            Command::ReviewChange(it) => assoc::unbind::review(books, request, it),
            Command::AnswerChange(it) => assoc::unbind::answer(books, request, it),
            Command::RequestAuthorization(it) => authz::request::decide(books, request, it),
            Command::ApproveAuthorization(it) => authz::approve::approve(books, request, it),
            Command::RejectAuthorization(it) => authz::approve::reject(books, request, it),
            Command::RevokeAuthorization(it) => authz::revoke::decide(books, request, it),
            Command::PlaceOrder(it) => order::place::decide(books, request, it),
            Command::RefreshWarnings(it) => warning::refresh::decide(books, request, it),
            Command::ProcessWarning(it) => warning::process::decide(books, request, it),
            Command::SetContract(it) => contract::offline::set(books, request, it),
            Command::SetCustomer(profile) => happens(policy, request, Change::CustomerSet(profile.clone())),
            Command::AssociateCustomer(it) => {
                let customer = self.customer(&it.customer)?;
                self.partner(&it.partner)?;
                record(policy, request, [assoc::single_partner(customer)], |accepted| books.associate(accepted, it))
            }
            Command::DisassociateCustomer(it) => self
                .of_partner(request, &it.customer, &[], |accepted, partner| books.disassociate(accepted, &it.customer, partner)),
            Command::SwitchCustomerMode(it) => {
                self.of_partner(request, &it.customer, &[], |accepted, partner| books.switch_mode(accepted, it, partner))
            }
            Command::TransferCustomer(it) => {
                let to = self.partner(&it.to)?;
                let within = assoc::transfer_within_distributor(directory, self.customer(&it.customer)?, to);
                self.of_partner(request, &it.customer, &[within], |accepted, from| {
                    accepted.event(Change::CustomerTransferred(it.clone()));
                    books.return_allocation(accepted, &it.customer, from)?;
                    books.on_transfer(accepted, &it.customer, from, &it.to);
                    books.end_authorization(accepted, &it.customer);
                    Ok(())
                })
            }
            Command::ChangeContractingParty(it) => {
                self.customer(&it.customer)?;
                record(policy, request, [], |accepted| {
                    accepted.event(Change::CustomerContractingPartyChanged(it.clone()));
                    books.on_contracting_party_change(accepted, &it.customer)
                })
            }
            Command::LeaveEnterprise(it) => {
                self.customer(&it.customer)?;
                record(policy, request, [], |accepted| {
                    // What comes back is barred to the master the account still has.
                    books.on_leave_enterprise(accepted, &it.customer)?;
                    accepted.event(Change::CustomerLeftEnterprise(it.clone()));
                    Ok(())
                })
            }
            Command::ImportWhitelist(it) => self.own_list(request, &it.partner, Change::WhitelistImported(it.clone())),
            Command::DeactivateWhitelist(it) => self.own_list(request, &it.partner, Change::WhitelistDeactivated(it.clone())),
            Command::AddToPickupWhitelist(it) => self.own_list(request, &it.partner, Change::PickupWhitelistAdded(it.clone())),
            Command::RemoveFromPickupWhitelist(it) => {
                self.own_list(request, &it.partner, Change::PickupWhitelistRemoved(it.clone()))
            }
            Command::ImportCatalog(catalog) => happens(policy, request, Change::CatalogImported(catalog.clone())),
            Command::SetQuota(it) => quota::vendor::set(policy, directory, quotas, request, it),
            Command::AdjustQuota(it) => quota::vendor::adjust(policy, quotas, request, it),
            Command::WriteOffQuota(it) => quota::vendor::write_off(policy, quotas, request, it),
            Command::SetQuotaStatus(it) => quota::vendor::set_status(policy, quotas, request, it),
            Command::BeginGrant(it) => quota::vendor::mark_grant(policy, quotas, request, it, true),
            Command::EndGrant(it) => quota::vendor::mark_grant(policy, quotas, request, it, false),
            Command::GrantQuota(it) => quota::grant::decide(policy, directory, quotas, request, it),
            Command::ReclaimQuota(it) => quota::reclaim::decide(policy, directory, quotas, request, it),
            Command::IssueCoupons(it) => issue::decide(books, request, it),
            Command::ReclaimCoupons(it) => reclaim::decide(books, request, it),
            Command::UseCoupons(it) => r#use::decide(books, request, it),
            Command::LockCoupon(it) => vendor::lock(books, request, it),
            Command::ReleaseCoupon(it) => vendor::release(books, request, it),
            Command::RefundCoupons(it) => refund::decide(books, request, it),
            Command::ReverseRefund(it) => auto::reverse_refund(books, request, it),
            Command::FreezeCoupon(it) => vendor::freeze(books, request, it, true),
            Command::UnfreezeCoupon(it) => vendor::freeze(books, request, it, false),
            Command::Recharge(it) => account::vendor::recharge(books, request, it),
            Command::SetAccountTerms(it) => account::designated::set(books, request, it),
            Command::SetCredit(it) => account::credit::set(books, request, it),
            Command::ChargeAccount(it) => account::pay::charge(books, request, it),
            Command::RefundCharge(it) => account::pay::refund(books, request, it),
            Command::WriteOffDebt(it) => account::pay::write_off(books, request, it),
            Command::FreezeCash(it) => account::freeze::decide(books, request, it, Aim::Freeze),
            Command::UnfreezeCash(it) => account::freeze::decide(books, request, it, Aim::Unfreeze),
            Command::ClearFrozen(it) => account::freeze::decide(books, request, it, Aim::Clear),
            Command::PayForCustomer(it) => account::pay_for_customer::decide(books, request, it),
            Command::AllocateToCustomer(it) => adjustment::allocate::decide(books, request, it),
            Command::ReclaimFromCustomer(it) => adjustment::reclaim::decide(books, request, it),
            Command::AllocateToCustomers(it) => adjustment::batch::allocate(books, request, it),
            Command::ReclaimFromCustomers(it) => adjustment::batch::reclaim(books, request, it),
            Command::AllocateToReseller(it) => adjustment::reseller::allocate(books, request, it),
            Command::ReclaimFromReseller(it) => adjustment::reseller::reclaim(books, request, it),
            Command::BeginAdjustment(it) => adjustment::concurrency::mark(books, request, it, true),
            Command::EndAdjustment(it) => adjustment::concurrency::mark(books, request, it, false),
            Command::AdvanceClock(_) => record(policy, request, [], |accepted| {
                auto::expire(books, accepted)?;
                freeze::release(books, accepted);
                account::credit::expire(books, accepted)?;
                Ok(())
            }),
        }
    }

    fn set_partner(&self, request: &Request, partner: &Partner) -> Decided {
        if let Some(distributor) = &partner.distributor {
            self.partner(distributor)?;
        }
        let rules = [cash::partner::not_other_sub_customer(&self.directory, partner)];
        record(&self.policy, request, rules, |accepted| {
            accepted.event(Change::PartnerSet(partner.clone()));
            Ok(())
        })
    }

    /// Something that can only happen to a customer who has a partner.
    fn of_partner<'a>(
        &self,
        request: &'a Request,
        customer: &CustomerId,
        further: &[Check],
        happen: impl FnOnce(&mut Accepted<'a>, &PartnerId) -> Result<(), Error>,
    ) -> Decided {
        let customer = self.customer(customer)?;
        let partner = customer.association.as_ref().map(|association| association.partner.clone());
        let rules = std::iter::once(assoc::is_associated(customer)).chain(further.iter().cloned());
        record(&self.policy, request, rules, |accepted| match &partner {
            Some(partner) => happen(accepted, partner),
            None => Ok(()),
        })
    }

    /// A partner keeps its own whitelists; so may the vendor.
    fn own_list(&self, request: &Request, partner: &PartnerId, change: Change) -> Decided {
        self.partner(partner)?;
        if request.actor.acts_for() != Some(partner) {
            return happens(&self.policy, request, change);
        }
        let mut accepted = Accepted::new(request);
        accepted.event(change);
        Ok(accepted.decision())
    }

    fn partner(&self, id: &PartnerId) -> Result<&Partner, Unknown> {
        self.directory.partner(id).ok_or_else(|| Unknown::new("partner", id))
    }

    fn customer(&self, id: &CustomerId) -> Result<&Customer, Unknown> {
        self.directory.customer(id).ok_or_else(|| Unknown::new("customer", id))
    }

    /// The policy in force.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Who is who.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// The book of quotas.
    pub fn quota_book(&self) -> &QuotaBook {
        &self.quotas
    }

    /// The book of accounts.
    pub fn account_book(&self) -> &AccountBook {
        &self.accounts
    }

    /// The book of adjustments.
    pub fn adjustment_book(&self) -> &AdjustmentBook {
        &self.adjustments
    }

    /// The book of freezes.
    pub fn freeze_book(&self) -> &FreezeBook {
        &self.freezes
    }

    /// The book of invitations, and of requests about associations.
    pub fn association_book(&self) -> &AssociationBook {
        &self.associations
    }

    /// The book of warnings.
    pub fn warning_book(&self) -> &WarningBook {
        &self.warnings
    }

    /// The book of coupons.
    pub fn coupon_book(&self) -> &CouponBook {
        &self.coupons
    }

    /// The book of authorizations.
    pub fn authorization_book(&self) -> &AuthorizationBook {
        &self.authorizations
    }

    /// The quotas a partner cuts coupons from.
    pub fn quotas_of(&self, partner: &PartnerId) -> impl Iterator<Item = &quota::Quota> {
        self.quotas.held_by(partner)
    }
}

/// Something the vendor records happens, whatever it is.
fn happens(policy: &Policy, request: &Request, change: Change) -> Decided {
    record(policy, request, [], |accepted| {
        accepted.event(change);
        Ok(())
    })
}
