//! Rows from a file or a pipe.

use std::io::{BufRead, BufReader, Read};

use csv::StringRecord;
use rolefit::sheet::{Columns, Rows};

use crate::args::RowFormat;
use crate::failure::Failure;

/// A longer row is an error, and is never held in memory.
const LONGEST: usize = 1 << 20;
/// The most rows that are worked on together.
const MOST_ROWS: usize = 4_096;

/// A row and the line on which it begins, from 1.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) line: u64,
    pub(crate) content: Content,
}

/// What a row holds.
#[derive(Debug)]
pub(crate) enum Content {
    /// A line of JSON.
    Json(Vec<u8>),
    /// The cells of a table's row.
    Cells(StringRecord),
    /// Nothing.
    Blank,
    /// Something that could not be read.
    Broken(String),
}

type Source = BufReader<Box<dyn Read>>;

/// Rows to come.
pub(crate) enum Input {
    /// Lines of JSON.
    Json {
        /// Where they come from.
        source: Source,
        /// How many lines were read.
        line: u64,
    },
    /// A table.
    Table {
        /// Where its rows come from.
        source: Box<csv::Reader<Source>>,
        /// Its first row.
        headings: StringRecord,
        /// What its columns hold.
        columns: Columns,
        /// How many rows to read together next.
        ahead: usize,
        /// 1 if lines end in `\r\n`, else 0.
        returns: u64,
    },
}

impl Input {
    /// Looks at the input as far as is needed to read it.
    pub(crate) fn open(
        from: Box<dyn Read>,
        format: Option<RowFormat>,
        rows: &Rows<'_>,
    ) -> Result<Self, Failure> {
        let mut source = BufReader::with_capacity(1 << 20, from);
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
        if format == RowFormat::Ndjson {
            return Ok(Self::Json { source, line: 0 });
        }
        let returns = u64::from(ends_in_returns(source.buffer()));
        let mut source = csv::ReaderBuilder::new().flexible(true).from_reader(source);
        let bad = |error: &dyn ToString| {
            Failure::Data(format!("the table's first row: {}", error.to_string()))
        };
        let headings = source.headers().map_err(|error| bad(&error))?.clone();
        let columns = rows.columns(headings.iter().map(str::trim)).map_err(|error| bad(&error))?;
        Ok(Self::Table { source: Box::new(source), headings, columns, ahead: 1, returns })
    }

    /// The place of a table's column by its heading.
    pub(crate) fn heading(&self, name: &str) -> Option<usize> {
        match self {
            Self::Json { .. } => None,
            Self::Table { headings, .. } => {
                headings.iter().position(|heading| heading.trim() == name)
            }
        }
    }

    /// What a table's columns hold.
    pub(crate) fn columns(&self) -> Option<&Columns> {
        match self {
            Self::Json { .. } => None,
            Self::Table { columns, .. } => Some(columns),
        }
    }

    /// The next rows: as many as are at hand, so that nobody waits for more;
    /// none at the end.
    pub(crate) fn next(&mut self) -> Result<Vec<Row>, Failure> {
        match self {
            Self::Json { source, line } => lines(source, line),
            Self::Table { source, headings, ahead, returns, .. } => {
                let rows = records(source, headings.len(), *ahead, *returns)?;
                *ahead = (*ahead * 2).min(MOST_ROWS);
                Ok(rows)
            }
        }
    }
}

fn lines(source: &mut Source, line: &mut u64) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    while rows.len() < MOST_ROWS {
        let Some(content) = next_line(source).map_err(Failure::io("the input"))? else { break };
        *line += 1;
        rows.push(Row { line: *line, content });
        if !source.buffer().contains(&b'\n') {
            break;
        }
    }
    Ok(rows)
}

/// The next line; what is too long is read to its end and forgotten.
fn next_line(source: &mut Source) -> std::io::Result<Option<Content>> {
    let mut bytes = Vec::new();
    let read = source.by_ref().take(LONGEST as u64 + 1).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if bytes.len() > LONGEST && !bytes.ends_with(b"\n") {
        loop {
            let buffer = source.fill_buf()?;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let (used, done) = end.map_or((buffer.len(), buffer.is_empty()), |end| (end + 1, true));
            source.consume(used);
            if done {
                return Ok(Some(Content::Broken("the line is longer than 1 MiB".to_owned())));
            }
        }
    }
    // Errors count columns up to the end of the line, and not past it.
    bytes.truncate(bytes.trim_ascii_end().len());
    Ok(Some(if bytes.is_empty() { Content::Blank } else { Content::Json(bytes) }))
}

/// Whether the first line ends in `\r\n`.
fn ends_in_returns(begun: &[u8]) -> bool {
    let first = begun.iter().position(|byte| *byte == b'\n');
    first.and_then(|end| begun.get(end.checked_sub(1)?)) == Some(&b'\r')
}

fn records(
    source: &mut csv::Reader<Source>,
    width: usize,
    most: usize,
    returns: u64,
) -> Result<Vec<Row>, Failure> {
    let mut rows = Vec::new();
    while rows.len() < most {
        let mut record = StringRecord::new();
        // The reader stops after `\r` and counts the line when it meets the `\n`.
        let line = source.position().line() + returns;
        let content = match source.read_record(&mut record) {
            Ok(false) => break,
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
        rows.push(Row { line, content });
    }
    Ok(rows)
}
