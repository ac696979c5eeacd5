//! The points at which every certainty is worked out: made once, and the same
//! everywhere.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use sobol_burley::parts::{Int4, hash, hash_int4, owen_scramble_int4_rev, owen_scramble_rev};
use sobol_burley::parts::{sobol_int4_rev, u32_to_f32_norm};

use super::lanes::{BLOCKS, LANES, Lanes, single};
use crate::catalogue::Catalogue;
use crate::matching::normal::{MIDDLE, MIDDLE_EDGE, MIDDLE_R, quantile};

/// At how many points a person's true interests are looked at. A multiple of the
/// points that are ranked together.
///
/// They are the points of a scrambled Sobol sequence (Burley 2020, "Practical
/// hash-based Owen scrambling", JCGT 9:4), which lie more evenly than chance
/// would have it: a chance is told to within 0.003 (root mean square), and what
/// error there is does not add up over the people of a cohort.
pub const DRAWS: usize = 2_048;

/// How many points the sequence has.
pub(super) const MOST_POINTS: usize = 65_536;

/// Fixed, so that the same answers are told the same on every run and machine.
const SEED: u32 = 0x726f_6c65;

/// Half the distance between two numbers that a point's coordinate may be: they
/// are multiples of 2^-23 from 0, and the quantile of 0 is not finite.
const HALF_CELL: f32 = 1.0 / 16_777_216.0;

/// How many coordinates of a point are worked out together.
const TOGETHER: usize = 4;

/// The standard normal values at every point. They are the same for everyone, so
/// whoever asks for many odds makes them once.
#[derive(Debug, Clone)]
pub struct Deviates {
    interests: usize,
    /// For so many interests there are values, of which the first are used.
    of: usize,
    values: Cow<'static, [Lanes]>,
}

impl Deviates {
    /// Those for a catalogue's interests.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Arc<Self> {
        let interests = catalogue.questionnaire().interests.len();
        let (of, values) = match kept(interests) {
            Some(values) => (KEPT, Cow::Borrowed(values)),
            None => (interests, deviates(0..DRAWS / LANES, interests).into()),
        };
        Arc::new(Self { interests, of, values })
    }

    /// For each [`LANES`] points the values of the interests.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &[Lanes]> {
        self.cut(&self.values)
    }

    /// The blocks of the draws that are ranked together.
    pub(super) fn groups(&self) -> impl Iterator<Item = impl Iterator<Item = &[Lanes]>> {
        self.values.chunks_exact(self.of.max(1) * BLOCKS).map(|of| self.cut(of))
    }

    fn cut<'v>(&self, values: &'v [Lanes]) -> impl Iterator<Item = &'v [Lanes]> + use<'v> {
        let interests = self.interests;
        let blocks = values.chunks_exact(self.of.max(1));
        blocks.map(move |block| block.get(..interests).unwrap_or(block))
    }
}

/// For how many interests the values are kept, worked out, in a file: to work them out
/// takes longer than all else that a result does.
const KEPT: usize = 12;

/// Bytes that lie as numbers do that are worked on together, and are used as such.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

/// The values of [`DRAWS`] points for [`KEPT`] interests, as [`deviates`] orders them, in
/// single precision with the lowest byte first.
static VALUES: &Aligned<[u8]> = &Aligned(*include_bytes!("deviates.f32"));

/// The values of [`DRAWS`] points for [`KEPT`] interests, if that is enough and this machine
/// has the lowest byte of a number first, too.
fn kept(interests: usize) -> Option<&'static [Lanes]> {
    let is_as_kept = cfg!(target_endian = "little") && interests <= KEPT;
    is_as_kept.then(|| bytemuck::try_cast_slice(&VALUES.0).ok()).flatten()
}

/// The standard normal values at the points of some blocks of [`LANES`]: for each
/// block those of one interest after the other.
pub(super) fn deviates(blocks: Range<usize>, interests: usize) -> Vec<Lanes> {
    let mut values = vec![Lanes::default(); blocks.len() * interests];
    for (set, first) in (0..).zip((0..interests).step_by(TOGETHER)) {
        let of_set = PointSet::new(set);
        for (row, block) in values.chunks_exact_mut(interests).zip(blocks.clone()) {
            let points = of_set.block(block);
            for (place, lanes) in row.iter_mut().skip(first).take(TOGETHER).enumerate() {
                *lanes = normal(points.map(|point| point.get(place).copied().unwrap_or(0.5)));
            }
        }
    }
    values
}

