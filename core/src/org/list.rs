//! The operator accounts of a partner as a list.

use serde::{Deserialize, Serialize};

use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{EVERY_KIND, Operation, caller_type};
use crate::decision::Review;
use crate::directory::{Caller, Member, PresetRole};
use crate::error::Error;
use crate::export::{Export, joined, row};
use crate::id::{MemberId, RoleId};
use crate::view::{Paging, Part, View};

/// Asks for the operator accounts of the partner who asks: all for administrators, itself and those under it for an account director,
/// itself for everybody else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Members {
    /// A part of the account's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
    /// A role that they have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleId>,
    /// The account director over them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub director: Option<MemberId>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// An operator account, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MemberItem {
    /// The account.
    pub member: MemberId,
    /// The name it signs in with; masked, unless asked for in full.
    pub account_name: String,
    /// Its roles.
    pub roles: Vec<RoleId>,
    /// The account director over it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub director: Option<MemberId>,
    /// All it may do, by name: its own permission items, those of its roles, and what every role may. An administrator needs none.
    pub permission_items: Vec<String>,
    /// Whether its qualification as account manager or SA specialist is under review.
    pub qualification_in_review: bool,
}

impl MemberItem {
    fn of(caller: Caller, member: &Member) -> Self {
        Self {
            member: member.member().clone(),
            account_name: member.account_name.shown(caller.reveal),
            roles: member.roles.iter().cloned().collect(),
            director: member.director.clone(),
            permission_items: caller.directory.items_of(member).into_iter().collect(),
            qualification_in_review: member.qualification_in_review,
        }
    }
}

const OPERATION: Operation = Operation { permission_items: &[], api: EVERY_KIND, console: EVERY_KIND, changes_something: false };

impl Members {
    pub(crate) fn answer(&self, books: Books, caller: Caller, part: Part) -> View<MemberItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        review.ask([caller_type(caller, &OPERATION)]);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let Some(partner) = caller.partner else { return View::page(review, paging, std::iter::empty()) };

        let is_wanted = |member: &&Member| {
            self.account_name.as_ref().is_none_or(|part| member.account_name.in_full().contains(part.as_str()))
                && self.role.as_ref().is_none_or(|role| member.roles.contains(role))
                && self.director.as_ref().is_none_or(|director| member.director.as_ref() == Some(director))
        };
        let found = books.directory.members_of(&partner.id).filter(|member| sees(caller, member)).filter(is_wanted);
        View::page(review, paging, found.map(|member| MemberItem::of(caller, member)))
    }
}

/// Whether somebody sees an operator account of its partner.
fn sees(caller: Caller, member: &Member) -> bool {
    let Some(own) = caller.member() else { return true };
    let is_under = own.is(PresetRole::AccountDirector) && member.director.as_ref() == Some(own.member());
    own.is(PresetRole::Administrator) || is_under || own.member() == member.member()
}

row! {
    /// A row of exported operator accounts.
    pub struct MemberRow {
        /// The account.
        pub member: MemberId,
        /// The name it signs in with.
        pub account_name: String,
        /// Its roles.
        pub roles: String,
        /// The account director over it.
        pub director: Option<MemberId>,
        /// All it may do, by name.
        pub permission_items: String,
        /// Whether its qualification as account manager or SA specialist is under review.
        pub qualification_in_review: bool,
    }
}

impl Export for Members {
    type Row = MemberRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<MemberRow>, Error> {
        let found = self.answer(center.books(), center.viewer(viewer)?, Part::All);
        Ok(found.map(|item| MemberRow {
            member: item.member,
            account_name: item.account_name,
            roles: joined(item.roles),
            director: item.director,
            permission_items: joined(item.permission_items),
            qualification_in_review: item.qualification_in_review,
        }))
    }
}
