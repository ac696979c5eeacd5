//! Lists on a terminal of any size.

use crate::support::terminal::Terminal;
use crate::{CTRL_LEFT, FIRST, all, all_lines, asked, place, question};

fn review() -> Terminal {
    let mut terminal = Terminal::start(20, 80, "");
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal
}

#[test]
fn the_review_says_which_part_it_shows() {
    let mut terminal = review();
    let first_part = format!("(lines 1 to 6 of {})", asked());
    terminal.expect(&first_part);
    // The line at the cursor is seen by its weight as well.
    terminal.expect_written("\u{1b}[7m> Go on");
    terminal.press("\u{1b}[F", &format!("to {0} of {0})", asked()));
    terminal.expect(&format!("> {} Find a title", asked()));
    terminal.press("\u{1b}[H", &first_part);
    terminal.expect("> Go on");
}

#[test]
fn a_list_is_drawn_anew_in_another_size() {
    let mut terminal = review();
    terminal.resize(16, 45);
    terminal.expect(&format!("(lines 1 to 3 of {})", asked()));
    let screen = terminal.screen();
    assert!(screen.lines().all(|line| line.chars().count() <= 43), "{screen}");
    assert!(screen.starts_with("Your answers"), "{screen}");
    terminal.resize(50, 100);
    terminal.expect(&format!("{} Find a title", asked()));
    assert!(!terminal.screen().contains("(lines"), "{}", terminal.screen());
    terminal.press("\r", "What matters most");
    terminal.resize(6, 40);
    terminal.expect("(interests 1 to");
    terminal.resize(24, 80);
    terminal.press("\r", FIRST);
    terminal.press("s", "Write which file?");
    terminal.expect_row("   2 Your answers (rolefit-answers.json)");
    terminal.resize(24, 40);
    terminal.expect_row("   2 Your answers");
    terminal.press("q", FIRST);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
}

#[test]
fn a_list_takes_no_piece_of_an_unknown_key() {
    let mut terminal = review();
    // Its end is no key, and neither is an Escape that it begins with.
    terminal.send(CTRL_LEFT);
    terminal.press("\u{1b}[B", ">  2 Sing a song");
    terminal.press("\u{1b}[A", "> Go on");
}

/// A number alone answers a question, and does nothing else.
#[test]
fn lines_after_the_last_question_need_their_word() {
    let mut terminal = Terminal::start(24, 80, "quiz --plain");
    terminal.expect(&question(1));
    terminal.send(&all_lines());
    terminal.expect("type change and their numbers");
    terminal.press(
        "5\r",
        &format!("\"5\" is not clear here. Type change and numbers from 1 to {}", asked()),
    );
    terminal.press("change 5\r", "Answered 1: Not at all. Enter keeps it.");
    terminal.send("2\r");
    terminal.expect_written("5. Rather not: ");
    terminal.press("\r", "Type mark and the numbers of those that do");
    terminal.press("2\r", "\"2\" is not clear here. Type mark and numbers from 1 to 5");
    terminal.press("mark 2\r", "(marked)");
    terminal.press("\r", "Enter alone leaves.");
    terminal.press("99\r", "\"99\" is not clear here. Type a number, a letter or a word");
    // There are no answers left over here, so a number is enough.
    terminal.press("7\r", "Acting and music (marked)");
    terminal.press("save 2\r", "Written: rolefit-answers.json");
    terminal.press("write 2\r", "Written: rolefit-answers-2.json");
    terminal.send("\r");
    assert_eq!(terminal.exit_code(), Some(0));
}
