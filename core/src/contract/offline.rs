//! The page of offline contracts: one is looked up by its code. The vendor records them.

use serde::{Deserialize, Serialize};

use super::{ContractBook, ContractStatus, OfflineContract, OfflineContractKind};
use crate::center::{Books, PartnerCenter, Viewer};
use crate::coupon::access::{GROUP_A, Operation};
use crate::decision::{Check, Decided, Request, Review};
use crate::directory::{Caller, access::record};
use crate::error::{Error, Unknown};
use crate::event::Change;
use crate::export::{Export, row};
use crate::id::{ContractCode, PartnerId};
use crate::money::Money;
use crate::rule::{Rule, rule};
use crate::time::{Date, Timestamp};
use crate::view::{Paging, Part, View};

pub(crate) static RULES: &[&Rule] = &[&LOOKUP_BY_CODE, &CODE_REQUIRED, &MATCH_EXACT, &OWN_ONLY, &NONE_IS_EMPTY, &READ_ONLY];

/// Asks for the offline contracts of a code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct OfflineContracts {
    /// The code; spaces around it say nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_code: Option<String>,
    /// Which part of the list; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// How many entries, 1 to 100; 10 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// A contract, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfflineContractItem {
    /// Its code.
    pub contract_code: ContractCode,
    /// What it is called; empty when nobody said.
    pub contract_name: String,
    /// The partner whose contract it is.
    pub partner_id: PartnerId,
    /// The other side, who signed it, masked unless it is asked for in full; empty when nobody said.
    pub counterparty: String,
    /// What it is about.
    pub contract_kind: OfflineContractKind,
    /// The day on which it was signed.
    pub sign_date: Date,
    /// From when it is in force.
    pub effective_time: Timestamp,
    /// Until when; this instant no longer.
    pub expire_time: Timestamp,
    /// What it is worth, if it names a sum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Where it stands now.
    pub status: ContractStatus,
}

impl OfflineContractItem {
    fn of(contract: &OfflineContract, caller: Caller, now: Timestamp) -> Self {
        Self {
            contract_code: contract.contract_code.clone(),
            contract_name: contract.contract_name.clone(),
            partner_id: contract.partner_id.clone(),
            counterparty: contract.counterparty.shown(caller.reveal),
            contract_kind: contract.contract_kind,
            sign_date: contract.sign_date,
            effective_time: contract.effective_time,
            expire_time: contract.expire_time,
            amount: contract.amount,
            status: contract.status_at(now),
        }
    }
}

/// No permission item is published for the page, and no API has it: through our own door the same partners may ask.
const LOOKUP: Operation = Operation { permission_items: &[], api: GROUP_A, console: GROUP_A, changes_something: false };

impl OfflineContracts {
    pub(crate) fn answer(&self, books: Books, caller: Caller, now: Timestamp, part: Part) -> View<OfflineContractItem> {
        let mut review = Review::new(books.policy);
        if !review.ask_token(caller) {
            return View::refused(review);
        }
        let code = self.contract_code.as_deref().unwrap_or_default().trim();
        review.ask_caller(caller, &LOOKUP).ask([code_required(code)]);
        let paging = Paging::ask(&mut review, part, self.offset, self.limit);
        let found = named(books, code).filter(|contract| shows(books, caller, &contract.partner_id));
        View::page(review, paging, found.map(|contract| OfflineContractItem::of(contract, caller, now)))
    }
}

rule! {
    /// Offline contracts are looked up by their contract code.
    ///
    /// In the console under Sales, Accounting, Contracts & commerce, Offline contracts, for solution providers and general distributors.
    LOOKUP_BY_CODE = "contract.offline.lookup-by-code", view, documented "the project's founding requirements";
    zh "线下合同按合同编码查询";
}

rule! {
    /// Who looks for a contract must give a code; without one nothing is searched.
    ///
    /// Switched off, all contracts are listed that the viewer may see.
    CODE_REQUIRED = "contract.offline.code-required", call, assumed "the page is there to look one up, not to list all";
    zh "查询线下合同必须填写合同编码,编码为空时不查询";
    broken "no contract code is given", "未填写合同编码";
    comply "give the code of the contract", "请填写合同编码";
}

fn code_required(code: &str) -> Check {
    CODE_REQUIRED.require(!code.is_empty(), Vec::new)
}

rule! {
    /// A contract is found by its whole code, and spaces around what was typed say nothing.
    ///
    /// Switched off, a part of the code is enough.
    MATCH_EXACT = "contract.offline.match-exact", view, assumed "a code names one contract";
    zh "合同编码须完整一致,首尾空格忽略不计";
}

