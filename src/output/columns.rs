//! How wide a text may be, and what its bars are made of.

use std::io::{self, IsTerminal as _};

use crate::args::HELP_COLUMNS;
use crate::system::draws_screens;
use crate::terminal;
use crate::text::{Bars, Page, Style, Styled, TerminalText};

/// Lines as wide as the terminal, if there is one; those that begin with two
/// blanks are commands to copy, and stay whole.
pub(crate) fn laid_out(text: &str) -> TerminalText {
    if !io::stderr().is_terminal() {
        return TerminalText::lines(text);
    }
    let mut page = Page::new(dialogue_style());
    for line in text.lines() {
        match line {
            "" => page.gap(),
            command if command.starts_with("  ") => page.line(command),
            words => page.paragraph(Styled::from(words)),
        }
    }
    page.into_text()
}

/// How results are to be laid out: as wide as the terminal, else as `COLUMNS`
/// says, else 80.
pub(crate) fn result_style() -> Style {
    let size = if io::stdout().is_terminal() { terminal::size() } else { None };
    size.map_or_else(piped_style, |size| Style::new(size.columns, bars()))
}

/// How what a help ends with is to be laid out: as the rest of it.
pub(super) fn help_style() -> Style {
    let size = if io::stdout().is_terminal() { terminal::size() } else { None };
    let columns = size.map(|size| size.columns).or_else(wanted_columns).unwrap_or(HELP_COLUMNS);
    Style::new(columns.min(HELP_COLUMNS), bars())
}

/// The same where there is no terminal.
pub(super) fn piped_style() -> Style {
    Style::new(wanted_columns().unwrap_or(80), bars())
}

/// The width that `COLUMNS` says.
fn wanted_columns() -> Option<usize> {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok())
}

/// How the conversation is to be laid out. Terminals leave ghosts of lines that
/// come near their edge.
pub(crate) fn dialogue_style() -> Style {
    const EDGE: usize = 3;
    let size = if io::stderr().is_terminal() { terminal::size() } else { None };
    Style::new(size.map_or(80, |size| size.columns.saturating_sub(EDGE)), bars())
}

/// Whether a person is to be asked in plain lines: `ROLEFIT_PLAIN` says so, or the
/// terminal can do no more.
pub(crate) fn is_plain_wanted() -> bool {
    is_dumb() || is_plain_set() || !draws_screens()
}

/// Whether plain lines are wanted of everything.
fn is_plain_set() -> bool {
    std::env::var_os("ROLEFIT_PLAIN").is_some_and(|value| !value.is_empty())
}

/// Whether the terminal cannot do more than a typewriter.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn bars() -> Bars {
    match (is_plain_set(), is_dumb()) {
        (true, _) => Bars::Absent,
        (false, true) => Bars::Ascii,
        (false, false) => Bars::Blocks,
    }
}
