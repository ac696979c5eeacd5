//! From a row to its record.

use rolefit_engine::report::{Brief, Explain, Report, Reporter};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::{Carried, Kept, Record, Rejected, Row, SheetReader};

use super::tally::Gleaned;

/// What becomes of a row of `batch`.
pub(crate) type BatchRecord<'c> = Record<Brief<'c>, Report<'c>>;

/// Makes records.
pub(crate) struct Recorder<'w, 'c> {
    pub(crate) sheets: SheetReader<'c>,
    pub(crate) reporter: &'w Reporter<'c>,
    /// The columns to carry through: their headings and places.
    pub(crate) keep: Vec<(String, usize)>,
    /// What the file is called, where there are several.
    pub(crate) source: Option<String>,
    pub(crate) full: bool,
    pub(crate) top: usize,
}

impl<'c> Recorder<'_, 'c> {
    /// The record of `row`, of which `gleaned` takes note; `None` if it is blank.
    pub(crate) fn record(&self, row: &Row<'_>, gleaned: &mut Gleaned) -> Option<BatchRecord<'c>> {
        let read = gleaned.read(&self.sheets, row)?;
        let (kept, source) = (Kept::of(row, &self.keep), self.source.clone());
        Some(match read {
            Ok(sheet) if self.full => {
                Record::Full(Box::new(Carried { told: self.full(&sheet), kept, source }))
            }
            Ok(sheet) => {
                let told = Brief::of(self.reporter, &sheet, self.top);
                Record::Brief(Carried { told, kept, source })
            }
            Err(error) => {
                Record::Rejected(Carried { told: Rejected::of(row, error), kept, source })
            }
        })
    }

    fn full(&self, sheet: &Sheet<'c>) -> Report<'c> {
        let mut report = Report::of(self.reporter, sheet, Explain::Nothing);
        report.roles.truncate(self.top);
        report
    }
}
