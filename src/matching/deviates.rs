//! The chance behind every certainty: made once, and the same everywhere.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

/// How many times a person's true interests are drawn. A share of a half is
/// then told to within about one percentage point.
pub const DRAWS: usize = 2_048;

/// Fixed, so that the same answers are told the same on every run and machine.
const SEED: u64 = 0x726f_6c65_6669_7431;

/// The standard normal values behind every draw. They are the same for everyone,
/// so whoever asks for many odds makes them once.
#[derive(Debug, Clone)]
pub struct Deviates {
    interests: usize,
    values: Vec<f64>,
}

impl Deviates {
    /// Those for this many interests.
    #[must_use]
    pub fn new(interests: usize) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(SEED);
        let values = 2 * interests * DRAWS;
        let values = (0..values).map(|_| StandardNormal.sample(&mut rng)).collect();
        Self { interests, values }
    }

    /// For each draw the values of the true interests and of the errors.
    pub(super) fn draws(&self) -> impl Iterator<Item = (&[f64], &[f64])> {
        let draws = self.values.chunks_exact(2 * self.interests.max(1));
        draws.map(|draw| draw.split_at(self.interests))
    }
}
