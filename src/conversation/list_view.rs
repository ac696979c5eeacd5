//! A list on a screen of its own, below a heading and some words.

use super::key_bindings::{TypedNumber, menu_action};
use super::menu::{Choice, Menu};
use super::view::{ScreenRoom, View};
use crate::terminal::Key;
use crate::text::{Page, Style, TerminalText, cut};

/// A list is no list with fewer rows.
const SMALLEST_WINDOW: usize = 3;

/// A list below a heading and some words; where that has few rows, below the `short`
/// words alone.
pub(super) struct ListView<'a> {
    pub(super) heading: &'a str,
    pub(super) words: &'a str,
    pub(super) short: &'a str,
    pub(super) menu: &'a mut Menu,
    /// The number of a line that is typed, where lines have numbers.
    pub(super) typed: Option<TypedNumber>,
}

impl ListView<'_> {
    /// What stands above the list, and the rows that are left for it.
    fn above(&self, room: ScreenRoom) -> (TerminalText, usize) {
        let above = headed(self.heading, self.words, room.style);
        let window = window_below(&above, room);
        if window >= SMALLEST_WINDOW {
            return (above, window);
        }
        let mut page = Page::new(room.style);
        page.line(cut(self.short, room.style.columns()));
        let above = page.into_text();
        let window = window_below(&above, room).max(1);
        (above, window)
    }
}

impl View for ListView<'_> {
    type Reply = Choice;

    fn text(&self, room: ScreenRoom) -> TerminalText {
        let (above, window) = self.above(room);
        above.then(&menu_text(self.menu, window, room.style))
    }

    fn press(&mut self, key: Key, room: ScreenRoom) -> Option<Choice> {
        let (_, window) = self.above(room);
        let count = self.menu.count();
        if let Some(number) = self.typed.as_mut().and_then(|typed| typed.press(key, count)) {
            self.menu.go_to(number - 1, window);
            return None;
        }
        self.menu.step(menu_action(key), window)
    }
}

/// A heading and a paragraph.
pub(super) fn headed(heading: &str, words: &str, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    page.heading(heading);
    page.paragraph(words);
    page.gap();
    page.into_text()
}

/// The rows of a list below some text: there is one more for what part of it is
/// shown, and one for the cursor.
pub(super) fn window_below(above: &str, room: ScreenRoom) -> usize {
    room.rows.saturating_sub(above.lines().count() + 2)
}

/// The part of a list that fits, and which part it is.
pub(super) fn menu_text(menu: &Menu, window: usize, style: Style) -> TerminalText {
    let mut lines = menu.window(window, style);
    let part = menu.part(window).map(|part| cut(&format!("  ({part})"), style.columns()));
    lines.extend(part.map(|part| TerminalText::lines(&part)));
    TerminalText::of_lines(&lines)
}
