//! How long the id of an adjustment may be.

use std::fmt;

use super::Given;
use crate::decision::{Check, facts};
use crate::rule::{Rule, rule};
use crate::view::Field;

pub(crate) static RULES: &[&Rule] = &[&LENGTH];

const LENGTH_MAX: usize = 128;

rule! {
    /// The id of an adjustment has at most 128 characters.
    LENGTH = "id.trans.length", call, "CBC.0100" 400, documented "ListPartnerAdjustRecords, trans_id";
    zh "调账交易流水号最长 128 个字符";
    broken "the id has {characters} characters, at most {limit} are allowed", "流水号有 {characters} 个字符,最多 {limit} 个";
    comply "give the id that the adjustment was answered with", "请填写调账返回的流水号";
}

pub(crate) fn length<T: fmt::Display>(field: &Field<Given<T>>) -> Check {
    let Field::Value(given) = field else { return Ok(()) };
    let characters = given.text().chars().count();
    LENGTH.require(characters <= LENGTH_MAX, || facts! { characters: characters, limit: LENGTH_MAX })
}
