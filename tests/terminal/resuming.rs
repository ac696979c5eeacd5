//! Coming back to a sitting: what it is, and what of it still holds.

use std::fs;

use rolefit_engine::sitting::SittingJournal;

use crate::support::terminal::{DATA, Terminal};
use crate::support::{MIDDLE_CAREERS, MIDDLE_QUESTIONS, middle};
use crate::{FIRST, all, only, place, short, short_place};

/// Answers two questions of the short form and skips the rest, to the end.
fn too_few_answers(arguments: &str) -> Terminal {
    let mut terminal = Terminal::start(24, 80, arguments);
    terminal.expect(&short_place(1));
    // Both keys skip, and neither is held.
    terminal.send(&format!("45{}", "s-".repeat(short() / 2 - 1)));
    terminal.expect(&format!("{} skipped.", short() - 2));
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
    terminal.send("q");
    terminal
}

#[test]
fn a_sitting_with_too_few_answers_can_be_gone_on_with() {
    for (save, resume) in [("", ""), (" --save mine.json", " --resume")] {
        let mut terminal = too_few_answers(&format!("quiz --short{save}"));
        assert_eq!(terminal.exit_code(), Some(0), "the result was told");
        terminal.expect("Too few answers for a match");
        let which = if save.is_empty() { format!(" {}", terminal.name()) } else { save.to_owned() };
        let last =
            format!("Every answer is saved. To go on:\r\n  rolefit quiz --resume{which} {DATA}");
        let written = terminal.raw().replace("\u{1b}[?2004l\u{1b}[?25h", "");
        assert!(written.trim_end().ends_with(&last), "{written}");
        let mut terminal = terminal.again(&format!("quiz{resume}{save}"));
        if resume.is_empty() {
            terminal.expect("A sitting of yours is saved, with 2 answers. It is the short form.");
            terminal.send("\r");
        }
        terminal.expect(&format!("{} skipped.", short() - 2));
        for number in 3..=short() {
            terminal.press(&number.to_string(), &format!("> {number:>2} "));
            terminal.press("\r", &short_place(number));
            terminal.press(["4", "2"][number % 2], "To change an answer");
        }
        terminal.press("\r", "What matters most");
        terminal.press("\r", FIRST);
        terminal.press("e", &format!("You answered the {} questions of the short form.", short()));
        terminal.press("q", FIRST);
        terminal.send("q");
        assert_eq!(terminal.exit_code(), Some(0));
        let file =
            if save.is_empty() { terminal.saved() } else { terminal.home().join("mine.json") };
        assert!(fs::read_to_string(file).unwrap().contains("\"result\":"));
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
    terminal.press("\u{1b}[B\r", "Question 1, at most");
    terminal.press("4", "Question 2, ");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    let terminal = terminal.again("quiz --adaptive --until 0.75");
    terminal.expect(
        "It is adaptive, and ends at 70%. You ask for an adaptive one now that ends at 75%:",
    );
}

#[test]
fn a_changed_catalogue_costs_only_the_answers_that_no_longer_hold() {
    let questionnaire = middle();
    let ids = &questionnaire.questionnaire().questions;
    let ids: Vec<&str> = ids.iter().map(|question| question.id.as_str()).collect();
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    for number in 1..=4 {
        terminal.press("4", &place(number + 1));
    }
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    // The first question goes, the second reads differently, the third moves to the end.
    let second = format!("{{id: {}, text: ", ids[1]);
    let changed = MIDDLE_QUESTIONS
        .replace(&format!("{{id: {},", ids[0]), "{id: another-one,")
        .replace(&second, &format!("{second}Really "));
    fs::write(terminal.home().join("q.yaml"), changed).unwrap();
    // And the fourth has been given an answer that there is not; an interest was marked.
    let journal = SittingJournal::read(&fs::read(terminal.saved()).unwrap()).unwrap();
    let saved = serde_json::to_string(journal.sitting()).unwrap();
    let at = saved.rfind("\"answer\":4").unwrap();
    let fourth = saved[at..].replace(":4", ":77").replace("}]}", "}],\"matters\":[\"genes\"]}");
    fs::write(terminal.saved(), saved[..at].to_owned() + &fourth).unwrap();
    let mut terminal = terminal.again("quiz --resume");
    let gone = format!("* no longer asked: the one that the questions file called {}", ids[0]);
    terminal.expect(&gone);
    // In its present wording, cut: nobody has ever seen the ids of the others.
    terminal.expect("* reads differently now: Really ");
    terminal.expect("… * answer 77 is not on offer: ");
    terminal.expect(
        "* marked, and no longer an interest: the one that the questions file called genes",
    );
    terminal.expect("The rest is kept.");
    for id in [ids[1], ids[3]] {
        assert!(!terminal.screen().contains(id), "{}", terminal.screen());
    }
    // One answer is left, so the second question comes next.
    terminal.press("x", &place(2));
    terminal.send("q");
    terminal.expect_written(&format!("--answers {}", only("--4")));
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn what_is_lost_fits_a_small_screen_however_much_it_is() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press(" ", "> [x] Building and mending");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    // All questions but one read differently, and the interest has another id.
    let (first, others) = MIDDLE_QUESTIONS.split_once(" text: ").unwrap();
    let changed = format!("{first} text: {}", others.replace(" text: ", " text: Really "));
    let changed = changed.replace("id: building,", "id: crafts,");
    let changed = changed.replace("interest: building", "interest: crafts");
    fs::write(terminal.home().join("q.yaml"), changed).unwrap();
    let careers = MIDDLE_CAREERS.replace("building: ", "crafts: ");
    fs::write(terminal.home().join("c.yaml"), careers).unwrap();
    let mut terminal = terminal.again_in(20, 45, "quiz --resume");
    terminal.expect("q quits, any other key goes on.");
    terminal.expect("Some of what your saved sitting holds is lost");
    terminal.expect("more The rest is kept.");
    let screen = terminal.screen();
    assert!(!screen.contains("building"), "beyond those that are named:\n{screen}");
    terminal.press("x", &place(2));
}
