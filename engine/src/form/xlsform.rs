//! `XLSForm`, for ODK and `KoboToolbox`.

use super::error::Unfit;
use super::escaping::unreferring;
use super::labels::labels;
use super::names::{Headings, NameRule};
use super::workbook::{SheetCell, SheetPage, workbook};
use crate::catalogue::Questionnaire;
use crate::sheet::compact;

const RULE: NameRule = NameRule {
    tool: "ODK",
    hyphen: "-",
    longest: 200,
    own: &[
        "meta",
        "metainstanceid",
        "instanceid",
        "key",
        "submissiondate",
        "submitterid",
        "submittername",
        "attachmentspresent",
        "attachmentsexpected",
        "status",
        "reviewstate",
        "deviceid",
        "edits",
        "formversion",
        "start",
        "end",
        "id",
        "uuid",
        "submissiontime",
        "validationstatus",
        "notes",
        "submittedby",
        "version",
        "tags",
        "index",
    ],
};

/// A form as a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormBook {
    /// The workbook.
    pub bytes: Vec<u8>,
    /// By what the questions are known in what is exported.
    pub headings: Headings,
}

/// The form: each question is one of the same list of answers, which are called by their
/// numbers.
///
/// # Errors
/// [`Unfit`] if what is exported would not be read back.
pub fn xlsform(asked: &Questionnaire) -> Result<FormBook, Unfit> {
    let named = RULE.names(asked)?;
    let mut survey = vec![row(["type", "name", "label", "appearance"])];
    if let Some(introduction) = &asked.introduction {
        survey.push(row(["note", note_name(asked), &unreferring(introduction), ""]));
    }
    for (name, question) in named.names.iter().zip(&asked.questions) {
        let text = unreferring(&question.text);
        // Each question is on a screen of its own.
        let label = match &asked.stem {
            Some(stem) => format!("{} {text}", unreferring(stem)),
            None => text,
        };
        survey.push(row(["select_one scale", name, &label, "likert"]));
    }
    let mut choices = vec![row(["list_name", "name", "label"])];
    for (label, number) in labels(&asked.scale).iter().zip(1..) {
        choices.push(row(["scale", &number.to_string(), &unreferring(label)]));
    }
    let title = unreferring(asked.title.as_deref().unwrap_or("rolefit"));
    let settings = vec![row(["form_title", "form_id"]), row([&title, "rolefit"])];
    let sheets = [("survey", survey), ("choices", choices), ("settings", settings)];
    let page = |(name, rows)| SheetPage { name, rows, frozen: [1, 0], ..SheetPage::default() };
    Ok(FormBook { bytes: workbook(&sheets.map(page)), headings: named.headings })
}

/// A name for the note that is no question's.
fn note_name(asked: &Questionnaire) -> &'static str {
    let is_free = |name: &&str| {
        !asked.questions.iter().any(|question| compact(&question.id) == compact(name))
    };
    let names = ["introduction", "about_this_form", "first_note"];
    names.into_iter().find(is_free).unwrap_or("note_before_all_questions")
}

/// A row of texts; an empty one is no cell.
fn row<const N: usize>(cells: [&str; N]) -> Vec<SheetCell> {
    let cell = |text: &str| match text {
        "" => SheetCell::Empty,
        text => SheetCell::Text(text.to_owned()),
    };
    cells.map(cell).to_vec()
}
