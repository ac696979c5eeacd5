//! A result in chapters, each of which is read on its own.

use rolefit_engine::telling::Clean;
use rolefit_engine::telling::entries::EntryText;
use rolefit_engine::telling::result::{Moves, PairText, PairedRole, ResultText};

use super::entries;
use super::layout::{Page, Style};
use super::result;
use super::summary::summary;
use super::terminal_text::TerminalText;

/// What comes first, line by line.
pub(crate) fn first_lines(text: &ResultText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    summary(&mut page, &text.summary, usize::MAX, "");
    page.into_text()
}

/// The answer code, and the command that shows the result again.
pub(crate) fn again(text: &ResultText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    text.code.iter().for_each(|part| result::code(&mut page, part));
    page.into_text()
}

/// Why the first role is first.
pub(crate) fn why(text: &ResultText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    text.why.iter().for_each(|why| result::why(&mut page, why, [usize::MAX; 2]));
    text.contrast.iter().for_each(|contrast| result::passage(&mut page, contrast));
    page.into_text()
}

/// What speaks for the one of two roles and what for the other, and then the two.
pub(crate) fn pair(pair: &PairText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    page.heading(&pair.heading);
    page.heading("What sets them apart");
    pair.alike().iter().for_each(|alike| page.paragraph(alike));
    for side in &pair.apart {
        page.paragraph(&side.label);
        side.sentences.iter().for_each(|sentence| page.item("  + ", sentence));
    }
    pair.roles.iter().for_each(|role| paired(&mut page, role));
    page.into_text()
}

fn paired(page: &mut Page, role: &PairedRole) {
    page.heading(&role.heading);
    page.paragraph(&role.line);
    page.paragraph(&role.standing);
    for section in &role.sections {
        page.gap();
        page.paragraph(format!("{}:", section.heading));
        entries::body(page, &section.body);
    }
}

/// The page of a role, and what in the answers speaks for it and against it.
pub(crate) fn role(
    entry: &EntryText,
    standing: &Clean,
    text: &ResultText,
    style: Style,
) -> TerminalText {
    let mut page = Page::new(style);
    page.paragraph(standing);
    text.why.iter().for_each(|why| result::why(&mut page, why, [usize::MAX; 2]));
    page.gap();
    page.into_text().then(&entries::page_for_a_reader(entry, style))
}

/// The page of a role to which the answers say nothing.
pub(crate) fn unranked_role(entry: &EntryText, style: Style) -> TerminalText {
    entries::page_for_a_reader(entry, style)
}

/// The training that suits.
pub(crate) fn training(text: &ResultText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    text.training.iter().for_each(|part| result::training(&mut page, part, true, usize::MAX));
    page.into_text()
}

/// What a changed answer or mark moves.
pub(crate) fn moves(moves: &Moves, is_saved: bool, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    page.heading(if is_saved { "Changed, and saved" } else { "Changed" });
    moves.changes.iter().for_each(|change| page.paragraph(change));
    page.heading("What that moves");
    page.paragraph(&moves.first);
    if !moves.roles.is_empty() {
        page.gap();
    }
    moves.lead().iter().for_each(|lead| page.paragraph(*lead));
    for role in &moves.roles {
        page.item("  - ", role);
    }
    if moves.others > 0 {
        page.item("  - ", format!("and {} more", moves.others));
    }
    page.into_text()
}
