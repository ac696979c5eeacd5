//! The few lines that come first in a result, as text for a terminal.

use rolefit_engine::telling::result::{NextStep, ResultSummary};

use super::layout::Page;
use super::styled::{Paint, Styled};

/// What comes first, part by part, of the roles as many by name as there is room for;
/// `more` is where more stands about what to keep in mind, or empty.
pub(super) fn summary(page: &mut Page, summary: &ResultSummary, named: usize, more: &str) {
    summary.beforehand.iter().for_each(|text| page.paragraph(*text));
    if let Some(first) = &summary.first {
        page.strong_item("", format!("{}: {}", first.label, first.name));
        page.paragraph(&first.line);
    }
    page.paragraph(&summary.clear);
    summary.closeness.iter().for_each(|text| page.paragraph(*text));
    for names in [&summary.too_close, &summary.worth_a_look].into_iter().flatten() {
        page.paragraph(&names.sentence(named));
    }
    summary.reasons.iter().for_each(|reasons| page.paragraph(&reasons.sentence()));
    if let Some(step) = &summary.next_step {
        page.paragraph(&step.text);
        targets(page, "  ", step);
    }
    if let Some(notice) = &summary.notice {
        page.paragraph(Styled::painted(&notice.with(false, more), Paint::Negative));
    }
}

/// Where a step leads: pages on the web, and commands.
pub(super) fn targets(page: &mut Page, indent: &str, step: &NextStep) {
    for link in &step.links {
        page.line(format!("{indent}{}", link.url));
    }
    for line in &step.command {
        page.line(format!("{indent}{line}"));
    }
}
