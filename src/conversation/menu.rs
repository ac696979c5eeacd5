//! Lines to choose from, and the part of them that a terminal has room for.

use super::key_bindings::MenuAction;
use crate::text::{Page, Style, Styled, TerminalText, cut};

/// A list with one line under the cursor.
pub(super) struct Menu {
    lines: Vec<String>,
    /// What the lines are, in the plural.
    what: &'static str,
    /// How many lines at the top are none of these.
    lead: usize,
    /// The line under the cursor.
    at: usize,
    /// The line at the top of the window.
    top: usize,
    /// Which lines are marked, where they can be.
    marks: Option<Vec<bool>>,
    /// Whether a line that is too long is wrapped rather than cut.
    is_wrapped: bool,
}

/// What came of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// These lines, by their number.
    Chosen(Vec<usize>),
    /// None yet, but these are marked now, by their number.
    Marked(Vec<usize>),
    /// None, and the sitting ends here.
    Quit,
}

impl Menu {
    /// A list of which one line is taken, the first `lead` lines being other
    /// things than `what`.
    pub(super) fn of_one(lines: Vec<String>, lead: usize, what: &'static str) -> Self {
        Self { lines, what, lead, at: 0, top: 0, marks: None, is_wrapped: false }
    }

    /// A list of which any lines can be marked, and those numbered `marked` are.
    pub(super) fn of_any(lines: Vec<String>, marked: &[usize], what: &'static str) -> Self {
        let marks = Some((0..lines.len()).map(|line| marked.contains(&line)).collect());
        Self { marks, ..Self::of_one(lines, 0, what) }
    }

    /// The same list with every line whole, for lists of a few lines.
    pub(super) fn wrapped(self) -> Self {
        Self { is_wrapped: true, ..self }
    }

    /// Does what a key means; what was chosen, if that is all.
    pub(super) fn step(&mut self, step: MenuAction, window: usize) -> Option<Choice> {
        match (step, &mut self.marks) {
            (MenuAction::By(lines), _) => self.turn(lines),
            (MenuAction::Window(windows), _) => self.shift(windows * window.cast_signed()),
            (MenuAction::First, _) => self.at = 0,
            (MenuAction::Last, _) => self.at = self.lines.len().saturating_sub(1),
            (MenuAction::Mark, Some(marks)) => {
                if let Some(mark) = marks.get_mut(self.at) {
                    *mark = !*mark;
                }
                return Some(Choice::Marked(marked(marks)));
            }
            (MenuAction::Mark | MenuAction::Take, None) => {
                return Some(Choice::Chosen(vec![self.at]));
            }
            (MenuAction::Take | MenuAction::Onward, Some(marks)) => {
                return Some(Choice::Chosen(marked(marks)));
            }
            // The first line loses nothing, and goes on.
            (MenuAction::Onward, None) => return Some(Choice::Chosen(vec![0])),
            (MenuAction::Quit, _) => return Some(Choice::Quit),
            (MenuAction::Nothing, _) => {}
        }
        None
    }

    /// Moves, from the last line to the first and back.
    fn turn(&mut self, lines: isize) {
        let count = self.lines.len().max(1).cast_signed();
        self.at = (self.at.cast_signed() + lines).rem_euclid(count).cast_unsigned();
    }

    /// Moves, but not over an end.
    fn shift(&mut self, lines: isize) {
        let last = self.lines.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(lines).min(last);
    }

    /// The lines in a window of so many rows that has the cursor in it.
    pub(super) fn window(&mut self, rows: usize, style: Style) -> Vec<TerminalText> {
        if self.is_wrapped {
            return self.wrapped_window(rows, style);
        }
        self.top = self.top.clamp((self.at + 1).saturating_sub(rows), self.at);
        self.top = self.top.min(self.lines.len().saturating_sub(rows));
        let shown = self.lines.iter().enumerate().skip(self.top).take(rows);
        shown.flat_map(|(number, line)| self.line(number, line, style)).collect()
    }

    /// The same with every line whole: as many lines before that at the cursor as fit.
    fn wrapped_window(&self, rows: usize, style: Style) -> Vec<TerminalText> {
        let lines = self.lines.iter().enumerate();
        let mut lines: Vec<Vec<TerminalText>> =
            lines.map(|(number, line)| self.line(number, line, style)).collect();
        let height = |lines: &[Vec<TerminalText>]| lines.iter().map(Vec::len).sum::<usize>();
        let mut at = self.at;
        while at > 0 && height(lines.get(..=at).unwrap_or_default()) > rows {
            lines.remove(0);
            at -= 1;
        }
        lines.into_iter().flatten().take(rows).collect()
    }

