//! Lines of a table that stray quotation marks have made one row.
//!
//! Where one mark is missing and another is too many, all rows between them are one cell to the
//! reader, and the last of them gives its answers to the first.

use std::iter::zip;

use super::column::Column;
use super::columns::Columns;
use super::row_cells::RowCells;
use crate::sheet::AnswerWords;

/// Whether the lines of a row look like rows by themselves: one within a cell does, or both the
/// first and the last. A text of several lines has neither, wherever its column stands.
pub(super) fn are_rows(columns: &Columns, cells: RowCells<'_>, words: &AnswerWords<'_>) -> bool {
    if !cells.iter().any(|cell| cell.contains(is_line_end)) {
        return false;
    }
    let separator = char::from(columns.separator());
    let mut row = String::new();
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            row.push(separator);
        }
        row.push_str(cell);
    }
    let mut lines = row.split(is_line_end).filter(|line| !line.is_empty());
    let is_row = |line: &str| is_row(columns, &line.split(separator), words);
    let (first, last) = (lines.next().is_some_and(is_row), lines.next_back().is_some_and(is_row));
    first && last || lines.any(is_row)
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r')
}

/// Whether there is a cell for each column, and an answer or nothing in those of questions.
fn is_row<'r>(
    columns: &Columns,
    cells: &(impl Iterator<Item = &'r str> + Clone),
    words: &AnswerWords<'_>,
) -> bool {
    let meanings = columns.meanings();
    let of_questions = || {
        let each = zip(meanings, cells.clone());
        each.filter(|(column, _)| matches!(column, Column::Answer(_))).map(|(_, cell)| cell)
    };
    cells.clone().count() == meanings.len()
        && of_questions().all(|cell| words.read(cell).is_ok())
        && of_questions().any(|cell| words.is_answer(cell))
}
