//! The order of a sitting: the questions, a review, what matters most, where the person
//! starts from.

use rolefit_engine::catalogue::{Catalogue, QuestionIx};
use rolefit_engine::sitting::{NextQuestion, QuestionOrder, Sitting};

use super::interview::{
    Asked, EarlierReply, ImportanceReply, Interview, Position, Reply, ReviewReply, StartReply,
};
use super::starting_point;
use crate::failure::Failure;

/// Keeps a sitting as far as it has come; what it returns is a warning to the person.
pub(crate) type Keeper<'c, 'k> = dyn FnMut(&Sitting<'c>) -> Option<String> + 'k;

/// What a conversation begins with.
pub(crate) struct Beginning<'c> {
    /// The sitting as far as it has come.
    pub(crate) sitting: Sitting<'c>,
    /// Whether its result was told before.
    pub(crate) has_result: bool,
    /// Whether the starting point was given with the command.
    pub(crate) is_start_given: bool,
}

/// Asks what is left to ask and returns the sitting as it is then: at once, if it has a
/// result and nothing is left.
///
/// # Errors
/// [`Failure::Interrupted`] if the person left before the end.
pub(crate) fn converse<'c>(
    begin: Beginning<'c>,
    interview: &mut dyn Interview,
    keeper: &mut Keeper<'c, '_>,
) -> Result<Sitting<'c>, Failure> {
    let Beginning { sitting, has_result, is_start_given } = begin;
    let catalogue = sitting.answers.catalogue();
    let order = QuestionOrder::new(catalogue, sitting.form);
    let is_complete = order.next(&sitting.answers, &sitting.asked).is_none();
    interview.introduce(catalogue, &order, is_complete)?;
    if is_complete && has_result {
        return Ok(sitting);
    }
    let mut conversation = Conversation {
        catalogue,
        order,
        sitting,
        interview,
        keeper,
        is_review: false,
        furthest: 0.0,
    };
    conversation.questions(conversation.sitting.asked.len())?;
    conversation.review()?;
    loop {
        if !conversation.importance()? {
            conversation.review()?;
        } else if is_start_given || conversation.starting_point()? {
            return Ok(conversation.sitting);
        }
    }
}

struct Conversation<'c, 'i, 'k> {
    catalogue: &'c Catalogue,
    order: QuestionOrder,
    sitting: Sitting<'c>,
    interview: &'i mut dyn Interview,
    keeper: &'i mut Keeper<'c, 'k>,
    /// Whether the last question has been answered, and all were shown.
    is_review: bool,
    /// How much of the sitting was done at its furthest, 0 to 1.
    furthest: f64,
}

