//! What one person answered, and what matters to them.

mod answers;
#[cfg(feature = "schemars")]
mod form;
mod importance;
mod pairs;
mod progress;
mod read;
mod signs;
mod sitting;

pub use answers::{Answers, BadAnswer, BadDigits};
pub(crate) use answers::{point, shortened};
#[cfg(feature = "schemars")]
pub use form::SheetFile;
pub use importance::Importance;
pub use progress::{Dropped, Progress, Put, Reason};
pub use read::SheetMistake;
pub use signs::{Sign, SignIndex, signs};
pub use sitting::{Form, Resumed, Sitting};

use crate::catalogue::Catalogue;

/// One person's answers to one catalogue's questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What the respondent is called, if anything.
    pub respondent: Option<String>,
    /// The answers.
    pub answers: Answers,
    /// What counts more to this person, and what less.
    pub importance: Importance,
}

impl Sheet {
    /// A sheet with these answers, every interest mattering alike.
    #[must_use]
    pub fn new(catalogue: &Catalogue, answers: Answers) -> Self {
        let importance = Importance::equal(catalogue.questionnaire());
        Self { respondent: None, answers, importance }
    }
}
