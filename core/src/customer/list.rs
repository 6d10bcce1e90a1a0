//! The list of customers.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::export::admin_only;
use crate::assoc::r#type::unknown_code;
use crate::center::Books;
use crate::coupon::access::{
    EVERY_KIND, GROUP_A, Operation, caller_type, indirect_partner_owned, rate_limit, reseller_via_distributor,
};
use crate::decision::Review;
use crate::directory::{
    Association, AssociationMode, CUSTOMER_MANAGEMENT, Caller, Customer, CustomerLevel, CustomerType, OWN_CUSTOMER_LIST, Owner,
    PartnerKind, RESELLER_CUSTOMER_LIST,
};
use crate::freeze::FreezeType;
use crate::id::{CustomerId, Given, MemberId, PartnerId};
use crate::org::permission::any_of;
use crate::personal::Personal;
use crate::rule::{Rule, rule};
use crate::time::{Date, Timestamp};
use crate::view::{Field, Means, Paging, Part, Time, View};

pub(crate) static RULES: &[&Rule] = &[&SEARCH, &OF_RESELLER];

/// Asks for the customers of the partner who asks, or of a reseller of its, in the order in which they were recorded. An account manager
/// without any further role sees those assigned to it.
///
/// Vendor: ListSubCustomers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Customers {
    /// The customer; all when empty or null.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub customer_id: Field<Given<CustomerId>>,
    /// A part of the account's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
    /// A part of the customer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_name: Option<String>,
    /// The tag they have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// How they work together with the partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub association_mode: Option<AssociationMode>,
    /// The same by the vendor's code at the site of the center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub association_type: Option<String>,
    /// Associated later than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub associated_on_begin: Time,
    /// Associated earlier than this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub associated_on_end: Time,
    /// The account manager they are assigned to; all when empty or null.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub account_manager: Field<Given<MemberId>>,
    /// Whether they are assigned to an account manager at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned: Option<bool>,
    /// The reseller whose customers a distributor asks for; its own when absent, empty or null.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub indirect_partner_id: Field<Given<PartnerId>>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// A customer, as the list shows it. Names, phone and e-mail are masked, unless asked for in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CustomerItem {
    /// The customer.
    pub customer_id: CustomerId,
    /// The name of its account.
    pub account_name: String,
    /// Its name; empty before it has passed real-name authentication.
    pub customer_name: String,
    /// Its phone number.
    pub phone: String,
    /// Its e-mail address.
    pub email: String,
    /// How it works together with the partner; some old customers have no mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub association_mode: Option<AssociationMode>,
    /// The code of the mode at the site of the center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub association_code: Option<u8>,
    /// When it became the partner's.
    pub associated_on: Timestamp,
    /// Whether it has passed real-name authentication; unknown when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub real_name: Option<bool>,
    /// Whether it is a person or a company; nothing before real-name authentication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_type: Option<CustomerType>,
    /// Its tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Arc<str>>,
    /// How the vendor ranks it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_level: Option<CustomerLevel>,
    /// What of it the partner has frozen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frozen: Option<FreezeType>,
    /// Who answers for it.
    pub owner: OwnerKind,
    /// The account manager it is assigned to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_manager: Option<MemberId>,
    /// The name of the account manager's account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_manager_name: Option<String>,
    /// Since when it is assigned to the account manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_since: Option<Timestamp>,
    /// The first day whose spending counts to the account manager's performance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub performance_from: Option<Date>,
    /// From when on its spending counts as consumption of the account manager's customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consumption_from: Option<Timestamp>,
    /// The user of the partner's own platform whom the account stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub xaccount_id: Option<String>,
    /// The platform of that user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub xaccount_type: Option<String>,
    /// Warnings about it that nobody has seen to.
    pub pending_warnings: usize,
}

/// Who answers for a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OwnerKind {
    /// The account manager it is assigned to.
    AccountManager,
    /// The partner's main account.
    MainAccount,
}

