//! The pages of results, cohorts and questions in a real browser. Needs Chromium, Node.js and two
//! packages, so it is run by `.ci/run` and not by `cargo test` alone:
//!
//! ```text
//! npm install --prefix target/browser axe-core playwright-core
//! cargo test --test browser -- --ignored
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "a test may fail in the middle"
)]

mod support;

use support::browser::{check, page};
use support::{CAREERS, QUESTIONS, Run, middle};

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn pages_are_accessible_fit_narrow_windows_and_print_on_two_sheets() {
    let middle = |answers| Run::middle(["score", "--answers", answers]);
    let names = ["Numbers", "People", "Things", "Words"].iter();
    let long = "name: Whatever is made of words and more than";
    let questions = names.fold(QUESTIONS.to_owned(), |text, name| {
        text.replace(&format!("name: {name}"), &format!("{long} {name}"))
    });
    let runs = [
        ("ranked", middle("453152345123451")),
        ("sparse", middle("5-3-2--4-1--3--")),
        ("disliked", middle("111212111111121")),
        (
            "weighed",
            middle("232121134114122").arg("--importance=money=2").arg("--importance=acting=2"),
        ),
        ("equal", middle("444444444444444")),
        ("few", middle("4--------------")),
        ("long-names", Run::with(["score", "--answers=523454"], &questions, CAREERS)),
    ];
    check(2, &runs.map(|(name, run)| page(name, &run.arg("--format=html"))));
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_page_of_a_cohort_is_accessible_and_fits_narrow_windows() {
    let middle = middle();
    let ids: Vec<&str> = middle.questionnaire().questions.iter().map(|of| of.id.as_str()).collect();
    let mut table = format!("respondent,site,{}\n", ids.join(","));
    for number in 0..60 {
        let digits = ["45231", "12345", "54112", "3-421"][number % 4].chars().cycle();
        let cells = digits.take(ids.len()).map(|digit| digit.to_string().replace('-', ""));
        let site = ["North <b>", "South"][number % 2];
        table += &format!("r{number},{site},{}\n", cells.collect::<Vec<_>>().join(","));
    }
    let run = Run::middle(["cohort", "-q", "--fit", "--by", "site", "--format", "html"]);
    check(8, &[page("cohort", &run.stdin(table))]);
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_questions_on_paper_are_accessible_and_fit_narrow_windows() {
    let foreign = QUESTIONS.replace("title:", "language: cy\nstem: <b>How much …\ntitle:");
    let pages = [
        page("paper", &Run::middle(["form", "paper"])),
        page("paper-foreign", &Run::with(["form", "paper"], &foreign, CAREERS)),
    ];
    check(3, &pages);
}
