//! What a sitting needs of whoever is asked.

use rolefit::catalogue::{Catalogue, Point, Question, Scale};

use super::course::Course;
use crate::failure::Failure;

/// A person to ask.
pub(crate) trait Interview {
    /// Offers to go on with a saved sitting of so many answers; whether to.
    fn offer(&mut self, answered: usize) -> Result<bool, Failure>;
    /// Tells something that has to be read before the questions go on.
    fn notice(&mut self, text: &str) -> Result<(), Failure>;
    /// Says what this is, before the first question.
    fn introduce(&mut self, catalogue: &Catalogue, course: &Course<'_>) -> Result<(), Failure>;
    /// Asks one question.
    fn ask(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure>;
    /// From the next question on, shows this warning as well.
    fn warn(&mut self, warning: &str);
    /// Shows every answer; returns the places in the form to change, none to go on.
    fn review(&mut self, answers: &[Asked<'_>]) -> Result<Review, Failure>;
    /// Whether a review that changed nothing is shown again.
    fn is_patient(&self) -> bool;
    /// Asks which interests matter most; returns their numbers, none to pass over.
    fn importance(&mut self, catalogue: &Catalogue) -> Result<Vec<usize>, Failure>;
    /// Offers, after the result, what can be kept of it; returns what is wanted.
    fn keepsake(&mut self, keepsakes: &[String]) -> Result<Option<usize>, Failure>;
}

/// A question as it is put.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Where it stands in the sitting.
    pub(crate) place: Place,
    /// The question.
    pub(crate) question: &'a Question,
    /// The answers on offer.
    pub(crate) scale: &'a Scale,
    /// The answer given before, if any.
    pub(crate) answer: Option<Point>,
}

/// Where a question stands in a sitting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    /// Which question it is, from 1.
    pub(crate) number: usize,
    /// How many there will be, if that is known.
    pub(crate) of: Option<usize>,
    /// Of an adaptive sitting, the chance that the first three roles hold.
    pub(crate) standing: Option<f64>,
}

impl Place {
    /// The place in words, as in `7 of 40`.
    pub(crate) fn words(self) -> String {
        match (self.of, self.standing) {
            (Some(of), _) => format!("{} of {of}", self.number),
            (None, Some(standing)) => {
                format!("Question {}, {:.0}% settled", self.number, 100.0 * standing)
            }
            (None, None) => format!("Question {}", self.number),
        }
    }

    /// How much of the sitting is behind, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "there are at most 1,000 questions")]
    pub(crate) fn done(self) -> f64 {
        match self.of {
            Some(of) => (self.number - 1) as f64 / of.max(1) as f64,
            None => self.standing.unwrap_or(1.0),
        }
    }
}

/// What a person may say to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reply {
    /// This answer.
    Answer(Point),
    /// The question is passed over.
    Skip,
    /// The answer given before stays.
    Keep,
    /// To the question before.
    Back,
    /// The sitting ends here.
    Quit,
}

/// What a person may say to a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Review {
    /// All is well.
    GoOn,
    /// These places in the form, from 1, are to be asked again.
    Change(Vec<usize>),
    /// The sitting ends here.
    Quit,
}
