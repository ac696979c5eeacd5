//! The page of a result in a real browser. Needs Chromium, Node.js and two
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

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::Run;

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn pages_are_accessible_fit_narrow_windows_and_print_on_two_sheets() {
    let folder = folder();
    let pages = pages(&folder);
    check(&folder, 2, &pages);
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_page_of_a_cohort_is_accessible_and_fits_narrow_windows() {
    let folder = folder();
    let mut table = format!("respondent,site,{}\n", questions().join(","));
    for number in 0..60 {
        let digits = ["45231", "12345", "54112", "3-421"][number % 4].repeat(8);
        let cells: Vec<String> = digits.chars().map(|c| c.to_string().replace('-', "")).collect();
        let site = ["North <b>", "South"][number % 2];
        table += &format!("r{number},{site},{}\n", cells.join(","));
    }
    let run = Run::new(["cohort", "-q", "--fit", "--by", "site", "--format", "html"]);
    let ran = run.stdin(table).output();
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let path = folder.join("cohort.html");
    fs::write(&path, ran.stdout).unwrap();
    check(&folder, 8, &[path]);
}

fn questions() -> Vec<String> {
    let shown = Run::new(["show", "questions", "--format", "json"]).json();
    let questions = shown["questions"].as_array().unwrap().iter();
    questions.map(|question| question["id"].as_str().unwrap().to_owned()).collect()
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Opens the pages in a browser; each may print on so many sheets of paper.
fn check(folder: &Path, sheets: u8, pages: &[PathBuf]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/check.mjs");
    let checked = Command::new("node")
        .arg(script)
        .arg(folder)
        .arg(sheets.to_string())
        .args(pages)
        .env("NODE_PATH", folder.join("node_modules"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&checked.stdout);
    let failed = String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success(), "{said}{failed}");
}

/// The results that are looked at, each written to a file.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let built_in = |answers| Run::new(["score", "--answers", answers]);
    let names = ["Numbers", "People", "Things", "Words"].iter();
    let long = "name: Whatever is made of words and more than";
    let questions = names.fold(support::QUESTIONS.to_owned(), |text, name| {
        text.replace(&format!("name: {name}"), &format!("{long} {name}"))
    });
    let runs = [
        ("ranked", built_in("4444554333253214232535224442222444132243")),
        ("mixed", built_in("5134245153313252444231532424515353424152")),
        ("sparse", built_in("5-3-2--4-1--3-----5---2--4------1----3--")),
        // The longest that were met with.
        ("disliked", built_in("1111211111121111111111112211211111111111")),
        (
            "weighed",
            built_in("2321211141341221223231511431213432311322")
                .arg("--importance=devices=2")
                .arg("--importance=analysis=2"),
        ),
        ("equal", built_in("4444444444444444444444444444444444444444")),
        ("few", built_in("4---------------------------------------")),
        (
            "long-names",
            Run::new(["score", "--answers=523454", "--questions=q", "--careers=c"])
                .file("q", questions)
                .file("c", support::CAREERS),
        ),
    ];
    let written = runs.map(|(name, run)| {
        let ran = run.arg("--format=html").output();
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        let path = folder.join(format!("{name}.html"));
        fs::write(&path, ran.stdout).unwrap();
        path
    });
    written.to_vec()
}
