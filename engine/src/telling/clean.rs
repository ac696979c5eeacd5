//! The gate through which text from files and answers reaches a reader.
//!
//! Names, questions and answers are written by other people. Put on a terminal
//! as they are, they could move its cursor, change its title or make it write
//! backwards. [`Clean`] and [`Literal`] are texts of which nothing like that is
//! left; the only way to make one is to clean it.

use std::fmt;
use std::ops::Deref;

/// A text on one line that is safe to show. White space is folded to single
/// blanks, and control characters, bidirectional controls and invisible marks
/// are dropped.
///
/// ```
/// use rolefit_engine::telling::Clean;
///
/// let name = Clean::from(" Ward\u{1b}[31m\n round\u{202e} ");
/// assert_eq!(name.as_str(), "Ward[31m round");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Clean(String);

impl Clean {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: AsRef<str> + ?Sized> From<&T> for Clean {
    fn from(text: &T) -> Self {
        let text = text.as_ref();
        Self(if is_clean(text) { text.to_owned() } else { cleaned(text) })
    }
}

impl From<String> for Clean {
    fn from(text: String) -> Self {
        if is_clean(&text) { Self(text) } else { Self(cleaned(&text)) }
    }
}

fn cleaned(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = words.len();
        if before > 0 {
            words.push(' ');
        }
        let spaced = words.len();
        words.extend(word.chars().filter(|character| !is_unsafe(*character)));
        if words.len() == spaced {
            words.truncate(before);
        }
    }
    words
}

/// Whether cleaning would leave `text` as it is, as far as can be seen at a glance: it is
/// printable ASCII, in words with one blank between two, as most texts are.
#[must_use]
pub fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    // To look at every byte is many times as fast as to stop at the first.
    let is_printable = bytes.iter().fold(true, |all, byte| all & (b' '..=b'~').contains(byte));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let gaps = pairs.filter(|pair| *pair == (&b' ', &b' ')).count();
    is_printable && gaps == 0 && !text.starts_with(' ') && !text.ends_with(' ')
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

/// A line to be copied as it stands, such as a command: every blank in it
/// counts and stays. Control characters, bidirectional controls and invisible
/// marks are dropped.
///
/// ```
/// use rolefit_engine::telling::Literal;
///
/// let command = Literal::from("rolefit show 'my  file'\u{7}");
/// assert_eq!(command.as_str(), "rolefit show 'my  file'");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Literal(String);

impl Literal {
    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Literal {
    fn from(mut line: String) -> Self {
        line.retain(|character| !is_unsafe(character));
        Self(line)
    }
}

impl From<&str> for Literal {
    fn from(line: &str) -> Self {
        Self::from(line.to_owned())
    }
}

impl AsRef<str> for Literal {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

/// Whether a terminal could take `character` for a command, or a reader not see
/// it: control characters, bidirectional controls and invisible tag characters.
#[must_use]
pub fn is_unsafe(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control();
    }
    character.is_control()
        || matches!(
            character,
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_clean_is_not_changed_by_cleaning() {
        let signs = [" ", "a", "~", "\t", "\u{7f}", "\u{200e}", "é"];
        for count in 0..7_usize.pow(4) {
            let text: String = (0..4).map(|place| signs[count / 7_usize.pow(place) % 7]).collect();
            let text = text.trim_start_matches('~');
            assert!(!is_clean(text) || cleaned(text) == text, "{text:?}");
        }
        assert!(is_clean("") && is_clean("so it is") && !is_clean("so ") && !is_clean("a  b"));
    }

    #[test]
    fn escapes_and_bidirectional_marks_are_dropped() {
        assert_eq!(Clean::from("a\u{1b}[31mb\u{202e}c\u{9b}d").as_str(), "a[31mbcd");
        assert_eq!(Literal::from(" a\u{1b}[31mb\u{202e}  c\u{9b}d\n").as_str(), " a[31mb  cd");
    }

    #[test]
    fn white_space_of_any_kind_is_one_space() {
        assert_eq!(Clean::from(" a\n\n b\t\u{1b} c\r\n").as_str(), "a b c");
    }
}
