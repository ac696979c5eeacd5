//! From raw keys to what they mean.

use console::Key;
use rolefit_engine::catalogue::{Point, Scale};

/// What a key means while a question is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// This answer.
    Answer(Point),
    /// Go on with the answer given before.
    Onward,
    /// Pass the question over.
    Skip,
    /// To the question before.
    Back,
    /// Explain the keys.
    Help,
    /// End the sitting.
    Quit,
    /// Nothing.
    Nothing,
}

/// What a key means while there are lines to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// So many lines down, or up if below 0.
    By(isize),
    /// So many windows down, or up if below 0.
    Window(isize),
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// Mark or unmark this line.
    Mark,
    /// Take this line, or the marked ones.
    Take,
    /// Go on without taking one.
    Onward,
    /// End the sitting.
    Quit,
    /// Nothing.
    Nothing,
}

/// What a key means to a question.
pub(super) fn meaning(key: &Key, scale: &Scale) -> Meaning {
    match key {
        Key::Char(digit) if digit.is_ascii_digit() => {
            let number = digit.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
            number.and_then(|number| scale.point(number)).map_or(Meaning::Nothing, Meaning::Answer)
        }
        Key::Char('s' | 'S' | '-') => Meaning::Skip,
        Key::Char('b' | 'B') | Key::ArrowLeft | Key::Backspace => Meaning::Back,
        Key::Char('?' | 'h' | 'H') => Meaning::Help,
        Key::Enter | Key::ArrowRight => Meaning::Onward,
        key if quits(key) => Meaning::Quit,
        _ => Meaning::Nothing,
    }
}

/// What a key means to a list.
pub(super) fn step(key: &Key) -> Step {
    match key {
        Key::ArrowDown | Key::Tab | Key::Char('j' | 'J') => Step::By(1),
        Key::ArrowUp | Key::BackTab | Key::Char('k' | 'K') => Step::By(-1),
        Key::PageDown | Key::ArrowRight => Step::Window(1),
        Key::PageUp | Key::ArrowLeft => Step::Window(-1),
        Key::Home => Step::First,
        Key::End => Step::Last,
        Key::Char(' ') => Step::Mark,
        Key::Enter => Step::Take,
        Key::Escape => Step::Onward,
        key if quits(key) => Step::Quit,
        _ => Step::Nothing,
    }
}

/// Whether a key ends the sitting, wherever it is pressed. Ctrl-D is the end of
/// input.
pub(super) fn quits(key: &Key) -> bool {
    matches!(key, Key::Char('q' | 'Q' | '\u{4}'))
}
