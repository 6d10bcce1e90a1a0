//! One site, one currency.

use crate::decision::{Check, facts};
use crate::money::{Currency, Money};
use crate::rule::{Rule, rule};
use crate::site::Site;

pub(crate) static RULES: &[&Rule] = &[&SINGLE];

impl Site {
    /// The currency in which the accounts of the site are kept.
    pub fn currency(self) -> Currency {
        match self {
            Self::Cn => Currency::Cny,
            Self::Intl => Currency::Usd,
            Self::Eu => Currency::Eur,
        }
    }
}

rule! {
    /// Money moves in the currency of the site only: yuan on the China site, US dollars on the international one.
    SINGLE = "money.currency.single", call, "CBC.0100" 400, documented "SDKs of the sites, currency; that the European site has euros is assumed";
    zh "资金只能以本站点的币种流转:中国站为人民币,国际站为美元";
    broken "the amount {amount} is not in {currency}", "金额 {amount} 的币种不是 {currency}";
    comply "give the amount in the currency of the site", "请使用本站点的币种";
}

pub(crate) fn single(site: Site, amount: Money) -> Check {
    let currency = site.currency();
    SINGLE.require(amount.currency() == currency, || facts! { amount: amount, currency: currency.code() })
}
