//! Freezing customers (冻结), on the international and European sites: a partner stops what a resale customer may buy, or moreover its
//! resources.
//!
//! A partner *freezes* its customers, or a distributor those of a reseller, and *unfreezes* them by the same type. Resources that stay frozen
//! for 15 days are *released*. A freeze ends with the resale association it rests on.

mod book;
pub(crate) mod resources;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::center::Books;
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation, caller_type, rate_limit, reseller_via_distributor};
use crate::decision::{Accepted, Check, Decided, Request, Review, Row, facts};
use crate::directory::{AssociationMode, Caller, Customer, Partner, PartnerKind, PartnerState, ResellerGrant};
use crate::event::Change;
use crate::id::{CustomerId, Given, PartnerId};
use crate::org::scope::manager_own;
use crate::policy::Policy;
use crate::rule::{Rule, rule};
use crate::site::Site;

pub use book::*;
pub(crate) use resources::release;

pub(crate) static RULES: &[&Rule] = &[
    &PERMISSION,
    &SITE,
    &RESELLER_GRANT,
    &RESELLER_ID,
    &BATCH,
    &TYPE,
    &PARTNER_FROZEN,
    &OWN_CUSTOMER,
    &RESALE_ONLY,
    &ALREADY_FROZEN,
    &IS_FROZEN,
    &UNFREEZE_MATCH,
    &PARTIAL,
    &BILLING,
    &ENDS_WITH_RESALE,
];

/// What of a customer is frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FreezeType {
    /// The account: nothing new can be bought. `ACCOUNT` at the API.
    Account,
    /// The account and its resources. `ACCOUNT_AND_RESOURCE` at the API.
    AccountAndResources,
}

crate::named::named!(FreezeType: Account = "account", AccountAndResources = "account-and-resources");

impl FreezeType {
    /// Whether what runs in the account is still charged for (`freeze.billing`).
    ///
    /// ```
    /// use partnerkit::freeze::FreezeType;
    ///
    /// assert!(FreezeType::Account.is_charged());
    /// assert!(!FreezeType::AccountAndResources.is_charged());
    /// ```
    pub fn is_charged(self) -> bool {
        self == Self::Account
    }
}

/// Freezes customers, or ends a freeze.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FreezeCustomers {
    /// The customers, 1 to 10.
    pub customer_ids: Vec<Given<CustomerId>>,
    /// Why, 1 to 256 characters.
    pub reason: Arc<str>,
    /// What of them; the account, when absent. To end a freeze, what was frozen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freeze_type: Option<Given<FreezeType>>,
    /// The reseller whose customers they are, when a distributor asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
    /// Whether one refused customer refuses the call.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_or_nothing: bool,
}

/// A customer was frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CustomerFrozen {
    /// The customer.
    pub customer: CustomerId,
    /// What of it.
    pub freeze_type: FreezeType,
    /// Whether the center did so by itself, because the customer became a resale customer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub automatic: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Arc<str>>,
}

/// A freeze ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CustomerUnfrozen {
    /// The customer.
    pub customer: CustomerId,
    /// Whether the center did so by itself, because the customer is no resale customer any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub automatic: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Arc<str>>,
}

const ITEMS: &[&str] = &["BPC_ITEM_SUBCUSTSERV_010115", "BPC_ITEM_SUBCUSTSERV_010501"];

/// `freeze.permission` asks for the items.
const OPERATION: Operation = Operation { permission_items: &[], api: GROUP_A, console: EVERY_KIND, changes_something: true };

/// Which of the two is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aim {
    Freeze,
    Unfreeze,
}

/// A call, and what it is about.
struct Call<'a> {
    books: Books<'a>,
    caller: Caller<'a>,
    party: Option<&'a Partner>,
    aim: Aim,
    /// What of the customers; nothing when it cannot be understood.
    freeze_type: Option<FreezeType>,
}

pub(crate) fn freeze(books: Books, request: &Request, freeze: &FreezeCustomers) -> Decided {
    decide(books, request, freeze, Aim::Freeze)
}

