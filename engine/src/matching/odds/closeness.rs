//! How close the best match of people in general comes.

use super::deviates::{DRAWS, MOST_POINTS, deviates};
use super::lanes::{IntLanes, LANES, Lanes, single};
use crate::catalogue::Catalogue;
use crate::matching::direction::Direction;
use crate::matching::ranking::Directions;
use crate::sheet::Importance;

/// How many parts of equal share the distribution is kept in.
const PARTS: usize = 256;

/// As many as a number.
pub(super) const WHOLE: f64 = 256.0;

/// More than there are bounds, and a power of two.
const PLACES: usize = 512;

/// In how many cells of equal width a similarity is looked up.
pub(super) const CELLS: usize = 4_096;

/// With more bounds in one cell than this they are looked through by halves.
const MOST_STEPS: usize = 8;

/// How many points are taken for someone to whom some interests matter less.
const OWN_POINTS: usize = 4_096;

/// No more than so many times is an interest of a point weighed for a role.
const MOST_WORK: usize = 1_000_000_000;

/// The highest similarity with any role that people in general reach: how it is
/// distributed over isotropic profiles, whose interests are independent and normal.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(from = "Vec<f32>", into = "Vec<f32>")]
pub struct HighestSimilarities {
    /// The similarities that bound parts of equal share, the lowest first, between what is
    /// lower than all and what is higher.
    bounds: Box<[f32; PLACES]>,
    /// How many bounds there are.
    count: usize,
    /// How many bounds lie in cells below each one.
    below: Box<[u16; CELLS]>,
    /// The most bounds that lie in one cell.
    most: usize,
    /// The parts, by how many bounds are lower than what lies in one.
    parts: Box<[DistributionPart; PLACES]>,
}

/// A part of the distribution, in which it rises evenly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct DistributionPart {
    /// So many parts are lower, a whole number.
    pub(super) lower: f32,
    /// The bound where it begins.
    pub(super) from: f32,
    /// How far it reaches from there; ∞ where nothing is added on the way.
    pub(super) width: f32,
}

impl HighestSimilarities {
    /// Those of people to whom the interests of `catalogue` matter like this. All on one
    /// core: a thread that shared the work could come to wait for itself, where others
    /// wait for the result.
    #[must_use]
    pub fn of(catalogue: &Catalogue, importance: &Importance) -> Self {
        let directions = Directions::of(catalogue.careers(), importance);
        let roles: Vec<Vec<f32>> =
            directions.contenders().map(|(_, direction)| weights(direction)).collect();
        let interests = catalogue.questionnaire().interests.len();
        let points = if importance.weighs_alike() { MOST_POINTS } else { OWN_POINTS };
        let affordable = MOST_WORK / (roles.len() * interests).max(1);
        let lengths = Lengths::of(importance, std::iter::repeat_n((0.0, 1.0), interests));
        let blocks = points.min(affordable).max(DRAWS) / LANES;
        let similarities = (0..blocks).flat_map(|block| {
            let profile = deviates(block..block + 1, interests);
            let highest = roles.iter().fold(Lanes::splat(f32::NEG_INFINITY), |highest, role| {
                let weighed = role.iter().zip(&profile).map(|(weight, value)| *value * *weight);
                highest.fast_max(weighed.fold(Lanes::default(), |sum, next| sum + next))
            });
            lengths.similarities(highest, &profile).to_array()
        });
        let mut sorted: Vec<f32> = similarities.collect();
        sorted.sort_by(f32::total_cmp);
        let last = sorted.len().saturating_sub(1);
        let bound = |part: usize| sorted.get(part * last / PARTS).copied();
        Self::between((0..=PARTS).filter_map(bound).collect())
    }

    /// Those that these bound, at most [`PARTS`] + 1.
    fn between(mut between: Vec<f32>) -> Self {
        between.truncate(PARTS + 1);
        let mut bounds = Box::new([f32::INFINITY; PLACES]);
        let all = std::iter::once(&f32::NEG_INFINITY).chain(&between);
        bounds.iter_mut().zip(all).for_each(|(to, bound)| *to = *bound);
        // First how many lie in each cell, then how many below it.
        let mut below = Box::new([0; CELLS]);
        for bound in &between {
            let [cell, ..] = cells(Lanes::splat(*bound)).to_array();
            if let Some(inside) = usize::try_from(cell).ok().and_then(|cell| below.get_mut(cell)) {
                *inside += 1;
            }
        }
        let most = below.iter().max().map_or(0, |most| usize::from(*most));
        let mut sum = 0;
        for count in below.iter_mut() {
            sum += std::mem::replace(count, sum);
        }
        let parts = parts(&between);
        Self { bounds, count: between.len(), below, most, parts }
    }

