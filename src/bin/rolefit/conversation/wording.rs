//! What the conversation says besides the questions themselves.

use rolefit::catalogue::Catalogue;

use super::course::Course;
use crate::render::clean;

/// What the quiz is and is not.
pub(super) const NOTICE: &str =
    "This is for exploring, never for selecting people. Your answers stay on this machine.";

/// What each key does.
pub(super) fn help(points: u8) -> Vec<(String, &'static str)> {
    vec![
        (format!("1-{points}"), "answer; the next question follows at once"),
        ("s".to_owned(), "skip: the question counts as not asked, not as a middling answer"),
        ("b".to_owned(), "back to the question before (also the left arrow)"),
        ("Enter".to_owned(), "keep the answer you gave before and go on"),
        ("q".to_owned(), "save and quit; you are told how to go on"),
        ("?".to_owned(), "this help"),
    ]
}

/// The title and the introduction, made safe for a terminal.
pub(super) fn opening(catalogue: &Catalogue) -> (String, String) {
    let questionnaire = catalogue.questionnaire();
    (clean(&questionnaire.title), clean(&questionnaire.introduction))
}

/// How many questions there are, in a sentence.
pub(super) fn length(course: &Course<'_>) -> String {
    match course.length() {
        Some(1) => "There is one question.".to_owned(),
        Some(length) => format!("There are {length} questions."),
        None => format!(
            "There are {} questions at the most; it ends as soon as your answers are clear enough.",
            course.longest()
        ),
    }
}

/// What is asked before the interests are listed.
pub(super) const IMPORTANCE: &str = "Does anything here matter most to you? It will count twice.";
