//! An audit as text.

use rolefit_engine::audit::Severity;
use rolefit_engine::page::cut;
use rolefit_engine::telling::audit::{
    AuditText, CalibrationText, FindingLine, FirstModulesText, FirstRolesText, RecoveryText,
};
use rolefit_engine::telling::{ListPassage, Passage};

use super::layout::{Page, Style, padded};
use super::styled::{Paint, Styled};
use super::terminal_text::TerminalText;

/// The whole audit.
pub(crate) fn audit(text: &AuditText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    text.title.iter().for_each(|title| page.heading(title));
    page.paragraph(&text.verdict);
    for of in &text.findings {
        page.item("  ", finding(of));
        if let Some(repair) = &of.repair {
            page.item("    ", Styled::painted(repair, Paint::Dimmed));
        }
    }
    text.roles.iter().for_each(|part| roles(&mut page, part));
    text.modules.iter().for_each(|part| modules(&mut page, part));
    text.recovery.iter().for_each(|part| recovery(&mut page, part));
    text.adaptive.iter().for_each(|part| passage(&mut page, part));
    text.told.iter().for_each(|part| passage(&mut page, part));
    passage(&mut page, &text.signs);
    list(&mut page, &text.interests);
    text.questions.iter().for_each(|part| list(&mut page, part));
    text.equal_answers.iter().for_each(|part| equal_answers(&mut page, part));
    page.into_text()
}

fn list(page: &mut Page, list: &ListPassage) {
    passage(page, &list.passage);
    if !list.items.is_empty() {
        page.gap();
    }
    for item in &list.items {
        page.item("  ", item);
    }
}

fn equal_answers(page: &mut Page, passage: &Passage) {
    page.heading(&passage.heading);
    for line in &passage.paragraphs {
        page.line(Styled::from("  ").then(line));
    }
}

fn finding(of: &FindingLine) -> Styled {
    let paint = match of.severity {
        Severity::Error => Paint::Error,
        Severity::Warning => Paint::Negative,
        Severity::Note => Paint::Dimmed,
    };
    Styled::painted(of.word, paint).then(" ").then(&of.text)
}

fn passage(page: &mut Page, passage: &Passage) {
    page.heading(&passage.heading);
    for paragraph in &passage.paragraphs {
        page.paragraph(paragraph);
    }
}

fn roles(page: &mut Page, roles: &FirstRolesText) {
    page.heading(roles.heading);
    page.paragraph(&roles.text);
    page.gap();
    let style = page.style();
    let width = style.columns().saturating_sub(30).clamp(12, 42);
    for role in &roles.lines {
        let bar = style.bar(role.of_even / 2.0, 10);
        let shares = format!("{:>6} ({})", role.first, role.first_three);
        if style.is_narrow() {
            page.strong_item("  ", &role.name);
            page.line(Styled::from("    ").then(bar).then(shares));
        } else {
            let name = padded(&cut(&role.name, width), width);
            page.line(Styled::from(format!("  {name} ")).then(bar).then(shares));
        }
        if let Some(nearest) = &role.nearest {
            let nearest = cut(nearest, style.columns() - 4);
            page.line(Styled::from("    ").then_painted(nearest, Paint::Dimmed));
        }
    }
    page.gap();
    page.paragraph(&roles.witnesses);
}

fn modules(page: &mut Page, modules: &FirstModulesText) {
    page.heading(modules.heading);
    let width = page.style().columns().saturating_sub(12).clamp(12, 70);
    for (name, share) in &modules.lines {
        page.line(format!("  {} {share:>6}", padded(&cut(name, width), width)));
    }
    page.gap();
    page.paragraph(&modules.witnesses);
}

fn recovery(page: &mut Page, recovery: &RecoveryText) {
    page.heading(&recovery.heading);
    for paragraph in &recovery.paragraphs {
        page.paragraph(paragraph);
    }
    recovery.calibration.iter().for_each(|part| calibration(page, part));
}

fn calibration(page: &mut Page, calibration: &CalibrationText) {
    page.gap();
    page.paragraph(&calibration.text);
    for row in &calibration.rows {
        page.line(format!(
            "  {:>3.0} to {:>3.0}%  stated {:>5}  true {:>5}  of {:>6}",
            row.from, row.to, row.stated, row.observed, row.respondents
        ));
    }
    page.paragraph(&calibration.error);
}
