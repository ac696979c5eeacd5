//! What became of rows.

use std::fmt;

use crate::failure::{Failure, in_file};
use crate::text::TerminalText;

/// How many rows there were, by what became of them.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RowOutcomes {
    /// Those that were matched.
    pub(crate) scored: u64,
    /// Those with too few answers to be matched.
    pub(crate) too_little: u64,
    /// Those whose interests come out equal.
    pub(crate) level: u64,
    /// Those that were read, and not to be matched.
    pub(crate) sheets: u64,
    pub(crate) rejected: u64,
    pub(crate) blank: u64,
}

impl RowOutcomes {
    /// All of them.
    pub(crate) fn read(self) -> u64 {
        self.scored + self.unmatched() + self.sheets + self.rejected + self.blank
    }

    /// Those whose answers were read, matched or not.
    pub(crate) fn matched_or_not(self) -> u64 {
        self.scored + self.unmatched()
    }

    /// Those whose answers were read, whether they were to be matched or not.
    pub(crate) fn understood(self) -> u64 {
        self.matched_or_not() + self.sheets
    }

    /// Those that could not be matched.
    fn unmatched(self) -> u64 {
        self.too_little + self.level
    }

    /// These and others.
    pub(crate) fn with(self, other: Self) -> Self {
        Self {
            scored: self.scored + other.scored,
            too_little: self.too_little + other.too_little,
            level: self.level + other.level,
            sheets: self.sheets + other.sheets,
            rejected: self.rejected + other.rejected,
            blank: self.blank + other.blank,
        }
    }

    /// Whether all is well: no row was rejected, somebody answered if rows are needed, and if
    /// there were people, somebody was matched.
    pub(crate) fn judged(self, needs_rows: bool) -> Result<(), Failure> {
        let Self { scored, too_little, level, rejected, .. } = self;
        if rejected > 0 {
            Err(Failure::Unsound)
        } else if needs_rows && self.read() == self.blank {
            Err(Failure::NoRows(None))
        } else if scored == 0 && self.unmatched() > 0 {
            Err(Failure::NobodyMatched { too_little, level })
        } else {
            Ok(())
        }
    }

    /// The same, with a word on the rows that were rejected where notes are left out, so that
    /// no run fails in silence; `rejected` is what is wrong with the first.
    pub(crate) fn judged_aloud(
        self,
        needs_rows: bool,
        rejected: &[String],
        is_quiet: bool,
    ) -> Result<(), Failure> {
        match self.judged(needs_rows) {
            Err(Failure::Unsound) if is_quiet => Err(self.refused(rejected)),
            judged => judged,
        }
    }

    /// That rows were rejected, in one line.
    fn refused(self, rejected: &[String]) -> Failure {
        let (read, count) = (self.read(), self.rejected);
        let rows = if read == 1 { "row" } else { "rows" };
        let were = if count == 1 { "was" } else { "were" };
        let first = rejected.first().map(|first| format!("; the first: {first}"));
        let first = first.unwrap_or_default();
        Failure::Rejected(format!("{count} of {read} {rows} {were} rejected{first}"))
    }

    /// How many rejected rows are told of one by one.
    pub(crate) const TOLD: usize = 5;

    /// Lines of what became of the rows, with what is wrong with the first that were rejected,
    /// if that is known; `among` several files, with the name of theirs.
    pub(crate) fn told(self, rejected: &[String], among: Option<&str>) -> TerminalText {
        let mut lines = rejected.to_vec();
        let named = rejected.len() as u64;
        if self.rejected > named && named > 0 {
            lines.push(in_file(among, format!("and {} more rejected", self.rejected - named)));
        }
        lines.push(in_file(among, self));
        TerminalText::each_on_a_line(lines)
    }
}

impl fmt::Display for RowOutcomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scored, sheets, rejected, blank, .. } = self;
        let read = self.read();
        let rows = if read == 1 { "row" } else { "rows" };
        write!(f, "{read} {rows} read: ")?;
        if *sheets > 0 {
            write!(f, "{sheets} understood, ")?;
        } else {
            write!(f, "{scored} scored, ")?;
        }
        if self.unmatched() > 0 {
            write!(f, "{} not matched, ", self.unmatched())?;
        }
        write!(f, "{rejected} rejected, {blank} blank")
    }
}
