//! The conversation as a person at a terminal has it: keys go in, and the
//! screen is read.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    clippy::format_collect,
    clippy::panic,
    clippy::similar_names,
    clippy::needless_for_each,
    reason = "a test may fail in the middle"
)]

#[path = "../support/mod.rs"]
mod support;

mod asking;
mod forgetting;
mod gate;
mod keys;
mod leaving;
mod menus;
mod places;
mod result;
mod resuming;
mod rows;
mod saving;
mod shapes;
mod sittings;
mod starting;

use rolefit_engine::sheet::{AnswerCode, Answers, Importance, Sheet};
use support::middle;
use support::terminal::Terminal;

/// The title of the middle questionnaire.
const TITLE: &str = "Which job in a theatre would suit you?";

/// What only the first screen of a result has.
const FIRST: &str = "q:quit";

/// What Ctrl-Left sends.
const CTRL_LEFT: &str = "\u{1b}[1;5D";

/// How many questions the middle questionnaire has.
fn asked() -> usize {
    middle().questionnaire().questions.len()
}

/// How many of them are in the short form.
fn short() -> usize {
    middle().questionnaire().questions.iter().filter(|question| question.short).count()
}

/// What says on the screen which question is asked.
fn place(number: usize) -> String {
    format!("{number} of {}", asked())
}

/// The same in the short form.
fn short_place(number: usize) -> String {
    format!("{number} of {}", short())
}

/// The same in plain lines.
fn question(number: usize) -> String {
    format!("Question {}", place(number))
}

/// The code of these answers, one a question.
fn code(answers: &str) -> String {
    marked_code(answers, &[])
}

/// The code of these answers, where these interests matter most.
fn marked_code(answers: &str, marked: &[&str]) -> String {
    let catalogue = middle();
    let mut sheet = Sheet::new(Answers::from_digits(&catalogue, answers).unwrap());
    for id in marked {
        sheet.set_importance(catalogue.questionnaire().interest(id).unwrap(), Importance::MARKED);
    }
    AnswerCode::of(&sheet).unwrap().as_str().to_owned()
}

/// An answer to every question.
fn all() -> String {
    "45231".chars().cycle().take(asked()).collect()
}

/// An answer to every question, one a line.
fn all_lines() -> String {
    all().chars().flat_map(|digit| [digit, '\r']).collect()
}

/// Answers everything, as far as the first screen of the result.
#[track_caller]
fn to_result(rows: u16, columns: u16, arguments: &str) -> Terminal {
    answered_in(Terminal::start(rows, columns, arguments))
}

/// The same in a terminal where the quiz has begun.
#[track_caller]
fn answered_in(mut terminal: Terminal) -> Terminal {
    terminal.expect("1-5 answer");
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
    terminal
}

/// Answers to so many questions, of which no two neighbours are alike: the same key
/// twice at once is one that is held.
fn some(count: usize) -> String {
    "45".chars().cycle().take(count).collect()
}

/// These answers to the first questions, and none to the others.
fn only(answers: &str) -> String {
    format!("{answers:-<width$}", width = asked())
}

#[test]
fn a_key_for_each_question_a_review_and_a_result() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.expect("This is for exploring, never for selecting people");
    for number in 1..asked() {
        let key = ["4", "2", "5", "1", "3"][number % 5];
        terminal.press(key, &place(number + 1));
    }
    terminal.press("5", "To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
    terminal.press("e", "Your result");
    terminal.press("\u{1b}[F", "Nobody should be selected by it");
    terminal.press("q", FIRST);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
    assert!(!terminal.cursor_is_hidden());
}

