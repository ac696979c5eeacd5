//! Pages in a real browser: Chromium, driven by `tests/browser/check.mjs`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::{Run, root};

/// Writes what a run prints, which is a page, to a file for the browser.
#[track_caller]
pub fn page(name: &str, run: &Run) -> PathBuf {
    let path = folder().join(format!("{name}.html"));
    fs::write(&path, run.told()).unwrap();
    path
}

/// Opens the pages in a browser; each may print on so many sheets of paper.
#[track_caller]
pub fn check(sheets: u8, pages: &[PathBuf]) {
    let folder = folder();
    let checked = Command::new("node")
        .arg(root().join("tests/browser/check.mjs"))
        .arg(&folder)
        .arg(sheets.to_string())
        .args(pages)
        .env("NODE_PATH", folder.join("node_modules"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&checked.stdout);
    let failed = String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success(), "{said}{failed}");
}

fn folder() -> PathBuf {
    let folder = root().join("target/browser");
    fs::create_dir_all(&folder).unwrap();
    folder
}
