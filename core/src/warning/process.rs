//! The sole owner of the customer says what became of a warning.

use serde::{Deserialize, Serialize};

use super::{Warning, WarningCategory};
use crate::center::Books;
use crate::decision::{Accepted, Actor, Check, Decided, Request, Review, facts};
use crate::directory::{Caller, Customer, Owner};
use crate::error::Unknown;
use crate::event::Change;
use crate::id::{MemberId, WarningId};
use crate::policy::Policy;
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&RESELLER_CUSTOMER, &NOT_SOLE_OWNER, &ALREADY, &CHURN_RESULT, &RESOURCE_FORM, &REMARK];

/// Whether a customer is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChurnResult {
    /// 已流失.
    Lost,
    /// 未流失.
    NotLost,
}

crate::named::named!(ChurnResult: Lost = "lost", NotLost = "not-lost");

/// Processes a warning. For the sole owner of its customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProcessWarning {
    /// The warning.
    pub warning: WarningId,
    /// Whether the customer is lost; of churn warnings only, and there it must be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ChurnResult>,
    /// What was done, or is going to be.
    #[serde(default)]
    pub remark: String,
}

/// A warning was processed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WarningProcessed {
    /// The warning.
    pub warning: WarningId,
    /// The account manager who did; the main account, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<MemberId>,
    /// Whether the customer is lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ChurnResult>,
    /// What was noted.
    pub remark: String,
}

pub(crate) fn decide(books: Books, request: &Request, process: &ProcessWarning) -> Decided {
    let warning = books.warnings.warning(&process.warning).ok_or_else(|| Unknown::new("warning", &process.warning))?;
    let (caller, customer) = (books.caller(request)?, books.customer(&warning.computed.customer)?);
    let mut review = Review::new(books.policy);
    review.ask(may(caller, customer, warning));
    review.ask([churn_result(warning, process), resource_form(warning, process), remark(books.policy, process)]);
    if review.is_refused() {
        return Ok(review.refuse());
    }
    let mut accepted = Accepted::new(request);
    accepted.event(Change::WarningProcessed(WarningProcessed {
        warning: process.warning.clone(),
        by: customer.manager().cloned(),
        result: process.result,
        remark: process.remark.clone(),
    }));
    Ok(accepted.decision())
}

/// Whether somebody may process a warning at all, whatever the form will say.
pub(super) fn may(caller: Caller, customer: &Customer, warning: &Warning) -> [Check; 3] {
    [reseller_customer(caller, customer), not_sole_owner(caller, customer), already(warning)]
}

/// Whether the customer is one of a reseller of the caller.
fn is_resellers(caller: Caller, customer: &Customer) -> bool {
    let partner = customer.association.as_ref().and_then(|association| caller.directory.partner(&association.partner));
    let distributor = partner.and_then(|partner| partner.distributor.as_ref());
    distributor.is_some() && distributor == caller.partner.map(|partner| &partner.id)
}

rule! {
    /// A distributor sees the warnings about its resellers' customers, and leaves them to the reseller's owner of the customer.
    RESELLER_CUSTOMER = "warning.process.reseller-customer", call, derived "international manual, customer warnings: the distributor's second tab is for viewing";
    zh "总经销商可查看下属云经销商客户的预警,但由云经销商侧的客户责任人处理";
    broken "the customer {customer} belongs to the cloud reseller {reseller}", "客户 {customer} 属于云经销商 {reseller}";
    comply "have the reseller process it", "请由该云经销商处理";
}

fn reseller_customer(caller: Caller, customer: &Customer) -> Check {
    RESELLER_CUSTOMER.require(!is_resellers(caller, customer), || {
        let reseller = customer.association.as_ref().map_or("", |association| association.partner.as_str());
        facts! { customer: customer.id().as_str(), reseller: reseller }
    })
}

rule! {
    /// Only the sole owner of the customer processes its warnings: the account manager it is assigned to, or else the partner's main account.
    /// To see a warning, to direct the manager or to administrate the partner is not enough.
    NOT_SOLE_OWNER = "warning.process.not-sole-owner", call, documented "the project's founding requirements; international manual, processing customer warnings";
    zh "客户预警只能由客户归属唯一责任人处理:已分配的客户经理,未分配时为伙伴主账号;仅有查看权限、主管或管理员身份均不可处理";
    broken "the customer {customer} is owned by {owner}, and {actor} asked", "客户 {customer} 的唯一责任人是 {owner},操作者为 {actor}";
    comply "have the owner process it, or have the customer assigned to you", "请由责任人处理,或将客户分配给您";
}

