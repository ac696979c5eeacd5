//! A result as Markdown.

use std::fmt::{self, Write};

use askama::Template;
use askama::filters::Escaper;

use super::template::{Document, Unfilled, filled, lines};
use crate::telling::result::ResultText;

/// A result as Markdown.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn markdown(text: &ResultText) -> Result<Document, Unfilled> {
    filled(&ResultNote { text })
}

#[derive(Template)]
#[template(path = "page/result.md")]
struct ResultNote<'a> {
    text: &'a ResultText,
}

/// Puts a backslash before whatever Markdown would take for a mark. Templates
/// whose names end in `.md` are escaped with it: `askama.toml` says so.
#[derive(Clone, Copy)]
pub(crate) struct Markdown;

impl Escaper for Markdown {
    fn write_escaped_str<W: Write>(&self, mut into: W, text: &str) -> fmt::Result {
        for character in text.chars() {
            if "\\`*_{}[]<>#|~&!".contains(character) {
                into.write_char('\\')?;
            }
            into.write_char(character)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use askama::filters::Escaper;

    use super::Markdown;

    #[test]
    fn marks_are_nothing_but_text() {
        let mut literal = String::new();
        Markdown.write_escaped_str(&mut literal, "*a* <b> [c](d) |").unwrap();
        assert_eq!(literal, r"\*a\* \<b\> \[c\](d) \|");
    }
}
