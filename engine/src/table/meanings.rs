//! What the headings of one row say, each by itself and all together.

use super::column::Column;
use super::error::HeadingsFault;
use super::naming::Naming;
use crate::catalogue::QuestionIx;
use crate::sheet::{Named, keys};

/// What a heading says.
pub(super) type Meaning = Result<Column, HeadingsFault>;

/// Reads the headings of one row, from the first to the last.
pub(super) struct Meanings<'n, 'c> {
    names: &'n Naming<'c>,
    in_order: Option<InOrder>,
}

/// The questions in their order, from one column on.
struct InOrder {
    /// The place of that column, if the row has it.
    from: Option<usize>,
    at: usize,
    questions: Vec<QuestionIx>,
}

impl<'n, 'c> Meanings<'n, 'c> {
    /// Of a row with these headings.
    pub(super) fn of<S: AsRef<str>>(
        names: &'n Naming<'c>,
        row: impl Iterator<Item = S> + Clone,
    ) -> Self {
        let in_order = names.choice.in_order_from.as_ref().map(|from| {
            let from = from.trim();
            let exact = row.clone().position(|heading| heading.as_ref().trim() == from);
            let of_any_case =
                |heading: S| heading.as_ref().trim().to_lowercase() == from.to_lowercase();
            let mut row = row;
            let from = exact.or_else(|| row.position(of_any_case));
            let questions = names.ids().catalogue().questionnaire().questions.indices();
            InOrder { from, at: 0, questions: questions.rev().collect() }
        });
        Self { names, in_order }
    }

    /// What the next heading says.
    ///
    /// # Errors
    /// [`HeadingsFault::TwoQuestions`] if it could be either of two questions.
    pub(super) fn next(&mut self, heading: &str) -> Meaning {
        let by_hand = self.names.choice.map.get(heading);
        let Some(in_order) = &mut self.in_order else {
            return by_hand.map_or_else(|| meaning(heading, self.names), Ok);
        };
        let has_begun = in_order.from.is_some_and(|from| from <= in_order.at);
        in_order.at += 1;
        if let Some(said) = by_hand.or_else(|| by_key(heading)) {
            return Ok(said);
        }
        let question = if has_begun { in_order.questions.pop() } else { None };
        Ok(question.map_or(Column::Other, Column::Answer))
    }
}

/// What one heading says: by the id of a question, by a word of ours, or by anything else
/// that names a question.
pub(super) fn meaning(heading: &str, names: &Naming<'_>) -> Meaning {
    if let Some(question) = names.by_id(heading) {
        return Ok(Column::Answer(question));
    }
    if let Some(column) = by_key(heading) {
        return Ok(column);
    }
    match names.named_by(heading) {
        None => Ok(Column::Other),
        Some(Named::One(question)) => Ok(Column::Answer(question)),
        Some(Named::Two(one, other)) => {
            let [one, other] = [one, other].map(|of| names.ids().id(of).to_owned());
            Err(HeadingsFault::TwoQuestions { heading: heading.trim().to_owned(), one, other })
        }
    }
}

fn by_key(heading: &str) -> Option<Column> {
    match keys::meant_by(heading)? {
        keys::RESPONDENT => Some(Column::Respondent),
        keys::ANSWERS => Some(Column::AllAnswers),
        _ => None,
    }
}

/// Whether a heading says that its column holds answers, or tries to.
pub(super) fn is_answers(meaning: &Meaning) -> bool {
    !matches!(meaning, Ok(Column::Other | Column::Respondent))
}
