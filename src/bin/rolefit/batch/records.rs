//! From a row to its record. A pure function of the row: no row knows of another.

use rolefit::report::{Brief, Explain, Report, Reporter};
use rolefit::sheet::{Columns, Rows, Sheet};

use super::reading::{Content, Row};

/// What a row becomes.
pub(crate) enum Record<'c> {
    /// A ranking.
    Brief(Brief<'c>, Vec<String>),
    /// A whole report.
    Full(Box<Report>),
    /// A row that could not be read, with its line.
    Error(u64, String),
    /// Nothing.
    Blank,
}

/// Makes records.
pub(crate) struct Recorder<'c> {
    pub(crate) rows: Rows<'c>,
    pub(crate) reporter: Reporter<'c>,
    /// The columns to carry through, by place.
    pub(crate) keep: Vec<usize>,
    pub(crate) full: bool,
    pub(crate) top: usize,
}

impl<'c> Recorder<'c> {
    /// The record of `row`.
    pub(crate) fn record(&self, row: &Row, columns: Option<&Columns>) -> Record<'c> {
        let (sheet, kept) = match (&row.content, columns) {
            (Content::Blank, _) => return Record::Blank,
            (Content::Broken(why), _) => return Record::Error(row.line, why.clone()),
            (Content::Json(line), _) => (self.rows.json(line), Vec::new()),
            (Content::Cells(cells), Some(columns)) => {
                let kept = self.keep.iter().map(|at| cells.get(*at).unwrap_or_default().to_owned());
                (self.rows.cells(columns, cells.iter()), kept.collect())
            }
            (Content::Cells(_), None) => {
                return Record::Error(row.line, "the row has no headings".to_owned());
            }
        };
        match sheet {
            Ok(sheet) => self.told(&sheet, kept),
            Err(why) => Record::Error(row.line, why),
        }
    }

    fn told(&self, sheet: &Sheet, kept: Vec<String>) -> Record<'c> {
        if !self.full {
            return Record::Brief(self.reporter.brief(sheet, self.top), kept);
        }
        let mut report = self.reporter.report(sheet, Explain::Nothing);
        report.roles.truncate(self.top);
        Record::Full(Box::new(report))
    }
}
