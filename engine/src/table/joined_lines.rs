//! Lines of a table that stray quotation marks have made one row.
//!
//! Where one mark is missing and another is too many, all rows between them are one cell to the
//! reader, and the last of them gives its answers to the first.

use super::column::Column;
use super::columns::Columns;
use super::json_context::JsonWords;
use super::row_cells::RowCells;

/// A line is taken for a row if it has so many answers, or all of them in one cell.
const ANSWERS: usize = 3;

/// Whether lines of a row look like rows by themselves: one between two line breaks of a cell, or
/// both the first and the last. Texts of several lines have neither, wherever their columns stand.
pub(super) fn are_rows(columns: &Columns, cells: RowCells<'_>, words: &JsonWords<'_>) -> bool {
    let has_lines = |cell: &str| cell.contains(is_line_end);
    if !cells.iter().any(has_lines) {
        return false;
    }
    let separator = char::from(columns.separator());
    let is_row = |line: &str| is_row(columns, line.split(separator), words);
    let is_within = |cell: &str| {
        let mut lines = cell.split(is_line_end);
        let _ = (lines.next(), lines.next_back());
        lines.any(is_row)
    };
    if cells.iter().any(is_within) {
        return true;
    }
    let mut row = String::new();
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            row.push(separator);
        }
        row.push_str(cell);
    }
    let mut lines = row.split(is_line_end);
    lines.next().is_some_and(is_row) && lines.next_back().is_some_and(is_row)
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r')
}

/// Whether there is a cell for each column, nothing behind them, and an answer or nothing in those
/// of questions.
fn is_row<'r>(
    columns: &Columns,
    cells: impl Iterator<Item = &'r str>,
    words: &JsonWords<'_>,
) -> bool {
    let (mut cells, mut answers) = (cells, 0);
    for column in columns.meanings() {
        let Some(cell) = cells.next() else { return false };
        match column {
            Column::Answer(_) if words.answers.words().read(cell).is_err() => return false,
            Column::Answer(_) => answers += usize::from(words.answers.is_answer(cell)),
            Column::AllAnswers if words.texts.read(cell.trim()).is_ok() => answers += ANSWERS,
            Column::AllAnswers | Column::Respondent | Column::Other => {}
        }
    }
    answers >= ANSWERS && cells.all(|cell| cell.trim().is_empty())
}
