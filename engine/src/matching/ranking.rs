//! Which role is nearest to a person, which next, and so on.

use std::collections::HashMap;
use std::iter::zip;

use fearless_simd::{Level, dispatch};
use smallvec::SmallVec;

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
    /// What the processor can do.
    level: Level,
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
        Self { roles, by_id, contenders, abreast, level: Level::new() }
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
        self.ranked(pattern, usize::MAX, |role| ranked.push(role));
        ranked
    }

    /// Gives the first `top` of the same to `take`, one after the other.
    pub(crate) fn ranked(&self, pattern: &Pattern, top: usize, take: impl FnMut(RankedRole)) {
        let count = self.by_id.len();
        // Filled where it stands, it is not copied.
        let mut keyed = SmallVec::<[Keyed; FEW]>::new();
        keyed.resize(count, Keyed::default());
        self.find(pattern, &mut keyed);
        if count <= FEW {
            let order = order(&keyed);
            let sorted = order.iter().take(count.min(top));
            let sorted = sorted.filter_map(|place| keyed.get(usize::from(*place)));
            sorted.filter_map(|of| self.role(of)).for_each(take);
        } else {
            keyed.sort_unstable_by_key(|of| of.key);
            keyed.iter().take(top).filter_map(|of| self.role(of)).for_each(take);
        }
    }

    /// The role that has this key.
    fn role(&self, of: &Keyed) -> Option<RankedRole> {
        let role = *self.by_id.get(usize::try_from(of.key % PLACES).ok()?)?;
        Some(RankedRole { role, matched: of.matched() })
    }

    /// Finds how well each role matches, by their ids.
    fn find(&self, pattern: &Pattern, keyed: &mut [Keyed]) {
        // The same steps with all instructions that the processor has.
        dispatch!(self.level, _simd => self.found(pattern, keyed));
    }

    #[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
    #[inline(always)]
    fn found(&self, pattern: &Pattern, keyed: &mut [Keyed]) {
        if let Some(fours) = self.abreast.matches(pattern) {
            let roles = zip(keyed.chunks_mut(4), self.by_id.chunks(4));
            for (first, ((keyed, roles), (similarities, fits))) in
                (0..).step_by(4).zip(zip(roles, fours))
            {
                let found = zip(similarities, fits);
                for (place, ((keyed, role), found)) in (first..).zip(zip(zip(keyed, roles), found))
                {
                    *keyed = Keyed::new(place, self.roles[*role].is_some().then_some(found));
                }
            }
            return;
        }
        let measured = pattern.measured();
        for (place, (keyed, role)) in zip(keyed, &self.by_id).enumerate() {
            let found = self.roles[*role].as_ref().map(|direction| {
                let Match { similarity, fit, .. } = matched(pattern, measured, direction);
                (similarity, fit)
            });
            *keyed = Keyed::new(place, found);
        }
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

/// So many roles are put in order without a branch that nothing foretells.
const FEW: usize = 32;

/// The places of these few, no two of which have the same key, in the order of their keys.
fn order(keyed: &[Keyed]) -> [u8; FEW] {
    let mut order = [0; FEW];
    for (place, of) in (0..).zip(keyed) {
        let before: usize = keyed.iter().map(|other| usize::from(other.key < of.key)).sum();
        if let Some(at) = order.get_mut(before) {
            *at = place;
        }
    }
    order
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
    use crate::catalogue::small_catalogue::CATALOGUE;
    use crate::sheet::{Answers, Sheet};

    proptest! {
        #[test]
        fn roles_match_as_each_alone_whatever_the_processor_has(
            digits in "[1-5]{6}|[1-5-]{6}",
            counts in proptest::collection::vec(0.0..5.0, 4),
        ) {
            let careers = CATALOGUE.careers();
            let mut sheet = Sheet::new(Answers::from_digits(&CATALOGUE, &digits).unwrap());
            let interests = CATALOGUE.questionnaire().interests.indices();
            // To some people every interest counts as much as usual.
            for (interest, count) in interests.zip(counts) {
                sheet.set_importance(interest, if count < 4.0 { 1.0 } else { 4.9 - count });
            }
            let importance = sheet.importance();
            if let Ok(pattern) = Pattern::of_sheet(&sheet) {
                let mut expected: Vec<RankedRole> = careers
                    .roles
                    .indexed()
                    .map(|(role, of)| RankedRole {
                        role,
                        matched: match_profile(&of.profile, &pattern, importance),
                    })
                    .collect();
                expected.sort_by_key(|of| &careers.roles[of.role].id);
                let below = |of: &RankedRole| {
                    of.matched.map_or(f64::INFINITY, |of| -comparable(of.similarity))
                };
                expected.sort_by(|one, other| below(one).total_cmp(&below(other)));
                for level in [Level::new(), Level::baseline()] {
                    let directions = Directions { level, ..Directions::of(careers, importance) };
                    prop_assert_eq!(&directions.rank(&pattern), &expected);
                }
            }
        }

        #[test]
        fn few_are_put_in_order_as_many(keys in proptest::collection::hash_set(0_u64..100, 0..=FEW)) {
            let keyed = |key| Keyed { key, similarity: 0.5, fit: 1.0 };
            let few: Vec<Keyed> = keys.into_iter().map(keyed).collect();
            let mut expected = few.clone();
            expected.sort_by_key(|of| of.key);
            let order = order(&few);
            let found: Vec<Keyed> =
                order[..few.len()].iter().map(|place| few[usize::from(*place)]).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
