//! Nothing that a terminal would obey reaches it, whatever command says it in whatever
//! format, and wherever it comes from.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::terminal::{DATA, Terminal};
use crate::support::{CAREERS, QUESTIONS, Run};

/// An old escape, a mark that turns the writing round, one that isolates it, a title for
/// the window, and a bell.
const HOSTILE: &str = "\u{9b}31m\u{202e}\u{2066}\u{1b}]0;x\u{7}";

/// The same in double quotes of YAML and JSON.
const ESCAPED: &str = r"\u009b31m\u202e\u2066\u001b]0;x\u0007";

/// A command, its format, and what is typed, with `@` for what is hostile.
const TRIED: [(&str, &str, &str); 31] = [
    ("quiz", "text", "quiz --plain DATA < answers"),
    ("quiz", "json", "quiz --plain --format json DATA < answers"),
    ("quiz", "markdown", "quiz --plain --format markdown DATA < answers"),
    ("quiz", "html", "quiz --plain --format html DATA < answers"),
    ("score", "text", "score --explain DATA a.json"),
    ("score", "json", "score --explain --format json DATA a.json"),
    ("score", "markdown", "score --format markdown DATA a.json"),
    ("score", "html", "score --format html DATA a.json"),
    ("batch", "csv", "batch --keep note --format csv DATA rows.csv"),
    ("batch", "ndjson", "batch --keep note --format ndjson DATA rows.csv"),
    ("cohort", "text", "cohort --by note DATA rows.csv"),
    ("cohort", "json", "cohort --by note --format json DATA rows.csv"),
    ("cohort", "csv", "cohort --by note --format csv DATA rows.csv"),
    ("cohort", "html", "cohort --by note --format html DATA rows.csv"),
    ("cohort", "", "cohort --by note --partial DATA rows.csv"),
    ("compare", "text", "compare DATA a.json b.json"),
    ("compare", "json", "compare --format json DATA a.json b.json"),
    ("sittings", "text", "sittings"),
    ("sittings", "json", "sittings --format json"),
    ("sittings show", "text", "sittings show '@' DATA"),
    ("sittings show", "json", "sittings show '@' --format json DATA"),
    ("sittings forget", "", "sittings forget '@'"),
    ("show", "text", "show clerk DATA"),
    ("show", "json", "show --format json DATA"),
    ("audit", "text", "audit DATA"),
    ("audit", "json", "audit --format json DATA"),
    ("schema", "", "schema '@'"),
    ("completions", "", "completions '@'"),
    ("man", "", "man '@'"),
    ("init", "", "init 'mine@'"),
    ("rolefit", "", "'@'"),
];

/// What else is typed: files that are missing or wrong, and options.
const WRONG: [&str; 9] = [
    "score 'missing@' DATA",
    "score 'wrong@' DATA",
    "batch 'missing@' DATA",
    "batch --keep '@' rows.csv DATA",
    "cohort --by '@' rows.csv DATA",
    "cohort --merge 'wrong@' DATA",
    "show '@' DATA",
    "show --questions 'wrong@'",
    "score --importance '@=1' --answers 523454 DATA",
];

fn prepare(home: &Path) {
    let hostile = |text: &str, names: &[&str]| {
        names.iter().fold(text.to_owned(), |text, name| {
            assert!(text.contains(name), "{name}");
            text.replace(name, &format!("\"{name}{ESCAPED}\""))
        })
    };
    let questions = hostile(
        QUESTIONS,
        &[
            "A small questionnaire",
            "Rate each activity.",
            "Rather not",
            "Numbers",
            "Mend a bicycle",
        ],
    );
    let careers = hostile(
        CAREERS,
        &["Clerk", "Offices", "Keeps the books.", "Adding", "Desk work", "Counting"],
    );
    let sheet =
        |answers: &str| format!("{{\"respondent\": \"{ESCAPED}\", \"answers\": \"{answers}\"}}");
    let rows = format!("a{HOSTILE},5,1,2,{HOSTILE}\n").repeat(20);
    for (name, text) in [
        ("q.yaml", questions),
        ("c.yaml", careers),
        ("a.json", sheet("523454")),
        ("b.json", sheet("152345")),
        ("answers", "5\n2\n3\n4\n5\n4\n".to_owned()),
        ("rows.csv", format!("respondent,sums,talk,mend,note\n{rows}b,{HOSTILE},1,1,n\n")),
        (&format!("wrong{HOSTILE}"), format!("answers: {{\"{ESCAPED}\": 1}}\n# {HOSTILE}\n")),
    ] {
        fs::write(home.join(name), text).unwrap();
    }
}

/// The commands and their formats, as the program's help has them.
fn defined() -> BTreeSet<(String, String)> {
    let help = |command: &str| {
        let mut run = Run::new([]);
        for word in command.split_whitespace() {
            run = run.arg(word);
        }
        run.arg("-h").told()
    };
    let commands = |help: &str| -> Vec<String> {
        let listed = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
        let listed = listed.take_while(|line| !line.is_empty());
        let name =
            |line: &str| line.strip_prefix("  ")?.split_whitespace().next().map(str::to_owned);
        // A line that goes on begins further in.
        listed.filter(|line| !line.starts_with("   ")).filter_map(name).collect()
    };
    let mut defined = BTreeSet::new();
    let mut left: Vec<String> = commands(&help("")).into_iter().filter(|of| of != "help").collect();
    while let Some(command) = left.pop() {
        let help = help(&command);
        left.extend(commands(&help).iter().map(|action| format!("{command} {action}")));
        let formats = help
            .split("--format <")
            .nth(1)
            .and_then(|rest| rest.split("[possible values: ").nth(1));
        let formats = formats.and_then(|rest| rest.split(']').next()).unwrap_or_default();
        let words: String = formats.split_whitespace().collect();
        defined.extend(words.split(',').map(|format| (command.clone(), format.to_owned())));
    }
    defined
}

#[test]
fn every_command_and_format_is_tried_here() {
    let tried =
        TRIED.iter().map(|(command, format, _)| ((*command).to_owned(), (*format).to_owned()));
    let mut tried: BTreeSet<_> = tried.collect();
    // The program itself, and a form that is no format.
    for other in [("rolefit", ""), ("cohort", "")] {
        tried.remove(&(other.0.to_owned(), other.1.to_owned()));
    }
    assert_eq!(tried, defined(), "try a new command or format with hostile texts, in TRIED");
}

#[test]
fn nothing_that_a_terminal_obeys_comes_through() {
    for typed in TRIED.iter().map(|(_, _, typed)| *typed).chain(WRONG) {
        let typed = typed.replace("DATA", DATA).replace('@', HOSTILE);
        let mut terminal = Terminal::prepared(&typed, prepare);
        // An audit takes some time.
        assert!(terminal.ends_within(8) && terminal.exit_code().is_some(), "{typed:?}");
        let raw = terminal.raw();
        assert!(!raw.is_empty(), "{typed:?} says nothing");
        for obeyed in ["\u{9b}", "\u{202e}", "\u{2066}", "\u{1b}]", "\u{7}"] {
            assert!(!raw.contains(obeyed), "{typed:?} lets {obeyed:?} through: {raw:?}");
        }
    }
}
