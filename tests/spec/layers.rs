//! The order of the rooms: data flows one way, between rooms and inside each.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::modules::{Module, Modules};

/// The rooms of the engine, each with those that it may use.
const ENGINE: [(&str, &[&str]); 18] = [
    ("elementary", &[]),
    ("limits", &[]),
    ("parallel", &[]),
    ("catalogue", &["elementary"]),
    ("sheet", &["catalogue"]),
    ("matching", &["catalogue", "sheet"]),
    ("sitting", &["catalogue", "sheet", "matching"]),
    ("simulation", &["catalogue", "sheet", "matching"]),
    ("inference", &[]),
    ("signs", &["catalogue", "sheet", "matching", "simulation", "inference"]),
    ("report", &["catalogue", "sheet", "matching", "sitting", "signs"]),
    (
        "audit",
        &[
            "catalogue",
            "sheet",
            "matching",
            "sitting",
            "simulation",
            "inference",
            "signs",
            "report",
        ],
    ),
    ("cohort", &["catalogue", "sheet", "matching", "signs", "report", "inference"]),
    ("telling", &["catalogue", "sheet", "matching", "signs", "report", "audit", "cohort"]),
    ("form", &["catalogue", "sheet", "telling"]),
    (
        "page",
        &[
            "catalogue",
            "sheet",
            "matching",
            "signs",
            "report",
            "audit",
            "cohort",
            "telling",
            "form",
        ],
    ),
    ("table", &["catalogue", "sheet"]),
    ("workbook", &["catalogue"]),
];

/// What every room of the engine may use.
const EVERYWHERE: [&str; 3] = ["elementary", "limits", "parallel"];

/// The rooms of the program, each with those that it may use. The engine is
/// another package, and cannot use any of them.
const PROGRAM: [(&str, &[&str]); 16] = [
    ("system", &[]),
    ("builtin", &[]),
    ("failure", &["system"]),
    ("args", &["failure", "system"]),
    ("text", &["args", "system"]),
    ("files", &["args", "builtin", "failure", "system"]),
    ("command_line", &["args", "failure", "files", "system", "text"]),
    ("terminal", &["system"]),
    ("output", &["args", "command_line", "failure", "system", "terminal", "text"]),
    ("interruption", &["output", "system", "terminal", "text"]),
    ("rows", &["args", "failure", "files", "interruption", "output", "system", "text"]),
    ("class", &["args", "failure", "rows"]),
    ("conversation", &["failure", "interruption", "output", "system", "terminal", "text"]),
    ("saving", &["args", "conversation", "failure", "interruption", "output", "system", "text"]),
    (
        "commands",
        &[
            "args",
            "builtin",
            "class",
            "conversation",
            "failure",
            "files",
            "interruption",
            "output",
            "rows",
            "saving",
            "system",
            "terminal",
            "text",
        ],
    ),
    ("messages", &["failure", "rows"]),
];

/// Arrows that are still to be turned round.
const KNOWN_ARROWS: &[&str] = &[];

/// Circles that are still to be opened.
const KNOWN_CIRCLES: &[&str] = &[];

/// The arrows between rooms that are not in the list, and the rooms that are not.
fn wrong_arrows(modules: &Modules, rooms: &[(&str, &[&str])], everywhere: &[&str]) -> Vec<String> {
    let allowed: BTreeMap<&str, &[&str]> = rooms.iter().copied().collect();
    let mut wrong = BTreeSet::new();
    for (from, to) in modules.uses() {
        // The root names every room, and is used by none.
        let Some(from) = from.first() else { continue };
        let Some(to) = to.first() else {
            wrong.insert(format!("{from} uses the root of the package"));
            continue;
        };
        match allowed.get(from.as_str()) {
            None => drop(wrong.insert(format!("{from} is no room that this test knows"))),
            Some(may) => {
                let is_allowed = from == to
                    || may.contains(&to.as_str())
                    || everywhere.contains(&to.as_str()) && !everywhere.contains(&from.as_str());
                if !is_allowed {
                    wrong.insert(format!("{from} uses {to}"));
                }
            }
        }
    }
    wrong.into_iter().collect()
}

