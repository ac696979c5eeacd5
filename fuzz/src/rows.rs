//! Rows that arrive a few bytes at a time.

use std::io::{self, Read};

use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::{RowError, RowReader, SheetReader, Syntax, TableError};

use crate::SMALL;

/// A row: its line, and its sheet or what is wrong with it; `None` if it is blank.
pub type ReadRow = (u64, Option<Result<Sheet<'static>, RowError>>);

/// What is read of each row of `bytes`, of which `piece` arrive at a time.
///
/// # Errors
/// What is wrong with the headings of a table.
pub fn read_rows(bytes: &[u8], piece: usize, syntax: Syntax) -> Result<Vec<ReadRow>, TableError> {
    let sheets = SheetReader::new(&SMALL);
    let mut all = Vec::new();
    for chunk in RowReader::open(Dribble { bytes, piece }, Some(syntax), &SMALL)? {
        all.extend(chunk?.rows().map(|row| (row.place().line(), sheets.read(&row))));
    }
    Ok(all)
}

/// Bytes that arrive a few at a time.
struct Dribble<'b> {
    bytes: &'b [u8],
    piece: usize,
}

impl Read for Dribble<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.len().min(self.piece).min(into.len());
        let (now, later) = self.bytes.split_at(count);
        into[..count].copy_from_slice(now);
        self.bytes = later;
        Ok(count)
    }
}