pub(crate) fn unfreeze(books: Books, request: &Request, unfreeze: &FreezeCustomers) -> Decided {
    decide(books, request, unfreeze, Aim::Unfreeze)
}

fn decide(books: Books, request: &Request, asked: &FreezeCustomers, aim: Aim) -> Decided {
    let caller = books.caller(request)?;
    let reseller = caller.named_reseller(asked.indirect_partner_id.as_ref());
    let freeze_type = asked.freeze_type.as_ref().map_or(Some(FreezeType::Account), |given| given.value().copied());
    let call = Call { books, caller, party: caller.party(reseller), aim, freeze_type };
    let own = |given| call.own(given);
    let out_of_scope = asked.customer_ids.iter().filter_map(own).find(|customer| !caller.scope().holds(customer));

    let mut review = Review::new(books.policy);
    review.ask([
        rate_limit(caller),
        caller_type(caller, &OPERATION),
        reseller_via_distributor(caller),
        permission(caller),
        site(books.policy),
        reseller_grant(caller),
        reseller_id(caller, reseller),
    ]);
    review.ask(out_of_scope.map(|customer| manager_own(caller, customer)));
    review.ask([batch(books.policy, asked), r#type(asked), partner_frozen(&call)]);
    if review.is_refused() {
        return Ok(review.refuse());
    }

    let mut accepted = Accepted::new(request);
    for (turn, given) in asked.customer_ids.iter().enumerate() {
        let again = asked.customer_ids.iter().take(turn).any(|before| before == given);
        let mut row = Review::new(books.policy);
        row.ask(call.ask(given, again));
        match call.own(given).zip(freeze_type) {
            Some((customer, freeze_type)) if !row.is_refused() => {
                call.happen(&mut accepted, customer, freeze_type, &asked.reason);
                accepted.row(Row::done(customer.id()));
            }
            _ => accepted.refuse_row(given.text(), row.breaches),
        }
    }
    Ok(accepted.decision_with(books.policy, asked.all_or_nothing))
}

impl<'a> Call<'a> {
    /// The customer, if it is the party's.
    fn own(&self, given: &Given<CustomerId>) -> Option<&'a Customer> {
        let customer = self.books.directory.customer(given.value()?)?;
        customer.is_of(&self.party?.id).then_some(customer)
    }

    /// The rules about one customer, in order. Those about its state are asked of its own partner only.
    fn ask(&self, given: &Given<CustomerId>, again: bool) -> Vec<Check> {
        let mut checks = vec![own_customer(self, given)];
        let Some(customer) = self.own(given) else { return checks };
        checks.push(resale_only(customer));
        // A customer who is named twice is frozen, or no longer frozen, when its second turn comes.
        let frozen = self.books.freezes.of(customer.id()).map(|frozen| frozen.frozen.freeze_type);
        let frozen = if again { self.freeze_type.filter(|_| self.aim == Aim::Freeze) } else { frozen };
        match self.aim {
            Aim::Freeze => checks.push(already_frozen(customer, frozen)),
            Aim::Unfreeze => {
                checks.push(is_frozen(customer, frozen));
                if let Some((frozen, asked)) = frozen.zip(self.freeze_type) {
                    checks.push(unfreeze_match(customer, frozen, asked));
                }
            }
        }
        checks
    }

    fn happen(&self, accepted: &mut Accepted, customer: &Customer, freeze_type: FreezeType, reason: &Arc<str>) {
        let (customer, reason) = (customer.id().clone(), Some(reason.clone()));
        self.books.release_if_due(accepted, &customer);
        accepted.event(match self.aim {
            Aim::Freeze => Change::CustomerFrozen(CustomerFrozen { customer, freeze_type, automatic: false, reason }),
            Aim::Unfreeze => Change::CustomerUnfrozen(CustomerUnfrozen { customer, automatic: false, reason }),
        });
    }
}

impl Books<'_> {
    /// A customer's resale association has ended, and with it what its partner has frozen.
    pub(crate) fn end_freeze(&self, accepted: &mut Accepted, customer: &CustomerId) {
        if self.freezes.of(customer).is_some() && self.policy.enforces(&ENDS_WITH_RESALE) {
            self.release_if_due(accepted, customer);
            let customer = customer.clone();
            accepted.event(Change::CustomerUnfrozen(CustomerUnfrozen { customer, automatic: true, reason: None }));
        }
    }
}

