//! Keys as they were pressed, out of the pieces in which a terminal sends them.

use console::Key;

/// Tells keys from the pieces of escape sequences that the terminal library
/// does not know: Ctrl-Left arrives as the start of one followed by `5` and
/// `D`, and that `5` is no answer.
#[derive(Debug, Default)]
pub(super) struct Keys {
    inside: Inside,
}

/// How far into an escape sequence the keys are.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// Not at all.
    #[default]
    Nothing,
    /// After an Escape that came alone, perhaps ahead of the rest of it.
    Escape,
    /// After `Escape [`: until a character from `@` to `~`.
    Control,
    /// After `Escape O`: one more character, or a digit for the keys held with it.
    Single,
    /// After that digit: the one character, and perhaps more digits before it.
    Modified,
    /// After `Escape ]` and the like, with which a terminal answers a question
    /// that an earlier program left behind: until it ends in a control character.
    Text,
}

impl Inside {
    /// How far they are with one more character; `None` if it is no part of a
    /// sequence.
    fn with(self, character: char) -> Option<Self> {
        let is_final = ('@'..='~').contains(&character);
        match (self, character) {
            (_, '\u{1b}') => Some(Self::Escape),
            (Self::Escape, '[') | (Self::Modified, ';') => Some(Self::Control),
            (Self::Escape, 'O') => Some(Self::Single),
            (Self::Escape, ']' | 'P' | 'X' | '^' | '_') | (Self::Text, ' '..) => Some(Self::Text),
            (Self::Control, _) if !is_final => Some(Self::Control),
            (Self::Single, '0'..='9') => Some(Self::Modified),
            (Self::Control | Self::Single | Self::Text, _) => Some(Self::Nothing),
            (Self::Modified, _) if is_final => Some(Self::Nothing),
            (Self::Nothing | Self::Escape | Self::Modified, _) => None,
        }
    }
}

impl Keys {
    /// The key that was pressed, coming after the keys before it; `None` for a
    /// piece of a sequence, and for an Escape of which more may follow.
    pub(super) fn own(&mut self, key: Key) -> Option<Key> {
        let inside = std::mem::take(&mut self.inside);
        match &key {
            Key::Escape => self.inside = Inside::Escape,
            Key::UnknownEscSeq(begun) => {
                let with = |inside: Inside, next: &char| inside.with(*next).unwrap_or_default();
                self.inside = begun.iter().fold(Inside::Escape, with);
            }
            // Bytes that are no text.
            Key::Unknown => self.inside = inside,
            Key::Char(character) => match inside.with(*character) {
                Some(further) => self.inside = further,
                None => return Some(key),
            },
            _ => return Some(key),
        }
        None
    }

    /// Whether the last key was an Escape, and nothing has followed it yet.
    pub(super) fn is_after_escape(&self) -> bool {
        self.inside == Inside::Escape
    }
}

#[cfg(test)]
mod tests {
    use console::Key;
    use rolefit_engine::catalogue::Scale;

    use super::super::key_bindings::{QuestionAction, meaning};
    use super::Keys;

    fn scale() -> Scale {
        Scale::new(["no", "so", "yes", "more", "most"].map(str::to_owned).to_vec()).unwrap()
    }

    fn answer(number: u8) -> QuestionAction {
        QuestionAction::Answer(scale().point(number).unwrap())
    }

    /// What is left of some keys once the meaningless ones are dropped.
    fn meanings(keys: &[Key]) -> Vec<QuestionAction> {
        let mut reader = Keys::default();
        let own = keys.iter().filter_map(|key| reader.own(key.clone()));
        own.map(|key| meaning(&key, &scale()))
            .filter(|one| *one != QuestionAction::Nothing)
            .collect()
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

    /// Alt and Page Up as rxvt sends them, Ctrl and F1 as older terminals do, and
    /// the answer to a question about colours that was asked before.
    #[test]
    fn no_digit_of_a_longer_sequence_is_an_answer() {
        let alt_page_up: Vec<Key> = "[5~".chars().map(Key::Char).collect();
        let ctrl_f1: Vec<Key> = "1;5P".chars().map(Key::Char).collect();
        let colour: Vec<Key> = "11;rgb:1c1c/1c1c/1c1c\u{7}".chars().map(Key::Char).collect();
        for (begun, rest) in [('\u{1b}', alt_page_up), ('O', ctrl_f1), (']', colour)] {
            let mut keys = vec![Key::UnknownEscSeq(vec![begun])];
            keys.extend(rest);
            keys.push(Key::Char('4'));
            assert_eq!(meanings(&keys), [answer(4)], "after {keys:?}");
        }
    }

    #[test]
    fn a_sequence_that_never_ends_is_left_with_enter() {
        for begun in ['[', 'O', ']'] {
            let keys = [
                Key::UnknownEscSeq(vec![begun]),
                Key::Char('5'),
                Key::Char('5'),
                Key::Enter,
                Key::Char('4'),
            ];
            assert_eq!(meanings(&keys).last(), Some(&answer(4)), "after {begun}");
        }
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
