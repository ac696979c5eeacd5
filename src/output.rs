//! Where results, notices and errors go, and in how many columns and colours.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};

use crate::args::{Color, OutputArgs};
use crate::failure::Failure;
use crate::text::{Bars, Page, Style, clean_text, problem};

/// The two streams of the program.
pub(crate) struct Output {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
    quiet: bool,
}

impl Output {
    pub(crate) fn new(args: &OutputArgs) -> Self {
        // Everything is styled, and what a stream cannot show is stripped there.
        colored::control::set_override(true);
        let choice = match args.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let out = AutoStream::new(io::stdout(), choice);
        let err = AutoStream::new(io::stderr(), choice);
        // For dialoguer's menus, which are drawn on the error stream.
        console::set_colors_enabled_stderr(err.current_choice() != ColorChoice::Never);
        Self { out, err, quiet: args.quiet }
    }

    /// Whether to say nothing but the conversation, the result and errors.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Writes a result.
    pub(crate) fn result(&mut self, text: &str) -> Result<(), Failure> {
        self.out.write_all(text.as_bytes()).map_err(Failure::io("standard output"))
    }

    /// Writes a result that is a table. Its cells are as they came, and a terminal
    /// would obey what is in them; other forms are safe as they are.
    pub(crate) fn table(&mut self, text: &str) -> Result<(), Failure> {
        if io::stdout().is_terminal() { self.result(&clean_text(text)) } else { self.result(text) }
    }

    /// Notes what is not the result, unless asked to be quiet. If nobody can be told,
    /// the work goes on all the same, and its result is what it is.
    pub(crate) fn note(&mut self, text: &str) {
        let _ = self.say(text);
    }

    /// Says something in a conversation that is not the result, unless asked to be
    /// quiet.
    pub(crate) fn say(&mut self, text: &str) -> io::Result<()> {
        if self.quiet { Ok(()) } else { self.show(text) }
    }

    /// Shows a part of a conversation: whoever takes part in it has to see it.
    pub(crate) fn show(&mut self, text: &str) -> io::Result<()> {
        self.err.write_all(text.as_bytes())?;
        self.err.flush()
    }

    /// Sees everything written off.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        self.out.flush().map_err(Failure::io("standard output"))
    }

    /// Tells the person why the program stops, and what can be done now. If even
    /// that cannot be written, the exit code has to do.
    pub(crate) fn fail(&mut self, failure: &Failure) {
        if failure.is_closed_pipe() {
            return;
        }
        let (failure, advice) = match failure {
            Failure::Advised { failure, advice } => (&**failure, advice.as_str()),
            other => (other, ""),
        };
        let text = match failure {
            Failure::Interrupted | Failure::Unsound => String::new(),
            Failure::Problems(problems) => problem::all(problems.as_slice()),
            Failure::Sheet(problems) => problem::all(problems.as_slice()),
            other => {
                let is_terminal = io::stderr().is_terminal();
                problem::line(&other.to_string(), is_terminal.then(dialogue_style))
            }
        };
        let _ = self.show(&text).and_then(|()| self.show(&laid_out(advice)));
    }
}

/// Lines as wide as the terminal, if there is one; those that begin with two
/// blanks are commands to copy, and stay whole.
pub(crate) fn laid_out(text: &str) -> String {
    if !io::stderr().is_terminal() {
        return text.to_owned();
    }
    let mut page = Page::new(dialogue_style());
    for line in text.lines() {
        match line {
            "" => page.gap(),
            command if command.starts_with("  ") => page.line(command),
            words => page.paragraph(words),
        }
    }
    page.into_text()
}

/// How results are to be laid out: as wide as the terminal, else as `COLUMNS`
/// says, else 80.
pub(crate) fn result_style() -> Style {
    let terminal = io::stdout().is_terminal().then(console::Term::stdout);
    let columns = terminal.and_then(|term| term.size_checked()).map(|(_, columns)| columns.into());
    let told = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    Style::new(columns.or_else(told).unwrap_or(80), bars())
}

/// How the conversation is to be laid out. Terminals leave ghosts of lines that
/// come near their edge.
pub(crate) fn dialogue_style() -> Style {
    const EDGE: usize = 3;
    let size = console::Term::stderr().size_checked();
    let columns = size.map(|(_, columns)| usize::from(columns).saturating_sub(EDGE));
    Style::new(columns.unwrap_or(80), bars())
}

/// Whether the terminal cannot do more than a typewriter.
pub(crate) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn bars() -> Bars {
    if is_dumb() { Bars::Ascii } else { Bars::Blocks }
}
