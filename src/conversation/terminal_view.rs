//! The terminal that screens are shown on, and the one loop that shows them.

use std::io;
use std::time::Duration;

use super::view::{ScreenRoom, View};
use crate::failure::Failure;
use crate::interruption::handle_signals;
use crate::output::Output;
use crate::system;
use crate::terminal::{self, Key, Keyboard, TerminalEvent, TerminalUse};
use crate::text::{TerminalText, cut};

/// What is said of a pasted text, which might hold any key.
const PASTED: &str = "That looks like pasted text: it answers nothing.";

/// How long an answer is seen before the next question.
const ECHO: Duration = Duration::from_millis(200);

/// A terminal that is drawn on. It is put back when this goes.
pub(super) struct TerminalView<'o> {
    pub(super) output: &'o mut Output,
    keyboard: Keyboard,
    /// Whether it is in use now: not before the first key is waited for.
    is_in_use: bool,
}

impl<'o> TerminalView<'o> {
    /// A terminal that is not touched yet.
    pub(super) fn new(output: &'o mut Output) -> Result<Self, Failure> {
        handle_signals(true).map_err(Failure::io("the terminal"))?;
        Ok(Self { output, keyboard: Keyboard::new(), is_in_use: false })
    }

    /// Shows a screen until a key is a reply to it.
    pub(super) fn show<V: View>(&mut self, view: &mut V) -> Result<V::Reply, Failure> {
        let mut notice = "";
        loop {
            self.keyboard.wait_out().map_err(stopped)?;
            self.draw(&view.text(ScreenRoom::now()), notice)?;
            notice = match self.next()? {
                TerminalEvent::Held(key) if !view.repeats(key) => "",
                TerminalEvent::Key(key) | TerminalEvent::Held(key) => {
                    if let Some(reply) = view.press(key, ScreenRoom::now()) {
                        return Ok(reply);
                    }
                    ""
                }
                TerminalEvent::Pasted => PASTED,
                TerminalEvent::Resized => "",
            };
        }
    }

    /// Shows a screen for a moment, and meanwhile goes on: it stays until the next
    /// screen is due, or a key is pressed.
    pub(super) fn flash<V: View>(&mut self, view: &V) -> Result<(), Failure> {
        self.draw(&view.text(ScreenRoom::now()), "")?;
        self.keyboard.linger(ECHO);
        Ok(())
    }

    /// Leaves the screen for the usual one, where something is to be written, until the
    /// next one is shown.
    pub(super) fn step_aside(&mut self) -> Result<(), Failure> {
        self.is_in_use = false;
        self.output.draw(&terminal::leave()).map_err(stopped)
    }

    fn draw(&mut self, text: &TerminalText, notice: &str) -> Result<(), Failure> {
        self.enter()?;
        let ScreenRoom { rows, columns, style } = ScreenRoom::now();
        let notice = cut(notice, style.columns());
        let text = self.output.in_its_colors(text);
        self.output.draw(&terminal::frame(&text, &notice, rows, columns)).map_err(stopped)
    }

    fn enter(&mut self) -> Result<(), Failure> {
        if self.is_in_use {
            return Ok(());
        }
        self.is_in_use = true;
        terminal::enter(TerminalUse::WholeScreen)
            .and_then(|begin| self.output.draw(&begin))
            .map_err(stopped)
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
        self.step_aside()?;
        system::suspend();
        self.enter()
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
