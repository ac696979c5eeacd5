//! Who crowds out a role that rarely comes first, and what would free it.

use std::cmp::Ordering::Equal;
use std::collections::BTreeMap;

use super::effort::Effort;
use super::repairs::{CrowdingRole, FreeingChange, WeightMove};
use super::shares::{Compass, SAME, Shares, share};
use super::weights::WeightRange;
use crate::catalogue::{Catalogue, Each, Profile, Role, RoleIx};
use crate::matching::{Direction, comparable};
use crate::parallel::map_each;
use crate::sheet::Importance;
use crate::simulation::Respondent;

/// A role that comes first less often than this times its even share is rare.
pub(super) const RARE: f64 = 0.6;
/// One that comes first more often than this times its even share crowds others out.
pub(super) const FREQUENT: f64 = 1.6;

/// How many of the roles that crowd another out are told.
const MOST_CROWDING: usize = 5;
/// So many rare roles are tried to be freed, the rarest first.
const MOST_FREED: usize = 12;

/// How often a role comes first as a multiple of an even share, and two standard errors of
/// that, so that chance alone warns of few.
#[expect(clippy::cast_precision_loss, reason = "the numbers of respondents are small")]
pub(super) fn times_even(first_share: f64, roles: usize, respondents: usize) -> (f64, f64) {
    let even = 1.0 / roles as f64;
    // One that was seen never or rarely may still be as frequent as a rare one is.
    let expected = first_share.max(RARE * even);
    let error = 2.0 * (expected / respondents.max(1) as f64).sqrt() / even;
    (first_share / even, error)
}

/// For each role the roles that come first for the respondents whom it truly suits best, itself
/// too, by falling share; and the share of respondents whom it does suit best.
pub(super) fn crowding<'c>(
    catalogue: &'c Catalogue,
    shares: &Shares,
) -> Each<Role, (Vec<CrowdingRole<'c>>, f64)> {
    let roles = &catalogue.careers().roles;
    let mut counts: BTreeMap<RoleIx, BTreeMap<RoleIx, usize>> = BTreeMap::new();
    let mut suited = roles.each(0_usize);
    for (three, truly) in shares.first_three.iter().zip(&shares.truly_first) {
        let Some(truly) = *truly else { continue };
        suited[truly] += 1;
        if let Some(first) = three[0] {
            *counts.entry(truly).or_default().entry(first).or_default() += 1;
        }
    }
    let mut found = roles.each((Vec::new(), 0.0));
    for ((role, suited), (crowding, of_all)) in suited.indexed().zip(found.iter_mut()) {
        *of_all = share(*suited, shares.first_three.len());
        let firsts = counts.get(&role).into_iter().flatten();
        let told = |(of, count): (&RoleIx, &usize)| {
            let share = share(*count, *suited);
            CrowdingRole { id: &roles[*of].id, share }
        };
        crowding.extend(firsts.map(told));
        crowding.sort_by(|left, right| {
            right.share.total_cmp(&left.share).then_with(|| left.id.cmp(right.id))
        });
        crowding.truncate(MOST_CROWDING);
    }
    found
}

/// For each rare role the one change of a weight that frees it, if any has an effect.
pub(super) fn freeing<'c>(
    catalogue: &'c Catalogue,
    respondents: &[Respondent<'_>],
    shares: &Shares,
    effort: Effort,
) -> Each<Role, Option<FreeingChange<'c>>> {
    let roles = &catalogue.careers().roles;
    let mut found = roles.each(None);
    let all = shares.first_three.len();
    let firsts = firsts(roles, shares);
    let mut rare: Vec<(RoleIx, usize)> = firsts.indexed().map(|(of, count)| (of, *count)).collect();
    rare.retain(|(_, count)| {
        let (times, error) = times_even(share(*count, all), roles.len(), all);
        times + error < RARE
    });
    rare.sort_by_key(|(_, count)| *count);
    rare.truncate(MOST_FREED);
    if rare.is_empty() {
        return found;
    }
    let interests = catalogue.questionnaire().interests.len();
    let asked = effort.respondents_at(rare.len() * 4 * interests * (interests + 8)).min(all);
    let people: Vec<_> = respondents.iter().zip(&shares.first_three).take(asked).collect();
    let people = map_each(&people, |(respondent, three)| {
        let pattern = shares.compass.pattern(&respondent.answers)?;
        let unit = pattern.centred().iter().map(|part| part / pattern.length()).collect();
        Some(RankedPerson { unit, three: **three })
    });
    let people: Vec<RankedPerson> = people.into_iter().flatten().collect();
    let trials = Trials { catalogue, compass: &shares.compass, people: &people, asked };
    for (role, _) in rare {
        found[role] = trials.best(role);
    }
    found
}

fn firsts(roles: &Each<Role, Role>, shares: &Shares) -> Each<Role, usize> {
    let mut counts = roles.each(0);
    for first in shares.first_three.iter().filter_map(|three| three[0]) {
        counts[first] += 1;
    }
    counts
}

/// A respondent who can be ranked.
struct RankedPerson {
    unit: Vec<f64>,
    three: [Option<RoleIx>; 3],
}

/// What is needed to try a change.
struct Trials<'a, 'c> {
    catalogue: &'c Catalogue,
    compass: &'a Compass<Role>,
    people: &'a [RankedPerson],
    /// How many respondents they were taken from.
    asked: usize,
}

