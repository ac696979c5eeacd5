//! A comparison as a page for a browser and as Markdown.

use askama::Template;

use super::template::{Document, STYLE, Unfilled, filled};
use crate::report::Tool;
use crate::telling::comparison::ComparisonText;

/// A comparison as one page of HTML.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn comparison_html(text: &ComparisonText) -> Result<Document, Unfilled> {
    filled(&ComparisonPage { text, style: STYLE, tool: Tool::default().name })
}

/// A comparison as Markdown.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn comparison_markdown(text: &ComparisonText) -> Result<Document, Unfilled> {
    filled(&ComparisonNote { text })
}

#[derive(Template)]
#[template(path = "page/comparison.html", whitespace = "minimize")]
struct ComparisonPage<'a> {
    text: &'a ComparisonText,
    style: &'static str,
    tool: &'static str,
}

#[derive(Template)]
#[template(path = "page/comparison.md")]
struct ComparisonNote<'a> {
    text: &'a ComparisonText,
}
