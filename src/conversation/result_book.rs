//! A result, and every page that can be read of it.

use rolefit_engine::report::{LevelFarOff, Report, RolePart};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::telling::Clean;
use rolefit_engine::telling::entries::{EntryIx, EntryText};
use rolefit_engine::telling::result::{
    Detail, Moves, PairText, ResultSource, ResultSummary, ResultText, figure, order, standing,
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

    /// The roles by rank, each in a line; as they stand in the catalogue if they have no ranking.
    pub(super) fn roles(&self) -> Vec<String> {
        if let Some(unranked) = &self.text.unranked {
            return unranked.lines.iter().map(|role| role.name.to_string()).collect();
        }
        let line = |role: &RolePart<'_>| {
            format!("({}) {}", figure(role.certainty.best), Clean::from(role.name))
        };
        self.report.roles.iter().map(line).collect()
    }

    /// Whether the roles have a ranking.
    pub(super) fn is_ranked(&self) -> bool {
        self.text.unranked.is_none()
    }

    /// What the list of the roles is.
    pub(super) fn roles_heading(&self) -> &'static str {
        match (&self.text.unranked, self.report.level_far_off) {
            (Some(unranked), _) => unranked.heading,
            (None, Some(LevelFarOff::Disliked)) => "The roles, the least disliked first",
            (None, _) => "The roles, by what you like",
        }
    }

    /// What the order of the roles means.
    pub(super) fn order(&self) -> String {
        if let Some(unranked) = &self.text.unranked {
            return unranked.order.to_owned();
        }
        let sentences = order(&self.report, "In brackets");
        sentences.iter().map(Clean::as_str).collect::<Vec<_>>().join(" ")
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
        text::result(&self.text, "back at the result, w and t show", style)
    }

    /// What comes first, as it stays in the history of a terminal.
    pub(super) fn first_lines(&self, style: Style) -> TerminalText {
        chapters::first_lines(&self.text, style)
    }

    /// How the result is had again.
    pub(super) fn again(&self, style: Style) -> TerminalText {
        chapters::again(&self.text, style)
    }

    /// The page of the role at a place in the list, from 0.
    pub(super) fn role(&self, place: usize, style: Style) -> TerminalText {
        let catalogue = self.sheet.catalogue();
        let entry = |role| {
            EntryText::of(catalogue, EntryIx::Role(role), self.sheet.starting_point)
                .with_commands(&self.commands)
        };
        if !self.is_ranked() {
            let role = catalogue.careers().roles.indices().nth(place);
            let page = |role| chapters::unranked_role(&entry(role), style);
            return role.map_or_else(TerminalText::empty, page);
        }
        let Some(role) = self.report.roles.get(place) else { return TerminalText::empty() };
        let standing = standing(&source(&self.sheet, &self.report, &self.commands), role);
        chapters::role(&entry(role.role), &standing, &self.narrowed(role), style)
    }

    /// Two roles against each other, by their places in the ranking, from 0.
    pub(super) fn pair(&self, one: usize, other: usize, style: Style) -> TerminalText {
        let source = source(&self.sheet, &self.report, &self.commands);
        let pair = PairText::of(&source, [one, other]);
        pair.map_or_else(TerminalText::empty, |pair| chapters::pair(&pair, style))
    }

    /// What moved since another result, and whether the change is saved.
    pub(super) fn moves(&self, before: &Self, is_saved: bool, style: Style) -> TerminalText {
        let [before, now] =
            [before, self].map(|book| source(&book.sheet, &book.report, &book.commands));
        chapters::moves(&Moves::between(&before, &now), is_saved, style)
    }

    /// The words about one role alone, as if it were the first.
    fn narrowed(&self, role: &RolePart<'c>) -> ResultText {
        let report = Report { roles: vec![role.clone()], ..self.report.clone() };
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
