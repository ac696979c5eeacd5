//! Which role is nearest to a person, which next, and so on.

use super::direction::Direction;
use super::fit::{Band, fit};
use super::pattern::Pattern;
use crate::catalogue::{Careers, Profile};
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
    let direction = Direction::of(profile, importance)?;
    let similarity = pattern.similarity(&direction);
    let fit = fit(similarity, pattern.measured());
    Some(Match { similarity, fit, band: Band::of(fit) })
}

/// Every role, the most similar first; equally similar ones by id; those that
/// cannot be matched last.
#[must_use]
pub fn rank(careers: &Careers, pattern: &Pattern, importance: &Importance) -> Vec<Place> {
    let mut ranked: Vec<_> = careers
        .roles
        .iter()
        .enumerate()
        .map(|(role, entry)| {
            let matched = match_profile(&entry.profile, pattern, importance);
            (Place { role, matched }, &entry.id)
        })
        .collect();
    let key = |place: &Place| place.matched.map_or(f64::NEG_INFINITY, |m| settled(m.similarity));
    ranked.sort_by(|(left, left_id), (right, right_id)| {
        key(right).total_cmp(&key(left)).then_with(|| left_id.cmp(right_id))
    });
    ranked.into_iter().map(|(place, _)| place).collect()
}
