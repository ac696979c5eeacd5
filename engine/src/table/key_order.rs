//! How the rows of a file are written that are objects, and in which order their keys stand.

use std::sync::OnceLock;

use super::row_shape::RowShape;
use crate::catalogue::{Catalogue, Each, Question, QuestionIx};

/// How rows are expected to be written, and their keys to be ordered.
#[derive(Debug, Clone)]
pub(super) struct KeyOrder {
    /// The ids of the questions, in their quotes.
    quoted: Each<Question, String>,
    /// That of the questionnaire, until a row has shown another.
    asked: Successors,
    shown: OnceLock<(RowShape, Successors)>,
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
        self.shown.get().map_or(&self.asked, |(_, order)| order)
    }

    /// How the rows are written, if one has shown it.
    pub(super) fn shape(&self) -> Option<&RowShape> {
        self.shown.get().map(|(shape, _)| shape)
    }

    /// The id of a question in its quotes.
    pub(super) fn quoted(&self, question: QuestionIx) -> &str {
        &self.quoted[question]
    }

    /// Expects rows of this shape from now on, unless a row has shown another.
    pub(super) fn show(&self, shape: RowShape) {
        self.shown.get_or_init(|| {
            let mut order = self.asked.clone();
            order.first = shape.questions().next().or(order.first);
            for (question, next) in shape.questions().zip(shape.questions().skip(1)) {
                order.behind[question] = Some(next);
            }
            (shape, order)
        });
    }
}
