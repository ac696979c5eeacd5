//! Where a person starts from is asked before the result and on its screen, and may be
//! passed over.

use rolefit_engine::catalogue::StartingPoint;
use rolefit_engine::sheet::{AnswerCode, Answers, Sheet};

use crate::support::terminal::Terminal;
use crate::support::{MIDDLE_CAREERS, MIDDLE_QUESTIONS, catalogue};
use crate::{FIRST, all, all_lines, place};

/// Careers of which every role has two ways in.
fn careers() -> String {
    let routes = "    routes: {school: {text: Ask at school.}, nhs: {text: Ask your manager.}}\n";
    MIDDLE_CAREERS.replace("    way_in: ", &format!("{routes}    way_in: "))
}

#[track_caller]
fn to_result(rows: u16, columns: u16) -> Terminal {
    to_result_in(Terminal::with_careers(rows, columns, "", &careers()))
}

/// Answers everything and passes over what is asked after that, with Enter three times.
#[track_caller]
fn to_result_in(mut terminal: Terminal) -> Terminal {
    to_question(&mut terminal);
    terminal.press("\r", FIRST);
    terminal
}

/// Answers everything, as far as the question where the person is now.
#[track_caller]
fn to_question(terminal: &mut Terminal) {
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press("\r", "Where are you now?");
}

#[test]
fn it_is_asked_once_before_the_result_and_saved() {
    for (rows, columns) in [(24, 80), (20, 45)] {
        let mut terminal = Terminal::with_careers(rows, columns, "", &careers());
        to_question(&mut terminal);
        terminal.expect(">  6 I would rather not say");
        let screen = terminal.screen();
        assert!(screen.lines().count() <= usize::from(rows), "{screen}");
        terminal.press("3", ">  3 With a degree, or on");
        terminal.press("\r", FIRST);
        terminal.press("n", ">  3 With a degree, or on");
        terminal.press("q", FIRST);
        terminal.send("q");
        assert_eq!(terminal.exit_code(), Some(0));
        // Whoever opens the result again is not asked again.
        let mut again = terminal.again("quiz --resume");
        again.expect(FIRST);
        again.press("n", ">  3 With a degree, or on");
    }
}

#[test]
fn what_was_said_is_under_the_cursor_where_the_sitting_goes_on() {
    let mut terminal = Terminal::with_careers(24, 80, "", &careers());
    to_question(&mut terminal);
    terminal.press("2", ">  2 At college");
    // Nothing is taken before Enter, and q keeps every answer.
    terminal.send("q");
    terminal.expect_written("Every answer is saved. To go on:");
    assert_eq!(terminal.exit_code(), Some(130));
    let mut again = terminal.again("quiz --resume");
    again.expect("To change an answer");
    again.press("\r", "What matters most");
    again.press("\r", ">  6 I would rather not say");
    again.press("2\r", FIRST);
    again.send("q");
    assert_eq!(again.exit_code(), Some(0));
    // Escape and b go back, as elsewhere, and what was said stays sayable.
    let mut other = Terminal::with_careers(24, 80, "", &careers());
    to_question(&mut other);
    for back in ["\u{1b}", "b"] {
        other.press("1", ">  1 At school");
        other.press(back, "What matters most");
        other.press("\r", ">  6 I would rather not say");
    }
    other.press("1\r", FIRST);
    other.press("n", "Where are you now?");
    other.expect(">  1 At school");
    other.press("\u{1b}", FIRST);
    other.press("n", ">  1 At school");
    other.press("\u{1b}[F\r", FIRST);
    assert!(!other.raw().contains("The way in from school now"), "{}", other.raw());
}

#[test]
fn it_is_not_asked_where_the_command_says_it() {
    let mut terminal = Terminal::with_careers(24, 80, "quiz --starting-point college", &careers());
    terminal.expect(&place(1));
    terminal.send(&all());
    terminal.expect("To change an answer");
    terminal.press("\r", "What matters most");
    terminal.press("\r", FIRST);
    terminal.press("n", ">  2 At college");
}

#[test]
fn it_is_chosen_by_a_key_and_the_way_in_from_there_comes_first() {
    for (rows, columns) in [(24, 80), (20, 45)] {
        let mut terminal = to_result(rows, columns);
        terminal.expect(if columns == 80 { "n:where you are" } else { "n:now" });
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
        assert!(screen.contains("In the NHS already"), "{screen}");
        assert!(!screen.contains("At school"), "{screen}");
        terminal.expect("Other ways in: from school:");
        terminal.expect("  rolefit show ");
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
    terminal.press("\r", "Type now and a number, as in \"now 1\". Enter takes 6, q quits.");
    terminal.press("now 1 2\r", "\"now 1 2\" is not clear here. Type now and one number, 1 to 6.");
    terminal.press("7\r", "\"7\" is not clear here.");
    terminal.press("5\r", "now: say where you are now: the way in from there comes first");
    terminal.press("now\r", "6. I would rather not say");
    terminal.press("2\r", "The way in from college now comes first.");
    terminal.press("now 4\r", "The way in from other work now comes first.");
    terminal.press("now 7\r", "is not clear here");
}

#[test]
fn an_address_is_never_broken_unless_it_is_longer_than_the_screen() {
    let fits = "https://example.org/a/page/of/37/letters";
    let long = "https://example.org/a/page/of/many/parts/that/is/longer/than/a/row";
    let links = format!("links: [{{title: One, url: {fits:?}}}, {{title: Two, url: {long:?}}}]");
    let careers = careers().replace("{text: Ask at school.}", &format!("{{text: Ask, {links}}}"));
    let mut terminal = Terminal::with_careers(20, 45, "", &careers);
    to_question(&mut terminal);
    terminal.press("1\r", FIRST);
    // 40 characters of 42: on the first screen too.
    terminal.expect(&format!("\n  {fits}"));
    terminal.press("r", "The roles, by what you like");
    terminal.press("\r", "Number 1 of 6");
    terminal.press("/  - One\r", "  - Two");
    let screen = terminal.screen();
    assert!(screen.contains(&format!("  - One\n  {fits}\n  - Two\n")), "{screen}");
    // It fills its row and goes on: the terminal takes it for one line.
    assert!(screen.contains(&format!("  - Two\n{long}\n")), "{screen}");
}

#[test]
fn where_no_role_has_such_a_way_in_nobody_is_asked() {
    let terminal = crate::to_result(24, 80, "");
    assert!(!terminal.screen().contains("n:where"), "{}", terminal.screen());
    assert!(!terminal.raw().contains("Where are you now?"), "{}", terminal.raw());
}

#[test]
fn where_no_role_says_what_to_do_within_the_nhs_it_is_no_starting_point() {
    let careers = careers().replace(", nhs: {text: Ask your manager.}", "");
    let mut terminal = to_result_in(Terminal::with_careers(24, 80, "", &careers));
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
