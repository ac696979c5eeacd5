//! Which groups are told of, so that no figure tells of single people.

use super::SMALLEST_GROUP;
use super::people::people;
use super::result::{Group, InterestSummary, Suppressed};
use super::summary::Summary;
use super::tally::Tally;
use crate::catalogue::Catalogue;

/// The groups of which enough people can be matched: those who answered next
/// to nothing hide nobody. A single small group could be told from all and the
/// others, so the smallest of the others then goes with it.
pub(super) fn groups<'c>(
    summary: &Summary,
    catalogue: &'c Catalogue,
) -> (Vec<Group<'c>>, Suppressed) {
    let mut sizes: Vec<(u64, &String)> =
        summary.groups.iter().map(|(name, of)| (of.ranked, name)).collect();
    sizes.sort_unstable();
    let mut left_out = Suppressed::default();
    let mut hidden = Vec::new();
    let mut matched = 0_u64;
    for (size, name) in sizes {
        let would_tell = left_out.groups > 0 && matched < SMALLEST_GROUP;
        if size >= SMALLEST_GROUP && !would_tell {
            break;
        }
        left_out.groups += 1;
        matched = matched.saturating_add(size);
        let people = summary.groups.get(name).map_or(0, Tally::respondents);
        left_out.respondents = left_out.respondents.saturating_add(people);
        hidden.push(name);
    }
    let shown = summary.groups.iter().filter(|(name, _)| !hidden.contains(name));
    let group = |(name, of): (&String, &Tally)| Group {
        group: name.clone(),
        people: people(catalogue, of),
    };
    let mut groups: Vec<Group<'_>> = shown.map(group).collect();
    for (place, of) in summary.all.interests.iter().enumerate() {
        let each = groups.iter_mut().filter_map(|of| of.people.interests.get_mut(place));
        hide_few(each.collect(), of.people);
    }
    (groups, left_out)
}

/// Takes away the figures of one interest where they would tell of single people:
/// of groups in which few answered, and as long as all who answered, less those of
/// whom figures are told, are few themselves, of the next smallest group.
fn hide_few(mut groups: Vec<&mut InterestSummary<'_>>, all: u64) {
    groups.sort_by_key(|of| of.respondents);
    let told: u64 = groups.iter().map(|of| of.respondents).sum();
    let mut untold = all.saturating_sub(told);
    for of in groups {
        let would_tell = untold > 0 && untold < SMALLEST_GROUP;
        if of.respondents >= SMALLEST_GROUP && !would_tell {
            return;
        }
        untold += of.respondents;
        of.hide();
    }
}

impl InterestSummary<'_> {
    /// Takes away all but how many answered.
    fn hide(&mut self) {
        (self.mean, self.sd) = (None, None);
        for bin in &mut self.distribution {
            bin.respondents = 0;
        }
    }
}
