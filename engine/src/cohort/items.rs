//! What is counted of the questions, alone and in pairs.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use super::exact::{add_counts, count_one};
use super::listwise::{CompleteAnswers, LoadedQuestions};
use super::other_interests::{OtherInterestSums, OtherInterests};
use super::person::Person;
use super::question_pairs::{MeasuredTogether, QuestionPair};
use crate::catalogue::{InterestIx, Question, QuestionIx, Questionnaire};

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
    /// For each question, with each interest that it does not measure. Version 3 had none.
    #[serde(default)]
    pub(super) other_interests: Vec<OtherInterestSums>,
    /// For each interest, of those who answered every question on it. Version 3 had none.
    #[serde(default)]
    pub(super) complete: Vec<CompleteAnswers>,
    /// What version 2 had instead. It is passed over, so that the version can be told.
    #[serde(default, skip_serializing, deserialize_with = "passed_over")]
    pairs: (),
}

/// What is counted, and in which place: the same for every person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ItemPlan {
    pub(super) together: MeasuredTogether,
    pub(super) others: OtherInterests,
    pub(super) loaded: LoadedQuestions,
}

impl ItemPlan {
    pub(super) fn of(questionnaire: &Questionnaire) -> Self {
        let together = MeasuredTogether::of(questionnaire);
        let others = OtherInterests::of(questionnaire, &together);
        Self { together, others, loaded: LoadedQuestions::of(questionnaire) }
    }
}

impl Items {
    /// Of nobody yet.
    pub(super) fn of(questionnaire: &Questionnaire, plan: &ItemPlan) -> Self {
        let points = usize::from(questionnaire.scale.len());
        Self {
            questions: vec![vec![0; points]; questionnaire.questions.len()],
            question_pairs: vec![QuestionPair::default(); plan.together.pairs().len()],
            other_interests: vec![OtherInterestSums::default(); plan.others.len()],
            complete: plan.loaded.nobody(points),
            pairs: (),
        }
    }

    /// Counts a person's answers.
    pub(super) fn add(&mut self, plan: &ItemPlan, person: &Person<'_>) {
        let answers = &person.answers;
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
        for ((left, right), pair) in plan.together.pairs().iter().zip(&mut self.question_pairs) {
            if let Some((left, right)) = value(*left).zip(value(*right)) {
                pair.merge(QuestionPair(1, left, right, left * right));
            }
        }
        plan.others.add(&mut self.other_interests, person, &values);
        plan.loaded.add(&mut self.complete, &values);
    }

    /// Counts all that `other` has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        for (to, from) in self.questions.iter_mut().zip(&other.questions) {
            add_counts(to, from);
        }
        for (to, from) in self.question_pairs.iter_mut().zip(&other.question_pairs) {
            to.merge(*from);
        }
        for (to, from) in self.other_interests.iter_mut().zip(&other.other_interests) {
            to.merge(from);
        }
        for (to, from) in self.complete.iter_mut().zip(&other.complete) {
            to.merge(from);
        }
    }

    /// Whether `other` counts the same things.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let lengths = |of: &[Vec<u64>]| -> Vec<usize> { of.iter().map(Vec::len).collect() };
        let shape = |of: &Self| {
            let complete = of.complete.iter().map(|of| lengths(&of.questions));
            let complete: Vec<Vec<usize>> = complete.collect();
            let pairs = (of.question_pairs.len(), of.other_interests.len());
            (lengths(&of.questions), pairs, complete)
        };
        shape(self) == shape(other)
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
