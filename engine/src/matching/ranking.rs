//! Which role is nearest to a person, which next, and so on.

use std::collections::HashMap;

use super::abreast::Abreast;
use super::direction::Direction;
use super::fit::{Band, fit};
use super::pattern::Pattern;
use crate::catalogue::{
    Careers, Each, Module, ModuleIx, Profile, Role, RoleIx, Specialism, SpecialismIx,
};
use crate::elementary::{exactly, nearest_whole};
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

/// A role in a ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankedRole {
    /// The role.
    pub role: RoleIx,
    /// How well it matches; `None` if its profile is flat as far as anything
    /// matters to this person.
    pub matched: Option<Match>,
}

/// The similarity 1 in units of 10^-12, and 1 more.
const ABOVE_ALL: i64 = 1_000_000_000_001;

/// The key of a role that cannot be matched, which stands behind every other.
const BEHIND_ALL: u64 = 2 * ABOVE_ALL.unsigned_abs();

/// More roles than these there never are.
const PLACES: u64 = 1 << 16;

/// A similarity in units of 10^-12, rounded: the key by which similarities are
/// compared. What rounding alone sets apart is equal, and equal similarities go
/// by id on every machine.
#[must_use]
pub fn comparable(similarity: f64) -> f64 {
    exactly(nearest_whole(similarity * 1e12))
}

/// How well `profile` matches; `None` if it is flat as far as anything matters.
#[must_use]
pub fn match_profile(
    profile: &Profile,
    pattern: &Pattern,
    importance: &Importance,
) -> Option<Match> {
    Some(matched(pattern, pattern.measured(), &Direction::of(profile, importance)?))
}

/// How well a direction matches a pattern, of which so many interests were `measured`.
fn matched(pattern: &Pattern, measured: usize, direction: &Direction) -> Match {
    matched_as(pattern.similarity(direction), pattern, measured, direction)
}

/// The same of a direction whose similarity is known.
fn matched_as(similarity: f64, pattern: &Pattern, measured: usize, direction: &Direction) -> Match {
    let fit = fit(similarity, pattern.reachable(direction), measured);
    Match { similarity, fit, band: Band::of(fit) }
}

/// The directions of what is matched beside the roles, under one set of importance weights:
/// worked out once for everyone who shares them.
#[derive(Debug, Clone)]
pub struct OtherDirections {
    modules: Each<Module, Option<Direction>>,
    specialisms: Each<Specialism, Option<Direction>>,
}

impl OtherDirections {
    /// Those of the modules and of the specialisms.
    #[must_use]
    pub fn of(careers: &Careers, importance: &Importance) -> Self {
        Self {
            modules: careers.modules.map(|of| Direction::of(&of.profile, importance)),
            specialisms: careers.specialisms.map(|of| Direction::of(&of.profile, importance)),
        }
    }

    /// How well the own profile of `module` matches; `None` if it is flat as far as anything
    /// matters.
    #[must_use]
    pub fn match_module(&self, module: ModuleIx, pattern: &Pattern) -> Option<Match> {
        Some(matched(pattern, pattern.measured(), self.modules[module].as_ref()?))
    }

    /// The same for `specialism`.
    #[must_use]
    pub fn match_specialism(&self, specialism: SpecialismIx, pattern: &Pattern) -> Option<Match> {
        Some(matched(pattern, pattern.measured(), self.specialisms[specialism].as_ref()?))
    }
}

/// The directions of all roles under one set of importance weights, worked out
/// once for everyone who shares them.
#[derive(Debug, Clone)]
pub struct Directions {
    roles: Each<Role, Option<Direction>>,
    /// All roles, by their ids.
    by_id: Vec<RoleIx>,
    /// The roles that can come first: those in one direction, which nothing can
    /// tell apart, together; by the first id of each.
    contenders: Vec<Vec<RoleIx>>,
    /// All roles' directions, by their ids.
    abreast: Abreast,
}

impl Directions {
    /// The roles' directions, in file order.
    #[must_use]
    pub fn of(careers: &Careers, importance: &Importance) -> Self {
        let roles = careers.roles.map(|role| Direction::of(&role.profile, importance));
        let mut by_id: Vec<RoleIx> = roles.indices().collect();
        by_id.sort_by_key(|role| &careers.roles[*role].id);
        let mut contenders: Vec<Vec<RoleIx>> = Vec::new();
        let mut seen = HashMap::new();
        for role in by_id.iter().copied() {
            let Some(direction) = &roles[role] else { continue };
            let bits = |part: &f64| comparable(*part).to_bits();
            let parts: Vec<u64> = direction.parts().iter().map(bits).collect();
            let place = *seen.entry(parts).or_insert(contenders.len());
            match contenders.get_mut(place) {
                Some(alike) => alike.push(role),
                None => contenders.push(vec![role]),
            }
        }
        let each: Vec<_> = by_id.iter().map(|role| roles[*role].as_ref()).collect();
        let abreast = Abreast::of(&each, importance.weights().len());
        Self { roles, by_id, contenders, abreast }
    }

    /// The same `value` for each role.
    pub(super) fn each<V: Clone>(&self, value: V) -> Each<Role, V> {
        self.roles.each(value)
    }