rule! {
    /// Partners freeze and unfreeze customers on the international and European sites only.
    SITE = "freeze.site", call, documented "SDKs of the sites: the China site's has no such operation";
    zh "只有国际站和欧洲站的伙伴可以冻结和解冻客户";
    broken "this is the China site", "当前为中国站";
    comply "ask the vendor through your account manager", "请通过您的客户经理联系华为云";
}

fn site(policy: &Policy) -> Check {
    SITE.require(policy.site != Site::Cn, Vec::new)
}

rule! {
    /// An operator account needs one of the two items for freezing customers, its own or those of resellers.
    PERMISSION = "freeze.permission", call, "CBC.0151" 403, documented "API authorization page; the code is by analogy";
    zh "操作员账号需要具备冻结客户(自有客户或云经销商客户)的任一权限项";
    broken "the operator {member} has none of {items}", "操作员 {member} 不具备以下任一权限项:{items}";
    comply "have an administrator give the operator one of these items", "请管理员为该操作员授予其中一项权限";
}

fn permission(caller: Caller) -> Check {
    PERMISSION.require(caller.has_any(ITEMS), || {
        let member = caller.member().map_or("", |member| member.member().as_str());
        facts! { member: member, items: ITEMS.iter().map(|item| (*item).into()).collect::<Vec<_>>() }
    })
}

rule! {
    /// A cloud reseller freezes and unfreezes its customers only when its distributor has granted it freezing and budgets.
    RESELLER_GRANT = "freeze.reseller-grant", call, documented "international and European manuals, permissions of resellers";
    zh "云经销商需先获得总经销商授予的冻结和预算权限,才能冻结和解冻其客户";
    broken "the distributor of {reseller} has not granted it `freeze-and-budget`", "{reseller} 的总经销商未授予其 `freeze-and-budget` 权限";
    comply "have the distributor grant it", "请总经销商授予该权限";
}

fn reseller_grant(caller: Caller) -> Check {
    let Some(reseller) = caller.partner.filter(|partner| partner.kind == PartnerKind::CloudReseller) else { return Ok(()) };
    let granted = caller.directory.has_granted(&reseller.id, ResellerGrant::FreezeAndBudget);
    RESELLER_GRANT.require(granted, || facts! { reseller: reseller.id.as_str() })
}

rule! {
    /// A distributor that freezes or unfreezes customers of a reseller through the API names a reseller of its own.
    RESELLER_ID = "freeze.reseller-id", call, "CBC.99000037" 400, documented "FreezeSubCustomers and UnfreezeSubCustomers, indirect_partner_id";
    zh "总经销商通过 API 冻结或解冻云经销商的客户时,必须指定其下属云经销商";
    broken "{reseller} is not a cloud reseller of {distributor}", "{reseller} 不是 {distributor} 的云经销商";
    comply "name a reseller of your own", "请指定您自己的云经销商";
}

fn reseller_id(caller: Caller, reseller: Option<&Given<PartnerId>>) -> Check {
    let Some(given) = reseller else { return Ok(()) };
    RESELLER_ID.require(caller.own_reseller(given).is_some(), || {
        facts! { reseller: given.text(), distributor: caller.partner.map_or("", |partner| partner.id.as_str()) }
    })
}

