//! A partner acts inside a resale customer's account: orders, configures, renews or unsubscribes.

use serde::{Deserialize, Serialize};

use super::partner_own;
use crate::authz::{self, reseller_of};
use crate::center::Books;
use crate::coupon::access::indirect_partner_owned;
use crate::decision::{Accepted, Check, Decided, Request, Review, facts};
use crate::directory::{
    AssociationMode, CUSTOMER_MANAGEMENT, Caller, Customer, Partner, PartnerKind, PartnerState, ResellerGrant,
};
use crate::event::Change;
use crate::freeze::FreezeType;
use crate::id::{AuthorizationId, CustomerId, Given, OrderId, PartnerId, ServiceType};
use crate::org::permission::any_of;
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::time::Timestamp;

pub(crate) static RULES: &[&Rule] = &[
    &DISTRIBUTOR_GRANT,
    &DISTRIBUTOR_TABS,
    &MEMBER_SCOPE,
    &KOOGALLERY,
    &SERVICE_LIST,
    &PARTNER_RESTRICTED,
    &PARTNER_FROZEN,
    &NOT_RESALE,
    &AUTHORIZATION_MISSING,
    &ACCOUNT_FROZEN,
    &BILLING_MODES,
    &NO_ORDER_FOR_PAYG,
];

/// What a partner does inside a customer's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OnBehalf {
    /// Orders something new.
    Order,
    /// Changes the specification of what there is.
    ChangeSpecification,
    /// Converts between yearly/monthly and pay-per-use billing.
    ConvertBilling,
    /// Renews.
    Renew,
    /// Unsubscribes.
    Unsubscribe,
    /// Configures and manages resources: starts, stops, renames, resets, deletes.
    Operate,
}

crate::named::named!(
    OnBehalf: Order = "order", ChangeSpecification = "change-specification", ConvertBilling = "convert-billing", Renew = "renew",
    Unsubscribe = "unsubscribe", Operate = "operate"
);

impl OnBehalf {
    /// Whether something is bought by it.
    pub fn is_purchase(self) -> bool {
        matches!(self, Self::Order | Self::ChangeSpecification | Self::ConvertBilling | Self::Renew)
    }
}

/// How something is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BillingMode {
    /// 包年/包月: prepaid, an order.
    YearlyMonthly,
    /// 按需: what is used; a resource, no order.
    PayPerUse,
}

/// Acts inside a customer's account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlaceOrder {
    /// The customer.
    pub customer: CustomerId,
    /// What is done there.
    pub operation: OnBehalf,
    /// The cloud service it is about.
    pub service_type: ServiceType,
    /// Whether it is a KooGallery product (云商店).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_koogallery: bool,
    /// How it is paid for; after a conversion, how it is from then on.
    pub billing_mode: BillingMode,
    /// The reseller whose customer it is, when a distributor acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indirect_partner_id: Option<Given<PartnerId>>,
}

/// A partner acted inside a customer's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OrderPlaced {
    /// The order; none when there is none, because what was bought is paid for as it is used, or nothing was bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// The customer.
    pub customer: CustomerId,
    /// The partner who acted.
    pub partner: PartnerId,
    /// The customer's authorization by which it acted.
    pub authorization: AuthorizationId,
    /// What was done.
    pub operation: OnBehalf,
    /// The cloud service it is about.
    pub service_type: ServiceType,
    /// How it is paid for.
    pub billing_mode: BillingMode,
}

