//! What the headings of a table may call what its columns hold.

use super::choice::TableChoice;
use crate::catalogue::{Catalogue, QuestionIx};
use crate::sheet::{AnswerWords, Ids, Named, QuestionNames};

/// The names of the questions, and what is said by hand.
#[derive(Debug, Clone)]
pub(super) struct Naming<'c> {
    questions: QuestionNames<'c>,
    pub(super) choice: TableChoice,
}

impl<'c> Naming<'c> {
    pub(super) fn of(catalogue: &'c Catalogue, choice: TableChoice) -> Self {
        Self { questions: QuestionNames::of(Ids::of(catalogue)), choice }
    }

    pub(super) fn ids(&self) -> &Ids<'c> {
        self.questions.ids()
    }

    /// What the answers are called.
    pub(super) fn words(&self) -> AnswerWords<'c> {
        let scale = &self.ids().catalogue().questionnaire().scale;
        AnswerWords::coded(scale, self.choice.coding.clone())
    }

    /// The question whose id `heading` is, in whatever capitals.
    pub(super) fn by_id(&self, heading: &str) -> Option<QuestionIx> {
        self.questions.by_id(heading)
    }

    /// The question that `heading` names in another way.
    pub(super) fn named_by(&self, heading: &str) -> Option<Named> {
        self.questions.named_by(heading)
    }
}
