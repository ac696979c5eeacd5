//! No output goes into a file that is read, whatever that is called.

use std::fs::hard_link;
use std::os::unix::fs::symlink;

use crate::support::place::Place;

/// A folder with the small data files, rows, and other names for each file.
fn place() -> Place {
    let place = Place::new();
    for name in ["q.yaml", "c.yaml", "rows.ndjson", "a.json"] {
        hard_link(place.path(name), place.path(&format!("hard-{name}"))).unwrap();
        symlink(name, place.path(&format!("soft-{name}"))).unwrap();
        symlink(format!("soft-{name}"), place.path(&format!("softer-{name}"))).unwrap();
    }
    place
}

#[track_caller]
fn is_refused(script: &str, said: &str) {
    let place = place();
    let names = place.names(".");
    let read = || ["q.yaml", "c.yaml", "rows.ndjson", "a.json"].map(|name| place.read(name));
    let before = read();
    let ran = place.shell(script);
    assert_eq!(
        ran.stderr,
        format!("error: {said} are in, and would be written over: name another\n"),
        "{script}"
    );
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{script}");
    assert_eq!(read(), before, "{script}");
    assert_eq!(place.names("."), names, "{script}");
}

#[test]
fn no_output_is_an_input_by_any_name() {
    let batch = "exec $R batch --questions q.yaml --careers c.yaml";
    let quiz = "exec $R quiz --plain --questions q.yaml --careers c.yaml";
    for name in NAMES {
        for (script, file, what) in [
            (format!("{batch} rows.ndjson -o {name}rows.ndjson"), "rows.ndjson", "rows"),
            (format!("{batch} -o {name}rows.ndjson < rows.ndjson"), "rows.ndjson", "rows"),
            (format!("{batch} - -o {name}rows.ndjson < hard-rows.ndjson"), "rows.ndjson", "rows"),
            (format!("{batch} --format csv rows.ndjson -o {name}q.yaml"), "q.yaml", "questions"),
            (format!("{batch} --format csv rows.ndjson -o {name}c.yaml"), "c.yaml", "careers"),
        ] {
            is_refused(&script, &over("--output", name, file, what));
        }
        for option in ["--save", "--write-sheet"] {
            let of = |file: &str, what: &str| over(option, name, file, what);
            is_refused(&format!("{quiz} {option} {name}q.yaml"), &of("q.yaml", "questions"));
            is_refused(&format!("{quiz} {option} {name}a.json < a.json"), &of("a.json", "answers"));
        }
    }
    for name in ["/dev/stdin", "/proc/self/fd/0"] {
        let said = over("--output", "", name, "rows");
        is_refused(&format!("{batch} -o {name} < rows.ndjson"), &said);
    }
}

/// Nothing, and what makes another name of a file.
const NAMES: [&str; 5] = ["", "./", "hard-", "soft-", "softer-"];

/// What is said where `option` names the file that `what` comes from.
fn over(option: &str, name: &str, file: &str, what: &str) -> String {
    format!("{option} {name}{file}: this is the file that the {what}")
}

#[test]
fn no_result_of_any_command_goes_into_what_it_reads() {
    let data = "--questions q.yaml --careers c.yaml";
    for (command, file, what) in [
        ("quiz --plain < a.json", "a.json", "answers"),
        ("score a.json", "a.json", "answers"),
        ("render a.json", "a.json", "answers of the report"),
        ("compare b.json a.json", "a.json", "answers"),
        ("show roles --format json", "c.yaml", "careers"),
        ("audit --format json", "q.yaml", "questions"),
        ("audit rows.ndjson --format text", "rows.ndjson", "answers"),
        ("sittings show 2026-01-02 --format json", "q.yaml", "questions"),
    ] {
        let format = if command.contains("--format") { "" } else { "--format json" };
        for name in NAMES {
            let script = format!("exec $R {command} {data} {format} -o {name}{file}");
            is_refused(&script, &over("--output", name, file, what));
        }
    }
}

#[test]
fn standard_output_is_no_input_either() {
    let data = "--questions q.yaml --careers c.yaml";
    for (arguments, file, what) in [
        ("batch rows.ndjson", "rows.ndjson", "rows"),
        ("batch < rows.ndjson", "rows.ndjson", "rows"),
        ("cohort rows.ndjson", "hard-rows.ndjson", "rows"),
        ("cohort --merge q.yaml rows.ndjson", "rows.ndjson", "summaries"),
        ("score a.json", "soft-a.json", "answers"),
        ("score < a.json", "a.json", "answers"),
        ("compare a.json b.json", "a.json", "answers"),
        ("show roles", "c.yaml", "careers"),
        ("audit", "q.yaml", "questions"),
        ("quiz --plain < a.json", "a.json", "answers"),
    ] {
        let said = format!("standard output: this is the file that the {what}");
        is_refused(&format!("exec $R {arguments} {data} >> {file}"), &said);
    }
}

/// Neither are messages, and these words for it are none of them.
#[test]
fn standard_error_is_no_input_either() {
    let place = place();
    let data = "--questions q.yaml --careers c.yaml";
    let said = |what: &str| {
        format!(
            "error: standard error: this is the file that {what} are in, and would be written \
             over\n"
        )
    };
    for (script, file, told) in [
        ("batch rows.ndjson 2>>", "soft-rows.ndjson", said("the rows")),
        ("score a.json 2>>", "hard-c.yaml", said("the careers")),
        ("quiz --plain < a.json 2>>", "a.json", said("the answers")),
        ("batch rows.ndjson 2>&1 >>", "rows.ndjson", String::new()),
        ("cohort rows.ndjson >> rows.ndjson 2>>", "rows.ndjson", String::new()),
    ] {
        let before = place.read(file);
        let ran = place.shell(&format!("exec $R {data} {script} {file}"));
        if !told.is_empty() {
            assert_eq!((ran.stdout, ran.stderr), (told, String::new()), "{script}");
        }
        assert_eq!(ran.code, 2, "{script}");
        assert_eq!(place.read(file), before, "{script}");
    }
}

/// A program that read what it wrote would never end.
#[test]
fn no_pipe_is_input_and_output() {
    let place = place();
    let batch = "$R batch --questions q.yaml --careers c.yaml";
    place.shell("mkfifo pipe");
    for script in ["pipe -o pipe", "pipe <> pipe >&0", "- -o pipe <> pipe", "<> pipe >&0"] {
        let ran = place.shell(&format!("{batch} {script}"));
        assert_eq!(ran.code, 2, "{script}");
        assert!(ran.stderr.contains("this is the file that the rows are in"), "{}", ran.stderr);
    }
    // One pipe may have the records and the messages.
    let ran = place.shell(&format!("{batch} rows.ndjson -o /dev/stdout 2>&1 | cat"));
    assert_eq!(ran.stdout.lines().count(), 4, "{}", ran.stdout);
}

#[test]
fn two_outputs_are_two_files() {
    let place = place();
    let quiz = "$R quiz --plain --questions q.yaml --careers c.yaml";
    for (script, said) in [
        (
            format!("{quiz} --save s.json --write-sheet ./s.json"),
            "--write-sheet ./s.json: this file is for --save s.json",
        ),
        (format!("{quiz} --save out > out"), "standard output: this file is for --save out"),
        (
            "$R batch --questions q.yaml --careers c.yaml rows.ndjson -o out > out".to_owned(),
            "standard output: this file is for --output out",
        ),
    ] {
        let ran = place.shell(&script);
        assert_eq!(
            (ran.code, ran.stderr),
            (2, format!("error: {said} already: name another\n")),
            "{script}"
        );
        assert!(!place.path("s.json").exists());
    }
}
