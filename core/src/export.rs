//! Lists and records as files: every list can be exported, and every file is a table of rows.

use serde::Serialize;

use crate::center::{PartnerCenter, Viewer};
use crate::error::Error;
use crate::view::View;

/// A column of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name, which stays.
    pub name: &'static str,
    /// What stands in it.
    pub about: &'static str,
}

/// A row of a file. Its columns hold texts, numbers, flags and times: what is nested in a list is flat here, and of several
/// values `"; "` stands between two.
pub trait ExportRow: Serialize {
    /// The columns of the file, in order.
    fn columns() -> Vec<Column>;
}

/// A query whose list can be exported.
pub trait Export {
    /// A row of the file.
    type Row: ExportRow;

    /// All that the query finds; see [`PartnerCenter::export`].
    ///
    /// # Errors
    /// When the actor is unknown.
    fn rows(&self, center: &PartnerCenter, viewer: Viewer) -> Result<View<Self::Row>, Error>;
}

/// Several values in one cell.
pub(crate) fn joined<T: ToString>(values: impl IntoIterator<Item = T>) -> String {
    values.into_iter().map(|value| value.to_string()).collect::<Vec<_>>().join("; ")
}

/// Declares a row: each field is a column, and its comment says what stands in it. A group of columns that several rows share
/// may follow.
macro_rules! row {
    (
        $(#[doc = $what:literal])+
        pub struct $name:ident { $($(#[doc = $about:literal])+ pub $column:ident: $type:ty,)+ }
        $(and $(#[doc = $shared_about:literal])+ $shared:ident: $group:ty)?
    ) => {
        $(#[doc = $what])+
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            $($(#[doc = $about])+ pub $column: $type,)+
            $($(#[doc = $shared_about])+ #[serde(flatten)] pub $shared: $group,)?
        }

        impl $crate::export::ExportRow for $name {
            fn columns() -> Vec<$crate::export::Column> {
                #[allow(unused_mut, reason = "most rows share no columns")]
                let mut columns = vec![
                    $($crate::export::Column { name: stringify!($column), about: concat!($($about),+).trim_ascii() }),+
                ];
                $(columns.extend(<$group as $crate::export::ExportRow>::columns());)?
                columns
            }
        }
    };
}
pub(crate) use row;
