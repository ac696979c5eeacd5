//! The keys of a sheet, and the headings of a table that stand for them.

use super::folding::compact;

pub(crate) const RESPONDENT: &str = "respondent";
pub(crate) const ANSWERS: &str = "answers";
pub(crate) const IMPORTANCE: &str = "importance";
pub(crate) const STARTING_POINT: &str = "starting_point";
pub(crate) const CATALOGUE: &str = "catalogue";

/// The key that a heading of a table stands for, if it is none of the questions.
pub(crate) fn meant_by(heading: &str) -> Option<&'static str> {
    match compact(heading)?.as_str() {
        RESPONDENT => Some(RESPONDENT),
        ANSWERS | "answercode" | "youranswercode" => Some(ANSWERS),
        _ => None,
    }
}
