//! Pages in a real browser: Chromium, driven by the scripts in `tests/browser`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::AnswerCode;
use rolefit_engine::sitting::{SavedSitting, Sitting};
use serde_json::json;

use super::{Run, root, sheets};

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
    let sheets = PathBuf::from(sheets.to_string());
    driven("check", [folder(), sheets].iter().chain(pages));
}

/// What a script in `tests/browser` prints, which has to succeed.
#[track_caller]
pub fn driven<'p>(script: &str, arguments: impl IntoIterator<Item = &'p PathBuf>) -> String {
    let checked = Command::new("node")
        .arg(root().join(format!("tests/browser/{script}.mjs")))
        .args(arguments)
        .env("NODE_PATH", folder().join("node_modules"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&checked.stdout);
    let failed = String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success(), "{said}{failed}");
    said.into_owned()
}

/// That on so many drawn sittings the engine of a page, and one that was compiled anew if
/// there is one, reports what the program prints.
#[track_caller]
pub fn reports_alike(name: &str, run: fn(&[&str]) -> Run, catalogue: &Catalogue, count: usize) {
    let page = page(&format!("{name}-quiz"), &run(&["page", "-q"]));
    let sittings = sheets::sittings(catalogue, count);
    let case = |sitting: &Sitting<'_>| {
        let code = AnswerCode::of(&sitting.sheet()).unwrap().to_string();
        let report = run(&["score", "--explain", "--format", "json", "--answers", &code]).told();
        json!({ "sitting": SavedSitting::of(sitting), "report": report }).to_string() + "\n"
    };
    let (one, other) = sittings.split_at(count / 2);
    let cases = std::thread::scope(|threads| {
        let of = |part: &[Sitting<'_>]| part.iter().map(case).collect::<String>();
        let first = threads.spawn(move || of(one));
        let rest = of(other);
        first.join().unwrap() + &rest
    });
    let path = folder().join(format!("{name}-cases.ndjson"));
    fs::write(&path, cases).unwrap();
    let fresh = root().join("target/page/fresh/engine.wasm.gz");
    driven("engine", [page, path].iter().chain(fresh.is_file().then_some(&fresh)));
}

/// Where pages and pictures of them are left.
pub fn folder() -> PathBuf {
    let folder = root().join("target/browser");
    fs::create_dir_all(&folder).unwrap();
    folder
}
