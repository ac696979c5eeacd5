//! What a terminal sends besides plain keys, and who else wants the terminal.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use crate::support::terminal::Terminal;
use crate::{CTRL_LEFT, FIRST, all, place};

/// A prompt of the shell, after so many commands.
fn done(terminal: &mut Terminal, command: usize) {
    terminal.send(&format!("echo done-$(({command}))\r"));
    terminal.expect_written(&format!("done-{command}\r\n"));
}

#[test]
fn a_key_that_arrives_in_pieces_answers_nothing() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    for pieces in [["\u{1b}", "[1;5D"], ["\u{1b}[", "1;5D"], ["\u{1b}[1;", "5D"]] {
        for piece in pieces {
            terminal.send(piece);
            // Longer than an Escape is taken for the beginning of something.
            sleep(Duration::from_millis(400));
        }
    }
    terminal.press("?", "The keys");
    terminal.press("x", &place(1));
    terminal.press("4", &place(2));
}

#[test]
fn a_sequence_that_is_unknown_answers_nothing() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    for sequence in [
        CTRL_LEFT,
        "\u{1b}[>41;390;0c",
        "\u{1b}]11;rgb:1c1c/1c1c/1c1c\u{7}",
        "\u{1b}]11;rgb:1c1c/1c1c/1c1c\u{1b}\\",
        "\u{1b}P>|term(3)\u{1b}\\",
        "\u{1b}O1;5P",
        "\u{1b}O5P",
        "\u{1b}\u{1b}[5~",
        "\u{1b}[27;5;52~",
        "\u{1b}5",
    ] {
        terminal.send(sequence);
        terminal.press("?", "The keys");
        terminal.press("x", &place(1));
    }
    terminal.press("4", &place(2));
}

#[test]
fn a_pasted_text_is_refused_whole() {
    let paste = "\u{1b}[200~4\rq\r2\u{1b}[201~";
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.press(paste, "That looks like pasted text: it answers nothing.");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    assert!(!terminal.screen().contains("pasted"), "{}", terminal.screen());
    terminal.send(&all()[1..]);
    terminal.expect("To change an answer");
    terminal.press(paste, "That looks like pasted text: it answers nothing.");
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
    terminal.press(paste, "That looks like pasted text: it answers nothing.");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
    assert!(terminal.raw().contains("\u{1b}[?2004l"), "pastes are left marked");
}

#[test]
fn the_history_of_the_terminal_is_left_alone() {
    let mut terminal = Terminal::in_a_shell();
    terminal.press("echo before-$((0))\r", "before-0");
    terminal.send("sh rolefit quiz\r");
    terminal.expect(&place(1));
    assert!(terminal.is_on_other_screen());
    assert!(!terminal.screen().contains("before-0"), "{}", terminal.screen());
    terminal.press("4", &place(2));
    terminal.send("q");
    terminal.expect("Every answer is saved.");
    assert!(!terminal.is_on_other_screen());
    assert!(terminal.screen().contains("before-0"), "{}", terminal.screen());
    assert!(!terminal.raw().contains("\u{1b}[2J"), "the screen is cleared");
}

#[test]
fn a_result_in_another_format_is_in_the_history() {
    let mut terminal = Terminal::start(24, 80, "quiz --format markdown");
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
    assert!(terminal.is_on_other_screen());
    terminal.expect_written("\u{1b}[?1049l\u{1b}[?2004l\u{1b}[?25h# Your result");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
}

#[test]
fn what_is_typed_after_the_end_never_reaches_the_shell() {
    let mut terminal = Terminal::in_a_shell();
    terminal.send("sh rolefit quiz\r");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.send("qtouch stray\r");
    terminal.expect("Every answer is saved.");
    done(&mut terminal, 1);
    // Nor from the menu at the start, nor from plain lines.
    terminal.send("sh rolefit quiz\r");
    terminal.expect("Leave all as it is");
    terminal.send("qtouch stray\r");
    terminal.expect("is still there.");
    done(&mut terminal, 2);
    terminal.send("sh rolefit quiz --plain --save other.json; echo code-$?\r");
    terminal.expect("Question 1 of");
    terminal.send("q\rtouch stray\r");
    terminal.expect_written("code-130");
    done(&mut terminal, 3);
    assert!(!terminal.home().join("stray").exists());
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_goes_on() {
    let mut terminal = Terminal::in_a_shell();
    terminal.send("stty -a > before; sh rolefit quiz\r");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.press("\u{1a}", "Stopped");
    assert!(!terminal.is_on_other_screen());
    assert!(!terminal.cursor_is_hidden());
    terminal.send("stty -a > stopped\r");
    done(&mut terminal, 1);
    terminal.send("fg\r");
    terminal.expect(&place(2));
    assert!(terminal.is_on_other_screen());
    terminal.press("5", &place(3));
    terminal.send("q");
    terminal.expect("Stopped after 2 answers.");
    terminal.send("stty -a > after\r");
    done(&mut terminal, 2);
    let read = |name: &str| fs::read_to_string(terminal.home().join(name)).unwrap();
    assert_eq!(read("stopped"), read("before"));
    assert_eq!(read("after"), read("before"));
}

/// Where no shell could let it go on.
#[test]
fn ctrl_z_without_a_shell_does_nothing() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.send("\u{1a}");
    // It is left and taken again at once.
    terminal.expect_written("\u{1b}[?25h\u{1b}[?2004h\u{1b}[?1049h");
    terminal.press("4", &place(2));
    assert!(terminal.is_on_other_screen());
}

#[test]
fn a_stop_from_outside_is_survived() {
    for signal in ["STOP", "TSTP"] {
        is_survived(signal);
    }
}

fn is_survived(signal: &str) {
    let mut terminal = Terminal::in_a_shell();
    terminal.send("sh rolefit quiz\r");
    terminal.expect(&place(1));
    terminal.signal_child(signal);
    terminal.expect_written("Stopped");
    // The shell leaves the terminal in whatever state.
    terminal.send("\nstty sane\nfg\n");
    // The shell names what it lets go on, which takes the terminal again.
    terminal.expect_written("quiz\r\n\u{1b}[?2004h");
    // The terminal library may wait for a key before it hears that it is to draw.
    terminal.press("x", &place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    terminal.expect("Every answer is saved.");
}

#[test]
fn a_signal_in_the_menu_at_the_start_leaves_the_terminal_as_it_was() {
    let mut terminal = Terminal::in_a_shell();
    terminal.send("sh rolefit quiz\r");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    terminal.expect("Every answer is saved.");
    for (count, stop) in ["TERM", "HUP", "\u{3}", "q", "\u{1b}"].into_iter().enumerate() {
        let quiz = "stty -a > before; sh rolefit quiz; echo code-$?; stty -a > after";
        terminal.send(&format!("clear; echo round-$(({count})); {quiz}\r"));
        terminal.expect(&format!("round-{count}"));
        terminal.expect("Leave all as it is");
        if stop.len() > 1 {
            terminal.signal_child(stop);
        } else {
            terminal.send(stop);
        }
        terminal.expect("code-130");
        done(&mut terminal, count);
        let screen = terminal.screen();
        assert_eq!(screen.matches("is still there").count(), 1, "after {stop:?}\n{screen}");
        assert!(!terminal.cursor_is_hidden(), "after {stop:?}");
        let read = |name: &str| fs::read_to_string(terminal.home().join(name)).unwrap();
        assert_eq!(read("after"), read("before"), "after {stop:?}");
    }
}
