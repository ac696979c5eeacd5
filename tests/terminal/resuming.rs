//! Coming back to a sitting: what it is, and what of it still holds.

use crate::place;
use crate::pty::Terminal;

/// Answers two questions of the short form and skips the rest, to the end.
fn too_few_answers(arguments: &str) -> Terminal {
    let mut terminal = Terminal::start(24, 80, arguments);
    terminal.expect("1 of 20");
    terminal.send(&format!("45{}", "s".repeat(18)));
    terminal.expect("18 skipped.");
    terminal.press("\r", "What matters most");
    terminal.press("\r", "Keep something of this?");
    terminal.send("\r");
    terminal
}

#[test]
fn a_sitting_with_too_few_answers_can_be_gone_on_with() {
    for (save, resume) in [("", ""), (" --save mine.json", " --resume")] {
        let mut terminal = too_few_answers(&format!("quiz --short{save}"));
        terminal.expect_written("Answer more questions, and the roles will show.");
        assert_eq!(terminal.exit_code(), Some(0), "the result was told");
        let last = format!("Every answer is saved. To go on:\r\n  rolefit quiz --resume{save}");
        let written = terminal.raw().replace("\u{1b}[?25h", "");
        assert!(written.trim_end().ends_with(&last), "{written}");
        let mut terminal = terminal.again(&format!("quiz{resume}{save}"));
        if resume.is_empty() {
            terminal.expect("A sitting of yours is saved, with 2 answers. It is the short form.");
            terminal.send("\r");
        }
        terminal.expect("18 skipped.");
        // Each that was skipped, by its line below "Go on".
        for number in 3..=20 {
            terminal.send(&"\u{1b}[B".repeat(number));
            terminal.expect(&format!("> {number:>2} skipped"));
            terminal.press("\r", &format!("{number} of 20"));
            terminal.press(["4", "2"][number % 2], "To change an answer");
        }
        terminal.press("\r", "What matters most");
        terminal.press("\r", "Keep something of this?");
        terminal.expect_written("You answered 20 of 40 questions.");
        terminal.send("\r");
        assert_eq!(terminal.exit_code(), Some(0));
        assert!(!terminal.saved().exists() && !terminal.home().join("mine.json").exists());
    }
}

#[test]
fn the_form_of_a_saved_sitting_is_told_and_that_another_was_asked_for() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    for (arguments, told) in [
        ("quiz", "If you begin anew, it stays"),
        ("quiz --short", "You ask for the short form now: begin anew for that."),
        ("quiz --adaptive", "You ask for an adaptive one now that ends at 80%: begin anew for"),
    ] {
        for plain in ["", " --plain"] {
            let mut terminal = terminal.again(&format!("{arguments}{plain}"));
            let saved = "A sitting of yours is saved, with 1 answer. It asks every question.";
            terminal.expect(&format!("{saved} {told}"));
            terminal.send("q\r");
            assert_eq!(terminal.exit_code(), Some(130));
        }
    }
    // Anew is in the form that was asked for; and then that one is saved.
    let mut terminal = terminal.again("quiz --adaptive --until 0.7");
    terminal.expect("Welcome back");
    terminal.press("\u{1b}[B\r", "Question 1, 0% settled");
    terminal.press("4", "Question 2, ");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    let terminal = terminal.again("quiz --adaptive --until 0.75");
    terminal.expect(
        "It is adaptive, and ends at 70%. You ask for an adaptive one now that ends at 75%:",
    );
}
