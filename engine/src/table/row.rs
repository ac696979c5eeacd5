//! What is read: rows, some at a time.

use std::borrow::Cow;

use csv::StringRecord;

/// A longer row is an error, and is never held in memory.
pub(super) const LONGEST: usize = 1 << 20;

/// A row and the line on which it begins, from 1.
#[derive(Debug, Clone)]
pub struct Row<'b> {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// What it holds.
    pub content: Content<'b>,
}

/// What a row holds.
#[derive(Debug, Clone)]
pub enum Content<'b> {
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
pub enum Chunk {
    /// Whole lines, and the number of the first.
    Lines(u64, Vec<u8>),
    /// Rows of a table.
    Rows(Vec<Row<'static>>),
}

impl Chunk {
    /// About how many bytes they hold.
    pub fn size(&self) -> usize {
        match self {
            Self::Lines(_, bytes) => bytes.len(),
            Self::Rows(rows) => {
                rows.iter().filter_map(Row::cells).map(|cells| cells.as_slice().len()).sum()
            }
        }
    }

    /// The rows.
    pub fn rows(&self) -> Cow<'_, [Row<'_>]> {
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

impl Row<'_> {
    /// The cells, if it is a table's row.
    pub fn cells(&self) -> Option<&StringRecord> {
        match &self.content {
            Content::Cells(cells) => Some(cells),
            _ => None,
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

    /// A line that goes on for too long.
    pub(super) fn too_long() -> Self {
        Self::Broken("the line is longer than 1 MiB".to_owned())
    }
}
