//! A table as spreadsheets write it.

use std::io::{self, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use csv::StringRecord;
use rolefit::sheet::{Columns, Rows};

use super::reading::{Buffered, Rest};
use super::row::{Chunk, Content, LONGEST, Row};
use crate::failure::Failure;

/// The most rows that are worked on together.
const MOST_ROWS: usize = 64;

const REMEDY: &str = "in the spreadsheet, save it as CSV UTF-8";

const TOO_LONG: &str = "the row is longer than 1 MiB: a quotation mark that is never closed takes \
                        all that follows into one cell; nothing after this line was read";

/// A table with headings.
pub(super) struct Table {
    source: csv::Reader<Limited>,
    /// How much more of a row may be read.
    left: Arc<AtomicUsize>,
    is_over: bool,
    pub(super) headings: StringRecord,
    pub(super) columns: Columns,
    /// How many rows to read together next.
    ahead: usize,
    /// 1 if lines end in `\r\n`, else 0.
    returns: u64,
}

impl Table {
    /// Reads the headings.
    pub(super) fn open(begun: Vec<u8>, rest: Rest, rows: &Rows<'_>) -> Result<Self, Failure> {
        let bad = |why: &str| Failure::Data(format!("the table's first row: {why}"));
        // Two bytes a character, as some spreadsheets write text.
        if heading(&begun).contains(&0) {
            return Err(bad(&format!("this is no UTF-8 text: {REMEDY}")));
        }
        let returns = u64::from(ends_in_returns(&begun));
        let separator = separator(&begun);
        let left = Arc::new(AtomicUsize::new(LONGEST));
        let source = Cursor::new(begun).chain(rest);
        let source = Limited { source, left: Arc::clone(&left) };
        let mut source =
            csv::ReaderBuilder::new().flexible(true).delimiter(separator).from_reader(source);
        let headings = source.headers().map_err(|error| match error.kind() {
            csv::ErrorKind::Utf8 { .. } => bad(&format!("this is no UTF-8 text: {REMEDY}")),
            csv::ErrorKind::Io(_) if left.load(Ordering::Relaxed) == 0 => bad(TOO_LONG),
            _ => bad(&error.to_string()),
        })?;
        let headings = headings.clone();
        let columns = rows.columns(headings.iter().map(str::trim)).map_err(|why| bad(&why))?;
        Ok(Self { source, left, is_over: false, headings, columns, ahead: 1, returns })
    }

    /// The next rows, at first few; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Chunk>, Failure> {
        let mut rows = Vec::new();
        while rows.len() < self.ahead && !self.is_over {
            self.row(&mut rows)?;
        }
        self.ahead = (self.ahead * 2).min(MOST_ROWS);
        Ok((!rows.is_empty()).then_some(Chunk::Rows(rows)))
    }

    /// How many bytes were read.
    pub(super) fn bytes(&self) -> u64 {
        self.source.position().byte()
    }

    /// Reads on to the end of the next row; lines without anything, which the
    /// reader passes over, are rows too.
    fn row(&mut self, rows: &mut Vec<Row<'static>>) -> Result<(), Failure> {
        let mut record = StringRecord::new();
        let before = self.source.position().line();
        self.left.store(LONGEST, Ordering::Relaxed);
        let read = self.source.read_record(&mut record);
        let within = record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        let is_row = !matches!(read, Ok(false));
        let passed = self.source.position().line() - before;
        let ended = if is_row { 1 } else { self.returns };
        // Of a row that could not be read there is no telling.
        let blank = if read.is_ok() { passed.saturating_sub(within + ended) } else { 0 };
        // The reader stops after `\r` and counts the line when it meets the `\n`.
        let first = before + self.returns;
        rows.extend((0..blank).map(|line| Row { line: first + line, content: Content::Blank }));
        if !is_row {
            self.is_over = true;
            return Ok(());
        }
        let content = self.content(read, record)?;
        rows.push(Row { line: first + blank, content });
        Ok(())
    }

    fn content(
        &mut self,
        read: csv::Result<bool>,
        record: StringRecord,
    ) -> Result<Content<'static>, Failure> {
        Ok(match read {
            Ok(_) if record.iter().all(|cell| cell.trim().is_empty()) => Content::Blank,
            Ok(_) => Content::Cells(record),
            Err(error) => match error.into_kind() {
                csv::ErrorKind::Io(_) if self.left.load(Ordering::Relaxed) == 0 => {
                    self.is_over = true;
                    Content::Broken(TOO_LONG.to_owned())
                }
                csv::ErrorKind::Io(error) => return Err(Failure::io("the input")(error)),
                _ => Content::Broken(format!("the row is not UTF-8 text: {REMEDY}")),
            },
        })
    }
}

/// A source of which no more is read than is left: so no row fills the memory.
struct Limited {
    source: Buffered,
    left: Arc<AtomicUsize>,
}

impl Read for Limited {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 {
            return Err(io::Error::other("the row is too long"));
        }
        let most = into.len().min(left);
        let read = self.source.read(into.get_mut(..most).unwrap_or_default())?;
        self.left.store(left - read, Ordering::Relaxed);
        Ok(read)
    }
}

fn heading(begun: &[u8]) -> &[u8] {
    begun.split(|byte| *byte == b'\n').next().unwrap_or_default()
}

/// What stands between the cells: where a comma separates decimals, spreadsheets
/// write semicolons, and some write tabs.
fn separator(begun: &[u8]) -> u8 {
    let heading = heading(begun);
    let count = |separator: &u8| memchr::memchr_iter(*separator, heading).count();
    // Of equally many the first of these.
    let mut chosen = b',';
    for separator in [b';', b'\t'] {
        if count(&separator) > count(&chosen) {
            chosen = separator;
        }
    }
    chosen
}

/// Whether the first line ends in `\r\n`.
fn ends_in_returns(begun: &[u8]) -> bool {
    let first = begun.iter().position(|byte| *byte == b'\n');
    first.and_then(|end| begun.get(end.checked_sub(1)?)) == Some(&b'\r')
}
