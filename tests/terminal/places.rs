//! Where a sitting is saved: one quiz at a time, and never over anything else.

use std::fs;
use std::os::unix::fs::symlink;

use rolefit_engine::sitting::SittingJournal;

use crate::support::MIDDLE_QUESTIONS;
use crate::support::terminal::{DATA, Terminal};
use crate::{FIRST, asked, only, place, some};

#[test]
fn a_second_quiz_does_not_touch_what_the_first_one_saves() {
    let mut first = Terminal::start(24, 80, "");
    first.expect(&place(1));
    for answers in 0..2 {
        first.press("4", &place(answers + 2));
        let resume = format!("quiz --resume {}", first.name());
        for arguments in ["quiz --resume", &resume] {
            let mut second = first.again(arguments);
            second.expect("another quiz is saving its answers there");
            second.expect("Finish that quiz first, or leave it with q. Or begin another one:");
            second.expect_written(&format!("\r\n  rolefit quiz {DATA}"));
            assert_eq!(second.exit_code(), Some(74), "{arguments}");
        }
        let mut forget = first.again("sittings forget --all");
        forget.expect("another quiz is saving its answers there");
        assert_eq!(forget.exit_code(), Some(74));
    }
    // A sitting of its own is its own, in the folder and elsewhere.
    let name = first.name();
    for arguments in ["quiz", "quiz --save other.json"] {
        let mut other = first.again(arguments);
        other.expect(&place(1));
        other.press("2", &place(2));
        other.send("q");
        assert_eq!(other.exit_code(), Some(130));
    }
    first.press("5", &place(4));
    first.send("q");
    first.expect_written(&format!("--answers {}", only("445")));
    first.expect_written(&format!("rolefit quiz --resume {name} "));
    assert_eq!(first.exit_code(), Some(130));
    // Now it is free. The newest is the one that was begun last.
    let newest = first.again("quiz --resume");
    newest.expect(&place(2));
    let third = first.again(&format!("quiz --resume {name}"));
    third.expect(&place(4));
    // Both are in use by now.
    let mut fourth = first.again("quiz --resume");
    fourth.expect("another quiz is saving its answers there");
    assert_eq!(fourth.exit_code(), Some(74));
}

