//! `questions.yaml`, with careers made for whatever interests it names.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_fuzz::{read_questions, scores_and_is_kept, sheet};

fuzz_target!(|data: &[u8]| {
    let Ok(catalogue) = read_questions(data) else { return };
    for seed in 0..3 {
        scores_and_is_kept(&sheet(&catalogue, seed));
    }
});
