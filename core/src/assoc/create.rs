//! An account made through the API becomes the partner's: the account at once, the association a little later.

use serde::{Deserialize, Serialize};

use super::{AssociationBook, Questions};
use crate::center::Books;
use crate::decision::{Check, Decided, Request, facts};
use crate::directory::access::record;
use crate::directory::{Associate, AssociationMode, Caller, Customer, Nothing, Partner, PartnerState};
use crate::event::{Change, Event};
use crate::id::{CustomerId, Given, PartnerId};
use crate::personal::Personal;
use crate::reading::choice;
use crate::register;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[
    &RESELLER_PERMISSION,
    &TIER1_FORBIDDEN,
    &DISTRIBUTOR_EXITED,
    &PARTNER_RESTRICTED,
    &DISTRIBUTOR_RESTRICTED,
    &PARTNER_FROZEN,
    &TEST_PARTNER,
    &VENDOR_RESERVED,
    &DEFAULT_RESALE,
    &RESULT_ASYNC,
    &BEGUN,
];

/// How the association of a new account has gone on. For the vendor's systems.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompleteAssociation {
    /// The customer.
    pub customer: CustomerId,
    /// How.
    pub outcome: AssociationOutcome,
}

choice! {
    /// How the association of a new account has gone on.
    #[derive(Hash)]
    pub enum AssociationOutcome {
        /// The account is the partner's.
        "completed" => Completed(Nothing),
        /// It is not.
        "failed" => Failed(FailedAssociation),
    }
}

/// Why an account did not become the partner's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FailedAssociation {
    /// Why.
    pub reason: String,
}

/// The association of a new account is under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssociationBegun {
    /// The customer.
    pub customer: CustomerId,
    /// The partner.
    pub partner: PartnerId,
    /// How they will work together.
    pub mode: AssociationMode,
}

/// The association of a new account failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssociationFailed {
    /// The customer.
    pub customer: CustomerId,
    /// Why.
    pub reason: String,
}

impl AssociationBook {
    /// The association of a new account, while it is under way.
    pub(crate) fn begun(&self, customer: &CustomerId) -> Option<&AssociationBegun> {
        self.questions(customer)?.begun.as_ref()
    }

    /// Takes in what happened to associations under way.
    pub(super) fn evolve_begun(&mut self, event: &Event) {
        match &event.change {
            Change::AssociationBegun(begun) => {
                let nothing = || Questions::nothing(&begun.customer);
                self.questions.change(&begun.customer, nothing, |questions| {
                    questions.begun = Some(begun.clone());
                    questions.failed = None;
                });
            }
            Change::AssociationFailed(failed) => {
                if let Some(questions) = self.questions.get_mut(&failed.customer) {
                    questions.begun = None;
                    questions.failed = Some(failed.reason.clone());
                }
            }
            Change::CustomerAssociated(it) => {
                if let Some(questions) = self.questions.get_mut(&it.customer) {
                    questions.begun = None;
                }
            }
            _ => {}
        }
    }
}

impl AssociationBegun {
    /// What happens when it is completed.
    pub(crate) fn completed(&self) -> Associate {
        Associate::new(self.customer.clone(), self.partner.clone(), self.mode)
    }
}

pub(crate) fn complete(books: Books, request: &Request, complete: &CompleteAssociation) -> Decided {
    let customer = books.customer(&complete.customer)?;
    let under_way = books.associations.begun(customer.id());
    record(books.policy, request, [begun(customer, under_way)], |accepted| {
        let Some(begun) = under_way else { return Ok(()) };
        match &complete.outcome {
            AssociationOutcome::Completed(_) => books.join(accepted, &begun.completed())?,
            AssociationOutcome::Failed(failed) => {
                let (customer, reason) = (begun.customer.clone(), failed.reason.clone());
                accepted.event(Change::AssociationFailed(AssociationFailed { customer, reason }));
                accepted.warn(register::grant_failed(begun, failed).err().map(|breach| *breach).into_iter().collect());
            }
        }
        Ok(())
    })
}

rule! {
    /// Only an association that is under way is completed, or fails.
    BEGUN = "assoc.create.begun", call, derived "there is nothing to complete otherwise";
    zh "只有正在进行中的关联才能完成或失败";
    broken "no association of {customer} is under way", "客户 {customer} 没有正在进行的关联";
    comply "create the customer, or associate it directly", "请先创建客户,或直接建立关联";
}

