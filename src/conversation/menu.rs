//! Lines to choose from, and the part of them that a terminal has room for.

use unicode_width::UnicodeWidthStr as _;

use super::key_bindings::MenuAction;
use crate::text::{Page, Paint, Style, Styled, TerminalText, cut};

/// A list with one line under the cursor, perhaps in groups with a heading each.
#[derive(Debug, Clone)]
pub(super) struct Menu {
    rows: Vec<MenuRow>,
    /// What the lines are, in the plural.
    what: &'static str,
    /// How many lines at the top are none of these.
    lead: usize,
    /// The line that is taken by leaving, if that goes on.
    onward: Option<usize>,
    /// Whether something came before, to which a person may go back.
    goes_back: bool,
    /// The line under the cursor, by its number.
    at: usize,
    /// The row at the top of the window.
    top: usize,
    /// Which lines are marked, where they can be.
    marks: Option<Vec<bool>>,
    /// What is added to a line, by its number, where there is room for it.
    details: Vec<String>,
}

/// A row of a list.
#[derive(Debug, Clone)]
enum MenuRow {
    /// What the lines below it have in common.
    Heading(String),
    /// A line that can be chosen.
    Line(String),
}

/// What came of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// These lines, by their number.
    Chosen(Vec<usize>),
    /// None yet, but these are marked now, by their number.
    Marked(Vec<usize>),
    /// None: the person goes back to what came before.
    Back,
    /// None, and the sitting ends here.
    Quit,
}

impl Menu {
    /// A list of which one line is taken, the first `lead` lines being other
    /// things than `what`.
    pub(super) fn of_one(lines: Vec<String>, lead: usize, what: &'static str) -> Self {
        let rows = lines.into_iter().map(MenuRow::Line).collect();
        // A first line that goes on loses nothing; without one, nothing is chosen.
        let onward = (lead > 0).then_some(0);
        let (marks, details) = (None, Vec::new());
        Self { rows, what, lead, onward, goes_back: false, at: 0, top: 0, marks, details }
    }

    /// A list of which any lines can be marked, and those numbered `marked` are.
    pub(super) fn of_any(lines: Vec<String>, marked: &[usize], what: &'static str) -> Self {
        let marks = Some((0..lines.len()).map(|line| marked.contains(&line)).collect());
        Self { marks, ..Self::of_one(lines, 0, what) }
    }

    /// The same list with something to add to its lines where there is room for it.
    pub(super) fn with_details(self, details: Vec<String>) -> Self {
        Self { details, ..self }
    }

    /// The same list, from which a person may go back to what came before.
    pub(super) fn going_back(self) -> Self {
        Self { goes_back: true, ..self }
    }

    /// The same list with more lines below it under a heading.
    pub(super) fn with_group(mut self, heading: String, lines: Vec<String>) -> Self {
        self.rows.push(MenuRow::Heading(heading));
        self.rows.extend(lines.into_iter().map(MenuRow::Line));
        self
    }

    /// The number of the line under the cursor.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Puts the cursor on a line.
    pub(super) fn go_to(&mut self, line: usize, window: usize) {
        self.at = line.min(self.last());
        self.top = self.top_of(window);
    }

    /// Does what a key means; what was chosen, if that is all.
    pub(super) fn step(&mut self, step: MenuAction, window: usize) -> Option<Choice> {
        match (step, &mut self.marks) {
            (MenuAction::By(lines), _) => self.turn(lines),
            (MenuAction::Window(windows), _) => self.shift(windows * window.cast_signed()),
            (MenuAction::First, _) => self.at = 0,
            (MenuAction::Last, _) => self.at = self.last(),
            (MenuAction::Mark, Some(marks)) => {
                if let Some(mark) = marks.get_mut(self.at) {
                    *mark = !*mark;
                }
                return Some(Choice::Marked(marked(marks)));
            }
            (MenuAction::Mark | MenuAction::Take, None) => {
                return Some(Choice::Chosen(vec![self.at]));
            }
            (MenuAction::Back | MenuAction::Leave, _) if self.goes_back => {
                return Some(Choice::Back);
            }
            (MenuAction::Take, Some(marks)) => return Some(Choice::Chosen(marked(marks))),
            (MenuAction::Leave, None) => {
                return Some(self.onward.map_or(Choice::Quit, |line| Choice::Chosen(vec![line])));
            }
            (MenuAction::Leave, Some(_)) | (MenuAction::Quit, _) => return Some(Choice::Quit),
            (MenuAction::Nothing | MenuAction::Back, _) => {}
        }
        self.top = self.top_of(window);
        None
    }

    /// Moves, from the last line to the first and back.
    fn turn(&mut self, lines: isize) {
        let count = (self.last() + 1).cast_signed();
        self.at = (self.at.cast_signed() + lines).rem_euclid(count).cast_unsigned();
    }

