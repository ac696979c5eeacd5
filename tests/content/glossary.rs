//! The words of docs/glossary.md are those that the program uses, and no others for the same.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{Run, root};

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// What stands between backticks in a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Every file whose name ends so, in a folder of the checkout.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let names = entries.map(|of| of.unwrap().file_name().into_string().unwrap());
    let mut found: Vec<String> = names
        .filter(|name| name.ends_with(ending))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    found.sort();
    found
}

#[test]
fn what_the_glossary_says_of_programs_is_so() {
    let schemas: String = files("schemas", ".json").iter().map(|path| text(path)).collect();
    let keys: BTreeSet<&str> = schemas.split('"').skip(1).step_by(2).collect();
    let columns = text("docs/class.md");
    let glossary = text("docs/glossary.md");
    let rows = glossary.lines().filter(|line| line.starts_with("| "));
    let said: Vec<&str> = rows.filter_map(|row| row.split('|').nth(3)).flat_map(quoted).collect();
    assert!(said.len() > 25, "{said:?}");
    for of in said {
        let is_known = match of.strip_prefix("rolefit schema ") {
            Some(name) => root().join(format!("schemas/{name}.json")).is_file(),
            None => of.split('.').all(|key| keys.contains(key)) || columns.contains(of),
        };
        assert!(is_known, "docs/glossary.md: nothing is called {of}");
    }
}

/// Other words for what the glossary has a word for, and American spellings.
const OTHERS: [&str; 27] = [
    "probability",
    "probabilities",
    "likelihood",
    "percentile",
    "participant",
    "testee",
    "match score",
    "suitability",
    "trait",
    "career path",
    "occupation score",
    "catalog",
    "catalogs",
    "behavior",
    "organize",
    "organized",
    "organization",
    "recognize",
    "recognized",
    "analyze",
    "analyzed",
    "center",
    "favorite",
    "judgment",
    "labeled",
    "canceled",
    "summarize",
];

/// Where one of those words stands by itself in a text.
fn other(text: &str) -> Option<&'static str> {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '-' || c == '/' { c } else { ' ' })
        .collect();
    let words = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    OTHERS.into_iter().find(|other| words.contains(&format!(" {other} ")))
}

#[test]
fn a_word_is_found_by_itself_alone() {
    assert_eq!(other("The Likelihood, he said"), Some("likelihood"));
    assert_eq!(other("A career\npath"), Some("career path"));
    assert_eq!(other("a catalogue, text-center"), None);
}

/// The names by which other programs call a person's column are theirs.
fn own(path: &str, text: &str) -> String {
    let is_theirs = |line: &&str| path == "docs/tables.md" && line.contains("participant id");
    text.lines().filter(|line| !is_theirs(line)).collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_that_is_told_uses_other_words() {
    let fixed = ["README.md", "CHANGELOG.md", "SECURITY.md", "python/README.md", "questions.yaml"];
    let page = ["careers.yaml", "page/quiz.html", "page/quiz.js"];
    let files = fixed.into_iter().chain(page).map(str::to_owned).chain(files("docs", ".md"));
    let mut texts: Vec<(String, String)> =
        files.map(|path| (path.clone(), own(&path, &text(&path)))).collect();
    let list = Run::shipped(["--help"]).output().stdout;
    let list = list.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let named = list.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let commands: Vec<&str> = named.filter(|of| !of.is_empty()).collect();
    assert!(commands.len() > 12, "{commands:?}");
    for command in commands {
        let told = Run::shipped(["help"]).arg(command).output();
        assert_eq!(told.code, 0, "{command}: {}", told.stderr);
        texts.push((format!("rolefit help {command}"), told.stdout));
    }
    for (what, text) in texts {
        assert_eq!(other(&text), None, "{what}");
    }
}
