//! An answer code stands wherever digits do, and gives the same result.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::support::run::words;
use crate::support::{Run, search_path, unset};

/// The codes of these sheets; `tests/spec/answer_code.rs` computes the first by hand.
const CODES: [(&str, &str); 3] = [
    ("answers: 52345-", "RHYV-T199-P8ZP"),
    ("{answers: 52345-, importance: {people: 2}}", "SHYV-T199-P800-4V"),
    ("{answers: 52345-, starting_point: nhs}", "SHYV-T199-P18T-WM"),
];

#[test]
fn a_code_gives_the_result_of_its_sheet_byte_for_byte() {
    for (sheet, code) in CODES {
        for format in ["text", "json", "markdown", "html"] {
            for explain in [&[][..], &["--explain"]] {
                let run = |run: Run| explain.iter().fold(run, |run, arg| run.arg(*arg)).told();
                let by_sheet = run(Run::small(["score", "--format", format]).stdin(sheet));
                let by_code = run(Run::small(["score", "--format", format, "--answers", code]));
                assert!(by_sheet.contains(code), "{format} of {sheet}");
                assert_eq!(by_code, by_sheet, "{format} of {sheet}");
            }
        }
    }
}

#[test]
fn a_code_gives_the_result_of_the_sitting_byte_for_byte() {
    let script = "5\n2\n3\n4\n5\ns\n";
    for format in ["text", "json", "markdown", "html"] {
        let sitting = ["quiz", "--quiet", "--format", format];
        let again = ["score", "--format", format, "--answers", CODES[0].1];
        let told = Run::small(sitting).stdin(script).told();
        assert_eq!(Run::small(again).told(), told, "{format}");
        // In plain lines, too.
        let plain = Run::small(sitting).arg("--plain").stdin(script).told();
        assert_eq!(Run::small(again).env("ROLEFIT_PLAIN", "1").told(), plain, "{format}, plain");
        assert_eq!(plain == told, format != "text", "{format}");
    }
}

#[test]
fn a_code_is_read_wherever_digits_are() {
    for (sheet, code) in CODES {
        let report = Run::small(["score", "--format", "json"]).stdin(sheet).json();
        let typed = format!(" {} ", code.to_lowercase().replace('-', " "));
        let spaced = Run::small(["score", "--format", "json", "--answers", &typed]);
        assert_eq!(spaced.json(), report, "--answers");
        let file = Run::small(["score", "--format", "json"]).stdin(format!("answers: {code}\n"));
        assert_eq!(file.json(), report, "a sheet");
        let full = |rows: String| Run::small(["batch", "--full", "--quiet"]).stdin(rows).json();
        assert_eq!(full(format!("{{\"answers\": \"{code}\"}}\n")), report, "a line of JSON");
        assert_eq!(full(format!("Answers\n{code}\n")), report, "a table");
        assert_eq!(full(format!("answers;postcode\n{code};B1\n")), report, "with semicolons");
        let named = full(format!("respondent,answers\nAnn,{typed}\n"));
        assert_eq!((&named["respondent"], &named["sheet"]), (&json!("Ann"), &report["sheet"]));
        let named = full(format!("answers,respondent\n{code},Ann\n"));
        assert_eq!((&named["respondent"], &named["sheet"]), (&json!("Ann"), &report["sheet"]));
    }
    let digits =
        Run::small(["batch", "--full", "--quiet"]).stdin("respondent,answers\n,52345-\n,------\n");
    let statuses: Vec<Value> = serde_json::Deserializer::from_str(&digits.told())
        .into_iter::<Value>()
        .map(|record| record.unwrap()["sheet"]["answers"].clone())
        .collect();
    assert_eq!(statuses, ["52345-", "------"]);
}

/// Whoever was sent codes puts them where a file is expected.
#[test]
fn a_code_stands_in_place_of_a_file() {
    let [(sheet, plain), (_, marked), _] = CODES;
    let report = Run::small(["score", "--format", "json"]).stdin(sheet).json();
    assert_eq!(Run::small(["score", "--format", "json", plain]).json(), report);
    let spaced = plain.to_lowercase().replace('-', " ");
    assert_eq!(Run::small(["score", "--format", "json", &spaced]).json(), report);
    let compared = Run::small(["compare", "--format", "json", plain, marked]).json();
    assert_eq!(compared["importance_moved"], json!(["people"]));
    // A file of that name is the file.
    let file = Run::small(["score", "--format", "json", plain]).file(plain, "answers: 111115\n");
    assert_eq!(file.json()["sheet"]["answers"], "111115");
    // The code of other questions is no file that is missing.
    for command in [&["score", plain][..], &["compare", plain, plain]] {
        let run = command[1..].iter().fold(Run::middle([command[0]]), |run, arg| run.arg(*arg));
        let stderr = format!(
            "error: {plain}: this answer code is of another questionnaire: it can be read only \
             with the questions that were answered\n"
        );
        run.stderr(stderr).code(65).check();
    }
    Run::small(["score", "RHYV-T199-P8ZQ"])
        .stderr("error: RHYV-T199-P8ZQ: there is no such file, and this answer code is mistyped or cut short: compare it with the one you were given\n")
        .code(66)
        .check();
}

