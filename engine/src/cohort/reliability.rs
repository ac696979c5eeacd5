//! How well the questions of an interest hang together.

use super::FEWEST_PEOPLE;
use super::items::Items;
use super::question_pairs::QuestionPair;
use super::spread::{alpha, spread};
use crate::catalogue::QuestionIx;

/// What is told of the questions of one interest that anybody answered. Their pairs, which may
/// be many, are not kept for it.
#[derive(Debug, Clone)]
pub(super) struct ScaleFigures {
    /// How many people the least known covariance rests on; 0 without a pair.
    pub(super) people: u64,
    /// Cronbach's alpha (1951, doi 10.1007/BF02310555) of the score as it is
    /// made, each question weighing by its loading: at most 1; `None` for fewer
    /// than two questions or [`FEWEST_PEOPLE`], if all scores are alike, or if those who
    /// answered both of two questions are too unlike those who answered one.
    pub(super) alpha: Option<f64>,
    /// For each question the correlation of its answers with
    /// the score that the others give, -1 to 1; `None` as for alpha.
    pub(super) item_rest: Vec<(QuestionIx, Option<f64>)>,
}

/// The questions of one interest that anybody answered: their loadings,
/// variances and covariances.
///
/// A covariance is of those who answered both questions, a variance of all who
/// answered the one: with complete answers these are the usual ones, and where
/// different people were asked different questions nobody is left out.
struct InterestScale {
    items: Vec<Item>,
    /// Of the weighted answers, `[i][j]` the same both ways; 0 on the diagonal.
    covariances: Vec<Vec<f64>>,
    people: Option<u64>,
}

#[derive(Debug, Clone, Copy)]
struct Item {
    question: QuestionIx,
    loading: f64,
    variance: f64,
}

impl ScaleFigures {
    /// Of the questions with these loadings on an interest, in order; `pairs` has what was
    /// counted of each with each, in order.
    pub(super) fn of(
        counted: &Items,
        pairs: impl Iterator<Item = QuestionPair>,
        loadings: &[(QuestionIx, f64)],
    ) -> Self {
        let scale = InterestScale::of(counted, pairs, loadings);
        let people = scale.people.unwrap_or(0);
        let sums: Vec<f64> = scale.covariances.iter().map(|row| row.iter().sum()).collect();
        let own = scale.items.iter().map(Item::own).sum::<f64>();
        let total = own + sums.iter().sum::<f64>();
        let is_known = people >= FEWEST_PEOPLE;
        let items = scale.items.iter().zip(&sums);
        let item_rest = items.map(|(item, together)| {
            let value = item.correlation(*together, total).filter(|_| is_known);
            (item.question, value)
        });
        Self {
            people,
            alpha: alpha(scale.items.len(), own, total).filter(|_| is_known),
            item_rest: item_rest.collect(),
        }
    }

    /// The questions that anybody answered.
    pub(super) fn questions(&self) -> impl Iterator<Item = QuestionIx> {
        self.item_rest.iter().map(|(question, _)| *question)
    }

    /// How many questions anybody answered.
    pub(super) fn size(&self) -> usize {
        self.item_rest.len()
    }
}

impl Item {
    /// The variance of its weighted answers.
    fn own(&self) -> f64 {
        self.loading * self.loading * self.variance
    }

    /// The correlation of its answers with the sum of the others: it has covariances of
    /// `together` with them, and `total` is the variance of the sum of all.
    fn correlation(&self, together: f64, total: f64) -> Option<f64> {
        let others = total - 2.0 * together - self.own();
        // Where the others do not vary at all, rounding leaves a little.
        let others = if others < 1e-12 * total { 0.0 } else { others };
        // The loading of the question itself is no part of its answers.
        let spread = self.loading * (self.variance * others).sqrt();
        (spread > 1e-12).then(|| (together / spread).clamp(-1.0, 1.0))
    }
}

impl InterestScale {
    fn of(
        counted: &Items,
        mut pairs: impl Iterator<Item = QuestionPair>,
        loadings: &[(QuestionIx, f64)],
    ) -> Self {
        let counts = |question: QuestionIx| {
            counted.questions.get(question.number()).map_or(&[][..], Vec::as_slice)
        };
        let answered: Vec<bool> =
            loadings.iter().map(|(of, _)| counts(*of).iter().any(|count| *count > 0)).collect();
        let largest = loadings.iter().map(|(_, loading)| *loading).fold(0.0, f64::max);
        let mut scale = Self { items: Vec::new(), covariances: Vec::new(), people: None };
        for ((question, loading), answered) in loadings.iter().zip(&answered) {
            if *answered {
                let variance = spread(counts(*question)).variance;
                let loading = loading / largest;
                scale.items.push(Item { question: *question, loading, variance });
            }
        }
        let size = scale.items.len();
        scale.covariances = vec![vec![0.0; size]; size];
        let mut left = 0;
        for (place, is_left) in answered.iter().enumerate() {
            let mut right = left + 1;
            for is_right in answered.iter().skip(place + 1) {
                let Some(pair) = pairs.next() else { break };
                if *is_left && *is_right {
                    scale.join(left, right, pair);
                }
                right += usize::from(*is_right);
            }
            left += usize::from(*is_left);
        }
        scale
    }

    fn join(&mut self, left: usize, right: usize, pair: QuestionPair) {
        let Some((one, other)) = self.items.get(left).zip(self.items.get(right)) else { return };
        let covariance = one.loading * other.loading * pair.covariance();
        for (one, other) in [(left, right), (right, left)] {
            if let Some(place) = self.covariances.get_mut(one).and_then(|row| row.get_mut(other)) {
                *place = covariance;
            }
        }
        self.people = Some(self.people.map_or(pair.0, |people| people.min(pair.0)));
    }
}
