//! The terminal that screens are shown on, and the one loop that shows them.

use std::io;
use std::time::Duration;

use super::key_bindings::menu_action;
use super::list_view::menu_text;
use super::menu::{Choice, Menu};
use super::view::{Room, View};
use crate::failure::Failure;
use crate::interruption::handle_signals;
use crate::output::Output;
use crate::system;
use crate::terminal::{self, Key, Keyboard, TerminalEvent, TerminalUse};
use crate::text::{Page, TerminalText, cut};

/// What is said of a pasted text, which might hold any key.
const PASTED: &str = "That looks like pasted text: it answers nothing.";

/// How long an answer is seen before the next question.
const ECHO: Duration = Duration::from_millis(200);

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

    /// Shows a screen until a key is a reply to it.
    pub(super) fn show<V: View>(&mut self, view: &mut V) -> Result<V::Reply, Failure> {
        let mut notice = "";
        loop {
            self.keyboard.wait_out().map_err(stopped)?;
            self.draw(&view.text(Room::now()), notice)?;
            notice = match self.next()? {
                TerminalEvent::Key(key) => {
                    if let Some(reply) = view.press(key, Room::now()) {
                        return Ok(reply);
                    }
                    ""
                }
                TerminalEvent::Pasted => PASTED,
                TerminalEvent::Held(_) | TerminalEvent::Resized => "",
            };
        }
    }

    /// Shows a screen for a moment, and meanwhile goes on: it stays until the next
    /// screen is due, or a key is pressed.
    pub(super) fn flash<V: View>(&mut self, view: &V) -> Result<(), Failure> {
        self.draw(&view.text(Room::now()), "")?;
        self.keyboard.linger(ECHO);
        Ok(())
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
            let Room { rows, style } = Room::now();
            let window = rows.saturating_sub(4).max(1);
            let list = menu_text(&menu, window, style);
            let mut page = Page::new(style);
            page.paragraph(heading);
            let text = page.into_text().then(&list);
            self.draw_below(&text.then(&TerminalText::lines(notice)))?;
            notice = match self.next()? {
                TerminalEvent::Key(key) => {
                    if let Some(choice) = menu.step(menu_action(key), window) {
                        return Ok(choice);
                    }
                    ""
                }
                TerminalEvent::Pasted => PASTED,
                TerminalEvent::Held(_) | TerminalEvent::Resized => "",
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
        let Room { rows, style } = Room::now();
        let notice = cut(notice, style.columns());
        let text = self.output.in_its_colors(text);
        self.output.draw(&terminal::frame(&text, &notice, rows)).map_err(stopped)
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

    /// Waits for what happens next. A key that moves does so as long as it is held;
    /// any other one does once what it does.
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
            TerminalEvent::Held(key) if key.moves() => Ok(TerminalEvent::Key(key)),
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
