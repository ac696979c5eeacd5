//! Questions of which each measures one interest, and an interest as much as every other does that
//! measures it: most questionnaires have no others, and their scores are plain means.

use super::index::Each;
use super::questionnaire::{Interest, Question, QuestionIx, Questionnaire};
use super::scale::{Point, Scale};

/// What the answers to such questions say, by the interest that they measure.
#[derive(Debug, Clone)]
pub(crate) struct LoneLoadings(Each<Interest, LoneInterest>);

/// An interest as such questions measure it.
#[derive(Debug, Clone, Default)]
pub(crate) struct LoneInterest {
    /// The weight with which each of the questions measures it, 0 if there are none.
    weight: f64,
    /// The questions in file order, each with what its answers say, from -1 to 1, by their numbers.
    questions: Vec<(QuestionIx, [f64; NUMBERS])>,
}

/// More than there are answers: a power of two, so that no number is looked up in vain.
const NUMBERS: usize = (Scale::MAX_POINTS + 1).next_power_of_two();

impl LoneLoadings {
    /// Those of a questionnaire, if it has no other questions.
    pub(super) fn of(questionnaire: &Questionnaire) -> Option<Self> {
        let mut interests = questionnaire.interests.each(LoneInterest::default());
        for (ix, question) in questionnaire.questions.indexed() {
            let Question { loadings, .. } = question;
            let [loading] = loadings.as_slice() else { return None };
            let interest = &mut interests[loading.interest];
            let is_first = interest.questions.is_empty();
            if !is_first && interest.weight.to_bits() != loading.weight.to_bits() {
                return None;
            }
            interest.weight = loading.weight;
            let mut coordinates = [0.0; NUMBERS];
            for (point, says) in questionnaire.scale.points().zip(coordinates.iter_mut().skip(1)) {
                *says = question.coordinate(&questionnaire.scale, point);
            }
            interest.questions.push((ix, coordinates));
        }
        Some(Self(interests))
    }

    /// Each interest.
    pub(crate) fn interests(&self) -> &Each<Interest, LoneInterest> {
        &self.0
    }
}

impl LoneInterest {
    /// The weight with which each question measures it, 0 if none does.
    pub(crate) fn weight(&self) -> f64 {
        self.weight
    }

    /// How many of its questions are answered, and the sum of what the answers say, each from -1 to
    /// 1, if this is the answer to each question.
    pub(crate) fn sum(&self, answer: impl Fn(QuestionIx) -> Option<Point>) -> (usize, f64) {
        self.questions.iter().fold((0, 0.0), |(answered, sum), (question, coordinates)| {
            // A question that was skipped adds 0, which is no branch.
            let number = answer(*question).map_or(0, |point| usize::from(point.number()));
            let says = coordinates.get(number % NUMBERS).copied().unwrap_or_default();
            (answered + usize::from(number > 0), sum + says)
        })
    }
}
