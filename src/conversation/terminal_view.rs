//! Pages and lists on a terminal, and the keys that are pressed at them.

use std::io;

use super::key_bindings::menu_action;
use super::menu::{Choice, Menu};
use crate::failure::Failure;
use crate::interruption::handle_signals;
use crate::output::{Output, dialogue_style};
use crate::system;
use crate::terminal::{self, Key, Keyboard, TerminalEvent, TerminalUse};
use crate::text::{Page, TerminalText, cut};

/// What is said of a pasted text, which might hold any key.
const PASTED: &str = "A paste answers nothing.";

/// A list is no list with fewer rows.
const SMALLEST_WINDOW: usize = 3;

/// The rows of a terminal that does not know its size.
const USUAL_ROWS: usize = 24;

/// A terminal that is drawn on. It is put back when this goes.
pub(super) struct TerminalView<'o> {
    pub(super) output: &'o mut Output,
    keyboard: Keyboard,
    /// What it is in use for now; `None` before the first key is waited for.
    in_use: Option<TerminalUse>,
    /// The lines of a list that stand just above the cursor.
    lines_above: usize,
}

impl<'o> TerminalView<'o> {
    /// A terminal that is not touched yet.
    pub(super) fn new(output: &'o mut Output) -> Result<Self, Failure> {
        handle_signals(true).map_err(Failure::io("the terminal"))?;
        Ok(Self { output, keyboard: Keyboard::new(), in_use: None, lines_above: 0 })
    }

    /// Shows a page, made for so many rows, until a key means something.
    pub(super) fn page<T>(
        &mut self,
        page: impl Fn(usize) -> TerminalText,
        means: impl Fn(Key) -> Option<T>,
    ) -> Result<T, Failure> {
        let mut notice = "";
        loop {
            self.draw(&page(rows()), notice)?;
            notice = match self.next()? {
                TerminalEvent::Key(key) => {
                    if let Some(meant) = means(key) {
                        return Ok(meant);
                    }
                    ""
                }
                TerminalEvent::Pasted => PASTED,
                TerminalEvent::Resized => "",
            };
        }
    }

    /// A heading and some words above a list, on a screen of their own; where that
    /// has few rows, the `short` words alone.
    pub(super) fn choice(
        &mut self,
        heading: &str,
        words: &str,
        short: &str,
        menu: &mut Menu,
    ) -> Result<Choice, Failure> {
        let mut notice = "";
        loop {
            let mut page = Page::new(dialogue_style());
            page.heading(heading);
            page.paragraph(words);
            page.gap();
            let mut above = page.into_text();
            if window_below(&above) < SMALLEST_WINDOW {
                let mut page = Page::new(dialogue_style());
                page.paragraph(short);
                above = page.into_text();
            }
            let window = window_below(&above).max(1);
            self.draw(&above.then(&menu_text(menu, window)), notice)?;
            notice = match self.next()? {
                TerminalEvent::Key(key) => {
                    if let Some(choice) = menu.step(menu_action(key), window) {
                        return Ok(choice);
                    }
                    ""
                }
                TerminalEvent::Pasted => PASTED,
                TerminalEvent::Resized => "",
            };
        }
    }

    /// A list below what is on the screen, which stays.
    pub(super) fn choice_below(
        &mut self,
        heading: &str,
        mut menu: Menu,
    ) -> Result<Choice, Failure> {
        // What was drawn before stays as well.
        self.lines_above = 0;
        self.draw_below(&TerminalText::lines("\n"))?;
        self.lines_above = 0;
        let mut notice = "";
        loop {
            let window = rows().saturating_sub(4).max(1);
            let list = menu_text(&mut menu, window);
            let text = TerminalText::each_on_a_line([heading]).then(&list);
            self.draw_below(&text.then(&TerminalText::lines(notice)))?;
            notice = match self.next()? {
                TerminalEvent::Key(key) => {
                    if let Some(choice) = menu.step(menu_action(key), window) {
                        return Ok(choice);
                    }
                    ""
                }
                TerminalEvent::Pasted => PASTED,
                TerminalEvent::Resized => "",
            };
        }
    }

    /// Leaves the screen of the questions for the usual one, where the result is to
    /// be written. Keys are still read.
    pub(super) fn use_below(&mut self) -> Result<(), Failure> {
        self.enter(TerminalUse::KeysBelow)
    }

    fn draw(&mut self, text: &TerminalText, notice: &str) -> Result<(), Failure> {
        self.enter(TerminalUse::WholeScreen)?;
        let notice = cut(notice, dialogue_style().columns());
        let text = self.output.in_its_colors(text);
        self.output.draw(&terminal::frame(&text, &notice, rows())).map_err(stopped)
    }

    fn draw_below(&mut self, text: &TerminalText) -> Result<(), Failure> {
        self.enter(TerminalUse::KeysBelow)?;
        let text = self.output.in_its_colors(text);
        let drawn = self.output.draw(&terminal::redrawn_below(&text, self.lines_above));
        self.lines_above = text.lines().count();
        drawn.map_err(stopped)
    }

    fn enter(&mut self, wanted: TerminalUse) -> Result<(), Failure> {
        if self.in_use == Some(wanted) {
            return Ok(());
        }
        self.in_use = Some(wanted);
        terminal::enter(wanted).and_then(|begin| self.output.draw(&begin)).map_err(stopped)
    }

    /// Waits for what happens next.
    ///
    /// # Errors
    /// [`Failure::Interrupted`] at Ctrl-C, or when the terminal has gone.
    fn next(&mut self) -> Result<TerminalEvent, Failure> {
        match self.keyboard.next().map_err(stopped)? {
            TerminalEvent::Key(Key::Interrupt) => Err(Failure::Interrupted),
            TerminalEvent::Key(Key::Suspend) => {
                self.suspend()?;
                Ok(TerminalEvent::Resized)
            }
            event => Ok(event),
        }
    }

    /// Gives the terminal back to the shell until it lets the program go on.
    fn suspend(&mut self) -> Result<(), Failure> {
        let Some(in_use) = self.in_use.take() else { return Ok(()) };
        self.output.draw(&terminal::leave()).map_err(stopped)?;
        system::suspend();
        self.lines_above = 0;
        self.enter(in_use)
    }
}

impl Drop for TerminalView<'_> {
    fn drop(&mut self) {
        // There is no one left to tell of a failure.
        let _ = self.output.draw(&terminal::leave());
    }
}

/// What a terminal's failure means: Ctrl-C may reach a reader of keys as an
/// interruption, and a terminal that has gone as the end of it.
pub(super) fn stopped(error: io::Error) -> Failure {
    use io::ErrorKind::{Interrupted, NotConnected, UnexpectedEof};
    match error.kind() {
        Interrupted | UnexpectedEof | NotConnected => Failure::Interrupted,
        _ => Failure::io("the terminal")(error),
    }
}

/// The rows of a list below some text: there is one more for what part of it is
/// shown, and one for the cursor.
fn window_below(above: &str) -> usize {
    rows().saturating_sub(above.lines().count() + 2)
}

fn rows() -> usize {
    terminal::size().map_or(USUAL_ROWS, |size| size.rows)
}

/// The part of a list that fits, and which part it is.
fn menu_text(menu: &mut Menu, window: usize) -> TerminalText {
    let style = dialogue_style();
    let mut lines = menu.window(window, style);
    let part = menu.part(window).map(|part| cut(&format!("  ({part})"), style.columns()));
    lines.extend(part.map(|part| TerminalText::lines(&part)));
    TerminalText::of_lines(&lines)
}
