//! How much each interest counts in a role, a module or a specialism.

use serde::{Deserialize, Serialize};

/// A weight for each interest, not all the same.
///
/// Only the shape matters to a match: a profile and the same profile with
/// every weight doubled, or raised by one, are matched alike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    weights: Vec<f64>,
    shape: Vec<f64>,
}

impl Profile {
    /// A profile with these finite weights, one an interest; `None` if they are
    /// all the same.
    #[must_use]
    pub fn new(weights: Vec<f64>) -> Option<Self> {
        let low = weights.iter().copied().fold(f64::INFINITY, f64::min);
        let high = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // Halved first, so that the largest numbers do not overflow.
        let middle = low / 2.0 + high / 2.0;
        let reach = high / 2.0 - low / 2.0;
        if reach.is_nan() || reach <= 0.0 {
            return None;
        }
        let shape = weights.iter().map(|weight| ((weight - middle) / reach).clamp(-1.0, 1.0));
        let shape: Vec<f64> = shape.collect();
        Some(Self { weights, shape })
    }

    /// The weights as written.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The weights moved and stretched so that the least is -1 and the greatest 1.
    #[must_use]
    pub fn shape(&self) -> &[f64] {
        &self.shape
    }
}
