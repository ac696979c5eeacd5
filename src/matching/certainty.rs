//! How sure a ranking is.

use super::deviates::{DRAWS, Deviates, LANES, Lanes};
use super::estimate::Estimate;
use super::ledger::pulls;
use super::ranking::Directions;
use crate::catalogue::Measurement;

/// The share of draws that the leading roles hold together.
pub const LEADING_SHARE: f64 = 0.8;

/// How often a role comes first.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Certainty {
    /// The share of draws of the true interests in which it does, 0 to 1: the
    /// chance that it is this person's best match.
    pub best: f64,
    /// The share of repeat sittings, one for each draw, in which it does, 0 to 1.
    pub retest: f64,
}

/// For each role, in file order, how often it comes first for a person with
/// this estimate. `deviates` are those of the catalogue's number of interests.
///
/// The true interests are drawn from Normal(e, v); a repeat sitting adds to
/// each measured one an error of variance noise / k and estimates anew.
#[must_use]
pub fn certainties(
    directions: &Directions,
    deviates: &Deviates,
    measurement: &Measurement,
    estimate: &Estimate,
) -> Vec<Certainty> {
    let error = estimate.interests.iter().map(|of| match of.score {
        Some(_) => (measurement.noise / of.evidence).sqrt(),
        None => 0.0,
    });
    let error: Vec<f64> = error.collect();
    let spread = spread(estimate);
    let mut truly = Race::of(directions, estimate, <[f64]>::to_vec);
    let mut again = Race::of(directions, estimate, |parts| pulls(estimate, parts));
    let mut interests = vec![[0.0; LANES]; spread.len()];
    for (truth, errors) in deviates.blocks() {
        for ((interest, truth), spread) in interests.iter_mut().zip(truth).zip(&spread) {
            *interest = truth.map(|value| spread * value);
        }
        truly.run(&interests);
        for ((interest, errors), error) in interests.iter_mut().zip(errors).zip(&error) {
            for (value, deviate) in interest.iter_mut().zip(errors) {
                *value += error * deviate;
            }
        }
        again.run(&interests);
    }
    let certainty = |(best, retest)| Certainty { best, retest };
    truly.shares(directions).into_iter().zip(again.shares(directions)).map(certainty).collect()
}

/// For each role, in file order, its chance to be best: the `best` of
/// [`certainties`], for whoever needs no more.
#[must_use]
pub fn chances(directions: &Directions, deviates: &Deviates, estimate: &Estimate) -> Vec<f64> {
    let spread = spread(estimate);
    let mut truly = Race::of(directions, estimate, <[f64]>::to_vec);
    let mut interests = vec![[0.0; LANES]; spread.len()];
    for (truth, _) in deviates.blocks() {
        for ((interest, truth), spread) in interests.iter_mut().zip(truth).zip(&spread) {
            *interest = truth.map(|value| spread * value);
        }
        truly.run(&interests);
    }
    truly.shares(directions)
}

/// The standard deviation of each true interest around its estimate.
fn spread(estimate: &Estimate) -> Vec<f64> {
    estimate.interests.iter().map(|of| of.variance.sqrt()).collect()
}

/// Who comes first, draw by draw. What orders the roles is the numerator of
/// their similarity alone, Σ w e: the denominator is the same for all of them.
struct Race {
    runners: Vec<Runner>,
    weights: Vec<f64>,
}

struct Runner {
    /// What the estimate gives.
    numerator: f64,
    /// In how many draws it came first.
    firsts: u16,
}

impl Race {
    /// `weigh` turns a role's direction into the weights of the interests.
    fn of(
        directions: &Directions,
        estimate: &Estimate,
        weigh: impl Fn(&[f64]) -> Vec<f64>,
    ) -> Self {
        let mut race = Self { runners: Vec::new(), weights: Vec::new() };
        for (_, direction) in directions.contenders() {
            let weights = weigh(direction.parts());
            let paired = weights.iter().zip(&estimate.interests);
            let numerator = paired.map(|(weight, of)| weight * of.value).sum();
            race.runners.push(Runner { numerator, firsts: 0 });
            race.weights.extend(weights);
        }
        race
    }

    /// Counts who is first if the interests differ from the estimate by this.
    fn run(&mut self, interests: &[Lanes]) {
        let mut highest = [f64::NEG_INFINITY; LANES];
        let mut first = [0_usize; LANES];
        let weights = self.weights.chunks_exact(interests.len().max(1));
        for (number, (runner, weights)) in self.runners.iter().zip(weights).enumerate() {
            let mut totals = [runner.numerator; LANES];
            for (weight, values) in weights.iter().zip(interests) {
                for (total, value) in totals.iter_mut().zip(values) {
                    *total += weight * value;
                }
            }
            for ((total, highest), first) in totals.iter().zip(&mut highest).zip(&mut first) {
                let ahead = total > highest;
                *highest = if ahead { *total } else { *highest };
                *first = if ahead { number } else { *first };
            }
        }
        for number in first {
            if let Some(runner) = self.runners.get_mut(number) {
                runner.firsts += 1;
            }
        }
    }

    /// For each role, in file order, the share of draws in which it came first.
    fn shares(&self, directions: &Directions) -> Vec<f64> {
        let mut shares = vec![0.0; directions.len()];
        for ((role, _), runner) in directions.contenders().zip(&self.runners) {
            if let Some(place) = shares.get_mut(role) {
                *place = share(runner.firsts);
            }
        }
        shares
    }
}

#[expect(clippy::cast_precision_loss, reason = "the number of draws is small")]
fn share(count: u16) -> f64 {
    f64::from(count) / DRAWS as f64
}

/// The leading roles: the smallest set, taken by falling chance of being best,
/// that holds at least [`LEADING_SHARE`] of the draws. The answers do not tell
/// them apart. `ranked` are the numbers of the roles that can be matched, in the
/// order in which equal chances go; `best` is the chance of each role.
#[must_use]
pub fn leading(ranked: &[usize], best: &[f64]) -> Vec<usize> {
    let chance = |role: usize| best.get(role).copied().unwrap_or(0.0);
    let mut roles = ranked.to_vec();
    roles.sort_by(|left, right| chance(*right).total_cmp(&chance(*left)));
    let mut held = 0.0;
    let enough = roles.iter().position(|role| {
        held += chance(*role);
        held >= LEADING_SHARE
    });
    roles.truncate(enough.map_or(roles.len(), |last| last + 1));
    roles
}
