//! The result on a terminal: what comes first, on one screen, and what can be done with
//! it there.

use std::fs;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::{Explain, report};
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::telling::result::{Detail, ResultSource, ResultSummary};

use crate::support::middle;
use crate::support::no_commands::NoCommands;
use crate::support::run::words;
use crate::support::terminal::Terminal;
use crate::{FIRST, all, all_lines, asked, code, marked_code, place, question, to_result};

/// What comes first after [`all`] answers.
fn summary(catalogue: &Catalogue) -> ResultSummary {
    let sheet = Sheet::new(Answers::from_digits(catalogue, &all()).unwrap());
    let report = report(&sheet, Explain::Nothing);
    let detail = Detail { top: 9, explain: false };
    let source = ResultSource { sheet: &sheet, report: &report, detail, commands: &NoCommands };
    ResultSummary::of(&source)
}

/// Who looks for thirty seconds has read what it is, how sure, why, and what to do.
#[test]
fn the_first_screen_tells_in_thirty_seconds() {
    let catalogue = middle();
    let summary = summary(&catalogue);
    let first = summary.first.as_ref().unwrap();
    let chance = words(&summary.clear);
    let chance = chance.split(" that").next().unwrap();
    assert!(chance.ends_with(" in 100"), "{chance}");
    let reason = &summary.reasons.as_ref().unwrap().interests[0];
    for (rows, columns) in [(24, 80), (20, 45)] {
        let terminal = to_result(rows, columns, "");
        for part in [&*first.name, &*first.line, chance, reason, "Next, read"] {
            terminal.expect(part);
        }
        let screen = terminal.screen();
        assert!(screen.starts_with(&format!("{}: {}", first.label, &*first.name)), "{screen}");
        assert!(screen.lines().count() <= usize::from(rows), "{screen}");
        assert!(terminal.is_on_other_screen());
    }
}

#[test]
fn every_choice_has_a_key_and_can_be_reached_by_arrows() {
    let mut terminal = to_result(24, 80, "");
    let catalogue = middle();
    let summary = summary(&catalogue);
    let first = &*summary.first.as_ref().unwrap().name;
    for (key, shown) in [
        ("w", "The answers that weigh most"),
        ("r", "The roles, by what you like"),
        ("c", "Which role?"),
        ("t", "q goes back"),
        ("e", "Your result"),
        ("a", "Back to the result"),
        ("m", "What matters most"),
        ("s", "Write which file?"),
    ] {
        terminal.press(key, shown);
        terminal.press("q", FIRST);
    }
    terminal.expect_written("\u{1b}[7mw:why\u{1b}[0m");
    terminal.press("\u{1b}[C", FIRST);
    terminal.expect_written("\u{1b}[7mr:roles\u{1b}[0m");
    // Enter opens the list, and then the page of the role under the cursor.
    terminal.press("\r", "The roles, by what you like");
    terminal.expect("In order of how well your likes agree with the job. In brackets: its");
    terminal.press("\r", &format!("Why {first}"));
    terminal.expect("by what you like");
    terminal.press("q", "The roles, by what you like");
    terminal.press("\u{1b}[B", ">  2 ");
    terminal.press("\r", "Number 2 of 6 by what you like");
    terminal.press("q", ">  2 ");
    terminal.press("q", FIRST);
    // Two roles: the first and the one below it.
    terminal.press("c", "Which role?");
    terminal.press("\r", "And which other?");
    terminal.press("\r", &format!("{first} or "));
    // What sets them apart comes first, and the two below it.
    let screen = terminal.screen();
    assert_eq!(screen.lines().nth(2), Some("What sets them apart"), "{screen}");
    terminal.expect("the first job has ");
    terminal.press(&format!("/The first job: {first}\r"), &format!("The first job: {first}"));
    terminal.press("/The second job\r", "The second job: ");
    terminal.press("q", FIRST);
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
}