fn begun(customer: &Customer, under_way: Option<&AssociationBegun>) -> Check {
    BEGUN.require(under_way.is_some(), || facts! { customer: customer.id().as_str() })
}

rule! {
    /// Whoever makes a customer of a cloud reseller is that reseller's distributor.
    RESELLER_PERMISSION = "assoc.create.reseller-permission", call, "CBC.99000037" 400, documented "CreateSubCustomer, status codes";
    zh "为云经销商创建客户时,调用方必须是该云经销商的总经销商";
    broken "{reseller} is not a cloud reseller of {caller}", "{reseller} 不是 {caller} 的云经销商";
    comply "name a reseller of your own, or none", "请指定您自己的云经销商,或不填";
}

pub(crate) fn reseller_permission(caller: Caller, named: Option<&Given<PartnerId>>) -> Check {
    let Some(named) = named else { return Ok(()) };
    RESELLER_PERMISSION.require(caller.own_reseller(named).is_some(), || {
        let who = caller.partner.map_or(caller.what(), |partner| partner.id.as_str());
        facts! { reseller: named.text(), caller: who }
    })
}

rule! {
    /// A phone number or an e-mail address of somebody whom the vendor has pre-registered for itself gets no further account.
    VENDOR_RESERVED = "assoc.create.vendor-reserved", call, "CBC.99000051" 400, documented "CreateSubCustomer, status codes";
    zh "手机号或邮箱对应的客户已被华为云报备的,不能再创建客户";
    broken "{contact} is of a customer whom the vendor has pre-registered", "{contact} 对应的客户已被华为云报备";
    comply "take another customer, or wait until the pre-registration has ended", "请更换客户,或等待报备到期";
}

/// Asked of the customers there are with that phone number or e-mail address.
pub(crate) fn vendor_reserved<'a>(contact: &Personal, mut having: impl Iterator<Item = &'a Customer>, now: Timestamp) -> Check {
    let reserved = having.any(|customer| {
        let preregistration = customer.standing().preregistration.as_ref();
        preregistration.is_some_and(|it| it.partner.is_none() && it.holds_at(now))
    });
    VENDOR_RESERVED.require(!reserved, || facts! { contact: contact.clone() })
}

rule! {
    /// A new account is a referral customer when `cooperation_type` is `1` on the China site, and a resale customer in every other case.
    DEFAULT_RESALE = "assoc.create.default-resale", effect, documented "SDK, CreateSubCustomer, cooperation_type";
    zh "创建客户时默认为代售客户;仅中国站 cooperation_type 为 1 时为顾问销售客户";
}

pub(crate) fn mode(site: Site, cooperation_type: Option<&str>) -> AssociationMode {
    match (site, cooperation_type) {
        (Site::Cn, Some("1")) => AssociationMode::Advisory,
        _ => AssociationMode::AgencyResale,
    }
}

rule! {
    /// The account is made at once and associated a little later: who waits for the association may be told that it is still
    /// under way. The account is there, and the list of customers says what becomes of it.
    RESULT_ASYNC = "assoc.create.result-async", warning, "CBC.99000050" 500, documented "CreateSubCustomer, include_association_result";
    zh "创建客户时账号立即生成,关联稍后完成;等待关联结果可能超时,此时账号已创建,以客户列表为准";
    broken "the association of {customer} with {partner} is still under way", "客户 {customer} 与 {partner} 的关联仍在进行中";
    comply "look the customer up in the list of customers a little later", "请稍后通过客户列表确认";
}

pub(crate) fn result_async(begun: &AssociationBegun, waits: bool) -> Check {
    RESULT_ASYNC.require(!waits, || facts! { customer: begun.customer.as_str(), partner: begun.partner.as_str() })
}

/// Whether a partner may win a customer at all, who will work with it in this mode.
pub(crate) fn partner_may<'a>(books: Books<'a>, partner: &'a Partner, mode: AssociationMode) -> [Check; 6] {
    let distributor = partner.distributor.as_ref().and_then(|distributor| books.directory.partner(distributor));
    [
        tier1_forbidden(partner),
        distributor_exited(partner, distributor),
        partner_restricted(partner),
        distributor_restricted(partner, distributor),
        partner_frozen(partner, distributor, mode),
        test_partner(partner),
    ]
}

