//! Lists on a terminal of any size.

use crate::pty::Terminal;
use crate::{CTRL_LEFT, place};

fn review() -> Terminal {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.send(&"45231".repeat(8));
    terminal.expect("To change an answer");
    terminal
}

#[test]
fn the_review_says_which_part_it_shows() {
    let mut terminal = review();
    terminal.expect("(answers 1 to 17 of 40)");
    terminal.press("\u{1b}[F", "of 40)");
    terminal.expect("> 40 Strongly dislike");
    terminal.expect("to 40 of 40)");
    terminal.press("\u{1b}[H", "(answers 1 to 17 of 40)");
    terminal.expect("> Go on");
}

#[test]
fn a_list_is_drawn_anew_in_another_size() {
    let mut terminal = review();
    terminal.resize(20, 45);
    terminal.expect("(answers 1 to 13 of 40)");
    let screen = terminal.screen();
    assert!(screen.lines().all(|line| line.chars().count() <= 43), "{screen}");
    assert!(screen.starts_with("Your answers"), "{screen}");
    terminal.resize(50, 100);
    terminal.expect("40 Strongly dislike");
    assert!(!terminal.screen().contains("of 40)"), "{}", terminal.screen());
    terminal.press("\r", "What matters most");
    terminal.resize(12, 40);
    terminal.expect("(interests 1 to");
    terminal.resize(24, 80);
    terminal.press("\r", "Keep something of this?");
    terminal.resize(24, 44);
    terminal.expect("Write the result as a page: rolefit-re…");
    terminal.send("\r");
    assert_eq!(terminal.exit_code(), Some(0));
}

#[test]
fn a_list_takes_no_piece_of_an_unknown_key() {
    let mut terminal = review();
    // Its end is no key, and neither is an Escape that it begins with.
    terminal.send(CTRL_LEFT);
    terminal.press("\u{1b}[B", ">  1 Like");
    terminal.press("\u{1b}[A", "> Go on");
}

/// A number alone answers a question, and does nothing else.
#[test]
fn lines_after_the_last_question_need_their_word() {
    let mut terminal = Terminal::start(24, 80, "quiz --plain");
    terminal.expect("Question 1 of 40");
    terminal.send(&"4\r2\r".repeat(20));
    terminal.expect("type change and their numbers");
    terminal.press("5\r", "\"5\" is not clear here. Type change and numbers from 1 to 40");
    terminal.press("change 5\r", "Answered 4: Like. Enter keeps it.");
    terminal.send("1\r");
    terminal.expect_written("5. Strongly dislike: ");
    terminal.press("\r", "Type mark and the numbers of those that do");
    terminal.press("2\r", "\"2\" is not clear here. Type mark and numbers from 1 to 10");
    terminal.press("mark 2\r", "(marked)");
    terminal.press("\r", "Keep something of this?");
    terminal.expect_written("--answers 4242124242");
    terminal.expect_written("counts x2");
    terminal.press("2\r", "\"2\" is not clear here. Type write and numbers from 1 to 2");
    terminal.press("write 2\r", "Written: rolefit-answers.json");
    terminal.send("\r");
    assert_eq!(terminal.exit_code(), Some(0));
}
