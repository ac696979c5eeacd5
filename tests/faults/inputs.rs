//! Files that are something else, or change while they are read.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{ChildStdout, Command};

use crate::support::place::{Place, cohort};
use crate::support::ran::{Ran, ended, ran};
use crate::support::until;

const DATA: &str = "--questions q.yaml --careers c.yaml";

/// People enough for more records than any pipe holds.
const MANY: usize = 50_000;

/// Starts a batch of many people, does something once its first record is out,
/// and returns its records and its end.
fn meanwhile(act: impl FnOnce(&Place)) -> (Vec<String>, Ran) {
    let place = Place::new();
    place.write("many.ndjson", &cohort(MANY));
    let mut child = place.rolefit(&format!("batch {DATA} many.ndjson")).spawn().unwrap();
    let mut stdout: BufReader<ChildStdout> = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    stdout.read_line(&mut first).unwrap();
    act(&place);
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    let records = std::iter::once(first.trim_end()).chain(rest.lines()).map(str::to_owned);
    (records.collect(), ended(child))
}

/// Every line is a whole record.
#[track_caller]
fn are_whole(records: &[String]) {
    for record in records {
        serde_json::from_str::<serde_json::Value>(record).unwrap();
    }
}

#[test]
fn a_file_that_vanishes_while_it_is_read_is_read_to_its_end() {
    let (records, ran) =
        meanwhile(|place| std::fs::remove_file(place.path("many.ndjson")).unwrap());
    are_whole(&records);
    assert_eq!((records.len(), ran.code), (MANY, 0), "{}", ran.stderr);
}

#[test]
fn a_file_that_is_cut_while_it_is_read_gives_the_records_that_it_had() {
    let (records, ran) =
        meanwhile(|place| File::create(place.path("many.ndjson")).map(drop).unwrap());
    are_whole(&records);
    assert!((1..MANY).contains(&records.len()), "{}", records.len());
    // The last line may be cut in the middle; then it is rejected and told.
    let rejected = records.iter().filter(|record| record.starts_with("{\"error\"")).count();
    assert!(rejected <= 1 && ran.code == i32::from(rejected == 1), "{rejected} {}", ran.stderr);
    assert!(ran.stderr.contains(&format!("{} rows read", records.len())), "{}", ran.stderr);
}

#[test]
fn a_file_that_grows_while_it_is_read_is_read_as_it_is_by_then() {
    let (records, ran) = meanwhile(|place| {
        let mut file = OpenOptions::new().append(true).open(place.path("many.ndjson")).unwrap();
        file.write_all(cohort(10).as_bytes()).unwrap();
    });
    are_whole(&records);
    assert_eq!((records.len(), ran.code), (MANY + 10, 0), "{}", ran.stderr);
}

#[test]
fn a_pipe_is_as_good_as_a_file() {
    let place = Place::new();
    let direct = ran(&mut place.rolefit(&format!("score {DATA} a.json")));
    assert_eq!(direct.code, 0, "{}", direct.stderr);
    let piped = place.shell(
        "mkfifo q c a; cat q.yaml > q & cat c.yaml > c & cat a.json > a & \
         $R score --questions q --careers c a",
    );
    assert_eq!((piped.code, piped.stderr.as_str()), (0, ""));
    // The result names the files that it was made with.
    let renamed = direct.stdout.replace("q.yaml", "q").replace("c.yaml", "c");
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&piped.stdout), words(&renamed));
    for (command, file) in [("batch -q", "rows.ndjson"), ("cohort -q", "rows.ndjson")] {
        let direct = ran(&mut place.rolefit(&format!("{command} {DATA} {file}")));
        let piped = place.shell(&format!("cat {file} > a & $R {command} {DATA} a"));
        assert_eq!((piped.code, piped.stdout), (direct.code, direct.stdout), "{}", piped.stderr);
    }
}

#[test]
fn a_pipe_that_never_ends_is_refused_as_too_large() {
    let place = Place::new();
    for arguments in ["show --careers endless", "show --questions endless", "score endless"] {
        let ran = place
            .shell(&format!("test -p endless || mkfifo endless; yes > endless & $R {arguments}"));
        assert_eq!(ran.code, 65, "{arguments}: {}", ran.stderr);
        assert!(ran.stderr.starts_with("error: the file is larger than 1 MiB"), "{}", ran.stderr);
    }
}

