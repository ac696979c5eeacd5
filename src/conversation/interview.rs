//! What a sitting needs of whoever is asked.

use rolefit_engine::catalogue::{Catalogue, InterestIx, Point, Question, Scale};
use rolefit_engine::sitting::{Form, QuestionOrder};

use crate::failure::Failure;
use crate::output::Output;

/// A person to ask.
pub(crate) trait Interview {
    /// Where else things can be written meanwhile.
    fn output(&mut self) -> &mut Output;
    /// Offers to go on with a saved sitting.
    fn resume_or_begin(&mut self, saved: SavedSummary) -> Result<ResumeReply, Failure>;
    /// Tells what is lost, which has to be read before the questions go on.
    fn tell_lost(&mut self, lost: &LostAnswers) -> Result<(), Failure>;
    /// Says what this is, before the first question; if the sitting `is_complete` and
    /// only comes back to be reviewed, no more than has to be said.
    fn introduce(
        &mut self,
        catalogue: &Catalogue,
        order: &QuestionOrder,
        is_complete: bool,
    ) -> Result<(), Failure>;
    /// Asks one question.
    fn ask(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure>;
    /// From the next question on, shows this warning as well; none takes it back.
    fn warn(&mut self, warning: Option<&str>);
    /// Shows every answer; returns the places in the form to change, none to go on.
    fn review(&mut self, answers: &[Asked<'_>]) -> Result<ReviewReply, Failure>;
    /// Asks which interests matter most, of which these are marked, by number.
    fn importance(
        &mut self,
        catalogue: &Catalogue,
        marked: &[InterestIx],
    ) -> Result<ImportanceReply, Failure>;
    /// Gives the way free for the result: no more is asked before it.
    fn end_questions(&mut self) -> Result<(), Failure>;
    /// Offers, after the result, files that it can be written to.
    fn export(&mut self, files: &[String]) -> Result<ExportReply, Failure>;
}

/// What a person needs to know of a saved sitting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SavedSummary {
    /// How many questions were answered.
    pub(crate) answered: usize,
    /// Which questions it asks.
    pub(crate) form: Form,
    /// The form that the person asked for by name, if any.
    pub(crate) wanted: Option<Form>,
}

/// What of a saved sitting could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LostAnswers {
    /// What the list is.
    pub(crate) before: &'static str,
    /// Each thing, in a few words.
    pub(crate) items: Vec<String>,
    /// What of the others.
    pub(crate) after: &'static str,
}

/// What a person may say to a saved sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ResumeReply {
    /// Go on with it.
    GoOn,
    /// Begin another one.
    Anew,
    /// Neither, and now.
    Quit,
}

/// What a person may say to the files that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExportReply {
    /// Write this one, by its number from 0.
    Write(usize),
    /// Nothing more.
    NoMore,
    /// Nothing now: the sitting stays as it is saved.
    Quit,
}

/// A question as it is put.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Where it stands in the sitting.
    pub(crate) place: Position,
    /// The question.
    pub(crate) question: &'a Question,
    /// The answers on offer.
    pub(crate) scale: &'a Scale,
    /// What was said to it before.
    pub(crate) before: EarlierReply,
}

/// What was said to a question before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EarlierReply {
    /// It was not put yet.
    Nothing,
    /// It was passed over.
    Skipped,
    /// This answer was given.
    Answered(Point),
}

impl Asked<'_> {
    /// The answer that was given before, if any.
    pub(crate) fn answer(&self) -> Option<Point> {
        match self.before {
            EarlierReply::Answered(point) => Some(point),
            EarlierReply::Nothing | EarlierReply::Skipped => None,
        }
    }

    /// Whether it was put before.
    pub(crate) fn was_put(&self) -> bool {
        self.before != EarlierReply::Nothing
    }
}

/// Where a question stands in a sitting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Position {
    /// Which question it is, from 1.
    pub(crate) number: usize,
    /// How many there will be, if that is known.
    pub(crate) of: Option<usize>,
    /// Of an adaptive sitting, the chance that the first three roles hold.
    pub(crate) standing: Option<f64>,
}

impl Position {
    /// The place in words, as in `7 of 40`.
    pub(crate) fn words(self) -> String {
        match (self.of, self.standing) {
            (Some(of), _) => format!("{} of {of}", self.number),
            (None, Some(standing)) => {
                // Rounded down: what is not reached yet is not said to be.
                format!("Question {}, {:.0}% settled", self.number, (100.0 * standing).floor())
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
    /// What was said before stays.
    Keep,
    /// To the question before.
    Back,
    /// The sitting ends here.
    Quit,
    /// There is nobody who would answer.
    Silence,
}

/// What a person may say to a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ReviewReply {
    /// All is well.
    GoOn,
    /// These places in the form, from 1, are to be asked again.
    Change(Vec<usize>),
    /// The sitting ends here.
    Quit,
}

/// What a person may say to what matters most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ImportanceReply {
    /// These interests are marked now, by number; there may be more to say.
    Marked(Vec<InterestIx>),
    /// All is well.
    GoOn,
    /// The sitting ends here.
    Quit,
}