rule! {
    /// A call must name 1 to 10 customers and give a reason of 1 to 256 characters.
    BATCH = "freeze.batch", call, "CBC.0100" 400, documented "FreezeSubCustomers and UnfreezeSubCustomers, customer_ids and reason";
    zh "一次冻结或解冻 1 至 10 个客户,原因为 1 至 256 个字符";
    broken "{count} customers are named, 1 to {limit} are allowed; the reason has {characters} characters, 1 to {characters_max} are allowed", "指定了 {count} 个客户,允许 1 至 {limit} 个;原因有 {characters} 个字符,允许 1 至 {characters_max} 个";
    comply "split the customers over several calls, and say why in a few words", "请分多次调用,并简要填写原因";
}

fn batch(policy: &Policy, asked: &FreezeCustomers) -> Check {
    let (count, limit) = (asked.customer_ids.len(), policy.limits.freeze_customers_max);
    let (characters, characters_max) = (asked.reason.chars().count(), policy.limits.freeze_reason_characters_max);
    BATCH.require((1..=limit).contains(&count) && (1..=characters_max).contains(&characters), || {
        facts! { count: count, limit: limit, characters: characters, characters_max: characters_max }
    })
}

rule! {
    /// What is frozen or unfrozen is the account, or the account and its resources; the account, when absent or null. Empty is neither.
    TYPE = "freeze.type", call, "CBC.0100" 400, documented "UnfreezeSubCustomers, unfreeze_type; that freezing is alike is derived";
    zh "冻结或解冻的类型为账号,或账号和资源;缺省或为 null 时为账号,空字符串无效";
    broken "the type is {given}", "类型为 {given}";
    comply "give `account` or `account-and-resources`, or leave the field away", "请填写 `account` 或 `account-and-resources`,或不携带该字段";
}

fn r#type(asked: &FreezeCustomers) -> Check {
    match &asked.freeze_type {
        Some(given) if given.value().is_none() => TYPE.broken(facts! { given: given.text() }),
        _ => Ok(()),
    }
}

rule! {
    /// A frozen partner may unfreeze accounts, but no resources; on the European site a frozen cloud reseller may unfreeze neither.
    PARTNER_FROZEN = "freeze.partner-frozen", call, documented "FAQ, frozen partners; European manual, customers of resellers";
    zh "被冻结的伙伴只能解冻账号,不能解冻资源;欧洲站被冻结的云经销商两者都不能解冻";
    broken "{partner} is frozen, and may not unfreeze by {freeze_type}", "{partner} 已被冻结,不能按 {freeze_type} 解冻";
    comply "have the vendor end the freeze of the partner first", "请先由华为云解除对伙伴的冻结";
}

/// A distributor's freeze is its resellers' too.
fn partner_frozen(call: &Call) -> Check {
    let Some((partner, freeze_type)) = call.caller.partner.zip(call.freeze_type).filter(|_| call.aim == Aim::Unfreeze) else {
        return Ok(());
    };
    let distributor = partner.distributor.as_ref().and_then(|id| call.books.directory.partner(id));
    let frozen = std::iter::once(partner).chain(distributor).find(|partner| partner.state == PartnerState::Frozen);
    let nothing = call.books.policy.site == Site::Eu && partner.kind == PartnerKind::CloudReseller;
    PARTNER_FROZEN.require(frozen.is_none() || (freeze_type == FreezeType::Account && !nothing), || {
        facts! { partner: frozen.map_or("", |partner| partner.id.as_str()), freeze_type: freeze_type.name() }
    })
}

rule! {
    /// The customer must be the caller's own, or the customer of the reseller it names.
    OWN_CUSTOMER = "freeze.own-customer", row, "CBC.99000000" 200, derived "general codes: no right over the customer";
    zh "客户必须属于调用方(或其指定的云经销商)";
    broken "{customer} is no customer of {partner}", "{customer} 不是 {partner} 的客户";
    comply "name a customer of your own, or the reseller whose customer it is", "请指定自己的客户,或指定其所属云经销商";
}

fn own_customer(call: &Call, given: &Given<CustomerId>) -> Check {
    let partner = call.party.map_or(call.caller.what(), |party| party.id.as_str());
    OWN_CUSTOMER.require(call.own(given).is_some(), || facts! { customer: given.text(), partner: partner })
}

