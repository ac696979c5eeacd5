//! The smallest pair of data files: what may be left out is left out, in every command and
//! format.

use std::collections::BTreeSet;

use crate::support::Run;
use crate::support::schemas::validator;
use crate::support::tried::RUN;
use crate::support::workbooks::{cells, xlsx};

const QUESTIONS: &str = "\
format: 1
scale: [No, Yes]
interests: [{id: a, name: Ants}, {id: b, name: Bees}, {id: c, name: Crows}]
questions:
  - {id: one, text: Feed ants, interest: a}
  - {id: two, text: Feed bees, interest: b}
  - {id: three, text: Feed crows, interest: c}
  - {id: four, text: Watch ants, interest: a}
  - {id: five, text: Watch bees, interest: b}
  - {id: six, text: Watch crows, interest: c}
";

const CAREERS: &str = "\
format: 1
roles:
  - {id: keeper, name: Keeper, summary: Keeps bees., profile: {b: 3, a: 1}}
  - {id: friend, name: Friend, summary: Likes crows., profile: {c: 3}}
";

/// With what a command of the list needs beside the data files, as `RUN` calls it.
fn run(line: &str, from: &str) -> Run {
    let answers = "2\n1\n1\n2\n1\n2\n\n\n";
    let sheet = "{\"respondent\": \"R\", \"answers\": \"211212\"}\n";
    let mut run = Run::new([])
        .file("q.yaml", QUESTIONS)
        .file("c.yaml", CAREERS)
        .file("a.json", sheet)
        .file("b.json", sheet.replace("211", "122"))
        .file("rows.ndjson", sheet.repeat(12))
        .file("last.ndjson", sheet.repeat(12))
        .file("rows.xlsx", xlsx(&[("S", "visible", &cells(&[&["answers"], &["211212"]]))], &[]));
    if line.starts_with("render") {
        let score = ["score", "--format", "json", "--answers", "211212"];
        let report = Run::with(score, QUESTIONS, CAREERS).told();
        run = if from.is_empty() { run.file("report.json", report) } else { run.stdin(report) };
    }
    for word in line.split_whitespace() {
        run = run.arg(word.replace("523454", "211212"));
    }
    match from {
        "answers" => run.stdin(answers),
        "" | "report.json" => run,
        _ => run.stdin(sheet),
    }
}

#[test]
fn every_command_and_format_leaves_out_what_the_files_do_not_say() {
    let mut commands = BTreeSet::new();
    let of_data = RUN.iter().filter(|(line, _)| line.contains("q.yaml"));
    for (line, from) in of_data.filter(|(line, _)| !line.starts_with("sittings")) {
        let ran = run(line, from).output();
        assert_eq!(ran.code, 0, "{line}: {}", ran.stderr);
        let is_workbook = ran.stdout.starts_with("PK");
        for told in [&ran.stdout, &ran.stderr].into_iter().skip(usize::from(is_workbook)) {
            assert_whole(line, told);
        }
        commands.insert(line.split_whitespace().next().unwrap_or_default());
    }
    assert_eq!(commands.len(), 11, "{commands:?}");
}

/// Nothing is headed that is not there, and no place is held for it.
#[track_caller]
fn assert_whole(line: &str, told: &str) {
    let is_page = told.starts_with("<!doctype html>");
    assert!(is_page || !told.contains("\n\n\n"), "{line}: {told}");
    assert!(is_page || !told.lines().any(|line| line.ends_with(' ')), "{line}: {told}");
    assert!(!told.starts_with('\n'), "{line}: {told}");
    if is_page {
        for tag in ["title", "h1", "h2", "h3", "h4", "p", "caption", "li", "ul", "ol"] {
            let empty = told.split('<').collect::<Vec<_>>().windows(2).find_map(|two| {
                let (named, inside) = two[0].split_once('>')?;
                let is_it = named.split(' ').next() == Some(tag);
                let is_empty = inside.trim().is_empty() && two[1].starts_with(&format!("/{tag}"));
                (is_it && is_empty).then(|| two[0].to_owned())
            });
            assert!(empty.is_none(), "{line}: an empty {tag}: {empty:?}");
        }
        let title = told.split("<title>").nth(1).and_then(|part| part.split("</").next());
        assert!(title.is_some_and(|title| title.ends_with(" - rolefit")), "{line}: {title:?}");
        assert!(!told.contains(": - ") && !told.contains(":  - "), "{line}: {told}");
    }
}

#[test]
fn a_questionnaire_without_a_title_is_asked_and_shown() {
    let quiz = run("quiz --plain --questions q.yaml --careers c.yaml", "answers").output();
    assert_eq!(quiz.code, 0);
    let told = "This is for exploring, never for selecting people.";
    assert!(quiz.stderr.starts_with(told), "{}", quiz.stderr);
    let shown = run("show --questions q.yaml --careers c.yaml", "").output();
    assert!(shown.stdout.starts_with("2 roles\n  Keeper (keeper)\n"), "{}", shown.stdout);
    let cohort = run("cohort -q --format html --questions q.yaml --careers c.yaml rows.ndjson", "");
    let page = cohort.told();
    assert!(page.contains("<title>A cohort - rolefit</title>"), "{page}");
}

#[test]
fn the_schemas_take_the_smallest_files() {
    for (name, text) in [("questions", QUESTIONS), ("careers", CAREERS)] {
        let value: serde_json::Value = serde_yaml::from_str(text).unwrap();
        assert!(validator(name).is_valid(&value), "{name}");
    }
}
