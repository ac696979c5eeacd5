//! The language of the data files: what pages and JSON say it is, and what follows from it.

use serde_json::json;

use crate::support::{CAREERS, QUESTIONS, Run};

/// A file with a line on its language.
fn in_language(file: &str, tag: &str) -> String {
    file.replacen("format: 1\n", &format!("format: 1\nlanguage: {tag}\n"), 1)
}

const ANSWERS: [&str; 2] = ["--answers", "523454"];

#[test]
fn a_page_is_in_the_language_of_the_careers_and_marks_what_is_asked_in_another() {
    let (german, french) = (in_language(CAREERS, "de-AT"), in_language(QUESTIONS, "fr"));
    let page = |questions: &str, careers: &str| {
        Run::with(["score", ANSWERS[0], ANSWERS[1], "--format", "html"], questions, careers).told()
    };
    let both = page(&french, &german);
    assert!(both.starts_with("<!doctype html>\n<html lang=\"de-AT\">"), "{both}");
    assert!(both.contains("<ol lang=\"fr\">"), "{both}");
    assert!(both.contains("<span class=\"name\" lang=\"fr\">"), "{both}");
    let alike = page(&in_language(QUESTIONS, "DE-at"), &german);
    assert_eq!(alike.matches(" lang=").count(), 1, "{alike}");
    let cohort = Run::with(["cohort", "-q", "--format", "html"], &french, &german);
    let cohort = cohort.stdin("{\"answers\":\"523454\"}\n").told();
    assert!(cohort.starts_with("<!doctype html>\n<html lang=\"de-AT\">"), "{cohort}");
    assert!(cohort.contains("<p lang=\"fr\">A small questionnaire</p>"), "{cohort}");
}

#[test]
fn every_json_names_both_languages() {
    let (german, french) = (in_language(CAREERS, "de-AT"), in_language(QUESTIONS, "fr"));
    let runs = [
        Run::with(["score", ANSWERS[0], ANSWERS[1], "--format", "json"], &french, &german),
        Run::with(["cohort", "-q", "--format", "json"], &french, &german),
        Run::with(["show", "clerk", "--format", "json"], &french, &german),
        Run::with(["compare", "--format", "json", "a", "a"], &french, &german)
            .file("a", "answers: \"523454\""),
    ];
    for run in runs {
        let told = run.stdin("{\"answers\":\"523454\"}\n").json();
        assert_eq!(told["languages"], json!({"questions": "fr", "careers": "de-AT"}), "{told}");
    }
    let silent = Run::small(["show", "clerk", "--format", "json"]).json();
    assert_eq!(silent["languages"], json!({"questions": "en-GB", "careers": "en-GB"}));
}

#[test]
fn capitals_are_those_of_the_language() {
    let careers = in_language(CAREERS, "tr").replace("name: Guide", "name: IŞIKÇI");
    let page = Run::with(["show", "ışıkçı"], QUESTIONS, &careers).told();
    assert!(page.starts_with("IŞIKÇI\n"), "{page}");
    let labels = "[KIZGIN, ISRARLI, ILIK, İYİ, HARİKA]";
    let questions =
        in_language(QUESTIONS, "tr").replace("[No, Rather not, Perhaps, Rather, Yes]", labels);
    let run = Run::with(["quiz", "--plain", "--format", "json"], &questions, &careers);
    let answers = "ılık\niyi\nharika\nkızgın\nısrarlı\nILIK\n";
    let told: serde_json::Value =
        serde_json::from_str(&run.stdin(answers).output().stdout).unwrap();
    assert_eq!(told["sheet"]["answers"], "345123", "{told}");
}
