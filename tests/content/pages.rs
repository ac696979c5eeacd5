//! Pages of the shipped catalogue in a real browser, the longest that were met with.

use crate::support::browser::{check, page, reports_alike};
use crate::support::{Run, shipped};

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_longest_results_are_accessible_and_print_on_two_sheets() {
    let count = shipped().questionnaire().questions.len();
    let shipped = |answers| {
        // However many questions there are by now.
        let answers = format!("{answers:3<count$.count$}");
        Run::shipped(["score", "--format=html", "--answers", &answers])
    };
    let runs = [
        ("shipped-ranked", shipped("4444554333253214232535224442222444132243")),
        ("shipped-mixed", shipped("5134245153313252444231532424515353424152")),
        ("shipped-disliked", shipped("1111211111121111111111112211211111111111")),
        (
            "shipped-weighed",
            shipped("2321211341141221223231511431213432311322")
                .arg("--importance=devices=2")
                .arg("--importance=analysis=2"),
        ),
    ];
    check(2, &runs.map(|(name, run)| page(name, &run)));
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_engine_of_the_page_reports_what_the_program_does() {
    let run = |arguments: &[&str]| {
        arguments[1..].iter().fold(Run::shipped([arguments[0]]), |run, of| run.arg(*of))
    };
    reports_alike("shipped", run, &shipped(), 500);
}

#[test]
fn the_page_of_the_quiz_is_small() {
    let page = Run::shipped(["page", "-q"]).told();
    assert!(page.len() < 700_000, "{} bytes", page.len());
    // Its commands work without any files.
    assert!(page.contains("\"needs_files\":false"));
}