/// Whoever gets a code saves it as it is.
#[test]
fn a_file_may_be_nothing_but_a_code_or_digits() {
    for (sheet, code) in CODES {
        let report = Run::small(["score", "--format", "json"]).stdin(sheet).json();
        let typed = code.to_lowercase().replace('-', " ");
        for text in [code.to_owned(), format!("\n {typed} \r\n"), format!("\u{feff}{code}\n")] {
            let file =
                Run::small(["score", "--format", "json", "code.txt"]).file("code.txt", &text);
            assert_eq!(file.json(), report, "{text:?}");
            assert_eq!(Run::small(["score", "--format", "json"]).stdin(text).json(), report);
        }
    }
    for digits in ["52345-", "523451", "------", "-23451"] {
        let report =
            Run::small(["score", "--format", "json"]).arg(format!("--answers={digits}")).json();
        let file = Run::small(["score", "--format", "json"]).stdin(format!("{digits}\n"));
        assert_eq!(file.json(), report, "{digits}");
    }
    let ran = Run::small(["score", "code.txt"]).file("code.txt", "\nRHYV-T199-P8ZQ\n").output();
    let why = "this answer code is mistyped or cut short: compare it with the one you were given";
    assert!(
        ran.stderr.starts_with(&format!("error: {why}\n --> code.txt:2:1\n")),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.code, 65);
    let ran = Run::small(["score"]).stdin("5234\n").output();
    assert_eq!(ran.code, 65, "{}", ran.stderr);
}

/// A person answers a form with one question, which asks for the code.
#[test]
fn the_heading_of_a_column_of_codes_may_say_so() {
    let code = CODES[1].1;
    let expected = Run::small(["batch", "-q"]).stdin(format!("answers\n{code}\n")).told();
    for heading in ["answer code", "Answer_code", "answerCode", "Your answer code"] {
        let told = Run::small(["batch", "-q"]).stdin(format!("{heading}\n{code}\n")).told();
        assert_eq!(told, expected, "{heading}");
    }
}

/// Some exports count in such a column how many questions were answered.
#[test]
fn a_column_answers_beside_the_questions_is_passed_over() {
    let rows = "respondent,answers,sums,talk,mend\nAnn,3,5,2,3\n";
    let report = Run::small(["batch", "--full", "--quiet"]).stdin(rows).json();
    assert_eq!(report["sheet"]["answers"], "523---");
}

#[test]
fn what_stands_in_keys_of_its_own_goes_before_what_the_code_says() {
    let sheet = r#"{"importance": {"words": 3}, "answers": "SHYV-T199-P800-4V", "starting_point": "school"}"#;
    let file = Run::small(["score", "--format", "json"]).stdin(sheet).json();
    let line = Run::small(["batch", "--full", "--quiet"]).stdin(sheet.to_owned() + "\n").json();
    assert_eq!(line, file);
    let expected = json!({
        "answers": "52345-", "importance": {"words": 3.0}, "starting_point": "school"
    });
    assert_eq!(file["sheet"], expected);
    let flag = Run::small(["score", "--format", "json", "--answers", "SHYV-T199-P800-4V"])
        .arg("--importance=words=2");
    let both = json!({"people": 2.0, "words": 2.0});
    assert_eq!(flag.json()["sheet"]["importance"], both);
}

#[test]
fn a_report_holds_its_code_and_its_sheet() {
    let report = |sheet: &str| Run::small(["score", "--format", "json"]).stdin(sheet).json();
    let plain = report(CODES[0].0);
    assert_eq!((&plain["code"], &plain["starting_point"]), (&json!(CODES[0].1), &Value::Null));
    let sheet = json!({"answers": "52345-", "importance": {}, "starting_point": null});
    assert_eq!(plain["sheet"], sheet);
    // The sheet is one that `score` takes.
    assert_eq!(report(&sheet.to_string()), plain);
    let nhs = report(CODES[2].0);
    assert_eq!((&nhs["code"], &nhs["starting_point"]), (&json!(CODES[2].1), &json!("nhs")));
    let unusual = report("{answers: 52345-, importance: {people: 3, words: 0.25}}");
    assert_eq!(unusual["code"], Value::Null);
    assert_eq!(unusual["sheet"]["importance"], json!({"people": 3.0, "words": 0.25}));
    assert_eq!(report(&unusual["sheet"].to_string()), unusual);
    let none = report("answers: ------");
    assert_eq!(none["code"], "RHYV-T000-03FT");
}

