//! Which roles are too close to the first to call.

use super::direction::Direction;
use super::estimate::Estimate;
use super::normal::cumulative;
use super::ranking::{Directions, RankedRole};
use crate::catalogue::{Each, Role, RoleIx};

/// From this chance on that it suits better than the first, a role is too close
/// to the first to call.
pub const TOO_CLOSE: f64 = 1.0 / 3.0;

/// For each role but the first, the chance that it suits this person better than
/// the first does, 0 to 1; `None` for the first, and for roles that cannot be
/// matched.
///
/// With the true interests drawn from Normal(e, v), what a role is ahead by is
/// normal too: Φ(Σ w e / √(Σ w² v)), w being the difference of the two roles'
/// directions. So it is exact, and needs no draws. It is calibrated although the
/// first role was chosen by the same answers, as long as e and v are.
#[must_use]
pub fn over_first(
    ranking: &[RankedRole],
    directions: &Directions,
    estimate: &Estimate,
) -> Each<Role, Option<f64>> {
    let mut over = directions.each(None);
    let mut ranked = ranking.iter().map(|ranked| ranked.role);
    let Some(first) = ranked.next().and_then(|first| directions.direction(first)) else {
        return over;
    };
    for role in ranked {
        let direction = directions.direction(role);
        over[role] = direction.map(|direction| chance_over(direction, first, estimate));
    }
    over
}

fn chance_over(direction: &Direction, first: &Direction, estimate: &Estimate) -> f64 {
    let apart = direction.parts().iter().zip(first.parts()).map(|(own, first)| own - first);
    let (mut ahead, mut variance) = (0.0, 0.0);
    for (weight, interest) in apart.zip(&estimate.interests) {
        ahead += weight * interest.value;
        variance += weight * weight * interest.variance;
    }
    if variance > 0.0 {
        return cumulative(ahead / variance.sqrt());
    }
    // Nothing is left open, or nothing sets the two apart.
    if ahead > 0.0 {
        1.0
    } else if ahead < 0.0 {
        0.0
    } else {
        0.5
    }
}

/// The roles that are too close to the first to call, by falling chance; equal
/// chances go by rank.
#[must_use]
pub fn too_close(ranking: &[RankedRole], over_first: &Each<Role, Option<f64>>) -> Vec<RoleIx> {
    let chance = |role: &RoleIx| over_first[*role].unwrap_or(0.0);
    let mut close: Vec<RoleIx> = ranking.iter().map(|ranked| ranked.role).collect();
    close.retain(|role| chance(role) >= TOO_CLOSE);
    close.sort_by(|left, right| chance(right).total_cmp(&chance(left)));
    close
}
