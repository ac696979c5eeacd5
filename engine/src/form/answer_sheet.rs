//! A table to fill in: one row a person.

use super::escaping::line;
use super::labels::labels;
use super::workbook::{CellChoices, SheetCell, SheetPage, workbook};
use crate::catalogue::Questionnaire;
use crate::sheet::{AnswerWords, compact};

/// What the column of the respondents may be called, the first that is no question.
const RESPONDENTS: [&str; 4] = ["respondent", "participant", "participant-id", "subject"];

/// The sheet that has what is asked, to be read.
const QUESTIONS: &str = "questions";

/// The row, from 0, of the first question and the first answer on it, and their columns.
const FIRST_ROW: usize = 4;
const ANSWER_COLUMN: usize = 4;

/// So many people have lists to choose from.
const PEOPLE: usize = 1_000;

/// The heading row of a table to fill in, as CSV.
///
/// ```
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// use rolefit_engine::form::heading_row;
///
/// assert!(heading_row(catalogue.questionnaire()).starts_with("respondent,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn heading_row(asked: &Questionnaire) -> String {
    headings(asked).join(",") + "\n"
}

/// A workbook to fill in: a row for each person, with lists to choose an answer from; on its
/// second sheet what is asked, to be read.
#[must_use]
pub fn answer_sheet(asked: &Questionnaire) -> Vec<u8> {
    let texts: Vec<String> = asked.questions.iter().map(|question| cell(&question.text)).collect();
    workbook(&[to_fill_in(asked, &texts), to_read(asked, &texts)])
}

fn to_fill_in(asked: &Questionnaire, texts: &[String]) -> SheetPage {
    let headings = headings(asked);
    let width = headings.len();
    let first = width - texts.len();
    let mut rows = vec![headings.into_iter().map(SheetCell::Heading).collect()];
    let words = AnswerWords::of(&asked.scale);
    // A row of texts below the headings is known as one if there are some, and none is an
    // answer.
    if texts.len() >= 3 && texts.iter().all(|text| words.read(text).is_err()) {
        let texts = texts.iter().cloned().map(SheetCell::Wrapped);
        rows.push((0..first).map(|_| SheetCell::Empty).chain(texts).collect());
    }
    let last_answer = FIRST_ROW + asked.scale.labels().len() - 1;
    let list = [FIRST_ROW, last_answer].map(|row| [row, ANSWER_COLUMN]);
    let cells = [[rows.len(), first], [rows.len() + PEOPLE - 1, width - 1]];
    SheetPage {
        name: "answers",
        frozen: [rows.len(), first],
        rows,
        widths: vec![22; width],
        choices: Some(CellChoices { cells, list: (QUESTIONS, list) }),
    }
}

fn to_read(asked: &Questionnaire, texts: &[String]) -> SheetPage {
    let beside = |text: &Option<String>| match text {
        Some(text) => vec![SheetCell::Empty, SheetCell::Text(cell(text))],
        None => Vec::new(),
    };
    let heads = ["id", "question", "", "number", "answer"];
    let mut rows: Vec<Vec<SheetCell>> = vec![beside(&asked.title), beside(&asked.stem), Vec::new()];
    rows.push(heads.map(|head| SheetCell::Heading(head.to_owned())).to_vec());
    let labels = labels(&asked.scale);
    let ids = asked.questions.iter().map(|question| question.id.to_string());
    let mut asked: Vec<[SheetCell; 2]> = ids
        .zip(texts)
        .map(|(id, text)| [SheetCell::Text(id), SheetCell::Wrapped(text.clone())])
        .collect();
    asked.resize(asked.len().max(labels.len()), [SheetCell::Empty, SheetCell::Empty]);
    let mut answers = (1..).zip(&labels);
    rows.extend(asked.into_iter().map(|question| {
        let answer = answers.next().map(|(number, label)| {
            [SheetCell::Empty, SheetCell::Number(number), SheetCell::Text(cell(label))]
        });
        question.into_iter().chain(answer.into_iter().flatten()).collect()
    }));
    let widths = vec![22, 70, 4, 9, 30];
    SheetPage { name: QUESTIONS, rows, frozen: [FIRST_ROW, 0], widths, choices: None }
}

/// Who it is, and the ids: letters, digits and hyphens, which need no quotes.
fn headings(asked: &Questionnaire) -> Vec<String> {
    let is_free = |name: &&str| {
        let letters = compact(name);
        !asked.questions.iter().any(|question| compact(&question.id) == letters)
    };
    let respondent = RESPONDENTS.into_iter().find(is_free);
    let ids = asked.questions.iter().map(|question| question.id.as_str());
    respondent.into_iter().chain(ids).map(str::to_owned).collect()
}

/// A text on one line, cut to what a cell holds.
fn cell(text: &str) -> String {
    /// Of UTF-16.
    const LONGEST: usize = 32_767;
    let mut units = 0;
    let is_within = |character: &char| {
        units += character.len_utf16();
        units <= LONGEST
    };
    line(text).chars().take_while(is_within).collect()
}
