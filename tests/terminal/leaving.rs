//! Every way out keeps what was answered, and says how to come back.

use std::fs;

use crate::support::terminal::{DATA, Terminal};
use crate::{CTRL_LEFT, FIRST, all, all_lines, asked, marked_code, place, question};

/// Answers everything, as far as the review.
fn answered(arguments: &str) -> Terminal {
    let mut terminal = Terminal::start(24, 80, arguments);
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal
}

#[track_caller]
fn is_saved(terminal: &mut Terminal, answers: &str) {
    terminal.expect_written(answers);
    terminal.expect_written("Every answer is saved. To go on:\r\n  rolefit quiz --resume");
    assert_eq!(terminal.exit_code(), Some(130));
    assert!(!terminal.cursor_is_hidden());
    assert!(terminal.saved().exists());
}

#[test]
fn the_help_takes_whole_keys_and_the_ways_out() {
    for stop in ["\u{3}", "\u{4}", "q"] {
        let mut terminal = Terminal::start(24, 80, "");
        terminal.expect(&place(1));
        terminal.press("4", &place(2));
        terminal.press("?", "The keys");
        // Were a piece of it taken for a key, its 5 would answer the question.
        terminal.send(CTRL_LEFT);
        terminal.press("x", &place(2));
        terminal.press("?", "The keys");
        terminal.send(stop);
        is_saved(&mut terminal, "Stopped after 1 answer.");
    }
}

#[test]
fn q_and_ctrl_d_leave_the_review_and_what_matters_most() {
    for stop in ["q", "\u{4}", "\u{3}"] {
        let mut terminal = answered("");
        terminal.send(stop);
        is_saved(&mut terminal, &format!("Stopped after {} answers.", asked()));
        let mut terminal = answered("");
        terminal.press("\r", "What matters most");
        terminal.press(" ", "[x]");
        terminal.send(stop);
        is_saved(&mut terminal, &format!("Stopped after {} answers.", asked()));
    }
}

#[test]
fn the_offers_can_be_left_with_everything_as_it_is() {
    // Ctrl-D means nothing to the menu at the start.
    for (stop, at_start) in [("q", "\u{4}q"), ("\u{4}", "\u{1b}"), ("q", "\u{3}")] {
        let mut terminal = answered("");
        terminal.press("\r", "What matters most");
        terminal.press("\r", FIRST);
        terminal.send(stop);
        let name = terminal.name();
        let show = format!("see it again:\r\n  rolefit sittings show {name} {DATA}\r\n");
        terminal.expect_written(&show);
        terminal.expect_written(&format!("To forget it:\r\n  rolefit sittings forget {name}"));
        assert_eq!(terminal.exit_code(), Some(0), "the result was told");
        assert!(!terminal.raw().contains("To go on"), "there is nothing to go on with");
        // It is not asked about: what is finished is in nobody's way.
        let mut terminal = terminal.again_alone("sittings forget --all --yes");
        assert_eq!(terminal.exit_code(), Some(0));
        let mut terminal = terminal.again("");
        terminal.expect(&place(1));
        terminal.press("4", &place(2));
        terminal.send("q");
        assert_eq!(terminal.exit_code(), Some(130));
        let before = fs::read(terminal.saved()).unwrap();
        let mut terminal = terminal.again("");
        terminal.expect("Leave all as it is");
        terminal.send(at_start);
        terminal.expect_written("The sitting saved before is still there.");
        assert_eq!(terminal.exit_code(), Some(130), "after {at_start:?}");
        assert!(!terminal.cursor_is_hidden(), "after {at_start:?}");
        assert_eq!(terminal.raw().matches("is still there").count(), 1, "after {at_start:?}");
        assert_eq!(fs::read(terminal.saved()).unwrap(), before);
    }
}

