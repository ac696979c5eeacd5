//! Tables as people and spreadsheets write them.

use serde_json::Value;

use super::batch::records;
use crate::support::Run;

/// What is told where two people could be read and not matched.
const NOBODY: &str = "2 rows read: 0 scored, 2 not matched, 0 rejected, 0 blank\n\
                      error: nobody could be matched: 2 answered too little, fewer than three \
                      interests\n";

/// The lines and messages of the rows that were rejected, and the notice at the end.
fn rejected(input: impl Into<Vec<u8>>) -> (Vec<(u64, String)>, String) {
    let ran = Run::small(["batch"]).stdin(input).output();
    let told = records(&ran.stdout);
    let of = |of: &Value| {
        Some((of["error"]["line"].as_u64()?, of["error"]["message"].as_str()?.to_owned()))
    };
    // What was understood of the headings is told before, and the first of the rejected as in
    // their records.
    let is_before = |line: &str| {
        line.contains(" questions have a column")
            || line.starts_with("row ") && !line.contains(" read: ")
    };
    let notice = ran.stderr.lines().filter(|line| !is_before(line));
    (told.iter().filter_map(of).collect(), notice.map(|line| format!("{line}\n")).collect())
}

#[test]
fn a_forgotten_quotation_mark_is_told_in_whichever_column() {
    let why = "a quotation mark in this row is never closed, and takes all that follows into one \
               cell: close it, or take it out";
    for row in ["a,5,2,\"he said 5", "\"a,5,2,x", "a,\"5,2,x", "a,5,2,\"x \"\"y\"\""] {
        for rest in ["", "\n", "\nb,5,4,ok\r\nc,5,4,fine\n"] {
            let table = format!("respondent,sums,talk,notes\nz,4,4,\n\n{row}{rest}");
            let notice = "3 rows read: 0 scored, 1 not matched, 1 rejected, 1 blank\n";
            let expected = (vec![(4, why.to_owned())], notice.to_owned());
            assert_eq!(rejected(table), expected, "{row:?} {rest:?}");
        }
    }
    // A mark within a cell is a mark, and one that is closed is no mistake.
    let table = "respondent,sums,notes\na,5,5\" screen\nb,5,\"a \"\"b\"\"\nc\"\n";
    assert_eq!(rejected(table), (vec![], NOBODY.into()));
    let ran = Run::small(["batch"]).stdin("respondent,\"sums,talk\na,5,2\n").output();
    assert_eq!(ran.code, 65);
    assert_eq!(ran.stderr, format!("error: the table's headings: {why}\n"));
}

#[test]
fn a_forgotten_quotation_mark_that_another_cell_closes_is_told_too() {
    let why = "a cell of several lines goes on behind its closing quotation mark: look for a mark \
               that is missing or too many";
    let table = "sums,notes\n4,ok\n5,\"he said 5\n5,fine\n5,\"well\"\n4,\"ok\"\n9,\n";
    let bad = "sums: \"9\" is not an answer: expected a whole number from 1 to 5";
    let expected = vec![(3, why.to_owned()), (7, bad.to_owned())];
    let notice = "4 rows read: 0 scored, 2 not matched, 2 rejected, 0 blank\n";
    assert_eq!(rejected(table), (expected, notice.to_owned()));
    // Within one line it is a slip that costs nothing.
    let table = "sums,notes\n5,\"he\" said\n4,\"a\nb\"\"\"\n";
    assert_eq!(rejected(table).0, []);
}

#[test]
fn people_that_two_stray_marks_have_put_into_a_cell_are_told_of() {
    let why = "a cell of this row has whole rows within it, which would be lost: look for a \
               quotation mark that is missing or too many";
    let joined = |table: &str| rejected(table).0;
    // The note in the middle, first and last; of two people and of three.
    for table in [
        "respondent,notes,sums,talk,mend\nann,\"good,5,4,1\nbob,ok\",1,2,3\n",
        "respondent,notes,sums,talk,mend\nann,\"good,5,4,1\nbob,ok,3,3,3\ncat,ok\",1,2,3\n",
        "notes,sums,talk,mend\n\"good,5,4,1\nok,3,3,3\nok\",1,2,3\n",
        "respondent,sums,talk,mend,notes\nann,5,4,1,\"good\nbob,1,2,3,ok\"\n",
        "respondent;sums;talk;mend;notes\r\nann;5;4;1;\"good\r\nbob;3;2;1;ok\r\ncat;1;2;3;ok\"\r\n",
        // A separator behind every row, and all answers in one cell.
        "respondent,sums,talk,mend,notes\nann,5,4,1,\"good,\nbob,1,2,3,ok,\ncat,1,2,3,ok\",\n",
        "respondent,answers,notes\nann,523454,\"good\nbob,523454,ok\ncat,523454,ok\"\n",
    ] {
        assert_eq!(joined(table), [(2, why.to_owned())], "{table}");
    }
    for table in [
        "respondent,notes,sums,talk,mend\nann,\"good,\n5,4,1\nis what I like\",1,2,3\n",
        "respondent,sums,talk,mend,notes\nann,5,4,1,\"I like\nsums, talk, mend, and more\"\n",
        "notes,sums,talk,mend\n\"I like\nsums\",5,4,1\n",
        "respondent,sums,talk,mend,notes\nann,5,4,1,\"\n\n\"\n",
        // Two texts of several lines, and what stands between them.
        "respondent,why,sums,talk,mend,notes\nann,\"I like people,\nbut not blood, really\",5,4,1,\"nice\nthanks\"\n",
        "why,sums,talk,mend,notes\n\"Good\nfine\",5,4,1,\"nice\nthanks\"\n",
        // A list of as many numbers as there are columns.
        "sums,talk,notes\n4,2,\"My order:\n3, 2, 1\nthanks\"\n",
        "sums;notes\n3;\"I like it\n4; because\nyes\"\n",
    ] {
        assert_eq!(joined(table), [], "{table}");
    }
}

