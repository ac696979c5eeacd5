//! The points at which every certainty is worked out: made once, and the same
//! everywhere.

use std::sync::Arc;

use sobol_burley::{NUM_DIMENSION_SETS_4D, sample_4d};

use super::lanes::{LANES, Lanes, single};
use crate::catalogue::Catalogue;
use crate::matching::normal::quantile;

/// At how many points a person's true interests are looked at. A multiple of the
/// points that are worked on together.
///
/// They are the points of a scrambled Sobol sequence (Burley 2020, "Practical
/// hash-based Owen scrambling", JCGT 9:4), which lie more evenly than chance
/// would have it: a chance is told to within 0.003 (root mean square), and what
/// error there is does not add up over the people of a cohort.
pub const DRAWS: usize = 2_048;

/// Fixed, so that the same answers are told the same on every run and machine.
const SEED: u32 = 0x726f_6c65;

/// Half the distance between two numbers that a point's coordinate may be: they
/// are multiples of 2^-23 from 0, and the quantile of 0 is not finite.
const HALF_CELL: f64 = 1.0 / 16_777_216.0;

/// The standard normal values at every point. They are the same for everyone, so
/// whoever asks for many odds makes them once.
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
        let mut values = Vec::with_capacity(interests * DRAWS / LANES);
        let mut point = 0;
        for _ in 0..DRAWS / LANES {
            let mut block = vec![[0.0; LANES]; interests];
            for lane in 0..LANES {
                for (set, four) in (0..).zip(block.chunks_mut(4)) {
                    let coordinates = sample_4d(point, set % NUM_DIMENSION_SETS_4D, SEED);
                    for (lanes, coordinate) in four.iter_mut().zip(coordinates) {
                        if let Some(value) = lanes.get_mut(lane) {
                            *value = single(quantile(f64::from(coordinate) + HALF_CELL));
                        }
                    }
                }
                point += 1;
            }
            values.extend(block.into_iter().map(Lanes::from));
        }
        Arc::new(Self { interests, values })
    }

    /// For each [`LANES`] points the values of the interests.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &[Lanes]> {
        self.values.chunks_exact(self.interests.max(1))
    }
}
