//! The pages of a class: an index of them, and all of them in one file to be printed.

use askama::Template;

use super::figure::{FigureRow, rows};
use super::template::{Document, STYLE, Unfilled, filled, lines, tenths};
use crate::report::Tool;
use crate::telling::Clean;
use crate::telling::entries::EntryBody;
use crate::telling::result::ResultText;

/// What an index says of a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IndexLine {
    /// The file of the page, which stands beside the index; none where there is none.
    pub file: Option<String>,
    /// What the respondent is called.
    pub respondent: Clean,
    /// The first role, or why there is none.
    pub first: Clean,
    /// The chance that it is the best match.
    pub chance: Clean,
    /// Why to talk to the person first.
    pub talk: Clean,
}

/// An index of the pages of a class.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn index_html(title: &Clean, lines: &[IndexLine]) -> Result<Document, Unfilled> {
    filled(&IndexPage { title, lines, style: STYLE, tool: Tool::default().name })
}

/// The beginning of a file in which a letter follows another, to be printed on sheets of its
/// own; [`LETTERS_END`] ends it.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn letters_begin(title: &Clean) -> Result<Document, Unfilled> {
    filled(&LettersBegin { title, style: STYLE, tool: Tool::default().name })
}

/// The result of one person within such a file, by a number that no other has.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn letter_html(text: &ResultText, number: u64) -> Result<Document, Unfilled> {
    let figure = rows(&text.interests);
    filled(&LetterFragment { text, figure, anchor: format!("person-{number}-") })
}

/// What ends a file of letters.
pub const LETTERS_END: &str = "</main>\n</body>\n</html>\n";

#[derive(Template)]
#[template(path = "page/index.html", whitespace = "minimize")]
struct IndexPage<'a> {
    title: &'a Clean,
    lines: &'a [IndexLine],
    style: &'static str,
    tool: &'static str,
}

#[derive(Template)]
#[template(path = "page/letters.html", whitespace = "minimize")]
struct LettersBegin<'a> {
    title: &'a Clean,
    style: &'static str,
    tool: &'static str,
}

#[derive(Template)]
#[template(path = "page/letter.html", whitespace = "minimize")]
struct LetterFragment<'a> {
    text: &'a ResultText,
    figure: Vec<FigureRow>,
    anchor: String,
}
