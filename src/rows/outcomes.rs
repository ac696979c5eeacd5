//! What became of rows.

use std::fmt;

/// How many rows there were, by what became of them.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RowOutcomes {
    pub(crate) scored: u64,
    pub(crate) rejected: u64,
    pub(crate) blank: u64,
}

impl RowOutcomes {
    /// All of them.
    pub(crate) fn read(self) -> u64 {
        self.scored + self.rejected + self.blank
    }

    /// These and others.
    pub(crate) fn with(self, other: Self) -> Self {
        Self {
            scored: self.scored + other.scored,
            rejected: self.rejected + other.rejected,
            blank: self.blank + other.blank,
        }
    }
}

impl fmt::Display for RowOutcomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scored, rejected, blank } = self;
        let read = self.read();
        let rows = if read == 1 { "row" } else { "rows" };
        write!(f, "{read} {rows} read: {scored} scored, {rejected} rejected, {blank} blank")
    }
}
