//! A file's text, decoded, and the way from a byte to a line and column.

use std::borrow::Cow;

use super::node::{Node, Span};
use crate::catalogue::fingerprint::Fingerprint;
use crate::catalogue::hint::Hint;
use crate::catalogue::mistake::FileMistake;
use crate::catalogue::problem::{Place, Problem};

/// A data file as text: valid UTF-8, without a byte order mark, within the
/// size limit.
#[derive(Debug, Clone)]
pub struct Source {
    name: Cow<'static, str>,
    text: Cow<'static, str>,
    /// Its tree, and the fingerprint of its pair, if it was parsed when the program was
    /// built.
    parsed: Option<(Node, Fingerprint)>,
}

impl Source {
    /// The most bytes a data file may have: 1 MiB.
    pub const MAX_BYTES: usize = 1 << 20;

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
        let text = text.trim_start_matches('\u{feff}').to_owned().into();
        Ok(Self { name: name.to_owned().into(), text, parsed: None })
    }

    /// A file that was parsed when the program was built, as one of a pair.
    pub(crate) fn parsed(
        name: &'static str,
        text: Cow<'static, str>,
        root: Node,
        pair: Fingerprint,
    ) -> Self {
        Self { name: name.into(), text, parsed: Some((root, pair)) }
    }

    /// The tree, if it is known already.
    pub(super) fn root(&self) -> Option<&Node> {
        self.parsed.as_ref().map(|(root, _)| root)
    }

    /// The fingerprint of the pair that it was embedded with.
    pub(crate) fn pair(&self) -> Option<&Fingerprint> {
        self.parsed.as_ref().map(|(_, pair)| pair)
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
        let start: usize =
            self.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = self.text.get(start..).unwrap_or_default();
        start + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
    }

    /// A problem at `span`.
    #[must_use]
    pub fn problem<M>(&self, span: Span, mistake: M, hint: Option<Hint>) -> Problem<M> {
        let place = Some(Box::new(self.place(span)));
        Problem { file: self.name.to_string(), place, mistake, hint }
    }

    /// Where `span` stands, with the part of its line that is worth showing.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        /// Characters kept on either side of the start of the span: a line as
        /// people write it, and not a megabyte without a line break.
        const CONTEXT: usize = 400;
        let start = span.start.min(self.text.len());
        let (before, after) = self.text.split_at_checked(start).unwrap_or((&self.text, ""));
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let lead = before.get(line_start..).unwrap_or_default();
        let tail = after.lines().next().unwrap_or_default();
        let lead_length = lead.chars().count();
        let kept_lead: String = lead.chars().skip(lead_length.saturating_sub(CONTEXT)).collect();
        let kept_tail: String = tail.chars().take(CONTEXT).collect();
        let width = self.slice(span).lines().next().unwrap_or_default().len();
        let marked = kept_lead.len()..kept_lead.len() + width.min(kept_tail.len());
        Place {
            line: before.split('\n').count(),
            column: 1 + lead_length,
            excerpt: kept_lead + &kept_tail,
            marked,
        }
    }
}

/// The text that `bytes` are.
fn text(bytes: &[u8]) -> Result<&str, FileMistake> {
    if bytes.len() > Source::MAX_BYTES {
        return Err(FileMistake::TooLarge);
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(FileMistake::Utf16);
    }
    if bytes.contains(&0) {
        return Err(FileMistake::Binary);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        FileMistake::NotUtf8 { line: good.split(|byte| *byte == b'\n').count() }
    })
}
