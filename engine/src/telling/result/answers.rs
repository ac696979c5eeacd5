//! The answers that were given.

use super::Telling;
use super::parts::Given;
use crate::telling::clean;

/// Every question with its answer, in file order.
pub(super) fn given(telling: &Telling<'_>) -> Vec<Given> {
    let asked = telling.catalogue().questionnaire();
    let pairs = asked.questions.iter().zip(telling.sheet.answers().iter());
    pairs
        .map(|(question, point)| Given {
            question: clean(&question.text),
            answer: point
                .map_or("not answered".to_owned(), |point| clean(asked.scale.label(point))),
        })
        .collect()
}
