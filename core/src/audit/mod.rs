//! Exported tables in, findings out: what no correct list can hold, row by row and table against table.
//!
//! An [`Audit`] knows nothing but the rows it is given. It takes them one after the other, tables in any order, and keeps
//! sums and ids rather than rows. The rows of a table stand as their export has them; exports of several partners, taken at
//! one time, stand one behind the other. What a row names must be there, if the table it belongs to is given at all: so a
//! distributor's tables are given with its resellers'.
//!
//! A new table is a file with its row, and a line in the table of tables below.

pub(crate) mod adjustment;
pub(crate) mod balance;
pub(crate) mod bill;
pub(crate) mod bill_line;
mod cents;
pub(crate) mod coupon;
mod names;
pub(crate) mod quota;
pub(crate) mod record;
pub(crate) mod row;
pub(crate) mod statement;

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::rule::Rule;

pub(crate) use cents::Cents;
pub(crate) use names::Names;

pub use adjustment::AdjustmentRow;
pub use balance::{BalanceRow, CustomerBalanceRow, OpeningBalanceRow};
pub use bill::MonthlyBillRow;
pub use bill_line::BillLineRow;
pub use coupon::CouponRow;
pub use quota::{QuotaRecordRow, QuotaRow};
pub use record::CouponRecordRow;
pub use statement::StatementRow;

