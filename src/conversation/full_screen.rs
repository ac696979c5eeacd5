//! A terminal to draw on, and the keys that are pressed at it.

use console::{Key, Term};

use super::key_bindings::step;
use super::keyboard::{Event, Keyboard};
use super::menu::{Choice, Menu};
use super::terminal_guard::Tidy;
use crate::failure::Failure;
use crate::output::{Output, dialogue_style};
use crate::text::{Page, cut};

/// A terminal, drawn anew whenever it changes its size.
pub(super) struct FullScreen<'o> {
    pub(super) output: &'o mut Output,
    term: Term,
    keyboard: Keyboard,
    _tidy: Tidy,
}

impl<'o> FullScreen<'o> {
    pub(super) fn new(output: &'o mut Output) -> Result<Self, Failure> {
        let tidy = Tidy::new().map_err(Failure::io("the terminal"))?;
        let term = Term::stderr();
        Ok(Self { output, keyboard: Keyboard::new(&term), term, _tidy: tidy })
    }

    /// Clears the screen and puts a text on it.
    pub(super) fn draw(&mut self, text: &str) -> Result<(), Failure> {
        self.term
            .clear_screen()
            .and_then(|()| self.output.show(text))
            .map_err(Failure::io("the terminal"))
    }

    /// Shows a page, made for so many rows, until a key means something.
    pub(super) fn shown<T>(
        &mut self,
        page: impl Fn(usize) -> String,
        means: impl Fn(&Key) -> Option<T>,
    ) -> Result<T, Failure> {
        loop {
            self.draw(&page(self.rows()))?;
            while let Event::Key(key) = self.keyboard.next()? {
                if let Some(meant) = means(&key) {
                    return Ok(meant);
                }
            }
        }
    }

    /// A heading and some words above a list, on a screen of their own.
    pub(super) fn choice(
        &mut self,
        heading: &str,
        words: &str,
        menu: &mut Menu,
    ) -> Result<Choice, Failure> {
        loop {
            let mut page = Page::new(dialogue_style());
            page.heading(heading);
            page.paragraph(words);
            page.gap();
            let above = page.into_text();
            // A row for what part is shown, and one for the cursor.
            let window = self.rows().saturating_sub(above.lines().count() + 2).max(1);
            self.draw(&format!("{above}{}", part(menu, window)))?;
            if let Some(choice) = self.stepped(menu, window)? {
                return Ok(choice);
            }
        }
    }

    /// A list below what is on the screen, which stays.
    pub(super) fn choice_below(
        &mut self,
        heading: &str,
        mut menu: Menu,
    ) -> Result<Choice, Failure> {
        let io = || Failure::io("the terminal");
        self.output.show("\n").map_err(io())?;
        loop {
            let window = self.rows().saturating_sub(3).max(1);
            let text = format!("{heading}\n{}", part(&mut menu, window));
            self.output.show(&text).map_err(io())?;
            if let Some(choice) = self.stepped(&mut menu, window)? {
                return Ok(choice);
            }
            self.term.clear_last_lines(text.lines().count()).map_err(io())?;
        }
    }

    /// What the next key chooses from a list, if it does.
    fn stepped(&mut self, menu: &mut Menu, window: usize) -> Result<Option<Choice>, Failure> {
        Ok(match self.keyboard.next()? {
            Event::Key(key) => menu.step(step(&key), window),
            Event::Resized => None,
        })
    }

    fn rows(&self) -> usize {
        usize::from(self.term.size().0)
    }
}

/// The part of a list that fits, and which part it is.
fn part(menu: &mut Menu, window: usize) -> String {
    let columns = dialogue_style().columns();
    let mut lines = menu.window(window, columns);
    lines.extend(menu.part(window).map(|part| cut(&format!("  ({part})"), columns)));
    lines.join("\n") + "\n"
}
