//! The order of a sitting: the questions, a review, what matters most.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::{Sheet, Sitting};

use super::course::Course;
use super::interview::{Asked, EarlierReply, Interview, Mattering, Position, Reply, Review};
use crate::failure::Failure;

/// Keeps a sitting as far as it has come; what it returns is a warning to the person.
pub(crate) type Keeper<'k> = dyn FnMut(&Sitting) -> Option<String> + 'k;

/// Asks what is left to ask from `begin` and returns what was answered.
///
/// # Errors
/// [`Failure::Interrupted`] if the person left before the end.
pub(crate) fn converse(
    catalogue: &Catalogue,
    begin: Sitting,
    interview: &mut dyn Interview,
    keeper: &mut Keeper<'_>,
) -> Result<Sheet, Failure> {
    let course = Course::new(catalogue, begin.form);
    interview.introduce(catalogue, &course)?;
    let mut conversation =
        Conversation { catalogue, course, sitting: begin, interview, keeper, is_review: false };
    conversation.questions()?;
    conversation.review()?;
    conversation.importance()?;
    Ok(conversation.sitting.sheet(catalogue))
}

struct Conversation<'a> {
    catalogue: &'a Catalogue,
    course: Course<'a>,
    sitting: Sitting,
    interview: &'a mut dyn Interview,
    keeper: &'a mut Keeper<'a>,
    /// Whether the last question has been answered, and all were shown.
    is_review: bool,
}

impl<'a> Conversation<'a> {
    fn asked(&self, place: usize, number: usize, standing: Option<f64>) -> Option<Asked<'a>> {
        let questionnaire = self.catalogue.questionnaire();
        let before = match self.sitting.answers.get(number) {
            Some(point) => EarlierReply::Answered(point),
            None if self.sitting.asked.contains(&number) => EarlierReply::Skipped,
            None => EarlierReply::Nothing,
        };
        Some(Asked {
            place: Position { number: place + 1, of: self.course.length(), standing },
            question: questionnaire.questions.get(number)?,
            scale: &questionnaire.scale,
            before,
        })
    }

    /// Puts the question numbered `number` and takes note of the reply.
    fn ask(
        &mut self,
        place: usize,
        number: usize,
        standing: Option<f64>,
    ) -> Result<Reply, Failure> {
        let Some(asked) = self.asked(place, number, standing) else { return Ok(Reply::Keep) };
        let reply = self.interview.ask(&asked)?;
        match reply {
            Reply::Answer(point) => self.sitting.answers.set(number, Some(point)),
            Reply::Skip => self.sitting.answers.set(number, None),
            // What was answered is complete, and stays as it is.
            Reply::Silence if self.is_review => return Ok(Reply::Silence),
            Reply::Silence if self.sitting.answers.answered() == 0 => return Err(no_answers()),
            Reply::Quit | Reply::Silence => return Err(Failure::Interrupted),
            Reply::Keep | Reply::Back => return Ok(reply),
        }
        if !self.sitting.asked.contains(&number) {
            self.sitting.asked.push(number);
        }
        self.keep();
        Ok(reply)
    }

    fn keep(&mut self) {
        let warning = (self.keeper)(&self.sitting);
        self.interview.warn(warning.as_deref());
    }

    /// The questions from the first that was not put; `Back` goes through those
    /// that were.
    fn questions(&mut self) -> Result<(), Failure> {
        let mut place = self.sitting.asked.len();
        loop {
            let (number, standing) = match self.sitting.asked.get(place) {
                Some(number) => (*number, self.course.standing(&self.sitting.answers)),
                None => match self.course.next(&self.sitting.answers, &self.sitting.asked) {
                    Some(next) => next,
                    None => return Ok(()),
                },
            };
            place = match self.ask(place, number, standing)? {
                Reply::Silence => return Ok(()),
                Reply::Back => place.saturating_sub(1),
                // Another answer to an earlier question may be all it took.
                Reply::Answer(_)
                    if place + 1 < self.sitting.asked.len()
                        && self.course.is_settled(&self.sitting.answers) =>
                {
                    return Ok(());
                }
                _ => place + 1,
            };
        }
    }

    /// Reviews until the person goes on.
    fn review(&mut self) -> Result<(), Failure> {
        self.is_review = true;
        loop {
            let numbered = self.sitting.asked.iter().enumerate();
            let all: Vec<Asked<'_>> =
                numbered.filter_map(|(place, number)| self.asked(place, *number, None)).collect();
            let places = match self.interview.review(&all)? {
                Review::GoOn => return Ok(()),
                Review::Quit => return Err(Failure::Interrupted),
                Review::Change(places) => places,
            };
            let before = self.sitting.answers.clone();
            for place in places {
                if let Some(number) = self.sitting.asked.get(place - 1).copied() {
                    self.ask(place - 1, number, None)?;
                }
            }
            if self.sitting.answers != before {
                // An adaptive sitting may be less settled now, and ask on.
                self.questions()?;
            }
        }
    }

    /// Asks what matters most until the person goes on.
    fn importance(&mut self) -> Result<(), Failure> {
        loop {
            match self.interview.importance(self.catalogue, &self.sitting.matters)? {
                Mattering::GoOn => return Ok(()),
                Mattering::Quit => return Err(Failure::Interrupted),
                Mattering::Marked(matters) => self.sitting.matters = matters,
            }
            self.keep();
        }
    }
}

fn no_answers() -> Failure {
    Failure::Usage(
        "no answers: the input ended before the first one. Take the quiz in a terminal, pipe \
         one answer a line, or give them all at once with rolefit score --answers DIGITS"
            .to_owned(),
    )
}
