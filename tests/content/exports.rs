//! What a survey tool exported from a form with the questions as they were once.

use crate::support::{Run, root};

/// The ranking of each person, whatever the person is called.
fn ranked(export: &str) -> (Vec<String>, String) {
    let folder = root().join("tests/content/exports");
    let path = |name: &str| folder.join(name).display().to_string();
    let mut run = Run::shipped(["batch", "--format", "csv", "--questions"]);
    run = run.arg(path("questions.yaml")).arg(path(export));
    let ran = run.output();
    let people = ran.stdout.lines().map(|line| line.split_once(',').unwrap().1.to_owned());
    (people.collect(), ran.stderr)
}

#[test]
fn a_workbook_of_microsoft_forms_gives_the_ranking_of_its_answers() {
    let (expected, stderr) = ranked("00-reference.csv");
    let again = "1 row is of a respondent that occurred before: di@example.org\n";
    assert_eq!(stderr, format!("{again}10 rows read: 10 scored, 0 rejected, 0 blank\n"));
    let (people, stderr) = ranked("02-msforms.xlsx");
    assert_eq!(people, expected);
    assert_eq!(
        stderr,
        "headings in row 1: 40 of 40 questions have a column\n\
         respondents are named by \"ID\"; not answers: Start time, Completion time, Email and 1 more\n\
         answers: 396 in words\n\
         10 rows read: 10 scored, 0 rejected, 0 blank\n"
    );
}
