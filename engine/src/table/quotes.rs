//! Where the rows of a table end: at a line end outside quotation marks. The csv
//! crate, which reads their cells, does not tell on which line a row begins after
//! blank ones, nor that a mark was never closed.

use crate::limits;

/// Reads a table byte by byte, however few come at a time, up to the ends of its
/// rows.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is told of on its own")]
pub(super) struct Quotes {
    separator: u8,
    /// Whether the last byte was within quotation marks.
    is_open: bool,
    position: CellPosition,
    /// Whether this row has text behind a closing mark.
    has_text_after: bool,
    /// Whether the end of this row was seen.
    is_over: bool,
    /// The bytes of this row that were seen.
    passed: usize,
    /// Where in this row the last mark stands that opened a cell.
    opened: usize,
    /// Whether a mark of this row was open for more than the limit of a row.
    was_open_long: bool,
}

/// Where in a cell the next byte outside quotation marks stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CellPosition {
    /// At its beginning, where a quotation mark opens it.
    Start,
    /// Behind a mark that closed it, where a second mark makes both a mark of the
    /// text, and opens it again.
    AfterQuote,
    /// In a cell without quotation marks, or behind the text after them: a mark is
    /// text.
    Within,
}

impl Quotes {
    /// At the beginning of a table.
    pub(super) fn new(separator: u8) -> Self {
        Self {
            separator,
            is_open: false,
            position: CellPosition::Start,
            has_text_after: false,
            is_over: false,
            passed: 0,
            opened: 0,
            was_open_long: false,
        }
    }

    pub(super) fn separator(self) -> u8 {
        self.separator
    }

    /// Whether the row seen so far ends within quotation marks.
    pub(super) fn is_open(self) -> bool {
        self.is_open
    }

    /// Where in this row the mark stands that is open, if any is: how many bytes before it.
    pub(super) fn opened(self) -> Option<usize> {
        self.is_open.then_some(self.opened)
    }

    /// Whether a mark of this row was open for more than the limit of a row.
    pub(super) fn was_open_long(self) -> bool {
        self.was_open_long
    }

    /// Whether a cell of this row goes on behind the mark that closes it. Where a
    /// mark is forgotten, the next one, of another cell, looks like that.
    pub(super) fn has_text_after(self) -> bool {
        self.has_text_after
    }

    /// Reads on to the end of the row: gives the place behind the line feed or the
    /// return that ends it, if that is among these `bytes`. The next call then
    /// begins a new row.
    pub(super) fn end_of_row(&mut self, bytes: &[u8]) -> Option<usize> {
        if self.is_over {
            *self = Self::new(self.separator);
        }
        let end = self.find_end(bytes);
        self.passed += end.unwrap_or(bytes.len());
        self.note_open(self.passed);
        end
    }

    fn find_end(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut rest = bytes;
        loop {
            let found = if self.is_open {
                memchr::memchr(b'"', rest)
            } else {
                memchr::memchr3(b'"', b'\n', b'\r', rest)
            };
            self.pass(rest.get(..found.unwrap_or(rest.len())).unwrap_or_default());
            let (byte, after) = rest.get(found?..)?.split_first()?;
            rest = after;
            if *byte != b'"' {
                self.is_over = true;
                return Some(bytes.len() - rest.len());
            }
            let mark = self.passed + bytes.len() - rest.len() - 1;
            if self.is_open {
                self.note_open(mark);
                self.is_open = false;
                self.position = CellPosition::AfterQuote;
            } else if self.position != CellPosition::Within {
                self.is_open = true;
                if self.position == CellPosition::Start {
                    self.opened = mark;
                }
            }
        }
    }

    /// Notes that the mark that is open, if any is, is so up to this byte.
    fn note_open(&mut self, place: usize) {
        self.was_open_long |= self.is_open && place - self.opened > limits::ROW.most;
    }

    /// Passes bytes among which is neither a mark nor, outside marks, a line end.
    fn pass(&mut self, bytes: &[u8]) {
        let (false, [first, ..], [.., last]) = (self.is_open, bytes, bytes) else { return };
        let is_after = self.position == CellPosition::AfterQuote;
        self.has_text_after |= is_after && *first != self.separator;
        let is_start = *last == self.separator;
        self.position = if is_start { CellPosition::Start } else { CellPosition::Within };
    }
}

/// Counts the lines that end in a text, of which so many bytes come at a time: with a
/// line feed, a return, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LineEnds {
    count: u64,
    is_returned: bool,
}

impl LineEnds {
    pub(super) fn count(self) -> u64 {
        self.count
    }

    pub(super) fn pass(&mut self, text: &[u8]) {
        let Some(last) = text.last() else { return };
        let is_second = |end: usize| match end.checked_sub(1) {
            Some(before) => text.get(before..=end) == Some(b"\r\n"),
            None => self.is_returned && text.starts_with(b"\n"),
        };
        let ends = memchr::memchr2_iter(b'\n', b'\r', text);
        self.count += ends.filter(|end| !is_second(*end)).count() as u64;
        self.is_returned = *last == b'\r';
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::cells::Cells;
    use super::{LineEnds, Quotes};

    /// The rows of a table of which so many bytes come at a time.
    fn rows(table: &[u8], separator: u8, piece: usize) -> Vec<Vec<Vec<u8>>> {
        let mut quotes = Quotes::new(separator);
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        for mut bytes in table.chunks(piece) {
            while let Some(end) = quotes.end_of_row(bytes) {
                row.extend_from_slice(&bytes[..end - 1]);
                rows.push(std::mem::take(&mut row));
                bytes = &bytes[end..];
            }
            row.extend_from_slice(bytes);
        }
        rows.push(row);
        let mut cells = Cells::new(separator);
        let read = |row: &Vec<u8>| cells.of(row).iter().map(<[u8]>::to_vec).collect();
        rows.iter().filter(|row| !row.is_empty()).map(read).collect()
    }

    proptest! {
        #[test]
        fn rows_and_cells_are_those_of_the_csv_crate(
            table in proptest::collection::vec(proptest::sample::select(&b"\"\"\",,;\n\rab "[..]), 0..40),
            piece in 1_usize..5,
            separator in proptest::sample::select(&b",;"[..]),
        ) {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .delimiter(separator)
                .from_reader(table.as_slice());
            let read = reader.byte_records().map(Result::unwrap);
            let expected: Vec<Vec<Vec<u8>>> =
                read.map(|row| row.iter().map(<[u8]>::to_vec).collect()).collect();
            prop_assert_eq!(rows(&table, separator, piece), expected);
        }
    }

    #[test]
    fn lines_end_in_any_of_three_ways() {
        for piece in 1..5 {
            let lines_within = |text: &[u8]| {
                let mut ends = LineEnds::default();
                text.chunks(piece).for_each(|piece| ends.pass(piece));
                ends.count()
            };
            assert_eq!(
                [&b"a"[..], b"a\nb", b"a\r\nb", b"a\rb", b"\n\r\n\r"].map(lines_within),
                [0, 1, 1, 1, 3]
            );
        }
    }
}
