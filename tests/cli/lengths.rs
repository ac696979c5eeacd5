//! A result is short enough to be read, whatever was answered.

use crate::answer_code::forty;
use crate::support::sheets::drawn;
use crate::support::{CAREERS, MIDDLE_CAREERS, MIDDLE_QUESTIONS, QUESTIONS, Run, catalogue};

#[test]
fn a_result_has_ninety_lines_at_the_most_whatever_was_answered() {
    let (questions, careers) = forty();
    for (questions, careers) in [
        (QUESTIONS, CAREERS),
        (MIDDLE_QUESTIONS, MIDDLE_CAREERS),
        (questions.as_str(), careers.as_str()),
    ] {
        for sheet in drawn(&catalogue(questions, careers), 40) {
            let run = Run::with(["score"], questions, careers).env("COLUMNS", "80");
            let ran = sheet.iter().fold(run, Run::arg).output();
            assert_eq!(ran.code, 0, "{sheet:?}: {}", ran.stderr);
            assert!(ran.stdout.lines().count() <= 90, "{sheet:?}: {}", ran.stdout);
        }
    }
}
