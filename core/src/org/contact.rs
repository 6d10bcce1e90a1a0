//! The partner says whom its customers can turn to, and customers see it.

use serde::{Deserialize, Serialize};

use super::administrator_only;
use crate::center::{Books, PartnerCenter, Viewer};
use crate::decision::{Accepted, Actor, Check, Decided, Request, Review, facts};
use crate::directory::{Caller, Contact, ContactsSet, Partner};
use crate::error::Error;
use crate::event::Change;
use crate::export::{Export, row};
use crate::policy::Policy;
use crate::rule::{Rule, rule};
use crate::view::{Paging, Part, View};

pub(crate) static RULES: &[&Rule] = &[&LIMIT];

/// Says who the customer contacts of the partner who asks are. For administrators.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetContacts {
    /// All of them, at most 5, in the order in which customers see them; none has customers see the administrator instead.
    pub contacts: Vec<Contact>,
}

pub(crate) fn decide(books: Books, request: &Request, set: &SetContacts) -> Decided {
    let caller = books.caller(request)?;
    let mut review = Review::new(books.policy);
    review.ask([administrator_only(caller), limit(books.policy, set)]);
    let (Some(partner), false) = (caller.partner, review.is_refused()) else { return Ok(review.refuse()) };
    let mut accepted = Accepted::new(request);
    accepted.event(Change::ContactsSet(ContactsSet { partner: partner.id.clone(), contacts: set.contacts.clone() }));
    Ok(accepted.decision())
}

rule! {
    /// A partner has at most 5 customer contacts; when it has none, its administrator is shown instead.
    LIMIT = "org.contact.limit", call, documented "China site manual, customer contacts";
    zh "每个伙伴最多设置 5 个客户联系人;未设置时显示管理员";
    broken "{count} contacts are given, at most {limit} are allowed", "指定了 {count} 个联系人,最多 {limit} 个";
    comply "name the contacts that matter most", "请保留最重要的联系人";
}

fn limit(policy: &Policy, set: &SetContacts) -> Check {
    let (count, limit) = (set.contacts.len(), policy.limits.customer_contacts_max);
    LIMIT.require(count <= limit, || facts! { count: count, limit: limit })
}

/// Asks whom a partner's customers can turn to: at its own partner for a customer, at itself for a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct CustomerContacts {
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// Somebody whom customers can turn to. In full for customers, whom it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ContactItem {
    /// The name; of an administrator who stands in, the partner's.
    pub name: String,
    /// The phone number; empty when nobody said.
    pub phone: String,
    /// The e-mail address; empty when nobody said.
    pub email: String,
    /// Whether it is the administrator, because the partner has named no contacts.
    pub is_administrator: bool,
}

impl ContactItem {
    fn of(contact: &Contact, in_full: bool) -> Self {
        let Contact { name, phone, email } = contact;
        Self { name: name.shown(in_full), phone: phone.shown(in_full), email: email.shown(in_full), is_administrator: false }
    }

    /// The main account, which is the administrator that every partner has.
    fn administrator(partner: &Partner) -> Self {
        let name = if partner.name.is_empty() { &partner.account_name } else { &partner.name };
        Self { name: name.clone(), phone: String::new(), email: String::new(), is_administrator: true }
    }
}

impl CustomerContacts {
    pub(crate) fn answer(&self, books: Books, caller: Caller, part: Part) -> View<ContactItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let (partner, in_full) = match caller.actor {
            Actor::Customer(account) => {
                let customer = books.directory.customer(&account.customer);
                let association = customer.and_then(|customer| customer.association.as_ref());
                (association.and_then(|association| books.directory.partner(&association.partner)), true)
            }
            _ => (caller.partner, caller.reveal),
        };
        let contacts = partner.map_or(&[][..], |partner| books.directory.contacts_of(&partner.id));
        let administrator = partner.filter(|_| contacts.is_empty()).map(ContactItem::administrator);
        let found = contacts.iter().map(|contact| ContactItem::of(contact, in_full)).chain(administrator);
        View::page(review, paging, found)
    }
}

row! {
    /// A row of exported customer contacts.
    pub struct ContactRow {
        /// The name; of an administrator who stands in, the partner's.
        pub name: String,
        /// The phone number.
        pub phone: String,
        /// The e-mail address.
        pub email: String,
        /// Whether it is the administrator, because the partner has named no contacts.
        pub is_administrator: bool,
    }
}

impl Export for CustomerContacts {
    type Row = ContactRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<ContactRow>, Error> {
        let found = self.answer(center.books(), center.viewer(viewer)?, Part::All);
        Ok(found.map(|ContactItem { name, phone, email, is_administrator }| ContactRow { name, phone, email, is_administrator }))
    }
}