fn not_sole_owner(caller: Caller, customer: &Customer) -> Check {
    let owner = caller.directory.owner(customer);
    let own = caller.partner.is_some_and(|partner| customer.is_of(&partner.id));
    let is_owner = match (&owner, caller.actor) {
        (Some(Owner::Manager(manager)), Actor::Member(account)) => own && **manager == account.member,
        (Some(Owner::MainAccount(_)), Actor::Partner(_)) => own,
        _ => false,
    };
    // Whose reseller's customer it is has been told already.
    NOT_SOLE_OWNER.require(is_owner || is_resellers(caller, customer), || {
        let owner = match owner {
            Some(Owner::Manager(manager)) => manager.to_string(),
            Some(Owner::MainAccount(partner)) => partner.to_string(),
            None => "nobody".into(),
        };
        let actor = match caller.actor {
            Actor::Member(account) => account.member.to_string(),
            Actor::Partner(account) => account.partner.to_string(),
            Actor::Customer(account) => account.customer.to_string(),
            actor => actor.type_name().to_owned(),
        };
        facts! { customer: customer.id().as_str(), owner: owner, actor: actor }
    })
}

rule! {
    /// A warning that was processed is not processed again.
    ALREADY = "warning.process.already", call, assumed "no page reopens one";
    zh "已处理的预警不能再次处理";
    broken "the warning {warning} was processed at {at}", "预警 {warning} 已于 {at} 处理";
    comply "nothing more needs to be done about it", "无需再次处理";
}

fn already(warning: &Warning) -> Check {
    match &warning.processed {
        Some(processed) => ALREADY.broken(facts! { warning: warning.computed.id.as_str(), at: processed.at }),
        None => Ok(()),
    }
}

rule! {
    /// Of a churn warning it must be said whether the customer is lost (已流失) or not (未流失).
    CHURN_RESULT = "warning.process.churn-result", call, documented "China site and international manuals, processing customer warnings";
    zh "处理流失预警时必须选择已流失或未流失";
    broken "the churn warning {warning} comes without a result", "流失预警 {warning} 未填写处理结果";
    comply "say whether the customer is lost", "请选择已流失或未流失";
}

fn churn_result(warning: &Warning, process: &ProcessWarning) -> Check {
    let asked = warning.computed.category == WarningCategory::Churn;
    CHURN_RESULT.require(!asked || process.result.is_some(), || facts! { warning: warning.computed.id.as_str() })
}

rule! {
    /// A resource warning has a form of its own, on which nobody is lost.
    RESOURCE_FORM = "warning.process.resource-form", call, documented "China site manual, processing customer warnings; its fields are assumed";
    zh "资源预警有单独的处理表单,不填写是否流失";
    broken "the resource warning {warning} comes with the result {result}", "资源预警 {warning} 填写了处理结果 {result}";
    comply "leave the result away", "请不要填写是否流失";
}

fn resource_form(warning: &Warning, process: &ProcessWarning) -> Check {
    match process.result {
        Some(result) if warning.computed.category == WarningCategory::Resource => {
            RESOURCE_FORM.broken(facts! { warning: warning.computed.id.as_str(), result: result.name() })
        }
        _ => Ok(()),
    }
}

rule! {
    /// What was done about a warning must be noted, in at most 500 characters.
    REMARK = "warning.process.remark", call, assumed "the fields of the form are not published";
    zh "处理预警必须填写备注,最多 500 个字符";
    broken "the remark has {length} characters, 1 to {limit} are allowed", "备注有 {length} 个字符,允许 1 至 {limit} 个";
    comply "note briefly what was done", "请简要填写处理情况";
}

fn remark(policy: &Policy, process: &ProcessWarning) -> Check {
    let (length, limit) = (process.remark.trim().chars().count(), policy.limits.warning_remark_characters_max);
    REMARK.require((1..=limit).contains(&length), || facts! { length: length, limit: limit })
}