#[test]
fn a_file_that_has_come_in_its_place_is_neither_overwritten_nor_removed() {
    let mut terminal = Terminal::start(24, 80, "quiz --save mine.json");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    let file = terminal.home().join("mine.json");
    fs::remove_file(&file).unwrap();
    fs::write(&file, "thesis").unwrap();
    terminal.press("4", "Your answers are not being saved: someone else's file");
    terminal.send(&some(asked() - 2));
    terminal.expect("To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
    assert_eq!(fs::read_to_string(&file).unwrap(), "thesis");
}

#[test]
fn what_cannot_be_saved_can_still_be_scored() {
    for stop in ["q", "\u{3}", "TERM"] {
        let mut terminal = Terminal::start(24, 80, "quiz --save nowhere/mine.json");
        // Before the first question, and not after it.
        terminal.expect("Your answers are not being saved: there is no such folder.");
        assert!(terminal.screen().contains(&place(1)), "{}", terminal.screen());
        terminal.press("4", &place(2));
        terminal.press("2", &place(3));
        if stop == "TERM" {
            terminal.signal(stop);
        } else {
            terminal.send(stop);
        }
        let digits = only("42");
        terminal.expect_written(&format!("\r\n  rolefit score --answers {digits} {DATA}\r\n"));
        assert_eq!(terminal.exit_code(), Some(130), "after {stop:?}");
        assert!(!terminal.raw().contains("--resume"), "{}", terminal.raw());
        assert!(!terminal.raw().contains("Every answer is saved"), "{}", terminal.raw());
    }
}

#[test]
fn nothing_answered_is_nothing_saved() {
    for stop in ["q", "\u{3}", "\u{4}", "TERM"] {
        let mut terminal = Terminal::start(24, 80, "quiz --save mine.json");
        terminal.expect(&place(1));
        if stop == "TERM" {
            terminal.signal(stop);
        } else {
            terminal.send(stop);
        }
        terminal.expect_written("Stopped. Nothing was answered.");
        assert_eq!(terminal.exit_code(), Some(130));
        assert!(!terminal.raw().contains("--resume"), "{}", terminal.raw());
        // What a signal leaves behind is nothing to go on with.
        let mut terminal = terminal.again("quiz --save mine.json");
        terminal.expect(&place(1));
        terminal.send("q");
        assert_eq!(terminal.exit_code(), Some(130));
        assert!(!terminal.home().join("mine.json").exists(), "after {stop:?}");
    }
}

#[test]
fn a_warning_goes_when_saving_works_again() {
    for plain in ["", " --plain"] {
        let mut terminal = Terminal::start(24, 80, "sittings forget --all");
        assert_eq!(terminal.exit_code(), Some(0));
        let folder = terminal.home().join("stick");
        fs::create_dir(&folder).unwrap();
        let mut terminal = terminal.again(&format!("quiz --save stick/mine.json{plain}"));
        let enter = if plain.is_empty() { "" } else { "\r" };
        terminal.expect(&place(1));
        terminal.press(&format!("4{enter}"), &place(2));
        fs::rename(&folder, folder.with_extension("out")).unwrap();
        terminal.press(&format!("5{enter}"), &place(3));
        terminal.expect("Your answers are not being saved: there is no such folder.");
        terminal.press(&format!("1{enter}"), &place(4));
        fs::rename(folder.with_extension("out"), &folder).unwrap();
        terminal.press(&format!("2{enter}"), &place(5));
        if plain.is_empty() {
            assert!(!terminal.screen().contains("not being saved"), "{}", terminal.screen());
        } else {
            terminal.expect("Your answers are saved again, all of them.");
            let told = terminal.raw().matches("not being saved").count();
            assert_eq!(told, 1, "{}", terminal.raw());
        }
        terminal.send(&format!("q{enter}"));
        terminal.expect_written("Every answer is saved. To go on:");
        assert_eq!(terminal.exit_code(), Some(130));
    }
}

#[test]
fn a_sitting_with_other_questions_is_kept() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.press("2", &place(3));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    let before = fs::read(terminal.saved()).unwrap();
    let renamed = MIDDLE_QUESTIONS.replace(", text: ", "-too, text: ");
    fs::write(terminal.home().join("q.yaml"), renamed).unwrap();
    let saved = terminal.saved();
    for arguments in ["quiz --resume".to_owned(), format!("quiz --resume {}", terminal.name())] {
        let mut terminal = terminal.again(&arguments);
        terminal.expect("belongs to other questions than these, and is kept: 2 answers");
        terminal.expect("leave it there, leave out --resume.");
        terminal.expect("rolefit sittings forget");
        assert_eq!(terminal.exit_code(), Some(65), "{arguments}");
        assert_eq!(fs::read(&saved).unwrap(), before);
    }
    // A new sitting is in nobody's way.
    for arguments in ["quiz", "quiz --plain"] {
        let mut terminal = terminal.again(arguments);
        terminal.expect(&place(1));
        terminal.press("4\r", &place(2));
        assert_eq!((fs::read(&saved).unwrap(), terminal.files().len()), (before.clone(), 2));
        terminal.send("q\r");
        assert_eq!(terminal.exit_code(), Some(130));
        fs::remove_file(terminal.folder().join(&terminal.files()[1])).unwrap();
    }
}

#[test]
fn beginning_anew_loses_nothing_before_the_first_answer() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    for stop in ["q", "TERM"] {
        let mut terminal = terminal.again("");
        terminal.expect("A sitting of yours is saved, with 1 answer.");
        terminal.expect("If you begin anew, it stays saved beside the new one.");
        terminal.press("\u{1b}[B\r", &place(1));
        if stop == "TERM" {
            terminal.signal(stop);
        } else {
            terminal.send(stop);
        }
        terminal.expect_written("The sitting saved before is still there. To go on with it:");
        assert_eq!(terminal.exit_code(), Some(130));
    }
    let mut terminal = terminal.again("quiz --resume");
    terminal.press("b", "> 4");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    // Nor after it: there are two then.
    let mut terminal = terminal.again("");
    terminal.expect("Welcome back");
    terminal.press("\u{1b}[B\r", &place(1));
    terminal.press("2", &place(2));
    terminal.press("2", &place(3));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again_alone("sittings");
    terminal.expect_written("Not finished, with 2 answers.");
    terminal.expect_written("Not finished, with 1 answer.");
    assert_eq!(terminal.exit_code(), Some(0));
}

#[test]
fn in_a_file_that_was_named_a_new_sitting_takes_the_place_of_the_other() {
    let mut terminal = Terminal::start(24, 80, "quiz --save mine.json");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again("quiz --save mine.json");
    terminal.expect("If you begin anew, it stays until your first new answer and is lost then.");
    terminal.press("\u{1b}[B\r", &place(1));
    terminal.press("2", &place(2));
    terminal.send("q");
    terminal.expect_written(&format!("--answers {}", only("2")));
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again("quiz --save mine.json --resume");
    terminal.press("b", "> 2");
}

