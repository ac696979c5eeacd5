//! What is counted of the questions, alone and in pairs.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use super::exact::{add_count, add_counts, count_one, real};
use crate::catalogue::{InterestIx, Question, QuestionIx, Questionnaire};
use crate::sheet::Answers;

/// Counts of answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Items {
    /// For each question, how often each answer was given, the lowest first.
    pub(super) questions: Vec<Vec<u64>>,
    /// The pairs of questions that measure an interest together: first with second, first
    /// with third, and so on. Each is counted once, however many interests it is of.
    #[serde(default)]
    pub(super) question_pairs: Vec<QuestionPair>,
    /// What version 2 had instead. It is passed over, so that the version can be told.
    #[serde(default, skip_serializing, deserialize_with = "passed_over")]
    pairs: (),
}

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

impl Items {
    /// Of nobody yet.
    pub(super) fn of(questionnaire: &Questionnaire, together: &MeasuredTogether) -> Self {
        let points = usize::from(questionnaire.scale.len());
        Self {
            questions: vec![vec![0; points]; questionnaire.questions.len()],
            question_pairs: vec![QuestionPair::default(); together.pairs.len()],
            pairs: (),
        }
    }

    /// Counts a person's answers.
    pub(super) fn add(&mut self, together: &MeasuredTogether, answers: &Answers<'_>) {
        for (counts, point) in self.questions.iter_mut().zip(answers.iter()) {
            if let Some(point) = point {
                count_one(counts, usize::from(point.number()) - 1);
            }
        }
        let highest = self.questions.first().map_or(0, Vec::len) as u64;
        let questions = &answers.catalogue().questionnaire().questions;
        let value = |(ix, question): (QuestionIx, &Question)| {
            let number = u64::from(answers.get(ix)?.number());
            Some(if question.reversed { highest + 1 - number } else { number })
        };
        let values: Vec<Option<u64>> = questions.indexed().map(value).collect();
        let value = |place: usize| values.get(place).copied().flatten();
        for ((left, right), pair) in together.pairs.iter().zip(&mut self.question_pairs) {
            if let Some((left, right)) = value(*left).zip(value(*right)) {
                pair.merge(QuestionPair(1, left, right, left * right));
            }
        }
    }

    /// Counts all that `other` has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        for (to, from) in self.questions.iter_mut().zip(&other.questions) {
            add_counts(to, from);
        }
        for (to, from) in self.question_pairs.iter_mut().zip(&other.question_pairs) {
            to.merge(*from);
        }
    }

    /// Whether `other` counts the same things.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let shape = |of: &Self| {
            let questions: Vec<usize> = of.questions.iter().map(Vec::len).collect();
            (questions, of.question_pairs.len())
        };
        shape(self) == shape(other)
    }
}

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

    /// The pairs of questions that both measure `interest`, in order, with their counts.
    pub(super) fn counted<'i>(
        &'i self,
        items: &'i Items,
        interest: InterestIx,
    ) -> impl Iterator<Item = QuestionPair> + 'i {
        let is_of = move |place: &usize| {
            self.interests.get(*place).is_some_and(|of| of & bit(interest) != 0)
        };
        let counted = self.pairs.iter().zip(&items.question_pairs);
        counted.filter(move |((left, right), _)| is_of(left) && is_of(right)).map(|(_, pair)| *pair)
    }
}

/// The bit of an interest: there are at most 64.
fn bit(interest: InterestIx) -> u64 {
    u32::try_from(interest.number()).ok().and_then(|number| 1_u64.checked_shl(number)).unwrap_or(0)
}

impl QuestionPair {
    fn merge(&mut self, other: Self) {
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

/// The questions that measure an interest, in file order.
pub(super) fn measuring(questionnaire: &Questionnaire, interest: InterestIx) -> Vec<QuestionIx> {
    let questions = questionnaire.questions.indexed();
    questions.filter(|(_, of)| of.weight(interest) > 0.0).map(|(question, _)| question).collect()
}

fn passed_over<'de, D: Deserializer<'de>>(from: D) -> Result<(), D::Error> {
    IgnoredAny::deserialize(from).map(drop)
}
