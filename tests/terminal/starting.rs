//! Where a person starts from is asked on the result's screen, and may be passed over.

use rolefit_engine::catalogue::StartingPoint;
use rolefit_engine::sheet::{AnswerCode, Answers, Sheet};

use crate::support::terminal::Terminal;
use crate::support::{MIDDLE_CAREERS, MIDDLE_QUESTIONS, catalogue};
use crate::{FIRST, all, all_lines, answered_in};

/// Careers of which every role has two ways in.
fn careers() -> String {
    let routes = "    routes: {school: {text: Ask at school.}, nhs: {text: Ask your manager.}}\n";
    MIDDLE_CAREERS.replace("    way_in: ", &format!("{routes}    way_in: "))
}

#[track_caller]
fn to_result(rows: u16, columns: u16) -> Terminal {
    answered_in(Terminal::with_careers(rows, columns, "", &careers()))
}

#[test]
fn it_is_chosen_by_a_key_and_the_way_in_from_there_comes_first() {
    for (rows, columns) in [(24, 80), (20, 45)] {
        let mut terminal = to_result(rows, columns);
        terminal.expect("n:now");
        terminal.press("n", "Where are you now?");
        let screen = terminal.screen();
        assert!(screen.lines().count() <= usize::from(rows), "{screen}");
        for line in ["1 At school", "5 In the NHS already", "6 I would rather not say"] {
            assert!(screen.contains(line), "{screen}");
        }
        terminal.press("\u{1b}[F", ">  6 I would rather not say");
        terminal.press("\u{1b}[A", ">  5 In the NHS already");
        terminal.press("\r", "The way in from within the NHS now comes first.");
        terminal.press("r", "The roles, by what you like");
        terminal.press("\r", "Number 1 of 6");
        terminal.press("/The way in\r", "Ask your manager.");
        let screen = terminal.screen();
        let [first, other] = ["In the NHS already", "At school"].map(|from| screen.find(from));
        assert!(first.is_some() && (other.is_none() || first < other), "{screen}");
        terminal.press("q", "The roles, by what you like");
        terminal.press("q", FIRST);
        // Whoever passes over it is left where they were.
        terminal.press("n", ">  5 In the NHS already");
        terminal.press("q", FIRST);
        terminal.press("n", ">  5 In the NHS already");
        terminal.press("\u{1b}[B", ">  6 I would rather not say");
        terminal.press("\r", "The ways in stand in their usual order.");
        terminal.send("q");
        assert_eq!(terminal.exit_code(), Some(0));
    }
}

#[test]
fn it_is_saved_with_the_sitting_and_is_in_its_code() {
    let mut terminal = to_result(24, 80);
    terminal.press("n", "Where are you now?");
    terminal.press("\r", "The way in from school now comes first.");
    terminal.send("q");
    let catalogue = catalogue(MIDDLE_QUESTIONS, &careers());
    let mut sheet = Sheet::new(Answers::from_digits(&catalogue, &all()).unwrap());
    sheet.starting_point = Some(StartingPoint::School);
    terminal.expect_written(AnswerCode::of(&sheet).unwrap().as_str());
    assert_eq!(terminal.exit_code(), Some(0));
    let mut again = terminal.again("quiz --resume");
    again.expect(FIRST);
    again.press("n", ">  1 At school");
}

#[test]
fn plain_lines_take_it_by_number_and_by_word() {
    let mut terminal = Terminal::with_careers(60, 80, "quiz --plain", &careers());
    terminal.expect("Question 1 of");
    terminal.send(&all_lines());
    terminal.press("\r", "and the numbers of those that do");
    terminal.press("\r", "now: say where you are now: the way in from there comes first");
    terminal.press("now\r", "6. I would rather not say");
    terminal.press("2\r", "The way in from college now comes first.");
    terminal.press("now 4\r", "The way in from other work now comes first.");
    terminal.press("now 7\r", "is not clear here");
}

#[test]
fn where_no_role_has_such_a_way_in_nobody_is_asked() {
    let terminal = crate::to_result(24, 80, "");
    assert!(!terminal.screen().contains("n:now"), "{}", terminal.screen());
}

#[test]
fn where_no_role_says_what_to_do_within_the_nhs_it_is_no_starting_point() {
    let careers = careers().replace(", nhs: {text: Ask your manager.}", "");
    let mut terminal = answered_in(Terminal::with_careers(24, 80, "", &careers));
    terminal.press("n", "Where are you now?");
    let screen = terminal.screen();
    assert!(screen.contains("4 In other work") && !screen.contains("NHS"), "{screen}");
    terminal.press("\r", "The way in from school now comes first.");
    terminal.press("n", ">  1 At school");
    terminal.press("\u{1b}[F", ">  5 I would rather not say");
    terminal.press("\r", "The ways in stand in their usual order.");
}

#[test]
fn a_number_takes_the_cursor_to_its_line() {
    let mut terminal = to_result(24, 80);
    terminal.press("n", ">  1 At school");
    terminal.press("4", ">  4 In other work");
    terminal.press("9", ">  4 In other work");
    terminal.press("2", ">  2 At college");
    terminal.press("\r", "The way in from college now comes first.");
    terminal.press("r", "The roles, by what you like");
    terminal.press("3", ">  3 ");
    terminal.press("\r", "Number 3 of 6");
}