#[test]
fn skipping_alone_is_offered_as_what_it_is() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.press("s", &place(2));
    terminal.send("q");
    terminal.expect_written("Stopped. Nothing was answered.\r\nWhat you skipped is noted.");
    assert_eq!(terminal.exit_code(), Some(130));
    let terminal = terminal.again_in(20, 45, "quiz --plain");
    terminal.expect("so far you have skipped every question");
    assert!(!terminal.raw().contains("0 answers"), "{}", terminal.raw());
    assert!(terminal.raw().lines().all(|line| line.trim_end().len() <= 45), "{}", terminal.raw());
}

#[test]
fn a_place_for_the_sheet_is_looked_at_before_the_first_question() {
    let mut terminal = Terminal::start(24, 80, "sittings forget --all");
    assert_eq!(terminal.exit_code(), Some(0));
    fs::write(terminal.home().join("thesis.json"), "mine").unwrap();
    symlink("nothing", terminal.home().join("link.json")).unwrap();
    for (file, why) in [
        (
            "thesis.json",
            "thesis.json is there already, and is not overwritten: choose another file",
        ),
        ("link.json", "link.json is there already, and is not overwritten: choose another file"),
        ("nowhere/a.json", "nowhere/a.json cannot be written: there is no such folder"),
        ("thesis.json/a", "thesis.json/a cannot be written: a part of its path is a file"),
    ] {
        let mut terminal = terminal.again(&format!("quiz --write-sheet {file}"));
        terminal.expect(why);
        assert_eq!(terminal.exit_code(), Some(74), "{file}");
        assert!(!terminal.raw().contains(&place(1)), "{file}");
    }
    assert_eq!(fs::read_to_string(terminal.home().join("thesis.json")).unwrap(), "mine");
    // A good place is left as it was found.
    let terminal = terminal.again("quiz --write-sheet new.json");
    terminal.expect(&place(1));
    assert!(!terminal.home().join("new.json").exists());
}

#[test]
fn a_damaged_file_is_told_of_in_plain_words() {
    let mut terminal = Terminal::start(24, 80, "quiz --save mine.json");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    let file = terminal.home().join("mine.json");
    let whole = fs::read_to_string(&file).unwrap();
    for (content, why) in [
        (String::new(), "it is empty"),
        (whole[..60].to_owned(), "it breaks off in the middle"),
        ("# Notes".to_owned(), "it is something else"),
        (whole.replace("\"asked\"", "\"aksed\""), "something in it has been changed by hand"),
        (whole.replace("sitting\":2", "sitting\":0"), "something in it has been changed by hand"),
        (whole.replace("sitting\":3", "sitting\":7"), "a later version of rolefit wrote it"),
        ("{\"rolefit_sitting\":4,\"new\":1}".to_owned(), "a later version of rolefit wrote it"),
    ] {
        fs::write(&file, &content).unwrap();
        let mut terminal = terminal.again("quiz --save mine.json");
        terminal.expect(&format!("mine.json does not hold a saved sitting: {why}"));
        assert_eq!(terminal.exit_code(), Some(65), "{content}");
        assert_eq!(fs::read_to_string(&file).unwrap(), content);
    }
    let journal = SittingJournal::read(whole.as_bytes()).unwrap();
    let object = serde_json::to_string(journal.sitting()).unwrap();
    fs::write(&file, object.replace("\"answer\":4", "\"answer\":77")).unwrap();
    let mut terminal = terminal.again("quiz --save mine.json --resume");
    terminal.expect("are left there: answer 77 is not on offer: Saw a plank");
    assert_eq!(terminal.exit_code(), Some(65));
}

#[test]
fn errors_are_as_wide_as_the_terminal_and_commands_stay_whole() {
    let mut terminal = Terminal::start(20, 45, "quiz --save .");
    terminal.expect("it is not a plain file");
    assert_eq!(terminal.exit_code(), Some(65));
    let mut terminal =
        terminal.again_in(20, 45, "quiz --write-sheet nowhere/near/here/answers.json");
    assert_eq!(terminal.exit_code(), Some(74));
    let screen = terminal.screen();
    assert!(screen.lines().all(|line| !line.starts_with("older")), "a word is broken:\n{screen}");
    terminal.expect("there is no such folder");
    let mut terminal = terminal.again_in(20, 45, "quiz");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    let command = format!("\r\n  rolefit score --answers {} {DATA}\r\n", only("4"));
    terminal.expect_written(&command);
    assert_eq!(terminal.exit_code(), Some(130));
}
