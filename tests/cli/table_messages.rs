//! What is told of encodings, words, columns, worksheets and rows of tables: what, where, and
//! what to do.

use crate::support::Run;
use crate::support::workbooks::{cells, xlsx};

const TABLE: &str = "respondent,sums,talk,mend,write,chart,alone\na,5,2,3,4,5,4\n";

#[track_caller]
fn is_refused(run: Run, code: i32, why: &str) {
    run.file("t.csv", TABLE).code(code).stderr(format!("error: {why}\n")).check();
}

#[test]
fn two_bytes_a_character_are_read_with_a_mark_or_without() {
    let little: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let expected = Run::small(["batch", "-q"]).stdin(TABLE).told();
    for bytes in [little.clone(), big, [b"\xff\xfe", &little[..]].concat()] {
        let ran = Run::small(["batch", "-q", "u.csv"]).file("u.csv", &bytes).output();
        assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), (expected.as_str(), ""));
    }
    // A data file is to be UTF-8.
    let sheet: Vec<u8> = "answers: 523454\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let run = Run::small(["score", "s.yaml"]).file("s.yaml", sheet);
    let ran = run.output();
    assert_eq!(
        ran.stderr,
        "error: the file is UTF-16 text\n--> s.yaml\n = help: save it again as UTF-8\nerror: 1 mistake; \
         nothing was done\n"
    );
}

#[test]
fn a_table_that_is_cut_off_within_a_character_is_not_read_to_its_end() {
    let little: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // The end of the line, and half of it.
    let cut = &little[..little.len() - 1];
    let ran = Run::small(["batch", "u.csv"]).file("u.csv", cut).output();
    assert_eq!(ran.code, 1);
    let why = "u.csv: row 2 (line 2): the row is not UTF-8 text, or cut off within a character: in \
               the spreadsheet, save it as CSV UTF-8\n1 row read: 0 scored, 1 rejected, 0 blank\n";
    assert!(ran.stderr.ends_with(why), "{}", ran.stderr);
}

#[test]
fn words_in_the_place_of_answers_are_told_with_the_options_for_them() {
    let table = "respondent,sums,talk,mend\na,Agree,5,Disagree\nb,Agree,9,4\n";
    let run = |arguments: &[&str]| {
        let run = arguments.iter().fold(Run::small(["batch", "-q"]), |run, word| run.arg(*word));
        run.arg("w.csv").file("w.csv", table).output()
    };
    let expected = "is not an answer: expected a whole number from 1 to 5";
    let ran = run(&["--strict"]);
    assert_eq!(
        ran.stderr,
        format!(
            "error: w.csv: row 2 (line 2): sums: \"Agree\" {expected}; mend: \"Disagree\" {expected}; \
             say which answers words are with --scale \"Agree=N,Disagree=N\", or that they are skipped \
             questions with --missing \"Agree\" (of batch, cohort and audit)\n"
        )
    );
    // What a shell would run is not to be copied.
    let unsafe_word = Run::small(["batch", "-q", "w.csv"]).file("w.csv", "sums,talk\n$(id),5\n");
    let told = unsafe_word.output().stdout;
    assert!(told.contains("$(id)") && !told.contains("--scale"), "{told}");
    let ran = run(&["--scale", "Agree=5,Disagree=1"]);
    assert!(ran.stdout.contains(&format!("talk: \\\"9\\\" {expected}\"")), "{}", ran.stdout);
    assert!(!ran.stdout.contains("--scale"), "a number is no word: {}", ran.stdout);
}

#[test]
fn a_column_of_which_there_is_nothing_is_refused() {
    for (columns, why) in [
        (
            "respondent,kept",
            "kept: no column is kept: say which with --keep COLUMNS, or leave kept out",
        ),
        (
            "source",
            "source: the rows are from one file: give several, or a folder, or leave source out",
        ),
        (
            "firts role",
            "there is no column \"firts role\"; there are: respondent, source, kept, status, talk, \
             first role, chance, too close to call, leading, closeness, specialism, module, signs, \
             answered, error, first role id, too close to call ids, leading ids, specialism id, \
             module id: did you mean \"first role\"?",
        ),
    ] {
        let run = Run::small(["batch", "--table", "t.csv", "--columns", columns]);
        is_refused(run, 2, &format!("--columns: {why}"));
    }
    let ran = Run::small(["batch", "-q", "--table", "t.csv", "u.csv", "--keep", "sums"]);
    let ran = ran.arg("--columns").arg("source,kept").file("t.csv", TABLE).file("u.csv", TABLE);
    assert_eq!(ran.told(), "source,sums\nt.csv,5\nu.csv,5\n");
}