impl<'c> Conversation<'c, '_, '_> {
    fn asked(&self, place: usize, question: QuestionIx) -> Asked<'c> {
        let questionnaire = self.catalogue.questionnaire();
        let before = match self.sitting.answers.get(question) {
            Some(point) => EarlierReply::Answered(point),
            None if self.sitting.asked.contains(&question) => EarlierReply::Skipped,
            None => EarlierReply::Nothing,
        };
        let is_new = before == EarlierReply::Nothing;
        let place = Position {
            number: place + 1,
            of: self.order.longest().max(place + 1),
            may_end_sooner: self.order.length().is_none(),
            is_review: self.is_review && !is_new,
            done: self.furthest,
            done_after: self.share(usize::from(is_new)).max(self.furthest),
        };
        Asked {
            place,
            stem: questionnaire.stem.as_deref(),
            question: &questionnaire.questions[question],
            scale: &questionnaire.scale,
            language: &questionnaire.language,
            before,
        }
    }

    /// The share of the questions that were put, with so many more.
    #[expect(clippy::cast_precision_loss, reason = "there are at most 1,000 questions")]
    fn share(&self, more: usize) -> f64 {
        let put = self.sitting.asked.len() + more;
        (put as f64 / self.order.longest().max(1) as f64).min(1.0)
    }

    /// Takes note of how far the sitting is: an adaptive one by what it needs to be
    /// settled, where that is further. What was reached stays.
    fn advance(&mut self, settled: Option<f64>) {
        /// It is not over before it is.
        const NEARLY: f64 = 0.95;
        let settled = settled.zip(self.order.until());
        let settled = settled.map_or(0.0, |(settled, until)| (settled / until).min(NEARLY));
        self.furthest = self.furthest.max(self.share(0)).max(settled);
    }

    /// Puts a question and takes note of the reply.
    fn ask(&mut self, place: usize, question: QuestionIx) -> Result<Reply, Failure> {
        let asked = self.asked(place, question);
        let reply = self.interview.ask(&asked)?;
        match reply {
            Reply::Answer(point) => self.sitting.answers.set(question, Some(point)),
            Reply::Skip => self.sitting.answers.set(question, None),
            // What was answered is complete, and stays as it is.
            Reply::Silence if self.is_review => return Ok(Reply::Silence),
            Reply::Silence if self.sitting.answers.answered() == 0 => return Err(no_answers()),
            Reply::Quit | Reply::Silence => return Err(Failure::Interrupted),
            Reply::Keep | Reply::Back => return Ok(reply),
        }
        if !self.sitting.asked.contains(&question) {
            self.sitting.asked.push(question);
        }
        self.keep();
        Ok(reply)
    }

    fn keep(&mut self) {
        let warning = (self.keeper)(&self.sitting);
        self.interview.warn(warning.as_deref());
    }

    /// The questions from this place on, and then those that were not put; `Back` goes through
    /// those that were.
    fn questions(&mut self, mut place: usize) -> Result<(), Failure> {
        loop {
            let (answers, asked) = (&self.sitting.answers, &self.sitting.asked);
            let next = match asked.get(place) {
                Some(question) => {
                    let settled = self.order.settled(answers);
                    Some(NextQuestion { question: *question, settled })
                }
                None => self.order.next(answers, asked),
            };
            let Some(next) = next else { return Ok(()) };
            self.advance(next.settled);
            place = match self.ask(place, next.question)? {
                Reply::Silence => return Ok(()),
                Reply::Back => place.saturating_sub(1),
                // Another answer to an earlier question may be all it took.
                Reply::Answer(_)
                    if place + 1 < self.sitting.asked.len()
                        && self.order.is_settled(&self.sitting.answers) =>
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
        self.advance(None);
        loop {
            let numbered = self.sitting.asked.iter().enumerate();
            let all: Vec<Asked<'_>> =
                numbered.map(|(place, question)| self.asked(place, *question)).collect();
            let places = match self.interview.review(&all)? {
                ReviewReply::GoOn => return Ok(()),
                ReviewReply::Quit => return Err(Failure::Interrupted),
                ReviewReply::Change(places) => places,
                ReviewReply::Back => {
                    self.questions(self.sitting.asked.len().saturating_sub(1))?;
                    continue;
                }
            };
            let before = self.sitting.answers.clone();
            for place in places {
                if let Some(number) = self.sitting.asked.get(place - 1).copied() {
                    self.ask(place - 1, number)?;
                }
            }
            if self.sitting.answers != before {
                // An adaptive sitting may be less settled now, and ask on.
                self.questions(self.sitting.asked.len())?;
            }
        }
    }

    /// Asks what matters most until the person goes on, or back: whether it is on.
    fn importance(&mut self) -> Result<bool, Failure> {
        loop {
            match self.interview.importance(self.catalogue, &self.sitting.matters)? {
                ImportanceReply::GoOn => return Ok(true),
                ImportanceReply::Back => return Ok(false),
                ImportanceReply::Quit => return Err(Failure::Interrupted),
                ImportanceReply::Marked(matters) => self.sitting.matters = matters,
            }
            self.keep();
        }
    }

    /// Asks where the person starts from, where a role has a way in from there. It may be
    /// passed over. Whether the person goes on, and not back.
    fn starting_point(&mut self) -> Result<bool, Failure> {
        if !starting_point::is_asked(self.catalogue) {
            return Ok(true);
        }
        let points = self.catalogue.careers().starting_points();
        let known = self.sitting.starting_point;
        let at = starting_point::line_of(known, &points).unwrap_or(points.len());
        let list = starting_point::list(&points);
        let place = match self.interview.starting_point(&list, at)? {
            StartReply::Line(place) => place,
            StartReply::Back => return Ok(false),
            StartReply::Quit => return Err(Failure::Interrupted),
        };
        // What is known and has no line here stays, unless another line is taken.
        if place != at {
            self.sitting.starting_point = points.get(place).copied();
            self.keep();
        }
        Ok(true)
    }
}

fn no_answers() -> Failure {
    Failure::Usage(
        "no answers: the input ended before the first one. Take the quiz in a terminal \
         (of a container: docker run -it; over ssh: ssh -t), pipe one answer a line, or give them all at once with rolefit score --answers DIGITS"
            .to_owned(),
    )
}