#[test]
fn rows_of_another_length_are_told_of() {
    let of_all = |rows: &str| {
        let table = format!("respondent,notes,sums,talk,mend\n{rows}");
        let ran = Run::small(["batch"]).stdin(table).output();
        ran.stderr.lines().filter(|line| line.contains("cell")).collect::<Vec<_>>().join("\n")
    };
    let short = "fewer cells than the headings, and the questions without one count as skipped: \
                 see whether a line break in a cell has cut them off";
    let long = "an empty cell more than the headings: see whether a comma, a semicolon or a tab in \
                a cell has moved the answers behind it";
    let rows = "ann,ok,5,4,1\nbob,I liked\nit,1,2,5\n";
    assert_eq!(of_all(rows), format!("2 rows, the first of them row 3, have {short}"));
    assert_eq!(of_all("ann,ok,5,4,1\n\nbob,ok,1,2\n"), format!("row 4 has {short}"));
    assert_eq!(of_all("ann,ok,5,4,1\nbob,37,5,1,2,\n"), format!("row 3 has {long}"));
    // Where every row of a file ends so, no answer was moved.
    let headings = "respondent,sums,talk,mend";
    let several = |even: &str, uneven: &str| {
        let table = |rows: &str| format!("{headings}\n{rows}");
        let ran = Run::small(["batch", "a.csv", "b.csv"])
            .file("a.csv", table(even))
            .file("b.csv", table(uneven))
            .output();
        ran.stderr.lines().filter(|line| line.contains("cell")).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(several("ann,5,4,1\n", "bob,5,4,1,\ncat,5,4,1,\n"), "");
    let rows = "bob,5,4,1,\ncat,5,4,1\n";
    assert_eq!(several("ann,5,4,1\n", rows), format!("b.csv: row 2 has {long}"));
    // Nothing is missing behind the questions.
    assert_eq!(of_all("ann,ok,5,4,1,\nbob,ok,5,1,2,\n"), "");
    let ran = Run::small(["batch"]).stdin("sums,talk,mend,notes\n5,4,1\n3,2,4,well\n").output();
    assert!(!ran.stderr.contains("cells"), "{}", ran.stderr);
}

#[test]
fn a_message_repeats_no_more_than_the_beginning_of_a_cell() {
    let cell = "x".repeat(81);
    let said = format!(
        "sums: \"{}…\" is not an answer: expected a whole number from 1 to 5",
        "x".repeat(80)
    );
    assert_eq!(rejected(format!("sums\n{cell}\n")).0, [(2, said.clone())]);
    let (json, _) = rejected(format!("{{\"answers\": {{\"sums\": \"{cell}\"}}}}\n"));
    assert!(json[0].1.starts_with(&said), "{json:?}");
}

#[test]
fn a_row_with_more_cells_than_headings_says_what_to_look_for() {
    let why = "the row has 3 cells, and the first row 2: look for a cell with a comma, a semicolon \
               or a tab in it that needs quotation marks around it";
    assert_eq!(rejected("sums,talk\n5\n5,2,x\n").0, [(3, why.to_owned())]);
}

#[test]
fn lines_are_counted_whatever_is_on_them_and_however_they_end() {
    let bad = "sums: \"9\" is not an answer: expected a whole number from 1 to 5";
    let no_text = "the row is not UTF-8 text, or cut off within a character: in the spreadsheet, \
                   save it as CSV UTF-8";
    for end in ["\n", "\r\n", "\r"] {
        let lines = ["respondent,sums,é", "a,5,", "", "", "", "b\u{1},5,", "c,9,", "\"d", "\",9,"];
        let mut table = lines.join(end).into_bytes();
        let broken = table.iter().position(|byte| *byte == 1).unwrap();
        table[broken] = 0xff;
        let expected = vec![(6, no_text.into()), (7, bad.into()), (8, bad.into())];
        let notice = "7 rows read: 0 scored, 1 not matched, 3 rejected, 3 blank\n";
        assert_eq!(rejected(table), (expected, notice.to_owned()), "{end:?}");
        // Lines before the headings are lines, and those before the last row.
        let table = ["", "", "respondent,sums", "a,5", "", "", "b,9"].join(end);
        let notice = "4 rows read: 0 scored, 1 not matched, 1 rejected, 2 blank\n";
        assert_eq!(rejected(table), (vec![(7, bad.into())], notice.to_owned()), "{end:?}");
        let long = format!("sums,{}", "x".repeat(70_000));
        let table = [long.as_str(), "5,", "", "9,"].join(end);
        assert_eq!(rejected(table).0, [(4, bad.into())], "{end:?}");
    }
}

#[test]
fn a_row_is_named_by_its_file_its_number_in_a_spreadsheet_and_its_line() {
    let why = "sums: \"9\" is not an answer: expected a whole number from 1 to 5";
    for (table, place) in [
        ("sums,talk\n9,1\n", "row 2 (line 2)"),
        ("Our class\n\nsums,talk,note\n5,1,\"a\nb\"\n9,1,\n", "row 5 (line 6)"),
        // A spreadsheet shows no row for the first of these lines.
        ("sep=;\nsums;talk\n9;1\n", "row 2 (line 3)"),
    ] {
        let ran = Run::small(["batch", "--check", "class.csv"]).file("class.csv", table).output();
        assert!(ran.stderr.contains(&format!("\nclass.csv: {place}: {why}\n")), "{}", ran.stderr);
        let ran = Run::small(["batch", "class.csv"]).file("class.csv", table).output();
        let records = records(&ran.stdout);
        let error = &records.last().unwrap()["error"];
        assert_eq!(format!("row {} (line {})", error["row"], error["line"]), place, "{error}");
    }
    Run::small(["batch", "class.csv"])
        .file("class.csv", "name,mood\na,b\n")
        .stderr(
            "error: class.csv: the table's headings: no heading is the id or the text of a \
             question: one row has to name them, as the one that rolefit form csv writes; or say \
             which column is which question with --map FILE or --in-order-from COLUMN (of batch, \
             cohort and audit)\n",
        )
        .code(65)
        .check();
    let ran = Run::small(["batch", "--strict", "class.csv"]).file("class.csv", "sums\n9\n");
    let stderr = ran.output().stderr;
    assert!(stderr.ends_with(&format!("error: class.csv: row 2 (line 2): {why}\n")), "{stderr}");
}

#[test]
fn the_separator_is_the_one_with_which_the_headings_are_questions() {
    let rows = |separator: char, heading: &str| {
        let table = format!("respondent;sums;talk;mend;{heading}\na;5;2;3;x\n");
        table.replace(';', &separator.to_string())
    };
    let expected = Run::small(["batch", "-q"]).stdin(rows(',', "why")).output().stdout;
    for separator in [';', '\t'] {
        for heading in [
            "Why do you, as a person, want to work, here, in the NHS, or elsewhere?",
            "\"a,b,c,d,e,f\"",
            "\"a,\nb,\r\nc,d,e,f\"",
        ] {
            for before in ["", "\n", " \r\n\n"] {
                let table = format!("{before}{}", rows(separator, heading));
                let ran = Run::small(["batch", "-q"]).stdin(table).output();
                assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), (expected.as_str(), ""));
            }
        }
        // A line break in a heading before any question.
        let first = "\"Where,\nand when,\n\nand why?\";sums;talk;mend\nx;5;2;1\n";
        let ran = Run::small(["batch"]).stdin(first.replace(';', &separator.to_string())).output();
        assert_eq!(
            ran.stderr,
            "3 of 6 questions have a column; write, chart, alone have none; no column names the \
             respondents; not answers: Where, and when, and why?\n1 row read: 1 scored, 0 rejected, 0 blank\n"
        );
    }
}

#[test]
fn capitals_and_blanks_in_headings_change_nothing() {
    let expected = Run::small(["batch"]).stdin("respondent,sums,talk\na,5,2\n").output();
    for headings in ["Respondent,Sums,TALK", "RESPONDENT, sums ,talk", " respondent ,sums,Talk"] {
        let ran = Run::small(["batch"]).stdin(format!("{headings}\na,5,2\n")).output();
        assert_eq!((&ran.stdout, &ran.stderr), (&expected.stdout, &expected.stderr), "{headings}");
    }
    let ran = Run::small(["batch"]).stdin("sums,talk,Sums\n5,2,5\n").output();
    let why = "error: the table's headings: column 1 (\"sums\") and column 3 (\"Sums\") are both the \
               question sums: take one of them out, or give it another heading\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (65, why));
}

#[test]
fn cells_that_another_spreadsheet_would_split_are_quoted() {
    let table = "sums,note,talk\n5,a;=1+1,2\n";
    let ran =
        Run::small(["batch", "-q", "--keep", "note", "--format", "csv", "--top", "1"]).stdin(table);
    let written = ran.output().stdout;
    assert!(written.contains("\n,\"a;=1+1\","), "{written}");
}
