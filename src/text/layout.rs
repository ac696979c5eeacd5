//! Laying out text in columns.

use std::borrow::Cow;

use rolefit_engine::page::cut;
use rolefit_engine::telling::{Clean, is_clean};
use unicode_width::UnicodeWidthStr;

use super::line_breaks::wrapping;
use super::styled::{Flowing, Paint, Styled};
use super::terminal_text::TerminalText;

/// How wide a text may be, and what it may be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    columns: usize,
    bars: Bars,
}

/// What bars are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bars {
    /// Block characters.
    Blocks,
    /// Characters that every terminal has.
    Ascii,
    /// No bars: to a screen reader they are noise, and the number stands beside them.
    Absent,
}

impl Style {
    /// Lines longer than this are hard to read.
    const WIDEST: usize = 88;
    /// Nothing can be laid out below this.
    const NARROWEST: usize = 12;

    pub(crate) fn new(columns: usize, bars: Bars) -> Self {
        Self { columns: columns.clamp(Self::NARROWEST, Self::WIDEST), bars }
    }

    /// The same without bars.
    pub(crate) fn without_bars(self) -> Self {
        Self { bars: Bars::Absent, ..self }
    }

    /// Whether bars are drawn.
    pub(crate) fn has_bars(self) -> bool {
        self.bars != Bars::Absent
    }

    /// The columns a text may take.
    pub(crate) fn columns(self) -> usize {
        self.columns
    }

    /// Whether a table has to be laid out one thing below the other.
    pub(crate) fn is_narrow(self) -> bool {
        self.columns < 66
    }

    /// A bar of `width` columns, `share` (0 to 1) of it full.
    pub(crate) fn bar(self, share: f64, width: usize) -> Styled {
        let (filled, empty) = match self.bars {
            Bars::Blocks => ("█", "░"),
            Bars::Ascii => ("#", "."),
            Bars::Absent => return Styled::default(),
        };
        let full = part(share, width);
        Styled::painted(filled.repeat(full), Paint::Positive)
            .then_painted(empty.repeat(width - full), Paint::Dimmed)
    }

    /// A bar as wide as the text, `share` (0 to 1) of it full, to an eighth of a column.
    /// It has no colour, since none is seen well on light and on dark.
    pub(crate) fn progress(self, share: f64) -> Styled {
        const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
        if self.bars != Bars::Blocks {
            return self.bar(share, self.columns);
        }
        let eighths = part(share, 8 * self.columns);
        let (full, rest) = (eighths / 8, PARTS.get(eighths % 8).copied().unwrap_or_default());
        let empty = self.columns - full - usize::from(!rest.is_empty());
        Styled::from("█".repeat(full) + rest).then_painted("░".repeat(empty), Paint::Dimmed)
    }

    /// A bar that grows from the middle: to the right for what is above 0, to
    /// the left for what is below; `value` runs from -1 to 1.
    pub(crate) fn signed_bar(self, value: f64, half: usize) -> Styled {
        let (filled, middle) = match self.bars {
            Bars::Blocks => ("█", "│"),
            Bars::Ascii => ("#", "|"),
            Bars::Absent => return Styled::default(),
        };
        let full = part(value.abs(), half);
        let (blank, side) = (" ".repeat(half - full), " ".repeat(half));
        let bar = filled.repeat(full);
        if value < 0.0 {
            Styled::from(blank).then_painted(bar, Paint::Negative).then(middle).then(side)
        } else {
            Styled::from(side).then(middle).then_painted(bar, Paint::Positive).then(blank)
        }
    }
}

/// `share` (0 to 1) of a number of columns.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "the share is held between 0 and 1, and there are few columns"
)]
fn part(share: f64, columns: usize) -> usize {
    (share.clamp(0.0, 1.0) * columns as f64).round() as usize
}

/// A name in a table, and the figures that belong to it.
#[derive(Debug)]
pub(crate) struct TableEntry {
    /// What stands before the name: the same number of columns in every entry.
    pub(crate) lead: Styled,
    pub(crate) name: Styled,
    pub(crate) figures: Styled,
}

