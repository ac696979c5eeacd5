//! Records on a terminal.

use std::fs;
use std::path::Path;

use crate::support::terminal::{DATA, Terminal};

/// `batch` with these options on a table of one row, with an escape, an old escape
/// and a mark that turns the writing round in its note.
fn batch(options: &str) -> Terminal {
    let table = "saw-a-plank,sing-alone,greet-guests,note\n5,4,2,a\u{1b}[31mb\u{9b}2Jc\u{202e}d";
    let prepare = |home: &Path| fs::write(home.join("rows.csv"), table).unwrap();
    Terminal::prepared(&format!("batch {options} --keep note rows.csv {DATA}"), prepare)
}

#[test]
fn what_is_in_cells_is_not_obeyed() {
    for form in ["csv", "ndjson"] {
        let mut terminal = batch(&format!("--top 1 --format {form}"));
        assert_eq!(terminal.exit_code(), Some(0));
        let raw = terminal.raw();
        for obeyed in ["\u{1b}[31m", "\u{9b}", "\u{202e}"] {
            assert!(!raw.contains(obeyed), "{raw:?}");
        }
        assert!(raw.contains("b2Jcd"), "{raw:?}");
    }
}

#[test]
fn the_names_of_groups_are_not_obeyed_either() {
    let rows = "5,4,2,a\u{9b}2Jb\u{202e}c\n".repeat(20);
    let table = format!("saw-a-plank,sing-alone,greet-guests,site\n{rows}");
    let prepare = |home: &Path| fs::write(home.join("rows.csv"), table).unwrap();
    let mut terminal =
        Terminal::prepared(&format!("cohort --format csv --by site rows.csv {DATA}"), prepare);
    assert_eq!(terminal.exit_code(), Some(0));
    let raw = terminal.raw();
    assert!(raw.contains("a2Jbc,"), "{raw:?}");
    assert!(!raw.contains('\u{9b}') && !raw.contains('\u{202e}'), "{raw:?}");
}

#[test]
fn a_bar_is_drawn_beside_a_file_and_never_among_records() {
    let mut terminal = batch("--top 1 --format csv");
    assert_eq!(terminal.exit_code(), Some(0));
    assert!(!terminal.raw().contains("a second"), "{}", terminal.raw());
    let mut terminal = batch("--top 1 -o out.csv");
    assert_eq!(terminal.exit_code(), Some(0));
    let raw = terminal.raw();
    assert!(raw.contains("1 row, ") && raw.contains("a second"), "{raw}");
    // In the file, cells stay as they are.
    let written = fs::read_to_string(terminal.home().join("out.csv")).unwrap();
    assert!(written.contains("a\u{1b}[31mb\u{9b}2Jc\u{202e}d"), "{written:?}");
}
