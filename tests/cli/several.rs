//! Several files and folders of answers at once.

use std::fs;
use std::path::Path;

use super::batch::records;
use crate::support::Run;
use crate::support::workbooks::table;

const HEADINGS: &str = "respondent,sums,talk,mend,write,chart,alone";
const SHEET: &str = "{\n  \"respondent\": \"a\",\n  \"answers\": \"523-41\"\n}\n";

/// A run in a folder with a sheet, a table and a workbook, one person each.
fn run<const N: usize>(arguments: [&str; N]) -> Run {
    let run = Run::small(arguments);
    let folder = run.folder().join("class");
    fs::create_dir(&folder).unwrap();
    let write = |name: &str, content: &[u8]| fs::write(folder.join(name), content).unwrap();
    write("1.json", SHEET.as_bytes());
    write("2.CSV", format!("{HEADINGS},site\nb,1,4,2,5,3,2,North\n").as_bytes());
    let headings: Vec<&str> = HEADINGS.split(',').collect();
    write("3.xlsx", &table(&[&headings, &["c", "5", "5", "1", "1", "2", "2"]]));
    // What is no file of answers by its name is passed over.
    write("notes.txt", b"notes");
    write(".~lock.2.csv", b"lock");
    fs::create_dir(folder.join("4.csv")).unwrap();
    run
}

const ALL: &str =
    "respondent,sums,talk,mend,write,chart,alone\na,5,2,3,,4,1\nb,1,4,2,5,3,2\nc,5,5,1,1,2,2\n";

#[test]
fn a_folder_is_read_file_by_file_and_each_record_says_from_which() {
    let expected = records(&Run::small(["batch"]).stdin(ALL).output().stdout);
    let named = ["batch", "class/1.json", "class/2.CSV", "class/3.xlsx"];
    for ran in [run(["batch", "class"]).output(), run(named).output()] {
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(
            ran.stderr.ends_with("3 rows read: 3 scored, 0 rejected, 0 blank\n"),
            "{}",
            ran.stderr
        );
        let mut told = records(&ran.stdout);
        let sources: Vec<_> = told
            .iter_mut()
            .map(|record| record.as_object_mut().unwrap().remove("source").unwrap())
            .collect();
        assert_eq!(sources, ["class/1.json", "class/2.CSV", "class/3.xlsx"]);
        assert_eq!(told, expected);
    }
    // One file alone is told as before.
    let alone = run(["batch", "class/1.json"]).output();
    assert_eq!(records(&alone.stdout), expected[..1]);
    let ran = run(["batch", "class", "--format", "csv", "--top", "1"]).output();
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines[0], "respondent,source,status,answered,error,role_1,fit_1,band_1");
    assert!(lines[2].starts_with("b,class/2.CSV,ranked,6,,guide,"), "{}", lines[2]);
}

#[test]
fn what_is_not_read_of_a_folder_is_said() {
    let said = "class: not read: notes.txt; files with answers end with .csv, .tsv, .tab, .json, \
                .ndjson, .jsonl, .xlsx, .xlsm, .ods\n";
    for command in ["batch", "cohort"] {
        let told = run([command, "class"]).output().stderr;
        assert!(told.starts_with(said), "{told}");
    }
    let check = run(["batch", "class", "--check"]).output().stderr;
    assert!(check.starts_with(said), "{check}");
    // Of many only the number is told.
    let many = run(["batch", "class"]);
    for name in ["a", "b", "c", "d", "e", "f"] {
        fs::write(many.folder().join("class").join(format!("{name}.doc")), b"").unwrap();
    }
    let told = many.output().stderr;
    assert!(told.starts_with("class: not read: a.doc, b.doc, c.doc, d.doc, e.doc, and 2 more;"));
}

