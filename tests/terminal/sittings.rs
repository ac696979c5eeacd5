//! A finished sitting stays until its person forgets it, and several can be saved.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::support::MIDDLE_QUESTIONS;
use crate::support::terminal::{DATA, Terminal};
use crate::{FIRST, all, asked, code, place};

/// Answers what is asked, as far as the offers after the result.
fn finish(terminal: &mut Terminal) {
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
}

/// A sitting that is finished and kept.
fn finished() -> Terminal {
    let mut terminal = Terminal::start(24, 80, "quiz");
    finish(&mut terminal);
    terminal.expect("Saved on this computer. f deletes it.");
    terminal.send("q");
    terminal.expect_written("Your result is kept, on this computer.");
    assert_eq!(terminal.exit_code(), Some(0));
    terminal
}

/// Answers one question of a new sitting beside one that is finished, and leaves it.
fn begun(terminal: &Terminal) {
    let mut terminal = terminal.again("quiz");
    terminal.expect("Welcome back");
    terminal.press("\r", &place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn nothing_is_deleted_by_enter_and_it_stays_its_owners_alone() {
    let terminal = finished();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&terminal.saved()), 0o600);
    assert_eq!(mode(&terminal.folder()), 0o700);
    let before = fs::read(terminal.saved()).unwrap();
    // A new start leaves it alone, and gets a file of its own.
    begun(&terminal);
    assert_eq!(terminal.files().len(), 2);
    assert_eq!(fs::read(terminal.folder().join(&terminal.files()[0])).unwrap(), before);
}

#[test]
fn a_name_is_the_date_and_then_2() {
    let terminal = finished();
    let name = terminal.name();
    let form: String = name.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    assert_eq!(form, "9999-99-99");
    begun(&terminal);
    let files = terminal.files();
    // Unless a day ended just now.
    let is_next_day = files.iter().all(|file| !file.contains("-2."));
    assert!(is_next_day || files.contains(&format!("{name}-2.json")), "{files:?}");
}

#[test]
fn f_forgets_wherever_the_cursor_is_and_q_then_ends() {
    // From the first choice to the last, and to the one before it.
    for keys in ["f", "\u{1b}[D\u{1b}[D\r", "F"] {
        let mut terminal = Terminal::start(24, 80, "quiz");
        finish(&mut terminal);
        assert_eq!(terminal.files().len(), 1);
        let question = "Remove this sitting for good? y removes it; any other key keeps it.";
        // Whatever is not y keeps it: Enter, the same key again.
        for keeps in ["\r", "f", "n", "\u{1b}"] {
            terminal.press(keys, question);
            terminal.press(keeps, "Nothing was removed.");
            assert_eq!(terminal.files().len(), 1, "{keys:?} {keeps:?}");
            terminal.press("\u{1b}[H", FIRST);
        }
        terminal.press(keys, question);
        terminal.press("y", "Forgotten: nothing of this sitting is saved.");
        assert!(!terminal.screen().contains("f:forget"), "{}", terminal.screen());
        assert_eq!(terminal.files(), [""; 0], "{keys:?}");
        terminal.send("q");
        assert_eq!(terminal.exit_code(), Some(0));
        assert!(!terminal.raw().contains("Your result is kept"), "{}", terminal.raw());
        assert_eq!(terminal.files(), [""; 0], "{keys:?}");
    }
}

#[test]
fn plain_lines_forget_too() {
    for word in ["f", "forget"] {
        let mut terminal = Terminal::start(24, 80, "quiz --plain");
        terminal.expect(&format!("Question {}", place(1)));
        terminal.send(&all().replace(|_: char| true, "4\r"));
        terminal.expect("type change and their numbers");
        terminal.press("\r", "Type mark and the numbers");
        terminal.press("\r", "Saved on this computer. f deletes it.");
        let question = "Remove this sitting for good? y removes it; any other line keeps it.";
        for keeps in ["\r", "no\r"] {
            terminal.press(&format!("{word}\r"), question);
            terminal.press(keeps, "Nothing was removed.");
            assert_eq!(terminal.files().len(), 1, "{word:?} {keeps:?}");
        }
        terminal.press(&format!("{word}\r"), question);
        terminal.press("y\r", "Forgotten: nothing of this sitting is saved.");
        terminal.send("\r");
        assert_eq!(terminal.exit_code(), Some(0));
        assert_eq!(terminal.files(), [""; 0]);
    }
}

