//! Money: an exact decimal amount with its currency. Nothing here rounds.

pub(crate) mod amount;
pub(crate) mod currency;

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};

use crate::error::{Error, Malformed};

/// The currency of an amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Currency {
    /// Chinese yuan, the currency of the China site.
    #[default]
    #[serde(rename = "CNY")]
    Cny,
    /// United States dollar.
    #[serde(rename = "USD")]
    Usd,
    /// Euro.
    #[serde(rename = "EUR")]
    Eur,
}

impl Currency {
    const ALL: [Self; 3] = [Self::Cny, Self::Usd, Self::Eur];

    /// The currency with this code.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|currency| currency.code() == code)
    }

    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Cny => "CNY",
            Self::Usd => "USD",
            Self::Eur => "EUR",
        }
    }
}

/// An exact amount of money. The amount may be negative or have more decimals than the currency has coins for:
/// whether that is allowed is for a rule to say.
///
/// ```
/// use partnerkit::Money;
///
/// let price: Money = "120.50 CNY".parse()?;
/// assert_eq!(price.plus("0.01 CNY".parse()?)?.to_string(), "120.51 CNY");
/// assert!(price.plus("1.00 USD".parse()?).is_err());
/// # Ok::<(), partnerkit::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// The amount in the currency's main unit (yuan, not fen), written as text.
    #[serde(deserialize_with = "amount_from_text", serialize_with = "amount_to_text")]
    #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^-?\d{1,18}(\.\d{1,8})?$")))]
    amount: Decimal,
    /// The currency.
    currency: Currency,
}

/// No amount is as large as this; ten million of them still add up exactly.
const AMOUNT_END: Decimal = Decimal::from_parts(2_808_348_672, 232_830_643, 0, false, 0);

/// Nothing, written with the decimals of the smallest coin.
const NO_CENTS: Decimal = Decimal::from_parts(0, 0, 0, false, Money::SCALE);

impl Money {
    /// Decimals of the smallest coin of every currency here.
    pub const SCALE: u32 = 2;

    /// An amount.
    ///
    /// # Errors
    /// When it is 10¹⁸ or more, on either side of zero.
    pub fn new(amount: Decimal, currency: Currency) -> Result<Self, Malformed> {
        if amount.abs() >= AMOUNT_END {
            return Err(Malformed::new("an amount below 10^18", amount));
        }
        let amount = if amount.is_zero() { Decimal::ZERO } else { amount };
        Ok(Self { amount, currency }.in_cents())
    }

    /// Nothing, in a currency.
    pub fn zero(currency: Currency) -> Self {
        Self { amount: NO_CENTS, currency }
    }

    /// The smallest amount there is: a cent.
    pub fn cent(currency: Currency) -> Self {
        Self { amount: Decimal::new(1, Self::SCALE), currency }
    }

