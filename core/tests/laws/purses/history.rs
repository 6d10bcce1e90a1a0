//! Histories of money: what is tried in their worlds.

use partnerkit::{PartnerCenter, Timestamp};
use proptest::prelude::*;

use super::asking::Asking;
use crate::moves::{self, Asked, Pick};

/// What is tried. Where the world has nothing to try it on, it is tried all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Recharge,
    Terms,
    Credit,
    CustomerPays,
    PartnerPays,
    Refund,
    WriteOff,
    FreezeCash,
    UnfreezeCash,
    ClearFrozen,
    PayForCustomer,
    Allocate,
    Reclaim,
    AllocateBatch,
    ReclaimBatch,
    ToReseller,
    FromReseller,
    Again,
    Begin,
    End,
    Associate,
    Disassociate,
    SwitchMode,
    Transfer,
    RequestChange,
    Answer,
    PartnerState,
    FreezeCustomer,
    Advance,
}

impl moves::Kind for Kind {
    const WEIGHTS: &'static [(u32, Self)] = &[
        (10, Self::Recharge),
        (5, Self::Terms),
        (6, Self::Credit),
        (24, Self::CustomerPays),
        (10, Self::PartnerPays),
        (20, Self::Refund),
        (4, Self::WriteOff),
        (5, Self::FreezeCash),
        (4, Self::UnfreezeCash),
        (3, Self::ClearFrozen),
        (7, Self::PayForCustomer),
        (26, Self::Allocate),
        (12, Self::Reclaim),
        (7, Self::AllocateBatch),
        (5, Self::ReclaimBatch),
        (8, Self::ToReseller),
        (6, Self::FromReseller),
        (4, Self::Again),
        (2, Self::Begin),
        (3, Self::End),
        (6, Self::Associate),
        (5, Self::Disassociate),
        (5, Self::SwitchMode),
        (4, Self::Transfer),
        (3, Self::RequestChange),
        (2, Self::Answer),
        (5, Self::PartnerState),
        (2, Self::FreezeCustomer),
        (5, Self::Advance),
    ];

    fn wait() -> BoxedStrategy<i64> {
        prop_oneof![
            12 => Just(0_i64),
            10 => 1..7_200_i64,
            8 => Just(86_400),
            5 => 86_400 * 3..86_400 * 15_i64,
            1 => 86_400 * 25..86_400 * 60_i64,
        ]
        .boxed()
    }

    fn ask(self, center: &PartnerCenter, at: Timestamp, pick: &mut Pick) -> Asked {
        Asking { center, at }.ask(self, pick)
    }
}
