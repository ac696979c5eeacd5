//! Rules of the house that the compiler does not know.

use std::collections::BTreeMap;
use std::process::Command;

use crate::support::root;
use crate::support::sources::{Source, both_packages, sources};

/// The most lines that a file may have.
const LONGEST: usize = 400;

/// What the engine must not touch, and why.
const OUTSIDE: [(&str, &str); 10] = [
    ("std::fs", "reads files"),
    ("std::env", "reads the environment"),
    ("std::time", "reads a clock"),
    ("std::process", "runs or ends processes"),
    ("std::net", "uses a network"),
    ("std::io::std", "uses the standard streams"),
    ("print!", "prints"),
    ("println!", "prints"),
    ("eprintln!", "prints"),
    ("dbg!", "prints"),
];

/// What only one file or folder may name.
const ONE_PLACE: [(&str, &str); 4] = [
    ("serde_yaml::", "engine/src/catalogue/yaml/"),
    ("libm::", "engine/src/elementary.rs"),
    ("crossterm::", "src/terminal/"),
    ("dialoguer::", "src/terminal/"),
];

/// What asks which system this is.
const SYSTEMS: [&str; 6] =
    ["unix", "windows", "target_os", "target_family", "target_env", "target_vendor"];

/// Clocks that can be set, so that a result would depend on them.
const CLOCKS: [&str; 7] =
    ["SystemTime", "UNIX_EPOCH", "CLOCK_REALTIME", "chrono", "jiff", "UtcDateTime", ".modified()"];

/// Names that are still to be told apart.
const KNOWN_DOUBLES: &[&str] = &[];

#[test]
fn the_engine_touches_nothing_outside() {
    for source in sources("engine/src") {
        let code = source.code();
        for (used, does) in OUTSIDE {
            assert!(!code.contains(used), "{} {does}: {used}", source.path);
        }
    }
}

#[test]
fn what_belongs_in_one_place_is_there() {
    for source in both_packages() {
        for (used, place) in ONE_PLACE {
            // Whether a console of Windows can draw only that library says there.
            let is_there = source.path.starts_with(place)
                || (used == "crossterm::" && source.path == "src/system/windows/mod.rs");
            assert!(is_there || !source.code().contains(used), "{} names {used}", source.path);
        }
    }
}

#[test]
fn one_folder_knows_the_systems() {
    let outside = both_packages().into_iter().chain(sources("page/engine"));
    for source in outside.filter(|source| !source.path.starts_with("src/system/")) {
        let code = source.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            let asks = line.contains("cfg") && SYSTEMS.iter().any(|name| line.contains(name));
            assert!(!asks && !line.contains("std::os::"), "{}: {line}", source.path);
        }
    }
}

/// What day it is, one file asks, to call a sitting by it. What time it is, nobody asks. How long something takes is only shown while it
/// runs, and measured with a clock that never goes back.
#[test]
fn no_clock_that_can_be_set_is_read() {
    for source in both_packages() {
        let code = source.code();
        let is_date = source.path == "src/saving/date.rs";
        for clock in CLOCKS.into_iter().filter(|_| !is_date) {
            assert!(!code.contains(clock), "{} reads {clock}", source.path);
        }
        let may = ["src/rows/progress.rs", "src/commands/audit.rs", "src/terminal/keyboard.rs"];
        let measures = code.contains("Instant::") && !may.contains(&source.path.as_str());
        assert!(!measures, "{} measures time", source.path);
    }
}

#[test]
fn nothing_speaks_of_a_network() {
    for source in both_packages() {
        for name in ["std::net", "os::unix::net", "TcpStream", "UdpSocket", "UnixStream"] {
            assert!(!source.code().contains(name), "{} uses {name}", source.path);
        }
    }
}

#[test]
fn files_stay_small_enough_to_read() {
    for folder in ["engine", "src", "fuzz"] {
        for source in sources(folder) {
            let lines = source.text.lines().count();
            assert!(lines <= LONGEST, "{} has {lines} lines", source.path);
        }
    }
}

/// A word means one thing. Where one must mean two, a plain comment on the line
/// above says why.
#[test]
fn no_type_has_the_name_of_another() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // One file a system: only one of them is ever compiled.
    let is_of_one_system = |source: &Source| source.path.starts_with("src/system/windows");
    for source in both_packages().iter().filter(|source| !is_of_one_system(source)) {
        let mut above = "";
        for line in source.text.lines() {
            let is_comment = line.trim_start().starts_with("//");
            if let Some(name) = type_name(line).filter(|_| !is_comment && !is_reason(above)) {
                places.entry(name).or_default().push(source.path.clone());
            }
            // Attributes and documentation may stand between the reason and the name.
            let passes =
                line.trim_start().starts_with("#[") || line.trim_start().starts_with("///");
            if !passes {
                above = line;
            }
        }
    }
    let doubles = places.iter().filter(|(_, places)| places.len() > 1);
    let names: Vec<&str> = doubles.clone().map(|(name, _)| name.as_str()).collect();
    let places: Vec<_> = doubles.collect();
    assert_eq!(names, KNOWN_DOUBLES, "take from KNOWN_DOUBLES what is mended: {places:#?}");
}

/// The name of the type that a line declares.
fn type_name(line: &str) -> Option<String> {
    let words =
        line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let is_before = |word: &&str| ["pub", "crate", "super", "self", "in", "unsafe"].contains(word);
    let mut words = words.skip_while(is_before);
    let is_type = ["struct", "enum", "trait", "union"].contains(&words.next()?);
    is_type.then(|| words.next().map(str::to_owned)).flatten()
}

fn is_reason(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("// ")
}

#[test]
fn fuzzing_uses_the_engine_as_others_do() {
    for source in sources("fuzz") {
        assert!(
            !source.code().contains("#[path"),
            "{} takes in a file of the program",
            source.path
        );
    }
}

/// Whoever embeds the engine pays for every crate.
#[test]
fn the_engine_alone_is_made_of_few_crates() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--package", "rolefit-engine"])
        .args(["--edges", "normal", "--no-default-features", "--features", "scoring"])
        .args(["--prefix", "none"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    let mut crates: Vec<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    crates.sort_unstable();
    crates.dedup();
    assert!(crates.len() < 65, "{} crates: {crates:#?}", crates.len());
}
