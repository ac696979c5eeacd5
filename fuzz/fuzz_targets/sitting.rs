//! The file of a saved sitting, fitted to the questions of today.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::catalogue::Ix;
use rolefit_engine::sitting::{SavedSitting, SittingJournal};
use rolefit_fuzz::{SMALL, scores_and_is_kept};

fuzz_target!(|data: &[u8]| {
    let Ok(journal) = SittingJournal::read(data) else { return };
    let saved = journal.sitting().clone();
    // It is gone on with from what holds, and a new file of it says the same.
    let holds = usize::try_from(journal.length()).expect("it is in memory");
    assert!(holds <= data.len());
    let blank = SavedSitting::blank(saved.form);
    let more = [&data[..holds], journal.go_on(&blank).1.as_bytes()].concat();
    assert_eq!(SittingJournal::read(&more).expect("lines that hold").sitting(), &blank);
    let (_, text) = SittingJournal::begin(&saved);
    let again = SittingJournal::read(text.as_bytes()).expect("what is written can be read");
    assert_eq!(again.sitting(), &saved);
    let resumed = saved.resume(&SMALL);
    let sitting = &resumed.sitting;
    // No question is put twice, no interest marked twice, and every answer was put.
    assert!(are_different(&sitting.asked));
    assert!(are_different(&sitting.matters));
    for (question, _, _) in sitting.answers.answered_questions() {
        assert!(sitting.asked.contains(&question));
    }
    // No more is told to be lost than was said.
    let given = saved.asked.iter().filter(|put| put.answer.is_some()).count();
    let (kept, said) = (sitting.answers.answered(), given + saved.matters.len());
    assert!(kept + sitting.matters.len() + resumed.dropped.len() <= said);
    // What is kept of it is read back equal, and says the same again.
    let kept = SavedSitting::of(sitting);
    let written = serde_json::to_string(&kept).expect("text keys only");
    let read: SavedSitting = serde_json::from_str(&written).expect("what is written can be read");
    assert_eq!(read, kept);
    assert_eq!(read.resume(&SMALL).sitting, *sitting);
    assert!(read.resume(&SMALL).dropped.is_empty());
    scores_and_is_kept(&sitting.sheet());
});

fn are_different<T>(places: &[Ix<T>]) -> bool {
    let mut different = places.to_vec();
    different.sort_unstable();
    different.dedup();
    different.len() == places.len()
}
