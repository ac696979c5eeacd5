//! What a sitting needs of whoever is asked.

use rolefit_engine::catalogue::{Catalogue, InterestIx, Language, Point, Question, Scale};
use rolefit_engine::sitting::{Form, QuestionOrder};

use super::result_request::{FirstScreen, PickList, ResultRequest};
use crate::failure::Failure;
use crate::output::Output;
use crate::text::{Style, TerminalText};

/// A person to ask.
pub(crate) trait Interview {
    /// Where else things can be written meanwhile.
    fn output(&mut self) -> &mut Output;
    /// Offers to go on with a saved sitting.
    fn resume_or_begin(&mut self, saved: SavedSummary) -> Result<ResumeReply, Failure>;
    /// Offers to show the last result again, where no other sitting is to go on with.
    fn reopen_or_begin(&mut self) -> Result<ResumeReply, Failure>;
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
    /// Asks whether what is saved is to go for good.
    fn agrees_to_forget(&mut self) -> Result<bool, Failure>;
    /// Shows every answer; returns the places in the form to change, none to go on.
    fn review(&mut self, answers: &[Asked<'_>]) -> Result<ReviewReply, Failure>;
    /// Asks which interests matter most, of which these are marked, by number.
    fn importance(
        &mut self,
        catalogue: &Catalogue,
        marked: &[InterestIx],
    ) -> Result<ImportanceReply, Failure>;
    /// Asks where the person starts from, with the cursor at a line: the line that is
    /// taken is that at the cursor where nothing is said.
    fn starting_point(&mut self, list: &PickList<'_>, at: usize) -> Result<StartReply, Failure>;
    /// Gives the way free for what is written on the usual screen.
    fn step_aside(&mut self) -> Result<(), Failure>;
    /// Shows what comes first in a result, and asks what next.
    fn first_screen(&mut self, page: &FirstScreen<'_>) -> Result<ResultRequest, Failure>;
    /// Leaves a result: what comes first in it stays in the terminal's history, and how
    /// it is had `again`.
    fn leave(&mut self, summary: &Reading<'_>, again: &Reading<'_>) -> Result<(), Failure>;
    /// Shows a text until it is read.
    fn read(&mut self, text: &Reading<'_>) -> Result<(), Failure>;
    /// Shows a list, with the cursor at a line; the line that is taken, by its number
    /// from 0. Where lines are typed, it is asked for with the next request.
    fn pick(&mut self, list: &PickList<'_>, at: usize) -> Result<Option<usize>, Failure>;
    /// The same with every answer; the place of the one that is to be changed.
    fn pick_answer(&mut self, answers: &[Asked<'_>]) -> Result<Option<usize>, Failure>;
    /// The same with the interests of which some are marked; those that are then.
    fn pick_marks(
        &mut self,
        catalogue: &Catalogue,
        marked: &[InterestIx],
    ) -> Result<Option<Vec<InterestIx>>, Failure>;
}

/// A text laid out for any width.
pub(crate) type Reading<'a> = dyn Fn(Style) -> TerminalText + 'a;

/// What a person needs to know of a saved sitting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SavedSummary {
    /// How many questions were answered.
    pub(crate) answered: usize,
    /// Which questions it asks.
    pub(crate) form: Form,
    /// The form that the person asked for by name, if any.
    pub(crate) wanted: Option<Form>,
    /// Whether another one is saved in its place.
    pub(crate) is_replaced: bool,
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
    /// Go on with it, or see its result.
    GoOn,
    /// Begin another one.
    Anew,
    /// Neither, and now.
    Quit,
}

/// A question as it is put.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Where it stands in the sitting.
    pub(crate) place: Position,
    /// How every question begins, if they all begin alike.
    pub(crate) stem: Option<&'a str>,
    /// The question.
    pub(crate) question: &'a Question,
    /// The answers on offer.
    pub(crate) scale: &'a Scale,
    /// The language they are in.
    pub(crate) language: &'a Language,
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
    /// How many there will be, at the most.
    pub(crate) of: usize,
    /// Whether there may be fewer.
    pub(crate) may_end_sooner: bool,
    /// Whether all questions were put, and this one is only looked at again.
    pub(crate) is_review: bool,
    /// How much of the sitting is done, 0 to 1. It never falls.
    pub(crate) done: f64,
    /// The same once this question has a reply.
    pub(crate) done_after: f64,
}

impl Position {
    /// How long a question takes, in seconds: to read eighteen words, and to choose.
    const PACE: usize = 7;

    /// The place in words, as in `7 of 40`.
    pub(crate) fn words(self) -> String {
        match self.of - self.number {
            _ if !self.may_end_sooner => format!("{} of {}", self.number, self.of),
            _ if self.is_review => format!("Question {}", self.number),
            0 => format!("Question {}, the last", self.number),
            more => format!("Question {}, at most {more} more", self.number),
        }
    }

    /// How long the rest takes, about; `None` if all questions were put.
    pub(crate) fn minutes(self) -> Option<String> {
        if self.is_review {
            return None;
        }
        let seconds = Self::PACE * (self.of + 1 - self.number);
        let about = if self.may_end_sooner { "up to" } else { "about" };
        Some(match (seconds + 30) / 60 {
            0 => "less than a minute left".to_owned(),
            1 => format!("{about} 1 minute left"),
            minutes => format!("{about} {minutes} minutes left"),
        })
    }

    /// What is said where ten more questions are done.
    pub(crate) fn ten_done(self) -> Option<String> {
        let done = self.number - 1;
        if self.is_review || done == 0 || !done.is_multiple_of(10) {
            return None;
        }
        Some(match self.of - done {
            more if self.may_end_sooner => format!("{done} done. At most {more} to go."),
            more if more == done => format!("{done} done. Half way."),
            more => format!("{done} done. {more} to go."),
        })
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
    /// To the last question.
    Back,
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
    /// To the review.
    Back,
    /// The sitting ends here.
    Quit,
}

/// What a person may say to where they start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StartReply {
    /// This line, by its number from 0.
    Line(usize),
    /// To what matters most.
    Back,
    /// The sitting ends here.
    Quit,
}

#[cfg(test)]
mod tests {
    use super::Position;

    fn position(number: usize, of: usize) -> Position {
        Position { number, of, may_end_sooner: false, is_review: false, done: 0.0, done_after: 0.0 }
    }

    #[test]
    fn a_place_says_how_far_it_is_and_how_long_the_rest_takes() {
        let first = position(1, 40);
        assert_eq!(first.words(), "1 of 40");
        // Forty questions of seven seconds are 280 seconds.
        assert_eq!(first.minutes().unwrap(), "about 5 minutes left");
        assert_eq!(position(32, 40).minutes().unwrap(), "about 1 minute left");
        assert_eq!(position(40, 40).minutes().unwrap(), "less than a minute left");
        let adaptive = Position { may_end_sooner: true, ..position(31, 40) };
        assert_eq!(adaptive.words(), "Question 31, at most 9 more");
        assert_eq!(adaptive.minutes().unwrap(), "up to 1 minute left");
        let last = Position { may_end_sooner: true, ..position(40, 40) };
        assert_eq!(last.words(), "Question 40, the last");
        let again = Position { is_review: true, ..adaptive };
        assert_eq!((again.words().as_str(), again.minutes()), ("Question 31", None));
    }

    #[test]
    fn a_line_stands_between_blocks_of_ten() {
        let told: Vec<_> = (1..=40).filter_map(|number| position(number, 40).ten_done()).collect();
        assert_eq!(told, ["10 done. 30 to go.", "20 done. Half way.", "30 done. 10 to go."]);
        let adaptive = Position { may_end_sooner: true, ..position(11, 40) };
        assert_eq!(adaptive.ten_done().unwrap(), "10 done. At most 30 to go.");
    }
}
