//! What a result is put into words from.

use std::fmt;

use crate::catalogue::Catalogue;
use crate::report::Report;
use crate::sheet::Sheet;
use crate::telling::commands::Commands;

/// What a result is put into words from.
#[derive(Clone, Copy)]
pub struct ResultSource<'a> {
    /// The sheet that the report is of.
    pub sheet: &'a Sheet<'a>,
    /// The report. Why the first role is first can be said only if its ledger is
    /// in it, and why the second is not only if that one's is too.
    pub report: &'a Report<'a>,
    /// How much to say.
    pub detail: Detail,
    /// The commands that the result mentions.
    pub commands: &'a dyn Commands,
}

impl fmt::Debug for ResultSource<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("ResultSource");
        shown.field("report", self.report).field("detail", &self.detail).finish_non_exhaustive()
    }
}

impl<'a> ResultSource<'a> {
    /// The catalogue of the sheet.
    pub(super) fn catalogue(&self) -> &'a Catalogue {
        self.sheet.catalogue()
    }
}

/// How much a result says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detail {
    /// The most roles to list.
    pub top: usize,
    /// Whether to take the similarities apart in full.
    pub explain: bool,
}
