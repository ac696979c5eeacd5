//! What is counted of those who answered every question on an interest.

use serde::{Deserialize, Serialize};

use super::FEWEST_PEOPLE;
use super::disclosure::Base;
use super::exact::{Exact, add_counts, count_one, real};
use super::spread::{alpha, spread};
use crate::catalogue::{InterestIx, Questionnaire};

/// For every interest the questions on it, in order, by their places and by their loadings in
/// units of the largest.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LoadedQuestions(Vec<Vec<(usize, f64)>>);

/// Counts of those who answered every question on an interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CompleteAnswers {
    /// For each question on it, how often each answer was given, the lowest first; a reversed
    /// question is turned round.
    pub(super) questions: Vec<Vec<u64>>,
    /// The sum of the squares of each person's total, the answers weighing by their loadings.
    pub(super) squares: Exact,
}

// A loading is a number above 0, and so equal to itself.
impl Eq for LoadedQuestions {}

impl LoadedQuestions {
    pub(super) fn of(questionnaire: &Questionnaire) -> Self {
        let of = |interest: InterestIx| {
            let questions = questionnaire.questions.iter().enumerate();
            let loaded = questions.map(|(place, of)| (place, of.weight(interest)));
            let loaded: Vec<(usize, f64)> = loaded.filter(|(_, weight)| *weight > 0.0).collect();
            let largest = loaded.iter().map(|(_, weight)| *weight).fold(0.0, f64::max);
            loaded.into_iter().map(|(place, weight)| (place, weight / largest)).collect()
        };
        Self(questionnaire.interests.indices().map(of).collect())
    }

    /// Nobody's answers, with so many points to choose from.
    pub(super) fn nobody(&self, points: usize) -> Vec<CompleteAnswers> {
        let of = |of: &Vec<(usize, f64)>| CompleteAnswers {
            questions: vec![vec![0; points]; of.len()],
            squares: Exact::default(),
        };
        self.0.iter().map(of).collect()
    }

    /// Each interest's questions with what is counted of them.
    pub(super) fn counted<'c>(
        &'c self,
        complete: &'c [CompleteAnswers],
    ) -> impl Iterator<Item = (&'c [(usize, f64)], &'c CompleteAnswers)> + 'c {
        self.0.iter().map(Vec::as_slice).zip(complete)
    }

    /// Counts a person, whose answers have these values, those to reversed questions turned round.
    pub(super) fn add(&self, complete: &mut [CompleteAnswers], values: &[Option<u64>]) {
        for (questions, complete) in self.0.iter().zip(complete) {
            let answers = questions.iter().map(|(place, loading)| {
                values.get(*place).copied().flatten().map(|value| (value, *loading))
            });
            if let Some(answers) = answers.collect::<Option<Vec<(u64, f64)>>>() {
                complete.add(&answers);
            }
        }
    }
}

impl CompleteAnswers {
    fn add(&mut self, answers: &[(u64, f64)]) {
        for (counts, (value, _)) in self.questions.iter_mut().zip(answers) {
            let place = usize::try_from(value.saturating_sub(1)).unwrap_or(usize::MAX);
            count_one(counts, place);
        }
        let total: f64 = answers.iter().map(|(value, loading)| real(*value) * loading).sum();
        self.squares.add(total * total);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (to, from) in self.questions.iter_mut().zip(&other.questions) {
            add_counts(to, from);
        }
        self.squares.merge(other.squares);
    }

    /// How many answered every question; 0 where there is none.
    pub(super) fn people(&self) -> u64 {
        self.questions.first().map_or(0, |counts| spread(counts).people)
    }

    /// Whether no answer of these people can be worked out from a figure of all of them.
    pub(super) fn is_safe(&self) -> bool {
        self.questions.iter().all(|counts| Base::of(self.people(), counts).is_safe())
    }

    /// The alpha of these people (listwise deletion); `None` for fewer than two questions or
    /// [`FEWEST_PEOPLE`], and if all totals are alike.
    pub(super) fn alpha(&self, questions: &[(usize, f64)]) -> Option<f64> {
        let people = self.people();
        if people < FEWEST_PEOPLE || self.questions.len() < 2 {
            return None;
        }
        let own: f64 = self.loaded(questions).map(|of| of.variance).sum();
        let sum: f64 = self.loaded(questions).map(|of| of.sum).sum();
        let squares = self.squares.value() - sum * sum / real(people);
        alpha(self.questions.len(), own, squares / (real(people) - 1.0))
    }

    /// What each question adds to the total.
    pub(super) fn loaded<'c>(
        &'c self,
        questions: &'c [(usize, f64)],
    ) -> impl Iterator<Item = LoadedAnswers> + 'c {
        self.questions.iter().zip(questions).map(|(counts, (_, loading))| {
            let of = spread(counts);
            let variance = loading * loading * of.variance;
            LoadedAnswers { sum: loading * of.mean * real(of.people), variance }
        })
    }
}

/// The answers to a question, by its loading.
#[derive(Debug, Clone, Copy)]
pub(super) struct LoadedAnswers {
    pub(super) sum: f64,
    pub(super) variance: f64,
}
