//! Text that may be written to the streams.

use std::ops::Deref;

use anstream::adapter::strip_str;
use rolefit_engine::page::Document;
use rolefit_engine::telling::{Clean, is_unsafe};

use super::line_breaks::wrapping;

/// Text of which a terminal obeys nothing but colours. It is laid out by
/// [`Page`](super::Page), escaped, or made safe here; [`Output`](crate::output::Output)
/// writes no other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct TerminalText(String);

impl TerminalText {
    /// No text yet.
    pub(crate) const fn empty() -> Self {
        Self(String::new())
    }

    /// Text whose lines and tabs stay, made safe.
    pub(crate) fn lines(text: &str) -> Self {
        let keeps = |character: &char| matches!(character, '\n' | '\t') || !is_unsafe(*character);
        Self(text.chars().filter(keeps).collect())
    }

    /// Each of these on a line of its own.
    pub(crate) fn each_on_a_line<T: ToString>(items: impl IntoIterator<Item = T>) -> Self {
        let lines = items.into_iter().map(|item| Clean::from(item.to_string()));
        Self(lines.fold(String::new(), |text, line| text + &line + "\n"))
    }

    /// What clap rendered of its own words and of arguments that are safe.
    pub(crate) fn rendered(text: &clap::builder::StyledStr) -> Self {
        Self(text.ansi().to_string())
    }

    /// Text that was made safe where it was laid out or escaped.
    pub(super) fn laid_out(text: String) -> Self {
        Self(text)
    }

    /// The text without its colours.
    pub(crate) fn unpainted(&self) -> String {
        strip_str(&self.0).to_string()
    }

    /// Its lines, each without its end.
    pub(crate) fn split_lines(&self) -> Vec<Self> {
        self.0.lines().map(|line| Self(line.to_owned())).collect()
    }

    /// Its lines, those broken that are wider than so many columns.
    pub(crate) fn broken(&self, columns: usize) -> Vec<Self> {
        let broken = |line: &str| {
            let pieces = textwrap::wrap(line, wrapping(columns)).into_iter();
            pieces.map(|piece| Self(piece.into_owned())).collect::<Vec<_>>()
        };
        self.0.lines().flat_map(broken).collect()
    }

    /// These lines, each with its end.
    pub(crate) fn of_lines(lines: &[Self]) -> Self {
        Self(lines.iter().fold(String::new(), |text, line| text + line + "\n"))
    }

    /// The text behind the mark that tells Excel that it is UTF-8.
    pub(crate) fn marked(self) -> Self {
        Self(format!("\u{feff}{}", self.0))
    }

    /// This text and the next.
    pub(crate) fn then(mut self, next: &Self) -> Self {
        self.0.push_str(&next.0);
        self
    }
}

impl Deref for TerminalText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<T: AsRef<str>> PartialEq<T> for TerminalText {
    fn eq(&self, other: &T) -> bool {
        self.0 == other.as_ref()
    }
}

impl From<Document> for TerminalText {
    /// A page of HTML or Markdown, whose texts are clean and escaped.
    fn from(page: Document) -> Self {
        Self(page.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::TerminalText;

    #[test]
    fn lines_and_tabs_stay_and_no_escape_sequence_does() {
        assert_eq!(&*TerminalText::lines("a\tb\n\u{1b}[31mc\u{202e}\r\n"), "a\tb\n[31mc\n");
    }
}