#[test]
fn resume_takes_what_is_not_finished_and_else_what_is() {
    let terminal = finished();
    begun(&terminal);
    let mut unfinished = terminal.again("quiz --resume");
    unfinished.expect(&place(2));
    unfinished.send("q");
    assert_eq!(unfinished.exit_code(), Some(130));
    fs::remove_file(terminal.folder().join(&terminal.files()[1])).unwrap();
    let mut again = terminal.again("quiz --resume");
    // It is whole: its result is opened at once.
    again.expect(FIRST);
    assert!(!again.raw().contains("To change an answer"), "{}", again.raw());
    again.send("q");
    again.expect_written("To see it again:\r\n  rolefit sittings show");
    assert_eq!(again.exit_code(), Some(0));
    assert!(!again.raw().contains("To go on"), "{}", again.raw());
}

#[test]
fn a_start_offers_the_last_result_and_a_new_sitting() {
    let terminal = finished();
    let name = terminal.name();
    let before = fs::read(terminal.saved()).unwrap();
    let kept = "Your last result is kept.";
    for (keys, shown) in [("\r", format!("Question {}", place(1))), ("r\r", code(&all()))] {
        let mut lines = terminal.again("quiz --plain");
        lines.expect(kept);
        lines.press(keys, if keys == "\r" { &shown } else { "Enter alone leaves." });
        lines.send("q\r");
        if keys != "\r" {
            lines.expect_written(&shown);
        }
        assert_eq!(lines.exit_code(), Some(if keys == "\r" { 130 } else { 0 }));
    }
    let mut seen = terminal.again("quiz");
    seen.expect("Welcome back");
    seen.expect(kept);
    seen.expect("> Take the quiz again");
    // The second line is the result, as it is opened by its name.
    seen.press("\u{1b}[B\r", FIRST);
    seen.send("q");
    assert_eq!(seen.exit_code(), Some(0));
    let mut left = terminal.again("quiz");
    left.expect("Leave all as it is");
    left.send("\u{1b}[A\r");
    assert_eq!(left.exit_code(), Some(130));
    assert_eq!(terminal.files().len(), 1);
    assert_eq!(fs::read(terminal.saved()).unwrap(), before);
    let mut named = terminal.again(&format!("quiz --plain --resume {name}"));
    named.expect("Enter alone leaves.");
    named.send("\r");
    assert_eq!(named.exit_code(), Some(0));
}

#[test]
fn a_kept_sitting_is_shown_as_it_was_told() {
    let mut terminal = finished();
    let name = terminal.name();
    let mut shown = terminal.again(&format!("sittings show {name}"));
    shown.expect_written("Your result");
    shown.expect(&code(&all()));
    assert_eq!(shown.exit_code(), Some(0));
    // Other questions: the short summary is left, and the sitting stays as it is.
    let before = fs::read(terminal.saved()).unwrap();
    let first = MIDDLE_QUESTIONS.find("text: ").unwrap();
    let mut changed = MIDDLE_QUESTIONS.to_owned();
    changed.insert_str(first + "text: ".len(), "Really ");
    fs::write(terminal.home().join("q.yaml"), changed).unwrap();
    let mut shown = terminal.again(&format!("sittings show {name}"));
    shown.expect("It was finished with other questions or careers than those in use");
    assert_eq!(shown.exit_code(), Some(0));
    terminal = terminal.again(&format!("quiz --resume {name}"));
    terminal.expect("This sitting was finished with other questions or careers.");
    terminal.expect("It stays saved. You go on with its answers in a new sitting.");
    terminal.press("x", "reads differently now");
    terminal.press("x", &place(asked()));
    let files = terminal.files();
    assert_eq!(files.len(), 2);
    assert_eq!(fs::read(terminal.folder().join(format!("{name}.json"))).unwrap(), before);
    terminal.send("q");
    terminal.expect_written("To go on:\r\n  rolefit quiz --resume");
    assert_eq!(terminal.exit_code(), Some(130));
    assert_eq!(terminal.files(), files);
}