    /// Moves, but not over an end.
    fn shift(&mut self, lines: isize) {
        self.at = self.at.saturating_add_signed(lines).min(self.last());
    }

    fn last(&self) -> usize {
        self.count().saturating_sub(1)
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row, MenuRow::Line(_))).count()
    }

    /// The rows, each with the number of its line.
    fn numbered(&self) -> impl Iterator<Item = (Option<usize>, &MenuRow)> {
        let mut lines = 0..;
        self.rows.iter().map(move |row| match row {
            MenuRow::Heading(_) => (None, row),
            MenuRow::Line(_) => (lines.next(), row),
        })
    }

    /// The row at the top of a window of so many rows that has the cursor in it; the
    /// heading above the cursor's line, if there is one, is in it as well.
    fn top_of(&self, window: usize) -> usize {
        let at = self.numbered().position(|(line, _)| line == Some(self.at)).unwrap_or(0);
        let is_heading = |row: usize| matches!(self.rows.get(row), Some(MenuRow::Heading(_)));
        let first = if window > 1 && at > 0 && is_heading(at - 1) { at - 1 } else { at };
        let top = self.top.clamp((at + 1).saturating_sub(window), first);
        top.min(self.rows.len().saturating_sub(window))
    }

    /// The lines in a window of so many rows that has the cursor in it.
    pub(super) fn window(&self, rows: usize, style: Style) -> Vec<TerminalText> {
        let shown = self.numbered().skip(self.top_of(rows)).take(rows);
        let mut page = Page::new(style);
        for (line, row) in shown {
            match (line, row) {
                (Some(line), MenuRow::Line(text)) => page.line(self.line(line, text, style)),
                (_, MenuRow::Heading(text) | MenuRow::Line(text)) => {
                    page.line(Styled::painted(cut(text, style.columns()), Paint::Bold));
                }
            }
        }
        page.into_text().split_lines()
    }

    /// Which of the lines a window of so many rows shows; `None` if it shows all.
    pub(super) fn part(&self, rows: usize) -> Option<String> {
        if rows >= self.rows.len() {
            return None;
        }
        let shown = self.numbered().skip(self.top_of(rows)).take(rows);
        let lines: Vec<usize> = shown.filter_map(|(line, _)| line).collect();
        let first = lines.first().map_or(0, |line| (*line).max(self.lead) - self.lead + 1);
        let last = lines.last().map_or(0, |line| (line + 1).saturating_sub(self.lead));
        let all = self.last() + 1 - self.lead;
        Some(format!("{} {first} to {last} of {all}", self.what))
    }

    /// A line, cut to its columns; that under the cursor is seen without its mark too.
    fn line(&self, number: usize, text: &str, style: Style) -> Styled {
        let is_current = number == self.at;
        let cursor = if is_current { "> " } else { "  " };
        let mark = match &self.marks {
            None => "",
            Some(marks) if marks.get(number) == Some(&true) => "[x] ",
            Some(_) => "[ ] ",
        };
        let room = style.columns().saturating_sub(cursor.len() + mark.len());
        let detailed = self.details.get(number).map(|detail| format!("{text} ({detail})"));
        let text = detailed.filter(|text| text.width() <= room).unwrap_or_else(|| cut(text, room));
        let line = format!("{cursor}{mark}{text}");
        Styled::painted(line, if is_current { Paint::Current } else { Paint::Plain })
    }
}

