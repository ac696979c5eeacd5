//! Which role is nearest to a person, which next, and so on.

use super::direction::Direction;
use super::fit::{Band, fit};
use super::pattern::Pattern;
use crate::catalogue::{Careers, Id, Profile};
use crate::sheet::Importance;

/// How well a profile matches a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The correlation of profile and person, -1 to 1.
    pub similarity: f64,
    /// The share of unrelated profiles that agree less, 0 to 100.
    pub fit: f64,
    /// The fit in a word.
    pub band: Band,
}

/// A role's place in a ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The role's number in [`Careers::roles`].
    pub role: usize,
    /// How well it matches; `None` if its profile is flat as far as anything
    /// matters to this person.
    pub matched: Option<Match>,
}

/// A similarity to twelve decimals, by which it is compared: what rounding alone
/// sets apart is equal, and equal similarities go by id on every machine.
#[must_use]
pub fn settled(similarity: f64) -> f64 {
    // Adding 0 makes of -0 the 0 that it equals.
    (similarity * 1e12).round() + 0.0
}

/// How well `profile` matches; `None` if it is flat as far as anything matters.
#[must_use]
pub fn match_profile(
    profile: &Profile,
    pattern: &Pattern,
    importance: &Importance,
) -> Option<Match> {
    Some(matched(pattern, &Direction::of(profile, importance)?))
}

fn matched(pattern: &Pattern, direction: &Direction) -> Match {
    let similarity = pattern.similarity(direction);
    let fit = fit(similarity, pattern.measured());
    Match { similarity, fit, band: Band::of(fit) }
}

/// The directions of all roles under one set of importance weights, worked out
/// once for everyone who shares them.
#[derive(Debug, Clone)]
pub struct Directions(Vec<Option<Direction>>);

impl Directions {
    /// The roles' directions, in file order.
    #[must_use]
    pub fn of(careers: &Careers, importance: &Importance) -> Self {
        let roles = careers.roles.iter();
        Self(roles.map(|role| Direction::of(&role.profile, importance)).collect())
    }

    /// Every role, the most similar first; equally similar ones by id; those
    /// that cannot be matched last.
    #[must_use]
    pub fn rank(&self, careers: &Careers, pattern: &Pattern) -> Vec<Place> {
        let mut ranked: Vec<(Place, f64, &Id)> = careers
            .roles
            .iter()
            .zip(&self.0)
            .enumerate()
            .map(|(role, (entry, direction))| {
                let matched = direction.as_ref().map(|direction| matched(pattern, direction));
                let key = matched.map_or(f64::NEG_INFINITY, |matched| settled(matched.similarity));
                (Place { role, matched }, key, &entry.id)
            })
            .collect();
        ranked.sort_by(|(_, left, left_id), (_, right, right_id)| {
            right.total_cmp(left).then_with(|| left_id.cmp(right_id))
        });
        ranked.into_iter().map(|(place, _, _)| place).collect()
    }
}
