//! Names and figures side by side.

use rolefit_engine::telling::cohort::percent;

use crate::text::{Page, columns_of, cut, padded};

/// Names with a share as a bar and a figure, and further figures.
pub(super) fn barred(page: &mut Page, columns: &str, lines: Vec<(String, f64, String)>) {
    let style = page.style();
    let highest = lines.iter().map(|(_, share, _)| *share).fold(0.0, f64::max).max(1e-9);
    let width = style.columns().saturating_sub(36).clamp(12, 52);
    if !style.is_narrow() {
        let bar = " ".repeat(columns_of(&style.bar(0.0, 10)));
        page.line(&format!("  {}  {bar}{columns}", " ".repeat(width)));
    }
    for (name, share, figures) in lines {
        let bar = style.bar(share / highest, 10);
        let figures = format!("{:>7} {figures}", percent(share));
        if style.is_narrow() {
            page.strong_item("  ", &name);
            page.line(&format!("    {bar}{figures}"));
        } else {
            page.line(&format!("  {}  {bar}{figures}", padded(&cut(&name, width), width)));
        }
    }
}

/// A name and figures, side by side where there is room.
pub(super) fn row(page: &mut Page, name: &str, width: usize, figures: &str) {
    if page.style().is_narrow() {
        page.item("  ", name);
        page.line(&format!("    {}", figures.trim_start()));
    } else {
        page.line(&format!("  {} {figures}", padded(&cut(name, width), width)));
    }
}
