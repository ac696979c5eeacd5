//! Which entries come first for the simulated respondents.

use crate::catalogue::{Catalogue, Each, Id, Ix, List, Module, Profile, Role, RoleIx};
use crate::matching::{Direction, Estimate, Pattern, comparable};
use crate::parallel::map_each;
use crate::sheet::{Answers, Importance};
use crate::simulation::Respondent;

/// Two profiles that are more alike are the same, but for rounding.
pub(super) const SAME: f64 = 1.0 - 1e-12;

/// How the profiles of entries of one kind compare with people, every interest
/// mattering alike.
#[derive(Debug, Clone)]
pub(super) struct Compass<T> {
    /// The entries with their directions, in order of id.
    directions: Vec<(Ix<T>, Direction)>,
    /// Where in that list each entry is.
    places: Each<T, Option<usize>>,
    importance: Importance,
}

impl<T> Compass<T> {
    fn of<'c>(
        catalogue: &'c Catalogue,
        entries: &'c List<T>,
        entry: impl Fn(&'c T) -> (&'c Id, &'c Profile),
    ) -> Self {
        let importance = Importance::equal(catalogue);
        let mut sorted: Vec<_> = entries.indexed().map(|(ix, of)| (ix, entry(of))).collect();
        sorted.sort_by_key(|(_, (id, _))| *id);
        let direction = |(ix, (_, profile)): (Ix<T>, (_, &Profile))| {
            Some((ix, Direction::of(profile, &importance)?))
        };
        let directions: Vec<_> = sorted.into_iter().filter_map(direction).collect();
        let mut places = entries.each(None);
        for (place, (ix, _)) in directions.iter().enumerate() {
            places[*ix] = Some(place);
        }
        Self { directions, places, importance }
    }

    /// The entries and their directions, in order of id.
    pub(super) fn directions(&self) -> &[(Ix<T>, Direction)] {
        &self.directions
    }

    /// The direction of an entry; `None` if its profile is flat.
    pub(super) fn direction(&self, entry: Ix<T>) -> Option<&Direction> {
        self.directions.get(self.places[entry]?).map(|(_, direction)| direction)
    }

    /// The first few entries for someone with these interests, best first.
    /// Equally similar ones go by id.
    pub(super) fn first<const N: usize>(&self, interests: &[f64]) -> [Option<Ix<T>>; N] {
        let mut best: [(Option<Ix<T>>, f64); N] = [(None, f64::NEG_INFINITY); N];
        for (ix, direction) in &self.directions {
            let mut entry = (Some(*ix), comparable(direction.dot(interests)));
            for slot in &mut best {
                if entry.1 > slot.1 {
                    std::mem::swap(slot, &mut entry);
                }
            }
        }
        best.map(|(ix, _)| ix)
    }

    /// The same from answers; nothing if they cannot be ranked.
    pub(super) fn first_by_answers<const N: usize>(
        &self,
        answers: &Answers<'_>,
    ) -> [Option<Ix<T>>; N] {
        let Some(pattern) = self.pattern(answers) else { return [None; N] };
        let parts = pattern.centred().iter();
        let unit: Vec<f64> = parts.map(|part| part / pattern.length()).collect();
        self.first(&unit)
    }

    /// What the answers say of a person; nothing if they cannot be ranked.
    pub(super) fn pattern(&self, answers: &Answers<'_>) -> Option<Pattern> {
        Pattern::of(&Estimate::of(answers), &self.importance).ok()
    }
}

impl Compass<Role> {
    /// Of the roles.
    pub(super) fn of_roles(catalogue: &Catalogue) -> Self {
        Self::of(catalogue, &catalogue.careers().roles, |role| (&role.id, &role.profile))
    }
}

impl Compass<Module> {
    /// Of the modules.
    pub(super) fn of_modules(catalogue: &Catalogue) -> Self {
        Self::of(catalogue, &catalogue.careers().modules, |module| (&module.id, &module.profile))
    }
}

/// The first three roles of every respondent.
#[derive(Debug, Clone)]
pub(super) struct Shares {
    /// How roles compare with people.
    pub(super) compass: Compass<Role>,
    /// By the answers, in the order of the respondents.
    pub(super) first_three: Vec<[Option<RoleIx>; 3]>,
    /// By the true interests.
    pub(super) truly_first: Vec<Option<RoleIx>>,
}

impl Shares {
    pub(super) fn of(catalogue: &Catalogue, respondents: &[Respondent<'_>]) -> Self {
        let compass = Compass::of_roles(catalogue);
        let firsts = map_each(respondents, |respondent| {
            let [truly] = compass.first(respondent.interests.as_slice());
            (compass.first_by_answers(&respondent.answers), truly)
        });
        let (first_three, truly_first) = firsts.into_iter().unzip();
        Self { compass, first_three, truly_first }
    }

    /// The share of respondents of whom `which` holds.
    pub(super) fn share(&self, which: impl Fn(&[Option<RoleIx>; 3]) -> bool) -> f64 {
        share(self.first_three.iter().filter(|three| which(three)).count(), self.first_three.len())
    }
}

/// `part` of `whole`; 0 of nothing.
#[expect(clippy::cast_precision_loss, reason = "the numbers of respondents are small")]
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
