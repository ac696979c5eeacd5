//! What the catalogue tells about the roles that lead.

use super::roles::gist;
use super::source::ResultSource;
use crate::report::RolePart;
use crate::telling::clean::Clean;
use crate::telling::entries::{EntryIx, EntrySection, sections};

/// More pages than these nobody reads at once.
const MOST_PAGES: usize = 4;

/// What of a role's fields its page in a result has, in this order.
const FIELDS: [&str; 9] =
    ["activities", "day", "asks", "pay", "routes", "way_in", "try", "ask", "links"];

/// What a role is, for someone it may suit.
#[derive(Debug)]
pub struct RolePage {
    /// Its name.
    pub name: Clean,
    /// What the job is, in one line.
    pub line: Clean,
    /// What it is, in a sentence or two.
    pub summary: Clean,
    /// The work, a day in it, what it asks, the way in, where to read on: whatever of
    /// that the catalogue has.
    pub sections: Vec<EntrySection>,
}

/// The pages of the first role and of the first few others that lead, by rank.
pub(super) fn role_pages(source: &ResultSource<'_>) -> Vec<RolePage> {
    let roles = &source.catalogue().careers().roles;
    let page = |part: &RolePart<'_>| {
        let role = &roles[part.role];
        RolePage {
            name: Clean::from(&role.name),
            line: gist(role),
            summary: Clean::from(&role.summary),
            sections: sections(
                source.catalogue(),
                EntryIx::Role(part.role),
                &FIELDS,
                source.report.starting_point,
                source.commands,
            ),
        }
    };
    let matched = source.report.roles.iter().filter(|role| role.similarity.is_some());
    let told = matched.filter(|role| role.rank == 1 || source.report.leads(role.role));
    told.take(MOST_PAGES).map(page).collect()
}
