//! Customer warnings (客户预警): computed by the vendor once a day, seen by many, handled by one.
//!
//! The vendor *refreshes* the warnings of a partner's customers daily; who has the page *sees* them within its scope; only the
//! *sole owner* of the customer *processes* one, and once.

pub(crate) mod process;
pub(crate) mod query;
pub(crate) mod refresh;
pub(crate) mod view;

use std::collections::HashMap;

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use crate::decision::{Check, facts};
use crate::event::{Change, Event};
use crate::id::{CustomerId, MemberId, WarningId};
use crate::rule::{Rule, rule};
use crate::site::Site;
use crate::table::{Entity, Table};
use crate::time::{Date, Timestamp};

pub use process::{ChurnResult, ProcessWarning, WarningProcessed};
pub use query::{WarningItem, WarningRow, WarningTab, Warnings};
pub use refresh::{RefreshWarnings, WarningData};

pub(crate) static RULES: &[&Rule] = &[&CATEGORY, &MASK, &COUNT];

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WarningCategory {
    /// 流失预警: the customer may leave.
    Churn,
    /// 资源预警: its resources need attention. China site only.
    Resource,
}

crate::named::named!(WarningCategory: Churn = "churn", Resource = "resource");

/// Whether somebody has seen to a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WarningStatus {
    /// Nobody has.
    Pending,
    /// Its owner has.
    Processed,
}

crate::named::named!(WarningStatus: Pending = "pending", Processed = "processed");

/// A warning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// What the vendor computed, as of the newest refresh that had it.
    pub computed: WarningData,
    /// The day of the data.
    pub data_date: Date,
    /// What its owner did.
    pub processed: Option<Processed>,
}

/// What the owner of a customer did about a warning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Processed {
    /// Whether the customer is lost; of churn warnings only.
    pub result: Option<ChurnResult>,
    /// What the owner noted.
    pub remark: String,
    /// The account manager who did; the main account, when absent.
    pub by: Option<MemberId>,
    /// When.
    pub at: Timestamp,
}

impl Warning {
    /// Whether somebody has seen to it.
    pub fn status(&self) -> WarningStatus {
        if self.processed.is_some() { WarningStatus::Processed } else { WarningStatus::Pending }
    }
}

impl Entity for Warning {
    type Id = WarningId;
    fn id(&self) -> &WarningId {
        &self.computed.id
    }
}

/// The book of warnings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Saved", into = "Saved")]
pub struct WarningBook {
    warnings: Table<Warning>,
    newest: Option<Loaded>,
    /// The numbers of a customer's warnings.
    by_customer: HashMap<CustomerId, Vec<u32>, FixedState>,
}

/// The newest day that was loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loaded {
    /// The day.
    pub data_date: Date,
    /// A fingerprint of what was loaded, by which the same load is known again.
    #[serde(with = "crate::event::hex")]
    fingerprint: u64,
}

/// What is kept of the book; the rest is found again.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    warnings: Table<Warning>,
    newest: Option<Loaded>,
}

impl From<WarningBook> for Saved {
    fn from(book: WarningBook) -> Self {
        Self { warnings: book.warnings, newest: book.newest }
    }
}

impl From<Saved> for WarningBook {
    fn from(saved: Saved) -> Self {
        let mut book = Self { newest: saved.newest, ..Self::default() };
        for warning in saved.warnings.iter() {
            book.add(warning.clone());
        }
        book
    }
}

impl WarningBook {
    /// The warning of this id.
    pub fn warning(&self, id: &WarningId) -> Option<&Warning> {
        self.warnings.get(id)
    }

    /// All warnings, in the order in which they first came.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Warning> {
        self.warnings.iter()
    }

    /// A customer's warnings, in the order in which they first came.
    pub fn of_customer(&self, customer: &CustomerId) -> impl Iterator<Item = &Warning> {
        self.numbers_of(customer).iter().filter_map(|number| self.warnings.numbered(*number))
    }

    /// The numbers of a customer's warnings, in the order in which they first came.
    pub(crate) fn numbers_of(&self, customer: &CustomerId) -> &[u32] {
        self.by_customer.get(customer).map_or(&[][..], Vec::as_slice)
    }

    pub(crate) fn numbered(&self, number: u32) -> Option<&Warning> {
        self.warnings.numbered(number)
    }

    /// How many warnings of a customer nobody has seen to.
    pub fn pending_of(&self, customer: &CustomerId) -> usize {
        self.of_customer(customer).filter(|warning| warning.processed.is_none()).count()
    }

    /// The newest day that was loaded.
    pub fn newest(&self) -> Option<Loaded> {
        self.newest
    }

    fn add(&mut self, warning: Warning) {
        let customer = warning.computed.customer.clone();
        let number = self.warnings.set(warning);
        self.by_customer.entry(customer).or_default().push(number);
    }

    pub(crate) fn evolve(&mut self, event: &Event) {
        match &event.change {
            Change::WarningsRefreshed(refresh) => {
                for computed in &refresh.warnings {
                    match self.warnings.get_mut(&computed.id) {
                        // What was seen to stays as it was, and a warning never moves to another customer.
                        Some(known) if known.processed.is_none() && known.computed.customer == computed.customer => {
                            known.computed = computed.clone();
                            known.data_date = refresh.data_date;
                        }
                        Some(_) => {}
                        None => self.add(Warning { computed: computed.clone(), data_date: refresh.data_date, processed: None }),
                    }
                }
                self.newest = Some(Loaded { data_date: refresh.data_date, fingerprint: refresh.fingerprint() });
            }
            Change::WarningProcessed(it) => {
                if let Some(warning) = self.warnings.get_mut(&it.warning) {
                    let (result, remark, by) = (it.result, it.remark.clone(), it.by.clone());
                    warning.processed.get_or_insert(Processed { result, remark, by, at: event.at });
                }
            }
            _ => {}
        }
    }
}

rule! {
    /// A warning is about churn or, on the China site only, about resources.
    CATEGORY = "warning.category", call, documented "China site and international manuals, customer warnings";
    zh "客户预警分为流失预警和资源预警,其中资源预警仅限中国站";
    broken "the warning {warning} is about {category}, which {site} does not have", "预警 {warning} 的类别为 {category},{site} 站点不支持";
    comply "load it on the China site only", "请仅在中国站加载该类预警";
}

fn category(site: Site, computed: &WarningData) -> Check {
    CATEGORY.require(site == Site::Cn || computed.category == WarningCategory::Churn, || {
        facts! { warning: computed.id.as_str(), category: computed.category.name(), site: site.name() }
    })
}

rule! {
    /// The customer of a warning is shown with its name and account masked, until it is asked for.
    MASK = "warning.mask", view, documented "China site manual, customer warnings";
    zh "预警列表默认隐藏客户名称和账号,主动查看时才显示明文";
}

rule! {
    /// The list of customers shows of each how many of its warnings wait, and from there one gets to them.
    COUNT = "warning.count", view, documented "manual, customer list";
    zh "客户列表显示每个客户待处理的预警数量,并可据此查看预警";
}