    /// Which of the lines a window of so many rows shows; `None` if it shows all.
    pub(super) fn part(&self, rows: usize) -> Option<String> {
        let all = self.lines.len();
        let first = self.top.max(self.lead) - self.lead + 1;
        let last = (self.top + rows).min(all) - self.lead;
        (rows < all && !self.is_wrapped)
            .then(|| format!("{} {first} to {last} of {}", self.what, all - self.lead))
    }

    /// What stands before a line.
    fn before(&self, number: usize) -> String {
        let cursor = if number == self.at { ">" } else { " " };
        match &self.marks {
            None => format!("{cursor} "),
            Some(marks) => {
                let mark = if marks.get(number) == Some(&true) { "x" } else { " " };
                format!("{cursor} [{mark}] ")
            }
        }
    }

    /// The rows of a line, one unless lines are wrapped.
    fn line(&self, number: usize, text: &str, style: Style) -> Vec<TerminalText> {
        let before = self.before(number);
        let room = style.columns().saturating_sub(before.len());
        let text = Styled::from(if self.is_wrapped { text.to_owned() } else { cut(text, room) });
        let mut page = Page::new(style);
        if number == self.at {
            page.strong_item(&before, text);
        } else {
            page.item(&before, text);
        }
        page.into_text().split_lines()
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
    fn rows(menu: &mut Menu, rows: usize, columns: usize) -> Vec<String> {
        let lines = menu.window(rows, Style::new(columns, Bars::Ascii));
        lines.iter().map(|line| anstream::adapter::strip_str(line).to_string()).collect()
    }

    fn menu() -> Menu {
        let answers = (1..=40).map(|number| format!("answer {number}"));
        Menu::of_one(std::iter::once("Go on".to_owned()).chain(answers).collect(), 1, "answers")
    }

    #[test]
    fn the_window_follows_the_cursor_and_says_where_it_is() {
        let mut menu = menu();
        assert_eq!(rows(&mut menu, 10, 80)[0], "> Go on");
        assert_eq!(menu.part(10).unwrap(), "answers 1 to 9 of 40");
        menu.step(MenuAction::By(-1), 10);
        assert_eq!(rows(&mut menu, 10, 80)[9], "> answer 40");
        assert_eq!(menu.part(10).unwrap(), "answers 31 to 40 of 40");
        menu.step(MenuAction::Window(-1), 10);
        assert_eq!(rows(&mut menu, 10, 80)[0], "> answer 30");
        assert_eq!(menu.part(10).unwrap(), "answers 30 to 39 of 40");
        assert_eq!(rows(&mut menu, 50, 80).len(), 41);
        assert_eq!(menu.part(50), None);
    }

    #[test]
    fn going_on_takes_the_first_line_or_what_is_marked() {
        let mut one = menu();
        one.step(MenuAction::By(3), 10);
        assert_eq!(one.step(MenuAction::Onward, 10), Some(Choice::Chosen(vec![0])));
        assert_eq!(one.step(MenuAction::Take, 10), Some(Choice::Chosen(vec![3])));
        let mut any = Menu::of_any(vec!["a".to_owned(), "b".to_owned()], &[0], "interests");
        assert_eq!(any.step(MenuAction::Mark, 10), Some(Choice::Marked(Vec::new())));
        any.step(MenuAction::By(1), 10);
        assert_eq!(any.step(MenuAction::Mark, 10), Some(Choice::Marked(vec![1])));
        for step in [MenuAction::Onward, MenuAction::Take] {
            assert_eq!(any.step(step, 10), Some(Choice::Chosen(vec![1])));
        }
        assert_eq!(any.step(MenuAction::Quit, 10), Some(Choice::Quit));
    }

    #[test]
    fn a_line_is_cut_to_its_columns_mark_and_all() {
        let mut menu = Menu::of_one(vec!["x".repeat(100)], 0, "lines");
        assert_eq!(rows(&mut menu, 5, 40), [format!("> {}…", "x".repeat(37))]);
        let mut any = Menu::of_any(vec!["x".repeat(100)], &[0], "lines");
        assert_eq!(rows(&mut any, 5, 40), [format!("> [x] {}…", "x".repeat(33))]);
    }

    #[test]
    fn a_wrapped_line_is_whole_and_the_cursor_is_in_the_window() {
        let lines = ["Nothing more", "Write the result as a page: rolefit-result.html"];
        let mut menu = Menu::of_one(lines.map(str::to_owned).to_vec(), 1, "files").wrapped();
        let whole = ["> Nothing more", "  Write the result as a page:", "  rolefit-result.html"];
        assert_eq!(rows(&mut menu, 5, 32), whole);
        menu.step(MenuAction::By(1), 2);
        let at_last = ["> Write the result as a page:", "  rolefit-result.html"];
        assert_eq!(rows(&mut menu, 2, 32), at_last);
        assert_eq!(menu.part(1), None);
    }
}
