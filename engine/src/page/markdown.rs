//! A result as Markdown.

use std::fmt::{self, Write};

use askama::Template;
use askama::filters::Escaper;

use super::template::{Document, Unfilled, filled, lines};
use crate::telling::entries::EntryBody;
use crate::telling::result::ResultText;

/// A result as Markdown.
///
/// ```
/// # use rolefit_engine::catalogue::Catalogue;
/// # use rolefit_engine::catalogue::yaml::Source;
/// # use rolefit_engine::page;
/// # use rolefit_engine::report::{Explain, report};
/// # use rolefit_engine::sheet::{AnswerCode, Answers, Sheet};
/// # use rolefit_engine::telling::result::{Detail, ResultSource, ResultText};
/// # use rolefit_engine::telling::{Commands, Literal};
/// # let questions = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/questions.yaml"));
/// # let careers = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/careers.yaml"));
/// # let questions = Source::decode("questions.yaml", questions);
/// # let careers = Source::decode("careers.yaml", careers);
/// # let catalogue = Catalogue::read(questions, careers).map_err(|problems| format!("{problems:?}"))?;
/// # struct None;
/// # impl Commands for None {
/// #     fn show(&self, _: &str) -> Literal { Literal::default() }
/// #     fn score(&self, _: &Sheet<'_>) -> Vec<Literal> { Vec::new() }
/// #     fn score_code(&self, _: &AnswerCode) -> Literal { Literal::default() }
/// #     fn fit(&self) -> Literal { Literal::default() }
/// # }
/// let mut sheet = Sheet::new(Answers::from_digits(&catalogue, "452314")?);
/// sheet.respondent = Some("A & *B*".to_owned());
/// let report = report(&sheet, Explain::First(2));
/// let detail = Detail { top: 5, explain: false };
/// let source = ResultSource { sheet: &sheet, report: &report, detail, commands: &None };
/// let page = page::markdown(&ResultText::of(&source))?;
/// assert!(page.as_str().starts_with(r"# Result for A \& \*B\*"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
