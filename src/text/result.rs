//! A result as text for a terminal.

use rolefit_engine::page::cut;
use rolefit_engine::telling::Passage;
use rolefit_engine::telling::result::{
    CodeText, InterestLine, InterestsText, LedgerText, NextStep, ResultText, RivalsText, RoleLine,
    RolesText, Sides, SignsText, Term, TrainingText, UnrankedText, Why,
};

use super::command_layout;
use super::layout::{Page, Style, TableEntry, padded};
use super::styled::{Paint, Styled};
use super::summary::{summary, targets};
use super::terminal_text::TerminalText;

/// Columns of a fit's bar.
const BAR: usize = 12;

/// Nobody reads more lines than these, unless every detail was asked for.
const LONGEST: usize = 90;

/// The most of each list.
#[derive(Debug, Clone, Copy)]
struct MostShown {
    /// Roles that are named in the few lines that come first.
    named: usize,
    /// Reasons for the first role, and one less against it, but one at least.
    reasons: usize,
    /// The same of the answers that weigh most; none of them where there are none for it.
    answers: usize,
    /// Rivals of the first role.
    rivals: usize,
    /// Modules of each stage of training.
    modules: usize,
}

/// Room for everything.
const ALL: MostShown = MostShown {
    named: usize::MAX,
    reasons: usize::MAX,
    answers: usize::MAX,
    rivals: usize::MAX,
    modules: usize::MAX,
};

/// Ever less room for what matters least.
const LESS: [MostShown; 7] = [
    MostShown { named: 5, reasons: 2, answers: 2, rivals: 2, modules: 2 },
    MostShown { named: 5, reasons: 2, answers: 2, rivals: 2, modules: 1 },
    MostShown { named: 3, reasons: 2, answers: 2, rivals: 1, modules: 1 },
    MostShown { named: 3, reasons: 1, answers: 1, rivals: 1, modules: 1 },
    MostShown { named: 3, reasons: 1, answers: 1, rivals: 0, modules: 1 },
    MostShown { named: 3, reasons: 1, answers: 1, rivals: 0, modules: 0 },
    MostShown { named: 3, reasons: 1, answers: 0, rivals: 0, modules: 0 },
];

/// The whole result: what comes first in a few lines, then everything else, of each
/// list as much as there is room for; `rest` is what shows the rest.
pub(crate) fn result(text: &ResultText, rest: &str, style: Style) -> TerminalText {
    if text.is_detailed {
        return laid_out(text, rest, style, ALL);
    }
    let [longer @ .., shortest] = LESS;
    let mut pages = longer.into_iter().map(|most| laid_out(text, rest, style, most));
    let fits = pages.find(|page| page.lines().count() <= LONGEST);
    fits.unwrap_or_else(|| laid_out(text, rest, style, shortest))
}

/// The result with so much of each list.
fn laid_out(text: &ResultText, rest: &str, style: Style, most: MostShown) -> TerminalText {
    let mut page = Page::new(style);
    page.heading(&text.heading);
    page.paragraph(&text.answered);
    page.gap();
    summary(&mut page, &text.summary, most.named, "see below");
    if !text.remarks.is_empty() {
        page.gap();
    }
    text.remarks.iter().for_each(|remark| page.paragraph(remark));
    ranking(&mut page, &text.roles);
    text.unranked.iter().for_each(|part| unranked(&mut page, part));
    text.why.iter().for_each(|part| why(&mut page, part, [most.reasons, most.answers]));
    text.contrast.iter().filter(|_| text.is_detailed).for_each(|part| passage(&mut page, part));
    text.rivals.iter().for_each(|part| rivals(&mut page, part, most.rivals));
    let modules = most.modules;
    text.training.iter().for_each(|part| training(&mut page, part, text.is_detailed, modules));
    interests(&mut page, &text.interests);
    text.ledgers.iter().for_each(|part| ledger(&mut page, part));
    text.signs.iter().for_each(|part| signs(&mut page, part));
    steps(&mut page, &text.steps);
    page.gap();
    page.paragraph(text.caution);
    if text.why.is_some() && !text.is_detailed {
        page.paragraph(format!("Each list is cut to what counts most: {rest} the rest."));
    }
    text.code.iter().for_each(|part| code(&mut page, part));
    page.into_text()
}

pub(super) fn passage(page: &mut Page, passage: &Passage) {
    page.heading(&passage.heading);
    for paragraph in &passage.paragraphs {
        page.paragraph(paragraph);
    }
}

fn ranking(page: &mut Page, roles: &RolesText) {
    if roles.lines.is_empty() {
        return;
    }
    if page.style().has_bars() {
        table(page, roles);
    } else {
        page.heading(roles.heading);
        roles.order.iter().for_each(|text| page.paragraph(text));
        for role in &roles.lines {
            page.item(rank(role), format!("{}: {}", role.name, figures(role)));
        }
    }
    let marked = roles.marked.iter().map(|marked| format!("{marked} marked *."));
    let key: Vec<String> = marked.chain(roles.key.iter().map(ToString::to_string)).collect();
    page.paragraph(key.join(" "));
}

