//! What a cohort says is to be done about questions, and alphas by listwise deletion.

use std::fmt::Write as _;

use serde_json::json;

use crate::support::Run;

/// Sixty people who answer alone as they answer talk, and not the other way round.
fn table() -> String {
    let mut table = "respondent,sums,talk,mend,write,chart,alone\n".to_owned();
    for number in 0..60 {
        let (talk, sums, mend) = (number % 5 + 1, number / 5 % 5 + 1, number % 3 + 2);
        let alone = if number < 12 { String::new() } else { talk.to_string() };
        writeln!(table, "r{number},{sums},{talk},{mend},{mend},{sums},{alone}").unwrap();
    }
    table
}

fn told(args: &[&str]) -> String {
    let run = args.iter().fold(Run::small(["cohort", "-q"]), |run, arg| run.arg(*arg));
    run.stdin(table()).told()
}

/// The same on one line, however it was wrapped.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn advice_stands_under_the_questions_in_every_form() {
    let advice = |keyed: &str| {
        format!(
            "Keyed the wrong way round? Its answers run against the others on People (r = -1.00): \
             {keyed} reversed: true, or reword it."
        )
    };
    for format in ["text", "html", "csv"] {
        let told = joined(&told(&["--format", format]));
        for keyed in ["add", "remove"] {
            assert_eq!(told.matches(&advice(keyed)).count(), 1, "{format}: {told}");
        }
        assert!(told.contains("pairwise deletion"), "{format}: {told}");
        assert!(!told.contains("listwise"), "{format}: {told}");
    }
    let csv = told(&["--format", "csv"]);
    assert!(csv.contains("\n,question,talk,advice,"), "{csv}");
    assert!(csv.contains("\n,interest,people,alpha_by,pairwise deletion\n"), "{csv}");
}

#[test]
fn advice_is_told_with_what_it_rests_on() {
    let told = Run::small(["cohort", "-q", "--format", "json"]).stdin(table()).json();
    let advice = |place: usize| &told["questions"][place]["advice"];
    assert_eq!(
        (&advice(1)["kind"], &advice(1)["interest"]),
        (&json!("miskeyed"), &json!("people"))
    );
    assert_eq!((&advice(1)["reversed"], &advice(5)["reversed"]), (&json!(false), &json!(true)));
    assert_eq!(advice(1)["respondents"], 48, "those who answered both");
    assert_eq!(advice(0), &json!(null));
    assert!(told["reliability"][0].get("listwise").is_none());
}

#[test]
fn alphas_by_listwise_deletion_are_told_where_they_are_asked_for() {
    let json = Run::small(["cohort", "-q", "--listwise", "--format", "json"]).stdin(table()).json();
    // Sums and chart are answered by all, and alike.
    let numbers = &json["reliability"][0]["listwise"];
    assert!((numbers["alpha"].as_f64().unwrap() - 1.0).abs() < 1e-9, "{numbers}");
    assert_eq!(numbers["respondents"], 60);
    assert_eq!(json["reliability"][1]["listwise"]["respondents"], 48);
    assert_eq!(json["reliability"][3]["listwise"]["alpha"], json!(null), "one question");
    let csv = told(&["--listwise", "--format", "csv"]);
    assert!(csv.contains("\n,interest,numbers,alpha_listwise,"), "{csv}");
    assert!(csv.contains("\n,interest,numbers,alpha_listwise_respondents,60\n"), "{csv}");
    let text = told(&["--listwise"]);
    assert!(joined(&text).contains("Then alpha by listwise deletion, and the number"), "{text}");
    assert!(joined(&text).contains("Numbers 1.00 2 60 1.00 60"), "{text}");
    let html = told(&["--listwise", "--format", "html"]);
    assert!(html.contains("Alpha, listwise") && html.contains("Then alpha by listwise"), "{html}");
}

#[test]
fn parts_add_up_to_the_same_alphas_and_advice() {
    let whole = told(&["--listwise", "--format", "json"]);
    let table = table();
    let (head, rows) = table.split_once('\n').unwrap();
    let rows: Vec<&str> = rows.lines().collect();
    let mut run =
        Run::small(["cohort", "-q", "--listwise", "--format", "json", "--merge", "0", "1"]);
    for (number, rows) in rows.chunks(31).enumerate() {
        let part = Run::small(["cohort", "-q", "--partial"]);
        let part = part.stdin(format!("{head}\n{}\n", rows.join("\n"))).told();
        run = run.file(&number.to_string(), part);
    }
    assert_eq!(run.told(), whole);
}

#[test]
fn a_part_tells_no_alpha() {
    let ran = Run::small(["cohort", "--partial", "--listwise"]).output();
    let why = "error: --partial: it cannot be used with --listwise: take one of them out\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (2, why));
}
