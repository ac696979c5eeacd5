//! How a question is asked: where one is, what was answered, and keys that are held.

use crate::support::middle;
use crate::support::terminal::Terminal;
use crate::{all, asked, only, place};

const UP: &str = "\u{1b}[A";
const DOWN: &str = "\u{1b}[B";

/// The columns of the bar that are full, in eighths.
fn bar(screen: &str) -> usize {
    let line = screen.lines().find(|line| line.contains('░') || line.contains('█')).unwrap();
    line.chars()
        .map(|part| {
            if part == '░' {
                0
            } else {
                "▏▎▍▌▋▊▉█".chars().position(|c| c == part).unwrap() + 1
            }
        })
        .sum()
}

#[test]
fn a_key_that_is_held_answers_at_most_two_questions() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    // What a keyboard sends while a key is held: one, and after a while many at once.
    terminal.press("4", &place(2));
    terminal.send(&"4".repeat(30));
    terminal.expect(&place(3));
    terminal.press("?", "The keys");
    terminal.press("x", &place(3));
    terminal.send("q");
    terminal.expect_written(&format!("--answers {}", only("44")));
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn a_key_that_is_held_at_the_last_question_goes_no_further_than_the_review() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.send(&all()[1..]);
    terminal.expect(&place(asked()));
    terminal.press(&format!("{DOWN}{}", "\r".repeat(30)), "To change an answer");
    terminal.press("?", "To change an answer");
    terminal.expect("> Go on");
}

#[test]
fn arrows_and_enter_answer_as_digits_do() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.press("\r", "Choose an answer first: press its number, or move to it.");
    terminal.press(DOWN, "> 1 Not at all");
    terminal.expect("Enter take");
    terminal.press(DOWN, "> 2 Rather not");
    terminal.expect_written("\u{1b}[7m > 2  \u{1b}[0m\u{1b}[7mRather not\u{1b}[0m");
    terminal.press("\r", &place(2));
    terminal.press(UP, "> 5 Very much");
    terminal.press(DOWN, "> 1 Not at all");
    terminal.press(UP, "> 5 Very much");
    terminal.press("\r", &place(3));
    // The answer that was given is the one under the cursor.
    terminal.press("b", "> 5 Very much");
    terminal.press(UP, "> 4 Quite like");
    terminal.press("\r", &place(3));
    terminal.send("q");
    terminal.expect_written(&format!("--answers {}", only("24")));
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn an_answer_is_seen_for_a_moment_and_the_bar_moves_with_it() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    assert_eq!(bar(&terminal.screen()), 0);
    for number in 1..asked() {
        let before = bar(&terminal.screen());
        terminal.send(["4", "2"][number % 2]);
        terminal.expect_written(["> 4  \u{1b}[0m", "> 2  \u{1b}[0m"][number % 2]);
        terminal.expect(&place(number + 1));
        assert!(bar(&terminal.screen()) > before, "{}", terminal.screen());
    }
    terminal.press("s", "To change an answer");
    terminal.expect_written("> s  \u{1b}[0m");
}

#[test]
fn the_stem_is_on_every_screen_and_ten_are_told() {
    let mut terminal = Terminal::start(24, 80, "");
    for number in 1..=asked() {
        terminal.expect(&place(number));
        terminal.expect("How much would you like to …");
        let told = format!("10 done. {} to go.", asked() - 10);
        assert_eq!(terminal.screen().contains(&told), number == 11, "{}", terminal.screen());
        terminal.expect(if number < 3 { "about 2 minutes left" } else { " left" });
        terminal.send(["4", "2"][number % 2]);
    }
    terminal.expect("To change an answer");
}

#[test]
fn the_bar_of_an_adaptive_sitting_never_runs_back() {
    let mut terminal = Terminal::start(24, 80, "quiz --adaptive --until 0.99");
    let mut before = 0;
    for number in 1..=asked() {
        let here = format!("Question {number}, ");
        if terminal.expect_either(&here, "To change an answer") == 1 {
            assert!(number > 3, "it is settled too soon");
            return;
        }
        let more = match asked() - number {
            0 => "the last".to_owned(),
            more => format!("at most {more} more"),
        };
        terminal.expect(&format!("{here}{more}"));
        let now = bar(&terminal.screen());
        assert!(now >= before, "at {number}\n{}", terminal.screen());
        before = now;
        if number == 5 {
            terminal.press("b", "Question 4, ");
            assert!(bar(&terminal.screen()) >= before, "{}", terminal.screen());
            terminal.press("\r", &here);
        }
        terminal.send(["5", "1", "3"][number % 3]);
    }
    terminal.expect("To change an answer");
}

#[test]
fn the_review_groups_answers_and_shows_the_question_whole() {
    let mut terminal = Terminal::start(30, 50, "");
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    let each = asked() / 5;
    for label in ["Very much", "Quite like", "Not sure", "Rather not", "Not at all"] {
        terminal.expect(&format!("{label} ({each})"));
    }
    let order = |label: &str| terminal.screen().find(label).unwrap();
    assert!(order("Very much") < order("Quite like") && order("Rather not") < order("Not at all"));
    let text = |number: usize| {
        let catalogue = middle();
        let questions = &catalogue.questionnaire().questions;
        format!("How much would you like to … {}", questions.iter().nth(number - 1).unwrap().text)
    };
    // A number goes to its line, digit by digit; its question is whole below.
    terminal.press("1", "> 1 Saw a plank");
    terminal.expect(&text(1));
    terminal.press("2", "> 12 Learn a dance");
    terminal.expect(&text(12));
    terminal.press("3", "> 3 Greet guests");
    terminal.press("\r", &place(3));
    terminal.press("1", "Not at all (4)");
    terminal.expect("> Go on");
}
