//! What `--help` and the manual end with: how a command ends, what of the environment it reads,
//! and what it keeps.

use crate::system::{STATE_PLACES, STATE_VARIABLES};

/// A part of the help after the options: its title, and its lines.
#[derive(Debug)]
pub(crate) struct HelpSection {
    /// The heading in `--help`.
    pub(crate) title: &'static str,
    /// The heading in the manual, as manuals call it.
    pub(crate) in_manual: &'static str,
    /// What something is called, and what is said of it.
    pub(crate) entries: Vec<Entry>,
}

/// What something is called, and what is said of it.
type Entry = (&'static str, &'static str);

/// The exit codes, but for 1 and 130, which each command says.
const DONE: Entry = ("0", "done");
const USAGE: Entry = ("2", "usage, or no terminal and no answers");
const DATA: Entry = ("65", "bad data");
const NO_INPUT: Entry = ("66", "no such input");
const FAULT: Entry = ("70", "a fault of rolefit itself");
const IO: Entry = ("74", "input or output failed");
const CUT_OFF: Entry = ("130", "interrupted; no file is left half-written");

/// Every text may have colours.
const COLORS: [Entry; 3] = [
    ("NO_COLOR", "if not empty, colour is used only with --color always"),
    ("CLICOLOR_FORCE", "if neither empty nor 0, colour is used into a file or a pipe, too"),
    ("TERM", "if dumb, there is no colour, bars are of ASCII, and questions come in plain lines"),
];
const CATALOGUE: Entry =
    ("ROLEFIT_CATALOGUE", "if not empty, the folder that is used as with --catalogue");
const BARS: Entry = ("ROLEFIT_PLAIN", "if not empty, no text has bars");
const WIDTH: Entry = ("COLUMNS", "the width of text that goes into a file or a pipe");
const THREADS: Entry = ("RAYON_NUM_THREADS", "how many threads are used, at most four a core");
/// The sections that the help of a command ends with; `command` is its whole name, and the
/// program itself is called `rolefit`.
pub(crate) fn sections(command: &str) -> Vec<HelpSection> {
    let section = |title, in_manual, entries| HelpSection { title, in_manual, entries };
    let mut all = vec![
        section("Exit codes", "EXIT STATUS", exit_codes(command)),
        section("Environment", "ENVIRONMENT", environment(command)),
    ];
    if has_sittings(command) {
        all.push(section("Files", "FILES", STATE_PLACES.to_vec()));
    }
    all
}

/// Whether it reads or writes saved sittings.
fn has_sittings(command: &str) -> bool {
    matches!(command, "rolefit" | "quiz" | "compare") || command.starts_with("sittings")
}

/// Whether it takes questions and careers.
fn has_catalogue(command: &str) -> bool {
    let without = ["sittings", "sittings forget", "schema", "completions", "man", "init"];
    !without.contains(&command)
}

/// How it may end.
fn exit_codes(command: &str) -> Vec<Entry> {
    let told = match command {
        "rolefit" => Some(
            "rows were rejected, nobody could be matched, the audit found errors, or not all was \
             forgotten",
        ),
        "sittings forget" => Some("not all was forgotten"),
        "batch" | "cohort" => Some("rows were rejected, or nobody could be matched"),
        "audit" => Some("the audit found errors, or rows were rejected"),
        _ => None,
    };
    let mut codes = vec![DONE];
    codes.extend(told.map(|told| ("1", told)));
    codes.push(USAGE);
    if has_catalogue(command) || command == "sittings forget" {
        codes.extend([DATA, NO_INPUT]);
    }
    codes.extend([FAULT, IO]);
    let is_asked = matches!(command, "rolefit" | "quiz");
    codes.push(if is_asked { ("130", "interrupted; the answers are kept") } else { CUT_OFF });
    codes
}

/// What of the environment it reads.
fn environment(command: &str) -> Vec<Entry> {
    let mut read = Vec::new();
    match command {
        "rolefit" | "quiz" => read.extend([
            ("ROLEFIT_PLAIN", "if not empty, the quiz asks as with --plain, and no text has bars"),
            (
                "ROLEFIT_KEEP",
                "if never, nothing is saved, unfinished answers neither (but --save FILE is)",
            ),
        ]),
        "sittings forget" => read.push(("ROLEFIT_PLAIN", "if not empty, it asks in plain lines")),
        "batch" | "form" | "page" | "schema" | "completions" | "man" | "init" => {}
        _ => read.push(BARS),
    }
    if has_catalogue(command) {
        read.push(CATALOGUE);
    }
    read.extend(COLORS);
    if read.contains(&BARS) || matches!(command, "rolefit" | "quiz") {
        read.push(WIDTH);
    }
    if matches!(command, "batch" | "cohort" | "audit") {
        read.push(THREADS);
    }
    if has_sittings(command) {
        read.extend(STATE_VARIABLES);
    }
    read
}

/// What stands before the name of a command at the end of its long help: its sections are put
/// in place of both, laid out as the parser cannot. No text has this character.
const MARK: char = '\u{1}';

/// What the help of `sittings show` and of `sittings forget` ends with.
pub(super) const SHOW_SITTING_END: &str = "\u{1}sittings show";
pub(super) const FORGET_END: &str = "\u{1}sittings forget";

/// What the long help of a command ends with.
pub(super) fn end(command: &str) -> String {
    format!("{MARK}{command}")
}

/// A help without its end, and the sections that stand there.
pub(crate) fn without_end(help: &str) -> (&str, Vec<HelpSection>) {
    match help.rsplit_once(MARK) {
        Some((text, name)) => (text, sections(name.trim_end())),
        None => (help, Vec::new()),
    }
}
