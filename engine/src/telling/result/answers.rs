//! The answers that were given.

use super::source::ResultSource;
use crate::telling::clean::Clean;

/// A question and the answer to it.
#[derive(Debug)]
pub struct GivenAnswer {
    /// The question.
    pub question: Clean,
    /// The label of the answer, or that there is none.
    pub answer: Clean,
}

/// Every question with its answer, in file order.
pub(super) fn given(source: &ResultSource<'_>) -> Vec<GivenAnswer> {
    let asked = source.catalogue().questionnaire();
    let pairs = asked.questions.iter().zip(source.sheet.answers().iter());
    pairs
        .map(|(question, point)| GivenAnswer {
            question: Clean::from(&question.text),
            answer: Clean::from(point.map_or("not answered", |point| asked.scale.label(point))),
        })
        .collect()
}
