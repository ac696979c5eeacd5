use serde_json::{Value, json};

use crate::support::{Ran, Run, small, unset};

const SHEET: &str = "respondent: r0001\nanswers: {sums: 5, talk: 2, mend: 3, write: 4, chart: 5}\n";

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect()
}

/// The report without what says whose it is.
fn anonymous(mut report: Value) -> Value {
    report["respondent"] = Value::Null;
    report
}

#[test]
fn every_way_to_give_the_answers_gives_the_same_report() {
    let score = |run: Run| anonymous(run.json());
    let digits = score(Run::small(["score", "--answers", "52345-", "--format", "json"]));
    let flags =
        Run::small(["score", "--format", "json", "--answer", "sums=5", "--answer", "talk=2"])
            .arg("--answer=mend=3")
            .arg("--answer=write=4")
            .arg("--answer=chart=5");
    let file = Run::small(["score", "sheet.yaml", "--format", "json"]).file("sheet.yaml", SHEET);
    let stdin = Run::small(["score", "--format", "json"]).stdin(SHEET);
    let dash = Run::small(["score", "-", "--format", "json"])
        .stdin("{\"answers\": [5, 2, 3, 4, 5, null]}");
    let indented =
        Run::small(["score", "--format", "json"]).stdin("{\n\t\"answers\": \"52345-\"\n}\n");
    for run in [flags, file, stdin, dash, indented] {
        assert_eq!(score(run), digits);
    }
}

#[test]
fn the_piped_conversation_gives_the_same_report_as_the_digits() {
    let digits = Run::small(["score", "--answers", "52345-", "--format", "json"]).json();
    let piped = Run::small(["quiz", "--quiet", "--format", "json"]).stdin("5\n2\n3\n4\n5\ns\n");
    assert_eq!(piped.json(), digits);
}

#[test]
fn the_report_has_the_documented_form() {
    let report = Run::small(["score", "--answers", "52345-", "--format", "json"]).json();
    let keys: Vec<&str> = report.as_object().unwrap().keys().map(String::as_str).collect();
    // serde_json sorts the keys of what it reads.
    assert_eq!(
        keys,
        [
            "answered",
            "catalogue",
            "closeness",
            "code",
            "interests",
            "languages",
            "leading",
            "level",
            "level_far_off",
            "modules",
            "respondent",
            "roles",
            "schema_version",
            "sheet",
            "signs",
            "skipped",
            "specialisms",
            "starting_point",
            "status",
            "too_close",
            "tool",
        ],
        "a new field is added here and to CHANGELOG.md; none is renamed or removed"
    );
    assert_eq!(report["schema_version"], 1);
    assert_eq!(report["tool"], json!({"name": "rolefit", "version": env!("CARGO_PKG_VERSION")}));
    assert_eq!(report["catalogue"], small().fingerprint().as_str());
    assert_eq!((&report["answered"], &report["skipped"]), (&json!(5), &json!(1)));
    assert_eq!(ids(&report["interests"]), ["numbers", "people", "things", "words"]);
    assert_eq!(ids(&report["roles"]).len(), 3);
    let role = &report["roles"][0];
    assert_eq!(
        (&role["rank"], &role["id"], &role["name"]),
        (&json!(1), &json!("clerk"), &json!("Clerk"))
    );
    assert_eq!((&role["family"], &role["specialism"]), (&json!("Offices"), &json!("desk")));
    assert!(role["certainty"]["best"].is_f64() && role["certainty"]["retest"].is_f64());
    assert_eq!(role.get("ledger"), None);
    assert_eq!(report["roles"][2]["family"], Value::Null);
}

#[test]
fn explain_adds_ledgers_that_sum_to_the_similarity() {
    let report =
        Run::small(["score", "--answers", "52345-", "--format", "json", "--explain"]).json();
    assert_eq!(ids(&report["rivals"]), ["smith", "guide"]);
    for role in report["roles"].as_array().unwrap() {
        let similarity = role["similarity"].as_f64().unwrap();
        for ledger in ["interests", "answers"] {
            let shares = role["ledger"][ledger].as_array().unwrap();
            let sum: f64 = shares.iter().map(|share| share["contribution"].as_f64().unwrap()).sum();
            assert!((sum - similarity).abs() < 1e-9, "{ledger} of {}", role["id"]);
        }
        assert_eq!(role["ledger"]["answers"].as_array().unwrap().len(), 5);
    }
}

#[test]
fn top_cuts_the_roles_and_nothing_else() {
    let all = Run::small(["score", "--answers", "52345-", "--format", "json"]).json();
    let mut cut =
        Run::small(["score", "--answers", "52345-", "--format", "json", "--top", "1"]).json();
    assert_eq!(ids(&cut["roles"]), ["clerk"]);
    cut["roles"] = all["roles"].clone();
    assert_eq!(cut, all);
}

#[test]
fn importance_is_read_from_the_sheet_and_the_flag() {
    let sheet = "{answers: 52345-, importance: {people: 3, words: 0.5}}";
    let from_sheet = Run::small(["score", "--format", "json"]).stdin(sheet).json();
    let from_flags = Run::small(["score", "--answers", "52345-", "--format", "json"])
        .arg("--importance=people=3")
        .arg("--importance=words=0.5");
    assert_eq!(from_flags.json(), from_sheet);
    assert_eq!(from_sheet["interests"][1]["importance"], 3.0);
}

/// The command that a result prints to score the same answers again.
fn printed_command(result: &str) -> String {
    let (_, after) = result.rsplit_once("rolefit score").unwrap();
    let mut command = "rolefit score".to_owned();
    for line in after.lines() {
        command.push_str(line.split('<').next().unwrap());
        if !line.ends_with('\\') {
            break;
        }
        command.push('\n');
    }
    command
}

