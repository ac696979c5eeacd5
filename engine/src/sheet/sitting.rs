//! A sitting as far as it has come.

use serde::{Deserialize, Serialize};

use super::answers::Answers;
use super::importance::Importance;
use super::{Dropped, Sheet};
use crate::catalogue::Catalogue;

/// Which questions a sitting asks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// All, in file order.
    Full,
    /// Those marked as short, in file order.
    Short,
    /// Those that tell most, until the first three roles hold this chance.
    Adaptive(f64),
}

/// What was asked and said so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Sitting {
    /// Which questions are asked.
    pub form: Form,
    /// The numbers of the questions that were put, in that order.
    pub asked: Vec<usize>,
    /// The answers.
    pub answers: Answers,
    /// The numbers of the interests that were marked as mattering most.
    pub matters: Vec<usize>,
}

/// A saved sitting, fitted to the catalogue of today.
#[derive(Debug, Clone, PartialEq)]
pub struct Resumed {
    /// What of it still holds.
    pub sitting: Sitting,
    /// What does not.
    pub dropped: Vec<Dropped>,
}

impl Sitting {
    /// A sitting before its first question.
    #[must_use]
    pub fn new(catalogue: &Catalogue, form: Form) -> Self {
        let answers = Answers::blank(catalogue.questionnaire());
        Self { form, asked: Vec::new(), answers, matters: Vec::new() }
    }

    /// What was answered, the marked interests counting [`Importance::MARKED`].
    #[must_use]
    pub fn sheet(&self, catalogue: &Catalogue) -> Sheet {
        let mut sheet = Sheet::new(catalogue, self.answers.clone());
        for interest in &self.matters {
            sheet.importance.set(*interest, Importance::MARKED);
        }
        sheet
    }
}
