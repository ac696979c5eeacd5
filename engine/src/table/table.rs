//! A table as spreadsheets write it.

use std::io::{self, BufRead as _, BufReader, Cursor, Read as _};

use csv::StringRecord;

use super::error::TableError;
use super::headings::separator;
use super::quotes::{Cells, Quotes, lines_within};
use super::reading::{Buffered, Rest};
use super::row::{Chunk, Content, LONGEST, Row};
use super::rows::{Columns, Rows};

const REMEDY: &str = "in the spreadsheet, save it as CSV UTF-8";

const TOO_LONG: &str = "the row is longer than 1 MiB: a quotation mark that is never closed takes \
                        all that follows into one cell; nothing after this line was read";

const OPEN: &str = "a quotation mark in this row is never closed, and takes all that follows into \
                    one cell: close it, or take it out";

const GOES_ON: &str = "a cell of several lines goes on behind its closing quotation mark: look for \
                       a mark that is missing or too many";

/// A table with headings.
pub(super) struct Table {
    source: BufReader<Buffered>,
    quotes: Quotes,
    cells: Cells,
    /// The line on which the next row begins, from 1.
    line: u64,
    /// How many bytes were read.
    pub(super) bytes: u64,
    /// Whether a line feed that comes next ends the line before it.
    is_returned: bool,
    is_over: bool,
    pub(super) headings: StringRecord,
    pub(super) columns: Columns,
}

/// A row as it stands there, without the end of its line.
struct Raw {
    line: u64,
    bytes: Vec<u8>,
    /// Why it is none.
    broken: Option<&'static str>,
}

impl Table {
    /// Reads the headings.
    pub(super) fn open(
        mut begun: Vec<u8>,
        mut rest: Rest,
        rows: &Rows<'_>,
    ) -> Result<Self, TableError> {
        let bad = |why: &str| TableError::Data(format!("the table's first row: {why}"));
        let no_text = || bad(&format!("this is no UTF-8 text: {REMEDY}"));
        let separator = separator(&mut begun, &mut rest, rows)?;
        let mut table = Self {
            source: BufReader::with_capacity(1 << 16, Cursor::new(begun).chain(rest)),
            quotes: Quotes::new(separator),
            cells: Cells::new(separator),
            line: 1,
            bytes: 0,
            is_returned: false,
            is_over: false,
            headings: StringRecord::new(),
            columns: Columns::default(),
        };
        let first = loop {
            let raw = table.raw()?.ok_or_else(empty)?;
            if !raw.bytes.trim_ascii().is_empty() {
                break raw;
            }
        };
        if let Some(why) = first.broken {
            return Err(bad(why));
        }
        // Two bytes a character, as some spreadsheets write text.
        if first.bytes.contains(&0) {
            return Err(no_text());
        }
        let headings = StringRecord::from_byte_record(table.cells.of(&first.bytes));
        table.headings = headings.map_err(|_| no_text())?;
        table.columns = rows.columns(table.headings.iter()).map_err(|why| bad(&why))?;
        Ok(table)
    }

    /// The rows at hand, or the next if none is; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Chunk>, TableError> {
        let mut rows = Vec::new();
        while let Some(raw) = self.raw()? {
            rows.push(Row { line: raw.line, content: self.content(&raw) });
            if memchr::memchr2(b'\n', b'\r', self.source.buffer()).is_none() {
                break;
            }
        }
        Ok((!rows.is_empty()).then_some(Chunk::Rows(rows)))
    }

    fn content(&mut self, raw: &Raw) -> Content<'static> {
        if let Some(why) = raw.broken {
            return Content::Broken(why.to_owned());
        }
        match StringRecord::from_byte_record(self.cells.of(&raw.bytes)) {
            Ok(cells) if cells.iter().all(|cell| cell.trim().is_empty()) => Content::Blank,
            Ok(cells) => Content::Cells(cells),
            Err(_) => Content::Broken(format!("the row is not UTF-8 text: {REMEDY}")),
        }
    }

    /// Reads on to the end of the next row, of which no more than its share is held;
    /// `None` at the end.
    fn raw(&mut self) -> io::Result<Option<Raw>> {
        let mut raw = Raw { line: self.line, bytes: Vec::new(), broken: None };
        while !self.is_over {
            let buffer = self.source.fill_buf()?;
            if std::mem::take(&mut self.is_returned) && buffer.first() == Some(&b'\n') {
                self.consume(1);
                continue;
            }
            let end = self.quotes.end_of_row(buffer);
            let taken = end.unwrap_or(buffer.len());
            let (row, ended) =
                buffer.split_at_checked(end.map_or(taken, |end| end - 1)).unwrap_or_default();
            raw.bytes.extend_from_slice(row);
            // A line feed that has come already belongs to its return.
            let is_return = ended.first() == Some(&b'\r');
            let with_feed = is_return && ended.get(1) == Some(&b'\n');
            self.is_returned = is_return && ended.len() == 1;
            self.consume(taken + usize::from(with_feed));
            if raw.bytes.len() > LONGEST {
                self.is_over = true;
                raw.broken = Some(TOO_LONG);
            } else if taken == 0 {
                self.is_over = true;
                if raw.bytes.is_empty() {
                    return Ok(None);
                }
                raw.broken = self.quotes.is_open().then_some(OPEN);
            } else if end.is_none() {
                continue;
            }
            let within = lines_within(&raw.bytes);
            if within > 0 && self.quotes.goes_on() {
                raw.broken = raw.broken.or(Some(GOES_ON));
            }
            self.line += 1 + within;
            return Ok(Some(raw));
        }
        Ok(None)
    }

    fn consume(&mut self, count: usize) {
        self.source.consume(count);
        self.bytes += count as u64;
    }
}

fn empty() -> TableError {
    TableError::Data("the table is empty: its first row has to name the questions".to_owned())
}
