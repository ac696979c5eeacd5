//! A text that may be longer than the screen, and the keys that move through it.

use unicode_width::UnicodeWidthStr as _;

use super::interview::Reading;
use super::view::{ScreenRoom, View};
use crate::terminal::Key;
use crate::text::{Page, Paint, Styled, TerminalText, cut};

/// A text and where its reader is.
pub(super) struct PagerView<'a> {
    text: &'a Reading<'a>,
    /// The line at the top of the screen.
    top: usize,
    /// What is looked for, while it is typed.
    typed: Option<String>,
    /// What was looked for last.
    wanted: String,
    /// Whether that is nowhere in the text.
    is_missing: bool,
}

impl<'a> PagerView<'a> {
    pub(super) fn new(text: &'a Reading<'a>) -> Self {
        Self { text, top: 0, typed: None, wanted: String::new(), is_missing: false }
    }

    /// The rows for the text: there is one for the keys, and one for the cursor.
    fn window(room: ScreenRoom) -> usize {
        room.rows.saturating_sub(2).max(1)
    }

    fn lines(&self, room: ScreenRoom) -> Vec<TerminalText> {
        let columns = room.style.columns();
        (self.text)(room.style).broken(columns, room.columns.unwrap_or(columns))
    }

    /// The top line of the last screen.
    fn last_top(lines: &[TerminalText], room: ScreenRoom) -> usize {
        lines.len().saturating_sub(Self::window(room))
    }

    /// The first line from `start` on, and then from the beginning, that holds what is
    /// wanted, in capitals or not.
    fn find(&self, lines: &[TerminalText], start: usize) -> Option<usize> {
        let wanted = self.wanted.to_lowercase();
        let holds = |line: &TerminalText| line.unpainted().to_lowercase().contains(&wanted);
        let numbered = || lines.iter().enumerate();
        let found = numbered().skip(start).chain(numbered().take(start));
        found.filter(|(_, line)| holds(line)).map(|(number, _)| number).next()
    }

    fn look_for(&mut self, start: usize, room: ScreenRoom) {
        let lines = self.lines(room);
        let found = self.find(&lines, start);
        self.is_missing = found.is_none();
        if let Some(line) = found {
            self.top = line.min(Self::last_top(&lines, room));
        }
    }

    /// Does what a key means while something to look for is typed.
    fn type_key(&mut self, key: Key, mut typed: String, room: ScreenRoom) {
        match key {
            Key::Char(character) => typed.push(character),
            Key::Backspace => drop(typed.pop()),
            Key::Escape => return,
            Key::Enter => {
                if !typed.is_empty() {
                    self.wanted = typed;
                }
                if !self.wanted.is_empty() {
                    self.look_for(self.top, room);
                }
                return;
            }
            _ => {}
        }
        self.typed = Some(typed);
    }

    /// The row below the text.
    fn foot(&self, count: usize, room: ScreenRoom) -> Styled {
        let columns = room.style.columns();
        if let Some(typed) = &self.typed {
            return Styled::from(cut(&format!("/{typed}"), columns));
        }
        let window = Self::window(room);
        let foot = if self.is_missing {
            format!("\"{}\" is not in it", self.wanted)
        } else if count <= window {
            "q goes back".to_owned()
        } else {
            keys((self.top + window).min(count), count, columns)
        };
        Styled::painted(cut(&foot, columns), Paint::Dimmed)
    }
}

/// Where the reader is, and the keys, or those of them that there is room for.
fn keys(last: usize, count: usize, columns: usize) -> String {
    let long = format!("line {last} of {count}  space on  b back  / search  n next  q goes back");
    if long.width() <= columns {
        return long;
    }
    let mut foot = format!("{last}/{count}");
    for key in ["q leaves", "space on", "b back", "/search", "n next"] {
        let longer = format!("{foot} {key}");
        if longer.width() > columns {
            break;
        }
        foot = longer;
    }
    foot
}

