//! Nothing that a terminal would obey reaches it, whatever command says it in whatever
//! format, and wherever it comes from.

use std::fs;
use std::path::Path;

use crate::support::Run;
use crate::support::terminal::{DATA, Terminal};
use crate::support::tried::TYPED;
use crate::support::{CAREERS, QUESTIONS, workbooks};

/// An old escape, a mark that turns the writing round, one that isolates it, a title for
/// the window, and a bell.
const HOSTILE: &str = "\u{9b}31m\u{202e}\u{2066}\u{1b}]0;x\u{7}";

/// The same in double quotes of YAML and JSON.
const ESCAPED: &str = r"\u009b31m\u202e\u2066\u001b]0;x\u0007";

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

/// The names of its worksheets are full of it, too.
fn workbook() -> Vec<u8> {
    // Some of it cannot stand in XML but as a number.
    let odd: Vec<String> = HOSTILE.chars().map(|c| format!("&#{};", u32::from(c))).collect();
    let odd = odd.concat();
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: [&str; 3]| format!("<row>{}</row>", cells.map(cell).concat());
    let rows = [["respondent", "sums", "note"], [&odd, "5", &odd], ["b", &odd, "n"]].map(row);
    let other = format!("x{odd}");
    let sheets = [(odd.as_str(), "visible", &*rows.concat()), (&other, "visible", "")];
    workbooks::xlsx(&sheets, &[])
}

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
    let table = format!("respondent,sums,talk,mend,note\n{rows}b,{HOSTILE},1,1,n\n");
    for (name, text) in [
        ("q.yaml", questions.clone()),
        ("c.yaml", careers.clone()),
        ("a.json", sheet("523454")),
        ("b.json", sheet("152345")),
        ("report.json", report(&questions, &careers)),
        ("answers", "5\n2\n3\n4\n5\n4\n".to_owned()),
        ("rows.csv", table.clone()),
        ("last.csv", table),
        (&format!("wrong{HOSTILE}"), format!("answers: {{\"{ESCAPED}\": 1}}\n# {HOSTILE}\n")),
    ] {
        fs::write(home.join(name), text).unwrap();
    }
    fs::write(home.join("rows.xlsx"), workbook()).unwrap();
}

/// A whole report with these data files.
fn report(questions: &str, careers: &str) -> String {
    let sheet = format!("{{\"respondent\": \"{ESCAPED}\", \"answers\": \"523454\"}}");
    Run::with(["score", "--format", "json"], questions, careers).stdin(sheet).told()
}

#[test]
fn nothing_that_a_terminal_obeys_comes_through() {
    for typed in TYPED.iter().map(|(_, _, typed)| *typed).chain(WRONG) {
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
    println!("{} commands typed at a terminal", TYPED.len() + WRONG.len());
}
