//! The groups of a cohort as text.

use rolefit_engine::cohort::Cohort;
use rolefit_engine::telling::cohort::{figure, left_out, name};

use super::rows::{barred, row};
use crate::text::{Page, clean};

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
