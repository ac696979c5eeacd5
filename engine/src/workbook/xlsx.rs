//! Workbooks as Excel writes them.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive::Archive;
use super::error::WorkbookError;
use super::sheet_text::{SheetText, number};
use super::workbook_check::check;
use super::worksheet::Worksheet;

type Book = Xlsx<Cursor<Vec<u8>>>;

/// Looks through all parts, and opens the workbook.
pub(super) fn open(mut archive: Archive) -> Result<(Book, Vec<Worksheet>), WorkbookError> {
    archive.each(check)?;
    let book = Book::new(archive.into_bytes()).map_err(of_workbook)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let worksheets: Vec<Worksheet> = sheets
        .map(|sheet| Worksheet {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
        })
        .collect();
    if worksheets.is_empty() {
        return Err(WorkbookError::NoWorksheet);
    }
    Ok((book, worksheets))
}

/// The cells of the worksheet with this name.
pub(super) fn table(book: &mut Book, name: &str) -> Result<Vec<u8>, WorkbookError> {
    let of = |error: XlsxError| match error {
        XlsxError::Password => WorkbookError::Password,
        error => WorkbookError::part(&format!("worksheet \"{name}\""), &error),
    };
    let mut cells = book.worksheet_cells_reader(name).map_err(of)?;
    let mut text = SheetText::default();
    while let Some(cell) = cells.next_cell().map_err(of)? {
        let (row, column) = cell.get_position();
        text.cell(row, column, &written(cell.get_value()))?;
    }
    Ok(text.into_table())
}

fn of_workbook(error: XlsxError) -> WorkbookError {
    match error {
        XlsxError::Password => WorkbookError::Password,
        error => WorkbookError::part("the list of its worksheets", &error),
    }
}

/// What a cell says.
fn written<'d>(value: &'d DataRef<'_>) -> Cow<'d, str> {
    match value {
        DataRef::Empty => Cow::Borrowed(""),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cow::Borrowed(text)
        }
        DataRef::Int(value) => Cow::Owned(value.to_string()),
        DataRef::Float(value) => Cow::Owned(number(*value)),
        DataRef::Bool(true) => Cow::Borrowed("TRUE"),
        DataRef::Bool(false) => Cow::Borrowed("FALSE"),
        DataRef::DateTime(moment) => Cow::Owned(date(*moment)),
        DataRef::Error(error) => Cow::Owned(error.to_string()),
    }
}

/// A date as in ISO 8601; a number that is none as it is.
fn date(moment: ExcelDateTime) -> String {
    /// The days up to the end of the year 9999.
    const DAYS: f64 = 2_958_466.0;
    let days = moment.as_f64();
    if moment.is_duration() || !(0.0..DAYS).contains(&days) {
        return number(days);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if days < 1.0 {
        time
    } else if time == "00:00:00" {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}T{time}")
    }
}
