//! The cells of a row, taken apart or not yet.

use csv::StringRecord;

/// The cells of a row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) enum RowCells<'b> {
    /// Taken apart.
    Apart(&'b StringRecord),
    /// In a line that has no quotation mark, with this byte between them.
    Line(&'b str, u8),
}

impl<'b> RowCells<'b> {
    /// The texts of the cells.
    pub(super) fn iter(self) -> impl Iterator<Item = &'b str> + Clone {
        let (apart, line) = match self {
            Self::Apart(cells) => (Some(cells.iter()), None),
            Self::Line(text, separator) => (None, Some(text.split(char::from(separator)))),
        };
        apart.into_iter().flatten().chain(line.into_iter().flatten())
    }

    /// Whether there is nothing but blanks in them.
    pub(super) fn are_blank(self) -> bool {
        self.iter().all(|cell| cell.trim().is_empty())
    }
}
