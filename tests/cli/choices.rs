//! What is said by hand of a table: which column is which, what its words mean, and whom
//! it is of.

use serde_json::Value;

use super::batch::records;
use crate::support::Run;

const HEADINGS: &str = "respondent,sums,talk,mend,write,chart,alone";
const ROWS: &str = "a,5,2,3,,4,1\nb,1,4,2,5,3,2\n";

fn run(options: &[&str]) -> Run {
    options.iter().fold(Run::small(["batch"]), |run, option| run.arg(*option))
}

/// The records without the names of their respondents, these names, and the messages.
fn read(options: &[&str], files: &[(&str, &str)], table: &str) -> (Vec<Value>, Vec<Value>, String) {
    let mut run = run(options).stdin(table);
    for (name, text) in files {
        run = run.file(name, text);
    }
    let ran = run.output();
    let mut told = records(&ran.stdout);
    let called = told.iter_mut().map(|of| of["respondent"].take()).collect();
    (told, called, ran.stderr)
}

/// That the two people are read from `table` as from the plain one.
#[track_caller]
fn is_read(options: &[&str], files: &[(&str, &str)], table: &str, called: [&str; 2]) -> String {
    let (told, names, stderr) = read(options, files, table);
    assert_eq!(told, read(&[], &[], &format!("{HEADINGS}\n{ROWS}")).0, "{stderr}");
    assert_eq!(names, called, "{stderr}");
    stderr
}

