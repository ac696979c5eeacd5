//! Rows as they were read, not yet understood.

use std::borrow::Cow;
use std::iter::zip;
use std::sync::Arc;

use csv::StringRecord;

use super::column::Column;
use super::columns::Columns;
use super::error::RowFault;
use super::read_bytes::ReadBytes;
use super::respondents;
use super::row_cells::RowCells;
use super::row_lines::{PlainRows, lines};
use super::row_place::RowPlace;
use crate::limits;

/// So many rows are read together at the most, unless fewer are wanted.
pub(super) const MOST_TOGETHER: usize = 512;

/// How many bytes are read at once, where as many are at hand: enough that handing the rows on to
/// another thread takes little time beside what they take there.
pub(super) const AT_ONCE: usize = 1 << 18;

/// A row of a table, or a line of JSON.
#[derive(Debug, Clone)]
pub struct Row<'b> {
    place: RowPlace,
    number: u64,
    pub(super) content: Content<'b>,
}

/// What a row holds.
#[derive(Debug, Clone)]
pub(super) enum Content<'b> {
    Blank,
    /// A line of JSON, without blanks at its end.
    Json(&'b [u8]),
    /// A value of JSON that may stand on several lines.
    Value(&'b JsonValue, &'b [u8]),
    Cells(RowCells<'b>, &'b Columns),
    /// The row could not be told apart from others, or is no text.
    Broken(RowFault),
}

/// Rows that were read together, to be understood in whichever thread.
#[derive(Debug)]
pub struct Chunk {
    held: Held,
    read: u64,
}

#[derive(Debug)]
enum Held {
    /// Whole lines of JSON, and the number of the first.
    Lines {
        first: u64,
        text: ReadBytes,
    },
    /// A line of JSON that was too long to be held.
    LongLine {
        line: u64,
    },
    Values(Vec<JsonValue>),
    Cells {
        columns: Arc<Columns>,
        rows: Vec<CellsRow>,
    },
    /// Rows of a table without quotation marks, and the number of the first.
    Plain {
        columns: Arc<Columns>,
        first: u64,
        rows: PlainRows,
        is_worksheet: bool,
    },
}

/// A value of JSON in a list, or over several lines.
#[derive(Debug, Clone)]
pub(super) struct JsonValue {
    /// Which value it is, from 1.
    pub(super) number: u64,
    /// The line on which it begins, from 1, and how many characters stand before it there.
    pub(super) line: u64,
    pub(super) column: usize,
    pub(super) text: Result<Vec<u8>, RowFault>,
}

impl JsonValue {
    /// A value that begins at this line and column.
    pub(super) fn new((line, column): (u64, usize), text: Result<Vec<u8>, RowFault>) -> Self {
        Self { number: 0, line, column, text }
    }

    /// Adds a byte, up to the limit of a row.
    pub(super) fn push(&mut self, byte: u8) {
        if let Ok(text) = &mut self.text {
            if text.len() < limits::ROW.most {
                text.push(byte);
            } else {
                self.text = Err(RowFault::LongObject);
            }
        }
    }
}

/// A row of a table: its place, and its cells if they could be read.
#[derive(Debug)]
pub(super) struct CellsRow {
    pub(super) place: RowPlace,
    pub(super) number: u64,
    pub(super) cells: Result<StringRecord, RowFault>,
}

impl<'b> Row<'b> {
    /// Where the row stands.
    #[must_use]
    pub fn place(&self) -> RowPlace {
        self.place
    }

    /// Which row it is, from 1: of those below the headings of a table, or of the lines of
    /// JSON. Blank ones count.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The cell in the column at `place`, from 0; empty if the row has fewer cells.
    /// `None` if the row has no cells that could be read.
    #[must_use]
    pub fn cell(&self, place: usize) -> Option<&'b str> {
        match &self.content {
            Content::Cells(cells, _) => Some(cells.iter().nth(place).unwrap_or_default()),
            _ => None,
        }
    }

    /// What the cell that names the respondent holds, or the value of such a key of JSON: it can
    /// be known even of a row that is rejected.
    #[must_use]
    pub fn respondent(&self) -> Option<Cow<'b, str>> {
        match &self.content {
            Content::Cells(cells, columns) => {
                let mut found = zip(columns.meanings(), cells.iter());
                let found = found.find(|(column, _)| **column == Column::Respondent);
                found.map(|(_, cell)| Cow::Borrowed(cell.trim()))
            }
            Content::Json(text) | Content::Value(_, text) => {
                respondents::of_json(text).map(Cow::Owned)
            }
            Content::Blank | Content::Broken(_) => None,
        }
    }
}

