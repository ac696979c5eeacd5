//! Nothing that was answered is ever lost.

use std::fs;

use crate::support::terminal::Terminal;
use crate::{FIRST, TITLE, all, asked, code, only, place, short_place, some, to_result};

/// Answers the whole quiz from the question at `number` on.
fn finish(terminal: &mut Terminal, number: usize) {
    terminal.send(&some(asked() + 1 - number));
    terminal.expect("To change an answer");
    terminal.send("\r");
    terminal.expect("What matters most");
    terminal.press("\r", FIRST);
}

/// Ends the program after each answer and resumes it, to the last question.
#[track_caller]
fn ended_at_every_question_by(signal: &str) {
    let mut terminal = Terminal::start(24, 80, "quiz");
    terminal.expect(&place(1));
    for number in 1..asked() {
        let key = ["5", "2", "s", "4"][number % 4];
        terminal.press(key, &place(number + 1));
        terminal.signal(signal);
        let code = terminal.exit_code();
        assert_eq!(code, if signal == "KILL" { None } else { Some(130) }, "{signal} at {number}");
        if signal != "KILL" {
            terminal.expect_written("rolefit quiz --resume");
            assert!(!terminal.cursor_is_hidden());
        }
        terminal = terminal.again("quiz --resume");
        terminal.expect(&place(number + 1));
    }
    finish(&mut terminal, asked());
    let digits: String = (1..asked()).map(|number| ['5', '2', '-', '4'][number % 4]).collect();
    terminal.send("\u{3}");
    let answers = code(&format!("{digits}4"));
    terminal.expect_written(&format!("--answers {answers}"));
    assert_eq!(terminal.exit_code(), Some(130));
    // It stays, with what came of it.
    let kept = fs::read_to_string(terminal.saved()).unwrap();
    assert!(kept.contains("\"result\":{\"catalogue\":\"sha256:"), "{kept}");
}

#[test]
fn a_kill_at_whatever_question_loses_no_answer() {
    ended_at_every_question_by("KILL");
}

#[test]
fn a_termination_at_whatever_question_loses_no_answer() {
    ended_at_every_question_by("TERM");
}

#[test]
fn a_closed_terminal_at_whatever_question_loses_no_answer() {
    ended_at_every_question_by("HUP");
}

#[test]
fn an_interruption_at_whatever_question_loses_no_answer() {
    ended_at_every_question_by("INT");
}

#[test]
fn a_saved_sitting_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut terminal = Terminal::start(24, 80, "quiz");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&terminal.saved()), 0o600);
    assert_eq!(mode(terminal.saved().parent().unwrap()), 0o700);
    let folder = fs::read_dir(terminal.saved().parent().unwrap()).unwrap();
    assert_eq!(folder.count(), 1, "no half-written file is left beside it");
}

#[test]
fn the_next_start_offers_to_go_on_or_to_begin_anew() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.press("2", &place(3));
    terminal.send("q");
    let resume = format!("To go on:\r\n  rolefit quiz --resume {} ", terminal.name());
    terminal.expect_written(&resume);
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again("");
    terminal.expect("A sitting of yours is saved, with 2 answers.");
    terminal.press("\r", &place(3));
    terminal.press("b", "> 2");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again("");
    terminal.expect("Welcome back");
    terminal.press("\u{1b}[B\r", &place(1));
    assert!(!terminal.screen().contains("> 4"), "{}", terminal.screen());
}

#[test]
fn a_sitting_can_be_saved_elsewhere_and_forgotten() {
    let mut terminal = Terminal::start(24, 80, "quiz --short --save mine.json");
    terminal.expect(&short_place(1));
    terminal.press("4", &short_place(2));
    terminal.send("\u{4}");
    terminal.expect_written("rolefit quiz --resume --save mine.json");
    assert_eq!(terminal.exit_code(), Some(130));
    assert!(!terminal.saved().exists());
    // The form is that of the saved sitting.
    let mut terminal = terminal.again("quiz --resume --save mine.json");
    terminal.press("b", &short_place(1));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again("sittings forget mine.json");
    terminal.expect("Remove the saved sitting with 1 answer? [y/n]");
    terminal.send("n");
    terminal.expect_written("the saved sitting stays");
    assert_eq!(terminal.exit_code(), Some(0));
    let mut terminal = terminal.again("sittings forget mine.json");
    terminal.expect("Remove the saved sitting with 1 answer? [y/n]");
    terminal.send("y");
    terminal.expect_written("removed mine.json");
    assert_eq!(terminal.exit_code(), Some(0));
    assert!(!terminal.home().join("mine.json").exists());
    let mut terminal = terminal.again("quiz --resume --save mine.json");
    terminal.expect_written("mine.json: no sitting is saved there");
    assert_eq!(terminal.exit_code(), Some(66));
}

