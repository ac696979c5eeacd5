//! A table as spreadsheets write it.

use csv::StringRecord;
use rolefit::sheet::{Columns, Rows};

use super::reading::Buffered;
use super::row::{Chunk, Content, Row};
use crate::failure::Failure;

/// The most rows that are worked on together.
const MOST_ROWS: usize = 64;

/// A table with headings.
pub(super) struct Table {
    source: csv::Reader<Buffered>,
    pub(super) headings: StringRecord,
    pub(super) columns: Columns,
    /// How many rows to read together next.
    ahead: usize,
    /// 1 if lines end in `\r\n`, else 0.
    returns: u64,
}

impl Table {
    /// Reads the headings.
    pub(super) fn open(source: Buffered, rows: &Rows<'_>) -> Result<Self, Failure> {
        let returns = u64::from(ends_in_returns(source.buffer()));
        let mut source = csv::ReaderBuilder::new().flexible(true).from_reader(source);
        let bad = |error: &dyn ToString| {
            Failure::Data(format!("the table's first row: {}", error.to_string()))
        };
        let headings = source.headers().map_err(|error| bad(&error))?.clone();
        let columns = rows.columns(headings.iter().map(str::trim)).map_err(|error| bad(&error))?;
        Ok(Self { source, headings, columns, ahead: 1, returns })
    }

    /// The next rows, at first few; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Chunk>, Failure> {
        let mut rows = Vec::new();
        while rows.len() < self.ahead {
            let Some(row) = self.row()? else { break };
            rows.push(row);
        }
        self.ahead = (self.ahead * 2).min(MOST_ROWS);
        Ok((!rows.is_empty()).then_some(Chunk::Rows(rows)))
    }

    /// How many bytes were read.
    pub(super) fn bytes(&self) -> u64 {
        self.source.position().byte()
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