/// Any tool that reads files waits for a pipe's writer; what matters is that it
/// can be stopped.
#[test]
fn a_pipe_that_nobody_writes_to_can_be_given_up() {
    for arguments in ["score nobody", "show --careers nobody", "batch nobody", "compare nobody a"] {
        let place = Place::new();
        assert!(Command::new("mkfifo").arg(place.path("nobody")).status().unwrap().success());
        let child = place.rolefit_with_signals(arguments).spawn().unwrap();
        let waits = format!("/proc/{}/wchan", child.id());
        let asleep =
            || std::fs::read_to_string(&waits).is_ok_and(|at| at.contains("wait_for_partner"));
        let stat = format!("/proc/{}/stat", child.id());
        // Where the kernel does not say what is waited for, sleep has to do.
        let is_still = || std::fs::read_to_string(&stat).is_ok_and(|stat| stat.contains(") S "));
        until("the program opens the pipe", || asleep() || is_still());
        let pid = child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        let ran = ended(child);
        assert_eq!((ran.code, ran.stdout.as_str()), (-2, ""), "{arguments}: {}", ran.stderr);
    }
}

#[test]
fn a_folder_is_no_file() {
    let place = Place::new();
    std::fs::create_dir(place.path("folder")).unwrap();
    for (arguments, code) in [
        ("score folder", 66),
        ("score a.json --questions folder", 66),
        ("show --careers folder", 66),
        ("audit folder", 66),
        ("cohort --merge folder", 66),
        ("compare --questions q.yaml --careers c.yaml a.json folder", 66),
        ("batch rows.ndjson -o folder", 74),
    ] {
        let ran = ran(&mut place.rolefit(arguments));
        let option = [
            ("--questions folder", "--questions: "),
            ("--careers folder", "--careers: "),
            ("--merge folder", "--merge: "),
            ("-o folder", "--output: "),
        ]
        .into_iter()
        .find(|(typed, _)| arguments.contains(typed));
        let option = option.map_or("", |(_, option)| option);
        let said = format!("error: {option}folder: this is a folder, not a file: name");
        assert_eq!((ran.stderr.starts_with(&said), ran.code), (true, code), "{}", ran.stderr);
    }
    // Where a folder may stand, an empty one is missing all the same.
    for arguments in ["batch folder", "cohort folder"] {
        let ran = ran(&mut place.rolefit(arguments));
        let said = "error: folder: no file with answers is in this folder: ";
        assert!(ran.stderr.starts_with(said) && ran.code == 66, "{}", ran.stderr);
    }
    let ran = ran(&mut place.rolefit("quiz --plain --save folder"));
    assert_eq!(ran.code, 65);
    assert!(ran.stderr.contains("it is not a plain file"), "{}", ran.stderr);
    assert_eq!(place.names("folder"), Vec::<String>::new());
}

#[test]
fn a_file_is_no_folder() {
    let place = Place::new();
    let what = "a part of its path is a file, not a folder";
    for (arguments, code, end) in
        [("score a.json/x", 66, ": check its path\n"), ("init a.json", 74, "\n")]
    {
        let said = format!("{what}{end}");
        let ran = ran(&mut place.rolefit(arguments));
        assert_eq!(ran.code, code, "{arguments}: {}", ran.stderr);
        assert!(ran.stderr.ends_with(&said), "{}", ran.stderr);
    }
}

/// A process's memory can be opened, and its first byte cannot be read.
#[test]
fn a_file_that_cannot_be_read_is_told_as_such() {
    let place = Place::new();
    for arguments in [
        "score /proc/self/mem",
        "show --careers /proc/self/mem",
        "compare --questions q.yaml --careers c.yaml a.json /proc/self/mem",
        "batch /proc/self/mem",
        "cohort --merge /proc/self/mem",
    ] {
        let ran = ran(&mut place.rolefit(arguments));
        assert_eq!(ran.code, 74, "{arguments}: {}", ran.stderr);
        assert!(ran.stderr.ends_with(": Input/output error\n"), "{}", ran.stderr);
    }
}