/// The modules of one room that use each other in a circle.
fn circles(modules: &Modules) -> Vec<String> {
    let uses = modules.uses();
    let inside = |(from, to): &&(Module, Module)| !from.is_empty() && from.first() == to.first();
    let uses: Vec<&(Module, Module)> = uses.iter().filter(inside).collect();
    let reached = |start: &Module| {
        let mut found = BTreeSet::new();
        let mut open = vec![start];
        while let Some(module) = open.pop() {
            for (_, to) in uses.iter().filter(|(from, _)| from == module) {
                if found.insert(to) {
                    open.push(to);
                }
            }
        }
        found
    };
    let mut circles = BTreeSet::new();
    for (start, _) in &uses {
        let from_here = reached(start);
        if from_here.contains(start) {
            let circle = from_here.iter().filter(|module| reached(module).contains(start));
            let names: Vec<String> = circle.map(|module| module.join("::")).collect();
            circles.insert(names.join(" ~ "));
        }
    }
    circles.into_iter().collect()
}

#[test]
fn data_flows_one_way_between_rooms() {
    let mut wrong = wrong_arrows(&Modules::of("engine/src"), &ENGINE, &EVERYWHERE);
    wrong.extend(wrong_arrows(&Modules::of("src"), &PROGRAM, &[]));
    assert_eq!(wrong, KNOWN_ARROWS, "take from KNOWN_ARROWS what is mended");
}

#[test]
fn no_files_of_a_room_use_each_other_in_a_circle() {
    let mut found = circles(&Modules::of("engine/src"));
    found.extend(circles(&Modules::of("src")));
    assert_eq!(found, KNOWN_CIRCLES, "take from KNOWN_CIRCLES what is mended");
}

#[test]
fn the_lists_of_rooms_have_no_circle() {
    for rooms in [&ENGINE[..], &PROGRAM[..]] {
        let mut above = BTreeSet::new();
        for (room, may) in rooms {
            assert!(may.iter().all(|other| above.contains(other)), "{room} uses what comes later");
            above.insert(*room);
        }
    }
}

#[test]
fn a_wrong_arrow_and_an_unknown_room_are_found_however_they_are_written() {
    let rooms: [(&str, &[&str]); 2] = [("low", &[]), ("high", &["low"])];
    let wrong = |texts: &[(&str, &str)]| wrong_arrows(&Modules::of_texts(texts), &rooms, &[]);
    let low = ("low", "pub mod a;");
    assert_eq!(wrong(&[low, ("high", "use crate::low::a::X;")]), [""; 0]);
    for code in [
        "use crate::high::X;",
        "use crate::{high::X, low::a};",
        "fn f() { crate::high::g() }",
        "use super::super::high::{X, Y};",
        "pub use crate::high::X;",
    ] {
        let texts = [low, ("high", "pub struct X;"), ("low::a", code)];
        assert_eq!(wrong(&texts), ["low uses high"], "{code}");
    }
    let texts = [low, ("cellar", "use crate::low::X;")];
    assert_eq!(wrong(&texts), ["cellar is no room that this test knows"]);
}

#[test]
fn circles_are_found_by_way_of_names_that_are_passed_on() {
    let found = |texts: &[(&str, &str)]| circles(&Modules::of_texts(texts));
    let front = ("room", "mod a;\nmod b;\npub use a::A;\npub(crate) use b::{B, c as d};\n");
    assert_eq!(found(&[front, ("room::a", "use super::B;"), ("room::b", "")]), [""; 0]);
    for (a, b) in [
        ("use super::B;", "use super::A;"),
        ("use super::b::B;", "use crate::room::A;"),
        ("fn f() -> super::B {}", "use super::{a::A, A as Other};"),
        ("use super::d;", "fn f() { super::a::g() }"),
    ] {
        let texts = [front, ("room::a", a), ("room::b", b)];
        assert_eq!(found(&texts), ["room::a ~ room::b"], "{a} {b}");
    }
    // A function of the front and a child that use each other.
    let texts = [("room", "mod a;\nfn f() { a::g() }"), ("room::a", "use super::f;")];
    assert_eq!(found(&texts), ["room ~ room::a"]);
}
