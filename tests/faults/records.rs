//! Records that a signal interrupts, or of which nobody hears.

use std::io::Write as _;
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::support::place::Place;
use crate::support::ran::{ended, ran};
use crate::support::until;

const BATCH: &str = "batch --questions q.yaml --careers c.yaml";

#[test]
fn notices_that_nobody_can_be_told_change_nothing() {
    let commands = [
        (format!("{BATCH} rows.csv -o new/out.csv"), 1),
        (format!("{BATCH} rows.csv"), 1),
        ("cohort --questions q.yaml --careers c.yaml rows.csv".to_owned(), 1),
        ("init new".to_owned(), 0),
    ];
    for (arguments, code) in commands {
        let place = || {
            let place = Place::new();
            std::fs::create_dir(place.path("new")).unwrap();
            place.write("rows.csv", "respondent,sums,talk,mend,chrat\na,5,2,1,3\nb,9,2,1,3\n");
            place
        };
        let heard = place();
        let told = ran(&mut heard.rolefit(&arguments));
        assert_eq!(told.code, code);
        assert!(!told.stderr.is_empty(), "{arguments}");
        let (reader, closed) = std::io::pipe().unwrap();
        drop(reader);
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        for stderr in [Stdio::from(closed), Stdio::from(full)] {
            let place = place();
            let untold = ran(place.rolefit(&arguments).stderr(stderr));
            assert_eq!((untold.code, &untold.stdout), (code, &told.stdout), "{arguments}");
            assert_eq!(place.names("new"), heard.names("new"), "{arguments}");
        }
    }
}

/// A run in the middle of its rows, with a file in the making.
fn begun(place: &Place, command: &mut Command) -> (Child, ChildStdin) {
    std::fs::create_dir(place.path("new")).unwrap();
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut rows = child.stdin.take().unwrap();
    rows.write_all(b"sums,talk,mend\n5,1,3\n").unwrap();
    // It has no name yet.
    let files = format!("/proc/{}/fd", child.id());
    let is_new = |entry: std::io::Result<std::fs::DirEntry>| {
        let target = entry.and_then(|entry| std::fs::read_link(entry.path()));
        target.is_ok_and(|target| target.to_string_lossy().contains("/new/"))
    };
    until("a file is being written", || {
        std::fs::read_dir(&files).is_ok_and(|mut entries| entries.any(is_new))
    });
    (child, rows)
}

#[test]
fn a_signal_leaves_no_half_written_file() {
    for signal in [
        "INT", "TERM", "HUP", "QUIT", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "PWR",
        "64", "KILL",
    ] {
        for before in [None, Some("before\n")] {
            let place = Place::new();
            let mut command = place.rolefit_with_signals(&format!("{BATCH} -o new/out.csv"));
            let (child, rows) = begun(&place, &mut command);
            if let Some(text) = before {
                place.write("new/out.csv", text);
            }
            let pid = child.id().to_string();
            let sent = ran(place.command("kill").args([&format!("-{signal}"), &pid]));
            let code = if signal == "KILL" { -9 } else { 130 };
            assert_eq!((sent.code, ended(child).code), (0, code), "{signal}");
            let left: &[&str] = if before.is_some() { &["out.csv"] } else { &[] };
            assert_eq!(place.names("new"), left, "{signal}");
            assert_eq!(before.map(str::to_owned), before.map(|_| place.read("new/out.csv")));
            drop(rows);
        }
    }
}

/// The signal that tells of it ends no program here.
#[test]
fn a_file_that_may_not_grow_is_as_a_full_disk() {
    let data = "--questions q.yaml --careers c.yaml";
    let said = "the file would be larger than is allowed here";
    let place = Place::new();
    place.write("many.ndjson", &crate::support::place::cohort(2_000));
    std::fs::create_dir(place.path("new")).unwrap();
    for (blocks, script, what) in [
        (8, format!("$R batch -q {data} many.ndjson -o new/o"), "new/o"),
        (8, format!("$R batch -q {data} many.ndjson > out"), "standard output"),
        (0, format!("$R score {data} a.json > out"), "standard output"),
        (0, format!("$R audit -q {data} > out"), "standard output"),
        (0, "$R init new/course".to_owned(), "new/course/questions.yaml cannot be written"),
        (0, "$R man --output-dir new/man".to_owned(), "new/man/rolefit.1 cannot be written"),
    ] {
        let ran = place.shell(&format!("ulimit -f {blocks}; exec {script}"));
        assert_eq!((ran.code, ran.stderr), (74, format!("error: {what}: {said}\n")), "{script}");
        assert_eq!(place.names("new"), Vec::<String>::new(), "{script}");
    }
    let quiz =
        format!("printf '5\\n2\\n' | (ulimit -f 0; $R quiz --plain {data} --save new/s.json)");
    let ran = place.shell(&quiz);
    assert!(ran.stderr.contains(&format!("are not being saved: {said}")), "{}", ran.stderr);
    assert!(ran.stderr.contains("--answers 52----"), "{}", ran.stderr);
    assert_eq!((ran.code, place.names("new")), (130, Vec::new()));
}

/// What a version before this one, or a system without files that have no name, left
/// when it was killed.
#[test]
fn what_a_killed_run_left_goes_with_the_next() {
    let place = Place::new();
    std::fs::create_dir(place.path("new")).unwrap();
    place.write("new/.rolefit-Ab12cD", "somebody's answers");
    let batch = format!("{BATCH} -q rows.ndjson -o new/out.ndjson");
    assert_eq!(ran(&mut place.rolefit(&batch)).code, 0);
    assert_eq!(place.names("new"), ["out.ndjson"]);
}

#[test]
fn a_run_that_is_to_outlive_its_terminal_does() {
    let place = Place::new();
    let script = format!("trap '' HUP; exec $R {BATCH} -q -o new/out.csv");
    let (child, mut rows) = begun(&place, place.command("sh").args(["-c", &script]));
    let sent = ran(place.command("kill").args(["-HUP", &child.id().to_string()]));
    assert_eq!(sent.code, 0);
    rows.write_all(b"5,1,2\n").unwrap();
    drop(rows);
    assert_eq!(ended(child).code, 0);
    assert_eq!(place.names("new"), ["out.csv"]);
}
