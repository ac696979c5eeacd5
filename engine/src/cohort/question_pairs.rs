//! Which questions measure an interest together, and what is counted of each two.

use serde::{Deserialize, Serialize};

use super::exact::{add_count, real};
use crate::catalogue::{InterestIx, Question, QuestionIx, Questionnaire};

/// Which interests each question measures, and which pairs of questions measure one together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MeasuredTogether {
    /// A bit an interest, for each question.
    interests: Vec<u64>,
    /// The places of the two questions of each pair, in order.
    pairs: Vec<(usize, usize)>,
}

/// What is counted of those who answered both of two questions: how many they
/// are, the sums of their answers, and the sum of the products. An answer to a
/// reversed question is turned round first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct QuestionPair(pub(super) u64, pub(super) u64, pub(super) u64, pub(super) u64);

impl MeasuredTogether {
    pub(super) fn of(questionnaire: &Questionnaire) -> Self {
        let measured = |question: &Question| {
            let interests = questionnaire.interests.indices();
            let measured = interests.filter(|interest| question.weight(*interest) > 0.0);
            measured.fold(0, |all, interest| all | bit(interest))
        };
        let interests: Vec<u64> = questionnaire.questions.iter().map(measured).collect();
        let with_others = |(left, of): (usize, &u64)| {
            let (of, others) = (*of, interests.iter().enumerate().skip(left + 1));
            let pairs = others.filter(move |(_, other)| of & **other != 0);
            pairs.map(move |(right, _)| (left, right))
        };
        let pairs = interests.iter().enumerate().flat_map(with_others).collect();
        Self { interests, pairs }
    }

    /// The places of the two questions of each pair, in order.
    pub(super) fn pairs(&self) -> &[(usize, usize)] {
        &self.pairs
    }

    /// Whether a question measures `interest`.
    pub(super) fn is_measured(&self, question: QuestionIx, interest: InterestIx) -> bool {
        self.interests.get(question.number()).is_some_and(|of| of & bit(interest) != 0)
    }

    /// The pairs of questions that both measure `interest`, in order, with their counts.
    pub(super) fn counted<'i>(
        &'i self,
        pairs: &'i [QuestionPair],
        interest: InterestIx,
    ) -> impl Iterator<Item = QuestionPair> + 'i {
        let is_of = move |place: &usize| {
            self.interests.get(*place).is_some_and(|of| of & bit(interest) != 0)
        };
        let counted = self.pairs.iter().zip(pairs);
        counted.filter(move |((left, right), _)| is_of(left) && is_of(right)).map(|(_, pair)| *pair)
    }
}

/// The bit of an interest: there are at most 64.
fn bit(interest: InterestIx) -> u64 {
    u32::try_from(interest.number()).ok().and_then(|number| 1_u64.checked_shl(number)).unwrap_or(0)
}

impl QuestionPair {
    pub(super) fn merge(&mut self, other: Self) {
        add_count(&mut self.0, other.0);
        add_count(&mut self.1, other.1);
        add_count(&mut self.2, other.2);
        add_count(&mut self.3, other.3);
    }

    /// The covariance, in squared scale steps; of at least two people.
    pub(super) fn covariance(self) -> f64 {
        let Self(people, left, right, products) = self;
        let people = real(people);
        (real(products) - real(left) * real(right) / people) / (people - 1.0)
    }
}