#[test]
fn a_starting_point_changes_no_score() {
    let report = |point: &str| {
        let sheet = format!("{{answers: 52345-, starting_point: {point}}}");
        Run::small(["score", "--format", "json"]).stdin(sheet).json()
    };
    let without = report("null");
    for point in ["school", "college", "degree", "change", "nhs"] {
        let mut with = report(point);
        assert_eq!(with["starting_point"], point);
        for key in ["starting_point", "code", "sheet"] {
            with[key] = without[key].clone();
        }
        assert_eq!(with, without, "{point}");
    }
}

#[test]
fn a_bad_code_is_an_error_that_names_its_place() {
    let mistyped =
        "this answer code is mistyped or cut short: compare it with the one you were given";
    let foreign = "this answer code is of another questionnaire: it can be read only with the \
                   questions that were answered";
    Run::small(["score", "--answers", "RHYV-T199-P8PZ"])
        .stderr(format!("error: --answers: {mistyped}\n"))
        .code(65)
        .check();
    Run::small(["score", "--answers", "RHYV-T199-P8"])
        .stderr(
            "error: --answers: this answer code is mistyped or cut short: it has 10 characters, \
             and one for these questions 12, or 14 if it begins with S; hyphens do not count\n",
        )
        .code(65)
        .check();
    Run::middle(["score", "--answers", "RHYV-T199-P8ZP"])
        .stderr(format!("error: --answers: {foreign}\n"))
        .code(65)
        .check();
    let sheet = Run::small(["score"]).stdin("answers: RHYV-T199-P8PZ").output();
    assert_eq!(sheet.code, 65);
    let said = words(&sheet.stderr);
    assert!(said.starts_with(&format!("error: {mistyped} --> standard input:1:10")), "{said}");
    let table = Run::small(["batch"]).stdin("answers\nRHYV-T199-P8PZ\n").output();
    assert!(table.stdout.contains(&format!("\"answers: {mistyped}\"")), "{}", table.stdout);
    let lines = Run::small(["batch"]).stdin("{\"answers\": \"RHYV-T199-P8PZ\"}\n").output();
    assert!(lines.stdout.contains(&format!("\"{mistyped} (column 28)\"")), "{}", lines.stdout);
}

#[test]
fn a_bad_starting_point_is_an_error() {
    let sheet = r#"{"answers": "52345-", "starting_point": "univ"}"#;
    let file = Run::small(["score"]).stdin(sheet).output();
    let expected =
        "\"univ\" is not a starting point: expected school, college, degree, change or nhs";
    assert!(file.stderr.starts_with(&format!("error: {expected}\n")), "{}", file.stderr);
    let line = Run::small(["batch"]).stdin(sheet.to_owned() + "\n").output();
    let record: Value = serde_json::from_str(&line.stdout).unwrap();
    assert_eq!(record["error"]["message"], format!("{expected} (column 47)"));
}

/// A code with a sheet of other data files is good where its questions are asked.
#[test]
fn compare_takes_codes_of_the_same_questions_whatever_the_careers_were() {
    let other = format!("answers: RHYV-T199-P8ZP\ncatalogue: sha256:{}\n", "0".repeat(64));
    let run = Run::small(["compare", "a.yaml", "b.yaml", "--format", "json"])
        .file("a.yaml", other)
        .file("b.yaml", "answers: 12345-\n");
    assert_eq!(run.json()["shared"], 5);
}

/// Forty questions on ten interests, as in the built-in questionnaire, and their careers.
pub(crate) fn forty() -> (String, String) {
    let mut questions =
        "format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c, d, e]\ninterests:\n".to_owned();
    (0..10).for_each(|at| writeln!(questions, "  - {{id: i{at}, name: I{at}}}").unwrap());
    questions += "questions:\n";
    (0..40).for_each(|at| {
        writeln!(questions, "  - {{id: q{at}, text: T{at}, interest: i{}}}", at % 10).unwrap();
    });
    let careers = "format: 1\nroles: [{id: r, name: n r, summary: s, profile: {i0: 1, i1: 2}}, \
                   {id: o, name: o, summary: s, profile: {i2: 1, i3: 2}}]\n";
    (questions, careers.to_owned())
}

