//! A cohort set against an earlier one, as text.

use rolefit_engine::telling::cohort::{AgainstText, DifferenceLine, PeopleAgainstText, prose};

use super::rows::wide_row;
use crate::text::layout::Page;

/// All that differs.
pub(super) fn text(page: &mut Page, text: &AgainstText) {
    people(page, &text.everyone);
    for (name, of) in &text.groups {
        page.heading(format!("Against the earlier cohort: {name}"));
        people(page, of);
    }
    page.gap();
    text.not_compared.iter().for_each(|part| page.paragraph(part));
    page.paragraph(&text.notice);
}

fn people(page: &mut Page, of: &PeopleAgainstText) {
    let first: Vec<&DifferenceLine> = of.roles.iter().map(|role| &role.first).collect();
    let expected: Vec<&DifferenceLine> = of.roles.iter().map(|role| &role.expected).collect();
    let interests: Vec<&DifferenceLine> = of.interests.iter().collect();
    page.heading(prose::FIRST_AGAINST.heading);
    page.paragraph(&of.summary);
    for (section, lines, error) in [
        (&prose::FIRST_AGAINST, first, "95% interval"),
        (&prose::EXPECTED_AGAINST, expected, "error"),
        (&prose::INTERESTS_AGAINST, interests, "error"),
    ] {
        if lines.is_empty() {
            continue;
        }
        if section.heading != prose::FIRST_AGAINST.heading {
            page.heading(section.heading);
        }
        page.paragraph(section.figures);
        page.gap();
        differences(page, &lines, error);
    }
}

fn differences(page: &mut Page, lines: &[&DifferenceLine], error: &str) {
    let width = page.style().columns().saturating_sub(48).clamp(12, 40);
    if !page.style().is_narrow() {
        let blank = " ".repeat(width);
        page.line(format!(
            "  {blank} {:>6} {:>6} {:>6} {error:>14} {:>7}",
            "before", "now", "change", "p"
        ));
    }
    for line in lines {
        let mark = if line.differs { "*" } else { "" };
        let figures = format!(
            "{:>6} {:>6} {:>6} {:>14} {:>7}{mark}",
            line.shown_before, line.shown_now, line.change, line.error, line.p
        );
        wide_row(page, &line.name, width, &figures);
    }
}
