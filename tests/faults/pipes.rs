//! Readers that have seen enough.

use std::io::Read as _;
use std::process::Stdio;

use crate::support::place::Place;
use crate::support::ran::{ended, ran};
use crate::support::tried::RUN;

/// Starts a command of [`RUN`] in a new place.
fn place_for(input: &str) -> (Place, Stdio) {
    let place = Place::of_any_command();
    // More than a pipe holds, so that there is something left to write.
    place.write("rows.ndjson", &crate::support::place::cohort(1_000));
    let stdin = match input {
        "" => Stdio::null(),
        file => std::fs::File::open(place.path(file)).unwrap().into(),
    };
    (place, stdin)
}

#[test]
fn a_reader_that_goes_is_a_quiet_end_wherever_it_goes() {
    for (arguments, input) in RUN.iter().copied() {
        for seen in [0, 1, 100, 1_024, 4_095, 4_096, 8_192, 20_000, 65_536, 70_000, 131_072] {
            let (place, stdin) = place_for(input);
            let mut child = place.rolefit(arguments).stdin(stdin).spawn().unwrap();
            let mut stdout = child.stdout.take().unwrap();
            let mut bytes = vec![0; seen];
            // Whoever reads more than there is has read it all.
            let _ = stdout.read_exact(&mut bytes);
            drop(stdout);
            let ran = ended(child);
            assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{arguments} after {seen}");
        }
    }
}

/// The first processor that this process may use.
fn first_processor() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let allowed = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:"));
    let digits = |text: &str| text.trim().split(['-', ',']).next().map(str::to_owned);
    allowed.and_then(digits).unwrap()
}

/// The system calls that `strace` counts in a run under `tampering`, a line each. It counts those of
/// each thread by themselves: on one processor, one thread writes all records.
fn traced(place: &Place, tampering: &[&str], arguments: &str, stdin: Stdio) -> (String, i32) {
    let mut command = place.command("taskset");
    command.args(["-c", &first_processor(), "strace"]);
    command.args(["-f", "-qq", "-e", "signal=none", "-o", "trace"]).args(tampering);
    command.arg("--").arg(crate::support::ROLEFIT).args(arguments.split_whitespace());
    let ran = ran(command.stdin(stdin));
    assert!(!ran.stderr.contains("panicked"), "{arguments}: {}", ran.stderr);
    (ran.stderr, ran.code)
}

/// Tampers with the first write of each thread, with the second, and so on to the last. A write
/// may be to the files that the command makes, too.
fn at_every_write(error: &str, check: impl Fn(&str, &Place, &str, i32)) {
    let mut faults = 0;
    for (arguments, input) in RUN.iter().copied() {
        let (place, stdin) = place_for(input);
        traced(&place, &["-e", "trace=write"], arguments, stdin);
        let trace = place.read("trace");
        let mut by_thread = std::collections::HashMap::<_, usize>::new();
        for line in trace.lines().filter(|line| line.contains("write(")) {
            *by_thread.entry(line.split(' ').next()).or_default() += 1;
        }
        let writes = by_thread.into_values().max().unwrap_or(0);
        assert!(writes > 0, "{arguments} wrote nothing");
        // Of a long row of writes the first and the last say as much as all.
        let tried = (1..=writes).filter(|write| *write <= 12 || *write + 3 > writes);
        for write in tried {
            let (place, stdin) = place_for(input);
            let inject = format!("inject=write:error={error}:when={write}+");
            faults += 1;
            let (stderr, code) =
                traced(&place, &["-e", "trace=write", "-e", &inject], arguments, stdin);
            check(&format!("{arguments}, write {write}"), &place, &stderr, code);
        }
    }
    println!("{error}: {faults} faults at the writes of {} commands", RUN.len());
}

#[test]
#[ignore = "needs strace; .ci/run installs and runs it"]
fn a_closed_pipe_at_every_write_is_a_quiet_end() {
    at_every_write("EPIPE", |what, _, stderr, code| {
        assert_eq!((stderr, code), ("", 0), "{what}");
    });
}

#[test]
#[ignore = "needs strace; .ci/run installs and runs it"]
fn a_full_disk_at_every_write_is_told_by_the_exit_code() {
    at_every_write("ENOSPC", |what, place, stderr, code| {
        assert_eq!(code, 74, "{what}: {stderr}");
        // From there on the thread can write nothing, but another may begin the message.
        assert!(stderr.is_empty() || stderr.starts_with("error"), "{what}: {stderr}");
        if what.starts_with("init") && place.path("new").exists() {
            assert_eq!(place.names("new").len(), 3, "{what}");
        }
    });
}