/// A text that grows line by line. Whatever is put into it is safe for a
/// terminal, since it is made of [`Styled`] pieces.
#[derive(Debug)]
pub(crate) struct Page {
    style: Style,
    text: String,
}

impl Page {
    pub(crate) fn new(style: Style) -> Self {
        Self { style, text: String::new() }
    }

    pub(crate) fn style(&self) -> Style {
        self.style
    }

    pub(crate) fn into_text(self) -> TerminalText {
        TerminalText::laid_out(self.text)
    }

    /// A line as it is, blanks at its end dropped.
    pub(crate) fn line(&mut self, line: impl Into<Styled>) {
        self.text.push_str(line.into().as_str().trim_end());
        self.text.push('\n');
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A heading, with an empty line above it unless it is the first.
    pub(crate) fn heading(&mut self, heading: impl Into<Flowing>) {
        if !self.text.is_empty() {
            self.gap();
        }
        self.strong_item("", heading);
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, text: impl Into<Flowing>) {
        self.item("", text);
    }

    /// An item of a list: `first` before its first line, blanks before the others.
    pub(crate) fn item(&mut self, first: impl Into<Styled>, text: impl Into<Flowing>) {
        self.painted_item(first, text, Paint::Plain);
    }

    /// An item in bold.
    pub(crate) fn strong_item(&mut self, first: impl Into<Styled>, text: impl Into<Flowing>) {
        self.painted_item(first, text, Paint::Bold);
    }

    /// An item, each of whose lines is painted.
    pub(crate) fn painted_item(
        &mut self,
        first: impl Into<Styled>,
        text: impl Into<Flowing>,
        paint: Paint,
    ) {
        let (first, text) = (first.into(), text.into());
        let indent = first.columns();
        let width = self.style.columns.saturating_sub(indent).max(1);
        let mut lead = first;
        for line in lines(text.as_str(), width) {
            self.line(lead.then(Styled::painted(Styled::part(&line), paint)));
            lead = Styled::from(" ".repeat(indent));
        }
    }

    /// A table of short entries in two columns, read down one and then the other, or in
    /// one column if two have no room.
    pub(crate) fn two_columns(&mut self, entries: Vec<TableEntry>) {
        const BETWEEN: usize = 2;
        let widest = |of: fn(&TableEntry) -> &Styled| {
            entries.iter().map(|entry| of(entry).columns()).max().unwrap_or(0)
        };
        let name = widest(|entry| &entry.name);
        let width = widest(|entry| &entry.lead) + name + 1 + widest(|entry| &entry.figures);
        if 2 * width + BETWEEN > self.style.columns {
            return self.table(entries);
        }
        let cells = entries.into_iter().map(|entry| {
            let blanks = " ".repeat(name - entry.name.columns() + 1);
            entry.lead.then(entry.name).then(blanks).then(entry.figures)
        });
        let mut cells: Vec<Styled> = cells.collect();
        let right = cells.split_off(cells.len().div_ceil(2));
        let mut right = right.into_iter();
        for left in cells {
            let blanks = " ".repeat(width - left.columns() + BETWEEN);
            match right.next() {
                Some(right) => self.line(left.then(blanks).then(right)),
                None => self.line(left),
            }
        }
    }

    /// A table: the figures stand beside the names, or below them if one of the
    /// names is too long for that. No name is cut.
    pub(crate) fn table(&mut self, entries: Vec<TableEntry>) {
        let widest = |of: fn(&TableEntry) -> &Styled| {
            entries.iter().map(|entry| of(entry).columns()).max().unwrap_or(0)
        };
        let [lead, name, figures] = [
            widest(|entry| &entry.lead),
            widest(|entry| &entry.name),
            widest(|entry| &entry.figures),
        ];
        let are_beside = lead + name + 1 + figures <= self.style.columns;
        for entry in entries {
            if are_beside {
                let blanks = " ".repeat(name - entry.name.columns() + 1);
                self.line(entry.lead.then(entry.name).then(blanks).then(entry.figures));
            } else {
                self.item(entry.lead, entry.name);
                self.line(Styled::from(" ".repeat(lead + 2)).then(entry.figures));
            }
        }
    }
}

/// `text` broken into lines of `width` columns at the most.
fn lines(text: &str, width: usize) -> Vec<Cow<'_, str>> {
    plain_lines(text, width).unwrap_or_else(|| textwrap::wrap(text, wrapping(width)))
}

