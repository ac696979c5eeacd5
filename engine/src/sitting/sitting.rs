//! A sitting as far as it has come.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, InterestIx, QuestionIx, StartingPoint};
use crate::sheet::{Answers, Importance, Sheet};

/// The chance of the first three roles at which an adaptive sitting stops unless
/// the person asks for another, 0 to 1.
pub const USUAL_UNTIL: f64 = 0.8;

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

/// What was asked and answered so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Sitting<'c> {
    /// Which questions are asked.
    pub form: Form,
    /// The questions that were put, in that order.
    pub asked: Vec<QuestionIx>,
    /// The answers.
    pub answers: Answers<'c>,
    /// The interests that were marked as mattering most.
    pub matters: Vec<InterestIx>,
    /// Where the person starts from, if that was said.
    pub starting_point: Option<StartingPoint>,
}

impl<'c> Sitting<'c> {
    /// A sitting before its first question.
    #[must_use]
    pub fn new(catalogue: &'c Catalogue, form: Form) -> Self {
        Self {
            form,
            asked: Vec::new(),
            answers: Answers::blank(catalogue),
            matters: Vec::new(),
            starting_point: None,
        }
    }

    /// What was answered, the marked interests counting [`Importance::MARKED`].
    #[must_use]
    pub fn sheet(&self) -> Sheet<'c> {
        let mut sheet = Sheet::new(self.answers.clone());
        sheet.starting_point = self.starting_point;
        for interest in &self.matters {
            sheet.set_importance(*interest, Importance::MARKED);
        }
        sheet
    }
}