    /// The share of people, 0 to 1, whose highest similarity is lower.
    #[must_use]
    pub fn share_below(&self, similarity: f32) -> f64 {
        // Not a number counts as the lowest, and what is infinite as beyond all bounds.
        let similarity = if similarity.is_nan() { -2.0 } else { similarity.clamp(-2.0, 2.0) };
        let [cell, ..] = cells(Lanes::splat(similarity)).to_array();
        self.part(similarity, self.bounds_below(similarity, cell)) / WHOLE
    }

    /// The sum of these shares for some similarities, in [`WHOLE`]s.
    pub(super) fn parts_below(&self, similarities: Lanes) -> f64 {
        if self.shares_no_cell() {
            self.sum_of_parts(similarities, |similarity, cell| self.step(similarity, cell, 1))
        } else {
            self.sum_of_parts(similarities, |similarity, cell| self.bounds_below(similarity, cell))
        }
    }

    /// Whether no two bounds lie in one cell.
    pub(super) fn shares_no_cell(&self) -> bool {
        self.most <= 1
    }

    /// The sum over some similarities, which with their cells lie above so many bounds.
    fn sum_of_parts(&self, similarities: Lanes, bounds_below: impl Fn(f32, i32) -> usize) -> f64 {
        let each = similarities.to_array().into_iter().zip(cells(similarities).to_array());
        each.map(|(similarity, cell)| self.part(similarity, bounds_below(similarity, cell))).sum()
    }

    /// How many parts are lower than a similarity above so many bounds.
    fn part(&self, similarity: f32, below: usize) -> f64 {
        let part = self.part_above(below);
        f64::from(part.lower) + f64::from(similarity - part.from) / f64::from(part.width)
    }

    /// The part above so many bounds.
    pub(super) fn part_above(&self, below: usize) -> DistributionPart {
        self.parts.get(below % PLACES).copied().unwrap_or(DistributionPart::FIRST)
    }

    /// How many bounds are lower than a similarity in a cell.
    fn bounds_below(&self, similarity: f32, cell: i32) -> usize {
        if self.most > MOST_STEPS {
            let bounds = self.bounds.get(1..=self.count).unwrap_or_default();
            return bounds.partition_point(|bound| *bound < similarity);
        }
        self.step(similarity, cell, self.most)
    }

    /// The same where a cell has at most so many bounds, or one more. A bound in a lower cell
    /// is lower, and one in a higher cell is not. In its own cell the steps are always as
    /// many: what a branch depends on is never the similarity.
    pub(super) fn step(&self, similarity: f32, cell: i32, steps: usize) -> usize {
        let cell = cell.cast_unsigned() as usize % CELLS;
        let below = self.below.get(cell).map_or(0, |below| usize::from(*below));
        (0..steps).fold(below, |below, _| below + usize::from(self.bound(below + 1) < similarity))
    }

    /// What stands at a place, which is never beyond the last: so it needs no branch.
    fn bound(&self, place: usize) -> f32 {
        self.bounds.get(place % PLACES).copied().unwrap_or(f32::INFINITY)
    }
}

impl From<Vec<f32>> for HighestSimilarities {
    fn from(bounds: Vec<f32>) -> Self {
        Self::between(bounds)
    }
}

impl From<HighestSimilarities> for Vec<f32> {
    fn from(of: HighestSimilarities) -> Self {
        of.bounds.iter().skip(1).take(of.count).copied().collect()
    }
}

impl DistributionPart {
    /// What is lower than all bounds.
    const FIRST: Self = Self { lower: 0.0, from: 0.0, width: f32::INFINITY };
}

/// The parts that bounds are between.
fn parts(bounds: &[f32]) -> Box<[DistributionPart; PLACES]> {
    let mut parts = Box::new([DistributionPart::FIRST; PLACES]);
    let mut lower = 0.0;
    let (before, after) = (bounds.iter(), bounds.iter().skip(1));
    for (part, (from, to)) in parts.iter_mut().skip(1).zip(before.zip(after)) {
        *part = DistributionPart { lower, from: *from, width: to - from };
        lower += 1.0;
    }
    if let Some(last) = parts.get_mut(bounds.len()).filter(|_| !bounds.is_empty()) {
        last.lower = single(WHOLE);
    }
    parts
}

