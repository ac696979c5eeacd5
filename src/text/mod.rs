//! What the engine says in words, laid out as text for a terminal, and values as
//! JSON. Each takes a value and gives a text; only [`crate::output`] writes it.

pub(crate) mod audit;
pub(crate) mod cohort;
mod command_lines;
pub(crate) mod comparison;
pub(crate) mod entries;
pub(crate) mod json;
mod layout;
pub(crate) mod problem;
pub(crate) mod result;
mod styled;

pub(crate) use command_lines::{CommandLines, data_options, importance_options, quoted};
pub(crate) use layout::{Bars, Page, Style, padded};
pub(crate) use rolefit_engine::page::cut;
pub(crate) use rolefit_engine::telling::is_unsafe;
pub(crate) use styled::Styled;

use rolefit_engine::telling::Clean;

/// `text` on one line, made safe.
pub(crate) fn clean(text: &str) -> String {
    Clean::from(text).to_string()
}

/// Lines, each made safe.
pub(crate) fn clean_lines(lines: &[String]) -> String {
    lines.iter().fold(String::new(), |text, line| text + &Clean::from(line) + "\n")
}

/// Text whose lines and tabs stay, made safe.
pub(crate) fn clean_text(text: &str) -> String {
    let keeps = |character: &char| matches!(character, '\n' | '\t') || !is_unsafe(*character);
    text.chars().filter(keeps).collect()
}
