//! The small pair of data files, of which the examples are made, and a line of the list.

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Problem, Problems};

pub(super) const QUESTIONS: &str = include_str!("../../tests/data/questions.yaml");
pub(super) const CAREERS: &str = include_str!("../../tests/data/careers.yaml");

/// A message as a line of the list.
pub(super) fn line(message: &impl ToString) -> String {
    format!("- {}\n", message.to_string().replace('\n', " / "))
}

pub(super) fn source(name: &str, text: &str) -> Source {
    Source::decode(name, text.as_bytes()).unwrap()
}

pub(super) fn small() -> Catalogue {
    pair(QUESTIONS, CAREERS).unwrap()
}

pub(super) fn pair(questions: &str, careers: &str) -> Result<Catalogue, Problems> {
    Catalogue::read(
        Source::decode("questions.yaml", questions.as_bytes()),
        Source::decode("careers.yaml", careers.as_bytes()),
    )
}

/// What is told of a pair of files.
pub(super) fn told(questions: &str, careers: &str) -> Vec<Problem> {
    pair(questions, careers).err().map(Problems::into_vec).unwrap_or_default()
}