#[test]
fn a_column_that_is_not_there_is_told_with_those_there_are_and_the_one_that_was_meant() {
    let has =
        "it has respondent, sums, talk, mend, write, chart and 1 more: did you mean \"talk\"?";
    for (command, option) in [("batch", "--respondent"), ("batch", "--keep"), ("cohort", "--by")] {
        let run = Run::small([command, "t.csv", option, "tolk"]);
        let why = format!("t.csv: {option}: the table has no column \"tolk\"; {has}");
        is_refused(run, 65, &why);
    }
}

#[test]
fn a_column_that_a_map_takes_out_is_no_slip() {
    let run = |map: &str| {
        let run = Run::small(["batch", "t.csv", "--map", "m.yaml"]).file("m.yaml", map);
        run.file("t.csv", TABLE.replace("talk", "tallk"))
    };
    let slip = "the column \"tallk\" is not used: did you mean \"talk\"?\n";
    assert!(run("sums: sums\n").output().stderr.contains(slip));
    for map in ["tallk:\n", "sums:\ntallk:\n"] {
        let ran = run(map).output();
        assert!(!ran.stderr.contains("did you mean"), "{}", ran.stderr);
    }
}

#[test]
fn a_worksheet_is_named_in_whatever_capitals_and_another_is_told_with_those_there_are() {
    let answers = cells(&[&["respondent", "sums", "talk", "mend"], &["a", "5", "2", "3"]]);
    let notes = cells(&[&["Notes"], &["of Monday"]]);
    let book = || xlsx(&[("Notes", "visible", &notes), ("Answers", "visible", &answers)], &[]);
    let run = |name: &str| {
        Run::small(["batch", "-q", "b.xlsx", "--worksheet", name]).file("b.xlsx", book())
    };
    assert!(run("answers").told().contains("\"respondent\":\"a\""));
    let has = "the workbook has \"Notes\", \"Answers\"";
    let no = |name: &str| format!("b.xlsx: --worksheet: there is no worksheet \"{name}\"; {has}");
    is_refused(run("Answrs"), 65, &format!("{}: did you mean \"Answers\"?", no("Answrs")));
    is_refused(run("Monday"), 65, &no("Monday"));
    is_refused(
        Run::small(["batch", "t.csv", "--worksheet", "Answers"]),
        65,
        "--worksheet: t.csv is no workbook, and has no worksheets: leave --worksheet out",
    );
}

#[test]
fn rows_that_are_all_blank_are_nobody_in_every_command() {
    let blank = "respondent,sums,talk,mend,write,chart,alone\n,,,,,,\n,,,,,,\n";
    let why = "error: nobody answered: expected a row for each person, below headings that name \
               the questions, as rolefit form csv writes them, or a JSON object a line\n";
    for arguments in [
        &["batch", "-q"][..],
        &["batch", "-q", "--check"],
        &["cohort", "-q"],
        &["cohort", "-q", "--check"],
        &["cohort", "-q", "--format", "json"],
        &["audit", "-q"],
        &["audit", "-q", "--check"],
    ] {
        let run = arguments.iter().fold(Run::small([]), |run, word| run.arg(*word));
        let ran = run.arg("b.csv").file("b.csv", blank).output();
        let ended = (ran.code, ran.stdout.as_str(), ran.stderr.as_str());
        assert_eq!(ended, (65, "", why), "{arguments:?}");
    }
    // A part of a whole may have nobody.
    let run = Run::small(["cohort", "-q", "--partial", "b.csv"]).file("b.csv", blank);
    assert_eq!(run.output().code, 0);
}

#[test]
fn numbers_that_get_another_meaning_are_told_in_one_note() {
    let note = "--scale gives numbers that are answers already another meaning: 1 is 5, 5 is 1; \
                leave them out unless the answers were coded so\n";
    for command in [&["batch", "a.csv", "b.csv"][..], &["cohort", "a.csv"], &["audit", "a.csv"]] {
        let run = Run::small([command[0]]);
        let run = command[1..].iter().fold(run, |run, word| run.arg(*word));
        let run = run.file("a.csv", TABLE).file("b.csv", TABLE);
        let told = run.arg("--scale").arg("5=1;1=5;3=3;Agree=5").output().stderr;
        assert_eq!(told.matches(note).count(), 1, "{command:?}: {told}");
    }
    let quiet = Run::small(["batch", "-q", "--scale", "5=1"]).stdin(TABLE).output();
    assert_eq!((quiet.code, quiet.stderr.as_str()), (0, ""));
}
