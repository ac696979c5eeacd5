//! How close the best match comes in all draws, in the widest registers that the processor
//! has, where every interest counts once. [`Lengths`] and [`HighestSimilarities`] say the
//! same, block by block.

use fearless_simd::{Level, Simd, dispatch, f32x16, i32x16, prelude::*};

use super::closeness::{CELLS, HighestSimilarities, Lengths};
use super::deviates::Deviates;
use super::lanes::{BLOCKS, LANES, Lanes};

/// The sum over all draws of the parts of people whose highest similarity is lower:
/// [`HighestSimilarities::parts_below`] for the similarities of the profiles that `deviates`
/// draw with roles that have the `highest` numerators. `None` if some interest counts less
/// than others, or two of the bounds of `people` share a cell.
pub(super) fn parts_below(
    people: &HighestSimilarities,
    lengths: &Lengths,
    deviates: &Deviates,
    highest: &[Lanes],
) -> Option<f64> {
    parts_below_on(Level::new(), people, lengths, deviates, highest)
}

/// The same with the registers of a processor of this level.
fn parts_below_on(
    level: Level,
    people: &HighestSimilarities,
    lengths: &Lengths,
    deviates: &Deviates,
    highest: &[Lanes],
) -> Option<f64> {
    (lengths.weighs_once && people.shares_no_cell())
        .then(|| dispatch!(level, simd => sum(simd, people, lengths, deviates, highest)))
}

/// So many blocks of draws go from one step to the next together: what a step has just stored
/// is not yet to be had in wider registers.
const TOGETHER: usize = BLOCKS * LANES;

#[expect(clippy::inline_always, reason = "it is worked out in the registers of its caller")]
#[inline(always)]
fn sum<S: Simd>(
    simd: S,
    people: &HighestSimilarities,
    lengths: &Lengths,
    deviates: &Deviates,
    highest: &[Lanes],
) -> f64 {
    let mut all = 0.0;
    let (mut beyond, mut cell) = ([0.0; TOGETHER], [0; TOGETHER]);
    let (mut lower, mut width) = ([0.0; TOGETHER], [0.0; TOGETHER]);
    for (deviates, highest) in deviates.groups().zip(highest.chunks_exact(BLOCKS)) {
        let to = beyond.as_chunks_mut().0.iter_mut().zip(cell.as_chunks_mut().0);
        for ((to, cell), (deviates, highest)) in to.zip(deviates.zip(highest)) {
            let similarities = similarities(simd, lengths, *highest, deviates);
            similarities.store_array(to);
            cells(simd, similarities).store_array(cell);
        }
        let to = beyond.iter_mut().zip(lower.iter_mut().zip(&mut width));
        for ((beyond, (lower, width)), cell) in to.zip(&cell) {
            let part = people.part_above(people.step(*beyond, *cell, 1));
            *beyond -= part.from;
            (*lower, *width) = (part.lower, part.width);
        }
        all = sums(&beyond, &lower, &width).iter().fold(all, |all, sum| all + sum);
    }
    all
}

/// What each block of draws comes to.
#[expect(clippy::inline_always, reason = "it is worked out in the registers of its caller")]
#[inline(always)]
fn sums(
    beyond: &[f32; TOGETHER],
    lower: &[f32; TOGETHER],
    width: &[f32; TOGETHER],
) -> [f64; BLOCKS] {
    let mut parts = [0.0; TOGETHER];
    for (part, (beyond, (lower, width))) in
        parts.iter_mut().zip(beyond.iter().zip(lower.iter().zip(width)))
    {
        *part = f64::from(*lower) + f64::from(*beyond) / f64::from(*width);
    }
    // A lane of all blocks after the other: none waits for the sum of another.
    let mut sums = [0.0; BLOCKS];
    let (blocks, _) = parts.as_chunks::<LANES>();
    for lane in 0..LANES {
        for (sum, block) in sums.iter_mut().zip(blocks) {
            *sum += block.get(lane).copied().unwrap_or(0.0);
        }
    }
    sums
}

