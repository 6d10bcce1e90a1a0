//! How long the id of a customer or of a reseller may be.

use std::fmt;

use super::{Given, ID_LENGTH_MAX};
use crate::decision::{Check, facts};
use crate::rule::{Rule, rule};

pub(crate) static RULES: &[&Rule] = &[&LENGTH];

rule! {
    /// The id of a customer or of a reseller that money goes to or comes from must have 1 to 64 characters.
    LENGTH = "id.customer.length", call, "CBC.0100" 400, documented "UpdateCustomerAccountAmount and the calls like it, customer_id and indirect_partner_id";
    zh "客户 ID 和云经销商 ID 的长度为 1 至 64 个字符";
    broken "the id has {characters} characters, 1 to {limit} are allowed", "ID 有 {characters} 个字符,允许 1 至 {limit} 个";
    comply "give the id as the partner center lists it", "请填写伙伴中心列出的 ID";
}

pub(crate) fn length<T: fmt::Display>(given: &Given<T>) -> Check {
    let characters = given.text().chars().count();
    LENGTH.require((1..=ID_LENGTH_MAX).contains(&characters), || facts! { characters: characters, limit: ID_LENGTH_MAX })
}
