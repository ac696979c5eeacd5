//! What people chose later, as text.

use rolefit_engine::telling::Clean;
use rolefit_engine::telling::cohort::{
    ChosenFiguresText, ChosenRoleLine, ChosenText, StatedLine, prose,
};

use super::rows::wide_row;
use crate::text::layout::Page;

/// All that came true.
pub(super) fn text(page: &mut Page, text: &ChosenText) {
    page.heading(prose::CHOSEN.heading);
    page.paragraph(&text.people);
    page.paragraph(&text.notice);
    if let Some(of) = &text.figures {
        page.gap();
        page.paragraph(prose::CHOSEN.figures);
        page.gap();
        figures(page, of);
    }
}

fn figures(page: &mut Page, of: &ChosenFiguresText) {
    let width = page.style().columns().saturating_sub(56).clamp(12, 30);
    columns(
        page,
        width,
        &[(10, "people"), (6, "share"), (16, "95% interval"), (7, "shuffled"), (7, "p")],
    );
    for rate in &of.rates {
        let figures = format!(
            "{:>10} {:>6} {:>16} {:>7} {:>7}",
            rate.hits, rate.shown, rate.interval, rate.expected, rate.p
        );
        wide_row(page, &Clean::from(rate.name), width, &figures);
    }
    page.gap();
    page.paragraph(&of.leading);
    page.paragraph(&of.usual);
    page.paragraph(&of.stated);
    stated(page, &of.bins);
    roles(page, &of.roles);
    of.left_out.iter().for_each(|part| page.paragraph(part));
}

fn stated(page: &mut Page, bins: &[StatedLine]) {
    let width = 14;
    page.heading(prose::STATED.heading);
    page.paragraph(prose::STATED.figures);
    page.gap();
    let heads = [(6, "people"), (7, "stated"), (7, "chosen"), (16, "95% interval")];
    columns(page, width, &heads);
    for bin in bins {
        let figures = format!(
            "{:>6} {:>7} {:>7} {:>16}",
            bin.people, bin.shown_stated, bin.shown_observed, bin.interval
        );
        wide_row(page, &bin.range, width, &figures);
    }
}

fn roles(page: &mut Page, roles: &[ChosenRoleLine]) {
    page.heading(prose::CHOSEN_ROLES.heading);
    page.paragraph(prose::CHOSEN_ROLES.figures);
    page.gap();
    let width = page.style().columns().saturating_sub(32).clamp(12, 40);
    columns(page, width, &[(6, "chose"), (6, "first"), (6, "three"), (6, "set")]);
    for role in roles {
        let figures = format!(
            "{:>6} {:>6} {:>6} {:>6}",
            role.people, role.first, role.first_three, role.leading
        );
        wide_row(page, &role.name, width, &figures);
    }
}

/// What stands above figures, where these stand side by side.
fn columns(page: &mut Page, width: usize, heads: &[(usize, &str)]) {
    if page.style().is_narrow() {
        return;
    }
    let heads: Vec<String> = heads.iter().map(|(width, head)| format!("{head:>width$}")).collect();
    page.line(format!("  {} {}", " ".repeat(width), heads.join(" ")));
}
