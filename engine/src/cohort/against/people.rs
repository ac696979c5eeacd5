//! From two cohorts to what differs.

use super::result::{
    Against, GroupAgainst, InterestAgainst, OnlyThere, PeopleAgainst, RoleAgainst,
};
use crate::catalogue::Id;
use crate::cohort::difference::{MeanDifference, MeanOf, ShareDifference, corrected};
use crate::cohort::result::{Cohort, InterestSummary, People, RoleCount};

/// What the differences do not say.
const NOTICE: &str = "Expected shares are drawn toward even, since single answers waver: a change \
                      shows smaller in them than it is. These are different people, so a \
                      difference is one between two cohorts, and not a change of anybody.";

impl<'c> Cohort<'c> {
    /// The same set against an earlier cohort of other people, perhaps with other data files:
    /// what both have, by id, is compared where it is told of both.
    #[must_use]
    pub fn against(self, before: &Cohort<'c>) -> Self {
        let groups = self.groups.iter().filter_map(|now| {
            let then = before.groups.iter().find(|then| then.group == now.group)?;
            let people = PeopleAgainst::of(&now.people, &then.people);
            Some(GroupAgainst { group: now.group.clone(), people })
        });
        let is_in =
            |cohort: &Cohort<'_>, name: &str| cohort.groups.iter().any(|of| of.group == name);
        let names = self.groups.iter().chain(&before.groups).map(|of| of.group.clone());
        let mut groups_once: Vec<String> =
            names.filter(|name| !(is_in(&self, name) && is_in(before, name))).collect();
        groups_once.sort();
        let against = Against {
            catalogue: before.catalogue,
            notice: NOTICE,
            all: PeopleAgainst::of(&self.all, &before.all),
            groups: groups.collect(),
            groups_once,
            only_now: OnlyThere::of(&self, before),
            only_before: OnlyThere::of(before, &self),
        };
        // Figures of fewer than ten are for their adviser, whichever of the two they are of.
        let small = self.small || before.small;
        let notice = if self.small { self.notice } else { before.notice };
        Self { against: Some(against), small, notice, ..self }
    }
}

impl<'c> OnlyThere<'c> {
    /// What `cohort` has and `other` has not.
    fn of(cohort: &Cohort<'c>, other: &Cohort<'_>) -> Self {
        let is_not_in = |ids: &[&Id], id: &Id| !ids.contains(&id);
        let interests = |of: &People<'c>| of.interests.iter().map(|of| of.id).collect::<Vec<_>>();
        let other_interests: Vec<&Id> = other.all.interests.iter().map(|of| of.id).collect();
        let [mut roles, mut interests] = [cohort.role_ids.clone(), interests(&cohort.all)];
        roles.retain(|id| is_not_in(&other.role_ids, id));
        interests.retain(|id| is_not_in(&other_interests, id));
        Self { roles, interests }
    }
}

impl<'c> PeopleAgainst<'c> {
    fn of(now: &People<'c>, before: &People<'_>) -> Self {
        let roles = roles(now, before);
        let first = corrected(&roles.iter().map(|(.., first, _)| first.p).collect::<Vec<_>>());
        let expected = corrected(&roles.iter().map(|(.., of)| of.p).collect::<Vec<_>>());
        let role = |((of, mut first, mut expected), (first_p, p)): RoleWithP<'_, 'c>| {
            (first.p_corrected, expected.p_corrected) = (first_p, p);
            RoleAgainst { id: of.id, name: of.name, first, expected }
        };
        let roles = roles.into_iter().zip(first.into_iter().zip(expected)).map(role).collect();
        let interests = interests(now, before);
        let p = corrected(&interests.iter().map(|(_, mean)| mean.p).collect::<Vec<_>>());
        let interest =
            |((of, mut mean), p): ((&InterestSummary<'c>, MeanDifference), Option<f64>)| {
                mean.p_corrected = p;
                InterestAgainst { id: of.id, name: of.name, mean }
            };
        Self {
            respondents: now.respondents,
            respondents_before: before.respondents,
            roles,
            interests: interests.into_iter().zip(p).map(interest).collect(),
        }
    }
}

/// A role with what differs of it.
type RoleDifferences<'p, 'c> = (&'p RoleCount<'c>, ShareDifference, MeanDifference);

/// The same with its corrected p values.
type RoleWithP<'p, 'c> = (RoleDifferences<'p, 'c>, (Option<f64>, Option<f64>));

/// The roles of both, each with its differences.
fn roles<'p, 'c>(now: &'p People<'c>, before: &People<'_>) -> Vec<RoleDifferences<'p, 'c>> {
    let Some((ranked, ranked_before)) = now.status.ranked.zip(before.status.ranked) else {
        return Vec::new();
    };
    let both = now.roles.iter().filter_map(|of| {
        let then = before.roles.iter().find(|then| then.id == of.id)?;
        let first = ShareDifference::of((of.first, ranked), (then.first, ranked_before))?;
        let mean = |of: &RoleCount<'_>, people| MeanOf {
            people,
            mean: of.expected_share,
            sd: of.expected_sd.unwrap_or(0.0),
        };
        let expected = MeanDifference::of(mean(of, ranked), mean(then, ranked_before));
        Some((of, first, expected))
    });
    both.collect()
}

/// The interests of which both are told, each with the difference of the means.
fn interests<'p, 'c>(
    now: &'p People<'c>,
    before: &People<'_>,
) -> Vec<(&'p InterestSummary<'c>, MeanDifference)> {
    let mean = |of: &InterestSummary<'_>| {
        let (people, mean) = of.respondents.zip(of.mean)?;
        Some(MeanOf { people, mean, sd: of.sd.unwrap_or(0.0) })
    };
    let both = now.interests.iter().filter_map(|of| {
        let then = before.interests.iter().find(|then| then.id == of.id)?;
        Some((of, MeanDifference::of(mean(of)?, mean(then)?)))
    });
    both.collect()
}