/// Without a ranking there is still something to read.
#[test]
fn without_a_ranking_the_roles_are_read_in_no_order() {
    let catalogue = middle();
    let roles = &catalogue.careers().roles;
    let names: Vec<&str> = roles.iter().map(|role| role.name.as_str()).collect();
    for (rows, columns) in [(24, 80), (20, 45)] {
        let mut terminal = Terminal::start(rows, columns, "");
        terminal.expect(&place(1));
        // Both keys skip, and neither is held.
        terminal.send(&format!("45{}s", "s-".repeat(asked() / 2 - 1)));
        terminal.expect("To change an answer");
        terminal.press("\r", "What matters most");
        terminal.press("\r", FIRST);
        terminal.expect("Next, read what the roles are: press r.");
        terminal.expect("f:forget");
        let screen = terminal.screen();
        assert!(!screen.contains("w:why") && !screen.contains("c:compare"), "{screen}");
        terminal.press("r", "Your answers give no ranking.");
        terminal.expect(&format!(">  1 {}", names[0]));
        terminal.press("2", &format!(">  2 {}", names[1]));
        terminal.press("\r", "What people in it do");
        let screen = terminal.screen();
        assert!(screen.starts_with(names[1]) && !screen.contains("chance"), "{screen}");
        terminal.press("q", &format!(">  2 {}", names[1]));
        terminal.press("q", FIRST);
    }
}

/// Nothing is a best match where nearly all is disliked; and a caution leads on.
#[test]
fn what_is_disliked_least_is_called_that_on_every_page() {
    let mut terminal = Terminal::start(60, 80, "quiz --plain");
    terminal.expect(&question(1));
    terminal.send(&"1\r".repeat(14));
    terminal.press("2\r", "type change and their numbers");
    terminal.press("\r", "and the numbers of those that do");
    terminal.press("\r", "Enter alone leaves.");
    terminal.expect_written("Least disliked: ");
    terminal.expect_written("Caution: many of your answers in a row are the same (type e).");
    terminal.press("roles\r", "The roles, the least disliked first:");
    terminal.expect("In brackets: its chance to be what you dislike least");
    terminal.send("role 1\r");
    terminal.expect_written("Number 1 of 6, the least disliked first: ");
    terminal.press("compare 1 2\r", "What sets them apart");
    assert!(!terminal.raw().contains("best match"), "{}", terminal.raw());
}

#[test]
fn the_whole_result_is_read_page_by_page() {
    let mut terminal = to_result(20, 60, "");
    terminal.press("e", "Your result");
    let count: usize = {
        terminal.expect(" q leaves space on b back /search n next");
        let screen = terminal.screen();
        let place = screen.lines().last().unwrap().strip_prefix("18/").unwrap();
        place.split(' ').next().unwrap().parse().unwrap()
    };
    terminal.press(" ", "36/");
    terminal.press("b", "18/");
    terminal.press("/what to do next\r", "What to do next");
    terminal.press("/nowhere\r", "\"nowhere\" is not in it");
    terminal.press("\u{1b}[F", &format!("{count}/{count}"));
    terminal.press("q", FIRST);
}

#[test]
fn a_changed_answer_shows_at_once_what_it_moves_and_is_saved() {
    let mut terminal = to_result(24, 80, "");
    terminal.press("a", "Back to the result");
    terminal.press("2\r", &place(2));
    terminal.press("1", "What that moves");
    terminal.expect("Changed, and saved");
    terminal.expect(": before \"Very much\", now \"Not at all\".");
    terminal.expect("The chances to come first:");
    terminal.expect("down from ");
    terminal.press("q", FIRST);
    let changed = marked_code(&format!("{}1{}", &all()[..1], &all()[2..]), &["building"]);
    terminal.press("m", "[ ] Building and mending");
    terminal.press(" ", "[x] Building and mending");
    terminal.press("\r", "What that moves");
    terminal.expect("Building and mending: marked as what matters most to you.");
    terminal.press("q", FIRST);
    terminal.signal("TERM");
    terminal.expect_written(&format!("--answers {changed}"));
    assert_eq!(terminal.exit_code(), Some(130));
    assert!(!terminal.is_on_other_screen());
    let mut terminal = terminal.again("quiz --resume");
    terminal.expect(FIRST);
    terminal.press("m", "> [x] Building and mending");
    terminal.send("\u{3}");
    terminal.expect_written(&format!("--answers {changed}"));
    assert_eq!(terminal.exit_code(), Some(130));
}

