//! The groups of a cohort as text.

use rolefit_engine::telling::cohort::{GroupText, GroupsText, prose};

use super::rows::{roles, row};
use crate::text::layout::Page;

/// How many roles of each group are shown.
const MOST_ROLES: usize = 3;

/// Each group.
pub(super) fn text(page: &mut Page, text: &GroupsText) {
    page.heading(&text.heading);
    text.left_out.iter().for_each(|left_out| page.paragraph(left_out));
    for of in &text.groups {
        page.gap();
        group(page, of);
    }
}

fn group(page: &mut Page, group: &GroupText) {
    page.strong_item("", &group.heading);
    if group.people.are_roles_left_out {
        page.item("  ", prose::NO_ROLES);
    }
    let most = group.people.roles.len().min(MOST_ROLES);
    if most > 0 {
        roles(page, &group.people.roles[..most]);
    }
    group.most_needed.iter().for_each(|most| page.item("  ", most));
    let width = page.style().columns().saturating_sub(30).clamp(12, 34);
    for interest in &group.people.interests {
        row(page, &interest.name, width, &format!("{:>6} {:>5}", interest.mean, interest.sd));
    }
}
