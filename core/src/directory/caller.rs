//! Somebody who calls an operation, or asks to see something.

use super::{Directory, Member, Partner, PartnerKind, Scope};
use crate::decision::{Access, Actor, Channel};
use crate::error::{Error, Unknown};
use crate::id::{Given, PartnerId};
use crate::policy::Policy;

/// Somebody who calls an operation.
#[derive(Clone, Copy)]
pub(crate) struct Caller<'a> {
    pub policy: &'a Policy,
    pub directory: &'a Directory,
    pub actor: &'a Actor,
    pub access: &'a Access,
    /// The partner for whom the actor acts.
    pub partner: Option<&'a Partner>,
    /// Whether personal data is to be shown in full.
    pub reveal: bool,
}

impl<'a> Caller<'a> {
    /// Who it is.
    ///
    /// # Errors
    /// When the partner or the operator account has never been recorded.
    pub fn find(policy: &'a Policy, directory: &'a Directory, actor: &'a Actor, access: &'a Access) -> Result<Self, Error> {
        let id = actor.acts_for();
        let partner = id.map(|id| directory.partner(id).ok_or_else(|| Unknown::new("partner", id))).transpose()?;
        if let Actor::Member(account) = actor {
            let member = directory.member(&account.partner, &account.member);
            member.ok_or_else(|| Unknown::new("member", &account.member))?;
        }
        Ok(Self { policy, directory, actor, access, partner, reveal: false })
    }

    pub fn is_api(&self) -> bool {
        self.access.channel == Channel::Api
    }

    /// The operator account, if it is one.
    pub fn member(&self) -> Option<&'a Member> {
        let Actor::Member(account) = self.actor else { return None };
        self.directory.member(&account.partner, &account.member)
    }

    /// Whether it may use what one of these permission items opens: an operator account that has one, and every other account.
    pub fn has_any(&self, items: &[&str]) -> bool {
        !matches!(self.actor, Actor::Member(_)) || self.member().is_some_and(|member| self.directory.has_any(member, items))
    }

    /// Whose customers it works with.
    pub fn scope(&self) -> Scope<'a> {
        self.directory.scope(self.actor)
    }

    /// What the caller is, in words.
    pub fn what(&self) -> &'static str {
        self.partner.map_or(self.actor.type_name(), |partner| partner.kind.name())
    }

    pub fn is(&self, kinds: &[PartnerKind]) -> bool {
        self.partner.is_some_and(|partner| kinds.contains(&partner.kind))
    }

    /// The reseller whom the call is made for, if it names one that counts.
    pub fn named_reseller<'g>(&self, indirect_partner_id: Option<&'g Given<PartnerId>>) -> Option<&'g Given<PartnerId>> {
        let counts = self.is_api() && self.is(&[PartnerKind::GeneralDistributor]);
        let empty = |given: &&Given<PartnerId>| matches!(given, Given::Invalid(text) if text.is_empty());
        indirect_partner_id.filter(|given| counts && !empty(given))
    }

    /// The partner whose quotas and coupons the call is about: the caller, or the reseller it names; nobody when that
    /// reseller is not its own.
    pub fn party(&self, reseller: Option<&Given<PartnerId>>) -> Option<&'a Partner> {
        match reseller {
            None => self.partner,
            Some(given) => self.own_reseller(given),
        }
    }

    /// A reseller of the caller.
    pub fn own_reseller(&self, given: &Given<PartnerId>) -> Option<&'a Partner> {
        let reseller = self.directory.partner(given.value()?)?;
        let distributor = reseller.distributor.as_ref()?;
        (Some(distributor) == self.partner.map(|partner| &partner.id)).then_some(reseller)
    }
}
