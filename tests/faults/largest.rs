//! The largest questions and careers that are allowed, and many rows of them.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

use crate::support;
use crate::support::place::Place;

/// Writes the files of a large catalogue.
fn large(place: &Place, questions: usize, interests: usize, all: bool, roles: usize) {
    let [questions, careers] = support::large(questions, interests, all, roles);
    place.write("large-q.yaml", &questions);
    place.write("large-c.yaml", &careers);
}

const LARGE: &str = "--questions large-q.yaml --careers large-c.yaml";

/// Answers to so many questions, as a line of JSON.
fn line(questions: usize, person: usize) -> String {
    let digit = |question: usize| (1 + (person * 7 + question * (3 + person % 5)) % 5).to_string();
    let digits: String = (0..questions).map(digit).collect();
    // So long that a pipe holds a dozen.
    format!("{{\"answers\":\"{digits}\"{:4000}}}\n", "")
}

/// What is made of a row of six bytes may be half a megabyte: how many rows are underway
/// is bounded by that, and not by the bytes of the rows.
#[test]
fn short_rows_with_long_records_take_256_mb_at_the_most() {
    let place = Place::new();
    large(&place, 3, 3, false, 5_000);
    let rows: String =
        (0..600).map(|row| format!("{},{},{}\n", 1 + row % 5, 1 + row % 4, 1 + row % 3)).collect();
    place.write("rows.csv", &format!("q0,q1,q2\n{rows}"));
    let batch = format!("exec $R batch -q {LARGE} rows.csv | wc -l");
    let ran = place.shell(&format!("ulimit -v 262144; {batch}"));
    assert_eq!((ran.stderr.as_str(), ran.stdout.trim()), ("", "600"));
}

#[test]
fn the_largest_catalogue_takes_256_mb_in_batch_and_1_gb_in_cohort() {
    let place = Place::new();
    large(&place, 1_000, 64, true, 5_000);
    place.write("rows.ndjson", &(0..20).map(|person| line(1_000, person)).collect::<String>());
    let ran =
        place.shell(&format!("ulimit -v 262144; exec $R batch -q {LARGE} rows.ndjson -o records"));
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(place.read("records").lines().count(), 20);
    let cohort = format!("ulimit -v 1048576; exec $R cohort {LARGE}");
    let ran = place.shell(&format!("{cohort} rows.ndjson --partial > part"));
    // It comes first.
    let pairs = "warning: 499500 pairs of questions measure an interest together. Each is counted \
                 for each person, for the reliabilities: that takes most of the time, and about \
                 32 MB. Fewer questions, or fewer interests for each, take less.\n";
    assert!(ran.stderr.starts_with(pairs), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("20 rows read: ") && ran.stderr.ends_with(" 0 rejected, 0 blank\n"),
        "{}",
        ran.stderr
    );
    // Of 607 MB, when each pair was counted for each of its interests.
    let bytes = place.read("part").len();
    assert!(bytes < 20_000_000, "{bytes}");
    let merged = place.shell(&format!("{cohort} -q --format json --merge part > merged"));
    assert_eq!((merged.code, merged.stderr.as_str()), (0, ""));
    assert!(place.read("merged").contains("\"respondents\": 20,"));
}

/// Rows given one after the other, and the most memory that was used after a part of them and
/// after all.
fn peaks(place: &Place, limit: u32, command: &str, questions: usize, rows: [usize; 2]) -> [u64; 2] {
    let script = format!("ulimit -v {limit}; exec $R {command} -q {LARGE} --from ndjson");
    let mut shell = place.command("sh");
    let mut program = shell.args(["-c", &script]).stdin(Stdio::piped()).spawn().unwrap();
    let status = format!("/proc/{}/status", program.id());
    let mut rows_in = program.stdin.take().unwrap();
    let mut records = BufReader::new(program.stdout.take().unwrap());
    let is_answered = command.starts_with("batch");
    let mut peak = |from: usize, to: usize| {
        for person in from..to {
            // When the last is in the pipe, the others are done, or nearly so.
            rows_in.write_all(line(questions, person).as_bytes()).unwrap();
            if is_answered {
                records.skip_until(b'\n').unwrap();
            }
        }
        let status = std::fs::read_to_string(&status).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.trim().trim_end_matches(" kB").parse().unwrap()
    };
    let peaks = [peak(0, rows[0]), peak(rows[0], rows[1])];
    drop(rows_in);
    std::io::copy(&mut records, &mut std::io::sink()).unwrap();
    let mut said = String::new();
    program.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((program.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{command}");
    peaks
}

#[track_caller]
fn does_not_grow(place: &Place, questions: usize, rows: [usize; 2]) {
    for (command, limit) in [("batch", 262_144), ("batch --full", 262_144), ("cohort", 1_048_576)] {
        let [few, many] = peaks(place, limit, command, questions, rows);
        // Threads take their memory at different times, so a little more is no growth.
        let held = (rows[1] - rows[0]) * line(questions, 0).len() / 1_000;
        let most = few + u64::try_from(held).unwrap() / 2;
        assert!(many <= most, "{command}: {few} kB, then {many}, and the rows are {held}");
    }
}

#[test]
fn ten_times_the_rows_take_no_more_memory() {
    let place = Place::new();
    large(&place, 200, 16, true, 200);
    does_not_grow(&place, 200, [200, 2_000]);
}

/// `ROLEFIT_TEST_ROWS=20000 cargo test --test faults largest -- --ignored`: it takes hours, so
/// without the variable nothing is done.
#[test]
#[ignore = "it takes hours, and runs where ROLEFIT_TEST_ROWS is set"]
fn many_rows_of_the_largest_catalogue_take_no_more_memory() {
    let Ok(rows) = std::env::var("ROLEFIT_TEST_ROWS") else { return };
    let rows: usize = rows.parse().unwrap();
    let place = Place::new();
    large(&place, 1_000, 64, true, 5_000);
    does_not_grow(&place, 1_000, [rows / 10, rows]);
}
