//! What one person answered, and what matters to them.

mod answer_code;
mod answer_words;
mod answers;
mod coding;
mod crockford;
mod folding;
mod format;
mod ids;
mod importance;
pub(crate) mod keys;
mod long_number;
mod mistake;
mod pairs;
mod question_names;
mod reported;
mod written;

pub(crate) use answer_code::CodeForm;
pub use answer_code::{AnswerCode, BadCode, NoCode};
pub(crate) use answer_words::{AnswerWords, ReadAnswer};
pub use answers::{Answers, BadAnswer, BadDigits};
pub use coding::{BadCoding, Coding};
pub(crate) use folding::{compact, folded};
pub use format::SHEET;
pub(crate) use ids::Ids;
pub use ids::UnknownId;
pub use importance::Importance;
pub use mistake::SheetMistake;
pub use pairs::PairMistake;
pub(crate) use question_names::{Named, QuestionNames, is_marking};
pub use reported::BadReport;
pub(crate) use written::AnswerTexts;
pub use written::BadAnswerText;

use crate::catalogue::{Catalogue, InterestIx, Point, QuestionIx, StartingPoint};

/// One person's answers to the questions of a catalogue, to which they belong.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet<'c> {
    /// What the respondent is called, if anything.
    pub respondent: Option<String>,
    /// Where the person starts from, if that was said; it changes no score.
    pub starting_point: Option<StartingPoint>,
    pub(crate) answers: Answers<'c>,
    pub(crate) importance: Importance,
}

impl<'c> Sheet<'c> {
    /// A sheet with these answers, every interest mattering alike.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let mut sheet = Sheet::new(Answers::from_digits(&catalogue, "5212--")?);
    /// let numbers = catalogue.questionnaire().interest("numbers").ok_or("an interest")?;
    /// sheet.set_importance(numbers, 2.0);
    /// assert_eq!((sheet.answers().answered(), sheet.answers().skipped()), (4, 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(answers: Answers<'c>) -> Self {
        let importance = Importance::equal(answers.catalogue());
        Self { respondent: None, starting_point: None, answers, importance }
    }

    /// The catalogue whose questions were answered.
    #[must_use]
    pub fn catalogue(&self) -> &'c Catalogue {
        self.answers.catalogue()
    }

    /// The answers.
    #[must_use]
    pub fn answers(&self) -> &Answers<'c> {
        &self.answers
    }

    /// What counts more to this person, and what less.
    #[must_use]
    pub fn importance(&self) -> &Importance {
        &self.importance
    }

    /// Sets or removes the answer to `question`.
    pub fn set_answer(&mut self, question: QuestionIx, point: Option<Point>) {
        self.answers.set(question, point);
    }

    /// Sets what `interest` counts; brought into 0 to 5.
    pub fn set_importance(&mut self, interest: InterestIx, weight: f64) {
        self.importance.set(interest, weight);
    }
}
