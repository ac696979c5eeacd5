//! What a question looks like in terminals of any size.

use crate::support::middle;
use crate::support::run::words;
use crate::support::terminal::Terminal;
use crate::{TITLE, asked, only, place, question};

#[test]
fn the_first_screen_uses_the_rows_that_there_are() {
    for (rows, columns, opening) in [(24, 80, true), (20, 45, true), (16, 40, false)] {
        let terminal = Terminal::start(rows, columns, "");
        terminal.expect("q quit");
        let screen = terminal.screen();
        let size = format!("{columns}x{rows}");
        assert!(screen.starts_with("Which job in a theatre"), "{size}\n{screen}");
        terminal.expect("This is for exploring, never for selecting people.");
        terminal.expect(&place(1));
        terminal.expect("5 Very much");
        assert_eq!(screen.contains("Say how much"), opening, "{size}\n{screen}");
    }
}

/// How it is answered is said nowhere else; how many questions there are stands beside each.
#[test]
fn where_rows_are_short_the_count_of_questions_goes_before_how_to_answer() {
    let mut seen = [false; 3];
    for rows in (12..=24).rev() {
        let terminal = Terminal::start(rows, 45, "");
        terminal.expect("q quit");
        let screen = words(&terminal.screen());
        let how = screen.contains("Say how much you would like doing it");
        let many = screen.contains(&format!("There are {} questions.", asked()));
        assert!(how || !many, "{rows}\n{screen}");
        seen[usize::from(how) + usize::from(many)] = true;
    }
    assert_eq!(seen, [true; 3], "every kind of screen");
}

/// Terminals leave ghosts of what comes near their edge.
#[test]
fn nothing_is_cut_that_can_be_wrapped_and_nothing_comes_near_the_edge() {
    for (rows, columns) in [(24, 80), (20, 45), (20, 40)] {
        let clear = |screen: &str| {
            let widest = screen.lines().map(|row| row.chars().count()).max().unwrap();
            assert!(widest <= usize::from(columns) - 3, "{columns}\n{screen}");
        };
        let mut terminal = Terminal::start(rows, columns, "");
        for number in 1..=asked() {
            terminal.expect(&place(number));
            terminal.expect(TITLE);
            terminal.expect("q quit");
            clear(&terminal.screen());
            terminal.press("?", "The keys");
            terminal.expect("any other key goes back.");
            clear(&terminal.screen());
            terminal.press("x", &place(number));
            terminal.send(["4", "2", "5"][number % 3]);
        }
        terminal.expect("To change an answer");
        clear(&terminal.screen());
        terminal.press("\r", "What matters most");
        clear(&terminal.screen());
    }
}

#[test]
fn when_an_adaptive_sitting_ends_is_told_on_a_narrow_terminal_too() {
    let terminal = Terminal::start(20, 45, "quiz --adaptive");
    terminal.expect(&format!("Question 1, at most {} more", asked() - 1));
    terminal.expect("your best match is among the first three roles with a chance of 80%");
    terminal.expect("This is for exploring, never for selecting people.");
    terminal.expect("q quit");
    assert!(terminal.screen().starts_with("Which job in a theatre"), "{}", terminal.screen());
}

#[test]
fn no_key_is_broken_over_two_lines() {
    for columns in [30, 40, 42, 45] {
        let terminal = Terminal::start(20, columns, "");
        terminal.expect("q quit");
        let screen = terminal.screen();
        for key in ["1-5 answer", "s skip", "b back", "? help", "q quit"] {
            assert!(screen.lines().any(|line| line.contains(key)), "{columns}\n{screen}");
        }
    }
}

#[test]
fn every_question_fits_forty_columns_and_sixteen_rows() {
    let mut terminal = Terminal::start(16, 40, "");
    for number in 1..=asked() {
        terminal.expect(&place(number));
        terminal.expect("q quit");
        let screen = terminal.screen();
        assert!(screen.lines().next().is_some_and(|line| !line.is_empty()), "{screen}");
        assert!(screen.contains(" 1  Not at all"), "{screen}");
        terminal.press("?", "The keys");
        terminal.press("x", &place(number));
        terminal.send("4");
    }
    terminal.expect("To change an answer");
}

#[test]
fn a_skipped_question_is_shown_as_skipped_and_stays_so() {
    let mut terminal = Terminal::start(24, 80, "");
    terminal.expect(&place(1));
    terminal.press("s", &place(2));
    terminal.press("b", "> s  skipped");
    terminal.expect("Enter keep");
    terminal.press("\r", &place(2));
    terminal.press("5", &place(3));
    terminal.send("q");
    terminal.expect_written(&format!("--answers {}", only("-5")));
    assert_eq!(terminal.exit_code(), Some(130));
    let mut terminal = terminal.again("quiz --resume --plain");
    terminal.expect(&question(3));
    terminal.press("b\r", "Answered 5: Very much. Enter keeps it.");
    terminal.press("b\r", "You skipped it. Enter leaves it so.");
    terminal.press("\r\r", &question(3));
}

#[test]
fn the_help_for_lines_says_what_lines_do() {
    let mut terminal = Terminal::start(24, 80, "quiz --plain");
    terminal.expect(&question(1));
    terminal.send("?\r");
    terminal.expect_written("save and quit");
    // The question comes once more, as it has scrolled away.
    terminal.expect_written(&format!("?: this help\r\n\r\n{}", question(1)));
    for untrue in ["arrow", "at once", "Enter alone"] {
        assert!(!terminal.raw().contains(untrue), "{untrue}");
    }
    terminal.press("4\r", &question(2));
    terminal.press("b\r", "Enter keeps it");
    terminal.press("?\r", "Enter alone: keep what you said before");
}

/// Eight rows of thirty columns, as on a telephone with its keyboard open, and fewer.
#[test]
fn the_smallest_screen_is_a_window_on_the_question() {
    for (rows, columns, answers) in
        [(8, 30, "1-5: Not at all to Very"), (6, 20, "1-5: Not at all …")]
    {
        let mut terminal = Terminal::start(rows, columns, "");
        for number in 1..=asked() {
            let of = if columns < 30 { format!("{number}/{}", asked()) } else { place(number) };
            terminal.expect(&of);
            terminal.expect(answers);
            assert!(terminal.screen().starts_with("How much would"), "{}", terminal.screen());
            let catalogue = middle();
            let questions = &catalogue.questionnaire().questions;
            let text = &questions.iter().nth(number - 1).unwrap().text;
            // Every word of the question comes by, however short the window.
            let mut read = Vec::new();
            loop {
                let screen = terminal.screen();
                read.extend(screen.split_whitespace().map(str::to_owned));
                if text.split(' ').all(|word| read.iter().any(|seen| seen == word)) {
                    break;
                }
                terminal.send("\u{1b}[B");
                terminal.expect_other_than(&screen);
            }
            terminal.press("?", "b back");
            terminal.press("x", &of);
            terminal.send(["4", "2"][number % 2]);
        }
        terminal.expect("Enter goes on, q");
        terminal.expect("> Go on");
        terminal.press("\r", "Space marks, Ent");
        terminal.press("\u{1b}[B", "> [ ]");
    }
}
