//! Whole outputs as they were looked at and approved.

use std::fmt::Write as _;

use crate::support::recorded::check;
use crate::support::{MIDDLE_CAREERS, MIDDLE_QUESTIONS, Run};

const ANSWERS: &str = "453152345123451";

/// The middle catalogue, in files whose names stand in what is printed.
fn run<const N: usize>(args: [&str; N]) -> Run {
    Run::with(args, MIDDLE_QUESTIONS, MIDDLE_CAREERS)
}

/// Sixty people of two sites, who answer in many ways; a third skip a question.
fn class() -> String {
    let ids = crate::support::middle();
    let ids = ids.questionnaire().questions.iter().map(|question| question.id.as_str());
    let ids: Vec<&str> = ids.collect();
    let mut table = format!("respondent,site,{}\n", ids.join(","));
    for number in 0..60 {
        let site = ["North", "South"][number % 2];
        write!(table, "r{number},{site}").unwrap();
        for place in 0..ids.len() {
            match (number * number / 4 + place * (number % 7 + 2) + place / 5 * (number % 3)) % 5
                + 1
            {
                _ if place == 7 && number % 3 == 1 => table.push(','),
                answer => write!(table, ",{answer}").unwrap(),
            }
        }
        table.push('\n');
    }
    table
}

#[test]
fn results_read_as_they_were_approved() {
    for columns in ["80", "45"] {
        let result = run(["score", "--answers", ANSWERS, "--explain"]).env("COLUMNS", columns);
        check(&format!("result-{columns}.txt"), &result.told());
    }
    for (format, name) in [("markdown", "result.md"), ("html", "result.html")] {
        check(name, &run(["score", "--answers", ANSWERS, "--format", format]).told());
    }
}

#[test]
fn tables_comparisons_and_audits_read_as_they_were_approved() {
    for (format, name) in [("text", "cohort.txt"), ("html", "cohort.html")] {
        let cohort = run(["cohort", "-q", "--fit", "--by", "site", "--format", format]);
        check(name, &cohort.stdin(class()).told());
    }
    let compared = run(["compare", "a", "b"])
        .file("a", "answers: '115414143252422'")
        .file("b", "{answers: '554453415154155', importance: {money: 2}}");
    check("compare.txt", &compared.told());
    check("audit.txt", &run(["audit", "-q"]).told());
    check("role.txt", &run(["show", "set-carpenter"]).told());
}