/// The contracts that a code, already without spaces around it, stands for: all, when there is none.
fn named<'a>(books: Books<'a>, code: &str) -> impl Iterator<Item = &'a OfflineContract> {
    let book: &ContractBook = books.contracts;
    let is_whole = !code.is_empty() && books.policy.enforces(&MATCH_EXACT);
    let whole = is_whole.then(|| book.named(code)).flatten();
    let parts = (!is_whole).then(|| book.contracts()).into_iter().flatten();
    whole.into_iter().chain(parts.filter(move |contract| contract.contract_code.as_str().contains(code)))
}

rule! {
    /// A partner sees its own contracts only; those of others are as if there were none.
    ///
    /// Switched off, a distributor sees the contracts of its resellers, too.
    OWN_ONLY = "contract.offline.own-only", view, assumed "lists that show a distributor its resellers' things say so, and of this one nothing is said";
    zh "伙伴只能查看自己的合同,他人的合同视为不存在";
}

fn shows(books: Books, caller: Caller, of: &PartnerId) -> bool {
    let Some(viewer) = caller.partner else { return false };
    let distributor = || books.directory.partner(of).and_then(|partner| partner.distributor.as_ref());
    viewer.id == *of || (!books.policy.enforces(&OWN_ONLY) && distributor() == Some(&viewer.id))
}

rule! {
    /// A code that no contract of the viewer's has gives an empty list, not an error.
    NONE_IS_EMPTY = "contract.offline.none-is-empty", view, derived "a search that finds nothing, in every list of the partner center";
    zh "没有匹配的合同时返回空列表,不报错";
}

rule! {
    /// Partners look at contracts and do nothing else with them: what is recorded of one, and changed, is the vendor's to say.
    READ_ONLY = "contract.offline.read-only", view, derived "the page offers viewing only";
    zh "伙伴只能查看线下合同,不能新建、修改或删除,合同信息由华为云记录";
}

/// Records a contract, or changes its record. Who refuses a partner is [`VENDOR_ONLY`](crate::directory::access::VENDOR_ONLY).
pub(crate) fn set(books: Books, request: &Request, contract: &OfflineContract) -> Decided {
    let partner = &contract.partner_id;
    books.directory.partner(partner).ok_or_else(|| Unknown::new("partner", partner))?;
    record(books.policy, request, [], |accepted| {
        accepted.event(Change::ContractSet(contract.clone()));
        Ok(())
    })
}

impl PartnerCenter {
    /// The book of contracts.
    pub fn contract_book(&self) -> &ContractBook {
        self.books().contracts
    }

    /// The caller's offline contracts of a code.
    ///
    /// # Errors
    /// When the actor is unknown.
    pub fn offline_contracts(&self, viewer: Viewer, query: &OfflineContracts) -> Result<View<OfflineContractItem>, Error> {
        Ok(query.answer(self.books(), self.viewer(viewer)?, viewer.at, Part::Page))
    }
}

row! {
    /// A row of exported offline contracts.
    pub struct OfflineContractRow {
        /// The contract's code.
        pub contract_code: ContractCode,
        /// What it is called.
        pub contract_name: String,
        /// The partner whose contract it is.
        pub partner_id: PartnerId,
        /// The other side, who signed it.
        pub counterparty: String,
        /// What it is about.
        pub contract_kind: OfflineContractKind,
        /// The day on which it was signed.
        pub sign_date: Date,
        /// From when it is in force.
        pub effective_time: Timestamp,
        /// Until when; this instant no longer.
        pub expire_time: Timestamp,
        /// What it is worth, if it names a sum.
        pub amount: Option<String>,
        /// The currency of that.
        pub currency: Option<&'static str>,
        /// Where it stands now.
        pub status: ContractStatus,
    }
}

impl Export for OfflineContracts {
    type Row = OfflineContractRow;
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<OfflineContractRow>, Error> {
        let found = self.answer(center.books(), center.viewer(viewer)?, viewer.at, Part::All);
        Ok(found.map(|item| OfflineContractRow {
            contract_code: item.contract_code,
            contract_name: item.contract_name,
            partner_id: item.partner_id,
            counterparty: item.counterparty,
            contract_kind: item.contract_kind,
            sign_date: item.sign_date,
            effective_time: item.effective_time,
            expire_time: item.expire_time,
            amount: item.amount.map(|amount| amount.amount().to_string()),
            currency: item.amount.map(|amount| amount.currency().code()),
            status: item.status,
        }))
    }
}
