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
    pub(crate) wanted: WantedRecord,
}

/// How much is said of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) enum WantedRecord {
    /// The ranking, of so many roles.
    Brief(usize),
    /// A whole report, of so many roles.
    Full(usize, Explain),
}

impl<'c> Recorder<'_, 'c> {
    /// The record of `row`, of which `gleaned` takes note, and the sheet of which a whole report
    /// was made; `None` if the row is blank.
    pub(crate) fn record(
        &self,
        row: &Row<'_>,
        gleaned: &mut Gleaned,
    ) -> Option<(BatchRecord<'c>, Option<Sheet<'c>>)> {
        let read = gleaned.read(&self.sheets, row)?;
        let (kept, source) = (Kept::of(row, &self.keep), self.source.clone());
        let mut sheet = match read {
            Ok(sheet) => sheet,
            Err(error) => {
                let mut told = Rejected::of(row, error);
                told.respondent = told.respondent.filter(|_| !self.sheets.is_anonymous());
                return Some((Record::Rejected(Carried { told, kept, source }), None));
            }
        };
        Some(match self.wanted {
            WantedRecord::Brief(top) => {
                // The name is moved and not copied: the sheet is not needed any more.
                let respondent = sheet.respondent.take();
                let told = Brief { respondent, ..Brief::of(self.reporter, &sheet, top) };
                gleaned.count(told.status);
                (Record::Brief(Carried { told, kept, source }), None)
            }
            WantedRecord::Full(top, explain) => {
                let mut told = Report::of(self.reporter, &sheet, explain);
                told.roles.truncate(top);
                gleaned.count(told.status);
                (Record::Full(Box::new(Carried { told, kept, source })), Some(sheet))
            }
        })
    }
}
