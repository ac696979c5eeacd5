//! Text that may be written to the streams.

use std::borrow::Cow;
use std::ops::Deref;

use rolefit_engine::page::Document;
use rolefit_engine::telling::{Clean, is_unsafe};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::line_breaks::wrapping;

/// What every colour begins with, and ends with.
const ESCAPE: u8 = b'\x1b';
const COLOR_END: char = 'm';

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
    pub(crate) fn lines(text: impl Into<String>) -> Self {
        let text = text.into();
        let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
        // To look at every byte is many times as fast as to stop at the first.
        if text.bytes().fold(true, |all, byte| all & is_plain(byte)) {
            return Self(text);
        }
        let mut kept = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(place) = rest.bytes().position(|byte| !is_plain(byte)) {
            let (plain, from) = rest.split_at(place);
            kept.push_str(plain);
            let mut characters = from.chars();
            kept.extend(characters.next().filter(|character| !is_unsafe(*character)));
            rest = characters.as_str();
        }
        kept.push_str(rest);
        Self(kept)
    }

    /// Each of these on a line of its own.
    pub(crate) fn each_on_a_line<T: ToString>(items: impl IntoIterator<Item = T>) -> Self {
        let lines = items.into_iter().map(|item| Clean::from(item.to_string()));
        Self(lines.fold(String::new(), |text, line| text + &line + "\n"))
    }

    /// What clap rendered of its own words and of arguments that are safe.
    pub(crate) fn rendered(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Text that was made safe where it was laid out or escaped.
    pub(super) fn laid_out(text: String) -> Self {
        Self(text)
    }

    /// The text without its colours, of which there is nothing else in it that begins with
    /// an escape: quicker than to look for every sequence that a terminal obeys.
    pub(crate) fn unpainted(&self) -> Cow<'_, str> {
        let is_other = |byte: u8| byte != ESCAPE;
        if self.0.bytes().fold(true, |all, byte| all & is_other(byte)) {
            return Cow::Borrowed(&self.0);
        }
        let mut text = String::with_capacity(self.0.len());
        let mut pieces = self.0.split(char::from(ESCAPE));
        text.extend(pieces.next());
        for piece in pieces {
            let behind = piece.find(COLOR_END).map_or(0, |end| end + 1);
            text.push_str(piece.get(behind..).unwrap_or_default());
        }
        Cow::Owned(text)
    }

    /// Its lines, each without its end.
    pub(crate) fn split_lines(&self) -> Vec<Self> {
        self.0.lines().map(|line| Self(line.to_owned())).collect()
    }

    /// Its lines, those broken that are wider than so many columns. An address stays whole
    /// where the `whole` width of the terminal, which is not less, has room for it; else it
    /// fills that width and goes on below.
    pub(crate) fn broken(&self, columns: usize, whole: usize) -> Vec<Self> {
        let broken = |line: &str| {
            if let Some(pieces) = address(line, columns, whole) {
                return pieces.into_iter().map(Self).collect();
            }
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

/// The pieces of a line that holds an address and nothing else and is wider than so many
/// columns; `None` of any other line.
fn address(line: &str, columns: usize, whole: usize) -> Option<Vec<String>> {
    let address = line.trim_start();
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    if !is_address || address.contains([' ', '\u{1b}']) || line.width() <= columns {
        return None;
    }
    let room = whole.max(1);
    if address.width() < room {
        // Indented as far as there is room for that.
        let indent = columns.saturating_sub(address.width()).min(line.len() - address.len());
        return Some(vec![" ".repeat(indent) + address]);
    }
    let mut pieces = vec![String::new()];
    let mut filled = 0;
    for character in address.chars() {
        let width = character.width().unwrap_or(0);
        if filled + width > room {
            pieces.push(String::new());
            filled = 0;
        }
        filled += width;
        pieces.last_mut()?.push(character);
    }
    Some(pieces)
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
    use anstream::adapter::strip_str;

    use super::TerminalText;
    use crate::text::{Paint, Styled};

    /// The lines of a text on a terminal of 24 columns, where a text has 21.
    fn broken(text: &str) -> Vec<String> {
        let lines = TerminalText::lines(text).broken(21, 24);
        lines.iter().map(|line| line.to_string()).collect()
    }

    #[test]
    fn an_address_is_whole_where_there_is_room_and_else_fills_its_rows() {
        // 19 characters and four of indent are 23.
        assert_eq!(broken("    https://example.org"), ["  https://example.org"]);
        assert_eq!(broken("    https://example.org/abc"), ["https://example.org/abc"]);
        let long = "https://example.org/a/page/of/many/parts.html";
        let rows = ["https://example.org/a/pa", "ge/of/many/parts.html"];
        assert_eq!(
            broken(&format!("  - A page\n    {long}\nand more")),
            ["  - A page", rows[0], rows[1], "and more",]
        );
        assert_eq!(broken("Read https://example.org now"), ["Read", "https://example.org", "now"]);
    }

    #[test]
    fn lines_and_tabs_stay_and_no_escape_sequence_does() {
        assert_eq!(&*TerminalText::lines("a\tb\n\u{1b}[31mc\u{202e}\r\n"), "a\tb\n[31mc\n");
    }

    #[test]
    fn a_text_without_its_colours_is_what_a_stream_without_colours_has() {
        let paints = [Paint::Plain, Paint::Bold, Paint::Current, Paint::Dimmed];
        let paints = paints.into_iter().chain([Paint::Positive, Paint::Negative, Paint::Error]);
        let piece = |paint| Styled::painted("é m[0m", paint).then_painted("", paint).then("\n");
        let whole = paints.map(piece).fold(Styled::from("m"), Styled::then);
        let nested = Styled::painted(whole.clone(), Paint::Error);
        for text in [whole, nested, Styled::from("no colour"), Styled::default()] {
            let text = TerminalText::laid_out(text.to_string());
            assert_eq!(text.unpainted(), strip_str(&text).to_string());
        }
    }
}
