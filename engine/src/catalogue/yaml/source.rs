//! A file's text, decoded, and the way from a byte to a line and column.

use super::node::Span;
use super::place_walk::PlaceWalk;
use crate::catalogue::hint::Hint;
use crate::catalogue::mistake::FileMistake;
use crate::catalogue::problem::{Place, Problem};
use crate::limits;

/// A data file as text: valid UTF-8, without a byte order mark, within the
/// size limit.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
}

impl Source {
    /// The most bytes a data file may have: 1 MiB.
    pub const MAX_BYTES: usize = limits::FILE.most;

    /// Decodes the bytes of the file called `name`.
    ///
    /// # Errors
    /// A [`Problem`] if the bytes are too many, UTF-16, binary or not UTF-8.
    ///
    /// ```
    /// use rolefit_engine::catalogue::yaml::Source;
    ///
    /// let source = Source::decode("sheet.yaml", b"\xef\xbb\xbfanswers: 45312").unwrap();
    /// assert_eq!((source.name(), source.text()), ("sheet.yaml", "answers: 45312"));
    /// assert!(Source::decode("sheet.yaml", b"caf\xe9").is_err());
    /// ```
    pub fn decode(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let text = text(bytes).map_err(|mistake| {
            let hint = mistake.hint();
            Problem::of_file(name, mistake.into(), hint)
        })?;
        let text = text.trim_start_matches('\u{feff}').to_owned();
        Ok(Self { name: name.to_owned(), text })
    }

    /// The name to show for the file, usually its path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text that `span` covers; empty if it is out of range.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The byte at which a 1-based line and column (in characters) begin.
    #[must_use]
    pub fn offset(&self, line: usize, column: usize) -> usize {
        self.walk().find(line, column)
    }

    /// A problem at `span`.
    #[must_use]
    pub fn problem<M>(&self, span: Span, mistake: M, hint: Option<Hint>) -> Problem<M> {
        let place = Some(Box::new(self.place(span)));
        Problem { file: self.name.clone(), place, mistake, hint }
    }

    /// Where `span` stands, with the part of its line that is worth showing.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        self.walk().place(span)
    }

    /// A walk through the text, for many places.
    pub(super) fn walk(&self) -> PlaceWalk<'_> {
        PlaceWalk::new(&self.text)
    }
}

/// Whether a text has two bytes a character: by its mark, or by the bytes of nothing that the
/// first two characters have.
fn is_utf_16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [one, 0, other, 0, ..] | [0, one, 0, other, ..] => *one > 0 && *other > 0,
        _ => false,
    }
}

/// The text that `bytes` are.
fn text(bytes: &[u8]) -> Result<&str, FileMistake> {
    if bytes.len() > Source::MAX_BYTES {
        return Err(FileMistake::TooLarge);
    }
    if is_utf_16(bytes) {
        return Err(FileMistake::Utf16);
    }
    if bytes.contains(&0) {
        return Err(FileMistake::Binary);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let good = String::from_utf8_lossy(good);
        let mut walk = PlaceWalk::new(&good);
        walk.go_to(good.len());
        FileMistake::NotUtf8 { line: walk.line() }
    })
}
