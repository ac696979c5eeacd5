//! A story as text for a terminal.

use colored::Colorize;

use super::{Entry, Page, Style, columns_of, cut, padded};
use rolefit_engine::telling::result::{
    InterestLine, Interests, Passage, Rivals, RoleLine, Share, Sides, Signs, StagePart, Step,
    Story, Sum, Why,
};

/// Columns of a fit's bar.
const BAR: usize = 12;

/// The whole story.
pub(crate) fn result(story: &Story, style: Style) -> String {
    let mut page = Page::new(style);
    page.heading(&story.heading);
    page.paragraph(&story.answered);
    passage(&mut page, &story.outcome);
    ranking(&mut page, &story.roles, &story.key);
    story.why.iter().for_each(|part| why(&mut page, part));
    story.contrast.iter().for_each(|part| passage(&mut page, part));
    story.rivals.iter().for_each(|part| rivals(&mut page, part));
    story.sums.iter().for_each(|part| sum(&mut page, part));
    story.specialism.iter().for_each(|part| passage(&mut page, part));
    story.stages.iter().for_each(|part| stage(&mut page, part));
    if !story.stages.is_empty() && page.style().has_bars() {
        page.gap();
        page.paragraph(story.stages_key);
    }
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
    if roles.is_empty() {
        return;
    }
    page.gap();
    if page.style().has_bars() {
        table(page, roles);
    } else {
        for role in roles {
            page.item(&rank(role), &format!("{}: {}", role.name, figures(role)));
        }
    }
    page.gap();
    page.paragraph(&format!("Those marked * lead. {key}"));
}

/// The rank, with a mark on those that lead.
fn rank(role: &RoleLine) -> String {
    format!("{:>3}{} ", role.rank, if role.leads { '*' } else { ' ' })
}

/// The figures in a line, where no heading stands above them.
fn figures(role: &RoleLine) -> String {
    match role.share {
        Some(_) => format!("fit {} {}, best {}", role.fit, role.band, role.best),
        None => role.band.to_owned(),
    }
}

/// The roles with bars: in columns if they have room for that.
fn table(page: &mut Page, roles: &[RoleLine]) {
    let name_width = page.style().columns().saturating_sub(5 + BAR + 20);
    let has_room = |role: &RoleLine| columns_of(&role.name) <= name_width;
    let has_columns = !page.style().is_narrow() && roles.iter().all(has_room);
    if has_columns {
        let head = format!("{} fit         best", " ".repeat(5 + name_width + BAR + 1));
        page.line(&head.dimmed().to_string());
    }
    for role in roles {
        let bold = |name: &str| if role.leads { name.bold().to_string() } else { name.to_owned() };
        let Some(share) = role.share else {
            page.painted_item(&rank(role), &format!("{}: {}", role.name, role.band), bold);
            continue;
        };
        if has_columns {
            let bar = page.style().bar(share, BAR);
            let name = bold(&padded(&role.name, name_width));
            let (fit, band, best) = (&role.fit, role.band, &role.best);
            page.line(&format!("{}{name} {bar} {fit:>3} {band:<6} {best:>5}", rank(role)));
        } else {
            page.painted_item(&rank(role), &role.name, bold);
            // A very narrow page has room for the figures, and for what bar is left.
            let room = page.style().columns().saturating_sub(30);
            let bar = match room {
                0 => String::new(),
                _ => page.style().bar(share, BAR.min(room)) + " ",
            };
            page.item(&format!("     {bar}"), &figures(role));
        }
    }
}

fn why(page: &mut Page, why: &Why) {
    page.heading(&why.heading);
    why.note.iter().for_each(|note| page.paragraph(note));
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
    if page.style().has_bars() {
        page.paragraph("Bars: each as a share of the largest of its list, which is full.");
    }
    for shares in [&sum.interests, &sum.answers] {
        page.gap();
        terms(page, shares);
    }
}

/// The terms of a sum, each with a bar as a share of the largest.
fn terms(page: &mut Page, shares: &[Share]) {
    const HALF: usize = 7;
    let style = page.style();
    let largest = shares.iter().map(|share| share.value.abs()).fold(f64::MIN_POSITIVE, f64::max);
    // On a narrow page a label has the line to itself.
    let beside = if style.is_narrow() { 2 } else { 2 + 8 + 2 * HALF + 2 };
    let entry = |share: &Share| Entry {
        lead: "  ".to_owned(),
        name: cut(&share.label, style.columns() - beside),
        figures: format!("{:>6}  {}", share.shown, style.signed_bar(share.value / largest, HALF)),
    };
    page.table(&shares.iter().map(entry).collect::<Vec<_>>());
}

fn stage(page: &mut Page, stage: &StagePart) {
    page.heading(stage.heading);
    page.paragraph(&stage.text);
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
    let style = page.style();
    let half = if style.is_narrow() { 6 } else { 12 };
    let entry = |line: &InterestLine| Entry {
        lead: "  ".to_owned(),
        name: line.label.clone(),
        figures: match line.score {
            Some(score) => format!("{:>5} {}", line.shown, style.signed_bar(score, half)),
            None => format!("    - {}", line.shown),
        },
    };
    page.table(&interests.lines.iter().map(entry).collect::<Vec<_>>());
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
