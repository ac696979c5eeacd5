//! A profile as a direction in the space of interests.

use crate::catalogue::Profile;
use crate::sheet::Importance;

/// Below this weighted sum of squares everything counts as equal: rounding
/// alone leaves less, and no answer on any scale leaves so little.
pub(super) const FLAT: f64 = 1e-18;

/// A profile, centred on its importance-weighted mean, of importance-weighted
/// length 1, and multiplied by the importance of each interest: p z. Its sum is
/// 0, so that a person's level does not matter to a match.
#[derive(Debug, Clone, PartialEq)]
pub struct Direction(Vec<f64>);

impl Direction {
    /// The direction of `profile`; `None` if it is flat as far as anything
    /// matters to this person.
    #[must_use]
    pub fn of(profile: &Profile, importance: &Importance) -> Option<Self> {
        let weights = importance.weights();
        // What rounding leaves of the mean is as great as the parts themselves where
        // nearly all importance is on one interest, so the mean is taken out twice.
        let once = centred(profile.shape().iter().copied(), weights);
        let centred = centred(once.iter().copied(), weights);
        let squares = weighted_squares(&centred, weights);
        (squares > FLAT).then(|| {
            let length = squares.sqrt();
            Self(centred.iter().zip(weights).map(|(part, weight)| weight * part / length).collect())
        })
    }

    /// p z for each interest.
    #[must_use]
    pub fn parts(&self) -> &[f64] {
        &self.0
    }

    /// Σ p z v for values v, one an interest.
    #[must_use]
    pub fn dot(&self, values: &[f64]) -> f64 {
        self.0.iter().zip(values).map(|(part, value)| part * value).sum()
    }
}

/// `values` less their weighted mean; all 0 if no weight is above 0.
pub(super) fn centred(
    values: impl ExactSizeIterator<Item = f64> + Clone,
    weights: &[f64],
) -> Vec<f64> {
    let total: f64 = weights.iter().sum();
    if total <= 0.0 {
        return vec![0.0; values.len()];
    }
    let sum: f64 = values.clone().zip(weights).map(|(value, weight)| value * weight).sum();
    let mean = sum / total;
    values.map(|value| value - mean).collect()
}

/// Σ p v².
pub(super) fn weighted_squares(values: &[f64], weights: &[f64]) -> f64 {
    values.iter().zip(weights).map(|(value, weight)| weight * value * value).sum()
}
