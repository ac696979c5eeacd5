//! A result as a page for a browser.

use askama::Template;

use super::figure::{FigureRow, rows};
use super::template::{Document, STYLE, Unfilled, filled, lines, tenths};
use crate::report::Tool;
use crate::telling::entries::EntryBody;
use crate::telling::result::ResultText;

/// A result as one page of HTML.
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
/// let page = page::html(&ResultText::of(&source))?;
/// assert!(page.as_str().starts_with("<!doctype html>"));
/// assert!(page.as_str().contains("<h1>Result for A &#38; *B*</h1>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn html(text: &ResultText) -> Result<Document, Unfilled> {
    let tool = Tool::default().name;
    let figure = rows(&text.interests);
    filled(&ResultPage { text, figure, anchor: String::new(), style: STYLE, tool })
}

#[derive(Template)]
#[template(path = "page/result.html", whitespace = "minimize")]
struct ResultPage<'a> {
    text: &'a ResultText,
    figure: Vec<FigureRow>,
    /// What the names of places within the page begin with.
    anchor: String,
    style: &'static str,
    tool: &'static str,
}
