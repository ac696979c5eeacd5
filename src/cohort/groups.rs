//! Which groups are told of, so that no figure tells of single people.

use super::SMALLEST_GROUP;
use super::build::people;
use super::parts::{Group, Interest, Suppressed};
use super::summary::Summary;
use super::tally::Tally;
use crate::catalogue::Catalogue;

impl Summary {
    /// The groups of which enough people can be matched: those who answered next
    /// to nothing hide nobody. A single small group could be told from all and the
    /// others, so the smallest of the others then goes with it.
    pub(super) fn groups(&self, catalogue: &Catalogue) -> (Vec<Group>, Suppressed) {
        let mut sizes: Vec<(u64, &String)> =
            self.groups.iter().map(|(name, of)| (of.ranked, name)).collect();
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
            let people = self.groups.get(name).map_or(0, Tally::respondents);
            left_out.respondents = left_out.respondents.saturating_add(people);
            hidden.push(name);
        }
        let shown = self.groups.iter().filter(|(name, _)| !hidden.contains(name));
        let group = |(name, of): (&String, &Tally)| {
            let mut people = people(catalogue, of);
            for interest in &mut people.interests {
                interest.hide_few();
            }
            Group { group: name.clone(), people }
        };
        (shown.map(group).collect(), left_out)
    }
}

impl Interest {
    /// Takes away figures that would tell of single people.
    fn hide_few(&mut self) {
        if self.respondents < SMALLEST_GROUP {
            (self.mean, self.sd) = (None, None);
            for bin in &mut self.distribution {
                bin.respondents = 0;
            }
        }
    }
}
