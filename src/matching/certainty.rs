//! How sure a ranking is.

use super::deviates::{DRAWS, Deviates};
use super::direction::Direction;
use super::estimate::Estimate;
use super::ledger::pulls;
use crate::catalogue::{Careers, Measurement};
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
    contenders: Vec<Contender>,
    spread: Vec<f64>,
    error: Vec<f64>,
}

/// A role that can be matched.
#[derive(Debug, Clone)]
struct Contender {
    role: usize,
    /// p z: what each true interest adds to the numerator.
    parts: Vec<f64>,
    /// What each new score adds to the numerator of a repeat sitting.
    pulls: Vec<f64>,
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
        let mut roles: Vec<_> = careers.roles.iter().enumerate().collect();
        // Of equally similar roles the first by id is first.
        roles.sort_by(|(_, left), (_, right)| left.id.cmp(&right.id));
        let contender = |(role, entry): (usize, &crate::catalogue::Role)| {
            let parts = Direction::of(&entry.profile, importance)?.parts().to_vec();
            let pulls = pulls(estimate, &parts);
            Some(Contender { role, parts, pulls })
        };
        let interests = || estimate.interests.iter();
        Self {
            roles: careers.roles.len(),
            contenders: roles.into_iter().filter_map(contender).collect(),
            spread: interests().map(|of| of.variance.sqrt()).collect(),
            error: interests()
                .map(|of| match of.score {
                    Some(_) => (measurement.noise / of.evidence).sqrt(),
                    None => 0.0,
                })
                .collect(),
        }
    }

    /// For each role, in file order, how often it comes first for a person with
    /// this estimate, which rests on the same questions.
    #[must_use]
    pub fn certainties(&self, estimate: &Estimate) -> Vec<Certainty> {
        let values: Vec<f64> = estimate.interests.iter().map(|interest| interest.value).collect();
        let best = self.numerators(&values, |contender| &contender.parts);
        let retest = self.numerators(&values, |contender| &contender.pulls);
        let mut counts = vec![(0_u16, 0_u16); self.roles];
        self.draw(&Deviates::new(self.spread.len()), |truth, repeat| {
            let first = self.first(&best, |contender| dot(&contender.parts, truth));
            if let Some(count) = first.and_then(|role| counts.get_mut(role)) {
                count.0 += 1;
            }
            let first = self.first(&retest, |contender| dot(&contender.pulls, repeat));
            if let Some(count) = first.and_then(|role| counts.get_mut(role)) {
                count.1 += 1;
            }
        });
        let certainty = |(best, retest)| Certainty { best: share(best), retest: share(retest) };
        counts.into_iter().map(certainty).collect()
    }

    /// For each role, in file order, its chance to be best; the same as
    /// [`Odds::certainties`] tells, in less time.
    #[must_use]
    pub fn best(&self, estimate: &Estimate, deviates: &Deviates) -> Vec<f64> {
        let values: Vec<f64> = estimate.interests.iter().map(|interest| interest.value).collect();
        let numerators = self.numerators(&values, |contender| &contender.parts);
        let mut counts = vec![0_u16; self.roles];
        self.draw(deviates, |truth, _| {
            let first = self.first(&numerators, |contender| dot(&contender.parts, truth));
            if let Some(count) = first.and_then(|role| counts.get_mut(role)) {
                *count += 1;
            }
        });
        counts.into_iter().map(share).collect()
    }

    /// The chances to be best, prepared for many people: the draws' own terms
    /// are worked out once.
    #[must_use]
    pub fn prepared(self) -> PreparedOdds {
        let mut terms = Vec::with_capacity(DRAWS * self.contenders.len());
        self.draw(&Deviates::new(self.spread.len()), |truth, _| {
            terms.extend(self.contenders.iter().map(|contender| dot(&contender.parts, truth)));
        });
        PreparedOdds { odds: self, terms }
    }

    fn numerators(&self, values: &[f64], of: impl Fn(&Contender) -> &Vec<f64>) -> Vec<f64> {
        self.contenders.iter().map(|contender| dot(of(contender), values)).collect()
    }

    /// Passes on, for each draw, how far the true interests stand from the
    /// estimate, and how far the scores of a repeat sitting do.
    fn draw(&self, deviates: &Deviates, mut each: impl FnMut(&[f64], &[f64])) {
        let scaled = |deviates: &[f64], scale: &[f64]| -> Vec<f64> {
            deviates.iter().zip(scale).map(|(deviate, scale)| deviate * scale).collect()
        };
        for (truth, error) in deviates.draws() {
            let truth = scaled(truth, &self.spread);
            let error = scaled(error, &self.error);
            let repeat: Vec<f64> =
                truth.iter().zip(error).map(|(truth, error)| truth + error).collect();
            each(&truth, &repeat);
        }
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
        let values: Vec<f64> = estimate.interests.iter().map(|interest| interest.value).collect();
        let numerators = self.odds.numerators(&values, |contender| &contender.parts);
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
