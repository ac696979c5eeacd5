//! The cells of a worksheet, written as a table.

use super::error::WorkbookError;
use crate::limits;

/// A table that grows cell by cell, with tabs between them.
#[derive(Debug, Default)]
pub(super) struct SheetText {
    text: Vec<u8>,
    /// The row that is being written, from 0.
    row: u32,
    /// The column of the last cell in it, from 0.
    column: Option<u32>,
    /// How many cells were written, and how many were left out between them.
    cells: usize,
}

impl SheetText {
    /// Writes a cell, which stands behind all that were written. What is empty is nothing.
    pub(super) fn cell(&mut self, row: u32, column: u32, value: &str) -> Result<(), WorkbookError> {
        if value.is_empty() {
            return Ok(());
        }
        if row as usize >= limits::WORKSHEET_ROWS.most || column as usize >= limits::COLUMNS.most {
            return Err(WorkbookError::Beyond);
        }
        let rows = row.checked_sub(self.row).ok_or(WorkbookError::Order { row: row + 1 })?;
        if rows > 0 {
            self.grow(rows, b'\n')?;
            (self.row, self.column) = (row, None);
        }
        let first = self.column.map_or(0, |last| last + 1);
        let left_out = column.checked_sub(first).ok_or(WorkbookError::Order { row: row + 1 })?;
        self.cells += left_out as usize + 1;
        if self.cells > limits::CELLS.most {
            return Err(WorkbookError::Cells);
        }
        self.grow(left_out + u32::from(self.column.is_some()), b'\t')?;
        self.column = Some(column);
        self.write(value)
    }

    /// The table.
    pub(super) fn into_table(mut self) -> Vec<u8> {
        if !self.text.is_empty() {
            self.text.push(b'\n');
        }
        self.text
    }

    fn grow(&mut self, count: u32, byte: u8) -> Result<(), WorkbookError> {
        let length = self.text.len() + count as usize;
        if length > limits::WORKBOOK.most {
            return Err(WorkbookError::TooLarge);
        }
        self.text.resize(length, byte);
        Ok(())
    }

    fn write(&mut self, value: &str) -> Result<(), WorkbookError> {
        // Each byte may be a mark that is doubled.
        if self.text.len() + 2 * value.len() + 2 > limits::WORKBOOK.most {
            return Err(WorkbookError::TooLarge);
        }
        let is_quoted = value.contains('"');
        if is_quoted {
            self.text.push(b'"');
        }
        for byte in value.bytes() {
            match byte {
                b'"' => self.text.extend_from_slice(b"\"\""),
                byte if byte.is_ascii_control() => self.text.push(b' '),
                byte => self.text.push(byte),
            }
        }
        if is_quoted {
            self.text.push(b'"');
        }
        Ok(())
    }
}

/// A number as it is shown: one that is whole has no decimals.
pub(super) fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        format!("{value:.0}")
    } else {
        value.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{SheetText, WorkbookError, number};

    fn table(cells: &[(u32, u32, &str)]) -> Result<String, WorkbookError> {
        let mut text = SheetText::default();
        for (row, column, value) in cells {
            text.cell(*row, *column, value)?;
        }
        Ok(String::from_utf8(text.into_table()).unwrap())
    }

    #[test]
    fn a_cell_stands_on_the_line_of_its_row_behind_as_many_tabs_as_its_column() {
        let cells =
            [(1, 0, "a"), (1, 2, "b\nc\td"), (1, 3, ""), (3, 1, "say \"e\""), (3, 2, "f,g;h")];
        assert_eq!(table(&cells).unwrap(), "\na\t\tb c d\n\n\t\"say \"\"e\"\"\"\tf,g;h\n");
        assert_eq!(table(&[(0, 0, "")]).unwrap(), "");
    }

    #[test]
    fn a_cell_that_comes_too_late_or_stands_too_far_away_is_refused() {
        for cells in [[(1, 0, "a"), (0, 0, "b")], [(0, 1, "a"), (0, 1, "b")]] {
            assert!(matches!(table(&cells), Err(WorkbookError::Order { .. })));
        }
        assert_eq!(table(&[(1_048_575, 16_383, "a")]).unwrap().len(), 1_048_575 + 16_383 + 2);
        for cell in [(1_048_576, 0, "a"), (0, 16_384, "a"), (u32::MAX, u32::MAX, "a")] {
            assert_eq!(table(&[cell]), Err(WorkbookError::Beyond));
        }
        // 306 rows as wide as they may be are more than 5 million cells.
        let wide = |rows: u32| (0..rows).map(|row| (row, 16_383, "a")).collect::<Vec<_>>();
        assert!(table(&wide(305)).is_ok());
        assert_eq!(table(&wide(306)), Err(WorkbookError::Cells));
    }

    #[test]
    fn whole_numbers_have_no_decimals() {
        let told = [4.0, -0.5, 0.1, 1e15, 20_260_102.0].map(number);
        assert_eq!(told, ["4", "-0.5", "0.1", "1000000000000000", "20260102"]);
    }
}
