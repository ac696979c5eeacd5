//! The chance behind every certainty: made once, and the same everywhere.

use std::sync::Arc;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::lanes::{LANES, Lanes, single};
use crate::catalogue::Catalogue;
use crate::matching::normal::deviate;

/// How many times a person's true interests are drawn. A share of a half is
/// then told to within about one percentage point. A multiple of the draws that
/// are worked on together.
pub const DRAWS: usize = 2_048;

/// Fixed, so that the same answers are told the same on every run and machine.
const SEED: u64 = 0x726f_6c65_6669_7431;

/// The standard normal values behind every draw. They are the same for everyone,
/// so whoever asks for many odds makes them once.
#[derive(Debug, Clone)]
pub struct Deviates {
    interests: usize,
    values: Vec<Lanes>,
}

impl Deviates {
    /// Those for a catalogue's interests.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Arc<Self> {
        let interests = catalogue.questionnaire().interests.len();
        let mut rng = ChaCha8Rng::seed_from_u64(SEED);
        let mut values = Vec::with_capacity(2 * interests * DRAWS / LANES);
        for _ in 0..DRAWS / LANES {
            let mut block = vec![[0.0; LANES]; 2 * interests];
            for lane in 0..LANES {
                for value in block.iter_mut().filter_map(|lanes| lanes.get_mut(lane)) {
                    *value = single(deviate(&mut rng));
                }
            }
            values.extend(block.into_iter().map(Lanes::from));
        }
        Arc::new(Self { interests, values })
    }

    /// For each [`LANES`] draws the values of the true interests and of the
    /// errors, one an interest.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (&[Lanes], &[Lanes])> {
        let blocks = self.values.chunks_exact(2 * self.interests.max(1));
        blocks.map(|block| block.split_at(self.interests))
    }
}
