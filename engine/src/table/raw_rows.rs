//! The rows of a table as bytes.

use std::io::{self, BufRead as _, BufReader, Chain, Cursor, Read};

use csv::StringRecord;

use super::cells::Cells;
use super::error::{HeadingsFault, RowFault};
use super::quotes::{LineEnds, Quotes};
use super::row_lines::{PlainRows, lines};
use crate::limits;

/// Reads rows as bytes.
#[derive(Debug)]
pub(super) struct RawRows<R> {
    from: BufReader<Chain<Cursor<Vec<u8>>, R>>,
    quotes: Quotes,
    /// The line on which the next row begins, from 1.
    line: u64,
    /// How many rows were read.
    rows: u64,
    /// How many bytes were read.
    bytes: u64,
    /// Whether a line feed that comes next ends the line before it.
    is_returned: bool,
    is_over: bool,
    /// The beginning of the next row, if that was read: it has no quotation mark.
    begun: Vec<u8>,
}

/// A row without the end of its line.
#[derive(Debug)]
pub(super) struct RawRow {
    pub(super) line: u64,
    /// Which row it is, from 1.
    pub(super) row: u64,
    pub(super) bytes: Vec<u8>,
    pub(super) fault: Option<RowFault>,
}

/// A row whose end is still to come.
struct GrowingRow {
    line: u64,
    /// Its bytes; none once they are too many.
    bytes: Vec<u8>,
    length: usize,
    ends: LineEnds,
    /// The line of the last mark that was open at the end of a piece.
    opening: u64,
    /// The line of the first mark that was open for too long.
    long_opening: Option<u64>,
}

impl GrowingRow {
    fn new(line: u64) -> Self {
        let ends = LineEnds::default();
        Self { line, bytes: Vec::new(), length: 0, ends, opening: line, long_opening: None }
    }

    /// Takes the next piece of the row, which is shorter than a row may be. `quotes` has
    /// seen it.
    fn take(&mut self, text: &[u8], quotes: Quotes) {
        if quotes.was_open_long() && self.long_opening.is_none() {
            self.long_opening = Some(self.opening);
        }
        if let Some(mark) = quotes.opened().and_then(|mark| mark.checked_sub(self.length)) {
            let mut ends = self.ends;
            ends.pass(text.get(..mark).unwrap_or_default());
            self.opening = self.line + ends.count();
        }
        self.ends.pass(text);
        self.length += text.len();
        if self.length <= limits::ROW.most {
            self.bytes.extend_from_slice(text);
        } else {
            self.bytes = Vec::new();
        }
    }

    /// The whole row, at whose end `quotes` is.
    fn read(self, row: u64, quotes: Quotes) -> RawRow {
        let fault = if self.length > limits::ROW.most {
            Some(self.long_opening.map_or(RowFault::LongRow, |line| RowFault::LongQuote { line }))
        } else if quotes.is_open() {
            Some(RowFault::OpenQuote)
        } else if self.ends.count() > 0 && quotes.has_text_after() {
            Some(RowFault::TextAfterQuote)
        } else {
            None
        };
        RawRow { line: self.line, row, bytes: self.bytes, fault }
    }
}

impl RawRow {
    pub(super) fn is_blank(&self) -> bool {
        self.bytes.trim_ascii().is_empty()
    }

    /// Its cells, as headings.
    pub(super) fn headings(&self, cells: &mut Cells) -> Result<StringRecord, HeadingsFault> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone().into());
        }
        // Two bytes a character, as some spreadsheets write text.
        if self.bytes.contains(&0) {
            return Err(HeadingsFault::NotText);
        }
        StringRecord::from_byte_record(cells.of(&self.bytes)).map_err(|_| HeadingsFault::NotText)
    }
}