/// Four coordinates of every point: what `sobol_burley::sample_4d` gives, with what is
/// the same for all points worked out once.
struct PointSet {
    set: u32,
    order: u32,
    scramble: [u32; TOGETHER],
}

impl PointSet {
    fn new(set: u32) -> Self {
        let seed = SEED.wrapping_mul(0x9c8f_2d3b);
        let own = [0x912f_69ba, 0x174f_18ab, 0x691e_72ca, 0xb40c_c1b8];
        let scramble = hash_int4(own.map(|own: u32| own ^ seed ^ set).into()).into();
        Self { set, order: hash(SEED ^ 0x79c6_8e4a), scramble }
    }

    /// The points of a block.
    fn block(&self, block: usize) -> [[f32; TOGETHER]; LANES] {
        let first = u32::try_from(block * LANES).unwrap_or(0);
        let scramble: Int4 = self.scramble.into();
        std::array::from_fn(|lane| {
            let number = first + u32::try_from(lane).unwrap_or(0);
            let number = owen_scramble_rev(number.reverse_bits(), self.order);
            let point = owen_scramble_int4_rev(sobol_int4_rev(number, self.set), scramble);
            <[u32; TOGETHER]>::from(point.reverse_bits()).map(u32_to_f32_norm)
        })
    }
}

/// The quantiles of the coordinates of points, 0 to below 1. In the middle, where most
/// of them are, they are worked out together.
fn normal(coordinates: [f32; LANES]) -> Lanes {
    // Exact: these are multiples of 2^-24 below 1/2.
    let from_middle = Lanes::from(coordinates) - 0.5 + HALF_CELL;
    let r = Lanes::splat(single(MIDDLE_R)) - from_middle * from_middle;
    let [above, below] = MIDDLE.map(|coefficients| {
        coefficients.iter().fold(Lanes::default(), |sum, next| sum * r + single(*next))
    });
    let mut values = (from_middle * above / below).to_array();
    for (value, from_middle) in values.iter_mut().zip(from_middle.to_array()) {
        let from_middle = f64::from(from_middle);
        if from_middle.abs() > MIDDLE_EDGE {
            *value = single(quantile(0.5 + from_middle));
        }
    }
    Lanes::from(values)
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use sobol_burley::sample_4d;

    use super::*;

    #[test]
    fn the_deviates_that_are_kept_are_those_worked_out() {
        let worked_out = deviates(0..DRAWS / LANES, KEPT);
        let numbers = worked_out.iter().flat_map(|lanes| lanes.to_array());
        let bytes: Vec<u8> = numbers.flat_map(f32::to_le_bytes).collect();
        if env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
            let folder = env!("CARGO_MANIFEST_DIR");
            fs::write(format!("{folder}/src/matching/odds/deviates.f32"), bytes).unwrap();
            return;
        }
        assert!(VALUES.0 == bytes, "SNAPSHOTS=overwrite cargo test --package rolefit-engine kept");
        for interests in [1, 5, KEPT] {
            let values = kept(interests).unwrap().into();
            let first = Deviates { interests, of: KEPT, values };
            let values = deviates(0..DRAWS / LANES, interests).into();
            let own = Deviates { interests, of: interests, values };
            assert!(first.blocks().eq(own.blocks()));
            assert!(first.groups().flatten().eq(own.blocks()));
        }
        assert_eq!(kept(KEPT + 1), None);
    }

    #[test]
    fn the_deviates_are_the_quantiles_of_the_points() {
        let interests = 6;
        let blocks = [0, 1, DRAWS / LANES, MOST_POINTS / LANES - 1];
        for block in blocks {
            let deviates = deviates(block..block + 1, interests);
            for (interest, lanes) in deviates.iter().enumerate() {
                for (lane, value) in lanes.to_array().into_iter().enumerate() {
                    let point = u32::try_from(block * LANES + lane).unwrap();
                    let set = sample_4d(point, u32::try_from(interest / 4).unwrap(), SEED);
                    let expected = quantile(f64::from(set[interest % 4]) + f64::from(HALF_CELL));
                    let error = (f64::from(value) - expected).abs();
                    assert!(error < 2e-6 * expected.abs().max(0.1), "{value} is not {expected}");
                }
            }
        }
    }
}
