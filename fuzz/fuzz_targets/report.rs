//! A saved report, to be rendered again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::report::{Explain, report};
use rolefit_engine::sheet::{BadReport, Sheet};
use rolefit_engine::table::SheetReader;
use rolefit_fuzz::{SMALL, same_when_kept, scores_and_is_kept};
use serde_json::json;

fuzz_target!(|text: &str| {
    match Sheet::from_report(&SMALL, text) {
        Ok(sheet) => {
            scores_and_is_kept(&sheet);
            // The report of that sheet says the same.
            let told = serde_json::to_string(&report(&sheet, Explain::Nothing)).expect("JSON");
            assert_eq!(Sheet::from_report(&SMALL, &told).expect("it is a report"), sheet);
        }
        Err(error) => {
            if let BadReport::NotOne { line, column } = &error {
                assert!(*line <= text.lines().count() + 1 && *column <= text.len() + 1);
            }
            assert!(!error.to_string().contains(char::is_control), "{error}");
        }
    }
    names(text);
});

/// A report by whatever name is of the same sheet as a row by that name.
fn names(name: &str) {
    let told = json!({
        "schema_version": 1,
        "respondent": name,
        "catalogue": SMALL.fingerprint().as_str(),
        "sheet": { "answers": "52314-", "importance": {}, "starting_point": null },
    });
    let row = json!({ "respondent": name, "answers": "52314-" }).to_string();
    let read = Sheet::from_report(&SMALL, &told.to_string()).expect("it is a report");
    assert_eq!(SheetReader::new(&SMALL).read_json(row.as_bytes()).as_ref(), Ok(&read), "{row}");
    same_when_kept(&read);
}
