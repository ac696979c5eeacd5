//! A saved sitting is whole, whatever fails while it is written.

use std::fs::Permissions;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use rolefit_engine::sitting::SittingJournal;

use crate::support::place::Place;
use crate::support::ran::{ended, fed, ran};
use crate::support::{ROLEFIT, until};

const QUIZ: &str = "quiz -q --plain --questions q.yaml --careers c.yaml";

/// Answers to the small questionnaire, of which the first two are saved at first.
const ANSWERS: [u64; 6] = [5, 2, 3, 4, 5, 4];

/// What the program asks of the system to save a sitting.
const CALLS: &str =
    "write,fsync,fdatasync,ftruncate,lseek,rename,renameat,renameat2,link,linkat,flock,unlink";

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
    let bytes = std::fs::read(place.path("state/rolefit/2026-01-02.json")).unwrap();
    let journal = SittingJournal::read(&bytes).unwrap_or_else(|error| panic!("{what}: {error}"));
    let saved = journal.sitting();
    let asked = saved.asked.iter();
    (asked.map(|put| put.answer.unwrap().into()).collect(), saved.is_finished())
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
    println!("{} faults while a sitting is saved", 2 * 2 * calls);
}

/// Answers the first two questions, and is killed then or at a signal.
fn killed(place: &Place, save: &str, signal: &str) {
    let mut command = place.rolefit_with_signals(&format!("{QUIZ} --save {save}"));
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut keys = child.stdin.take().unwrap();
    keys.write_all(b"5\n2\n").unwrap();
    let holds = || std::fs::read_to_string(place.path(save)).is_ok_and(|t| t.contains("r\":2"));
    until("two answers are saved", holds);
    let pid = child.id().to_string();
    assert_eq!(ran(place.command("kill").args([&format!("-{signal}"), &pid])).code, 0);
    let code = ended(child).code;
    assert_eq!(code, if signal == "KILL" { -9 } else { 130 }, "{signal}");
}

#[test]
fn whatever_ends_a_sitting_nothing_lies_beside_it() {
    for signal in [
        "KILL", "TERM", "HUP", "QUIT", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "PWR",
        "64",
    ] {
        let place = Place::new();
        std::fs::create_dir(place.path("new")).unwrap();
        killed(&place, "new/s.json", signal);
        assert_eq!(place.names("new"), ["s.json"], "{signal}");
    }
}

/// A line of the file that was cut off while it was written is not read, and goes with
/// the next one.
#[test]
fn a_line_that_was_cut_off_is_as_if_it_had_not_been_begun() {
    let place = Place::new();
    killed(&place, "s.json", "KILL");
    let whole = place.read("s.json");
    let lines: Vec<&str> = whole.lines().collect();
    assert_eq!(lines.len(), 3, "{whole}");
    for torn in ["{\"event\":{\"put\":{\"id\":\"", "\0\0\0\0\0", "{\"event\":{},\"check\":\"\"}\n"]
    {
        place.write("s.json", &(whole.clone() + torn));
        let quiz = format!("{QUIZ} --resume --save s.json");
        let ran = fed(&mut place.rolefit(&quiz), "3\n");
        assert!(ran.stderr.contains("--answers 523---"), "{}", ran.stderr);
        let saved = place.read("s.json");
        assert!(saved.starts_with(&whole) && saved.lines().count() == 4, "{saved}");
    }
    // One before the last that was changed is damage, and is told.
    let changed = whole.replacen("\"answer\":5", "\"answer\":4", 1);
    place.write("s.json", &changed);
    let ran = fed(&mut place.rolefit(&format!("{QUIZ} --resume --save s.json")), "3\n");
    assert_eq!(ran.code, 65, "{}", ran.stderr);
    assert!(ran.stderr.contains("changed by hand or damaged"), "{}", ran.stderr);
    assert_eq!(place.read("s.json"), changed);
}

/// The form of before, which was one object, is gone on with.
#[test]
fn a_sitting_that_was_saved_as_one_object_is_gone_on_with() {
    let place = Place::new();
    killed(&place, "s.json", "KILL");
    let journal = SittingJournal::read(place.read("s.json").as_bytes()).unwrap();
    let object = serde_json::to_string(journal.sitting()).unwrap();
    for end in ["", "\n", " \n"] {
        place.write("s.json", &format!("{object}{end}"));
        let ran = fed(&mut place.rolefit(&format!("{QUIZ} --resume --save s.json")), "3\n4\n");
        assert!(ran.stderr.contains("--answers 5234--"), "{}", ran.stderr);
        let saved = place.read("s.json");
        assert!(saved.starts_with(&object) && saved.lines().count() == 3, "{saved}");
        let ran = fed(&mut place.rolefit(&format!("{QUIZ} --resume --save s.json")), "5\n");
        assert!(ran.stderr.contains("--answers 52345-"), "{}", ran.stderr);
    }
}

/// Much changing to and fro does not make a file that is too large to be read.
#[test]
fn a_file_that_has_grown_large_is_written_anew() {
    let place = Place::new();
    killed(&place, "s.json", "KILL");
    let mut journal = SittingJournal::read(place.read("s.json").as_bytes()).unwrap();
    let mut file = place.read("s.json");
    let mut sitting = journal.sitting().clone();
    while file.len() < 600_000 {
        for answer in [1, 2] {
            sitting.asked[1].answer = Some(answer);
            let (next, lines) = journal.go_on(&sitting);
            file += &lines;
            journal = next;
        }
    }
    place.write("s.json", &file);
    let ran = fed(&mut place.rolefit(&format!("{QUIZ} --resume --save s.json")), "3\n");
    assert!(ran.stderr.contains("--answers 523---"), "{}", ran.stderr);
    assert!(place.read("s.json").len() < 2_000);
    assert!(!place.names(".").iter().any(|name| name.starts_with(".rolefit-")));
}

#[test]
fn the_folder_of_sittings_is_closed_to_others() {
    let place = Place::new();
    let folder = place.path("state/rolefit");
    std::fs::create_dir_all(&folder).unwrap();
    for mode in [0o777, 0o750, 0o707] {
        std::fs::set_permissions(&folder, Permissions::from_mode(mode)).unwrap();
        let listed = ran(&mut place.rolefit("sittings"));
        assert_eq!((listed.code, listed.stderr.as_str()), (0, ""));
        let mode = std::fs::metadata(&folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}

#[test]
fn a_sheet_with_answers_is_its_owners_alone() {
    let place = Place::new();
    let all = "5\n2\n3\n4\n5\n4\n";
    let ran = fed(&mut place.rolefit(&format!("{QUIZ} --write-sheet sheet.json")), all);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let mode = std::fs::metadata(place.path("sheet.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
