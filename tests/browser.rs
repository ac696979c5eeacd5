//! The page of a result in a real browser. Needs Chromium, Node.js and two
//! packages, so it is run by `.ci/run` and not by `cargo test` alone:
//!
//! ```text
//! npm install --prefix target/browser axe-core playwright-core
//! cargo test --test browser -- --ignored
//! ```
#![allow(clippy::unwrap_used, reason = "a test may fail in the middle")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::Run;

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn pages_are_accessible_fit_narrow_windows_and_print_on_two_sheets() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser");
    fs::create_dir_all(&folder).unwrap();
    let pages = pages(&folder);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/check.mjs");
    let checked = Command::new("node")
        .arg(script)
        .arg(&folder)
        .args(&pages)
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
