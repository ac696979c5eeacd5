//! Keys as they were pressed, out of the pieces in which a terminal may send them.
//!
//! The terminal library reads an escape sequence that arrives whole. Over a slow
//! link one arrives in pieces: Ctrl-Left may come as Escape, and later as `[`, `1`,
//! `;`, `5` and `D`, of which the `5` is no answer. Of sequences that the library
//! does not know it drops the beginning, and hands on the rest as keys.

use super::key::{Key, KeyPress};

/// Holds back the pieces of escape sequences.
#[derive(Debug, Default)]
pub(super) struct EscapeSequences {
    state: SequenceState,
}

/// How far into an escape sequence the keys are.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum SequenceState {
    /// Not at all.
    #[default]
    Outside,
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
    /// After a `;` in the end of a sequence whose beginning was dropped: digits,
    /// and a character that ends it.
    Rest,
}

impl SequenceState {
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
            (Self::Control | Self::Single | Self::Text, _) => Some(Self::Outside),
            (Self::Modified | Self::Rest, _) if is_final => Some(Self::Outside),
            (Self::Outside, ';') | (Self::Rest, '0'..='9' | ';' | ':') => Some(Self::Rest),
            (Self::Outside | Self::Escape | Self::Modified | Self::Rest, _) => None,
        }
    }
}

impl EscapeSequences {
    /// The key that was pressed, coming after the keys before it; `None` for a
    /// piece of a sequence, and for an Escape of which more may follow.
    pub(super) fn own(&mut self, press: KeyPress) -> Option<Key> {
        let state = std::mem::take(&mut self.state);
        match press.key {
            Key::Char(character) if press.has_alt => {
                self.state = SequenceState::Escape.with(character).unwrap_or_default();
            }
            Key::Escape => self.state = SequenceState::Escape,
            Key::Char(character) => match state.with(character) {
                Some(further) => self.state = further,
                None => return Some(press.key),
            },
            _ => return (!press.has_alt).then_some(press.key),
        }
        None
    }

    /// Takes note that nothing came for a while: what looked like the rest of a
    /// sequence was a key. An Escape and what it begins may come later still.
    pub(super) fn pause(&mut self) {
        if self.state == SequenceState::Rest {
            self.state = SequenceState::Outside;
        }
    }

    /// Whether the next key may be a piece of a sequence.
    pub(super) fn is_inside(&self) -> bool {
        self.state != SequenceState::Outside
    }

    /// Whether the last key was an Escape, and nothing has followed it yet.
    pub(super) fn is_after_escape(&self) -> bool {
        self.state == SequenceState::Escape
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn press(key: Key) -> KeyPress {
        KeyPress { key, has_alt: false, is_held: false }
    }

    fn typed(text: &str) -> Vec<KeyPress> {
        let key =
            |character| if character == '\u{1b}' { Key::Escape } else { Key::Char(character) };
        text.chars().map(|character| press(key(character))).collect()
    }

    /// What the terminal library makes of Escape and a character that come at once.
    fn alt(character: char) -> KeyPress {
        KeyPress { key: Key::Char(character), has_alt: true, is_held: false }
    }

    fn left(presses: &[KeyPress]) -> Vec<Key> {
        let mut sequences = EscapeSequences::default();
        presses.iter().filter_map(|press| sequences.own(*press)).collect()
    }

    #[test]
    fn a_sequence_in_pieces_is_no_key() {
        for sequence in ["\u{1b}[1;5D", "\u{1b}\u{1b}[5~", "\u{1b}O5P", "\u{1b}O1;5P", "\u{1b}[D"] {
            assert_eq!(left(&typed(&format!("{sequence}4"))), [Key::Char('4')], "{sequence:?}");
        }
    }

    #[test]
    fn the_answer_of_a_terminal_is_no_key() {
        let colour = typed("11;rgb:1c1c/1c1c/1c1c");
        // Which the library reads as Ctrl-G.
        let bell = press(Key::Other);
        for begin in [vec![alt(']')], typed("\u{1b}]")] {
            let mut presses = [begin, colour.clone()].concat();
            assert_eq!(left(&presses), []);
            presses.extend([bell, press(Key::Char('4'))]);
            assert_eq!(left(&presses).last(), Some(&Key::Char('4')));
        }
    }

    /// Of `Escape O 1 ; 5 P` the library drops what comes before the `;`.
    #[test]
    fn the_rest_of_a_sequence_that_was_dropped_is_no_key() {
        assert_eq!(left(&typed(";5P4")), [Key::Char('4')]);
        assert_eq!(left(&typed(";276;0c4")), [Key::Char('4')]);
        let mut sequences = EscapeSequences::default();
        assert_eq!(sequences.own(press(Key::Char(';'))), None);
        sequences.pause();
        assert_eq!(sequences.own(press(Key::Char('4'))), Some(Key::Char('4')));
    }

    #[test]
    fn a_sequence_that_never_ends_is_left_with_enter() {
        for begin in ["\u{1b}[", "\u{1b}O", "\u{1b}]", ";"] {
            let mut presses = typed(&format!("{begin}55"));
            presses.extend([press(Key::Enter), press(Key::Char('4'))]);
            let left = left(&presses);
            assert!(left.ends_with(&[Key::Enter, Key::Char('4')]), "{begin:?}: {left:?}");
        }
    }

    #[test]
    fn escape_alone_loses_nothing_and_alt_makes_no_answer() {
        assert_eq!(left(&typed("\u{1b}5")), [Key::Char('5')]);
        assert_eq!(left(&[alt('5'), press(Key::Char('4'))]), [Key::Char('4')]);
    }

    /// A control sequence as ECMA-48 has it.
    fn control_sequence() -> impl Strategy<Value = String> {
        "\u{1b}\\[[0-9:;<=>?]{0,8}[ -/]{0,2}[@-~]"
    }

    proptest! {
        #[test]
        fn no_control_sequence_answers_and_no_answer_is_lost(
            parts in prop::collection::vec((control_sequence(), "[1-9]{0,3}"), 1..5),
        ) {
            let keys: String = parts.iter().flat_map(|(sequence, keys)| [sequence.as_str(), keys.as_str()]).collect();
            let answers: Vec<Key> = parts.iter().flat_map(|(_, keys)| keys.chars()).map(Key::Char).collect();
            prop_assert_eq!(left(&typed(&keys)), answers);
        }

        #[test]
        fn what_is_typed_after_anything_and_enter_is_heard(text in "[ -~\u{1b}]{0,40}") {
            let mut presses = typed(&text);
            presses.extend([press(Key::Enter), press(Key::Char('4'))]);
            let left = left(&presses);
            prop_assert!(left.ends_with(&[Key::Enter, Key::Char('4')]), "{:?}", left);
        }
    }
}
