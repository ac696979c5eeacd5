//! What is said by hand of a table.

use super::column_map::ColumnMap;
use crate::sheet::Coding;

/// How a table is to be read where its headings and cells do not say it, or are not to be
/// followed. Of rows of JSON it says who the respondents are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableChoice {
    /// What columns hold, by their headings.
    pub map: ColumnMap,
    /// The heading of the column that answers the first question. Those behind it answer
    /// the others in file order; no heading is looked at, but for what the map says.
    pub in_order_from: Option<String>,
    /// The heading of the column that names the respondent.
    pub respondent: Option<String>,
    /// Whether respondents are numbered, and no column names them.
    pub is_anonymous: bool,
    /// Whether every question has to have a column.
    pub is_strict: bool,
    /// How answers are coded.
    pub coding: Coding,
    /// Whether a cell that holds no answer is taken as skipped.
    pub is_lenient: bool,
}
