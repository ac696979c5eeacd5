//! The groups of a cohort in words.

use super::people::PeopleText;
use crate::catalogue::Catalogue;
use crate::cohort::{Cohort, Group, Suppressed};
use crate::telling::clean::Clean;

/// How many modules are named as those that a group needs most.
const MOST_NEEDED: usize = 3;

/// The groups of a cohort.
#[derive(Debug)]
pub struct GroupsText {
    /// By which column people are grouped.
    pub heading: Clean,
    /// What is left out, and why.
    pub left_out: Option<Clean>,
    /// The groups, by name.
    pub groups: Vec<GroupText>,
}

/// A group.
#[derive(Debug)]
pub struct GroupText {
    /// Its name, and how many people it has.
    pub heading: Clean,
    /// Its people.
    pub people: PeopleText,
    /// The modules in most demand, if there are any.
    pub most_needed: Option<Clean>,
}

/// The groups, if people are grouped.
pub(super) fn groups(catalogue: &Catalogue, cohort: &Cohort<'_>) -> Option<GroupsText> {
    let by = cohort.by.as_ref()?;
    Some(GroupsText {
        heading: format!("Groups by {by}").into(),
        left_out: small_groups(cohort.suppressed).map(Clean::from),
        groups: cohort.groups.iter().map(|of| group(catalogue, of)).collect(),
    })
}

/// What a group is called.
#[must_use]
pub fn group_name(group: &Group<'_>) -> Clean {
    group_label(&group.group)
}

/// What the group of those with this cell is called.
#[must_use]
pub fn group_label(cell: &str) -> Clean {
    let name = Clean::from(cell);
    if name.is_empty() { "(nothing in this column)".into() } else { name }
}

fn group(catalogue: &Catalogue, of: &Group<'_>) -> GroupText {
    let mut modules: Vec<_> = of.people.modules.iter().collect();
    modules.sort_by(|left, right| right.expected.total_cmp(&left.expected));
    let most: Vec<&str> = modules.iter().take(MOST_NEEDED).map(|module| module.name).collect();
    let most_needed = (!most.is_empty()).then(|| format!("Most needed: {}.", most.join("; ")));
    GroupText {
        heading: format!("{}: {} people", group_name(of), of.people.respondents).into(),
        people: PeopleText::of(catalogue, &of.people),
        most_needed: most_needed.map(Clean::from),
    }
}

/// Which groups are left out.
fn small_groups(of: Suppressed) -> Option<String> {
    let groups = match of.groups {
        0 => return None,
        1 => "One group is".to_owned(),
        groups => format!("{groups} groups are"),
    };
    let people = match of.respondents {
        1 => "one person".to_owned(),
        people => format!("{people} people in all"),
    };
    Some(format!(
        "{groups} left out ({people}), so that no figure tells of single people: groups of which \
         fewer than 10 can be matched, and where those could be worked out from the rest, the next \
         smallest."
    ))
}
