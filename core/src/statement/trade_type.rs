//! What a line of a statement stands for, spelled as the vendor spells it, and how it can be asked for.

use serde::{Deserialize, Serialize};

use crate::decision::{Check, facts};
use crate::id::Given;
use crate::rule::{Rule, rule};
use crate::view::Field;

pub(crate) static RULES: &[&Rule] = &[&ENUM];

/// Types of trades in the vendor's spelling, and under which filter each is found.
macro_rules! trade_types {
    ($($name:literal $variant:ident $filter:ident $about:literal;)+) => {
        /// What a movement of money was (`trade_detail_type`). The names are the vendor's, with its misspellings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum TradeDetailType {
            $(#[doc = $about] #[serde(rename = $name)] $variant,)+
        }

        crate::named::named!(TradeDetailType: $($variant = $name),+);

        impl TradeDetailType {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The filter under which it is found.
            pub fn trade_type(self) -> TradeType {
                match self { $(Self::$variant => TradeType::$filter),+ }
            }
        }
    };
}

trade_types! {
    "SOURCE_OPERAIION_RECHARGE" Recharge Recharge "Top-up.";
    "SOURCE_OPERAIION_RECHARGE_REBATE" RechargeRebate Recharge "Top-up from an incentive rebate.";
    "SOURCE_OPERAIION_DEDEUCT" Deduct Consumption "Consumption, yearly or monthly.";
    "SOURCE_OPERAIION_ONETIME" OneTime Consumption "Consumption, one-off.";
    "SOURCE_OPERAIION_USAGE" Usage Consumption "Consumption, pay-per-use.";
    "SOURCE_OPERATIION_RIDEDUCT" ReservedInstance Consumption "Consumption, reserved instance.";
    "SOURCE_OPERAIION_PRECISIONCOMP" PrecisionMakeUp Consumption "Consumption that makes up for rounding.";
    "SOURCE_OPERAIION_FREERESDEDUCT" FreeResource Consumption "Consumption of free resources.";
    "SOURCE_OPERAIION_WRITEOFF" Repayment Consumption "Repayment of arrears.";
    "SOURCE_OPERAIION_REFUND" Refund Refund "Refund.";
    "SOURCE_OPERAIION_UNSUBSCRIBE" Unsubscription Refund "Refund of an unsubscription.";
    "SOURCE_OPERAIION_RFROZEN" RefundFrozen Freeze "A refund is frozen.";
    "SOURCE_OPERAIION_UNFROZEN" RefundUnfrozen Freeze "A refund is unfrozen.";
    "SOURCE_OPERAIION_CLEARFROZEN" RefundCleared Freeze "A frozen refund is cleared.";
    "SOURCE_OPERAIION_MANUALFROZE" ManualFrozen Freeze "Manual freeze.";
    "SOURCE_OPERAIION_MANUALUNFROZE" ManualUnfrozen Freeze "Manual unfreeze.";
    "SOURCE_OPERAIION_MANUALCLEARFROZEN" ManualCleared Freeze "Manually frozen cash is cleared.";
    "SOURCE_OPERATION_SYSTEM_FROZEN" SystemFrozen Freeze "System freeze, of partners with a standard-sales contract.";
    "SOURCE_OPERATION_SYSTEM_UNFROZEN" SystemUnfrozen Freeze "System unfreeze, of the same partners.";
    "SOURCE_OPERAIION_TRANS_TO_BALANCE" DepositToBalance DepositTransfer "Deposit to balance; legacy.";
    "SOURCE_OPERAIION_TRANS_TO_FOREGIFT" BalanceToDeposit DepositTransfer "Balance to deposit; legacy.";
    "SOURCE_OPERAIION_ADJUST" Adjust Adjustment "Adjustment of the balance.";
    "SOURCE_OPERAIION_ADJUST_CREDIT" AdjustCredit Adjustment "Adjustment of the credit limit.";
    "SOURCE_OPERAIION_PRIZE" Gift Adjustment "Gift.";
    "SOURCE_OPERAIION_BILLREFUND" VendorWriteOff Adjustment "Write-off by the vendor.";
    "SOURCE_OPERATION_COUPON_QUOTA_TRANSFER" QuotaTransfer Adjustment "Exchanged for a quota of cash coupons.";
    "SOURCE_OPERATION_COUPON_QUOTA_RECLAIM" QuotaReclaim Adjustment "Quota of vouchers taken back.";
    "SOURCE_OPERATION_COUPONCANCEL" CouponCancel Adjustment "Coupon taken back.";
    "SOURCE_OPERATION_BEADJUST" Allocation Allocation "Allocation.";
    "SOURCE_OPERATION_BERETRIEVE" Reclaim Reclaim "Reclaim.";
    "SOURCE_OPERATION_BEUNBIND" UnbindReclaim UnbindReclaim "Reclaim when an association ends or is switched.";
    "SOURCE_OPERATION_TRADEMODE_TRANSFER" TradeModeTransfer TradeModeTransfer "Change of the trading mode: associated with a partner.";
    "SOURCE_OPERAIION_EXPIRECLEAR" ExpiryCleared Expired "Expired and cleared.";
    "SOURCE_OPERAIION_MERGE" Merge BonusConversion "Bonuses merged; legacy.";
    "SOURCE_OPERAIION_CONVERT_BONUS" ConvertBonus BonusConversion "Bonus converted; legacy.";
}

