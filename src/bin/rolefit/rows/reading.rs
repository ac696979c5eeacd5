//! Rows from a file or a pipe.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use csv::StringRecord;
use rolefit::sheet::{Columns, Rows};

use super::source::Source;
use crate::args::RowFormat;
use crate::failure::Failure;

/// A longer row is an error, and is never held in memory.
const LONGEST: usize = 1 << 20;
/// The most rows of a table that are worked on together.
const MOST_ROWS: usize = 4_096;

/// A row and the line on which it begins, from 1.
#[derive(Debug, Clone)]
pub(crate) struct Row<'b> {
    pub(crate) line: u64,
    pub(crate) content: Content<'b>,
}

/// What a row holds.
#[derive(Debug, Clone)]
pub(crate) enum Content<'b> {
    /// A line of JSON.
    Json(&'b [u8]),
    /// The cells of a table's row.
    Cells(StringRecord),
    /// Nothing.
    Blank,
    /// Something that could not be read.
    Broken(String),
}

/// Rows that were read together.
#[derive(Debug)]
pub(crate) enum Chunk {
    /// Whole lines, and the number of the first.
    Lines(u64, Vec<u8>),
    /// Rows of a table.
    Rows(Vec<Row<'static>>),
}

impl Chunk {
    /// The rows.
    pub(crate) fn rows(&self) -> Cow<'_, [Row<'_>]> {
        match self {
            Self::Lines(first, bytes) => {
                let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
                let ends = memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]);
                let mut begin = 0;
                let line = |(line, end)| {
                    let bytes = bytes.get(begin..end).unwrap_or_default();
                    begin = end + 1;
                    Row { line, content: Content::of_line(bytes) }
                };
                (*first..).zip(ends).map(line).collect()
            }
            Self::Rows(rows) => Cow::Borrowed(rows),
        }
    }
}

impl<'b> Content<'b> {
    fn of_line(bytes: &'b [u8]) -> Self {
        // Errors count columns up to the end of the line, and not past it.
        match bytes.trim_ascii_end() {
            [] => Self::Blank,
            bytes if bytes.len() > LONGEST => Self::too_long(),
            bytes => Self::Json(bytes),
        }
    }

    fn too_long() -> Self {
        Self::Broken("the line is longer than 1 MiB".to_owned())
    }
}

type Buffered = BufReader<Box<dyn Read>>;

/// Rows to come.
pub(crate) struct Input {
    form: Form,
    read: u64,
}

enum Form {
    Json(Lines),
    Table(Box<Table>),
}

impl Input {
    /// Looks at the input as far as is needed to read it.
    pub(crate) fn open(
        source: Source,
        format: Option<RowFormat>,
        rows: &Rows<'_>,
    ) -> Result<Self, Failure> {
        let mut source = BufReader::with_capacity(1 << 20, source.from);
        let begun = source.fill_buf().map_err(Failure::io("the input"))?;
        if begun.starts_with(&[0xef, 0xbb, 0xbf]) {
            source.consume(3);
        }
        let begun = source.fill_buf().map_err(Failure::io("the input"))?;
        let first = begun.iter().find(|byte| !byte.is_ascii_whitespace());
        let format = format.unwrap_or(match first {
            Some(b'{') | None => RowFormat::Ndjson,
            Some(_) => RowFormat::Csv,
        });
        let form = match format {
            RowFormat::Ndjson => Form::Json(Lines { source, before: 0 }),
            RowFormat::Csv => Form::Table(Box::new(Table::open(source, rows)?)),
        };
        Ok(Self { form, read: 0 })
    }

    /// The place of a table's column by its heading.
    pub(crate) fn heading(&self, name: &str) -> Option<usize> {
        let Form::Table(table) = &self.form else { return None };
        table.headings.iter().position(|heading| heading.trim() == name)
    }

    /// What a table's columns hold.
    pub(crate) fn columns(&self) -> Option<&Columns> {
        let Form::Table(table) = &self.form else { return None };
        Some(&table.columns)
    }

    /// How many bytes were read so far.
    pub(crate) fn bytes(&self) -> u64 {
        match &self.form {
            Form::Json(_) => self.read,
            Form::Table(table) => table.source.position().byte(),
        }
    }