#[test]
fn a_machine_for_everybody_keeps_nothing() {
    let terminal = finished();
    let before = terminal.files();
    let mut left = terminal.again_where("ROLEFIT_KEEP=never", "quiz");
    left.expect(&place(1));
    left.press("4", &place(2));
    assert_eq!(terminal.files(), before);
    left.send("q");
    left.expect_written("Stopped after 1 answer.");
    assert_eq!(left.exit_code(), Some(130));
    assert!(!left.raw().contains("--resume"), "{}", left.raw());
    let mut told = terminal.again_where("ROLEFIT_KEEP=never", "quiz");
    finish(&mut told);
    assert!(!told.raw().contains("is kept, on"), "{}", told.raw());
    for promise in ["saves and quits", "saves your answers"] {
        assert!(!told.raw().contains(promise), "{}", told.raw());
    }
    told.send("q");
    assert_eq!(told.exit_code(), Some(0));
    assert_eq!(terminal.files(), before);
    let mut mistyped = terminal.again_where("ROLEFIT_KEEP=nver", "quiz");
    mistyped.expect("ROLEFIT_KEEP: \"nver\" is not known: expected never, or nothing");
    assert_eq!(mistyped.exit_code(), Some(2));
}

#[test]
fn forgetting_asks_first() {
    let terminal = finished();
    begun(&terminal);
    let files = terminal.files();
    let question = format!("Remove 2 saved sittings with {} answers? [y/n]", asked() + 1);
    let mut refused = terminal.again_alone("sittings forget --all");
    refused.expect(&question);
    refused.send("n");
    refused.expect_written("the saved sittings stay");
    assert_eq!(refused.exit_code(), Some(0));
    assert_eq!(terminal.files(), files);
    let mut forgotten = terminal.again_alone("sittings forget --all");
    forgotten.expect(&question);
    forgotten.send("y");
    forgotten.expect_written("removed ");
    assert_eq!(forgotten.exit_code(), Some(0));
    assert_eq!(terminal.files(), [""; 0]);
}

#[test]
fn a_damaged_file_is_told_of_once_and_kept_aside() {
    let mut terminal = Terminal::start(24, 80, "quiz");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    let (name, whole) = (terminal.name(), fs::read_to_string(terminal.saved()).unwrap());
    let half = &whole[..whole.len() / 2];
    fs::write(terminal.saved(), half).unwrap();
    let mut told = terminal.again("quiz");
    told.expect("What was saved before cannot be read, and is not lost:");
    told.expect("it breaks off in the middle");
    told.press("x", &place(1));
    told.press("4", &place(2));
    told.send("q");
    assert_eq!(told.exit_code(), Some(130));
    let aside = format!("{name}.damaged");
    assert!(terminal.files().contains(&aside), "{:?}", terminal.files());
    assert_eq!(fs::read_to_string(terminal.folder().join(&aside)).unwrap(), half);
    let once = terminal.again("quiz");
    once.expect("Welcome back");
    assert!(!once.raw().contains("cannot be read"), "{}", once.raw());
}

/// A folder in which nothing can be made, whoever asks.
#[test]
fn a_folder_that_cannot_be_made_is_told_and_stops_nobody() {
    let mut terminal = Terminal::prepared(&format!("quiz {DATA}"), |home| {
        fs::write(home.join("state"), "a file in its place").unwrap();
    });
    terminal.expect(&place(1));
    terminal.expect("Your answers are not being saved: a part of its path is a file");
    finish(&mut terminal);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
    assert!(!terminal.raw().contains("is kept"), "{}", terminal.raw());
}
