//! A file's text, decoded, and the way from a byte to a line and column.

use super::node::Span;
use crate::catalogue::problem::{Place, Problem};

/// A data file as text: valid UTF-8, without a byte order mark, within the
/// size limit.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
}

impl Source {
    /// The most bytes a data file may have: 1 MiB.
    pub const MAX_BYTES: usize = 1 << 20;

    /// Decodes the bytes of the file called `name`.
    ///
    /// # Errors
    /// A [`Problem`] if the bytes are too many, UTF-16, binary or not UTF-8.
    pub fn decode(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let refuse = |message: &str, hint: &str| {
            Err(Problem::of_file(name, message.to_owned(), Some(hint.to_owned())))
        };
        if bytes.len() > Self::MAX_BYTES {
            return refuse("the file is larger than 1 MiB", "split it, or shorten its texts");
        }
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return refuse("the file is UTF-16 text", "save it again as UTF-8");
        }
        if bytes.contains(&0) {
            return refuse(
                "the file holds a NUL byte, so it is not text",
                "give a UTF-8 text file",
            );
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self {
                name: name.to_owned(),
                text: text.trim_start_matches('\u{feff}').to_owned(),
            }),
            Err(error) => {
                let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = good.split(|byte| *byte == b'\n').count();
                refuse(&format!("line {line} is not UTF-8 text"), "save the file again as UTF-8")
            }
        }
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
