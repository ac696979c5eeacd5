//! A story as Markdown and as a page for a browser, from templates that escape
//! whatever is put into them.

use std::fmt::{self, Write};
use std::io;

use askama::Template;
use askama::filters::Escaper;

use super::story::Story;
use crate::failure::Failure;

mod figure;

/// A story as Markdown.
pub(crate) fn markdown(story: &Story) -> Result<String, Failure> {
    filled(&Sheet { story })
}

/// A story as one self-contained page: no script, and no request to anywhere.
pub(crate) fn html(story: &Story) -> Result<String, Failure> {
    filled(&Page { story, figure: figure::rows(&story.interests), style: STYLE })
}

/// What every page looks like.
pub(super) const STYLE: &str = include_str!("style.css");

/// A template filled in, with the newline at its end that askama takes away.
pub(super) fn filled(template: &impl Template) -> Result<String, Failure> {
    let text = template.render().map_err(io::Error::other).map_err(Failure::io("the page"))?;
    Ok(text + "\n")
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
