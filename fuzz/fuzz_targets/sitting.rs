//! The file of a saved sitting, fitted to the questions of today.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::sheet::Progress;
use rolefit_fuzz::{SMALL, scores_and_is_kept};

fuzz_target!(|data: &[u8]| {
    let Ok(progress) = serde_json::from_slice::<Progress>(data) else { return };
    let resumed = progress.resume(&SMALL);
    let sitting = &resumed.sitting;
    // No question is put twice, no interest marked twice, and every answer was put.
    for numbers in [&sitting.asked, &sitting.matters] {
        let mut numbers = numbers.clone();
        let all = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), all);
    }
    let asked = SMALL.questionnaire();
    for question in 0..asked.questions.len() {
        assert!(sitting.answers.get(question).is_none() || sitting.asked.contains(&question));
    }
    assert!(sitting.asked.iter().all(|question| *question < asked.questions.len()));
    assert!(sitting.matters.iter().all(|interest| *interest < asked.interests.len()));
    // No more is told to be lost than was said.
    let given = progress.asked.iter().filter(|put| put.answer.is_some()).count();
    let (kept, said) = (sitting.answers.answered(), given + progress.matters.len());
    assert!(kept + sitting.matters.len() + resumed.dropped.len() <= said);
    // What is kept of it is read back equal, and says the same again.
    let kept = Progress::of(&SMALL, sitting);
    let written = serde_json::to_string(&kept).expect("text keys only");
    let read: Progress = serde_json::from_str(&written).expect("what is written can be read");
    assert_eq!(read, kept);
    assert_eq!(read.resume(&SMALL).sitting, *sitting);
    assert!(read.resume(&SMALL).dropped.is_empty());
    scores_and_is_kept(&SMALL, &sitting.sheet(&SMALL));
});
