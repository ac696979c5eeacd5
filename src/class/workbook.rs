//! The table as a workbook, with what the class adds up to on a second sheet.

use std::io;

use rolefit_engine::telling::class::{ClassCell, settled};
use rust_xlsxwriter::{
    ConditionalFormat2ColorScale, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook,
    Worksheet, XlsxError,
};

use super::line::ClassLine;
use super::style::ClassStyle;
use crate::failure::Failure;

/// The most rows that a sheet has, the headings among them.
const MOST_ROWS: usize = 1_048_576;

/// The most characters that a cell holds.
const MOST_CHARACTERS: usize = 32_767;

/// The widest that a column is made, and the narrowest, in characters.
const WIDTHS: [usize; 2] = [8, 44];

/// From a chance of nothing to a certain one: the sure stand out, and print well.
const SCALE: [u32; 2] = [0x00FF_FFFF, 0x0063_BE7B];

/// The bytes of a workbook with the lines of a class and the rows of its cohort.
///
/// # Errors
/// There are more people than rows in a sheet.
pub(crate) fn workbook(
    style: ClassStyle,
    headings: &[String],
    lines: &[ClassLine],
    cohort: &[Vec<ClassCell>],
) -> Result<Vec<u8>, Failure> {
    if lines.len() >= MOST_ROWS {
        let why = format!(
            "a sheet of a workbook holds {} people, and there are {}: use --format csv",
            MOST_ROWS - 1,
            lines.len()
        );
        return Err(Failure::Data(why));
    }
    written(style, headings, lines, cohort)
        .map_err(|error| Failure::io("the workbook")(io::Error::other(error)))
}

fn written(
    style: ClassStyle,
    headings: &[String],
    lines: &[ClassLine],
    cohort: &[Vec<ClassCell>],
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same people always give the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let class = workbook.add_worksheet().set_name("Class")?;
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (column, text) in (0..).zip(headings) {
        class.write_string_with_format(0, column, text, &heading)?;
    }
    let rows = lines.iter().map(|line| line.cells.as_slice());
    fill(class, 1, rows, style)?;
    class.set_freeze_panes(1, 1)?;
    let (last_row, columns) = (row_number(lines.len())?, column_number(headings.len())?);
    if columns > 0 {
        class.autofilter(0, 0, last_row, columns - 1)?;
    }
    for (column, text) in (0..).zip(headings) {
        let cells = lines.iter().filter_map(|line| line.cells.get(usize::from(column)));
        let longest = cells.clone().map(|cell| cell.shown(style.decimals).chars().count()).max();
        let wide = longest.unwrap_or(0).max(text.chars().count()).clamp(WIDTHS[0], WIDTHS[1]);
        class.set_column_width(column, u32::try_from(wide + 1).unwrap_or(u32::MAX))?;
        if last_row > 0 && cells.clone().any(|cell| matches!(cell, ClassCell::Share(_))) {
            let scale = ConditionalFormat2ColorScale::new()
                .set_minimum(rust_xlsxwriter::ConditionalFormatType::Number, 0)
                .set_maximum(rust_xlsxwriter::ConditionalFormatType::Number, 1)
                .set_minimum_color(SCALE[0])
                .set_maximum_color(SCALE[1]);
            class.add_conditional_format(1, column, last_row, column, &scale)?;
        }
    }
    let whole = workbook.add_worksheet().set_name("Cohort")?;
    fill(whole, 0, cohort.iter().map(Vec::as_slice), style)?;
    whole.set_column_width(0, 34)?;
    whole.set_column_range_width(1, 4, 18)?;
    workbook.save_to_buffer()
}

/// Writes rows from this one on.
fn fill<'r>(
    sheet: &mut Worksheet,
    first: u32,
    rows: impl Iterator<Item = &'r [ClassCell]>,
    style: ClassStyle,
) -> Result<(), XlsxError> {
    let decimals = "0".repeat(usize::from(style.decimals));
    let share = Format::new().set_num_format(format!("0.{decimals}"));
    for (row, cells) in (first..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                ClassCell::Empty => continue,
                ClassCell::Text(text) => match plain_number(text) {
                    Some(number) => sheet.write_number(row, column, number)?,
                    None => sheet.write_string(row, column, cut(text))?,
                },
                ClassCell::Count(count) => {
                    sheet.write_number(row, column, u32::try_from(*count).unwrap_or(u32::MAX))?
                }
                ClassCell::Share(of) => {
                    let settled = settled(*of, style.decimals);
                    sheet.write_number_with_format(row, column, settled, &share)?
                }
                ClassCell::Figure(of) => {
                    sheet.write_number_with_format(row, column, *of, &share)?
                }
            };
        }
    }
    Ok(())
}

/// The number that a text is, if it is written as a spreadsheet writes that number: `007` and
/// `1e3` are texts.
fn plain_number(text: &str) -> Option<f64> {
    let is_plain = text.len() <= 15 && text.bytes().all(|byte| b"0123456789.-".contains(&byte));
    let number: f64 = text.parse().ok().filter(|_| is_plain)?;
    (number.to_string() == text).then_some(number)
}

/// A text that fits a cell.
fn cut(text: &str) -> String {
    if text.chars().count() <= MOST_CHARACTERS {
        return text.to_owned();
    }
    text.chars().take(MOST_CHARACTERS - 1).chain(['\u{2026}']).collect()
}

fn row_number(row: usize) -> Result<u32, XlsxError> {
    u32::try_from(row).map_err(|_| XlsxError::RowColumnLimitError)
}

fn column_number(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}
