//! `rolefit form`: the questionnaire for the tool where people will answer.

use clap::ValueEnum as _;
use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::form::{self, FormText, Headings, Unfit};
use rolefit_engine::page;

use super::result::unfilled;
use crate::args::{FormArgs, FormKind};
use crate::failure::Failure;
use crate::files::{self, Salvaged};
use crate::interruption::handle_signals;
use crate::output::{Output, RecordTarget};
use crate::text::TerminalText;

pub(crate) fn run(args: &FormArgs, output: &mut Output) -> Result<(), Failure> {
    let Some(kind) = args.format else {
        if args.output.path().is_some() {
            let why = "--output: which form? rolefit form lists them, as in rolefit form csv -o \
                       form.csv";
            return Err(Failure::Usage(why.to_owned()));
        }
        // Files that are named are there, though the list is the same with any.
        files::salvage(&args.files)?;
        return output.result(&kinds());
    };
    // The questions are enough: careers that do not go with them matter to no form.
    let Salvaged { catalogue, problems, .. } = files::salvage(&args.files)?;
    let catalogue = catalogue.filter(|_| problems.is_empty());
    let Some(catalogue) = catalogue else { return Err(Failure::Problems(problems.into())) };
    let written = WrittenForm::of(&catalogue, kind)?;
    // If signals cannot be handled, the file is written all the same.
    let handle_signals = || drop(handle_signals(false));
    let mut target = RecordTarget::open(args.output.path(), handle_signals)?;
    match written.content {
        FormContent::Workbook(_) if target.is_terminal() => {
            let why = "a terminal cannot show a workbook: name a file for it, as in \
                       --output form.xlsx";
            return Err(Failure::Usage(why.to_owned()));
        }
        FormContent::Workbook(bytes) => target.write(&bytes)?,
        FormContent::Text(text) => target.show(text.as_bytes())?,
    }
    target.finish()?;
    if let Some(note) = written.note {
        output.note(&TerminalText::each_on_a_line([note]));
    }
    Ok(())
}

/// What there is, as a list.
fn kinds() -> TerminalText {
    let kinds = FormKind::value_variants().iter().filter_map(FormKind::to_possible_value);
    let line = |kind: clap::builder::PossibleValue| {
        let help = kind.get_help().map(ToString::to_string).unwrap_or_default();
        format!("{:<11} {help}\n", kind.get_name())
    };
    TerminalText::lines(kinds.map(line).collect::<String>())
}

/// A form as it is written.
struct WrittenForm {
    content: FormContent,
    /// What its export has to have, where that is not a matter of course.
    note: Option<&'static str>,
}

/// What a form is made of.
enum FormContent {
    Text(String),
    Workbook(Vec<u8>),
}

impl WrittenForm {
    fn of(catalogue: &Catalogue, kind: FormKind) -> Result<Self, Failure> {
        let asked = catalogue.questionnaire();
        let text = |form: Result<FormText, Unfit>| Ok::<_, Failure>(form.map_err(unfit)?.text);
        let noted = |form: Result<FormText, Unfit>| {
            let form = form.map_err(unfit)?;
            Ok(Self { content: FormContent::Text(form.text), note: note(form.headings) })
        };
        let content = match kind {
            FormKind::Csv => FormContent::Text(form::heading_row(asked)),
            FormKind::Xlsx => FormContent::Workbook(form::answer_sheet(asked)),
            FormKind::Xlsform => {
                let form = form::xlsform(asked).map_err(unfit)?;
                let content = FormContent::Workbook(form.bytes);
                return Ok(Self { content, note: note(form.headings) });
            }
            FormKind::Limesurvey => return noted(form::limesurvey(asked)),
            FormKind::Redcap => return noted(form::redcap(asked)),
            FormKind::Google => FormContent::Text(text(form::google(asked))?),
            FormKind::Qualtrics => FormContent::Text(text(form::qualtrics(asked))?),
            FormKind::Paper => {
                FormContent::Text(page::paper_html(asked).map_err(unfilled)?.to_string())
            }
        };
        Ok(Self { content, note: None })
    }
}

/// What has to be chosen when answers are exported from a tool that allows no such ids.
fn note(headings: Headings) -> Option<&'static str> {
    (headings == Headings::Texts).then_some(
        "the ids of the questions could not be told apart in this tool, so they have numbers \
         there: export the answers with the texts of the questions as headings",
    )
}

/// A questionnaire that the tool cannot ask is bad data.
#[expect(clippy::needless_pass_by_value, reason = "it is mapped over errors")]
fn unfit(unfit: Unfit) -> Failure {
    Failure::Data(unfit.to_string())
}
