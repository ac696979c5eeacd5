//! `rolefit audit` with people's answers.

use rolefit_engine::simulation::simulate;

use crate::support::{Run, middle};

/// So many rows of answers as the model gives them.
fn rows(people: usize) -> String {
    let catalogue = middle();
    let people = simulate(&catalogue, people);
    let rows = people.iter().map(|of| format!("{{\"answers\": \"{}\"}}\n", of.answers.digits()));
    rows.collect()
}

const QUICK: [&str; 3] = ["audit", "--respondents", "1000"];

#[test]
fn the_answers_in_a_file_are_audited_with_the_catalogue() {
    let run = Run::middle(QUICK).arg("rows.ndjson").file("rows.ndjson", rows(60));
    let ran = run.output();
    assert_eq!(ran.stderr, "60 rows read: 60 understood, 0 rejected, 0 blank\n");
    assert_eq!(ran.code, 0);
    let said = "\nWhat the answers say of each question\n60 people answered. The correlation of a \
                question's answers";
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
    assert!(ran.stdout.contains("\n  saw-a-plank: 60 answered, +0."), "{}", ran.stdout);
    // The same from standard input, whatever the threads, as JSON.
    let json = |threads: &str| {
        let run = Run::middle(["audit", "--respondents", "1000", "--format", "json", "-"]);
        let ran = run.stdin(rows(700)).env("RAYON_NUM_THREADS", threads).output();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    let one = json("1");
    assert_eq!(one, json("3"));
    let audit: serde_json::Value = serde_json::from_str(&one).unwrap();
    assert_eq!(audit["answers"]["people"], 700);
    assert_eq!(audit["answers"]["questions"].as_array().unwrap().len(), 15);
}

#[test]
fn a_table_is_read_as_batch_reads_it_and_rejected_rows_are_told() {
    let table = "respondent,saw-a-plank,sing-alone\na,5,4\nb,6,1\n,,\n";
    let ran = Run::middle(QUICK).arg("rows.csv").file("rows.csv", table).output();
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.starts_with("2 of 15 questions have a column; "), "{}", ran.stderr);
    assert_eq!(
        ran.stderr.split_once('\n').unwrap().1,
        "rows.csv: row 3 (line 3): saw-a-plank: \"6\" is not an answer: expected a whole number from 1 to 5\n\
         3 rows read: 1 understood, 1 rejected, 1 blank\n"
    );
    let said = "\n1 person answered. Figures need ten people at least.\n";
    assert!(ran.stdout.contains(said), "{}", ran.stdout);
    assert!(ran.stdout.contains("note: the answers: 1 person answered: figures"), "{}", ran.stdout);
}

#[test]
fn what_is_said_of_a_table_by_hand_holds_for_an_audit_too() {
    let table = "name,saw-a-plank,song\na,4,0\nb,?,1\n";
    let run = || Run::middle(["audit", "rows.csv"]).file("rows.csv", table);
    let map = "song: sing-alone\n";
    let run = |check: &str| {
        let run = run().file("map.yaml", map).arg("--map").arg("map.yaml").arg("--scale-from=0");
        run.arg("--lenient").arg("--anonymous").arg(check).output()
    };
    let ran = run("--check");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    let end =
        "1 cell was no answer, taken as skipped\n2 rows read: 2 understood, 0 rejected, 0 blank\n";
    assert!(
        ran.stderr.contains("people are numbered") && ran.stderr.ends_with(end),
        "{}",
        ran.stderr
    );
    assert!(run("--strict-columns").stderr.contains("13 of 15 questions have no column"));
    Run::middle(["audit", "--lenient"])
        .stderr(
            "error: --check, and the options of tables, are for answers: name their FILE, as in \
             rolefit audit answers.csv\n",
        )
        .code(2)
        .check();
}

#[test]
fn rows_are_not_read_against_questions_with_mistakes() {
    let run = Run::with(["audit", "rows.ndjson"], "format: 2", "format: 1");
    let ran = run.file("rows.ndjson", rows(1)).output();
    assert_eq!((ran.code, ran.stdout.as_str()), (65, ""));
    let ran = Run::middle(["audit", "none.csv"]).output();
    assert_eq!((ran.code, ran.stdout.as_str()), (66, ""));
}
