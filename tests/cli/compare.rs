use serde_json::{Value, json};

use crate::support::{Run, small};

fn compared(before: &str, after: &str) -> Value {
    let run = Run::small(["compare", "a.yaml", "b.yaml", "--format", "json"]);
    run.file("a.yaml", before).file("b.yaml", after).json()
}

#[test]
fn what_moved_is_told_exactly() {
    let of = compared("answers: 523454", "answers: 153-54");
    assert_eq!(of["basis"], "whole-sheets");
    assert_eq!(of["shared"], 5);
    assert_eq!(
        of["answers"],
        json!([
            {"id": "sums", "before": 5, "after": 1},
            {"id": "talk", "before": 2, "after": 5},
        ])
    );
    // numbers: from (1 + 1) / 2 to (-1 + 1) / 2, a move of 1. Two answers with a noise of 0.2
    // each time: the error of the difference is sqrt(0.1 + 0.1) = 0.447, times 1.96 0.877.
    let interest = |at: usize| &of["interests"][at];
    assert_eq!((&interest(0)["before"], &interest(0)["after"]), (&json!(1.0), &json!(0.0)));
    assert_eq!(interest(0)["moved"], true);
    // people: talk from -0.5 to 1, alone (reversed) stays at -0.5: from -0.5 to 0.25, a move of 0.75.
    assert_eq!((&interest(1)["before"], &interest(1)["after"]), (&json!(-0.5), &json!(0.25)));
    assert_eq!(interest(1)["moved"], false);
    assert_eq!((&interest(3)["after"], &interest(3)["moved"]), (&Value::Null, &json!(false)));
    assert_eq!(of["roles"].as_array().unwrap().len(), 3);
    assert_eq!(of["leading_overlap"].as_bool().unwrap(), {
        let list = |key: &str| of[key].as_array().unwrap().clone();
        list("leading_before").iter().any(|role| list("leading_after").contains(role))
    });
}

#[test]
fn the_same_sheet_twice_has_moved_nowhere() {
    let of = compared("answers: 523454", "answers: 523454");
    assert_eq!((&of["answers"], &of["leading_overlap"]), (&json!([]), &json!(true)));
    assert!(of["interests"].as_array().unwrap().iter().all(|interest| interest["moved"] == false));
    for role in of["roles"].as_array().unwrap() {
        assert_eq!(role["before"], role["after"]);
    }
}

#[test]
fn sheets_of_other_files_are_compared_on_what_they_share() {
    let foreign = "
catalogue: sha256:00
answers: {sums: 1, talk: 5, mend: 3, another-question: 9}
";
    let of = compared(foreign, "answers: 523454");
    assert_eq!((&of["basis"], &of["shared"]), (&json!("shared-questions"), &json!(3)));
    // The answers to the other questions are not used: words was asked only once.
    assert_eq!(of["interests"][3]["after"], Value::Null);
    let text =
        Run::small(["compare", "a", "b"]).file("a", foreign).file("b", "answers: 523454").output();
    assert!(
        text.stdout.contains("only the 3 questions that\nboth answer are used"),
        "{}",
        text.stdout
    );
}

#[test]
fn sheets_that_share_too_little_are_refused() {
    Run::small(["compare", "a", "b"])
        .file("a", "catalogue: sha256:00\nanswers: {sums: 1, another-question: 9}\n")
        .file("b", "answers: 523454")
        .stderr(
            "error: these sheets were made with different data files, and the 1 questions that \
             both answer do not suffice for a match: give the files they were made with, with \
             --questions and --careers\n",
        )
        .code(65)
        .check();
    let digits = Run::small(["compare", "a", "b"])
        .file("a", "catalogue: sha256:00\nanswers: '523454'\n")
        .file("b", "answers: 523454")
        .output();
    assert_eq!(digits.code, Some(65));
    assert!(digits.stderr.contains("its answers do not name their questions"), "{}", digits.stderr);
}

#[test]
fn a_kept_sheet_is_read_by_score_and_compare() {
    let run = Run::small(["quiz", "--quiet", "--format", "json", "--keep", "kept.json"])
        .stdin("5\n2\n3\n4\n5\n-\n\n2\n");
    let folder = run.folder().to_owned();
    let told = run.output();
    assert_eq!((told.code, told.stderr.as_str()), (Some(0), ""));
    let kept = std::fs::read_to_string(folder.join("kept.json")).unwrap();
    let value: Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(value["catalogue"], small().fingerprint().as_str());
    assert_eq!(value["importance"], json!({"people": 2.0}));
    let scored = Run::small(["score", "--format", "json"]).stdin(kept.clone()).output();
    assert_eq!(scored.stdout, told.stdout);
    let again =
        Run::small(["quiz", "--keep", "kept.json"]).file("kept.json", "mine").stdin("5\n").output();
    assert_eq!(again.code, Some(74), "a file that is there is refused before the first question");
}