fn unranked(page: &mut Page, roles: &UnrankedText) {
    page.heading(roles.heading);
    page.paragraph(roles.order);
    for role in &roles.lines {
        page.item("  - ", format!("{}: {}", role.name, role.line));
    }
    if roles.others > 0 {
        page.item("  - ", format!("and {} more", roles.others));
    }
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
fn table(page: &mut Page, roles: &RolesText) {
    let name_width = page.style().columns().saturating_sub(5 + BAR + 20);
    let has_room = |role: &RoleLine| Styled::from(&role.name).columns() <= name_width;
    let has_columns = !page.style().is_narrow() && roles.lines.iter().all(has_room);
    page.heading(roles.heading);
    roles.order.iter().for_each(|text| page.paragraph(text));
    if has_columns {
        let head = padded("", 5 + name_width + BAR + 1) + " fit         best";
        page.line(Styled::painted(head, Paint::Dimmed));
    }
    for role in &roles.lines {
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

/// Why the first role is first: so many interests, and so many answers.
pub(super) fn why(page: &mut Page, why: &Why, [interests, answers]: [usize; 2]) {
    page.heading(&why.heading);
    sides(page, &why.interests, interests);
    if answers > 0 {
        page.paragraph("The answers that weigh most:");
        sides(page, &why.answers, answers);
    }
}

/// So many of what speaks for a role, and less of what speaks against it.
fn sides(page: &mut Page, sides: &Sides, most: usize) {
    for text in sides.speaks_for.iter().take(most) {
        page.item("  + ", text);
    }
    for text in sides.speaks_against.iter().take(most.saturating_sub(1).max(1)) {
        page.item("  - ", text);
    }
}

fn rivals(page: &mut Page, rivals: &RivalsText, most: usize) {
    if most == 0 {
        return;
    }
    page.heading(&rivals.heading);
    for rival in rivals.rivals.iter().take(most) {
        page.item("  * ", &rival.sentence);
        for change in &rival.changes {
            page.item("    - ", change);
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

/// The specialisms and the modules; unless every detail was asked for, of each stage
/// so many that serve a leading role, or no stage at all.
pub(super) fn training(page: &mut Page, training: &TrainingText, is_detailed: bool, most: usize) {
    let stages = if most == 0 { &[] } else { training.stages.as_slice() };
    if stages.is_empty() && training.specialisms.is_empty() {
        return;
    }
    page.heading(training.heading);
    training.later.iter().for_each(|later| page.paragraph(&later.text));
    if let Some(later) = training.later.as_ref().filter(|_| !is_detailed) {
        later.command.iter().for_each(|command| page.line(format!("  {command}")));
        return;
    }
    training.specialisms.iter().for_each(|text| page.paragraph(text));
    training.note.iter().filter(|_| !stages.is_empty()).for_each(|text| page.paragraph(text));
    for stage in stages {
        page.paragraph(format!("{}. {}", stage.heading, stage.text));
        let modules = stage.modules.iter().filter(|module| is_detailed || module.is_central);
        for module in modules.take(most) {
            let bar = page.style().bar(module.relevance, 8);
            let (lead, indent) = if bar.is_empty() {
                ("  - ".into(), "    ")
            } else {
                (Styled::from("  ").then(bar).then(" "), "           ")
            };
            page.strong_item(lead, &module.name);
            page.item(indent, &module.serves);
            for (title, url) in module.now.iter().filter(|_| is_detailed) {
                page.item(indent, format!("nearest today: {title}"));
                page.line(format!("{indent}{url}"));
            }
        }
    }
    if !stages.is_empty() && page.style().has_bars() {
        page.paragraph(training.key);
    }
}

fn interests(page: &mut Page, interests: &InterestsText) {
    page.heading(interests.heading);
    page.paragraph(&interests.text);
    let style = page.style();
    let half = if style.is_narrow() { 6 } else { 3 };
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
    page.two_columns(interests.lines.iter().map(entry).collect());
}

fn signs(page: &mut Page, signs: &SignsText) {
    page.heading(signs.heading);
    for sign in &signs.items {
        page.item("  ! ", sign);
    }
    page.paragraph(signs.text);
}

fn steps(page: &mut Page, steps: &[NextStep]) {
    if !steps.is_empty() {
        page.heading("What to do next");
    }
    for step in steps {
        page.item("  * ", &step.text);
        targets(page, "      ", step);
    }
}

/// How the same result is had again.
pub(super) fn code(page: &mut Page, text: &CodeText) {
    page.gap();
    page.paragraph(&text.text);
    match (&text.code, text.command.as_slice()) {
        (Some(code), [line]) => command_layout::command(page, line.as_str(), code.as_str()),
        (_, lines) => command_layout::command_lines(page, lines),
    }
}
