//! The roles, those that lead first.

use colored::Colorize;
use rolefit::matching::Band;
use rolefit::report::{Report, RolePart};

use super::Telling;
use super::reading::{listed, percent, whole};
use crate::render::{Page, clean, cut, padded};

/// Columns of a fit's bar.
const BAR: usize = 12;

/// The leading roles, and whether they can be told apart.
pub(super) fn leading(page: &mut Page, telling: &Telling<'_>) {
    let report = telling.report;
    let (leaders, _) = split(report);
    match leaders.as_slice() {
        [] => {
            page.heading("No role can be matched");
            page.paragraph("With what you said matters, every role looks the same.");
        }
        [only] => {
            page.heading(&format!("{} leads", clean(&only.name)));
            page.paragraph(&format!(
                "It is your best match with a chance of {}. Answering the same questions again \
                 would put it first with a chance of {}.",
                percent(only.certainty.best),
                percent(only.certainty.retest),
            ));
        }
        several => {
            page.heading(&format!("{} roles lead", in_words(several.len())));
            let names: Vec<String> = several.iter().map(|role| clean(&role.name)).collect();
            let shown = if names.len() > 8 {
                format!("{} and {} more", names[..8].join(", "), names.len() - 8)
            } else {
                listed(&names)
            };
            page.paragraph(&format!(
                "Your answers do not separate these: {shown}. Look at each of them; the order \
                 among them may be chance."
            ));
        }
    }
    table(page, telling, &leaders);
}

/// The roles that do not lead.
pub(super) fn others(page: &mut Page, telling: &Telling<'_>) {
    let (_, others) = split(telling.report);
    if others.iter().any(|role| role.rank <= telling.top) {
        page.heading("The other roles");
        table(page, telling, &others);
    }
    page.gap();
    page.paragraph(
        "Fit: how many of 100 unrelated profiles agree with you less than this one does. Best: \
         the chance that the role is your best match of all.",
    );
}

/// The leading roles and the others, both by rank.
fn split(report: &Report) -> (Vec<&RolePart>, Vec<&RolePart>) {
    report.roles.iter().partition(|role| report.leading.contains(&role.id))
}

fn table(page: &mut Page, telling: &Telling<'_>, roles: &[&RolePart]) {
    let listed: Vec<&RolePart> =
        roles.iter().copied().filter(|role| role.rank <= telling.top).collect();
    if listed.is_empty() {
        return;
    }
    page.gap();
    let narrow = page.style().is_narrow();
    let name_width = page.style().columns().saturating_sub(5 + BAR + 20);
    if !narrow {
        let bar = if page.style().bar(0.0, BAR).is_empty() { 0 } else { BAR + 1 };
        let head = format!("{} fit         best", " ".repeat(5 + name_width + bar));
        page.line(&head.dimmed().to_string());
    }
    for role in listed {
        let rank = format!("{:>3}  ", role.rank);
        let name = clean(&role.name);
        if narrow {
            page.strong_item(&rank, &name);
            page.line(&format!("     {}", figures(page, role)));
        } else {
            let name = padded(&cut(&name, name_width), name_width);
            page.line(&format!("{rank}{} {}", name.bold(), figures(page, role)));
        }
    }
}

fn figures(page: &Page, role: &RolePart) -> String {
    let Some((fit, band)) = role.fit.zip(role.band) else {
        return "cannot be matched with what you said matters".to_owned();
    };
    // A very narrow page has room for the figures, and for what bar is left.
    let room = page.style().columns().saturating_sub(23);
    let bar = page.style().bar(fit / 100.0, BAR.min(room));
    let figures =
        format!("{:>3} {:<6} {:>5}", whole(fit), word(band), percent(role.certainty.best));
    if bar.is_empty() { figures } else { format!("{bar} {figures}") }
}

/// A band in the words of a result.
pub(super) fn word(band: Band) -> &'static str {
    match band {
        Band::Strong => "strong",
        Band::Good => "good",
        Band::Fair => "fair",
        Band::Weak => "weak",
    }
}

fn in_words(count: usize) -> String {
    let words = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    words.get(count.wrapping_sub(2)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
