//! Data flows one way: catalogue, sheet, matching, report, then audit and
//! cohort, then the binary. No file imports from a room that comes later.
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, each with those it may import from.
const ROOMS: [(&str, &[&str]); 7] = [
    ("catalogue", &["catalogue"]),
    ("sheet", &["catalogue", "sheet"]),
    ("matching", &["catalogue", "sheet", "matching"]),
    ("table", &["catalogue", "sheet", "table"]),
    ("report", &["catalogue", "sheet", "matching", "report"]),
    ("audit", &["catalogue", "sheet", "matching", "report", "audit"]),
    ("cohort", &["catalogue", "sheet", "matching", "report", "cohort"]),
];

/// What the library must not touch, and why.
const OUTSIDE: [(&str, &str); 7] = [
    ("std::fs", "reads files"),
    ("std::env", "reads the environment"),
    ("std::time", "reads a clock"),
    ("std::process", "runs or ends processes"),
    ("std::net", "uses the network"),
    ("println!", "prints"),
    ("eprintln!", "prints"),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("engine/src")
}

/// The lines of a file without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms that a text names right after `prefix`.
fn named<'t>(text: &'t str, prefix: &str) -> Vec<&'t str> {
    let after = text.match_indices(prefix).map(|(at, _)| &text[at + prefix.len()..]);
    after
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap())
        .collect()
}

#[test]
fn every_folder_is_a_known_room() {
    for entry in fs::read_dir(src()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let known = name == "lib.rs"
            || name == "parallel.rs"
            || name == "elementary.rs"
            || ROOMS.iter().any(|(room, _)| *room == name);
        assert!(known, "src/{name} is no room of this house");
    }
}

#[test]
fn imports_run_one_way() {
    for (room, allowed) in ROOMS {
        if !src().join(room).exists() {
            continue;
        }
        for path in sources(&src().join(room)) {
            let text = code(&path);
            // An import in braces would hide its room from this test.
            assert!(!text.contains("crate::{"), "{}: import from one room a line", path.display());
            for named in named(&text, "crate::") {
                assert!(
                    matches!(named, "parallel" | "elementary") || allowed.contains(&named),
                    "{} imports from {named}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn the_library_touches_nothing_outside() {
    for (room, _) in ROOMS {
        if !src().join(room).exists() {
            continue;
        }
        for path in sources(&src().join(room)) {
            let text = code(&path);
            for (used, does) in OUTSIDE {
                assert!(!text.contains(used), "{} {does}: {used}", path.display());
            }
        }
    }
}

#[test]
fn only_one_file_calls_the_yaml_parser_and_one_folder_the_menus() {
    for path in sources(&src()) {
        let text = code(&path);
        let shown = path.strip_prefix(src()).unwrap().display().to_string();
        if text.contains("serde_yaml::") {
            assert!(shown.starts_with("catalogue/yaml/"), "{shown} uses serde_yaml");
        }
        if text.contains("dialoguer::") {
            assert!(shown.starts_with("bin/rolefit/conversation/"), "{shown} uses dialoguer");
        }
    }
}

#[test]
fn files_stay_small_enough_to_read() {
    for path in sources(&src()) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 250, "{} has {lines} lines", path.display());
    }
}