/// The numbers of the lines that are marked.
fn marked(marks: &[bool]) -> Vec<usize> {
    marks.iter().enumerate().filter(|(_, marked)| **marked).map(|(line, _)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Bars;

    /// The rows of a window without their colours.
    fn rows(menu: &Menu, rows: usize, columns: usize) -> Vec<String> {
        let lines = menu.window(rows, Style::new(columns, Bars::Ascii));
        lines.iter().map(|line| anstream::adapter::strip_str(line).to_string()).collect()
    }

    fn menu() -> Menu {
        let answers = (1..=40).map(|number| format!("answer {number}"));
        Menu::of_one(std::iter::once("Go on".to_owned()).chain(answers).collect(), 1, "answers")
    }

    fn grouped() -> Menu {
        let menu = Menu::of_one(vec!["Go on".to_owned()], 1, "answers");
        let lines = |numbers: &[usize]| numbers.iter().map(|n| format!("answer {n}")).collect();
        menu.with_group("Like (2)".to_owned(), lines(&[2, 5]))
            .with_group("Dislike (3)".to_owned(), lines(&[1, 3, 4]))
    }

    #[test]
    fn the_window_follows_the_cursor_and_says_where_it_is() {
        let mut menu = menu();
        assert_eq!(rows(&menu, 10, 80)[0], "> Go on");
        assert_eq!(menu.part(10).unwrap(), "answers 1 to 9 of 40");
        menu.step(MenuAction::By(-1), 10);
        assert_eq!(rows(&menu, 10, 80)[9], "> answer 40");
        assert_eq!(menu.part(10).unwrap(), "answers 31 to 40 of 40");
        menu.step(MenuAction::Window(-1), 10);
        assert_eq!(rows(&menu, 10, 80)[0], "> answer 30");
        assert_eq!(menu.part(10).unwrap(), "answers 30 to 39 of 40");
        assert_eq!(rows(&menu, 50, 80).len(), 41);
        assert_eq!(menu.part(50), None);
        menu.go_to(12, 10);
        assert_eq!(rows(&menu, 10, 80)[0], "> answer 12");
    }

    #[test]
    fn a_group_has_a_heading_which_is_no_line() {
        let mut menu = grouped();
        let all = [
            "> Go on",
            "Like (2)",
            "  answer 2",
            "  answer 5",
            "Dislike (3)",
            "  answer 1",
            "  answer 3",
            "  answer 4",
        ];
        assert_eq!(rows(&menu, 8, 80), all);
        menu.step(MenuAction::By(3), 3);
        assert_eq!(rows(&menu, 3, 80), ["  answer 5", "Dislike (3)", "> answer 1"]);
        assert_eq!(menu.part(3).unwrap(), "answers 2 to 3 of 5");
        menu.step(MenuAction::Last, 3);
        menu.step(MenuAction::By(-2), 3);
        // Upwards too, the heading comes with the first line below it.
        assert_eq!(rows(&menu, 3, 80), ["Dislike (3)", "> answer 1", "  answer 3"]);
        assert_eq!(rows(&menu, 1, 80), ["> answer 1"]);
    }

    #[test]
    fn the_line_under_the_cursor_is_in_reverse_video() {
        let lines = menu().window(2, Style::new(80, Bars::Ascii));
        assert_eq!(&*lines[0], "\u{1b}[7m> Go on\u{1b}[0m");
        assert_eq!(&*lines[1], "  answer 1");
    }

    #[test]
    fn leaving_takes_a_first_line_that_goes_on_and_no_mark() {
        let mut one = menu();
        one.step(MenuAction::By(3), 10);
        assert_eq!(one.step(MenuAction::Leave, 10), Some(Choice::Chosen(vec![0])));
        assert_eq!(one.step(MenuAction::Take, 10), Some(Choice::Chosen(vec![3])));
        let mut any = Menu::of_any(vec!["a".to_owned(), "b".to_owned()], &[0], "interests");
        assert_eq!(any.step(MenuAction::Mark, 10), Some(Choice::Marked(Vec::new())));
        any.step(MenuAction::By(1), 10);
        assert_eq!(any.step(MenuAction::Mark, 10), Some(Choice::Marked(vec![1])));
        assert_eq!(any.step(MenuAction::Take, 10), Some(Choice::Chosen(vec![1])));
        for step in [MenuAction::Leave, MenuAction::Quit] {
            assert_eq!(any.step(step, 10), Some(Choice::Quit));
        }
    }

    #[test]
    fn a_list_without_a_line_to_go_on_is_left_and_nothing_of_it_chosen() {
        let mut list = Menu::of_one(vec!["a".to_owned(), "b".to_owned()], 0, "roles");
        assert_eq!(list.step(MenuAction::Leave, 10), Some(Choice::Quit));
        assert_eq!(list.step(MenuAction::Quit, 10), Some(Choice::Quit));
    }

    #[test]
    fn a_list_is_left_for_what_came_before_where_something_did() {
        let list = || Menu::of_one(vec!["a".to_owned()], 0, "roles");
        assert_eq!(list().step(MenuAction::Back, 10), None);
        for step in [MenuAction::Back, MenuAction::Leave] {
            assert_eq!(list().going_back().step(step, 10), Some(Choice::Back));
        }
    }

    #[test]
    fn a_detail_stands_where_there_is_room_for_it() {
        let list = Menu::of_one(vec!["A page".to_owned()], 0, "files");
        let list = list.with_details(vec!["a.html".to_owned()]);
        assert_eq!(rows(&list, 1, 17), ["> A page (a.html)"]);
        assert_eq!(rows(&list, 1, 16), ["> A page"]);
    }

    #[test]
    fn a_line_is_cut_to_its_columns_mark_and_all() {
        let menu = Menu::of_one(vec!["x".repeat(100)], 0, "lines");
        assert_eq!(rows(&menu, 5, 40), [format!("> {}…", "x".repeat(37))]);
        let any = Menu::of_any(vec!["x".repeat(100)], &[0], "lines");
        assert_eq!(rows(&any, 5, 40), [format!("> [x] {}…", "x".repeat(33))]);
    }
}
