//! A result as text for a terminal.

use rolefit_engine::page::cut;
use rolefit_engine::telling::Passage;
use rolefit_engine::telling::result::{
    CodeText, InterestLine, InterestsText, LedgerText, NextStep, ResultText, RivalsText, RoleLine,
    Sides, SignsText, StageText, Term, Why,
};

use super::layout::{Page, Style, TableEntry, padded};
use super::styled::{Paint, Styled};
use super::terminal_text::TerminalText;

/// Columns of a fit's bar.
const BAR: usize = 12;

/// The whole result.
pub(crate) fn result(text: &ResultText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    page.heading(&text.heading);
    page.paragraph(&text.answered);
    passage(&mut page, &text.outcome);
    ranking(&mut page, &text.roles, &text.roles_key);
    text.why.iter().for_each(|part| why(&mut page, part));
    text.contrast.iter().for_each(|part| passage(&mut page, part));
    text.rivals.iter().for_each(|part| rivals(&mut page, part));
    text.ledgers.iter().for_each(|part| ledger(&mut page, part));
    text.specialism.iter().for_each(|part| passage(&mut page, part));
    text.stages.iter().for_each(|part| stage(&mut page, part));
    if !text.stages.is_empty() && page.style().has_bars() {
        page.gap();
        page.paragraph(text.stages_key);
    }
    interests(&mut page, &text.interests);
    text.signs.iter().for_each(|part| signs(&mut page, part));
    steps(&mut page, &text.steps, text.caution);
    text.code.iter().for_each(|part| code(&mut page, part));
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
            page.item(rank(role), format!("{}: {}", role.name, figures(role)));
        }
    }
    page.gap();
    page.paragraph(format!("Those marked * lead. {key}"));
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
    let has_room = |role: &RoleLine| Styled::from(&role.name).columns() <= name_width;
    let has_columns = !page.style().is_narrow() && roles.iter().all(has_room);
    if has_columns {
        let head = format!("{} fit         best", " ".repeat(5 + name_width + BAR + 1));
        page.line(Styled::painted(head, Paint::Dimmed));
    }
    for role in roles {
        let paint = if role.leads { Paint::Bold } else { Paint::Plain };
        let Some(share) = role.share else {
            page.painted_item(rank(role), format!("{}: {}", role.name, role.band), paint);
            continue;
        };
        if has_columns {
            let (fit, band, best) = (&role.fit, role.band, &role.best);
            let line = Styled::from(rank(role))
                .then_painted(padded(&role.name, name_width), paint)
                .then(" ")
                .then(page.style().bar(share, BAR))
                .then(format!(" {fit:>3} {band:<6} {best:>5}"));
            page.line(line);
        } else {
            page.painted_item(rank(role), &role.name, paint);
            // A very narrow page has room for the figures, and for what bar is left.
            let room = page.style().columns().saturating_sub(30);
            let bar = match room {
                0 => Styled::default(),
                _ => page.style().bar(share, BAR.min(room)).then(" "),
            };
            page.item(Styled::from("     ").then(bar), figures(role));
        }
    }
}

fn why(page: &mut Page, why: &Why) {
    page.heading(&why.heading);
    why.note.iter().for_each(|note| page.paragraph(*note));
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

fn rivals(page: &mut Page, rivals: &RivalsText) {
    page.heading(&rivals.heading);
    for rival in &rivals.rivals {
        page.item("  ", &rival.lead);
        for change in &rival.changes {
            page.item("    * ", change);
        }
    }
}

fn ledger(page: &mut Page, ledger: &LedgerText) {
    page.heading(&ledger.heading);
    page.paragraph(&ledger.text);
    if page.style().has_bars() {
        page.paragraph("Bars: each as a share of the largest of its list, which is full.");
    }
    for terms in [&ledger.interests, &ledger.answers] {
        page.gap();
        sum(page, terms);
    }
}

/// The terms of a sum, each with a bar as a share of the largest.
fn sum(page: &mut Page, terms: &[Term]) {
    const HALF: usize = 7;
    let style = page.style();
    let largest = terms.iter().map(|term| term.value.abs()).fold(f64::MIN_POSITIVE, f64::max);
    // On a narrow page a label has the line to itself.
    let beside = if style.is_narrow() { 2 } else { 2 + 8 + 2 * HALF + 2 };
    let entry = |term: &Term| TableEntry {
        lead: "  ".into(),
        name: cut(&term.label, style.columns() - beside).into(),
        figures: Styled::from(format!("{:>6}  ", term.shown))
            .then(style.signed_bar(term.value / largest, HALF)),
    };
    page.table(terms.iter().map(entry).collect());
}

fn stage(page: &mut Page, stage: &StageText) {
    page.heading(stage.heading);
    page.paragraph(&stage.text);
    page.gap();
    for module in &stage.modules {
        let bar = page.style().bar(module.relevance, 8);
        let (lead, indent) = if bar.is_empty() {
            ("  ".into(), "  ")
        } else {
            (Styled::from("  ").then(bar).then(" "), "           ")
        };
        page.strong_item(lead, &module.name);
        page.item(indent, &module.serves);
    }
}

fn interests(page: &mut Page, interests: &InterestsText) {
    page.heading(interests.heading);
    page.paragraph(&interests.text);
    page.gap();
    let style = page.style();
    let half = if style.is_narrow() { 6 } else { 12 };
    let entry = |line: &InterestLine| TableEntry {
        lead: "  ".into(),
        name: (&line.label).into(),
        figures: match line.score {
            Some(score) => {
                Styled::from(format!("{:>5} ", line.shown)).then(style.signed_bar(score, half))
            }
            None => format!("    - {}", line.shown).into(),
        },
    };
    page.table(interests.lines.iter().map(entry).collect());
}

fn signs(page: &mut Page, signs: &SignsText) {
    page.heading(signs.heading);
    for sign in &signs.items {
        page.item("  ! ", sign);
    }
    page.paragraph(signs.text);
}

fn steps(page: &mut Page, steps: &[NextStep], caution: &str) {
    if !steps.is_empty() {
        page.heading("What to do next");
    }
    for step in steps {
        page.item("  * ", &step.text);
        for line in &step.command {
            page.line(format!("      {line}"));
        }
    }
    page.gap();
    page.paragraph(caution);
}

fn code(page: &mut Page, text: &CodeText) {
    page.gap();
    page.paragraph(&text.text);
    match (&text.code, text.command.as_slice()) {
        (Some(code), [command]) => page.command(command.as_str(), code.as_str()),
        (_, lines) => lines.iter().for_each(|line| page.line(format!("  {line}"))),
    }
}
