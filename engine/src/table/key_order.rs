//! In which order the keys of answers stand in the rows of a file.

use std::sync::OnceLock;

use crate::catalogue::{Catalogue, Each, Question, QuestionIx};

/// In which order the keys of answers are expected.
#[derive(Debug, Clone)]
pub(super) struct KeyOrder {
    /// The ids of the questions, in their quotes.
    quoted: Each<Question, String>,
    /// That of the questionnaire, until a row has shown another.
    asked: Successors,
    shown: OnceLock<Successors>,
}

/// Which question comes first, and which behind each.
#[derive(Debug, Clone)]
pub(super) struct Successors {
    first: Option<QuestionIx>,
    behind: Each<Question, Option<QuestionIx>>,
}

impl Successors {
    /// The question behind another, or the first.
    pub(super) fn behind(&self, question: Option<QuestionIx>) -> Option<QuestionIx> {
        question.map_or(self.first, |question| self.behind[question])
    }
}

impl KeyOrder {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let questions = &catalogue.questionnaire().questions;
        let mut behind = questions.each(None);
        for (question, next) in questions.indices().zip(questions.indices().skip(1)) {
            behind[question] = Some(next);
        }
        let asked = Successors { first: questions.nth(0), behind };
        let quoted = questions.map(|question| format!("\"{}\"", question.id));
        Self { quoted, asked, shown: OnceLock::new() }
    }

    /// Which key comes behind which.
    pub(super) fn expected(&self) -> &Successors {
        self.shown.get().unwrap_or(&self.asked)
    }

    /// Whether a row has shown an order.
    pub(super) fn is_shown(&self) -> bool {
        self.shown.get().is_some()
    }

    /// The id of a question in its quotes.
    pub(super) fn quoted(&self, question: QuestionIx) -> &str {
        &self.quoted[question]
    }

    /// Expects the keys in this order from now on, unless a row has shown another.
    pub(super) fn show(&self, order: &[QuestionIx]) {
        self.shown.get_or_init(|| {
            let mut shown = Successors { first: order.first().copied(), ..self.asked.clone() };
            for (question, next) in order.iter().zip(order.iter().skip(1)) {
                shown.behind[*question] = Some(*next);
            }
            shown
        });
    }
}
