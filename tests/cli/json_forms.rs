//! JSON as programs and survey tools write it, beside an object a line.

use serde_json::Value;

use super::batch::records;
use crate::support::Run;
use crate::support::workbooks::{cells, table, xlsx};

const TABLE: &str = "respondent,sums,talk,mend,write,chart,alone\na,5,2,3,,4,1\nb,1,4,2,5,3,2\n";
const SCORED: &str = "2 rows read: 2 scored, 0 rejected, 0 blank\n";

fn read(json: &str) -> (Vec<Value>, String) {
    let ran = Run::small(["batch"]).stdin(json).output();
    (records(&ran.stdout), ran.stderr)
}

/// That these objects say what the table says: each on a line, in a list on one line and on
/// several, and one after the other over several lines.
#[track_caller]
fn are_read(objects: [Value; 2]) {
    let expected = read(TABLE);
    assert_eq!(expected.1, SCORED);
    let [a, b] = &objects;
    let all = serde_json::json!([a, b]);
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap();
    for json in [
        format!("{a}\n{b}\n"),
        all.to_string(),
        pretty(&all),
        format!("[{a},\r\n{b}]\r\n"),
        format!("\n [\n{a} , {b}\n]\n\n"),
        format!("{}\n{}", pretty(a), pretty(b)),
    ] {
        let (records, told) = read(&json);
        assert_eq!(records, expected.0, "{json}");
        let words = told.strip_suffix(SCORED);
        assert!(words.is_some_and(|of| of.is_empty() || of.starts_with("answers: ")), "{told}");
    }
}

/// What is said of words that are no answers.
const WORDS: &str = "; say which answers words are with --scale \"x=N\", or that they are skipped \
                     questions with --missing \"x\" (of batch, cohort and audit)";

#[test]
fn a_list_and_objects_over_several_lines_are_read() {
    are_read([
        serde_json::json!({"respondent": "a", "answers": "523-41"}),
        serde_json::json!({"respondent": "b", "answers": [1, 4, 2, 5, 3, 2]}),
    ]);
    assert_eq!(read("[]\n").1, "0 rows read: 0 scored, 0 rejected, 0 blank\n");
}

#[test]
fn answers_are_numbers_texts_of_numbers_labels_and_words_for_none() {
    are_read([
        serde_json::json!({"respondent": "a", "answers": {"sums": "5", "talk": "2 - Rather not",
            "mend": "Perhaps", "write": "NA", "chart": 4.0, "alone": " no "}}),
        serde_json::json!({"respondent": "b", "answers": ["1", "rather", "2", "YES", 3, "2.0"]}),
    ]);
}

#[test]
fn an_export_has_answers_among_other_things_by_the_ids_or_the_texts_of_questions() {
    are_read([
        serde_json::json!({"Timestamp": "1/1", "How much? [Add up long columns]": "Yes",
            "How much? [Talk with strangers]": 2, "mend": "3", "q/write": null,
            "Draw a chart": "Rather", "Spend a day alone": 1, "id": "z", "respondent": "a",
            "tags": ["x", {"y": 1}]}),
        serde_json::json!({"trial": 4, "response": {"sums": 1, "talk": 4, "mend": 2, "write": 5,
            "Draw a chart": 3, "alone": 2, "rt": 1043}, "ResponseId": "b", "name": {"x": 1}}),
    ]);
    // Where the answers are those of a sheet, any other key is a mistake.
    let (told, _) = read("{\"answers\": {\"sums\": 1}, \"talk\": 2}\n");
    assert_eq!(
        told[0]["error"]["message"],
        "unknown key \"talk\": take it out, or call it as rolefit schema sheet does (column 31)"
    );
    let (told, _) = read("{\"sums\": 1, \"Add up long columns\": 2}\n");
    let why = "the key \"Add up long columns\" stands here a second time: take one of the two out (column 33)";
    assert_eq!(told[0]["error"]["message"], why);
}

