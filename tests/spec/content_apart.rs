//! The shipped questions and careers can change without these tests: only
//! `tests/content` knows them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{root, shipped};

/// A shorter id may well be a word of something else.
const LONG_ENOUGH: usize = 8;

/// Where the shipped content may be known, or handed on to those who may.
const MAY_KNOW: [&str; 3] = ["content", "recipes", "support"];

/// Every id, name, text and count of the shipped content that can be told from
/// ordinary words.
fn known() -> BTreeSet<String> {
    let catalogue = shipped();
    let (questionnaire, careers) = (catalogue.questionnaire(), catalogue.careers());
    let mut known = BTreeSet::new();
    let mut add = |id: &str, name: &str| known.extend([id.to_owned(), name.to_owned()]);
    questionnaire.interests.iter().for_each(|of| add(of.id.as_str(), &of.name));
    questionnaire.questions.iter().for_each(|of| add(of.id.as_str(), &of.text));
    careers.roles.iter().for_each(|of| add(of.id.as_str(), &of.name));
    careers.modules.iter().for_each(|of| add(of.id.as_str(), &of.name));
    careers.specialisms.iter().for_each(|of| add(of.id.as_str(), &of.name));
    known.retain(|text| text.len() >= LONG_ENOUGH);
    let (questions, roles) = (questionnaire.questions.len(), careers.roles.len());
    known.extend([
        format!("{questions} questions"),
        format!("of {questions}"),
        format!("{roles} roles"),
    ]);
    known
}

/// Every file of the tests that may not know it.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if MAY_KNOW.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Whether `text` holds `wanted` as whole words.
fn holds(text: &str, wanted: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    text.match_indices(wanted).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + wanted.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[test]
fn only_the_tests_of_the_content_know_the_content() {
    let mut paths = Vec::new();
    files(&root().join("tests"), &mut paths);
    assert!(paths.len() > 40, "{paths:?}");
    let known = known();
    let mut told = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let found = known.iter().filter(|wanted| holds(&text, wanted));
        told.extend(found.map(|wanted| format!("{}: {wanted}", path.display())));
    }
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn only_they_run_on_it() {
    let mut paths = Vec::new();
    files(&root().join("tests"), &mut paths);
    let own = root().join("tests/spec/content_apart.rs");
    for path in paths.iter().filter(|path| **path != own) {
        let text = fs::read_to_string(path).unwrap();
        for door in ["shipped", "SHIPPED", "../../questions.yaml", "../../careers.yaml"] {
            assert!(!text.contains(door), "{} uses {door}", path.display());
        }
    }
}