impl Chunk {
    /// Whole lines of JSON, of which `first` is the number of the first; so many
    /// bytes were `read` in all.
    pub(super) fn of_lines(first: u64, text: ReadBytes, read: u64) -> Self {
        Self { held: Held::Lines { first, text }, read }
    }

    /// A line of JSON that was too long.
    pub(super) fn of_long_line(line: u64, read: u64) -> Self {
        Self { held: Held::LongLine { line }, read }
    }

    /// Values of JSON.
    pub(super) fn of_values(values: Vec<JsonValue>, read: u64) -> Self {
        Self { held: Held::Values(values), read }
    }

    /// Rows of a table.
    pub(super) fn of_cells(columns: Arc<Columns>, rows: Vec<CellsRow>, read: u64) -> Self {
        Self { held: Held::Cells { columns, rows }, read }
    }

    /// Rows of a table, or of a worksheet, as they stand there; `first` is the number of the
    /// first below the headings.
    pub(super) fn of_plain(
        columns: Arc<Columns>,
        (first, rows): (u64, PlainRows),
        is_worksheet: bool,
        read: u64,
    ) -> Self {
        Self { held: Held::Plain { columns, first, rows, is_worksheet }, read }
    }

    /// How many bytes of the input were read up to the end of these rows.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.read
    }

    /// About how many bytes the rows hold.
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.held {
            Held::Lines { text, .. } => text.len(),
            Held::Plain { rows, .. } => rows.text.len(),
            Held::LongLine { .. } => 0,
            Held::Values(values) => values.iter().flat_map(|value| &value.text).map(Vec::len).sum(),
            Held::Cells { rows, .. } => {
                // Each cell has its end beside its text.
                let size = |cells: &StringRecord| {
                    cells.as_slice().len() + cells.len() * size_of::<usize>()
                };
                rows.iter().flat_map(|row| &row.cells).map(size).sum()
            }
        }
    }

    /// The rows, in the order of the input.
    #[must_use]
    pub fn rows(&self) -> Box<dyn Iterator<Item = Row<'_>> + '_> {
        match &self.held {
            Held::Lines { first, text } => {
                let of = |(line, text)| Row {
                    place: RowPlace::Json { line },
                    number: line,
                    content: Content::of_line(text),
                };
                Box::new(zip(*first.., lines(text)).map(of))
            }
            Held::LongLine { line } => {
                let content = Content::Broken(RowFault::LongLine);
                Box::new(std::iter::once(Row {
                    place: RowPlace::Json { line: *line },
                    number: *line,
                    content,
                }))
            }
            Held::Values(values) => Box::new(values.iter().map(|value| {
                let content = match &value.text {
                    Ok(text) => Content::Value(value, text),
                    Err(fault) => Content::Broken(fault.clone()),
                };
                Row { place: RowPlace::Json { line: value.line }, number: value.number, content }
            })),
            Held::Cells { columns, rows } => Box::new(rows.iter().map(|row| {
                let content = Content::of_cells(&row.cells, columns);
                Row { place: row.place, number: row.number, content }
            })),
            Held::Plain { columns, first, rows, is_worksheet } => {
                let of = move |(passed, text)| Row {
                    place: RowPlace::of(rows.row + passed, rows.line + passed, *is_worksheet),
                    number: first + passed,
                    content: Content::of_plain(text, columns),
                };
                Box::new(zip(0.., lines(&rows.text)).map(of))
            }
        }
    }
}

/// A line without the mark with which a file begins: where files were joined, it stands in the
/// middle.
fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line)
}

impl<'b> Content<'b> {
    fn of_line(text: &'b [u8]) -> Self {
        // Errors count columns up to the end of the line, and not past it.
        match without_mark(text).trim_ascii_end() {
            [] => Self::Blank,
            text if text.len() > limits::ROW.most => Self::Broken(RowFault::LongLine),
            text => Self::Json(text),
        }
    }

    fn of_cells(cells: &'b Result<StringRecord, RowFault>, columns: &'b Columns) -> Self {
        match cells {
            Ok(cells) => Self::of_row(RowCells::Apart(cells), columns),
            Err(fault) => Self::Broken(fault.clone()),
        }
    }

    fn of_plain(line: &'b [u8], columns: &'b Columns) -> Self {
        match str::from_utf8(without_mark(line)) {
            Ok(line) => Self::of_row(RowCells::Line(line, columns.separator()), columns),
            Err(_) => Self::Broken(RowFault::NotText),
        }
    }

    fn of_row(cells: RowCells<'b>, columns: &'b Columns) -> Self {
        if cells.are_blank() { Self::Blank } else { Self::Cells(cells, columns) }
    }
}