#[test]
fn who_leaves_finds_the_summary_and_the_way_back_in_the_history() {
    let catalogue = middle();
    let summary = summary(&catalogue);
    for leave in ["q", "\u{4}"] {
        let mut terminal = to_result(24, 80, "");
        assert!(terminal.is_on_other_screen());
        terminal.send(leave);
        assert_eq!(terminal.exit_code(), Some(0));
        assert!(!terminal.is_on_other_screen() && !terminal.cursor_is_hidden());
        terminal.expect(&format!("Best match: {}", &*summary.first.as_ref().unwrap().name));
        terminal.expect(&summary.clear);
        terminal.expect("Your answer code, and what shows this result again:");
        terminal.expect(&code(&all()));
        let folder = terminal.saved().parent().unwrap().to_owned();
        assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "a finished sitting stays saved");
    }
}

#[test]
fn the_other_screen_is_left_clean_however_the_program_ends() {
    for stop in ["TERM", "HUP", "INT"] {
        let mut terminal = Terminal::under_a_shell("quiz");
        terminal.expect(&place(1));
        terminal.send(&all());
        terminal.expect("To change an answer");
        terminal.press("\r", "What matters most");
        terminal.press("\r", FIRST);
        terminal.press("e", "Your result");
        terminal.signal_child(stop);
        assert_eq!(terminal.exit_code(), Some(130), "after {stop:?}");
        assert!(!terminal.is_on_other_screen() && !terminal.cursor_is_hidden(), "after {stop:?}");
        let read = |name: &str| fs::read_to_string(terminal.home().join(name)).unwrap();
        assert_eq!(read("after"), read("before"), "after {stop:?}");
        terminal.expect_written(&format!("rolefit score --answers {}", code(&all())));
    }
    let mut terminal = to_result(24, 80, "");
    terminal.press("e", "Your result");
    terminal.send("\u{3}");
    assert_eq!(terminal.exit_code(), Some(130));
    assert!(!terminal.is_on_other_screen() && !terminal.cursor_is_hidden());
    terminal.expect_written(&format!("rolefit score --answers {}", code(&all())));
}

#[test]
fn ctrl_z_and_a_paste_leave_the_result_where_it_is() {
    let mut terminal = Terminal::in_a_shell();
    terminal.send("sh rolefit quiz\r");
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
    terminal.press("\u{1b}[200~q\rf\u{1b}[201~", "That looks like pasted text");
    terminal.press("e", "Your result");
    terminal.press("\u{1a}", "Stopped");
    assert!(!terminal.is_on_other_screen());
    terminal.send("fg\r");
    terminal.expect("Your result");
    terminal.expect("q goes back");
    assert!(terminal.is_on_other_screen());
    terminal.press("q", FIRST);
    terminal.send("q");
    terminal.expect("Your answer code, and what shows this result again:");
}

#[test]
fn a_held_key_takes_one_choice() {
    let mut terminal = to_result(24, 80, "");
    terminal.send(&"q".repeat(30));
    assert_eq!(terminal.exit_code(), Some(0));
    let mut terminal = to_result(24, 80, "");
    terminal.send(&"\r".repeat(30));
    terminal.expect("The answers that weigh most");
    terminal.press("q", FIRST);
}

#[test]
fn plain_lines_take_a_number_a_letter_or_the_word() {
    let mut terminal = Terminal::start(60, 80, "quiz --plain");
    terminal.expect(&question(1));
    // An answer by its label, too.
    terminal.press("quite like\r", &question(2));
    terminal.send(&all_lines()[2..]);
    terminal.expect("type change and their numbers");
    terminal.press("\r", "and the numbers of those that do");
    terminal.press("\r", "1. why: why the first role is first");
    terminal.expect("Best match: ");
    terminal.expect("Type a number, the word or its first letter. Enter alone leaves.");
    for line in ["1", "w", "why", "WHY"] {
        let before = terminal.raw().matches("The answers that weigh most").count();
        terminal.send(&format!("{line}\r"));
        terminal.expect_count("The answers that weigh most", before + 1);
        terminal.expect_count("What next?", before + 1);
    }
    terminal.press("roles\r", "as in \"2\", or at any time as in \"role 2\"");
    terminal.send("role 2\r");
    terminal.expect_written("Number 2 of 6 by what you like");
    terminal.press("compare 1 2\r", " or ");
    terminal
        .press("nonsense\r", "\"nonsense\" is not clear here. Type a number, a letter or a word");
    terminal.press("role 99\r", "\"role 99\" is not clear here.");
    terminal.press("?\r", "1. why: why the first role is first");
    terminal.press("change 2\r", "Answered 5: Very much. Enter keeps it.");
    terminal.press("not at all\r", "What that moves");
    terminal.press("mark 1\r", "What that moves");
    terminal.press("save 2\r", "Written: rolefit-answers.json");
    terminal.press("write 2\r", "Written: rolefit-answers-2.json");
    terminal.send("\r");
    terminal.expect_written("Your answer code, and what shows this result again:");
    assert_eq!(terminal.exit_code(), Some(0));
    assert!(!terminal.raw().contains("\u{1b}[?1049h"), "{:?}", terminal.raw());
}

