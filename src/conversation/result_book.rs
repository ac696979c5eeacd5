//! A result, and every page that can be read of it.

use rolefit_engine::report::{Report, RolePart};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::telling::Clean;
use rolefit_engine::telling::entries::{EntryIx, EntryText};
use rolefit_engine::telling::result::{
    Detail, Moves, ResultSource, ResultSummary, ResultText, figure, in_hundred,
};

use crate::text::{CommandLines, Style, TerminalText, chapters, result as text};

/// A result and the answers that it is of.
pub(super) struct ResultBook<'c> {
    sheet: Sheet<'c>,
    report: Report<'c>,
    commands: CommandLines,
    text: ResultText,
}

impl<'c> ResultBook<'c> {
    /// The book of a report, in which every role that can be read about is explained.
    pub(super) fn new(sheet: Sheet<'c>, report: Report<'c>, commands: CommandLines) -> Self {
        let text = ResultText::of(&source(&sheet, &report, &commands));
        Self { sheet, report, commands, text }
    }

    /// What comes first.
    pub(super) fn summary(&self) -> &ResultSummary {
        &self.text.summary
    }

    /// The roles by rank, each in a line.
    pub(super) fn roles(&self) -> Vec<String> {
        let line = |role: &RolePart<'_>| {
            format!("{} ({} in 100)", Clean::from(role.name), figure(role.certainty.best))
        };
        self.report.roles.iter().map(line).collect()
    }

    /// Whether there is a page about why, and what trains for it.
    pub(super) fn has_why(&self) -> bool {
        self.text.why.is_some()
    }

    pub(super) fn has_training(&self) -> bool {
        self.text.training.is_some()
    }

    pub(super) fn why(&self, style: Style) -> TerminalText {
        chapters::why(&self.text, style)
    }

    pub(super) fn training(&self, style: Style) -> TerminalText {
        chapters::training(&self.text, style)
    }

    /// The whole result.
    pub(super) fn everything(&self, style: Style) -> TerminalText {
        text::result(&self.text, style)
    }

    /// What comes first, as it stays in the history of a terminal.
    pub(super) fn first_lines(&self, style: Style) -> TerminalText {
        chapters::first_lines(&self.text, style)
    }

    /// How the result is had again.
    pub(super) fn again(&self, style: Style) -> TerminalText {
        chapters::again(&self.text, style)
    }

    /// The page of the role at a place in the ranking, from 0.
    pub(super) fn role(&self, place: usize, style: Style) -> TerminalText {
        let Some(role) = self.report.roles.get(place) else { return TerminalText::empty() };
        let entry = EntryText::of(self.sheet.catalogue(), EntryIx::Role(role.role));
        let of = self.report.roles.len();
        let standing = format!(
            "Number {} of {of} by what you like: {} that it is your best match.",
            role.rank,
            in_hundred(role.certainty.best)
        );
        chapters::role(&entry, &standing, &self.narrowed(&[place]), style)
    }

    /// Two roles against each other, by their places in the ranking, from 0.
    pub(super) fn contrast(&self, one: usize, other: usize, style: Style) -> TerminalText {
        let places = [one.min(other), one.max(other)];
        chapters::contrast(&self.narrowed(&places), style)
    }

    /// What moved since another result.
    pub(super) fn moves(&self, before: &Self, style: Style) -> TerminalText {
        chapters::moves(&Moves::between(&before.report, &self.report), style)
    }

    /// The words about these roles alone, as if they were the first.
    fn narrowed(&self, places: &[usize]) -> ResultText {
        let roles = places.iter().filter_map(|place| self.report.roles.get(*place).cloned());
        let report = Report { roles: roles.collect(), ..self.report.clone() };
        ResultText::of(&source(&self.sheet, &report, &self.commands))
    }
}

fn source<'a>(
    sheet: &'a Sheet<'a>,
    report: &'a Report<'a>,
    commands: &'a CommandLines,
) -> ResultSource<'a> {
    let detail = Detail { top: usize::MAX, explain: false };
    ResultSource { sheet, report, detail, commands }
}
