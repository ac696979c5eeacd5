//! Columns that hold answers although their headings match no question.

use csv::StringRecord;

use super::column::Column;
use super::columns::{Columns, NearMiss};
use super::error::HeadingsFault;
use super::naming::Naming;
use crate::catalogue::repeated;
use crate::sheet::{AnswerWords, is_marking};

/// The columns that match no question and of which the rows seen hold nothing but
/// answers, or nothing.
#[derive(Debug)]
pub(super) struct Unmatched {
    columns: Vec<UnmatchedColumn>,
    /// How many columns match a question.
    matched: usize,
}

#[derive(Debug)]
struct UnmatchedColumn {
    place: usize,
    has_answers: bool,
}

impl Unmatched {
    /// So many rows say what a column holds.
    pub(super) const ROWS: usize = 10;
    /// So many are told one by one.
    const TOLD: usize = 5;

    /// All of them, before a row is seen. None where something is said by hand of all
    /// columns, or of one of them.
    pub(super) fn of(columns: &Columns, names: &Naming<'_>) -> Self {
        let meanings = || columns.meanings().iter().enumerate();
        let is_open = |place: usize| {
            let heading = columns.heading(place);
            // Rows may be numbered in a first column without a heading.
            let is_number = place == 0 && heading.is_empty();
            let is_marking = is_marking(heading) && names.named_by(heading).is_some();
            !is_number && !is_marking && names.choice.map.get(heading).is_none()
        };
        let has_all = columns.meanings().contains(&Column::AllAnswers);
        let is_said = has_all || names.choice.in_order_from.is_some();
        let places = meanings()
            .filter(|(place, column)| !is_said && **column == Column::Other && is_open(*place));
        let matched = meanings().filter(|(_, column)| matches!(column, Column::Answer(_))).count();
        let column = |(place, _)| UnmatchedColumn { place, has_answers: false };
        Self { columns: places.map(column).collect(), matched }
    }

    /// Whether no row can make them as many as those that match.
    pub(super) fn are_few(&self) -> bool {
        self.columns.len() < self.matched.max(1)
    }

    /// Leaves out those that hold something else in this row.
    pub(super) fn see(&mut self, row: &StringRecord, words: &AnswerWords<'_>) {
        self.columns.retain_mut(|column| {
            let cell = row.get(column.place).unwrap_or_default();
            column.has_answers |= words.is_answer(cell);
            words.read(cell).is_ok()
        });
    }

    /// That they are as many as those that match, if they are.
    pub(super) fn fault(mut self, columns: &Columns, names: &Naming<'_>) -> Option<HeadingsFault> {
        self.columns.retain(|column| column.has_answers);
        if self.are_few() {
            return None;
        }
        let told = |column: &UnmatchedColumn| match columns.heading(column.place) {
            "" => format!("column {} (it has no heading)", column.place + 1),
            heading => match NearMiss::of(heading, names) {
                Some(NearMiss { near, .. }) => {
                    format!("{} (did you mean {near}?)", repeated(heading))
                }
                None => repeated(heading).into_owned(),
            },
        };
        let unmatched = self.columns.iter().take(Self::TOLD).map(told);
        Some(HeadingsFault::Unmatched {
            unmatched: unmatched.collect(),
            count: self.columns.len(),
            found: self.matched,
        })
    }
}