pub(crate) fn decide(books: Books, request: &Request, place: &PlaceOrder) -> Decided {
    let caller = books.caller(request)?;
    let customer = books.customer(&place.customer)?;
    let reseller = reseller_of(caller, place.indirect_partner_id.as_ref());
    let party = caller.party(reseller);
    let own = party.filter(|party| customer.is_of(&party.id));
    let call = Call { books, caller, place, customer, now: request.at };

    let mut review = Review::new(books.policy);
    review.ask([
        any_of(caller, &[CUSTOMER_MANAGEMENT]),
        indirect_partner_owned(caller, reseller),
        distributor_grant(caller),
        partner_own::none(caller, customer),
    ]);
    // A foreign reseller leaves no party, and nobody whose customer it could be. The partner's own account is no customer's.
    if (party.is_some() || caller.partner.is_none()) && !partner_own::is_own_account(caller, customer) {
        review.ask([distributor_tabs(&call, party)]);
    }
    if own.is_some() {
        review.ask([member_scope(&call)]);
    }
    review.ask([koogallery(place)]);
    if let Some(party) = party {
        review.ask([service_list(&call, party), partner_restricted(&call, party), partner_frozen(&call, party)]);
    }
    if let Some(own) = own {
        review.ask([not_resale(customer)]);
        // Only a resale customer can have authorized anybody.
        if customer.mode() == Some(AssociationMode::AgencyResale) {
            review.ask([authorized(&call, own)]);
        }
        review.ask([account_frozen(&call)]);
    }
    let live = own.and_then(|own| books.live_authorization(customer.id(), &own.id, request.at));
    let (Some(own), Some(live), false) = (own, live, review.is_refused()) else { return Ok(review.refuse()) };

    let mut accepted = Accepted::new(request);
    let order = makes_order(place).then(|| OrderId::made(accepted.new_id()));
    accepted.event(Change::OrderPlaced(OrderPlaced {
        order,
        customer: customer.id().clone(),
        partner: own.id.clone(),
        authorization: live.id.clone(),
        operation: place.operation,
        service_type: place.service_type.clone(),
        billing_mode: place.billing_mode,
    }));
    Ok(accepted.decision())
}

/// A call of the operation.
struct Call<'a> {
    books: Books<'a>,
    caller: Caller<'a>,
    place: &'a PlaceOrder,
    customer: &'a Customer,
    now: Timestamp,
}

/// Whether an order comes of it: of all that is bought or unsubscribed yearly or monthly.
fn makes_order(place: &PlaceOrder) -> bool {
    let is_ordered = place.operation.is_purchase() || place.operation == OnBehalf::Unsubscribe;
    is_ordered && place.billing_mode == BillingMode::YearlyMonthly
}

rule! {
    /// A cloud reseller acts on behalf of its customers only while its distributor lets it order and operate for them.
    DISTRIBUTOR_GRANT = "order.place.distributor-grant", call, documented "European manual, resellers ordering on behalf of customers";
    zh "云经销商代客操作时,必须持有总经销商授予的代客下单与运维权限";
    broken "{distributor} has not let {reseller} order and operate for its customers", "{distributor} 未授予 {reseller} 代客下单与运维权限";
    comply "ask your distributor for the permission", "请向总经销商申请该权限";
}

fn distributor_grant(caller: Caller) -> Check {
    let Some(reseller) = caller.partner.filter(|_| caller.is(&[PartnerKind::CloudReseller])) else { return Ok(()) };
    let granted = caller.directory.has_granted(&reseller.id, ResellerGrant::OrderAndOperate);
    DISTRIBUTOR_GRANT.require(granted, || {
        let distributor = reseller.distributor.as_ref().map_or("-", PartnerId::as_str);
        facts! { distributor: distributor, reseller: reseller.id.as_str() }
    })
}

rule! {
    /// A partner acts for its own customers; a distributor also for those of the reseller it names.
    DISTRIBUTOR_TABS = "order.place.distributor-tabs", call, documented "international manual, ordering on behalf of customers, the distributor's two tabs";
    zh "伙伴只能为自己的客户操作;总经销商还可在指定云经销商后为该云经销商的客户操作";
    broken "the customer {customer} is not one of {partner}", "客户 {customer} 不是 {partner} 的客户";
    comply "choose one of your customers, or name the reseller whose customer it is", "请选择自己的客户,或指定客户所属的云经销商";
}

fn distributor_tabs(call: &Call, party: Option<&Partner>) -> Check {
    DISTRIBUTOR_TABS.require(party.is_some_and(|party| call.customer.is_of(&party.id)), || {
        let partner = party.map_or(call.caller.what(), |party| party.id.as_str());
        facts! { customer: call.customer.id().as_str(), partner: partner }
    })
}