    /// The roles that can come first, those in one direction together, and the
    /// directions.
    pub(super) fn contenders(&self) -> impl Iterator<Item = (&[RoleIx], &Direction)> + Clone {
        self.contenders.iter().filter_map(|alike| {
            let first = self.roles[*alike.first()?].as_ref()?;
            Some((alike.as_slice(), first))
        })
    }

    /// The direction of `role`; `None` if it cannot be matched.
    #[must_use]
    pub fn direction(&self, role: RoleIx) -> Option<&Direction> {
        self.roles[role].as_ref()
    }

    /// Every role, the most similar first; equally similar ones by id; those
    /// that cannot be matched last.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::matching::{Directions, Estimate, Pattern};
    /// use rolefit_engine::sheet::{Answers, Importance};
    ///
    /// let answers = Answers::from_digits(&catalogue, "521234")?;
    /// let importance = Importance::equal(&catalogue);
    /// let estimate = Estimate::of(&answers);
    /// let pattern = Pattern::of(&estimate, &importance).ok().ok_or("ranked")?;
    /// let careers = catalogue.careers();
    /// let ranked = Directions::of(careers, &importance).rank(&pattern);
    /// let ids: Vec<&str> = ranked.iter().map(|at| careers.roles[at.role].id.as_str()).collect();
    /// assert_eq!(ids, ["clerk", "smith", "guide"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn rank(&self, pattern: &Pattern) -> Vec<RankedRole> {
        let mut ranked = Vec::with_capacity(self.by_id.len());
        ranked.extend(self.ranked(pattern));
        ranked
    }

    /// The same, one role after the other.
    pub(crate) fn ranked(&self, pattern: &Pattern) -> impl Iterator<Item = RankedRole> {
        let mut keyed = self.keyed(pattern);
        sort(&mut keyed);
        keyed.into_iter().filter_map(|of| {
            let role = *self.by_id.get(usize::try_from(of.key % PLACES).ok()?)?;
            Some(RankedRole { role, matched: of.matched() })
        })
    }

    /// How well each role matches, by their ids.
    fn keyed(&self, pattern: &Pattern) -> Vec<Keyed> {
        let mut keyed = Vec::with_capacity(self.by_id.len());
        if let Some(fours) = self.abreast.matches(pattern) {
            for (roles, (similarities, fits)) in self.by_id.chunks(4).zip(fours) {
                for (role, found) in roles.iter().zip(similarities.into_iter().zip(fits)) {
                    let found = self.roles[*role].is_some().then_some(found);
                    keyed.push(Keyed::new(keyed.len(), found));
                }
            }
            return keyed;
        }
        let measured = pattern.measured();
        let each = self.by_id.iter().enumerate().map(|(place, role)| {
            let found = self.roles[*role].as_ref().map(|direction| {
                let Match { similarity, fit, .. } = matched(pattern, measured, direction);
                (similarity, fit)
            });
            Keyed::new(place, found)
        });
        keyed.extend(each);
        keyed
    }
}

/// How well a role matches, behind a key by which the roles stand in their order: it rises as the
/// similarity falls, and ends with the place of the role among the ids.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Keyed {
    key: u64,
    similarity: f64,
    fit: f64,
}

/// So many roles are sorted without a branch that nothing foretells.
const FEW: usize = 32;

/// Sorts by the keys, no two of which are equal.
fn sort(keyed: &mut [Keyed]) {
    let mut sorted = [Keyed::default(); FEW];
    let Some(sorted) = sorted.get_mut(..keyed.len()) else {
        keyed.sort_unstable_by_key(|of| of.key);
        return;
    };
    for of in &*keyed {
        let before: usize = keyed.iter().map(|other| usize::from(other.key < of.key)).sum();
        if let Some(place) = sorted.get_mut(before) {
            *place = *of;
        }
    }
    keyed.copy_from_slice(sorted);
}

impl Keyed {
    /// Of the role at this `place`, its similarity and fit; none if it cannot be matched.
    fn new(place: usize, found: Option<(f64, f64)>) -> Self {
        // Rounded as for `comparable`.
        let below = |of: f64| (ABOVE_ALL - nearest_whole(of * 1e12)).unsigned_abs();
        let before = found.map_or(BEHIND_ALL, |(similarity, _)| below(similarity));
        let (similarity, fit) = found.unwrap_or_default();
        Self { key: before * PLACES + place as u64, similarity, fit }
    }

    fn matched(&self) -> Option<Match> {
        let Self { key, similarity, fit } = *self;
        (key / PLACES < BEHIND_ALL).then(|| Match { similarity, fit, band: Band::of(fit) })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn few_are_sorted_as_many(keys in proptest::collection::hash_set(0_u64..100, 0..40)) {
            let keyed = |key| Keyed { key, similarity: 0.5, fit: 1.0 };
            let mut found: Vec<Keyed> = keys.into_iter().map(keyed).collect();
            let mut expected = found.clone();
            expected.sort_by_key(|of| of.key);
            sort(&mut found);
            prop_assert_eq!(found, expected);
        }
    }
}