#[test]
fn a_list_of_people_within_an_object_is_told_of() {
    let message = |line: &str| {
        let (told, _) = read(&format!("{line}\n"));
        told[0]["error"]["message"].as_str().unwrap().to_owned()
    };
    let people = "the key \"results\" holds a list of objects: if they are the people, give that \
                  list alone, each with the ids or texts of questions for its keys";
    let list = r#"[ {"sums": 1, "talk": 2, "mend": 3}, {"sums": 2, "talk": 4, "mend": 5}]"#;
    for (begin, end) in [
        ("{\"results\":", "}"),
        ("{\"count\": 2, \"next\": null, \"results\":  ", ", \"links\": [{}]}"),
        ("{\"respondent\": \"a\", \"results\": ", "}"),
    ] {
        assert_eq!(message(&format!("{begin}{list}{end}")), people, "{begin}");
    }
    let others = format!("{{\"responses\": {list}, \"links\": [{{\"x\": 1}}]}}");
    assert_eq!(message(&others), people.replace("results", "responses"));
    let (told, _) = read(&format!("[{{\n\"count\": 1,\n\"results\":\n{list}\n}}]\n"));
    let error = &told[0]["error"];
    assert_eq!(
        (&error["line"], &error["message"]),
        (&1.into(), &format!("object 1: {people}").into())
    );
    for (line, told) in [
        (r#"{"count": 2, "results": [1, 2]}"#, "unknown key \"count\": take it out"),
        (r#"{"_id": 12, "q1": "4", "q2": "5", "files": [{"x": 1}]}"#, "unknown key \"_id\": take"),
        (r#"{"Answers": {"sums": 4, "talk": 3}, "notes": [{"x": 1}]}"#, "unknown key \"Answers\""),
        (r#"{"answers": {}, "more": [{"sums": 1}]}"#, "unknown key \"more\": take it out"),
        (r#"{"schema_version": 1, "roles": [{}]}"#, "unknown key \"schema_version\"; this is"),
        (r#"{"results": [{"sums": 1}]"#, "the line ends before its JSON does"),
    ] {
        assert!(message(line).starts_with(told), "{line}");
    }
}

#[test]
fn an_error_names_the_object_the_line_and_the_column() {
    let json = "[\n  {\"answers\": {\"sums\": 5}},\n  {\n    \"answers\": {\n      \"sums\": 9\n    }\n  },\n \
                {\"answers\": {\"sums\": \"x\"}}, 7,\n  {\"answers\": \"5\"}}\n";
    let (told, stderr) = read(json);
    let error = |at: usize| {
        let error = &told[at]["error"];
        format!("{}: {}", error["line"], error["message"].as_str().unwrap_or_default())
    };
    assert!(told[0]["error"].is_null());
    let expected = "expected a whole number from 1 to 5";
    assert_eq!(
        error(1),
        format!("5: object 2: sums: \"9\" is not an answer: {expected} (column 15)")
    );
    assert_eq!(
        error(2),
        format!("8: object 3: sums: \"x\" is not an answer: {expected}{WORDS} (column 25)")
    );
    assert!(error(3).starts_with("8: object 4: expected an answer sheet"), "{}", error(3));
    assert!(
        error(4).starts_with("9: object 5: there are 6 questions, but 1 answers"),
        "{}",
        error(4)
    );
    assert_eq!(
        error(5),
        "9: this is not JSON: expected objects with commas between them, in [ and ]; what follows \
         is not read"
    );
    assert_eq!(told.len(), 6, "{stderr}");
    // A list that is cut off.
    let (told, _) = read("[\n{\"answers\": \"523454\"},\n{\"answers\": \"52\n");
    assert!(told[0]["error"].is_null());
    assert!(told[1]["error"]["message"].as_str().unwrap().starts_with("object 2: "), "{told:?}");
    let (told, _) = read("[\n{\"answers\": \"523454\"}\n");
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn an_object_of_more_than_a_mebibyte_is_an_error_of_its_own() {
    let long = " ".repeat(1 << 20);
    let json = format!("[{{\"answers\": {long}\"523454\"}},\n{{\"answers\": \"523454\"}}]");
    let (told, stderr) = read(&json);
    assert_eq!(
        told[0]["error"]["message"],
        "the object is longer than 1 MiB: write an object for each person"
    );
    assert_eq!(
        stderr,
        "line 1: the object is longer than 1 MiB: write an object for each person\n2 rows read: 1 scored, 1 rejected, 0 blank\n"
    );
}

#[test]
fn a_mistyped_code_in_the_place_of_a_file_is_told_as_that() {
    let code = Run::small(["score", "--answers", "523-41", "--format", "json"]).json();
    let code = code["code"].as_str().unwrap().to_owned();
    let cut = &code[..code.len() - 1];
    for command in [["score", cut].to_vec(), ["compare", &code, cut].to_vec()] {
        let ran = command.iter().fold(Run::small([]), |run, word| run.arg(*word)).output();
        let why = format!("error: {cut}: there is no such file, and this answer code is mistyped");
        assert!(ran.code == 66 && ran.stderr.starts_with(&why), "{}", ran.stderr);
    }
}

#[test]
fn score_takes_a_table_of_one_row() {
    let expected = Run::small(["score", "--answers", "523-41"]).output().stdout;
    let one = "sums,talk,mend,write,chart,alone\nYes,2,3,,4 - Rather,1\n";
    let ran = Run::small(["score", "one.csv"]).file("one.csv", one).output();
    assert_eq!((ran.stdout, ran.stderr.as_str()), (expected.clone(), ""));
    let head: &[&str] = &["sums", "talk", "mend", "write", "chart", "alone"];
    let book = table(&[head, &["5", "2", "3", "", "4", "1"]]);
    let ran = Run::small(["score", "one.xlsx"]).file("one.xlsx", book).output();
    assert_eq!((ran.stdout, ran.stderr.as_str()), (expected, ""));
    let refused = |name: &str, bytes: &[u8], why: &str| {
        let ran = Run::small(["score", name]).file(name, bytes).output();
        assert_eq!((ran.code, ran.stderr), (65, format!("error: {name}: {why}\n")));
    };
    let two = format!("{one}\n1,1,1,1,1,1\n");
    refused(
        "two.csv",
        two.as_bytes(),
        "there are 2 rows of answers, and one is wanted: rolefit batch takes many, and \
             rolefit compare one of them with --respondent",
    );
    refused(
        "two.ndjson",
        b"{\"answers\": \"523-41\"}\n{\"answers\": \"52\"}\n",
        "there are 2 rows of answers, and one is wanted: rolefit batch takes many, and \
             rolefit compare one of them with --respondent",
    );
    refused("none.tsv", b"sums\ttalk\tmend\twrite\tchart\talone\n", "there is no row of answers");
    let bad = "sums,talk,mend,write,chart,alone\n9,1,1,1,1,1\n";
    let why = "row 2 (line 2): sums: \"9\" is not an answer: expected a whole number from 1 to 5";
    refused("bad.csv", bad.as_bytes(), why);
    let none = xlsx(&[("S", "visible", &cells(&[&["name"]]))], &[]);
    let why = "worksheet \"S\": the table's headings: no heading is the id or the text of a question: \
               one row has to name them, as the one that rolefit form csv writes; or say which \
               column is which question with --map FILE or --in-order-from COLUMN (of batch, cohort \
               and audit)";
    refused("none.xlsx", &none, why);
}

#[test]
fn the_mark_of_a_file_that_was_joined_to_another_is_passed_over() {
    let record = |rows: &str, name: &str| {
        let ran = Run::small(["batch", "-q", "-", "--format", "csv", "--top", "1"]).stdin(rows);
        let ran = ran.output();
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{rows:?}");
        assert!(ran.stdout.contains(&format!("\n{name},ranked,")), "{rows:?}: {}", ran.stdout);
    };
    let line = "{\"respondent\":\"a\",\"answers\":\"523-41\"}\n";
    record(&format!("{line}\u{feff}{}", line.replace("\"a\"", "\"b\"")), "b");
    let table = "respondent,sums,talk,mend,write,chart,alone\na,5,2,3,,4,1\n\u{feff}b,5,2,3,,4,1\n";
    record(table, "b");
    record(&format!("{table}\"c\",5,2,3,,4,1\n"), "b");
}

#[test]
fn a_key_that_is_nearly_a_question_is_told_and_passed_over() {
    let rows = "{\"sums\": 5, \"talk\": 2, \"mendd\": 3, \"age\": 44}\n\
                {\"sums\": 5, \"talk\": 2, \"mend\": 3, \"children\": 2}\n";
    let ran = Run::small(["batch", "-", "--format", "csv", "--top", "1"]).stdin(rows).output();
    let said = "1 row has an answer under a key that is no question, and nearly the id of one: it was \
                passed over, and rolefit show questions lists the ids\n\
                2 rows read: 1 scored, 1 not matched, 0 rejected, 0 blank\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (0, said));
}

#[test]
fn a_sheet_takes_numbers_as_texts_and_labels() {
    let expected = Run::small(["score", "--answers", "523-41"]).output().stdout;
    let sheet = "answers: {sums: '5', talk: Rather not, mend: 3 - Perhaps, write: NA, chart: \"4\", alone: 1}\n";
    let ran = Run::small(["score", "a.yaml"]).file("a.yaml", sheet).output();
    assert_eq!((ran.stdout, ran.stderr.as_str()), (expected, ""));
}

#[test]
fn a_sheet_and_a_line_take_the_same_names_of_questions() {
    let expected = Run::small(["score", "--answers", "52--4-"]).output().stdout;
    for answers in [
        r#"{"Add up long columns": 5, "talk ": 2, "group/Chart": 4}"#,
        r#"{" sums": "5", "Q2. Talk with strangers": "2", "CHART": "4"}"#,
    ] {
        let sheet = format!("{{\"answers\": {answers}}}\n");
        let ran = Run::small(["score", "a.json"]).file("a.json", &sheet).output();
        assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), (expected.as_str(), ""), "{sheet}");
        let (line, told) = read(&sheet);
        assert_eq!(told, "1 row read: 1 scored, 0 rejected, 0 blank\n");
        let [row] = line.as_slice() else { panic!("{line:?}") };
        assert_eq!(row["answered"], 3, "{row}");
    }
    let twice = "answers:\n  sums: 4\n  Add up long columns: 5\n";
    Run::small(["score", "a.yaml"])
        .file("a.yaml", twice)
        .stderr(
            "error: the key \"sums\" stands here a second time\n \
             --> a.yaml:3:3\n  \
               |\n\
             3 |   Add up long columns: 5\n  \
               |   ^^^^^^^^^^^^^^^^^^^\n\
             error: 1 mistake; nothing was done\n",
        )
        .code(65)
        .check();
}

#[test]
fn what_is_said_of_answers_by_hand_holds_for_json_too() {
    let table = "respondent,sums,talk,mend,write,chart,alone\na,4,1,2,,3,0\nb,0,3,1,4,2,1\n";
    let rows = [
        r#"{"respondent": "a", "answers": {"sums": 4, "talk": "1", "mend": 2.0, "chart": 3, "alone": 0}}"#,
        r#"{"respondent": "b", "answers": [0, 3, 1, 4, 2, 1]}"#,
    ];
    let run = |arguments: &[&str], rows: &str| {
        let run = arguments.iter().fold(Run::small(["batch"]), |run, argument| run.arg(*argument));
        let ran = run.stdin(rows).output();
        (ran.stdout, ran.stderr, ran.code)
    };
    let lines = rows.join("\n");
    for arguments in [&["--scale-from", "0"][..], &["--scale-from=0", "--missing", "3"]] {
        let (by_table, by_lines) = (run(arguments, table), run(arguments, &lines));
        assert_eq!(by_lines, by_table, "{arguments:?}");
        assert_eq!(by_lines.1, SCORED, "{arguments:?}");
    }
    // What is no answer is skipped, whatever it is.
    let odd = r#"{"respondent": "a", "answers": {"sums": 5, "talk": [1, {}], "mend": 3, "write": 4, "chart": {"a": [1]}, "alone": true}}"#;
    let ran = run(&["--lenient"], odd);
    let expected = run(&[], "respondent,sums,mend,write\na,5,3,4\n").0;
    assert_eq!(ran.0, expected);
    assert_eq!(
        ran.1,
        "3 cells were no answers, taken as skipped\n1 row read: 1 scored, 0 rejected, 0 blank\n"
    );
    // An answer that a tool marks as missing, and one that counts from 0.
    let export = r#"[{"_id": 7, "sums": 4, "talk": -99, "mend": 0, "chart": 3, "write": 2}]"#;
    let ran = run(&[], export);
    assert_eq!(ran.2, 1);
    assert!(ran.1.starts_with("1 cell holds 0, and none the highest answer"), "{}", ran.1);
    assert_eq!(run(&["--scale-from", "0"], export).2, 0);
}

#[test]
fn every_answer_of_an_object_that_is_none_is_told() {
    let expected = "is not an answer: expected a whole number from 1 to 5";
    let two = format!("sums: \"9\" {expected}; talk: \"x\" {expected}{WORDS}");
    for answers in [
        r#"{"sums": 9, "talk": "x", "mend": 3}"#,
        r#"{"sums": "9", "mend": null, "talk": "x"}"#,
        r#"[9, "x", 3, null, 1, 2]"#,
    ] {
        let (told, _) = read(&format!("{{\"answers\": {answers}, \"respondent\": \"a\"}}\n"));
        assert_eq!(told[0]["error"]["message"], *two, "{answers}");
    }
    // As a survey tool writes it.
    let (told, _) = read(r#"{"id": 1, "sums": 9, "browser": {}, "talk": "x", "mend": 3}"#);
    assert_eq!(told[0]["error"]["message"], *two);
    let (told, _) = read("[{\n\"answers\": {\n\"sums\": 9,\n\"talk\": \"x\"}}]");
    assert_eq!(told[0]["error"]["message"], format!("object 1: {two}"));
    assert_eq!(told[0]["error"]["line"], 3);
    // What is too much is told before what is wrong with it.
    let (told, _) = read(r#"{"answers": [1, 2, 3, 4, 5, 1, "x"]}"#);
    let message = told[0]["error"]["message"].as_str().unwrap();
    assert!(message.starts_with("there are 6 questions, but 7 answers"), "{message}");
    // Characters that are no answers as they are coded here.
    let ran =
        Run::small(["batch", "--scale", "1=5,4=1"]).stdin(r#"{"answers": "19948-"}"#).output();
    let message = records(&ran.stdout)[0]["error"]["message"].as_str().unwrap().to_owned();
    assert_eq!(message.matches("is not an answer").count(), 3, "{message}");
}

#[test]
fn digits_are_coded_as_lists_are() {
    for arguments in [&["--scale-from", "0"][..], &["--scale", "1=5,4=1"], &["--missing", "1,3"]] {
        let run = |rows: &str| {
            let run = arguments.iter().fold(Run::small(["batch"]), |run, of| run.arg(*of));
            let ran = run.stdin(rows).output();
            (records(&ran.stdout), ran.stderr)
        };
        let list = run(r#"{"answers": [1, 2, 3, 4, 1, null]}"#);
        assert_eq!(run(r#"{"answers": "12341-"}"#), list, "{arguments:?}");
        assert_eq!(run("answers\n12341-\n"), list, "{arguments:?}");
        // However a number is written, it is the same.
        let table = "sums,talk,mend,write,chart,alone\n1.0,2,\"3,0\",4,1,\n";
        assert_eq!(run(table), list, "{arguments:?}");
    }
}

#[test]
fn what_is_said_of_columns_is_refused_for_json() {
    for (option, value) in
        [("--respondent", "mail"), ("--in-order-from", "a"), ("--map", "map.yaml")]
    {
        Run::small(["batch", "a.json", option, value])
            .file("a.json", "[{\"sums\": 4}]")
            .file("map.yaml", "a: sums\n")
            .stderr(format!(
                "error: a.json: {option}: only a table has columns, and these rows are JSON: \
                 leave {option} out\n"
            ))
            .code(65)
            .check();
    }
}

#[test]
fn an_export_with_half_of_the_questions_is_refused() {
    let row = r#"[{"id":"a","sums":1,"talk":2,"mend":3,"Write a storey":4,"Draw":"Rather","night":1,"rt":900}]"#;
    let (told, _) = read(row);
    assert_eq!(
        told[0]["error"]["message"],
        "object 1: 3 of the keys match a question, and 3 hold answers but match none: Write a \
         storey, Draw, night; name each by the id or the text of a question"
    );
}

#[test]
fn behind_something_that_is_no_json_nothing_is_read() {
    let (told, said) = read(&format!("[{{\"answers\": \"523-41\"}}] {}", "x".repeat(1_000)));
    let why = "line 1: this is not JSON: expected objects with commas between them, in [ and ]; \
               what follows is not read\n2 rows read: 1 scored, 1 rejected, 0 blank\n";
    assert_eq!((told.len(), said.as_str()), (2, why));
}
