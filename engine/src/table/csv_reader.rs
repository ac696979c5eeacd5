//! The rows of a table as spreadsheets write it, taken apart into cells.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use csv::StringRecord;

use super::cells::Cells;
use super::columns::Columns;
use super::error::{RowFault, TableError};
use super::heading_rows::{self, HeadingRows};
use super::naming::Naming;
use super::raw_rows::{RawRow, RawRows};
use super::respondents;
use super::row::{CellsRow, Chunk, MOST_TOGETHER};
use super::row_lines::PlainRows;
use super::row_place::RowPlace;
use super::separator::separator;
use super::table_reading::TableReading;
use super::unmatched::Unmatched;

/// Reads the rows of a table.
#[derive(Debug)]
pub(super) struct CsvReader<R> {
    source: RawRows<R>,
    cells: Cells,
    columns: Arc<Columns>,
    is_worksheet: bool,
    reading: TableReading,
    /// The rows behind the headings that were looked at, until they are given.
    ahead: VecDeque<RawRow>,
    /// How many rows behind the headings were given.
    given: u64,
    /// How many rows are read together at the most.
    most: usize,
}

impl<R: io::BufRead> CsvReader<R> {
    /// Reads the headings. `begun` is what was read of the table so far. Tabs stand between
    /// the cells of a worksheet; of other tables the headings say what does.
    pub(super) fn open(
        mut begun: Vec<u8>,
        mut rest: R,
        is_worksheet: bool,
        names: &Naming<'_>,
    ) -> Result<Self, TableError> {
        let separator = if is_worksheet { b'\t' } else { separator(&mut begun, &mut rest, names)? };
        let mut source = RawRows::new(begun, rest, separator);
        let mut cells = Cells::new(separator);
        let HeadingRows { columns, reading, next } =
            heading_rows::find(&mut source, &mut cells, names)?;
        let columns = Arc::new(columns);
        let ahead = next.into_iter().collect();
        let mut table = Self {
            source,
            cells,
            columns,
            is_worksheet,
            reading,
            ahead,
            given: 0,
            most: MOST_TOGETHER,
        };
        table.look_for_unmatched(names)?;
        table.look_for_people(names)?;
        Ok(table)
    }

    /// That not as many columns hold answers and match no question as match one. No row is
    /// read beyond those that settle it.
    fn look_for_unmatched(&mut self, names: &Naming<'_>) -> Result<(), TableError> {
        let words = names.words();
        let columns = Arc::clone(&self.columns);
        let mut unmatched = Unmatched::of(&columns, names);
        let mut seen = 0;
        while !unmatched.are_few() && seen < Unmatched::ROWS && self.has_ahead(seen)? {
            if let Some(cells) = self.cells_ahead(seen) {
                unmatched.see(&cells, &words);
            }
            seen += 1;
        }
        unmatched.fault(&columns, names).map_or(Ok(()), |fault| Err(fault.into()))
    }

    /// Lets a column that names people name the respondents in the place of one that may only
    /// number the rows, if the first rows show that it tells people apart.
    fn look_for_people(&mut self, names: &Naming<'_>) -> Result<(), TableError> {
        let people = self.columns.of_people(&names.choice);
        let mut rows = Vec::new();
        while !people.is_empty() && rows.len() < Unmatched::ROWS && self.has_ahead(rows.len())? {
            rows.push(self.cells_ahead(rows.len()).unwrap_or_default());
        }
        let rows = || rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        let cells = |place: usize| rows().map(move |row| row.get(place).unwrap_or_default());
        let found = people.into_iter().find(|place| respondents::tell_apart(cells(*place)));
        if let Some(place) = found.filter(|_| rows().next().is_some()) {
            Arc::make_mut(&mut self.columns).name_by(place);
            let TableReading { row, further, is_plain, .. } = self.reading;
            let reading = TableReading::of(&self.columns, names);
            self.reading = TableReading { row, further, is_plain, ..reading };
        }
        Ok(())
    }

    /// Whether there are more than so many rows behind the headings.
    fn has_ahead(&mut self, count: usize) -> io::Result<bool> {
        if self.ahead.len() <= count {
            let Some(row) = self.source.next()? else { return Ok(false) };
            self.ahead.push_back(row);
        }
        Ok(true)
    }

    /// The cells of that row behind the headings, if they can be read.
    fn cells_ahead(&mut self, place: usize) -> Option<StringRecord> {
        let row = self.ahead.get(place).filter(|row| row.fault.is_none())?;
        StringRecord::from_byte_record(self.cells.of(&row.bytes)).ok()
    }

    /// Reads at most so many rows together, from now on.
    pub(super) fn set_most(&mut self, most: usize) {
        self.most = most;
    }

    pub(super) fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Whether a row stands behind the headings; the first was looked at with them.
    pub(super) fn has_rows(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// What stands between its cells; nothing does in a worksheet.
    pub(super) fn separator(&self) -> Option<u8> {
        Some(self.cells.separator()).filter(|_| !self.is_worksheet)
    }

    /// How the headings were understood.
    pub(super) fn reading(&self) -> &TableReading {
        &self.reading
    }

    /// The rows at hand, or the next if none is; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        let mut rows = Vec::new();
        if self.ahead.is_empty()
            && let Some(plain) = self.source.plain(self.most)?
        {
            return Ok(Some(self.plain_chunk(plain)));
        }
        let were_ahead = !self.ahead.is_empty();
        while let Some(row) = self.next_row()? {
            self.given += 1;
            let RawRow { line, row: count, .. } = row;
            let place = RowPlace::of(count, line, self.is_worksheet);
            rows.push(CellsRow { place, number: self.given, cells: self.cells(&row) });
            // Behind those that were looked at rows may be plain.
            let is_at_hand =
                if were_ahead { !self.ahead.is_empty() } else { self.source.has_whole_line() };
            if rows.len() >= self.most || !is_at_hand {
                break;
            }
        }
        if rows.is_empty() {
            return Ok(None);
        }
        Ok(Some(Chunk::of_cells(Arc::clone(&self.columns), rows, self.source.bytes())))
    }

    fn plain_chunk(&mut self, rows: PlainRows) -> Chunk {
        let first = self.given + 1;
        self.given += rows.count;
        let columns = Arc::clone(&self.columns);
        Chunk::of_plain(columns, (first, rows), self.is_worksheet, self.source.bytes())
    }

    fn next_row(&mut self) -> io::Result<Option<RawRow>> {
        match self.ahead.pop_front() {
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