#[test]
fn a_damaged_or_foreign_file_is_refused_and_kept() {
    for content in
        ["", "{", "thesis", "{\"rolefit_sitting\": 9, \"form\": \"full\", \"asked\": []}"]
    {
        let mut terminal = Terminal::start(24, 80, "sittings forget --all");
        assert_eq!(terminal.exit_code(), Some(0));
        let file = terminal.home().join("thesis.txt");
        fs::write(&file, content).unwrap();
        for arguments in ["quiz --resume --save", "quiz --save", "sittings forget"] {
            let mut terminal = terminal.again(&format!("{arguments} thesis.txt"));
            terminal.expect_written("thesis.txt does not hold a saved sitting");
            assert_eq!(terminal.exit_code(), Some(65), "{arguments} on {content:?}");
            assert_eq!(fs::read_to_string(&file).unwrap(), content);
        }
    }
}

#[test]
fn a_link_or_a_folder_is_no_place_for_a_sitting() {
    let mut terminal = Terminal::start(24, 80, "sittings forget --all");
    assert_eq!(terminal.exit_code(), Some(0));
    fs::write(terminal.home().join("target"), "mine").unwrap();
    std::os::unix::fs::symlink("target", terminal.home().join("link")).unwrap();
    for name in ["link", "."] {
        let mut terminal = terminal.again(&format!("quiz --save {name}"));
        terminal.expect_written("it is not a plain file");
        assert_eq!(terminal.exit_code(), Some(65));
    }
    assert_eq!(fs::read_to_string(terminal.home().join("target")).unwrap(), "mine");
}

#[test]
fn a_place_that_cannot_be_written_is_told_and_stops_nobody() {
    let mut terminal = Terminal::start(24, 80, "quiz --save nowhere/mine.json");
    terminal.expect(&place(1));
    terminal.press("5", "Your answers are not being saved");
    finish(&mut terminal, 2);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
}

#[test]
fn the_result_can_be_kept_and_nothing_is_overwritten() {
    let mut terminal = Terminal::start(24, 80, "quiz");
    fs::write(terminal.home().join("rolefit-result.html"), "mine").unwrap();
    terminal.expect(&place(1));
    let few = &all()[..asked() - 5];
    terminal.send(few);
    finish(&mut terminal, asked() - 4);
    terminal.press("s", "Write which file?");
    terminal.expect("1 A page for a browser (rolefit-result-2.html)");
    terminal.press("\r", "Written: rolefit-result-2.html, in /");
    let folder = fs::canonicalize(terminal.home()).unwrap();
    terminal.expect(&format!("rolefit-result-2.html, in {}", folder.display()));
    terminal.press("s", "Write which file?");
    terminal.press("\u{1b}[B\r", "Written: rolefit-answers.json");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
    let read = |name: &str| fs::read_to_string(terminal.home().join(name)).unwrap();
    assert_eq!(read("rolefit-result.html"), "mine");
    assert!(read("rolefit-result-2.html").starts_with("<!doctype html>"));
    let mut terminal = terminal.again("score rolefit-answers.json");
    terminal.expect(&code(&format!("{few}45454")));
    assert_eq!(terminal.exit_code(), Some(0));
}

#[test]
fn what_can_be_written_is_named_whole_on_a_narrow_terminal() {
    let mut terminal = to_result(20, 45, "");
    terminal.press("s", "Write which file?");
    terminal.expect_row(">  1 A page for a browser");
    terminal.expect_row("   2 Your answers (rolefit-answers.json)");
    terminal.press("\u{1b}[B\r", "Written: rolefit-answers.json, in /");
}

#[test]
fn another_size_is_drawn_at_once() {
    let mut terminal = Terminal::start(24, 80, "quiz");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.expect(TITLE);
    terminal.resize(20, 40);
    terminal.expect_row("Which job in a theatre would suit");
    terminal.resize(30, 100);
    terminal.expect(TITLE);
    terminal.press("5", &place(3));
    terminal.send("q");
    terminal.expect_written(&format!("--answers {}", only("45")));
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn an_adaptive_sitting_says_how_many_more_there_are_and_can_be_resumed() {
    let mut terminal = Terminal::start(24, 80, "quiz --adaptive --until 0.7");
    terminal.expect("Question 1, ");
    terminal.expect("your best match is among the first three roles with a chance of 70%");
    terminal.press("5", "Question 2, ");
    terminal.press("1", "Question 3, ");
    terminal.press("b", "Question 2, ");
    terminal.press("\r", "Question 3, ");
    terminal.signal("TERM");
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again("quiz --resume");
    terminal.expect("Question 3, ");
    for number in 3..=asked() {
        terminal.send(["5", "1", "4"][number % 3]);
        let next = format!("Question {}, ", number + 1);
        if terminal.expect_either(&next, "To change an answer") == 1 {
            return;
        }
    }
    panic!("it never settled");
}

#[test]
fn the_terminal_is_left_as_it_was_found() {
    for stop in ["TERM", "HUP", "INT", "q", "\u{4}"] {
        let mut terminal = Terminal::under_a_shell("quiz");
        terminal.expect(&place(1));
        terminal.press("4", &place(2));
        if stop.len() > 1 {
            terminal.signal_child(stop);
        } else {
            terminal.send(stop);
        }
        assert_eq!(terminal.exit_code(), Some(130), "after {stop:?}");
        let read = |name: &str| fs::read_to_string(terminal.home().join(name)).unwrap();
        assert_eq!(read("after"), read("before"), "after {stop:?}");
        assert!(read("after").contains(" icanon"), "lines are read as lines again");
    }
}
