//! The order of a sitting: the questions, a review, what matters most.

use rolefit::catalogue::{Catalogue, Point, Question, Scale};
use rolefit::sheet::{Answers, Sheet};

use crate::failure::Failure;

/// What an interest counts that was marked as mattering most.
const MATTERS_MOST: f64 = 2.0;

/// A person to ask.
pub(crate) trait Interview {
    /// Says what this is, before the first question.
    fn introduce(&mut self, catalogue: &Catalogue, questions: usize) -> Result<(), Failure>;
    /// Asks one question.
    fn ask(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure>;
    /// Shows every answer; returns the places in the form to change, none to go on.
    fn review(&mut self, answers: &[Asked<'_>]) -> Result<Review, Failure>;
    /// Whether a review that changed nothing is shown again.
    fn is_patient(&self) -> bool;
    /// Asks which interests matter most; returns their numbers, none to pass over.
    fn importance(&mut self, catalogue: &Catalogue) -> Result<Vec<usize>, Failure>;
}

/// A question as it is put.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Its place in the form, from 1.
    pub(crate) place: usize,
    /// How many questions the form has.
    pub(crate) of: usize,
    /// The question.
    pub(crate) question: &'a Question,
    /// The answers on offer.
    pub(crate) scale: &'a Scale,
    /// The answer given before, if any.
    pub(crate) answer: Option<Point>,
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

/// A sitting that did not come to its end.
pub(crate) enum Stopped {
    /// The person left; this was answered.
    Left(Box<Sheet>),
    /// Something went wrong.
    Failed(Failure),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Asks the questions numbered in `form` and returns what was answered.
pub(crate) fn converse(
    catalogue: &Catalogue,
    form: &[usize],
    interview: &mut dyn Interview,
) -> Result<Sheet, Stopped> {
    let answers = Answers::blank(catalogue.questionnaire());
    let mut sitting = Sitting { catalogue, form, answers, interview };
    sitting.interview.introduce(catalogue, form.len())?;
    sitting.questions()?;
    sitting.review()?;
    let mattering = sitting.interview.importance(catalogue)?;
    let mut sheet = sitting.sheet();
    for interest in mattering {
        sheet.importance.set(interest, MATTERS_MOST);
    }
    Ok(sheet)
}

struct Sitting<'a> {
    catalogue: &'a Catalogue,
    form: &'a [usize],
    answers: Answers,
    interview: &'a mut dyn Interview,
}

impl<'a> Sitting<'a> {
    fn sheet(&self) -> Sheet {
        Sheet::new(self.catalogue, self.answers.clone())
    }

    fn left(&self) -> Stopped {
        Stopped::Left(Box::new(self.sheet()))
    }

    fn asked(&self, place: usize) -> Option<Asked<'a>> {
        let number = *self.form.get(place)?;
        let questionnaire = self.catalogue.questionnaire();
        Some(Asked {
            place: place + 1,
            of: self.form.len(),
            question: questionnaire.questions.get(number)?,
            scale: &questionnaire.scale,
            answer: self.answers.get(number),
        })
    }

    /// Puts the question at `place` and takes note of the reply.
    fn ask(&mut self, place: usize) -> Result<Reply, Stopped> {
        let Some(asked) = self.asked(place) else { return Ok(Reply::Keep) };
        let reply = self.interview.ask(&asked)?;
        let number = self.form.get(place).copied().unwrap_or(usize::MAX);
        match reply {
            Reply::Answer(point) => self.answers.set(number, Some(point)),
            Reply::Skip => self.answers.set(number, None),
            Reply::Quit => return Err(self.left()),
            Reply::Keep | Reply::Back => {}
        }
        Ok(reply)
    }

    fn questions(&mut self) -> Result<(), Stopped> {
        let mut place = 0;
        while place < self.form.len() {
            place = match self.ask(place)? {
                Reply::Back => place.saturating_sub(1),
                _ => place + 1,
            };
        }
        Ok(())
    }

    /// Reviews until the person goes on, or changes nothing any more.
    fn review(&mut self) -> Result<(), Stopped> {
        loop {
            let all: Vec<Asked<'_>> =
                (0..self.form.len()).filter_map(|place| self.asked(place)).collect();
            let places = match self.interview.review(&all)? {
                Review::GoOn => return Ok(()),
                Review::Quit => return Err(self.left()),
                Review::Change(places) => places,
            };
            let before = self.answers.clone();
            for place in places {
                self.ask(place.saturating_sub(1))?;
            }
            // An endless `yes 4` has to come to an end.
            if self.answers == before && !self.interview.is_patient() {
                return Ok(());
            }
        }
    }
}
