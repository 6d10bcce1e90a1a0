//! What happens with an association, whoever brings it about: the vendor, an invitation, a new account, the answer to a request.

use crate::center::Books;
use crate::decision::Accepted;
use crate::directory::{Associate, AssociationMode, CustomerRef, SwitchMode};
use crate::error::Error;
use crate::event::Change;
use crate::id::{CustomerId, PartnerId};

impl Books<'_> {
    /// A customer joins a partner by an invitation or as a new account. What the vendor records of an older association says itself
    /// what came of it.
    pub(crate) fn join(&self, accepted: &mut Accepted, it: &Associate) -> Result<(), Error> {
        self.associate(accepted, it)?;
        self.freeze_resale(accepted, it);
        Ok(())
    }

    /// A customer becomes a partner's.
    pub(crate) fn associate(&self, accepted: &mut Accepted, it: &Associate) -> Result<(), Error> {
        accepted.event(Change::CustomerAssociated(it.clone()));
        self.on_associate(accepted, &it.customer, &it.reclaimed_coupons, it.becomes_reseller)
    }

    /// A customer is no longer the partner's.
    pub(crate) fn disassociate(&self, accepted: &mut Accepted, customer: &CustomerId, partner: &PartnerId) -> Result<(), Error> {
        accepted.event(Change::CustomerDisassociated(CustomerRef { customer: customer.clone() }));
        self.return_allocation(accepted, customer, partner)?;
        self.on_unassociate(accepted, customer, partner)?;
        self.end_authorization(accepted, customer);
        self.end_freeze(accepted, customer);
        Ok(())
    }

    /// A customer and its partner work together another way from now on.
    pub(crate) fn switch_mode(&self, accepted: &mut Accepted, it: &SwitchMode, partner: &PartnerId) -> Result<(), Error> {
        accepted.event(Change::CustomerModeSwitched(it.clone()));
        if it.mode == AssociationMode::Advisory {
            self.return_allocation(accepted, &it.customer, partner)?;
        }
        self.on_mode_switch(accepted, &it.customer, partner)?;
        if it.mode == AssociationMode::Advisory {
            self.end_authorization(accepted, &it.customer);
            self.end_freeze(accepted, &it.customer);
        }
        Ok(())
    }
}
