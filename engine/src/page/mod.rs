//! A story as Markdown and as a page for a browser, from templates that escape
//! whatever is put into them.

mod cohort;
mod cut;
mod figure;

pub use cohort::html as cohort_html;
pub use cut::cut;

use std::fmt::{self, Write};

use askama::Template;
use askama::filters::Escaper;

use crate::telling::result::Story;

/// A template that could not be filled in: a fault of this library.
#[derive(Debug, thiserror::Error)]
#[error("the page cannot be filled in: {0}")]
pub struct Unfilled(#[from] askama::Error);

/// A story as Markdown.
pub fn markdown(story: &Story) -> Result<String, Unfilled> {
    filled(&Sheet { story })
}

/// A story as one self-contained page: no script, and no request to anywhere.
pub fn html(story: &Story) -> Result<String, Unfilled> {
    filled(&Page { story, figure: figure::rows(&story.interests), style: STYLE })
}

/// What every page looks like.
pub(super) const STYLE: &str = include_str!("style.css");

/// A template filled in, with the newline at its end that askama takes away.
pub(super) fn filled(template: &impl Template) -> Result<String, Unfilled> {
    Ok(template.render()? + "\n")
}

/// A length in tenths, always with the one decimal.
pub(super) fn tenths(length: f64) -> String {
    format!("{:.1}", (10.0 * length).round() / 10.0)
}

#[derive(Template)]
#[template(path = "page/result.md")]
struct Sheet<'a> {
    story: &'a Story,
}

#[derive(Template)]
#[template(path = "page/result.html", whitespace = "minimize")]
struct Page<'a> {
    story: &'a Story,
    figure: Vec<figure::Row>,
    style: &'static str,
}

/// Puts a backslash before whatever Markdown would take for a mark. Templates
/// whose names end in `.md` are escaped with it: `askama.toml` says so.
#[derive(Clone, Copy)]
struct Markdown;

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
