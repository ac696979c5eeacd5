//! A saved report, to be rendered again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::report::{Explain, report};
use rolefit_engine::sheet::{BadReport, Sheet};
use rolefit_fuzz::{SMALL, scores_and_is_kept};

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
});