/// A change that was tried.
struct Trial<'c> {
    change: FreeingChange<'c>,
    /// How many roles are then outside the fair range.
    unfair: usize,
    /// How far the role is from an even share, as a multiple of it.
    off: f64,
}

impl<'c> Trials<'_, 'c> {
    /// The change that serves `role` best: one that brings it into the fair range, by fewest
    /// roles outside it, then nearest to an even share; if none does, the one that gives most.
    fn best(&self, role: RoleIx) -> Option<FreeingChange<'c>> {
        let profiles = [Some(role), self.crowder(role)];
        let changes: Vec<(RoleIx, WeightMove<'c>)> =
            profiles.into_iter().flatten().flat_map(|of| self.changes(of)).collect();
        let trials = map_each(&changes, |(of, change)| self.tried(role, *of, *change));
        let before = self.counts(role, role, self.compass.direction(role)?);
        let before = share(before[role], self.asked);
        let trials = trials.into_iter().flatten();
        let better = trials.filter(|trial| trial.change.first_share > before);
        better
            .min_by(|left, right| {
                let by_enough = right.change.is_enough.cmp(&left.change.is_enough);
                let is_enough = left.change.is_enough;
                let by_fair = if is_enough { left.unfair.cmp(&right.unfair) } else { Equal };
                by_enough.then(by_fair).then(left.off.total_cmp(&right.off))
            })
            .map(|trial| trial.change)
    }

    /// The other role that comes first most often where `role` is second or third; the first
    /// of equals.
    fn crowder(&self, role: RoleIx) -> Option<RoleIx> {
        let mut counts = self.catalogue.careers().roles.each(0_usize);
        for person in self.people.iter().filter(|of| of.three.contains(&Some(role))) {
            if let Some(first) = person.three[0].filter(|first| *first != role) {
                counts[first] += 1;
            }
        }
        let most = counts.indexed().rev().max_by_key(|(_, count)| **count)?;
        (*most.1 > 0).then_some(most.0)
    }

    /// Every weight of a role one step up or down, where the range allows it.
    fn changes(&self, of: RoleIx) -> Vec<(RoleIx, WeightMove<'c>)> {
        let range = WeightRange::of(self.catalogue.careers());
        let role = &self.catalogue.careers().roles[of];
        let interests = self.catalogue.questionnaire().interests.iter();
        let weights = interests.zip(role.profile.weights());
        let both = weights.flat_map(|(interest, from)| {
            [-1.0, 1.0].map(|sign| WeightMove {
                role: &role.id,
                interest: &interest.id,
                from: *from,
                to: from + sign * range.step(),
            })
        });
        both.filter(|change| range.contains(change.to)).map(|change| (of, change)).collect()
    }

    /// What becomes of `role` if the profile of `of` is changed.
    fn tried(&self, role: RoleIx, of: RoleIx, change: WeightMove<'c>) -> Option<Trial<'c>> {
        let interests = &self.catalogue.questionnaire().interests;
        let place = interests.position(|interest| interest.id == *change.interest)?;
        let roles = &self.catalogue.careers().roles;
        let mut weights = roles[of].profile.weights().to_vec();
        *weights.get_mut(place.number())? = change.to;
        let importance = Importance::equal(self.catalogue);
        let direction = Direction::of(&Profile::new(weights)?, &importance)?;
        if self.is_anothers(of, &direction) {
            return None;
        }
        let counts = self.counts(role, of, &direction);
        let times = |count: usize| times_even(share(count, self.asked), roles.len(), self.asked).0;
        let is_fair = |times: f64| (RARE..=FREQUENT).contains(&times);
        let own = times(counts[role]);
        let first_share = share(counts[role], self.asked);
        Some(Trial {
            change: FreeingChange { change, first_share, is_enough: is_fair(own) },
            unfair: counts.iter().filter(|count| !is_fair(times(**count))).count(),
            off: (own - 1.0).abs(),
        })
    }

    /// Whether another role than `of` has this direction: neither would be strictly first.
    fn is_anothers(&self, of: RoleIx, direction: &Direction) -> bool {
        let mut others = self.compass.directions().iter().filter(|(other, _)| *other != of);
        others.any(|(_, other)| direction.dot(other.parts()) > SAME)
    }

    /// How often each role comes first where `changed`, the role itself or another, points
    /// along `direction`.
    fn counts(&self, role: RoleIx, changed: RoleIx, direction: &Direction) -> Each<Role, usize> {
        let roles = &self.catalogue.careers().roles;
        let mut counts = roles.each(0);
        let own = self.compass.direction(role);
        for person in self.people {
            let others = person.three.into_iter().flatten();
            let other = others.into_iter().find(|of| *of != role && *of != changed);
            let other = other.and_then(|of| Some((of, self.compass.direction(of)?)));
            let own = own.filter(|_| role != changed).map(|own| (role, own));
            let contenders = [Some((changed, direction)), own, other].into_iter().flatten();
            let keyed = contenders.map(|(of, way)| (of, comparable(way.dot(&person.unit))));
            let first = keyed.max_by(|(left, left_key), (right, right_key)| {
                let by_id = || roles[*right].id.cmp(&roles[*left].id);
                left_key.total_cmp(right_key).then_with(by_id)
            });
            if let Some((first, _)) = first {
                counts[first] += 1;
            }
        }
        counts
    }
}
