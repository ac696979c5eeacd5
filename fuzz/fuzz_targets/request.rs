//! What the page in a browser asks its engine, and a sitting that it kept.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rolefit_engine::catalogue::embed;
use rolefit_engine::report::Norms;
use rolefit_engine::sitting::Form;
use rolefit_fuzz::SMALL;
use rolefit_page::{Quiz, Request, Settings};

static QUIZ: LazyLock<Quiz> = LazyLock::new(|| {
    let bytes = embed(&SMALL).expect("it can be embedded");
    let norms = serde_json::to_string(&Norms::of(&SMALL)).expect("JSON");
    let settings = Settings { form: Form::Full, norms, needs_files: false };
    Quiz::open(&bytes, &settings).expect("it is one")
});

fuzz_target!(|data: &[u8]| {
    let Ok(request) = serde_json::from_slice::<Request>(data) else { return };
    let is_next = matches!(request, Request::Next(_));
    match QUIZ.told(request) {
        Ok(told) if is_next => {
            // What was left of a sitting holds as it is.
            let sitting = told["sitting"].clone();
            let again = serde_json::from_value(sitting).expect("what is told can be asked");
            assert_eq!(QUIZ.told(Request::Next(again)).expect("it was told before"), told);
        }
        Ok(told) => assert!(!told.is_null()),
        Err(wrong) => assert!(!wrong.to_string().is_empty()),
    }
});
