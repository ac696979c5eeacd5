//! A result as a page for a browser.

use askama::Template;

use super::figure::{FigureRow, rows};
use super::template::{Document, STYLE, Unfilled, filled, lines, tenths};
use crate::report::Tool;
use crate::telling::result::ResultText;

/// A result as one page of HTML.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn html(text: &ResultText) -> Result<Document, Unfilled> {
    let tool = Tool::default().name;
    filled(&ResultPage { text, figure: rows(&text.interests), style: STYLE, tool })
}

#[derive(Template)]
#[template(path = "page/result.html", whitespace = "minimize")]
struct ResultPage<'a> {
    text: &'a ResultText,
    figure: Vec<FigureRow>,
    style: &'static str,
    tool: &'static str,
}