/// [`Lengths::similarities`] where every weight is 1.
#[expect(clippy::inline_always, reason = "it is worked out in the registers of its caller")]
#[inline(always)]
fn similarities<S: Simd>(
    simd: S,
    lengths: &Lengths,
    numerators: Lanes,
    deviates: &[Lanes],
) -> f32x16<S> {
    let (mut sum, mut squares) = (f32x16::splat(simd, 0.0), f32x16::splat(simd, 0.0));
    for (deviate, of) in deviates.iter().zip(&lengths.interests) {
        let value = load(simd, *deviate) * load(simd, of.by) + load(simd, of.value);
        sum += value;
        squares += value * value;
    }
    let [one, least] = [1.0, 1e-30].map(|number| f32x16::splat(simd, number));
    let length = (squares - sum * sum * lengths.of_total).max(least).sqrt();
    (load(simd, numerators) / length).min(one).max(-one)
}

/// The cells that similarities lie in, as [`HighestSimilarities`] numbers them.
#[expect(clippy::inline_always, reason = "it is worked out in the registers of its caller")]
#[inline(always)]
fn cells<S: Simd>(simd: S, similarities: f32x16<S>) -> i32x16<S> {
    let [half, last] =
        [CELLS / 2, CELLS - 1].map(|cells| f32::from(u16::try_from(cells).unwrap_or(0)));
    let places = (similarities + 1.0) * half;
    let places = places.max(f32x16::splat(simd, 0.0)).min(f32x16::splat(simd, last));
    places.to_int()
}

#[expect(clippy::inline_always, reason = "it is worked out in the registers of its caller")]
#[inline(always)]
fn load<S: Simd>(simd: S, lanes: Lanes) -> f32x16<S> {
    f32x16::load_array(simd, lanes.to_array())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::small_catalogue::CATALOGUE;
    use crate::matching::odds::deviates::DRAWS;
    use crate::sheet::Importance;

    proptest! {
        #[test]
        fn it_says_what_the_blocks_say_one_by_one(
            interests in proptest::collection::vec((-1.0_f32..1.0, 0.0_f32..1.0), 3),
            flat: bool,
            bounds in proptest::collection::btree_set(0_u16..4_096, 0..258),
            numerators in proptest::collection::vec(-3.0_f32..3.0, DRAWS / LANES),
        ) {
            let catalogue = &*CATALOGUE;
            let importance = Importance::equal(catalogue);
            let alike = if flat { Some((0.5, 0.0)) } else { None };
            let interests = interests.into_iter().map(|of| alike.unwrap_or(of));
            let lengths = Lengths::of(&importance, interests);
            // At most one bound in each of the cells, which are 1/2048 wide.
            let bounds = bounds.into_iter().map(|cell| (f32::from(cell) + 0.4) / 2_048.0 - 1.0);
            let people = HighestSimilarities::from(bounds.collect::<Vec<f32>>());
            let deviates = Deviates::of(catalogue);
            let highest: Vec<Lanes> = numerators.into_iter().map(Lanes::splat).collect();
            let blocks = deviates.blocks().zip(&highest);
            let by_block = blocks.map(|(deviates, highest)| {
                people.parts_below(lengths.similarities(*highest, deviates))
            });
            let by_block = by_block.fold(0.0, |sum, parts| sum + parts);
            for level in [Level::new(), Level::baseline()] {
                let quick = parts_below_on(level, &people, &lengths, &deviates, &highest);
                prop_assert_eq!(quick.map(f64::to_bits), Some(by_block.to_bits()));
            }
        }
    }

    #[test]
    fn nothing_is_said_where_interests_or_bounds_are_unlike_the_usual() {
        let catalogue = &*CATALOGUE;
        let deviates = Deviates::of(catalogue);
        let highest = vec![Lanes::splat(0.5); DRAWS / LANES];
        let said = |importance: &Importance, bounds: Vec<f32>| {
            let lengths = Lengths::of(importance, std::iter::repeat_n((0.0, 1.0), 3));
            parts_below(&bounds.into(), &lengths, &deviates, &highest).is_some()
        };
        let mut importance = Importance::equal(catalogue);
        assert!(said(&importance, vec![0.25, 0.5]));
        assert!(!said(&importance, vec![0.25, 0.25]));
        importance.set(catalogue.questionnaire().interests.indices().next().unwrap(), 0.5);
        assert!(!said(&importance, vec![0.25, 0.5]));
    }
}
