//! What the conversation says besides the questions themselves.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sitting::{Form, QuestionOrder};
use rolefit_engine::telling::Clean;

use super::interview::SavedSummary;

/// What the quiz is and is not.
pub(super) const NOTICE: &str =
    "This is for exploring, never for selecting people. Your answers stay on this machine.";

/// What is asked before the interests are listed.
pub(super) const IMPORTANCE: &str =
    "Does anything here matter most to you? It will count as if you had liked it more.";

/// What is asked before a sitting is removed.
pub(super) const FORGET: &str = "Remove this sitting for good? y removes it; any other";

/// That a finished sitting is kept: the longest that has room.
pub(super) const KEPT: [&str; 3] =
    ["Saved on this computer. f deletes it.", "Saved here. f deletes it.", "Saved; f deletes."];

const SKIP: &str = "skip: the question is left out; that is not a middle answer";

/// What each key does.
pub(super) fn keys(points: u8, saves: bool) -> Vec<(String, &'static str)> {
    vec![
        (format!("1-{points}"), "answer; the next question follows at once"),
        ("arrows".to_owned(), "move to an answer; Enter takes it"),
        ("s".to_owned(), SKIP),
        ("b".to_owned(), "back (also the left arrow)"),
        ("Enter".to_owned(), "keep what you said before"),
        ("q".to_owned(), quit(saves)),
        ("?".to_owned(), "this help"),
    ]
}

/// What each line does that can be typed to a question, put before or not.
pub(super) fn lines(points: u8, was_put: bool, saves: bool) -> Vec<(String, &'static str)> {
    let mut lines = vec![
        (format!("1-{points}"), "answer"),
        ("s".to_owned(), SKIP),
        ("b".to_owned(), "back to the question before"),
    ];
    if was_put {
        lines.push(("Enter alone".to_owned(), "keep what you said before"));
    }
    lines.extend([("q".to_owned(), quit(saves)), ("?".to_owned(), "this help")]);
    lines
}

/// What leaving does.
fn quit(saves: bool) -> &'static str {
    if saves {
        "save and quit; you are told how to go on"
    } else {
        "quit; you are told how to score what you have answered"
    }
}

/// The same at the end of a sentence.
pub(super) fn quits(saves: bool) -> &'static str {
    if saves { "saves your answers and quits" } else { "quits" }
}

/// What is saved, and how long it stays.
pub(super) fn saved(saved: SavedSummary) -> String {
    let with = match saved.answered {
        0 => "; so far you have skipped every question".to_owned(),
        1 => ", with 1 answer".to_owned(),
        several => format!(", with {several} answers"),
    };
    let asks = match saved.form {
        Form::Full => "It asks every question.".to_owned(),
        Form::Short => "It is the short form.".to_owned(),
        Form::Adaptive(until) => format!("It is adaptive, and ends at {}.", percent(until)),
    };
    let other = match saved.wanted.filter(|wanted| *wanted != saved.form) {
        None => String::new(),
        Some(Form::Full) => " You ask for every question now: begin anew for that.".to_owned(),
        Some(Form::Short) => " You ask for the short form now: begin anew for that.".to_owned(),
        Some(Form::Adaptive(until)) => format!(
            " You ask for an adaptive one now that ends at {}: begin anew for that.",
            percent(until)
        ),
    };
    let anew = if saved.is_replaced {
        "it stays until your first new answer and is lost then"
    } else {
        "it stays saved beside the new one"
    };
    format!("A sitting of yours is saved{with}. {asks}{other} If you begin anew, {anew}.")
}

/// That a result is kept, and what a new sitting does to it.
pub(super) const RESULT_KEPT: &str =
    "Your last result is kept. A new sitting is saved beside it and leaves it as it is.";

/// A chance, to a tenth of a percentage point.
fn percent(chance: f64) -> String {
    format!("{}%", (1_000.0 * chance).round() / 10.0)
}

/// The title and the introduction, each on one line; empty if there is none.
pub(super) fn opening(catalogue: &Catalogue) -> [String; 2] {
    let questionnaire = catalogue.questionnaire();
    let told = [&questionnaire.title, &questionnaire.introduction];
    told.map(|text| text.as_ref().map(|text| Clean::from(text).to_string()).unwrap_or_default())
}

/// When an adaptive sitting ends, in few words.
const ADAPTIVE: &str = "It ends once your best match is among three roles.";

/// What the quiz is and how long, in ever fewer words. How to answer comes last in an
/// introduction, so that its sentences go from the first on; the questions are counted
/// beside each of them, but when an adaptive sitting ends is said here alone.
pub(super) fn openings(introduction: String, order: &QuestionOrder) -> Vec<String> {
    let length = length(order);
    let later =
        introduction.match_indices(". ").map(|(at, end)| introduction[at + end.len()..].to_owned());
    let later: Vec<String> = later.collect();
    let longest = format!("{introduction} {length}").trim_start().to_owned();
    if order.until().is_some() {
        let shorter = later.iter().map(|told| format!("{told} {length}"));
        let shortest = later.iter().map(|told| format!("{told} {ADAPTIVE}"));
        let told = [longest].into_iter().chain(shorter).chain(shortest);
        return told.chain([length.clone()]).collect();
    }
    [longest, introduction].into_iter().chain(later).filter(|told| !told.is_empty()).collect()
}

/// How many questions there are, and when they end.
pub(super) fn length(order: &QuestionOrder) -> String {
    let longest = order.longest();
    let many = if longest == 1 { "question" } else { "questions" };
    match order.until() {
        None if longest == 1 => "There is one question.".to_owned(),
        None => format!("There are {longest} questions."),
        Some(until) => format!(
            "You are asked {longest} {many} at the most. It ends as soon as your best match is \
             among the first three roles with a chance of {}, or one role leads alone.",
            percent(until)
        ),
    }
}
