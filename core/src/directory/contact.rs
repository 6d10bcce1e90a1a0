//! Customer contacts (客户联系人): whom a partner's customers can turn to.

use serde::{Deserialize, Serialize};

use super::Directory;
use crate::id::PartnerId;
use crate::personal::Personal;
use crate::table::Entity;

/// Somebody at a partner whom its customers can turn to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The name.
    pub name: Personal,
    /// The phone number; empty when nobody said.
    #[serde(default, skip_serializing_if = "Personal::is_empty")]
    pub phone: Personal,
    /// The e-mail address; empty when nobody said.
    #[serde(default, skip_serializing_if = "Personal::is_empty")]
    pub email: Personal,
}

/// A partner has these contacts from now on, and no others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContactsSet {
    /// The partner.
    pub partner: PartnerId,
    /// All of them, in the order in which customers see them.
    pub contacts: Vec<Contact>,
}

impl Entity for ContactsSet {
    type Id = PartnerId;
    fn id(&self) -> &PartnerId {
        &self.partner
    }
}

impl Directory {
    /// The customer contacts of a partner; none when it has named none.
    pub fn contacts_of(&self, partner: &PartnerId) -> &[Contact] {
        self.contacts.get(partner).map_or(&[], |set| &set.contacts)
    }
}
