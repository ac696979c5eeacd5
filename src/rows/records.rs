//! From a row to its record. A pure function of the row: no row knows of another.

use rolefit_engine::report::{
    Brief, Carried, Explain, Kept, Record, Rejected, Report, Reporter, RowError,
};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::{Column, Columns, Content, Row, Rows};

/// Makes records.
pub(crate) struct Recorder<'c> {
    pub(crate) rows: Rows<'c>,
    pub(crate) reporter: Reporter<'c>,
    /// The columns to carry through: their headings and places.
    pub(crate) keep: Vec<(String, usize)>,
    pub(crate) full: bool,
    pub(crate) top: usize,
}

impl<'c> Recorder<'c> {
    /// The record of `row`; `None` if it is blank.
    pub(crate) fn record(&self, row: &Row<'_>, columns: Option<&Columns>) -> Option<Record<'c>> {
        Some(match read(&self.rows, row, columns)? {
            Ok(sheet) => self.told(&sheet, self.kept(row)),
            Err(message) => Record::Rejected(Carried {
                told: rejected(row, columns, message),
                kept: self.kept(row),
            }),
        })
    }

    fn kept(&self, row: &Row<'_>) -> Kept {
        let Some(cells) = row.cells() else { return Kept::default() };
        let cell = |(name, at): &(String, usize)| {
            (name.clone(), cells.get(*at).unwrap_or_default().to_owned())
        };
        Kept(self.keep.iter().map(cell).collect())
    }

    fn told(&self, sheet: &Sheet<'c>, kept: Kept) -> Record<'c> {
        if !self.full {
            return Record::Brief(Carried {
                told: Brief::of(&self.reporter, sheet, self.top),
                kept,
            });
        }
        let mut told = Report::of(&self.reporter, sheet, Explain::Nothing);
        told.roles.truncate(self.top);
        Record::Full(Box::new(Carried { told, kept }))
    }
}

/// What is wrong with a row, and whose it is if its cells could be read.
fn rejected(row: &Row<'_>, columns: Option<&Columns>, message: String) -> Rejected {
    let named = columns.zip(row.cells()).and_then(|(columns, cells)| {
        let at = columns.all().iter().position(|column| *column == Column::Respondent)?;
        Some(cells.get(at)?.trim().to_owned())
    });
    Rejected { respondent: named, error: RowError { line: row.line, message } }
}

/// The sheet in `row`, or what is wrong with it; `None` if it is blank.
pub(crate) fn read<'c>(
    rows: &Rows<'c>,
    row: &Row<'_>,
    columns: Option<&Columns>,
) -> Option<Result<Sheet<'c>, String>> {
    Some(match (&row.content, columns) {
        (Content::Blank, _) => return None,
        (Content::Broken(why), _) => Err(why.clone()),
        (Content::Json(line), _) => rows.json(line),
        (Content::Cells(cells), Some(columns)) => rows.cells(columns, cells.iter()),
        (Content::Cells(_), None) => Err("the row has no headings".to_owned()),
    })
}
