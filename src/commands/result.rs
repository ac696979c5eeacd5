//! The last step of `quiz` and `score`: one person's result, written out.

use std::io;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::page::{self, Document, Unfilled};
use rolefit_engine::report::{Explain, Report, Reporter};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::sitting::SavedResult;
use rolefit_engine::telling::result::{Detail, ResultSource, ResultSummary, ResultText};

use crate::args::{ResultArgs, ResultFormat};
use crate::builtin;
use crate::failure::Failure;
use crate::output::Output;
use crate::text::{CommandLines, Style, TerminalText, json, result as text};

/// In text, the roles whose ledgers are at hand for the words about them.
const EXPLAINED: usize = 20;

/// Writes results, however many are asked for in one run.
pub(super) struct ResultWriter<'a> {
    reporter: Reporter<'a>,
    args: &'a ResultArgs,
    commands: CommandLines,
}

impl<'a> ResultWriter<'a> {
    /// A writer of results by this catalogue, as the arguments ask for them.
    pub(super) fn new(catalogue: &'a Catalogue, args: &'a ResultArgs) -> Self {
        let commands = CommandLines::of(&args.files);
        Self { reporter: builtin::reporter(catalogue), args, commands }
    }

    /// Writes what `sheet` says of its respondent in the format that was asked for.
    pub(super) fn write(
        &self,
        sheet: &Sheet<'a>,
        explain: bool,
        style: Style,
        output: &mut Output,
    ) -> Result<(), Failure> {
        match self.args.format() {
            ResultFormat::Json => output.result(&self.json(sheet, explain)?),
            ResultFormat::Html => {
                let page = page::html(&self.text(sheet, explain));
                output.result(&page.map_err(unfilled)?.into())
            }
            ResultFormat::Markdown => {
                let page = page::markdown(&self.text(sheet, explain));
                output.result(&page.map_err(unfilled)?.into())
            }
            ResultFormat::Text => {
                let text = self.text(sheet, explain);
                output.result(&text::result(&text, "--explain adds", style))
            }
        }
    }

    /// The result as a page that can be kept and shown.
    pub(super) fn page(&self, sheet: &Sheet<'a>) -> Result<Document, Failure> {
        page::html(&self.text(sheet, false)).map_err(unfilled)
    }

    /// The result as a value.
    pub(super) fn report(&self, sheet: &Sheet<'a>) -> Report<'a> {
        Report::of(&self.reporter, sheet, Explain::Nothing)
    }

    /// The result as it is saved with the sitting.
    pub(super) fn saved(&self, sheet: &Sheet<'a>) -> SavedResult {
        let report = Report::of(&self.reporter, sheet, Explain::First(EXPLAINED));
        let detail = Detail { top: self.top(), explain: false };
        let commands = &self.commands;
        let source = ResultSource { sheet, report: &report, detail, commands };
        SavedResult {
            catalogue: sheet.catalogue().fingerprint().to_string(),
            summary: ResultSummary::of(&source).lines("").iter().map(ToString::to_string).collect(),
        }
    }

    /// The result as a value, every role explained.
    pub(super) fn explained(&self, sheet: &Sheet<'a>) -> Report<'a> {
        Report::of(&self.reporter, sheet, Explain::Everything)
    }

    /// The commands that texts mention.
    pub(super) fn commands(&self) -> &CommandLines {
        &self.commands
    }

    fn top(&self) -> usize {
        self.args.top.or_all()
    }

    fn json(&self, sheet: &Sheet<'a>, explain: bool) -> Result<TerminalText, Failure> {
        let explain = if explain { Explain::First(self.top()) } else { Explain::Nothing };
        let mut report = Report::of(&self.reporter, sheet, explain);
        report.roles.truncate(self.top());
        json::json(&report).map_err(|error| Failure::io("JSON")(error.into()))
    }

    fn text(&self, sheet: &Sheet<'a>, explain: bool) -> ResultText {
        let report = Report::of(&self.reporter, sheet, Explain::First(EXPLAINED));
        ResultText::of(&ResultSource {
            sheet,
            report: &report,
            detail: Detail { top: self.top(), explain },
            commands: &self.commands,
        })
    }
}

/// A page that could not be filled in.
pub(super) fn unfilled(fault: Unfilled) -> Failure {
    Failure::io("the page")(io::Error::other(fault))
}
