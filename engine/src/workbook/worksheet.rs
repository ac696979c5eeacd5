//! What is known of a worksheet before its cells are read.

/// A sheet of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worksheet {
    /// What it is called.
    pub name: String,
    /// Whether the spreadsheet does not show it.
    pub is_hidden: bool,
}