rule! {
    /// Only resale customers can be frozen and unfrozen.
    RESALE_ONLY = "freeze.resale-only", row, documented "FreezeSubCustomers, caller's customers";
    zh "只能冻结和解冻转售客户";
    broken "the customer {customer} is in mode {mode}", "客户 {customer} 的关联类型为 {mode}";
    comply "leave it out: it trades with the vendor itself", "该客户直接与华为云交易,请不要指定";
}

fn resale_only(customer: &Customer) -> Check {
    let mode = customer.mode();
    RESALE_ONLY.require(mode == Some(AssociationMode::AgencyResale), || {
        facts! { customer: customer.id().as_str(), mode: mode.map_or("none", AssociationMode::name) }
    })
}

rule! {
    /// Only a customer that is not frozen can be frozen, whatever was frozen before, and by whom.
    ALREADY_FROZEN = "freeze.already-frozen", row, assumed "a freeze begins and ends at normal in the documented states";
    zh "只有未冻结的客户可以冻结,不论此前冻结的内容和方式";
    broken "the customer {customer} is frozen already, by {freeze_type}", "客户 {customer} 已按 {freeze_type} 冻结";
    comply "unfreeze the customer first, by that type", "请先按该类型解冻";
}

fn already_frozen(customer: &Customer, frozen: Option<FreezeType>) -> Check {
    match frozen {
        Some(frozen) => ALREADY_FROZEN.broken(facts! { customer: customer.id().as_str(), freeze_type: frozen.name() }),
        None => Ok(()),
    }
}

rule! {
    /// Only a frozen customer can be unfrozen.
    IS_FROZEN = "freeze.is-frozen", row, derived "there is nothing to end otherwise";
    zh "只有已冻结的客户可以解冻";
    broken "the customer {customer} is not frozen", "客户 {customer} 未冻结";
    comply "leave it out: there is nothing to end", "该客户无需解冻,请不要指定";
}

fn is_frozen(customer: &Customer, frozen: Option<FreezeType>) -> Check {
    IS_FROZEN.require(frozen.is_some(), || facts! { customer: customer.id().as_str() })
}

rule! {
    /// A customer is unfrozen by the type by which it was frozen.
    UNFREEZE_MATCH = "freeze.unfreeze-match", row, documented "UnfreezeSubCustomers, unfreeze_type";
    zh "解冻类型必须与冻结类型一致";
    broken "the customer {customer} is frozen by {freeze_type}, not by {given}", "客户 {customer} 按 {freeze_type} 冻结,而非 {given}";
    comply "give the type by which it was frozen", "请按冻结时的类型解冻";
}

fn unfreeze_match(customer: &Customer, frozen: FreezeType, asked: FreezeType) -> Check {
    UNFREEZE_MATCH.require(frozen == asked, || {
        facts! { customer: customer.id().as_str(), freeze_type: frozen.name(), given: asked.name() }
    })
}

rule! {
    /// Each customer has its own outcome; a refused one does not undo the others, and the call is accepted.
    PARTIAL = "freeze.partial", effect, documented "FreezeSubCustomers and UnfreezeSubCustomers, error_details";
    zh "逐个客户返回结果,失败的客户不影响其他客户,整个调用视为成功";
}

rule! {
    /// While the account alone is frozen, what runs is charged for; while its resources are frozen too, nothing is.
    BILLING = "freeze.billing", effect, documented "European manual, freezing customers";
    zh "仅冻结账号时,运行中的资源继续计费;同时冻结资源时,保留期内不计费";
}

rule! {
    /// A freeze ends when the customer is no resale customer of its partner any more.
    ENDS_WITH_RESALE = "freeze.ends-with-resale", effect, assumed "only resale customers can be frozen, and nobody could unfreeze it afterwards";
    zh "客户不再是其伙伴的转售客户时,冻结随之解除";
}