rule! {
    /// An account manager without any further role acts for the customers assigned to it, and for no others.
    MEMBER_SCOPE = "order.place.member-scope", call, derived "China site manual, members and roles";
    zh "仅有客户经理角色的操作员只能为分配给自己的客户操作";
    broken "the customer {customer} is not assigned to the account manager {member}", "客户 {customer} 未分配给客户经理 {member}";
    comply "have the customer assigned to you, or ask its account manager", "请先将该客户分配给您,或联系其客户经理";
}

fn member_scope(call: &Call) -> Check {
    MEMBER_SCOPE.require(call.caller.scope().holds(call.customer), || {
        let member = call.caller.member().map_or("", |member| member.member().as_str());
        facts! { customer: call.customer.id().as_str(), member: member }
    })
}

rule! {
    /// KooGallery products (云商店) cannot be bought on behalf of a customer.
    KOOGALLERY = "order.place.koogallery", call, documented "China site manual, ordering on behalf of customers";
    zh "云商店商品不支持代客下单";
    broken "the product of {service} is a KooGallery product", "{service} 的商品属于云商店";
    comply "have the customer buy it", "请由客户自行购买";
}

fn koogallery(place: &PlaceOrder) -> Check {
    let is_bought = place.is_koogallery && place.operation.is_purchase();
    KOOGALLERY.require(!is_bought, || facts! { service: place.service_type.as_str() })
}

rule! {
    /// A cloud reseller of the European site buys only ECS, EVS and EIP on behalf of its customers.
    ///
    /// The list is `limits.eu_reseller_services`; an empty one names everything. Other sites have none.
    SERVICE_LIST = "order.place.service-list", call, documented "European manual, resellers ordering on behalf of customers";
    zh "欧洲站云经销商代客下单仅支持 ECS、EVS 和 EIP";
    broken "{service} is not one of {services}", "{service} 不在可代客下单的服务范围内:{services}";
    comply "have the customer or the distributor order it", "请由客户或总经销商下单";
}

fn service_list(call: &Call, party: &Partner) -> Check {
    let policy = call.books.policy;
    let (service, services) = (&call.place.service_type, &policy.limits.eu_reseller_services);
    let is_asked = call.caller.is(&[PartnerKind::CloudReseller])
        && party.site.unwrap_or(policy.site) == Site::Eu
        && call.place.operation.is_purchase();
    SERVICE_LIST.require(!is_asked || services.is_empty() || services.contains(service), || {
        facts! { service: service.as_str(), services: services.iter().map(Into::into).collect::<Vec<_>>() }
    })
}

/// The partner, or the distributor it belongs to, whom the vendor has sanctioned so.
fn sanctioned<'a>(call: &Call<'a>, party: &'a Partner, state: PartnerState) -> Option<&'a Partner> {
    let distributor = party.distributor.as_ref().and_then(|id| call.books.directory.partner(id));
    std::iter::once(party).chain(distributor).find(|partner| partner.state == state)
}

rule! {
    /// While a partner or its distributor is restricted (伙伴受限), nothing is bought for the partner's resale customers.
    PARTNER_RESTRICTED = "order.place.partner-restricted", call, documented "questions and answers, restricted partners";
    zh "伙伴或其总经销商受限期间,不能为其代售客户购买任何产品";
    broken "{partner} is restricted", "{partner} 已受限";
    comply "have the partner lift its restriction with the vendor", "请伙伴先联系华为云解除受限";
}

fn partner_restricted(call: &Call, party: &Partner) -> Check {
    match sanctioned(call, party, PartnerState::Restricted).filter(|_| call.place.operation.is_purchase()) {
        Some(partner) => PARTNER_RESTRICTED.broken(facts! { partner: partner.id.as_str() }),
        None => Ok(()),
    }
}

rule! {
    /// While a partner or its distributor is frozen (伙伴冻结), the resources of the partner's resale customers are frozen too: nothing is
    /// bought, changed, unsubscribed or operated.
    PARTNER_FROZEN = "order.place.partner-frozen", call, documented "questions and answers, frozen partners";
    zh "伙伴或其总经销商被冻结期间,其代售客户的资源一并冻结,不能代客购买、变更、退订或运维";
    broken "{partner} is frozen", "{partner} 已冻结";
    comply "have the partner lift its freeze with the vendor", "请伙伴先联系华为云解除冻结";
}

