//! Where the rows of a table end, by its quotation marks. The csv crate reads their
//! cells; it tells neither on which line a row begins if others were blank, nor that
//! a mark was never closed.

use csv::ByteRecord;

/// What is known of a row from the bytes seen of it, however many come at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quotes {
    separator: u8,
    /// Whether a quotation mark is waiting for the one that closes it.
    is_open: bool,
    before: Before,
    /// Whether a cell went on behind the mark that closed it.
    goes_on: bool,
    /// Whether its end was seen.
    is_over: bool,
}

/// What stands before the next byte outside quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// The beginning of a cell, where a quotation mark opens it.
    Begun,
    /// A mark that closed a cell; one that follows at once makes both a mark.
    Closed,
    /// A part of a cell, in which a mark is a mark.
    Within,
}

impl Quotes {
    /// At the beginning of a table.
    pub(super) fn new(separator: u8) -> Self {
        Self { separator, is_open: false, before: Before::Begun, goes_on: false, is_over: false }
    }

    pub(super) fn separator(self) -> u8 {
        self.separator
    }

    /// Whether the row seen so far ends within quotation marks.
    pub(super) fn is_open(self) -> bool {
        self.is_open
    }

    /// Whether a cell of the row that has just been seen goes on behind the mark that
    /// closes it: that mark is another cell's if one is forgotten.
    pub(super) fn goes_on(self) -> bool {
        self.goes_on
    }

    /// Goes on to the end of the row: the place after the line feed or the return
    /// that ends it, if it is among these `bytes`. The next row then begins there.
    pub(super) fn end_of_row(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut rest = bytes;
        if self.is_over {
            *self = Self::new(self.separator);
        }
        loop {
            let found = if self.is_open {
                memchr::memchr(b'"', rest)
            } else {
                memchr::memchr3(b'"', b'\n', b'\r', rest)
            };
            let passed = rest.get(..found.unwrap_or(rest.len())).unwrap_or_default();
            if let (false, Some(last)) = (self.is_open, passed.last()) {
                let is_closed = self.before == Before::Closed;
                self.goes_on |= is_closed && passed.first() != Some(&self.separator);
                let begins = *last == self.separator;
                self.before = if begins { Before::Begun } else { Before::Within };
            }
            let (byte, after) = rest.get(found?..)?.split_first()?;
            rest = after;
            if *byte != b'"' {
                self.is_over = true;
                return Some(bytes.len() - rest.len());
            }
            if self.is_open {
                *self = Self { is_open: false, before: Before::Closed, ..*self };
            } else if self.before == Before::Within {
                // A mark like any other character.
            } else {
                self.is_open = true;
            }
        }
    }
}

/// Reads the cells of rows.
pub(super) struct Cells {
    reader: csv_core::Reader,
    separator: u8,
}

impl Cells {
    /// Of a table whose cells `separator` stands between.
    pub(super) fn new(separator: u8) -> Self {
        let reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
        Self { reader, separator }
    }

    /// The cells of one whole row, without the marks around them.
    pub(super) fn of(&mut self, row: &[u8]) -> ByteRecord {
        self.reader.reset();
        let most = memchr::memchr_iter(self.separator, row).count() + 1;
        let (mut text, mut ends) = (vec![0; row.len() + 1], vec![0; most + 1]);
        let (_, _, written, ended) = self.reader.read_record(row, &mut text, &mut ends);
        // The end of what there is ends the last cell.
        let left = (text.get_mut(written..), ends.get_mut(ended..));
        let (Some(text_left), Some(ends_left)) = left else { return ByteRecord::new() };
        let (_, _, _, last) = self.reader.read_record(&[], text_left, ends_left);
        let mut cells = ByteRecord::with_capacity(row.len(), most);
        let mut begin = 0;
        for end in ends.iter().take(ended + last) {
            cells.push_field(text.get(begin..*end).unwrap_or_default());
            begin = *end;
        }
        cells
    }
}

/// How many lines end within a row.
pub(super) fn lines_within(row: &[u8]) -> u64 {
    let ends = memchr::memchr2_iter(b'\n', b'\r', row);
    let is_second = |end: usize| row.get(end.wrapping_sub(1)..=end) == Some(b"\r\n");
    ends.filter(|end| !is_second(*end)).count() as u64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cells, Quotes, lines_within};

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
        assert_eq!(
            [&b"a"[..], b"a\nb", b"a\r\nb", b"a\rb", b"\n\r\n\r"].map(lines_within),
            [0, 1, 1, 1, 3]
        );
    }
}