/// A word and a letter are the menu's in any case.
#[test]
fn a_number_below_a_list_takes_a_line_of_that_list() {
    let mut terminal = Terminal::start(60, 80, "quiz --plain");
    terminal.expect(&question(1));
    terminal.send(&all_lines());
    terminal.press("\r\r", "Enter alone leaves.");
    terminal.press("roles\r", "What next? Type a number of the roles above");
    for place in [2, 3] {
        terminal.send(&format!("{place}\r"));
        terminal.expect_written(&format!("Number {place} of 6 by what you like"));
    }
    terminal.press("99\r", "\"99\" is not clear here. Type a number of the roles above, a letter");
    terminal.press("c\r", "What next? Type two numbers of the roles above");
    terminal.press("3\r", "\"3\" is not clear here. Type two numbers of the roles above");
    terminal.press("1 1\r", "These are one role: choose two.");
    terminal.press("1, 2\r", " or ");
    terminal.press("s\r", "2. Your answers (rolefit-answers.json)");
    terminal.press("2\r", "Written: rolefit-answers.json, in /");
    terminal.press("answers\r", "Type a number of the answers above");
    terminal.press("2\r", "Answered 5: Very much. Enter keeps it.");
    // The whole menu is told anew, so a number is one of the menu again.
    terminal.press("1\r", "10. quit: leave");
    let before = terminal.raw().matches("The answers that weigh most").count();
    terminal.send("1\r");
    terminal.expect_count("The answers that weigh most", before + 1);
    terminal.press("marks\r", "Type numbers of the interests above");
    terminal.press("1 2\r", "What that moves");
    terminal.press("roles\r", "Type a number of the roles above");
    terminal.press("?\r", "10. quit: leave");
    terminal.press("2\r", "Type a number of the roles above");
    terminal.send("q\r");
    assert_eq!(terminal.exit_code(), Some(0));
}

/// The same code, and broken in no other way than `score` breaks it.
#[test]
fn the_code_is_whole_on_leaving_a_narrow_terminal() {
    let code = code(&all());
    let columns = u16::try_from(code.len() + 4).unwrap();
    let mut terminal = to_result(24, 80, "");
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(0));
    let mut terminal = terminal.again_in(20, columns, "quiz --resume --plain");
    terminal.expect("Enter alone leaves.");
    terminal.send("\r");
    assert_eq!(terminal.exit_code(), Some(0));
    let mut score = terminal.again_in(20, columns, &format!("score --answers {}", all()));
    assert_eq!(score.exit_code(), Some(0));
    for terminal in [&terminal, &score] {
        let whole = |line: &str| line.trim() == code;
        assert!(terminal.raw().lines().any(whole), "{}", terminal.raw());
        assert!(!terminal.raw().contains(&format!("'{}", &code[..4])), "{}", terminal.raw());
    }
}

/// Whoever wrote lines for the conversation of yesterday finds it read as many.
#[test]
fn yesterdays_lines_are_read_one_by_one_at_the_end_as_well() {
    let mut terminal = Terminal::in_a_shell();
    terminal.send("sh rolefit quiz --plain; echo code-$?\r");
    terminal.expect(&question(1));
    terminal.send(&all_lines());
    terminal.expect("type change and their numbers");
    terminal.press("\r", "and the numbers of those that do");
    terminal.press("\r", "Enter alone leaves.");
    terminal.press("write 2\r", "Written: rolefit-answers.json");
    terminal.press("2\r", "What next?");
    terminal.send("\r");
    terminal.expect_written("code-0");
    assert_eq!(asked(), 15);
}
