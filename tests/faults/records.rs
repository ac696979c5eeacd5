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
            place.write("rows.csv", "respondent,sums,tallk\na,5,2\nb,9,2\n");
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
    rows.write_all(b"sums\n").unwrap();
    until("a file is being written", || !place.names("new").is_empty());
    (child, rows)
}

#[test]
fn a_signal_leaves_no_half_written_file() {
    for signal in ["INT", "TERM", "HUP"] {
        let place = Place::new();
        let mut command = place.rolefit_with_signals(&format!("{BATCH} -o new/out.csv"));
        let (child, rows) = begun(&place, &mut command);
        let pid = child.id().to_string();
        let sent = ran(place.command("kill").args([&format!("-{signal}"), &pid]));
        assert_eq!((sent.code, ended(child).code), (0, 130), "{signal}");
        assert_eq!(place.names("new"), Vec::<String>::new(), "{signal}");
        drop(rows);
    }
}

#[test]
fn a_run_that_is_to_outlive_its_terminal_does() {
    let place = Place::new();
    let script = format!("trap '' HUP; exec $R {BATCH} -q -o new/out.csv");
    let (child, mut rows) = begun(&place, place.command("sh").args(["-c", &script]));
    let sent = ran(place.command("kill").args(["-HUP", &child.id().to_string()]));
    assert_eq!(sent.code, 0);
    rows.write_all(b"5\n").unwrap();
    drop(rows);
    assert_eq!(ended(child).code, 0);
    assert_eq!(place.names("new"), ["out.csv"]);
}
