//! An adjustment that is asked for: who asks, whose money it is, and whose customers can be named.

use crate::account::Holder;
use crate::center::Books;
use crate::coupon::access::{EVERY_KIND, GROUP_A, Operation, console_verification_code, indirect_partner_owned, rate_limit};
use crate::decision::{CustomerAccount, Request, Review};
use crate::directory::{Caller, Customer, Partner};
use crate::error::Error;
use crate::id::{CustomerId, Given, PartnerId};

use super::role;

/// `adjustment.role` asks who may call, and `adjustment.permission` for the item.
const OPERATION: Operation = Operation { permission_items: &[], api: GROUP_A, console: EVERY_KIND, changes_something: true };

/// A call, and what it is about.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub books: Books<'a>,
    pub caller: Caller<'a>,
    pub request: &'a Request,
    /// The reseller that is named, if that counts.
    reseller: Option<&'a Given<PartnerId>>,
    /// Whose money it is: the caller's, or the named reseller's; nobody's when that reseller is not its own.
    pub party: Option<&'a Partner>,
}

impl<'a> Call<'a> {
    pub fn of(books: Books<'a>, request: &'a Request, indirect_partner_id: Option<&'a Given<PartnerId>>) -> Result<Self, Error> {
        let caller = books.caller(request)?;
        let reseller = caller.named_reseller(indirect_partner_id);
        Ok(Self { books, caller, request, reseller, party: caller.party(reseller) })
    }

    /// Who may adjust accounts of this kind, and whose.
    pub fn ask_caller(&self) -> Review<'a> {
        let mut review = Review::new(self.books.policy);
        review.ask([rate_limit(self.caller)]);
        if let Some((role, item)) = role::asked_by(&self.request.command) {
            review.ask([role(self.caller), role::permission(self.caller, item)]);
        }
        review.ask([
            console_verification_code(self.caller, &OPERATION),
            super::idempotency::key(self.books, self.caller, self.request),
            indirect_partner_owned(self.caller, self.reseller),
        ]);
        review
    }

    /// The customer, if it is the party's and the caller works with it.
    pub fn own(&self, given: &Given<CustomerId>) -> Option<&'a Customer> {
        let customer = self.books.directory.customer(given.value()?)?;
        let own = customer.is_of(&self.party?.id) && self.caller.scope().holds(customer);
        own.then_some(customer)
    }

    /// The party, in words.
    pub fn party_name(&self) -> &'a str {
        self.party.map_or(self.caller.what(), |party| party.id.as_str())
    }
}

/// A customer, as one of whom accounts are.
pub(super) fn holder(customer: &Customer) -> Holder {
    Holder::Customer(CustomerAccount { customer: customer.id().clone() })
}