#[test]
fn escape_goes_back_from_every_menu_and_changes_nothing() {
    let mut terminal = answered("");
    terminal.press("\u{1b}", &place(asked()));
    terminal.press("\u{1b}[C", "To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press(" ", "[x]");
    terminal.press("\u{1b}", "To change an answer");
    terminal.press("\r", "[x]");
    terminal.press("\r", FIRST);
    terminal.press("e", "Your result");
    terminal.press("\u{1b}", FIRST);
    for leaves in ["\u{1b}", "q"] {
        terminal.press("m", "[x]");
        terminal.press(" ", "[ ]");
        terminal.press(leaves, FIRST);
        assert!(!terminal.screen().contains("Changed"), "{}", terminal.screen());
    }
    terminal.press("m", "[x]");
    terminal.press("q", FIRST);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
    assert!(terminal.saved().exists());
}

#[test]
fn the_sitting_stays_until_nothing_more_is_kept_of_it() {
    let mut terminal = answered("");
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
    assert!(terminal.saved().exists());
    terminal.signal("TERM");
    terminal.expect_written("rolefit sittings show");
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again("quiz --resume");
    terminal.expect(FIRST);
    // The folder goes, so nothing can be written into it.
    fs::remove_dir_all(terminal.home()).unwrap();
    terminal.press("s", "Write which file?");
    terminal.send("\r");
    terminal.expect("rolefit-result.html cannot be written: no file can be made in that folder.");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
}

#[test]
fn what_matters_most_is_saved_and_in_every_command() {
    // The first two lines of what matters most, which the code holds, too.
    let code = marked_code(&all(), &["building", "acting"]);
    let command = format!("\r\n  rolefit score --answers {code} {DATA}");
    for plain in [false, true] {
        let mut terminal = answered("");
        terminal.press("\r", "What matters most");
        // The second, which the way back finds marked; then the first as well.
        terminal.press("\u{1b}[B ", "> [x] Acting");
        terminal.send("q");
        terminal.expect_written("--importance acting=2 --questions");
        assert_eq!(terminal.exit_code(), Some(130));
        if plain {
            let mut terminal = terminal.again("quiz --resume --plain");
            terminal.expect("type change and their numbers");
            terminal.press("\r", "Acting and music (marked)");
            terminal.press("mark 1 2\r", "Building and mending (marked)");
            terminal.press("mark 2\r", "Acting and music (marked)");
            terminal.press("\r", "Enter alone leaves.");
            terminal.signal("INT");
            terminal.expect_written(&command);
        } else {
            for is_finished in [false, true] {
                let mut terminal = terminal.again("quiz --resume");
                if is_finished {
                    terminal.expect(FIRST);
                    terminal.press("m", "[x] Acting");
                    terminal.expect("[x] Building");
                    terminal.press("q", FIRST);
                } else {
                    terminal.expect("To change an answer");
                    terminal.press("\r", "[x] Acting");
                    terminal.press(" ", "> [x] Building");
                    terminal.press("\r", FIRST);
                }
                terminal.send("\u{3}");
                terminal.expect_written(&command);
                assert_eq!(terminal.exit_code(), Some(130));
            }
        }
    }
}

#[test]
fn quiet_hides_notices_and_never_the_conversation() {
    for arguments in ["quiz -q", "quiz -q --plain"] {
        let mut terminal = Terminal::start(24, 80, arguments);
        terminal.expect(&place(1));
        terminal.press("4\r", &place(2));
        terminal.send("q\r");
        is_saved(&mut terminal, "Stopped after 1 answer.");
    }
}

#[test]
fn plain_lines_have_the_same_ways_out() {
    let mut terminal = Terminal::start(24, 80, "quiz --plain");
    terminal.expect(&question(1));
    terminal.send(&all_lines());
    terminal.expect("To change answers, type change and their numbers");
    terminal.press("\r", "Does anything here matter most");
    terminal.send("q\r");
    is_saved(&mut terminal, &format!("Stopped after {} answers.", asked()));
    let mut terminal = terminal.again("quiz --plain");
    terminal.expect(&format!("A sitting of yours is saved, with {} answers.", asked()));
    terminal.send("q\r");
    terminal.expect_written("The sitting saved before is still there.");
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again("quiz --plain --resume");
    terminal.expect("To change answers, type change and their numbers");
    terminal.send("\u{4}");
    is_saved(&mut terminal, &format!("Stopped after {} answers.", asked()));
}

#[test]
fn a_result_that_cannot_be_written_is_not_lost() {
    let mut terminal = answered("quiz > /dev/full --write-sheet mine.json");
    terminal.press("\r", "What matters most");
    terminal.send("\r");
    terminal.expect_written("standard output: the disk is full");
    terminal.expect_written("Every answer is saved. To go on:\r\n  rolefit quiz --resume");
    assert_eq!(terminal.exit_code(), Some(74));
    let last = format!("rolefit quiz --resume {} {DATA}", terminal.name());
    assert!(terminal.raw().trim_end().ends_with(&last), "{}", terminal.raw());
    assert!(!terminal.home().join("mine.json").exists(), "it is written after the result");
}
