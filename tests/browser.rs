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
use std::path::Path;
use std::process::Command;

use support::Run;

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn pages_are_accessible_fit_narrow_windows_and_print_on_two_sheets() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser");
    fs::create_dir_all(&folder).unwrap();
    let mut pages = Vec::new();
    for (name, answers) in [
        ("ranked", "4444554333253214232535224442222444132243"),
        ("mixed", "5134245153313252444231532424515353424152"),
        ("sparse", "5-3-2--4-1--3-----5---2--4------1----3--"),
        ("equal", "4444444444444444444444444444444444444444"),
        ("few", "4---------------------------------------"),
    ] {
        let ran = Run::new(["score", "--format", "html", "--answers", answers]).output();
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        let path = folder.join(format!("{name}.html"));
        fs::write(&path, ran.stdout).unwrap();
        pages.push(path);
    }
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