rule! {
    /// A distributor that may not have customers of its own wins none; its resellers may.
    TIER1_FORBIDDEN = "assoc.create.tier1-forbidden", call, "CBC.50010059" 400, documented "CreateSubCustomer, status codes";
    zh "不允许发展直属客户的总经销商不能关联客户";
    broken "{partner} may not have customers of its own", "{partner} 不允许发展直属客户";
    comply "have a reseller win the customer", "请由下属云经销商发展该客户";
}

fn tier1_forbidden(partner: &Partner) -> Check {
    TIER1_FORBIDDEN.require(!partner.holds_no_customers, || facts! { partner: partner.id.as_str() })
}

rule! {
    /// A cloud reseller whose distributor has left the programme wins no customers.
    DISTRIBUTOR_EXITED = "assoc.create.distributor-exited", call, "CBC.50010065" 400, documented "CreateSubCustomer, status codes; China site manual";
    zh "所属总经销商已退出的云经销商不能拓展客户";
    broken "{distributor}, the distributor of {partner}, has left the programme", "{partner} 的总经销商 {distributor} 已退出";
    comply "join another distributor first", "请先加入其他总经销商";
}

fn distributor_exited(partner: &Partner, distributor: Option<&Partner>) -> Check {
    let Some(distributor) = distributor else { return Ok(()) };
    DISTRIBUTOR_EXITED.require(!distributor.exited, || {
        facts! { distributor: distributor.id.as_str(), partner: partner.id.as_str() }
    })
}

rule! {
    /// A restricted partner wins no customers.
    PARTNER_RESTRICTED = "assoc.create.partner-restricted", call, "CBC.50010085" 400, documented "CreateSubCustomer, status codes";
    zh "处于受限状态的伙伴不能拓展客户";
    broken "{partner} is restricted", "{partner} 处于受限状态";
    comply "have the vendor lift the restriction first", "请先联系华为云解除限制";
}

fn partner_restricted(partner: &Partner) -> Check {
    PARTNER_RESTRICTED.require(partner.state != PartnerState::Restricted, || facts! { partner: partner.id.as_str() })
}

rule! {
    /// A cloud reseller whose distributor is restricted wins no customers.
    DISTRIBUTOR_RESTRICTED = "assoc.create.distributor-restricted", call, "CBC.50010086" 400, documented "CreateSubCustomer, status codes";
    zh "所属总经销商处于受限状态的云经销商不能拓展客户";
    broken "{distributor}, the distributor of {partner}, is restricted", "{partner} 的总经销商 {distributor} 处于受限状态";
    comply "have the vendor lift the distributor's restriction first", "请先由华为云解除总经销商的限制";
}

fn distributor_restricted(partner: &Partner, distributor: Option<&Partner>) -> Check {
    let Some(distributor) = distributor else { return Ok(()) };
    DISTRIBUTOR_RESTRICTED.require(distributor.state != PartnerState::Restricted, || {
        facts! { distributor: distributor.id.as_str(), partner: partner.id.as_str() }
    })
}

rule! {
    /// A frozen partner, and every reseller of a frozen distributor, wins no resale customers.
    PARTNER_FROZEN = "assoc.create.partner-frozen", call, documented "questions and answers, restricted and frozen partners";
    zh "被冻结的伙伴,以及被冻结总经销商的所有云经销商,不能拓展代售客户";
    broken "{partner} is frozen", "{partner} 已被冻结";
    comply "have the vendor unfreeze the partner first", "请先联系华为云解冻该伙伴";
}

fn partner_frozen(partner: &Partner, distributor: Option<&Partner>, mode: AssociationMode) -> Check {
    let mut both = std::iter::once(partner).chain(distributor);
    match both.find(|partner| partner.state == PartnerState::Frozen) {
        Some(frozen) if mode == AssociationMode::AgencyResale => PARTNER_FROZEN.broken(facts! { partner: frozen.id.as_str() }),
        _ => Ok(()),
    }
}

rule! {
    /// A test account of a partner makes no customers.
    TEST_PARTNER = "assoc.create.test-partner", call, "CBC.99005035" 400, documented "CreateSubCustomer, status codes";
    zh "测试伙伴账号不能创建客户";
    broken "{partner} is a test account", "{partner} 是测试账号";
    comply "use a real partner account", "请使用正式伙伴账号";
}

fn test_partner(partner: &Partner) -> Check {
    TEST_PARTNER.require(!partner.is_test, || facts! { partner: partner.id.as_str() })
}
