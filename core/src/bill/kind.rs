//! What a line of a bill stands for.

use serde::{Deserialize, Serialize};

use super::BillType;
use crate::statement::TradeDetailType;

/// Kinds of lines in the vendor's code, and whether each is of an order.
macro_rules! kinds {
    ($($code:literal $variant:ident $name:literal $bill_type:ident $of_order:literal $about:literal;)+) => {
        /// What a line of a bill stands for (`bill_detail_type`).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum BillDetailType {
            $(#[doc = $about] #[doc = concat!(" Code ", $code, ".")] #[serde(rename = $name)] $variant,)+
        }

        crate::named::named!(BillDetailType: $($variant = $name),+);
        crate::named::named!(codes BillDetailType: $($variant = $code),+);

        impl BillDetailType {
            /// Under which type a monthly summary counts it.
            pub fn bill_type(self) -> BillType {
                match self { $(Self::$variant => BillType::$bill_type),+ }
            }

            /// Whether its line names an order; the others name a transaction.
            pub fn is_of_order(self) -> bool {
                match self { $(Self::$variant => $of_order),+ }
            }
        }
    };
}

kinds! {
    1 Purchase "purchase" Normal true "Consumption: a purchase.";
    2 Renewal "renewal" Normal true "Consumption: a renewal.";
    3 Change "change" Normal true "Consumption: a change of what was bought.";
    4 Unsubscription "unsubscription" Unsubscription true "Refund of an unsubscription.";
    5 Usage "usage" Normal false "Consumption: what was used.";
    8 AutoRenewal "auto-renewal" Normal true "Consumption: a renewal without asking.";
    9 Compensation "compensation" WriteOff false "Adjustment in favor of the customer; here, a debt that was written off.";
    14 SupportPlan "support-plan" Normal false "Consumption: a support plan, at the end of the month.";
    16 AdjustmentCharge "adjustment-charge" Normal false "Adjustment against the customer.";
    18 Monthly "monthly" Normal false "Consumption, paid by the month.";
    20 RefundOfChange "refund-of-change" Unsubscription false "Refund of a change; here, of whatever is not unsubscribed.";
    23 SavingsPlan "savings-plan" Normal false "Consumption, deducted from a savings plan.";
    24 RefundToOnDemand "refund-to-on-demand" Unsubscription false "Refund when what is paid by the period becomes pay-per-use.";
    25 MakeUp "make-up" Normal false "Consumption that makes up for rounding.";
    103 Yearly "yearly" Normal true "Consumption, paid by the year.";
}

impl BillDetailType {
    /// What a charge is: what is paid before it is consumed is an order. Whether that was a purchase or a renewal, the charge does not say.
    pub(super) fn of_charge(of: TradeDetailType) -> Self {
        match of {
            TradeDetailType::PrecisionMakeUp => Self::MakeUp,
            of if of.is_post_paid() => Self::Usage,
            _ => Self::Purchase,
        }
    }
}
