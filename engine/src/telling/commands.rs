//! The commands that a text mentions.

use super::clean::Literal;
use crate::sheet::{AnswerCode, Sheet};

/// The commands that a text mentions, as whoever shows it would have them typed.
pub trait Commands {
    /// Shows an entry of the catalogue by its id, or all of one kind by its name
    /// ("modules").
    fn show(&self, what: &str) -> Literal;

    /// Shows the result of these answers again, line by line.
    fn score(&self, sheet: &Sheet<'_>) -> Vec<Literal>;

    /// Shows the result of the answers in `code` again; the line ends with the code.
    fn score_code(&self, code: &AnswerCode) -> Literal;

    /// Estimates from a cohort how exactly its answers measure.
    fn fit(&self) -> Literal;
}