impl<R: Read> RawRows<R> {
    /// The rows of a table with this byte between its cells, of which `begun` was read.
    pub(super) fn new(begun: Vec<u8>, rest: R, separator: u8) -> Self {
        Self {
            from: BufReader::with_capacity(1 << 16, Cursor::new(begun).chain(rest)),
            quotes: Quotes::new(separator),
            line: 1,
            rows: 0,
            bytes: 0,
            is_returned: false,
            is_over: false,
            begun: Vec::new(),
        }
    }

    /// Counts the row that was read last as none, as a spreadsheet does one that only says
    /// what stands between the cells.
    pub(super) fn uncount(&mut self) {
        self.rows -= 1;
    }

    /// How many bytes were read.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Reads on to the end of the next row, of which no more than its limit and a buffer
    /// are held; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<RawRow>> {
        let mut row = GrowingRow::new(self.line);
        let begun = std::mem::take(&mut self.begun);
        if !begun.is_empty() {
            self.quotes.end_of_row(&begun);
            row.take(&begun, self.quotes);
            if self.is_over {
                return Ok(Some(self.counted(row)));
            }
        }
        while !self.is_over {
            let buffer = self.from.fill_buf()?;
            if std::mem::take(&mut self.is_returned) && buffer.first() == Some(&b'\n') {
                self.consume(1);
                continue;
            }
            let end = self.quotes.end_of_row(buffer);
            let taken = end.unwrap_or(buffer.len());
            let (text, ended) =
                buffer.split_at_checked(end.map_or(taken, |end| end - 1)).unwrap_or_default();
            row.take(text, self.quotes);
            // A line feed that has come already belongs to its return.
            let is_return = ended.first() == Some(&b'\r');
            let with_feed = is_return && ended.get(1) == Some(&b'\n');
            self.is_returned = is_return && ended.len() == 1;
            self.consume(taken + usize::from(with_feed));
            self.is_over = taken == 0;
            if self.is_over && row.length == 0 {
                return Ok(None);
            }
            if self.is_over || end.is_some() {
                return Ok(Some(self.counted(row)));
            }
        }
        Ok(None)
    }

    /// A row that is whole.
    fn counted(&mut self, row: GrowingRow) -> RawRow {
        self.line += 1 + row.ends.count();
        self.rows += 1;
        row.read(self.rows, self.quotes)
    }

    /// The whole rows at hand, at the most so many, or the next if none is, as they stand
    /// there; `None` if they have a quotation mark, are too long or do not come: then they are
    /// still to be read.
    pub(super) fn plain(&mut self, most: usize) -> io::Result<Option<PlainRows>> {
        while !self.is_over {
            let mut buffer = self.from.fill_buf()?;
            if std::mem::take(&mut self.is_returned) && buffer.first() == Some(&b'\n') {
                self.consume(1);
                buffer = self.from.fill_buf()?;
            }
            let ends = memchr::memchr2_iter(b'\n', b'\r', buffer).take(most);
            let end = ends.last().map(|end| end + 1);
            let taken = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            let is_long = self.begun.len() + taken.len() > limits::ROW.most;
            self.is_over = taken.is_empty();
            if self.is_over || is_long || memchr::memchr(b'"', taken).is_some() {
                return Ok(None);
            }
            self.begun.extend_from_slice(taken);
            let taken = taken.len();
            self.consume(taken);
            if end.is_some() {
                return Ok(Some(self.whole_rows()));
            }
        }
        Ok(None)
    }

    /// The rows that have begun and ended.
    fn whole_rows(&mut self) -> PlainRows {
        let text = std::mem::take(&mut self.begun);
        self.is_returned = text.ends_with(b"\r");
        let count = lines(&text).count() as u64;
        let rows = PlainRows { line: self.line, row: self.rows + 1, text, count };
        self.line += count;
        self.rows += count;
        rows
    }

    fn consume(&mut self, count: usize) {
        self.from.consume(count);
        self.bytes += count as u64;
    }

    /// Whether the next row can probably be read without waiting for more bytes.
    pub(super) fn has_whole_line(&self) -> bool {
        memchr::memchr2(b'\n', b'\r', self.from.buffer()).is_some()
    }
}
