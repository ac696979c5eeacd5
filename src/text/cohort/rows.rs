//! Names and figures side by side.

use rolefit_engine::page::cut;
use rolefit_engine::telling::Clean;
use rolefit_engine::telling::cohort::RoleShare;

use crate::text::layout::{Page, padded};
use crate::text::styled::Styled;

/// A name with a share as a bar, and figures.
pub(super) struct Barred {
    pub(super) name: Clean,
    pub(super) share: f64,
    pub(super) figures: String,
}

/// Roles with their shares.
pub(super) fn roles(page: &mut Page, roles: &[RoleShare]) {
    let line = |role: &RoleShare| Barred {
        name: role.name.clone(),
        share: role.share,
        figures: format!("{:>7} {:>5} {:>5}", role.shown, role.first, role.leading),
    };
    barred(page, "expected first leads", roles.iter().map(line).collect());
}

/// Names with a share as a bar, of which the highest is full, and figures.
pub(super) fn barred(page: &mut Page, columns: &str, lines: Vec<Barred>) {
    let style = page.style();
    let highest = lines.iter().map(|line| line.share).fold(0.0, f64::max).max(1e-9);
    let width = style.columns().saturating_sub(36).clamp(12, 52);
    if !style.is_narrow() {
        let bar = " ".repeat(style.bar(0.0, 10).columns());
        page.line(format!("  {}  {bar}{columns}", " ".repeat(width)));
    }
    for Barred { name, share, figures } in lines {
        let bar = style.bar(share / highest, 10);
        if style.is_narrow() {
            page.strong_item("  ", &name);
            page.line(Styled::from("    ").then(bar).then(figures));
        } else {
            let name = padded(&cut(&name, width), width);
            page.line(Styled::from(format!("  {name}  ")).then(bar).then(figures));
        }
    }
}

/// The same for figures that are wide: where there is no room they go over several lines.
pub(super) fn wide_row(page: &mut Page, name: &Clean, width: usize, figures: &str) {
    if page.style().is_narrow() {
        page.item("  ", name);
        page.item("    ", &Clean::from(figures));
    } else {
        row(page, name, width, figures);
    }
}

/// A name and figures, side by side where there is room.
pub(super) fn row(page: &mut Page, name: &Clean, width: usize, figures: &str) {
    if page.style().is_narrow() {
        page.item("  ", name);
        page.line(format!("    {}", figures.trim_start()));
    } else {
        page.line(format!("  {} {figures}", padded(&cut(name, width), width)));
    }
}