    /// The next rows: as many as are at hand, so that nobody waits for more;
    /// `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Chunk>, Failure> {
        match &mut self.form {
            Form::Json(lines) => lines.next(&mut self.read).map_err(Failure::io("the input")),
            Form::Table(table) => table.next(),
        }
    }
}

/// Lines of JSON.
struct Lines {
    source: Buffered,
    /// How many lines were read.
    before: u64,
}

impl Lines {
    fn next(&mut self, read: &mut u64) -> std::io::Result<Option<Chunk>> {
        let mut bytes = Vec::new();
        loop {
            let buffer = self.source.fill_buf()?;
            let end = buffer.iter().rposition(|byte| *byte == b'\n').map(|end| end + 1);
            let taken = end.unwrap_or(buffer.len());
            bytes.extend_from_slice(buffer.get(..taken).unwrap_or_default());
            self.source.consume(taken);
            *read += taken as u64;
            if end.is_some() || taken == 0 {
                break;
            }
            if bytes.len() > LONGEST {
                // It is read to its end and forgotten.
                *read += self.source.skip_until(b'\n')? as u64;
                self.before += 1;
                let row = Row { line: self.before, content: Content::too_long() };
                return Ok(Some(Chunk::Rows(vec![row])));
            }
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        let first = self.before + 1;
        let last = u64::from(!bytes.ends_with(b"\n"));
        self.before += memchr::memchr_iter(b'\n', &bytes).count() as u64 + last;
        Ok(Some(Chunk::Lines(first, bytes)))
    }
}

/// A table with headings.
struct Table {
    source: csv::Reader<Buffered>,
    headings: StringRecord,
    columns: Columns,
    /// How many rows to read together next.
    ahead: usize,
    /// 1 if lines end in `\r\n`, else 0.
    returns: u64,
}

impl Table {
    fn open(source: Buffered, rows: &Rows<'_>) -> Result<Self, Failure> {
        let returns = u64::from(ends_in_returns(source.buffer()));
        let mut source = csv::ReaderBuilder::new().flexible(true).from_reader(source);
        let bad = |error: &dyn ToString| {
            Failure::Data(format!("the table's first row: {}", error.to_string()))
        };
        let headings = source.headers().map_err(|error| bad(&error))?.clone();
        let columns = rows.columns(headings.iter().map(str::trim)).map_err(|error| bad(&error))?;
        Ok(Self { source, headings, columns, ahead: 1, returns })
    }

    fn next(&mut self) -> Result<Option<Chunk>, Failure> {
        let mut rows = Vec::new();
        while rows.len() < self.ahead {
            let Some(row) = self.row()? else { break };
            rows.push(row);
        }
        self.ahead = (self.ahead * 2).min(MOST_ROWS);
        Ok((!rows.is_empty()).then_some(Chunk::Rows(rows)))
    }

    fn row(&mut self) -> Result<Option<Row<'static>>, Failure> {
        let mut record = StringRecord::new();
        // The reader stops after `\r` and counts the line when it meets the `\n`.
        let line = self.source.position().line() + self.returns;
        let width = self.headings.len();
        let content = match self.source.read_record(&mut record) {
            Ok(false) => return Ok(None),
            Ok(true) if record.iter().all(|cell| cell.trim().is_empty()) => Content::Blank,
            Ok(true) if record.len() == width => Content::Cells(record),
            Ok(true) => Content::Broken(format!(
                "the row has {} cells, and the first row {width}",
                record.len()
            )),
            Err(error) => match error.into_kind() {
                csv::ErrorKind::Io(error) => return Err(Failure::io("the input")(error)),
                _ => Content::Broken("the row is not UTF-8 text".to_owned()),
            },
        };
        Ok(Some(Row { line, content }))
    }
}

/// Whether the first line ends in `\r\n`.
fn ends_in_returns(begun: &[u8]) -> bool {
    let first = begun.iter().position(|byte| *byte == b'\n');
    first.and_then(|end| begun.get(end.checked_sub(1)?)) == Some(&b'\r')
}
