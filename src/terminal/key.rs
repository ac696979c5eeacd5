//! Keys as the program knows them.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// A character.
    Char(char),
    Enter,
    Tab,
    BackTab,
    Backspace,
    Escape,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    /// Ctrl-C, where it is no signal.
    Interrupt,
    /// Ctrl-D.
    EndOfInput,
    /// Ctrl-Z.
    Suspend,
    /// One that means nothing anywhere.
    Other,
}

impl Key {
    /// Whether it moves through a list or a text, and may do so as long as it is held.
    pub(crate) fn moves(self) -> bool {
        use Key::{BackTab, Down, End, Home, Left, PageDown, PageUp, Right, Tab, Up};
        matches!(self, Up | Down | Left | Right | Tab | BackTab | PageUp | PageDown | Home | End)
    }
}

/// A key, and whether Alt or an Escape just before came with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KeyPress {
    pub(super) key: Key,
    pub(super) has_alt: bool,
    /// Whether the terminal says that it is held.
    pub(super) is_held: bool,
}

impl KeyPress {
    /// What the terminal library read; `None` for a key that is let go.
    pub(super) fn of(event: &KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let has_alt = event.modifiers.contains(KeyModifiers::ALT);
        let has_control = event.modifiers.contains(KeyModifiers::CONTROL);
        let key = match event.code {
            KeyCode::Char(letter) if has_control => controlled(letter),
            KeyCode::Char(character) => Key::Char(character),
            // Ctrl with an arrow or the like moves by words elsewhere, and nowhere here.
            _ if has_control => Key::Other,
            KeyCode::Enter => Key::Enter,
            KeyCode::Tab => Key::Tab,
            KeyCode::BackTab => Key::BackTab,
            KeyCode::Backspace => Key::Backspace,
            KeyCode::Esc => Key::Escape,
            KeyCode::Up => Key::Up,
            KeyCode::Down => Key::Down,
            KeyCode::Left => Key::Left,
            KeyCode::Right => Key::Right,
            KeyCode::PageUp => Key::PageUp,
            KeyCode::PageDown => Key::PageDown,
            KeyCode::Home => Key::Home,
            KeyCode::End => Key::End,
            _ => Key::Other,
        };
        Some(Self { key, has_alt, is_held: event.kind == KeyEventKind::Repeat })
    }
}

/// What a letter means with Ctrl.
fn controlled(letter: char) -> Key {
    match letter.to_ascii_lowercase() {
        'a' => Key::Home,
        'c' => Key::Interrupt,
        'd' => Key::EndOfInput,
        'e' => Key::End,
        'h' => Key::Backspace,
        // A line feed, which some terminals send for Enter.
        'j' => Key::Enter,
        'z' => Key::Suspend,
        _ => Key::Other,
    }
}
