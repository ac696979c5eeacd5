//! How sure a ranking is.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

use super::direction::Direction;
use super::estimate::{Estimate, InterestEstimate};
use super::ranking::Place;
use crate::catalogue::{Careers, Measurement};
use crate::sheet::Importance;

/// How many times a person's true interests are drawn. A share of a half is
/// then told to within about one percentage point.
pub const DRAWS: usize = 2_048;

/// The share of draws that the leading roles hold together.
pub const LEADING_SHARE: f64 = 0.8;

/// Fixed, so that the same answers are told the same on every run and machine.
const SEED: u64 = 0x726f_6c65_6669_7431;

/// How often a role comes first.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Certainty {
    /// The share of draws of the true interests in which it does, 0 to 1: the
    /// chance that it is this person's best match.
    pub best: f64,
    /// The share of repeat sittings, one for each draw, in which it does, 0 to 1.
    pub retest: f64,
}

/// For each role, in file order, how often it comes first when the person's
/// true interests are drawn from Normal(estimate, variance), and when, from
/// each such draw, the same questions are answered anew.
#[must_use]
pub fn certainties(
    careers: &Careers,
    measurement: &Measurement,
    estimate: &Estimate,
    importance: &Importance,
) -> Vec<Certainty> {
    let contenders = Contenders::of(careers, importance);
    let mut counts = vec![(0_u16, 0_u16); careers.roles.len()];
    let mut rng = ChaCha8Rng::seed_from_u64(SEED);
    for _ in 0..DRAWS {
        let truth = draw(estimate, &mut rng, |interest| (interest.value, interest.variance));
        let repeat = {
            let mut scores = truth.iter();
            draw(estimate, &mut rng, |interest| {
                let error = if interest.score.is_some() {
                    measurement.noise / interest.evidence
                } else {
                    0.0
                };
                (scores.next().copied().unwrap_or(0.0), error)
            })
        };
        if let Some(count) = contenders.first(&truth).and_then(|role| counts.get_mut(role)) {
            count.0 += 1;
        }
        let again = reestimate(estimate, &repeat);
        if let Some(count) = contenders.first(&again).and_then(|role| counts.get_mut(role)) {
            count.1 += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "the number of draws is small")]
    let share = |count: u16| f64::from(count) / DRAWS as f64;
    counts
        .into_iter()
        .map(|(best, retest)| Certainty { best: share(best), retest: share(retest) })
        .collect()
}

/// One normal value an interest, with the mean and variance that `of` gives.
fn draw(
    estimate: &Estimate,
    rng: &mut ChaCha8Rng,
    mut of: impl FnMut(&InterestEstimate) -> (f64, f64),
) -> Vec<f64> {
    let normal = |interest: &InterestEstimate| {
        let (mean, variance) = of(interest);
        let deviate: f64 = StandardNormal.sample(rng);
        mean + variance.sqrt() * deviate
    };
    estimate.interests.iter().map(normal).collect()
}

/// The estimate from new scores of the same questions.
fn reestimate(estimate: &Estimate, scores: &[f64]) -> Vec<f64> {
    let paired = || estimate.interests.iter().zip(scores);
    let measured = paired().filter(|(interest, _)| interest.score.is_some());
    let (sum, count) = measured.fold((0.0, 0.0), |(sum, n), (_, score)| (sum + score, n + 1.0));
    let level: f64 = if count > 0.0 { sum / count } else { 0.0 };
    // The reliability of an unmeasured interest is 0, so its score falls away.
    paired().map(|(interest, score)| level + interest.reliability * (score - level)).collect()
}

/// The directions of the roles that can be matched, in order of id.
struct Contenders(Vec<(usize, Direction)>);

impl Contenders {
    fn of(careers: &Careers, importance: &Importance) -> Self {
        let mut roles: Vec<_> = careers.roles.iter().enumerate().collect();
        roles.sort_by(|(_, left), (_, right)| left.id.cmp(&right.id));
        let direction = |(place, role): (usize, &crate::catalogue::Role)| {
            Some((place, Direction::of(&role.profile, importance)?))
        };
        Self(roles.into_iter().filter_map(direction).collect())
    }

    /// The role most similar to someone with these interests; of equally similar
    /// ones the first by id. How long the person's pattern is matters to none.
    fn first(&self, interests: &[f64]) -> Option<usize> {
        let mut best = None;
        for (role, direction) in &self.0 {
            let numerator = direction.dot(interests);
            if best.is_none_or(|(_, highest)| numerator > highest) {
                best = Some((*role, numerator));
            }
        }
        best.map(|(role, _)| role)
    }
}

/// The leading roles: the smallest set, taken by falling chance of being best,
/// that holds at least [`LEADING_SHARE`] of the draws. The answers do not tell
/// them apart. Equal chances go by `ranking`; given as numbers of roles.
#[must_use]
pub fn leading(ranking: &[Place], certainties: &[Certainty]) -> Vec<usize> {
    let best = |role: usize| certainties.get(role).map_or(0.0, |certainty| certainty.best);
    let matched = ranking.iter().filter(|place| place.matched.is_some());
    let mut roles: Vec<usize> = matched.map(|place| place.role).collect();
    roles.sort_by(|left, right| best(*right).total_cmp(&best(*left)));
    let mut held = 0.0;
    let enough = roles.iter().position(|role| {
        held += best(*role);
        held >= LEADING_SHARE
    });
    roles.truncate(enough.map_or(roles.len(), |last| last + 1));
    roles
}