impl CustomerItem {
    fn of(books: Books, caller: Caller, customer: &Customer, association: &Association) -> Self {
        let (profile, in_full) = (&customer.profile, caller.reveal);
        let assignment = customer.assignment();
        let manager = assignment.and_then(|it| books.directory.member(&it.partner, &it.manager));
        let site = books.policy.site;
        let is_managers = matches!(books.directory.owner(customer), Some(Owner::Manager(_)));
        Self {
            customer_id: customer.id().clone(),
            account_name: profile.account_name.shown(in_full),
            customer_name: profile.name.shown(in_full),
            phone: profile.phone.shown(in_full),
            email: profile.email.shown(in_full),
            association_mode: association.mode,
            association_code: association.mode.map(|mode| mode.code_at(site)),
            associated_on: association.since,
            real_name: profile.real_name,
            customer_type: profile.customer_type,
            label: profile.label.clone(),
            customer_level: profile.customer_level,
            frozen: books.freezes.of(customer.id()).map(|frozen| frozen.frozen.freeze_type),
            owner: if is_managers { OwnerKind::AccountManager } else { OwnerKind::MainAccount },
            account_manager: assignment.map(|it| it.manager.clone()),
            account_manager_name: manager.map(|manager| manager.account_name.shown(in_full)),
            manager_since: assignment.map(|it| it.since),
            performance_from: assignment.map(|it| it.performance_from(site)),
            consumption_from: assignment.map(|it| it.since),
            xaccount_id: profile.xaccount.as_ref().map(|xaccount| xaccount.id.clone()),
            xaccount_type: profile.xaccount.as_ref().map(|xaccount| xaccount.kind.clone()),
            pending_warnings: books.warnings.pending_of(customer.id()),
        }
    }
}

const OPERATION: Operation = Operation {
    permission_items: &[OWN_CUSTOMER_LIST, RESELLER_CUSTOMER_LIST, CUSTOMER_MANAGEMENT],
    api: GROUP_A,
    console: EVERY_KIND,
    changes_something: false,
};

impl Customers {
    pub(crate) fn answer(&self, books: Books, caller: Caller, part: Part) -> View<CustomerItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let (reseller, site) = (self.reseller(caller), books.policy.site);
        review.ask([
            rate_limit(caller),
            caller_type(caller, &OPERATION),
            reseller_via_distributor(caller),
            any_of(caller, OPERATION.permission_items),
            indirect_partner_owned(caller, reseller),
            admin_only(caller, part),
            unknown_code(site, self.association_type.as_deref()),
        ]);
        let coded = self.association_type.as_deref().and_then(|code| AssociationMode::of_code(site, code));
        let customer = review.filter("customer_id", &self.customer_id, Means::Ignored, Means::Ignored);
        let manager = review.filter("account_manager", &self.account_manager, Means::Ignored, Means::Ignored);
        let names = ["associated_on_begin", "associated_on_end"];
        let associated = review.between(names, &self.associated_on_begin, &self.associated_on_end, Means::Ignored);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let Some(party) = caller.party(reseller) else { return View::page(review, paging, std::iter::empty()) };

        let scope = caller.scope();
        let has =
            |name: &Personal, part: &Option<String>| part.as_ref().is_none_or(|part| name.in_full().contains(part.as_str()));
        let theirs = books.directory.customers_of(&party.id);
        let theirs = theirs.filter_map(|customer| customer.association.as_ref().map(|association| (customer, association)));
        let found = theirs.filter(|(found, association)| {
            scope.holds(found)
                && customer.lets(found.id())
                && manager.lets_if(|manager| found.manager() == Some(manager))
                && self.assigned.is_none_or(|assigned| found.manager().is_some() == assigned)
                && self.association_mode.is_none_or(|mode| found.mode() == Some(mode))
                && coded.is_none_or(|mode| found.mode() == Some(mode))
                && self.label.as_ref().is_none_or(|label| found.profile.label.as_deref() == Some(label.as_str()))
                && associated(association.since)
                && has(&found.profile.account_name, &self.account_name)
                && has(&found.profile.name, &self.customer_name)
        });
        // Only what is shown is looked up any further.
        View::page(review, paging, found).map(|(customer, association)| CustomerItem::of(books, caller, customer, association))
    }

    /// The reseller that a distributor names. Both ways in have a page of its customers; of anybody else an id says nothing.
    fn reseller(&self, caller: Caller) -> Option<&Given<PartnerId>> {
        let Field::Value(given) = &self.indirect_partner_id else { return None };
        let counts = caller.is(&[PartnerKind::GeneralDistributor]) && !given.text().is_empty();
        counts.then_some(given)
    }
}

rule! {
    /// Customers are found by their id, by a part of their name or account name, by tag, mode, time of association and account manager; all
    /// that is given must fit.
    SEARCH = "customer.list.search", view, documented "SDK, ListSubCustomers; manual, customer list";
    zh "客户列表可按客户 ID、客户名称或账号名(支持部分匹配)、标签、关联类型、关联时间和客户经理筛选,多个条件须同时满足";
}

rule! {
    /// A distributor sees its own customers, or those of one reseller of its that it names. Of anybody else a reseller's id says nothing.
    OF_RESELLER = "customer.list.of-reseller", view, documented "SDK, ListSubCustomers, indirect_partner_id; manual, the two tabs of the customer list";
    zh "总经销商默认查看自己的客户,指定云经销商时查看该云经销商的客户;其他伙伴携带的云经销商 ID 不生效";
}