    /// The amount, in the currency's main unit.
    pub fn amount(self) -> Decimal {
        self.amount
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Whether the amount is above zero.
    pub fn is_positive(self) -> bool {
        self.amount > Decimal::ZERO
    }

    /// Whether it can be what something holds, or what moves: nothing or more, in whole cents.
    pub(crate) fn is_a_value(self) -> bool {
        self.amount >= Decimal::ZERO && self.is_whole_cents()
    }

    /// Whether it can be written and read again.
    pub(crate) fn is_an_amount(self) -> bool {
        self.amount.abs() < AMOUNT_END
    }

    /// Whether the amount is zero.
    pub fn is_zero(self) -> bool {
        self.amount.is_zero()
    }

    /// Whether the amount can be paid in coins: at most two decimals. Trailing zeros do not count.
    pub fn is_whole_cents(self) -> bool {
        self.amount.scale() <= Self::SCALE || self.amount.normalize().scale() <= Self::SCALE
    }

    /// The same amount with two decimals, if that changes nothing.
    fn in_cents(mut self) -> Self {
        if self.amount.scale() != Self::SCALE && self.is_whole_cents() {
            self.amount.rescale(Self::SCALE);
        }
        self
    }

    /// The sum.
    ///
    /// # Errors
    /// When the currencies differ or the sum is too large.
    pub fn plus(self, other: Self) -> Result<Self, Error> {
        self.same_currency(other)?;
        let sum = self.amount.checked_add(other.amount).ok_or_else(|| overflow("sum"))?;
        Ok(Self { amount: sum, ..self })
    }

    /// The difference; negative when `other` is larger.
    ///
    /// # Errors
    /// When the currencies differ or the difference is too large.
    pub fn minus(self, other: Self) -> Result<Self, Error> {
        self.same_currency(other)?;
        let difference = self.amount.checked_sub(other.amount).ok_or_else(|| overflow("difference"))?;
        Ok(Self { amount: difference, ..self })
    }

    /// So many times the amount.
    ///
    /// # Errors
    /// When the product is too large.
    pub fn times(self, count: usize) -> Result<Self, Error> {
        let product = self.amount.checked_mul(Decimal::from(count)).ok_or_else(|| overflow("product"))?;
        Ok(Self { amount: product, ..self }.in_cents())
    }

    /// A share of the amount, cut to whole cents: what is below a cent is dropped, never added.
    ///
    /// # Errors
    /// When the product is too large.
    pub fn share_cut_to_cents(self, ratio: Decimal) -> Result<Self, Error> {
        let product = self.amount.checked_mul(ratio).ok_or_else(|| overflow("product"))?;
        Ok(Self { amount: product.trunc_with_scale(Self::SCALE), ..self }.in_cents())
    }

    /// The smaller of two amounts of one currency.
    ///
    /// # Errors
    /// When the currencies differ.
    pub fn at_most(self, other: Self) -> Result<Self, Error> {
        self.same_currency(other)?;
        Ok(if self.amount <= other.amount { self } else { other })
    }

    /// Whether this amount covers the other: same currency, and at least as much.
    pub fn covers(self, other: Self) -> bool {
        self.currency == other.currency && self.amount >= other.amount
    }

    fn same_currency(self, other: Self) -> Result<(), Malformed> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(Malformed::new(format!("an amount in {}", self.currency.code()), other))
    }
}

fn overflow(what: &str) -> Error {
    Error::Fault(format!("the {what} of two amounts is too large"))
}

/// Reads a decimal as people write it: digits, at most one point, perhaps a minus; no exponent, no `+`, no spaces.
pub(crate) fn decimal(text: &str) -> Result<Decimal, Malformed> {
    let wrong = || Malformed::new("a decimal number as text such as \"100.10\"", text);
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || text.len() > 40 {
        return Err(wrong());
    }
    Decimal::from_str_exact(text).map_err(|_| wrong())
}

fn amount_from_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    struct Amount(Decimal);
    impl FromStr for Amount {
        type Err = Malformed;
        fn from_str(text: &str) -> Result<Self, Malformed> {
            // The currency plays no part in what an amount may be.
            Money::new(decimal(text)?, Currency::default()).map(|money| Self(money.amount))
        }
    }
    crate::text::parse(deserializer).map(|Amount(amount)| amount)
}

fn amount_to_text<S: serde::Serializer>(amount: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(amount)
}

impl FromStr for Money {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let wrong = || Malformed::new("an amount and a currency such as `100.10 CNY`", text);
        let (amount, code) = text.split_once(' ').ok_or_else(wrong)?;
        let currency = Currency::of_code(code).ok_or_else(wrong)?;
        Self::new(decimal(amount).map_err(|_| wrong())?, currency)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency.code())
    }
}

/// A share between nothing and everything, written as decimal text: `"0.3"`. Which shares make sense is for a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ratio(pub Decimal);

impl Ratio {
    /// All of it.
    pub const ONE: Self = Self(Decimal::ONE);

    /// Whether it is above zero and at most one.
    pub fn is_a_share(self) -> bool {
        self.0 > Decimal::ZERO && self.0 <= Decimal::ONE
    }
}

impl FromStr for Ratio {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        decimal(text).map(|ratio| Self(ratio.normalize()))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Ratio {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::parse(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Ratio {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Ratio".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "A share, as decimal text such as \"0.3\"." })
    }
}