/// The same in a fraction of the time, for a text of which every byte is a column; `None`
/// for any other, and for one with a word that is too long.
fn plain_lines(text: &str, width: usize) -> Option<Vec<Cow<'_, str>>> {
    let mut lines = Vec::new();
    let mut rest = is_clean(text).then_some(text)?;
    while let Some(start) = rest.get(..=width) {
        let (line, after) = rest.split_at(start.rfind(' ')?);
        lines.push(line.into());
        rest = after.get(1..)?;
    }
    lines.push(rest.into());
    Some(lines)
}

/// The lines of a text, `rows` at the most: if there are more, the last one ends with
/// an ellipsis.
pub(crate) fn wrapped(text: &Clean, columns: usize, rows: usize) -> Vec<String> {
    let mut lines: Vec<String> =
        lines(text, columns.max(1)).into_iter().map(Cow::into_owned).collect();
    if lines.len() > rows {
        let next = lines.get(rows).cloned().unwrap_or_default();
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last} {next}"), columns);
            if !last.ends_with('…') {
                last.push('…');
            }
        }
    }
    lines
}

/// `text` followed by blanks up to `width` columns.
pub(crate) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        Bars, Page, Style, TableEntry, TerminalText, padded, plain_lines, wrapped, wrapping,
    };

    proptest! {
        #[test]
        fn texts_of_ascii_break_where_any_text_does(text in "[a-z -]{0,60}", width in 1_usize..30) {
            if let Some(lines) = plain_lines(&text, width) {
                prop_assert_eq!(lines, textwrap::wrap(&text, wrapping(width)));
            }
        }
    }

    #[test]
    fn a_word_that_is_too_long_and_wide_characters_are_left_to_the_library() {
        assert!(plain_lines("two words", 5).is_some());
        assert_eq!(plain_lines("two words", 4), None);
        assert_eq!(plain_lines("zwei Wörter", 20), None);
    }

    fn page(columns: usize) -> Page {
        Page::new(Style::new(columns, Bars::Ascii))
    }

    fn table(columns: usize, name: &str) -> TerminalText {
        let mut page = page(columns);
        let entry = |name: &str| TableEntry {
            lead: "* ".into(),
            name: name.into(),
            figures: "1.00".into(),
        };
        page.table(vec![entry("a"), entry(name)]);
        page.into_text()
    }

    #[test]
    fn figures_stand_beside_names_or_below_them_where_one_is_too_long() {
        assert_eq!(&*table(40, "a name"), "* a      1.00\n* a name 1.00\n");
        let long = "a name of more than thirty columns";
        assert_eq!(
            &*table(40, long),
            "* a\n    1.00\n* a name of more than thirty columns\n    1.00\n"
        );
    }

    #[test]
    fn lines_after_the_first_of_an_item_are_indented() {
        let mut page = page(24);
        page.item("  - ", "words that take more than one line");
        assert_eq!(&*page.into_text(), "  - words that take more\n    than one line\n");
    }

    #[test]
    fn a_text_of_more_lines_than_there_are_rows_ends_with_an_ellipsis() {
        let text = "one two three four".into();
        assert_eq!(wrapped(&text, 9, 2), ["one two", "three fo…"]);
        assert_eq!(wrapped(&text, 9, 3), ["one two", "three", "four"]);
        assert_eq!(wrapped(&"x".repeat(200).as_str().into(), 9, 1), ["xxxxxxxx…"]);
    }

    #[test]
    fn wide_characters_count_as_the_two_columns_that_they_take() {
        assert_eq!(padded("漢字", 6), "漢字  ");
    }
}