/// The last lines of a result of forty answers, from the one that names the code.
fn last_lines(columns: &str, sheet: &str) -> Vec<String> {
    let (questions, careers) = forty();
    let text =
        Run::with(["score"], &questions, &careers).env("COLUMNS", columns).stdin(sheet).told();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let first = lines.iter().position(|line| line.contains("answer code")).unwrap();
    lines[first..].to_vec()
}

const FORTY: &str = "4444554333253214232535224442222444132243";

#[test]
fn a_result_ends_with_its_code_in_whole_groups_and_a_command_that_can_be_pasted() {
    let marked = format!("{{answers: {FORTY}, importance: {{i1: 2}}, starting_point: degree}}");
    for sheet in [format!("answers: {FORTY}"), marked] {
        let (questions, careers) = forty();
        let report =
            Run::with(["score", "--format", "json"], &questions, &careers).stdin(&*sheet).json();
        let code = report["code"].as_str().unwrap();
        let groups = code.split('-');
        for columns in ["24", "30", "45", "80", "88"] {
            let lines = last_lines(columns, &sheet);
            let laid_out = lines.join("\n");
            for line in lines.iter().filter(|line| !line.contains("--questions")) {
                assert!(line.len() <= columns.parse().unwrap(), "{columns}: {line}");
            }
            assert!(groups.clone().all(|group| laid_out.contains(group)), "{columns}: {laid_out}");
            let command = laid_out.split_once("rolefit score").unwrap().1;
            let again = pasted(command, "json");
            assert_eq!(serde_json::from_str::<Value>(&again).unwrap(), report, "{columns}");
        }
    }
    let lines = last_lines("45", &format!("answers: {FORTY}"));
    assert_eq!(lines[..2], ["Your answer code, and what shows this result", "again:"]);
    assert_eq!(lines[2], "  rolefit score --questions q --careers c --answers \\");
    assert!(lines[3].starts_with("    R") && lines[3].len() == 4 + 36, "{lines:?}");
    assert_eq!(lines.len(), 4);
}

/// What the end of a command prints in this format when it is typed into a shell.
#[track_caller]
fn pasted(command: &str, format: &str) -> String {
    let (questions, careers) = forty();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("q"), questions).unwrap();
    std::fs::write(folder.path().join("c"), careers).unwrap();
    let script = format!("rolefit score --format {format}{command}");
    let pasted = unset("sh")
        .args(["-c", &script])
        .env("PATH", search_path())
        .env("COLUMNS", "80")
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(pasted.status.success(), "{script}: {}", String::from_utf8_lossy(&pasted.stderr));
    String::from_utf8(pasted.stdout).unwrap()
}

#[test]
fn the_command_makes_the_same_result_byte_for_byte_with_a_code_or_without() {
    let (questions, careers) = forty();
    for importance in ["i1: 2", "i1: 3, i4: 0.5"] {
        let sheet =
            format!("{{answers: {FORTY}, importance: {{{importance}}}, starting_point: college}}");
        let lines = last_lines("80", &sheet).join("\n");
        let (_, command) = lines.split_once("rolefit score").unwrap();
        for format in ["text", "json", "markdown", "html"] {
            let run = Run::with(["score", "--format", format], &questions, &careers);
            let told = run.env("COLUMNS", "80").stdin(&*sheet).told();
            assert_eq!(pasted(command, format), told, "{importance}: {format}");
        }
    }
}

#[test]
fn a_starting_point_is_one_of_five() {
    let starts = |point: &str| {
        Run::small(["score", "--format=json", "--answers=52345-", "--starting-point", point])
    };
    assert_eq!(starts("nhs").json()["starting_point"], "nhs");
    // What is said last holds, as with importance.
    let sheet = "{answers: 52345-, starting_point: school}";
    let run = Run::small(["score", "--format=json", "--starting-point=degree"]).stdin(sheet);
    assert_eq!(run.json()["starting_point"], "degree");
    let ran = starts("university").output();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("give school, college, degree, change or nhs"), "{}", ran.stderr);
}

#[test]
fn where_no_code_can_be_it_says_why_and_how_to_come_back() {
    let sheet = format!("{{answers: {FORTY}, importance: {{i1: 3}}}}");
    assert_eq!(
        last_lines("80", &sheet),
        [
            "There is no answer code: I1 counts 3, and a code can say 1 or 2 alone. What",
            "shows this result again:",
            "  rolefit score --questions q --careers c --importance i1=3 \\",
            &format!("    --answers {FORTY}"),
        ]
    );
}
