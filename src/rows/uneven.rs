//! Rows with fewer or more cells than there are headings.

use rolefit_engine::table::{CellNotes, NotedRows};

use super::outcomes::RowOutcomes;
use crate::failure::in_file;

/// Those of each file, one after the other.
#[derive(Debug, Default)]
pub(super) struct UnevenRows {
    /// The file that is read.
    file: Option<String>,
    /// How many of its rows were understood.
    understood: u64,
    short: NotedRows,
    long: NotedRows,
    /// What is told of the files before.
    before: Vec<String>,
}

impl UnevenRows {
    /// Adds what was noted of further rows of a file, so many of which were understood.
    pub(super) fn add(&mut self, notes: CellNotes, understood: u64, file: Option<&str>) {
        if self.file.as_deref() != file {
            let file = file.map(str::to_owned);
            *self = Self { file, before: self.lines(), ..Self::default() };
        }
        self.understood += understood;
        self.short = self.short.with(notes.short_rows);
        self.long = self.long.with(notes.long_rows);
    }

    /// A line of each kind for each file that has such rows, for the first ten.
    pub(super) fn lines(&self) -> Vec<String> {
        let short = (self.short.count > 0).then(|| {
            format!(
                "{} fewer cells than the headings, and the questions without one count as skipped: \
                 see whether a line break in a cell has cut them off",
                rows(self.short)
            )
        });
        // A separator at the end of every row moves nothing.
        let are_some = self.long.count > 0 && self.long.count < self.understood;
        let long = are_some.then(|| {
            format!(
                "{} an empty cell more than the headings: see whether a comma, a semicolon or a tab \
                 in a cell has moved the answers behind it",
                rows(self.long)
            )
        });
        let lines = [short, long].into_iter().flatten();
        let lines = lines.map(|line| in_file(self.file.as_deref(), line));
        self.before.iter().cloned().chain(lines).take(RowOutcomes::TOLD).collect()
    }
}

fn rows(NotedRows { count, first }: NotedRows) -> String {
    match (count, first) {
        (1, Some(first)) => format!("row {first} has"),
        (more, Some(first)) => format!("{more} rows, the first of them row {first}, have"),
        (more, None) => format!("{more} rows have"),
    }
}