#[test]
fn a_cohort_of_several_files_is_that_of_one() {
    let people = |count: usize| -> String {
        (0..count).map(|of| format!("p{of},{},2,3,{},4,1\n", 1 + of % 5, 1 + of % 3)).collect()
    };
    let one = format!("{HEADINGS}\n{}{}", people(12), people(15));
    let expected = Run::small(["cohort", "--format", "json"]).stdin(one).output();
    let ran = Run::small(["cohort", "a.csv", "b.csv", "--format", "json"])
        .file("a.csv", format!("{HEADINGS}\n{}", people(12)))
        .file("b.csv", format!("{HEADINGS}\n{}", people(15)))
        .output();
    assert_eq!(ran.stdout, expected.stdout);
    // Who is in two of the files is told as who is twice in one.
    assert_eq!(ran.stderr, expected.stderr);
    assert!(
        ran.stderr.starts_with("12 rows are of respondents that occurred before"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_is_noted_or_wrong_is_told_with_its_file() {
    let ran =
        run(["cohort", "class", "bad.csv"]).file("bad.csv", b"Name;sums;zo\xeb\nd;9;x\n").output();
    assert_eq!(ran.code, 1);
    for line in [
        "bad.csv: headings in row 1: 1 of 6 questions have a column; talk, mend, write and 2 more \
         have none",
        "bad.csv: respondents are named by \"Name\"; not answers: zo\u{eb}",
        "bad.csv: the table is not UTF-8: it was read as Windows-1252",
        "bad.csv: row 2 (line 2): sums: \"9\" is not an answer: expected a whole number from 1 to 5",
        "4 rows read: 3 scored, 1 rejected, 0 blank",
    ] {
        assert!(ran.stderr.lines().any(|told| told == line), "{line}: {}", ran.stderr);
    }
    let ran = run(["batch", "--check", "class", "bad.csv"])
        .file("bad.csv", format!("{HEADINGS}\nd,9,1,1,1,1,1\n"))
        .output();
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("class/2.CSV: 6 of 6 questions have a column\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains("\nbad.csv: row 2 (line 2): sums: "), "{}", ran.stderr);
}

#[test]
fn nothing_is_written_where_one_of_the_files_cannot_be_read() {
    for (name, content, why) in [
        ("z.csv", "a,b\n1,2\n", "z.csv: the table's headings: no heading is the id"),
        ("z.csv", "", "z.csv: the table is empty"),
    ] {
        let run = run(["batch", "class", name, "-o", "out.csv"]).file(name, content);
        let folder = run.folder().to_owned();
        let ran = run.output();
        assert_eq!(ran.code, 65, "{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("error: {why}")), "{}", ran.stderr);
        assert!(!folder.join("out.csv").exists());
    }
    let refused = |run: Run, code: i32, why: &str| {
        let ran = run.output();
        let last = ran.stderr.lines().last().unwrap_or_default().to_owned();
        assert_eq!((ran.code, ran.stdout.as_str(), last.as_str()), (code, "", why));
    };
    refused(
        run(["batch", "class", "-"]),
        2,
        "error: -: standard input is read alone, and not beside files: leave - out, or the files",
    );
    refused(
        run(["batch", "class", "class/1.json"]),
        2,
        "error: class/1.json is given twice: take one out",
    );
    let link = run(["cohort", "link.json", "class"]);
    std::os::unix::fs::symlink(Path::new("class/1.json"), link.folder().join("link.json")).unwrap();
    refused(link, 2, "error: class/1.json is link.json, and given twice: take one out");
    let empty = run(["batch", "class/4.csv"]);
    refused(
        empty,
        66,
        "error: class/4.csv: no file with answers is in this folder: none of its names ends with \
         .csv, .tsv, .tab, .json, .ndjson, .jsonl, .xlsx, .xlsm, .ods",
    );
    refused(
        run(["batch", "class/2.CSV", "class/3.xlsx", "--keep", "site"]),
        65,
        "error: class/3.xlsx: --keep: the table has no column \"site\"; it has respondent, sums, talk, \
         mend, write, chart and 1 more",
    );
    refused(
        run(["cohort", "class/2.CSV", "class/1.json", "--by", "site"]),
        65,
        "error: class/1.json: --by: only a table has columns, and these rows are JSON: leave \
         the option out",
    );
    refused(
        run(["batch", "class", "-o", "class/2.CSV"]),
        2,
        "error: --output class/2.CSV: this is the file that the rows are in, and would be written \
         over: name another",
    );
}

/// A script that leaves out notices is told all the same why it failed.
#[test]
fn no_run_with_rejected_rows_fails_in_silence() {
    let rows = "respondent,sums,talk,mend\na,5,2,1\nb,9,2,1\nc,5,7,1\n";
    let why = "row 3 (line 3): sums: \"9\" is not an answer: expected a whole number from 1 to 5";
    for arguments in [
        &["batch", "-q", "class.csv", "-o", "out.csv"][..],
        &["batch", "-q", "class.csv", "--pages", "pages"],
        &["batch", "-q", "class.csv", "--letters", "letters.html"],
        &["batch", "-q", "class.csv"],
        &["batch", "-q", "--check", "class.csv"],
        &["audit", "-q", "class.csv"],
        &["audit", "-q", "--check", "class.csv"],
    ] {
        let run = Run::small([]).file("class.csv", rows);
        let ran = arguments.iter().fold(run, |run, word| run.arg(*word)).output();
        let said = format!("error: 2 of 3 rows were rejected; the first: class.csv: {why}\n");
        assert_eq!((ran.code, ran.stderr), (1, said), "{arguments:?}");
    }
    let ran = Run::small(["batch", "class.csv", "-o", "out.csv"]).file("class.csv", rows).output();
    let told = format!("class.csv: {why}\nclass.csv: row 4 (line 4): talk: \"7\" is not an answer");
    assert!(ran.stderr.contains(&told), "{}", ran.stderr);
}
