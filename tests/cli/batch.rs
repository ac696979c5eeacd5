use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::support::Run;

const SHEETS: [&str; 4] = [
    r#"{"respondent": "a", "answers": {"sums": 5, "talk": 2, "mend": 3, "write": 4, "chart": 5}}"#,
    r#"{"respondent": 17, "answers": "111---", "importance": {"people": 2}}"#,
    r#"{"answers": [5, 5, 5, null, null, 1]}"#,
    r#"{"answers": {"sums": null}}"#,
];

pub(super) fn records(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What is told of a table with the first two questions of six.
const TWO_COLUMNS: &str =
    "2 of 6 questions have a column; mend, write, chart and 1 more have none\n";

#[test]
fn each_line_gets_what_score_says_of_it() {
    let ran = Run::small(["batch"]).stdin(SHEETS.join("\n") + "\n\n").output();
    assert_eq!(ran.stderr, "5 rows read: 2 scored, 2 not matched, 0 rejected, 1 blank\n");
    assert_eq!(ran.code, 0);
    let full = Run::small(["batch", "--full", "-q"]).stdin(SHEETS.join("\n")).output();
    let records = records(&ran.stdout);
    assert_eq!(records.len(), 4);
    for ((sheet, brief), full) in SHEETS.iter().zip(&records).zip(self::records(&full.stdout)) {
        let scored = Run::small(["score", "--format", "json"]).stdin(*sheet).json();
        assert_eq!(full, scored);
        for key in ["respondent", "status", "answered"] {
            assert_eq!(brief[key], scored[key], "{key} of {sheet}");
        }
        let roles: Vec<Value> = scored["roles"]
            .as_array()
            .unwrap()
            .iter()
            .map(|role| {
                json!({"rank": role["rank"], "id": role["id"], "similarity": role["similarity"],
                   "fit": role["fit"], "band": role["band"]})
            })
            .collect();
        assert_eq!(brief["roles"], Value::Array(roles));
    }
}

#[test]
fn a_broken_line_is_told_in_its_place_and_changes_nothing_else() {
    let good = SHEETS[0];
    let mut input = Vec::new();
    let broken: Vec<(Vec<u8>, &str)> = vec![
        (
            br#"{"answers": {"sums": 5"#.to_vec(),
            "the line ends before its JSON does: write each sheet whole, on one line (column 22)",
        ),
        (
            b"{\"answers\": \"\xff\"}".to_vec(),
            "the line is not UTF-8 text: save it again as UTF-8 (column 14)",
        ),
        (
            format!("{{\"answers\": {}", "[".repeat(5_000)).into_bytes(),
            "sums: \"a list\" is not an answer: expected a whole number from 1 to 5 (column 14)",
        ),
        (
            br#"{"answers": {"sum": 5}}"#.to_vec(),
            "there is no question called \"sum\"; did you mean \"sums\"?",
        ),
        (
            br#"{"answers": {"sums": 6}}"#.to_vec(),
            "sums: \"6\" is not an answer: expected a whole number from 1 to 5",
        ),
        (br#"{"answers": {"sums": 2.5}}"#.to_vec(), "sums: \"2.5\" is not an answer"),
        (br#"{"answers": {"sums": "x"}}"#.to_vec(), "sums: \"x\" is not an answer"),
        (
            br#"{"answers": {"sums": 5, "sums": 5}}"#.to_vec(),
            "the key \"sums\" stands here a second time: take one of the two out",
        ),
        (br#"{"answers": "45"}"#.to_vec(), "there are 6 questions, but 2 answers"),
        (br#"{"answers": {}, "x": 1}"#.to_vec(), "unknown key \"x\""),
        (br#"{"respondent": "a"}"#.to_vec(), "the key \"answers\" is missing"),
        (
            br#"{"answers": {}, "importance": {"people": 9}}"#.to_vec(),
            "people: expected a number from 0 to 5, found 9",
        ),
        (
            br#"{"answers": {}, "catalogue": "sha256:0"}"#.to_vec(),
            "answered with another pair of data files",
        ),
        (
            br#"{"answers": {}} {}"#.to_vec(),
            "this is not JSON: trailing characters: write an object for each person, as rolefit schema \
             sheet describes it (column 17)",
        ),
        (b"[1]".to_vec(), "expected an answer sheet, which is one object on a line, found a list"),
        (
            vec![b'x'; 3_000_000],
            "the line is longer than 1 MiB: write each sheet on a line of its own",
        ),
    ];
    for (line, _) in &broken {
        input.extend_from_slice(good.as_bytes());
        input.push(b'\n');
        input.extend_from_slice(line);
        input.push(b'\n');
    }
    let ran = Run::small(["batch", "--from", "ndjson"]).stdin(input).output();
    assert_eq!(ran.code, 1);
    let count = broken.len();
    let told = records(&ran.stdout);
    let rejected = told.iter().filter(|of| !of["error"].is_null()).take(5);
    let message = |of: &Value| {
        let (line, column) = (&of["error"]["line"], &of["error"]["column"]);
        let column = if column.is_null() { String::new() } else { format!(" (column {column})") };
        format!("line {line}: {}{column}", of["error"]["message"].as_str().unwrap())
    };
    let first = rejected.map(message).collect::<Vec<_>>().join("\n");
    assert_eq!(
        ran.stderr,
        format!(
            "{} rows are of respondents that occurred before: a\n{first}\nand {} more rejected\n\
             {} rows read: {count} scored, {count} rejected, 0 blank\n",
            // The fault of one is not in the name.
            count,
            count - 5,
            2 * count
        )
    );
    let records = records(&ran.stdout);
    for (at, (_, says)) in broken.iter().enumerate() {
        assert_eq!(records[2 * at], records[0]);
        let error = &records[2 * at + 1]["error"];
        assert_eq!(error["line"], 2 * at + 2);
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(says), "{message} does not say {says}");
    }
}

#[test]
fn a_spreadsheets_table_says_the_same_as_lines_of_json() {
    let table = "\u{feff}respondent,sums,talk,mend,write,chart,alone,site\r\n\
                 a,5,2,3,4,5,,North\r\n\
                 \"b, the second\",\"1\",1,1,,, ,\"=cmd()\"\r\n\
                 ,,,,,,,\r\n\
                 c,5,x,3,4,5,,South\r\n";
    let lines = [
        r#"{"respondent": "a", "answers": "52345-"}"#,
        r#"{"respondent": "b, the second", "answers": "111---"}"#,
    ];
    let from_table = Run::small(["batch", "-q"]).stdin(table).output();
    let from_lines = Run::small(["batch", "-q"]).stdin(lines.join("\n")).output();
    assert_eq!(from_table.code, 1);
    let records = records(&from_table.stdout);
    assert_eq!(records[..2], self::records(&from_lines.stdout));
    assert_eq!(
        records[2],
        json!({"respondent": "c", "error": {"line": 5, "row": 5, "message": "talk: \"x\" is not an answer: expected a whole number from 1 to 5; say which answers words are with --scale \"x=N\", or that \
          they are skipped questions with --missing \"x\" (of batch, cohort and audit)"}})
    );
    // The same lines are named where lines end in a line feed alone.
    let unix = Run::small(["batch", "-q"]).stdin(table.replace("\r\n", "\n")).output();
    assert_eq!(unix.stdout, from_table.stdout);
    let kept = Run::small(["batch", "-q", "--keep", "site", "--format", "csv", "--top", "1"])
        .stdin(table)
        .output();
    let cells: Vec<&str> = kept.stdout.lines().collect();
    assert_eq!(cells[0], "respondent,site,status,answered,error,role_1,fit_1,band_1");
    assert!(cells[1].starts_with("a,North,ranked,5,,clerk,"), "{}", cells[1]);
    assert!(
        cells[2].starts_with("\"b, the second\",'=cmd(),undifferentiated,3,,,,"),
        "{}",
        cells[2]
    );
    // Whoever mends the row has to know whose it is.
    assert!(cells[3].starts_with("c,South,,,\"row 5 (line 5): talk: "), "{}", cells[3]);
    let kept = Run::small(["batch", "-q", "--keep", "site"]).stdin(table).output();
    assert_eq!(self::records(&kept.stdout)[2]["kept"], json!({"site": "South"}));
}

#[test]
fn columns_to_keep_are_found_by_their_whole_headings() {
    let table = "sums,site,\"Ward, shift\",note,note\n5,N,A,x,y\n5,S\n";
    let kept = |names: &[&str]| {
        let run = Run::small(["batch", "-q"]).stdin(table);
        names.iter().fold(run, |run, name| run.arg("--keep").arg(*name)).output()
    };
    let both = json!({"site": "N", "Ward, shift": "A"});
    for names in [&["site", "Ward, shift"][..], &["site", "site", "Ward, shift", "site"]] {
        let records = records(&kept(names).stdout);
        assert_eq!(records[0]["kept"], both);
        // A row that ends early has empty cells.
        assert_eq!(records[1]["kept"], json!({"site": "S", "Ward, shift": ""}));
        assert_eq!(records[1]["answered"], 1);
    }
    assert_eq!(
        records(&kept(&["sums, site"]).stdout)[0]["kept"],
        json!({"sums": "5", "site": "N"})
    );
    // Or in whatever capitals.
    let capitals = kept(&["SITE"]);
    assert_eq!(records(&capitals.stdout)[0]["kept"], json!({"SITE": "N"}));
    for (name, why) in [
        ("note", "the table has two columns \"note\": give one of them another heading"),
        ("sight", "the table has no column \"sight\"; it has sums, site, Ward, shift, note, note"),
        (
            "sitte",
            "the table has no column \"sitte\"; it has sums, site, Ward, shift, note, note: did you \
             mean \"site\"?",
        ),
    ] {
        let ran = kept(&[name]);
        assert_eq!((ran.code, ran.stderr), (65, format!("error: --keep: {why}\n")));
    }
    let ran = Run::small(["batch", "--keep", "site"]).stdin(SHEETS[0]).output();
    let why =
        "error: --keep: only a table has columns, and these rows are JSON: leave the option out\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (65, why));
}

#[test]
fn whole_numbers_with_a_nought_after_the_point_are_answers() {
    let ran = Run::small(["batch", "-q"]).stdin("sums,talk\n5.0,\n2.00,4\n2.5,4\n").output();
    // Where a comma separates decimals, it is a comma.
    let commas = "sums;talk\n5,0;\n2,0;4\n2.5;4\n";
    assert_eq!(Run::small(["batch", "-q"]).stdin(commas).output().stdout, ran.stdout);
    let records = records(&ran.stdout);
    assert_eq!((&records[0]["answered"], &records[1]["answered"]), (&json!(1), &json!(2)));
    let why = "sums: \"2.5\" is not an answer: expected a whole number from 1 to 5";
    assert_eq!(records[2]["error"]["message"], why);
}

#[test]
fn a_strict_run_says_how_far_it_came() {
    let rows = format!("{0}\n\n{0}\n{{\n{0}\n", SHEETS[0]);
    let ran = Run::small(["batch", "--strict"]).stdin(rows).output();
    assert_eq!((ran.code, ran.stdout.lines().count()), (1, 2));
    assert_eq!(
        ran.stderr,
        "1 row is of a respondent that occurred before: a\n\
         4 rows read: 2 scored, 1 rejected, 1 blank\n\
         error: line 4: the line ends before its JSON does: write each sheet whole, on one line \
         (column 1)\n"
    );
}

#[test]
fn a_table_without_questions_is_refused() {
    let ran = Run::small(["batch", "--from", "csv"]).stdin("name,age\na,17\n").output();
    assert_eq!(ran.code, 65);
    assert!(
        ran.stderr.contains("no heading is the id or the text of a question"),
        "{}",
        ran.stderr
    );
}

#[test]
fn the_same_rows_give_the_same_bytes_whatever_the_threads() {
    let mut rows = String::new();
    for row in 0_u32..3_000 {
        let digits: String = (0..6)
            .map(|at| char::from(b'1' + u8::try_from((row / 5_u32.pow(at)) % 5).unwrap()))
            .collect();
        writeln!(rows, "{{\"respondent\": \"r{row}\", \"answers\": \"{digits}\"}}").unwrap();
    }
    let run = |threads: &str| {
        Run::small(["batch", "-q", "--threads", threads]).stdin(rows.clone()).output().stdout
    };
    let one = run("1");
    assert_eq!(one.lines().count(), 3_000);
    assert_eq!(records(&one)[2_999]["respondent"], "r2999");
    assert_eq!(one, run("3"));
}

#[test]
fn a_file_appears_when_it_is_whole() {
    let input = format!("{}\n{{\n", SHEETS[0]);
    let run = Run::small(["batch", "rows.ndjson", "-q", "-o", "out.csv", "--strict"])
        .file("rows.ndjson", &input);
    let folder = run.folder().to_owned();
    let ran = run.output();
    assert_eq!(ran.code, 1);
    assert!(
        ran.stderr.starts_with("error: rows.ndjson: line 2: the line ends before its JSON does"),
        "{}",
        ran.stderr
    );
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "nothing but the input is there");
    let run =
        Run::small(["batch", "rows.ndjson", "-q", "-o", "out.csv"]).file("rows.ndjson", &input);
    let folder = run.folder().to_owned();
    assert_eq!(run.output().code, 1);
    let written = std::fs::read_to_string(folder.join("out.csv")).unwrap();
    assert_eq!(written.lines().count(), 3, "{written}");
}

/// The program, to be given rows and asked for records as they come.
fn piped() -> Child {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    Command::new(env!("CARGO_BIN_EXE_rolefit"))
        .arg("batch")
        .arg("--questions")
        .arg(data.join("questions.yaml"))
        .arg("--careers")
        .arg(data.join("careers.yaml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn records_are_written_while_rows_still_come() {
    let mut child = piped();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for sheet in SHEETS {
        writeln!(stdin, "{sheet}").unwrap();
        let mut record = String::new();
        stdout.read_line(&mut record).unwrap();
        assert!(record.starts_with("{\"respondent\""), "{record}");
    }
    // The reader goes, and the program ends quietly.
    drop(stdout);
    let _ = writeln!(stdin, "{}", SHEETS[0]);
    let _ = writeln!(stdin, "{}", SHEETS[0]);
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn what_cannot_be_is_refused_at_once() {
    for (run, code) in [
        (Run::small(["batch", "nowhere.csv"]), 66),
        (Run::small(["batch", "."]), 66),
        (Run::small(["batch", "--full", "--format", "csv"]), 2),
        (Run::small(["batch", "--format", "json"]), 2),
        (Run::small(["batch", "--threads", "0"]), 2),
        (Run::small(["batch", "--threads", "257"]), 2),
    ] {
        let ran = run.output();
        assert_eq!((ran.code, ran.stdout.as_str()), (code, ""), "{}", ran.stderr);
    }
    for (run, code, why) in [
        (
            Run::small(["batch", "-o", "no/such/x.csv"]).stdin("{}\n"),
            74,
            "--output: no/such/x.csv cannot be written: there is no such folder: make the folder, or \
             name another file",
        ),
        (
            Run::small(["batch", "t.csv"]).file("t.csv", "\n"),
            65,
            "t.csv: the table is empty: expected a row that names the questions, as rolefit form \
             csv writes it, and below it a row for each person",
        ),
        (
            Run::small(["batch", "--keep", "site"]),
            65,
            "--keep: there are no rows, and so no columns: give a table, or leave the option out",
        ),
    ] {
        run.code(code).stderr(format!("error: {why}\n")).check();
    }
}

#[test]
fn a_name_that_is_a_number_is_kept_as_it_is_written() {
    for name in ["17", "1.50", "1e3", "-0", "123456789012345678901234567890"] {
        let sheet = format!("{{\"respondent\": {name}, \"answers\": \"523454\"}}\n");
        let batch = Run::small(["batch", "-q"]).stdin(sheet.as_str()).output();
        assert_eq!(records(&batch.stdout)[0]["respondent"], name);
        let score = Run::small(["score", "--format", "json"]).stdin(sheet.as_str()).json();
        assert_eq!(score["respondent"], name);
    }
}

#[test]
fn every_line_of_a_table_is_counted_and_named_as_an_editor_does() {
    for end in ["\n", "\r\n"] {
        let lines = [
            "respondent,sums,\"talk\"",
            "a,5,2",
            "",
            "\"b",
            "c\",9,1",
            "",
            "",
            "d,0,1",
            ",,",
            "e,1,2",
            "",
        ];
        let ran = Run::small(["batch"]).stdin(lines.join(end)).output();
        let told = records(&ran.stdout);
        let at: Vec<&Value> = told
            .iter()
            .filter(|of| !of["error"].is_null())
            .map(|of| &of["error"]["line"])
            .collect();
        assert_eq!(at, [&json!(4), &json!(8)], "{end:?} {}", ran.stdout);
        assert_eq!(
            ran.stderr,
            format!(
                "{TWO_COLUMNS}row 4 (line 4): sums: \"9\" is not an answer: expected a whole number \
                 from 1 to 5\nrow 7 (line 8): sums: \"0\" is not an answer: expected a whole number \
                 from 1 to 5\n8 rows read: 0 scored, 2 not matched, 2 rejected, 4 blank\n"
            ),
            "{end:?}"
        );
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_takes_no_more_than_its_share() {
    let rows = "x,5,2\n".repeat(400_000);
    let table = format!("respondent,sums,talk\na,5,2\n\"b,3,1\n{rows}");
    let ran = Run::small(["batch"]).stdin(table).output();
    let told = records(&ran.stdout);
    assert_eq!((told.len(), &told[1]["error"]["line"]), (2, &json!(3)));
    let why = told[1]["error"]["message"].as_str().unwrap();
    let long = "the row is longer than 1 MiB: the quotation mark that opens on line 3 takes";
    assert!(why.starts_with(long), "{why}");
    assert_eq!(
        ran.stderr,
        format!(
            "{TWO_COLUMNS}row 3 (line 3): {why}\n2 rows read: 0 scored, 1 not matched, 1 rejected, 0 \
             blank\n"
        )
    );
    assert_eq!(ran.code, 1);
}

#[test]
fn semicolons_and_tabs_are_read_as_what_they_are() {
    let comma = "respondent,sums,talk,mend\na,5,2,1\n";
    let expected = Run::small(["batch", "-q"]).stdin(comma).output().stdout;
    for separator in [";", "\t"] {
        let ran = Run::small(["batch", "-q"]).stdin(comma.replace(',', separator)).output();
        assert_eq!((ran.stdout.as_str(), ran.code), (expected.as_str(), 0), "{separator:?}");
    }
    let wide: Vec<u8> = comma.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let ran = Run::small(["batch", "-q"]).stdin([&[0xff, 0xfe][..], &wide].concat()).output();
    assert_eq!(ran.stdout, expected);
    // No other text begins with such bytes.
    assert_eq!(Run::small(["batch", "-q"]).stdin(wide).output().stdout, expected);
    // Nothing says that these go in pairs.
    let chinese = format!("\u{540d}\u{5b57},{comma}");
    let wide: Vec<u8> = chinese.encode_utf16().flat_map(u16::to_le_bytes).collect();
    Run::small(["batch"])
        .stdin(wide)
        .code(65)
        .stderr(
            "error: the table's headings: this is no UTF-8 text: in the spreadsheet, save it as CSV \
             UTF-8\n",
        )
        .check();
}

#[test]
fn what_a_table_is_does_not_depend_on_how_it_arrives() {
    let table = "\u{feff}respondent;site;sums;talk;mend\r\n\"a,b,c,d,e\";N;5;2;1\r\n";
    let at_once = Run::small(["batch"]).stdin(table).output();
    assert_eq!((at_once.code, at_once.stderr.lines().count()), (0, 2));
    let mut child = piped();
    let mut stdin = child.stdin.take().unwrap();
    for byte in table.as_bytes() {
        stdin.write_all(&[*byte]).unwrap();
        stdin.flush().unwrap();
        std::thread::yield_now();
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), at_once.stdout);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), at_once.stderr);
}

#[test]
fn an_output_is_never_the_input_and_a_hyphen_is_standard_output() {
    let table = "respondent,sums,talk,mend\na,5,2,1\n";
    let run = Run::small(["batch", "t.csv", "-o", "./t.csv"]).file("t.csv", table);
    let folder = run.folder().to_owned();
    let ran = run.output();
    assert_eq!(ran.code, 2);
    assert!(
        ran.stderr.contains("--output ./t.csv: this is the file that the rows are in"),
        "{}",
        ran.stderr
    );
    assert_eq!(std::fs::read_to_string(folder.join("t.csv")).unwrap(), table);
    let ran = Run::small(["batch", "-q", "-o", "-"]).stdin(table).output();
    assert_eq!(records(&ran.stdout).len(), 1);
    let run = Run::small(["batch", "-q", "-o", "OUT.CSV"]).stdin(table);
    assert_eq!(run.output().code, 0);
    let written = std::fs::read_to_string(run.folder().join("OUT.CSV")).unwrap();
    assert!(written.starts_with("respondent,status,"), "{written}");
}

#[test]
fn a_heading_that_is_nearly_a_question_is_told() {
    let table = "respondent,mend,write,chart,Sum,tallk,site\na,3,2,4,5,2,North\n";
    let ran = Run::small(["batch"]).stdin(table).output();
    assert_eq!(
        ran.stderr,
        "3 of 6 questions have a column; sums, talk, alone have none; not answers: Sum, tallk, site\n\
         the column \"Sum\" is not used: did you mean \"sums\"?\n\
         the column \"tallk\" is not used: did you mean \"talk\"?\n\
         1 row read: 1 scored, 0 rejected, 0 blank\n"
    );
}

#[test]
fn a_line_of_json_that_is_rejected_says_whose_it_is() {
    let lines = "{\"respondent\":\"Ann\",\"answers\":{\"sums\":9}}\n\
                 {\"respondent\": 7, \"answer\": 1}\n{\"respondent\": \"Cy\"\n{\"answers\": \"1\"}\n";
    let run = |options: &[&str]| {
        let run = Run::small(["batch", "-q"]).stdin(lines);
        let ran = options.iter().fold(run, |run, option| run.arg(*option)).output();
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        ran.stdout
    };
    let names = |told: &str| -> Vec<serde_json::Value> {
        let told = records(told);
        assert!(told.iter().all(|record| record["error"].is_object()), "{told:?}");
        told.into_iter().map(|mut record| record["respondent"].take()).collect()
    };
    let none = serde_json::Value::Null;
    // The third is no JSON, and the fourth names nobody.
    assert_eq!(names(&run(&[])), ["Ann".into(), "7".into(), none.clone(), none.clone()]);
    assert_eq!(names(&run(&["--anonymous"])), vec![none; 4]);
    let table = run(&["--table", "--columns", "respondent,status"]);
    assert_eq!(table, "respondent,status\nAnn,not read\n7,not read\n,not read\n,not read\n");
}
