//! The order of a sitting: the questions, a review, what matters most.

use rolefit::catalogue::Catalogue;
use rolefit::sheet::{Answers, Form, Progress, Resumed, Sheet};

use super::course::Course;
use super::interview::{Asked, Before, Interview, Place, Reply, Review};
use crate::failure::Failure;

/// What an interest counts that was marked as mattering most.
const MATTERS_MOST: f64 = 2.0;

/// Keeps the progress of a sitting; what it returns is a warning to the person.
pub(crate) type Keeper<'k> = dyn FnMut(&Progress, &Answers) -> Option<String> + 'k;

/// A sitting from its first question.
pub(crate) fn afresh(catalogue: &Catalogue, form: Form) -> Resumed {
    let answers = Answers::blank(catalogue.questionnaire());
    Resumed { form, asked: Vec::new(), answers, dropped: Vec::new() }
}

/// Asks what is left to ask from `begin` and returns what was answered.
///
/// # Errors
/// [`Failure::Interrupted`] if the person left before the end.
pub(crate) fn converse(
    catalogue: &Catalogue,
    begin: Resumed,
    interview: &mut dyn Interview,
    keeper: &mut Keeper<'_>,
) -> Result<Sheet, Failure> {
    let course = Course::new(catalogue, begin.form);
    let Resumed { asked, answers, .. } = begin;
    let mut sitting =
        Sitting { catalogue, course, asked, answers, interview, keeper, is_review: false };
    sitting.interview.introduce(catalogue, &sitting.course)?;
    sitting.questions()?;
    sitting.review()?;
    let Some(mattering) = sitting.interview.importance(catalogue)? else {
        return Err(Failure::Interrupted);
    };
    let mut sheet = Sheet::new(catalogue, sitting.answers);
    for interest in mattering {
        sheet.importance.set(interest, MATTERS_MOST);
    }
    Ok(sheet)
}

struct Sitting<'a> {
    catalogue: &'a Catalogue,
    course: Course<'a>,
    /// The questions that were put, by number, in that order.
    asked: Vec<usize>,
    answers: Answers,
    interview: &'a mut dyn Interview,
    keeper: &'a mut Keeper<'a>,
    /// Whether the last question has been answered, and all were shown.
    is_review: bool,
}

impl<'a> Sitting<'a> {
    fn asked(&self, place: usize, number: usize, standing: Option<f64>) -> Option<Asked<'a>> {
        let questionnaire = self.catalogue.questionnaire();
        let before = match self.answers.get(number) {
            Some(point) => Before::Answered(point),
            None if self.asked.contains(&number) => Before::Skipped,
            None => Before::Nothing,
        };
        Some(Asked {
            place: Place { number: place + 1, of: self.course.length(), standing },
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
            Reply::Answer(point) => self.answers.set(number, Some(point)),
            Reply::Skip => self.answers.set(number, None),
            // What was answered is complete, and stays as it is.
            Reply::Silence if self.is_review => return Ok(Reply::Silence),
            Reply::Silence if self.answers.answered() == 0 => return Err(no_answers()),
            Reply::Quit | Reply::Silence => return Err(Failure::Interrupted),
            Reply::Keep | Reply::Back => return Ok(reply),
        }
        if !self.asked.contains(&number) {
            self.asked.push(number);
        }
        let progress = Progress::of(self.catalogue, self.course.form(), &self.asked, &self.answers);
        let warning = (self.keeper)(&progress, &self.answers);
        self.interview.warn(warning.as_deref());
        Ok(reply)
    }

    /// The questions from the first that was not put; `Back` goes through those
    /// that were.
    fn questions(&mut self) -> Result<(), Failure> {
        let mut place = self.asked.len();
        loop {
            let (number, standing) = match self.asked.get(place) {
                Some(number) => (*number, self.course.standing(&self.answers)),
                None => match self.course.next(&self.answers, &self.asked) {
                    Some(next) => next,
                    None => return Ok(()),
                },
            };
            place = match self.ask(place, number, standing)? {
                Reply::Silence => return Ok(()),
                Reply::Back => place.saturating_sub(1),
                // Another answer to an earlier question may be all it took.
                Reply::Answer(_)
                    if place + 1 < self.asked.len() && self.course.is_settled(&self.answers) =>
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
            let numbered = self.asked.iter().enumerate();
            let all: Vec<Asked<'_>> =
                numbered.filter_map(|(place, number)| self.asked(place, *number, None)).collect();
            let places = match self.interview.review(&all)? {
                Review::GoOn => return Ok(()),
                Review::Quit => return Err(Failure::Interrupted),
                Review::Change(places) => places,
            };
            let before = self.answers.clone();
            for place in places {
                if let Some(number) = self.asked.get(place - 1).copied() {
                    self.ask(place - 1, number, None)?;
                }
            }
            if self.answers != before {
                // An adaptive sitting may be less settled now, and ask on.
                self.questions()?;
            }
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