#[test]
fn the_printed_command_gives_the_same_numbers_again() {
    let sheet = "{answers: -2345-, importance: {people: 3, words: 0.25, things: 0}}";
    let told = Run::small(["score", "--format", "json"]).stdin(sheet).json();
    for format in ["text", "markdown", "html"] {
        let result = Run::small(["score", "--format", format]).stdin(sheet).output().stdout;
        let command = printed_command(&result) + " --format json";
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_rolefit")).parent().unwrap();
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
        let output = unset("sh").args(["-c", &command]).env("PATH", path).output().unwrap();
        let again: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(again, told, "{format}: {command}");
    }
}

#[test]
fn too_few_answers_and_equal_answers_are_not_ranked() {
    let few = Run::small(["score", "--answers", "4-----", "--format", "json"]).json();
    assert_eq!(few["status"], "insufficient");
    assert_eq!(
        (&few["roles"], &few["leading"], &few["modules"]),
        (&json!([]), &json!([]), &json!([]))
    );
    let equal = Run::small(["score", "--answers", "33333-", "--format", "json"]).json();
    assert_eq!(equal["status"], "undifferentiated");
    assert_eq!(equal["roles"], json!([]));
    let none = Run::small(["score", "--answers", "------", "--format", "json"]).json();
    assert_eq!((&none["level"], &none["interests"][0]["estimate"]), (&Value::Null, &Value::Null));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let run =
        || -> Ran { Run::middle(["score", "--answers", "453152345123451", "--explain"]).output() };
    let (first, second) = (run(), run());
    assert_eq!(first.stdout, second.stdout);
    assert!(first.stdout.len() > 1_000);
}

#[test]
fn answers_that_are_none_name_their_flag() {
    Run::small(["score", "--answers", "523"])
        .stderr("error: --answers: there are 6 questions, but 3 answers: give one character a question\n")
        .code(65)
        .check();
    Run::small(["score", "--answers", "52945-"])
        .stderr(
            "error: --answers: character 3 is \"9\": expected a digit from 1 to 5, or - for a \
             skipped question\n",
        )
        .code(2)
        .check();
    Run::small(["score", "--answer", "sum=4"])
        .stderr("error: --answer: there is no question called \"sum\"; did you mean \"sums\"?\n")
        .code(65)
        .check();
    Run::small(["score", "--answer", "sums=4.5"])
        .stderr(
            "error: --answer: sums: \"4.5\" is not an answer: expected a whole number from 1 to 5\n",
        )
        .code(2)
        .check();
    Run::small(["score", "--answers", "52345-", "--importance", "people=9"])
        .stderr("error: --importance: \"9\" is not an importance: expected 0 to 5\n")
        .code(2)
        .check();
}

#[test]
fn what_is_given_twice_names_its_flag_and_id() {
    Run::small(["score", "--answer=sums=4", "--answer=talk=1", "--answer=sums=5"])
        .stderr("error: --answer: \"sums\" is given twice: take one out\n")
        .code(2)
        .check();
    Run::small(["score", "--answers=52345-", "--importance=people=2", "--importance=people=2"])
        .stderr("error: --importance: \"people\" is given twice: take one out\n")
        .code(2)
        .check();
}

#[test]
fn a_sheet_with_mistakes_is_shown_with_all_of_them() {
    Run::small(["score", "sheet.yaml"])
        .file("sheet.yaml", "answers:\n  sums: 9\n  tlak: 3\n")
        .stderr(
            "error: \"9\" is not an answer: expected a whole number from 1 to 5\n \
             --> sheet.yaml:2:9\n  \
               |\n\
             2 |   sums: 9\n  \
               |         ^\n\
             error: there is no question called \"tlak\"\n \
             --> sheet.yaml:3:3\n  \
               |\n\
             3 |   tlak: 3\n  \
               |   ^^^^ did you mean \"talk\"?\n\
             error: 2 mistakes, the first in sheet.yaml:2:9; nothing was done\n",
        )
        .code(65)
        .check();
}

#[test]
fn files_that_are_not_there() {
    Run::small(["score", "nowhere.yaml"])
        .stderr("error: nowhere.yaml: there is no such file: check its name, and which folder it is in\n")
        .code(66)
        .check();
    Run::new(["score", "--questions", "nowhere.yaml", "--careers", "nowhere.yaml"])
        .arg("--answers=1")
        .stderr("error: --questions: nowhere.yaml: there is no such file: check its name, and which folder it is in\n")
        .code(66)
        .check();
    Run::small(["score", "."])
        .stderr("error: .: this is a folder, not a file: name a file in it\n")
        .code(66)
        .check();
}

#[test]
fn flags_that_contradict_each_other_are_a_usage_error() {
    for run in [
        Run::small(["score", "sheet.yaml", "--answers", "52345-"]),
        Run::small(["score", "--answers", "52345-", "--answer", "sums=1"]),
        Run::small(["score", "--answer", "sums"]),
        Run::small(["score", "--top", "0"]),
        Run::small(["--plain", "score", "--answers", "52345-"]),
    ] {
        let ran = run.output();
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
        assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
    }
}

#[test]
fn an_empty_standard_input_is_no_answers_and_names_the_way_out() {
    Run::small(["score"])
        .stderr(
            "error: no answers: give a sheet's FILE, --answers DIGITS|CODE or --answer ID=VALUE; to be \
             asked the questions, use rolefit quiz\n",
        )
        .code(2)
        .check();
    // Whoever asks for it by name gets it read.
    let named = Run::small(["score", "-"]).output();
    assert_eq!(named.code, 65);
}
