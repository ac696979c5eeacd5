//! The questionnaire as a page to print and fill in by hand.

use askama::Template;

use super::template::{Document, STYLE, Unfilled, filled};
use crate::catalogue::Questionnaire;
use crate::form::{BLOCK, labels};
use crate::report::Tool;
use crate::telling::Clean;

/// What only this page looks like.
const PAPER_STYLE: &str = include_str!("paper.css");

/// The questionnaire as one page of HTML to print: boxes to tick, and how to type in what
/// was ticked.
///
/// ```
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// let page = rolefit_engine::page::paper_html(catalogue.questionnaire())?;
/// assert!(page.as_str().starts_with("<!doctype html>\n<html lang=\"en-GB\">"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn paper_html(asked: &Questionnaire) -> Result<Document, Unfilled> {
    let tool = Tool::default().name;
    let title = asked.title.as_deref().map_or_else(|| Clean::from("Questionnaire"), Clean::from);
    let language = asked.language.as_str();
    let is_english = language.split('-').next().is_some_and(|of| of.eq_ignore_ascii_case("en"));
    let labels: Vec<PaperLabel> = (1..)
        .zip(labels(&asked.scale))
        .map(|(number, label)| PaperLabel { number, label: Clean::from(label) })
        .collect();
    let texts: Vec<Clean> =
        asked.questions.iter().map(|question| Clean::from(&question.text)).collect();
    let blocks = texts.chunks(BLOCK).zip((1..).step_by(BLOCK));
    filled(&PaperPage {
        title,
        introduction: asked.introduction.as_deref().map(Clean::from),
        stem: asked.stem.as_deref().map(Clean::from),
        language: Clean::from(language),
        is_english,
        digits: labels.iter().map(|of| of.number).cycle().take(texts.len()).collect(),
        blocks: blocks.map(|(texts, first)| PaperBlock::of(first, texts)).collect(),
        labels,
        style: STYLE,
        paper_style: PAPER_STYLE,
        tool,
    })
}

#[derive(Template)]
#[template(path = "page/paper.html", whitespace = "minimize")]
struct PaperPage {
    title: Clean,
    introduction: Option<Clean>,
    stem: Option<Clean>,
    language: Clean,
    /// Whether the words around the questions are in their language.
    is_english: bool,
    labels: Vec<PaperLabel>,
    blocks: Vec<PaperBlock>,
    /// Answers to all questions, as an example.
    digits: Vec<u8>,
    style: &'static str,
    paper_style: &'static str,
    tool: &'static str,
}

/// An answer to choose.
struct PaperLabel {
    number: u8,
    label: Clean,
}

/// Some questions that stand together.
struct PaperBlock {
    /// The numbers of the first and the last.
    first: usize,
    last: usize,
    /// The questions, each with its number.
    lines: Vec<(usize, Clean)>,
}

impl PaperBlock {
    fn of(first: usize, texts: &[Clean]) -> Self {
        let lines: Vec<(usize, Clean)> = (first..).zip(texts.iter().cloned()).collect();
        Self { first, last: first + texts.len() - 1, lines }
    }
}
