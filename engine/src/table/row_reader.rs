//! Rows from any reader: lines of JSON, or a table with headings.

use std::io::{self, BufRead as _, BufReader, Chain, Cursor, Read};

use super::choice::TableChoice;
use super::columns::NearMiss;
use super::csv_reader::CsvReader;
use super::error::{ColumnError, TableError};
use super::json_lines::JsonLines;
use super::json_values::{JsonValues, is_spread};
use super::naming::Naming;
use super::row::{AT_ONCE, Chunk};
use super::table_reading::TableReading;
use crate::catalogue::Catalogue;
use crate::limits;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// A table as spreadsheets write it, with commas, semicolons or tabs between the
    /// cells; its first row that is not blank has the headings.
    Csv,
    /// A table of which each line is a row of a worksheet, with tabs between the cells.
    Worksheet,
    /// A JSON object a line.
    Ndjson,
    /// JSON objects in a list, or one after the other over several lines.
    Json,
}

/// Reads rows, as many at a time as are at hand. However long the input is, only a
/// few rows are held; one of more than 1 MiB is an error.
///
/// A row is understood by a [`SheetReader`](super::SheetReader) of the same
/// catalogue, in whichever thread.
///
/// ```
/// use rolefit_engine::table::{RowReader, SheetReader};
///
/// # use rolefit_engine::catalogue::{Catalogue, yaml::Source};
/// # let (questions, careers) = (
/// #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/questions.yaml")),
/// #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/careers.yaml")),
/// # );
/// # let questions = Source::decode("questions.yaml", questions);
/// # let careers = Source::decode("careers.yaml", careers);
/// # let catalogue = Catalogue::read(questions, careers).map_err(|problems| format!("{problems:?}"))?;
/// let table = b"respondent;chart;talk\nAnn;5;2\n\nBen;9;1\n";
/// let sheets = SheetReader::new(&catalogue);
/// let mut told = Vec::new();
/// for chunk in RowReader::open(&table[..], None, &catalogue)? {
///     for row in chunk?.rows() {
///         match sheets.read(&row) {
///             None => told.push("blank".to_owned()),
///             Some(Ok(sheet)) => told.push(format!("{} answered", sheet.answers().answered())),
///             Some(Err(error)) => told.push(error.to_string()),
///         }
///     }
/// }
/// assert_eq!(told, [
///     "2 answered",
///     "blank",
///     "row 4 (line 4): chart: \"9\" is not an answer: expected a whole number from 1 to 5",
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct RowReader<R> {
    rows: Rows<R>,
    /// Whether there is nothing but blanks.
    is_empty: bool,
}

/// What is left to read, behind what was looked at already.
type Begun<R> = Chain<Cursor<Vec<u8>>, BufReader<R>>;

#[derive(Debug)]
enum Rows<R> {
    Json(JsonLines<Chain<Cursor<Vec<u8>>, R>>),
    Values(JsonValues<Begun<R>>),
    Table(Box<CsvReader<BufReader<R>>>),
}

impl<R: Read> RowReader<R> {
    /// Looks at the input as far as is needed to tell its syntax, unless that is
    /// given, and the headings of a table.
    ///
    /// # Errors
    /// [`TableError`] if the input cannot be read, or is a table whose first row
    /// names no question or one twice.
    pub fn open(
        from: R,
        syntax: Option<Syntax>,
        catalogue: &Catalogue,
    ) -> Result<Self, TableError> {
        Self::choosing(from, syntax, catalogue, TableChoice::default())
    }

    /// The same where something is said by hand of the columns of a table.
    ///
    /// # Errors
    /// [`TableError`] as for [`RowReader::open`], and if the columns that `choice` names
    /// are not there.
    pub fn choosing(
        from: R,
        syntax: Option<Syntax>,
        catalogue: &Catalogue,
        choice: TableChoice,
    ) -> Result<Self, TableError> {
        let mut rest = BufReader::with_capacity(AT_ONCE, from);
        let begun = first_line(&mut rest)?;
        let first = begun.iter().copied().find(|byte| !byte.is_ascii_whitespace());
        let syntax = syntax.unwrap_or(match first {
            Some(_) if is_spread(&begun) => Syntax::Json,
            Some(b'{') | None => Syntax::Ndjson,
            Some(_) => Syntax::Csv,
        });
        let rows = match syntax {
            Syntax::Json => Rows::Values(JsonValues::new(Cursor::new(begun).chain(rest))),
            Syntax::Ndjson => Rows::Json(JsonLines::new(unbuffered(begun, rest))),
            Syntax::Csv | Syntax::Worksheet => {
                let names = Naming::of(catalogue, choice);
                let is_worksheet = syntax == Syntax::Worksheet;
                Rows::Table(Box::new(CsvReader::open(begun, rest, is_worksheet, &names)?))
            }
        };
        Ok(Self { rows, is_empty: first.is_none() })
    }

