//! `careers.yaml`, with the small questionnaire.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_fuzz::{QUESTIONS, read, scores, sheet};

fuzz_target!(|data: &[u8]| {
    let Ok(catalogue) = read(QUESTIONS.as_bytes(), data) else { return };
    for seed in 0..4 {
        scores(&sheet(&catalogue, seed));
    }
});
