//! The weights that the profiles of the roles use: what a change of one is held to.

use crate::catalogue::{Careers, Profile};

/// The range of the weights, and what counts as one step in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct WeightRange {
    pub(super) low: f64,
    pub(super) high: f64,
}

/// A profile as a direction of length 1, with the length that it has in weights.
pub(super) struct ProfileScale<'p> {
    pub(super) weights: &'p [f64],
    pub(super) unit: f64,
}

impl WeightRange {
    /// From the least weight that a role has, 0 at the most, to the greatest.
    pub(super) fn of(careers: &Careers) -> Self {
        let weights = || careers.roles.iter().flat_map(|role| role.profile.weights()).copied();
        Self { low: weights().fold(0.0, f64::min), high: weights().fold(0.0, f64::max) }
    }

    /// 1, as weights are mostly written, or a tenth of the range where that is far from it.
    pub(super) fn step(self) -> f64 {
        let span = self.span();
        if (4.0..=20.0).contains(&span) { 1.0 } else { span / 10.0 }
    }

    pub(super) fn contains(self, weight: f64) -> bool {
        let rounding = 1e-9 * self.span();
        (self.low - rounding..=self.high + rounding).contains(&weight)
    }

    fn span(self) -> f64 {
        // The largest numbers would overflow.
        (self.high - self.low).min(f64::MAX)
    }
}

impl<'p> ProfileScale<'p> {
    #[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
    pub(super) fn of(profile: &'p Profile) -> Self {
        let (weights, shape) = (profile.weights(), profile.shape());
        let mean = shape.iter().sum::<f64>() / shape.len() as f64;
        let length = shape.iter().map(|part| (part - mean) * (part - mean)).sum::<f64>().sqrt();
        let highest = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let lowest = weights.iter().copied().fold(f64::INFINITY, f64::min);
        // A profile's shape runs from -1 to 1.
        Self { weights, unit: length * (highest / 2.0 - lowest / 2.0) }
    }
}
