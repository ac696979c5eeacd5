//! The gate through which text reaches a terminal: pieces of a line, made safe
//! and put into colours.

use std::fmt;
use std::sync::LazyLock;

use colored::Colorize;
use rolefit_engine::telling::{Clean, is_unsafe};

/// A piece of a line for a terminal, perhaps in colours. Whatever it is made
/// from, the only escape sequences in it are those of its colours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Styled(String);

/// Text for a paragraph, an item or a heading, which is broken into lines. Plain
/// text has its white space folded; a [`Styled`] piece stays as it is.
#[derive(Debug, Clone)]
pub(crate) struct Flowing(Styled);

/// How a piece is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paint {
    /// As the terminal writes.
    Plain,
    /// For headings and for what leads.
    Bold,
    /// For the line under the cursor: dark on light where all else is light on dark.
    Current,
    /// For what matters less.
    Dimmed,
    /// For what speaks for something.
    Positive,
    /// For what speaks against something, and for warnings.
    Negative,
    /// For errors.
    Error,
}

impl Paint {
    const ALL: [Self; 7] = [
        Self::Plain,
        Self::Bold,
        Self::Current,
        Self::Dimmed,
        Self::Positive,
        Self::Negative,
        Self::Error,
    ];

    fn applied(self, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Bold => text.bold().to_string(),
            Self::Current => text.reversed().to_string(),
            Self::Dimmed => text.dimmed().to_string(),
            Self::Positive => text.cyan().to_string(),
            Self::Negative => text.yellow().to_string(),
            Self::Error => text.red().bold().to_string(),
        }
    }

    /// What stands before and after a piece that is painted so.
    fn codes(self) -> [&'static str; 2] {
        static CODES: LazyLock<[[String; 2]; Paint::ALL.len()]> = LazyLock::new(|| {
            // Everything is painted, and what a stream cannot show is stripped there.
            colored::control::set_override(true);
            Paint::ALL.map(|paint| {
                let painted = paint.applied("|");
                let (begin, end) = painted.split_once('|').unwrap_or_default();
                [begin.to_owned(), end.to_owned()]
            })
        });
        CODES.get(self as usize).map_or(["", ""], |codes| codes.each_ref().map(String::as_str))
    }
}

impl Styled {
    /// A piece painted so.
    pub(crate) fn painted(text: impl Into<Self>, paint: Paint) -> Self {
        let Self(text) = text.into();
        if paint == Paint::Plain || text.is_empty() {
            return Self(text);
        }
        // A piece that has colours within takes up its own again after them.
        if text.contains('\u{1b}') {
            return Self(paint.applied(&text));
        }
        let [begin, end] = paint.codes();
        Self([begin, &text, end].concat())
    }

    /// This piece and the next.
    pub(crate) fn then(mut self, next: impl Into<Self>) -> Self {
        self.0.push_str(&next.into().0);
        self
    }

    /// This piece and a painted one.
    pub(crate) fn then_painted(self, next: impl Into<Self>, paint: Paint) -> Self {
        self.then(Self::painted(next, paint))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The columns that it takes.
    pub(crate) fn columns(&self) -> usize {
        textwrap::core::display_width(&self.0)
    }

    /// The piece with the codes of its colours.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// A part of a piece, such as one of the lines it was broken into.
    pub(super) fn part(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Flowing {
    pub(super) fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl<T: AsRef<str> + ?Sized> From<&T> for Flowing {
    fn from(text: &T) -> Self {
        Self(Styled::from(&Clean::from(text)))
    }
}

impl From<String> for Flowing {
    fn from(text: String) -> Self {
        Self::from(&text)
    }
}

impl From<Styled> for Flowing {
    fn from(piece: Styled) -> Self {
        Self(piece)
    }
}

impl fmt::Display for Styled {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<T: AsRef<str> + ?Sized> From<&T> for Styled {
    /// The text without what is unsafe in it. Blanks stay as they are, since
    /// columns are made of them.
    fn from(text: &T) -> Self {
        Self::from(text.as_ref().to_owned())
    }
}

impl From<String> for Styled {
    fn from(mut text: String) -> Self {
        let is_plain = text.bytes().fold(true, |all, byte| all & (b' '..=b'~').contains(&byte));
        if !is_plain && text.contains(is_unsafe) {
            text = text.replace(char::is_whitespace, " ");
            text.retain(|character| !is_unsafe(character));
        }
        Self(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Styled;

    #[test]
    fn no_escape_sequence_comes_in_with_a_text() {
        let styled = Styled::from("a\u{1b}[31m  b\tc\u{202e}").then("d\u{9b}");
        assert_eq!(styled.as_str(), "a[31m  b cd");
        assert_eq!(styled.columns(), 11);
    }
}
