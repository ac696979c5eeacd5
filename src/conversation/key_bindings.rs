//! What keys mean.

use rolefit_engine::catalogue::{Point, Scale};

use crate::terminal::Key;

/// What a key means while a question is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum QuestionAction {
    /// This answer.
    Answer(Point),
    /// To the next answer on offer, or down a question that is longer than the screen.
    Down,
    /// The other way.
    Up,
    /// Take the answer under the cursor.
    Take,
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
}

/// What a key means while there are lines to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MenuAction {
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
    /// Leave without taking one: back to what came before, where that can be.
    Leave,
    /// Go back to what came before, where that can be.
    Back,
    /// End the sitting.
    Quit,
    /// Nothing.
    Nothing,
}

/// What a key means to a question, if anything.
pub(super) fn question_action(key: Key, scale: &Scale) -> Option<QuestionAction> {
    Some(match key {
        Key::Char(digit) if digit.is_ascii_digit() => {
            let number = digit.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
            QuestionAction::Answer(number.and_then(|number| scale.point(number))?)
        }
        Key::Char('s' | 'S' | '-') => QuestionAction::Skip,
        Key::Char('b' | 'B') | Key::Left | Key::Backspace => QuestionAction::Back,
        Key::Char('?' | 'h' | 'H') => QuestionAction::Help,
        Key::Down | Key::PageDown | Key::Tab => QuestionAction::Down,
        Key::Up | Key::PageUp | Key::BackTab => QuestionAction::Up,
        Key::Enter => QuestionAction::Take,
        Key::Right => QuestionAction::Onward,
        key if quits(key) => QuestionAction::Quit,
        _ => return None,
    })
}

/// A number that is typed digit by digit.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TypedNumber(Option<usize>);

impl TypedNumber {
    /// Takes a key: the number so far, of those from 1 to `most`, if it is a digit. A digit
    /// that makes none with those before it begins anew, and any other key ends the number.
    pub(super) fn press(&mut self, key: Key, most: usize) -> Option<usize> {
        let digit = match key {
            Key::Char(character) => character.to_digit(10),
            _ => None,
        };
        let digit = digit.and_then(|digit| usize::try_from(digit).ok());
        let among = |number: &usize| (1..=most).contains(number);
        let longer = self.0.zip(digit).map(|(typed, digit)| 10 * typed + digit).filter(among);
        self.0 = longer.or(digit.filter(among));
        self.0
    }
}

/// What a key means to a list.
pub(super) fn menu_action(key: Key) -> MenuAction {
    match key {
        Key::Down | Key::Tab | Key::Char('j' | 'J') => MenuAction::By(1),
        Key::Up | Key::BackTab | Key::Char('k' | 'K') => MenuAction::By(-1),
        Key::PageDown | Key::Right => MenuAction::Window(1),
        Key::PageUp | Key::Left => MenuAction::Window(-1),
        Key::Home => MenuAction::First,
        Key::End => MenuAction::Last,
        Key::Char(' ') => MenuAction::Mark,
        Key::Enter => MenuAction::Take,
        Key::Escape => MenuAction::Leave,
        Key::Char('b' | 'B') | Key::Backspace => MenuAction::Back,
        key if quits(key) => MenuAction::Quit,
        _ => MenuAction::Nothing,
    }
}

/// Whether a key ends the sitting, wherever it is pressed. Ctrl-D is the end of
/// input.
pub(super) fn quits(key: Key) -> bool {
    matches!(key, Key::Char('q' | 'Q') | Key::EndOfInput)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_on_the_scale_answer_and_others_mean_nothing() {
        let scale = Scale::new(["no", "so", "yes"].map(str::to_owned).to_vec()).unwrap();
        let three = QuestionAction::Answer(scale.point(3).unwrap());
        assert_eq!(question_action(Key::Char('3'), &scale), Some(three));
        for key in ['0', '4', '9', 'x', '٣'] {
            assert_eq!(question_action(Key::Char(key), &scale), None, "{key}");
        }
    }
}
