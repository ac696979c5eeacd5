//! Where the rows of a table end and what their cells are, by its quotation marks:
//! the one machine for both, so that the lines are counted as the cells are read.

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

/// The cells of one row, without the marks around them.
pub(super) fn cells(row: &[u8], separator: u8) -> ByteRecord {
    let mut cells = ByteRecord::with_capacity(row.len(), 64);
    let mut rest = row;
    loop {
        let mut quoted = Vec::new();
        let is_quoted = rest.first() == Some(&b'"');
        if is_quoted {
            rest = unquoted(rest.get(1..).unwrap_or_default(), &mut quoted);
        }
        let end = memchr::memchr(separator, rest).unwrap_or(rest.len());
        let (cell, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        if is_quoted {
            quoted.extend_from_slice(cell);
            cells.push_field(&quoted);
        } else {
            cells.push_field(cell);
        }
        let Some((_, next)) = after.split_first() else { return cells };
        rest = next;
    }
}

/// Adds what stands up to the closing mark to `cell`; what comes after that mark.
fn unquoted<'r>(row: &'r [u8], cell: &mut Vec<u8>) -> &'r [u8] {
    let mut rest = row;
    loop {
        let end = memchr::memchr(b'"', rest).unwrap_or(rest.len());
        cell.extend_from_slice(rest.get(..end).unwrap_or_default());
        match rest.get(end + 1..) {
            Some([b'"', more @ ..]) => {
                cell.push(b'"');
                rest = more;
            }
            after => return after.unwrap_or_default(),
        }
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

    use super::{Quotes, cells, lines_within};

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
        let read = |row: &Vec<u8>| cells(row, separator).iter().map(<[u8]>::to_vec).collect();
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
