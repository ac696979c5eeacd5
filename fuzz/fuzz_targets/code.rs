//! An answer code as it is typed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::sheet::{AnswerCode, BadCode, Sheet};
use rolefit_fuzz::{SMALL, same_by_code, scores_and_is_kept};

fuzz_target!(|text: &str| {
    match Sheet::from_code(&SMALL, text) {
        Ok(sheet) => {
            scores_and_is_kept(&sheet);
            same_by_code(&sheet);
        }
        Err(BadCode::Length { found, plain, marked }) => assert!(found != plain && found != marked),
        Err(BadCode::Mistyped | BadCode::OtherQuestionnaire) => {}
    }
    // Whatever reads one text for answers agrees with what it takes it for.
    if let Ok(sheet) = Sheet::from_text(&SMALL, text) {
        let is_code = Sheet::from_code(&SMALL, text).is_ok();
        assert_eq!(is_code, AnswerCode::is_meant_by(text), "{text:?} is {sheet:?}");
    }
});
