//! What was noted of the cells that hold answers.

use std::num::NonZeroU64;

/// How many cells of a table were read how. Notes of several rows add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CellNotes {
    /// Those that hold the number of an answer.
    pub numbers: u64,
    /// Those that hold the label of an answer, or another word for it.
    pub words: u64,
    /// Those that hold no answer and were taken as skipped.
    pub passed: u64,
    /// Those that hold no answer, but the number below the lowest.
    pub below: u64,
    /// Those that hold the highest answer by its number.
    pub highest: u64,
    /// Not cells, but objects of which a key holds an answer and is nearly the id of a question
    /// that has no key.
    pub astray: u64,
    /// Rows of a text that end before the last question.
    pub short_rows: NotedRows,
    /// Rows of a text with more cells than headings, and nothing in those behind them.
    pub long_rows: NotedRows,
}

/// Rows of which something was noted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NotedRows {
    /// How many they are.
    pub count: u64,
    /// The first, as a spreadsheet numbers it.
    pub first: Option<NonZeroU64>,
}

impl NotedRows {
    /// These and one more behind them.
    pub(super) fn and(self, row: u64) -> Self {
        self.with(Self { count: 1, first: NonZeroU64::new(row) })
    }

    /// These and those of later rows.
    #[must_use]
    pub fn with(self, later: Self) -> Self {
        Self { count: self.count + later.count, first: self.first.or(later.first) }
    }
}

impl CellNotes {
    /// These, and those of later rows.
    #[must_use]
    pub fn with(self, later: Self) -> Self {
        Self {
            numbers: self.numbers + later.numbers,
            words: self.words + later.words,
            passed: self.passed + later.passed,
            below: self.below + later.below,
            highest: self.highest + later.highest,
            astray: self.astray + later.astray,
            short_rows: self.short_rows.with(later.short_rows),
            long_rows: self.long_rows.with(later.long_rows),
        }
    }

    /// Whether the answers seem to be counted from one lower: there are numbers below the
    /// lowest answer, and none is the highest.
    #[must_use]
    pub fn count_lower(&self) -> bool {
        self.below > 0 && self.highest == 0
    }
}
