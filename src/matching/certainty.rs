//! How sure a ranking is.

use std::collections::HashSet;

use super::deviates::{DRAWS, Deviates};
use super::direction::Direction;
use super::estimate::Estimate;
use super::ledger::pulls;
use super::ranking::settled;
use crate::catalogue::{Careers, Measurement, Role};
use crate::sheet::Importance;

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

/// The chances of everyone who answered the same questions and weighs the
/// interests alike.
///
/// The true interests are drawn from Normal(e, v); a repeat sitting adds to
/// each measured one an error of variance noise / k and estimates anew. Either
/// way the numerator of a role's similarity, Σ p z e, is what the estimate
/// gives plus a term that depends on the draw and on which questions were
/// answered, and not on how. The denominator is the same for every role.
#[derive(Debug, Clone)]
pub struct Odds {
    roles: usize,
    interests: usize,
    contenders: Vec<Contender>,
}

/// A role that can be matched: the weights of everything that adds to its
/// numerator, one an interest.
#[derive(Debug, Clone)]
struct Contender {
    role: usize,
    /// Of the estimate: p z.
    parts: Vec<f64>,
    /// Of the estimate in a repeat sitting.
    pulls: Vec<f64>,
    /// Of the deviates of the true interests: p z √v.
    truth: Vec<f64>,
    /// Of the same in a repeat sitting.
    repeat: Vec<f64>,
    /// Of the deviates of the errors of a repeat sitting.
    error: Vec<f64>,
}

impl Odds {
    /// The odds of those who answered what `estimate` rests on.
    #[must_use]
    pub fn of(
        careers: &Careers,
        measurement: &Measurement,
        estimate: &Estimate,
        importance: &Importance,
    ) -> Self {
        let interests = || estimate.interests.iter();
        let spread: Vec<f64> = interests().map(|of| of.variance.sqrt()).collect();
        let error = interests().map(|of| match of.score {
            Some(_) => (measurement.noise / of.evidence).sqrt(),
            None => 0.0,
        });
        let error: Vec<f64> = error.collect();
        let mut roles: Vec<_> = careers.roles.iter().enumerate().collect();
        // Of equally similar roles the first by id is first.
        roles.sort_by(|(_, left), (_, right)| left.id.cmp(&right.id));
        let mut seen = HashSet::new();
        let mut contender = |(role, entry): (usize, &Role)| {
            let parts = Direction::of(&entry.profile, importance)?.parts().to_vec();
            // A later one with the same direction could only win by rounding.
            if !seen.insert(parts.iter().map(|part| settled(*part).to_bits()).collect::<Vec<_>>()) {
                return None;
            }
            let pulls = pulls(estimate, &parts);
            let (truth, repeat) = (times(&parts, &spread), times(&pulls, &spread));
            let error = times(&pulls, &error);
            Some(Contender { role, parts, pulls, truth, repeat, error })
        };
        Self {
            roles: careers.roles.len(),
            interests: estimate.interests.len(),
            contenders: roles.into_iter().filter_map(&mut contender).collect(),
        }
    }

    /// For each role, in file order, how often it comes first for a person with
    /// this estimate, which rests on the same questions.
    #[must_use]
    pub fn certainties(&self, estimate: &Estimate) -> Vec<Certainty> {
        let deviates = Deviates::new(self.interests);
        let values = values(estimate);
        let again = self.numerators(&values, |contender| &contender.pulls);
        let mut counts = vec![0_u16; self.roles];
        for (truth, error) in deviates.draws() {
            let term = |of: &Contender| dot(&of.repeat, truth) + dot(&of.error, error);
            count(&mut counts, self.first(&again, term));
        }
        let best = self.best(estimate, &deviates);
        let certainty = |(best, again)| Certainty { best, retest: share(again) };
        best.into_iter().zip(counts).map(certainty).collect()
    }

    /// For each role, in file order, its chance to be best.
    #[must_use]
    pub fn best(&self, estimate: &Estimate, deviates: &Deviates) -> Vec<f64> {
        let numerators = self.numerators(&values(estimate), |contender| &contender.parts);
        let mut counts = vec![0_u16; self.roles];
        for (truth, _) in deviates.draws() {
            count(&mut counts, self.first(&numerators, |of| dot(&of.truth, truth)));
        }
        counts.into_iter().map(share).collect()
    }

    /// The chances to be best, prepared for many people: the draws' own terms
    /// are worked out once.
    #[must_use]
    pub fn prepared(self) -> PreparedOdds {
        let deviates = Deviates::new(self.interests);
        let terms = deviates
            .draws()
            .flat_map(|(truth, _)| self.contenders.iter().map(|of| dot(&of.truth, truth)))
            .collect();
        PreparedOdds { odds: self, terms }
    }

    fn numerators(&self, values: &[f64], of: impl Fn(&Contender) -> &Vec<f64>) -> Vec<f64> {
        self.contenders.iter().map(|contender| dot(of(contender), values)).collect()
    }

    /// The role whose numerator, with the draw's term added, is the highest.
    fn first(&self, numerators: &[f64], term: impl Fn(&Contender) -> f64) -> Option<usize> {
        let mut best = None;
        for (contender, numerator) in self.contenders.iter().zip(numerators) {
            let total = numerator + term(contender);
            if best.is_none_or(|(_, highest)| total > highest) {
                best = Some((contender.role, total));
            }
        }
        best.map(|(role, _)| role)
    }
}

/// [`Odds`] of which the terms of every draw are at hand.
#[derive(Debug, Clone)]
pub struct PreparedOdds {
    odds: Odds,
    terms: Vec<f64>,
}

impl PreparedOdds {
    /// For each role, in file order, its chance to be best; the same as
    /// [`Odds::certainties`] tells.
    #[must_use]
    pub fn best(&self, estimate: &Estimate) -> Vec<f64> {
        let numerators = self.odds.numerators(&values(estimate), |contender| &contender.parts);
        let mut counts = vec![0_u16; numerators.len()];
        for terms in self.terms.chunks_exact(numerators.len().max(1)) {
            let mut best = (0, f64::NEG_INFINITY);
            for (place, (numerator, term)) in numerators.iter().zip(terms).enumerate() {
                let total = numerator + term;
                if total > best.1 {
                    best = (place, total);
                }
            }
            if let Some(count) = counts.get_mut(best.0) {
                *count += 1;
            }
        }
        let mut chances = vec![0.0; self.odds.roles];
        for (contender, count) in self.odds.contenders.iter().zip(counts) {
            if let Some(chance) = chances.get_mut(contender.role) {
                *chance = share(count);
            }
        }
        chances
    }
}

fn values(estimate: &Estimate) -> Vec<f64> {
    estimate.interests.iter().map(|interest| interest.value).collect()
}

fn count(counts: &mut [u16], role: Option<usize>) {
    if let Some(count) = role.and_then(|role| counts.get_mut(role)) {
        *count += 1;
    }
}

fn times(left: &[f64], right: &[f64]) -> Vec<f64> {
    left.iter().zip(right).map(|(left, right)| left * right).collect()
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
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