    /// The same, which reads at most so many rows at a time, and at least one: what is
    /// made of a row may take far more memory than the row.
    #[must_use]
    pub fn at_most(mut self, rows: usize) -> Self {
        let rows = rows.max(1);
        match &mut self.rows {
            Rows::Json(lines) => lines.set_most(rows),
            Rows::Values(values) => values.set_most(rows),
            Rows::Table(table) => table.set_most(rows),
        }
        self
    }

    /// The place, from 0, of the one column with the heading `name`.
    ///
    /// # Errors
    /// [`ColumnError`] if there is none, or more than one.
    pub fn column(&self, name: &str) -> Result<usize, ColumnError> {
        match &self.rows {
            Rows::Table(table) => table.columns().place(name),
            Rows::Json(_) if self.is_empty => Err(ColumnError::NoRows),
            Rows::Json(_) | Rows::Values(_) => Err(ColumnError::NoTable),
        }
    }

    /// The columns with these headings, each with its place: a name is a heading, or
    /// several with commas between them. One that is named twice is one.
    ///
    /// # Errors
    /// [`ColumnError`] of the first name that is no column's.
    pub fn columns(&self, names: &[String]) -> Result<Vec<(String, usize)>, ColumnError> {
        let mut columns: Vec<(String, usize)> = Vec::new();
        for name in names {
            let parts = match self.column(name) {
                Ok(_) => vec![name.as_str()],
                Err(_) => name.split(',').map(str::trim).collect(),
            };
            for part in parts {
                let place = self.column(part)?;
                if columns.iter().all(|(_, known)| *known != place) {
                    columns.push((part.to_owned(), place));
                }
            }
        }
        Ok(columns)
    }

    /// Whether there may be a row: a table ends behind its headings without one, and so does
    /// what is blank from its beginning to its end.
    #[must_use]
    pub fn may_have_rows(&self) -> bool {
        match &self.rows {
            Rows::Table(table) => table.has_rows(),
            Rows::Json(_) | Rows::Values(_) => !self.is_empty,
        }
    }

    /// What stands between the cells of a table that is text.
    #[must_use]
    pub fn separator(&self) -> Option<u8> {
        match &self.rows {
            Rows::Table(table) => table.separator(),
            Rows::Json(_) | Rows::Values(_) => None,
        }
    }

    /// How the headings of a table were understood.
    #[must_use]
    pub fn reading(&self) -> Option<&TableReading> {
        match &self.rows {
            Rows::Table(table) => Some(table.reading()),
            Rows::Json(_) | Rows::Values(_) => None,
        }
    }

    /// Headings of a table that are no ids of questions but nearly, and so not used.
    #[must_use]
    pub fn near_misses(&self) -> &[NearMiss] {
        match &self.rows {
            Rows::Table(table) => table.columns().near_misses(),
            Rows::Json(_) | Rows::Values(_) => &[],
        }
    }
}

/// The rows that are at hand, so that nobody waits for more; or the next, if none is.
impl<R: Read> Iterator for RowReader<R> {
    type Item = io::Result<Chunk>;

    fn next(&mut self) -> Option<io::Result<Chunk>> {
        match &mut self.rows {
            Rows::Json(lines) => lines.next(),
            Rows::Values(values) => values.next(),
            Rows::Table(table) => table.next(),
        }
        .transpose()
    }
}

/// What `begun` holds, then what `rest` has read already, and then what is left to read.
fn unbuffered<R: Read>(mut begun: Vec<u8>, rest: BufReader<R>) -> Chain<Cursor<Vec<u8>>, R> {
    begun.extend_from_slice(rest.buffer());
    Cursor::new(begun).chain(rest.into_inner())
}

/// All up to the end of the first line that is not blank, without the mark that
/// some programs begin a file with: however few bytes come at a time, what is
/// guessed of the rows rests on the same ones. A longer line is left at its limit.
fn first_line(from: &mut BufReader<impl Read>) -> io::Result<Vec<u8>> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let mut begun = Vec::new();
    loop {
        let before = begun.len();
        let left = limits::ROW.most.saturating_sub(before) as u64;
        let read = from.take(left).read_until(b'\n', &mut begun)?;
        if before == 0 && begun.starts_with(MARK) {
            begun.drain(..MARK.len());
        }
        let is_blank = begun.get(before..).is_none_or(|line| line.trim_ascii().is_empty());
        if read == 0 || !is_blank {
            return Ok(begun);
        }
    }
}