impl View for PagerView<'_> {
    type Reply = ();

    fn text(&self, room: ScreenRoom) -> TerminalText {
        let lines = self.lines(room);
        let window = Self::window(room);
        let top = self.top.min(Self::last_top(&lines, room));
        let mut shown: Vec<TerminalText> = lines.iter().skip(top).take(window).cloned().collect();
        // The keys stay in their row.
        shown.resize(window, TerminalText::empty());
        let mut page = Page::new(room.style);
        page.line(self.foot(lines.len(), room));
        TerminalText::of_lines(&shown).then(&page.into_text())
    }

    fn press(&mut self, key: Key, room: ScreenRoom) -> Option<()> {
        if let Some(typed) = self.typed.take() {
            self.type_key(key, typed, room);
            return None;
        }
        self.is_missing = false;
        let window = Self::window(room);
        let last = Self::last_top(&self.lines(room), room);
        self.top = self.top.min(last);
        match key {
            Key::Char(' ' | 'f') | Key::PageDown => self.top = (self.top + window).min(last),
            Key::Char('b') | Key::PageUp => self.top = self.top.saturating_sub(window),
            Key::Down | Key::Char('j') | Key::Enter => self.top = (self.top + 1).min(last),
            Key::Up | Key::Char('k') => self.top = self.top.saturating_sub(1),
            Key::Home | Key::Char('g') => self.top = 0,
            Key::End | Key::Char('G') => self.top = last,
            Key::Char('/') => self.typed = Some(String::new()),
            Key::Char('n') if !self.wanted.is_empty() => self.look_for(self.top + 1, room),
            Key::Char('q' | 'Q') | Key::EndOfInput | Key::Escape | Key::Left | Key::Backspace => {
                return Some(());
            }
            _ => {}
        }
        None
    }

    /// None of them does anything but move, until one leaves; and a word that is typed
    /// may have a letter twice.
    fn repeats(&self, key: Key) -> bool {
        self.typed.is_some()
            || key.moves()
            || matches!(key, Key::Char(' ' | 'b' | 'f' | 'j' | 'k' | 'n'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Bars, Style};

    fn room() -> ScreenRoom {
        ScreenRoom { rows: 12, columns: Some(43), style: Style::new(40, Bars::Ascii) }
    }

    fn text(_: Style) -> TerminalText {
        TerminalText::each_on_a_line((1..=30).map(|number| format!("Line {number}")))
    }

    fn press(pager: &mut PagerView<'_>, keys: &str) -> bool {
        let key = |character| if character == '\r' { Key::Enter } else { Key::Char(character) };
        keys.chars().any(|character| pager.press(key(character), room()).is_some())
    }

    fn shown(pager: &PagerView<'_>) -> Vec<String> {
        let text = pager.text(room());
        text.split_lines().iter().map(|line| line.unpainted().into_owned()).collect()
    }

    #[test]
    fn a_page_on_a_page_back_and_never_over_an_end() {
        let mut pager = PagerView::new(&text);
        assert_eq!(shown(&pager).len(), 11);
        assert_eq!(shown(&pager)[0], "Line 1");
        assert_eq!(shown(&pager)[10], "10/30 q leaves space on b back /search");
        for (keys, top) in [
            (" ", 11),
            (" ", 21),
            (" ", 21),
            ("b", 11),
            ("\r", 12),
            ("kk", 10),
            ("bbb", 1),
            ("G", 21),
            ("g", 1),
        ] {
            assert!(!press(&mut pager, keys));
            assert_eq!(shown(&pager)[0], format!("Line {top}"), "after {keys:?}");
        }
        assert!(press(&mut pager, "q"));
    }

    #[test]
    fn the_foot_has_the_place_and_the_keys_that_fit() {
        for (columns, foot) in [
            (80, "line 36 of 118  space on  b back  / search  n next  q goes back"),
            (60, "36/118 q leaves space on b back /search n next"),
            (42, "36/118 q leaves space on b back /search"),
            (30, "36/118 q leaves space on"),
            (17, "36/118 q leaves"),
            (12, "36/118"),
        ] {
            assert_eq!(keys(36, 118, columns), foot);
        }
    }

    #[test]
    fn a_search_finds_the_next_line_and_goes_round() {
        let mut pager = PagerView::new(&text);
        press(&mut pager, "/line 1");
        assert_eq!(shown(&pager)[10], "/line 1");
        press(&mut pager, "2\r");
        assert_eq!(shown(&pager)[0], "Line 12");
        press(&mut pager, "/LINE 2\r");
        assert_eq!(shown(&pager)[0], "Line 20");
        // Below the last screen's top it is shown, and not at the top.
        press(&mut pager, "n");
        assert_eq!(shown(&pager)[0], "Line 21");
        press(&mut pager, "/q\r");
        assert_eq!(shown(&pager)[10], "\"q\" is not in it");
        press(&mut pager, "/");
        // A word may have a letter twice, typed fast.
        assert!(pager.repeats(Key::Char('s')));
        pager.press(Key::Escape, room());
        assert!(!pager.repeats(Key::Char('s')));
        assert_eq!(shown(&pager)[10], "30/30 q leaves space on b back /search");
    }
}
