//! A result of the shipped catalogue is short enough to be read.

use crate::support::sheets::drawn;
use crate::support::{Run, shipped};

/// Answers of many kinds: careful, extreme, all but equal, with gaps.
fn sheets(questions: usize) -> Vec<String> {
    let kinds = ["12345", "5142343", "45", "12", "3", "1-5", "2233441", "55555", "3334"];
    let answer = |kind: &str, place: usize| {
        let options: Vec<char> = kind.chars().collect();
        // Steps that come back to the same place late.
        options[(place * place + 7 * place / 3) % options.len()]
    };
    kinds.iter().map(|kind| (0..questions).map(|place| answer(kind, place)).collect()).collect()
}

#[test]
fn a_result_has_ninety_lines_at_the_most() {
    let catalogue = shipped();
    let interests = &catalogue.questionnaire().interests;
    for answers in sheets(catalogue.questionnaire().questions.len()) {
        for marked in [0, 2] {
            let run = Run::shipped(["score", "--answers", &answers]).env("COLUMNS", "80");
            let marks = interests.iter().take(marked);
            let run = marks.fold(run, |run, of| run.arg(format!("--importance={}=2", of.id)));
            let result = run.output().stdout;
            assert!(result.lines().count() <= 90, "{answers}: {result}");
            assert!(result.lines().count() > 10, "{answers}: {result}");
        }
    }
}

#[test]
fn a_result_has_ninety_lines_whatever_counts_and_is_skipped() {
    for sheet in drawn(&shipped(), 80) {
        let run = Run::shipped(["score"]).env("COLUMNS", "80");
        let result = sheet.iter().fold(run, Run::arg).output().stdout;
        assert!(result.lines().count() <= 90, "{sheet:?}: {result}");
        assert!(result.lines().count() > 8, "{sheet:?}: {result}");
    }
}
