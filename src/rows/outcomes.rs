//! What became of rows.

use std::fmt;

use rolefit_engine::table::RowError;

use crate::text::TerminalText;

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

impl RowOutcomes {
    /// How many rejected rows are told of one by one.
    pub(crate) const TOLD: usize = 5;

    /// Lines of what became of the rows, with the first that were rejected, if they are known.
    pub(crate) fn told(self, rejected: &[RowError]) -> TerminalText {
        let mut lines: Vec<String> = rejected.iter().map(ToString::to_string).collect();
        let named = rejected.len() as u64;
        if self.rejected > named && named > 0 {
            lines.push(format!("and {} more rejected", self.rejected - named));
        }
        lines.push(self.to_string());
        TerminalText::each_on_a_line(lines)
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
