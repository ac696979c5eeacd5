//! Where a row stands, as the programs that people open it with say it.

use std::fmt;

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

/// Where a row stands. Lines and rows are counted from 1, whether they are blank or not.
///
/// ```
/// use rolefit_engine::table::RowPlace;
///
/// // A cell above it goes over three lines.
/// let place = RowPlace::Table { row: 7, line: 9 };
/// assert_eq!((place.to_string(), place.line()), ("row 7 (line 9)".to_owned(), 9));
/// assert_eq!(RowPlace::Json { line: 3 }.to_string(), "line 3");
/// assert_eq!(RowPlace::Worksheet { row: 4 }.to_string(), "row 4");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(into = "WrittenPlace")]
#[cfg_attr(feature = "schemars", schemars(with = "WrittenPlace"))]
pub enum RowPlace {
    /// A value of JSON.
    Json {
        /// The line on which it begins.
        line: u64,
    },
    /// A row of a table that is text.
    Table {
        /// The row as a spreadsheet numbers it.
        row: u64,
        /// The line on which it begins.
        line: u64,
    },
    /// A row of a worksheet.
    Worksheet {
        /// Its number there.
        row: u64,
    },
}

/// A place in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
struct WrittenPlace {
    /// The line on which the row begins, from 1; of a worksheet, its row.
    line: u64,
    /// The row of a table or a worksheet as a spreadsheet numbers it, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u64>,
}

impl RowPlace {
    /// The place of a row of a table or of a worksheet.
    pub(super) const fn of(row: u64, line: u64, is_worksheet: bool) -> Self {
        if is_worksheet { Self::Worksheet { row } } else { Self::Table { row, line } }
    }

    /// The line on which the row begins; of a worksheet, its row.
    #[must_use]
    pub const fn line(self) -> u64 {
        match self {
            Self::Json { line } | Self::Table { line, .. } | Self::Worksheet { row: line } => line,
        }
    }

    /// The row as a spreadsheet numbers it, unless it is JSON.
    #[must_use]
    pub const fn row(self) -> Option<u64> {
        match self {
            Self::Json { .. } => None,
            Self::Table { row, .. } | Self::Worksheet { row } => Some(row),
        }
    }
}

impl fmt::Display for RowPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json { line } => write!(f, "line {line}"),
            Self::Table { row, line } => write!(f, "row {row} (line {line})"),
            Self::Worksheet { row } => write!(f, "row {row}"),
        }
    }
}

impl From<RowPlace> for WrittenPlace {
    fn from(place: RowPlace) -> Self {
        Self { line: place.line(), row: place.row() }
    }
}
