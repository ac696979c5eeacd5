//! From raw keys to what they mean.

use console::Key;
use rolefit::catalogue::{Point, Scale};

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

/// Tells keys from the pieces of escape sequences that the terminal library
/// does not know: Ctrl-Left arrives as the start of one followed by `5` and
/// `D`, and that `5` is no answer.
#[derive(Debug, Default)]
pub(super) struct Keys {
    inside: Inside,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// No escape sequence.
    #[default]
    Nothing,
    /// After an Escape that came alone, perhaps ahead of the rest of it.
    Escape,
    /// After `Escape [`: until a character from `@` to `~`.
    Control,
    /// After `Escape O`: one more character.
    Single,
}

impl Keys {
    /// The key that was pressed, coming after the keys before it; `None` for a
    /// piece of a sequence, and for an Escape of which more may follow.
    pub(super) fn own(&mut self, key: Key) -> Option<Key> {
        let inside = std::mem::take(&mut self.inside);
        self.inside = match (inside, &key) {
            (_, Key::Escape) => Inside::Escape,
            (_, Key::UnknownEscSeq(begun)) => after(begun),
            (Inside::Control, Key::Char(character)) if is_final(*character) => Inside::Nothing,
            (Inside::Control, Key::Char(_)) | (Inside::Escape, Key::Char('[')) => Inside::Control,
            (Inside::Single, Key::Char(_)) => Inside::Nothing,
            (Inside::Escape, Key::Char('O')) => Inside::Single,
            _ => return Some(key),
        };
        None
    }

    /// Whether the last key was an Escape, and nothing has followed it yet.
    pub(super) fn is_after_escape(&self) -> bool {
        self.inside == Inside::Escape
    }
}

/// What is still to come of an escape sequence of which this much was read.
fn after(begun: &[char]) -> Inside {
    match begun {
        ['[', .., last] if is_final(*last) => Inside::Nothing,
        ['[', ..] => Inside::Control,
        ['O'] => Inside::Single,
        _ => Inside::Nothing,
    }
}

fn is_final(character: char) -> bool {
    ('@'..='~').contains(&character)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> Scale {
        Scale::new(["no", "so", "yes", "more", "most"].map(str::to_owned).to_vec()).unwrap()
    }

    fn answer(number: u8) -> Meaning {
        Meaning::Answer(scale().point(number).unwrap())
    }

    /// What is left of some keys once the meaningless ones are dropped.
    fn meanings(keys: &[Key]) -> Vec<Meaning> {
        let mut reader = Keys::default();
        let own = keys.iter().filter_map(|key| reader.own(key.clone()));
        own.map(|key| meaning(&key, &scale())).filter(|one| *one != Meaning::Nothing).collect()
    }

    #[test]
    fn ctrl_left_answers_nothing_in_whatever_pieces_it_arrives() {
        let whole = [Key::UnknownEscSeq(vec!['[', '1', ';']), Key::Char('5'), Key::Char('D')];
        let cut_early = [
            Key::UnknownEscSeq(vec!['[']),
            Key::Char('1'),
            Key::Char(';'),
            Key::Char('5'),
            Key::Char('D'),
        ];
        let split = [
            Key::Escape,
            Key::Char('['),
            Key::Char('1'),
            Key::Char(';'),
            Key::Char('5'),
            Key::Char('D'),
        ];
        for keys in [&whole[..], &cut_early, &split] {
            let mut then_four = keys.to_vec();
            then_four.push(Key::Char('4'));
            assert_eq!(meanings(&then_four), [answer(4)], "after {keys:?}");
        }
    }

    #[test]
    fn a_sequence_that_was_read_whole_swallows_nothing() {
        let keys = [Key::UnknownEscSeq(vec!['[', '1', 'P']), Key::Char('3')];
        assert_eq!(meanings(&keys), [answer(3)]);
    }

    #[test]
    fn an_application_key_swallows_one_character() {
        let keys = [Key::UnknownEscSeq(vec!['O']), Key::Char('2'), Key::Char('3')];
        assert_eq!(meanings(&keys), [answer(3)]);
    }

    #[test]
    fn escape_alone_loses_nothing() {
        assert_eq!(meanings(&[Key::Escape, Key::Char('5')]), [answer(5)]);
    }

    #[test]
    fn digits_off_the_scale_mean_nothing() {
        assert_eq!(meanings(&[Key::Char('0'), Key::Char('6'), Key::Char('9')]), []);
    }
}
