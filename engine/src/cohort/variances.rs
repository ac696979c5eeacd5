//! What a cohort says of how exactly the answers measure.

use serde::{Deserialize, Serialize};

use super::FEWEST_PEOPLE;
use super::exact::{Exact, add_count};
use crate::sheet::Answers;

/// Sums of squares, within a person's interests and between them.
///
/// With x = true interest + error, an interest's score u = Σ l x / Σ l over
/// the person's answers to it rests on k = (Σ l)² / Σ l² of them. Then
/// - Σ l (x - u)² is expected to be noise · (Σ l - Σ l² / Σ l), and
/// - Σ (u - m)² over the person's M scores is expected to be
///   signal · (M - 1) + noise · (1 - 1/M) · Σ 1/k,
///
/// which give both variances once they are summed over people (the method of
/// moments, as in an analysis of variance). Only questions that measure one
/// interest take part, since what others say is not an interest's alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Variances {
    pub(super) people: u64,
    pub(super) within: Exact,
    pub(super) within_freedom: Exact,
    pub(super) between: Exact,
    pub(super) between_freedom: u64,
    pub(super) between_noise: Exact,
}

/// The two variances and the standard error of each, in squared coordinate units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Estimated {
    pub(super) noise: f64,
    pub(super) noise_error: f64,
    pub(super) signal: f64,
    pub(super) signal_error: f64,
}

/// A person's answers on one interest.
#[derive(Clone, Copy, Default)]
struct InterestSums {
    /// The largest loading: the others are told in its parts, so that no
    /// catalogue's scale of loadings is too large or too small to square.
    unit: f64,
    total: f64,
    squares: f64,
    weighted: f64,
    weighted_squares: f64,
}

impl Variances {
    /// Adds a person's answers, if they tell of both variances.
    pub(super) fn add(&mut self, answers: &Answers<'_>) {
        let sums = sums(answers);
        let scores: Vec<f64> = sums.iter().map(|of| of.weighted / of.total).collect();
        let within: f64 = sums.iter().map(InterestSums::spread).sum();
        let freedom: f64 = sums.iter().map(InterestSums::freedom).sum();
        // What rounding leaves of single answers is no freedom.
        if scores.len() < 2 || freedom < 1e-9 {
            return;
        }
        #[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
        let measured = scores.len() as f64;
        let mean = scores.iter().sum::<f64>() / measured;
        let evidence: f64 = sums.iter().map(|of| of.squares / (of.total * of.total)).sum();
        add_count(&mut self.people, 1);
        self.within.add(within);
        self.within_freedom.add(freedom);
        self.between.add(scores.iter().map(|score| (score - mean) * (score - mean)).sum());
        add_count(&mut self.between_freedom, scores.len() as u64 - 1);
        self.between_noise.add((1.0 - 1.0 / measured) * evidence);
    }

    /// Adds everybody who was added to `other`.
    pub(super) fn merge(&mut self, other: Self) {
        add_count(&mut self.people, other.people);
        self.within.merge(other.within);
        self.within_freedom.merge(other.within_freedom);
        self.between.merge(other.between);
        add_count(&mut self.between_freedom, other.between_freedom);
        self.between_noise.merge(other.between_noise);
    }

    /// The variances; `None` for fewer than [`FEWEST_PEOPLE`], or where people
    /// differ no more between interests than within them.
    ///
    /// The standard errors are those of a variance of normal deviates,
    /// √(2 / freedom) times the variance; that of the signal takes the noise as
    /// known, which it is far better than the signal.
    pub(super) fn estimate(self) -> Option<Estimated> {
        if self.people < FEWEST_PEOPLE {
            return None;
        }
        let noise = self.within.value() / self.within_freedom.value();
        let freedom = super::exact::real(self.between_freedom);
        let between = self.between.value() / freedom;
        let signal = between - noise * self.between_noise.value() / freedom;
        let usable = noise.is_finite() && noise >= 0.0 && signal.is_finite() && signal > 0.0;
        usable.then(|| Estimated {
            noise,
            noise_error: noise * (2.0 / self.within_freedom.value()).sqrt(),
            signal,
            signal_error: between * (2.0 / freedom).sqrt(),
        })
    }
}

impl InterestSums {
    /// Σ l (x - u)²; what rounding puts below 0 is 0.
    fn spread(&self) -> f64 {
        (self.weighted_squares - self.weighted * self.weighted / self.total).max(0.0)
    }

    fn freedom(&self) -> f64 {
        self.total - self.squares / self.total
    }
}

/// The sums of the interests that were answered.
fn sums(answers: &Answers<'_>) -> Vec<InterestSums> {
    let questionnaire = answers.catalogue().questionnaire();
    let mut sums = questionnaire.interests.each(InterestSums::default());
    let single = answers.answered_questions().filter_map(|(_, of, point)| {
        let [loading] = of.loadings.as_slice() else { return None };
        Some((loading, of.coordinate(&questionnaire.scale, point)))
    });
    let single: Vec<_> = single.collect();
    for (loading, _) in &single {
        let of = &mut sums[loading.interest];
        of.unit = of.unit.max(loading.weight);
    }
    for (loading, coordinate) in single {
        let of = &mut sums[loading.interest];
        let weight = loading.weight / of.unit;
        of.total += weight;
        of.squares += weight * weight;
        of.weighted += weight * coordinate;
        of.weighted_squares += weight * coordinate * coordinate;
    }
    sums.iter().filter(|of| of.total > 0.0).copied().collect()
}