#[track_caller]
fn is_refused(options: &[&str], files: &[(&str, &str)], table: &str, code: i32, why: &str) {
    let mut run = run(options).stdin(table);
    for (name, text) in files {
        run = run.file(name, text);
    }
    let ran = run.output();
    assert_eq!((ran.code, ran.stdout.as_str()), (code, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains(why), "{}", ran.stderr);
}

#[test]
fn a_map_says_which_question_a_heading_is() {
    let table =
        format!("token,W[1],W[2],W[3],W[4],\"W\n 5\",W[6],site\n{}", ROWS.replace('\n', ",3\n"));
    let map = "W[1]: sums\nw[2]: talk\nW[3]: mend\nW[4]: write\nW 5: chart\nW[6]: alone\nsite:\n";
    let told = is_read(&["--map", "m.yaml"], &[("m.yaml", map)], &table, ["a", "b"]);
    assert_eq!(
        told,
        "headings in row 1: 6 of 6 questions have a column\n\
         respondents are named by \"token\"; not answers: site\n\
         2 rows read: 2 scored, 0 rejected, 0 blank\n"
    );
    // It comes before what a heading says.
    let table = format!("respondent,talk,sums,mend,write,chart,alone\n{ROWS}");
    let map = "talk: sums\nsums: talk\n";
    is_read(&["--map", "m.yaml"], &[("m.yaml", map)], &table, ["a", "b"]);
}

#[test]
fn a_map_with_a_mistake_is_told_at_its_place() {
    let table = format!("{HEADINGS}\n{ROWS}");
    let refused = |map: &str, why: &str| {
        is_refused(&["--map", "m.yaml"], &[("m.yaml", map)], &table, 65, why);
    };
    refused("a: sumz\n", "m.yaml:1:4");
    refused("a: sumz\n", "did you mean \"sums\"?");
    refused("- sums\n", "m.yaml:1:1");
    refused("other: sums\n", "--map: m.yaml:1: the table has no column \"other\"; it has ");
    refused("tlak: sums\n", "did you mean \"talk\"?");
    refused(
        "respondent: sums\n",
        "are both the question sums: take one of them out, or name it with --map FILE",
    );
    is_refused(&["--map", "none.yaml"], &[], &table, 66, "none.yaml");
    is_refused(
        &["--map", "m.yaml", "-o", "m.yaml", "--format", "csv"],
        &[("m.yaml", "a: sums\n")],
        &table,
        2,
        "the map of the columns",
    );
}

#[test]
fn the_columns_may_be_the_questions_in_their_order() {
    let table =
        format!("id,lastpage,Q1,Q2,Q3,Q4,Q5,Q6,talk\n{}", "a,4,5,2,3,,4,1,9\nb,4,1,4,2,5,3,2,9\n");
    let told = is_read(&["--in-order-from", "q1"], &[], &table, ["a", "b"]);
    assert!(told.contains("not answers: lastpage, talk\n"), "{told}");
    // A column between them that the map leaves out is none of them.
    let table = table
        .replace("Q3,", "Q3,check,")
        .replace("5,2,3,", "5,2,3,1,")
        .replace("1,4,2,5", "1,4,2,1,5");
    is_read(
        &["--in-order-from", "Q1", "--map", "m.yaml"],
        &[("m.yaml", "check:\n")],
        &table,
        ["a", "b"],
    );
    is_refused(
        &["--in-order-from", "Q2"],
        &[],
        "id,Q1,Q2,Q3,Q4,Q5,Q6\na,1,1,1,1,1,1\n",
        65,
        "from the column \"Q2\" on there are 5 columns for 6 questions",
    );
    is_refused(
        &["--in-order-from", "Q9"],
        &[],
        "id,Q1,Q2\na,1,1\n",
        65,
        "error: --in-order-from: the table has no column \"Q9\"; it has id, Q1, Q2\n",
    );
}

#[test]
fn answers_may_be_coded_otherwise() {
    let from_zero = format!("{HEADINGS}\na,4,1,2,,3,0\nb,0,3,1,4.0,2,1\n");
    is_read(&["--scale-from", "0"], &[], &from_zero, ["a", "b"]);
    let around_zero = format!("{HEADINGS}\na,2,-1,0,,1,-2\nb,-2,1,-1,2,0,-1\n");
    is_read(&["--scale-from", "-2"], &[], &around_zero, ["a", "b"]);
    let codes =
        format!("{HEADINGS}\na,AO05,AO02,AO03,?,AO04,AO01\nb,AO01,AO04,AO02,AO05,AO03,AO02\n");
    let scale = "AO01=1,AO02=2,AO03=3,AO04=4,AO05=5";
    let told = is_read(&["--scale", scale, "--missing", "77,?"], &[], &codes, ["a", "b"]);
    assert_eq!(told, "answers: 11 in words\n2 rows read: 2 scored, 0 rejected, 0 blank\n");
    let plain = format!("{HEADINGS}\n{ROWS}");
    is_refused(
        &["--scale", "A=6"],
        &[],
        &plain,
        2,
        "--scale: \"A\": \"6\" is no answer: write the number of an answer, 1 to 5, behind each word, \
         as in \"Agree=5,Disagree=1\"",
    );
    let (_, _, told) = read(&[], &[], &from_zero);
    assert_eq!(
        told,
        "2 cells hold 0, and none the highest answer: if the answers are counted from 0, say \
         --scale-from 0\nrow 2 (line 2): alone: \"0\" is not an answer: expected a whole number from 1 \
         to 5\nrow 3 (line 3): sums: \"0\" is not an answer: expected a whole number from 1 to 5\n2 \
         rows read: 0 scored, 2 rejected, 0 blank\n"
    );
    // With a highest answer, a 0 is a slip.
    let (_, _, told) = read(&[], &[], &format!("{HEADINGS}\na,5,0,3,,4,1\n"));
    assert_eq!(
        told,
        "row 2 (line 2): talk: \"0\" is not an answer: expected a whole number from 1 to 5\n1 row \
         read: 0 scored, 1 rejected, 0 blank\n"
    );
}

#[test]
fn a_cell_that_holds_no_answer_may_be_taken_as_skipped() {
    let table = format!("{HEADINGS}\na,5,2,3,later,4,1\nb,1,4,2,5,3,2\n");
    let told = is_read(&["--lenient"], &[], &table, ["a", "b"]);
    assert_eq!(
        told,
        "1 cell was no answer, taken as skipped\n2 rows read: 2 scored, 0 rejected, 0 blank\n"
    );
}

#[test]
fn the_respondent_is_who_is_said_or_a_number() {
    let table = "id,Badge,sums,talk,mend,write,chart,alone\n7,x,5,2,3,,4,1\n8,y,1,4,2,5,3,2\n";
    let told = is_read(&["--respondent", "badge"], &[], table, ["x", "y"]);
    assert!(told.contains("respondents are named by \"Badge\"; not answers: id\n"), "{told}");
    let told = is_read(&["--anonymous"], &[], table, ["1", "2"]);
    assert!(told.contains("people are numbered; not answers: id, Badge\n"), "{told}");
    is_refused(
        &["--respondent", "Bagde"],
        &[],
        table,
        65,
        "error: --respondent: the table has no column \"Bagde\"; it has id, Badge, sums, talk, mend, \
         write and 2 more: did you mean \"Badge\"?",
    );
    is_refused(&["--respondent", "sums"], &[], table, 65, "it holds answers");
    // So it is with lines of JSON.
    let lines = "{\"respondent\": \"Ann\", \"answers\": \"523-41\"}\n\n{\"answers\": \"142532\"}\n";
    is_read(&["--anonymous"], &[], lines, ["1", "3"]);
}

#[test]
fn respondents_that_occur_twice_are_told() {
    let table = format!("{HEADINGS}\n{ROWS}{ROWS}");
    let (_, _, told) = read(&[], &[], &table);
    assert_eq!(
        told,
        "2 rows are of respondents that occurred before: a, b\n\
         4 rows read: 4 scored, 0 rejected, 0 blank\n"
    );
}

#[test]
fn respondents_that_occur_twice_are_told_of_lines_of_json() {
    let line = |name: &str| format!("{{\"respondent\": {name}, \"answers\": \"123454\"}}\n");
    let lines: String = ["\"a\"", "null", "7", "\" a \"", "null", "7"].map(line).concat();
    let (_, _, told) = read(&[], &[], &lines);
    assert_eq!(
        told,
        "2 rows are of respondents that occurred before: a, 7\n\
         6 rows read: 6 scored, 0 rejected, 0 blank\n"
    );
    // Who is numbered is nobody else.
    let (_, _, told) = read(&["--anonymous"], &[], &lines);
    assert_eq!(told, "6 rows read: 6 scored, 0 rejected, 0 blank\n");
}

#[test]
fn a_check_tells_who_occurs_in_another_file() {
    let ran = Run::small(["batch", "--check", "a.csv", "b.csv", "c.csv"])
        .file("a.csv", format!("{HEADINGS}\n{ROWS}"))
        .file("b.csv", format!("{HEADINGS}\n{}", ROWS.replace("a,", "n,")))
        .file("c.csv", format!("{HEADINGS}\nx,1,2,3,4,5,1\n"))
        .output();
    let told: Vec<_> = ran.stderr.lines().filter(|line| line.contains("occurred")).collect();
    assert_eq!(told, ["b.csv: 1 row is of a respondent that occurred before: b"]);
}

#[test]
fn a_table_may_have_to_have_every_question() {
    let table = "respondent,sums,talk,mend\na,1,2,3\n";
    is_refused(
        &["--strict-columns"],
        &[],
        table,
        65,
        "3 of 6 questions have no column: write, chart, alone",
    );
    let plain = format!("{HEADINGS}\n{ROWS}");
    is_read(&["--strict-columns"], &[], &plain, ["a", "b"]);
}

#[test]
fn as_many_columns_of_answers_that_match_no_question_are_an_error() {
    let table = "respondent,sums,talk,item 3,item 4,note\na,1,2,3,4,x\nb,1,No,,Yes,y\n";
    let why =
        "2 columns match a question, and 2 others hold answers but match none: item 3, item 4";
    is_refused(&[], &[], table, 65, why);
    is_refused(&["--check"], &[], table, 65, why);
    // One that holds something else is none of them, and so is one that the map leaves out.
    let other = table.replace("3,4,x", "3,40,x");
    assert!(read(&[], &[], &other).2.contains("2 of 6 questions have a column"));
    let options = ["--map", "m.yaml"];
    let told = read(&options, &[("m.yaml", "item 3:\n")], table).2;
    assert!(told.contains("2 of 6 questions have a column"), "{told}");
}

#[test]
fn a_check_scores_nothing_and_tells_how_rows_are_understood() {
    for command in ["batch", "cohort"] {
        let table = format!("{HEADINGS}\n{ROWS}a,9,1,1,1,1,Yes\n");
        let ran = Run::small([command, "--check"]).stdin(table).output();
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
        assert_eq!(
            ran.stderr,
            "6 of 6 questions have a column\n\
             answers: 1 in words, 15 in numbers\n\
             1 row is of a respondent that occurred before: a\n\
             row 4 (line 4): sums: \"9\" is not an answer: expected a whole number from 1 to 5\n\
             3 rows read: 2 understood, 1 rejected, 0 blank\n"
        );
        let ran = Run::small([command, "--check"]).stdin(format!("{HEADINGS}\n{ROWS}")).output();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    }
}

#[test]
fn nobody_matched_is_no_success() {
    let table = format!("{HEADINGS}\na,5,,,,,\nb,3,3,3,3,3,3\nc,,,,,,\n");
    for command in ["batch", "cohort"] {
        let ran = Run::small([command]).stdin(table.as_str()).output();
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        let told = "3 rows read: 0 scored, 3 not matched, 0 rejected, 0 blank\n\
                    error: nobody could be matched: 2 answered too little, fewer than three \
                    interests, 1 liked everything alike\n";
        assert!(ran.stderr.ends_with(told), "{}", ran.stderr);
    }
    let ran = Run::small(["batch"]).stdin(format!("{table}d,5,1,3,2,4,1\n")).output();
    assert_eq!(ran.code, 0);
    let told = "4 rows read: 1 scored, 3 not matched, 0 rejected, 0 blank\n";
    assert!(ran.stderr.ends_with(told), "{}", ran.stderr);
}
