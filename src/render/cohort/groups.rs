//! The groups of a cohort as text.

use rolefit_engine::cohort::{Cohort, Group, Suppressed};

use super::super::{Page, clean};
use super::figure;
use super::text::{barred, row};

/// How many roles and modules are told of each group.
const TOLD: usize = 3;

/// Each group, if there are any.
pub(super) fn text(page: &mut Page, cohort: &Cohort) {
    let Some(by) = &cohort.by else { return };
    page.heading(&format!("Groups by {}", clean(by)));
    if let Some(left_out) = left_out(cohort) {
        page.paragraph(&left_out);
    }
    for group in &cohort.groups {
        page.gap();
        let people = group.people.respondents;
        page.strong_item("", &format!("{}: {people} people", name(group)));
        let roles = group.people.roles.iter().take(TOLD);
        let lines = roles.map(|role| {
            let figures = format!("{:>5} {:>5}", role.first, role.leading);
            (clean(&role.name), role.expected_share, figures)
        });
        barred(page, "expected first leads", lines.collect());
        let mut modules: Vec<_> = group.people.modules.iter().collect();
        modules.sort_by(|left, right| right.expected.total_cmp(&left.expected));
        let most: Vec<String> =
            modules.iter().take(TOLD).map(|module| clean(&module.name)).collect();
        if !most.is_empty() {
            page.item("  ", &format!("Most needed: {}.", most.join("; ")));
        }
        let width = page.style().columns().saturating_sub(30).clamp(12, 34);
        for interest in &group.people.interests {
            let figures = format!("{:>6} {:>5}", figure(interest.mean, 2), figure(interest.sd, 2));
            row(page, &clean(&interest.name), width, &figures);
        }
    }
}

/// What a group is called.
pub(super) fn name(group: &Group) -> String {
    let name = clean(&group.group);
    if name.is_empty() { "(nothing in this column)".to_owned() } else { name }
}

/// What is left out, and why.
pub(super) fn left_out(cohort: &Cohort) -> Option<String> {
    let said = [groups(cohort.suppressed), interests(cohort)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Which groups are.
fn groups(of: Suppressed) -> Option<String> {
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

/// That figures of some interests are.
fn interests(cohort: &Cohort) -> Option<String> {
    let mut each = cohort.groups.iter().flat_map(|of| &of.people.interests);
    each.any(|of| of.respondents > 0 && of.mean.is_none()).then(|| {
        "A dash stands for an interest on which fewer than 10 of a group answered, or whose \
         figures would let those of few people be worked out."
            .to_owned()
    })
}
