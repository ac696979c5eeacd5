//! What is told of answer sheets, answer codes, reports and options with answers.

use rolefit_engine::catalogue::{Mistake, Problem, Problems};
use rolefit_engine::sheet::{
    Answers, BadAnswerText, BadCode, BadCoding, BadDigits, BadReport, Coding, NoCode, PairMistake,
    Sheet, SheetMistake, UnknownId,
};
use rolefit_engine::sitting::JournalError;

use super::examples::{small, source};

fn sheet(text: &str) -> Vec<Problem<SheetMistake>> {
    let catalogue = small();
    let read = Sheet::read(&catalogue, &source("sheet.yaml", text));
    read.err().map(Problems::into_vec).unwrap_or_default()
}

/// A word of a sheet that is none of the few allowed.
pub(super) fn unknown_word() -> Vec<Problem> {
    let common = |problem: Problem<SheetMistake>| match problem.mistake.clone() {
        SheetMistake::Common(mistake) => Some(problem.map(|_| mistake)),
        _ => None,
    };
    sheet("answers: {}\nstarting_point: work\n").into_iter().filter_map(common).collect()
}

fn digits(text: &str) -> BadDigits {
    Answers::from_digits(&small(), text).unwrap_err()
}

fn coding(words: &str) -> BadCoding {
    Coding::default().add_words(words, &small().questionnaire().scale).unwrap_err()
}

fn report(text: &str) -> BadReport {
    Sheet::from_report(&small(), text).unwrap_err()
}

/// A report as far as it is read, with one text replaced by another.
fn reported(from: &str, to: &str) -> BadReport {
    let text = format!(
        "{{\"schema_version\":1,\"respondent\":null,\"catalogue\":\"{}\",\"sheet\":{{\"answers\":\
         \"523454\",\"importance\":{{\"words\":2}},\"starting_point\":\"nhs\"}}}}",
        small().fingerprint()
    );
    assert!(text.contains(from), "{from}");
    report(&text.replacen(from, to, 1))
}

fn answer(id: &str, value: &str) -> PairMistake {
    let catalogue = small();
    Sheet::new(Answers::blank(&catalogue)).answer(id, value).unwrap_err()
}

fn weight(value: &str) -> PairMistake {
    let catalogue = small();
    Sheet::new(Answers::blank(&catalogue)).weigh("words", value).unwrap_err()
}

fn unknown(kind: &'static str, near: Option<&str>) -> UnknownId {
    UnknownId { kind, id: "number".to_owned(), near: near.map(str::to_owned) }
}

pub(super) fn all() -> String {
    [of_sheets(), of_digits(), of_codes(), of_pairs(), of_codings(), of_reports(), of_sittings()]
        .concat()
}

fn of_sheets() -> String {
    let other = format!("sha256:{}", "0".repeat(64));
    let foreign = format!("answers: [1, 2, 3, 4, 5, 1]\ncatalogue: {other}\n");
    problems!("Answer sheets", SheetMistake,
        SheetMistake::Common(Mistake::File(_) | Mistake::Syntax(_)) => sheet("a: @b\n");
        SheetMistake::Common(_) => sheet("respondent: a"), sheet("answers: {sum: 4}");
        SheetMistake::BadAnswer(_) => sheet("answers: {sums: 6}"), sheet("answers: {sums: often}");
        SheetMistake::BadText(_) => sheet("answers: 4531");
        SheetMistake::WrongLength { .. } => sheet("answers: [1, 2]");
        SheetMistake::ForeignWithoutIds => foreign_sheet(&foreign);
        SheetMistake::BadFingerprint { .. } => sheet("answers: {}\ncatalogue: 'yes'\n");
        SheetMistake::OtherCatalogue { .. } => sheet(&format!("answers: {{}}\ncatalogue: {other}\n"));
    )
}

fn foreign_sheet(text: &str) -> Vec<Problem<SheetMistake>> {
    vec![Problem::of_file("sheet.yaml", SheetMistake::ForeignWithoutIds, None)]
        .into_iter()
        .chain(sheet(text))
        .collect()
}

fn of_digits() -> String {
    messages!("Answers as digits", BadDigits,
        BadDigits::WrongLength { .. } => digits("4531");
        BadDigits::NotAnAnswer { .. } => digits("45x123");
    ) + &messages!("Answers as one text", BadAnswerText,
        BadAnswerText::Digits(_) => BadAnswerText::Digits(digits("4531"));
        BadAnswerText::Code(_) => BadAnswerText::Code(BadCode::Mistyped);
    )
}

fn of_codes() -> String {
    let no_code = NoCode { interest: "words".to_owned(), importance: 3.0 };
    messages!("Answer codes", BadCode,
        BadCode::Length { .. } => BadCode::Length { found: 9, plain: 11, marked: 13 };
        BadCode::Mistyped => BadCode::Mistyped;
        BadCode::OtherQuestionnaire => BadCode::OtherQuestionnaire;
    ) + &super::examples::line(&no_code)
}

fn of_pairs() -> String {
    messages!("Answers and weights by id", PairMistake,
        PairMistake::UnknownId(_) => answer("sum", "4"), answer("zzz", "4");
        PairMistake::Answer { .. } => answer("sums", "9"), answer("sums", "often");
        PairMistake::Importance { .. } => weight("9");
    ) + &super::examples::line(&unknown("interest", None))
        + &super::examples::line(&unknown("interest", Some("numbers")))
}

fn of_codings() -> String {
    messages!("--scale", BadCoding,
        BadCoding::NoAnswer(_) => coding("Agree");
        BadCoding::NotOnScale { .. } => coding("Agree=6");
        BadCoding::Twice(_) => coding("Agree=5,agree=4");
    )
}

fn of_reports() -> String {
    let again = "{}\n".to_owned();
    messages!("Reports that rolefit wrote", BadReport,
        BadReport::NotOne { .. } => report(&again);
        BadReport::CutOff { .. } => report("{\"schema_version\":1,");
        BadReport::MissingKey(_) => reported("\"catalogue\":", "\"other\":");
        BadReport::Several { .. } => BadReport::Several { line: 2 };
        BadReport::OtherVersion(_) => reported("\"schema_version\":1", "\"schema_version\":9");
        BadReport::OtherCatalogue { .. } => reported("sha256:", "sha256:0");
        BadReport::Answers(_) => reported("523454", "5234");
        BadReport::Importance(_) => reported("{\"words\":2}", "{\"words\":9}");
        BadReport::StartingPoint(_) => reported("nhs", "work");
    )
}

fn of_sittings() -> String {
    messages!("Saved sittings: why one cannot be read", JournalError,
        JournalError::Empty => JournalError::Empty;
        JournalError::BrokenOff => JournalError::BrokenOff;
        JournalError::Other => JournalError::Other;
        JournalError::Later => JournalError::Later;
        JournalError::Damaged => JournalError::Damaged;
    )
}
