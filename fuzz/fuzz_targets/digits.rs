//! Answers as digits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::sheet::{Answers, BadDigits, Sheet};
use rolefit_fuzz::{SMALL, scores_and_is_kept};

fuzz_target!(|digits: &str| {
    match Answers::from_digits(&SMALL, digits) {
        Ok(answers) => {
            assert_eq!(answers.digits(), digits);
            assert_eq!(answers.answered() + answers.skipped(), digits.len());
            scores_and_is_kept(&Sheet::new(answers));
        }
        Err(BadDigits::WrongLength { found, .. }) => assert_eq!(found, digits.chars().count()),
        Err(error @ BadDigits::NotAnAnswer { position, found, .. }) => {
            assert_eq!(digits.chars().nth(position - 1), Some(found));
            assert!(!error.to_string().contains(char::is_control), "{error}");
        }
    }
});
