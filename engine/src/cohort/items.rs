//! What is counted of the questions, alone and in pairs.

use serde::{Deserialize, Serialize};

use super::exact::{add_count, add_counts, count_one, real};
use crate::catalogue::{Catalogue, Each, Interest, InterestIx, QuestionIx, Questionnaire};
use crate::sheet::Answers;

/// Counts of answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Items {
    /// For each question, how often each answer was given, the lowest first.
    pub(super) questions: Vec<Vec<u64>>,
    /// For each interest, the pairs of the questions that measure it: first
    /// with second, first with third, and so on.
    pub(super) pairs: Vec<Vec<QuestionPair>>,
}

/// What is counted of those who answered both of two questions: how many they
/// are, the sums of their answers, and the sum of the products. An answer to a
/// reversed question is turned round first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct QuestionPair(pub(super) u64, pub(super) u64, pub(super) u64, pub(super) u64);

impl Items {
    /// Of nobody yet.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let questionnaire = catalogue.questionnaire();
        let points = usize::from(questionnaire.scale.len());
        let pairs = |interest| {
            let items = measuring(questionnaire, interest).len();
            vec![QuestionPair::default(); items * items.saturating_sub(1) / 2]
        };
        Self {
            questions: vec![vec![0; points]; questionnaire.questions.len()],
            pairs: questionnaire.interests.indices().map(pairs).collect(),
        }
    }

    /// Counts a person's answers.
    pub(super) fn add(&mut self, scales: &Each<Interest, Vec<QuestionIx>>, answers: &Answers<'_>) {
        for (counts, point) in self.questions.iter_mut().zip(answers.iter()) {
            if let Some(point) = point {
                count_one(counts, usize::from(point.number()) - 1);
            }
        }
        let highest = self.questions.first().map_or(0, Vec::len) as u64;
        let questions = &answers.catalogue().questionnaire().questions;
        let value = |item: &QuestionIx| {
            let number = u64::from(answers.get(*item)?.number());
            Some(if questions[*item].reversed { highest + 1 - number } else { number })
        };
        let mut values = Vec::new();
        for (items, pairs) in scales.iter().zip(&mut self.pairs) {
            values.clear();
            values.extend(items.iter().map(value));
            let mut pairs = pairs.iter_mut();
            for (place, left) in values.iter().enumerate() {
                for right in values.iter().skip(place + 1) {
                    let Some(pair) = pairs.next() else { break };
                    if let Some((left, right)) = left.zip(*right) {
                        pair.merge(QuestionPair(1, left, right, left * right));
                    }
                }
            }
        }
    }

    /// Counts all that `other` has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        for (to, from) in self.questions.iter_mut().zip(&other.questions) {
            add_counts(to, from);
        }
        for (to, from) in self.pairs.iter_mut().flatten().zip(other.pairs.iter().flatten()) {
            to.merge(*from);
        }
    }

    /// Whether `other` counts the same things.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let shape = |of: &Self| {
            let questions: Vec<usize> = of.questions.iter().map(Vec::len).collect();
            (questions, of.pairs.iter().map(Vec::len).collect::<Vec<usize>>())
        };
        shape(self) == shape(other)
    }
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