fn partner_frozen(call: &Call, party: &Partner) -> Check {
    match sanctioned(call, party, PartnerState::Frozen) {
        Some(partner) => PARTNER_FROZEN.broken(facts! { partner: partner.id.as_str() }),
        None => Ok(()),
    }
}

rule! {
    /// A partner acts on behalf of resale customers (代售) only.
    NOT_RESALE = "order.place.not-resale", call, documented "manual, operating on behalf of a customer";
    zh "只能为代售客户进行代客操作";
    broken "the customer {customer} is in mode {mode}", "客户 {customer} 的关联类型为 {mode}";
    comply "have the customer act itself, or switch the association to resale first", "请由客户自行操作,或先切换为代售";
}

fn not_resale(customer: &Customer) -> Check {
    let mode = customer.mode();
    NOT_RESALE.require(mode == Some(AssociationMode::AgencyResale), || {
        facts! { customer: customer.id().as_str(), mode: mode.map_or("none", AssociationMode::name) }
    })
}

rule! {
    /// Ordering, changing, converting, renewing and unsubscribing on behalf needs an authorization of the customer that is live at that
    /// instant; one that is requested, rejected, revoked or ended is not enough.
    ///
    /// Operating needs it as well: `authz.required`.
    AUTHORIZATION_MISSING = "order.place.authorization-missing", call, documented "manual, ordering on behalf of customers; the project's founding requirements";
    zh "代客下单、变更、转换、续订和退订时,必须当时持有客户的有效授权;待授权、已拒绝、已撤销或已结束均不可";
    broken "the authorization of {partner} by {customer} is {state}", "客户 {customer} 对 {partner} 的授权状态为 {state}";
    comply "ask the customer for its authorization, and wait until it agrees", "请向客户申请授权,待客户同意后再下单";
}

fn authorized(call: &Call, own: &Partner) -> Check {
    let rule = if call.place.operation == OnBehalf::Operate { &authz::REQUIRED } else { &AUTHORIZATION_MISSING };
    authz::live(rule, call.books, call.customer.id(), &own.id, call.now)
}

rule! {
    /// For a customer whose account is frozen nothing is bought, renewed, changed or converted; unsubscribing and operating stay allowed.
    /// Where its resources are frozen too, nothing is unsubscribed either.
    ACCOUNT_FROZEN = "order.place.account-frozen", call, documented "international manual, frozen customers; unsubscription API, frozen resources";
    zh "客户账号冻结期间不能代其购买、续订、变更规格或转换计费模式,退订与运维不受影响;资源同时冻结的,也不能退订";
    broken "{customer} is frozen ({freeze}), which bars {operation}", "客户 {customer} 已冻结({freeze}),不能执行 {operation}";
    comply "unfreeze the customer first", "请先解冻该客户";
    when "operation" "unsubscribe" "CBC.99003656" 400;
}

fn account_frozen(call: &Call) -> Check {
    let Some(found) = call.books.freezes.of(call.customer.id()) else { return Ok(()) };
    let (freeze, operation) = (found.frozen.freeze_type, call.place.operation);
    let of_resources = freeze == FreezeType::AccountAndResources && operation == OnBehalf::Unsubscribe;
    ACCOUNT_FROZEN.require(!operation.is_purchase() && !of_resources, || {
        facts! { customer: call.customer.id().as_str(), freeze: freeze.name(), operation: operation.name() }
    })
}

rule! {
    /// Both yearly/monthly and pay-per-use products can be ordered on behalf.
    BILLING_MODES = "order.place.billing-modes", effect, documented "manual, ordering on behalf of customers";
    zh "包年/包月和按需产品均可代客下单";
}

rule! {
    /// What is paid for as it is used makes a resource, and no order of the customer.
    NO_ORDER_FOR_PAYG = "order.place.no-order-for-payg", effect, documented "China site manual, customer orders";
    zh "购买按需产品只产生资源,不产生客户订单";
}
