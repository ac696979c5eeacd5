//! Laying out text in columns.

use colored::Colorize;
use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

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
    /// Words would be broken below this.
    const NARROWEST: usize = 24;

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
    pub(crate) fn bar(self, share: f64, width: usize) -> String {
        let (filled, empty) = match self.bars {
            Bars::Blocks => ("█", "░"),
            Bars::Ascii => ("#", "."),
            Bars::Absent => return String::new(),
        };
        let full = part(share, width);
        format!("{}{}", filled.repeat(full).cyan(), empty.repeat(width - full).dimmed())
    }

    /// A bar that grows from the middle: to the right for what is above 0, to
    /// the left for what is below; `value` runs from -1 to 1.
    pub(crate) fn signed_bar(self, value: f64, half: usize) -> String {
        let (filled, middle) = match self.bars {
            Bars::Blocks => ("█", "│"),
            Bars::Ascii => ("#", "|"),
            Bars::Absent => return String::new(),
        };
        let full = part(value.abs(), half);
        let (blank, bar) = (" ".repeat(half - full), filled.repeat(full));
        if value < 0.0 {
            format!("{blank}{}{middle}{}", bar.yellow(), " ".repeat(half))
        } else {
            format!("{}{middle}{}{blank}", " ".repeat(half), bar.cyan())
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
pub(crate) struct Entry {
    /// What stands before the name: the same number of columns in every entry.
    pub(crate) lead: String,
    pub(crate) name: String,
    pub(crate) figures: String,
}

/// A text that grows line by line.
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

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// A line as it is, blanks at its end dropped.
    pub(crate) fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A heading, with an empty line above it unless it is the first.
    pub(crate) fn heading(&mut self, heading: &str) {
        if !self.text.is_empty() {
            self.gap();
        }
        self.wrapped("", "", heading, |line| line.bold().to_string());
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.wrapped("", "", text, str::to_owned);
    }

    /// An item of a list: `first` before its first line, blanks before the others.
    pub(crate) fn item(&mut self, first: &str, text: &str) {
        let rest = " ".repeat(columns_of(first));
        self.wrapped(first, &rest, text, str::to_owned);
    }

    /// An item in bold.
    pub(crate) fn strong_item(&mut self, first: &str, text: &str) {
        self.painted_item(first, text, |line| line.bold().to_string());
    }

    /// An item, each of whose lines is painted.
    pub(crate) fn painted_item(&mut self, first: &str, text: &str, paint: impl Fn(&str) -> String) {
        let rest = " ".repeat(columns_of(first));
        self.wrapped(first, &rest, text, paint);
    }

    /// A table: the figures stand beside the names, or below them if one of the
    /// names is too long for that. No name is cut.
    pub(crate) fn table(&mut self, entries: &[Entry]) {
        let widest = |of: fn(&Entry) -> &str| {
            entries.iter().map(|entry| columns_of(of(entry))).max().unwrap_or(0)
        };
        let [lead, name, figures] = [
            widest(|entry| &entry.lead),
            widest(|entry| &entry.name),
            widest(|entry| &entry.figures),
        ];
        let are_beside = lead + name + 1 + figures <= self.style.columns;
        for entry in entries {
            if are_beside {
                let name = padded(&entry.name, name);
                self.line(&format!("{}{name} {}", entry.lead, entry.figures));
            } else {
                self.item(&entry.lead, &entry.name);
                self.line(&format!("{}  {}", " ".repeat(lead), entry.figures));
            }
        }
    }

    fn wrapped(&mut self, first: &str, rest: &str, text: &str, paint: impl Fn(&str) -> String) {
        let width = self.style.columns.saturating_sub(columns_of(first)).max(1);
        let lines =
            textwrap::wrap(text, Options::new(width).word_splitter(WordSplitter::NoHyphenation));
        for (number, line) in lines.iter().enumerate() {
            let lead = if number == 0 { first } else { rest };
            let painted = paint(line);
            self.line(&format!("{lead}{painted}"));
        }
    }
}

/// The columns that `text` takes, colour codes taking none.
pub(crate) fn columns_of(text: &str) -> usize {
    textwrap::core::display_width(text)
}

/// `text` followed by blanks up to `width` columns.
pub(crate) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}
