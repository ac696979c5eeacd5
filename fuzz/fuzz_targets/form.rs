//! The questions of a `questions.yaml` as forms of other tools.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::form::{self, FormText, Unfit};
use rolefit_engine::page;
use rolefit_engine::table::{RowReader, SheetReader, Syntax};
use rolefit_engine::workbook::Workbook;
use rolefit_fuzz::read_questions;

fuzz_target!(|data: &[u8]| {
    let Ok(catalogue) = read_questions(data) else { return };
    let asked = catalogue.questionnaire();
    let questions = asked.questions.len();
    // Answers under the headings are answers to all questions.
    let heading_row = form::heading_row(asked);
    let cells = heading_row.split(',').count();
    let answers = format!("r{}\n", ",1".repeat(cells - 1));
    let answered = answered(&catalogue, format!("{heading_row}{answers}").as_bytes(), Syntax::Csv);
    assert_eq!(answered, questions, "{heading_row}");
    // So do those of the sheet to fill in.
    let mut book = Workbook::open(form::answer_sheet(asked)).expect("it is well made");
    let table = book.table(0).expect("it has a sheet");
    let reader = RowReader::open(&table[..], Some(Syntax::Worksheet), &catalogue);
    let reader = reader.expect("it has the questions");
    assert_eq!(reader.reading().map(|reading| reading.found), Some(questions));
    // The forms of tools are text that they can take, or say which questions they cannot.
    for form in [form::google, form::limesurvey, form::qualtrics, form::redcap] {
        is_text(form(asked));
    }
    match form::xlsform(asked) {
        Ok(form) => assert!(Workbook::open(form.bytes).is_ok(), "it is no workbook"),
        Err(unfit) => is_told(&unfit),
    }
    page::paper_html(asked).expect("a page is filled from any questions");
});

/// How many questions are answered in the only row of a table.
fn answered(catalogue: &Catalogue, table: &[u8], syntax: Syntax) -> usize {
    let rows = RowReader::open(table, Some(syntax), catalogue).expect("it has the questions");
    let sheets = SheetReader::new(catalogue);
    let mut answered = 0;
    for chunk in rows {
        for row in chunk.expect("it is in memory").rows() {
            let sheet = sheets.read(&row).expect("no row is blank").expect("they are answers");
            answered += sheet.answers().answered();
        }
    }
    answered
}

fn is_text(form: Result<FormText, Unfit>) {
    match form {
        Ok(form) => {
            let odd = form.text.chars().find(|c| c.is_control() && !"\r\n\t".contains(*c));
            assert_eq!(odd, None, "{}", form.text);
        }
        Err(unfit) => is_told(&unfit),
    }
}

fn is_told(unfit: &Unfit) {
    let told = unfit.to_string();
    assert!(!told.is_empty() && !told.contains('\n'), "{told}");
}
