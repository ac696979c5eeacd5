//! InputLines to choose from, and the part of them that a terminal has room for.

use dialoguer::theme::{SimpleTheme, Theme};

use super::key_bindings::MenuAction;
use crate::text::cut;

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
        Self { lines, what, lead, at: 0, top: 0, marks: None }
    }

    /// A list of which any lines can be marked, and those numbered `marked` are.
    pub(super) fn of_any(lines: Vec<String>, marked: &[usize], what: &'static str) -> Self {
        let marks = Some((0..lines.len()).map(|line| marked.contains(&line)).collect());
        Self { marks, ..Self::of_one(lines, 0, what) }
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
    pub(super) fn window(&mut self, rows: usize, columns: usize) -> Vec<String> {
        self.top = self.top.clamp((self.at + 1).saturating_sub(rows), self.at);
        self.top = self.top.min(self.lines.len().saturating_sub(rows));
        let shown = self.lines.iter().enumerate().skip(self.top).take(rows);
        shown.map(|(number, line)| self.line(number, line, columns)).collect()
    }

    /// Which of the lines a window of so many rows shows; `None` if it shows all.
    pub(super) fn part(&self, rows: usize) -> Option<String> {
        let all = self.lines.len();
        let first = self.top.max(self.lead) - self.lead + 1;
        let last = (self.top + rows).min(all) - self.lead;
        (rows < all).then(|| format!("{} {first} to {last} of {}", self.what, all - self.lead))
    }

    fn line(&self, number: usize, text: &str, columns: usize) -> String {
        let is_at = number == self.at;
        let text = |lead: usize| cut(text, columns.saturating_sub(lead));
        let mut line = String::new();
        // Writing to a String cannot fail.
        let _ = match &self.marks {
            None => SimpleTheme.format_select_prompt_item(&mut line, &text(2), is_at),
            Some(marks) => {
                let is_marked = marks.get(number).copied().unwrap_or(false);
                SimpleTheme.format_multi_select_prompt_item(&mut line, &text(6), is_marked, is_at)
            }
        };
        line
    }
}

/// The numbers of the lines that are marked.
fn marked(marks: &[bool]) -> Vec<usize> {
    marks.iter().enumerate().filter(|(_, marked)| **marked).map(|(line, _)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn menu() -> Menu {
        let answers = (1..=40).map(|number| format!("answer {number}"));
        Menu::of_one(std::iter::once("Go on".to_owned()).chain(answers).collect(), 1, "answers")
    }

    #[test]
    fn the_window_follows_the_cursor_and_says_where_it_is() {
        let mut menu = menu();
        assert_eq!(menu.window(10, 80)[0], "> Go on");
        assert_eq!(menu.part(10).unwrap(), "answers 1 to 9 of 40");
        menu.step(MenuAction::By(-1), 10);
        assert_eq!(menu.window(10, 80)[9], "> answer 40");
        assert_eq!(menu.part(10).unwrap(), "answers 31 to 40 of 40");
        menu.step(MenuAction::Window(-1), 10);
        assert_eq!(menu.window(10, 80)[0], "> answer 30");
        assert_eq!(menu.part(10).unwrap(), "answers 30 to 39 of 40");
        assert_eq!(menu.window(50, 80).len(), 41);
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
        assert_eq!(menu.window(5, 40), [format!("> {}…", "x".repeat(37))]);
        let mut any = Menu::of_any(vec!["x".repeat(100)], &[0], "lines");
        assert_eq!(any.window(5, 40), [format!("> [x] {}…", "x".repeat(33))]);
    }
}
