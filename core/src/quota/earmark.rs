//! Parts of a quota's balance that came back with a string attached.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::id::CustomerId;
use crate::money::Money;

/// A part of a balance that is not for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Earmark {
    /// It came back from a cash coupon of a designated customer, and can only go to that customer again.
    Bound {
        /// The customer.
        customer: CustomerId,
        /// How much.
        amount: Money,
    },
    /// It came back when an enterprise sub-account left, and cannot go to the enterprise master.
    Barred {
        /// The enterprise master.
        customer: CustomerId,
        /// How much.
        amount: Money,
    },
}

impl Earmark {
    pub(super) fn amount(&self) -> Money {
        match self {
            Self::Bound { amount, .. } | Self::Barred { amount, .. } => *amount,
        }
    }

    fn of(&self, amount: Money) -> Self {
        let mut part = self.clone();
        match &mut part {
            Self::Bound { amount: all, .. } | Self::Barred { amount: all, .. } => *all = amount,
        }
        part
    }
}

/// How much of the earmarked value is bound to somebody other than `customer`.
pub(crate) fn bound_to_others(earmarks: &[Earmark], customer: &CustomerId, none: Money) -> Result<Money, Error> {
    let others = earmarks.iter().filter(|mark| matches!(mark, Earmark::Bound { customer: whose, .. } if whose != customer));
    total(others, none)
}

/// How much of the earmarked value `customer` may not have because an enterprise sub-account left it.
pub(crate) fn barred_to(earmarks: &[Earmark], customer: &CustomerId, none: Money) -> Result<Money, Error> {
    let barred = earmarks.iter().filter(|mark| matches!(mark, Earmark::Barred { customer: whose, .. } if whose == customer));
    total(barred, none)
}

fn total<'a>(mut earmarks: impl Iterator<Item = &'a Earmark>, none: Money) -> Result<Money, Error> {
    earmarks.try_fold(none, |sum, mark| sum.plus(mark.amount()))
}

/// What is left of the earmarks when `customer` gets so much: what is bound to it goes first, then what is barred to
/// others, and free value last.
pub(crate) fn after_issue(earmarks: &[Earmark], customer: &CustomerId, face_value: Money) -> Result<Vec<Earmark>, Error> {
    if earmarks.is_empty() {
        return Ok(Vec::new());
    }
    let mut missing = face_value;
    let mut left = earmarks.to_vec();
    let bound = |mark: &Earmark| matches!(mark, Earmark::Bound { customer: whose, .. } if whose == customer);
    let open = |mark: &Earmark| matches!(mark, Earmark::Barred { customer: whose, .. } if whose != customer);
    for may_use in [&bound as &dyn Fn(&Earmark) -> bool, &open] {
        for mark in left.iter_mut().filter(|mark| may_use(mark)) {
            let part = mark.amount().at_most(missing)?;
            *mark = mark.of(mark.amount().minus(part)?);
            missing = missing.minus(part)?;
        }
    }
    left.retain(|mark| mark.amount().is_positive());
    Ok(left)
}

/// The earmarks that a balance still covers: the oldest are kept.
pub(crate) fn within(earmarks: &[Earmark], balance: Money) -> Result<Vec<Earmark>, Error> {
    let mut room = balance;
    let mut left = Vec::new();
    for mark in earmarks {
        let part = mark.amount().at_most(room)?;
        room = room.minus(part)?;
        left.push(mark.of(part));
    }
    left.retain(|mark| mark.amount().is_positive());
    Ok(left)
}