/// The cells that similarities lie in; that of a higher one is not lower.
fn cells(similarities: Lanes) -> IntLanes {
    let [half, last] =
        [CELLS / 2, CELLS - 1].map(|cells| f32::from(u16::try_from(cells).unwrap_or(0)));
    let places = (similarities + 1.0) * half;
    places.fast_max(Lanes::default()).fast_min(Lanes::splat(last)).fast_trunc_int()
}

/// What a role's numerator weighs each interest with.
fn weights(direction: &Direction) -> Vec<f32> {
    direction.parts().iter().map(|part| single(*part)).collect()
}

/// The lengths of drawn profiles, √(Σ p d²), by which their similarities are divided.
pub(super) struct Lengths {
    pub(super) interests: Vec<DrawnInterest>,
    /// One part of the sum of the weights.
    pub(super) of_total: f32,
    /// Whether every weight is 1.
    pub(super) weighs_once: bool,
}

/// An interest of which values are drawn.
pub(super) struct DrawnInterest {
    pub(super) value: Lanes,
    /// So much of the deviate is added to the value.
    pub(super) by: Lanes,
    /// How much the interest matters.
    weight: Lanes,
}

impl Lengths {
    /// Those of people to whom the interests matter like this, with for each interest a
    /// value and how much of the deviate is added to it.
    pub(super) fn of(importance: &Importance, interests: impl Iterator<Item = (f32, f32)>) -> Self {
        let total: f64 = importance.weights().iter().sum();
        let interests = interests.zip(importance.weights()).map(|((value, by), weight)| {
            let [value, by, weight] = [value, by, single(*weight)].map(Lanes::splat);
            DrawnInterest { value, by, weight }
        });
        let weighs_once = importance.weights().iter().all(|weight| weight.total_cmp(&1.0).is_eq());
        Self { interests: interests.collect(), of_total: single(1.0 / total), weighs_once }
    }

    /// The similarities of the profiles drawn by `deviates`, of which each interest has a
    /// lane a profile, with a role that has these numerators.
    pub(super) fn similarities(&self, numerators: Lanes, deviates: &[Lanes]) -> Lanes {
        let (sum, squares) = if self.weighs_once {
            self.sums(deviates, |value, _| value)
        } else {
            self.sums(deviates, |value, of| value * of.weight)
        };
        // Rounding leaves less than nothing of profiles that are flat.
        let length = (squares - sum * sum * self.of_total).fast_max(Lanes::splat(1e-30)).sqrt();
        (numerators / length).fast_min(Lanes::splat(1.0)).fast_max(Lanes::splat(-1.0))
    }

    /// Σ p d and Σ p d² of the drawn values d, as they are `weighed`: p d.
    fn sums(
        &self,
        deviates: &[Lanes],
        weighed: impl Fn(Lanes, &DrawnInterest) -> Lanes,
    ) -> (Lanes, Lanes) {
        let (mut sum, mut squares) = (Lanes::default(), Lanes::default());
        for (deviate, of) in deviates.iter().zip(&self.interests) {
            let value = *deviate * of.by + of.value;
            let weighed = weighed(value, of);
            sum += weighed;
            squares += weighed * value;
        }
        (sum, squares)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_similarity_is_between_the_bounds_that_are_next_to_it() {
        let even: Vec<f32> = (0..=256_u16).map(|part| f32::from(part) / 256.0).collect();
        let close: Vec<f32> = even.iter().map(|bound| 0.5 + bound / 64.0).collect();
        let crowded: Vec<f32> = even.iter().map(|bound| 0.5 + bound / 1e4).collect();
        let equal = vec![0.25; 257];
        for bounds in [even, close, crowded, equal, vec![-1.0, 1.0], Vec::new()] {
            let people = HighestSimilarities::between(bounds.clone());
            let around = bounds.iter().flat_map(|of| [of.next_down(), *of, of.next_up()]);
            let others = [-1.5, -1.0, 0.0, 0.3, 0.999_999_9, 1.0, 1.5, f32::NAN];
            for similarity in around.chain(others) {
                let lower = bounds.iter().filter(|bound| **bound < similarity).count();
                let [cell, ..] = cells(Lanes::splat(similarity)).to_array();
                let below = people.bounds_below(similarity, cell);
                assert_eq!(below, lower, "{similarity}");
            }
        }
    }
}
