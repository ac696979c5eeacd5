//! A story as text for a terminal.

use colored::Colorize;

use super::story::{
    Interests, Passage, Rivals, RoleLine, Share, Sides, Signs, StagePart, Step, Story, Sum, Why,
};
use super::{Page, Style, cut, padded};

/// Columns of a fit's bar.
const BAR: usize = 12;

/// The whole story.
pub(crate) fn result(story: &Story, style: Style) -> String {
    let mut page = Page::new(style);
    page.heading(&story.heading);
    page.paragraph(&story.answered);
    passage(&mut page, &story.outcome);
    ranking(&mut page, &story.roles, story.key);
    story.why.iter().for_each(|part| why(&mut page, part));
    story.contrast.iter().for_each(|part| passage(&mut page, part));
    story.rivals.iter().for_each(|part| rivals(&mut page, part));
    story.sums.iter().for_each(|part| sum(&mut page, part));
    story.specialism.iter().for_each(|part| passage(&mut page, part));
    story.stages.iter().for_each(|part| stage(&mut page, part));
    interests(&mut page, &story.interests);
    story.signs.iter().for_each(|part| signs(&mut page, part));
    next(&mut page, &story.next, story.caution);
    page.into_text()
}

fn passage(page: &mut Page, passage: &Passage) {
    page.heading(&passage.heading);
    for paragraph in &passage.paragraphs {
        page.paragraph(paragraph);
    }
}

fn ranking(page: &mut Page, roles: &[RoleLine], key: &str) {
    let (leading, others): (Vec<&RoleLine>, Vec<&RoleLine>) =
        roles.iter().partition(|role| role.leads);
    table(page, &leading);
    if !others.is_empty() {
        page.heading("The other roles");
        table(page, &others);
    }
    if !roles.is_empty() {
        page.gap();
        page.paragraph(key);
    }
}

fn table(page: &mut Page, roles: &[&RoleLine]) {
    if roles.is_empty() {
        return;
    }
    page.gap();
    let columns = page.style().columns();
    let name_width = columns.saturating_sub(5 + BAR + 20);
    if !page.style().is_narrow() && !page.style().bar(0.0, BAR).is_empty() {
        let head = format!("{} fit         best", " ".repeat(5 + name_width + BAR + 1));
        page.line(&head.dimmed().to_string());
    }
    for role in roles {
        let rank = format!("{:>3}  ", role.rank);
        if page.style().is_narrow() {
            page.strong_item(&rank, &role.name);
            page.item("     ", &figures(page, role));
        } else {
            let name = padded(&cut(&role.name, name_width), name_width);
            page.line(&format!("{rank}{} {}", name.bold(), figures(page, role)));
        }
    }
}

fn figures(page: &Page, role: &RoleLine) -> String {
    let Some(share) = role.share else { return role.band.to_owned() };
    // A very narrow page has room for the figures, and for what bar is left.
    let room = page.style().columns().saturating_sub(30);
    let bar = page.style().bar(share, BAR.min(room));
    if page.style().is_narrow() || bar.is_empty() {
        // No heading stands above them here.
        let figures = format!("fit {} {}, best {}", role.fit, role.band, role.best);
        return format!("{bar} {figures}").trim_start().to_owned();
    }
    format!("{bar} {:>3} {:<6} {:>5}", role.fit, role.band, role.best)
}

fn why(page: &mut Page, why: &Why) {
    page.heading(&why.heading);
    sides(page, &why.interests);
    page.gap();
    page.paragraph("The answers that weigh most:");
    sides(page, &why.answers);
}

fn sides(page: &mut Page, sides: &Sides) {
    for text in &sides.speaks_for {
        page.item("  + ", text);
    }
    for text in &sides.speaks_against {
        page.item("  - ", text);
    }
}

fn rivals(page: &mut Page, rivals: &Rivals) {
    page.heading(&rivals.heading);
    for rival in &rivals.rivals {
        page.item("  ", &rival.lead);
        for change in &rival.changes {
            page.item("    * ", change);
        }
    }
}

fn sum(page: &mut Page, sum: &Sum) {
    page.heading(&sum.heading);
    page.paragraph(&sum.text);
    for shares in [&sum.interests, &sum.answers] {
        page.gap();
        for share in shares {
            term(page, share);
        }
    }
}

fn term(page: &mut Page, share: &Share) {
    let width = page.style().columns().saturating_sub(28).min(44);
    let bar = page.style().signed_bar(share.value, 7);
    page.line(&format!("  {} {:>6}  {bar}", padded(&cut(&share.label, width), width), share.shown));
}

fn stage(page: &mut Page, stage: &StagePart) {
    page.heading(stage.heading);
    page.paragraph(stage.text);
    page.gap();
    for module in &stage.modules {
        let bar = page.style().bar(module.relevance, 8);
        let lead = if bar.is_empty() { "  ".to_owned() } else { format!("  {bar} ") };
        page.strong_item(&lead, &module.name);
        let indent = if bar.is_empty() { "  " } else { "           " };
        page.item(indent, &module.serves);
    }
}

fn interests(page: &mut Page, interests: &Interests) {
    page.heading(interests.heading);
    page.paragraph(&interests.text);
    page.gap();
    let half = if page.style().is_narrow() { 6 } else { 12 };
    let room = page.style().columns().saturating_sub(2 * half + 12);
    let widest = interests.lines.iter().map(|line| line.name.chars().count()).max().unwrap_or(0);
    let width = room.min(widest.max(8));
    for line in &interests.lines {
        let name = padded(&cut(&line.name, width), width);
        let told = match line.score {
            Some(score) => {
                format!("{:>5} {}", line.shown, page.style().signed_bar(score, half))
            }
            None => format!("    - {}", line.shown),
        };
        let told = format!("  {name} {told}");
        page.line(&told);
        if !line.weight.is_empty() {
            page.line(&format!("  {} {}", padded("", width), line.weight));
        }
    }
}

fn signs(page: &mut Page, signs: &Signs) {
    page.heading(signs.heading);
    for sign in &signs.items {
        page.item("  ! ", sign);
    }
    page.paragraph(signs.text);
}

fn next(page: &mut Page, steps: &[Step], caution: &str) {
    page.heading("What to do next");
    for step in steps {
        page.item("  * ", &step.text);
        for line in &step.command {
            page.line(&format!("      {line}"));
        }
    }
    page.gap();
    page.paragraph(caution);
}
