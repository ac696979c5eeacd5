//! How well the questions of an interest hang together.

use super::FEWEST_PEOPLE;
use super::exact::real;
use super::items::{Items, QuestionPair};
use crate::catalogue::{InterestIx, QuestionIx};

/// The questions of one interest that anybody answered: their loadings,
/// variances and covariances.
///
/// A covariance is of those who answered both questions, a variance of all who
/// answered the one: with complete answers these are the usual ones, and where
/// different people were asked different questions nobody is left out.
#[derive(Debug)]
pub(super) struct InterestScale {
    items: Vec<Item>,
    /// `[i][j]`, the same both ways; `None` on the diagonal.
    pairs: Vec<Vec<Option<QuestionPair>>>,
}

#[derive(Debug, Clone, Copy)]
struct Item {
    question: QuestionIx,
    loading: f64,
    variance: f64,
}

impl InterestScale {
    /// The scale of `interest`, measured by these questions with these loadings.
    pub(super) fn of(
        counted: &Items,
        interest: InterestIx,
        loadings: &[(QuestionIx, f64)],
    ) -> Self {
        let counts = |question: QuestionIx| {
            counted.questions.get(question.number()).map_or(&[][..], Vec::as_slice)
        };
        let answered: Vec<bool> =
            loadings.iter().map(|(of, _)| counts(*of).iter().any(|count| *count > 0)).collect();
        let largest = loadings.iter().map(|(_, loading)| *loading).fold(0.0, f64::max);
        let mut scale = Self { items: Vec::new(), pairs: Vec::new() };
        for ((question, loading), answered) in loadings.iter().zip(&answered) {
            if *answered {
                let variance = spread(counts(*question)).variance;
                let loading = loading / largest;
                scale.items.push(Item { question: *question, loading, variance });
            }
        }
        let size = scale.items.len();
        scale.pairs = vec![vec![None; size]; size];
        let all = counted.pairs.get(interest.number()).map_or(&[][..], Vec::as_slice);
        let mut pairs = all.iter();
        let mut left = 0;
        for (place, is_left) in answered.iter().enumerate() {
            let mut right = left + 1;
            for is_right in answered.iter().skip(place + 1) {
                let Some(pair) = pairs.next() else { break };
                if *is_left && *is_right {
                    scale.join(left, right, *pair);
                }
                right += usize::from(*is_right);
            }
            left += usize::from(*is_left);
        }
        scale
    }

    fn join(&mut self, left: usize, right: usize, pair: QuestionPair) {
        for (one, other) in [(left, right), (right, left)] {
            if let Some(place) = self.pairs.get_mut(one).and_then(|row| row.get_mut(other)) {
                *place = Some(pair);
            }
        }
    }

    /// The questions that anybody answered.
    pub(super) fn questions(&self) -> impl Iterator<Item = QuestionIx> {
        self.items.iter().map(|item| item.question)
    }

    /// How many questions anybody answered.
    pub(super) fn size(&self) -> usize {
        self.items.len()
    }

    /// How many people the least known covariance rests on; 0 without a pair.
    pub(super) fn people(&self) -> u64 {
        self.pairs.iter().flatten().flatten().map(|pair| pair.0).min().unwrap_or(0)
    }

    /// Cronbach's alpha (1951, doi 10.1007/BF02310555) of the score as it is
    /// made, each question weighing by its loading: at most 1; `None` for fewer
    /// than two questions or [`FEWEST_PEOPLE`], if all scores are alike, or if those who
    /// answered both of two questions are too unlike those who answered one.
    pub(super) fn alpha(&self) -> Option<f64> {
        if self.people() < FEWEST_PEOPLE {
            return None;
        }
        let places: Vec<usize> = (0..self.size()).collect();
        let own: f64 =
            self.items.iter().map(|item| item.loading * item.loading * item.variance).sum();
        let total = self.variance(&places);
        #[expect(clippy::cast_precision_loss, reason = "there are at most 1,000 questions")]
        let size = self.size() as f64;
        let alpha = (total > 1e-12).then(|| size / (size - 1.0) * (1.0 - own / total));
        // Covariances of few and variances of many can come to more than there is.
        alpha.filter(|alpha| *alpha <= 1.0 + 1e-9)
    }

    /// For each question the correlation of its answers with
    /// the score that the others give, -1 to 1; `None` as for alpha.
    pub(super) fn item_rest(&self) -> Vec<(QuestionIx, Option<f64>)> {
        let is_known = self.people() >= FEWEST_PEOPLE;
        let of = |(place, item): (usize, &Item)| {
            let others: Vec<usize> = (0..self.size()).filter(|other| *other != place).collect();
            let together: f64 = others.iter().map(|other| self.shared(place, *other)).sum();
            // The loading of the question itself is no part of its answers.
            let spread = item.loading * (item.variance * self.variance(&others)).sqrt();
            let value = (is_known && spread > 1e-12).then(|| (together / spread).clamp(-1.0, 1.0));
            (item.question, value)
        };
        self.items.iter().enumerate().map(of).collect()
    }

    /// The variance of the weighted sum of the answers to these questions.
    fn variance(&self, places: &[usize]) -> f64 {
        let rows = places
            .iter()
            .map(|left| places.iter().map(|right| self.shared(*left, *right)).sum::<f64>());
        rows.sum()
    }

    /// The covariance of two weighted answers, or the variance of one.
    fn shared(&self, left: usize, right: usize) -> f64 {
        let items = self.items.get(left).zip(self.items.get(right));
        let Some((one, other)) = items else { return 0.0 };
        let pair = self.pairs.get(left).and_then(|row| row.get(right)).copied().flatten();
        let shared =
            if left == right { one.variance } else { pair.map_or(0.0, QuestionPair::covariance) };
        one.loading * other.loading * shared
    }
}

/// The mean and the spread of answers that were counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    pub(super) people: u64,
    /// From 1; 0 if there are none.
    pub(super) mean: f64,
    /// With one less than the people as divisor; 0 for fewer than two.
    pub(super) variance: f64,
}

/// The spread of answers from how often each was given, the lowest first.
pub(super) fn spread(counts: &[u64]) -> Spread {
    let people = counts.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
    if people == 0 {
        return Spread { people, mean: 0.0, variance: 0.0 };
    }
    let points = || (1_u32..).map(f64::from).zip(counts.iter().map(|count| real(*count)));
    let mean = points().map(|(point, count)| point * count).sum::<f64>() / real(people);
    let squares: f64 =
        points().map(|(point, count)| count * ((point - mean) * (point - mean))).sum();
    let variance = if people < 2 { 0.0 } else { squares / (real(people) - 1.0) };
    Spread { people, mean, variance }
}
