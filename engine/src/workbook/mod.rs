//! Workbooks of spreadsheets, `.xlsx` and `.ods`: from bytes to tables of text.
//!
//! A worksheet becomes a table with tabs between its cells, one line for each row as the
//! spreadsheet numbers it, so that a [`RowReader`](crate::table::RowReader) reads it as
//! any other table. Nothing in a workbook is believed: every part is inflated through a
//! counter, and what would take more memory than [`limits`] say is refused
//! before it does.

mod archive;
mod error;
mod ods;
mod sheet_text;
mod workbook_check;
mod worksheet;
mod xlsx;

use std::fmt;
use std::io::Cursor;

use calamine::Xlsx;

use self::archive::Archive;
pub use self::error::WorkbookError;
pub use self::worksheet::Worksheet;
use crate::limits;

/// The bytes with which a zip begins, as every workbook that can be read is one.
const ZIP: &[u8] = b"PK\x03\x04";

/// The bytes with which an older container begins: `.xls`, or a workbook with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether what begins with `bytes` is a workbook, and no table of text or lines of JSON;
/// `None` if these are too few to tell.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> Option<bool> {
    let begins = |mark: &[u8]| bytes.starts_with(mark);
    let may_begin = |mark: &[u8]| mark.starts_with(bytes);
    if begins(ZIP) || begins(COMPOUND) {
        return Some(true);
    }
    (!may_begin(ZIP) && !may_begin(COMPOUND)).then_some(false)
}

/// A workbook whose parts were looked through.
///
/// ```
/// use rolefit_engine::workbook::{Workbook, WorkbookError};
///
/// assert!(matches!(Workbook::open(b"PK\x03\x04".to_vec()), Err(WorkbookError::Zip(_))));
/// ```
pub struct Workbook {
    opened: OpenWorkbook,
    worksheets: Vec<Worksheet>,
}

/// What the program that wrote a workbook made of it.
enum OpenWorkbook {
    Xlsx(Box<Xlsx<Cursor<Vec<u8>>>>),
    /// The text of `content.xml`.
    Ods(String),
}

impl Workbook {
    /// Looks through the parts of a workbook.
    ///
    /// # Errors
    /// [`WorkbookError`] if it is none, has a password, or would take too much memory.
    pub fn open(bytes: Vec<u8>) -> Result<Self, WorkbookError> {
        if bytes.len() > limits::WORKBOOK.most {
            return Err(WorkbookError::TooLarge);
        }
        if bytes.starts_with(COMPOUND) {
            return Err(error::of_compound(&bytes));
        }
        let mut archive = Archive::open(bytes)?;
        if archive.has("xl/workbook.bin") {
            return Err(WorkbookError::Xlsb);
        }
        if let Some(document) = other_document(&mut archive)? {
            return Err(WorkbookError::OtherDocument(document));
        }
        if archive.has("content.xml") {
            let content = ods::content(&mut archive)?;
            let worksheets = ods::worksheets(&content)?;
            return Ok(Self { opened: OpenWorkbook::Ods(content), worksheets });
        }
        if !archive.has("_rels/.rels") {
            return Err(WorkbookError::NoWorkbook);
        }
        let (book, worksheets) = xlsx::open(archive)?;
        Ok(Self { opened: OpenWorkbook::Xlsx(Box::new(book)), worksheets })
    }

    /// Its worksheets, in order.
    #[must_use]
    pub fn worksheets(&self) -> &[Worksheet] {
        &self.worksheets
    }

    /// The cells of the worksheet at `place`, from 0: one line a row, with tabs between
    /// the cells; nothing if there is no such worksheet. A line break or a tab in a cell
    /// becomes a blank.
    ///
    /// A whole number has no decimals, a date is written as in ISO 8601, a formula is what
    /// it last came to, and of merged cells the first has the value.
    ///
    /// # Errors
    /// [`WorkbookError`] if a cell cannot be read, or there are too many.
    pub fn table(&mut self, place: usize) -> Result<Vec<u8>, WorkbookError> {
        let Some(worksheet) = self.worksheets.get(place) else { return Ok(Vec::new()) };
        match &mut self.opened {
            OpenWorkbook::Xlsx(book) => xlsx::table(book, &worksheet.name),
            OpenWorkbook::Ods(content) => ods::table(content, place),
        }
    }
}

/// What a zip is, if it is a document that holds no worksheets.
fn other_document(archive: &mut Archive) -> Result<Option<&'static str>, WorkbookError> {
    const PARTS: [(&str, &str); 2] = [
        ("word/document.xml", "a text document (.docx)"),
        ("ppt/presentation.xml", "a presentation (.pptx)"),
    ];
    const TYPES: [(&str, &str); 2] = [
        ("application/vnd.oasis.opendocument.text", "a text document (.odt)"),
        ("application/vnd.oasis.opendocument.presentation", "a presentation (.odp)"),
    ];
    if let Some((_, document)) = PARTS.iter().find(|(part, _)| archive.has(part)) {
        return Ok(Some(document));
    }
    let Some(found) = archive.text("mimetype")? else { return Ok(None) };
    Ok(TYPES.iter().find(|(of, _)| found.trim() == *of).map(|(_, document)| *document))
}

impl fmt::Debug for Workbook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workbook").field("worksheets", &self.worksheets).finish_non_exhaustive()
    }
}
