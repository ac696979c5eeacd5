//! Which groups are told of.

use super::disclosure::{Base, told};
use super::figures::ToldFigures;
use super::people::people;
use super::result::Group;
use super::summary::Summary;
use super::suppressed::Suppressed;
use super::tally::Tally;
use super::{Audience, SMALLEST_GROUP};
use crate::catalogue::Catalogue;

/// What is told of everybody, the groups, and those that are left out.
pub(super) struct ToldGroups<'c> {
    pub(super) whole: ToldFigures,
    pub(super) groups: Vec<Group<'c>>,
    pub(super) left_out: Suppressed,
}

/// The groups that `audience` is told of: all of them, or those of which enough people can be
/// matched, and of each the figures that tell of no single person.
pub(super) fn groups<'c>(
    summary: &Summary,
    catalogue: &'c Catalogue,
    audience: Audience,
) -> ToldGroups<'c> {
    let all: Vec<(&String, &Tally)> = summary.groups.iter().collect();
    let is_listed = match audience {
        Audience::Adviser => vec![true; all.len()],
        Audience::Anyone => listed(&summary.all, &all),
    };
    let mut left_out = Suppressed::default();
    for ((_, of), _) in all.iter().zip(&is_listed).filter(|(_, is_listed)| !**is_listed) {
        left_out.groups += 1;
        left_out.respondents = left_out.respondents.saturating_add(of.respondents());
    }
    let shown = all.into_iter().zip(is_listed).filter(|(_, is_listed)| *is_listed);
    let (names, tallies): (Vec<&String>, Vec<&Tally>) = shown.map(|(group, _)| group).unzip();
    let is_private = audience == Audience::Adviser || summary.is_small();
    let (whole, figures) = if is_private {
        let of_groups = tallies.iter().map(|of| ToldFigures::everything(of));
        (ToldFigures::everything(&summary.all), of_groups.collect())
    } else {
        ToldFigures::safe(&summary.all, &tallies, &needed(catalogue))
    };
    let group = |((name, of), told): ((&String, &Tally), &ToldFigures)| Group {
        group: name.clone(),
        people: people(catalogue, of, told),
    };
    let groups = names.into_iter().zip(tallies).zip(&figures).map(group).collect();
    ToldGroups { whole, groups, left_out }
}

/// Which modules every role needs, whatever anybody answered.
fn needed(catalogue: &Catalogue) -> Vec<bool> {
    let careers = catalogue.careers();
    let is_needed = |module| careers.roles.iter().all(|role| role.needs(module));
    careers.modules.indices().map(is_needed).collect()
}

/// Which groups are named at all: enough people took part, and enough can be matched.
fn listed(all: &Tally, groups: &[(&String, &Tally)]) -> Vec<bool> {
    let figure = |people: fn(&Tally) -> u64, is_listed: &[bool]| {
        let base = |((_, of), is_listed): (&(&String, &Tally), &bool)| {
            Base::of(if *is_listed { people(of) } else { 0 }, &[])
        };
        let bases: Vec<Base> = groups.iter().zip(is_listed).map(base).collect();
        told(&Base::of(people(all), &[]), &bases).unwrap_or_else(|| vec![false; groups.len()])
    };
    let enough: Vec<bool> = groups.iter().map(|(_, of)| of.ranked >= SMALLEST_GROUP).collect();
    // Whoever is left out of the second joins the others of the first: ten more.
    let took_part = figure(Tally::respondents, &enough);
    let both = |(left, right): (&bool, &bool)| *left && *right;
    let took_part: Vec<bool> = took_part.iter().zip(&enough).map(both).collect();
    let matched = figure(|of| of.ranked, &took_part);
    matched.iter().zip(&took_part).map(both).collect()
}