impl TradeDetailType {
    /// Whether it is charged for after it was consumed, so that somebody may owe it.
    pub fn is_post_paid(self) -> bool {
        matches!(self, Self::Usage | Self::ReservedInstance | Self::PrecisionMakeUp | Self::FreeResource)
    }
}

/// A filter of a statement (`trade_type`), in the vendor's spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum TradeType {
    /// Top-up.
    #[serde(rename = "RECHARGE")]
    Recharge,
    /// Consumption.
    #[serde(rename = "DEDEUCT")]
    Consumption,
    /// Refund.
    #[serde(rename = "REFUND")]
    Refund,
    /// Freeze, unfreeze and clearing.
    #[serde(rename = "RFROZEN")]
    Freeze,
    /// Between cash and deposit; legacy.
    #[serde(rename = "TRANS")]
    DepositTransfer,
    /// Adjustments, such as write-offs by the vendor.
    #[serde(rename = "ADJUST")]
    Adjustment,
    /// Allocation.
    #[serde(rename = "BEADJUST")]
    Allocation,
    /// Reclaim.
    #[serde(rename = "BERETRIEVE")]
    Reclaim,
    /// Reclaim when an association ends or is switched.
    #[serde(rename = "BEUNBIND")]
    UnbindReclaim,
    /// Change of the trading mode.
    #[serde(rename = "TRADE_MODE_TRANSFER")]
    TradeModeTransfer,
    /// Expiry.
    #[serde(rename = "EXPIRED")]
    Expired,
    /// Conversion of bonuses; legacy.
    #[serde(rename = "BONUSCONVERT")]
    BonusConversion,
    /// Deposit; of customers.
    #[serde(rename = "DEPOSIT")]
    Deposit,
}

crate::named::named!(
    TradeType: Recharge = "RECHARGE", Consumption = "DEDEUCT", Refund = "REFUND", Freeze = "RFROZEN", DepositTransfer = "TRANS", Adjustment = "ADJUST", Allocation = "BEADJUST", Reclaim = "BERETRIEVE", UnbindReclaim = "BEUNBIND", TradeModeTransfer = "TRADE_MODE_TRANSFER", Expired = "EXPIRED", BonusConversion = "BONUSCONVERT", Deposit = "DEPOSIT"
);

impl TradeType {
    /// Whether partners can ask for it too.
    fn is_for_partners(self) -> bool {
        !matches!(self, Self::Expired | Self::Deposit)
    }
}

rule! {
    /// A trade type that a statement is filtered by must be one that the vendor lists; customers have two more than partners.
    ENUM = "statement.trade-type.enum", call, "CBC.0100" 400, documented "ListPartnerAccountChangeRecords and ListCustomerAccountChangeRecords, trade_type";
    zh "交易类型必须是华为云列出的取值;客户比伙伴多两种";
    broken "there is no trade type {given} for a {holder}", "{holder} 没有交易类型 {given}";
    comply "give one of the listed types, or leave the field away", "请填写列出的类型,或不携带该字段";
}

pub(super) fn r#enum(field: &Field<Given<TradeType>>, of_partner: bool) -> Check {
    let given = match field {
        Field::Value(Given::Valid(wanted)) if !of_partner || wanted.is_for_partners() => return Ok(()),
        Field::Value(given) if !given.text().is_empty() => given,
        _ => return Ok(()),
    };
    ENUM.broken(facts! { given: given.text(), holder: if of_partner { "partner" } else { "customer" } })
}