/// The tables: a name, the row, and the field of the door's input.
macro_rules! tables {
    ($($(#[doc = $doc:literal])+ $name:literal => $variant:ident($field:ident: $row:ident),)+) => {
        /// A table that can be audited.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AuditTable"))]
        #[non_exhaustive]
        pub enum Table {
            $($(#[doc = $doc])+ #[serde(rename = $name)] $variant,)+
        }

        impl Table {
            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }

        $(impl AuditRow for $row {
            const TABLE: Table = Table::$variant;
        })+

        /// Tables as the door takes them.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        #[cfg(feature = "json")]
        pub(crate) struct Tables {
            $(#[serde(rename = $name)] $field: Option<Vec<$row>>,)+
        }

        #[cfg(feature = "json")]
        impl Tables {
            /// What an audit finds in them.
            pub(crate) fn findings(self) -> Vec<Finding> {
                let mut audit = Audit::new();
                $(if let Some(rows) = self.$field {
                    audit.begin(Table::$variant);
                    for row in &rows {
                        audit.add(row);
                    }
                })+
                audit.finish()
            }
        }

        /// Asks each table, in their order, what can be told only when all rows are known.
        fn finish_all(audit: &mut Audit) {
            $(<$row as row::Take>::finish(audit);)+
        }
    };
}

tables! {
    /// Exports of `issued-coupons`.
    "coupons" => Coupons(coupons: CouponRow),
    /// Exports of `coupon-records`.
    "coupon-records" => CouponRecords(coupon_records: CouponRecordRow),
    /// Exports of `quotas` and `issued-quotas`, each quota once.
    "quotas" => Quotas(quotas: QuotaRow),
    /// Exports of `quota-records`.
    "quota-records" => QuotaRecords(quota_records: QuotaRecordRow),
    /// What was in each account before its first line; an account that is not named began with nothing.
    "opening-balances" => OpeningBalances(opening_balances: OpeningBalanceRow),
    /// Exports of `partner-balances`.
    "balances" => Balances(balances: BalanceRow),
    /// Exports of `customer-balances`.
    "customer-balances" => CustomerBalances(customer_balances: CustomerBalanceRow),
    /// Exports of `adjustment-records`.
    "adjustment-records" => AdjustmentRecords(adjustment_records: AdjustmentRow),
    /// Exports of `monthly-bills`.
    "monthly-bills" => MonthlyBills(monthly_bills: MonthlyBillRow),
    /// Exports of `fee-records`, and lines of the vendor's bills, in its field names, with amounts as text.
    "bill-lines" => BillLines(bill_lines: BillLineRow),
    /// Exports of `statement`, of partners and of customers, the lines of one account together.
    "statement" => Statement(statement: StatementRow),
}

/// A row that can be audited: the columns of an export that the audit needs, read as text.
pub trait AuditRow: row::Take {
    /// The table it stands in.
    const TABLE: Table;
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AuditPlace"))]
pub struct Place {
    /// The table.
    pub table: Table,
    /// Which of its rows, from 1.
    pub row: u64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.table.name(), self.row)
    }
}

/// Something that no correct table holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule that does not hold.
    pub rule: &'static Rule,
    /// The rows it does not hold for, those that may be wrong among them.
    pub rows: Vec<Place>,
    /// What would be right.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// How much more is found than expected, where both are amounts: an exact decimal.
    pub difference: Option<String>,
}

impl Finding {
    /// What is wrong, in English.
    pub fn message_en(&self) -> String {
        format!("{} Expected: {}; found: {}", self.rule.statement_en(), self.expected, self.found)
    }

    /// What is wrong, in Chinese.
    pub fn message_zh(&self) -> String {
        format!("{}。应为:{};实为:{}", self.rule.statement_zh, self.expected, self.found)
    }
}

/// An audit under way.
///
/// ```
/// use partnerkit::audit::{Audit, Table};
///
/// let mut audit = Audit::new();
/// audit.begin(Table::Coupons);
/// assert!(audit.finish().is_empty());
/// ```
#[derive(Debug, Default)]
pub struct Audit {
    /// The tables that are given, and how many rows of each.
    tables: BTreeMap<Table, u64>,
    findings: Vec<Finding>,
    pub(crate) quotas: quota::Quotas,
    pub(crate) coupons: coupon::Coupons,
    pub(crate) records: record::Records,
    pub(crate) customers: row::Customers,
    pub(crate) accounts: statement::Accounts,
    pub(crate) pairs: adjustment::Pairs,
    pub(crate) bills: bill::Bills,
    pub(crate) bill_lines: row::Ids,
    pub(crate) totals: balance::Totals,
}

impl Audit {
    /// An audit of nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A table is given, though it may have no rows: what other tables name must be in it.
    pub fn begin(&mut self, table: Table) {
        self.tables.entry(table).or_default();
    }

    /// Takes in the next row of its table.
    pub fn add<R: AuditRow>(&mut self, row: &R) {
        let count = self.tables.entry(R::TABLE).or_default();
        *count = count.saturating_add(1);
        let place = Place { table: R::TABLE, row: *count };
        row.take(place, self);
    }

    /// All that was found, in the order of tables and rows.
    pub fn finish(mut self) -> Vec<Finding> {
        finish_all(&mut self);
        self.findings.sort_by(|left, right| (&left.rows, left.rule.id).cmp(&(&right.rows, right.rule.id)));
        self.findings
    }

    /// Whether a table is given: only then can a row be missing in it.
    pub(crate) fn has(&self, table: Table) -> bool {
        self.tables.contains_key(&table)
    }

    pub(crate) fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}

impl Finding {
    /// A rule that does not hold for some rows, which are told in their order.
    pub(crate) fn new(
        rule: &'static Rule,
        rows: impl IntoIterator<Item = Place>,
        expected: impl ToString,
        found: impl ToString,
    ) -> Self {
        let mut rows: Vec<_> = rows.into_iter().collect();
        rows.sort();
        rows.dedup();
        Self { rule, rows, expected: expected.to_string(), found: found.to_string(), difference: None }
    }

    /// Two decimals that should be one.
    pub(crate) fn decimals(
        rule: &'static Rule,
        rows: impl IntoIterator<Item = Place>,
        expected: Decimal,
        found: Decimal,
    ) -> Self {
        let difference = found.checked_sub(expected).map(|difference| difference.normalize().to_string());
        Self { difference, ..Self::new(rule, rows, expected.normalize(), found.normalize()) }
    }

    /// Two amounts that should be one.
    pub(crate) fn amounts(rule: &'static Rule, rows: impl IntoIterator<Item = Place>, expected: Cents, found: Cents) -> Self {
        let difference = Some(found.less(expected).to_string());
        Self { difference, ..Self::new(rule, rows, expected, found) }
    }
}
