//! What all templates share.

use std::fmt;

use askama::Template;

use crate::telling::Literal;

/// What every page looks like.
pub const STYLE: &str = include_str!("style.css");

/// A page of HTML or Markdown, or a part of one, in which everything that came from data
/// files and answers has been escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document(String);

impl Document {
    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Document {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A template that could not be filled in. It would be a fault of this library.
#[derive(Debug, thiserror::Error)]
#[error("the page cannot be filled in: {0}")]
pub struct Unfilled(#[from] askama::Error);

/// A template filled in, with the newline at its end that askama takes away.
pub(super) fn filled(template: &impl Template) -> Result<Document, Unfilled> {
    Ok(Document(template.render()? + "\n"))
}

/// A length in tenths, always with the one decimal.
pub(super) fn tenths(length: f64) -> String {
    format!("{:.1}", (10.0 * length).round() / 10.0)
}

/// Lines with `between` each and the next.
pub(super) fn lines(lines: &[Literal], between: &str) -> String {
    lines.iter().map(Literal::as_str).collect::<Vec<_>>().join(between)
}