#[test]
fn keys_typed_ahead_are_not_lost() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.send("\r");
    terminal.expect("What matters most");
    terminal.press("\r", FIRST);
    terminal.send("\u{3}");
    terminal.expect_written(&code(&all()));
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn back_skip_help_and_stray_keys() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    // Ctrl-Left answers nothing, and neither do keys off the scale.
    terminal.send(CTRL_LEFT);
    terminal.send("679x\u{1b}x");
    terminal.press("?", "The keys");
    terminal.press("x", &place(2));
    terminal.press("s", &place(3));
    terminal.press("b", &place(2));
    terminal.press("\u{1b}[D", "> 4");
    assert!(terminal.screen().contains(&place(1)), "{}", terminal.screen());
    // Enter keeps the answer given before.
    terminal.press("\r", &place(2));
    terminal.press("2", &place(3));
    terminal.send("q");
    terminal.expect_written(&format!("rolefit score --answers {}", only("42")));
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn an_answer_can_be_changed_in_the_review() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.press("1\r", &place(1));
    terminal.press("2", "To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press(" ", "What matters most");
    terminal.press("\r", FIRST);
    terminal.press("m", "[x] Building and mending");
    terminal.send("\u{3}");
    let code = marked_code(&format!("2{}", &all()[1..]), &["building"]);
    terminal.expect_written(&format!("--answers {code}"));
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn b_goes_back_from_the_marks_to_the_review_and_on_to_the_questions() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("b goes back");
    terminal.press("\r", "What matters most");
    terminal.press(" ", "[x]");
    terminal.press("b", "To change an answer");
    terminal.press("b", &place(asked()));
    terminal.press("b", &place(asked() - 1));
    terminal.press("2", &place(asked()));
    terminal.press("\u{1b}[C", "To change an answer");
    // The mark is still there.
    terminal.press("\r", "[x] Building and mending");
    terminal.press("\r", FIRST);
    terminal.send("\u{3}");
    let mut answers = all();
    answers.replace_range(asked() - 2..asked() - 1, "2");
    let code = marked_code(&answers, &["building"]);
    terminal.expect_written(&format!("--answers {code}"));
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn every_way_to_stop_leaves_a_visible_cursor_and_exit_130() {
    for stop in ["q", "\u{3}", "\u{4}"] {
        let mut terminal = Terminal::start(24, 80, "");
        terminal.expect(&place(1));
        terminal.press("4", &place(2));
        terminal.send(stop);
        assert_eq!(terminal.exit_code(), Some(130), "after {stop:?}");
        assert!(!terminal.cursor_is_hidden(), "after {stop:?}");
        // Between two reads of a key Ctrl-C is a signal, and says less.
        terminal.expect_written("rolefit quiz --resume");
    }
}

#[test]
fn ctrl_c_in_a_menu_leaves_a_visible_cursor_and_exit_130() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.send("\u{3}");
    assert_eq!(terminal.exit_code(), Some(130));
    assert!(!terminal.cursor_is_hidden());
}

#[test]
fn a_narrow_terminal_shows_every_question_whole() {
    let mut terminal = Terminal::start(20, 45, "");
    terminal.expect(&place(1));
    // There is room for what it is, and how to answer, even here.
    terminal.expect("Say how much you would like doing it");
    terminal.expect("This is for exploring, never for selecting people.");
    terminal.expect("q quit");
    for number in 1..=asked() {
        terminal.expect(&place(number));
        terminal.expect("q quit");
        let screen = terminal.screen();
        if number > 1 {
            assert!(screen.lines().count() <= 20 && screen.contains(" 1  "), "{screen}");
        }
        terminal.send(["4", "2", "5"][number % 3]);
    }
    terminal.expect("To change an answer");
}

#[test]
fn plain_and_dumb_terminals_are_never_redrawn() {
    for (arguments, term) in [("quiz --plain", "xterm-256color"), ("", "dumb")] {
        let mut terminal = Terminal::start_in(24, 80, arguments, term);
        terminal.expect(&question(1));
        terminal.press("4\r", &question(2));
        terminal.press("nonsense\r", "is not clear here");
        terminal.press("?\r", "skip");
        terminal.send("q\r");
        terminal.expect_written("Stopped after 1 answer");
        assert_eq!(terminal.exit_code(), Some(130));
        assert!(!terminal.raw().contains("\u{1b}["), "{:?}", terminal.raw());
    }
}

#[test]
fn no_color_takes_the_colour_and_nothing_else() {
    let mut terminal = Terminal::start(24, 80, "--color never");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    assert!(!terminal.raw().contains("\u{1b}[1m"), "{:?}", terminal.raw());
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
}
