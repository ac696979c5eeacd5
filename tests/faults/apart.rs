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
        format!("error: {said} are in, and would be written over\n"),
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
    for name in ["", "./", "hard-", "soft-", "softer-"] {
        let of = |what: &str| format!("--output: this is the file that the {what}");
        is_refused(&format!("{batch} rows.ndjson -o {name}rows.ndjson"), &of("rows"));
        is_refused(&format!("{batch} -o {name}rows.ndjson < rows.ndjson"), &of("rows"));
        is_refused(&format!("{batch} - -o {name}rows.ndjson < hard-rows.ndjson"), &of("rows"));
        is_refused(&format!("{batch} rows.ndjson -o {name}q.yaml"), &of("questions"));
        is_refused(&format!("{batch} rows.ndjson -o {name}c.yaml"), &of("careers"));
        for option in ["--save", "--write-sheet"] {
            let of = |what: &str| format!("{option}: this is the file that the {what}");
            is_refused(&format!("{quiz} {option} {name}q.yaml"), &of("questions"));
            is_refused(&format!("{quiz} {option} {name}a.json < a.json"), &of("answers"));
        }
    }
    for name in ["/dev/stdin", "/proc/self/fd/0"] {
        let said = "--output: this is the file that the rows";
        is_refused(&format!("{batch} -o {name} < rows.ndjson"), said);
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

#[test]
fn two_outputs_are_two_files() {
    let place = place();
    let quiz = "$R quiz --plain --questions q.yaml --careers c.yaml";
    for (script, said) in [
        (
            format!("{quiz} --save s.json --write-sheet ./s.json"),
            "--write-sheet: this file is for --save",
        ),
        (format!("{quiz} --save out > out"), "standard output: this file is for --save"),
        (
            "$R batch --questions q.yaml --careers c.yaml rows.ndjson -o out > out".to_owned(),
            "standard output: this file is for --output",
        ),
    ] {
        let ran = place.shell(&script);
        assert_eq!((ran.code, ran.stderr), (2, format!("error: {said} already\n")), "{script}");
        assert!(!place.path("s.json").exists());
    }
}
