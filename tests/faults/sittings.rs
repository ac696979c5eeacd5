//! A saved sitting is whole, whatever fails while it is written.

use serde_json::Value;

use crate::support::ROLEFIT;
use crate::support::place::Place;
use crate::support::ran::fed;

const QUIZ: &str = "quiz -q --plain --questions q.yaml --careers c.yaml";

/// Answers to the small questionnaire, of which the first two are saved at first.
const ANSWERS: [u64; 6] = [5, 2, 3, 4, 5, 4];

/// What the program asks of the system to save a sitting.
const CALLS: &str = "write,fsync,rename,renameat,renameat2,link,linkat,flock,unlink";

/// A sitting of two answers in the usual folder, gone on with to its end while `strace`
/// tampers with it; the code.
fn gone_on(place: &Place, tampering: &[&str]) -> i32 {
    let mut command = place.command("strace");
    command.args(["-f", "-qq", "-e", "signal=none", "-o", "trace"]).args(tampering);
    command.arg("--").arg(ROLEFIT).args(QUIZ.split(' ')).arg("--resume");
    let ran = fed(&mut command, "3\n4\n5\n4\n");
    assert!(!ran.stderr.contains("panicked"), "{tampering:?}: {}", ran.stderr);
    ran.code
}

fn begun() -> Place {
    let place = Place::new();
    let saved = fed(&mut place.rolefit(&format!("{QUIZ} --save s.json")), "5\n2\n");
    assert_eq!(saved.code, 130, "{}", saved.stderr);
    std::fs::create_dir_all(place.path("state/rolefit")).unwrap();
    std::fs::rename(place.path("s.json"), place.path("state/rolefit/2026-01-02.json")).unwrap();
    place
}

/// The answers that are saved; the sitting that holds them is whole.
#[track_caller]
fn saved(place: &Place, what: &str) -> (Vec<u64>, bool) {
    let text = place.read("state/rolefit/2026-01-02.json");
    let saved: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{what}: {error}"));
    let asked = saved["asked"].as_array().unwrap();
    (asked.iter().map(|put| put["answer"].as_u64().unwrap()).collect(), saved["result"].is_object())
}

#[test]
#[ignore = "needs strace; .ci/run installs and runs it"]
fn a_fault_at_every_call_leaves_a_whole_sitting_with_what_was_saved_before() {
    let place = begun();
    assert_eq!(gone_on(&place, &["-e", &format!("trace={CALLS}")]), 0);
    assert_eq!(saved(&place, "untouched"), (ANSWERS.to_vec(), true));
    // `strace` counts each kind of call apart.
    let trace = place.read("trace");
    let kinds = CALLS.split(',').map(|kind| trace.matches(&format!(" {kind}(")).count());
    let calls = kinds.max().unwrap();
    assert!(calls > 5, "{calls} calls");
    for error in ["ENOSPC", "EIO"] {
        for call in 1..=calls {
            let what = format!("{error} at call {call}");
            // Of this one alone, and of all from there on.
            for more in ["", "+"] {
                let place = begun();
                let inject = format!("inject={CALLS}:error={error}:when={call}{more}");
                let code = gone_on(&place, &["-e", &format!("trace={CALLS}"), "-e", &inject]);
                assert!([0, 74, 130].contains(&code), "{what}{more}: {code}");
                let (answers, is_finished) = saved(&place, &what);
                assert!(
                    answers.len() >= 2 && ANSWERS.starts_with(&answers),
                    "{what}{more}: {answers:?}"
                );
                assert!(!is_finished || answers == ANSWERS, "{what}{more}");
            }
        }
    }
}
