//! The pages of results, cohorts and questions in a real browser. Needs Chromium, Node.js and two
//! packages, so it is run by `.ci/run` and not by `cargo test` alone:
//!
//! ```text
//! npm install --prefix target/browser axe-core playwright-core puppeteer-core typescript
//! cargo test --test browser -- --ignored
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "a test may fail in the middle"
)]

mod support;

use std::fs;
use std::path::PathBuf;

use support::browser::{check, driven, folder, page, reports_alike};
use support::workbooks::table;
use support::{CAREERS, QUESTIONS, Run, large, middle};

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn pages_are_accessible_fit_narrow_windows_and_print_on_two_sheets() {
    let middle = |answers| Run::middle(["score", "--answers", answers]);
    let names = ["Numbers", "People", "Things", "Words"].iter();
    let long = "name: Whatever is made of words and more than";
    let questions = names.fold(QUESTIONS.to_owned(), |text, name| {
        text.replace(&format!("name: {name}"), &format!("{long} {name}"))
    });
    let runs = [
        ("ranked", middle("453152345123451")),
        ("sparse", middle("5-3-2--4-1--3--")),
        ("disliked", middle("111212111111121")),
        (
            "weighed",
            middle("232121134114122").arg("--importance=money=2").arg("--importance=acting=2"),
        ),
        ("equal", middle("444444444444444")),
        ("few", middle("4--------------")),
        ("long-names", Run::with(["score", "--answers=523454"], &questions, CAREERS)),
    ];
    check(2, &runs.map(|(name, run)| page(name, &run.arg("--format=html"))));
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_page_of_a_cohort_is_accessible_and_fits_narrow_windows() {
    let middle = middle();
    let ids: Vec<&str> = middle.questionnaire().questions.iter().map(|of| of.id.as_str()).collect();
    let mut table = format!("respondent,site,{}\n", ids.join(","));
    for number in 0..60 {
        let digits = ["45231", "12345", "54112", "3-421"][number % 4].chars().cycle();
        let cells = digits.take(ids.len()).map(|digit| digit.to_string().replace('-', ""));
        let site = ["North <b>", "South"][number % 2];
        table += &format!("r{number},{site},{}\n", cells.collect::<Vec<_>>().join(","));
    }
    let run = Run::middle(["cohort", "-q", "--fit", "--by", "site", "--format", "html"]);
    check(8, &[page("cohort", &run.stdin(table))]);
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_questions_on_paper_are_accessible_and_fit_narrow_windows() {
    let foreign = QUESTIONS.replace("title:", "language: cy\nstem: <b>How much …\ntitle:");
    let pages = [
        page("paper", &Run::middle(["form", "paper"])),
        page("paper-foreign", &Run::with(["form", "paper"], &foreign, CAREERS)),
    ];
    check(3, &pages);
}

/// The questions and careers with a script for every text.
fn hostile() -> [String; 2] {
    let harm = "<script>harmed=1</script><img src=x onerror=harmed=2> {% raw %} </script> &amp;";
    [QUESTIONS, CAREERS].map(|text| {
        let keys = ["name", "text", "title", "introduction", "summary", "line", "description"];
        let line = |line: &str| {
            let (before, value) = line.split_once(": ").unwrap_or((line, ""));
            let is_text = keys.iter().any(|key| before.trim_start_matches(['-', ' ']) == *key);
            if is_text && !value.starts_with(['"', '>', '|', '{', '[']) {
                format!("{before}: '{harm} {}'\n", value.replace('\'', ""))
            } else {
                format!("{line}\n")
            }
        };
        text.lines().map(line).collect()
    })
}

/// What the element with this id holds.
fn part(text: &str, id: &str) -> String {
    let (_, rest) = text.split_once(&format!("id=\"{id}\">")).unwrap();
    rest.split_once("</script>").unwrap().0.to_owned()
}

/// The page with something of the element with this id changed.
fn damaged(name: &str, text: &str, id: &str, change: impl Fn(&str) -> String) -> PathBuf {
    let (before, rest) = text.split_once(&format!("id=\"{id}\">")).unwrap();
    let (content, after) = rest.split_once("</script>").unwrap();
    let path = folder().join(format!("{name}.html"));
    let changed = format!("{before}id=\"{id}\">{}</script>{after}", change(content));
    fs::write(&path, changed).unwrap();
    path
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_quiz_is_taken_with_keys_a_finger_and_a_mouse_and_harmed_by_nothing() {
    let [questions, careers] = hostile();
    let whole = page("quiz", &Run::middle(["page", "-q"]));
    let back = "--return-to=Send it to <b>jo</b>.";
    let code = page("quiz-code", &Run::middle(["page", "-q", "--no-result", back]));
    let adaptive = page("quiz-adaptive", &Run::middle(["page", "-q", "--adaptive"]));
    let hostile = page("quiz-hostile", &Run::with(["page", "-q"], &questions, &careers));
    let text = fs::read_to_string(&whole).unwrap();
    let other = fs::read_to_string(&hostile).unwrap();
    let half = |content: &str| content[..content.len() / 2].to_owned();
    let damaged = [
        damaged("quiz-cut", &text, "engine", half),
        damaged("quiz-other", &text, "catalogue", |content| content.replacen('A', "B", 3)),
        damaged("quiz-edited", &text, "settings", |content| content.replacen('{', "{x", 1)),
        damaged("quiz-unknown", &text, "settings", |content| content.replacen("full", "fulx", 1)),
        damaged("quiz-renamed", &text, "settings", |of| of.replacen("has_result", "has_ending", 1)),
        damaged("quiz-norms", &text, "norms", half),
        damaged("quiz-norms-of-others", &text, "norms", |_| part(&other, "norms")),
        damaged("quiz-empty", &text, "catalogue", |_| String::new()),
    ];
    driven("quiz", [folder(), whole, code, adaptive, hostile].iter().chain(&damaged));
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_quiz_is_told_to_whoever_hears_it_and_printed_on_two_sheets() {
    driven("heard", &[page("quiz-heard", &Run::middle(["page", "-q"]))]);
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_largest_quiz_is_taken_to_its_result() {
    let [questions, careers] = large(1_000, 64, true, 5_000);
    let path = page("quiz-largest", &Run::with(["page", "-q"], &questions, &careers));
    driven("largest", &[path, "1000".into(), "5000".into()]);
}

#[test]
#[ignore = "needs Firefox and Node.js; .ci/run provides both"]
fn the_quiz_is_taken_in_firefox_too() {
    driven("firefox", &[page("quiz-firefox", &Run::middle(["page", "-q"]))]);
}

#[test]
#[ignore = "needs Node.js and TypeScript; .ci/run provides both"]
fn the_script_of_the_quiz_has_the_types_that_it_says() {
    let checked = std::process::Command::new("node")
        .arg(folder().join("node_modules/typescript/bin/tsc"))
        .args(["--noEmit", "--allowJs", "--checkJs", "--strict", "--noUncheckedIndexedAccess"])
        .args(["--target", "es2022", "--lib", "es2023,dom,dom.iterable", "page/quiz.js"])
        .current_dir(support::root())
        .output()
        .unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn the_engine_of_the_page_reports_what_the_program_does() {
    let run = |arguments: &[&str]| {
        arguments[1..].iter().fold(Run::middle([arguments[0]]), |run, of| run.arg(*of))
    };
    reports_alike("middle", run, &middle(), 500);
}

/// That no character of a code can be another one unnoticed.
#[track_caller]
fn tampered(code: &str) {
    let characters = code.char_indices().filter(|(_, character)| character.is_ascii_alphanumeric());
    let changed: Vec<String> = characters
        .map(|(at, character)| {
            let other = if character == 'A' { 'B' } else { 'A' };
            format!("{}{other}{}", &code[..at], &code[at + 1..])
        })
        .collect();
    let table = format!("answers\n{code}\n{}\n", changed.join("\n"));
    let ran = Run::middle(["batch", "-q"]).stdin(table).output();
    let records = ran.stdout.lines().map(|line| line.starts_with("{\"error\":"));
    let expected: Vec<bool> = (0..=changed.len()).map(|row| row > 0).collect();
    assert_eq!(records.collect::<Vec<_>>(), expected, "{}", ran.stdout);
}

#[test]
#[ignore = "needs Chromium and Node.js; .ci/run provides both"]
fn codes_and_files_of_twelve_people_are_their_answers() {
    let all = ["453152345123451", "5-3-2--4-1--3--", "111212111111121", "232121134114122"];
    let all: Vec<String> = (0..12)
        .map(|person: usize| all[person % 4][..14].to_owned() + &(1 + person % 5).to_string())
        .collect();
    let quiz = page("quiz", &Run::middle(["page", "-q"]));
    let files = folder().join("sittings");
    let _ = fs::remove_dir_all(&files);
    fs::create_dir_all(&files).unwrap();
    let digits = all.iter().map(PathBuf::from).collect::<Vec<_>>();
    let codes = driven("sittings", [files.clone(), quiz].iter().chain(&digits));
    tampered(codes.lines().next().unwrap());
    let codes: Vec<[&str; 1]> = codes.lines().map(|code| [code]).collect();
    let rows: Vec<&[&str]> =
        [&["answers"][..]].into_iter().chain(codes.iter().map(|code| &code[..])).collect();
    let records = |ran: &str| -> Vec<serde_json::Value> {
        let record = |line: &str| {
            let mut record: serde_json::Value = serde_json::from_str(line).unwrap();
            let fields = record.as_object_mut().unwrap();
            fields.retain(|key, _| !["source", "respondent", "row"].contains(&key.as_str()));
            record
        };
        ran.lines().map(record).collect()
    };
    let typed = format!("answers\n{}\n", all.join("\n"));
    let expected = records(&Run::middle(["batch", "-q"]).stdin(typed.clone()).told());
    let run = Run::middle(["batch", "-q", "codes.xlsx"]).arg(files.to_string_lossy());
    let told = records(&run.file("codes.xlsx", table(&rows)).told());
    assert_eq!(told[..12], expected[..]);
    assert_eq!(told[12..], expected[..]);
    let cohort = |run: Run| {
        let mut told = run.arg("--format=json").json();
        told.as_object_mut().unwrap().remove("rows");
        told
    };
    let read = cohort(Run::middle(["cohort", "-q"]).arg(files.to_string_lossy()));
    assert_eq!(read, cohort(Run::middle(["cohort", "-q"]).stdin(typed)));
}
