//! The table as lines of text.

use rolefit_engine::table::write_row_between;
use rolefit_engine::telling::class::ClassCell;

use super::line::ClassLine;

/// What tells Excel that a text is UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// How the table is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClassStyle {
    /// How many decimals shares have.
    pub(crate) decimals: u8,
    /// What stands between the cells.
    pub(crate) separator: u8,
    /// Whether it is to be opened in Excel with a double click.
    pub(crate) is_for_excel: bool,
}

impl ClassStyle {
    /// The headings, at the beginning of the file.
    pub(crate) fn headings(self, headings: &[String]) -> Vec<u8> {
        let mut text = if self.is_for_excel { MARK.to_vec() } else { Vec::new() };
        write_row_between(&mut text, self.separator, headings);
        text
    }

    /// These lines.
    pub(crate) fn lines(self, lines: &[ClassLine]) -> Vec<u8> {
        let mut text = Vec::new();
        for line in lines {
            let cells = line.cells.iter().map(|cell| self.shown(cell));
            write_row_between(&mut text, self.separator, cells);
        }
        text
    }

    /// A cell as text. Where semicolons stand between cells, a comma stands before decimals,
    /// and a spreadsheet would take a point for something else.
    fn shown(self, cell: &ClassCell) -> String {
        let shown = cell.shown(self.decimals);
        match cell {
            ClassCell::Share(_) | ClassCell::Figure(_)
                if self.is_for_excel && self.separator == b';' =>
            {
                shown.replace('.', ",")
            }
            _ => shown,
        }
    }
}
