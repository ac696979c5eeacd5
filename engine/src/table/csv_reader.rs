//! The rows of a table as spreadsheets write it, taken apart into cells.

use std::io;
use std::sync::Arc;

use csv::StringRecord;

use super::cells::Cells;
use super::columns::Columns;
use super::error::{RowFault, TableError};
use super::heading_rows::{self, HeadingRows, TableReading};
use super::questions::QuestionNames;
use super::raw_rows::{RawRow, RawRows};
use super::row::{CellsRow, Chunk, MOST_TOGETHER};
use super::separator::separator;

/// Reads the rows of a table.
#[derive(Debug)]
pub(super) struct CsvReader<R> {
    source: RawRows<R>,
    cells: Cells,
    columns: Arc<Columns>,
    reading: TableReading,
    /// The first row behind the headings, until it is given.
    first: Option<RawRow>,
    /// How many rows are read together at the most.
    most: usize,
}

impl<R: io::BufRead> CsvReader<R> {
    /// Reads the headings. `begun` is what was read of the table so far.
    pub(super) fn open(
        mut begun: Vec<u8>,
        mut rest: R,
        names: &QuestionNames<'_>,
    ) -> Result<Self, TableError> {
        let separator = separator(&mut begun, &mut rest, names)?;
        let mut source = RawRows::new(begun, rest, separator);
        let mut cells = Cells::new(separator);
        let HeadingRows { columns, reading, next: first } =
            heading_rows::find(&mut source, &mut cells, names)?;
        let columns = Arc::new(columns);
        Ok(Self { source, cells, columns, reading, first, most: MOST_TOGETHER })
    }

    /// Reads at most so many rows together, from now on.
    pub(super) fn set_most(&mut self, most: usize) {
        self.most = most;
    }

    pub(super) fn columns(&self) -> &Columns {
        &self.columns
    }

    /// How the headings were understood.
    pub(super) fn reading(&self) -> &TableReading {
        &self.reading
    }

    /// The rows at hand, or the next if none is; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        let mut rows = Vec::new();
        while let Some(row) = self.next_row()? {
            rows.push(CellsRow { line: row.line, cells: self.cells(&row) });
            if rows.len() >= self.most || !self.source.has_whole_line() {
                break;
            }
        }
        if rows.is_empty() {
            return Ok(None);
        }
        Ok(Some(Chunk::of_cells(Arc::clone(&self.columns), rows, self.source.bytes())))
    }

    fn next_row(&mut self) -> io::Result<Option<RawRow>> {
        match self.first.take() {
            Some(first) => Ok(Some(first)),
            None => self.source.next(),
        }
    }

    fn cells(&mut self, row: &RawRow) -> Result<StringRecord, RowFault> {
        match &row.fault {
            Some(fault) => Err(fault.clone()),
            None => StringRecord::from_byte_record(self.cells.of(&row.bytes))
                .map_err(|_| RowFault::NotText),
        }
    }
}
