//! Pairs of roles that few people can be told apart by, and what would part them.

use super::repairs::{AlikePair, WeightMove};
use super::shares::Compass;
use super::weights::{ProfileScale, WeightRange};
use crate::catalogue::{Catalogue, Interest, List, Role, RoleIx};
use crate::matching::Direction;
use crate::parallel::map_each;

/// Profiles that correlate more than this are hard to tell apart.
pub(super) const ALIKE: f64 = 0.75;

/// More pairs than this are counted and not told.
const MOST: usize = 200;

/// The pairs that are too alike.
pub(super) struct AlikePairs<'c> {
    /// The most alike, by falling similarity, then in file order.
    pub(super) told: Vec<AlikePair<'c>>,
    /// How many there are.
    pub(super) all: usize,
}

/// A pair and how alike it is.
type Alike = (RoleIx, RoleIx, f64);

impl<'c> AlikePairs<'c> {
    /// Those of a catalogue.
    pub(super) fn of(catalogue: &'c Catalogue, compass: &Compass<Role>) -> Self {
        let mut directions = compass.directions().to_vec();
        directions.sort_by_key(|(role, _)| *role);
        let rows: Vec<usize> = (0..directions.len()).collect();
        let found = map_each(&rows, |row| alike_with(&directions, *row));
        let all = found.iter().map(|(all, _)| all).sum();
        let mut pairs: Vec<Alike> = found.into_iter().flat_map(|(_, pairs)| pairs).collect();
        keep_most_alike(&mut pairs);
        let range = WeightRange::of(catalogue.careers());
        let told = map_each(&pairs, |pair| parted(catalogue, compass, range, *pair));
        Self { told: told.into_iter().flatten().collect(), all }
    }
}

/// How many roles after that in `row` are too alike to it, and the most alike of them.
fn alike_with(directions: &[(RoleIx, Direction)], row: usize) -> (usize, Vec<Alike>) {
    let Some((one, own)) = directions.get(row) else { return (0, Vec::new()) };
    let others = directions.iter().skip(row + 1);
    let pair = |(other, direction): &(RoleIx, Direction)| {
        (*one, *other, own.dot(direction.parts()).clamp(-1.0, 1.0))
    };
    let mut alike: Vec<Alike> = others.map(pair).filter(|of| of.2 > ALIKE + 1e-9).collect();
    let all = alike.len();
    keep_most_alike(&mut alike);
    (all, alike)
}

fn keep_most_alike(pairs: &mut Vec<Alike>) {
    pairs.sort_by(|left, right| {
        right.2.total_cmp(&left.2).then_with(|| (left.0, left.1).cmp(&(right.0, right.1)))
    });
    pairs.truncate(MOST);
}

/// A pair with what would part it.
fn parted<'c>(
    catalogue: &'c Catalogue,
    compass: &Compass<Role>,
    range: WeightRange,
    (one, other, similarity): Alike,
) -> Option<AlikePair<'c>> {
    let roles = &catalogue.careers().roles;
    let interests = &catalogue.questionnaire().interests;
    let direction = |role| compass.direction(role).map(Direction::parts);
    let side = |own, against| {
        let (role, scale) = (&roles[own], ProfileScale::of(&roles[own].profile));
        let (own, against) = (direction(own)?, direction(against)?);
        Some(Side { role, scale, own, against, similarity, range, interests })
    };
    let sides = [side(one, other)?, side(other, one)?];
    let mut moves: Vec<WeightMove<'c>> = sides.iter().flat_map(Side::single_moves).collect();
    moves.sort_by(|left, right| left.by().abs().total_cmp(&right.by().abs()));
    let two = sides.iter().filter_map(Side::opposite_moves);
    let two_moves = two.min_by(|left, right| left[0].by().abs().total_cmp(&right[0].by().abs()));
    let roles = [&roles[one].id, &roles[other].id];
    Some(AlikePair { roles, similarity, limit: ALIKE, moves, two_moves })
}

/// One profile of a pair, to be moved away from the other.
struct Side<'p, 'c> {
    role: &'c Role,
    scale: ProfileScale<'p>,
    own: &'p [f64],
    against: &'p [f64],
    similarity: f64,
    range: WeightRange,
    interests: &'c List<Interest>,
}

impl<'c> Side<'_, 'c> {
    /// For each interest the smallest move of its weight alone that is enough.
    fn single_moves(&self) -> Vec<WeightMove<'c>> {
        let places = 0..self.own.len();
        #[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
        let even = 1.0 / self.own.len() as f64;
        let single = |place| {
            let (own, against) = (self.own.get(place)?, self.against.get(place)?);
            let amounts = self.amounts(*against, *own, 1.0 - even);
            let mut moves = amounts.into_iter().filter_map(|by| self.moved(place, by));
            moves.next()
        };
        places.filter_map(single).collect()
    }

    /// The smallest equal moves of two weights, the one up and the other down.
    fn opposite_moves(&self) -> Option<[WeightMove<'c>; 2]> {
        let size = self.own.len();
        let pairs = (0..size).flat_map(|up| (up + 1..size).map(move |down| (up, down)));
        let opposite = |(up, down): (usize, usize)| {
            let apart = |of: &[f64]| Some(of.get(up)? - of.get(down)?);
            let amounts = self.amounts(apart(self.against)?, apart(self.own)?, 2.0);
            let mut moves = amounts.into_iter().filter_map(|by| {
                let both = [self.moved(up, by)?, self.moved(down, -by)?];
                Some(if by > 0.0 { both } else { [both[1], both[0]] })
            });
            moves.next()
        };
        pairs
            .filter_map(opposite)
            .min_by(|left, right| left[0].by().abs().total_cmp(&right[0].by().abs()))
    }

    /// By how much to go along v so that the correlation comes to the limit, the smaller amount
    /// first: (s + ε b) = L √(1 + 2 ε d + ε² q) with b = v · against, d = v · own and q = v · v.
    fn amounts(&self, b: f64, d: f64, q: f64) -> Vec<f64> {
        let (s, limit) = (self.similarity, ALIKE * ALIKE);
        let (square, half, rest) = (b * b - limit * q, s * b - limit * d, s * s - limit);
        let mut amounts = if square.abs() < 1e-12 {
            vec![-rest / (2.0 * half)]
        } else {
            let root = (half * half - square * rest).sqrt();
            vec![(-half - root) / square, (-half + root) / square]
        };
        // Of a square the root with the other sign is no solution, nor is the end of a move along
        // the profile itself, where rounding alone leaves a length.
        amounts.retain(|amount| amount.is_finite() && s + amount * b > 1e-6);
        amounts.sort_by(|left, right| left.abs().total_cmp(&right.abs()));
        amounts
    }

    /// The weight in `place` moved by so many lengths of the profile, if that is in range.
    fn moved(&self, place: usize, by: f64) -> Option<WeightMove<'c>> {
        let from = *self.scale.weights.get(place)?;
        let to = from + by * self.scale.unit;
        let interest = &self.interests.as_slice().get(place)?.id;
        let moved = WeightMove { role: &self.role.id, interest, from, to };
        self.range.contains(to).then_some(moved)
    }
}
