//! The file of a saved sitting, fitted to the questions of today.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit::sheet::{Progress, Sheet};
use rolefit_fuzz::{SMALL, scores_and_is_kept};

fuzz_target!(|data: &[u8]| {
    let Ok(progress) = serde_json::from_slice::<Progress>(data) else { return };
    let resumed = progress.resume(&SMALL);
    // No question is put twice, and every answer was put.
    let mut asked = resumed.asked.clone();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked.len(), resumed.asked.len());
    let questions = SMALL.questionnaire().questions.len();
    for question in 0..questions {
        assert!(resumed.answers.get(question).is_none() || asked.contains(&question));
    }
    assert!(asked.iter().all(|question| *question < questions));
    // No answer goes without a word.
    let given = progress.asked.iter().filter(|put| put.answer.is_some()).count();
    assert!(resumed.answers.answered() + resumed.dropped.len() <= given);
    // What is kept of it is read back equal, and says the same again.
    let kept = Progress::of(&SMALL, resumed.form, &resumed.asked, &resumed.answers);
    let written = serde_json::to_string(&kept).expect("text keys only");
    let read: Progress = serde_json::from_str(&written).expect("what is written can be read");
    assert_eq!(read, kept);
    let again = read.resume(&SMALL);
    assert_eq!((&again.answers, &again.asked), (&resumed.answers, &resumed.asked));
    assert!(again.dropped.is_empty());
    scores_and_is_kept(&SMALL, &Sheet::new(&SMALL, resumed.answers));
});
