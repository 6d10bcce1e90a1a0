//! Customers as rows of a file.

use super::{CustomerItem, Customers, OwnerKind};
use crate::center::{PartnerCenter, Viewer};
use crate::decision::{Actor, Check, facts};
use crate::directory::{AssociationMode, Caller, CustomerType};
use crate::error::Error;
use crate::export::{Export, row};
use crate::freeze::FreezeType;
use crate::id::{CustomerId, MemberId};
use crate::rule::{Rule, rule};
use crate::time::{Date, Timestamp};
use crate::view::{Part, View};

pub(crate) static RULES: &[&Rule] = &[&ADMIN_ONLY];

rule! {
    /// The list of customers is exported by the partner's administrators only: the main account, and operators with the administrator role.
    ADMIN_ONLY = "customer.export.admin-only", call, documented "manual, exporting customers";
    zh "只有伙伴管理员可以导出客户列表:伙伴主账号,以及具备系统管理员角色的操作员";
    broken "{actor} is no administrator of the partner", "{actor} 不是伙伴的管理员";
    comply "look at the list, or have an administrator export it", "请在线查看,或由管理员导出";
}

pub(super) fn admin_only(caller: Caller, part: Part) -> Check {
    let Actor::Member(account) = caller.actor else { return Ok(()) };
    ADMIN_ONLY.require(part == Part::Page || caller.directory.is_administrator(caller.actor), || {
        facts! { actor: account.member.as_str() }
    })
}

row! {
    /// A row of exported customers. Names, phone and e-mail are masked, unless asked for in full.
    pub struct CustomerRow {
        /// The customer.
        pub customer_id: CustomerId,
        /// The name of its account.
        pub account_name: String,
        /// Its name.
        pub customer_name: String,
        /// Its phone number.
        pub phone: String,
        /// Its e-mail address.
        pub email: String,
        /// How it works together with the partner.
        pub association_mode: Option<AssociationMode>,
        /// The code of the mode at the site of the center.
        pub association_code: Option<u8>,
        /// When it became the partner's.
        pub associated_on: Timestamp,
        /// Whether it has passed real-name authentication; nothing when unknown.
        pub real_name: Option<bool>,
        /// Whether it is a person or a company.
        pub customer_type: Option<CustomerType>,
        /// Its tag.
        pub label: Option<String>,
        /// How the vendor ranks it.
        pub customer_level: Option<String>,
        /// What of it the partner has frozen.
        pub frozen: Option<FreezeType>,
        /// Who answers for it: its account manager, or the main account.
        pub owner: OwnerKind,
        /// The account manager it is assigned to.
        pub account_manager: Option<MemberId>,
        /// The name of the account manager's account.
        pub account_manager_name: Option<String>,
        /// Since when it is assigned to the account manager.
        pub manager_since: Option<Timestamp>,
        /// The first day whose spending counts to the account manager's performance.
        pub performance_from: Option<Date>,
        /// From when on its spending counts as consumption of the account manager's customers.
        pub consumption_from: Option<Timestamp>,
        /// The user of the partner's own platform whom the account stands for.
        pub xaccount_id: Option<String>,
        /// The platform of that user.
        pub xaccount_type: Option<String>,
        /// Warnings about it that nobody has seen to.
        pub pending_warnings: usize,
    }
}

impl CustomerRow {
    fn of(item: CustomerItem) -> Self {
        Self {
            customer_id: item.customer_id,
            account_name: item.account_name,
            customer_name: item.customer_name,
            phone: item.phone,
            email: item.email,
            association_mode: item.association_mode,
            association_code: item.association_code,
            associated_on: item.associated_on,
            real_name: item.real_name,
            customer_type: item.customer_type,
            label: item.label.map(|label| label.to_string()),
            customer_level: item.customer_level.map(|level| format!("{level:?}")),
            frozen: item.frozen,
            owner: item.owner,
            account_manager: item.account_manager,
            account_manager_name: item.account_manager_name,
            manager_since: item.manager_since,
            performance_from: item.performance_from,
            consumption_from: item.consumption_from,
            xaccount_id: item.xaccount_id,
            xaccount_type: item.xaccount_type,
            pending_warnings: item.pending_warnings,
        }
    }
}

impl Export for Customers {
    type Row = CustomerRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<CustomerRow>, Error> {
        Ok(self.answer(center.books(), center.viewer(viewer)?, Part::All).map(CustomerRow::of))
    }
}
