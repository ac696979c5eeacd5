//! How many people the signs flag, of those who answer with care and of others.

use std::ops::Range;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{SignIndex, Thresholds, signs};
use crate::catalogue::{Catalogue, Measurement, Point};
use crate::parallel::map_each;
use crate::sheet::Answers;
use crate::simulation::simulate_as;

/// Other respondents than those who set the thresholds.
const RESPONDENTS: Range<usize> = 4_000..8_000;

/// Fixed, so that the same shares are told on every run and machine.
const SEED: u64 = 0x7369_676e_7331;

/// The shares of simulated respondents, 0 to 1, whom one index flags.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct FlaggedShares {
    /// Which index.
    pub index: SignIndex,
    /// Of those who answer with care.
    pub careful: f64,
    /// Of those who answer with care and skip seven questions in ten.
    pub careful_skipping: f64,
    /// Of those who answer at random.
    pub random: f64,
    /// Of those who answer half of the questions with care and the others at random.
    pub half_random: f64,
}

impl FlaggedShares {
    /// The share of those flagged who answer with care, where so many answer at random, 0 to
    /// 1; `None` if nobody is flagged.
    ///
    /// ```
    /// use rolefit_engine::signs::{FlaggedShares, SignIndex};
    ///
    /// let shares = FlaggedShares {
    ///     index: SignIndex::Consistency,
    ///     careful: 0.05,
    ///     careful_skipping: 0.05,
    ///     random: 0.15,
    ///     half_random: 0.1,
    /// };
    /// // 0.9 × 0.05 of 0.9 × 0.05 + 0.1 × 0.15.
    /// assert!(shares.careful_among(0.1).is_some_and(|share| (share - 0.75).abs() < 1e-12));
    /// ```
    #[must_use]
    pub fn careful_among(&self, at_random: f64) -> Option<f64> {
        let careful = (1.0 - at_random) * self.careful;
        let all = careful + at_random * self.random;
        (all > 0.0).then(|| careful / all)
    }
}

/// How many simulated respondents each index flags, if `measurement` holds of them.
#[must_use]
pub fn flagged_shares(
    catalogue: &Catalogue,
    measurement: &Measurement,
    thresholds: &Thresholds,
) -> Vec<FlaggedShares> {
    let people = simulate_as(catalogue, measurement, RESPONDENTS);
    let numbered: Vec<_> = (0..).zip(&people).collect();
    let flagged = map_each(&numbered, |(number, person)| {
        let mut rng = ChaCha8Rng::seed_from_u64(SEED);
        rng.set_stream(*number);
        let ways = careless_ways(&person.answers, &mut rng);
        ways.map(|answers| signs(&answers, thresholds).iter().map(|sign| sign.flagged).collect())
    });
    let share = |place: usize, way: usize| {
        let is_flagged = |of: &&[Vec<bool>; 4]| {
            of.get(way).and_then(|flags| flags.get(place)).copied().unwrap_or(false)
        };
        part(flagged.iter().filter(is_flagged).count(), flagged.len())
    };
    let shares = |(place, index): (usize, SignIndex)| FlaggedShares {
        index,
        careful: share(place, 0),
        careful_skipping: share(place, 1),
        random: share(place, 2),
        half_random: share(place, 3),
    };
    SignIndex::ALL.into_iter().enumerate().map(shares).collect()
}

/// The answers as they are, with many skipped, at random, and half of them at random.
fn careless_ways<'c>(answers: &Answers<'c>, rng: &mut impl Rng) -> [Answers<'c>; 4] {
    let mut ways = [answers.clone(), answers.clone(), answers.clone(), answers.clone()];
    let [_, skipping, random, half] = &mut ways;
    let questions = &answers.catalogue().questionnaire().questions;
    let points: Vec<Point> = answers.catalogue().questionnaire().scale.points().collect();
    for question in questions.indices() {
        if rng.next_u32() % 10 < 7 {
            skipping.set(question, None);
        }
        let point = points.get(rng.next_u32() as usize % points.len()).copied();
        random.set(question, point);
        if rng.next_u32().is_multiple_of(2) {
            half.set(question, point);
        }
    }
    ways
}

#[expect(clippy::cast_precision_loss, reason = "the numbers of respondents are small")]
fn part(some: usize, all: usize) -> f64 {
    some as f64 / all as f64
}
